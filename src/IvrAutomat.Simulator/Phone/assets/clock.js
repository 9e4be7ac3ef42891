// @ts-check
/** How long a call has lasted, counted from the moment it was answered. */
export class Clock {
  #place;
  #started = 0;
  #timer = 0;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  reset() {
    this.stop();
    this.#started = 0;
    this.#place.hidden = true;
  }

  /** A second start of the same call changes nothing. */
  start() {
    if (this.#started) {
      return;
    }

    this.#started = Date.now();
    this.#place.hidden = false;
    const show = () => {
      const seconds = Math.floor((Date.now() - this.#started) / 1000);
      this.#place.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    };
    show();
    this.#timer = window.setInterval(show, 1000);
  }

  stop() {
    window.clearInterval(this.#timer);
  }
}
