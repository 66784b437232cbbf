"""The fourth place: the course, the visits, and the way to the people."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
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
from backcare_tui.guidance.care.course import VISITS_TO_JUDGE, CourseStanding, standings
from backcare_tui.guidance.care.course_days import days_to_read
from backcare_tui.guidance.care.course_sentences import (
    CourseVerdict,
    course_name,
    summaries,
    verdict,
)
from backcare_tui.guidance.care.team import names_of
from backcare_tui.guidance.reading import WHEN_NOT
from backcare_tui.screens.care.course_asks import did_it_help, say_helped, still_signs
from backcare_tui.screens.care.course_tile import (
    course_entries,
    empty_entries,
    mind_entries,
    say_team,
)
from backcare_tui.screens.care.minds import minds_of_course, minds_of_last_visit
from backcare_tui.screens.care.sore_line import SoreLine
from backcare_tui.screens.care.visit_rows import NARROW, VisitRows, wide_columns
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.entry_list import OnEntries
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.widgets.charts.slopes import Slope, Slopes
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Sheet

NORMAL = 76
"""Columns of the screen from which slopes and the rest of a visit are shown."""
TEACHES_VISITS = (
    "Massages and other treatments will be listed here, with pain before and after. "
    "Press {add.visit} to take one down: only what was done is needed, the rest can wait."
)
TEACHES_SLOPES = "Pain before and after each visit will be drawn here, and how sore the day after."
IN_FRAMES = frozenset(each.action for each in (BENEFITS, READ_FIRST, HAND_OVER_PAGE, CARE_TEAM))
"""What the frame of the visits names, and the line of the people."""


class Massage(OnEntries, Searching):
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
        self._shown = ""
        self._verdict: CourseVerdict | None = None

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
        agreed = repository.entries(Agreement)
        does = {part.person: part.does for part in agreed[-1].parts} if agreed else {}
        self.team.update(say_team(repository.entries(Person), does))
        self.refresh_bindings()

    def show_saved(self, id_: str) -> None:
        """Go to the visit, or show the course."""
        self.visits.select(id_)
        if any(each.course.id == id_ for each in self._open):
            self._shown = id_
            self._show_course()
            self.refresh_bindings()

    @property
    def _now(self) -> CourseStanding | None:
        """The course that is shown; None where none is open."""
        chosen = (each for each in self._open if each.course.id == self._shown)
        return next(chosen, self._open[0] if self._open else None)

    def _pain(self, of: CourseStanding) -> dict[dt.date, float]:
        """What a course is judged by."""
        span = days_to_read((of.first_day,), self.desk.clock.today())
        return pain_by_day(self.desk.repository.entries(Pain, span))

    def _show_course(self) -> None:
        now, today = self._now, self.desk.clock.today()
        if now is None:
            self.course.border_title, self.course.border_subtitle = "Course", ""
            self._verdict = None
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
            self._verdict = verdict(now, self._pain(now), today)
            self.sheet.entries = course_entries(
                now, self._verdict, today, minds_of_course(self.desk, now)
            )
        self._show_slopes()

    def _counted(self) -> tuple[Visit, ...]:
        """The visits that are drawn: those of the course, else the last massages and others."""
        if self._now:
            return self._now.given
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
        """Name only what can be done with the course that is shown."""
        can = self._can().get(action)
        return super().check_action(action, parameters) if can is None else can

    def _can(self) -> dict[str, bool]:
        """Which actions the shown course allows."""
        now = self._now
        is_open, status = now is not None, now.status if now else ""
        return {
            "change_course": is_open,
            "end_course": is_open,
            "sources": is_open,
            "put_off_course": status in {"active", "postponed"},
            "say_helped": now is not None and now.done >= VISITS_TO_JUDGE,
            "look_for_signs": status == "postponed",
            "step_course": len(self._open) > 1,
            "past_courses": bool(self._all),
        }

    def action_add(self, _table: str) -> None:
        """Take down a visit; one of the shown course where that is of another treatment."""
        now = self._now
        given: dict[str, Any] | None = None
        if now and now.status in {"active", "postponed"} and now.course.treatment != "massage":
            given = {"treatment": now.course.treatment}
        self.app.push_screen(screens.VisitForm(self.desk, given=given))

    def action_step_course(self, by: int) -> None:
        """Show the next of the open courses, or the one before."""
        if self._now:
            at = (self._open.index(self._now) + by) % len(self._open)
            self._shown = self._open[at].course.id
            self._show_course()
            self.refresh_bindings()

    def action_begin_course(self) -> None:
        """A new one."""
        self.app.push_screen(screens.CourseForm(self.desk))

    def action_change_course(self) -> None:
        """Its visits, days, goal."""
        if self._now:
            self.app.push_screen(screens.CourseForm(self.desk, self._now.course))

    def action_end_course(self) -> None:
        """Say how it went; a planned one is taken back."""
        now = self._now
        if now is None:
            return
        if now.course.started > self.desk.clock.today():
            words = f"took back the planned {course_name(now.course).lower()}"
            self.desk.remove(now.course.id, words=words)
        else:
            self.app.push_screen(screens.CourseEnd(self.desk, now.course))

    def action_put_off_course(self) -> None:
        """Put it off, or take it up again; with a sign of inflammation that is asked twice."""
        now = self._now
        if now is None:
            return
        if now.postponed is None:
            words = f"put off: {course_name(now.course).lower()}"
            self.desk.change(replace(now.course, postponed=self.desk.clock.now()), words=words)
        elif asks := still_signs(self.desk):
            self.app.push_screen(asks, lambda answer: self._take_up(now) if answer else None)
        else:
            self._take_up(now)

    def _take_up(self, now: CourseStanding) -> None:
        words = f"taken up again: {course_name(now.course).lower()}"
        self.desk.change(replace(now.course, resumed=self.desk.clock.now()), words=words)

    def action_say_helped(self) -> None:
        """Ask whether it helps, and keep the answer."""
        if now := self._now:
            course = now.course
            self.app.push_screen(
                did_it_help(course), lambda answer: self._keep_helped(course, answer)
            )

    def _keep_helped(self, course: Course, answer: str | None) -> None:
        if found := say_helped(course, answer):
            answered, words = found
            self.desk.change(answered, words=words)

    def action_look_for_signs(self) -> None:
        """Ask for signs of inflammation."""
        self.app.push_screen(screens.SignsOfInflammation(self.desk))

    def action_past_courses(self) -> None:
        """All of them, compared."""
        self.app.push_screen(screens.Courses(self.desk))

    def action_benefits(self) -> None:
        """What massage is said to do."""
        self.app.push_screen(screens.Benefits(self.desk))

    def action_read_when_not(self) -> None:
        """What to know before a massage is booked."""
        self.app.push_screen(screens.PageToRead(self.desk, WHEN_NOT))

    def action_sources(self) -> None:
        """What the words of the course rest on."""
        if self._now and self._verdict:
            self.app.push_screen(screens.CourseSources(self.desk, self._now, self._verdict))

    def action_care_team(self) -> None:
        """The people, the shared plan, questions."""
        self.app.push_screen(screens.Team(self.desk))

    def action_hand_over(self) -> None:
        """The page for the next appointment."""
        person = self._now.course.person if self._now else None
        self.app.push_screen(screens.HandOver(self.desk, person or ""))

    def action_note_question(self) -> None:
        """A line to ask at an appointment."""
        self.app.push_screen(screens.QuestionForm(self.desk))


def _is_open(course: Course, today: dt.date) -> bool:
    return course.ended is None or course.ended > today
