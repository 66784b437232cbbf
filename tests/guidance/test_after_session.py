"""What is said of the week once a session is done."""

import datetime as dt

from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.diary.values import WeekdayWord
from backcare_tui.guidance.after_session import place_in_week
from tests.conftest import MONDAY, FrozenClock
from tests.guidance.test_agenda import diary

SUNDAY = MONDAY - dt.timedelta(days=1)


def next_after(walked: dt.datetime, meant: WeekdayWord) -> str:
    """What comes next after a walk in a week that began on Sunday, with one walk meant in it."""
    walk = PlanLine(kind="walk", id="walk", minutes=6, days=(meant,), why="")
    session = Session(at=walked, routine="walk", done_s=360)
    repository = diary(WeekPlan(week=SUNDAY.date(), minutes_a_day=10, lines=(walk,)), session)
    repository.set("week_start", "sun")
    return place_in_week(repository, FrozenClock(walked), session).next


def test_what_is_done_for_this_week_comes_again_only_in_the_next_one() -> None:
    saturday = SUNDAY + dt.timedelta(days=6)
    assert next_after(saturday, "sun") == "A Walk · 6 min · Sun"
    assert not next_after(SUNDAY, "mon")
