"""The calendar of a year: a sign for each day, and none for what is not known."""

import datetime as dt

import pytest
from textual.app import App, ComposeResult
from textual.message import Message

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import DAY, LongerTimes
from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.charts.day_messages import DayLooked, DayOpened
from backcare_tui.widgets.charts.year import HALF, YEAR, YearCalendar, weeks_within
from backcare_tui.widgets.charts.year_drawing import NOTHING, Measure, look_of, mean_of
from tests.for_each import for_each

TODAY = dt.date(2026, 11, 23)
"""A Monday."""
BETWEEN = (TODAY - DAY * 25 * 7, TODAY + DAY * 6)


def day(**figures: float | None) -> DayFigures:
    return DayFigures(TODAY, **figures)  # type: ignore[arg-type]  # whole numbers are floats too


@for_each(
    ("measure", "figures", "sign"),
    [
        ("pain", day(pain=0), "0"),
        ("pain", day(pain=4.4), "4"),
        ("pain", day(pain=10), "10"),
        ("sleep", day(asleep_min=0), "0"),
        ("sleep", day(asleep_min=479), "7"),
        ("sleep", day(asleep_min=660), "11"),
        ("movement", day(pain=3), "-"),
        ("movement", day(sessions=1), "+"),
        ("movement", day(sessions=1, moved_min=0), "▂"),
        ("movement", day(sessions=1, moved_min=10), "▄"),
        ("movement", day(sessions=2, moved_min=90), "█"),
    ],
)
def test_a_day_has_a_sign(measure: Measure, figures: DayFigures, sign: str) -> None:
    assert look_of(figures, measure).sign == sign


@pytest.mark.parametrize(
    ("measure", "figures"),
    [("pain", None), ("pain", day(asleep_min=400)), ("sleep", day(pain=0)), ("movement", None)],
)
def test_no_entry_is_not_zero(measure: Measure, figures: DayFigures | None) -> None:
    assert look_of(figures, measure) == NOTHING
    assert look_of(day(pain=0), "pain") != NOTHING


def test_the_figure_of_a_month_is_a_mean_or_a_sum() -> None:
    days = [day(pain=2, asleep_min=400, sessions=1, moved_min=10), day(pain=5, moved_min=20)]
    assert mean_of(days, "pain") == "3.5"
    assert mean_of(days, "sleep") == "6:40"
    assert mean_of(days, "movement") == "30"
    assert {mean_of([], "pain"), mean_of([], "sleep"), mean_of([], "movement")} == {""}


def test_hours_are_carried_where_minutes_round_up() -> None:
    assert mean_of([day(asleep_min=420), day(asleep_min=419)] * 2, "sleep") == "7:00"


def test_a_year_is_shown_where_it_fits_else_half_of_it() -> None:
    assert weeks_within(110) == YEAR
    assert weeks_within(109) == HALF
    assert weeks_within(56) == HALF
    assert weeks_within(30) == 13
    assert weeks_within(0) == 1


class Alone(App[None]):
    """One calendar, and what it says."""

    def __init__(self, times: LongerTimes, at: dt.date = TODAY) -> None:
        super().__init__()
        self.times, self.at = times, at
        self.said: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield YearCalendar("pain")

    def on_mount(self) -> None:
        calendar = self.query_one(YearCalendar)
        calendar.show(self.times, BETWEEN, self.at)
        calendar.focus()

    def on_day_looked(self, event: DayLooked) -> None:
        self.said.append(event)

    def on_day_opened(self, event: DayOpened) -> None:
        self.said.append(event)

    def rows(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]


def diary(days: dict[dt.date, float], first: dt.date = BETWEEN[0]) -> LongerTimes:
    return LongerTimes(
        {at: DayFigures(at, pain=pain) for at, pain in days.items()}, (), (first, TODAY)
    )


async def test_each_day_stands_in_its_week_and_row_and_days_to_come_are_blank() -> None:
    app = Alone(diary({TODAY: 7, TODAY - DAY: 0, TODAY - DAY * 8: 10}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = app.rows()
    assert rows[2].startswith("Mon")
    assert rows[2].endswith("· · 7")
    assert rows[3].endswith("· ·")
    assert len(rows[2]) == len(rows[3]) + 2
    assert rows[8].endswith("·10 0")
    assert rows[9].split() == ["avg", "5.7"]


async def test_a_week_outside_the_usual_range_is_marked_beneath_its_column() -> None:
    steady = {TODAY - DAY * back: 4.0 + back // 7 % 2 / 2 for back in range(1, 7 * 25)}
    high = {TODAY - DAY * back: 9.0 for back in range(1, 8)}
    for pains, sign in ((steady, []), (steady | high, ["▲"])):
        app = Alone(diary(pains))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            row = app.rows()[10]
            assert row.split() == sign
            assert not sign or row.index("▲") == len(app.rows()[8]) - 1


async def test_months_are_named_over_their_first_week() -> None:
    app = Alone(diary({TODAY: 7}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.rows()[1].split() == ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]


async def test_the_rows_follow_the_first_day_of_the_week() -> None:
    app = Alone(diary({TODAY: 7}))
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(YearCalendar).show(app.times, (BETWEEN[0] - DAY, BETWEEN[1] - DAY), TODAY)
        await pilot.pause()
        rows = app.rows()
    assert rows[2].startswith("Sun")
    assert rows[3].endswith(" 7")


async def test_arrows_go_by_days_and_weeks_and_enter_opens() -> None:
    at = TODAY - DAY * 30
    app = Alone(diary({TODAY: 7}), at)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up", "down", "left", "right", "home", "end", "enter")
    assert app.said == [
        DayLooked(at - DAY),
        DayLooked(at + DAY),
        DayLooked(at - DAY * 7),
        DayLooked(at + DAY * 7),
        DayLooked(BETWEEN[0]),
        DayLooked(TODAY),
        DayOpened(at),
    ]


async def test_the_pointer_looks_at_a_day_but_not_at_one_to_come() -> None:
    app = Alone(diary({TODAY: 7}))
    async with app.run_test(size=(80, 24)) as pilot:
        cells = (80 - 4) // 26
        await pilot.hover(YearCalendar, offset=(4 + cells * 24 + 1, 3))
        await pilot.hover(YearCalendar, offset=(4 + cells * 25 + 1, 4))
    assert app.said == [DayLooked(TODAY - DAY * 6)]
