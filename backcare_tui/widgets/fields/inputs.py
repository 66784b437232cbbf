"""Fields of one line: words, and anything that can be read from words."""

from collections.abc import Callable
from typing import Generic, TypeVar, Unpack

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from backcare_tui.text import clean, with_times
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.fields.note import NoteField
from backcare_tui.widgets.fields.rating import RatingField
from backcare_tui.widgets.fields.steps import STEPS_WIDTH, draw_steps, start_of, stepped
from backcare_tui.widgets.label import LABEL_WIDTH
from backcare_tui.widgets.marked import complaint
from backcare_tui.widgets.options import Named

__all__ = ["Field", "InputField", "NoteField", "ParsedField", "RatingField", "TextField"]

INPUT_WIDTH = 20
"""Cells of an input with a hint after it."""
UNDERLINED = Style(underline=True)
HINT_GAP = 2
"""Cells between an input and its hint."""

T = TypeVar("T")


class LineInput(Input):
    """One line to type into; what is pasted is made harmless."""

    has_brackets = True
    """Whether brackets are typed here; otherwise the screen may have them as keys."""

    left_when_empty = ""
    """What is a key of the screen as long as nothing is typed here."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """All that prints, but for brackets where the line has no use for them, and what is left."""
        is_left = not self.has_brackets and character in ("[", "]")
        is_left |= not self.value and bool(character) and (character or "") in self.left_when_empty
        return not is_left and super().check_consume_key(key, character)

    def on_paste(self, event: events.Paste) -> None:
        """Before Textual takes it in."""
        event.text = clean(event.text)

    def render_line(self, y: int) -> Strip:
        """Underlined all along where a look has no ground for it, also where nothing is typed."""
        strip = super().render_line(y)
        if not self.styles.text_style.underline:
            return strip
        return strip.extend_cell_length(self.content_size.width).apply_style(UNDERLINED)


class InputField(Field):
    """A field with one line of text."""

    def __init__(
        self,
        label: str,
        *,
        text: str = "",
        placeholder: str = "",
        **named: Unpack[Named],
    ) -> None:
        super().__init__(label, **named)
        with self.prevent(Input.Changed):
            self.input = LineInput(clean(text), placeholder=placeholder, compact=True)
        self.input.cursor_blink = False

    def compose(self) -> ComposeResult:
        """The one widget that is typed into."""
        yield self.input

    @property
    def text(self) -> str:
        """What was typed."""
        return self.input.value

    @text.setter
    def text(self, text: str) -> None:
        self.input.value = clean(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tells what the field holds now."""
        event.stop()
        self.post_message(self.Changed(self, self.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tells that the field is done."""
        event.stop()
        self.post_message(self.Entered(self))


class TextField(InputField):
    """A few words."""

    @property
    def value(self) -> str | None:
        """The words, `None` for nothing."""
        return self.text.strip() or None


class ParsedField(InputField, Generic[T]):
    """Anything that can be read from a few words, such as a time or a number of minutes.

    What was understood is echoed after the input. What cannot be read is complained of when
    the person leaves the field or presses `enter`, not in the middle of typing.
    """

    DEFAULT_CSS = "ParsedField { & > Input { width: 20; } &.-steps > Input { width: 16; } }"

    complaint: reactive[str] = reactive("")
    """The sentence about what cannot be read, empty while there is nothing to complain of."""

    def __init__(
        self,
        label: str,
        read: Callable[[str], T],
        say: Callable[[T], str],
        *,
        hint: str = "",
        text: str = "",
        **named: Unpack[Named],
    ) -> None:
        """A field of `T`.

        Args:
            label: The name before it.
            read: Gives the value of a text; raises `ValueError` with one sentence for the person.
            say: How the value is echoed.
            hint: What stands after the input while it is empty.
            text: What is in it at first.
            named: `id` and `classes`.
        """
        super().__init__(label, text=text, **named)
        self.input.has_brackets = False
        self.read = read
        self.say = say
        self.hint = hint
        self._start = ""

    def _outcome(self) -> tuple[T | None, str]:
        if not self.text.strip():
            return None, ""
        try:
            return self.read(self.text.strip()), ""
        except ValueError as error:
            return None, clean(str(error))

    @property
    def value(self) -> T | None:
        """What was understood; `None` for nothing and for what cannot be read."""
        return self._outcome()[0]

    @property
    def kept(self) -> T | str | None:
        """What a draft keeps: the value, or the text while it cannot be read."""
        return self.value if self.is_valid else self.text

    @property
    def is_valid(self) -> bool:
        """Whether the text is empty or could be read."""
        return not self._outcome()[1]

    def complain(self) -> None:
        """Shows the sentence about what cannot be read, if there is one."""
        self.complaint = self._outcome()[1]

    def on_mount(self) -> None:
        """A text from a draft is judged at once."""
        self._start = start_of(self.read)
        self.set_class(bool(self._start), "-steps")
        self.complain()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Takes a complaint back as soon as it is answered."""
        if self.is_valid or not self.input.has_focus:
            self.complain()
        self._widen()
        self.refresh()

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Judges what was typed."""
        self.complain()

    def on_descendant_blur(self) -> None:
        """Judges what was typed."""
        self.complain()

    def on_resize(self) -> None:
        """Makes room for the text and the complaint in the new width."""
        self._widen()
        self.watch_complaint()

    @property
    def _input_width(self) -> int:
        """Cells of the input: more where the text is longer, as far as there is room."""
        room = self.size.width - LABEL_WIDTH
        return max(INPUT_WIDTH, min(len(self.text) + 1 + self._steps_width, room))

    @property
    def _steps_width(self) -> int:
        return STEPS_WIDTH if self._start else 0

    def action_step(self, by: int) -> None:
        """A little more or less, by a click; what is not allowed is left as it was."""
        self.text = stepped(self.read, self.text, self._start, by) or self.text

    def _draw_steps(self) -> Content:
        """The cells beneath the input, and the steps after it while the focus is here."""
        is_here = self._start and self.has_pseudo_class("focus-within")
        return draw_steps(self._input_width) if is_here else Content(" " * self._input_width)

    def _widen(self) -> None:
        if self._input_width == INPUT_WIDTH:
            self.input.styles.clear_rule("width")
        else:
            self.input.styles.width = self._input_width - self._steps_width

    def watch_complaint(self) -> None:
        """Makes room for a complaint that does not fit beside the input."""
        lines = self._below()
        self.styles.min_height = 1 + len(lines)
        self.set_class(bool(self.complaint), "-trouble")

    def _words(self) -> Content:
        if self.complaint:
            return complaint(self.complaint)
        value = self.value
        words = with_times(self.hint) if value is None else self.say(value)
        return Content.styled(clean(words), "$quiet")

    def _below(self) -> list[Content]:
        room = self.size.width - LABEL_WIDTH
        words = self._words()
        beside = room - self._input_width - HINT_GAP
        return [] if words.cell_length <= beside or room < 1 else words.wrap(room)

    def draw_body(self) -> Content:
        """The hint, the echo or the complaint, beside the input or below it."""
        below, line = self._below(), self._draw_steps()
        if not below:
            return line + " " * HINT_GAP + self._words()
        indent = Content(" " * LABEL_WIDTH)
        return Content("\n").join([line, *(indent + line for line in below)])
