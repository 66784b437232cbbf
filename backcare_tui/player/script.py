"""The words of each moment of a routine as they are shown, and when the bell sounds. Pure."""

import math
from typing import Literal, NamedTuple

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.exercises import NO_POSITION, POSITIONS, Breath, Exercise
from backcare_tui.player.engine import Began, Engine, Event, Finished
from backcare_tui.player.timeline import INTO_HOLD_S, LEAD, Block, Segment
from backcare_tui.text import clean

SPELL_S = 6
"""How long a cue stands at least: to be read from the floor, and followed."""
REPS_SPELL_S = 8
"""The same for repetitions, where the eyes are elsewhere."""

Phase = Literal["in", "hold", "out", "rest"]

_QUIET_WORK = {"breathing": "breathe", "relaxation": "rest here"}


class BreathNow(NamedTuple):
    """Where a breath is."""

    phase: Phase
    fill: float
    """How full the lungs are, 0 to 1."""
    left_s: int
    """Whole seconds left of the phase, as a countdown shows them: the last one is 1."""


def title_of(block: Block) -> str:
    """The name of the exercise, such as `Knee to Chest`."""
    return clean(block.exercise.name)


def say_side(side: Side | None) -> str:
    """`left side`, `right side`, or nothing."""
    return f"{side} side" if side else ""


def say_work(engine: Engine) -> str:
    """What is going on now: `get ready`, `hold 1 of 2`, `set 2 of 3 · repetition 3 of 10`."""
    segment, block = engine.segment, engine.block
    match segment.kind:
        case "ready":
            return "get ready"
        case "turn":
            return "other side"
        case "rest":
            return "rest"
        case "move":
            work = f"into {_numbered('hold', segment.rep, engine.reps, one='the hold')}"
        case "hold":
            work = _numbered("hold", segment.rep, engine.reps)
        case "rep":
            work = _numbered("repetition", segment.rep, engine.reps)
        case "time":
            work = _numbered("part", segment.rep, engine.reps, one=_going_on(block.exercise))
    return f"{_set(block)} · {work}" if block.dose.sets > 1 else work


def next_words(engine: Engine) -> str:
    """What comes after this block: `Next: Cat-Cow · on hands and knees`, `Next: right side`.

    The position is named where it changes; in the last block it is `Last one`, and nothing after.
    """
    if engine.state == "over":
        return ""
    here, after = engine.block, engine.next_block
    if after is None:
        return "Last one"
    if after.step == here.step:
        of_set = _set(after) if after.set != here.set else ""
        return f"Next: {', '.join(filter(None, (of_set, say_side(after.side))))}"
    words = f"Next: {title_of(after)}"
    position = after.exercise.position
    if position in (NO_POSITION, here.exercise.position):
        return words
    return f"{words} · {POSITIONS.get(position, position).lower()}"


def cue_at(block: Block, segment: Segment, elapsed_s: float) -> str:
    """The one line to show, so many seconds into a segment.

    In the work of a block a line stands for at least 6 seconds, where the block lasts as long. The
    lines are dealt out by the dose as it was planned, so that more or less time does not move them.
    """
    match segment.kind:
        case "hold":
            return _hold_cue(block, segment.rep, INTO_HOLD_S + elapsed_s)
        case "move":
            return _hold_cue(block, segment.rep, elapsed_s)
        case "rep":
            return _rep_cue(block, segment.rep, elapsed_s)
        case "time":
            return _time_cue(block, segment.rep, elapsed_s)
    return _lead_cue(block, segment.kind)


def phases_of(breath: Breath) -> tuple[tuple[Phase, int], ...]:
    """The parts of one breath in turn, with their seconds, which may be none."""
    return (
        ("in", breath.in_s),
        ("hold", breath.hold_s),
        ("out", breath.out_s),
        ("rest", breath.rest_s),
    )


