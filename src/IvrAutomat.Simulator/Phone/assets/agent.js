// @ts-check
import { address, get } from './api.js';
import { Call } from './call.js';
import { Captions } from './captions.js';
import { Clock } from './clock.js';
import { follow } from './conversation.js';
import { keypad } from './keypad.js';
import { Listening } from './listening.js';
import { microphone } from './microphone.js';
import { Notices } from './notices.js';
import { buttonOf, enter, find, part } from './page.js';
import { toggles } from './toggles.js';
import { Tones } from './tones.js';
import { Voice } from './voice.js';
import { agentEnding, agentStatuses, troubleOf } from './words.js';

/** Which of the agents this telephone belongs to: the last part of the page's address. */
const agent = Number(location.pathname.split('/').pop());
const againMs = 3000;

const tones = new Tones();
const voice = new Voice();
const notices = new Notices(part('notices'));
const captions = new Captions(part('transcript'));
const clock = new Clock(part('timer'));
const listening = new Listening(
  { panel: part('listening'), expects: part('expects'), left: part('left'), countdown: part('countdown') });
const words = find('words', HTMLInputElement);

/** @type {Call | null} */
let call = null;
let title = document.title;

const keys = keypad(part('keypad'), key => {
  tones.key(key);
  call?.press(key);
});

/** Whose telephone it is; then it waits for calls. */
async function switchOn() {
  try {
    const agents = await get('agents');
    const own = agents.find((/** @type {{ id: number }} */ one) => one.id === agent);
    if (!own) {
      notices.show('server', { text: 'Takový kolega tu není.', advice: 'Otevřete telefon ze stránky zkušebního telefonu.' });
      return;
    }

    title = `Telefon: ${own.name}`;
    document.title = title;
    part('whose').textContent = title;
    notices.clear('server');
    listen();
  } catch (failure) {
    notices.show('server', troubleOf(failure));
    window.setTimeout(switchOn, againMs);
  }
}

function listen() {
  const events = new EventSource(address(`agents/${agent}/events`));
  events.addEventListener('ready', () => notices.clear('line'));
  events.addEventListener('call', event => ring(JSON.parse(event.data).id));
  events.onerror = () => {
    notices.show('line', { text: 'Telefon je bez spojení se serverem.', advice: 'Zkouším to znovu; hovory zatím nezazvoní.' });
    if (events.readyState === EventSource.CLOSED) {
      window.setTimeout(listen, againMs);
    }
  };
}

/** @param {string} id */
function ring(id) {
  // One telephone takes one call; a second one meanwhile rings in vain, as on a line without call waiting.
  if (call) {
    return;
  }

  captions.clear();
  clock.reset();
  show('Volá automat obchodu', '');
  call = new Call(id);
  follow(call, { captions, listening, voice, tones, clock, notices }, ended => finish(agentEnding(ended)), {
    statuses: agentStatuses,
    others: () => 'Zákazník',
    together: () => 'Spojeno se zákazníkem',
    changed: status => {
      if (status === 'ringing') {
        enter('calling');
        tones.ringIn();
        document.title = `Zvoní! ${title}`;
        buttonOf('answer').focus({ preventScroll: true });
      } else if (status === 'in-progress') {
        document.title = title;
        use(true);
        part('transcript').focus({ preventScroll: true });
      }
    },
  });
}

/** @param {{ text: string, detail: string }} how */
function finish({ text, detail }) {
  call = null;
  document.title = title;
  show('Telefon leží', detail);
  part('status').textContent = `${text}. Čeká na další hovor`;
  use(false);
  enter('ended');
}

/** @param {string} line @param {string} why */
function show(line, why) {
  part('line').textContent = line;
  part('why').textContent = why;
  part('why').hidden = !why;
}

/** @param {boolean} talking */
function use(talking) {
  keys.enable(talking);
  words.disabled = !talking;
  buttonOf('send').disabled = !talking;
  buttonOf('microphone').disabled = !talking;
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
part('say').addEventListener('submit', event => {
  event.preventDefault();
  speak(words.value);
});
part('answer').addEventListener('click', () => void call?.answer());
part('decline').addEventListener('click', () => void call?.decline());
part('hang-up').addEventListener('click', () => void call?.hangUp());
part('skip').addEventListener('click', () => {
  voice.stop();
  void call?.skip();
});

// Browsers keep a page silent until a person has touched it. The notice goes only after the click: earlier, the button under the
// pointer would move away before it is released.
if (!navigator.userActivation?.hasBeenActive) {
  notices.show('sound', { text: 'Zvonění uslyšíte, až na stránku jednou klepnete.' });
  for (const gesture of ['click', 'keydown']) {
    document.addEventListener(gesture, () => notices.clear('sound'), { once: true });
  }
}

use(false);
void switchOn();
