"""The chart of longer times: what is drawn where, dates that never overprint, and the mark."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import DAY, LongerTimes
from backcare_tui.insight.longer.marks import Mark
from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.charts.date_axis import as_line, date_line, month_line, placed
from backcare_tui.widgets.charts.day_messages import DayLooked, DayOpened, TimeMoved, TimeZoomed
from backcare_tui.widgets.charts.inked import InkedGrid
from backcare_tui.widgets.charts.long import STYLES, LongChart
from backcare_tui.widgets.charts.long_drawing import EDGE, draw_long, laid_out

TODAY = dt.date(2026, 11, 22)
FIRST = TODAY - DAY * 27
FOUR_WEEKS = (FIRST, TODAY)


def times(
    days: dict[int, tuple[float | None, int | None]], *marks: Mark, kept: int = 27
) -> LongerTimes:
    """A diary whose days are numbered from the first one on."""
    first = TODAY - DAY * kept
    figures = {
        first + DAY * n: DayFigures(
            first + DAY * n,
            pain=pain,
            best=None if pain is None else int(pain),
            worst=None if pain is None else int(pain),
            asleep_min=asleep,
        )
        for n, (pain, asleep) in days.items()
    }
    return LongerTimes(figures, marks, (first, TODAY))


def texts(grid: InkedGrid) -> list[str]:
    return ["".join(cell.char for cell in row) for row in grid]


KNOWN = st.dictionaries(
    st.integers(0, 400),
    st.tuples(st.one_of(st.none(), st.floats(0, 10)), st.one_of(st.none(), st.integers(0, 960))),
)


@given(KNOWN, st.integers(20, 200), st.integers(3, 40), st.integers(0, 400))
def test_the_grid_fills_its_box_exactly_with_known_inks(
    days: dict[int, tuple[float | None, int | None]], width: int, height: int, at: int
) -> None:
    of = times(days, kept=400)
    drawn = laid_out(of, of.bounds, width, height)
    number = drawn.number_of(of.bounds[0] + DAY * at)
    grid = draw_long(drawn, width, number)
    assert len(grid) == max(height, 2)
    assert {len(row) for row in grid} == {width}
    assert {cell.ink for row in grid for cell in row} <= set(STYLES)


@given(KNOWN, st.integers(40, 200), st.integers(6, 40))
def test_what_is_not_known_is_left_open(
    days: dict[int, tuple[float | None, int | None]], width: int, height: int
) -> None:
    of = times(days, kept=400)
    drawn = laid_out(of, of.bounds, width, height)
    grid = draw_long(drawn, width, None)
    for number, each in enumerate(drawn.bins):
        if each.pain is None and each.asleep_min is None:
            cells = [drawn.margin + x for x in drawn.cells(number)]
            assert {row[x].char for row in grid[: drawn.plot.rows] for x in cells} == {" "}


def swinging(*last: float) -> LongerTimes:
    """Twelve weeks about 4, then weeks of these; the last of them is that of TODAY, a Sunday."""
    weeks = (*(4, 4.5) * 6, *last)
    pain = {7 * number + at: (mean, None) for number, mean in enumerate(weeks) for at in range(7)}
    return times(dict(pain), kept=7 * len(weeks) - 1)


def test_the_usual_range_is_a_band_and_a_week_outside_it_has_a_sign_of_its_own() -> None:
    of = swinging(4, 4, 9, 0)
    drawn = laid_out(of, FOUR_WEEKS, 80, 16)
    rows = texts(draw_long(drawn, 80, None))
    assert drawn.has_band()
    edges = [number for number, row in enumerate(rows) if EDGE in row]
    assert 0 < min(edges) < max(edges) < drawn.plot.rows - 1
    assert rows[drawn.plot.rows].split() == ["▲", "▼"]
    assert [drawn.outside.index(sign) for sign in "▲▼"] == [17, 24]
    assert "".join(drawn.outside) == "▲▼"


def test_where_nothing_is_usual_yet_no_row_is_lost() -> None:
    drawn = laid_out(times({3: (9, 400)}), FOUR_WEEKS, 80, 16)
    assert not drawn.has_band()
    assert drawn.plot.rows == 15


def test_a_longer_bin_with_weeks_on_both_sides_says_both() -> None:
    drawn = laid_out(swinging(4, 4, 9, 0), (FIRST, TODAY), 9, 16)
    assert "".join(drawn.outside) == "◆"


def test_a_bin_stands_where_the_pointer_finds_it() -> None:
    for width in (30, 76, 116, 196):
        drawn = laid_out(times({}), FOUR_WEEKS, width, 12)
        for number in range(len(drawn.bins)):
            assert drawn.bin_at(drawn.margin + drawn.middle(number)) == number
        assert drawn.bin_at(-5) == 0
        assert drawn.bin_at(width + 5) == len(drawn.bins) - 1


def test_twelve_weeks_are_days_where_there_is_room_and_two_days_where_not() -> None:
    of = times({}, kept=83)
    assert laid_out(of, of.bounds, 116, 12).size.name == "a day"
    assert laid_out(of, of.bounds, 74, 12).size.name == "2 days"


def test_ten_years_are_months() -> None:
    of = times({}, kept=3650)
    assert laid_out(of, of.bounds, 190, 12).size.name == "a month"
    assert laid_out(of, of.bounds, 74, 12).size.name == "2 months"


def test_the_mark_of_the_day_goes_from_top_to_bottom_past_bars_and_line() -> None:
    of = times(dict.fromkeys(range(28), (4.0, 480)))
    drawn = laid_out(of, FOUR_WEEKS, 76, 12)
    grid = draw_long(drawn, 76, 20)
    column = [row[drawn.margin + drawn.middle(20)] for row in grid[: drawn.plot.rows]]
    assert sum(cell.char == "│" for cell in column) >= drawn.plot.rows - 2
    assert any(cell.ink.startswith("line here") for cell in column)


def test_marks_stand_below_their_day_and_begun_ones_come_first() -> None:
    day = FIRST + DAY * 9
    marks = (Mark(day, "massage", "massage"), Mark(day, "course", "course of massage begun"))
    drawn = laid_out(times({}, *marks), FOUR_WEEKS, 76, 12)
    row = texts(draw_long(drawn, 76, None))[-1]
    assert row.split() == ["C"]
    assert row.index("C") == drawn.margin + drawn.middle(9)


def test_where_a_column_is_long_only_what_began_is_marked() -> None:
    marks = (
        Mark(TODAY - DAY * 700, "course", "course of massage begun"),
        Mark(TODAY - DAY * 300, "massage", "massage"),
        Mark(TODAY - DAY * 200, "flare", "flare-up"),
    )
    of = times({}, *marks, kept=900)
    drawn = laid_out(of, of.bounds, 76, 12)
    assert texts(draw_long(drawn, 76, None))[-1].split() == ["C"]


LABELS = st.lists(st.tuples(st.integers(0, 100), st.sampled_from(["Jan", "2026", "26 Oct"])))


@given(LABELS, st.integers(0, 100))
def test_labels_never_overprint_nor_run_out(labels: list[tuple[int, str]], width: int) -> None:
    kept = placed(labels, width)
    ends = [start + len(words) for start, words in kept]
    assert all(end < start for end, (start, _) in zip(ends, kept[1:], strict=False))
    assert all(end <= width for end in ends)
    line = as_line(labels, width)
    assert len(line) == width
    assert all(line[start : start + len(words)] == words for start, words in kept)


def test_the_axis_names_weeks_months_or_years_as_there_is_room() -> None:
    def line(days: int, width: int) -> list[str]:
        first = TODAY - DAY * (days - 1)
        return date_line(
            (first, TODAY), lambda day: (day - first).days * width // days, width
        ).split()

    assert line(28, 70) == ["26", "Oct", "2", "Nov", "9", "Nov", "16", "Nov"]
    assert line(400, 70)[-3:] == ["Sep", "Oct", "Nov"]
    assert "2026" in line(400, 70)
    assert line(3650, 70) == [str(year) for year in range(2017, 2027)]


def test_a_short_first_month_gives_way_to_the_next() -> None:
    days = [dt.date(2025, 12, 29) + DAY * 7 * n for n in range(10)]
    assert month_line(days, 2).split() == ["2026", "Feb"]


class Alone(App[None]):
    """One chart, and what it says."""

    CSS = "LongChart { height: 12; }"

    def __init__(self, of: LongerTimes, day: dt.date) -> None:
        super().__init__()
        self.of, self.day = of, day
        self.said: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield LongChart(empty="Nothing yet.")

    def on_mount(self) -> None:
        chart = self.query_one(LongChart)
        chart.show(self.of, self.of.bounds, self.day)
        chart.focus()

    def on_day_looked(self, event: DayLooked) -> None:
        self.said.append(event)

    def on_day_opened(self, event: DayOpened) -> None:
        self.said.append(event)

    def on_time_moved(self, event: TimeMoved) -> None:
        self.said.append(event)

    def on_time_zoomed(self, event: TimeZoomed) -> None:
        self.said.append(event)


async def said_after(of: LongerTimes, day: dt.date, *keys: str) -> list[Message]:
    app = Alone(of, day)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
    return app.said


async def test_the_arrows_look_at_days_and_with_shift_at_weeks() -> None:
    day = TODAY - DAY * 10
    keys = ("left", "right", "shift+left", "ctrl+right", "home", "end", "enter")
    assert await said_after(times({3: (4, 400)}), day, *keys) == [
        DayLooked(day - DAY),
        DayLooked(day + DAY),
        DayLooked(day - DAY * 7),
        DayLooked(day + DAY * 7),
        DayLooked(FIRST),
        DayLooked(TODAY),
        DayOpened(day),
    ]


async def test_in_ten_years_an_arrow_goes_from_column_to_column() -> None:
    of = times({3: (4, 400)}, kept=3650)
    looked = await said_after(of, TODAY, "left")
    assert looked == [DayLooked(dt.date(2026, 10, 31))]


async def at(pilot: Pilot[None], number: int) -> tuple[int, int]:
    drawn = pilot.app.query_one(LongChart).drawn
    assert drawn
    return drawn.margin + drawn.middle(number), 3


async def test_the_pointer_looks_at_a_day_and_two_quick_clicks_open_it() -> None:
    app = Alone(times({3: (4, 400)}), TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.hover(LongChart, offset=await at(pilot, 5))
        assert app.said == [DayLooked(FIRST + DAY * 5)]
        app.said.clear()
        app.query_one(LongChart).cursor = FIRST + DAY * 5
        await pilot.double_click(LongChart, offset=await at(pilot, 5))
        assert app.said == [DayOpened(FIRST + DAY * 5)]


async def test_dragging_moves_by_whole_weeks() -> None:
    app = Alone(times({3: (4, 400)}), TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        x, y = await at(pilot, 5)
        await pilot.mouse_down(LongChart, offset=(x, y))
        await pilot.hover(LongChart, offset=(x + 15, y))
        await pilot.mouse_up(LongChart, offset=(x + 15, y))
        assert TimeMoved(-1) in app.said


async def test_the_wheel_zooms_and_sideways_moves() -> None:
    app = Alone(times({3: (4, 400)}), TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        chart = app.query_one(LongChart)
        for kind in (
            events.MouseScrollUp,
            events.MouseScrollDown,
            events.MouseScrollLeft,
            events.MouseScrollRight,
        ):
            chart.post_message(kind(chart, 5, 5, 0, 0, 0, shift=False, meta=False, ctrl=False))
        await pilot.pause()
    assert app.said == [TimeZoomed(-1), TimeZoomed(1), TimeMoved(-1), TimeMoved(1)]


async def test_an_empty_chart_says_what_it_will_show() -> None:
    app = Alone(times({}), TODAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        assert "Nothing yet." in "".join(strip.text for strip in strips)
