"""Words to read, in one column or in two."""

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.sheet import MEASURE, Entry, Sheet

TALE = "one word after another " * 20


class Reading(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        entries = tuple(Entry("", (Content(f"{number}. {TALE}"),)) for number in range(12))
        yield VerticalScroll(Sheet(entries))


async def test_what_is_long_is_seen_whole_in_two_columns_where_there_is_room() -> None:
    app = Reading()
    shown: dict[Size, tuple[bool, int]] = {}
    async with app.run_test(size=(80, 40)) as pilot:
        for size in (Size(80, 40), Size(200, 60), Size(200, 50), Size(200, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            lines = app.query_one(Sheet).render().plain.splitlines()
            is_in_two = any(line.startswith("0.") and " 6. " in line for line in lines)
            shown[size] = (is_in_two, max(map(len, lines)))
    assert [is_in_two for is_in_two, _ in shown.values()] == [False, True, True, False]
    assert shown[Size(200, 20)][1] <= MEASURE


class Empty(Reading):
    def compose(self) -> ComposeResult:
        yield VerticalScroll(Sheet())


async def test_before_it_has_words_a_low_and_wide_window_shows_none() -> None:
    app = Empty()
    async with app.run_test(size=(200, 6)):
        assert app.query_one(Sheet).render().plain == ""
