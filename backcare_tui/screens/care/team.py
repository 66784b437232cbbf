"""The care team: its people, the plan that they share, and what to ask them."""

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.care import ADD_MEMBER, AGREE, ANSWER, HAND_OVER_PAGE, NOTE_QUESTION
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import FIND_IN_LIST, REMOVE_ENTRY
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.pages import CLOSE_PAGE
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.team import (
    Member,
    agreements_by_age,
    in_force,
    members,
    names_of,
    open_first,
    say_person,
)
from backcare_tui.screens.care.team_text import about, rows_of
from backcare_tui.screens.frame.entry_list import OnEntries
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.text import say_day, shortened
from backcare_tui.widgets.columns import ListColumn
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Sheet

TEACHES = (
    "Those who care for your back will stand here: who they are, what each one does, and what you "
    "agreed on together. Therapists help more when they work from one plan. "
    "Press {team.person} to add somebody, {team.agree} to write the plan down, {massage.question} to note a question."
)


class Team(OnEntries, Searching):
    """Lies over Massage: people, shared plans and questions; beside them, the one under the cursor."""

    TITLE = "Care team"
    MODE = "massage"
    CSS_PATH = "team.tcss"
    AUTO_FOCUS = "#team"
    BINDINGS = bindings(
        ADD_MEMBER,
        AGREE,
        NOTE_QUESTION,
        ANSWER,
        HAND_OVER_PAGE,
        FIND_IN_LIST,
        REMOVE_ENTRY,
        CLOSE_PAGE,
    )
    NAMED_LAST = GENERAL
    HELP = (
        "Your care team, the plan that it shares, and your questions for the next appointment. "
        "Enter changes what the cursor is on; {massage.hand-over} makes the page to hand over."
    )

    def compose_place(self) -> Iterable[Widget]:
        """The list, and beside it the one under the cursor."""
        self.list = Rows(
            columns=(ListColumn(), ListColumn(10)),
            empty=keyed(TEACHES),
            id="team",
            classes="tile entries",
        )
        self.list.border_title = "Care team"
        self.sheet = Sheet(id="sheet")
        self.about = VerticalScroll(self.sheet, id="about", classes="tile")
        self.questions: tuple[Question, ...] = ()
        self.team: tuple[Member, ...] = ()
        self.names: Mapping[str, str] = {}
        yield self.make_search(self.list, "Ada, massage, lifting")
        yield Horizontal(self.list, self.about, id="columns")

    def read_diary(self) -> None:
        """Everything, the plan in force first."""
        repository, clock = self.desk.repository, self.desk.clock
        people, plans = repository.entries(Person), repository.entries(Agreement)
        self.questions = open_first(repository.entries(Question))
        holds = in_force(plans, clock.today())
        self.team = members(people, repository.entries(Visit), holds, clock.now())
        self.names = names_of(people)
        self.show_rows(
            rows_of(self.team, agreements_by_age(plans), self.questions, holds, clock.today())
        )
        self.list.border_subtitle = "last visit" if self.team else ""
        self.about.display = bool(self.team or self.questions or plans)
        self._show()

    def show_saved(self, id_: str) -> None:
        """Go to the person, the plan or the question."""
        self.list.select(id_)
        self._show()

    def on_rows_highlighted(self) -> None:
        """Tell of the one under the cursor."""
        self._show()

    def _show(self) -> None:
        record = self._here()
        self.sheet.entries = (
            about(record, self.team, self.questions, self.names, self.desk.clock.today())
            if record
            else ()
        )
        self.refresh_bindings()

    def _here(self) -> Record | None:
        """What the cursor is on, if anything."""
        row = self.list.row
        kinds: tuple[type[Record], ...] = (Person, Agreement, Question)
        found = (each for kind in kinds for each in self.desk.repository.entries(kind))
        return next((each for each in found if row and each.id == row.key), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an open question can be answered, and only what is there removed."""
        if not hasattr(self, "list"):
            return super().check_action(action, parameters)
        if action == "answer":
            here = self._here()
            return isinstance(here, Question) and here.answered is None
        if action == "remove_entry":
            return self.list.row is not None
        return super().check_action(action, parameters)

    def action_add(self, table: str) -> None:
        """Somebody new, or a new plan."""
        forms: dict[str, Callable[[], Screen[None]]] = {
            Person.table: lambda: screens.PersonForm(self.desk),
            Agreement.table: lambda: screens.AgreementForm(self.desk),
        }
        self.app.push_screen(forms[table]())

    def action_note_question(self) -> None:
        """Note a question."""
        self.app.push_screen(screens.QuestionForm(self.desk))

    def action_answer(self) -> None:
        """Ask what was said, and close the question with it."""
        question = self._here()
        if not isinstance(question, Question):
            return

        def take(answer: str | None) -> None:
            if answer:
                self._close(question, answer)

        self.app.push_screen(
            screens.AskLine("What was the answer?", "Answer", str, str, "in a line"), take
        )

    def _close(self, question: Question, answer: str) -> None:
        answered = replace(question, answered=self.desk.clock.today(), answer=answer)
        self.desk.change(answered, words=f"answered: {shortened(question.text, 40)}")

    def action_hand_over(self) -> None:
        """The page for the next appointment."""
        here = self._here()
        chosen = here.id if isinstance(here, Person) else ""
        self.app.push_screen(screens.HandOver(self.desk, chosen))

    def action_remove_entry(self) -> None:
        """Take out what the cursor is on; entries that name a person stay as they are."""
        if here := self._here():
            words = self._words(here)
            self.desk.remove(here.id, words=f"deleted {words}", said=f"deleted: {words}")

    def _words(self, record: Record) -> str:
        if isinstance(record, Person):
            return say_person(record)
        if isinstance(record, Question):
            return shortened(record.text, 40)
        return f"the shared plan of {say_day(record.day, self.desk.clock.today())}"
