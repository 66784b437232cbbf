"""How sore one is the day after a visit: one digit."""

import msgspec
from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import closed_by
from backcare_tui.commands.hints import hint
from backcare_tui.diary.records.visit import Visit
from backcare_tui.library.scales import severity_word
from backcare_tui.library.taxonomy import name_within
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.text import say_near_day
from backcare_tui.widgets.fields.one_key_scale import OneKeyScale
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.widgets.marked import complaint


class Soreness(Dialog[None]):
    """The digit saves at once; some soreness for a day or two is common (Sherman 2014)."""

    CSS_PATH = "../frame/dialogs.tcss"
    AUTO_FOCUS = "PainScale"
    BINDINGS = bindings(closed_by("enter"))

    def __init__(self, desk: Desk, visit: Visit) -> None:
        """Ask about a visit."""
        super().__init__()
        self.desk, self.visit = desk, visit

    def compose(self) -> ComposeResult:
        """The question and the scale."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = "The day after"
            dialog.border_subtitle = hint("a digit saves · esc closes")
            self.question = Static(self._say_question(), id="day")
            yield self.question
            yield OneKeyScale()

    def on_mount(self) -> None:
        """The day of the visit is called what it is by now."""
        self.desk.changed.subscribe(self, self._follow_day)

    def _follow_day(self, changed: DiaryChanged) -> None:
        if changed.reason == "new day":
            self.question.update(self._say_question())

    def _say_question(self) -> Content:
        day = say_near_day(self.visit.day, self.desk.clock.today())
        name = name_within("treatments", self.visit.treatment)
        sore = self.visit.sore_next_day
        known = "" if sore is None else f" So far it says {sore} {severity_word(sore)}."
        when = day if day in {"today", "yesterday"} else f"on {day}"
        return Content(f"How sore are you the day after {name} {when}?{known}")

    @work
    async def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        """Save it, and close."""
        if event.severity is None:
            return
        sore = event.severity
        visit = msgspec.structs.replace(self.visit, sore_next_day=sore)
        name = name_within("treatments", self.visit.treatment)
        words = f"sore {sore} {severity_word(sore)} the day after {name}"
        if await self.desk.revise(
            self.visit,
            visit,
            words=words,
            brings_back=False,
            day=self.desk.clock.today(),
            complain=self._complain,
        ):
            self.dismiss(None)

    def _complain(self, sentence: str) -> None:
        said = complaint(sentence)
        self.question.update(said)
