"""A program under way: which week one is in, by what was done and how it felt, never by date.

A week is over once each of its routines and its walks is done as often as it asks. Then the next
one begins with the next session, if pain rose no more and the stop rule ended no more of the
sessions than the program allows (`Program.moves_on`); otherwise the same week comes again.
"""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.derived import mean_known
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.movement.plans import is_in_force
from backcare_tui.library.routines import Program, ProgramWeek, program, routine_name
from backcare_tui.text import say_count, say_number

WALK = "walk"
"""What a walk is taken down as that no routine leads through."""
WALKS = (WALK, "walking-starter", "walking-brisk-30")
"""What counts as a walk; of the last two what the week's sessions do not ask for."""
DAYS_OF_WEEK = 7
LEAST_OF_WALK = 0.75
"""The part of a walk's minutes from which it counts; a choice of ours."""
LEAST_OF_ROUTINE = 0.5
"""The part of a routine's planned time from which it counts; a choice of ours."""


class TimesDone(msgspec.Struct, frozen=True):
    """How often a routine of the week, or its walk, is done of how many times."""

    routine: str
    """Its id; `WALK` for the walks."""
    done: int
    times: int
    last: dt.date | None = None
    """The last day that it was done, also in an earlier week of the program."""

    @property
    def left(self) -> int:
        """How many times are still to do."""
        return max(self.times - self.done, 0)


class ProgramProgress(msgspec.Struct, frozen=True, kw_only=True):
    """Where one is in a program."""

    program: Program
    week: ProgramWeek
    """The week one is in; the last one when it is over."""
    time: int = 1
    """1 the first time in this week, 2 when it comes again."""
    routines: tuple[TimesDone, ...]
    walks: TimesDone
    sessions: tuple[Session, ...] = ()
    """Those of this week that belong to the program, done to the end or not."""
    why: str = ""
    """Why the week before led to this one, or to the same again; empty in the first."""
    is_over: bool = False
    """Whether the last week is done and went well."""

    @property
    def mean_rise(self) -> float | None:
        """Pain after less pain before, in points: the mean over the sessions that state both."""
        return mean_known(
            each.pain_after - each.pain_before
            for each in self.sessions
            if each.pain_after is not None and each.pain_before is not None
        )

    @property
    def stopped(self) -> int:
        """How many of the week's sessions the stop rule ended."""
        return sum(each.stopped is not None for each in self.sessions)

    @property
    def parts(self) -> tuple[TimesDone, ...]:
        """The routines, and the walks where the week has any."""
        return (*self.routines, self.walks) if self.walks.times else self.routines


def under_way(plans: Iterable[Plan], day: dt.date) -> tuple[Program, Plan] | None:
    """The program that one is in on a day, with the plan that says so; of two the later one.

    A program that is ended on a day is no longer under way on it.
    """
    found = [
        (known, plan)
        for plan in plans
        if plan.routine and is_in_force(plan, day) and plan.until != day
        if (known := program(plan.routine))
    ]
    return max(found, key=lambda pair: (pair[1].day, pair[1].made), default=None)


def progress(program: Program, plan: Plan, sessions: Iterable[Session]) -> ProgramProgress:
    """Where one is in a program after these sessions.

    Args:
        program: The program.
        plan: Since when it is done, and the week that it began with.
        sessions: In any order; those outside the plan's days do not count.
    """
    counted = sorted(
        (each for each in sessions if is_in_force(plan, each.day)), key=lambda each: each.order
    )
    place = min(plan.program_week or 1, len(program.weeks)) - 1
    now = _begin(program, place, {})
    for session in counted:
        if now.is_over:
            break
        now = _after(now, session)
        if not any(part.left for part in now.parts):
            now = _next_week(now)
    return now


def next_up(progress: ProgramProgress, today: dt.date) -> str | None:
    """The id of the routine that is worth doing next: most of it is left, and it is not done today.

    None where today has no more of them; the walks go beside them, see `has_walk`.
    """
    if progress.is_over:
        return None
    open_ = [part for part in progress.routines if part.left and part.last != today]
    return max(open_, key=lambda part: part.left / part.times).routine if open_ else None


def has_walk(progress: ProgramProgress, today: dt.date) -> bool:
    """Whether a walk is left for today: they go beside the routines from the first day on, not after them."""
    walks = progress.walks
    return not progress.is_over and walks.left > 0 and walks.last != today


def say_pace(week: ProgramWeek) -> str:
    """How much a week asks for: `12 a week: most days two things`."""
    times = sum(each.times for each in week.sessions) + week.walk.days
    if times <= DAYS_OF_WEEK:
        return f"{times} a week: one thing a day at most"
    many = "two" if times <= 2 * DAYS_OF_WEEK else "two or three"
    return f"{times} a week: most days {many} things"


