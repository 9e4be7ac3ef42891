// @ts-check
/**
 * An element that the page must have.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function find(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) {
    throw new Error(`The page has no ${kind.name} of id ${id}.`);
  }

  return found;
}

/** @param {string} id */
export const part = id => find(id, HTMLElement);

/** @param {string} id */
export const buttonOf = id => find(id, HTMLButtonElement);

/** How the page looks follows from it. @param {'idle' | 'calling' | 'talking' | 'ended'} phase */
export function enter(phase) {
  document.body.dataset.phase = phase;
}
