import datetime as dt
import json
import math
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.insight.week.figures import Week, as_json, weekly_review
from backcare_tui.library.measures import is_meaningful
from backcare_tui.library.routines import programs
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried
from tests.for_each import for_each
from tests.insight.week.week_of import STEADY, SWINGING, TODAY, WEEK, diary, weeks_of_pain

ZONE = MONDAY.tzinfo
EMPTY: dict[str, Any] = {
    "from": "2026-11-23",
    "to": "2026-11-29",
    "pain": {
        "days": 0,
        "entries": 0,
        "mean": None,
        "worst": None,
        "best": None,
        "previous_mean": None,
        "change": None,
        "meaningful": False,
        "by_day": {},
        "areas": {},
        "usual_swing": None,
        "beyond_usual": None,
    },
    "sleep": {
        "nights": 0,
        "mean_min": None,
        "efficiency": None,
        "mean_quality": None,
        "previous_mean_min": None,
    },
    "movement": {"sessions": 0, "minutes": 0, "planned": None},
    "care": {"visits": 0, "massages": 0, "mean_change": None},
    "diet": {"entries": 0, "tags": {}, "water_ml": 0, "coffees": 0, "alcohol_units": 0},
    "advice": [],
}


def review(*records: Record, day: dt.date = TODAY) -> Week:
    """The review of a diary of these records."""
    return weekly_review(diary(*records), day, FrozenClock())


def pain(days_ago: int, severity: int) -> Pain:
    return Pain(at=MONDAY - dt.timedelta(days=days_ago), severity=severity)


def test_an_empty_week_has_counts_of_zero_and_means_that_are_unknown() -> None:
    week = review()
    assert as_json(week) == EMPTY


def test_a_week_of_no_pain_is_not_an_unknown_week() -> None:
    week = review(pain(0, 0), pain(7, 0)).pain
    assert (week.mean, week.previous_mean, week.change, week.worst) == (0, 0, 0, 0)
    assert not week.meaningful


def test_a_week_is_the_mean_of_its_days_not_of_its_entries() -> None:
    monday, tuesday = dt.date(2026, 11, 16), MONDAY - dt.timedelta(days=6)
    entries = [pain(7, 2), pain(7, 4), pain(7, 6), Pain(at=tuesday, severity=10)]
    assert review(*entries, day=monday).pain.mean == 7


@for_each(
    ("before", "now", "meaningful"),
    [
        (5, 3, True),
        (8, 6, True),
        (5, 7, True),
        (9, 8, False),
        (4, 3, False),
        (3, 2, True),
        (1, 2, True),
        (7, 5.1, False),
        (5, 3.5, True),
        (4, 2.8, True),
        (3, 2.1, True),
        (2.1, 2.1, False),
        (0, 0, False),
        (0, 1, True),
    ],
)
def test_a_change_matters_from_two_points_or_thirty_percent(
    before: float, now: float, *, meaningful: bool
) -> None:
    assert is_meaningful(now - before, before) is meaningful


def test_a_change_from_an_unknown_week_is_unknown() -> None:
    week = review(pain(0, 4)).pain
    assert (week.change, week.meaningful) == (None, False)


def test_the_usual_swing_is_that_of_the_thirteen_weeks_before() -> None:
    of_week = weekly_review(diary(*SWINGING, *weeks_of_pain(5, 4)), WEEK, FrozenClock()).pain
    assert of_week.usual
    assert of_week.usual.swing == pytest.approx(2.66)
    assert (of_week.weeks_missing, of_week.is_beyond_usual) == (0, False)
    further = weekly_review(diary(*SWINGING, *weeks_of_pain(5, 2)), WEEK, FrozenClock())
    assert further.pain.is_beyond_usual is True
    said = as_json(further)["pain"]
    assert said["usual_swing"] == pytest.approx(2.66)
    assert said["beyond_usual"] is True
    assert not {"usual", "weeks_missing", "previous_days"} & set(said)


def test_this_week_says_nothing_of_what_is_usual_before_it() -> None:
    calm, wild = (
        weekly_review(diary(*STEADY, *weeks_of_pain(5, now)), WEEK, FrozenClock()).pain.usual
        for now in (5, 10)
    )
    assert calm == wild


def test_a_week_of_too_few_days_is_not_held_against_the_swing() -> None:
    few = weekly_review(diary(*STEADY, *weeks_of_pain(5, 9, days=3)), WEEK, FrozenClock()).pain
    assert few.usual
    assert few.is_beyond_usual is None


def test_an_area_counts_once_for_each_entry_that_names_it() -> None:
    first = Pain(at=MONDAY, severity=4, areas=("groin", "groin"), area_severity={"groin": 2})
    second = Pain(at=MONDAY, severity=4, areas=("chest", "groin"))
    areas = review(first, second).pain.areas
    assert list(areas.items()) == [("groin", 2), ("chest", 1)]


def test_an_area_rated_0_is_none_that_hurts() -> None:
    rated = Pain(at=MONDAY, severity=4, areas=("groin", "chest"), area_severity={"chest": 0})
    assert review(rated, Pain(at=MONDAY, severity=4, area_severity={"foot-l": 0})).pain.areas == {
        "groin": 1
    }


