"""What is said in repetitions: the number, and the ways out and back as the figure goes them. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from backcare_tui.library.figures import figure_of
from backcare_tui.player.here import Here
from backcare_tui.player.introduction import cue_sentences, say_set
from backcare_tui.player.lines import Line, Slot, laid
from backcare_tui.player.motion import beats
from backcare_tui.player.timeline import LEAD
from backcare_tui.text import sentence_case, within
from backcare_tui.wording.routines import HOLD_SAID_S

HALFWAY = "Halfway."
HALFWAY_FROM_REPS_S = 30
"""In fewer repetitions nobody needs to hear of the middle."""
EVERY = 5
"""Quick repetitions are said in full at first, and at each so many."""


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
        whole = ", ".join((ways[0].words, *(within(way.words) for way in ways[1:])))
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
    drawn = figure_of(block.exercise)
    if drawn is None:
        return (_Way(0.0, cue_sentences(block)[0].rstrip("."), is_return=False),)
    dose, first = block.dose, drawn.poses[0].joints
    share = min(dose.hold_s / dose.rep_s, 1.0) if dose.rep_s else 0.0
    found = []
    for at_s, number in beats(drawn, length_s, share):
        pose = drawn.poses[number]
        is_long = pose.is_held and dose.hold_s >= HOLD_SAID_S
        words = f"{bare(pose.label)}, hold" if is_long else pose.label
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
        back = (f"Return: {within(way.words)}.",) if way.is_return else ()
        after.append(Slot(way.at_s, (*back, f"{way.words}.")))
    usual = (" ".join((*number[-1:], words)),)
    if len(laid([Slot(0.0, usual), *after], length_s, start_s)) < len(ways):
        return None
    return laid([Slot(0.0, _numbered(number, words)), *after], length_s, start_s)


def _number(here: Here) -> tuple[str, ...]:
    """Which repetition it is, from the fullest words to the shortest; none where there is only one."""
    reps, rep = here.reps, here.segment.rep
    own_set = new_set(here)
    if reps == 1:
        return (own_set,) if own_set else ()
    if rep == reps:
        return f"{rep}, last one.", "Last one.", f"{rep}."
    if _is_middle(here):
        return f"{rep}, halfway.", HALFWAY, f"{rep}."
    return tuple(dict.fromkeys((f"{own_set} {rep}.".strip(), f"{rep}.")))


def is_told_of(here: Here) -> bool:
    """Whether a repetition is the first, the middle or the last one, of which one wants to hear anyway."""
    return here.segment.rep in {1, here.reps} or _is_middle(here)


def _is_middle(here: Here) -> bool:
    reps, segment = here.reps, here.segment
    is_long = reps >= 4 and reps * segment.length_s >= HALFWAY_FROM_REPS_S
    return is_long and segment.rep == reps // 2 + 1


def _numbered(number: Sequence[str], words: str) -> tuple[str, ...]:
    """Words with the number before them; that it is the middle or the last one comes before the way."""
    if not number:
        return (words,)
    *marked, plain = number
    both = (f"{each} {words}" for each in marked)
    return (*both, *marked, f"{plain} {words}")


def bare(label: str) -> str:
    """A label without its last word on waiting: `Hips up` of `Hips up, hold`."""
    return label.removesuffix(", hold").removesuffix(", pause")


def new_set(here: Here) -> str:
    """`Set 2 of 3.`, where it begins without a rest, which would have said so."""
    is_told = here.before is None or here.before.kind in LEAD
    if is_told or here.segment.rep > 1:
        return ""
    return f"{sentence_case(say_set(here.block))}."
