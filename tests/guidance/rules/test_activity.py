"""What is said of activity and of keeping the diary."""

from typing import Any

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.library.routines import routine
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.guidance.facts_of import ago, day, facts_of, look, pains, said

WEEK_OLD = Pain(at=ago(7), severity=3)
"""What makes the diary one in use."""
NEARLY = Pain(at=ago(6), severity=3)
OLDER = Pain(at=ago(9), severity=3)
PLAN = Plan(routine="core-basics", days=("mon",), since=day(30))
FLARE = Pain(at=ago(2), severity=3, is_flare=True)
OPENED = routine("core-basics")


def sessions(*days_ago: int, of: str = "core-basics", **fields: Any) -> list[Session]:
    return [Session(at=ago(each, 7), routine=of, **fields) for each in days_ago]


def walked(*minutes: float, **fields: Any) -> list[Session]:
    """Walks of so many minutes, on as many days up to today."""
    return [
        Session(at=ago(back, 7), routine="walk", done_s=round(each * 60), **fields)
        for back, each in enumerate(minutes)
    ]


def sat(*severities: int | None) -> list[Pain]:
    """Days of long sitting up to today, with so much pain."""
    return pains(*severities, triggers=("sitting-long",))


def program_of_walks() -> Plan:
    """A program under way whose weeks have walks."""
    return Plan(routine="six-week-back-care", since=day(3))


def week_of_walks() -> WeekPlan:
    """A plan of last week with walks in it, which is carried on."""
    walk = PlanLine(kind="walk", id="walk", minutes=8, times=3)
    return WeekPlan(week=day(7), minutes_a_day=10, lines=(walk,))


def only_bad(*days_ago: int) -> list[Pain]:
    return [Pain(at=ago(each), severity=7) for each in days_ago]


SPEAKING = {
    "diary-bad-days": facts_of(only_bad(1, 4, 8, 11, 15, 18, 22, 25)),
    "adhere-good": facts_of(WEEK_OLD, sessions(0, 2, 4, 5, 6)),
    "adhere-low": facts_of(WEEK_OLD, sessions(6)),
    "adhere-none": facts_of(WEEK_OLD, sessions(9, 7)),
    "adhere-restart": facts_of(sessions(14), about=OPENED),
    "adhere-journal": facts_of(WEEK_OLD, pains(3, last=3)),
    "adhere-back": facts_of(pains(3, last=14)),
    "activity-walk": facts_of(WEEK_OLD, walked(25, 24)),
    "activity-sitting": facts_of(sat(4, None, 4, None, 4)),
}
RESTS = {
    "diary-bad-days": 28,
    "adhere-good": 7,
    "adhere-low": 7,
    "adhere-none": 7,
    "adhere-restart": None,
    "adhere-journal": 3,
    "adhere-back": 7,
    "activity-walk": 7,
    "activity-sitting": 7,
}
"""Days after which each is said again; None where it is not."""


