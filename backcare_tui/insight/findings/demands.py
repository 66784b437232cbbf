"""How clearly an effect has to stand out, by the age of the diary.

Who looks every second week sees chance now and then, and remembers it; so each look is allowed only a part of the chance that
anything false is ever told, and the parts are spent where they find most (alpha spending: Lan and DeMets 1983, Biometrika
70:659). In the first months hardly anything can be found in any way, so hardly anything is allowed. In the
fortnight before the eighteenth week, in which such a person looks once, a diary first holds enough, and most is
allowed. From then on an effect has to have been seen by some earlier date and again after it.
The parts are our own, calibrated in `tests/bench/bench_findings.py`.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from backcare_tui.insight.findings.pairings import TestQuestion
from backcare_tui.insight.findings.persistence import DayNumbers


class Demand(NamedTuple):
    """What is asked of an effect in diaries up to some age."""

    until_days: float
    """The last day of the diary for which it holds."""
    limits: Mapping[TestQuestion, float]
    """The chance of even one false finding that each question is allowed at one look, 0 to 1."""
    seen_part: float
    """The part of the size at which it stands out, from which on it was seen by an earlier date."""
    least_held: float
    """In its errors, how far the days since then alone have to point the same way."""


DEMANDS = (
    Demand(112, {"next": 0.003, "sleep": 0.001, "same": 0.008}, 0.85, 1.96),
    Demand(126, {"next": 0.03, "sleep": 0.003, "same": 0.008}, 0.6, 1.0),
    Demand(float("inf"), {"next": 0.01, "sleep": 0.004, "same": 0.008}, 1.0, 1.96),
)
"""In the order of age. Three questions are asked: of pain after the night or the day before, which is what a diary is kept
for; of sleep after the day before; of pain on the same day."""


def demands_of(days: DayNumbers) -> npt.NDArray[np.intp]:
    """The place in `DEMANDS` that holds in diaries of so many days.

    >>> demands_of(np.array([60, 112, 113, 364])).tolist()
    [0, 0, 1, 2]
    """
    return np.searchsorted([each.until_days for each in DEMANDS], days)


def demand_at(days: int) -> Demand:
    """What is asked in a diary of so many days."""
    return next(each for each in DEMANDS if days <= each.until_days)
