"""Questions one after the other: each by one key or a word, each of which may be left open."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.questions import ON_QUESTIONS
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.guidance.questions import AnswerValues, OneQuestion, leads_on, picked
from backcare_tui.screens.frame.breakpoints import WIDTHS, take_size
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.question_parts import (
    answered_by_digits,
    draw_progress,
    line_field,
    marks_of,
    numbered_lines,
)
from backcare_tui.widgets.fields.one_key_scale import OneKeyScale
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.marks import Marks
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.numbered import Numbered

AT = "at"
"""What a draft has beside the answers: the id of the question that is open."""


class Questions(Screen[None]):
    """Walks through questions. What was answered is a draft until it is finished."""

    TITLE_WORDS: ClassVar[str] = ""
    """What all of it is called, above each question."""
    HAS_COVER: ClassVar[bool] = False
    """Whether the first one asks nothing, and is not counted."""
    DRAFT: ClassVar[str] = ""
    """Names the draft."""
    CSS_PATH = Path(__file__).with_name("questions.tcss")
    AUTO_FOCUS = ""
    BINDINGS = bindings(*ON_QUESTIONS)
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = [(0, "-low"), (34, "-tall")]

    def __init__(self, desk: Desk, asked: tuple[OneQuestion, ...], answers: AnswerValues) -> None:
        """Ask these questions; `answers` are those of before."""
        super().__init__()
        self.desk = desk
        self._asked = asked
        self.answers: AnswerValues = {**answers, **(desk.repository.draft(self.DRAFT) or {})}
        ids = [each.id for each in asked]
        at = self.answers.pop(AT, "")
        self._number = ids.index(at) if at in ids else 0
        self.is_warned = False

    @property
    def question(self) -> OneQuestion:
        """The one that is open."""
        return self._asked[self._number]

    def compose(self) -> ComposeResult:
        """How far one is, the question, and what it is answered with."""
        take_size(self)
        yield Static(id="progress", markup=False)
        with VerticalScroll(id="sheet"):
            yield Static(id="asks", markup=False)
            yield from self.compose_more()
            yield Static(id="about", markup=False)
            self.scale = OneKeyScale()
            yield self.scale
            self.numbered = Numbered()
            yield self.numbered
            self.lines = {
                each.id: line_field(each, each.line).add_class("line")
                for each in self._asked
                if each.line
            }
            yield from self.lines.values()
            self.marks = {
                each.id: marks_of(each.marks, self.answers) for each in self._asked if each.marks
            }
            yield from self.marks.values()
        yield Notice(id="notice")
        yield Keys()

    def compose_more(self) -> Iterable[Widget]:
        """What stands between a question and what it is about."""
        return ()

    def on_mount(self) -> None:
        """Begin, or go on where one left."""
        for question in self._asked:
            line = question.line
            held = self.answers.get(line.name) if line else None
            if held and held not in answered_by_digits(question):
                self.lines[question.id].text = str(held)
        self.show_question()

    def about(self, question: OneQuestion) -> Content:
        """What is to be known for a question."""
        return Content(question.about)

    def show_question(self) -> None:
        """Show the one that is open."""
        question = self.question
        self.query_exactly_one("#progress", Static).update(self._progress())
        self.query_exactly_one("#asks", Static).update(Content(question.asks))
        about = self.query_exactly_one("#about", Static)
        said = self.about(question)
        about.update(said)
        about.display = bool(said.plain)
        self.scale.display = bool(question.scale)
        with self.prevent(PainScale.Chosen):
            self.scale.severity = self.answers.get(question.scale)
        self.numbered.answers = tuple(numbered_lines(question))
        self.numbered.display = bool(question.groups)
        for id_, answered in (*self.lines.items(), *self.marks.items()):
            answered.display = id_ == question.id
        self._show_chosen()
        self.query_exactly_one(Notice).say("")
        self.query_exactly_one("#sheet").scroll_home(animate=False)
        self._take_focus()
        self.refresh_bindings()

    def _take_focus(self) -> None:
        if self.question.scale:
            self.scale.focus()
        elif self.question.line:
            self.lines[self.question.id].focus()
        elif self.question.marks:
            self.marks[self.question.id].focus()
        else:
            self.query_exactly_one("#sheet").focus()

    def _progress(self) -> Content:
        number, last = (each - self.HAS_COVER for each in (self._number + 1, len(self._asked)))
        return draw_progress(self.TITLE_WORDS, number, last, min(self.app.size.width, 80) - 4)

    def _show_chosen(self) -> None:
        self.numbered.chosen = frozenset(
            number
            for number, (group, option) in self.question.numbered.items()
            if option.value == (held := self.answers.get(group.name))
            or (group.is_many and option.value in (held or ()))
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits answer where the question has them and nothing is typed; a list answers by its own lines.

        There is no way before the first.
        """
        if action in {"mark", "done"}:
            return self.question.marks is not None
        if action == "take":
            return self.question.marks is None
        if action == "digit":
            line = self.lines.get(self.question.id)
            is_typing = bool(line and line.text)
            return parameters[0] in self.question.numbered and not is_typing
        if action == "go_back":
            return self._number > 0
        return super().check_action(action, parameters)

    async def action_digit(self, number: int) -> None:
        """Take the answer of a digit; where it was the last part, go on."""
        self.answers = picked(self.question, number, self.answers)
        self._drop_line()
        self._show_chosen()
        if leads_on(self.question, number, self.answers):
            await self._go_on()

    def _drop_line(self) -> None:
        """What the line held is no answer any more, once a digit is and the line is empty."""
        line = self.question.line
        is_apart = line and all(group.name != line.name for group in self.question.groups)
        if line and is_apart and not self.lines[self.question.id].text.strip():
            self.answers = {name: held for name, held in self.answers.items() if name != line.name}

    async def on_numbered_picked(self, event: Numbered.Picked) -> None:
        """A click on an answer is its digit."""
        event.stop()
        await self.action_digit(event.number)

    async def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        """The number is all that is asked."""
        event.stop()
        self.answers = {**self.answers, self.question.scale: event.severity}
        if event.severity is not None:
            await self._go_on()

    async def action_take(self) -> None:
        """Go on with what is typed, once it can be read."""
        line = self.lines.get(self.question.id)
        if line and self.question.line:
            if line.text.strip():
                self.answers = {**self.answers, self.question.line.name: line.value}
            else:
                self._drop_line()
        await self._go_on()

    def action_mark(self) -> None:
        """Mark the line under the cursor, or take its mark away."""
        self.marks[self.question.id].action_choose()

    def action_done(self) -> None:
        """Answer with what is marked."""
        self.marks[self.question.id].finish()

    async def on_marks_answered(self, event: Marks.Answered) -> None:
        """Go on with what is marked, or with none of it."""
        event.stop()
        if asked := self.question.marks:
            marked = [each.value for each in asked.options if each.value in event.marked]
            self.answers = {**self.answers, asked.name: marked}
            await self._go_on()

    def on_marks_unanswered(self, event: Marks.Unanswered) -> None:
        """Say what is missing."""
        self.complain(event.sentence)

    def on_marks_changed(self) -> None:
        """What was missing is no longer said."""
        self.query_exactly_one(Notice).say("")

    async def action_skip(self) -> None:
        """Leave it open and go on."""
        await self._go_on()

    async def action_go_back(self) -> None:
        """To the question before."""
        self._number -= 1
        self.show_question()

    async def _go_on(self) -> None:
        if not await self.left(self.question):
            return
        if self._number + 1 == len(self._asked):
            await self.finish()
            return
        self._number += 1
        self.desk.saves.quietly(self.keep_state())
        self.show_question()

    async def left(self, question: OneQuestion) -> bool:  # noqa: ARG002 - for who asks
        """A question was gone on from; gives whether the next one may come."""
        return True

    async def finish(self) -> None:
        """The last question was gone on from."""
        raise NotImplementedError

    async def keep_state(self) -> bool:
        """Keep what was answered as a draft; False where that cannot be, which is said."""
        if self.desk.repository.read_only:
            return True
        draft = {**self.answers, AT: self.question.id}
        return await self._put_draft(draft)

    async def forget_draft(self) -> None:
        """What was answered is kept."""
        if self.desk.repository.draft(self.DRAFT) is not None:
            await self._put_draft(None)

    async def _put_draft(self, draft: AnswerValues | None) -> bool:
        try:
            await self.desk.saves.make(partial(self.desk.repository.keep_draft, self.DRAFT, draft))
        except CannotKeep as error:
            self.complain(str(error))
            return False
        return True

    def warn(self, key: str) -> None:
        """Say that closing once more is closing without what was answered."""
        self.is_warned = True
        self.complain(f"What you answered cannot be kept now; {key} once more closes without it.")

    def complain(self, sentence: str) -> None:
        """Say what is wrong; every answer stays."""
        if self.is_attached:
            self.query_exactly_one(Notice).say(sentence, "trouble")

    def action_help(self) -> None:
        """Say what this is for, and its keys."""
        self.app.push_screen(screens.Help(self, self.desk.repository.settings()))
