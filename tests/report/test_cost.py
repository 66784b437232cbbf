"""What pain cost, from the answers of the weeks: on one line, and nothing where nothing was answered."""

import datetime as dt

from backcare_tui.diary.records.week_plan import WeekAnswer
from backcare_tui.diary.repository import Between
from backcare_tui.report.cost import PainCost, cost_of, say_cost
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY

MON = MONDAY.date()
WEEK = dt.timedelta(days=7)
SPAN: Between = (MON - 3 * WEEK, MON - dt.timedelta(days=1))


def test_the_weeks_of_the_time_are_taken_together(repository: TinyRepository) -> None:
    repository.add(
        WeekAnswer(week=MON - WEEK, days_off=2, given_up="the garden"),
        WeekAnswer(week=MON - 2 * WEEK, days_off=0, given_up="the garden"),
        WeekAnswer(week=MON - 3 * WEEK, given_up="choir"),
        WeekAnswer(week=MON - 4 * WEEK, days_off=5),
        WeekAnswer(week=MON, days_off=1),
        summary="",
    )
    cost = cost_of(repository, SPAN, with_private=False)
    assert cost == PainCost(2, 2, ("choir", "the garden"))
    assert say_cost(cost) == (
        "Days off work or own work for pain: 2 in 2 weeks that were answered. "
        "Given up for pain: choir; the garden."
    )


def test_nothing_is_said_where_neither_was_answered(repository: TinyRepository) -> None:
    repository.add(WeekAnswer(week=MON - WEEK, felt="right"), summary="")
    assert cost_of(repository, SPAN, with_private=True) is None


def test_what_names_a_private_treatment_is_told_only_where_that_is_asked_for(
    repository: TinyRepository,
) -> None:
    repository.add(WeekAnswer(week=MON - WEEK, given_up="my talk therapy"), summary="")
    assert cost_of(repository, SPAN, with_private=False) is None
    assert cost_of(repository, SPAN, with_private=True) == PainCost(0, 0, ("my talk therapy",))
