"""Words to choose from: the known ones by arrow, letter or mouse, new ones by typing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, Unpack

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.text import clean
from backcare_tui.widgets.chips.flow import Chip, FlowPiece, laid_out, matching
from backcare_tui.widgets.chips.pieces import ENTRY_WORDS, chip_piece, entry_pieces, legend_pieces
from backcare_tui.widgets.label import LABEL_WIDTH, draw_label
from backcare_tui.widgets.options import Named

__all__ = ["Chip", "Chips"]


class Chips(Widget, can_focus=True):
    """Words of which any number is chosen, each marked by shape; one widget draws them all."""

    HELP = (
        "Arrow keys move, `space` or `enter` chooses. Type to find a word; "
        "`enter` on a new one adds it, `escape` clears what was typed."
    )

    BINDINGS = [
        Binding("left", "move_along(-1)", "Left", show=False),
        Binding("right", "move_along(1)", "Right", show=False),
        Binding("up", "move_line(-1)", "Up", show=False),
        Binding("down", "move_line(1)", "Down", show=False),
        Binding("space,enter", "take", "Choose", show=False),
    ]

    DEFAULT_CSS = "Chips { height: auto; text-wrap: nowrap; }"

    @dataclass
    class Changed(Message):
        """A word was chosen, let go, or given another state."""

        chips: "Chips"
        """The widget."""
        chosen: tuple[str, ...]
        """Ids of the chosen words in the order of choosing; a new word is its own id."""
        states: Mapping[str, str] = field(default_factory=dict)
        """The state of each chosen word; the empty text where there are no states."""

        @property
        def control(self) -> "Chips":
            """The widget."""
            return self.chips

    options: reactive[tuple[Chip, ...]] = reactive((), layout=True)
    """The known words, the most used first."""
    state_of: reactive[Mapping[str, str]] = reactive[Mapping[str, str]](
        MappingProxyType({}), layout=True
    )
    """The state of each chosen word by id; replace it, never change it in place."""
    typed: reactive[str] = reactive("", layout=True)
    """What was typed to find or add a word."""
    expanded: reactive[bool] = reactive(default=False, layout=True)
    """Whether the words that did not fit are shown too."""
    at: reactive[str] = reactive("")
    """The key of the piece under the cursor."""

    def __init__(  # noqa: PLR0913 - all but the words by name
        self,
        options: tuple[Chip, ...] = (),
        *,
        label: str = "",
        chosen: tuple[str, ...] = (),
        states: tuple[str, ...] = (),
        max_rows: int = 3,
        is_closed: bool = False,
        **named: Unpack[Named],
    ) -> None:
        """Chips for any number of words.

        Args:
            options: The known words, the most used first.
            label: The name before them.
            chosen: The ids of those that are chosen at first.
            states: What a chosen word can be, if that is more than chosen.
            max_rows: Lines at most, while not all are shown.
            is_closed: Whether the known words are all that there are.
            named: `id` and `classes`.
        """
        super().__init__(**named)
        self.label = label
        self.asks = ENTRY_WORDS
        """What the entry says before anything is typed: that of people asks for a name."""
        self.is_closed = is_closed
        self.states = states
        self.max_rows = max_rows
        self.set_reactive(Chips.options, options)
        self.set_reactive(Chips.state_of, dict.fromkeys(chosen, self._first_state))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen words, in the order of choosing."""
        return tuple(self.state_of)

    @chosen.setter
    def chosen(self, chosen: tuple[str, ...]) -> None:
        self.state_of = {word: self.state_of.get(word, self._first_state) for word in chosen}

    @property
    def unknown(self) -> tuple[str, ...]:
        """What was typed in a closed list that does not have it; else nothing."""
        typed = self.typed.strip()
        return (typed,) if self.is_closed and typed else ()

    @property
    def _first_state(self) -> str:
        return self.states[0] if self.states else ""

    @property
    def words(self) -> tuple[Chip, ...]:
        """The known words, then the person's new ones."""
        known = {chip.id for chip in self.options}
        own = (Chip(word, word) for word in self.state_of if word not in known)
        return (*self.options, *own)

    def pieces(self, width: int) -> tuple[FlowPiece, ...]:
        """Everything drawn, placed in lines of `width` cells."""
        return self._laid_out(width, self.typed)

    def _laid_out(self, width: int, typed: str) -> tuple[FlowPiece, ...]:
        found = matching(self.words, typed)
        chips = tuple(chip_piece(chip, self.state_of, self.states) for chip in found)
        entry = entry_pieces(typed, self.asks, is_known=bool(chips), is_closed=self.is_closed)
        tail = (*entry, *legend_pieces(self.states))
        max_rows = None if self.expanded or typed else self.max_rows
        held = frozenset(f"={word}" for word in self.state_of)
        return laid_out(chips, tail, held, max(width, 1), max_rows)

    @property
    def _indent(self) -> int:
        return LABEL_WIDTH if self.label else 0

    def _placed(self) -> tuple[FlowPiece, ...]:
        return self.pieces(self.content_size.width - self._indent)

    def _stops(self) -> tuple[FlowPiece, ...]:
        return tuple(piece for piece in self._placed() if piece.kind != "legend")

    def _here(self) -> FlowPiece:
        stops = self._stops()
        return next((piece for piece in stops if piece.key == self.at), stops[0])

    def watch_typed(self) -> None:
        """The cursor goes to the best match, or to the entry when there is none."""
        self.at = self._stops()[0].key if self.typed else self.at

    def check_consume_key(self, _key: str, character: str | None) -> bool:
        """Letters and digits are typed here; once something is typed, so is all that prints."""
        if character is None or not character.isprintable():
            return False
        return bool(self.typed) or character.isalnum()

    def on_key(self, event: events.Key) -> None:
        """Takes what is typed before any binding sees it."""
        if self.check_consume_key(event.key, event.character):
            self.typed += event.character or ""
        elif self.typed and event.key == "backspace":
            self.typed = self.typed[:-1]
        elif self.typed and event.key == "escape":
            self.typed = ""
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words are as typed."""
        event.stop()
        self.typed += clean(event.text)

    def action_move_along(self, step: Literal[-1, 1]) -> None:
        """To the word before or after."""
        stops = self._stops()
        at = stops.index(self._here()) + step
        self.at = stops[min(max(at, 0), len(stops) - 1)].key

    def action_move_line(self, step: Literal[-1, 1]) -> None:
        """To the nearest word in the line above or below."""
        here = self._here()
        middle = here.x + here.width / 2
        line = [piece for piece in self._stops() if piece.y == here.y + step]
        if line:
            self.at = min(line, key=lambda piece: abs(piece.x + piece.width / 2 - middle)).key

    def settle(self) -> None:
        """Take what is typed, as `enter` would; leaving the field loses no word."""
        if self.typed.strip():
            self.action_take()

    def on_blur(self) -> None:
        """Leaving takes what is typed."""
        self.settle()

    def action_take(self) -> None:
        """Chooses or lets go the word here, shows the hidden ones, or adds what was typed."""
        self._take(self._here())

    def _take(self, piece: FlowPiece) -> None:
        if piece.kind == "chip":
            self._cycle(piece.key.removeprefix("="))
        elif piece.kind == "more":
            hidden = self._stops().index(piece)
            self.expanded = True
            self.at = self._stops()[hidden].key
        elif piece.kind == "entry":
            self._add(" ".join(clean(self.typed).split()))

    def _cycle(self, word: str) -> None:
        ring = self.states or ("",)
        state = self.state_of.get(word)
        following = 0 if state not in ring else ring.index(state) + 1
        states = dict(self.state_of)
        if following < len(ring):
            states[word] = ring[following]
        else:
            del states[word]
        self._settle(word, states)

    def _add(self, name: str) -> None:
        if name:
            same = (chip.id for chip in self.words if chip.name.casefold() == name.casefold())
            word = next(same, "" if self.is_closed else name)
            if not word:
                return  # it stands there still, and says that it is none of them
            state = self.state_of.get(word, self._first_state)
            self._settle(word, {**self.state_of, word: state})

    def _settle(self, word: str, states: Mapping[str, str]) -> None:
        self.state_of = states
        self.typed = ""
        self.at = f"={word}"
        self.post_message(self.Changed(self, self.chosen, states))

    def on_click(self, event: events.Click) -> None:
        """A click takes the word it is on; a double one is meant once, but where each leads to the next state."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        event.stop()
        x, y = offset.x - self._indent, offset.y
        for piece in self._stops():
            if piece.y == y and piece.x <= x < piece.x + piece.width:
                self.at = piece.key
                if event.chain == 1 or len(self.states) > 1:
                    self._take(piece)
                return

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the words take; not fewer while typing, so that a form stays put."""
        room = width - self._indent
        return max(self._laid_out(room, typed)[-1].y + 1 for typed in {"", self.typed})

    def render(self) -> Content:
        """All words in their lines."""
        placed = self._placed()
        here = self._here() if self.has_focus else None
        label = draw_label(self.label, here=self.has_focus) if self.label else Content("")
        lines = []
        for y in range(placed[-1].y + 1):
            line = Content(" " * self._indent) if y else label
            for piece in (piece for piece in placed if piece.y == y):
                line = line.pad_right(piece.x + self._indent - line.cell_length)
                line += self._draw(piece, here=piece == here)
            lines.append(line)
        return Content("\n").join(lines)

    @staticmethod
    def _draw(piece: FlowPiece, *, here: bool) -> Content:
        if here:
            return Content.styled(piece.text, "bold $background on $here")
        if piece.kind != "chip":
            return Content.styled(piece.text, "$quiet")
        if piece.mark == "○":
            return Content(piece.text).stylize("$quiet", 0, 1)
        return Content(piece.text).stylize("bold").stylize("$primary", 0, 1)
