// @ts-check
import { Refused, Unreachable } from './api.js';
import { readable } from './numbers.js';

/** @typedef {import('./call.js').Ended} Ended @typedef {import('./notices.js').Notice} Notice */

/** The carrier's statuses while a call lives. */
/** @type {Record<string, string>} */
export const statuses = {
  queued: 'Vytáčím…',
  ringing: 'Vyzvání…',
  'in-progress': 'Hovoří se',
};

/** The same on the telephone of somebody who is called. @type {Record<string, string>} */
export const agentStatuses = {
  queued: 'Někdo volá…',
  ringing: 'Zvoní!',
  'in-progress': 'Hovoří se',
};

/** Why the call of somebody who was called ended. @param {Ended} ended */
export function agentEnding({ by, reason }) {
  switch (by) {
    case 'caller':
      return { text: reason === 'the call was refused' ? 'Odmítli jste' : 'Zavěsili jste', detail: '' };
    case 'automat':
      return { text: 'Hovor ukončil automat', detail: '' };
    default:
      return reason === 'nobody answered'
        ? { text: 'Nezvedli jste', detail: '' }
        : { text: 'Hovor skončil', detail: '' };
  }
}

/** @type {Record<string, string>} */
const dialStatuses = {
  answered: 'Druhá strana zvedla',
  completed: 'Druhá strana zavěsila',
  busy: 'Druhá strana má obsazeno',
  'no-answer': 'Druhá strana nezvedá',
  canceled: 'Vytáčení skončilo',
  failed: 'Číslo se nepodařilo spojit',
};

/** How the ringing of another line goes. @param {import('./call.js').Dial} dial */
export const dialling = ({ to, status }) =>
  to ? `Automat spojuje na ${readable(to)}…` : dialStatuses[status ?? ''] ?? `Spojování: ${status}`;

/** Why a call ended, in a sentence; a reason that only a developer understands follows as a detail. @param {Ended} ended */
export function ending({ by, reason }) {
  switch (by) {
    case 'caller':
      return { text: 'Zavěsili jste', detail: '' };
    case 'automat':
      return reason === 'Reject'
        ? { text: 'Obchod hovor odmítl', detail: '' }
        : { text: 'Hovor ukončil automat', detail: '' };
    default:
      return { text: 'Hovor se přerušil', detail: `Důvod: ${reason}. Podívejte se do výpisu serveru a zavolejte znovu.` };
  }
}

/** What happened to a request and what to do about it. @param {unknown} failure @returns {Notice} */
export function troubleOf(failure) {
  if (failure instanceof Unreachable) {
    return {
      text: 'Server neodpovídá.',
      advice: 'Zkontrolujte, že v terminálu běží „dotnet run --project src/IvrAutomat.Web“, a zkuste to znovu.',
    };
  }

  if (failure instanceof Refused && failure.status === 404) {
    return { text: 'Server tento hovor nezná.', advice: 'Nejspíš se mezitím restartoval. Zavolejte znovu.' };
  }

  return failure instanceof Refused
    ? { text: 'Server to odmítl.', advice: `Uvádí důvod: ${failure.message}` }
    : { text: 'Telefon se zasekl.', advice: 'Obnovte prosím stránku a zavolejte znovu.' };
}
