"""A trial of one's own: its days, drawn by lot, and how far they were kept to.

Two periods are a pair, one with what is tried and one without; which comes first is drawn for each
pair by itself. So a slow change, a better month or the season, meets both alike (Kravitz and Duan 2014,
Design and Implementation of N-of-1 Trials, AHRQ). What comes of it is in `trials.effect`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from backcare_tui.diary.records.trial import MAX_PAIRS, Arm, Trial, TrialDay
from backcare_tui.diary.repository import Change, Repository
from backcare_tui.diary.values import BadValue

if TYPE_CHECKING:
    from random import Random

USUAL_PAIRS, USUAL_PERIOD_DAYS = 7, 2
"""What a trial is at first: four weeks."""
WEEK = 7
PERIODS = (1, 2, 3, 7)
"""How many days a period may have, as they are offered."""
CARRY_DAYS = 3
"""The length of periods from which their first day is left out, as what was before it may last (ours)."""
FAIR_CHANCE = 0.05
"""How often a trial of something without any effect may say that there is one."""
EVENING = dt.time(18)
"""From when on a day is nearly over, and it is asked what was done (ours)."""
_VISIT = re.compile(
    r"\b(massages?|acupuncture|chiropract\w*|osteopath\w*|needling)\b", re.IGNORECASE
)
"""What is done by going to somebody, as it is named."""
LEAST_PAIRS = 6
"""Pairs from which a trial can say anything at all: see `smallest_chance`."""
SPARE_PAIRS = 2
"""Pairs more than these where periods are single days: one day not noted loses its pair (our own rule)."""


class TrialOn(msgspec.Struct, frozen=True):
    """One day of a trial."""

    day: dt.date
    number: int
    """The first day is 1."""
    period: int
    """The place of its period, from 0."""
    arm: Arm
    counts: bool
    """Whether the outcome of the day is reckoned with; no where what was before may still last."""

    @property
    def pair(self) -> int:
        """The place of its pair, from 0."""
        return self.period // 2


class Adherence(msgspec.Struct, frozen=True):
    """How far a trial was kept to."""

    days: int
    """Days gone by, today too once it is answered."""
    answered: int
    kept: int

    @property
    def part(self) -> float | None:
        """The part of the answered days that was kept to; None where none was answered."""
        return self.kept / self.answered if self.answered else None


def smallest_chance(pairs: int) -> float:
    """The smallest chance that so many pairs can give, 0 to 1, where all of them point one way.

    Each pair could as well have been drawn the other way around: of 2^pairs orders two, this one and
    its mirror image, are as clear as can be. With five pairs that is 0.0625, with six 0.03125.
    """
    return float(2 / 2**pairs)


def least_pairs(period_days: int) -> int:
    """The fewest pairs that a trial is begun with, some to spare where one day makes a side."""
    return LEAST_PAIRS + (SPARE_PAIRS if period_days == 1 else 0)


def counted_from(period_days: int) -> int:
    """The place, from 0, of the first day of a period that counts: what was before a long one may last."""
    return 1 if period_days >= CARRY_DAYS else 0


def drawn(pairs: int, chance: "Random", period_days: int = USUAL_PERIOD_DAYS) -> tuple[Arm, ...]:
    """An order drawn by lot, one `with` and one `without` in each pair.

    By lot, so that nobody chooses the easy days; in pairs, so that a course that falls by itself
    weighs on both alike.

    >>> from random import Random
    >>> drawn(6, Random(1))[:4]
    ('with', 'without', 'with', 'without')

    Args:
        pairs: How many, at least as many as could say anything.
        chance: What decides; a test gives one with a seed.
        period_days: How many days each period has; of single days some pairs are to spare.

    Raises:
        BadValue: For so few pairs that they could not say anything, and for too many.
    """
    if LEAST_PAIRS <= pairs < (least := least_pairs(period_days)):
        raise BadValue(
            "pairs",
            pairs,
            f"enough with 1 day at a time: each day that is not noted loses a pair, and {LEAST_PAIRS} must be "
            f"left; take {least} or more, or more days at a time",
        )
    if pairs < LEAST_PAIRS:
        best = round(100 * smallest_chance(max(pairs, 0)))
        raise BadValue(
            "pairs",
            pairs,
            f"enough: even if every pair pointed the same way, chance alone would do that in {best} "
            f"of 100 trials; it takes at least {least_pairs(period_days)}",
        )
    if pairs > MAX_PAIRS:
        raise BadValue("pairs", pairs, f"a whole number from {LEAST_PAIRS} to {MAX_PAIRS}")
    firsts: list[Arm] = [chance.choice(("with", "without")) for _ in range(pairs)]
    return tuple(arm for first in firsts for arm in (first, other(first)))


def is_by_visit(trial: Trial) -> bool:
    """Whether one visit makes a period, as in a week with a massage: it is not to be done every day."""
    return trial.period_days >= WEEK and names_visit(trial.name)


def names_visit(name: str) -> bool:
    """Whether what is tried is had by going to somebody, as a massage is."""
    return bool(_VISIT.search(name))


def other(arm: Arm) -> Arm:
    """What it is not."""
    return "without" if arm == "with" else "with"


def length_days(trial: Trial) -> int:
    """How many days it takes when it is not ended early."""
    return trial.period_days * len(trial.schedule)


def last_day(trial: Trial) -> dt.date:
    """Its last day; before its first one where it was stopped at once."""
    if trial.stopped is not None:
        before_stop = trial.stopped - dt.timedelta(days=1)
        return min(before_stop, _planned_end(trial))
    return _planned_end(trial)


def is_over(trial: Trial, today: dt.date) -> bool:
    """Whether its days are over, or it was ended."""
    return trial.stopped is not None or today > last_day(trial)


def going_on(trials: Iterable[Trial], today: dt.date) -> Trial | None:
    """The trial that runs or is about to begin; of more than one, the last to begin."""
    now = [trial for trial in trials if not is_over(trial, today)]
    return max(now, key=lambda trial: trial.order, default=None)


def days_of(trial: Trial) -> tuple[TrialOn, ...]:
    """All its days as they were drawn, also those after an early end."""
    return tuple(_on(trial, number) for number in range(length_days(trial)))


def on_day(trial: Trial, day: dt.date) -> TrialOn | None:
    """What a day is in a trial; None before it, after it, and from the day on which it was ended."""
    number = (day - trial.started).days
    return _on(trial, number) if number >= 0 and day <= last_day(trial) else None


def asked_of(trials: Iterable[Trial], day: dt.date) -> Trial | None:
    """The trial that a day is one of, also where it is over by now; of several the last to begin."""
    found = [trial for trial in trials if on_day(trial, day)]
    return max(found, key=lambda trial: trial.order, default=None)


def to_ask(
    trials: Iterable[Trial], days: Iterable[TrialDay], now: dt.datetime
) -> tuple[Trial, TrialOn] | None:
    """The day of a trial that is over and has no answer: yesterday, or today from the evening on.

    Nobody can say in the morning what the evening was, and the last day is asked of after the end. Where one visit makes
    a period, it is asked of once, on its last day.
    """
    answers, today = tuple(days), now.date()
    over = [today - dt.timedelta(days=1), *([today] if now.time() >= EVENING else [])]
    asked = (
        (trial, on)
        for day in over
        for trial in trials
        if (on := on_day(trial, day))
        and (on.number % trial.period_days == 0 or not is_by_visit(trial))
        and day not in done_by_day(answers, trial)
    )
    return next(asked, None)


def done_by_day(days: Iterable[TrialDay], trial: Trial) -> dict[dt.date, bool]:
    """Whether what is tried was done, by the day; of two answers for a day the one given last.

    Where one visit makes a period, an answer is for all its days.
    """
    mine = (each for each in days if each.trial == trial.id)
    in_order = sorted(mine, key=lambda each: each.updated.timestamp() if each.updated else 0.0)
    return {day: each.did for each in in_order for day in _answered(trial, each.on)}


def is_kept(on: TrialOn, did: bool) -> bool:  # noqa: FBT001 - it is what was answered
    """Whether what was done is what the day was to be."""
    return did == (on.arm == "with")


def keep_answer(repository: Repository, trial: Trial, on: TrialOn, *, did: bool) -> Change:
    """Keep what was done on a day, over what was said of it before.

    Raises:
        CannotKeep: If it could not be made durable.
    """
    words = say_answer(on, did=did)
    with repository.alone():
        days = repository.entries(TrialDay, (on.day, on.day))
        known = next((each for each in reversed(days) if each.trial == trial.id), None)
        if known is None:
            return repository.add(TrialDay(on=on.day, trial=trial.id, did=did), summary=words)
        return repository.change(msgspec.structs.replace(known, did=did), summary=words)


def say_answer(on: TrialOn, *, did: bool) -> str:
    """An answer in a notice: `trial, day 9: left out, as drawn`."""
    drawn_ = "as drawn" if is_kept(on, did) else "not as drawn"
    return f"trial, day {on.number}: {'done' if did else 'left out'}, {drawn_}"


def kept_to(trial: Trial, done: Mapping[dt.date, bool], today: dt.date) -> Adherence:
    """How far it was kept to until today."""
    yesterday = today - dt.timedelta(days=1)
    last = min(last_day(trial), today if today in done else yesterday)
    gone = [on for on in days_of(trial) if on.day <= last]
    answers = [is_kept(on, done[on.day]) for on in gone if on.day in done]
    return Adherence(len(gone), len(answers), sum(answers))


def _answered(trial: Trial, day: dt.date) -> Iterable[dt.date]:
    """The days that an answer for this day is for."""
    if not is_by_visit(trial):
        return (day,)
    first = day - dt.timedelta(days=(day - trial.started).days % trial.period_days)
    return (first + dt.timedelta(days=place) for place in range(trial.period_days))


def _planned_end(trial: Trial) -> dt.date:
    return trial.started + dt.timedelta(days=length_days(trial) - 1)


def _on(trial: Trial, number: int) -> TrialOn:
    period, place = divmod(number, trial.period_days)
    return TrialOn(
        day=trial.started + dt.timedelta(days=number),
        number=number + 1,
        period=period,
        arm=trial.schedule[period],
        counts=place >= counted_from(trial.period_days),
    )
