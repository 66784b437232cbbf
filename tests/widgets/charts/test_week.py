"""The week's chart: the usual range along the axis, and where this week lies on it."""

import datetime as dt

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.usual_weeks import UsualWeek
from backcare_tui.insight.usual import Usual
from backcare_tui.widgets.charts.pain_sleep import AXIS
from backcare_tui.widgets.charts.week import HERE, USUAL, draw_week
from tests.for_each import for_each

MONDAY = dt.date(2026, 11, 16)
DAYS = tuple(DayFigures(MONDAY + dt.timedelta(days=number), pain=5.0) for number in range(7))


def axis(mean: float | None, usual: Usual | None) -> str:
    """The column of the axis that the band is in."""
    grid = draw_week(DAYS, (), (40, 13), None, UsualWeek(MONDAY, mean, usual))
    return "".join(row[AXIS - 1].char for row in grid)


@for_each(("mean", "sign"), [(4.0, HERE[0]), (9.5, HERE[1]), (0.0, HERE[-1])])
def test_where_the_week_lies_has_a_shape(mean: float, sign: str) -> None:
    column = axis(mean, Usual(swing=2, low=3, high=6))
    assert column.count(sign) == 1
    assert set(column) == {" ", USUAL, sign}
    assert (column.index(sign) < column.index(USUAL)) is (mean > 6)


def test_without_a_usual_range_or_a_mean_there_is_nothing_to_hold_against() -> None:
    assert axis(4.0, None).strip() == ""
    assert set(axis(None, Usual(swing=0, low=0, high=0)).strip()) == {USUAL}
