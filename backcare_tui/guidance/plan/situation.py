"""All that a week is made from: the answers, the facts of the diary, the room on each day."""

import datetime as dt
import math
from collections.abc import Sequence
from functools import cached_property

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock, span_of, week_of
from backcare_tui.guidance.advice.evaluation import holding_up
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.care.course import CourseStanding, standings
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.plan.intake import intake_of
from backcare_tui.insight.movement.plans import planned_routines
from backcare_tui.insight.movement.programs import progress, under_way
from backcare_tui.library.routines import ProgramWeek, find_routine
from backcare_tui.player.timeline import length_s

WEEK = dt.timedelta(days=7)


class WeekSituation:
    """What stands at one moment, for one week; each property reads what it needs once."""

    def __init__(
        self,
        repository: Repository,
        clock: Clock,
        first: dt.date | None = None,
        facts: Facts | None = None,
    ) -> None:
        """Take the diary as it is.

        Args:
            repository: The diary, which is only read.
            clock: The moment.
            first: The first day of the week; of the one that runs unless told.
            facts: What the rules see, where it was gathered already.
        """
        self.repository, self.clock = repository, clock
        self.settings = repository.settings()
        self.intake = intake_of(self.settings)
        self.today = clock.today()
        self.first = first or week_of(self.today, self.settings.first_weekday)[0]
        self._facts = facts
        self._lengths: dict[str, int] = {}

    @cached_property
    def facts(self) -> Facts:
        """What the rules see."""
        return self._facts or gather(self.repository, self.clock)

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The seven days of the week."""
        return span_of(self.first, self.first + dt.timedelta(days=6))

    @cached_property
    def stopping(self) -> tuple[Advice, ...]:
        """The advice for which a routine is not begun, foremost first."""
        return holding_up(self.facts)

    @property
    def stops_all(self) -> bool:
        """Whether even what is light waits."""
        return any(each.blocks == "all" for each in self.stopping)

    @cached_property
    def own(self) -> tuple[Routine, ...]:
        """The person's own routines."""
        return self.repository.entries(Routine)

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """What the person planned."""
        return self.repository.entries(Plan)

    @cached_property
    def program_week(self) -> ProgramWeek | None:
        """The week of the program under way; None where there is none."""
        found = under_way(self.plans, self.today)
        if found is None:
            return None
        now = progress(*found, self.facts.sessions)
        return None if now.is_over else now.week

    @cached_property
    def planned_ids(self) -> frozenset[str]:
        """The routines that the person planned for days of the week."""
        return frozenset(
            plan.routine
            for day in self.days
            for plan in planned_routines(self.plans, day)
            if plan.routine
        )

    @cached_property
    def room(self) -> tuple[int, ...]:
        """Whole minutes that each day has left beside what the person planned for it, 0 at least."""
        program = self._minutes_of_program
        asked = (self._planned_minutes(day) + program for day in self.days)
        return tuple(max(self.intake.minutes_a_day - each, 0) for each in asked)

    @cached_property
    def courses(self) -> Sequence[CourseStanding]:
        """Where each course stands."""
        courses = self.repository.entries(Course)
        if not courses:
            return ()
        first = min(course.started for course in courses)
        visits = self.repository.entries(Visit, (first, self.today))
        return standings(courses, visits, self.clock.now())

    def whole_minutes(self, routine_id: str) -> int:
        """How long a routine takes, rounded up; 0 of one that is not known."""
        if routine_id not in self._lengths:
            found = find_routine(routine_id, self.own)
            self._lengths[routine_id] = math.ceil(length_s(found) / 60) if found else 0
        return self._lengths[routine_id]

    def _planned_minutes(self, day: dt.date) -> int:
        found = (plan.routine for plan in planned_routines(self.plans, day))
        return sum(self.whole_minutes(each) for each in found if each)

    @property
    def _minutes_of_program(self) -> int:
        """The longest thing of the program's week, which may fall on any day."""
        if (week := self.program_week) is None:
            return 0
        return max((self.whole_minutes(each.routine) for each in week.sessions), default=0)
