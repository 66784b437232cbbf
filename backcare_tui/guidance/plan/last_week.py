"""How a week went: what was done of it, how sessions felt, what got in the way."""

import datetime as dt
from collections.abc import Sequence
from functools import cached_property

from backcare_tui.diary.derived import mean_known
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import PlanLine, WeekAnswer, WeekPlan
from backcare_tui.diary.values import BarrierWord, FeltWord
from backcare_tui.guidance.averages import DIGITS
from backcare_tui.guidance.plan.parts import is_active, total_minutes
from backcare_tui.guidance.plan.progress import line_progress
from backcare_tui.guidance.plan.scheduling import weekday_ids
from backcare_tui.guidance.plan.situation import WEEK, WeekSituation
from backcare_tui.guidance.plan.table import say_why
from backcare_tui.guidance.plan.weeks_kept import answer_of, is_held, weeks_kept
from backcare_tui.guidance.safety import rise_stops
from backcare_tui.insight.week.ready import EVENING

ENOUGH_DONE = 2 / 3
"""The part of a week from which it counts as done (our own rule)."""
LEAST_DUE = 2
"""Times due from which a week can be judged (our own rule)."""
WELL: tuple[FeltWord, ...] = ("easy", "right")
WORSE_BY = 2
"""Points by which a week's mean pain is clearly worse (Farrar 2001)."""


class LastWeek:
    """The week that the next one is made from; each property reads what it needs once."""

    def __init__(
        self,
        plan: WeekPlan,
        answer: WeekAnswer | None,
        now: WeekSituation,
        *,
        is_carried: bool = False,
    ) -> None:
        """Take it as it is kept.

        Args:
            plan: The week.
            answer: What was said of it, where anything was.
            now: What stands, for the week that is made.
            is_carried: Whether nobody renewed it, and it only goes on.
        """
        self.plan, self.answer, self.now = plan, answer, now
        self.is_carried = is_carried

    @property
    def barriers(self) -> tuple[BarrierWord, ...]:
        """What got in the way."""
        return self.answer.barriers if self.answer else ()

    @property
    def weeks_since(self) -> int:
        """Weeks from this one to the one that is made: 1 where none was missed."""
        return (self.now.first - self.plan.week).days // 7

    @cached_property
    def earlier(self) -> tuple[WeekPlan, ...]:
        """The weeks before it, in their order."""
        kept = weeks_kept(self.now.repository)
        return tuple(each for each in kept if each.week < self.plan.week)

    @cached_property
    def base(self) -> WeekPlan | None:
        """The last week that no warning sign held, which amounts are measured by; None if none."""
        if not is_held(self.plan):
            return self.plan
        return next((each for each in reversed(self.earlier) if not is_held(each)), None)

    @cached_property
    def minutes(self) -> int:
        """The active minutes of that week."""
        return total_minutes(self.base.lines) if self.base else 0

    @cached_property
    def sessions(self) -> Sequence[Session]:
        """All sessions since its first day, those of the plan and any other."""
        since = max(self.plan.week, self.now.today - 2 * WEEK)
        return [each for each in self.now.facts.sessions if each.day >= since]

    @cached_property
    def adherence(self) -> float | None:
        """The part of what was due that was done, 0 to 1; None where too little was due to tell.

        What was due before the plan was made does not count, nor what was done more often than meant.
        """
        return self._adherence_to(self.plan)

    @property
    def is_over(self) -> bool:
        """Whether its last evening has come: what is still ahead of one may yet hurt."""
        now, end = self.now.clock.now(), self.plan.week + dt.timedelta(days=6)
        return now.date() > end or (now.date() == end and now.time() >= EVENING)

    @property
    def is_twice_nothing(self) -> bool:
        """Whether nothing was done of it, nor of the week before it."""
        before = next(reversed(self.earlier), None)
        is_row = before is not None and before.week + WEEK == self.plan.week
        if self.adherence != 0 or before is None or not is_row:
            return False
        return self._adherence_to(before) == 0

    def is_again(self, rule: str) -> bool:
        """Whether the week itself was made for the same reason already."""
        return any(change.why == say_why(rule) for change in self.plan.changes)

    def felt_well(self, plan: WeekPlan) -> bool:
        """Whether an earlier week was called easy or right."""
        said = answer_of(self.now.repository, plan.week)
        return said is not None and said.felt in WELL

    @property
    def is_kept(self) -> bool:
        """Whether enough of it was done."""
        return self.adherence is not None and self.adherence >= ENOUGH_DONE

    @cached_property
    def days_kept(self) -> frozenset[int]:
        """The days of a week, from 0 for its first, on which something was done in the last two weeks."""
        since = self.now.today - 2 * WEEK
        done = [each.day for each in self.now.facts.sessions if each.day > since]
        return frozenset((day - self.now.first).days % 7 for day in done)

    @property
    def has_stopped(self) -> bool:
        """Whether a session was stopped."""
        return any(each.stopped for each in self.sessions)

    @property
    def has_risen(self) -> bool:
        """Whether pain rose by 2 points or more over a session."""
        return any(rise_stops(each.pain_before, each.pain_after) for each in self.sessions)

    @property
    def mean_rise(self) -> float:
        """Pain after less pain before, on average; 0 where no session states both."""
        rises = [
            each.pain_after - each.pain_before
            for each in self.sessions
            if each.pain_after is not None and each.pain_before is not None
        ]
        return mean_known(rises) or 0.0

    @property
    def has_worsened(self) -> bool:
        """Whether the last seven days hurt 2 points more on average than the seven before."""
        facts = self.now.facts
        now = facts.mean7(facts.pain_by_day)
        before = facts.mean7(facts.pain_by_day, facts.today - WEEK)
        return now is not None and before is not None and round(now - before, DIGITS) >= WORSE_BY

    def _adherence_to(self, plan: WeekPlan) -> float | None:
        due, done = 0, 0
        for each in line_progress(self.now.repository, self.now.clock, plan):
            if is_active(each.line):
                asked = self._due(plan.week, each.line)
                due += asked
                done += min(each.done, asked)
        return done / due if due >= LEAST_DUE else None

    def _due(self, first: dt.date, line: PlanLine) -> int:
        """How often a line was due in its week, from when the first plan was made, up to today."""
        week = [first + dt.timedelta(days=each) for each in range(7)]
        ids = weekday_ids(range(7), first)
        introduced = self.now.settings.introduced
        since = introduced if introduced in week and introduced else first
        open_ = {id_ for id_, day in zip(ids, week, strict=True) if since <= day <= self.now.today}
        return min(line.times, len(open_ & set(line.days or open_)))
