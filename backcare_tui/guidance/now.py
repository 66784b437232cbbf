"""Something for now: the routine of a few minutes that fits the pain, the hour and what was done today.

`now_table` has what is offered when; here is the way from the diary there, and what is said instead while something
stands for which no routine may begin.
"""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.hard_day import hard_day, hard_day_of, was_hurt
from backcare_tui.guidance.now_table import NowSituation, Suggestion, fitting, part_of_day
from backcare_tui.text import say_time

if TYPE_CHECKING:
    from backcare_tui.guidance.facts import Facts

RECENT = dt.timedelta(hours=4)
"""How long a check-in says how it is now (our own rule)."""
JUST_SAID = dt.timedelta(minutes=30)
"""How long a check-in is the pain before a session, which is not asked once more (our own rule)."""
REST = dt.timedelta(hours=1)
"""How long after a session the same one is offered last (our own rule)."""


class SomethingNow(msgspec.Struct, frozen=True):
    """What is offered now: routines, the best one first; or what stands in their way."""

    routines: tuple[Suggestion, ...] = ()
    stops: tuple[Advice, ...] = ()
    """What has to be answered before a routine begins, foremost first; then no routine is offered."""

    asks: tuple[Advice, ...] = ()
    """What asks for an answer before it, such as the check with strong pain, and keeps nothing from beginning."""

    @property
    def asks_check(self) -> bool:
        """Whether the check for warning signs is what comes first."""
        act = self.stops[0].act if self.stops else None
        return act is not None and act.kind == "check"

    @property
    def best(self) -> Suggestion | None:
        """The routine that fits best."""
        return self.routines[0] if self.routines else None


def something_now(
    repository: Repository, clock: Clock, facts: "Facts | None" = None
) -> SomethingNow:
    """What is offered now: the routines that fit, or what stands in their way.

    Args:
        repository: The diary.
        clock: The moment.
        facts: What the rules see, where it was gathered already.
    """
    # The first screen waits for the rules only where the day is a hard one.
    from backcare_tui.guidance.advice.standing import look  # noqa: PLC0415 - as above

    looked = look(repository, clock, facts)
    if looked.stops:
        return SomethingNow(stops=looked.stops)
    return SomethingNow(suggestions(looked.facts), asks=looked.asks)


def suggestions(facts: "Facts") -> tuple[Suggestion, ...]:
    """The routines that fit, the best one first, where nothing stands in their way; gentle ones on a hard day."""
    pain = pain_within(facts.pains, facts.now, RECENT)
    is_hard = hard_day_of(facts).is_hard
    situation = situation_of(facts.settings, facts.now, pain, facts.sessions, is_hard=is_hard)
    return tuple(fitting(situation, _say_pain(pain)))


def likely_now(
    repository: Repository, clock: Clock, *, is_hard: bool | None = None
) -> Suggestion | None:
    """What fits best by pain, hour and how hard the day is, without asking all the rules whether it may begin.

    It is for where one looks first, not for what is offered: who begins it is told what stands in its way.

    Args:
        repository: The diary.
        clock: The moment.
        is_hard: Whether the day is a hard one, where that is known already.
    """
    now, settings = clock.now(), repository.settings()
    pain = pain_within(entries_of_today(repository, Pain, clock), now, RECENT)
    sessions = entries_of_today(repository, Session, clock)
    if is_hard is None:
        is_hard = hard_day(repository, clock).is_hard
    situation = situation_of(settings, now, pain, sessions, is_hard=is_hard)
    return next(fitting(situation, _say_pain(pain)), None)


def situation_of(
    settings: Settings,
    now: dt.datetime,
    pain: Pain | None,
    sessions: Iterable[Session],
    *,
    is_hard: bool,
) -> NowSituation:
    """What the choice looks at.

    Args:
        settings: What was stated.
        now: The moment.
        pain: The last check-in of the last hours.
        sessions: Those of today among others.
        is_hard: Whether the day is a hard one.
    """
    of_today = [each for each in sessions if each.day == now.date() and each.at <= now]
    return NowSituation(
        part_of_day(now, settings.usual_bed, settings.usual_up),
        pain.severity if pain else None,
        is_hard,
        settings.days_are,
        settings.conditions,
        frozenset(each.routine for each in of_today if was_hurt(each)),
        frozenset(each.routine for each in of_today if now - each.at <= REST),
    )


def pain_within(pains: Iterable[Pain], now: dt.datetime, length: dt.timedelta) -> Pain | None:
    """The last check-in, where it is not older than this; one of a moment to come is left out."""
    recent = (each for each in pains if dt.timedelta(0) <= now - each.at <= length)
    return max(recent, key=lambda each: each.time_order, default=None)


def pain_just_said(repository: Repository, clock: Clock) -> int | None:
    """The pain of a check-in of the last half hour: the pain before a session that begins now."""
    found = pain_within(entries_of_today(repository, Pain, clock), clock.now(), JUST_SAID)
    return found.severity if found else None


def _say_pain(pain: Pain | None) -> str:
    return f"Pain was {pain.severity} at {say_time(pain.at)}." if pain else ""
