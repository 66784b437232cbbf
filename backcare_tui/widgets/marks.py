"""Lines to mark, and under them the two rows that answer: none of these, and done."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Unpack

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.options import Named
from backcare_tui.widgets.rows import Rows

BOX = 3
COLUMNS = (ListColumn(BOX), ListColumn())
ROOM = 7
"""Cells of a line that are not for words: the cursor, the box, gaps and a scrollbar."""
NARROWEST = 12
NONE, DONE = "none of these", "done"
"""The keys of the rows that answer."""
NOTHING_MARKED = "Mark what fits, or choose None of these."
ALL_AWAY = "All marks are taken away. Choose None of these once more to say that there are none."

Sections = Mapping[str, Sequence[tuple[str, str]]]
"""What is asked: the id and the words of each line, under the heading of each section."""


class Marks(Rows):
    """A list of which each line is marked or not; only its last two rows answer.

    So a list that nobody touched is no answer: `enter` on a line marks it, `Done` with nothing
    marked says what is missing, and that there are none is a row of its own.

        Marks({"": [("reflux", "Reflux or heartburn")]}, marked=frozenset())
    """

    HELP = (
        "`enter` and `space` mark the line under the cursor, or take its mark away. "
        "The last two rows answer; `end` goes there."
    )

    @dataclass
    class MarksMessage(Message):
        """What a list says; those below are what is heard."""

        marks: "Marks"

        @property
        def control(self) -> "Marks":
            """The list."""
            return self.marks

    @dataclass
    class Changed(MarksMessage):
        """A mark was set or taken away; nothing is answered by that."""

        marked: frozenset[str]

    @dataclass
    class Answered(MarksMessage):
        """A person answered: with what is marked, or with none of these."""

        marked: frozenset[str]

    @dataclass
    class Unanswered(MarksMessage):
        """What was chosen is no answer yet; `sentence` says why."""

        sentence: str

    marked: reactive[frozenset[str]] = reactive(frozenset[str]())
    """The ids of the lines with a mark."""

    def __init__(
        self,
        sections: Sections,
        marked: frozenset[str] = frozenset(),
        **named: Unpack[Named],
    ) -> None:
        super().__init__(columns=COLUMNS, **named)
        self._sections = sections
        self.set_reactive(Marks.marked, marked)

    def on_mount(self) -> None:
        """Shows the lines; they are wrapped once it is known how wide they may be."""
        self._draw()

    def on_resize(self) -> None:
        """Wraps anew."""
        self._draw()

    def watch_marked(self) -> None:
        """Draws the boxes anew."""
        self._draw()

    def action_choose(self) -> None:
        """Marks the line under the cursor, takes its mark away, or answers."""
        key = self.row.key if self.row else ""
        if key == DONE:
            self.finish()
        elif key == NONE:
            self._deny()
        elif key:
            self._change(self.marked ^ {key})

    def finish(self) -> None:
        """Answers with what is marked; that nothing is marked is no answer."""
        if self.marked:
            self.post_message(self.Answered(self, self.marked))
        else:
            self.post_message(self.Unanswered(self, NOTHING_MARKED))

    def _deny(self) -> None:
        """Answers with none; marks that are there are taken away first, so that none goes unseen."""
        if self.marked:
            self._change(frozenset())
            self.post_message(self.Unanswered(self, ALL_AWAY))
        else:
            self.post_message(self.Answered(self, self.marked))

    def _change(self, marked: frozenset[str]) -> None:
        self.marked = marked
        self.post_message(self.Changed(self, marked))

    def on_click(self, event: events.Click) -> None:
        """A click on a box marks at once; elsewhere the first click goes there, as in any list."""
        offset = event.get_content_offset(self)
        at = self.row_at(offset.y) if offset else len(self.rows)
        is_box = offset is not None and offset.x <= BOX and at < len(self.rows)
        if not is_box or not self._can_be_marked(self.rows[at]):
            return
        event.prevent_default()
        event.stop()
        self.cursor = at
        if event.chain == 1:  # a double click is meant once
            self.action_choose()

    @staticmethod
    def _can_be_marked(row: ListRow) -> bool:
        return row.enabled and row.key not in {NONE, DONE}

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as the words need at a width."""
        return len(tuple(self._drawn(width)))

    def _draw(self) -> None:
        if self.is_mounted:
            self.rows = tuple(self._drawn(self.content_size.width))

    def _drawn(self, width: int) -> Iterator[ListRow]:
        room = max(width - ROOM, NARROWEST)
        for heading, asked in self._sections.items():
            yield from _heading(heading, room)
            for id_, words in asked:
                yield from _line(id_, words, room, is_marked=id_ in self.marked)
        yield ListRow("", ("",), enabled=False)
        yield ListRow(NONE, (Content.styled("None of these", "$next"),))
        yield ListRow(DONE, (Content.styled(_done(len(self.marked)), "$next"),))


def _heading(words: str, room: int) -> Iterator[ListRow]:
    """A line above some others, as many rows as it takes."""
    for number, line in enumerate(textwrap.wrap(words, room)):
        yield ListRow(f"{words} {number}", (line,), enabled=False, style="heading")


def _line(id_: str, words: str, room: int, *, is_marked: bool) -> Iterator[ListRow]:
    """The rows of one line; the cursor stands on the first of them."""
    box = Content.styled("[x]", "bold $here") if is_marked else Content.styled("[ ]", "$quiet")
    style = "bold" if is_marked else ""
    first, *rest = textwrap.wrap(words, room)
    yield ListRow(id_, (box, Content.styled(first, style)))
    for number, line in enumerate(rest):
        yield ListRow(f"{id_} {number}", ("", Content.styled(line, style)), enabled=False)


def _done(marked: int) -> str:
    return f"Done: {marked} marked" if marked else "Done: nothing marked yet"
