"""How much of each part: more by a tenth at most, less by a fifth, never past what the days have. Pure."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from backcare_tui.guidance.plan.scheduling import WeekPart, placed

GROWS_BY = 10
"""Percent by which the active minutes of a week may grow (our own rule; WHO 2020: build up slowly)."""
EASES_TO = 80
"""Percent of the minutes that an eased week keeps (our own rule)."""
RESTARTS_WITH = 60
"""Percent of the last week's minutes that a new start asks for (our own rule)."""
LONGEST_WALK = 30
"""Minutes of a walk up to which it grows (Pocovi 2024)."""
OFTENEST = 6
"""Times a week up to which a part grows: one day stays free (our own rule)."""
LEAST_WALK = 2
"""Minutes under which a walk is not shortened (our own rule)."""
SHORTEST = 3
"""Minutes below which a routine is not shortened: two exercises need as long (our own rule)."""

Resized = Callable[[WeekPart, int], WeekPart | None]
"""A part at other minutes for each time, at most; None where it does not fit."""


def total_of(parts: Sequence[WeekPart]) -> int:
    """The minutes of a week."""
    return sum(part.total for part in parts)


def most_next(minutes: int) -> int:
    """The active minutes that a week may ask for after one of so many: a tenth more, in whole minutes."""
    return minutes + minutes * GROWS_BY // 100


def grown(
    parts: Sequence[WeekPart], most: int, room: Sequence[int], resized: Resized
) -> tuple[WeekPart, ...]:
    """The parts with one of them grown as far as the week may, the shortest first; as they are where none can.

    Args:
        parts: The parts as they are.
        most: Minutes that the week may ask for.
        room: Minutes that each day has.
        resized: What gives a routine at other minutes.
    """
    spare = most - total_of(parts)
    in_turn = sorted(enumerate(parts), key=lambda pair: (pair[1].minutes, pair[1].slot != "walk"))
    for number, part in in_turn:
        grows = _walks_grown if part.slot == "walk" else _routines_grown
        for more in grows(part, spare, max(room), resized):
            tried = (*parts[:number], more, *parts[number + 1 :])
            if total_of(placed(tried, room)) == total_of(tried):
                return tried
    return tuple(parts)


def shrunk(parts: Sequence[WeekPart], most: int, resized: Resized) -> tuple[WeekPart, ...]:
    """The parts within so many minutes: in turn a minute shorter, by a fifth at most, then less often.

    Each part keeps one time of it, so that a small week may stay a little larger than that.
    """
    found, floors = list(parts), [max(part.minutes * EASES_TO // 100, 1) for part in parts]
    is_shorter = True
    while is_shorter and total_of(found) > most:
        is_shorter = False
        for number, part in enumerate(found):
            shorter = _shorter(part, resized) if total_of(found) > most else None
            if shorter and shorter.minutes >= floors[number]:
                found[number], is_shorter = shorter, True
    while total_of(found) > most and any(part.times > 1 for part in found):
        number = max(range(len(found)), key=lambda each: _to_give(found[each]))
        found[number] = replace(found[number], times=found[number].times - 1, days=())
    return tuple(found)


def _to_give(part: WeekPart) -> tuple[bool, bool, int]:
    """Which part gives a time first: one that keeps two, else one that keeps one; the largest of them."""
    return part.times > 2, part.times > 1, part.total


def _walks_grown(part: WeekPart, spare: int, longest: int, _: Resized) -> list[WeekPart]:
    """The walk a little longer, else once more, else once less and longer."""
    found = []
    for times in (part.times, part.times + 1, part.times - 1):
        minutes = min((part.total + spare) // max(times, 1), longest, LONGEST_WALK)
        is_fine = min(2, part.times) <= times <= max(OFTENEST, part.times) and minutes >= LEAST_WALK
        if is_fine and minutes * times > part.total:
            days = part.days if times == part.times else ()
            found.append(replace(part, minutes=minutes, times=times, days=days))
    return found


def _routines_grown(part: WeekPart, spare: int, longest: int, resized: Resized) -> list[WeekPart]:
    """The routine with a step more, or once more."""
    found = []
    more = resized(part, min(part.minutes + spare // part.times, longest))
    if more and more.minutes > part.minutes:
        found.append(more)
    if part.minutes <= spare and part.times < OFTENEST // 2:
        found.append(replace(part, times=part.times + 1, days=()))
    return found


def _shorter(part: WeekPart, resized: Resized) -> WeekPart | None:
    """A part a minute shorter, or as much as its steps allow; None where it is as short as can be."""
    if part.slot == "walk":
        return replace(part, minutes=part.minutes - 1) if part.minutes > LEAST_WALK else None
    shorter = resized(part, part.minutes - 1) if part.minutes > SHORTEST else None
    return shorter if shorter and shorter.minutes < part.minutes else None
