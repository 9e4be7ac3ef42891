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
  /** Words of which nobody knows yet whether they were taken. @type {HTMLElement[]} */
  #said = [];
  #isTogether = false;

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
    this.#said = [];
    this.#isTogether = false;
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

  /** Music or a recording. What goes round is told once. */
  plays() {
    this.#finishSpeaking();
    this.#endEntry();
    if (!this.#log.lastElementChild?.classList.contains('sound')) {
      this.note('♪ hraje zvuk', 'sound');
    }
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

  /** Whether other persons hear this one now. @param {boolean} on */
  together(on) {
    this.#isTogether = on;
  }

  /** Own words. They count as said when the automat takes them, or another person hears them. @param {string} text */
  spoke(text) {
    const secret = !this.#isTogether && isSecret(this.#listen, this.#prompt);
    const bubble = element('p', 'bubble own waiting', secret ? wordsAsDots(text) : text);
    this.#add(bubble);
    if (this.#isTogether || this.#listen?.kinds.includes('speech')) {
      this.#said.push(bubble);
    } else {
      lose(bubble, this.#listen ? 'automat teď bere jen klávesy' : 'automat teď neposlouchá');
    }
  }

  /** Words of another person on the line. @param {string} who @param {string} text */
  other(who, text) {
    const bubble = element('p', 'bubble automat');
    bubble.append(element('strong', 'who', `${who}: `), text);
    this.#add(bubble);
  }

  /** The automat took keys or words. @param {Heard} heard */
  heard({ keys, speech }) {
    this.#finishSpeaking();
    for (const bubble of this.#said.splice(0)) {
      if (speech) {
        bubble.classList.remove('waiting');
      } else {
        lose(bubble, 'automat vzal klávesy');
      }
    }

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

  /** A note with links. @param {string} text @param {HTMLElement[]} links */
  noteWith(text, links) {
    const note = element('p', 'note', text);
    note.append(...links.flatMap((link, index) => index === 0 ? [link] : [', ', link]));
    this.#add(note);
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

/** Words that nobody took stay readable, but marked. @param {HTMLElement} bubble @param {string} why */
function lose(bubble, why) {
  bubble.classList.add('lost');
  bubble.append(element('small', 'why-lost', ` (${why})`));
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
