from textual.app import App, ComposeResult

from backcare_tui.widgets.sentences import Sentences
from tests.screens.seen import lines

SAID = ("One two three four five.", "Six seven.", "Eight.")


class Told(App[None]):
    def compose(self) -> ComposeResult:
        told = Sentences("more elsewhere")
        told.lines = SAID
        yield told


async def test_what_fits_is_said_whole() -> None:
    async with Told().run_test(size=(40, 3)) as pilot:
        await pilot.pause()
        assert [line.strip() for line in lines(pilot)] == list(SAID)


async def test_what_does_not_fit_is_left_out_as_a_whole_and_said_to_be_more() -> None:
    async with Told().run_test(size=(16, 3)) as pilot:
        await pilot.pause()
        said = [line.strip() for line in lines(pilot)]
        assert said == ["One two three", "four five.", "more elsewhere"]
