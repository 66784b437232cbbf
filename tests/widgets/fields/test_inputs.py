from collections.abc import Callable
from typing import TypeVar

from textual.app import App, ComposeResult
from textual.binding import Binding

from backcare_tui.themes import DEFAULT_VARIABLES, SIXTEEN
from backcare_tui.widgets.fields.inputs import Field, NoteField, ParsedField, RatingField, TextField
from backcare_tui.widgets.label import LABEL_WIDTH

RESTED = ("very poorly", "poorly", "fairly", "well", "very well")
TOO_LONG = "Awake for is a number of minutes from 0 to 720, such as 25 or 1 h 10."


def read_minutes(text: str) -> int:
    if not text.isdigit():
        raise ValueError(TOO_LONG)
    return int(text)


def awake_for() -> ParsedField[int]:
    return ParsedField(
        "Awake for", read_minutes, lambda minutes: f"{minutes} min", hint="0 to 720", id="field"
    )


FieldT = TypeVar("FieldT", bound=Field)


class Form(App[None]):
    AUTO_FOCUS = ""
    BINDINGS = [Binding("n,4", "note")]

    def __init__(self, *make: Callable[[], Field]) -> None:
        super().__init__()
        self.make = make
        self.seen: list[object] = []
        self.done = 0
        self.fired = 0

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        self.fields = [make() for make in self.make]
        yield from self.fields

    def on_mount(self) -> None:
        self.fields[0].focus()

    def field(self, kind: type[FieldT]) -> FieldT:
        return self.query_one(kind)

    def action_note(self) -> None:
        self.fired += 1

    def on_field_changed(self, event: Field.Changed) -> None:
        assert event.control is self.fields[0]
        self.seen.append(event.value)

    def on_field_entered(self, event: Field.Entered) -> None:
        assert event.control is self.fields[0]
        self.done += 1


def lines(field: Field) -> list[str]:
    return [line.rstrip() for line in field.render().plain.split("\n")]


