// @ts-check
/** Where the phone's interface lives: beside this file, whatever the base path. */
const root = new URL('api/', import.meta.url);

/**
 * @typedef {{ number: string, label: string, order: string, pin: string, hint?: string | null }} DemoCaller
 * @typedef {{ id: string, status: string }} PlacedCall
 */

/** The server answered, and said no. */
export class Refused extends Error {
  /** @param {number} status @param {string} detail */
  constructor(status, detail) {
    super(detail || `HTTP ${status}`);
    this.status = status;
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {}

/** @param {string} path @returns {string} */
export const address = path => new URL(path, root).href;

/**
 * @param {string} path
 * @param {RequestInit} request
 * @returns {Promise<any>} the JSON of the answer; null when it has none
 */
async function ask(path, request) {
  let response;
  try {
    response = await fetch(address(path), request);
  } catch (failure) {
    throw new Unreachable(String(failure));
  }

  const text = await response.text();
  if (!response.ok) {
    throw new Refused(response.status, detailOf(text));
  }

  return text ? JSON.parse(text) : null;
}

/** What a problem document says; other answers say nothing to a person. @param {string} text */
function detailOf(text) {
  try {
    const problem = JSON.parse(text);
    return problem.detail ?? problem.title ?? '';
  } catch {
    return '';
  }
}

/** @param {string} path */
export const get = path => ask(path, { headers: { Accept: 'application/json' } });

/**
 * @param {string} path
 * @param {unknown} [body]
 * @param {boolean} [outlivesPage] the request goes out even when the page is being closed
 */
export const post = (path, body, outlivesPage = false) => ask(path, {
  method: 'POST',
  keepalive: outlivesPage,
  headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
  body: JSON.stringify(body ?? {}),
});
