"""Factors and outcomes without what the calendar and the days before say of them. Needs numpy."""

import datetime as dt
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from backcare_tui.insight.findings.calendar import calendar_of
from backcare_tui.insight.findings.pairings import Pairing
from backcare_tui.insight.findings.persistence import Floats, weigh, what_is_new

LEAST_LEFT = 0.2
"""The part of a factor's size that the calendar has to leave, for the two to be told apart (ours)."""
_NOTHING = 1e-6


class Adjusted:
    """All factors beside one outcome, each day only with what is new in it.

    `effects` and `errors` are those of each pairing, in its own unit; `seen` is the one in terms of the other. A factor that the
    calendar says wholly, as one of each Saturday, has no effect (NaN) and is seen as 0.
    """

    def __init__(self, values: Mapping[dt.date, float], pairings: Sequence[Pairing]) -> None:
        """Take out what the calendar and the days before say.

        Args:
            values: The outcome of each day that has one.
            pairings: What is held against it, at least one.
        """
        self.pairings = pairings
        self.dates = sorted(values)
        days = np.array([day.toordinal() for day in self.dates])
        self.days = int(days[-1] - days[0]) + 1
        """From the first day with an outcome to the last."""
        outcome = np.array([values[day] for day in self.dates])
        calendar = calendar_of(days)
        before = np.array([values.get(day - dt.timedelta(days=1), np.nan) for day in self.dates])
        factors = np.column_stack([_aligned(each, self.dates, before) for each in pairings])
        memory = weigh(outcome, calendar, days).likeliest
        new, _ = what_is_new(np.column_stack([calendar, outcome, factors]), days, (memory,))
        width = calendar.shape[1]
        self._base = np.linalg.qr(new[0, :, :width])[0]
        self.rest = self._without(new[0, :, width])
        left = _apart(self._without(new[0, :, width + 1 :]), pairings)
        sizes = np.sqrt((left**2).sum(axis=0))
        whole = np.sqrt((new[0, :, width + 1 :] ** 2).sum(axis=0))
        is_left = sizes > LEAST_LEFT * whole + _NOTHING
        sizes = np.where(is_left, sizes, 1.0)
        self.factors = np.where(is_left, left / sizes, 0.0)
        """What is new in each, of size 1: a row a day, a column a pairing."""
        self._free = len(self.dates) - width - 1
        seen, spreads = self._measured(self.rest[:, None])
        self.seen, self.spreads = seen[:, 0], spreads[:, 0]
        """Each effect in its own error; and what is left of the outcome beside it, as a standard deviation."""
        self.errors = self.spreads / sizes
        self.effects = np.where(is_left, self.factors.T @ self.rest / sizes, np.nan)

    def reordered(self, orders: npt.NDArray[np.int64]) -> Floats:
        """Each effect, in its own error, where the days of the outcome stand in another order.

        Args:
            orders: The rows of the days, a column each.
        """
        return self._measured(self.rest[orders])[0]

    def _without(self, columns: Floats) -> Floats:
        return columns - self._base @ (self._base.T @ columns)

    def _measured(self, rests: Floats) -> tuple[Floats, Floats]:
        """Each effect in its own error, for each column of rests, and what is left beside it."""
        along = self.factors.T @ rests
        whole = (rests**2).sum(axis=0) - ((self._base.T @ rests) ** 2).sum(axis=0)
        errors = np.sqrt(np.maximum(whole - along**2, 0.0) / self._free)
        return np.divide(along, errors, out=np.zeros_like(along), where=errors > _NOTHING), errors


def _aligned(pairing: Pairing, dates: list[dt.date], before: Floats) -> Floats:
    """The factor for each day, without what the outcome of the day before says of it.

    A day for which it is not known stands in the middle, and so says nothing.
    """
    values = dict(zip(pairing.days, pairing.values, strict=True))
    factor = np.array([values.get(day, np.nan) for day in dates])
    known = ~np.isnan(factor)
    factor -= factor[known].mean()
    both = known & ~np.isnan(before)
    if both.sum() > 2:
        said = before[both] - before[both].mean()
        if (size := float(said @ said)) > _NOTHING:
            factor[both] -= said * float(said @ factor[both]) / size
    factor[~known] = 0.0
    return factor


def _apart(factors: Floats, pairings: Sequence[Pairing]) -> Floats:
    """Each factor without what it says by way of the same one on the day beside it."""
    apart = factors.copy()
    by_factor: dict[str, list[int]] = {}
    for at, each in enumerate(pairings):
        by_factor.setdefault(each.column.factor, []).append(at)
    for one, other in (pair for pair in by_factor.values() if len(pair) == 2):
        for at, beside in ((one, other), (other, one)):
            if (size := float(factors[:, beside] @ factors[:, beside])) > _NOTHING:
                share = float(factors[:, at] @ factors[:, beside]) / size
                apart[:, at] -= share * factors[:, beside]
    return apart
