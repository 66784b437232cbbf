/* Brings them together: the clock, the buttons and keys, the light that stays on. */

const data = JSON.parse($("routine").textContent);
const FRAME_MS = 70;
const SLEPT = `Paused while this device slept. ${GOES_ON}`;

class Lead {
  constructor({ script, rules }) {
    this.script = script;
    this.rules = rules;
    this.face = new Face(script, rules);
    this.sound = new Sound();
    this.lock = null;
    this.said = { before: null };
    this.bind();
    this.nameSound();
    this.face.view("before");
  }

  /* Seconds of a clock that runs on while the device sleeps. */
  get now() { return Date.now() / 1000; }
  get view() { return document.body.dataset.view; }

  begin() {
    const advice = this.rules.gentler[this.said.before];
    if (advice) {
      write($("gentler-text"), advice.text);
      write($("gentler-source"), advice.source);
      $("ask-gentler").showModal();
    } else this.play();
  }

  play() {
    this.engine = new Engine(this.script);
    this.engine.steps = this.script.steps;
    this.said = { at: new Date(this.now * 1000), before: this.said.before, first: null, after: null, effort: null, stopped: null };
    this.sound.forget();
    this.sound.wake();
    this.engine.makeRoom(this.sound.isSpoken);
    this.face.view("playing");
    this.why = GOES_ON;
    this.block = null;
    this.stayAwake();
    this.take(this.engine.goOn(this.now));
    this.timer = setInterval(() => this.look(), FRAME_MS);
    $("pause").focus({ preventScroll: true });
  }

  look() {
    if (!this.engine || this.engine.state !== "playing") return;
    this.take(this.engine.tick(this.now));
  }

  /* What has happened: heard, announced and shown. */
  take(events) {
    events.forEach(event => {
      if (event === "began" && this.engine.segment.rings) this.sound.ring();
      if (event === "slept") this.sleep();
      if (event === "finished") this.sound.ring();
    });
    if (this.engine.state === "over") {
      this.sound.say(this.script.done);
      this.end(null);
      return;
    }
    this.sound.follow(this.engine);
    this.announce();
    this.face.show(this.engine, this.why);
  }

  announce() {
    const { block } = this.engine;
    if (block === this.block) return;
    this.block = block;
    this.face.announce([block.name, block.side_words].filter(Boolean).join(", "));
  }

  sleep() {
    this.why = SLEPT;
    this.sound.breakOff(this.engine);
    this.face.announce(SLEPT);
  }

  pauseOrGoOn() {
    if (this.engine.state === "playing") this.pause();
    else this.goOn();
  }

  pause() {
    this.take(this.engine.pause(this.now));
    if (this.view !== "playing") return;
    this.sound.breakOff(this.engine);
    this.face.announce("Paused");
    this.face.show(this.engine, this.why);
  }

  goOn() {
    this.why = GOES_ON;
    this.stayAwake();
    this.take(this.engine.goOn(this.now));
  }

  lead(way) {
    this.sound.hush();
    this.take(this.engine[way](this.now));
  }

  changeSound() {
    this.sound.change();
    this.sound.wake();
    if (this.engine && this.view === "playing") {
      if (this.sound.isSpoken && LEAD.includes(this.engine.segment.kind)) this.engine.rewind(0);
      this.engine.makeRoom(this.sound.isSpoken);
      this.face.show(this.engine, this.why);
    }
    this.nameSound();
  }

  nameSound() {
    document.querySelectorAll(".sound").forEach(each => {
      write(each, { voice: "Voice", bell: "Bell", silent: "Silent" }[this.sound.kind]);
      each.setAttribute("aria-label", `Sound: ${this.sound.kind}`);
    });
  }

  /* Stand still while something is asked; what was playing goes on after it. */
  ask(dialog) {
    this.wasPlaying = this.engine.state === "playing";
    this.pause();
    if (this.view === "playing") dialog.showModal();
  }

  close(dialog) {
    dialog.close();
    if (this.wasPlaying && this.view === "playing") this.goOn();
  }

