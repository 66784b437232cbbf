/* What is heard: the voice of the browser where it has one, a soft bell, or nothing. */

const WORDS_PER_S = 2.5, HALFWAY = "Halfway.";

class Sound {
  constructor() {
    this.hasVoice = "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;
    this.kind = this.hasVoice ? "voice" : "bell";
    this.forget();
    this.isBroken = false;
  }

  get isSpoken() { return this.kind === "voice"; }

  forget() {
    this.key = null;
    this.told = -1;
    this.last = null;
    this.wasHalfway = false;
  }

  change() {
    this.hush();
    const kinds = this.hasVoice ? ["voice", "bell", "silent"] : ["bell", "silent"];
    this.kind = kinds[(kinds.indexOf(this.kind) + 1) % kinds.length];
    this.isBroken = this.isSpoken;
  }

  /* What came up in a segment since one last looked. */
  follow(engine) {
    if (!this.isSpoken || engine.state !== "playing") return;
    const due = this.due(engine);
    if (due.length) this.say(due.join(" "));
  }

  due(engine) {
    const lines = linesOf(engine), key = engine.at;
    if (this.key !== key || engine.elapsed < this.told) {
      this.forget();
      this.key = key;
    }
    const elapsed = engine.elapsed;
    let found = lines.filter(line => this.told < line.at && line.at <= elapsed);
    const goingOn = this.goingOn(engine, lines, found);
    this.told = elapsed;
    if (this.wasHalfway) found = found.filter(line => line.words !== HALFWAY);
    found.forEach(line => {
      this.wasHalfway = this.wasHalfway || line.words === HALFWAY;
      this.last = line;
    });
    return [...goingOn, ...found.map(line => line.words)];
  }

  /* After a pause, where one is, where there is time for it. */
  goingOn(engine, lines, due) {
    const wasBroken = this.isBroken;
    this.isBroken = false;
    if (!wasBroken || engine.elapsed === 0 || due.length) return [];
    const next = lines.find(line => line.at > Math.max(this.told, engine.elapsed));
    const room = Math.min(next ? next.at : engine.segment.length, engine.segment.length) - engine.elapsed;
    const work = workOf(engine).replace(" · ", ", "), said = work[0].toUpperCase() + work.slice(1);
    const where = engine.segment.kind === "rep" ? `${said}.` : `${said}, ${sayLength(engine.shown)} left.`;
    return [`Going on. ${where}`, "Going on."].filter(words => speechS(words) <= room).slice(0, 1);
  }

  /* It is paused: of a lead, the sentence that was going on is said again. */
  breakOff(engine) {
    this.isBroken = true;
    const last = this.last, isLead = LEAD.includes(engine.segment.kind);
    if (this.isSpoken && last && isLead && last.at <= engine.elapsed && engine.elapsed < last.at + speechS(last.words)) {
      engine.rewind(last.at);
      this.told = last.at - 0.01;
      this.isBroken = false;
    }
    this.hush();
  }

  say(words) {
    if (!this.isSpoken) return;
    const said = new SpeechSynthesisUtterance(words.replace(/[\u2068\u2069]/g, ""));
    said.lang = /[\u0590-\u05ff]/.test(words) ? "he" : /[\u0600-\u06ff]/.test(words) ? "ar" : "en-US";
    if (speechSynthesis.speaking) speechSynthesis.cancel();
    speechSynthesis.speak(said);
  }

  hush() { if (this.hasVoice) speechSynthesis.cancel(); }

  /* A browser lets sound begin only where somebody has just touched the page. */
  wake() {
    if (this.kind !== "bell") return;
    const Context = window.AudioContext || window.webkitAudioContext;
    if (!this.context && Context) this.context = new Context();
    if (this.context && this.context.state === "suspended") this.context.resume();
  }

  ring() {
    if (this.kind !== "bell" || !this.context) return;
    const now = this.context.currentTime, tone = this.context.createOscillator(), loud = this.context.createGain();
    tone.frequency.value = 660;
    loud.gain.setValueAtTime(0.0001, now);
    loud.gain.exponentialRampToValueAtTime(0.25, now + 0.02);
    loud.gain.exponentialRampToValueAtTime(0.0001, now + 0.9);
    tone.connect(loud).connect(this.context.destination);
    tone.start(now);
    tone.stop(now + 1);
  }
}

/* The lines of a segment as it is now: those of a longer one come later by their share. */
function linesOf(engine) {
  const segment = engine.segment, more = segment.length - segment.spoken;
  const own = segment.kind === "rep" ? ofRepetition(engine) : segment.lines;
  const isLonger = segment.kind !== "ready" && segment.kind !== "rep";
  return own
    .map(([at, share, words]) => ({ at: isLonger ? at + share * more : at, words }))
    .filter(line => line.at < segment.length);
}

/* Where there are more or fewer repetitions than planned, which is the last one has changed. */
function ofRepetition(engine) {
  const { segment, block, reps } = engine, planned = engine.planned[segment.block];
  if (reps === planned || (segment.rep < reps && segment.rep < planned)) return segment.lines;
  const like = block.once_more[segment.rep === reps ? 1 : 0];
  return like.map(([at, share, words]) => [at, share, words.replace(/^\d+/, segment.rep)]);
}

/* What is going on, with how many there are by now: `hold 1 of 2`, `repetition 3 of 11`. */
function workOf(engine) {
  const { segment, reps } = engine;
  if (segment.kind !== "rep") return segment.work;
  const noun = segment.work.replace(/ \d+ of \d+$/, "");
  return reps > 1 ? `${noun} ${segment.rep} of ${reps}` : noun;
}

function speechS(words) { return words.split(/\s+/).length / WORDS_PER_S; }

function sayLength(length) {
  const minutes = Math.floor(length / 60), seconds = length % 60;
  if (length < 120 && seconds) return `${length} ${length === 1 ? "second" : "seconds"}`;
  const said = `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
  return seconds ? `${said} ${seconds}` : said;
}
