// @ts-check
import { remembered } from './remembered.js';

/** A little faster than natural, so that the reading does not fall behind the call. */
const rate = 1.15;

/** Reads captions aloud with the browser's own voices, where it has one of the language. */
export class Voice {
  #on = remembered('voice', true);
  /** @type {SpeechSynthesisVoice[]} */
  #voices = [];

  /** Calls back whenever voices come or go; browsers load them late. @param {() => void} changed */
  onVoices(changed) {
    if (!('speechSynthesis' in window)) {
      return;
    }

    const load = () => {
      this.#voices = window.speechSynthesis.getVoices();
      changed();
    };
    load();
    window.speechSynthesis.addEventListener('voiceschanged', load);
  }

  get on() {
    return this.#on.value;
  }

  set on(value) {
    this.#on.value = value;
    this.stop();
  }

  /** Whether a Czech voice exists in this browser. */
  get available() {
    return this.#of('cs') !== undefined;
  }

  /** @param {import('./call.js').Say} say */
  read({ text, language }) {
    const voice = this.#of(language.slice(0, 2));
    if (!this.on || !voice) {
      return;
    }

    // One sentence may wait for another; more would be a voice that tells what is long over.
    if (window.speechSynthesis.pending) {
      window.speechSynthesis.cancel();
    }

    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = language;
    utterance.rate = rate;
    window.speechSynthesis.speak(utterance);
  }

  stop() {
    if ('speechSynthesis' in window) {
      window.speechSynthesis.cancel();
    }
  }

  /** @param {string} language two letters; some systems write cs_CZ */
  #of(language) {
    return this.#voices.find(voice => voice.lang.toLowerCase().startsWith(language));
  }
}
