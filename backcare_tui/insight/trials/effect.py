"""What came of a trial: its effect, how sure that is, and the chance that it is nothing.

For each pair of periods the mean outcome of its days with is held against that of its days without.
Had what was tried no effect, each pair might as well have come out with the sign turned around, as
only the lot decided which period was which; so the chance is counted over all 2^pairs orders that could
have been drawn. That is a randomization test (Edgington and Onghena 2007, Randomization Tests): it
needs no bell curve, and days that are like their neighbors do not deceive it.

The interval is of the same test, turned around: all effects that it would not refuse. Its ends are
found among the means of all groups of pairs (Hartigan 1969, Using subsample values as typical values).
Days are counted as they were drawn, whether they were kept to or not; who leaves out what helps less
is otherwise told that it helps. Pairs with nothing on one side fall out.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean, nights_by_day, pain_by_day, time_asleep
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.trial import Arm, Trial, TrialDay
from backcare_tui.diary.repository import Entries
from backcare_tui.diary.when import Clock
from backcare_tui.insight.trials.schedule import (
    FAIR_CHANCE,
    LEAST_PAIRS,
    Adherence,
    TrialOn,
    days_of,
    done_by_day,
    is_kept,
    kept_to,
    last_day,
)

KEPT_ENOUGH = 0.8
"""The part of days kept to, below which what was really done is told as well (our own rule)."""
_ROUNDING = 1e-9

TrialVerdict = Literal["lower", "higher", "no-sign", "too-few-days"]
"""Of the outcome on days with what was tried."""


class Effect(msgspec.Struct, frozen=True):
    """The outcome on days with less that on days without."""

    size: float
    """Points of pain, or minutes asleep."""
    low: float | None
    high: float | None
    """The interval of at least 95 percent; None where there are too few pairs for one."""
    chance: float
    """How often so large a difference comes of nothing, 0 to 1."""
    differences: tuple[float, ...]
    """The difference of each pair with an outcome on both sides, in the order of the pairs."""

    @property
    def pairs(self) -> int:
        """How many pairs these are."""
        return len(self.differences)

    @property
    def is_alike(self) -> bool:
        """Whether every pair says the same, so that the interval has no width."""
        return max(self.differences) - min(self.differences) < _ROUNDING


class Result(msgspec.Struct, frozen=True):
    """What came of a trial that is over."""

    verdict: TrialVerdict
    effect: Effect | None
    """By the days as they were drawn; None where no pair has both sides."""
    by_done: Effect | None
    """Without the days that were not kept to, where those are many; no longer drawn by lot."""
    lost_pairs: int
    """Whole pairs that fell out, as nothing was taken down on one side."""
    kept: Adherence


def result_of(
    trial: Trial, values: Mapping[dt.date, float], done: Mapping[dt.date, bool]
) -> Result:
    """What came of a trial.

    Args:
        trial: One that is over; ended early, its whole pairs count.
        values: The outcome that belongs to each day.
        done: Whether what was tried was done, by the day.
    """
    ended = last_day(trial)
    on_days = [on for on in days_of(trial) if on.day <= ended]
    whole = len(on_days) // (2 * trial.period_days)
    in_pairs = [on for on in on_days if on.pair < whole]
    effect = effect_of(tuple(differences(in_pairs, values)))
    kept = kept_to(trial, done, ended + dt.timedelta(days=1))
    by_done = None
    if kept.part is not None and kept.part < KEPT_ENOUGH:
        left_out = {
            on.day for on in in_pairs if not is_kept(on, done.get(on.day, on.arm == "with"))
        }
        by_done = effect_of(tuple(differences(in_pairs, values, left_out)))
    lost = whole - (effect.pairs if effect else 0)
    return Result(_verdict(effect), effect, by_done, lost, kept)


def differences(
    on_days: Collection[TrialOn],
    values: Mapping[dt.date, float],
    left_out: Collection[dt.date] = (),
) -> Iterator[float]:
    """For each pair with an outcome on both sides, the mean with less the mean without."""
    for pair in sorted({on.pair for on in on_days}):
        sides: dict[Arm, list[float]] = {"with": [], "without": []}
        for on in on_days:
            if on.pair == pair and on.counts and on.day in values and on.day not in left_out:
                sides[on.arm].append(values[on.day])
        if sides["with"] and sides["without"]:
            yield mean(sides["with"]) - mean(sides["without"])


def effect_of(pairs: tuple[float, ...]) -> Effect | None:
    """The effect that the differences of some pairs say, None without any.

    Args:
        pairs: The difference of each pair; all orders of up to 14 of them are looked at.
    """
    if not pairs:
        return None
    means = sorted(_means(pairs))
    orders = len(means) + 1
    below = sum(each <= _ROUNDING for each in means)
    above = sum(each >= -_ROUNDING for each in means)
    chance = min(1.0, 2 * (1 + min(below, above)) / orders)
    out = int(FAIR_CHANCE / 2 * orders)
    low, high = (means[out - 1], means[-out]) if out else (None, None)
    return Effect(mean(pairs), low, high, chance, pairs)


def outcomes_of(trial: Trial, repository: Entries, clock: Clock) -> dict[dt.date, float]:
    """The outcome of each day: its mean pain, or the minutes asleep in the night after it."""
    return outcomes(trial.outcome, (trial.started, last_day(trial)), repository, clock)


def outcomes(
    outcome: Literal["pain", "sleep"],
    between: tuple[dt.date, dt.date],
    repository: Entries,
    clock: Clock,
) -> dict[dt.date, float]:
    """As `outcomes_of`, of all days between two."""
    first, last = between
    if last < first:
        return {}
    if outcome == "pain":
        return pain_by_day(repository.entries(Pain, (first, last)))
    day = dt.timedelta(days=1)
    nights = nights_by_day(repository.entries(Night, (first + day, last + day)))
    asleep = {night - day: time_asleep(of, clock) for night, of in nights.items()}
    return {night: float(minutes) for night, minutes in asleep.items() if minutes is not None}


def read_result(trial: Trial, repository: Entries, clock: Clock) -> Result:
    """What came of a trial that is over, from the diary."""
    done = done_by_day(repository.entries(TrialDay), trial)
    return result_of(trial, outcomes_of(trial, repository, clock), done)


def _verdict(effect: Effect | None) -> TrialVerdict:
    if effect is None or effect.pairs < LEAST_PAIRS:
        return "too-few-days"
    if effect.chance > FAIR_CHANCE:
        return "no-sign"
    return "lower" if effect.size < 0 else "higher"


def _means(pairs: tuple[float, ...]) -> list[float]:
    """The mean of every group of pairs, of each alone up to all of them."""
    groups = [(0.0, 0)]
    for each in pairs:
        groups += [(whole + each, count + 1) for whole, count in groups]
    return [whole / count for whole, count in groups[1:]]
