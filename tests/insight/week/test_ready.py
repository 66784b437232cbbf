import datetime as dt
from zoneinfo import ZoneInfo

from backcare_tui.guidance.agenda import agenda
from backcare_tui.insight.week.ready import week_to_look_at
from tests.conftest import FrozenClock
from tests.for_each import for_each
from tests.insight.week.week_of import WEEK, diary, pain

SUNDAY = dt.datetime(2026, 11, 22, 17, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@for_each(
    ("now", "offered"),
    [
        (SUNDAY - dt.timedelta(minutes=1), False),
        (SUNDAY, True),
        (SUNDAY + dt.timedelta(hours=7), True),
        (SUNDAY + dt.timedelta(hours=30, minutes=59), True),
        (SUNDAY + dt.timedelta(hours=31), False),
    ],
)
def test_the_week_is_offered_from_sunday_evening_until_monday_night(
    now: dt.datetime, *, offered: bool
) -> None:
    clock = FrozenClock(now)
    repository = diary(pain(2, 4), clock=clock)
    assert (week_to_look_at(repository, clock) == WEEK) is offered
    assert ("week" in [item.id for item in agenda(repository, clock)]) is offered


def test_a_week_of_nothing_or_one_that_was_looked_at_is_not_offered() -> None:
    clock = FrozenClock(SUNDAY)
    assert week_to_look_at(diary(clock=clock), clock) is None
    repository = diary(pain(2, 4), clock=clock)
    repository.set("week_looked", WEEK)
    assert week_to_look_at(repository, clock) is None


def test_a_week_that_begins_on_sunday_is_offered_on_saturday_evening() -> None:
    clock = FrozenClock(SUNDAY - dt.timedelta(days=1))
    repository = diary(pain(2, 4), clock=clock)
    repository.set("week_start", "sun")
    assert week_to_look_at(repository, clock) == WEEK - dt.timedelta(days=1)
