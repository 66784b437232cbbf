"""What was done so far: times, minutes, and pain before and after."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from backcare_tui.diary.derived import mean_known
from backcare_tui.diary.records.session import Session
from backcare_tui.text import (
    say_count,
    say_number,
    say_total,
)

LATELY_DAYS = 28
"""Four weeks."""
PAIRS_TO_SPEAK = 3
"""Sessions with both numbers from which on their means are said; a choice of ours."""


class RoutineHistory(msgspec.Struct, frozen=True):
    """The sessions of a routine, or of all, in figures."""

    times: int
    lately: int
    """Of them, in the last four weeks."""
    minutes: float | None
    """Done in those that say how long they were; None where none does."""
    timed: int
    """How many say how long they were."""
    pairs: int
    """Sessions that state pain both before and after."""
    before: float | None
    """Mean pain before, 0 to 10, over those that state both."""
    after: float | None


def history(sessions: Iterable[Session], today: dt.date) -> RoutineHistory:
    """Sums up these sessions as of today."""
    done = list(sessions)
    since = today - dt.timedelta(days=LATELY_DAYS - 1)
    lengths = [each.done_s for each in done if each.done_s is not None]
    both = [each for each in done if each.pain_before is not None and each.pain_after is not None]
    return RoutineHistory(
        times=len(done),
        lately=sum(since <= each.day <= today for each in done),
        minutes=sum(lengths) / 60 if lengths else None,
        timed=len(lengths),
        pairs=len(both),
        before=mean_known(each.pain_before for each in both),
        after=mean_known(each.pain_after for each in both),
    )


def sessions_of(sessions: Iterable[Session], routine_id: str) -> tuple[Session, ...]:
    """Those of a routine, in their order; all of them for an empty id."""
    return tuple(each for each in sessions if routine_id in {"", each.routine})


def last_done(sessions: Iterable[Session]) -> dict[str, dt.date]:
    """The last day of each routine by its id."""
    days: dict[str, dt.date] = {}
    for each in sessions:
        days[each.routine] = max(each.day, days.get(each.routine, each.day))
    return days


def say_history(of: RoutineHistory) -> tuple[str, ...]:
    """The figures in sentences; what too few sessions say is left to the sessions themselves."""
    if not of.times:
        return ()
    length = say_total(of.minutes, of.timed, of.times)
    said = [f"Done {say_count(of.times, 'time')}{length}; {_lately(of)}."]
    if of.before is not None and of.after is not None and of.pairs >= PAIRS_TO_SPEAK:
        said.append(
            f"Pain {say_number(of.before)} before and {say_number(of.after)} after on average, "
            f"over {say_count(of.pairs, 'session')}."
        )
    elif missing := PAIRS_TO_SPEAK - of.pairs:
        with_both = say_count(missing, "more session")
        said.append(f"With pain before and after of {with_both}, their means are said here.")
    return tuple(said)


def _lately(of: RoutineHistory) -> str:
    if of.lately == of.times:
        return "all of them in the last 4 weeks" if of.times > 1 else "in the last 4 weeks"
    return f"{of.lately or 'none'} of them in the last 4 weeks"
