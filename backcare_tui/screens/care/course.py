"""The form of a course, and what is settled before a new one begins."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property, partial

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.care import A_WEEK_LATER, WHEN_NOT_IN_FORM
from backcare_tui.commands.command import bindings
from backcare_tui.commands.keymap import key_of
from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.care.benefits import benefits
from backcare_tui.guidance.care.cautions import Treatment, groups_of
from backcare_tui.guidance.care.course import USUAL_DAYS, USUAL_VISITS
from backcare_tui.guidance.care.course_days import DAYS_BEFORE, LEAST_BEFORE, noted_before
from backcare_tui.guidance.care.course_sentences import WEEK, course_name, say_near, usual_baseline
from backcare_tui.guidance.care.course_start import Ask, AskId, asked_first, cares
from backcare_tui.guidance.care.response_sentences import say_noted_before
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.known import Known, known_of
from backcare_tui.guidance.reading import WHEN_NOT, reading_pages
from backcare_tui.library.scales import severity_word
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.entry_form import EntryForm
from backcare_tui.widgets.fields.field import Field
from backcare_tui.widgets.notice import Notice

ALL_THE_SAME = ChoiceAnswer("b", "begin", "Begin all the same")
SIGNS_NOW = ChoiceAnswer("W", "red-flags", "Look at the warning signs now")
SEEN = ChoiceAnswer("s", "seen", "Seen by a professional")
LATER = ChoiceAnswer("l", "later", "Begin later; this is kept as a draft")
ASKS: Mapping[AskId, tuple[str, ChoiceAnswer, tuple[ChoiceAnswer, ...]]] = {
    "urgent": ("Not yet: this comes first", SIGNS_NOW, (SEEN,)),
    "warning-signs": (
        "Warning signs first?",
        SIGNS_NOW,
        (ChoiceAnswer("b", "begin", "Begin without it for now"),),
    ),
    "same-treatment": (
        "One is open already",
        ChoiceAnswer("e", "end", "End the old one first"),
        (ALL_THE_SAME,),
    ),
    "check-up": ("A check-up first", LATER, (SEEN, ALL_THE_SAME)),
}
"""How each question is asked before a course begins: its title, the answer that records nothing,
and the others."""
BACK = "Back here, enter begins the course."
OF_THE_END = ("ended", "outcome")
TYPED = ("treatment", "goal", "person", "outcome")
"""Fields in which brackets are typed; in the others they step the day."""


class CourseForm(EntryForm):
    """Only the treatment is required; the rest stands there as is usual."""

    CSS_PATH = ["../frame/form.tcss", "course.tcss"]
    BINDINGS = bindings(A_WEEK_LATER, WHEN_NOT_IN_FORM)
    HELP = (
        "A series of visits: how many, in how many days; a day to come plans it. Pain after it is held "
        "against the four weeks before the first visit, so note pain until then. Severe pain asks for a "
        "check-up before it."
    )

    def __init__(self, desk: Desk, course: Course | None = None) -> None:
        """A new course, or one to change."""
        today = desk.clock.today()
        week = (today - dt.timedelta(days=WEEK - 1), today)
        baseline = usual_baseline(pain_by_day(desk.repository.entries(Pain, week)), today)
        self._baseline = baseline
        usual = {"planned_visits": USUAL_VISITS, "days": USUAL_DAYS, "baseline": baseline}
        super().__init__(desk, Course, course, given=usual)
        self._settled: set[AskId] = set()
        self._may_wait = False

    def compose_fields(self) -> Iterable[Widget]:
        """A line for each field, and what is known of the usual numbers."""
        fields = list(super().compose_fields())
        started = self.fields["started"]
        started.say = lambda day: say_near(day, self.desk.clock.today())
        self.fields["baseline"].say = self._say_baseline
        for name, field in self.fields.items():
            field.input.has_brackets = name in TYPED
            field.display = self.record is not None or name not in OF_THE_END
        yield from fields
        self.noted = Static(id="noted", markup=False)
        yield self.noted
        self.care = Static(id="care", markup=False)
        yield self.care
        title = reading_pages()[WHEN_NOT].title
        read = Content.assemble(
            (key_of(WHEN_NOT_IN_FORM), "$next"), (f" {title}: read it before you book", "$quiet")
        )
        self.read_first = Static(read, id="read-first", markup=False)
        yield self.read_first
        about = benefits()["course"]
        self.about = Static(Content(f"{about.says} {about.why}"), id="about", markup=False)
        yield self.about

    @on(Field.Changed, "#treatment")
    def tell_of_treatment(self) -> None:
        """What to ask before it, and the reading that goes with massage alone."""
        self.about.display = self.read_first.display = self._is_massage
        self.refresh_bindings()
        treatment = self.fields["treatment"].value
        found = cares(Treatment(treatment), self._known_of_person) if treatment else ()
        said = [
            Content.assemble(("◆ ", "$next"), each.words, (f"\nSource: {each.source}", "$quiet"))
            for each in found
        ]
        self.care.update(Content("\n").join(said))
        self.care.display = bool(said)

    @cached_property
    def _known_of_person(self) -> Known:
        return known_of(gather(self.desk.repository, self.desk.clock))

    def _say_baseline(self, severity: int) -> str:
        """Its word, and where it is from while nobody changed it."""
        is_usual = self.record is None and severity == self._baseline
        return severity_word(severity) + (", the mean of your last days" if is_usual else "")

    def say_title(self) -> str:
        """Whether it begins or is changed."""
        return "Change the course" if self.record else "Begin a course"

    def say_record(self, record: Record) -> str:
        """The course, and when a planned one begins."""
        today = self.desk.clock.today()
        if isinstance(record, Course) and record.started > today:
            return f"{course_name(record)}, begins {say_near(record.started, today)}"
        return super().say_record(record)

    @on(Field.Changed, "#started")
    def say_noted(self) -> None:
        """With how many noted days it can later be judged, and that it may wait where they are too few."""
        first = self.fields["started"].value or self.desk.clock.today()
        weeks = (first - dt.timedelta(days=DAYS_BEFORE), first)
        noted = noted_before(pain_by_day(self.desk.repository.entries(Pain, weeks)), first)
        self._may_wait = self.record is None and noted < LEAST_BEFORE
        wait = (
            (f"\n{key_of(A_WEEK_LATER)} ", "$next"),
            ("begins it a week later", "$quiet"),
        )
        words = Content.assemble(say_noted_before(noted), *(wait if self._may_wait else ()))
        self.noted.update(words)
        self.noted.display = self.record is None
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the page on massage with massage alone, and a week more where days are missing."""
        if action == "read_when_not":
            return self._is_massage
        if action == "begin_week_later":
            return self._may_wait
        return super().check_action(action, parameters)

    @property
    def _is_massage(self) -> bool:
        treatment = self.fields["treatment"].value
        return "massage" in groups_of(Treatment(treatment or ""))

    async def action_begin_week_later(self) -> None:
        """Put the beginning off by a week."""
        await self.shift_day(WEEK)

    def action_read_when_not(self) -> None:
        """The page to read before one is booked."""
        self.app.push_screen(screens.PageToRead(self.desk, WHEN_NOT))

    async def shift_day(self, days: int) -> None:
        """Begin a day earlier or later."""
        started = self.fields["started"]
        day = started.value or self.desk.clock.today()
        started.text = (day + dt.timedelta(days=days)).isoformat()

    def action_save(self) -> None:
        """Save, once everything that comes first is settled."""
        ask = self._next_ask()
        if ask is None:
            super().action_save()
            return
        title, safe, answers = ASKS[ask.id]
        source = f"\n{ask.source}" if ask.source else ""
        words = Content.assemble(ask.words, (source, "$quiet"))
        self.app.push_screen(
            screens.ChoiceDialog(title, words, safe, answers), partial(self._take_answer, ask)
        )

    def _next_ask(self) -> Ask | None:
        """What is to be settled next; None where nothing is, or the form is not right yet."""
        course = self._drafted()
        if self.record is not None or course is None:
            return None
        facts = gather(self.desk.repository, self.desk.clock, course)
        return next((ask for ask in asked_first(facts) if ask.id not in self._settled), None)

    def _drafted(self) -> Course | None:
        """The course as it stands in the fields; None where one cannot be read."""
        held = {name: field.value for name, field in self.fields.items()}
        if not all(field.is_valid for field in self.fields.values()) or not held["treatment"]:
            return None
        return Course(
            treatment=held["treatment"],
            started=held["started"] or self.desk.clock.today(),
            baseline=held["baseline"],
        )

    def _take_answer(self, ask: Ask, answer: str | None) -> None:
        match answer:
            case "begin":
                self._settled.add(ask.id)
                self.action_save()
            case "seen":
                self.query_exactly_one(Notice).say(BACK)
                self.app.push_screen(screens.CheckUpForm(self.desk))
            case "later":
                self.draft.held = {}  # what stands there is kept, also where nothing was typed
                self.action_leave()
            case "red-flags":
                self.query_exactly_one(Notice).say(BACK)
                self.app.push_screen(screens.RedFlags(self.desk))
            case "end":
                self.query_exactly_one(Notice).say(BACK)
                old = self.desk.repository.find(ask.of)
                if isinstance(old, Course):
                    self.app.push_screen(screens.CourseEnd(self.desk, old))
