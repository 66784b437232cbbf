"""How pain changed from the week before, as it is said: its size and the person's own swing, apart.

What is said is rounded, so it is judged as it is said: a reader who subtracts the two figures and holds them
against the limits never finds them at odds with the word. Where only the rounding makes a change matter, no word is
said on its weight.
"""

from typing import Literal

import msgspec

from backcare_tui.insight.week.figures import PainWeek
from backcare_tui.library.measures import LEAST_FOR_PART, MCID_PART, MCID_POINTS, is_noticed

Weight = Literal["as-before", "unknown", "within", "small", "matters"]
"""`unknown` where the usual swing is; `small` beyond it, but of a size that people do not notice."""
DECIMALS = 1
"""Of every figure that is said."""


class WeekChange(msgspec.Struct, frozen=True):
    """A change between two weeks that can be compared; points of pain as they are said."""

    points: float
    """The mean less that of the week before."""
    weight: Weight
    swing: float | None
    """Up to how much weeks usually differ; None where it is not known, or said as `about as much`."""
    noticed: str
    """From which size on people notice a change."""


def change_of(pain: PainWeek) -> WeekChange | None:
    """How pain changed; None where one of the weeks has fewer than 4 noted days."""
    if pain.mean is None or pain.previous_mean is None or not pain.is_comparable:
        return None
    before = round(pain.previous_mean, DECIMALS)
    points = round(round(pain.mean, DECIMALS) - before, DECIMALS)
    noticed = f"{MCID_POINTS} points"
    if before >= LEAST_FOR_PART:
        noticed = f"{MCID_POINTS} points or {MCID_PART:.0%}"
    swing = None if pain.usual is None else round(pain.usual.swing, DECIMALS)
    if swing is not None and abs(points) > swing and not pain.is_beyond_usual:
        swing = None  # only by the rounding: no figure may say that it is more
    return WeekChange(points, _weight(pain, points, before), swing, noticed)


def _weight(pain: PainWeek, points: float, before: float) -> Weight:
    if not points:
        return "as-before"
    if pain.usual is None:
        return "unknown"
    if not pain.is_beyond_usual or abs(points) <= round(pain.usual.swing, DECIMALS):
        return "within"
    # What a program is told, unrounded, must hold too.
    return "matters" if pain.meaningful and is_noticed(points, before) else "small"
