// @ts-check
import { pace } from './pacing.js';
import { asDots, isSecret, wordsAsDots } from './secrets.js';

/** @typedef {import('./call.js').Say} Say @typedef {import('./call.js').Listen} Listen @typedef {import('./call.js').Heard} Heard */

/** The conversation as it runs: the automat's words as bubbles, the caller's keys as chips. */
export class Captions {
  #log;
  /** @type {ReturnType<typeof pace> | null} */
  #speaking = null;
  /** @type {HTMLElement | null} */
  #bubble = null;
  /** @type {HTMLElement | null} */
  #entry = null;
  /** Keys of which nobody knows yet whether they were taken. @type {{ key: string, chip: HTMLElement }[]} */
  #unsettled = [];
  /** @type {Listen | null} */
  #listen = null;
  #prompt = '';

  /** @param {HTMLElement} log */
  constructor(log) {
    this.#log = log;
  }

  clear() {
    this.#finishSpeaking();
    this.#endEntry();
    this.#listen = null;
    this.#prompt = '';
    this.#unsettled = [];
    this.#log.replaceChildren();
  }

  /** @param {Say} say */
  say({ text, seconds, language }) {
    this.#finishSpeaking();
    this.#endEntry();
    this.#prompt += ` ${text}`;
    const words = text.split(/\s+/u).filter(Boolean).map(word => element('span', 'word', word));
    this.#bubble = element('p', 'bubble automat');
    this.#bubble.lang = language;
    this.#bubble.append(...words.flatMap((word, index) => index === 0 ? [word] : [' ', word]));
    this.#add(this.#bubble);
    this.#speaking = pace(words, seconds);
  }

  /** @param {Listen} listen */
  listen(listen) {
    this.#endEntry();
    this.#listen = listen;
    this.#prompt = '';
  }

  quiet() {
    this.#finishSpeaking();
  }

  /** Keys of the caller; they stop the automat when it listens for keys. @param {string} keys */
  pressed(keys) {
    if (this.#listen?.kinds.includes('keys') && this.#speaking?.cut()) {
      this.#bubble?.append(element('span', 'hidden', ' (přerušeno)'));
      this.#speaking = null;
    }

    if (!this.#entry) {
      this.#entry = element('p', 'chips');
      this.#entry.setAttribute('aria-label', 'Vaše klávesy');
      this.#add(this.#entry);
    }

    const shown = isSecret(this.#listen, this.#prompt) ? asDots(keys) : keys;
    for (const [index, key] of [...keys].entries()) {
      const chip = element('span', 'chip', shown[index]);
      this.#unsettled.push({ key, chip });
      this.#entry.append(chip);
    }

    this.#scroll();
  }

  /** @param {string} text */
  spoke(text) {
    const shown = isSecret(this.#listen, this.#prompt) ? wordsAsDots(text) : text;
    this.#add(element('p', 'bubble own', shown));
  }

  /** The automat took keys or words. @param {Heard} heard */
  heard({ keys }) {
    this.#finishSpeaking();
    if (keys) {
      const secret = isSecret(this.#listen, this.#prompt);
      for (const { key, chip } of this.#unsettled) {
        chip.textContent = secret ? asDots(key) : key;
        chip.classList.add('taken');
      }
    }

    this.#unsettled = [];
    this.#endEntry();
    this.#listen = null;
  }

  /** Listening ended with nothing. */
  silence() {
    this.heard({});
    this.note('ticho');
  }

  /** A key came while the automat did not listen. @param {string} key */
  dropped(key) {
    const index = this.#unsettled.findIndex(one => one.key === key);
    if (index >= 0) {
      const [{ chip }] = this.#unsettled.splice(index, 1);
      chip.classList.add('lost');
      chip.title = 'V tu chvíli automat neposlouchal';
      chip.append(element('span', 'hidden', ' (neposlouchal)'));
    }
  }

  /** @param {string} text @param {string} [kind] */
  note(text, kind = '') {
    this.#add(element('p', `note ${kind}`, text));
  }

  /** @param {boolean} cutShort whether somebody else than the automat ended the call */
  end(cutShort) {
    if (cutShort) {
      this.#speaking?.cut();
      this.#speaking = null;
    }

    this.#finishSpeaking();
    this.#endEntry();
    this.#listen = null;
  }

  #finishSpeaking() {
    this.#speaking?.finish();
    this.#speaking = null;
  }

  #endEntry() {
    this.#entry = null;
  }

  /** @param {HTMLElement} item */
  #add(item) {
    this.#log.append(item);
    this.#scroll();
  }

  #scroll() {
    this.#log.scrollTop = this.#log.scrollHeight;
  }
}

/** @param {string} tag @param {string} className @param {string} [text] */
function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) {
    made.textContent = text;
  }

  return made;
}
