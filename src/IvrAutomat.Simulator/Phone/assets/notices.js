// @ts-check
/** @typedef {{ text: string, advice?: string, action?: { label: string, run: () => void } }} Notice */

/** Troubles on top of the page, one of each kind, until they are over or put away. */
export class Notices {
  #place;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  /** @param {string} kind @param {Notice} notice */
  show(kind, { text, advice, action }) {
    if (this.#find(kind)?.dataset.text === text) {
      return;
    }

    this.clear(kind);
    const notice = document.createElement('div');
    notice.className = 'notice';
    notice.dataset.kind = kind;
    notice.dataset.text = text;
    const words = document.createElement('p');
    const strong = document.createElement('strong');
    strong.textContent = text;
    words.append(strong, advice ? ` ${advice}` : '');
    notice.append(words);
    if (action) {
      notice.append(button(action.label, 'notice-action', action.run));
    }

    const close = button('×', 'notice-close', () => notice.remove());
    close.setAttribute('aria-label', 'Zavřít upozornění');
    notice.append(close);
    this.#place.append(notice);
  }

  /** @param {string} kind */
  clear(kind) {
    this.#find(kind)?.remove();
  }

  /** @param {string} kind @returns {HTMLElement | null} */
  #find(kind) {
    return this.#place.querySelector(`[data-kind="${kind}"]`);
  }
}

/** @param {string} label @param {string} className @param {() => void} run */
function button(label, className, run) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = label;
  made.addEventListener('click', run);
  return made;
}
