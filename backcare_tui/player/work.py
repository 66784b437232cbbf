"""What is said in the work of a block: out and back, the counts, the holds, the breath. Pure."""

from collections.abc import Iterator, Sequence
from itertools import count, cycle, islice
from typing import Literal, NamedTuple

from backcare_tui.library.exercises import Breath
from backcare_tui.library.figures import Figure, figure
from backcare_tui.player.here import Here
from backcare_tui.player.introduction import (
    EASE_OUT,
    SILENCE_S,
    counts,
    cue_sentences,
    say_length,
    say_set,
)
from backcare_tui.player.lines import Line, Slot, filled, laid
from backcare_tui.player.motion import beats
from backcare_tui.player.timeline import LEAD
from backcare_tui.text import say_count, sentence_case
from backcare_tui.wording.routines import HOLD_SAID_S

HALFWAY = "Halfway."
HALFWAY_FROM_S = 20
"""In shorter holds and times nobody needs to hear of the middle."""
HALFWAY_FROM_REPS_S = 30
"""In fewer repetitions nobody needs to hear of the middle."""
LONG_S = 60
"""What goes on for longer is told of at each minute that is left, not at the middle."""
CUE_S, WALK_CUE_S = 30, 60
"""From one cue to the next in a long time, and in one of more than `WALK_S`; choices of ours."""
WALK_S = 300
FIRST_CUE_S = 6
"""So soon after the beginning there is no cue yet."""
QUIET = frozenset(("breathing", "relaxation"))
"""Kinds in which nobody is counted down: it would wake who has come to rest."""
EVERY = 5
"""Quick repetitions, and breaths, are said in full at first, and at each so many."""


def move_lines(here: Here, start_s: float) -> tuple[Line, ...]:
    """Into a hold; where one comes from a hold, out of it in the first half."""
    segment, reps = here.segment, here.reps
    into = _held_label(here)
    numbered = (f"{segment.rep} of {reps}: {_lower(into)}.",) if reps > 1 else ()
    own_set = _new_set(here)
    announced = (f"{own_set} {into}.", own_set) if own_set else ()
    full = (*announced, *numbered, f"{into}.")
    if not here.is_let_go:
        return laid([Slot(0.0, full)], segment.length_s, start_s)
    slots = [Slot(0.0, (EASE_OUT,)), Slot(segment.length_s / 2, (*full, f"{segment.rep}."))]
    return laid(slots, segment.length_s, start_s)


def hold_lines(here: Here, start_s: float) -> tuple[Line, ...]:
    """How long, the middle, the last seconds, and a cue where it would be quiet for long."""
    segment, length_s = here.segment, here.segment.length_s
    slots = [Slot(0.0, (f"Hold, {say_length(length_s)}.", "Hold."))]
    if length_s >= HALFWAY_FROM_S:
        slots.append(Slot(length_s / 2, (HALFWAY,)))
    slots += counts(length_s)
    fillers = _cues(here, segment.rep)
    return filled(laid(slots, length_s, start_s), length_s, fillers, SILENCE_S)


def time_lines(here: Here, start_s: float) -> tuple[Line, ...]:
    """How long, a cue now and then, and what is left: in a long time at each minute."""
    length_s, own = here.segment.length_s, here.block.exercise
    if own.breath:
        return _breath_lines(here, own.breath, start_s)
    cues = _cues(here, 0)
    is_long = length_s > LONG_S
    slots = [Slot(0.0, _begin_words(here))]
    if is_long:
        slots += _left_words(length_s, cues)
    elif length_s >= HALFWAY_FROM_S:
        slots.append(Slot(length_s / 2, (HALFWAY,)))
    if own.kind not in QUIET:
        slots += counts(length_s)
    lines = laid(slots, length_s, start_s)
    return lines if is_long else filled(lines, length_s, cues, SILENCE_S)


