// @ts-check
/** @typedef {import('./call.js').Listen} Listen */

const aboutSecret = /(?<!\p{L})(pin|k[oó]d|code)/iu;
const aboutNumber = /(čísl|number|telefon)/iu;

/** Digits as Czech words, with and without diacritics. */
const digitWords = /(?<!\p{L})(nul|jedn|dv[aeě]|t[rř]i|[cč]ty[rř]|p[eě]t|[sš]est|sedm|osm|dev[eě]t)/iu;

/**
 * Whether an entry takes something that nobody should read over a shoulder.
 * The carrier does not say what an entry is for, so the words of the prompt and the entry's length decide; in doubt it is secret.
 * A menu (one key) never is. Entries of unknown or great length are order and phone numbers. While nobody listens, keys may
 * be a PIN that was begun too early.
 * @param {Listen | null} listen
 * @param {string} prompt what was spoken since the listening began
 */
export function isSecret(listen, prompt) {
  if (listen?.numDigits === 1) {
    return false;
  }

  if (!listen) {
    return true;
  }

  const short = listen.numDigits !== null && listen.numDigits <= 7;
  return aboutSecret.test(prompt) || short && !aboutNumber.test(prompt);
}

/** @param {string} keys */
export const asDots = keys => '•'.repeat(keys.length);

/** Words of a secret entry: a spoken PIN becomes dots, "nevím" stays. @param {string} text */
export const wordsAsDots = text => /\d/u.test(text) || digitWords.test(text) ? '••••' : text;
