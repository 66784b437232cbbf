import datetime as dt
from typing import Any

from backcare_tui.diary.records.session import Session
from backcare_tui.insight.movement.history import history, last_done, say_history, sessions_of
from tests.conftest import MONDAY

TODAY = MONDAY.date()


def session(ago: int, routine: str = "r", **fields: Any) -> Session:
    return Session(at=MONDAY - dt.timedelta(days=ago), routine=routine, **fields)


def test_the_last_four_weeks_are_28_days_with_today() -> None:
    found = history([session(28), session(27), session(0)], TODAY)
    assert (found.times, found.lately) == (3, 2)


def test_minutes_are_of_what_says_how_long_it_was() -> None:
    assert history([session(0)], TODAY).minutes is None
    assert history([session(0), session(1, done_s=90)], TODAY).minutes == 1.5


def test_means_are_of_sessions_that_state_both() -> None:
    some = [
        session(3, pain_before=8),
        session(2, pain_before=4, pain_after=2),
        session(1, pain_before=2, pain_after=2),
        session(0, pain_after=9),
    ]
    found = history(some, TODAY)
    assert (found.pairs, found.before, found.after) == (2, 3, 2)


def test_few_numbers_say_how_many_more_are_needed() -> None:
    said = say_history(history([session(0, pain_before=4, pain_after=2)], TODAY))
    assert said == (
        "Done 1 time; in the last 4 weeks.",
        "With pain before and after of 2 more sessions, their means are said here.",
    )


def test_enough_numbers_are_said_as_means() -> None:
    some = [session(ago, pain_before=5, pain_after=3, done_s=600) for ago in (50, 40, 0)]
    assert say_history(history(some, TODAY)) == (
        "Done 3 times, 30 min in all; 1 of them in the last 4 weeks.",
        "Pain 5 before and 3 after on average, over 3 sessions.",
    )


def test_nothing_done_says_nothing() -> None:
    assert say_history(history([], TODAY)) == ()


def test_sessions_are_those_of_a_routine_or_all() -> None:
    both = (session(1, "a"), session(0, "b"))
    assert sessions_of(both, "a") == both[:1]
    assert sessions_of(both, "") == both


def test_the_last_day_of_each_routine_is_known() -> None:
    some = [session(1, "a"), session(4, "a"), session(2, "b")]
    assert last_done(some) == {
        "a": TODAY - dt.timedelta(days=1),
        "b": TODAY - dt.timedelta(days=2),
    }
