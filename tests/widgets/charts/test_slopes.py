import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from backcare_tui.widgets.charts.slopes import Slope, Slopes, draw_slopes

FIRST = dt.date(2026, 11, 2)


def slope(before: int | None, after: int | None, day: int = 0) -> Slope:
    return Slope(FIRST + dt.timedelta(days=day), before, after)


def drawn(slopes: list[Slope], width: int = 40, height: int = 6) -> list[str]:
    return ["".join(mark.char for mark in row) for row in draw_slopes(slopes, width, height)]


def test_each_slope_has_its_digits_and_its_day() -> None:
    text = "\n".join(drawn([slope(6, 3), slope(10, 0, 1)]))
    assert {"6", "3", "10", "0"} <= set(text.replace("\u2800", " ").translate(WITHOUT_DOTS).split())
    assert "2 Nov" in text
    assert "3 Nov" in text


WITHOUT_DOTS = dict.fromkeys(range(10240, 10496), " ")


def row_of(rows: list[str], digit: str) -> int:
    return next(number for number, row in enumerate(rows) if digit in row)


def test_less_pain_afterward_goes_down_and_more_goes_up() -> None:
    better, worse = drawn([slope(6, 3)]), drawn([slope(3, 6)])
    assert row_of(better, "6") < row_of(better, "3")
    assert row_of(worse, "6") < row_of(worse, "3")
    assert better[row_of(better, "6")].index("6") < better[row_of(better, "3")].index("3")
    assert worse[row_of(worse, "6")].index("6") > worse[row_of(worse, "3")].index("3")


def test_the_same_pain_is_a_level_line() -> None:
    rows = drawn([slope(4, 4)])
    assert rows[0].count("4") == 2


@pytest.mark.parametrize(("before", "after"), [(4, None), (None, 4), (None, None)])
def test_what_was_not_stated_is_a_dot_and_never_zero(before: int | None, after: int | None) -> None:
    rows = drawn([slope(before, after), slope(8, 2, 1)], width=16)
    first = [row[:7] for row in rows[:-1]]
    text = "".join(first)
    assert "0" not in text
    assert text.count("·") == (before is None) + (after is None)
    assert not any(0x2801 <= ord(char) < 0x2900 for char in text)


def test_the_latest_are_kept_where_there_is_little_room() -> None:
    rows = drawn([slope(5, 4, day) for day in range(12)], width=20)
    assert rows[-1].split() == ["10", "11", "12", "13"]


def test_too_little_room_draws_nothing() -> None:
    assert draw_slopes([slope(5, 4)], 2, 6) == ()
    assert draw_slopes([slope(5, 4)], 20, 2) == ()
    assert draw_slopes([], 20, 6) == ()


numbers = st.none() | st.integers(0, 10)


@given(
    st.lists(st.builds(slope, numbers, numbers, st.integers(0, 400)), max_size=20),
    st.integers(0, 120),
    st.integers(0, 30),
)
def test_a_drawing_keeps_within_its_room(slopes: list[Slope], width: int, height: int) -> None:
    rows = draw_slopes(slopes, width, height)
    assert len(rows) in {0, height}
    assert all(len(row) <= width for row in rows)


class Shown(App[None]):
    def compose(self) -> ComposeResult:
        yield Slopes(empty="Nothing yet.")


async def test_the_empty_chart_says_what_will_be_seen() -> None:
    async with Shown().run_test(size=(30, 8)) as pilot:
        chart = pilot.app.query_one(Slopes)
        assert "Nothing yet." in chart.render().plain
        chart.slopes = (slope(6, 3),)
        await pilot.pause()
        assert "6" in chart.render().plain
