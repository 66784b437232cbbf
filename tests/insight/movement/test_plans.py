import datetime as dt

import pytest

from backcare_tui.diary.records.plan import Plan
from backcare_tui.insight.movement.plans import planned_on, planned_routines
from backcare_tui.library.routines import programs
from tests.conftest import MONDAY

TODAY = MONDAY.date()


def test_routines_are_planned_on_their_weekdays_in_the_order_of_the_day() -> None:
    late = Plan(routine="late", days=("mon",), time="21:00")
    early = Plan(routine="early", days=("mon", "tue"), time="07:00")
    whenever = Plan(routine="whenever", days=("mon",))
    other_day = Plan(routine="other", days=("tue",))
    massage = Plan(treatment="massage", days=("mon",))
    plans = (late, whenever, other_day, massage, early)
    assert planned_routines(plans, TODAY) == (early, late, whenever)


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [(0, 0, True), (1, None, False), (None, -1, False), (-3, 3, True), (None, None, True)],
)
def test_a_plan_holds_from_its_first_day_to_its_last(
    since: int | None, until: int | None, *, holds: bool
) -> None:
    first, last = (
        None if days is None else TODAY + dt.timedelta(days=days) for days in (since, until)
    )
    plan = Plan(routine="r", days=("mon",), since=first, until=last)
    assert bool(planned_routines((plan,), TODAY)) is holds


def test_a_program_is_planned_on_no_day() -> None:
    plan = Plan(routine=programs()[0].id, days=("mon",))
    assert planned_routines((plan,), TODAY) == ()


def test_what_two_plans_mean_for_one_day_counts_twice() -> None:
    plans = (Plan(routine="r", days=("mon", "tue")), Plan(routine="r", days=("mon",)))
    days = (TODAY, TODAY + dt.timedelta(days=1), TODAY + dt.timedelta(days=2))
    assert planned_on(plans, days) == {"r": 3}
