import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from backcare_tui.insight.days import DayFigures
from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.charts.day_plot import BARS, BRAILLE, eighths, hours_at_top, plot_within
from backcare_tui.widgets.charts.inked import InkedGrid
from backcare_tui.widgets.charts.pain_sleep import PainSleepChart, draw_chart

MONDAY = dt.date(2026, 11, 23)


def week(*nights: tuple[float | None, int | None]) -> tuple[DayFigures, ...]:
    return tuple(
        DayFigures(MONDAY + dt.timedelta(at), pain=pain, asleep_min=asleep)
        for at, (pain, asleep) in enumerate(nights)
    )


def texts(grid: InkedGrid) -> list[str]:
    return ["".join(cell.char for cell in row) for row in grid]


def inks(grid: InkedGrid, column: int) -> set[str]:
    return {row[column].ink for row in grid[:-1]} - {""}


SEVERITIES = st.one_of(st.none(), st.floats(0, 10))
DAYS = st.lists(
    st.tuples(SEVERITIES, st.one_of(st.none(), st.integers(0, 1440))), min_size=1, max_size=28
).map(lambda nights: week(*nights))


@given(DAYS, st.integers(1, 120), st.integers(1, 20))
def test_the_grid_is_a_full_rectangle_that_never_leaves_its_box(
    days: tuple[DayFigures, ...], width: int, height: int
) -> None:
    grid = draw_chart(days, width, height)
    assert len({len(row) for row in grid}) == 1
    assert len(grid) <= height
    assert len(grid[0]) <= width


@given(DAYS, st.integers(5, 20))
def test_every_day_without_an_entry_is_left_open(days: tuple[DayFigures, ...], height: int) -> None:
    grid = draw_chart(days, 90, height)
    plot = plot_within(len(days), 90, height - 1, 6)
    for number, day in enumerate(days):
        for x in range(plot.start(number), plot.start(number) + plot.bar):
            drawn = inks(grid, 3 + x)
            if day.pain is None and day.asleep_min is None:
                assert drawn == set()
            elif day.asleep_min is None:
                assert drawn <= {"line"}
            elif day.pain is None:
                assert drawn in ({"bar"}, {"bar", "top"})


def test_weekday_letters_stand_exactly_under_their_bars() -> None:
    days = week(*[(None, 600)] * 7)
    grid = draw_chart(days, 6 + 7 * 2, 6)
    assert texts(grid)[-1][3:-3] == " M T W T F S S"
    bars = texts(grid)[2][3:-3]
    assert [at for at, char in enumerate(bars) if char == "█"] == list(range(1, 14, 2))


def test_only_the_letter_of_today_stands_out() -> None:
    earlier = week(*[(None, 600)] * 6)
    today = MONDAY + dt.timedelta(6)
    letters = draw_chart([*earlier, DayFigures(today)], 20, 6, today)[-1]
    assert [cell.char for cell in letters if cell.ink == "today"] == ["S"]
    assert not any(cell.ink == "today" for cell in draw_chart(earlier, 20, 6, today)[-1])


def test_dense_weeks_name_only_their_mondays() -> None:
    grid = draw_chart(week(*[(3, 400)] * 28), 34, 8)
    assert texts(grid)[-1].split() == ["M"] * 4
    assert texts(grid)[-1].index("M") == 3


def test_zero_is_drawn_and_nothing_is_not() -> None:
    zero = draw_chart(week((0, 0), (None, None)), 40, 8)
    floor = texts(zero)[-2][3:-3]
    day = len(floor) // 2
    assert any(char > chr(BRAILLE) for char in floor[:day])
    assert "▁" in floor[:day]
    assert floor[day:].strip() == ""


def test_the_line_keeps_the_color_of_the_bar_it_crosses() -> None:
    grid = draw_chart(week((5, 600)), 40, 10)
    crossed = {cell.ink for row in grid for cell in row if cell.char > chr(BRAILLE)}
    assert crossed == {"line on bar"}
    alone = draw_chart(week((9, 120)), 40, 10)
    assert {cell.ink for row in alone for cell in row if cell.char > chr(BRAILLE)} == {"line"}


