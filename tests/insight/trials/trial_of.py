"""A trial in a few words, for the tests of trials."""

import datetime as dt
from random import Random

import msgspec

from backcare_tui.diary.records.trial import Arm, Trial
from backcare_tui.insight.trials.schedule import (
    days_of,
    drawn,
)
from tests.conftest import MONDAY

TODAY = MONDAY.date()
A_PAIR: tuple[Arm, Arm] = ("with", "without")


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def trial(
    pairs: int = 7,
    period_days: int = 2,
    *,
    started: dt.date | None = None,
    stopped: dt.date | None = None,
    seed: int | None = None,
) -> Trial:
    """A trial that ended yesterday, with first in each pair unless drawn from a seed."""
    return Trial(
        id="walk",
        name="A walk at lunch",
        outcome="pain",
        started=started or ago(2 * pairs * period_days),
        period_days=period_days,
        schedule=A_PAIR * pairs if seed is None else drawn(pairs, Random(seed)),
        stopped=stopped,
    )


def by_visit(started: dt.date = TODAY) -> Trial:
    """Weeks with a massage and weeks without."""
    return msgspec.structs.replace(trial(6, 7, started=started), name="A massage")


def of_sleep(of: Trial) -> Trial:
    return msgspec.structs.replace(of, outcome="sleep")


def values_of(of: Trial, without: float, effect: float) -> dict[dt.date, float]:
    return {on.day: without + (effect if on.arm == "with" else 0) for on in days_of(of)}


def as_drawn(of: Trial, *missed: dt.date) -> dict[dt.date, bool]:
    return {on.day: (on.arm == "with") != (on.day in missed) for on in days_of(of)}
