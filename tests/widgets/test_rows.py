from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.message import Message

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.columns import (
    ListColumn,
    ListRow,
    RowSource,
    draw_lines,
    draw_row,
    nearest_enabled,
    widths_within,
)
from backcare_tui.widgets.folds import FoldedLine
from backcare_tui.widgets.rows import Rows

COLUMNS = (ListColumn(2), ListColumn(), ListColumn(5, "right"))


def row(number: int) -> ListRow:
    return ListRow(f"k{number}", ("·", f"row {number}", f"{number}"))


class Listing(App[None]):
    def __init__(self, make: Callable[[], Rows]) -> None:
        super().__init__()
        self.make = make
        self.seen: list[tuple[str, str]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield self.make()

    def note(self, message: Message, key: str) -> None:
        self.seen.append((type(message).__name__, key))

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        assert event.control in self.query(Rows)
        self.note(event, event.row.key)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        assert event.control in self.query(Rows)
        self.note(event, event.row.key)

    @property
    def list(self) -> Rows:
        return self.query_one(Rows)

    def line(self, y: int) -> str:
        return self.list.render_line(y).text


def listing(rows: RowSource, empty: str = "") -> Listing:
    return Listing(lambda: Rows(rows, columns=COLUMNS, empty=empty))


TEN = tuple(row(number) for number in range(10))


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 30)), min_size=1, max_size=6),
    st.integers(0, 120),
)
def test_fluid_columns_share_exactly_what_the_fixed_ones_leave(
    widths: list[int | None], width: int
) -> None:
    given_widths = widths_within([ListColumn(each) for each in widths], width)
    fixed = sum(each or 0 for each in widths) + len(widths) - 1
    if None in widths:
        assert sum(given_widths) + len(widths) - 1 == max(width, fixed)
    assert all(mine == theirs for mine, theirs in zip(given_widths, widths, strict=True) if theirs)


@given(st.lists(st.text(max_size=40), max_size=3), st.integers(0, 60))
def test_a_row_takes_exactly_its_width_whatever_is_written(cells: list[str], width: int) -> None:
    line = draw_row(cells, COLUMNS, width)
    assert line.cell_length == width
    assert "\x1b" not in line.plain
    assert "\n" not in line.plain


def test_cells_line_up_and_long_ones_end_with_an_ellipsis() -> None:
    assert draw_row(("·", "a long walk home", "8:12"), COLUMNS, 20).plain == "·  a long wal…  8:12"


def test_a_heading_runs_over_all_columns() -> None:
    assert draw_row(("Monday 23 November",), COLUMNS, 20).plain == "Monday 23 November  "


def test_markup_in_a_cell_is_shown_as_written() -> None:
    assert draw_row(("", "[/] [b] x", ""), COLUMNS, 30).plain.startswith("   [/] [b] x")


@given(st.lists(st.booleans(), max_size=12), st.integers(-3, 15), st.sampled_from((-1, 1)))
def test_the_cursor_stands_only_where_it_may(enabled: list[bool], start: int, step: int) -> None:
    rows = [ListRow(str(at), (), enabled=able) for at, able in enumerate(enabled)]
    found = nearest_enabled(rows, start, 1 if step > 0 else -1)
    assert rows[found].enabled if any(enabled) else found == -1


async def test_arrows_letters_and_ends_move_over_headings() -> None:
    rows = (
        ListRow("h", ("Today",), enabled=False),
        *TEN[:2],
        ListRow("i", ("Sun",), enabled=False),
        TEN[2],
    )
    app = listing(rows)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.list.row == TEN[0]
        await pilot.press("down", "j")
        assert app.list.row == TEN[2]
        await pilot.press("k")
        assert app.list.row == TEN[1]
        await pilot.press("home", "up")
        assert app.list.row == TEN[0]
        await pilot.press("end", "down")
        assert app.list.row == TEN[2]
        await pilot.press("enter")
        await pilot.pause()
    assert app.seen == [
        ("Highlighted", "k0"),
        ("Highlighted", "k1"),
        ("Highlighted", "k2"),
        ("Highlighted", "k1"),
        ("Highlighted", "k0"),
        ("Highlighted", "k2"),
        ("Chosen", "k2"),
    ]


async def test_the_first_click_selects_and_the_next_one_chooses() -> None:
    app = listing(TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Rows, offset=(5, 4))
        await pilot.click(Rows, offset=(5, 4))
        await pilot.click(Rows, offset=(5, 20))
        await pilot.pause()
    assert app.seen == [("Highlighted", "k0"), ("Highlighted", "k4"), ("Chosen", "k4")]