def breath_at(breath: Breath, elapsed_s: float) -> BreathNow:
    """Where the breath is after so many seconds of breathing at this pace; the first is in."""
    into_s = elapsed_s % breath.length_s
    for phase, length_s in phases_of(breath):
        if into_s < length_s:
            left_s = math.ceil(length_s - into_s)
            return BreathNow(phase, _fill(phase, into_s / length_s), left_s)
        into_s -= length_s
    raise AssertionError("a breath has a length")


def rings(event: Event) -> bool:
    """Whether the bell sounds: a hold or other work begins, a hold or a block ends, or the routine."""
    match event:
        case Began(segment) if segment.kind in LEAD:
            return segment.block > 0
        case Began(segment) if segment.kind == "move":
            return segment.rep > 1
        case Began(segment):
            return segment.kind != "rep" or segment.rep == 1
    return isinstance(event, Finished)


def _numbered(noun: str, number: int, of: int, *, one: str | None = None) -> str:
    """`hold 1 of 2`; where there is only one, the noun or other words for it."""
    return f"{noun} {number} of {of}" if of > 1 else one or noun


def _set(block: Block) -> str:
    return f"set {block.set} of {block.dose.sets}"


def _going_on(exercise: Exercise) -> str:
    return "breathe" if exercise.breath else _QUIET_WORK.get(exercise.kind, "keep going")


def _cues(exercise: Exercise) -> tuple[str, ...]:
    return exercise.cues or (exercise.setup,)


def _lines(exercise: Exercise) -> tuple[str, ...]:
    """The cues, and how to breathe."""
    return tuple(filter(None, (*_cues(exercise), exercise.breathing)))


def _lead_cue(block: Block, kind: Literal["ready", "turn", "rest"]) -> str:
    match kind:
        case "ready":
            return " ".join(filter(None, (block.exercise.setup, clean(block.note))))
        case "turn":
            return f"Now the {say_side(block.side)}"
        case "rest":
            return block.exercise.breathing


def _hold_cue(block: Block, rep: int, into_s: float) -> str:
    """The first cue on the way in; then the others, so many to a hold as there is time to read."""
    first, *others = _lines(block.exercise)
    hold_s = INTO_HOLD_S + block.dose.hold_s
    room = min(hold_s // SPELL_S - 1, len(others))
    if room < 1:
        cues = _cues(block.exercise)
        return cues[(rep - 1) % len(cues)]
    if into_s < SPELL_S:
        return first
    place = min(int((into_s - SPELL_S) * room / (hold_s - SPELL_S)), room - 1)
    return others[((rep - 1) * room + place) % len(others)]


def _rep_cue(block: Block, rep: int, elapsed_s: float) -> str:
    """Another line every few repetitions; what is left over stays with the last one.

    What leads somewhere step by step, such as down to the floor, has all of its cues in each repetition.
    """
    cues = _cues(block.exercise)
    if block.dose.rep_s >= SPELL_S * len(cues):
        return cues[min(int(elapsed_s * len(cues) / block.dose.rep_s), len(cues) - 1)]
    lines = _lines(block.exercise)
    few = max(math.ceil(REPS_SPELL_S / max(block.dose.rep_s, 1)), 1)
    place = min((rep - 1) // few, max(block.dose.reps // few, 1) - 1)
    return lines[place % len(lines)]


def _time_cue(block: Block, rep: int, elapsed_s: float) -> str:
    """The lines in turn, spread over the whole time."""
    lines = _lines(block.exercise)
    whole_s = block.dose.hold_s * block.dose.reps
    places = min(max(whole_s // SPELL_S, 1), len(lines))
    into_s = block.dose.hold_s * (rep - 1) + elapsed_s
    return lines[min(int(into_s * places / whole_s), places - 1)]


def _fill(phase: Phase, fraction: float) -> float:
    """Slow at both ends, as a breath is."""
    eased = (1 - math.cos(math.pi * fraction)) / 2
    return {"in": eased, "hold": 1.0, "out": 1 - eased, "rest": 0.0}[phase]
