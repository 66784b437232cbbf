"""Whether pain is harder just now, by a flare or by the week: then nothing says that it is better, or as before."""

import datetime as dt

from backcare_tui.diary.when import week_of
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.insight.comparison import compare, pain_of
from backcare_tui.insight.usual import firsts_before, usual_of, week_means
from backcare_tui.library.measures import is_noticed

AFTER_FLARE_DAYS = WEEK
"""For how many days after the last bad day of a flare nothing praises pain (our own rule)."""
AFTER_BAD_DAYS = 1
"""The same after a single bad day, which may yet be the first of a flare (our own rule)."""


def is_in_flare(facts: Facts) -> bool:
    """Whether a flare goes on, or today is a bad day that may be its first."""
    last = facts.spells[-1] if facts.spells else None
    return facts.flare is not None or (last is not None and facts.today in last.bad)


def is_harder(facts: Facts) -> bool:
    """Whether there was a flare in the last days, or a week is harder than the one before.

    The weeks are this one of the calendar, the one before it, which Today shows at the beginning of this one, and
    the last seven days; each is held against the seven days before it, as the review of a week is. It is harder
    where people notice the rise, or where it is beyond the person's own swing.
    """
    return _had_flare(facts) or any(_is_harder_week(facts, first) for first in _firsts(facts))


def _had_flare(facts: Facts) -> bool:
    """Whether one of the spells is fresh: a bad day that became no flare does not hide the flare before it."""
    return any(
        (facts.today - spell.bad[-1]).days
        < (AFTER_FLARE_DAYS if spell.is_known else AFTER_BAD_DAYS + 1)
        for spell in facts.spells
    )


def _firsts(facts: Facts) -> tuple[dt.date, ...]:
    this, _ = week_of(facts.today, facts.settings.first_weekday)
    return facts.since(WEEK), this, this - dt.timedelta(days=WEEK)


def _is_harder_week(facts: Facts, first: dt.date) -> bool:
    now, before = (
        pain_of(facts.pain_by_day, (day, day + dt.timedelta(days=WEEK - 1)))
        for day in (first, first - dt.timedelta(days=WEEK))
    )
    if now.said is None or before.said is None or not (now.is_enough and before.is_enough):
        return False
    points = now.said - before.said
    if points <= 0 or now.mean is None or before.mean is None:
        return False
    usual = usual_of(week_means(facts.pain_by_day, firsts_before(first)))
    change = compare(before.mean, now.mean, usual.swing if usual else None)
    return is_noticed(points, before.said) or change.weight == "small"