async def test_one_click_on_the_button_of_a_row_goes_there_and_chooses() -> None:
    app = listing((TEN[0], ListRow("water", ("w", "Water", "3 of 8"), button=7)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Rows, offset=(8, 1))
        await pilot.pause()
        assert app.seen[1:] == [("Highlighted", "water")]
        await pilot.press("up")
        await pilot.click(Rows, offset=(7, 1), times=2)
        await pilot.pause()
    assert app.seen[3:] == [("Highlighted", "water"), ("Chosen", "water")]


async def test_beside_its_name_a_row_is_gone_to_first() -> None:
    app = listing(TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Rows, offset=(0, 4))
        await pilot.pause()
    assert app.seen[1:] == [("Highlighted", "k4")]


class Decade:
    """Ten years of rows that counts which were made."""

    def __init__(self) -> None:
        self.made: set[int] = set()

    def __len__(self) -> int:
        return 3650

    def __getitem__(self, index: int) -> ListRow:
        self.made.add(index)
        return row(index)

    def position(self, key: str) -> int | None:
        number = int(key.removeprefix("k"))
        return number if number < 3650 else None


async def test_ten_years_make_only_the_rows_in_view() -> None:
    decade = Decade()
    app = listing(decade)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert len(decade.made) <= 30
        await pilot.press("end")
        await pilot.pause()
        assert app.list.cursor == 3649
        assert "row 3649" in app.line(23)
        assert len(decade.made) <= 60
        assert app.list.select("k2000")
        await pilot.pause()
        assert not app.list.select("k9999")
        assert "row 2000" in app.line(app.list.cursor - app.list.scroll_offset.y)
        await pilot.press("pageup")
        assert app.list.cursor == 2000 - 23
        assert len(decade.made) <= 120


async def test_the_wheel_scrolls_without_moving_the_cursor() -> None:
    app = listing(tuple(row(number) for number in range(100)))
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.scroll_down(animate=False)
        await pilot.pause()
        assert app.list.cursor == 0
        assert app.list.scroll_offset.y > 0


async def test_the_cursor_stays_on_its_key_when_rows_come_and_go() -> None:
    app = listing(TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.select("k5")
        app.list.rows = (row(77), *TEN)
        await pilot.pause()
        assert app.list.row == TEN[5]
        app.list.rows = (*TEN[:5], *TEN[6:])
        await pilot.pause()
        assert app.list.row == TEN[7]
        app.list.rows = ()
        await pilot.pause()
        assert app.list.cursor == -1
        await pilot.press("down", "enter", "home", "pagedown")
    assert app.seen == [("Highlighted", "k0"), ("Highlighted", "k5"), ("Highlighted", "k7")]


async def test_replaced_rows_are_drawn_anew_even_when_only_their_color_changed() -> None:
    app = listing((ListRow("a", ("", Content("four"), "")),))
    async with app.run_test(size=(80, 24)) as pilot:
        app.list.rows = (ListRow("a", ("", Content.styled("four", "underline"), "")),)
        await pilot.pause()
        drawn = {segment.text: segment.style for segment in app.list.render_line(0)}
        style = drawn["four"]
        assert style is not None
        assert style.underline


async def test_the_cursor_is_marked_by_shape_and_more_quietly_without_focus() -> None:
    app = listing(TEN)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.line(0).startswith("▌·")
        assert app.line(1).startswith(" ·")
        app.list.blur()
        await pilot.pause()
        assert app.line(0).startswith("▏·")


async def test_an_empty_list_says_what_will_be_seen_here() -> None:
    app = listing((), empty="Nothing is logged yet. Press n to write down how your back feels.")
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        assert app.line(0).startswith(" Nothing is logged yet.")
        assert "feels." in app.line(1)


class FittingList(Listing):
    CSS = "Rows { height: auto; }"


async def test_a_list_of_its_own_height_grows_and_shrinks_with_its_rows() -> None:
    app = FittingList(lambda: Rows(TEN[:3], columns=COLUMNS, empty="Nothing is here yet."))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.list.size.height == 3
        app.list.rows = TEN
        await pilot.pause()
        assert app.list.size.height == 10
        app.list.rows = ()
        await pilot.pause()
        assert app.list.size.height == 1
        assert app.line(0).strip() == "Nothing is here yet."


@pytest.mark.parametrize(("width", "grown"), [(20, 10), (37, 14), (60, 18), (200, 26)])
def test_a_column_that_may_grow_takes_a_part_of_the_room(width: int, grown: int) -> None:
    columns = (ListColumn(5), ListColumn(10, most=26), ListColumn())
    widths = widths_within(columns, width)
    assert widths[:2] == (5, grown)
    assert sum(widths) + 2 == width


LONG = "a walk along the river and home"


def test_what_is_too_long_goes_on_below_itself_in_its_column() -> None:
    lines = draw_lines(("·", LONG, "8:12"), COLUMNS, 24, most=3)
    assert [line.plain for line in lines] == [
        "·  a walk along     8:12",
        "   the river and        ",
        "   home                 ",
    ]
    assert (
        draw_lines(("·", LONG, ""), COLUMNS, 24, most=2)[1].plain.rstrip() == "   the river and …"
    )


async def test_rows_are_folded_where_all_of_them_stay_in_view() -> None:
    rows = (ListRow("a", ("·", LONG, "1")), ListRow("b", ("·", LONG, "2")), row(3))
    app = listing(rows)
    async with app.run_test(size=(25, 6)) as pilot:
        shown = [app.line(y)[4:20].strip() for y in range(6)]
        # Three lines are free: each row that needs one has a second before any has a third.
        assert shown == [
            *("a walk along", "the river and", "home"),
            *("a walk along", "the river and …", "row 3"),
        ]
        await pilot.click(Rows, offset=(5, 2))
        assert app.list.row == rows[0]
        await pilot.click(Rows, offset=(5, 5))
        assert app.list.row == rows[2]
        # Painted before it is folded for the width that it has by now.
        app.list._folds = tuple(FoldedLine(0, number, 9) for number in range(9))
        assert not app.line(5).strip()
        await pilot.resize_terminal(25, 3)
        await pilot.pause()
        assert app.line(0)[4:20].strip() == "a walk along t…"