def test_the_line_is_two_dots_thick_and_breaks_at_a_gap() -> None:
    grid = draw_chart(week((5, None), (5, None), (None, None), (5, None)), 6 + 8, 9)
    rows = [row[3:-3] for row in texts(grid)[:-1] if any(char > chr(BRAILLE) for char in row)]
    dots = [sum((ord(char) - BRAILLE).bit_count() for char in row if char > " ") for row in rows]
    assert sum(dots) == 2 * (2 + 3 + 1 + 2)
    assert {row[4:6] for row in rows} == {"  "}


def test_worse_is_higher_on_the_page() -> None:
    heights = []
    for pain in range(11):
        rows = texts(draw_chart(week((pain, None)), 40, 12))
        heights.append(next(at for at, row in enumerate(rows) if max(row) > chr(BRAILLE)))
    assert heights == sorted(heights, reverse=True)
    assert (heights[0], heights[10]) == (10, 0)


def test_the_range_of_a_day_is_drawn_where_there_is_room() -> None:
    day = DayFigures(MONDAY, pain=5, worst=9, best=2)
    rows = texts(draw_chart((day,), 40, 13))
    assert sum(max(row) > chr(BRAILLE) for row in rows) == 9
    small = texts(draw_chart((day,), 40, 5))
    assert sum(max(row) > chr(BRAILLE) for row in small) == 2


def test_both_axes_carry_their_figures() -> None:
    rows = texts(draw_chart(week((3, 400)), 40, 8))
    assert [row[:2].strip() for row in rows] == ["10", "", "", "5", "", "", "0", ""]
    assert [row[-3:].strip() for row in rows[:7]] == ["10h", "", "", "5h", "", "", "0"]
    long = texts(draw_chart(week((3, 11 * 60)), 40, 8))
    assert long[0].endswith("12h")


@given(st.integers(0, 1440), st.integers(1, 20))
def test_a_bar_fits_its_plot_and_is_never_invisible(minutes: int, rows: int) -> None:
    hours = hours_at_top([DayFigures(MONDAY, asleep_min=minutes)])
    assert 1 <= eighths(minutes, hours, rows) <= rows * 8
    assert eighths(None, hours, rows) == 0


def test_a_low_chart_becomes_two_named_strips() -> None:
    days = week((0, 600), (None, None), (10, 300))
    pain, sleep, letters = texts(draw_chart(days, 6 + 3, 3))
    assert pain == "pain  ⣀·⠉"
    assert sleep == f"sleep {BARS[8]}·{BARS[4]}"
    assert letters == "      MTW"
    assert len(draw_chart(days, 9, 2)) == 2


def test_too_many_days_for_the_width_leave_out_the_oldest() -> None:
    grid = draw_chart(week(*[(3, 400)] * 28), 10, 8)
    assert len(grid[0]) == 10


def test_no_days_draw_nothing() -> None:
    assert draw_chart((), 40, 10) == ()
    assert draw_chart(week((3, 400)), 0, 0) == ()


class Charting(App[None]):
    CSS = "PainSleepChart { height: 8; }"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield PainSleepChart()


async def test_the_widget_shows_new_days_in_the_colors_of_the_theme() -> None:
    app = Charting()
    async with app.run_test(size=(40, 24)) as pilot:
        chart = app.query_one(PainSleepChart)
        assert chart.render().plain == ""
        chart.days = week((5, 600), (5, 600))
        await pilot.pause()
        assert chart.render().plain.split("\n") == texts(draw_chart(chart.days, 40, 8))
        grounds = {
            segment.style.bgcolor.name
            for segment in chart.render_line(3)
            if segment.text.strip() and segment.style and segment.style.bgcolor
        }
        assert DEFAULT_VARIABLES["sleep-bar"].lower() in grounds
