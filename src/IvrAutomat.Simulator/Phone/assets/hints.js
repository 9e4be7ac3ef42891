// @ts-check
/**
 * The order and PIN of the demo caller as buttons: one press types them, as somebody with the e-mail at hand would.
 * @param {HTMLElement} place
 * @param {import('./api.js').DemoCaller | null} demo
 * @param {(keys: string) => void} type
 */
export function showHints(place, demo, type) {
  const pairs = demo ? [['PIN', demo.pin], ['Č.', demo.order]] : [];
  place.replaceChildren(...pairs.map(([name, value]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'hint-button';
    button.title = 'Naťuká číslice za vás';
    button.setAttribute('aria-label', `Naťukat ${name === 'PIN' ? 'PIN' : 'číslo objednávky'} ${value}`);
    const strong = document.createElement('strong');
    strong.textContent = value;
    button.append(`${name} `, strong);
    button.addEventListener('click', () => type(value));
    return button;
  }));
}
