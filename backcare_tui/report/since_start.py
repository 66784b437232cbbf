"""Gathers what is held against a start that is the same on every page of a day: pain, and pain impact."""

import datetime as dt
from typing import NamedTuple

from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Between, Entries, Repository
from backcare_tui.insight.against_start import (
    READ_DAYS,
    START_DAYS,
    AgainstStart,
    against_start,
    begins_at,
)
from backcare_tui.insight.peg import ImpactNow, Peg, impact_now, pegs


class SinceStart(NamedTuple):
    """What is held against the start of the last twelve weeks, whatever the page is of."""

    against: AgainstStart | None
    pegs: tuple[Peg, ...]
    impact_now: ImpactNow | None


def since_start(then: Entries, repository: Repository, span: Between) -> SinceStart:
    """What is known up to the last day of a time.

    Args:
        then: The diary as it was on that day.
        repository: Where it begins, and what start was set.
        span: The first and the last day.
    """
    first, last = span
    twelve_weeks = last - dt.timedelta(days=START_DAYS - 1)
    since = min(first, twelve_weeks)
    # The first answer is on the week before it.
    read_from = min(since - dt.timedelta(days=6), last - dt.timedelta(days=READ_DAYS - 1))
    pains = then.entries(Pain, (read_from, last))
    by_day = pain_by_day(pains)
    begun, chosen = repository.span(), repository.settings().baseline_from
    found = pegs((each for each in pains if each.day >= since), by_day)
    begin, _ = begins_at(by_day, begun and begun[0], last, chosen)
    return SinceStart(
        against_start(by_day, begun and begun[0], last, chosen),
        found,
        impact_now([each for each in found if each.day >= begin]),
    )
