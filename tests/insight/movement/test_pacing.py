"""What to aim at: one's own usual day and a little more, the same for every day of a week."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Imported
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.movement.active_days import ActiveFigures, active_days
from backcare_tui.insight.movement.pacing import (
    Pacing,
    days_near,
    pacing_of,
    say_pacing,
    say_today,
)
from backcare_tui.library.day_measures import AIMED_AT, USUAL_DAY_FROM
from tests.conftest import MONDAY
from tests.examples import tried

MON = MONDAY.date()
DAY = dt.timedelta(days=1)
amounts = st.lists(st.integers(1, 300), min_size=USUAL_DAY_FROM, max_size=40)


def days(*minutes: float, last: dt.date = MON - DAY) -> dict[dt.date, ActiveFigures]:
    """So many active minutes on each of some days in a row."""
    return {
        last - DAY * (len(minutes) - 1 - at): ActiveFigures(each, "typed")
        for at, each in enumerate(minutes)
    }


def paced(by_day: dict[dt.date, ActiveFigures], today: dt.date = MON) -> Pacing:
    found = pacing_of(by_day, MON, today)
    assert found
    return found


def test_a_usual_day_and_a_tenth_more_is_aimed_at() -> None:
    pacing = paced(days(40, 20, 100, 50, 40, 60, 30))
    assert (pacing.median, pacing.target, pacing.needs) == (40, 45, 0)
    assert say_pacing(pacing) == (
        "Your usual day has 40 min. About 45 min is enough on each, good or bad."
    )


def test_below_seven_known_days_nothing_is_aimed_at_and_it_says_how_many_more() -> None:
    pacing = paced(days(40, 20, 100, 50, 40))
    assert (pacing.target, pacing.needs) == (None, 2)
    assert say_pacing(pacing) == "Known of 5 days; after 2 more days your usual day stands here."
    assert say_today(ActiveFigures(30, "typed"), pacing) == ""
    assert pacing_of({}, MON, MON) is None


@given(amounts, st.sampled_from(["flare", "stop", "rise", "week"]))
@tried(60)
def test_it_is_never_raised_while_something_speaks_against_it(
    minutes: list[int], hold: str
) -> None:
    by_day = days(*map(float, minutes))
    held = pacing_of(by_day, MON, MON, hold)  # type: ignore[arg-type]
    assert held
    assert held.median is not None
    assert held.target is not None
    assert held.target <= max(held.median, 1)
    free = paced(by_day)
    assert free.target is not None
    assert held.target <= free.target <= round(held.median * AIMED_AT) + 3


@given(amounts, st.lists(st.integers(0, 600), max_size=6))
@tried(60)
def test_it_is_the_same_on_every_day_of_the_week_whatever_the_days_of_it_bring(
    before: list[int], week: list[int]
) -> None:
    by_day = days(*map(float, before))
    first = paced(by_day)
    for number, minutes in enumerate(week):
        by_day[MON + DAY * number] = ActiveFigures(float(minutes), "typed")
        later = paced(by_day, MON + DAY * (number + 1))
        assert (later.median, later.target) == (first.median, first.target)


def test_the_newest_28_days_say_it_and_none_of_more_than_eight_weeks_ago() -> None:
    assert paced(days(*(90.0,) * 30, *(20.0,) * 28)).median == 20
    assert pacing_of(days(*(90.0,) * 30, last=MON - DAY * 60), MON, MON) is None


def test_sessions_count_only_where_nothing_else_says_how_active_a_day_was() -> None:
    sessions = [
        Session(at=MONDAY - DAY * back, routine="walk", done_s=12 * 60) for back in range(1, 9)
    ]
    pacing = paced(active_days((), sessions))
    assert (pacing.is_of_sessions, pacing.median) == (True, 12)
    assert "usual day with a session" in say_pacing(pacing)
    assert say_today(None, pacing) == ""
    typed = [ActiveDay(day=MON - DAY * back, active_min=60) for back in range(1, 9)]
    assert paced(active_days(typed, sessions)).median == 60


def test_steps_are_aimed_at_where_more_days_state_them() -> None:
    counted = [
        ActiveDay(day=MON - DAY * back, steps=5000, imported=Imported(source="x", key=f"{back}"))
        for back in range(1, 10)
    ]
    pacing = paced(active_days(counted, ()))
    assert (pacing.unit, pacing.target) == ("steps", 5500)
    assert say_today(ActiveFigures(steps=2400), pacing) == "today 2,400 of about 5,500 steps"


def test_days_near_it_are_counted_to_either_side_and_of_known_days_alone() -> None:
    pacing = paced(days(*(40.0,) * 8))
    week = days(20, 40, 50, 90, last=MON + DAY * 3)
    assert days_near(week, pacing, tuple(MON + DAY * at for at in range(7))) == (2, 4)


def test_what_was_typed_counts_before_what_a_device_counted_and_of_two_the_later() -> None:
    typed = ActiveDay(day=MON, active_min=20, updated=MONDAY)
    later = ActiveDay(day=MON, active_min=30, updated=MONDAY + dt.timedelta(hours=1))
    device = ActiveDay(
        day=MON,
        active_min=90,
        steps=9000,
        updated=MONDAY + dt.timedelta(hours=2),
        imported=Imported(source="x", key="k"),
    )
    assert active_days((device, later, typed), ())[MON] == ActiveFigures(
        30, "typed", 9000, "device"
    )
