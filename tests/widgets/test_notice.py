from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.notice import Notice


class Saying(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield Notice()

    @property
    def notice(self) -> Notice:
        return self.query_one(Notice)


async def test_what_was_saved_stays_until_something_else_is_said() -> None:
    app = Saying()
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.notice.size.height == 1
        app.notice.say("saved 08:14 · Pain 4 moderate · u undoes")
        await pilot.press("tab", "x")
        assert app.notice.render().plain == "saved 08:14 · Pain 4 moderate · u undoes"
        app.notice.say("Pain 4 of 08:12 is gone again", "undone")
        await pilot.pause()
        assert app.notice.render().plain == "Pain 4 of 08:12 is gone again"


async def test_trouble_is_marked_by_shape_and_read_whole() -> None:
    app = Saying()
    async with app.run_test(size=(40, 24)) as pilot:
        app.notice.say("The diary could not be saved: the disk is full.", "trouble")
        await pilot.pause()
        assert app.notice.render().plain.startswith("! The diary")
        assert app.notice.size.height == 2
        app.notice.say("saved 08:15")
        await pilot.pause()
        assert app.notice.size.height == 1
        assert not app.notice.has_class("-trouble")


async def test_a_persons_words_are_never_markup_nor_control_characters() -> None:
    app = Saying()
    async with app.run_test(size=(80, 24)) as pilot:
        app.notice.say("saved [/] [b]x \x1b[31m")
        await pilot.pause()
        assert app.notice.render().plain == "saved [/] [b]x \ufffd[31m"
