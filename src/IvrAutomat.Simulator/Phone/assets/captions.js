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
  #keys = '';
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

    this.#keys += keys;
    const shown = isSecret(this.#listen, this.#prompt) ? asDots(keys) : keys;
    this.#entry.append(...[...shown].map(key => element('span', 'chip', key)));
    this.#scroll();
  }

  /** @param {string} text */
  spoke(text) {
    const shown = isSecret(this.#listen, this.#prompt) ? wordsAsDots(text) : text;
    this.#add(element('p', 'bubble own', shown));
  }

  /** What the automat took; keys it did not take stay marked as pressed in vain. @param {Heard} heard */
  heard({ keys }) {
    this.#finishSpeaking();
    if (keys) {
      this.#entry?.classList.add('taken');
    }

    this.#endEntry();
    this.#listen = null;
  }

  /** @param {string} text @param {string} [kind] */
  note(text, kind = '') {
    this.#add(element('p', `note ${kind}`, text));
  }

  end() {
    this.#speaking?.cut();
    this.#speaking = null;
    this.#endEntry();
    this.#listen = null;
  }

  #finishSpeaking() {
    this.#speaking?.finish();
    this.#speaking = null;
  }

  #endEntry() {
    this.#entry = null;
    this.#keys = '';
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
