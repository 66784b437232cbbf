"""The end of a course: how it went, on which day, and what there is to say of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import standings
from backcare_tui.guidance.care.course_days import days_to_read
from backcare_tui.guidance.care.course_sentences import course_name, say_summary, summaries
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.draft import Values
from backcare_tui.screens.frame.field_lines import parsed
from backcare_tui.screens.frame.form import Form
from backcare_tui.text import clean
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.chips.flow import Chip
from backcare_tui.widgets.fields.inputs import NoteField, ParsedField
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import field_of

OUTCOMES = ("helped", "helped a little", "did not help", "moved on to another therapy")
"""What is offered; own words can be typed."""
BETWEEN = " · "
"""What stands between the outcome and its note."""


class CourseEnd(Form):
    """Ends a course with an outcome."""

    kind = Course
    NAME = "course-end"
    CSS_PATH = ["../frame/form.tcss", "outcome.tcss"]
    AUTO_FOCUS = "Chips"
    HELP = (
        "How the course went, in a word of the list or in your own, and when it ended. The figures "
        "above are those of your diary; undo takes the course up again."
    )
    record: Course

    def __init__(self, desk: Desk, course: Course) -> None:
        """End this course."""
        super().__init__(desk, course)
        self.draft.name = f"{self.NAME}.{course.id}"

    def compose_head(self) -> Iterable[Widget]:
        """The course in figures."""
        self.told = Static(self._summary(), id="told", markup=False)
        yield self.told

    def compose_fields(self) -> Iterable[Widget]:
        """Outcome, day, note."""
        self.outcome = Chips(
            tuple(Chip(word, word) for word in OUTCOMES), label="How it went", id="outcome"
        )
        ended, context = field_of(Course, "ended"), FieldContext(self.clock)
        seen = FieldContext(self.desk.clock)
        self.ended = parsed(ended, context, "today, mon, 3 days ago", seen, id="ended")
        self.note = NoteField("Note", placeholder="What you would tell somebody about it")
        yield from (self.outcome, self.ended, self.note)

    def on_chips_changed(self, event: Chips.Changed) -> None:
        """There is one outcome: the last that was chosen."""
        if len(event.chosen) > 1:
            self.outcome.chosen = event.chosen[-1:]

    def day_fields(self) -> Mapping[str, ParsedField[Any]]:
        """The day of it."""
        return {"ended": self.ended}

    def start_values(self) -> Values:
        """It ends today."""
        return {"ended": "today"}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields."""
        self.outcome.chosen = tuple(filter(None, (values.get("outcome"),)))
        self.ended.text = str(values.get("ended", ""))
        self.note.text = str(values.get("note", ""))

    def values(self) -> Values:
        """What the fields hold now."""
        held = {
            "outcome": next(iter(self.outcome.chosen), None),
            "ended": self.ended.text.strip(),
            "note": self.note.value,
        }
        return {name: value for name, value in held.items() if value}

    def read_form(self) -> Record:
        """The course, ended."""
        held = self.values()
        said = BETWEEN.join(held[name] for name in ("outcome", "note") if name in held)
        ended = self.ended.value or self.clock.today()
        return replace(self.record, ended=ended, outcome=said or None)

    def say_record(self, record: Record) -> str:
        """That it ended, and how."""
        outcome = getattr(record, "outcome", None)
        words = f"ended {course_name(self.record).lower()}"
        return clean(f"{words}: {outcome}" if outcome else words)

    def say_title(self) -> str:
        """Which course."""
        return f"End the {course_name(self.record).lower()}"

    def look_at_clock(self) -> None:
        """The figures go along with the day."""
        before = self._today
        super().look_at_clock()
        if before != self._today:
            self.told.update(self._summary())

    def _summary(self) -> Content:
        repository, clock = self.desk.repository, self.desk.clock
        today = clock.today()
        all_of_them = standings(repository.entries(Course), repository.entries(Visit), clock.now())
        own = [each for each in all_of_them if each.course.id == self.record.id]
        span = days_to_read((each.first_day for each in own), today)
        pain = pain_by_day(repository.entries(Pain, span))
        summed = summaries(own, pain, today)
        lines = (line for each in summed for line in say_summary(each, today))
        return Content("\n").join(map(Content, lines))
