// The page around the terminal: its size of letters, fingers, the bell, and what is said as it closes.
"use strict";
const CELL = { wide: 0.6, high: 1.32 }; // of the size of the letters
const LETTERS = { least: 12, most: 20 };
const terminal = document.getElementById("terminal");
const isTouched = matchMedia("(pointer: coarse)").matches;
const BEAT_MS = 5000;
const SILENT_MOST = 3; // beats without an answer
const LOST = "The connection was lost. What you entered is in your diary, and what you had begun to type is kept.";
const say = words => { document.getElementById("why").textContent = words; };

// Who opens the address again, in another tab as well, comes back to here.
localStorage.setItem("room", location.pathname);
history.replaceState(null, "", location.pathname);

// 80 columns and 24 rows fit; on what can be turned, in both ways of holding it.
const size = () => {
  const bar = document.getElementById("bar").offsetHeight;
  const across = isTouched ? Math.min(innerWidth, innerHeight) : innerWidth;
  const down = Math.min(isTouched ? across : Infinity, innerHeight) - bar;
  const fits = Math.floor(Math.min(across / 80 / CELL.wide, down / 24 / CELL.high));
  return Math.max(LETTERS.least, Math.min(LETTERS.most, fits));
};

let sound;
const ring = () => {
  sound ??= new AudioContext();
  const [tone, volume] = [sound.createOscillator(), sound.createGain()];
  const now = sound.currentTime;
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.2, now);
  volume.gain.exponentialRampToValueAtTime(0.001, now + 0.6);
  tone.connect(volume).connect(sound.destination);
  tone.start();
  tone.stop(now + 0.6);
};

// Textual's script knows neither a bell nor why a session ended, nor that nobody is there any more.
window.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address);
    let silent = 0; // counted, as a tablet that sleeps counts no time
    const beat = setInterval(() => {
      if (silent++ < SILENT_MOST) return this.send(JSON.stringify(["ping", String(Date.now())]));
      say(LOST);
      end();
      this.close();
    }, BEAT_MS);
    const end = () => {
      clearInterval(beat);
      document.body.classList.add("-closed");
    };
    this.addEventListener("message", ({ data }) => {
      silent = 0;
      if (typeof data !== "string") return;
      const [what, words] = JSON.parse(data);
      if (what === "bell") ring();
      if (what === "ended") say(words);
    });
    this.addEventListener("open", () => document.querySelector(".xterm-helper-textarea").focus());
    this.addEventListener("close", end);
  }

  // Its focus is told as soon as it is clicked on, which may be before there is anybody to tell, or after.
  send(data) {
    if (this.readyState === WebSocket.OPEN) super.send(data);
  }
};

const again = async () => {
  try {
    await fetch(location.pathname, { signal: AbortSignal.timeout(BEAT_MS) });
    location.reload();
  } catch {
    say("backcare serve has ended, or cannot be reached. Start it again where it ran, and open the address that it says.");
  }
};

// A finger that moves turns the wheel, a line for each row that it passes.
const fingers = screen => {
  let last = null;
  const row = () => terminal.clientHeight / Math.max(1, Math.round(terminal.clientHeight / (size() * CELL.high)));
  // A finger that is lifted points at nothing: no word of what is under it stays over the screen.
  terminal.addEventListener("click", () => {
    const { left, top } = screen.getBoundingClientRect();
    screen.dispatchEvent(new MouseEvent("mousemove", { clientX: left + 1, clientY: top + 1, bubbles: true }));
  });
  terminal.addEventListener("touchstart", event => { last = event.touches[0].clientY; }, { passive: true });
  terminal.addEventListener("touchmove", event => {
    const { clientX, clientY } = event.touches[0];
    for (; Math.abs(last - clientY) >= row(); last -= Math.sign(last - clientY) * row()) {
      const deltaY = Math.sign(last - clientY);
      const turned = { deltaY, deltaMode: WheelEvent.DOM_DELTA_LINE, clientX, clientY, bubbles: true, cancelable: true };
      screen.dispatchEvent(new WheelEvent("wheel", turned));
    }
  }, { passive: true });
};

// The keyboard of a tablet covers half of the screen: it comes only where it is asked for.
const keyboard = typed => {
  const button = document.getElementById("keys");
  typed.inputMode = "none";
  button.addEventListener("click", () => {
    const isWanted = typed.inputMode === "none";
    typed.inputMode = isWanted ? "text" : "none";
    button.setAttribute("aria-pressed", isWanted);
    typed.blur();
    typed.focus();
  });
  // It covers no line: what is left of the window is all that is drawn in.
  visualViewport.addEventListener("resize", () => {
    document.body.style.height = `${visualViewport.height}px`;
    scrollTo(0, 0);
    dispatchEvent(new Event("resize"));
  });
  document.getElementById("back").addEventListener("click", () => {
    typed.focus();
    typed.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", keyCode: 27, bubbles: true, cancelable: true }));
  });
};

const begin = () => {
  window.onload();
  const typed = document.querySelector(".xterm-helper-textarea");
  typed.setAttribute("autocapitalize", "off");
  if (!isTouched) return;
  keyboard(typed);
  fingers(document.querySelector(".xterm-screen"));
};

addEventListener("load", async () => {
  document.getElementById("again").addEventListener("click", again);
  document.getElementById("bar").hidden = !isTouched;
  // The terminal measures its cells once, so its letters have to be there.
  await Promise.all(["", "bold "].flatMap(weight =>
    ["W", "\u28ff"].map(letter => document.fonts.load(`${weight}16px "Roboto Mono"`, letter))));
  terminal.dataset.fontSize = size();
  terminal.dataset.sessionWebsocketUrl = `ws://${location.host}${location.pathname}ws`;
  const script = document.createElement("script");
  script.src = "/made-of/textual.js";
  script.onload = begin;
  document.head.append(script);
});
