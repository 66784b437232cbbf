"""Big figures: as big as the room, told apart, and steady."""

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.player.countdown import TALLEST, Countdown, draw_figures
from backcare_tui.widgets.player.numerals import SEGMENTS, numeral, numeral_width
from tests.for_each import for_each
from tests.screens.seen import lines

FIGURES = "0123456789"
SEVEN = """\
▄▄██     ▄██████▄
▀▀██     ██    ██
  ██     ██    ██
  ██     ██    ██
  ██     ██    ██
  ██     ██    ██
  ██     ▀██████▀"""


@for_each("height", range(6, 37, 2))
def test_no_two_figures_look_alike_at_any_height(height: int) -> None:
    assert len({numeral(sign, height) for sign in FIGURES}) == len(FIGURES)


@for_each("sign", SEGMENTS)
@for_each("height", [5, 6, 14, 36])
def test_a_sign_fills_its_box(sign: str, height: int) -> None:
    cells = numeral(sign, height)
    assert len(cells) == height
    assert {len(row) for row in cells} == {numeral_width(sign, height)}
    if sign != ":":
        assert any(cells[0])
        assert any(cells[-1])


def test_seven_rows_look_like_this() -> None:
    drawn = draw_figures("10", "00", 30, 7)
    assert "\n".join(line[1:].rstrip() for line in drawn) == SEVEN


@given(
    text=st.text(FIGURES + ":", min_size=1, max_size=5),
    columns=st.integers(0, 200),
    rows=st.integers(0, 60),
)
def test_figures_never_leave_their_room(text: str, columns: int, rows: int) -> None:
    drawn = draw_figures(text, "00", columns, rows)
    assert len(drawn) <= min(rows, TALLEST)
    assert all(len(line) <= columns for line in drawn)


def test_figures_keep_their_size_while_they_get_fewer() -> None:
    assert len(draw_figures("10", "00", 30, 9)) == len(draw_figures("9", "00", 30, 9))


def test_without_room_the_text_is_plain() -> None:
    assert draw_figures("12", "00", 40, 2) == ["12"]
    assert draw_figures("12", "00", 5, 9) == ["12"]
    assert draw_figures("a word", "00", 40, 9) == ["a word"]


class Shown(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield Countdown("59")


async def test_it_follows_text_and_size() -> None:
    async with Shown().run_test(size=(40, 9)) as pilot:
        first = lines(pilot)
        pilot.app.query_exactly_one(Countdown).text = "58"
        await pilot.pause()
        assert lines(pilot) != first
        await pilot.resize_terminal(8, 1)
        await pilot.pause()
        assert lines(pilot) == ["   58"]
