"""What is held against what: a factor beside an outcome, on its day or the next."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from backcare_tui.diary.derived import median
from backcare_tui.insight.findings.factors import DAYS_EACH, FactorColumn, Gathered
from backcare_tui.insight.findings.results import Outcome

TestedPair = tuple[str, Outcome, int]
TestQuestion = Literal["next", "sleep", "same"]
DAYS_NEEDED = 35
"""Days with an outcome below which nothing is looked at (our own rule)."""


class Pairing:
    """A factor beside an outcome, so many days later."""

    def __init__(
        self,
        column: FactorColumn,
        outcome: Outcome,
        lag_days: int,
        days: Mapping[dt.date, dt.date],
    ) -> None:
        """Keep the days of the outcome for which the factor is known.

        Args:
            column: The factor.
            outcome: What it is held against.
            lag_days: How many days later.
            days: Those of the outcome in their order, each with the day of the factor.
        """
        self.column, self.outcome, self.lag_days = column, outcome, lag_days
        known = [(day, column.values[of]) for day, of in days.items() if of in column.values]
        self.days = tuple(day for day, _ in known)
        self.values = tuple(value for _, value in known)

    @property
    def key(self) -> TestedPair:
        """What tells it from all others."""
        return self.column.factor, self.outcome, self.lag_days

    @property
    def question(self) -> TestQuestion:
        """Which question it belongs to."""
        if self.outcome == "sleep":
            return "sleep"
        return "next" if self.lag_days or self.column.when == "night" else "same"

    @cached_property
    def has_it(self) -> tuple[bool, ...]:
        """Which days count as days with it; for an amount, those above its middle."""
        middle = median(self.values) if self.column.is_amount and self.values else 0.5
        return tuple(value > middle for value in self.values)


def pairings(gathered: Gathered, outcome: Outcome) -> Iterator[Pairing]:
    """Nights against their day; what was done against that day and the next; the rest the next.

    How active a day was is held against pain alone: each question more makes every other one harder to answer.
    """
    days = sorted(gathered.outcomes[outcome])
    later = {
        lag: dict(zip(days, (day - dt.timedelta(days=lag) for day in days), strict=True))
        for lag in (0, 1)
    }
    for column in gathered.columns:
        if outcome == "sleep" and column.when in {"night", "paced"}:
            continue
        lags = {"night": (0,), "done": (0, 1), "ticked": (1,), "paced": (1,)}[column.when]
        for lag in lags if outcome == "pain" else (1,):
            yield Pairing(column, outcome, lag, later[lag])


def can_be_tested(pairing: Pairing, gathered: Gathered) -> bool:
    """Whether there are enough days with it, without it, and with the outcome."""
    with_it = sum(pairing.has_it)
    enough = min(with_it, len(pairing.days) - with_it) >= DAYS_EACH
    return enough and len(gathered.outcomes[pairing.outcome]) >= DAYS_NEEDED
