import datetime as dt

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.when import span_of, week_of
from backcare_tui.insight.movement.week_plan import plan_weeks, say_plan_week, toggled
from backcare_tui.library.routines import programs
from tests.conftest import MONDAY

MONDAY_DAY = MONDAY.date()
DAYS = span_of(*week_of(MONDAY_DAY))
OWN = Routine(id="mine", name="Mine", minutes=4)


def test_a_week_shows_what_is_planned_and_what_is_done() -> None:
    plan = Plan(routine="mine", days=("mon", "wed"))
    session = Session(at=MONDAY + dt.timedelta(days=1), routine="mine", done_s=240)
    (week,) = plan_weeks([plan], DAYS, [session], [], [OWN])
    assert [number for number, is_planned in enumerate(week.planned) if is_planned] == [0, 2]
    assert [number for number, is_done in enumerate(week.done) if is_done] == [1]
    assert week.minutes == 4
    assert (
        say_plan_week([week], [session])
        == "2 times planned, 8 min in all · this week 1 done, 4 min"
    )


def test_days_before_a_plan_began_are_not_planned() -> None:
    plan = Plan(routine="mine", days=("mon", "wed"), since=DAYS[1], until=DAYS[3])
    (week,) = plan_weeks([plan], DAYS, [], [], [OWN])
    assert sum(week.planned) == 1


def test_a_treatment_is_done_by_its_visit() -> None:
    plan = Plan(treatment="massage", days=("mon",))
    (week,) = plan_weeks([plan], DAYS, [], [Visit(at=MONDAY, treatment="massage")], [])
    assert (week.done[0], any(week.done[1:]), week.minutes) == (True, False, None)


def test_programs_and_plans_that_are_over_are_not_in_the_grid() -> None:
    over = Plan(routine="mine", days=("mon",), until=MONDAY_DAY - dt.timedelta(days=1))
    assert plan_weeks([Plan(routine=programs()[0].id), over], DAYS, [], [], [OWN]) == ()


def test_plans_stand_in_the_order_of_their_time() -> None:
    plans = [Plan(routine="r"), Plan(routine="r", time="21:00"), Plan(routine="r", time="07:00")]
    weeks = plan_weeks(plans, DAYS, [], [], [])
    assert [week.plan.time for week in weeks] == ["07:00", "21:00", None]


def test_a_day_is_planned_and_taken_away_again() -> None:
    plan = Plan(routine="r", days=("fri",))
    assert toggled(plan, MONDAY_DAY).days == ("mon", "fri")
    assert toggled(toggled(plan, MONDAY_DAY), MONDAY_DAY) == plan