async def test_words_are_told_as_they_are_typed_and_none_when_gone() -> None:
    app = Form(lambda: TextField("Medicine"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "o", "backspace", "backspace", "enter")
        assert lines(app.field(TextField)) == ["▌Medicine"]
    assert app.seen == ["n", "no", "n", None]
    assert (app.done, app.fired) == (1, 0)


async def test_what_was_understood_is_echoed_after_the_input() -> None:
    app = Form(awake_for)
    async with app.run_test(size=(80, 24)) as pilot:
        field = app.field(ParsedField)
        assert lines(field)[0].endswith("0 to 720")
        await pilot.press("2", "5")
        assert lines(field)[0].endswith("25 min")
        assert lines(field)[0].index("25 min") == 16 + 20 + 2
        assert (field.value, field.is_valid, field.size.height) == (25, True, 1)
        field.text = ""
        await pilot.pause()
    assert app.seen == [2, 25, None]


async def test_a_wrong_value_is_complained_of_when_leaving_and_taken_back_when_answered() -> None:
    app = Form(awake_for, lambda: TextField("Note"))
    async with app.run_test(size=(80, 24)) as pilot:
        field = app.field(ParsedField)
        await pilot.press("x")
        assert (field.value, field.is_valid, field.complaint) == (None, False, "")
        await pilot.press("tab")
        await pilot.pause()
        assert lines(field)[0] == " Awake for"
        assert " ".join(line.strip() for line in lines(field)[1:]) == f"! {TOO_LONG}"
        assert field.size.height == len(lines(field))
        await pilot.press("shift+tab", "7")
        await pilot.pause()
        assert field.complaint == ""
        assert field.size.height == 1
    assert app.seen == [None, 7]


async def test_enter_on_a_wrong_value_complains() -> None:
    app = Form(awake_for)
    async with app.run_test(size=(80, 24)) as pilot:
        field = app.field(ParsedField)
        await pilot.press("x", "enter")
        assert field.complaint == TOO_LONG
        field.text = "30"
        await pilot.pause()
        assert field.complaint == ""
        assert field.value == 30


async def test_a_wrong_draft_is_complained_of_at_once() -> None:
    app = Form(
        lambda: TextField("Note"), lambda: ParsedField("Awake for", read_minutes, str, text="soon")
    )
    async with app.run_test(size=(80, 24)):
        assert app.field(ParsedField).complaint == TOO_LONG


async def test_a_click_on_the_label_goes_into_the_field() -> None:
    app = Form(lambda: NoteField("Note"), lambda: TextField("Medicine"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(TextField, offset=(3, 0))
        assert app.focused is app.field(TextField).input


async def test_a_rating_is_a_figure_an_arrow_or_a_click() -> None:
    app = Form(lambda: RatingField("Rested", RESTED))
    async with app.run_test(size=(80, 24)) as pilot:
        field = app.field(RatingField)
        await pilot.press("4")
        assert lines(field) == ["▌Rested          1  2  3 [4] 5   well"]
        await pilot.press("right", "right", "left", "backspace", "left", "enter")
        await pilot.click(RatingField, offset=(16 + 1, 0))
        await pilot.click(RatingField, offset=(16 + 20, 0))
        assert lines(field) == ["▌Rested         [1] 2  3  4  5   very poorly"]
    assert app.seen == [4, 5, 4, None, 3, 1]
    assert (app.done, app.fired) == (1, 0)


async def test_a_rating_never_leaves_one_to_five() -> None:
    app = Form(lambda: RatingField("Rested", RESTED, rating=5))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "0", "6", "1", "left")
    assert app.seen == [1]


async def test_a_note_grows_with_its_lines_up_to_eight_and_tab_leaves_it() -> None:
    app = Form(lambda: NoteField("Note"), lambda: TextField("Medicine"))
    async with app.run_test(size=(80, 24)) as pilot:
        note = app.field(NoteField)
        assert note.size.height == 3
        await pilot.press(*["n", "enter"] * 4)
        await pilot.pause()
        assert note.size.height == 5
        await pilot.press(*["enter"] * 20)
        await pilot.pause()
        assert note.size.height == 8
        assert note.value == "n\nn\nn\nn"
        await pilot.press("tab")
        assert app.focused is app.field(TextField).input
    assert app.fired == 0


async def test_writing_goes_on_at_the_end_of_a_note() -> None:
    app = Form(lambda: NoteField("Note", text="one"))
    async with app.run_test(size=(80, 24)) as pilot:
        note = app.field(NoteField)
        await pilot.press("4")
        assert note.value == "one4"
        note.text = "two"
        await pilot.press("n")
        assert note.value == "twon"


async def test_long_lines_of_a_note_wrap() -> None:
    app = Form(lambda: NoteField("Note", text="woke at three and could not lie still " * 6))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        note = app.field(NoteField)
        assert note.size.height == 4
        assert note.area.virtual_size.width <= note.area.size.width


async def test_a_persons_words_are_shown_as_written_without_control_characters() -> None:
    app = Form(
        lambda: NoteField("Note", text="[/] one\ntwo \x1b[2J"),
        lambda: TextField("Medicine", text="[/]x\x07"),
        lambda: ParsedField("Back", str, str, text="[/]"),
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = app.export_screenshot().replace("&#160;", " ")
        assert app.field(NoteField).text == "[/] one\ntwo \ufffd[2J"
        assert app.field(TextField).text == "[/]x\ufffd"
    assert shown.count("[/]") == 4


async def test_what_a_field_begins_with_is_not_told_as_a_change() -> None:
    app = Form(lambda: TextField("Medicine", text="none"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "x")
    assert app.seen == ["nonex"]


async def test_no_cursor_blinks() -> None:
    app = Form(lambda: NoteField("Note"), lambda: TextField("Medicine"))
    async with app.run_test(size=(80, 24)):
        assert not app.field(NoteField).area.cursor_blink
        assert not app.field(TextField).input.cursor_blink


async def test_a_text_that_is_longer_than_its_field_is_given_the_room_there_is() -> None:
    long = "Garden for half an hour"
    app = Form(lambda: ParsedField("Goal", str, str, text=long), lambda: TextField("Note"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        field = app.field(ParsedField)
        assert field.input.size.width > len(long)
        await pilot.resize_terminal(30, 24)
        await pilot.pause()
        assert field.input.size.width <= 20
        await pilot.resize_terminal(80, 24)
        field.text = "Garden"
        await pilot.pause()
        assert field.input.size.width == 20


class WithoutGrounds(Form):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(SIXTEEN.own)


async def test_where_a_look_has_no_ground_for_a_field_a_line_shows_where_to_type() -> None:
    app = WithoutGrounds(lambda: TextField("Eased by"), lambda: NoteField("Note"))
    async with app.run_test(size=(60, 8)):
        for strip in app.screen._compositor.render_strips()[:4]:
            lined = [each.cell_length for each in strip if each.style and each.style.underline]
            assert sum(lined) == 60 - LABEL_WIDTH


class SavedByEnter(Form):
    BINDINGS = [Binding("enter", "note", "save")]


async def test_enter_is_named_where_it_saves_and_not_where_it_begins_another_line() -> None:
    app = SavedByEnter(lambda: NoteField("Note"), lambda: TextField("Eased by"))
    async with app.run_test() as pilot:
        assert "enter" not in app.screen.active_bindings
        await pilot.press("a", "enter", "b")
        assert app.field(NoteField).value == "a\nb"
        app.field(TextField).focus()
        await pilot.pause()
        assert "enter" in app.screen.active_bindings
