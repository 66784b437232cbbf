"""What is said in holds and in what goes on for a time. Pure."""

from collections.abc import Iterator
from itertools import cycle, islice

from backcare_tui.library.figures import figure_of
from backcare_tui.player.breathing import breath_lines
from backcare_tui.player.here import Here
from backcare_tui.player.introduction import (
    EASE_OUT,
    SILENCE_S,
    counts,
    cue_sentences,
    say_left,
    say_length,
)
from backcare_tui.player.lines import Line, Slot, filled, laid
from backcare_tui.player.repetitions import HALFWAY, bare, new_set
from backcare_tui.text import within

HALFWAY_FROM_S = 20
"""In shorter holds and times nobody needs to hear of the middle."""
LONG_S = 60
"""What goes on for longer is told of at each minute that is left, not at the middle."""
STEP_CUE_S, CUE_S, WALK_CUE_S = 15, 30, 60
"""From one cue to the next where cues are steps, in steady or quiet work, and in more than `WALK_S` of it;
choices of ours."""
WALK_S = 300
FIRST_CUE_S = 6
"""So soon after the beginning there is no cue yet."""
QUIET = frozenset(("breathing", "relaxation"))
"""Kinds in which nobody is counted down: it would wake who has come to rest."""
STEADY = QUIET | {"aerobic"}
"""Kinds that go on as they began."""


def move_lines(here: Here, start_s: float) -> tuple[Line, ...]:
    """Into a hold; where one comes from a hold, out of it in the first half."""
    segment, reps = here.segment, here.reps
    into = _held_label(here)
    rep = segment.rep
    numbered = (f"{rep} of {reps}: {within(into)}.", f"{rep}. {into}.") if reps > 1 else ()
    own_set = new_set(here)
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
        return breath_lines(here, own.breath, start_s)
    cues = _cues(here, 0)
    is_long = length_s > LONG_S
    slots = [Slot(0.0, _begin_words(here))]
    if is_long:
        slots += _left_words(length_s, cues, is_steady=own.kind in STEADY)
    elif length_s >= HALFWAY_FROM_S:
        slots.append(Slot(length_s / 2, (HALFWAY,)))
    if own.kind not in QUIET:
        slots += counts(length_s)
    lines = laid(slots, length_s, start_s)
    return lines if is_long else filled(lines, length_s, cues, SILENCE_S)


def _held_label(here: Here) -> str:
    """The way into a hold, as the figure calls it; else the first cue."""
    drawn = figure_of(here.block.exercise)
    if drawn is None:
        return cue_sentences(here.block)[0].rstrip(".")
    return bare(drawn.poses[drawn.held].label)


def _begin_words(here: Here) -> tuple[str, ...]:
    """How long it goes on, and which part of it that is."""
    segment = here.segment
    length = say_length(segment.length_s)
    part = f"Part {segment.rep} of {here.reps}" if here.reps > 1 else "Begin"
    words = f"{part}, {length}."
    return tuple(filter(None, (f"{new_set(here)} {words}".strip(), words, f"{part}.")))


def _left_words(length_s: int, cues: Iterator[str], *, is_steady: bool) -> Iterator[Slot]:
    """A cue now and then, with the minutes that are left; not at once after the beginning."""
    step_s = STEP_CUE_S if not is_steady else CUE_S if length_s <= WALK_S else WALK_CUE_S
    for left_s in range((length_s - 1) // step_s * step_s, 0, -step_s):
        at_s, cue = length_s - left_s, next(cues)
        if at_s < FIRST_CUE_S:
            continue
        left = say_left(left_s // 60) if left_s % 60 == 0 else ""
        yield Slot(float(at_s), (f"{left} {cue}".strip(), left or cue))


def _cues(here: Here, number: int) -> Iterator[str]:
    """The cues in turn, without an end, from one of them on; on the second side from later ones."""
    later = 2 * here.sides.index(here.block.side)
    return islice(cycle(cue_sentences(here.block)), number + later, None)
