"use strict";
/* The engine of player/engine.py: true to the clock and not to ticks. Each method is told the time in
   seconds and gives what began since then; a test plays both side by side. */

const LEAD = ["ready", "turn", "rest"];
const ASLEEP_S = 5, BACK_TO_BEFORE_S = 3, LEAST_LEFT_S = 3, LONGEST_S = 4 * 60 * 60;

class Engine {
  constructor(script) {
    this.blocks = script.blocks;
    this.segments = script.segments.map(asSegment);
    this.state = "paused";
    this.elapsed = 0;
    this.played = 0;
    this.at = 0;
    this.planned = this.blocks.map((_, number) => this.segments[this.lastOf(number)].rep);
    this.spent = this.blocks.map(() => 0);
    this.outcomes = this.blocks.map(() => "open");
    this.now = 0;
  }

  get segment() { return this.segments[Math.min(this.at, this.segments.length - 1)]; }
  get block() { return this.blocks[this.segment.block]; }
  get left() { return this.state === "over" ? 0 : Math.max(this.segment.length - this.elapsed, 0); }
  get shown() { return Math.ceil(this.left - 1e-6); }
  get reps() { return this.segments[this.lastOf(this.segment.block)].rep; }

  get wholeLeft() {
    return this.segments.slice(this.at + 1).reduce((sum, each) => sum + each.length, this.left);
  }

  startOf(block) { return this.segments.findIndex(each => each.block === block); }
  lastOf(block) { return this.segments.findLastIndex(each => each.block === block); }

  /* What is said before an exercise needs the time; where one is getting ready already, it stays. */
  makeRoom(isSpoken) {
    this.segments.forEach((each, number) => {
      const isUnderWay = number === this.at && this.elapsed;
      if (each.kind === "ready" && !isUnderWay) each.length = isSpoken ? each.spoken : each.usual;
    });
  }

  goOn(now) {
    if (this.state !== "paused") return [];
    this.state = "playing";
    this.now = now;
    return this.elapsed === 0 ? ["began"] : [];
  }

  pause(now) {
    const events = this.tick(now);
    if (this.state === "playing") this.state = "paused";
    return events;
  }

  rewind(elapsed) { this.elapsed = Math.min(Math.max(elapsed, 0), this.elapsed); }

  /* A longer gap means that the device slept: nobody was led, so it stands where it fell asleep. */
  tick(now) {
    if (this.state !== "playing") return [];
    const gap = Math.max(now - this.now, 0);
    this.now = now;
    if (gap > ASLEEP_S) {
      this.state = "paused";
      return ["slept"];
    }
    return this.advance(gap);
  }

  skip(now) {
    const events = this.tick(now);
    if (this.state === "over") return events;
    const here = this.segment.block;
    if (this.outcomes[here] === "open") this.outcomes[here] = "skipped";
    if (here + 1 === this.blocks.length) {
      this.at = this.segments.length;
      this.state = "over";
      return [...events, "finished"];
    }
    return [...events, ...this.goTo(here + 1)];
  }

  begin(now) {
    const events = this.tick(now);
    if (this.state === "over" || !LEAD.includes(this.segment.kind)) return events;
    this.enter(this.at + 1);
    return this.state === "playing" ? [...events, "began"] : events;
  }

  back(now) {
    const events = this.tick(now);
    if (this.state === "over") return events;
    const here = this.segment.block;
    const into = this.segments.slice(this.startOf(here), this.at)
      .reduce((sum, each) => sum + each.length, this.elapsed);
    return [...events, ...this.goTo(Math.max(here - (into < BACK_TO_BEFORE_S ? 1 : 0), 0))];
  }

  restart(now) {
    const events = this.tick(now);
    return this.state === "over" ? events : [...events, ...this.goTo(0)];
  }

  longer(now) {
    const events = this.tick(now);
    const here = this.segment, isRep = here.kind === "rep";
    const step = isRep ? here.length : stepOf(here.length);
    const whole = this.segments.reduce((sum, each) => sum + each.length, 0);
    if (this.state === "over" || whole + step > LONGEST_S) return events;
    if (isRep) {
      const last = this.lastOf(here.block), from = this.segments[last];
      this.segments.splice(last + 1, 0, { ...from, rep: from.rep + 1 });
    } else here.length += step;
    return events;
  }

  shorter(now) {
    const events = this.tick(now);
    if (this.state === "over") return events;
    const here = this.segment, last = this.lastOf(here.block);
    if (here.kind === "rep") {
      if (last > this.at) this.segments.splice(last, 1);
    } else {
      const least = Math.ceil(this.elapsed) + LEAST_LEFT_S;
      here.length = Math.min(Math.max(here.length - stepOf(here.length - 1), least), here.length);
    }
    return events;
  }

  advance(gap) {
    const events = [];
    let left = gap;
    while (this.state === "playing") {
      const here = this.segment, room = here.length - this.elapsed;
      const passed = Math.min(room, left);
      this.elapsed += passed;
      this.played += passed;
      if (!LEAD.includes(here.kind) && passed) this.work(here.block, passed);
      left -= passed;
      if (passed < room) break;
      events.push(this.leave(here));
    }
    return events;
  }

  work(block, passed) {
    this.spent[block] += passed;
    if (this.outcomes[block] === "skipped") this.outcomes[block] = "open";
  }

  leave(here) {
    this.enter(this.at + 1);
    const isLast = this.at === this.segments.length;
    if (isLast || this.segments[this.at].block !== here.block) this.outcomes[here.block] = "done";
    if (!isLast) return "began";
    this.state = "over";
    return "finished";
  }

  goTo(block) {
    this.enter(this.startOf(block));
    return this.state === "playing" ? ["began"] : [];
  }

  enter(at) {
    this.at = at;
    this.elapsed = 0;
  }
}

function asSegment([kind, block, usual, spoken, rep, work, cues, lines, rings, way, leaves]) {
  return {
    kind, block, usual, spoken, length: usual, rep, work, cues, lines, rings, way, leaves,
  };
}

function stepOf(length) { return length >= 60 ? 15 : 5; }
