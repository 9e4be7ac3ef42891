// @ts-check
/** Why recognition ended, in words; `no-speech` and `aborted` need none. */
const troubles = {
  'not-allowed': 'Mikrofon není povolený. Povolte ho v nastavení stránky, nebo větu napište.',
  'service-not-allowed': 'Prohlížeč rozpoznávání řeči nedovolil. Větu prosím napište.',
  'audio-capture': 'Prohlížeč nenašel mikrofon. Připojte ho, nebo větu napište.',
  network: 'Rozpoznávání řeči potřebuje internet. Větu prosím napište.',
  'language-not-supported': 'Prohlížeč nerozpozná češtinu. Větu prosím napište.',
};

/**
 * A button that listens to the microphone, where the browser recognises speech; elsewhere it stays hidden.
 * @param {HTMLButtonElement} button
 * @param {{ partial: (text: string) => void, final: (text: string) => void, trouble: (text: string) => void }} to
 */
export function microphone(button, to) {
  const Recognition = Reflect.get(window, 'SpeechRecognition') ?? Reflect.get(window, 'webkitSpeechRecognition');
  if (!Recognition) {
    return;
  }

  button.hidden = false;
  /** @type {any} */
  let listening = null;

  const stop = () => {
    listening = null;
    button.setAttribute('aria-pressed', 'false');
  };

  button.addEventListener('click', () => {
    if (listening) {
      listening.stop();
      return;
    }

    listening = new Recognition();
    listening.lang = 'cs-CZ';
    listening.interimResults = true;
    listening.onresult = (/** @type {any} */ event) => {
      const result = event.results[event.results.length - 1];
      const text = result[0].transcript.trim();
      (result.isFinal ? to.final : to.partial)(text);
    };
    listening.onerror = (/** @type {{ error: keyof typeof troubles }} */ event) => {
      if (troubles[event.error]) {
        to.trouble(troubles[event.error]);
      }
    };
    listening.onend = stop;
    button.setAttribute('aria-pressed', 'true');
    listening.start();
  });
}
