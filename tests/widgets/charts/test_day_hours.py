"""A day by its hours: a mark stands in the cell of its hour, and over its axis."""

from backcare_tui.insight.day_hours import DayHours
from backcare_tui.widgets.charts.day_hours import NAME, draw_hours

DAY = DayHours(
    pains=((8 * 60, 4), (23 * 60 + 59, 10)), in_bed=((0, 360),), sessions=(420,), meals=(1439,)
)


def drawn(day: DayHours, width: int) -> list[str]:
    return ["".join(cell.char for cell in row)[NAME:] for row in draw_hours(day, width)]


def test_an_hour_is_a_cell_where_there_is_room_for_no_more() -> None:
    pain, bed, moved, food, axis = drawn(DAY, NAME + 30)
    assert (pain[8], bed.rstrip(), moved.index("●"), food.index("·")) == ("4", "▅" * 6, 7, 23)
    assert [axis.index(tick) for tick in ("00", "06", "12", "18")] == [0, 6, 12, 18]


def test_every_row_is_as_wide_as_the_axis_even_with_a_ten_before_midnight() -> None:
    assert {len(row) for row in drawn(DAY, NAME + 50)} == {48}


def test_without_room_for_a_cell_an_hour_nothing_is_drawn() -> None:
    assert drawn(DAY, NAME + 23) == []