def say_progress(progress: ProgramProgress, names: Mapping[str, str] | None = None) -> str:
    """Such as `Week 2 of 6 · Make it a habit: Bedtime Wind-Down 1 of 3, walks 2 of 4`.

    Args:
        progress: Where one is.
        names: The name of each routine by its id; the library's where none are given.
    """
    if progress.is_over:
        return f"All {say_count(len(progress.program.weeks), 'week')} done"
    done = ", ".join(
        f"{say_part(part, names)} {part.done} of {part.times}" for part in progress.parts
    )
    return f"{say_week(progress)} · {progress.week.title}: {done}"


def say_week(progress: ProgramProgress) -> str:
    """`Week 2 of 6`, and that it comes again where it does."""
    again = ", once more" if progress.time > 1 else ""
    return f"Week {progress.week.week} of {len(progress.program.weeks)}{again}"


def say_part(part: TimesDone, names: Mapping[str, str] | None = None) -> str:
    """The name of a routine of the week; `walks` for its walks."""
    if part.routine == WALK:
        return "walks"
    return (names or {}).get(part.routine) or routine_name(part.routine)


def say_moves_on(progress: ProgramProgress) -> str:
    """What has to come about for the next week to open."""
    rule, number = progress.program.moves_on, progress.week.week
    is_last = progress.week is progress.program.weeks[-1]
    opens = "The program is complete" if is_last else f"Week {number + 1} opens"
    points = say_count(1, "point") if rule.largest_mean_rise == 1 else ""
    points = points or f"{say_number(rule.largest_mean_rise)} points"
    stopped = "none" if not rule.stopped_at_most else f"at most {rule.stopped_at_most}"
    return (
        f"{opens} once all of this is done, if pain rose by {points} at most on average "
        f"and the stop rule ended {stopped} of the sessions. However long that takes."
    )


def _begin(program: Program, place: int, last: Mapping[str, dt.date | None]) -> ProgramProgress:
    """A week with nothing done in it yet; `last` is when each part was done before."""
    week = program.weeks[place]
    return ProgramProgress(
        program=program,
        week=week,
        routines=tuple(
            TimesDone(each.routine, 0, each.times, last.get(each.routine)) for each in week.sessions
        ),
        walks=TimesDone(WALK, 0, week.walk.days, last.get(WALK)),
    )


def _after(now: ProgramProgress, session: Session) -> ProgramProgress:
    """The same week after one more session; one that is not part of it changes nothing."""
    asked = {part.routine: part for part in now.routines}
    own = asked.get(session.routine)
    if own is None and session.routine not in WALKS:
        return now
    now = replace(now, sessions=(*now.sessions, session))
    if own and _is_open(own, session) and _is_enough(session):
        routines = (_once_more(p, session.day) if p is own else p for p in now.routines)
        return replace(now, routines=tuple(routines))
    is_walk = session.routine in WALKS and _is_walk(session, now.week)
    if is_walk and _is_open(now.walks, session):
        return replace(now, walks=_once_more(now.walks, session.day))
    return now


def _is_open(part: TimesDone, session: Session) -> bool:
    """Whether one more counts: the stop rule did not end it, and no part counts twice a day."""
    return session.stopped is None and part.left > 0 and part.last != session.day


def _once_more(part: TimesDone, day: dt.date) -> TimesDone:
    return replace(part, done=part.done + 1, last=day)


def _is_enough(session: Session) -> bool:
    """Whether enough of a routine was done to count; what is not known is taken as done."""
    if session.done_s is None or session.planned_s is None:
        return True
    return session.done_s >= LEAST_OF_ROUTINE * session.planned_s


def _is_walk(session: Session, week: ProgramWeek) -> bool:
    return session.done_s is None or session.done_s >= LEAST_OF_WALK * week.walk.minutes * 60


def _next_week(now: ProgramProgress) -> ProgramProgress:
    """What follows a week that is done: the next one, the same again, or the end."""
    whole, number = now.program, now.week.week
    rise, rule = now.mean_rise, now.program.moves_on
    place = whole.weeks.index(now.week)
    last = {part.routine: part.last for part in now.parts}
    kind = "That is no setback: a calm second round is part of the plan."
    if now.stopped > rule.stopped_at_most:
        ended = say_count(now.stopped, "session")
        why = f"The stop rule ended {ended} of week {number}, so it comes once more. {kind}"
        return replace(_begin(whole, place, last), time=now.time + 1, why=why)
    if rise is not None and rise > rule.largest_mean_rise:
        rose = f"Pain rose by {say_number(rise)} points on average over week {number}"
        why = f"{rose}, so it comes once more. {kind}"
        return replace(_begin(whole, place, last), time=now.time + 1, why=why)
    why = f"Week {number} is done{_say_rise(rise)}."
    if place + 1 == len(whole.weeks):
        return replace(now, is_over=True, why=why)
    return replace(_begin(whole, place + 1, last), why=why)


def _say_rise(rise: float | None) -> str:
    if rise is None:
        return ""
    if say_number(abs(rise)) == "0":
        return ", and pain after its sessions was as before them"
    word = "higher" if rise > 0 else "lower"
    return f", and pain after its sessions was {say_number(abs(rise))} {word} on average"
