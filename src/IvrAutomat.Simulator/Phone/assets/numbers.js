// @ts-check
/**
 * What somebody typed as a telephone number, in E.164; null when it is none. Nine digits are a Czech number.
 * @param {string} typed
 */
export function e164(typed) {
  const bare = typed.replace(/[\s().\-/]/gu, '').replace(/^00/u, '+');
  const whole = /^\d{9}$/u.test(bare) ? `+420${bare}` : bare;
  return /^\+[1-9]\d{6,14}$/u.test(whole) ? whole : null;
}

/** @param {string} number E.164, or a word such as a sender's name */
export function readable(number) {
  const czech = /^(\+42[01])(\d{3})(\d{3})(\d{3})$/u.exec(number);
  return czech ? czech.slice(1).join('\u00a0') : number;
}
