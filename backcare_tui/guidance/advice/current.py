"""What the rules say at this moment: what is shown of it, what rests, and what may not begin."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.cooldown import foremost, showable
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import RED_FLAGS, SUPPORT, Advice
from backcare_tui.guidance.facts import Facts, gather
from backcare_tui.guidance.red_flags import is_due, last_check

VERY_LOW = 1
"""The mood from which on the two questions about it are offered (our own rule)."""
Offer = Literal["never", "due", "mood"]
"""Why the check is offered: not made yet, 30 days ago, or for its questions about mood."""


class CurrentAdvice(msgspec.Struct, frozen=True):
    """A piece of advice, and whether it is shown of its own accord."""

    advice: Advice
    state: Literal["now", "rests", "away"]
    """`rests` was shown and waits for its cooldown; `away` was put away by the person."""
    until: dt.date | None = None
    """The day from which it may be shown again; None where there is none."""
    dismissals: tuple[str, ...] = ()
    """The ids of what keeps it away."""


def pieces(facts: Facts, dismissals: Iterable[Dismissal]) -> tuple[CurrentAdvice, ...]:
    """All that the rules say of the facts, foremost first, also what rests and what is put away."""
    away, shown = tuple(dismissals), facts.settings.advice_shown
    return tuple(_piece(each, shown, away, facts.today) for each in advise(facts))


def said_now(repository: Repository, clock: Clock) -> tuple[CurrentAdvice, ...]:
    """The pieces of this moment."""
    return pieces(gather(repository, clock), repository.entries(Dismissal))


def foremost_of(said: Iterable[CurrentAdvice]) -> tuple[Advice, ...]:
    """What of some pieces is shown without being asked for."""
    return foremost(each.advice for each in said if each.state == "now")


def foremost_now(repository: Repository, clock: Clock) -> tuple[Advice, ...]:
    """What is shown at this moment without being asked for."""
    return foremost_of(said_now(repository, clock))


def what_stops(repository: Repository, clock: Clock) -> tuple[Advice, ...]:
    """The urgent advice for which no routine and no massage is begun, foremost first.

    It stands until a professional has looked at it, or the warning sign is gone.
    """
    return tuple(filter(stops, advise(gather(repository, clock))))


def stops(advice: Advice) -> bool:
    """Whether nothing is begun while this advice stands: all that is urgent for the body."""
    return advice.severity == "urgent" and advice.group != SUPPORT


def answers_check(advice: Advice) -> bool:
    """Whether advice belongs under a check for warning signs: it is urgent, or of its group."""
    return advice.severity == "urgent" or advice.group == RED_FLAGS


def can_be_put_away(advice: Advice) -> bool:
    """Whether a person may put it away: never what is urgent, never a warning sign."""
    return not answers_check(advice)


def offers_check(facts: Facts) -> Offer | None:
    """Why the check for warning signs is offered; None where it is not."""
    at = last_check(facts.checks)
    is_low = any(
        entry.mood == VERY_LOW and entry.day == facts.today and (at is None or entry.at > at)
        for entry in facts.pains
    )
    if is_low:
        return "mood"
    if not is_due(facts.checks, facts.today):
        return None
    return "never" if at is None else "due"


def _piece(
    advice: Advice, shown: Mapping[str, dt.date], away: tuple[Dismissal, ...], today: dt.date
) -> CurrentAdvice:
    keeping = [each for each in away if not showable([advice], {}, [each], today)]
    if keeping:
        days = [each.until for each in keeping if each.until]
        until = max(days) if len(days) == len(keeping) else None
        return CurrentAdvice(advice, "away", until, tuple(each.id for each in keeping))
    if showable([advice], shown, (), today):
        return CurrentAdvice(advice, "now")
    rest = dt.timedelta(days=advice.cooldown_days)
    return CurrentAdvice(advice, "rests", shown[advice.key] + rest if rest else None)
