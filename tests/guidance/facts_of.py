"""Facts for tests: a diary in a few words, at a moment that stands still."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from backcare_tui.diary.reading_settings import read_settings
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.advice.current import state_of
from backcare_tui.guidance.advice.evaluation import LOOKS
from backcare_tui.guidance.advice.table import Advice, Reason, rules, spoken
from backcare_tui.guidance.facts import Facts
from tests.conftest import MONDAY, FrozenClock

TODAY = MONDAY.date()
DAY = dt.timedelta(days=1)


def facts_of(
    *records: Record | Iterable[Record],
    settings: Mapping[str, Any] | None = None,
    now: dt.datetime = MONDAY,
    about: Routine | Course | None = None,
) -> Facts:
    """The facts of these records, or lists of them, at a moment.

    Args:
        records: Records, and lists of them such as `pains` and `nights` give.
        settings: The settings by name, as the file holds them.
        now: The moment; Monday, 23 November 2026, 08:12 unless told.
        about: A routine or a course that is about to begin.
    """
    flat = [each for one in records for each in ([one] if isinstance(one, Record) else one)]
    return Facts(FrozenClock(now), flat, read_settings(settings or {}), about)


def ago(days: int, hour: int = 8, minute: int = 0) -> dt.datetime:
    """A moment so many days before MONDAY, at an hour of that day."""
    return MONDAY.replace(hour=hour, minute=minute) - days * DAY


def day(days_ago: int) -> dt.date:
    """A day so many days before MONDAY."""
    return TODAY - days_ago * DAY


def pains(*severities: int | tuple[int, ...] | None, last: int = 0, **fields: Any) -> list[Pain]:
    """Pain on one day after the other, at 08:00; the last of them `last` days ago.

    Args:
        severities: One for each day, the oldest first; None for a day without an entry, several
            in a tuple for a day with more than one.
        last: How many days ago the last one is.
        fields: Further fields of every entry.
    """
    entries = []
    for back, severity in enumerate(reversed(severities)):
        each = severity if isinstance(severity, tuple) else (severity,)
        entries += [
            Pain(at=ago(last + back, minute=n), severity=one, **fields)
            for n, one in enumerate(each)
            if one is not None
        ]
    return entries[::-1]


def nights(*asleep: int | None, last: int = 0, **fields: Any) -> list[Night]:
    """Nights of so many minutes, one after the other; of the last one woke `last` days ago.

    Args:
        asleep: Minutes asleep, the oldest first; None for a day without a night.
        last: How many days ago the last one is.
        fields: Further fields of every night.
    """
    found = [
        Night(night=day(last + back), asleep_min=minutes, **fields)
        for back, minutes in enumerate(reversed(asleep))
        if minutes is not None
    ]
    return found[::-1]


def times_in_bed(
    *minutes_awake: int | None, last: int = 0, bed: str = "23:00", up: str = "07:00", **fields: Any
) -> list[Night]:
    """Nights with times, awake for so many minutes; of the last one woke `last` days ago."""
    found = [
        Night(night=day(last + back), bed=bed, up=up, awake_min=awake, **fields)
        for back, awake in enumerate(reversed(minutes_awake))
        if awake is not None
    ]
    return found[::-1]


def look(rule: str, facts: Facts) -> Reason | None:
    """What one rule of the table says of the facts."""
    return LOOKS[rule](facts)


def said(rule: str, facts: Facts) -> Advice | None:
    """What a person reads of one rule, where it speaks."""
    reason = look(rule, facts)
    return spoken(rules()[rule], reason) if reason else None


def is_shown_again(advice: Advice, days_later: int, *away: Dismissal) -> bool:
    """Whether the same advice is shown again so many days after it was shown."""
    shown = {advice.key: TODAY - days_later * DAY}
    return state_of(advice, shown, away, TODAY).state == "now"


def rest_of(advice: Advice) -> int | None:
    """Days after which advice that was shown is shown again; None where it never is."""
    assert is_shown_again(advice, 0), "what was first shown today stays all day"
    return next((days for days in range(1, 500) if is_shown_again(advice, days)), None)
