"""The fourth place: the course, the visits, and the way to the people."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from textual import events
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.care import (
    BENEFITS,
    CARE_TEAM,
    EARLIER_COURSE,
    HAND_OVER_PAGE,
    ON_COURSE,
)
from backcare_tui.commands.care import (
    WHEN_NOT as READ_FIRST,
)
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import ADD_VISIT, ALL_OF_LIST, FIND_IN_LIST, REMOVE_ENTRY
from backcare_tui.commands.guidance import ADVICE, CHECK_SIGNS
from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import key_of, keyed
from backcare_tui.commands.places import GENERAL
from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.team import Agreement, Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import CourseStanding, standings
from backcare_tui.guidance.care.course_days import days_to_read
from backcare_tui.guidance.care.course_sentences import (
    course_name,
    summaries,
    verdict,
)
from backcare_tui.guidance.care.team import in_force, names_of, part_of
from backcare_tui.guidance.reading import WHEN_NOT
from backcare_tui.screens.care.course_tile import (
    course_entries,
    empty_entries,
    mind_entries,
    say_team,
)
from backcare_tui.screens.care.minds import minds_of_course, minds_of_last_visit
from backcare_tui.screens.care.on_course import OnCourse
from backcare_tui.screens.care.sore_line import SoreLine
from backcare_tui.screens.care.visit_rows import NARROW, VisitRows, wide_columns
from backcare_tui.screens.frame.breakpoints import NORMAL
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.widgets.charts.slopes import Slope, Slopes
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Sheet

TEACHES_VISITS = (
    "Massages and other treatments will be listed here, with pain before and after. "
    "Press {add.visit} to take one down: only what was done is needed, the rest can wait."
)
TEACHES_SLOPES = "Pain before and after each visit will be drawn here, and how sore the day after."
IN_FRAMES = frozenset(each.action for each in (BENEFITS, READ_FIRST, HAND_OVER_PAGE, CARE_TEAM))
"""What the frame of the visits names, and the line of the people."""


class Massage(OnCourse, Searching):
    """The fourth place."""

    MODE = "massage"
    CSS_PATH = "place.tcss"
    AUTO_FOCUS = "#visits"
    BINDINGS = bindings(ADD_VISIT, *ON_COURSE, FIND_IN_LIST, ALL_OF_LIST, REMOVE_ENTRY)
    NAMED_LAST = (*GENERAL, CHECK_SIGNS.action, ADVICE.action)
    HELP = (
        "The course of massage or another treatment, and whether pain is lower than in the four "
        "weeks before. Below it each visit with pain before and after; enter changes one."
    )

    def __init__(self, desk: Desk) -> None:
        """The foremost of the open courses is shown at first."""
        super().__init__(desk)
        self._all: tuple[CourseStanding, ...] = ()
        self._open: tuple[CourseStanding, ...] = ()
        self._shown_id = ""

    def compose_place(self) -> Iterable[Widget]:
        """The course and its slopes above, the visits below, the people in one line."""
        self.sheet = Sheet(id="words")
        self.course = VerticalScroll(self.sheet, id="course", classes="tile")
        self.slopes = Slopes(empty=TEACHES_SLOPES, id="slopes")
        self.sore = SoreLine(id="sore")
        self.answer = Vertical(self.slopes, self.sore, id="answer", classes="tile")
        self.answer.border_title = "Pain before and after"
        yield Horizontal(self.course, self.answer, id="above")
        self.visits = Rows(
            columns=NARROW, empty=keyed(TEACHES_VISITS), id="visits", classes="tile entries"
        )
        self.visits.border_title = "Visits"
        self.visits.border_subtitle = hint(
            "{massage.benefits} what it may do · {massage.when-not} read first · "
            "{massage.hand-over} hand-over page"
        )
        yield self.make_search(self.visits, "Ada, sore, Mon 12 Oct")
        yield self.visits
        self.team = Static(id="team", markup=False)
        yield self.team

    def on_mount(self) -> None:
        """The foot does not say again what a frame names."""
        self.query_exactly_one(Keys).left_out = IN_FRAMES

    def on_resize(self, event: events.Resize) -> None:
        """What comes first stays where there is little room."""
        if (event.size.width < NORMAL) is not (self.visits.columns == NARROW):
            self._show_visits()

    def read_diary(self) -> None:
        """The courses that are open, the visits, and who is there."""
        repository, clock = self.desk.repository, self.desk.clock
        courses, visits = repository.entries(Course), repository.entries(Visit)
        self._all = standings(courses, visits, clock.now())
        self._open = tuple(each for each in self._all if _is_open(each.course, clock.today()))
        self._show_course()
        self._show_visits()
        plan = in_force(repository.entries(Agreement), clock.today())
        people = repository.entries(Person)
        self.team.update(say_team(people, {each.id: part_of(plan, each.id) for each in people}))
        self.refresh_bindings()

    def show_saved(self, id_: str) -> None:
        """Go to the visit, or show the course."""
        self.visits.select(id_)
        if any(each.course.id == id_ for each in self._open):
            self._shown_id = id_
            self._show_course()
            self.refresh_bindings()

    @property
    def shown(self) -> CourseStanding | None:
        """The course that is shown; None where none is open."""
        chosen = (each for each in self._open if each.course.id == self._shown_id)
        return next(chosen, self._open[0] if self._open else None)

    def _pain(self, of: CourseStanding) -> dict[dt.date, float]:
        """What a course is judged by."""
        span = days_to_read((of.first_day,), self.desk.clock.today())
        return pain_by_day(self.desk.repository.entries(Pain, span))

    def _show_course(self) -> None:
        now, today = self.shown, self.desk.clock.today()
        if now is None:
            self.course.border_title, self.course.border_subtitle = "Course", ""
            self.verdict = None
            ended = max(self._all, key=lambda each: each.course.started, default=None)
            last = summaries((ended,), self._pain(ended), today)[0] if ended else None
            self.sheet.entries = (
                *mind_entries(minds_of_last_visit(self.desk)),
                *empty_entries(last, today),
            )
        else:
            place = self._open.index(now)
            more = (
                f" · {place + 1} of {len(self._open)}, {key_of(EARLIER_COURSE)}"
                if len(self._open) > 1
                else ""
            )
            self.course.border_title = Content(course_name(now.course) + more)
            self.course.border_subtitle = (
                "" if now.status == "planned" else hint("{course.sources} says why")
            )
            self.verdict = verdict(now, self._pain(now), today)
            self.sheet.entries = course_entries(
                now, self.verdict, today, minds_of_course(self.desk, now)
            )
        self._show_slopes()

    def _counted(self) -> tuple[Visit, ...]:
        """The visits that are drawn: those of the course, else the last massages and others."""
        if self.shown:
            return self.shown.given
        return self.desk.repository.entries(Visit)[-4:]

    def _show_slopes(self) -> None:
        visits = self._counted()
        self.slopes.slopes = tuple(
            Slope(each.day, each.pain_before, each.pain_after) for each in visits
        )
        self.sore.soreness = tuple(each.sore_next_day for each in visits)
        self.answer.border_subtitle = "below: sore the next day" if visits else ""

    def _show_visits(self) -> None:
        repository = self.desk.repository
        names = names_of(repository.entries(Person))
        is_narrow = self.size.width < NORMAL
        self.visits.columns = NARROW if is_narrow else wide_columns()
        today = self.desk.clock.today()
        self.show_rows(VisitRows(repository.entries(Visit), names, today, is_narrow=is_narrow))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name the way to other courses only where there are any."""
        if action == "step_course":
            return len(self._open) > 1
        if action == "past_courses":
            return bool(self._all)
        return super().check_action(action, parameters)

    def action_add(self, _table: str) -> None:
        """Take down a visit; one of the shown course where that is of another treatment."""
        now = self.shown
        given: dict[str, Any] | None = None
        if now and now.status in {"active", "postponed"} and now.course.treatment != "massage":
            given = {"treatment": now.course.treatment}
        self.app.push_screen(screens.VisitForm(self.desk, given=given))

    def action_step_course(self, by: int) -> None:
        """Show the next of the open courses, or the one before."""
        if self.shown:
            at = (self._open.index(self.shown) + by) % len(self._open)
            self._shown_id = self._open[at].course.id
            self._show_course()
            self.refresh_bindings()

    def action_past_courses(self) -> None:
        """All of them, compared."""
        self.app.push_screen(screens.Courses(self.desk))

    def action_benefits(self) -> None:
        """What massage is said to do."""
        self.app.push_screen(screens.Benefits(self.desk))

    def action_read_when_not(self) -> None:
        """What to know before a massage is booked."""
        self.app.push_screen(screens.PageToRead(self.desk, WHEN_NOT))

    def action_care_team(self) -> None:
        """The people, the shared plan, questions."""
        self.app.push_screen(screens.Team(self.desk))

    def action_note_question(self) -> None:
        """A line to ask at an appointment."""
        self.app.push_screen(screens.QuestionForm(self.desk))


def _is_open(course: Course, today: dt.date) -> bool:
    return course.ended is None or course.ended > today
