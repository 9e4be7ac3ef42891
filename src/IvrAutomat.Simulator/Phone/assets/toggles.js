// @ts-check
import { buttonOf } from './page.js';

/**
 * The switches on top of the page: reading aloud and tones.
 * @param {import('./voice.js').Voice} voice
 * @param {import('./tones.js').Tones} tones
 */
export function toggles(voice, tones) {
  const reading = buttonOf('voice-toggle');
  const sounds = buttonOf('tones-toggle');
  const show = () => {
    reading.setAttribute('aria-pressed', String(voice.available && voice.on));
    reading.disabled = !voice.available;
    reading.textContent = voice.available ? 'Hlas' : 'Hlas chybí';
    reading.title = voice.available
      ? 'Slyšet hlas automatu, jinak hlas prohlížeče'
      : 'Tento prohlížeč nemá český hlas; titulky zůstávají k přečtení';
    sounds.setAttribute('aria-pressed', String(tones.on));
  };

  reading.addEventListener('click', () => {
    voice.on = !voice.on;
    show();
  });
  sounds.addEventListener('click', () => {
    tones.on = !tones.on;
    show();
  });
  show();
  return show;
}
