// @ts-check
import { e164, readable } from './numbers.js';

/** @typedef {import('./api.js').DemoCaller} DemoCaller */
/** @typedef {{ from: string | null, phone: string, demo: DemoCaller | null }} Caller who calls: shown number, own phone, known order */

/** The choice of who calls. The first caller is chosen from the start, so that one press is enough. */
export class CallerChoice {
  /** @type {DemoCaller[]} */
  #callers = [];
  #form;
  #other;
  #withheld;
  #problem;

  /** @param {HTMLFormElement} form @param {(demo: DemoCaller | null) => void} chosen */
  constructor(form, chosen) {
    this.#form = form;
    this.#other = /** @type {HTMLInputElement} */ (form.querySelector('#other-number'));
    this.#withheld = /** @type {HTMLInputElement} */ (form.querySelector('#withheld'));
    this.#problem = /** @type {HTMLElement} */ (form.querySelector('#other-problem'));
    form.addEventListener('change', () => {
      this.#other.closest('.other')?.toggleAttribute('hidden', this.#value !== 'other');
      this.#complain('');
      chosen(this.#demo);
    });
    form.querySelector('#other-choice')?.addEventListener('click', () => this.#other.focus());
  }

  /** @param {DemoCaller[]} callers */
  show(callers) {
    this.#callers = callers;
    const list = /** @type {HTMLElement} */ (this.#form.querySelector('#callers'));
    list.replaceChildren(...callers.map(row));
    const first = this.#form.querySelector('input[name=caller]');
    if (first instanceof HTMLInputElement) {
      first.click();
    }
  }

  /** Who calls; null after telling what is wrong with the typed number. @returns {Caller | null} */
  take() {
    const demo = this.#demo;
    const number = demo?.number ?? e164(this.#other.value);
    if (!number) {
      this.#complain('Zadejte číslo s předvolbou, třeba +420 601 234 567, nebo devět číslic.');
      this.#other.focus();
      this.#problem.scrollIntoView({ block: 'nearest' });
      return null;
    }

    return { from: this.#withheld.checked ? null : number, phone: number, demo };
  }

  get #value() {
    return String(new FormData(this.#form).get('caller') ?? '');
  }

  get #demo() {
    return this.#value === 'other' ? null : this.#callers[Number(this.#value)] ?? null;
  }

  /** @param {string} text */
  #complain(text) {
    this.#problem.textContent = text;
    this.#problem.hidden = !text;
    this.#other.setAttribute('aria-invalid', String(Boolean(text)));
  }
}

/** @param {DemoCaller} caller @param {number} index */
function row(caller, index) {
  const item = document.createElement('li');
  const label = document.createElement('label');
  label.className = 'caller';
  const choice = document.createElement('input');
  choice.type = 'radio';
  choice.name = 'caller';
  choice.value = String(index);
  const text = document.createElement('span');
  text.className = 'caller-label';
  text.append(caller.label, small('facts', readable(caller.number), `č. ${caller.order}`, `PIN ${caller.pin}`));
  if (caller.hint) {
    text.append(small('hint', caller.hint));
  }

  label.append(choice, text);
  item.append(label);
  return item;
}

/** Small print; its parts are kept whole where the line breaks. @param {string} className @param {string[]} parts */
function small(className, ...parts) {
  const made = document.createElement('small');
  made.className = className;
  made.append(...parts.map(part => {
    const span = document.createElement('span');
    span.textContent = part;
    return span;
  }));
  return made;
}
