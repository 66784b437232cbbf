"""What a week turns to, and why, one case for each row that turns or forms it."""

from typing import Any

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.values import BarrierWord, FeltWord, WeekdayWord
from backcare_tui.guidance.plan.make import new_week
from backcare_tui.guidance.plan.renew import renewed_week
from backcare_tui.guidance.plan.table import plan_rules
from backcare_tui.library.exercises import exercise, needs_floor
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.guidance.plan.weeks_of import (
    DAY,
    SUNDAY_EVENING,
    active,
    diary_of,
    kept,
    level,
    minutes,
    played,
)

SETTINGS = {"minutes_a_day": 10, "pain_lasts": "over-12-weeks", "usual_up": "06:30"}


def two_weeks(
    *records: Record,
    felt: FeltWord | None = "right",
    barriers: tuple[BarrierWord, ...] = (),
    part: float = 1.0,
    settings: dict[str, Any] | None = None,
    **fields: Any,
) -> tuple[WeekPlan, WeekPlan]:
    """A first week that was done in part, and the next one."""
    clock = FrozenClock()
    diary = diary_of(settings=SETTINGS | (settings or {}), clock=clock)
    plan = new_week(diary, clock)
    diary.add(plan, *kept(plan, part, **fields), *records)
    clock.move(hours=(SUNDAY_EVENING - MONDAY).total_seconds() / 3600)
    answer = WeekAnswer(week=plan.week, felt=felt, barriers=barriers)
    return plan, renewed_week(diary, clock, answer)


def why(plan: WeekPlan) -> set[str]:
    """The rows that the changes of a week are for."""
    said = {change.why.partition(" Source:")[0] for change in plan.changes}
    return {row.id for row in plan_rules().values() if row.why in said}


def test_a_week_that_went_well_grows_by_a_tenth_at_most() -> None:
    plan, after = two_weeks()
    assert minutes(plan) < minutes(after) <= 1.1 * minutes(plan)
    assert why(after) == {"renew-more"}
    assert level(after) == level(plan)


def test_three_weeks_that_went_well_are_a_level_and_no_minutes_more() -> None:
    clock = FrozenClock(SUNDAY_EVENING)
    diary = diary_of(settings=SETTINGS, clock=clock)
    plan = new_week(diary, clock)
    levels = []
    for _ in range(3):
        answer = WeekAnswer(week=plan.week, felt="easy")
        diary.put(plan, answer, *kept(plan))
        before, plan = plan, renewed_week(diary, clock, answer)
        levels.append(level(plan))
        clock.move(days=7)
    assert levels == [1, 1, 2]
    assert minutes(plan) <= minutes(before)
    assert "renew-level" in why(plan)


@for_each(
    ("row", "case"),
    [
        ("renew-hard", {"felt": "hard"}),
        ("renew-rise", {"pain_before": 3, "pain_after": 5}),
        ("renew-pain", {"barriers": ("pain",)}),
        ("renew-ill", {"barriers": ("ill",)}),
    ],
)
def test_what_was_too_much_is_less_at_once(row: str, case: dict[str, Any]) -> None:
    plan, after = two_weeks(**case)
    assert 0.7 * minutes(plan) <= minutes(after) < minutes(plan)
    assert row in why(after)


@for_each(
    ("row", "case"),
    [
        ("renew-some", {"part": 0.0}),
        ("renew-unsaid", {"felt": None}),
    ],
)
def test_what_is_not_known_or_was_not_done_stays(row: str, case: dict[str, Any]) -> None:
    plan, after = two_weeks(**case)
    assert active(after) == active(plan)
    assert [change.what for change in after.changes] == ["Nothing changes."]
    assert why(after) == {row}


def test_what_was_done_on_some_days_moves_to_them_and_stays_as_much() -> None:
    plan, after = two_weeks(part=0.5)
    amounts = [[(line.id, line.minutes, line.times) for line in active(p)] for p in (plan, after)]
    assert amounts[0] == amounts[1]
    assert why(after) == {"days-kept"}


def test_a_session_that_was_stopped_eases_the_week() -> None:
    plan, after = two_weeks(Session(at=MONDAY + DAY, routine="walk", stopped="dizziness"))
    assert minutes(after) < minutes(plan)
    assert why(after) == {"renew-stop"}


