"""The page for the next appointment: whom it is for, what is on it, how it reads, and its file."""

from collections.abc import Iterable

from textual.content import Content

from backcare_tui import screens
from backcare_tui.commands.care import ON_HAND_OVER
from backcare_tui.commands.command import bindings
from backcare_tui.commands.paper import as_written_here
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.repository import Repository
from backcare_tui.guidance.care.team import NO_LONGER, say_person
from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.notes import Notes
from backcare_tui.report.on_it import say_on_hand_over
from backcare_tui.report.parts import HAND_OVER_PARTS, ON_REQUEST, OTHERS, PRIVATE
from backcare_tui.report.writing import PAGE
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.choice_rows import BOX, ROUND, choice, heading
from backcare_tui.screens.frame.choosing_page import ChoosingPage
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import clean
from backcare_tui.widgets.columns import ListRow

ANYBODY = "anybody"
"""The answer that names nobody."""
NOTES: dict[Notes, str] = {
    "visits": "notes of visits",
    "all": "all notes",
    "none": "no notes",
}
"""Which notes are on the page, in the order in which the key steps through them."""
WHOM, PART, NOTE = "whom:", "part:", "note:"
"""What the keys of the rows begin with."""
ASKED_FOR = frozenset((*ON_REQUEST, *OTHERS, *PRIVATE))
"""What is on no page but where it was ticked for the very person."""


HandOverAsked = tuple[str, Notes, frozenset[str]]
"""The id of whom it is for, which notes are on it, and what is only on it where it was ticked."""


class HandOver(ChoosingPage[HandOverAsked, HandOverData]):
    """What was done since the last appointment, how pain answered, and what to ask."""

    CSS_PATH = ["../frame/page.tcss", "../frame/choosing_page.tcss"]
    FILE_NAME, ENDINGS = "hand-over", PAGE
    BINDINGS = bindings(*as_written_here(*ON_HAND_OVER))
    HELP = (
        "A page for the next appointment, of the time since the last one with the same person. "
        "Choose whom it is for and what is on it with space or enter; {hand-over.pdf} writes it to a "
        "file: PDF, or .html, .md and .txt by its name. Look through it first, as it leaves this computer with you. With somebody named, "
        "visits and notes of visits are those with them. Other people's visits, your flare plan, care of "
        "the mind and of an intimate kind and its medicines are on it only where you mark them."
    )

    def __init__(self, desk: Desk, person_id: str = "") -> None:
        """The page for one of the care team by id, or for anybody."""
        super().__init__(desk)
        self._person_id = person_id
        self._notes: Notes = "visits"
        self._parts = frozenset[str](HAND_OVER_PARTS)

    def asked(self) -> HandOverAsked:
        """Whom it is for, and what is told to them."""
        return self._person_id, self._notes, self._parts & ASKED_FOR

    def read(self, diary: Repository, asked: HandOverAsked) -> HandOverData:
        """All that may be on it, for the parts to be chosen from."""
        person_id, notes, parts = asked
        person = _person(diary, person_id)
        return hand_over(diary, self.desk.clock, person, notes=notes, parts=parts)

    def show(self, found: HandOverData) -> None:
        """The parts that are chosen."""
        self.paper = hand_over_paper(found, self._parts)
        self.on_it = say_on_hand_over(self.paper, found, self._parts, self._notes)
        self.show_choices(self._rows(found.person))
        self.entitle("Hand-over page", f"with {found.person.name if found.person else ANYBODY}")

    def _rows(self, person: Person | None) -> Iterable[ListRow]:
        whom = clean(person.name) if person else ANYBODY
        yield ListRow(WHOM, ("", f"For: {whom} …"))
        yield heading("parts", "Parts")
        for part, name in HAND_OVER_PARTS.items():
            yield choice(PART + part, name, BOX, is_in=part in self._parts)
        yield heading("notes", "Notes")
        for notes, words in NOTES.items():
            yield choice(NOTE + notes, words.capitalize(), ROUND, is_in=notes == self._notes)
        yield heading("asked", "Only if you mark it")
        for part, name in {**(OTHERS if person else {}), **PRIVATE, **ON_REQUEST}.items():
            yield choice(PART + part, name, BOX, is_in=part in self._parts)

    def mark(self, kind: str, id_: str) -> None:
        """Choose the person or the notes, take a part in, or leave it out."""
        if kind == "whom":
            self.action_choose_person()
            return
        if kind == "note":
            self._choose_notes(next(each for each in NOTES if each == id_))
            return
        self._parts ^= {id_}
        if id_ in ASKED_FOR:
            self.gather()
        else:
            self.show_again()

    def action_step_notes(self) -> None:
        """More notes, or none."""
        order = list(NOTES)
        self._choose_notes(order[(order.index(self._notes) + 1) % len(order)])

    def _choose_notes(self, notes: Notes) -> None:
        self._notes = notes
        self.gather()

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
                self._take_person("" if chosen == ANYBODY else chosen)

        self.app.push_screen(
            screens.ChoiceDialog("Whom is the appointment with?", Content(""), anybody, answers),
            take,
        )

    def _take_person(self, person_id: str) -> None:
        """What was ticked for one person was not meant for another."""
        if person_id != self._person_id:
            self._parts -= ASKED_FOR
        self._person_id = person_id
        self.gather()
        self.preview.scroll_home(animate=False)


def _person(diary: Repository, id_: str) -> Person | None:
    """Whom it is for; who was removed meanwhile is not taken for anybody."""
    if not id_:
        return None
    gone = Person(id=id_, name=NO_LONGER)
    return next((each for each in diary.entries(Person) if each.id == id_), gone)
