"""The numbers that stand beside the charts of a report, piece by piece of its time, for whoever does not see them."""

from backcare_tui.insight.longer.bins import A_WEEK, SIZES, Bin, Size, cut, together
from backcare_tui.insight.usual import LEAST_DAYS, Usual, usual_of
from backcare_tui.report.paper import Numbers
from backcare_tui.report.report import Report
from backcare_tui.text import (
    say_between,
    say_date,
    say_minutes,
    sentence_case,
)

MOST_PIECES = 60
"""How many rows of numbers stand beside a chart."""


def pain_numbers(of: Report) -> Numbers:
    """Week by week, or in a long time by longer pieces."""
    size, pieces = _pieces(of)
    means = tuple(each.pain if each.days >= LEAST_DAYS else None for each in pieces)
    rows = tuple(
        (
            say_date(each.first),
            f"{each.days} of {(each.last - each.first).days + 1}",
            "" if each.pain is None else f"{each.pain:.1f}",
            "" if each.best is None else f"{each.best} to {each.worst}",
            _say_usual(means[at], usual_of(means[:at])) if size == A_WEEK else "",
        )
        for at, each in enumerate(pieces)
    )
    columns = ("Days noted", "Pain, mean", "Lowest to highest", "Pain, usual before")
    return _numbers(size, columns, rows)


def sleep_numbers(of: Report) -> Numbers:
    """The same of the nights."""
    size, pieces = _pieces(of)
    rows = tuple(
        (
            say_date(each.first),
            str(each.nights),
            "" if each.asleep_min is None else say_minutes(each.asleep_min),
        )
        for each in pieces
    )
    return _numbers(size, ("Nights noted", "Asleep, mean"), rows)


def _numbers(size: Size, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Numbers:
    """A row for each piece of time; a last column without a word is left out."""
    kept = len(columns) + any(row[-1] for row in rows)
    heads = (f"{sentence_case(size.name.removeprefix('a '))} from", *columns)
    return Numbers(heads[:kept], tuple(row[:kept] for row in rows))


def _say_usual(mean: float | None, usual: Usual | None) -> str:
    """The usual range by the weeks before, and where this one lies outside it."""
    if usual is None:
        return ""
    lies = usual.lies(mean) if mean is not None else 0
    side = f" ({'above' if lies > 0 else 'below'})" if lies else ""
    return f"{say_between(usual.low, usual.high)}{side}"


def _pieces(of: Report) -> tuple[Size, tuple[Bin, ...]]:
    """The pieces of the time: weeks, or so long that they fill no more than a page."""
    size = next(each for each in SIZES[SIZES.index(A_WEEK) :] if _is_short(of, each))
    return size, together(of.days, size)


def _is_short(of: Report, size: Size) -> bool:
    return size == SIZES[-1] or sum(1 for _ in cut(of.about.span, size)) <= MOST_PIECES
