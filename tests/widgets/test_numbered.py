"""Answers with a digit before each: what a click on one does."""

from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.numbered import Numbered, NumberedLine


class Asking(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.picked: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield Numbered()

    def on_mount(self) -> None:
        self.query_one(Numbered).answers = (
            NumberedLine("How was it?"),
            NumberedLine("Good", 1),
            NumberedLine("Bad", 2),
        )

    def on_numbered_picked(self, event: Numbered.Picked) -> None:
        self.picked.append(event.number)


async def test_a_double_click_answers_once_as_the_next_question_may_stand_there_by_then() -> None:
    app = Asking()
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.click(Numbered, offset=(6, 2), times=2)
        assert app.picked == [2]
        await pilot.click(Numbered, offset=(6, 0))
        assert app.picked == [2]
