"""How pain changed from the week before, as it is said: its size and the person's own swing, apart.

What is said is rounded, so it is judged as it is said: a reader who subtracts the two figures and holds them
against the limits never finds them at odds with the word. Where only the rounding makes a change matter, no word is
said on its weight.
"""

import msgspec

from backcare_tui.insight.week.figures import PainWeek
from backcare_tui.insight.weight import DECIMALS, Weight, weigh
from backcare_tui.library.measures import LEAST_FOR_PART, MCID_PART, MCID_POINTS


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
    swing = None if pain.usual is None else round(pain.usual.swing, DECIMALS)
    found = weigh(points, before, swing, is_beyond=bool(pain.is_beyond_usual))
    # What a program is told, unrounded, must hold too.
    return "small" if found == "matters" and not pain.meaningful else found
