"""The PEG, pain impact as it is defined: average pain, enjoyment and general activity in the past week (Krebs 2009).

Enjoyment and activity are asked. Pain is not what it is at the moment of asking, but the mean of the days of that week,
as far as they are noted. Pure.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.pain import Pain
from backcare_tui.insight.comparison import pain_of
from backcare_tui.insight.usual import usual_of
from backcare_tui.library.measures import LEAST_FOR_PART, MCID_PART, PEG_DAYS

FIRST_ANSWERS, LAST_ANSWERS = 3, 3
"""Answers that stand for the start, by their median, and for now.

One alone is often a bad week, as that is when people begin (a choice of ours, see `tests.bench.bench_against_start`).
"""
_ROUNDING = 1e-9


def is_asked(entries: Iterable[Pain], today: dt.date) -> bool:
    """Whether enjoyment and activity are to be asked again: nobody answered in the last seven days."""
    week = [each for each in entries if 0 <= (today - each.day).days < PEG_DAYS]
    return all(each.interference is None for each in week)


class Peg(msgspec.Struct, frozen=True):
    """The answers of a day on the week that ended with it, each 0 to 10."""

    day: dt.date
    noted: int
    """On how many of its seven days pain was noted."""
    pain: float | None
    """The mean of these days; None where fewer than 4 are noted."""
    enjoyment: int
    activity: int

    @property
    def score(self) -> float | None:
        """The mean of the three; None where pain is not known."""
        return None if self.pain is None else mean((self.pain, self.enjoyment, self.activity))


class ImpactNow(msgspec.Struct, frozen=True):
    """Pain impact now and at the start, 0 to 10, as it is said."""

    start: float
    """The median of the first three answers."""
    start_day: dt.date
    """The day of the first."""
    now: float
    """The mean of the last three."""
    day: dt.date
    """The day of the last."""
    is_less: bool
    """Whether each of the last three is 30 percent below the start, and their mean by more than answers usually differ."""

    @property
    def part(self) -> float | None:
        """By which part of itself it fell, below 0 where it rose; None below 2 at the start."""
        return (self.start - self.now) / self.start if self.start >= LEAST_FOR_PART else None


def pegs(entries: Iterable[Pain], pain_by_day: Mapping[dt.date, float]) -> tuple[Peg, ...]:
    """Each day on which both questions were answered, in order; of two answers of a day the later one.

    Args:
        entries: Of pain, in the order of time.
        pain_by_day: The mean of each day, also of the week before the first of them.
    """
    found: dict[dt.date, Peg] = {}
    for entry in entries:
        asked = entry.interference
        if asked is not None and asked.enjoyment is not None and asked.activity is not None:
            found[entry.day] = _of(entry.day, asked.enjoyment, asked.activity, pain_by_day)
    return tuple(found.values())


def impact_now(answers: Sequence[Peg]) -> ImpactNow | None:
    """Pain impact now against the start; None with fewer than six answers that have a score."""
    known = [(each.day, score) for each in answers if (score := each.score) is not None]
    if len(known) < FIRST_ANSWERS + LAST_ANSWERS:
        return None
    start = round(sorted(score for _, score in known[:FIRST_ANSWERS])[FIRST_ANSWERS // 2], 1)
    last = [score for _, score in known[-LAST_ANSWERS:]]
    limit = (1 - MCID_PART) * start + _ROUNDING
    now = round(mean(last), 1)
    usual = usual_of([score for _, score in known])
    is_beyond = usual is None or start - now > round(usual.swing, 1)
    is_less = start >= LEAST_FOR_PART and max(*last, now) <= limit and is_beyond
    return ImpactNow(start, known[0][0], now, known[-1][0], is_less)


def _of(day: dt.date, enjoyment: int, activity: int, pain_by_day: Mapping[dt.date, float]) -> Peg:
    week = pain_of(pain_by_day, (day - dt.timedelta(days=6), day))
    return Peg(day, week.noted, week.mean if week.is_enough else None, enjoyment, activity)
