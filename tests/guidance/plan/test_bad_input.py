"""Whatever the diary holds, there is a sensible week or a sentence, and never an unsafe line."""

import datetime as dt

from msgspec.structs import replace

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import PlanLine, WeekAnswer, WeekPlan
from backcare_tui.diary.values import WeekdayWord
from backcare_tui.guidance.plan.current import plan_to_renew, week_plan_now
from backcare_tui.guidance.plan.make import new_week
from backcare_tui.guidance.plan.progress import line_progress
from backcare_tui.guidance.plan.renew import renewed_week
from backcare_tui.guidance.plan.weeks_kept import CHECK_UP
from backcare_tui.guidance.safety import against_whole, cautions, fitted
from backcare_tui.library.exercises import exercise
from backcare_tui.library.taxonomy import words
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.guidance.plan.weeks_of import (
    DAY,
    SUNDAY_EVENING,
    WEEK,
    active,
    diary_of,
    kept,
    level,
    minutes,
    played,
)

ALL_CONDITIONS = [word.id for word in words("conditions")]


def test_without_a_plan_there_is_none_and_none_to_renew() -> None:
    diary = diary_of()
    assert week_plan_now(diary, FrozenClock()) is None
    assert plan_to_renew(diary, FrozenClock()) is None
    assert active(renewed_week(diary, FrozenClock(), None)), "a first week"


@for_each("minutes_a_day", [1, 2, 3, 5, 10, 20, 60])
def test_few_minutes_are_a_small_week_and_many_are_no_burden(minutes_a_day: int) -> None:
    plan = new_week(diary_of(settings={"minutes_a_day": minutes_a_day}), FrozenClock())
    assert 0 < minutes(plan) <= 0.7 * 7 * minutes_a_day
    for day in {day for line in active(plan) for day in line.days}:
        assert sum(line.minutes or 0 for line in active(plan) if day in line.days) <= minutes_a_day


@for_each(("born", "most"), [(2011, 1), (1941, 2)])
def test_the_young_and_the_old_have_weeks_without_demanding_exercise(born: int, most: int) -> None:
    plan = new_week(
        diary_of(settings={"birth_year": born, "pain_lasts": "over-12-weeks"}), FrozenClock()
    )
    assert active(plan)
    assert level(plan) <= most


def test_where_all_is_excluded_what_is_left_is_safe() -> None:
    plan = new_week(diary_of(settings={"conditions": ALL_CONDITIONS}), FrozenClock())
    for line in active(plan):
        of = played(line)
        assert not against_whole(of, ALL_CONDITIONS)
        done = fitted(of, ALL_CONDITIONS)[0]
        assert not [s for s in done.steps if cautions(exercise(s.exercise), ALL_CONDITIONS)]
    assert [line.id for line in active(plan)][-1] == "walk"


def test_a_warning_sign_leaves_a_check_up_and_what_is_allowed() -> None:
    emergency = Check(at=MONDAY, red_flags=("saddle_numbness",))
    plan = new_week(diary_of(emergency), FrozenClock())
    assert not active(plan)
    assert plan.lines[0].id == CHECK_UP
    to_look_at = Check(at=MONDAY, red_flags=("weight_loss_unexplained",))
    plan = new_week(diary_of(to_look_at), FrozenClock())
    assert [line.id for line in active(plan)] == ["breathing-calm"]
    assert plan.lines[1].id == CHECK_UP


def test_a_sign_holds_the_week_and_its_answer_brings_it_back() -> None:
    clock = FrozenClock()
    diary = diary_of(settings={"minutes_a_day": 10}, clock=clock)
    plan = new_week(diary, clock)
    diary.add(plan)
    diary.add(Check(at=clock.move(hours=1), red_flags=("saddle_numbness",)))
    held = week_plan_now(diary, clock)
    assert held
    assert not active(held)
    diary.add(Check(at=clock.move(days=1), is_check_up=True))
    back = week_plan_now(diary, clock)
    assert back
    assert active(back) == active(plan)


