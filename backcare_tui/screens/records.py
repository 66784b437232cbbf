"""Massage and Diet: what was taken down, listed and open to change."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.widget import Widget

from backcare_tui.commands.actions import (
    ADD_COURSE,
    ADD_MEAL,
    ADD_PERSON,
    ADD_VISIT,
    ON_ENTRIES,
    bindings,
)
from backcare_tui.diary.record import Record
from backcare_tui.diary.records import (
    Course,
    Meal,
    Person,
    Visit,
)
from backcare_tui.insight.words import say_entry
from backcare_tui.screens.entries import OnEntries
from backcare_tui.text import say_list_day, say_time
from backcare_tui.widgets.rows import Column, Row, Rows


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of record on a place."""

    kind: type[Record]
    title: str


VISITS = Section(Visit, "Visits")
COURSES = Section(Course, "Courses")
PEOPLE = Section(Person, "Care team")
MEALS = Section(Meal, "Meals and drinks")


class Listing:
    """Records and headings as rows, each drawn when it comes into view; see `RowSource`."""

    def __init__(self, lines: Sequence[Record | str], today: dt.date) -> None:
        """Rows of records; a text is a heading."""
        self._lines, self._today = lines, today
        self._places = {
            line.id: place for place, line in enumerate(lines) if isinstance(line, Record)
        }

    def __len__(self) -> int:
        """How many rows."""
        return len(self._lines)

    def __getitem__(self, index: int, /) -> Row:
        """One row: when, what, and what it says."""
        line = self._lines[index]
        if isinstance(line, str):
            return Row(line, (line,), enabled=False, style="heading")
        at = getattr(line, "at", None)
        when = f"{say_list_day(at.date(), self._today)} {say_time(at)}" if at else ""
        if isinstance(line, Course):
            when = say_list_day(line.started, self._today)
        return Row(line.id, (when, *say_entry(line)))

    def position(self, key: str, /) -> int | None:
        """Where a record is."""
        return self._places.get(key)


class Listed(OnEntries):
    """A place that lists records, section by section."""

    SECTIONS: ClassVar[tuple[Section, ...]] = ()
    TEACHES: ClassVar[str] = ""
    """What the empty place says."""
    AUTO_FOCUS = "#records"

    def compose_place(self) -> Iterable[Widget]:
        """One list."""
        self.list = Rows(
            columns=(Column(17), Column(20), Column()),
            empty=self.TEACHES,
            id="records",
            classes="tile entries",
        )
        self.list.border_title = " · ".join(section.title for section in self.SECTIONS)
        yield self.list

    def read_diary(self) -> None:
        """Newest first, in sections."""
        lines: list[Record | str] = []
        for section in self.SECTIONS:
            records = self.desk.repository.entries(section.kind)
            if records and len(self.SECTIONS) > 1:
                lines.append(section.title)
            lines.extend(reversed(records))
        self.list.rows = Listing(lines, self.desk.clock.today())
        if self.desk.said.kind == "saved":
            self.list.select(self.desk.latest)

    def action_add(self, table: str) -> None:
        """Take down a new one."""
        from backcare_tui.screens.entry import EntryForm

        kinds = {section.kind.table: section.kind for section in self.SECTIONS}
        self.app.push_screen(EntryForm(self.desk, kinds[table]))


class Massage(Listed):
    """The fourth place."""

    MODE = "massage"
    SECTIONS = (COURSES, VISITS, PEOPLE)
    TEACHES = (
        "Massages and other treatments will be listed here, with pain before and after, and the "
        "people who give them. Press a to take down a visit, o to begin a course."
    )
    BINDINGS = bindings(ADD_VISIT, ADD_COURSE, ADD_PERSON, *ON_ENTRIES)
    HELP = (
        "Massage and other care: the course, each visit with pain before and after, and the people "
        "of your care team. A visit needs only what was done; the rest can wait."
    )


class Diet(Listed):
    """The fifth place."""

    MODE = "diet"
    SECTIONS = (MEALS,)
    TEACHES = (
        "Meals and drinks will be listed here: a line of text is enough, nothing is counted. "
        "Press a to take down a meal, w for a glass of water."
    )
    BINDINGS = bindings(ADD_MEAL, *ON_ENTRIES)
    HELP = (
        "Notes, not calories: what you ate in a line of text, tags if you like, and what you drank. "
        "w takes down a glass of water from anywhere."
    )
