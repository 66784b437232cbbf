"""One rule says what a hard day is, and one chooser what is gentle enough on it."""

import datetime as dt

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.agenda import agenda
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.gentle import calm_today
from backcare_tui.guidance.hard_day import hard_day, hard_day_of
from backcare_tui.guidance.moving_agenda import can_wait
from backcare_tui.guidance.now import something_now
from backcare_tui.guidance.now_table import now_rows
from backcare_tui.library.routines import routine
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.guidance.test_agenda import diary

AS_EVER = tuple(Pain(at=MONDAY - dt.timedelta(days=day), severity=7) for day in range(1, 14))


def now(severity: int, *, is_flare: bool = False) -> Pain:
    return Pain(at=MONDAY, severity=severity, is_flare=is_flare)


def after(rise: int, stopped: str | None = None) -> Session:
    """A session of this morning."""
    return Session(at=MONDAY, routine="walk", pain_before=3, pain_after=3 + rise, stopped=stopped)


@for_each(
    ("records", "is_hard"),
    [
        ((), False),
        ((now(6),), False),
        ((now(7),), True),
        ((*AS_EVER, now(7)), False),
        ((*AS_EVER, now(8)), True),
        ((*(Pain(at=each.at, severity=9) for each in AS_EVER), now(8)), True),
        ((now(2, is_flare=True),), True),
        ((after(1),), False),
        ((after(2),), True),
        ((after(0, "dizziness"),), True),
    ],
)
def test_a_day_is_hard_by_one_rule_wherever_it_is_asked(
    records: tuple[Record, ...], *, is_hard: bool
) -> None:
    """Severe and more than usual, 8 whatever is usual, in a flare, or after a session that hurt."""
    plan = Plan(routine="core-basics", days=("mon",))
    repository, clock = diary(*records, Check(at=MONDAY), plan), FrozenClock()
    facts = gather(repository, clock)
    assert hard_day(repository, clock).is_hard is is_hard
    assert hard_day_of(facts).is_hard is is_hard
    assert (calm_today(repository, clock, facts) is not None) is is_hard
    waits = {line.id: line.value for line in agenda(repository, clock)}
    assert (waits["routine"] == "can wait") is is_hard


@for_each(
    "records",
    [
        (now(9),),
        (now(7), after(1)),
        (now(5, is_flare=True),),
        (Pain(at=MONDAY - dt.timedelta(hours=6), severity=9),),
    ],
)
def test_what_is_gentle_is_what_m_opens(records: tuple[Record, ...]) -> None:
    repository, clock = diary(*records, Check(at=MONDAY)), FrozenClock()
    calm, offered = calm_today(repository, clock), something_now(repository, clock).best
    assert calm
    assert calm.instead
    assert offered
    assert calm.instead.id == offered.routine.id
    line = next((each for each in agenda(repository, clock) if each.id == "now"), None)
    assert line is None or line.of == offered.routine.id


def test_nothing_of_a_hard_day_is_on_the_floor() -> None:
    assert "floor" not in {row.place for row in now_rows() if not row.pain or "severe" in row.pain}


@for_each(
    ("id_", "waits"),
    [
        ("core-basics", True),
        ("morning-loosen-up", True),
        ("walk", False),
        ("flare-up-gentle", False),
    ],
)
def test_on_a_hard_day_what_loads_the_back_can_wait(id_: str, *, waits: bool) -> None:
    assert can_wait(routine(id_)) is waits
