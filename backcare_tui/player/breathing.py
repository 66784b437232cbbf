"""What is said of a breath, at the pace of the ring. Pure."""

from collections.abc import Iterator
from itertools import count

from backcare_tui.library.exercises import Breath
from backcare_tui.player.here import Here
from backcare_tui.player.introduction import say_left
from backcare_tui.player.lines import Line, Slot, laid
from backcare_tui.player.script import Phase, phases_of
from backcare_tui.text import say_count

EVERY = 5
"""Each so many breaths the pace is said in full."""
_FULL = {"in": "Breathe in", "hold": "Hold", "out": "Breathe out", "rest": "Wait"}
_SHORT = {"in": "In.", "hold": "Hold.", "out": "Out.", "rest": "Wait."}


def breath_lines(here: Here, breath: Breath, start_s: float) -> tuple[Line, ...]:
    """In and out: the first breath counted, then each fifth in full."""
    slots: list[Slot] = []
    whole_s = here.segment.length_s
    for at_s, number, phase, length_s in _phases(breath):
        if at_s and at_s + length_s > whole_s:
            break
        full = (f"{_FULL[phase]}, {say_count(length_s, 'count')}.",) if number % EVERY == 1 else ()
        minutes, odd_s = divmod(whole_s - at_s, 60)
        is_told = phase == "out" and minutes and odd_s < breath.length_s <= at_s
        left = (f"{_SHORT[phase]} About {say_left(minutes)}",) if is_told else ()
        slots.append(Slot(float(at_s), (*(left or full), _SHORT[phase])))
        if number == 1 and here.segment.rep == 1:
            slots += (Slot(at_s + each - 1.0, (f"{each}.",)) for each in range(3, length_s + 1))
    return laid(slots, whole_s, start_s)


def _phases(breath: Breath) -> Iterator[tuple[int, int, Phase, int]]:
    """When each phase begins, of which breath it is, from 1, and for how long; without an end."""
    at_s = 0
    for number in count(1):
        for phase, length_s in phases_of(breath):
            if length_s:
                yield at_s, number, phase, length_s
                at_s += length_s
