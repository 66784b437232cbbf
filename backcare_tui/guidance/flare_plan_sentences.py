"""One's own flares in words: what is said of none, of one, and of more. Nothing is said to have worked."""

import datetime as dt
from collections.abc import Iterator

from backcare_tui.guidance.past_flares import ENOUGH_FLARES, DoneIn, LastFlare, MarkedAs, PastFlares
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import (
    clean,
    say_count,
    say_day,
    say_list,
    say_number,
    say_times,
    sentence_case,
)

MARKED_SHOWN, DONE_SHOWN = 6, 4
"""How many things that helped, and routines, are told: the foremost."""
CAUSE = (
    "These went along with the flare-ups. Pain that is above one's usual mostly comes down by itself "
    "(Whitney 1992), so nobody can tell from this what did it."
)
NOTHING_MARKED = "Nothing was marked as helping on those days; a check-in asks what eased it."


def say_counted(past: PastFlares) -> Iterator[str]:
    """How many there were and how long they took, whoever reads it."""
    count = len(past.lengths)
    if not count:
        yield "No flare-up stands in this diary from beginning to end yet."
    elif count == 1:
        took = say_count(past.lengths[0], "day")
        yield f"One flare-up stands in this diary from beginning to end; it took {took}."
    else:
        yield f"{count} flare-ups stand in this diary from beginning to end. They took {say_lengths(past)}."
    if past.unfinished:
        yield f"{_more(past.unfinished, is_first=not count)} not noted from beginning to end."


def say_past(past: PastFlares) -> Iterator[str]:
    """The same to the person, who is told where they are too few to say anything of the next one."""
    yield from say_counted(past)
    if not past.is_enough:
        little = "One says little. " if past.lengths else ""
        yield f"{little}From {ENOUGH_FLARES} on, your own figures stand here."


def say_lengths(past: PastFlares) -> str:
    """The middle and the range of their lengths: `4 days in the middle (median), from 2 to 9`."""
    if past.median is None:
        return ""
    low, high = min(past.lengths), max(past.lengths)
    if low == high:
        return f"{say_count(low, 'day')} each"
    middle = say_number(past.median)
    unit = "day" if middle == "1" else "days"
    return f"{middle} {unit} in the middle (median), from {low} to {high}"


def say_now(past: PastFlares, today: dt.date) -> str:
    """The one that goes on; empty where none does."""
    if past.now is None:
        return ""
    number = (today - past.now.first).days + 1
    began = f"This one began on {say_day(past.now.first, today)}; today is day {number}."
    return f"{began} {_were_over(past, number)}".strip()


def say_marked(of: MarkedAs) -> str:
    """One thing that was marked as helping: `heat: helped on 5 days, in 3 flare-ups; not on 1`."""
    helped = [f"helped on {say_count(of.helped, 'day')}"] if of.helped else []
    little = [f"a little on {say_count(of.little, 'day') if not helped else of.little}"]
    said = say_list([*helped, *(little if of.little else [])])
    against = f"; not on {of.not_helped}" if of.not_helped else ""
    name = sentence_case(clean(name_within("relievers", of.word)))
    return f"{name}: {said}, in {say_count(of.flares, 'flare-up')}{against}"


def say_done(of: DoneIn) -> str:
    """One routine: `Gentle Flare-Up: 4 times; pain 6.5 before and 5.3 after (mean of 3)`."""
    said = f"{clean(of.name)}: {say_times(of.times)}"
    if of.before is not None and of.after is not None:
        means = f" (mean of {of.known})" if of.known > 1 else ""
        which = "" if of.known == of.times else f" the {say_times(of.known)} that both were noted"
        figures = f"pain {say_number(of.before)} before and {say_number(of.after)} after"
        said = f"{said}; {figures}{which if of.known == 1 else means}"
    return f"{said}; stopped early {say_times(of.stopped)}" if of.stopped else said


def say_last(of: LastFlare, today: dt.date) -> Iterator[str]:
    """How the last one ended, with what was there then."""
    yield (
        f"The last one began on {say_day(of.first, today)} and took {say_count(of.days, 'day')}. "
        f"Its last bad day was {say_day(of.bad, today)}, with pain {say_number(of.pain)}; by "
        f"{say_day(of.end, today)} pain was {say_number(of.calm)}."
    )
    if of.helped:
        helped = [clean(name_within("relievers", word)) for word in of.helped]
        yield f"Marked as helping in those days: {say_list(helped)}."
    if of.done:
        yield f"Done in those days: {say_list([clean(name) for name in of.done])}."


def own_figures(past: PastFlares, today: dt.date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Titles with what is told of one's own flares under each, for every page that shows them.

    With fewer than two nothing is made of what was marked and done: it would be one time's chance.
    """
    yield "Your own flare-ups", tuple(filter(None, (say_now(past, today), *say_past(past))))
    if past.is_enough:
        marked = tuple(map(say_marked, past.marked[:MARKED_SHOWN])) or (NOTHING_MARKED,)
        done = tuple(map(say_done, past.done[:DONE_SHOWN]))
        cause = (CAUSE,) if past.marked or past.done else ()
        yield "What you marked as helping in them", (*marked, *(() if done else cause))
        if done:
            yield "What you did in them", (*done, *cause)
    if past.last:
        yield "How the last one ended", tuple(say_last(past.last, today))


def _were_over(past: PastFlares, number: int) -> str:
    """How many of one's own were over by this day, where there are enough and any was."""
    over = sum(length < number for length in past.lengths)
    if not past.is_enough or not over:
        return ""
    return f"{over} of your {len(past.lengths)} were over by then."


def _more(count: int, *, is_first: bool) -> str:
    which = "" if is_first else " more"
    return f"{count}{which} {'was' if count == 1 else 'were'}"