def test_of_two_entries_for_a_night_one_counts() -> None:
    nights = (Night(night=TODAY, asleep_min=300), Night(night=TODAY, asleep_min=300))
    assert review(*nights).sleep.nights == 1


def test_sessions_of_unknown_length_do_not_make_zero_minutes() -> None:
    unknown = Session(at=MONDAY, routine="r")
    assert review(unknown).movement.minutes is None
    assert review(unknown, Session(at=MONDAY, routine="r", done_s=90)).movement.minutes == 1.5


def test_what_a_program_asks_of_its_week_is_planned() -> None:
    known = programs()[0]
    asked = sum(each.times for each in known.weeks[0].sessions) + known.weeks[0].walk.days
    plan = Plan(routine=known.id, since=TODAY)
    assert review(plan).movement.planned == asked
    assert review(plan, day=TODAY - dt.timedelta(days=7)).movement.planned is None


def test_of_a_program_that_goes_on_what_was_left_when_the_week_began_is_planned() -> None:
    known = programs()[0]
    first = known.weeks[0].sessions[0]
    asked = sum(each.times for each in known.weeks[0].sessions) + known.weeks[0].walk.days
    began = TODAY - dt.timedelta(days=7)
    plan = Plan(routine=known.id, since=began)
    before = [
        Session(at=MONDAY - dt.timedelta(days=7 - each), routine=of)
        for each in range(3)
        for of in (first.routine, "walk")
    ]
    now = [Session(at=MONDAY, routine=of) for of in (first.routine, "walk", "of-ones-own")]
    movement = review(plan, *before, *now).movement
    assert (movement.sessions, movement.planned) == (3, asked - 6)
    assert movement.of_program == (2, asked - 6)
    of_before = review(plan, *before, *now, day=began).movement
    assert of_before.of_program == (6, asked)


def test_what_days_mean_and_a_program_asks_is_planned_once() -> None:
    known = programs()[0]
    first = known.weeks[0].sessions[0]
    daily = Plan(routine=first.routine, days=("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    alone = review(Plan(routine=known.id, since=TODAY)).movement.planned or 0
    both = review(Plan(routine=known.id, since=TODAY, days=("mon",)), daily)
    assert both.movement.planned == alone - first.times + 7


def test_a_plan_that_is_in_force_on_no_planned_day_makes_zero_planned() -> None:
    plan = Plan(routine="r", days=("mon",), since=TODAY + dt.timedelta(days=1))
    assert review(plan).movement.planned == 0


@pytest.mark.parametrize(
    "plan",
    [
        Plan(treatment="massage", days=("mon",)),
        Plan(routine="r", days=("mon",), until=TODAY - dt.timedelta(days=1)),
    ],
)
def test_without_a_plan_for_a_routine_nothing_is_planned(plan: Plan) -> None:
    assert review(plan).movement.planned is None


def test_the_hour_of_the_clock_change_counts_as_it_passed() -> None:
    night = Night(night=dt.date(2026, 10, 25), bed="23:00", up="07:00")
    assert review(night, day=night.night).sleep.mean_min == 540


severities = st.integers(0, 10)
moments = st.integers(0, 15 * 24 * 60).map(lambda minutes: MONDAY - dt.timedelta(minutes=minutes))
entries = st.one_of(
    st.builds(Pain, at=moments, severity=severities, areas=st.just(("groin",))),
    st.builds(
        Night,
        night=moments.map(lambda at: at.date()),
        asleep_min=st.integers(0, 900),
        quality=st.none() | st.integers(1, 5),
    ),
    st.builds(Session, at=moments, routine=st.just("r"), done_s=st.none() | st.integers(0, 900)),
    st.builds(
        Visit,
        at=moments,
        treatment=st.sampled_from(["massage", "yoga"]),
        pain_before=st.none() | severities,
        pain_after=st.none() | severities,
    ),
    st.builds(Meal, at=moments, water_ml=st.integers(1, 900), tags=st.just(("fruit",))),
)
diaries = st.lists(entries, max_size=25, unique_by=lambda record: (record.table, record.day))
"""A day has at most one entry of each kind: of two nights for a day the last change counts."""


@tried(40)
@given(diaries, st.randoms(use_true_random=False))
def test_the_order_in_which_entries_were_made_changes_nothing(
    records: list[Record], chance: random.Random
) -> None:
    shuffled = records.copy()
    chance.shuffle(shuffled)
    assert review(*records) == review(*shuffled)


@tried(60)
@given(diaries)
def test_a_review_is_within_what_was_recorded(records: list[Record]) -> None:
    week = review(*records)
    document = as_json(week)
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert all(math.isfinite(number) for number in _numbers(document))
    in_week = [r for r in records if week.first <= r.day <= week.last]
    assert week.pain.entries == sum(isinstance(r, Pain) for r in in_week)
    if week.pain.mean is not None and week.pain.worst is not None and week.pain.best is not None:
        assert week.pain.best <= week.pain.mean <= week.pain.worst
    assert (week.pain.mean is None) == (week.pain.days == 0)
    assert (week.sleep.mean_min is None) == (week.sleep.nights == 0)


def _numbers(document: Any) -> Iterator[float]:
    if isinstance(document, dict):
        for value in document.values():
            yield from _numbers(value)
    elif isinstance(document, int | float):
        yield document
