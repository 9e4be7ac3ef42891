// @ts-check
/** @typedef {{ text: string, advice?: string }} Notice what happened, and what to do about it */

/** Troubles on top of the page, one of each kind, until they are over or put away. */
export class Notices {
  #place;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  /** @param {string} kind @param {Notice} notice */
  show(kind, { text, advice }) {
    if (this.#find(kind)?.dataset.text === text) {
      return;
    }

    this.clear(kind);
    const notice = document.createElement('div');
    notice.className = 'notice';
    notice.dataset.kind = kind;
    notice.dataset.text = text;
    const words = document.createElement('p');
    const strong = document.createElement('strong');
    strong.textContent = text;
    words.append(strong, advice ? ` ${advice}` : '');
    notice.append(words);
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '×';
    close.setAttribute('aria-label', 'Zavřít upozornění');
    close.addEventListener('click', () => notice.remove());
    notice.append(close);
    this.#place.append(notice);
  }

  /** @param {string} kind */
  clear(kind) {
    this.#find(kind)?.remove();
  }

  /** @param {string} kind @returns {HTMLElement | null} */
  #find(kind) {
    return this.#place.querySelector(`[data-kind="${kind}"]`);
  }
}
