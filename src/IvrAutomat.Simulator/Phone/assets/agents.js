// @ts-check
import { get } from './api.js';

/** @typedef {{ id: number, name: string, number: string }} Agent */

/** The people to whom the automat hands over: links to their telephones, and their names. */
export class Agents {
  /** @type {Agent[]} */
  #agents = [];
  #place;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  async load() {
    this.#agents = await get('agents');
    this.#place.hidden = this.#agents.length === 0;
    this.#place.replaceChildren('Telefony kolegů: ', ...this.links());
  }

  /** A link to each telephone; it opens beside the customer's. @returns {HTMLElement[]} */
  links() {
    return this.#agents.map(({ id, name }) => {
      const link = document.createElement('a');
      link.className = 'agent-phone';
      link.href = `/phone/agents/${id}`;
      link.target = `agent-${id}`;
      link.textContent = name;
      link.title = `Otevře telefon v novém okně: ${name}`;
      return link;
    });
  }

  /** @param {string} number */
  nameOf(number) {
    return this.#agents.find(agent => agent.number === number)?.name ?? 'Druhá strana';
  }
}
