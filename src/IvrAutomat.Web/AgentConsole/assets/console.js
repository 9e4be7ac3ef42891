// Keeps an open page up to date and lends it its keys. Parts marked data-live are fetched again when something of the kinds in data-on
// happens; whoever is typing in a part is left alone until they have finished.
const waiting = new Map();
const soonMs = 40;
const looksMs = 30_000;
const silentMs = 35_000;
const patienceMs = 5_000;
let cutOff;

function refresh(part) {
  if (part.contains(document.activeElement) && /^(INPUT|TEXTAREA|SELECT)$/u.test(document.activeElement.tagName)) {
    document.activeElement.addEventListener("blur", () => refresh(part), { once: true });
    return;
  }

  if (!waiting.has(part)) {
    waiting.set(part, setTimeout(() => fetchPart(part), soonMs));
  }
}

async function fetchPart(part) {
  waiting.delete(part);
  try {
    const answer = await fetch(part.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
    if (answer.ok) {
      part.innerHTML = await answer.text();
      part.dispatchEvent(new CustomEvent("refreshed", { bubbles: true }));
    }
  } catch {
    // The stream tells when the server is back; until then the page shows what it knew.
  }
}

// An instance that is started anew is back before anybody has to be told.
function sayCutOff(afterMs) {
  cutOff ??= setTimeout(() => { document.getElementById("cut-off").hidden = false; }, afterMs);
}

function sayConnected() {
  clearTimeout(cutOff);
  cutOff = undefined;
  document.getElementById("cut-off").hidden = true;
}

function listen() {
  const live = () => document.querySelectorAll("[data-live]");
  if (live().length === 0) {
    return;
  }

  setInterval(() => live().forEach((part) => "looks" in part.dataset && refresh(part)), looksMs);
  stream(live, false);
}

// A machine that lost its network closes nothing: a stream without a beat for longer than three is taken for lost, and opened anew.
function stream(live, lost) {
  const source = new EventSource(new URL("../events", import.meta.url));
  let wasLost = lost;
  let silence;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      source.close();
      sayCutOff(0);
      stream(live, true);
    }, silentMs);
  };

  ["hello", "beat", "change"].forEach((kind) => source.addEventListener(kind, heard));
  source.addEventListener("change", (event) => {
    const [kind] = event.data.split(" ");
    live().forEach((part) => part.dataset.on.split(" ").includes(kind) && refresh(part));
  });
  source.addEventListener("open", () => {
    heard();
    sayConnected();
    if (wasLost) {
      live().forEach(refresh);
    }

    wasLost = false;
  });
  source.addEventListener("error", () => {
    wasLost = true;
    sayCutOff(patienceMs);
  });
  heard();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/u.test(event.target.tagName)) {
    return;
  }

  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (target) {
    event.preventDefault();
    target.click();
  }
});

listen();