def test_a_flare_up_leaves_strength_for_later_and_gentle_moves_come_oftener() -> None:
    flare = [Pain(at=MONDAY + n * DAY, severity=7, is_flare=True) for n in (4, 5, 6)]
    plan, after = two_weeks(*flare)
    assert minutes(after) <= minutes(plan)
    lines = {line.id: line for line in active(after)}
    assert lines["flare-up-gentle"].times > 2
    assert "core-basics" not in lines
    assert {"renew-flare", "flare-now"} & why(after)


def test_a_week_of_poor_sleep_does_not_grow_and_gets_a_wind_down() -> None:
    nights = [Night(night=(MONDAY + n * DAY).date(), asleep_min=300) for n in range(7)]
    plan, after = two_weeks(*nights, settings={"usual_bed": "22:30"})
    assert minutes(after) <= minutes(plan)
    evening = [line for line in active(after) if line.time == "22:00"]
    assert [line.id for line in evening] == ["bedtime-wind-down"]


def test_pain_that_rose_over_the_week_eases_it() -> None:
    before = [Pain(at=MONDAY - n * DAY, severity=2) for n in range(1, 8)]
    now = [Pain(at=MONDAY + n * DAY, severity=5, is_flare=False) for n in range(7)]
    plan, after = two_weeks(*before, *now)
    assert minutes(after) <= minutes(plan)
    assert {"renew-worse", "renew-flare", "flare-now"} & why(after)


@for_each(
    ("barrier", "routine_id"),
    [
        ("work", "desk-break"),
        ("away", "travel-chair"),
        ("noise", "travel-chair"),
        ("fear", "bend-again"),
    ],
)
def test_what_got_in_the_way_changes_the_form_and_not_how_much(
    barrier: BarrierWord, routine_id: str
) -> None:
    plan, after = two_weeks(barriers=(barrier,), part=0.2)
    assert routine_id in {line.id for line in active(after)}
    assert 0.7 * minutes(plan) <= minutes(after) <= minutes(plan)
    assert f"form-{barrier}" in why(after)


def test_after_a_week_of_pain_the_loosening_can_be_done_in_bed_until_it_is_better() -> None:
    _, after = two_weeks(barriers=("pain",))
    assert "up-and-out-of-bed" in {line.id for line in active(after)}
    assert {"form-pain", "renew-pain"} == why(after)


def test_no_time_and_being_tired_make_routines_shorter_and_no_fewer() -> None:
    for barrier in ("time", "tired"):
        plan, after = two_weeks(barriers=(barrier,))
        for line in active(plan):
            if line.kind == "routine":
                shorter = next(each for each in active(after) if each.id == line.id)
                assert (shorter.minutes or 0) < (line.minutes or 0)
                assert shorter.times == line.times


def test_the_floor_that_was_too_far_is_not_asked_for_again() -> None:
    _, after = two_weeks(barriers=("sitting",))
    steps = [step for line in active(after) for step in played(line).steps]
    assert not [step.exercise for step in steps if needs_floor(exercise(step.exercise))]


def test_what_was_boring_is_another_and_what_was_forgotten_has_its_time() -> None:
    plan, after = two_weeks(barriers=("boring",))
    routines = [{line.id for line in active(p) if line.kind == "routine"} for p in (plan, after)]
    assert not routines[0] & routines[1]
    _, after = two_weeks(barriers=("forgot",))
    assert active(after)[0].time == "06:30"


def test_a_week_that_is_not_over_does_not_grow_as_the_rest_of_it_may_yet_hurt() -> None:
    clock = FrozenClock()
    diary = diary_of(settings=SETTINGS, clock=clock)
    plan = new_week(diary, clock)
    diary.add(plan, *kept(plan))
    clock.move(days=5)
    early = renewed_week(diary, clock, WeekAnswer(week=plan.week, felt="easy"))
    assert active(early) == active(plan)
    assert why(early) == {"renew-soon"}
    hard = renewed_week(diary, clock, WeekAnswer(week=plan.week, felt="hard"))
    assert minutes(hard) < minutes(plan)


def test_days_that_own_plans_fill_are_said_to_be_full() -> None:
    every_day: tuple[WeekdayWord, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    own = Plan(routine="deep-relaxation", days=every_day, since=(MONDAY + 7 * DAY).date())
    plan, after = two_weeks(own)
    assert active(plan)
    assert not active(after)
    assert why(after) == {"fits-day"}


def test_each_change_says_why_and_from_where() -> None:
    _, after = two_weeks(felt="hard")
    for change in after.changes:
        assert change.why.startswith("You said that it was too hard")
        assert change.why.endswith("Source: backcare's own rule.")
