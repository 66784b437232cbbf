/* What is seen: an engine as it stands, painted where it has changed. */

const LONG_S = 60, RETURN_S = 3, GOES_ON = "Tap to go on.";
const $ = id => document.getElementById(id);

class Face {
  constructor(script, rules) {
    this.script = script;
    this.rules = rules;
    this.pictures = new Map();
    this.ring = new Ring();
    this.still = window.matchMedia ? matchMedia("(prefers-reduced-motion: reduce)") : { matches: false };
  }

  view(name) {
    document.body.dataset.view = name;
    ["before", "playing", "after"].forEach(each => { $(each).hidden = each !== name; });
    window.scrollTo(0, 0);
  }

  /* Words for who listens to the page; never the seconds. */
  announce(words) { write($("live"), words); }

  show(engine, why) {
    const { segment, block } = engine, isPaused = engine.state === "paused";
    const isLead = LEAD.includes(segment.kind);
    this.move(engine);
    write($("name"), block.name);
    write($("side"), block.side_words);
    write($("work"), segment.kind === "turn" ? "" : workOf(engine));
    write($("cue"), cueAt(segment, engine.elapsed));
    write($("next"), isPaused ? why : block.next);
    this.count(isPaused ? "Paused" : countOf(engine));
    write($("pause"), isPaused ? "Go on" : "Pause");
    write($("status"), `${saySeconds(engine.wholeLeft)} left · exercise ${block.step + 1} of ${this.script.steps}`);
    $("playing").dataset.kind = segment.kind;
    $("playing").classList.toggle("paused", isPaused);
    $("playing").classList.toggle("lead", isLead);
    $("start").disabled = !isLead;
    this.fill(engine);
  }

  /* As large as so many signs can be. */
  count(words) {
    write($("count"), words);
    $("count").style.setProperty("--signs", Math.max(words.length, 2));
  }

  move(engine) {
    const { segment, block } = engine;
    const breath = segment.kind === "time" ? block.breath : null;
    if (breath) {
      this.hang([this.ring.svg], "");
      this.ring.show(breathAt(breath, engine.elapsed), this.still.matches);
    } else if (block.figure === null) this.hang([], "No picture of this one.");
    else if (this.still.matches) this.pose(block);
    else {
      const picture = this.pictureOf(block.figure, 0);
      const isLeaving = segment.leaves && engine.elapsed < RETURN_S;
      const place = placeOn(this.script.ways[segment.way], engine.elapsed, segment.length);
      picture.show(place, isLeaving ? segment.leaves : block.side, segment.kind === "hold");
      this.hang([picture.svg], picture.figure.seen);
    }
  }

  /* Where nothing is to move: how it begins, and how far it goes. */
  pose(block) {
    const figure = this.script.figures[block.figure], poses = [...new Set([0, figure.held])];
    const shown = poses.map((pose, number) => {
      const picture = this.pictureOf(block.figure, number);
      picture.show(pose, block.side, false);
      return picture.svg;
    });
    this.hang(shown, [figure.seen, poses.map(pose => figure.labels[pose]).join("; then ")].filter(Boolean).join(": "));
  }

  pictureOf(figure, number) {
    const key = `${figure} ${number}`;
    if (!this.pictures.has(key)) this.pictures.set(key, new Picture(this.script.figures[figure]));
    return this.pictures.get(key);
  }

  hang(drawings, seen) {
    write($("seen"), seen);
    const there = [...$("drawn").children];
    const tall = drawings.length === 1 && drawings[0].viewBox.baseVal;
    $("playing").classList.toggle("tall", Boolean(tall) && tall.width < 1.3 * tall.height);
    if (there.length === drawings.length && there.every((each, n) => each === drawings[n])) return;
    there.forEach(each => each.remove());
    $("drawn").append(...drawings);
  }

  /* The exercises as a bar, each as long as it lasts. */
  fill(engine) {
    const bar = $("bar");
    if (!bar.children.length) {
      for (let step = 0; step < this.script.steps; step += 1) {
        bar.append(document.createElement("span"));
        bar.lastChild.append(document.createElement("span"));
      }
    }
    stretchesOf(engine).forEach(({ whole, over, isSkipped }, step) => {
      const stretch = bar.children[step];
      stretch.style.flexGrow = whole;
      stretch.classList.toggle("skipped", isSkipped);
      stretch.classList.toggle("here", step === engine.block.step);
      stretch.firstChild.style.width = `${Math.round(over * 1000) / 10}%`;
    });
  }

  advise(advice) {
    $("advice").hidden = !advice;
    if (!advice) return;
    write($("advice-text"), advice.text);
    write($("advice-source"), advice.source);
    $("advice").classList.toggle("urgent", advice.is_urgent);
  }
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function cueAt(segment, elapsed) {
  return segment.cues.filter(([at]) => at <= elapsed || at === 0).pop()[1];
}

function countOf(engine) {
  const { segment } = engine;
  if (segment.kind === "rep") return String(segment.rep);
  if (segment.length < LONG_S) return String(engine.shown);
  return `${Math.floor(engine.shown / 60)}:${String(engine.shown % 60).padStart(2, "0")}`;
}

function stretchesOf(engine) {
  const lengths = engine.blocks.map(() => 0), steps = [];
  engine.segments.forEach(each => { lengths[each.block] += each.length; });
  const here = engine.segment.block;
  engine.blocks.forEach((block, number) => {
    const step = steps[block.step] || (steps[block.step] = { whole: 0, over: 0, isSkipped: true });
    step.whole += lengths[number];
    step.isSkipped = step.isSkipped && engine.outcomes[number] === "skipped";
    if (engine.outcomes[number] === "done") step.over += lengths[number];
    else if (number === here && engine.outcomes[number] === "open" && engine.state !== "over") {
      const later = lengths.slice(here + 1).reduce((sum, each) => sum + each, 0);
      step.over += lengths[number] - (engine.wholeLeft - later);
    }
  });
  return steps.map(step => ({ ...step, over: step.whole ? Math.min(step.over / step.whole, 1) : 0 }));
}

/* Eleven buttons, 0 to 10. */
function scale(place, take) {
  for (let number = 0; number <= 10; number += 1) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = number;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => take(number));
    place.append(button);
  }
}

function press(place, number) {
  [...place.children].forEach((button, at) => button.setAttribute("aria-pressed", String(at === number)));
}
