"""The page for the next appointment, to read here and to write to a file."""

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.care import ON_HAND_OVER
from backcare_tui.commands.command import bindings
from backcare_tui.diary.records.team import Person
from backcare_tui.guidance.care.team import say_person
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.notes import Notes
from backcare_tui.report.writing import PAGE
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.written_page import WritingPage, entries_of
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.sheet import Sheet

ANYBODY = "anybody"
"""The answer that names nobody."""
NOTES: dict[Notes, str] = {
    "visits": "notes of visits",
    "all": "all notes",
    "none": "no notes",
}
"""Which notes are on the page, in the order in which the key steps through them."""


class HandOver(WritingPage):
    """What was done since the last appointment, how pain answered, and what to ask."""

    CSS_PATH = ["../frame/page.tcss", "hand_over.tcss"]
    AUTO_FOCUS = "#text"
    FILE_NAME, ENDINGS = "hand-over", PAGE
    BINDINGS = bindings(*ON_HAND_OVER)
    HELP = (
        "A page for the next appointment, of the time since the last one with the same person. "
        "p, h, t and m write it to a file; look through it first, as it leaves this computer with you. "
        "Notes of visits are on it, those of other entries only when you ask for them."
    )

    def __init__(self, desk: Desk, person_id: str = "") -> None:
        """The page for one of the care team by id, or for anybody."""
        super().__init__(desk)
        self._person_id = person_id
        self._notes: Notes = "visits"

    def compose_page(self) -> Iterable[Widget]:
        """The page, and a line for what was written."""
        self.sheet = Sheet(id="sheet")
        self.sheet.is_loose = True
        self.scroll = VerticalScroll(self.sheet, id="text", classes="tile")
        yield self.scroll
        yield Notice(id="notice")

    def on_mount(self) -> None:
        """Show it; entries may be made elsewhere."""
        self.desk.changed.subscribe(self, lambda _: self._show())
        self._show()

    def _person(self) -> Person | None:
        people = self.desk.repository.entries(Person)
        return next((each for each in people if each.id == self._person_id), None)

    def _show(self) -> None:
        person = self._person()
        of = hand_over(self.desk.repository, self.desk.clock, person, notes=self._notes)
        self.paper = hand_over_paper(of)
        self.sheet.entries = entries_of(self.paper)
        whom = f"with {person.name}" if person else "with anybody"
        self.entitle("Hand-over page", f"{whom} · {NOTES[self._notes]}")

    def action_step_notes(self) -> None:
        """More notes, or none."""
        order = list(NOTES)
        self._notes = order[(order.index(self._notes) + 1) % len(order)]
        self._show()

    def action_choose_person(self) -> None:
        """Choose whom the page is for."""
        people = sorted(self.desk.repository.entries(Person), key=lambda each: each.name.casefold())
        anybody = ChoiceAnswer("0", ANYBODY, "anybody")
        answers = []
        for number, person in enumerate(people, start=1):
            key = str(number) if number < 10 else ""
            answers.append(ChoiceAnswer(key, person.id, say_person(person)))

        def take(chosen: str | None) -> None:
            if chosen is not None:
                self._person_id = "" if chosen == ANYBODY else chosen
                self._show()
                self.scroll.scroll_home(animate=False)

        self.app.push_screen(
            screens.ChoiceDialog("Whom is the appointment with?", Content(""), anybody, answers),
            take,
        )
