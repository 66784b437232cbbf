"""What an analysis gives: a trend with its uncertainty, and what goes along with what."""

import datetime as dt
from typing import Literal

import msgspec

Outcome = Literal["pain", "sleep"]
"""A day's mean severity, 0 to 10, or the minutes asleep in the night that ended on it."""
FindingVerdict = Literal["goes-along", "same-day", "follows", "gone", "no-sign", "too-few-days"]
FollowsWhat = Literal["pain", "noting"]
"""What a factor follows: the pain before it, or whether pain is noted at all."""


class Trend(msgspec.Struct, frozen=True):
    """How an outcome moved over a time, in points (pain) or minutes (sleep) a week.

    The three numbers are None while there are too few days.
    """

    outcome: Outcome
    weeks: int
    """The weeks that were looked at."""
    slope_per_week: float | None
    low: float | None
    high: float | None
    days: int
    """Days with a value."""
    needs: int = 0
    """How many more days with a value it takes to say anything."""
    weeks_known: int = 0
    """Weeks from the first day with a value to the last: of those a trend is said."""

    @property
    def is_clear(self) -> bool:
        """Whether all of the interval lies on one side of no change."""
        return self.low is not None and self.high is not None and self.low * self.high > 0


class LastingStep(msgspec.Struct, frozen=True):
    """One lasting change of pain within a time (`findings.step` says how it is told from chance)."""

    since: dt.date
    """The first day of the new level, within a few days."""
    last: dt.date
    """The last day that was looked at."""
    size: float
    """The mean from that day on less the mean before it, in points."""


class Finding(msgspec.Struct, frozen=True):
    """One factor beside one outcome, with how sure it is.

    `verdict` is what may be said. `goes-along`: the next day, or the night, is different after it, beyond what chance,
    pain's memory from day to day and the number of factors explain, it held on days that came after it was first
    seen, and the pain before it does not explain it (`findings.permutation` says how, and with which error).
    `same-day`: so it is on the same day, and which came first is not known. `follows`: it passed the test, but goes
    with the pain before it, or with whether pain is noted. `gone`: it stood out until some time ago, and no longer does.
    `no-sign`: it did not pass. `too-few-days`: it was not looked at, and the `needs_` fields say what is missing.
    Going along is no cause, and no sentence made of it says so.
    """

    factor: str
    """As `backcare trends --json` names it: `alcohol`, `trigger:sitting-long`, `sleep-hours`."""
    outcome: Outcome
    lag_days: int
    """0 for the same day, or the night before against the day; 1 for a day against the next."""
    effect: float | None
    """In points of pain or minutes of sleep; None with too few days, or where the factor follows the
    calendar so closely, as one of each Saturday, that the two cannot be told apart."""
    low: float | None
    """The lower end of the 95 percent interval."""
    high: float | None
    unit: str
    """What the effect is of: `points with it against without`, `points for each hour more`."""
    days_with: int
    """Days with it; for an amount, those with more than the middle one."""
    days_without: int
    verdict: FindingVerdict
    follows: FollowsWhat | None = None
    """Where the verdict is `follows`, what it follows."""
    stood_until: dt.date | None = None
    """Where the verdict is `gone`, the last day on which it stood out, to the week."""
    needs_with: int = 0
    """How many more days with it are needed before it is looked at."""
    needs_without: int = 0
    needs_days: int = 0
    """How many more days with the outcome are needed before anything is looked at."""
    values_with: tuple[float, ...] = ()
    """The outcome on the days with it, in no order: what a picture shows."""
    values_without: tuple[float, ...] = ()
