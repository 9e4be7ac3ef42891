// @ts-check
import { address, post } from './api.js';

/**
 * @typedef {{ text: string, seconds: number, language: string, audio?: string }} Say what is spoken; audio when the automat has a voice of its own
 * @typedef {{ kinds: string[], numDigits: number | null, finishOnKey: string, timeout: number }} Listen
 * @typedef {{ keys?: string | null, speech?: string | null }} Heard
 * @typedef {{ to?: string, status?: string }} Dial another line that the automat rings for the caller, then how that went
 * @typedef {{ with: string[] }} Connected the numbers of those who are heard from now on; none when nobody is
 * @typedef {{ by: string, text: string }} Other what another person on the line said
 * @typedef {{ by: 'automat' | 'caller' | 'carrier', reason: string }} Ended
 */

/** What the backend tells about a call, each with its data as JSON. */
const told = [
  'status', 'say', 'play', 'quiet', 'listen', 'heard', 'silence', 'dropped', 'dial', 'queued', 'connected', 'other', 'trouble', 'ended',
];

/**
 * One call, from the dialled number to its end.
 * Dispatches what the backend tells (see `told`), besides it `pressed` (keys) and `spoke` (text) for what the caller did,
 * `connection` ('lost' | 'back' | 'gone') for the line to the server, and `refused` (Error) when an act did not arrive.
 */
export class Call extends EventTarget {
  #path;
  #events;
  #waiting = '';
  #sending = false;
  #over = false;

  /** @param {string} id */
  constructor(id) {
    super();
    this.#path = `calls/${encodeURIComponent(id)}`;
    this.#events = new EventSource(address(`${this.#path}/events`));
    for (const name of told) {
      this.#events.addEventListener(name, event => this.#take(name, JSON.parse(event.data || '{}')));
    }

    this.#events.onerror = () =>
      this.#tell('connection', this.#events.readyState === EventSource.CLOSED ? 'gone' : 'lost');
    this.#events.onopen = () => this.#tell('connection', 'back');
  }

  /** @param {string | null} from the caller in E.164; null for a withheld number */
  static async dial(from) {
    const placed = await post('calls', { from });
    return new Call(placed.id);
  }

  get over() {
    return this.#over;
  }

  /** Presses keys; they arrive in the order of pressing, however slow the network is. @param {string} keys */
  press(keys) {
    if (this.#over) {
      return;
    }

    this.#tell('pressed', keys);
    this.#waiting += keys;
    void this.#sendKeys();
  }

  /** @param {string} text */
  say(text) {
    this.#tell('spoke', text);
    return this.#act('speech', { text });
  }

  /** Takes a phone that rings. */
  answer() {
    return this.#act('answer');
  }

  /** Refuses a phone that rings. */
  decline() {
    return this.#act('decline');
  }

  /** Skips the rest of what is being spoken. */
  skip() {
    return this.#act('skip');
  }

  /** Hangs up. Where the server cannot be told, the call is over for this page all the same. */
  async hangUp() {
    try {
      await post(`${this.#path}/hangup`);
    } catch {
      if (!this.#over) {
        this.#take('ended', { by: 'caller', reason: '' });
      }
    }
  }

  /** The page is being closed: nobody is left to hang up later. */
  leave() {
    if (!this.#over) {
      void post(`${this.#path}/hangup`, {}, true).catch(() => {});
    }
  }

  /** Stops listening to a call that the server no longer knows. */
  abandon() {
    this.#over = true;
    this.#events.close();
  }

  async #sendKeys() {
    if (this.#sending) {
      return;
    }

    this.#sending = true;
    while (this.#waiting) {
      const keys = this.#waiting;
      this.#waiting = '';
      await this.#act('keys', { keys });
    }

    this.#sending = false;
  }

  /** @param {string} name @param {unknown} [body] */
  async #act(name, body) {
    try {
      await post(`${this.#path}/${name}`, body);
    } catch (failure) {
      if (!this.#over) {
        this.#tell('refused', failure);
      }
    }
  }

  /** @param {string} name @param {any} data */
  #take(name, data) {
    if (name === 'ended') {
      this.abandon();
    }

    this.#tell(name, data);
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
