// @ts-check
import { Unreachable } from './api.js';
import { enter, part } from './page.js';
import { dialling, troubleOf } from './words.js';

/** @typedef {import('./call.js').Call} Call @typedef {import('./call.js').Ended} Ended */
/**
 * @typedef {object} Parts
 * @property {import('./captions.js').Captions} captions
 * @property {import('./listening.js').Listening} listening
 * @property {import('./voice.js').Voice} voice
 * @property {import('./tones.js').Tones} tones
 * @property {import('./clock.js').Clock} clock
 * @property {import('./notices.js').Notices} notices
 */

/**
 * @typedef {object} Side what is told on one side of a call only
 * @property {Record<string, string>} statuses words for the carrier's statuses
 * @property {(number: string) => string} others who speaks on the other side
 * @property {(numbers: string[]) => string} together that the call is connected with somebody
 * @property {() => void} [queued] the call waits in a queue
 * @property {(status: string) => void} [changed] the carrier's status changed
 */
/**
 * Shows a call on the page while it lives.
 * @param {Call} call
 * @param {Parts} parts
 * @param {(ended: Ended) => void} over called once, when the call has ended or can no longer be reached
 * @param {Side} side
 */
export function follow(call, { captions, listening, voice, tones, clock, notices }, over, side) {
  let together = false;
  const on = (/** @type {string} */ name, /** @type {(detail: any) => void} */ act) =>
    call.addEventListener(name, event => act(/** @type {CustomEvent} */ (event).detail));
  const answered = () => {
    enter('talking');
    tones.stopRinging();
    clock.start();
  };
  const end = (/** @type {Ended} */ ended) => {
    clock.stop();
    tones.stopRinging();
    voice.stop();
    captions.end(ended.by !== 'automat');
    listening.off();
    notices.clear('connection');
    over(ended);
  };

  on('status', ({ status }) => {
    part('status').textContent = side.statuses[status] ?? part('status').textContent;
    if (status === 'in-progress') {
      answered();
    }

    side.changed?.(status);
  });
  on('say', say => {
    captions.say(say);
    listening.speaks();
    voice.read(say);
  });
  on('play', () => {
    captions.plays();
    listening.speaks();
  });
  on('listen', listen => {
    captions.listen(listen);
    listening.listen(listen);
  });
  on('quiet', () => {
    captions.quiet();
    listening.quiet();
  });
  on('heard', heard => {
    captions.heard(heard);
    if (!together) {
      listening.heard();
    }
  });
  on('silence', () => {
    captions.silence();
    listening.heard();
  });
  on('dropped', ({ key }) => captions.dropped(key));
  on('dial', dial => {
    listening.off();
    captions.note(dialling(dial));
  });
  on('queued', () => side.queued?.());
  on('connected', connected => {
    together = connected.with.length > 0;
    captions.together(together);
    listening.off();
    captions.note(together ? side.together(connected.with) : 'Spojení skončilo');
  });
  on('other', ({ by, text }) => captions.other(side.others(by), text));
  on('pressed', keys => {
    voice.stop();
    captions.pressed(keys);
    listening.pressed();
  });
  on('spoke', text => {
    voice.stop();
    captions.spoke(text);
  });
  on('trouble', ({ text }) => captions.note(`Chyba v hovoru: ${text}`, 'trouble'));
  on('ended', end);
  on('refused', failure => notices.show(failure instanceof Unreachable ? 'connection' : 'act', troubleOf(failure)));
  on('connection', state => {
    if (state === 'back') {
      notices.clear('connection');
    } else if (state === 'lost') {
      notices.show('connection', {
        text: 'Spojení se serverem se přerušilo.',
        advice: 'Zkouším to znovu, hovor zatím neukončujte. Nevrátí-li se, podívejte se, zda server běží.',
      });
    } else if (!call.over) {
      call.abandon();
      end({ by: 'carrier', reason: 'server už o hovoru neví, nejspíš se restartoval' });
    }
  });
}
