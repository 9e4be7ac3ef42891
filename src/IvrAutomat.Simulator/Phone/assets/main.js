// @ts-check
import { Agents } from './agents.js';
import { get } from './api.js';
import { Call } from './call.js';
import { Captions } from './captions.js';
import { Clock } from './clock.js';
import { follow } from './conversation.js';
import { CallerChoice } from './dial.js';
import { showHints } from './hints.js';
import { keypad } from './keypad.js';
import { Listening } from './listening.js';
import { Messages } from './messages.js';
import { microphone } from './microphone.js';
import { Notices } from './notices.js';
import { buttonOf, enter, find, part } from './page.js';
import { toggles } from './toggles.js';
import { Tones } from './tones.js';
import { Voice } from './voice.js';
import { ending, statuses, troubleOf } from './words.js';

/** How soon a server that was not there is asked again. */
const againMs = 3000;

const tones = new Tones();
const voice = new Voice();
const notices = new Notices(part('notices'));
const captions = new Captions(part('transcript'));
const clock = new Clock(part('timer'));
const listening = new Listening(
  { panel: part('listening'), expects: part('expects'), left: part('left'), countdown: part('countdown') });
const messages = new Messages({ list: part('messages'), empty: part('sms-empty'), toast: part('toast'), count: part('sms-count') });
const agents = new Agents(part('agents'));
const words = find('words', HTMLInputElement);
const dial = buttonOf('dial');

/** @type {Call | null} */
let call = null;

const keys = keypad(part('keypad'), key => {
  tones.key(key);
  call?.press(key);
});
const choice = new CallerChoice(find('who', HTMLFormElement), demo =>
  showHints(part('hints'), demo, digits => [...digits].forEach(keys.press)));

async function loadCallers() {
  try {
    choice.show(await get('callers'));
    await agents.load();
    dial.disabled = false;
    notices.clear('server');
  } catch (failure) {
    dial.disabled = true;
    notices.show('server', troubleOf(failure));
    window.setTimeout(loadCallers, againMs);
  }
}

async function place() {
  const caller = choice.take();
  if (!caller || call) {
    return;
  }

  ['act', 'call', 'connection'].forEach(kind => notices.clear(kind));
  captions.clear();
  clock.reset();
  show('Vytáčím…');
  use(true);
  enter('calling');
  tones.ring();
  messages.open(caller.phone).catch(failure => notices.show('messages', { ...troubleOf(failure), text: 'SMS se nepodařilo otevřít.' }));
  try {
    call = await Call.dial(caller.from);
    follow(call, { captions, listening, voice, tones, clock, notices }, ended => finish(ending(ended)), {
      statuses,
      others: number => agents.nameOf(number),
      together: numbers => `Spojeno: ${numbers.map(number => agents.nameOf(number)).join(', ')}`,
      queued: () => captions.noteWith('Čekáte ve frontě. Telefony kolegů: ', agents.links()),
    });
    part('transcript').focus({ preventScroll: true });
  } catch (failure) {
    tones.cut();
    notices.show('call', troubleOf(failure));
    finish({ text: 'Hovor se nespojil', detail: '' });
  }
}

/** @param {{ text: string, detail: string }} how */
function finish({ text, detail }) {
  call = null;
  tones.stopRinging();
  show(text, detail);
  use(false);
  enter('ended');
  dial.textContent = 'Zavolat znovu';
  dial.focus({ preventScroll: true });
}

/** @param {string} text @param {string} [why] */
function show(text, why = '') {
  part('status').textContent = text;
  part('why').textContent = why;
  part('why').hidden = !why;
}

/** The parts that only make sense during a call, and those that only make sense between calls. @param {boolean} calling */
function use(calling) {
  keys.enable(calling);
  find('who-fields', HTMLFieldSetElement).disabled = calling;
  words.disabled = !calling;
  buttonOf('send').disabled = !calling;
  buttonOf('microphone').disabled = !calling;
}

/** @param {string} text */
function speak(text) {
  words.value = '';
  if (text.trim()) {
    void call?.say(text.trim());
  }
}

voice.onVoices(toggles(voice, tones));
microphone(buttonOf('microphone'), {
  partial: text => words.value = text,
  final: speak,
  trouble: text => notices.show('microphone', { text }),
});
part('who').addEventListener('submit', event => {
  event.preventDefault();
  void place();
});
part('say').addEventListener('submit', event => {
  event.preventDefault();
  speak(words.value);
});
part('hang-up').addEventListener('click', () => void call?.hangUp());
part('other-caller').addEventListener('click', () => {
  enter('idle');
  show('Připraveno k volání');
  dial.textContent = 'Zavolat';
});
part('skip').addEventListener('click', () => {
  voice.stop();
  void call?.skip();
});
window.addEventListener('pagehide', () => call?.leave());
use(false);
void loadCallers();
