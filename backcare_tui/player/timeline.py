"""A routine as seconds: blocks of one side and one set, each a run of segments. Pure."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import Routine, Side
from backcare_tui.diary.values import BadValue
from backcare_tui.library.exercises import Dose, Exercise, dose_of, exercise_of, sides_of
from backcare_tui.library.routine_editing import level_of
from backcare_tui.text import say_minutes

BlockKind = Literal["ready", "turn", "rest", "move", "hold", "rep", "time"]
"""`ready` for the next exercise, `turn` to the other side, `rest` between sets, `move` into a pose,
`hold` it, one `rep`etition, or going on for a `time`."""

LEAD: frozenset[BlockKind] = frozenset(("ready", "turn", "rest"))
"""What comes before the work of a block."""

READY_S = 8
"""To get ready for an exercise in the position of the one before; a choice of ours."""
NEW_POSITION_S = 16
"""To get ready in another position: from standing to the floor takes a sore back its time."""
OTHER_SIDE_S = 6
ROLL_OVER_S = 12
"""To the other side in a position on the side, over the back or the knees."""
INTO_HOLD_S = 4
LONGEST_S = 4 * 60 * 60
"""A routine longer than this is refused as a slip of the keys."""


class Block(msgspec.Struct, frozen=True):
    """One set of one side of one exercise: what is skipped to, and gone back to."""

    step: int
    """Which step of the routine, from 0."""
    exercise: Exercise
    dose: Dose
    side: Side | None
    set: int
    """From 1."""
    note: str = ""
    ready_s: int | None = None
    """Seconds to get ready for it, where the person set them."""


class Segment(msgspec.Struct, frozen=True):
    """A stretch of time in which one thing is done."""

    kind: BlockKind
    block: int
    """Which block it is part of, from 0."""
    length_s: int
    rep: int = 1
    """From 1, within its block; 1 in a lead."""


class Timeline(msgspec.Struct, frozen=True):
    """All of a routine, in order."""

    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    steps: int
    """How many exercises are done."""

    @property
    def length_s(self) -> int:
        """The whole length."""
        return sum(segment.length_s for segment in self.segments)

    def start_of(self, block: int) -> int:
        """The number of a block's first segment."""
        return bisect_left(self.segments, block, key=attrgetter("block"))


def timeline(routine: Routine) -> Timeline:
    """What a routine asks for, second by second; exercises that are not known here are left out.

    Blocks are the exercises as they are done (a set on a side); segments what fills them: getting
    ready, a repetition, a hold, a rest. The engine plays segments.

    >>> from backcare_tui.library.routines import find_routine
    >>> plan = timeline(find_routine("morning-loosen-up"))
    >>> plan.steps, plan.length_s, plan.segments[0].kind
    (7, 365, 'ready')

    Raises:
        BadValue: If nothing is left to do, or it takes longer than four hours.
    """
    blocks = tuple(_blocks(routine))
    if not blocks:
        raise BadValue("steps", None, "at least one exercise of the library")
    # Before the segments are made: a slip of the keys may ask for millions of them.
    if (whole_s := _length_s(blocks)) > LONGEST_S:
        said = say_minutes(math.ceil(whole_s / 60))
        raise BadValue("length", said, "at most 4 hours for one routine")
    return Timeline(blocks, tuple(_segments(blocks)), len({block.step for block in blocks}))


def length_s(routine: Routine) -> int:
    """How long a routine takes, in seconds; 0 where nothing in it is known."""
    return _length_s(tuple(_blocks(routine)))


def measured(routine: Routine) -> Routine:
    """A routine of one's own with the level and the length that follow from its steps.

    Raises:
        BadValue: As `timeline`.
    """
    timeline(routine)
    minutes = round(length_s(routine) / 60, 1)
    return replace(routine, level=level_of(routine.steps), minutes=minutes)


def minutes_of(routine: Routine) -> float:
    """How long a routine takes as it is played; as it states, where nothing in it is known here."""
    return length_s(routine) / 60 or routine.minutes or 0


def say_length(routine: Routine) -> str:
    """How long a routine takes, said the same wherever it is named; empty where that is not known.

    >>> from backcare_tui.library.routines import find_routine
    >>> say_length(find_routine("night-waking-reset"))  # 5 min 24
    '5 min'
    """
    minutes = minutes_of(routine)
    return say_minutes(minutes) if minutes else ""


def usual_ready_s(of: Exercise, before: Exercise | None) -> int:
    """Seconds to get ready for an exercise after another one, None where it is the first."""
    return NEW_POSITION_S if before and before.position != of.position else READY_S


def _blocks(routine: Routine) -> Iterator[Block]:
    known = ((step, own) for step in routine.steps if (own := exercise_of(step)))
    for number, (step, own) in enumerate(known):
        dose = dose_of(step)
        for set_ in range(1, dose.sets + 1):
            for side in sides_of(step):
                yield Block(number, own, dose, side, set_, step.note or "", step.ready_s)


def _length_s(blocks: Sequence[Block]) -> int:
    return sum(
        (lead.length_s if (lead := _lead(blocks, number)) else 0)
        + sum(part.length_s for part in _rep(block, number, 1)) * block.dose.reps
        for number, block in enumerate(blocks)
    )


def _segments(blocks: Sequence[Block]) -> Iterator[Segment]:
    for number, block in enumerate(blocks):
        if lead := _lead(blocks, number):
            yield lead
        for rep in range(1, block.dose.reps + 1):
            yield from _rep(block, number, rep)


def _lead(blocks: Sequence[Block], number: int) -> Segment | None:
    block, before = blocks[number], blocks[number - 1] if number else None
    if before is None or before.step != block.step:
        usual = usual_ready_s(block.exercise, before.exercise if before else None)
        return Segment("ready", number, usual if block.ready_s is None else max(block.ready_s, 1))
    rest_s = block.dose.rest_s if before.set != block.set else 0
    turn_s = ROLL_OVER_S if block.exercise.position == "side-lying" else OTHER_SIDE_S
    if before.side != block.side and rest_s < turn_s:
        return Segment("turn", number, turn_s)
    return Segment("rest", number, rest_s) if rest_s else None


def _rep(block: Block, number: int, rep: int) -> tuple[Segment, ...]:
    dose = block.dose
    match dose.mode:
        case "hold":
            into = Segment("move", number, INTO_HOLD_S, rep)
            return into, Segment("hold", number, dose.hold_s, rep)
        case "reps":
            return (Segment("rep", number, dose.rep_s, rep),)
        case "time":
            return (Segment("time", number, dose.hold_s, rep),)
