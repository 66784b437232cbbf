"""The words of each moment of a routine: what is shown, what is said, and when the bell sounds. Pure."""

import math
from typing import Literal, NamedTuple

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.exercises import POSITIONS, Breath, Exercise
from backcare_tui.player.engine import (
    HALFWAY_FROM_S,
    Began,
    Counted,
    Engine,
    Event,
    Finished,
    Halfway,
    MachineSlept,
)
from backcare_tui.player.timeline import INTO_HOLD_S, LEAD, Block, BlockKind, Segment
from backcare_tui.text import clean, say_count, sentence_case

SPELL_S = 6
"""How long a cue stands at least: to be read from the floor, and followed."""
REPS_SPELL_S = 8
"""The same for repetitions, where the eyes are elsewhere."""
WORDS_PER_S = 2.5
"""How fast the slower of the usual voices speak."""
COUNTED: frozenset[BlockKind] = frozenset(("hold", "time", "rest"))
COUNTED_FROM_S = 10
"""In shorter segments a spoken 3, 2, 1 would be most of what is heard."""
LEAST_FOR_WORDS_S = 3
HALFWAY_FROM_REPS_S = 30
"""In fewer repetitions nobody needs to hear of the middle."""

Phase = Literal["in", "hold", "out", "rest"]

_QUIET_WORK = {"breathing": "breathe", "relaxation": "rest here"}
_ON_FEET = {"standing", "seated"}


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
    if position == here.exercise.position:
        return words
    return f"{words} · {POSITIONS.get(position, position).lower()}"


def cue_at(block: Block, segment: Segment, elapsed_s: float) -> str:
    """The one line to show, so many seconds into a segment.

    In the work of a block a line stands for at least 5 seconds, where the block lasts as long. The
    lines are dealt out by the dose as it was planned, so that more or less time does not move them.
    """
    match segment.kind:
        case "hold":
            return _hold_cue(block, segment.rep, INTO_HOLD_S + elapsed_s)
        case "move":
            return _hold_cue(block, segment.rep, elapsed_s)
        case "rep":
            return _rep_cue(block, segment.rep)
        case "time":
            return _time_cue(block, segment.rep, elapsed_s)
    return _lead_cue(block, segment.kind)


def breath_at(breath: Breath, elapsed_s: float) -> BreathNow:
    """Where the breath is after so many seconds of breathing at this pace; the first is in."""
    into_s = elapsed_s % breath.length_s
    phases: tuple[tuple[Phase, int], ...] = (
        ("in", breath.in_s),
        ("hold", breath.hold_s),
        ("out", breath.out_s),
        ("rest", breath.rest_s),
    )
    for phase, length_s in phases:
        if into_s < length_s:
            left_s = math.ceil(length_s - into_s)
            return BreathNow(phase, _fill(phase, into_s / length_s), left_s)
        into_s -= length_s
    raise AssertionError("a breath has a length")


def spoken(event: Event, engine: Engine) -> str | None:
    """What the voice says to an event, and a plain player prints; None to be quiet."""
    match event:
        case Began(segment):
            return _spoken_at_start(segment, engine)
        case Halfway():
            return "Halfway."
        case Counted(left_s, segment):
            exercise = engine.timeline.blocks[segment.block].exercise
            return str(left_s) if _is_counted(segment, exercise) else None
        case MachineSlept():
            return "Paused while the computer slept."
        case Finished():
            is_up = engine.timeline.blocks[-1].exercise.position in _ON_FEET
            return f"Done. Rest a moment before you {'move on' if is_up else 'get up'}."


def cue_to_say(engine: Engine, last: str) -> str | None:
    """The cue of this moment of a time, where it is not the last one that was said.

    None where it would run into the middle, the count or the end, and in all sets but the first.
    """
    segment, block = engine.segment, engine.block
    if engine.state != "playing" or segment.kind != "time" or block.set > 1:
        return None
    cue = cue_at(block, segment, engine.elapsed_s)
    if cue == last:
        return None
    end_s = segment.length_s - LEAST_FOR_WORDS_S
    half_s = segment.length_s / 2
    has_half = engine.elapsed_s < half_s and segment.length_s >= HALFWAY_FROM_S
    room_s = (half_s if has_half else end_s) - engine.elapsed_s
    return cue if speech_s(cue) <= room_s else None


def speech_s(words: str) -> float:
    """How long the slower of the usual voices take for it, in seconds."""
    return len(words.split()) / WORDS_PER_S


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


def _rep_cue(block: Block, rep: int) -> str:
    """Another line every few repetitions; what is left over stays with the last one."""
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


def _spoken_at_start(segment: Segment, engine: Engine) -> str | None:
    block = engine.timeline.blocks[segment.block]
    match segment.kind:
        case "ready":
            return _ready_words(segment, block)
        case "turn":
            return f"Now the {say_side(block.side)}."
        case "rest":
            then = f" Then the {say_side(block.side)}." if block.side else ""
            return f"Rest, {_seconds(segment.length_s)}.{then}"
        case "hold":
            return f"Hold, {_seconds(segment.length_s)}."
        case _ if segment.rep > 1:
            return _again(segment, engine.reps_of(segment.block))
    return _first_words(segment, block, engine)


def _ready_words(segment: Segment, block: Block) -> str:
    head = "First" if segment.block == 0 else "Next"
    name = ", ".join(filter(None, (title_of(block), say_side(block.side))))
    words = f"{head}: {name}."
    if segment.length_s < LEAST_FOR_WORDS_S:
        return words
    return " ".join(filter(None, (words, block.exercise.setup, clean(block.note))))


def _first_words(segment: Segment, block: Block, engine: Engine) -> str | None:
    """What is said as the work of a block begins, unless the words before it are still going on."""
    if block.set > 1:
        return sentence_case(f"{_set(block)}.")
    lead = engine.segments[engine.start_of(segment.block)]
    if lead.kind == "ready" and speech_s(_ready_words(lead, block)) > lead.length_s + 1:
        return None
    cue = f"{_cues(block.exercise)[0].rstrip('.')}."
    if segment.kind == "time":
        cue = f"{sentence_case(_seconds(segment.length_s))}. {cue}"
    work = (each for each in engine.segments if each.block == segment.block)
    work_s = sum(each.length_s for each in work if each.kind not in LEAD)
    return cue if work_s >= LEAST_FOR_WORDS_S else None


def _again(segment: Segment, reps: int) -> str | None:
    """Between holds, what to do; of repetitions only the middle and the last are spoken of."""
    if segment.kind != "rep":
        return "Ease out, then again." if segment.kind == "move" else "And again."
    if segment.rep == reps > 2:
        return "Last one."
    is_long = reps >= 4 and reps * segment.length_s >= HALFWAY_FROM_REPS_S
    return "Halfway." if is_long and segment.rep == reps // 2 + 1 else None


def _is_counted(segment: Segment, exercise: Exercise) -> bool:
    """Not where it would be most of what is heard, or wake who has come to rest."""
    is_long = segment.length_s >= COUNTED_FROM_S
    return is_long and segment.kind in COUNTED and exercise.kind not in _QUIET_WORK


def _seconds(length_s: int) -> str:
    """`20 seconds`, `1 minute`, `2 minutes 30`, as it is said aloud."""
    minutes, seconds = divmod(length_s, 60)
    if length_s < 120 and seconds:
        return say_count(length_s, "second")
    said = say_count(minutes, "minute")
    return f"{said} {seconds}" if seconds else said
