// @ts-check
/** Keys as they stand on a telephone, with the letters printed below and the names a screen reader says. */
const keys = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'],
  ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'],
  ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'],
  ['*', '', 'hvězdička'], ['0', '+'], ['#', '', 'křížek'],
];

/** How long a key looks pressed when it was pressed on the keyboard. */
const flashMs = 130;

/**
 * The keypad on the screen and on the computer's keyboard.
 * @param {HTMLElement} place
 * @param {(key: string) => void} pressed
 */
export function keypad(place, pressed) {
  const buttons = new Map(keys.map(([key, letters, name]) => [key, button(key, letters, name)]));
  place.append(...buttons.values());

  /** @param {string} key */
  const press = key => {
    const target = buttons.get(key);
    target?.classList.add('down');
    window.setTimeout(() => target?.classList.remove('down'), flashMs);
    pressed(key);
  };

  for (const [key, target] of buttons) {
    target.addEventListener('click', () => press(key));
  }

  document.addEventListener('keydown', event => {
    const usable = buttons.has(event.key) && !buttons.get(event.key)?.disabled;
    if (usable && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat && !isText(event.target)) {
      event.preventDefault();
      press(event.key);
    }
  });

  return {
    press,
    /** @param {boolean} on */
    enable(on) {
      buttons.forEach(target => target.disabled = !on);
    },
  };
}

/** @param {string} key @param {string} letters @param {string} [name] */
function button(key, letters, name) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'key';
  made.disabled = true;
  made.setAttribute('aria-label', name ?? key);
  const sign = document.createElement('span');
  sign.className = 'sign';
  sign.textContent = key;
  const below = document.createElement('span');
  below.className = 'letters';
  below.textContent = letters;
  made.append(sign, below);
  return made;
}

/** Whether somebody writes here: then digits belong to the text. @param {EventTarget | null} target */
function isText(target) {
  return target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type);
}
