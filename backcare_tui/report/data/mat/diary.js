/* What was done, and the line that takes it down in the diary: nothing of it is kept on this device. */

/* Each exercise and side that was begun or passed over, as player/session.py has it. */
function stepsDone(engine) {
  const groups = new Map();
  engine.blocks.forEach((block, number) => {
    const key = `${block.step} ${block.side || ""}`;
    groups.set(key, [...(groups.get(key) || []), number]);
  });
  return [...groups.values()].map(own => {
    const outcomes = new Set(own.map(number => engine.outcomes[number]));
    const spent = own.reduce((sum, number) => sum + engine.spent[number], 0);
    const { step, side } = engine.blocks[own[0]];
    return { number: step + 1, side, outcome: outcomeOf(outcomes, spent) };
  }).filter(each => each.outcome);
}

function outcomeOf(outcomes, spent) {
  if (outcomes.has("open")) return outcomes.size === 1 && !spent ? null : "stopped";
  return outcomes.size === 1 && outcomes.has("done") ? "done" : "skipped";
}

/* Numbers as they are typed: `1-3,5,6L`, where a letter stands for one side of two. */
function numbersOf(engine, steps, outcome) {
  const sides = new Map(engine.blocks.map(block => [block.step + 1, 0]));
  sides.forEach((_, number) => {
    sides.set(number, new Set(engine.blocks.filter(b => b.step + 1 === number).map(b => b.side)).size);
  });
  const whole = [], parts = [];
  sides.forEach((count, number) => {
    const own = steps.filter(each => each.number === number && each.outcome === outcome);
    if (own.length === count) whole.push(number);
    else own.forEach(each => parts.push(`${number}${each.side[0].toUpperCase()}`));
  });
  return [...runsOf(whole), ...parts].join(",");
}

function runsOf(numbers) {
  const runs = [];
  numbers.forEach(number => {
    const last = runs[runs.length - 1];
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  });
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
}

/* The line to type. */
function logLine(engine, rules, said) {
  const steps = stepsDone(engine), words = ["backcare log session", rules.routine];
  words.push(`--at ${momentOf(said.at)}`, `--minutes ${lengthOf(engine.played)}`);
  const numbers = [["--before", said.before], ["--after", said.after], ["--effort", said.effort]];
  numbers.forEach(([option, number]) => { if (number !== null) words.push(`${option} ${number}`); });
  [["--did", "done"], ["--begun", "stopped"], ["--skipped", "skipped"]].forEach(([option, outcome]) => {
    const listed = numbersOf(engine, steps, outcome);
    if (listed) words.push(`${option} ${listed}`);
  });
  if (said.stopped) words.push(`--stopped ${said.stopped}`);
  return words.join(" ");
}

function momentOf(at) {
  const two = number => String(number).padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

function lengthOf(played) {
  const whole = rounded(played), minutes = Math.floor(whole / 60), seconds = whole % 60;
  if (!minutes) return `${seconds}s`;
  return seconds ? `"${minutes} min ${seconds} s"` : `${minutes}`;
}

/* How much was done: `all 7 exercises, 6 min 10`, as player/persistence.py says it. */
function doneWords(engine) {
  const left = new Set(engine.blocks.filter((_, n) => engine.outcomes[n] !== "done").map(block => block.step));
  const steps = engine.steps, done = steps - left.size;
  const much = left.size ? `${done} of ` : steps > 1 ? "all " : "";
  const what = done ? `${much}${steps} ${steps === 1 ? "exercise" : "exercises"}` : "begun";
  return `${what}, ${saySeconds(engine.played)}`;
}

function saySeconds(length) {
  const whole = rounded(length), minutes = Math.floor(whole / 60), rest = whole % 60;
  if (!minutes) return `${rest} s`;
  return rest ? `${minutes} min ${String(rest).padStart(2, "0")}` : `${minutes} min`;
}

/* As Python does: a half goes to the even one. */
function rounded(number) {
  const low = Math.floor(number), isHalf = number - low === 0.5;
  return isHalf ? low + (low % 2) : Math.round(number);
}