  askStop() {
    const reasons = $("reasons");
    reasons.replaceChildren(...this.engine.block.stops.map(reason => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = this.rules.reasons[reason].words;
      button.addEventListener("click", () => {
        $("ask-stop").close();
        this.end(reason);
      });
      return button;
    }));
    this.ask($("ask-stop"));
  }

  /* How it is now; a rise ends the session. */
  takePain(severity) {
    const first = this.said.first === null ? severity : this.said.first;
    const before = this.said.before === null ? first : this.said.before;
    this.said.first = first;
    if (this.rises(before, severity)) {
      this.said.after = severity;
      this.end(this.rules.rise_reason);
    } else this.face.announce(`Pain now ${severity}`);
  }

  rises(before, now) { return before !== null && now !== null && now - before >= this.rules.rise; }

  end(stopped) {
    if (this.view !== "playing") return;
    this.engine.pause(this.now);
    clearInterval(this.timer);
    if (this.engine.state !== "over") this.sound.hush();
    this.letSleep();
    document.querySelectorAll("dialog[open]").forEach(each => each.close());
    this.said.stopped = stopped;
    this.isKept = stopped !== null || this.engine.spent.reduce((sum, each) => sum + each, 0) >= 1;
    this.given = stopped;
    press($("pain-after"), this.said.after);
    press($("effort"), null);
    this.showAfter();
    this.face.view("after");
    this.face.announce(this.isKept ? "Done. How is your back now?" : "Nothing was done yet.");
  }

  showAfter() {
    const { stopped } = this.said, words = doneWords(this.engine);
    this.face.advise(stopped ? this.rules.reasons[stopped].advice : null);
    write($("done"), this.isKept ? `${words[0].toUpperCase()}${words.slice(1)}.` : "Nothing was done yet, so there is nothing to take down.");
    $("how").hidden = $("for-diary").querySelector("p").hidden = !this.isKept;
    $("line").hidden = $("copy").hidden = $("line-title").hidden = !this.isKept;
    write($("line"), this.isKept ? logLine(this.engine, this.rules, this.said) : "");
    write($("copy"), "Copy the line");
  }

  takeAfter(severity) {
    this.said.after = severity;
    const rose = this.rises(this.said.before, severity);
    this.said.stopped = this.given || (rose ? this.rules.rise_reason : null);
    press($("pain-after"), severity);
    this.showAfter();
  }

  copy() {
    const words = $("line").textContent, done = () => write($("copy"), "Copied");
    const byHand = () => {
      getSelection().selectAllChildren($("line"));
      if (document.execCommand("copy")) done();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(words).then(done, byHand);
    else byHand();
  }

  async stayAwake() {
    if (!("wakeLock" in navigator) || this.lock) return;
    try {
      this.lock = await navigator.wakeLock.request("screen");
      this.lock.addEventListener("release", () => { this.lock = null; });
    } catch (_) { this.lock = null; }
  }

  letSleep() {
    if (this.lock) this.lock.release().catch(() => {});
    this.lock = null;
  }

  /* The screen was locked, or another page lay over this one. */
  seen() {
    if (this.view !== "playing") return;
    this.look();
    if (!document.hidden && this.engine.state === "playing") this.stayAwake();
  }

  bind() {
    const on = (id, act) => $(id).addEventListener("click", act);
    const before = number => {
      this.said.before = this.said.before === number ? null : number;
      press($("pain-before"), this.said.before);
    };
    scale($("pain-before"), before);
    scale($("pain-now"), number => {
      this.takePain(number);
      this.close($("ask-pain"));
    });
    scale($("pain-after"), number => this.takeAfter(number));
    scale($("effort"), number => {
      this.said.effort = number;
      press($("effort"), number);
      this.showAfter();
    });
    on("begin", () => this.begin());
    on("all-the-same", () => {
      $("ask-gentler").close();
      this.play();
    });
    on("scene", () => this.pauseOrGoOn());
    on("pause", () => this.pauseOrGoOn());
    on("back", () => this.lead("back"));
    on("skip", () => this.lead("skip"));
    on("shorter", () => this.lead("shorter"));
    on("longer", () => this.lead("longer"));
    on("start", () => this.lead("begin"));
    on("pain", () => this.ask($("ask-pain")));
    on("leg", () => this.end(this.rules.leg_reason));
    on("stop", () => this.askStop());
    on("just-done", () => {
      $("ask-stop").close();
      this.end(null);
    });
    on("stay", () => $("ask-stop").close());
    on("copy", () => this.copy());
    on("again", () => {
      this.said = { before: null };
      press($("pain-before"), null);
      this.face.view("before");
    });
    document.querySelectorAll(".sound").forEach(each => each.addEventListener("click", () => this.changeSound()));
    document.querySelectorAll("dialog").forEach(dialog => {
      dialog.querySelectorAll(".close").forEach(each => each.addEventListener("click", () => this.close(dialog)));
      dialog.addEventListener("cancel", event => {
        event.preventDefault();
        this.close(dialog);
      });
    });
    document.addEventListener("keydown", event => this.press(event));
    document.addEventListener("visibilitychange", () => this.seen());
    window.addEventListener("pageshow", () => this.seen());
  }

  /* The keys of the player, for who has some. */
  press(event) {
    const isElsewhere = event.ctrlKey || event.altKey || event.metaKey || this.view !== "playing";
    if (isElsewhere || document.querySelector("dialog[open]")) return;
    const isOnButton = event.target.closest("button") && [" ", "Enter"].includes(event.key);
    const ways = {
      " ": () => this.pauseOrGoOn(),
      ArrowLeft: () => this.lead("back"),
      ArrowRight: () => this.lead("skip"),
      Enter: () => this.lead("begin"),
      r: () => this.lead("restart"),
      "+": () => this.lead("longer"),
      "=": () => this.lead("longer"),
      "-": () => this.lead("shorter"),
      y: () => this.ask($("ask-pain")),
      l: () => this.end(this.rules.leg_reason),
      x: () => this.askStop(),
      q: () => this.askStop(),
      Escape: () => this.askStop(),
      V: () => this.changeSound(),
    };
    const act = /^\d$/.test(event.key) ? () => this.takePain(Number(event.key)) : ways[event.key];
    if (!act || isOnButton) return;
    event.preventDefault();
    act();
  }
}

window.backcare = new Lead(data);