def test_everything_skipped_for_months_stays_a_week_one_can_begin() -> None:
    clock = FrozenClock(SUNDAY_EVENING - WEEK)
    diary = diary_of(settings={"minutes_a_day": 10}, clock=clock)
    plan = first = new_week(diary, clock)
    for _ in range(20):
        diary.put(plan)
        clock.move(days=7)
        plan = renewed_week(diary, clock, None)
    assert 0.25 * minutes(first) <= minutes(plan) < minutes(first)
    assert {line.kind for line in active(plan)} == {"routine", "walk"}


def test_a_plan_that_was_edited_by_hand_is_made_possible() -> None:
    clock = FrozenClock()
    diary = diary_of(settings={"minutes_a_day": 10, "conditions": ["pregnancy"]}, clock=clock)
    by_hand = WeekPlan(
        week=MONDAY.date(),
        minutes_a_day=10,
        lines=(
            PlanLine(kind="routine", id="core-progress", minutes=16, days=("mon", "mon"), times=2),
            PlanLine(kind="routine", id="no-such-routine", times=9),
            PlanLine(kind="walk", id="walk", minutes=240, days=("mon", "tue"), times=2),
            PlanLine(kind="read", id="no-such-page"),
            PlanLine(kind="visit", id="my aunt"),
        ),
    )
    diary.add(by_hand)
    shown = week_plan_now(diary, clock)
    assert shown
    assert max(line.minutes or 0 for line in active(shown)) <= 10
    assert "core-progress" not in {line.id for line in shown.lines}
    assert {line.id for line in shown.lines} >= {"no-such-page", "my aunt"}
    assert [each.name for each in line_progress(diary, clock, shown)][-2:] == [
        "No such page",
        "my aunt",
    ]
    assert all("Source: " in change.why for change in shown.changes)


def test_a_routine_that_was_deleted_under_a_plan_is_told_of() -> None:
    clock = FrozenClock()
    mine = Routine(
        id="mine", name="My Moves", steps=(RoutineStep("cat-cow"), RoutineStep("bridge"))
    )
    line = PlanLine(kind="routine", id="mine", minutes=4, days=("tue",))
    walk = PlanLine(kind="walk", id="walk", minutes=5, days=("wed",))
    diary = diary_of(
        mine, WeekPlan(week=MONDAY.date(), minutes_a_day=10, lines=(line, walk)), clock=clock
    )
    whole = week_plan_now(diary, clock)
    assert whole
    assert [each.id for each in active(whole)] == [
        "mine",
        "walk",
    ]
    diary.remove("mine")
    shown = week_plan_now(diary, clock)
    assert shown
    assert [each.id for each in active(shown)] == ["walk"]
    assert any("left out" in change.what for change in shown.changes)


def test_a_condition_stated_in_the_middle_of_a_week_is_minded_at_once() -> None:
    clock = FrozenClock()
    diary = diary_of(settings={"minutes_a_day": 20, "pain_lasts": "over-12-weeks"}, clock=clock)
    diary.add(new_week(diary, clock))
    diary.set("conditions", ["fracture_recent"])
    shown = week_plan_now(diary, clock)
    assert shown
    assert active(shown)
    assert not [line for line in active(shown) if against_whole(played(line), ["fracture_recent"])]


def test_of_two_devices_that_renewed_one_week_the_later_change_counts() -> None:
    clock = FrozenClock(SUNDAY_EVENING)
    diary = diary_of(settings={"minutes_a_day": 10}, clock=clock)
    diary.add(replace(new_week(diary, clock), week=MONDAY.date()))
    here = renewed_week(diary, clock, WeekAnswer(week=MONDAY.date(), felt="right"))
    there = replace(here, id="of-the-other-device", lines=here.lines[:1])
    diary.add(here)
    clock.move(minutes=5)
    diary.add(there)
    clock.move(days=2)
    shown = week_plan_now(diary, clock)
    assert shown
    assert shown.id == there.id
    assert plan_to_renew(diary, clock) is None