def rep_lines(here: Here, start_s: float) -> tuple[Line, ...]:
    """The number, and each way as the figure goes it, in so many words as there is time for."""
    segment, length_s = here.segment, float(here.segment.length_s)
    number = _number(here)
    ways = _ways(here)
    said = _told(number, ways, length_s, start_s)
    if said is None:
        outs = tuple(way for way in ways if not way.is_return)
        said = _told(number, outs, length_s, start_s) if len(outs) > 1 else None
    if said is None:
        whole = ", ".join((ways[0].words, *(_lower(way.words) for way in ways[1:])))
        is_full = segment.rep <= 2 or segment.rep % EVERY == 0
        full = _numbered(number, f"{whole}.") if is_full else ()
        said = laid([Slot(0.0, (*full, *number))], length_s, start_s)
    return said


class _Way(NamedTuple):
    """A way of a repetition, in words."""

    at_s: float
    words: str
    is_return: bool


def _ways(here: Here) -> tuple[_Way, ...]:
    """Out and back, by the poses of the figure; by the first cue where there is none."""
    block, length_s = here.block, float(here.segment.length_s)
    drawn = _figure_of(block.exercise.id)
    if drawn is None:
        return (_Way(0.0, cue_sentences(block)[0].rstrip("."), is_return=False),)
    dose, first = block.dose, drawn.poses[0].joints
    share = min(dose.hold_s / dose.rep_s, 1.0) if dose.rep_s else 0.0
    found = []
    for at_s, number in beats(drawn, length_s, share):
        pose = drawn.poses[number]
        is_long = pose.is_held and dose.hold_s >= HOLD_SAID_S
        words = f"{_bare(pose.label)}, hold" if is_long else pose.label
        found.append(_Way(at_s, words, is_return=pose.joints == first))
    return tuple(found)


def _told(
    number: Sequence[str], ways: Sequence[_Way], length_s: float, start_s: float
) -> tuple[Line, ...] | None:
    """The ways, the number with the first; None where one of them has no room."""
    first, *others = ways
    words = f"{first.words}."
    after = []
    for way in others:
        back = (f"Return: {_lower(way.words)}.",) if way.is_return else ()
        after.append(Slot(way.at_s, (*back, f"{way.words}.")))
    usual = (" ".join((*number[-1:], words)),)
    if len(laid([Slot(0.0, usual), *after], length_s, start_s)) < len(ways):
        return None
    return laid([Slot(0.0, _numbered(number, words)), *after], length_s, start_s)


def _number(here: Here) -> tuple[str, ...]:
    """Which repetition it is, from the fullest words to the shortest; none where there is only one."""
    segment, reps, rep = here.segment, here.reps, here.segment.rep
    own_set = _new_set(here)
    if reps == 1:
        return (own_set,) if own_set else ()
    is_long = reps >= 4 and reps * segment.length_s >= HALFWAY_FROM_REPS_S
    if rep == reps:
        return f"{rep}, last one.", "Last one.", f"{rep}."
    if is_long and rep == reps // 2 + 1:
        return f"{rep}, halfway.", HALFWAY, f"{rep}."
    return tuple(dict.fromkeys((f"{own_set} {rep}.".strip(), f"{rep}.")))


def _numbered(number: Sequence[str], words: str) -> tuple[str, ...]:
    """Words with the number before them; that it is the middle or the last one comes before the way."""
    if not number:
        return (words,)
    *marked, plain = number
    both = (f"{each} {words}" for each in marked)
    return (*both, *marked, f"{plain} {words}")


def _held_label(here: Here) -> str:
    """The way into a hold, as the figure calls it; else the first cue."""
    drawn = _figure_of(here.block.exercise.id)
    if drawn is None:
        return cue_sentences(here.block)[0].rstrip(".")
    return _bare(drawn.poses[drawn.held].label)


