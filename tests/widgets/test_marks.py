"""Lines to mark: what a click on a box does."""

from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.marks import Marks


class Marking(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield Marks({"": [("reflux", "Reflux or heartburn"), ("asthma", "Asthma")]})


async def test_a_double_click_on_a_box_marks_it_once_and_a_later_click_takes_it_away() -> None:
    app = Marking()
    async with app.run_test(size=(80, 10)) as pilot:
        marks = app.query_one(Marks)
        for y, id_ in ((1, "asthma"), (0, "reflux")):
            await pilot.click(Marks, offset=(2, y), times=2)
            assert marks.marked == {id_}
            await pilot.click(Marks, offset=(2, y))
            assert not marks.marked
