/* The figure: its frames come from the library, and here one only goes from each to the next. */

const SVG = "http://www.w3.org/2000/svg";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LEAST = -20, PARTS = 16, STEPS = 8, WIDTH = 100, HEIGHT = 60, MARGIN = 4;

function pointsOf(written) {
  const found = [];
  for (let at = 0; at < written.length; at += 2) {
    const whole = LETTERS.indexOf(written[at]) * LETTERS.length + LETTERS.indexOf(written[at + 1]);
    found.push(whole / PARTS + LEAST);
  }
  return found;
}

/* Where a figure is on its way, so many seconds into a segment of a length. */
function placeOn([own, isRound, places], elapsed, length) {
  if (places.length === 1) return places[0];
  const over = own || length;
  const share = isRound ? (elapsed % over) / over : Math.min(elapsed / over, 1);
  const at = share * (places.length - 1), number = Math.min(Math.floor(at), places.length - 2);
  return places[number] + (places[number + 1] - places[number]) * (at - number);
}

class Picture {
  constructor(figure) {
    this.figure = figure;
    this.frames = figure.frames.map(pointsOf);
    this.svg = make("svg", { role: "presentation", focusable: "false" });
    this.body = make("g", {});
    this.letter = make("text", { class: "letter", "text-anchor": "middle", "dominant-baseline": "central" });
    this.shapes = figure.shapes.map(([part, count, works]) => ({ part, count, works, parts: drawn(part) }));
    for (const layer of ["far", "line", "circle", "near", "head", "curve"]) this.addLayer(layer);
    this.svg.append(this.body, this.letter);
  }

  addLayer(layer) {
    const own = this.shapes.filter(each => each.part === layer);
    if (layer === "near") own.forEach(each => this.body.append(each.parts.halo));
    own.forEach(each => this.body.append(each.parts.line));
  }

  /* A place between the poses, the side that works, and whether what works is marked. */
  show(place, side, isMarked) {
    const frames = this.frames, at = place * STEPS, number = Math.floor(at) % frames.length;
    const start = frames[number], end = frames[(number + 1) % frames.length], share = at - Math.floor(at);
    const points = start.map((from, n) => from + (end[n] - from) * share);
    this.turn(side);
    let first = 0;
    for (const { part, count, works, parts } of this.shapes) {
      const own = points.slice(first, first + count * 2);
      first += count * 2;
      if (part === "letter") this.mark(own, side);
      else if (part === "head" || part === "circle") circle(parts.line, own);
      else {
        const way = part === "curve" ? curved(own) : straight(own);
        parts.line.setAttribute("d", way);
        if (parts.halo) parts.halo.setAttribute("d", way);
        parts.line.classList.toggle("works", works && isMarked);
      }
    }
  }

  /* On the right side everything is in a mirror but the letter. */
  turn(side) {
    if (this.side === side) return;
    this.side = side;
    const { box, is_from_above: isFromAbove, ground } = this.figure, isRight = side === "right";
    const [left, top, right, bottom] = isRight ? mirrored(box, isFromAbove) : box;
    const low = bottom + (ground === null ? MARGIN : 1.5);
    this.svg.setAttribute(
      "viewBox", [left - MARGIN, top - MARGIN, right - left + 2 * MARGIN, low - top + MARGIN].join(" "),
    );
    const mirror = isFromAbove ? `translate(0 ${HEIGHT}) scale(1 -1)` : `translate(${WIDTH} 0) scale(-1 1)`;
    this.body.setAttribute("transform", isRight ? mirror : "");
    if (ground !== null && !this.ground) {
      this.ground = make("path", { class: "ground", d: `M-100 ${ground + 1}H200` });
      this.svg.prepend(this.ground);
    }
    this.letter.textContent = side ? side[0].toUpperCase() : "";
  }

  mark([x, y], side) {
    const isRight = side === "right", isFromAbove = this.figure.is_from_above;
    this.letter.setAttribute("x", isRight && !isFromAbove ? WIDTH - x : x);
    this.letter.setAttribute("y", isRight && isFromAbove ? HEIGHT - y : y);
  }
}

function make(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

function drawn(part) {
  const isRound = part === "head" || part === "circle";
  const line = make(isRound ? "circle" : "path", { class: part });
  return part === "near" ? { line, halo: make("path", { class: "halo" }) } : { line };
}

function circle(of, [x, y, radius]) {
  of.setAttribute("cx", x);
  of.setAttribute("cy", y);
  of.setAttribute("r", radius);
}

function straight(points) {
  const pairs = [];
  for (let at = 0; at < points.length; at += 2) pairs.push(`${points[at].toFixed(2)} ${points[at + 1].toFixed(2)}`);
  return `M${pairs.join("L")}`;
}

/* A curve that passes its second point in its middle. */
function curved([ax, ay, ox, oy, bx, by]) {
  return `M${ax} ${ay}Q${2 * ox - (ax + bx) / 2} ${2 * oy - (ay + by) / 2} ${bx} ${by}`;
}

function mirrored([left, top, right, bottom], isFromAbove) {
  return isFromAbove ? [left, HEIGHT - bottom, right, HEIGHT - top] : [WIDTH - right, top, WIDTH - left, bottom];
}

/* The breath of player/script.py: how full the lungs are, and what is left of the phase. */
function breathAt(phases, elapsed) {
  const whole = phases.reduce((sum, [, length]) => sum + length, 0);
  let into = elapsed % whole;
  for (const [phase, length] of phases) {
    if (into < length) {
      const eased = (1 - Math.cos(Math.PI * into / length)) / 2;
      const fill = { in: eased, hold: 1, out: 1 - eased, rest: 0 }[phase];
      return { phase, fill, left: Math.ceil(length - into) };
    }
    into -= length;
  }
  return { phase: "in", fill: 0, left: 0 };
}

class Ring {
  constructor() {
    this.svg = make("svg", { viewBox: "-50 -50 100 100", role: "presentation", focusable: "false" });
    this.disk = make("circle", { class: "disk", r: 10 });
    this.word = make("text", { class: "breath", "text-anchor": "middle", y: 2 });
    this.left = make("text", { class: "breath", "text-anchor": "middle", y: 14 });
    this.svg.append(make("circle", { class: "ring", r: 47 }), this.disk, this.word, this.left);
  }

  show(now, isStill) {
    this.disk.setAttribute("r", isStill ? 0 : 45 * (0.22 + 0.78 * now.fill));
    this.word.textContent = { in: "breathe in", out: "breathe out" }[now.phase] || now.phase;
    this.left.textContent = now.left || "";
  }
}