@pytest.mark.parametrize(
    ("rule", "because"),
    [
        ("diary-bad-days", "8 bad days in 4 weeks, and hardly a good one is taken down."),
        ("adhere-good", "5 days with a session in the last seven."),
        ("adhere-low", "1 day with a session in the last seven."),
        ("adhere-none", "The last session was on Mon 16 Nov."),
        ("adhere-restart", "The last session was 14 days ago."),
        ("adhere-journal", "The last entry is of Fri 20 Nov."),
        ("activity-walk", "49 min of walking in the last seven days."),
        ("activity-sitting", "On 3 days of seven: long sitting, and pain of 4 or more."),
    ],
)
def test_it_speaks_with_the_figures_of_the_diary(rule: str, because: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert advice.because == because
    assert "{" not in advice.text


@for_each(
    ("rule", "facts"),
    [
        ("adhere-good", facts_of(WEEK_OLD, sessions(0, 2, 4, 6))),
        ("adhere-good", facts_of(WEEK_OLD, sessions(0, 2, 4, 6, 7))),
        ("adhere-good", facts_of(WEEK_OLD, sessions(0, 2, 4, 6, 6))),
        ("adhere-good", facts_of(NEARLY, sessions(0, 1, 2, 3, 4))),
        ("adhere-low", facts_of(WEEK_OLD, sessions(0, 1, 2))),
        ("adhere-low", facts_of(WEEK_OLD, sessions(7))),
        ("adhere-low", facts_of(NEARLY, sessions(0))),
        ("adhere-none", facts_of(WEEK_OLD, sessions(6, 7))),
        ("adhere-none", facts_of(WEEK_OLD, sessions(7), FLARE)),
        ("adhere-none", facts_of(WEEK_OLD)),
        ("adhere-none", facts_of(NEARLY, PLAN)),
        ("adhere-none", facts_of(WEEK_OLD, Plan(routine="x", days=("mon",), until=day(1)))),
        ("adhere-none", facts_of(WEEK_OLD, Plan(treatment="massage", days=("mon",)))),
        ("adhere-restart", facts_of(sessions(13), about=OPENED)),
        ("adhere-restart", facts_of(sessions(20, 0), about=OPENED)),
        ("adhere-restart", facts_of(sessions(20))),
        ("adhere-restart", facts_of(WEEK_OLD, about=OPENED)),
        ("adhere-journal", facts_of(WEEK_OLD, pains(3, last=2))),
        ("adhere-journal", facts_of(pains(3, 3, 3, last=3))),
        ("adhere-journal", facts_of(pains(3, 3, 3, last=7))),
        ("adhere-back", facts_of(pains(3, last=6))),
        ("adhere-journal", facts_of(only_bad(3, 6, 8, 11, 15, 18, 22, 25))),
        ("diary-bad-days", facts_of(only_bad(0, 1, 2, 3, 8, 15))),
        ("diary-bad-days", facts_of(only_bad(0, 1, 8, 9))),
        ("diary-bad-days", facts_of(only_bad(1, 8, 15), pains(3, 2, last=22))),
        ("adhere-back", facts_of(pains(3, last=20), pains(3, 3, 3, 3))),
        ("activity-walk", facts_of(WEEK_OLD, walked(25, 25))),
        ("activity-walk", facts_of(WEEK_OLD, walked(5), program_of_walks())),
        ("activity-walk", facts_of(WEEK_OLD, walked(5), week_of_walks())),
        ("activity-walk", facts_of(NEARLY, walked(10))),
        ("activity-walk", facts_of(WEEK_OLD)),
        ("activity-walk", facts_of(WEEK_OLD, sessions(0, of="a walk with Ann"))),
        ("activity-sitting", facts_of(sat(4, 4))),
        ("activity-sitting", facts_of(sat(4, 3, 4))),
        ("activity-sitting", facts_of(sat(4, 4, None, None, None, None, None, 4))),
        ("activity-sitting", facts_of(pains(9, 9, 9), sat(9))),
    ],
)
def test_it_just_does_not_speak(rule: str, facts: Facts) -> None:
    assert look(rule, facts) is None


def test_two_active_days_are_still_few() -> None:
    assert look("adhere-low", facts_of(WEEK_OLD, sessions(0, 6)))


def test_a_plan_without_any_session_is_asked_about_kindly() -> None:
    reason = look("adhere-none", facts_of(WEEK_OLD, PLAN))
    assert reason
    assert reason.because == "Sessions are planned; none was done in the last seven days."


def test_a_flare_that_ended_before_the_week_excuses_nothing() -> None:
    long_ago = Pain(at=ago(40), severity=8, is_flare=True)
    assert look("adhere-none", facts_of(long_ago, sessions(9)))


def test_a_restart_is_about_the_session_before_the_break() -> None:
    before = sessions(20)[0]
    reason = look("adhere-restart", facts_of(before, about=OPENED))
    assert reason
    assert reason.event == before.id


def test_a_break_of_many_months_is_known_when_a_routine_is_about_to_begin(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*sessions(300))
    assert look("adhere-restart", gather(repository, clock, OPENED))
    assert gather(repository, clock).sessions == ()


@pytest.mark.parametrize(
    "entry",
    [
        Night(night=day(2), asleep_min=400),
        Session(at=ago(2), routine="walk"),
        Meal(at=ago(2), water_ml=200),
        Visit(at=ago(2), treatment="massage"),
        Pain(at=ago(2), severity=0),
    ],
    ids=lambda entry: entry.table,
)
def test_an_entry_of_any_kind_keeps_the_diary_going(entry: Record) -> None:
    assert look("adhere-journal", facts_of(OLDER, NEARLY, entry)) is None
    assert look("adhere-journal", facts_of(OLDER, NEARLY))


def test_no_walk_at_all_is_said_as_such() -> None:
    reason = look("activity-walk", facts_of(WEEK_OLD, sessions(3)))
    assert reason
    assert reason.because == "No minutes of walking in the last seven days."


@pytest.mark.parametrize(
    ("session", "counts"),
    [
        (Session(at=MONDAY, routine="walking-brisk-30", done_s=75 * 60), True),
        (Session(at=MONDAY, routine="Nordic Walking", planned_s=75 * 60), True),
        (Session(at=MONDAY, routine="0f3a", name="Evening walk", done_s=75 * 60), True),
        (Session(at=MONDAY, routine="core-basics", done_s=75 * 60), False),
    ],
    ids=["library", "own words", "own routine", "no walk"],
)
def test_what_is_called_a_walk_is_one(session: Session, counts: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert (look("activity-walk", facts_of(WEEK_OLD, session)) is None) is counts


def test_a_walk_of_the_library_whose_length_is_not_stated_was_as_long_as_planned() -> None:
    reason = look("activity-walk", facts_of(WEEK_OLD, sessions(0, of="walking-brisk-30")))
    assert reason
    assert reason.because == "28 min of walking in the last seven days."


def test_few_walks_and_many_sessions_are_both_spoken_of() -> None:
    facts = facts_of(WEEK_OLD, walked(15, 15, 15), sessions(3, 4))
    said_ids = {advice.id for advice in advise(facts)}
    assert {"activity-walk", "adhere-good"} <= said_ids


def test_a_days_pain_is_the_mean_of_its_entries() -> None:
    calmer = [Pain(at=ago(each, 20), severity=3) for each in (0, 1, 2)]
    assert look("activity-sitting", facts_of(sat(4, 4, 4), calmer)) is None
    assert look("activity-sitting", facts_of(sat(5, 5, 5), calmer))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((6,), "1 active day in the last seven days"),
        ((6, 5), "2 active days in the last seven days"),
    ],
)
def test_one_active_day_is_no_days(days: tuple[int, ...], words: str) -> None:
    advice = said("adhere-low", facts_of(WEEK_OLD, sessions(*days)))
    assert advice
    assert advice.text.startswith(words)


def test_after_a_long_silence_no_day_is_named_as_the_last_one(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    # Pain is read from the first weeks and the last months alone; of what lies between, nothing
    # is known here.
    repository.add(*pains(3, 3, 3, 3, last=900), *pains(3, last=200))
    reason = look("adhere-back", gather(repository, clock))
    assert reason
    assert reason.because == "The last entry before was a while ago."
