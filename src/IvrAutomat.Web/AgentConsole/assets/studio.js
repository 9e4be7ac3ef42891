// Tells while somebody types what is wrong with a text and how long it is, and plays it. Without a script the pages still save and publish.
const pauseMs = 350;
let sound = null;

async function ask(form, path) {
  const answer = await fetch(new URL(`../../studio/${path}`, import.meta.url), { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }

  return answer;
}

function say(form, lines) {
  const list = document.createElement("ul");
  list.className = "findings";
  list.append(...lines.map(({ severity, words }) => {
    const line = document.createElement("li");
    line.className = severity === "Error" ? "bad" : "remark";
    line.textContent = words;
    return line;
  }));
  form.querySelector(".lint").replaceChildren(list);
}

async function lint(form) {
  const asked = form.elements.text.value;
  try {
    const found = await (await ask(form, "lint")).json();
    if (asked !== form.elements.text.value) {
      return;
    }

    say(form, [...(found.conflict ? [{ severity: "Error", words: found.conflict }] : []), ...found.findings]);
    form.querySelector(".heard").textContent = found.heard ?? "";
    const seconds = form.querySelector(".seconds");
    if (seconds) {
      seconds.textContent = found.seconds ?? "";
    }
  } catch {
    say(form, [{ severity: "Error", words: form.closest("[data-lost]").dataset.lost }]);
  }
}

async function hear(form) {
  sound ??= new AudioContext();
  try {
    await sound.resume();
    const answer = await ask(form, form.dataset.hears ?? "hear");
    if (answer.headers.get("Content-Type").startsWith("audio/")) {
      const source = sound.createBufferSource();
      source.buffer = await sound.decodeAudioData(await answer.arrayBuffer());
      source.connect(sound.destination);
      source.start();
      form.dataset.heard = source.buffer.duration.toFixed(1);
      return;
    }

    // No engine of ours: the browser's voice tells the words, though not how the line sounds.
    const { text, language } = await answer.json();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
    say(form, [{ severity: "Note", words: form.closest("[data-no-voice]").dataset.noVoice }]);
  } catch {
    say(form, [{ severity: "Error", words: form.closest("[data-lost]").dataset.lost }]);
  }
}

document.querySelectorAll("form[data-text]").forEach((form) => {
  let pause = 0;
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => lint(form), pauseMs);
  });
  form.querySelector("[data-hear]")?.addEventListener("click", () => hear(form));
});
