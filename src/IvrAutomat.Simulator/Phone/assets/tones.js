// @ts-check
import { remembered } from './remembered.js';

const rows = [697, 770, 852, 941];
const columns = [1209, 1336, 1477];
const keys = '123456789*0#';

/** Seconds of a key's tone, and of the ramps that keep it from clicking. */
const length = 0.12;
const ramp = 0.004;
const loudness = 0.09;

/** The tone of Czech exchanges; one second on, four off while it rings. */
const exchange = 425;

/** Key tones (DTMF: one sine of the row, one of the column) and the tones of the line. For the ear only: keys are sent as data. */
export class Tones {
  /** @type {AudioContext | null} */
  #audio = null;
  /** @type {number | undefined} */
  #ringing;
  #on = remembered('tones', true);

  get on() {
    return this.#on.value;
  }

  set on(value) {
    this.#on.value = value;
    if (!value) {
      this.stopRinging();
    }
  }

  /** @param {string} key */
  key(key) {
    const index = keys.indexOf(key);
    if (index >= 0) {
      this.#play([rows[Math.floor(index / 3)], columns[index % 3]], length);
    }
  }

  ring() {
    this.stopRinging();
    const once = () => this.#play([exchange], 1);
    once();
    this.#ringing = window.setInterval(once, 5000);
  }

  /** A telephone that is called: two notes, a pause. */
  ringIn() {
    this.stopRinging();
    const once = () => {
      this.#play([660], 0.4);
      this.#play([550], 0.4, 0.45);
    };
    once();
    this.#ringing = window.setInterval(once, 2500);
  }

  stopRinging() {
    window.clearInterval(this.#ringing);
  }

  /** Three short tones: the line was cut. */
  cut() {
    this.stopRinging();
    [0, 0.3, 0.6].forEach(later => this.#play([exchange], 0.15, later));
  }

  /** @param {number[]} frequencies @param {number} seconds @param {number} [later] seconds from now */
  #play(frequencies, seconds, later = 0) {
    if (!this.on || !window.AudioContext) {
      return;
    }

    // A context made before the first gesture of a person stays silent, so it is made by the first tone.
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    void audio.resume();
    const start = audio.currentTime + later;
    const end = start + seconds;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loudness, start + ramp);
    gain.gain.setValueAtTime(loudness, end - ramp);
    gain.gain.linearRampToValueAtTime(0, end);
    gain.connect(audio.destination);
    for (const frequency of frequencies) {
      const sine = audio.createOscillator();
      sine.frequency.value = frequency;
      sine.connect(gain);
      sine.start(start);
      sine.stop(end);
    }
  }
}
