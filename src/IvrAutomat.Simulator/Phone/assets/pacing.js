// @ts-check
/** Shares of time, as the carrier reckons them: each character, and the rests after a comma and after a sentence. */
const character = 0.07;
const comma = 0.15;
const sentence = 0.35;

/** @param {string} word */
function weight(word) {
  const rest = /[,;:]$/.test(word) ? comma : /[.!?…]$/.test(word) ? sentence : 0;
  return character * (word.length + 1) + rest;
}

/**
 * When each word begins, so that all together take the whole time.
 * @param {string[]} words
 * @param {number} seconds
 * @returns {number[]} milliseconds from the start
 */
export function beginnings(words, seconds) {
  const weights = words.map(weight);
  const whole = weights.reduce((sum, one) => sum + one, 0) || 1;
  let passed = 0;
  return weights.map(one => {
    const begins = passed;
    passed += one;
    return 1000 * seconds * begins / whole;
  });
}

/**
 * Leads a mark through words while they are being spoken.
 * @param {HTMLElement[]} words
 * @param {number} seconds
 */
export function pace(words, seconds) {
  let current = -1;
  const mark = (/** @type {number} */ index) => {
    for (let i = Math.max(0, current); i < index; i++) {
      words[i].className = 'word spoken';
    }

    current = index;
    if (index < words.length) {
      words[index].className = 'word now';
    }
  };

  const timers = beginnings(words.map(word => word.textContent ?? ''), seconds)
    .map((at, index) => window.setTimeout(() => mark(index), at));
  timers.push(window.setTimeout(() => mark(words.length), 1000 * seconds));
  const stop = () => timers.forEach(timer => window.clearTimeout(timer));
  return {
    finish() {
      stop();
      mark(words.length);
    },
    /** What was not spoken any more; the words stay readable, but marked. */
    cut() {
      stop();
      words.slice(Math.max(0, current)).forEach(word => word.className = 'word unsaid');
      return current < words.length;
    },
  };
}
