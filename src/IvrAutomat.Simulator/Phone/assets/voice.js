// @ts-check
import { remembered } from './remembered.js';

/** A little faster than natural, so that the reading does not fall behind the call. */
const rate = 1.15;

/** Plays what the automat's own voice says; what it leaves to the carrier is read by the browser's voice of the language, where it has one. */
export class Voice {
  #sound = new Audio();
  #hasSound = false;
  #on = remembered('voice', true);
  /** @type {SpeechSynthesisVoice[]} */
  #voices = [];
  #changed = () => {};

  /** Calls back whenever voices come or go; browsers load them late. @param {() => void} changed */
  onVoices(changed) {
    this.#changed = changed;
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

  /** Whether anything can be heard: the automat's own voice, or a Czech one of this browser. */
  get available() {
    return this.#hasSound || this.#of('cs') !== undefined;
  }

  /** @param {import('./call.js').Say} say */
  read({ text, language, audio }) {
    if (audio) {
      this.#play(audio);
      return;
    }

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

  /** @param {string} audio */
  #play(audio) {
    if (!this.#hasSound) {
      this.#hasSound = true;
      this.#changed();
    }

    if (this.on) {
      this.#sound.src = audio;
      // A browser that wants a gesture first plays nothing; the captions stay.
      this.#sound.play().catch(() => {});
    }
  }

  stop() {
    this.#sound.pause();
    if ('speechSynthesis' in window) {
      window.speechSynthesis.cancel();
    }
  }

  /** @param {string} language two letters; some systems write cs_CZ */
  #of(language) {
    return this.#voices.find(voice => voice.lang.toLowerCase().startsWith(language));
  }
}
