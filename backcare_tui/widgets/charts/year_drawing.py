"""How a day looks in the calendar of a year: pain, sleep or movement as a sign and a shade."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean_known
from backcare_tui.insight.days import DayFigures

Measure = Literal["pain", "sleep", "movement"]
NAMES: dict[Measure, str] = {"pain": "Pain", "sleep": "Sleep", "movement": "Movement"}

UNKNOWN = "·"
"""A day of which nothing is known."""
NO_SESSION = "-"
"""A day with other entries, but without a session."""
NO_LENGTH = "+"
"""A session that does not say how long it was."""
SHADES = (5, 10, 15, 20, 25, 30)
"""Parts of a hundred of the color of sleep, for the hours from `LEAST_HOURS` on; they only order."""
LEAST_HOURS = 4
BARS = ((10, "▂"), (20, "▄"), (40, "▆"), (None, "█"))
"""Minutes of movement below which a bar is drawn, the last one from there on; they only order."""


class YearCell(msgspec.Struct, frozen=True):
    """A sign of at most two cells, and what it is drawn with."""

    sign: str
    style: str
    fills: bool = False
    """Whether its ground fills the cell."""


NOTHING = YearCell(UNKNOWN, "$quiet")
BEFORE = YearCell(UNKNOWN, "$line")
"""A day before the diary began."""


def look_of(figures: DayFigures | None, measure: Measure) -> YearCell:
    """The sign of a day; what is not known differs from zero."""
    if figures is None:
        return NOTHING
    if measure == "pain":
        return NOTHING if figures.pain is None else pain_look(round(figures.pain))
    if measure == "sleep":
        return NOTHING if figures.asleep_min is None else sleep_look(figures.asleep_min // 60)
    if not figures.sessions:
        return YearCell(NO_SESSION, "$quiet")
    return YearCell(NO_LENGTH, "$here") if figures.moved_min is None else _bar(figures.moved_min)


def pain_look(severity: int) -> YearCell:
    """A severity, 0 to 10."""
    return YearCell(str(severity), f"$on-pain on $tint-{severity}", fills=True)


def sleep_look(hours: int) -> YearCell:
    """Whole hours asleep."""
    step = min(max(hours - LEAST_HOURS, 0), len(SHADES) - 1)
    return YearCell(str(hours), f"$foreground on $here {SHADES[step]}%", fills=True)


def _bar(minutes: float) -> YearCell:
    sign = next(bar for below, bar in BARS if below is None or minutes < below)
    return YearCell(sign, "$here")


def legend(measure: Measure) -> tuple[YearCell, ...]:
    """The signs in their order, with words between them."""
    end = (YearCell("   ", ""), NOTHING, YearCell(" no entry", "$quiet"))
    if measure == "pain":
        steps = map(pain_look, range(11))
        return (YearCell("none ", "$quiet"), *steps, YearCell(" worst", "$quiet"), *end)
    if measure == "sleep":
        hours = map(sleep_look, range(LEAST_HOURS, LEAST_HOURS + len(SHADES)))
        return (*hours, YearCell(" whole hours asleep", "$quiet"), *end)
    lengths = ("<10", "10+", "20+", "40+ min")
    bars = (
        look
        for (_, bar), words in zip(BARS, lengths, strict=True)
        for look in (YearCell(bar, "$here"), YearCell(f" {words}  ", "$quiet"))
    )
    return (*bars, YearCell(NO_SESSION, "$quiet"), YearCell(" none", "$quiet"), *end)


def mean_of(days: Iterable[DayFigures], measure: Measure) -> str:
    """The mean of some days: pain in points, sleep in hours, the minutes of all sessions in sum."""
    if measure == "pain":
        pain = mean_known(each.pain for each in days)
        return "" if pain is None else f"{pain:.1f}"
    if measure == "sleep":
        asleep = mean_known(each.asleep_min for each in days)
        hours, minutes = divmod(round(asleep or 0), 60)
        return "" if asleep is None else f"{hours}:{minutes:02}"
    lengths = [each.moved_min for each in days if each.moved_min is not None]
    return f"{sum(lengths):.0f}" if lengths else ""


MEANS: dict[Measure, str] = {"pain": "avg", "sleep": "avg", "movement": "min"}
"""What the figures of the months are: means, or minutes in all."""
