"""What is planned ahead, for a calendar: plans with days of the week, and the week of one's own."""

import datetime as dt
from collections.abc import Iterator, Sequence

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import Weekday
from backcare_tui.diary.when import WEEKDAY_IDS, Clock, weekday_id
from backcare_tui.exchange.formats.base import ExportFormat
from backcare_tui.files import CannotWrite
from backcare_tui.insight.movement.programs import WALK
from backcare_tui.library.routines import routine_name
from backcare_tui.report.pages.ics import USUAL_MINUTES, CalendarEvent, ics_of

VISIT = "Appointment"
"""What a treatment is called: an alarm stands on a locked screen, for anybody."""
NOTHING_PLANNED = (
    "Nothing is planned for a day to come, so there is nothing for a calendar. "
    "Plan a routine in Move, or make your week with `backcare plan new`."
)


def calendar(repository: Repository, clock: Clock) -> bytes:
    """What is planned from today on, each with an alarm.

    A plan comes again each week. Of the week of one's own are the days that are left of it, as they may
    be done now: while a warning sign stands, only what that allows.

    Raises:
        CannotWrite: If nothing is planned.
    """
    from backcare_tui.guidance.plan.current import week_plan_now  # noqa: PLC0415 - JSON asks no rule

    own = repository.entries(Routine)
    events = list(_of_plans(repository.entries(Plan), own, clock.today()))
    if week := week_plan_now(repository, clock):
        events += _of_week(week, own, clock.today())
    if not events:
        raise CannotWrite(NOTHING_PLANNED)
    return ics_of(events, clock.now())


def reminders(times: Sequence[str], clock: Clock, sentence: str) -> bytes:
    """A sentence each day at these times, for a calendar where the system has nothing that reminds.

    Args:
        times: HH:MM.
        clock: From which day on.
        sentence: What the alarm says.
    """
    events = (
        CalendarEvent(
            uid=f"reminder-{number}@backcare",
            words=sentence,
            day=clock.today(),
            time=dt.time.fromisoformat(time),
            weekdays=WEEKDAY_IDS,
        )
        for number, time in enumerate(times, start=1)
    )
    return ics_of(events, clock.now())


def _of_plans(
    plans: Sequence[Plan], own: Sequence[Routine], today: dt.date
) -> Iterator[CalendarEvent]:
    for plan in plans:
        first = _first_day(plan.days, max(today, plan.since or today))
        if first is None or (plan.until and plan.until < first):
            continue
        yield CalendarEvent(
            uid=f"plan-{plan.id}@backcare",
            words=routine_name(plan.routine, own) if plan.routine else VISIT,
            day=first,
            time=_time(plan.time),
            weekdays=plan.days,
            until=plan.until,
        )


def _of_week(week: WeekPlan, own: Sequence[Routine], today: dt.date) -> Iterator[CalendarEvent]:
    for line in week.lines:
        if line.kind == "read":
            continue
        for day in _days_left(week, line, today):
            yield CalendarEvent(
                uid=f"week-{line.kind}-{line.id}-{day.isoformat()}@backcare",
                words=_name(line, own),
                day=day,
                time=_time(line.time),
                minutes=line.minutes or USUAL_MINUTES,
            )


def _days_left(week: WeekPlan, line: PlanLine, today: dt.date) -> Iterator[dt.date]:
    days = (week.week + dt.timedelta(days=n) for n in range(7))
    return (day for day in days if day >= today and weekday_id(day) in line.days)


def _name(line: PlanLine, own: Sequence[Routine]) -> str:
    if line.kind == "visit":
        return VISIT
    return "A walk" if line.id == WALK else routine_name(line.id, own)


def _first_day(weekdays: Sequence[Weekday], since: dt.date) -> dt.date | None:
    """The first of these days of the week from a day on; None where there are none."""
    left = (dt.date.max - since).days + 1
    near = (since + dt.timedelta(days=n) for n in range(min(left, 7)))
    return next((day for day in near if weekday_id(day) in weekdays), None)


def _time(text: str | None) -> dt.time | None:
    return dt.time.fromisoformat(text) if text else None


CALENDAR = ExportFormat(
    name="ics",
    ending=".ics",
    write=calendar,
    say=lambda data: data.decode().replace("\r\n", "\n").rstrip("\n"),
    turn=50,
)
"""For a calendar; it stands here, as what is planned follows from the rules."""
