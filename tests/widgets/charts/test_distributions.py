"""Two distributions on one axis: bars by how often, a mark at the mean, gaps where nothing was."""

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from backcare_tui.widgets.charts.day_plot import BARS
from backcare_tui.widgets.charts.distributions import (
    MOST_BINS,
    Distributions,
    Sample,
    draw_distributions,
    hours_axis,
    pain_axis,
)

WITH = Sample("days after alcohol", (5, 5, 5, 6, 7, 4))
WITHOUT = Sample("other days", (3, 3, 4, 2, 10))


def drawn(width: int = 44, height: int = 10) -> list[str]:
    lines = draw_distributions((WITH, WITHOUT), pain_axis(), width, height)
    return [line.plain.rstrip() for line in lines]


def test_each_side_says_how_many_days_it_has() -> None:
    lines = drawn()
    assert lines[0] == "6 days after alcohol"
    assert lines[4] == "5 other days"


def test_bars_stand_over_their_values() -> None:
    first, labels = drawn()[2], drawn()[8]
    for severity in (4, 5, 6, 7):
        assert first[labels.index(str(severity))] in BARS[1:]
    for severity in (0, 1, 2, 3):
        assert first[labels.index(str(severity))] == " "


def test_the_most_frequent_value_has_the_highest_bar() -> None:
    top, labels = drawn()[1], drawn()[8]
    assert top[labels.index("5")] == "█"
    assert top.strip("█ ") == ""
    assert top.count("█") == 3


def test_the_mean_is_marked_and_written() -> None:
    assert drawn()[3].strip() == "▲ 5.3"
    assert drawn()[7].strip() == "▲ 4.4"
    labels = drawn()[8]
    assert labels.index("5") <= drawn()[3].index("▲") <= labels.index("6")


def test_a_mean_at_the_end_has_its_number_on_the_other_side() -> None:
    lines = draw_distributions((Sample("days", (10,)),), pain_axis(), 44, 10)
    assert any(line.plain.strip() == "10 ▲" for line in lines)


def test_a_rare_value_is_still_seen() -> None:
    many = Sample("days", (3,) * 400 + (9,))
    lines = [line.plain for line in draw_distributions((many,), pain_axis(), 44, 10)]
    assert "▁" in lines[2]


def test_a_side_without_days_is_empty() -> None:
    lines = draw_distributions((WITH, Sample("other days")), pain_axis(), 44, 10)
    assert lines[4].plain == "0 other days"
    assert not "".join(line.plain for line in lines[5:8]).strip()


def test_hours_have_bins_of_half_an_hour_with_whole_hours_named() -> None:
    axis = hours_axis((5.2, 8.4))
    assert axis.labels == ("5", "", "6", "", "7", "", "8", "")
    assert (axis.bin_of(5.2), axis.bin_of(5.6), axis.bin_of(8.49)) == (0, 1, 6)


def test_hours_far_apart_have_bins_of_whole_hours() -> None:
    axis = hours_axis((2.0, 13.0))
    assert axis.labels == tuple(map(str, range(2, 14)))
    assert axis.step == 1


def test_hours_of_nobody_still_make_an_axis() -> None:
    assert hours_axis(()).labels


@given(hours=st.lists(st.floats(0, 24), max_size=30))
def test_every_hour_lies_in_its_bin(hours: list[float]) -> None:
    axis = hours_axis(hours)
    assert 1 <= len(axis.labels) <= max(MOST_BINS, 25)
    for hour in hours:
        middle = axis.first + axis.bin_of(hour) * axis.step
        assert abs(hour - middle) <= axis.step / 2 + 1e-9


@given(
    values=st.lists(st.floats(0, 10), max_size=60),
    width=st.integers(1, 120),
    height=st.integers(1, 20),
)
def test_nothing_is_wider_than_its_room(values: list[float], width: int, height: int) -> None:
    samples = (Sample("days after a longer night than usual", tuple(values)), WITHOUT)
    for axis in (pain_axis(), hours_axis(values)):
        lines = draw_distributions(samples, axis, width, height)
        if width > 2 * len(axis.labels):
            assert all(line.cell_length <= width for line in lines)


async def test_the_widget_draws_both_sides() -> None:
    class Shown(App[None]):
        def compose(self) -> ComposeResult:
            picture = Distributions()
            picture.samples = (WITH, WITHOUT)
            yield picture

    async with Shown().run_test(size=(44, 12)) as pilot:
        text = pilot.app.query_one(Distributions).render().plain
        assert "6 days after alcohol" in text
        assert "pain, 0 to 10 · ▲ the mean" in text