@for_each("back", [1, 8, 400])
def test_a_clock_that_was_set_back_shows_the_week_that_there_is(back: int) -> None:
    clock = FrozenClock()
    diary = diary_of(settings={"minutes_a_day": 10}, clock=clock)
    plan = new_week(diary, clock)
    diary.add(plan)
    clock.move(days=-back)
    shown = week_plan_now(diary, clock)
    assert shown
    assert minutes(shown) <= minutes(plan)
    assert minutes(renewed_week(diary, clock, None)) <= minutes(plan)
    line_progress(diary, clock, shown)


def test_a_week_that_begins_on_another_day_from_now_on_follows_on_the_last_one() -> None:
    clock = FrozenClock(SUNDAY_EVENING)
    diary = diary_of(settings={"minutes_a_day": 10}, clock=clock)
    diary.add(new_week(diary, clock))
    diary.set("week_start", "sun")
    after = renewed_week(diary, clock, None)
    assert after.week.weekday() == 6
    assert after.week > MONDAY.date()


def test_a_gap_of_weeks_ends_with_a_welcome_and_less_than_before() -> None:
    clock = FrozenClock()
    diary = diary_of(settings={"minutes_a_day": 10}, clock=clock)
    plan = new_week(diary, clock)
    diary.add(plan)
    clock.move(days=14)
    carried = week_plan_now(diary, clock)
    assert carried
    assert carried.changes[0].what == "Nothing changes."
    clock.move(days=7)
    back = week_plan_now(diary, clock)
    assert back
    assert back.changes[0].why.startswith("Welcome back.")
    assert minutes(back) < minutes(plan)


def test_a_program_under_way_is_its_own_plan() -> None:
    clock = FrozenClock()
    program = Plan(routine="six-week-back-care", since=MONDAY.date())
    plan = new_week(diary_of(program, settings={"minutes_a_day": 20}, clock=clock), clock)
    assert not [line for line in plan.lines if line.kind in {"routine", "walk"}]


def test_own_plans_come_first_and_are_not_there_twice() -> None:
    clock = FrozenClock()
    every_day: tuple[WeekdayWord, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    own = Plan(routine="core-basics", days=every_day)
    settings = {"minutes_a_day": 20, "pain_lasts": "over-12-weeks"}
    plan = new_week(diary_of(own, settings=settings, clock=clock), clock)
    assert "core-basics" not in {line.id for line in plan.lines}
    assert max(line.minutes or 0 for line in active(plan)) <= 8
    full = diary_of(own, settings={"minutes_a_day": 10}, clock=clock)
    assert not active(new_week(full, clock))


def test_a_first_week_made_late_is_not_held_against_anybody() -> None:
    clock = FrozenClock(SUNDAY_EVENING)
    diary = diary_of(settings={"introduced": "2026-11-29"}, clock=clock)
    plan = new_week(diary, clock)
    diary.add(plan)
    assert plan_to_renew(diary, clock) is None, "it was made an hour ago"
    clock.move(days=1)
    assert plan_to_renew(diary, clock)
    after = renewed_week(diary, clock, None)
    assert minutes(after) == minutes(plan)


def test_a_week_is_the_same_however_often_it_is_made() -> None:
    clock = FrozenClock(SUNDAY_EVENING)
    diary = diary_of(settings={"minutes_a_day": 10}, clock=clock)
    plan = new_week(diary, clock)
    diary.add(plan, Pain(at=MONDAY, severity=3), Session(at=MONDAY - 60 * DAY, routine="a swim"))
    assert new_week(diary, clock).lines == plan.lines
    diary.add(*kept(plan))
    answer = WeekAnswer(week=plan.week, felt="right")
    after = renewed_week(diary, clock, answer)
    diary.add(after)
    again = renewed_week(diary, clock, answer)
    assert (again.id, again.lines) == (after.id, after.lines)
    assert after.week - plan.week == dt.timedelta(days=7) == 7 * DAY
