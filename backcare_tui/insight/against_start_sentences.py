"""How pain is now against the start, in words: the figures, how many days they are of, and what may be said."""

from collections.abc import Iterator

from backcare_tui.insight.against_start import (
    LEAST_WEEKS,
    START_DAYS,
    AgainstStart,
    Start,
)
from backcare_tui.insight.comparison import PainChange, PainOfDays
from backcare_tui.library.measures import MCID_PART, MCID_POINTS
from backcare_tui.text import say_count, say_day, say_number

_STARTS: dict[Start, str] = {
    "weeks-ago": f"{START_DAYS // 7} weeks ago",
    "diary": "when the diary begins",
    "set": "the start that was set",
}
TOO_SHORT = (
    f"How pain changed cannot be told yet: that takes {2 * LEAST_WEEKS} weeks with pain noted."
)
BEGUN_WHEN_BAD = (
    "Many begin a diary when it is bad, and then some of a fall comes by itself (Whitney 1992)."
)
MEANING = (
    "Now against the start: the mean of the days' means, of as many weeks each; usual swing: up to how much two such "
    "means differ by themselves, from the person's own days. "
    f"People notice a change of pain from {MCID_POINTS} points or {MCID_PART:.0%} on (Farrar 2001; Ostelo 2008)."
)
"""For the foot of a page."""


def say_against_start(of: AgainstStart | None) -> Iterator[str]:
    """Pain now, pain at the start, and what the difference is."""
    if of is None:
        yield TOO_SHORT
        return
    yield f"Now: {_said(of.now)}, the last {of.now.days // 7} weeks."
    yield f"At the start: {_said(of.start)}, {_STARTS[of.since]}."
    yield _difference(of)
    if of.since == "diary" and of.change and of.change.points < 0:
        yield BEGUN_WHEN_BAD


def _said(of: PainOfDays) -> str:
    first, last = (say_day(day, of.span[1]) for day in of.span)
    pain = "not noted" if of.said is None else f"mean pain {of.said:.1f} of 10"
    return f"{pain} ({first} to {last}, {of.noted} of {of.days} days noted)"


def _difference(of: AgainstStart) -> str:
    if of.change is None:
        short = [each for each in (of.start, of.now) if not each.is_enough]
        where = (
            "in both" if len(short) > 1 else "in the last" if short == [of.now] else "at the start"
        )
        least = -(-short[0].days // 2)
        return f"Cannot be held against each other: too few days {where}, it takes {least} of {short[0].days}."
    if of.change.weight == "as-before":
        return "Pain is as it was at the start."
    way = "lower" if of.change.points < 0 else "higher"
    return f"Pain is {_points(of.change.points)}{_part(of.change)} {way}: {_say_weight(of.change)}."


def _say_weight(of: PainChange) -> str:
    if of.swing is None:
        return "about as much as it swings by itself"
    swing = f"usual swing (up to {say_number(of.swing)})"
    match of.weight:
        case "within":
            return f"within the person's own {swing}"
        case "small":
            return f"more than the {swing}, but of a size that few notice"
        case _:
            return f"more than the {swing}, and of a size that people notice"


def _points(points: float) -> str:
    return say_count(1, "point") if abs(points) == 1 else f"{say_number(abs(points))} points"


def _part(of: PainChange) -> str:
    return f" ({abs(of.points) / of.before:.0%})" if of.before else ""
