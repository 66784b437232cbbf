"""A routine as seconds: blocks of one side and one set, each a run of segments. Pure."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from backcare_tui.diary.routine import Routine, RoutineStep, Side
from backcare_tui.diary.values import BadValue
from backcare_tui.library.exercises import Dose, Exercise, dose_of, exercise, is_known, sides_of

Kind = Literal["ready", "turn", "rest", "move", "hold", "rep", "time"]
"""`ready` for the next exercise, `turn` to the other side, `rest` between sets, `move` into a pose,
`hold` it, one `rep`etition, or going on for a `time`."""

LEAD: frozenset[Kind] = frozenset(("ready", "turn", "rest"))
"""What comes before the work of a block."""

READY_S = 8
"""To get ready for an exercise in the position of the one before; a choice of ours."""
NEW_POSITION_S = 16
"""To get ready in another position: from standing to the floor takes a sore back its time."""
OTHER_SIDE_S = 6
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


class Segment(msgspec.Struct, frozen=True):
    """A stretch of time in which one thing is done."""

    kind: Kind
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
        return next(n for n, segment in enumerate(self.segments) if segment.block == block)


def timeline(routine: Routine) -> Timeline:
    """What a routine asks for, second by second; exercises that are not known here are left out.

    Raises:
        BadValue: If nothing is left to do, or it takes longer than four hours.
    """
    steps = [step for step in routine.steps if is_known(step.exercise)]
    blocks = tuple(_blocks(steps))
    segments = tuple(_segments(steps, blocks))
    whole = Timeline(blocks, segments, len(steps))
    if not blocks:
        raise BadValue("steps", None, "at least one exercise of the library")
    if whole.length_s > LONGEST_S:
        hours = f"{whole.length_s / 3600:.1f} hours"
        raise BadValue("length", hours, "at most 4 hours for one routine")
    return whole


def length_s(routine: Routine) -> int:
    """How long a routine takes, in seconds; 0 where nothing in it is known."""
    steps = [step for step in routine.steps if is_known(step.exercise)]
    return sum(segment.length_s for segment in _segments(steps, tuple(_blocks(steps))))


def unknown_exercises(routine: Routine) -> tuple[str, ...]:
    """The ids in a routine that this library does not have."""
    return tuple(step.exercise for step in routine.steps if not is_known(step.exercise))


def _blocks(steps: Sequence[RoutineStep]) -> Iterator[Block]:
    for number, step in enumerate(steps):
        dose = dose_of(step)
        for set_ in range(1, dose.sets + 1):
            for side in sides_of(step):
                yield Block(number, exercise(step.exercise), dose, side, set_, step.note or "")


def _segments(steps: Sequence[RoutineStep], blocks: tuple[Block, ...]) -> Iterator[Segment]:
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        if lead := _lead(steps[block.step], block, before, number):
            yield lead
        yield from _work(block, number)


def _lead(step: RoutineStep, block: Block, before: Block | None, number: int) -> Segment | None:
    if before is None or before.step != block.step:
        is_moved = before is not None and before.exercise.position != block.exercise.position
        usual = NEW_POSITION_S if is_moved else READY_S
        return Segment("ready", number, usual if step.ready_s is None else max(step.ready_s, 1))
    if before.set == block.set:
        return Segment("turn", number, OTHER_SIDE_S)
    return Segment("rest", number, block.dose.rest_s) if block.dose.rest_s else None


def _work(block: Block, number: int) -> Iterator[Segment]:
    dose = block.dose
    for rep in range(1, dose.reps + 1):
        match dose.mode:
            case "hold":
                yield Segment("move", number, INTO_HOLD_S, rep)
                yield Segment("hold", number, dose.hold_s, rep)
            case "reps":
                yield Segment("rep", number, dose.rep_s, rep)
            case "time":
                yield Segment("time", number, dose.hold_s, rep)
