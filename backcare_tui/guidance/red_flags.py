"""Red flags: when they are asked for, which of them stand, and what they block.

Single signs are weak evidence, and most people with one have nothing serious; the reason to ask
is that the rare cause is urgent (Finucane 2020).
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

import msgspec

from backcare_tui.diary.records.base import made_of
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.when import Clock
from backcare_tui.library.taxonomy import red_flags, words
from backcare_tui.text import say_near_day

LEVELS = {
    "emergency": "These need help at once",
    "same-day": "These need to be seen the same day",
    "this-week": "These need a doctor within days",
}
MOODS = "And how you are, because pain that lasts wears anybody down"
ASK_EVERY_DAYS = 30
"""How often the check is offered of its own accord (our own rule)."""
RECENT = dt.timedelta(hours=24)
"""For how long a check answers the question whether there was one."""


class CheckStanding(msgspec.Struct, frozen=True):
    """What the last check found, as long as nobody has looked at it."""

    flags: frozenset[str]
    """The ids of the red flags that stand."""
    moods: frozenset[str]
    """The ids of the mood flags that stand."""
    at: dt.datetime | None
    """When they were marked."""


NOTHING = CheckStanding(frozenset(), frozenset(), None)


def questions(
    conditions: Collection[str] | None = None,
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What the check asks: the id and the words of each sign, under how soon it needs somebody.

    Args:
        conditions: The ids of the conditions that were stated: some signs are asked for with one alone.
            Without them every sign is given.
    """
    known = [
        each
        for each in red_flags()
        if conditions is None or each.with_condition in {"", *conditions}
    ]
    asked = {
        title: tuple((each.id, each.question) for each in known if each.level == level)
        for level, title in LEVELS.items()
    }
    return asked | {MOODS: tuple((each.id, each.name) for each in words("mood_flags"))}


def standing(checks: Iterable[Check]) -> CheckStanding:
    """What stands: the marks of the last check, unless a check-up came after it.

    A new check replaces the one before, so that marks which are gone can be taken back.
    """
    last = _last(tuple(checks))
    if last is None or last.is_check_up:
        return NOTHING
    return CheckStanding(frozenset(last.red_flags), frozenset(last.mood_flags), last.at)


def say_marked_since(checks: Iterable[Check], seen: Check, today: dt.date) -> str:
    """That signs were marked after a check-up, and so stand; empty where none were."""
    held = standing(checks)
    if not (held.at and seen.at and held.at > seen.at and (held.flags or held.moods)):
        return ""
    return f"the signs marked {say_near_day(held.at.date(), today)} stand, as they came after it"


def last_check(checks: Iterable[Check]) -> dt.datetime | None:
    """When the warning signs were last asked for; None if never."""
    return max((check.at for check in checks if not check.is_check_up), default=None)


def is_due(checks: Iterable[Check], today: dt.date) -> bool:
    """Whether the check should be offered: never made, or 30 days ago."""
    at = last_check(checks)
    return at is None or (today - at.date()).days >= ASK_EVERY_DAYS


def was_checked(checks: Iterable[Check], now: dt.datetime) -> bool:
    """Whether there was a check within the last 24 hours."""
    at = last_check(checks)
    return at is not None and now - at <= RECENT


def seen_at(day: dt.date, clock: Clock, checks: Iterable[Check]) -> dt.datetime:
    """The moment that is kept of a check-up of which only the day is known.

    Today it is now; of a day gone by its noon, or the moment of the signs that were marked later
    on that day, as a check-up answers them.
    """
    if day == clock.today():
        return clock.now()
    noon = clock.local(dt.datetime.combine(day, dt.time(12)))
    marked = standing(checks).at
    return max(noon, marked) if marked and clock.here(marked).date() == day else noon


def _last(checks: Collection[Check]) -> Check | None:
    """Of one moment the one kept last, or made last."""
    newest = max(map(_moment, checks), default=None)
    of_it = [check for check in checks if _moment(check) == newest]
    if of_it and all(made_of(check.id) for check in of_it):
        return max(of_it, key=lambda check: made_of(check.id))
    return max(of_it, key=_weight, default=None)


def _moment(check: Check) -> tuple[dt.datetime, dt.datetime]:
    return check.at, check.updated or check.at


def _weight(check: Check) -> tuple[bool, int, str]:
    # Of those that cannot be told apart the check-up is the answer to the check; else the one with
    # more marks counts, to be on the safe side.
    return check.is_check_up, len(check.red_flags) + len(check.mood_flags), check.id
