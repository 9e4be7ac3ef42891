// @ts-check
/**
 * A switch that this browser remembers. A browser that forbids storage keeps it until the page is closed.
 * @param {string} name
 * @param {boolean} first
 */
export function remembered(name, first) {
  const key = `phone.${name}`;
  let value = first;
  try {
    value = (localStorage.getItem(key) ?? String(first)) === 'true';
  } catch {
    // Storage is forbidden here.
  }

  return {
    get value() {
      return value;
    },
    set value(chosen) {
      value = chosen;
      try {
        localStorage.setItem(key, String(chosen));
      } catch {
        // Storage is forbidden here.
      }
    },
  };
}
