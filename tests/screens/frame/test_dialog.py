"""What all dialogs have in common: the way back by a click beside them."""

from textual.app import App
from textual.binding import Binding
from textual.events import Click

from backcare_tui.screens.frame.dialog import Dialog


class Asked(Dialog[None]):
    BINDINGS = [Binding("escape", "dismiss", "Close")]


async def test_the_second_of_a_double_click_that_opened_it_does_not_close_it() -> None:
    app = App[None]()
    async with app.run_test() as pilot:
        await app.push_screen(Asked())
        for chain, is_open in ((2, True), (1, False)):
            click = Click(app.screen, 0, 0, 0, 0, 1, False, False, False, chain=chain)  # noqa: FBT003 - Textual's
            app.screen.post_message(click)
            await pilot.pause()
            await pilot.pause()
            assert isinstance(app.screen, Asked) == is_open
