// @ts-check
import { address, post } from './api.js';
import { readable } from './numbers.js';

/** @typedef {{ id: number, from: string, text: string, at: string }} Message */

/** Messages that come this soon after a telephone is switched on were there before; they are listed, not announced. */
const oldMs = 500;

/** How long the notification stays on top of the page. */
const toastMs = 8000;

/** The text messages that one telephone received, newest first, as a telephone shows them. */
export class Messages {
  #list;
  #empty;
  #toast;
  #count;
  /** @type {EventSource | null} */
  #events = null;
  #number = '';
  #shown = new Set();
  #hiding = 0;

  /** @param {{ list: HTMLElement, empty: HTMLElement, toast: HTMLElement, count: HTMLElement }} places */
  constructor({ list, empty, toast, count }) {
    this.#list = list;
    this.#empty = empty;
    this.#toast = toast;
    this.#count = count;
  }

  /** Shows the messages of a number, and new ones as they come. @param {string} number E.164 */
  async open(number) {
    if (number === this.#number && this.#events && this.#events.readyState !== EventSource.CLOSED) {
      return;
    }

    this.#events?.close();
    this.#number = number;
    this.#shown.clear();
    this.#list.replaceChildren();
    this.#empty.hidden = false;
    this.#count.hidden = true;
    const { id } = await post('phones', { number });
    this.#events = new EventSource(address(`phones/${encodeURIComponent(id)}/events`));
    let opened = Infinity;
    this.#events.addEventListener('open', () => opened = performance.now(), { once: true });
    this.#events.addEventListener('message', event =>
      this.#add(JSON.parse(event.data), performance.now() > opened + oldMs));
  }

  /** @param {Message} message @param {boolean} isNew */
  #add(message, isNew) {
    if (this.#shown.has(message.id)) {
      return;
    }

    this.#shown.add(message.id);
    this.#empty.hidden = true;
    const item = document.createElement('li');
    item.className = 'message';
    const head = document.createElement('p');
    head.className = 'message-head';
    const time = document.createElement('time');
    time.dateTime = message.at;
    time.textContent = new Date(message.at).toLocaleTimeString('cs-CZ', { hour: '2-digit', minute: '2-digit' });
    head.append(senderOf(message), time);
    const text = document.createElement('p');
    text.className = 'message-text';
    text.append(...withLinks(message.text));
    item.append(head, text);
    this.#list.prepend(item);
    this.#count.hidden = false;
    this.#count.textContent = `SMS ${this.#shown.size}`;
    if (isNew) {
      item.classList.add('new');
      this.#announce(message);
    }
  }

  /** @param {Message} message */
  #announce(message) {
    const link = document.createElement('a');
    link.href = '#sms';
    link.textContent = `Nová SMS: ${message.text}`;
    this.#toast.replaceChildren(link);
    window.clearTimeout(this.#hiding);
    this.#hiding = window.setTimeout(() => this.#toast.replaceChildren(), toastMs);
  }
}

/** @param {Message} message */
function senderOf(message) {
  const from = document.createElement('strong');
  from.textContent = readable(message.from);
  return from;
}

/** Web addresses become links; nothing else of a message is more than text. @param {string} text */
function withLinks(text) {
  return text.split(/(https?:\/\/\S+)/u).map((part, index) => {
    if (index % 2 === 0) {
      return part;
    }

    const link = document.createElement('a');
    link.href = part;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.textContent = part;
    return link;
  });
}
