"""The courses of before and those that are open, side by side."""

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import FIND_IN_LIST, REMOVE_ENTRY
from backcare_tui.commands.guidance import ADVICE, CHECK_SIGNS
from backcare_tui.commands.keymap import keyed
from backcare_tui.commands.pages import CLOSE_PAGE
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import standings
from backcare_tui.guidance.care.course_days import days_to_read
from backcare_tui.guidance.care.course_sentences import (
    Summary,
    say_answer,
    say_change,
    say_status,
    say_summary,
    summaries,
)
from backcare_tui.library.taxonomy import name_of
from backcare_tui.screens.frame.breakpoints import NORMAL
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.entry_list import OnEntries
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.text import MONTHS, clean, sentence_case
from backcare_tui.widgets.charts.slopes import Slope, Slopes
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows

COLUMNS = (ListColumn(17), ListColumn(21), ListColumn(7), ListColumn(9), ListColumn())
"""Treatment, when, visits, pain before and after, and how it went."""
NARROW_COLUMNS = (ListColumn(17), ListColumn(9), ListColumn())
TEACHES = (
    "Each course that you begin is kept here, with its visits and pain in the weeks before and after, so that "
    "you can hold one beside another. Press {page.close}, then {course.begin}, to begin one."
)
TEACHES_SLOPES = "Pain in the weeks before and after each course will be drawn here."


class Courses(OnEntries, Searching):
    """Lies over the massage place: every course in a line and as a slope."""

    TITLE = "Courses"
    MODE = "massage"
    CSS_PATH = "courses.tcss"
    AUTO_FOCUS = "#courses"
    BINDINGS = bindings(FIND_IN_LIST, REMOVE_ENTRY, CLOSE_PAGE)
    NAMED_LAST = (*GENERAL, CHECK_SIGNS.action, ADVICE.action)
    HELP = (
        "Every course side by side: visits, pain in the four weeks before and the two weeks after, "
        "whether it is lower than it gets by itself, and the outcome you gave. Enter changes one."
    )

    def __init__(self, desk: Desk) -> None:
        """All of them."""
        super().__init__(desk)
        self._summaries: tuple[Summary, ...] = ()

    def compose_place(self) -> Iterable[Widget]:
        """Slopes above, a line for each, and the chosen one in words."""
        self.slopes = Slopes(empty=TEACHES_SLOPES, id="slopes", classes="tile")
        self.slopes.border_title = "Four weeks before and two weeks after, by its first day"
        self.list = Rows(
            columns=COLUMNS, empty=keyed(TEACHES), id="courses", classes="tile entries"
        )
        self.list.border_title = "Courses"
        self.told = Static(id="told", markup=False)
        search = self.make_search(self.list, "massage, Oct, lower")
        yield from (self.slopes, search, self.list, self.told)

    def on_resize(self, event: events.Resize) -> None:
        """What comes first stays where there is little room."""
        columns = COLUMNS if event.size.width >= NORMAL else NARROW_COLUMNS
        if columns != self.list.columns:
            self.list.columns = columns
            self._show()

    def read_diary(self) -> None:
        """Newest first, whatever the treatment."""
        repository, clock = self.desk.repository, self.desk.clock
        courses, today = repository.entries(Course), clock.today()
        known = standings(courses, repository.entries(Visit), clock.now())
        span = days_to_read((each.first_day for each in known), today)
        pain = pain_by_day(repository.entries(Pain, span))
        newest = sorted(known, key=lambda each: each.course.started, reverse=True)
        self._summaries = summaries(newest, pain, today)
        self.slopes.slopes = tuple(_slope(each) for each in reversed(self._summaries))
        self._show()

    def on_rows_highlighted(self, _event: Rows.Highlighted) -> None:
        """Tell of the course under the cursor."""
        self._tell()

    def _show(self) -> None:
        is_narrow = self.list.columns == NARROW_COLUMNS
        self.show_rows(tuple(self._row(each, is_narrow=is_narrow) for each in self._summaries))
        self._tell()

    def _row(self, each: Summary, *, is_narrow: bool) -> ListRow:
        now, course = each.standing, each.standing.course
        name, change = name_of("treatments", course.treatment), say_change(each)
        went = " · ".join(filter(None, (say_answer(each), clean(course.outcome or ""))))
        if is_narrow:
            return ListRow(course.id, (name, change, went))
        count = f"{now.done} of {now.visits}"
        return ListRow(course.id, (name, _span(course), count, change, went))

    def _tell(self) -> None:
        row, today = self.list.row, self.desk.clock.today()
        chosen = next((s for s in self._summaries if row and s.standing.course.id == row.key), None)
        if chosen is None:
            self.told.update(Content(""))
            return
        course = chosen.standing.course
        said = [("Goal: ", course.goal), ("Outcome: ", course.outcome)]
        own = [Content.assemble((label, "$quiet"), clean(text)) for label, text in said if text]
        status = Content(f"{sentence_case(say_status(chosen.standing, today))}.")
        told = Content(" ".join(say_summary(chosen, today)))
        self.told.update(Content("\n").join([status, told, *own]))


def _span(course: Course) -> str:
    """`2 Oct to 9 Nov 2026`, or `since 2 Oct 2026`."""
    first = f"{course.started.day} {MONTHS[course.started.month - 1]}"
    if course.ended is None:
        return f"since {first} {course.started.year}"
    last = f"{course.ended.day} {MONTHS[course.ended.month - 1]} {course.ended.year}"
    return f"{first} to {last}"


def _slope(of: Summary) -> Slope:
    """Both means, or neither: one number alone would be held against nothing."""
    before, after = of.found.before, of.found.after
    if before is None or after is None:
        return Slope(of.standing.course.started, None, None)
    return Slope(of.standing.course.started, _rounded(before), _rounded(after))


def _rounded(number: float) -> int:
    return int(number + 0.5)
