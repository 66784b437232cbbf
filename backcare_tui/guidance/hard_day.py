"""What a hard day is: one on which gentle things come first, and what loads the back can wait.

There is this one rule, for the day's list, the week of one's own, what is offered now and what is said of severe
pain. Light enough for the first screen: it reads the weeks that tell a flare, never the whole diary.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from backcare_tui.diary.derived import pain_by_day, worst_by_day
from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.averages import median14
from backcare_tui.guidance.flare import LOOKED_BACK, Flare, flare_going_on
from backcare_tui.guidance.levels import HIGH_PAIN, LOOK_AGAIN
from backcare_tui.guidance.safety import rise_stops

if TYPE_CHECKING:
    from backcare_tui.guidance.facts import Facts

USUAL_RISE = 1
"""Points above the usual worst of a day from which high pain is not as it mostly is (our own rule)."""


class HardDay(msgspec.Struct, frozen=True):
    """What decides whether a day is a hard one.

    >>> HardDay(None).is_hard
    False
    """

    last: Pain | None
    """The last check-in of today."""
    flare: Flare | None = None
    """The flare-up that goes on."""
    usual: float | None = None
    """What the worst pain of the fortnight's days mostly was; None where too few are known."""
    was_hurt: bool = False
    """Whether a session of today was stopped, or raised pain by 2."""

    @property
    def is_hard(self) -> bool:
        """Whether gentle things come first today."""
        return bool(self.why)

    @property
    def why(self) -> str:
        """Why it is a hard day, in a sentence; empty where it is none."""
        if self.flare:
            return "You are in a flare-up: gentle things first today."
        if self.was_hurt:
            return "A session was hard on your back today: only gentle things for the rest of it."
        if self.last and is_hard_pain(self.last.severity, self.usual):
            return f"Pain is {self.last.severity} now: gentle things first today."
        return ""


def hard_day(repository: Repository, clock: Clock, facts: "Facts | None" = None) -> HardDay:
    """How hard today is.

    Args:
        repository: The diary.
        clock: The moment.
        facts: What the rules see, where it was gathered already; then nothing else is read.
    """
    if facts is not None:
        return hard_day_of(facts)
    now, today = clock.now(), clock.today()
    of_today = entries_of_today(repository, Pain, clock)
    before = repository.entries(Pain, (today - LOOKED_BACK, today))
    pains = tuple(each for each in before if each.at <= now)
    return HardDay(
        of_today[-1] if of_today else None,
        flare_going_on(pains, pain_by_day(pains), today),
        median14(worst_by_day(pains), today),
        any(map(was_hurt, entries_of_today(repository, Session, clock))),
    )


def hard_day_of(facts: "Facts") -> HardDay:
    """The same, of what the rules see."""
    of_today = (each for each in facts.sessions if each.day >= facts.today)
    return HardDay(
        facts.pain_now,
        facts.flare,
        facts.median14(facts.worst_by_day),
        any(map(was_hurt, of_today)),
    )


def is_hard_pain(severity: int, usual: float | None = None) -> bool:
    """Whether pain makes a day a hard one: 7 or more and more than usual, or 8 whatever is usual.

    Whose usual pain is 7 would never build strength if that made each day a hard one. From 8 on, where the
    check for warning signs is asked for however usual it is, no pain is taken for ordinary (our own rules).

    Args:
        severity: Of 10.
        usual: What the worst pain of days mostly was; None where that is not known.

    >>> [is_hard_pain(6), is_hard_pain(7), is_hard_pain(7, 7), is_hard_pain(8, 8), is_hard_pain(7, 4)]
    [False, True, False, True, True]
    """
    return severity >= LOOK_AGAIN or (severity >= HIGH_PAIN and not is_as_usual(severity, usual))


def is_as_usual(severity: int, usual: float | None) -> bool:
    """Whether pain is no worse than the worst of the days before it mostly was."""
    return usual is not None and usual > severity - USUAL_RISE


def was_hurt(session: Session) -> bool:
    """Whether a session was hard on the back: it was stopped, or pain rose by 2."""
    return bool(session.stopped) or rise_stops(session.pain_before, session.pain_after)


def is_answered(day: HardDay, sessions: Iterable[Session]) -> bool:
    """Whether something was done since the last check-in of today, so that nothing more is asked for.

    Args:
        day: How hard it is.
        sessions: Those of today.
    """
    return any(day.last is None or each.at >= day.last.at for each in sessions)
