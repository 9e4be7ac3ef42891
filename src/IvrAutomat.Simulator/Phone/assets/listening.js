// @ts-check
/** @typedef {import('./call.js').Listen} Listen */

/** @param {number} count @param {string} one @param {string} few @param {string} many */
const counted = (count, one, few, many) => `${count} ${count === 1 ? one : count >= 2 && count <= 4 ? few : many}`;

/** @param {Listen} listen what the automat takes, in a few words */
function expectation({ kinds, numDigits, finishOnKey }) {
  const keys = !kinds.includes('keys') ? '' : numDigits
    ? counted(numDigits, 'klávesa', 'klávesy', 'kláves')
    : finishOnKey === '#' ? 'klávesy, na konec #' : finishOnKey ? `klávesy, na konec ${finishOnKey}` : 'klávesy';
  return [keys, kinds.includes('speech') ? 'řeč' : ''].filter(Boolean).join(' nebo ');
}

/** Shows what the automat expects now, and how long it will still wait. */
export class Listening {
  #panel;
  #expects;
  #left;
  #countdown;
  /** @type {Listen | null} */
  #listen = null;
  #isQuiet = false;
  #timer = 0;
  /** @type {Animation | null} */
  #animation = null;

  /** @param {{ panel: HTMLElement, expects: HTMLElement, left: HTMLElement, countdown: HTMLElement }} places */
  constructor({ panel, expects, left, countdown }) {
    this.#panel = panel;
    this.#expects = expects;
    this.#left = left;
    this.#countdown = countdown;
  }

  /** The automat speaks. */
  speaks() {
    this.#show(this.#listen ? 'open' : 'speaking', this.#listen ? `Mluví, ale už bere: ${expectation(this.#listen)}` : 'Automat mluví');
  }

  /** @param {Listen} listen */
  listen(listen) {
    this.#listen = listen;
    this.#isQuiet = false;
    this.#show('open', `Bere: ${expectation(listen)}`);
  }

  /** The prompts are over: from now on the time runs. */
  quiet() {
    this.#isQuiet = true;
    this.#restart();
  }

  /** Each key starts the time again; before the end of the prompts it stops them. */
  pressed() {
    if (this.#listen?.kinds.includes('keys')) {
      this.quiet();
    }
  }

  /** The entry is over, the shop thinks. */
  heard() {
    this.#listen = null;
    this.#isQuiet = false;
    this.#show('thinking', 'Chvilku…');
  }

  off() {
    this.#listen = null;
    this.#isQuiet = false;
    this.#show('off', '');
  }

  #restart() {
    if (!this.#listen || !this.#isQuiet) {
      return;
    }

    this.#show('quiet', `Čeká na: ${expectation(this.#listen)}`);
    let seconds = Math.round(this.#listen.timeout);
    const tick = () => this.#left.textContent = `${Math.max(0, seconds--)} s`;
    tick();
    this.#timer = window.setInterval(tick, 1000);
    this.#animation = this.#countdown.animate(
      [{ transform: 'scaleX(1)' }, { transform: 'scaleX(0)' }],
      { duration: this.#listen.timeout * 1000, fill: 'forwards' });
  }

  /** @param {'off' | 'speaking' | 'open' | 'quiet' | 'thinking'} state @param {string} text */
  #show(state, text) {
    window.clearInterval(this.#timer);
    this.#animation?.cancel();
    this.#left.textContent = '';
    this.#panel.dataset.state = state;
    this.#expects.textContent = text;
  }
}