def _bare(label: str) -> str:
    """A label without its last word on waiting: `Hips up` of `Hips up, hold`."""
    return label.removesuffix(", hold").removesuffix(", pause")


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _new_set(here: Here) -> str:
    """`Set 2 of 3.`, where it begins without a rest, which would have said so."""
    is_told = here.before is None or here.before.kind in LEAD
    if is_told or here.segment.rep > 1:
        return ""
    return f"{sentence_case(say_set(here.block))}."


def _begin_words(here: Here) -> tuple[str, ...]:
    """How long it goes on, and which part of it that is."""
    segment = here.segment
    length = say_length(segment.length_s)
    part = f"Part {segment.rep} of {here.reps}" if here.reps > 1 else "Begin"
    words = f"{part}, {length}."
    return tuple(filter(None, (f"{_new_set(here)} {words}".strip(), words, f"{part}.")))


def _left_words(length_s: int, cues: Iterator[str]) -> Iterator[Slot]:
    """A cue each half minute, or minute, with the minutes that are left; not at once after the beginning."""
    step_s = CUE_S if length_s <= WALK_S else WALK_CUE_S
    for left_s in range((length_s - 1) // step_s * step_s, 0, -step_s):
        at_s, cue = length_s - left_s, next(cues)
        if at_s < FIRST_CUE_S:
            continue
        left = f"{_minutes(left_s // 60)} left." if left_s % 60 == 0 else ""
        yield Slot(float(at_s), (f"{left} {cue}".strip(), left or cue))


def _minutes(minutes: int) -> str:
    return say_count(minutes, "minute")


class _Phase(NamedTuple):
    """A part of a breath."""

    name: Literal["in", "hold", "out", "rest"]
    length_s: int


_FULL = {"in": "Breathe in", "hold": "Hold", "out": "Breathe out", "rest": "Wait"}
_SHORT = {"in": "In.", "hold": "Hold.", "out": "Out.", "rest": "Wait."}


def _breath_lines(here: Here, breath: Breath, start_s: float) -> tuple[Line, ...]:
    """In and out at the pace of the ring: the first breath counted, then each fifth in full."""
    slots: list[Slot] = []
    length_s = here.segment.length_s
    for at_s, number, phase in _phases(breath):
        if at_s and at_s + phase.length_s > length_s:
            break
        full = f"{_FULL[phase.name]}, {say_count(phase.length_s, 'count')}."
        minutes, odd_s = divmod(length_s - at_s, LONG_S)
        is_told = phase.name == "out" and minutes and odd_s < breath.length_s <= at_s
        left = f"{_SHORT[phase.name]} About {_minutes(minutes)} left." if is_told else ""
        variants = (left,) if left else (full,) if number % EVERY == 1 else ()
        slots.append(Slot(float(at_s), (*variants, _SHORT[phase.name])))
        if number == 1 and here.segment.rep == 1:
            slots += (
                Slot(float(at_s + each - 1), (f"{each}.",), is_count=True)
                for each in range(3, phase.length_s + 1)
            )
    return laid(slots, length_s, start_s)


def _phases(breath: Breath) -> Iterator[tuple[int, int, _Phase]]:
    """When each phase begins, of which breath it is, from 1, and the phase; without an end."""
    lengths = (
        _Phase("in", breath.in_s),
        _Phase("hold", breath.hold_s),
        _Phase("out", breath.out_s),
        _Phase("rest", breath.rest_s),
    )
    at_s = 0
    for number in count(1):
        for phase in lengths:
            if phase.length_s:
                yield at_s, number, phase
                at_s += phase.length_s


def _cues(here: Here, number: int) -> Iterator[str]:
    """The cues in turn, without an end, from one of them on; on the second side from later ones."""
    later = 2 * here.sides.index(here.block.side)
    return islice(cycle(cue_sentences(here.block)), number + later, None)


def _figure_of(exercise_id: str) -> Figure | None:
    try:
        return figure(exercise_id)
    except KeyError:
        return None
