"""What is worth doing now, and what was taken down today. Reads a few days, never the whole diary."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from backcare_tui.diary.derived import nights_by_day, time_asleep
from backcare_tui.diary.here import clock_order, entries_of_today
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.care.course import (
    HANDS_ON,
    MASSAGE,
    CourseStanding,
    may_be_sore,
    standings,
)
from backcare_tui.insight.movement.plans import planned_routines
from backcare_tui.insight.movement.programs import WALK, next_up, progress, under_way
from backcare_tui.insight.trials.schedule import (
    done_by_day,
    going_on,
    length_days,
    on_day,
    to_ask,
)
from backcare_tui.insight.trials.sentences import TASKS, say_thing, say_when
from backcare_tui.insight.week.ready import week_to_look_at
from backcare_tui.library.routines import find_routine, routine_name
from backcare_tui.library.taxonomy import name_of, name_within, severity_word, sleep_quality_word
from backcare_tui.text import clean, say_minutes, say_soon, say_time
from backcare_tui.wording.entries import say_entry, say_night

LONGEST_PERIOD_DAYS = 14
"""Of a trial: one answer may be for all its days."""
RATE_AGAIN_DAYS = 14
"""How often one's own activities are asked about (our own rule)."""


class AgendaItem(msgspec.Struct, frozen=True):
    """One line of the day."""

    id: Literal[
        "check-in",
        "night",
        "routine",
        "trial",
        "soreness",
        "signs",
        "course",
        "activities",
        "week",
        "water",
    ]
    state: Literal["done", "due", "open"]
    """`due` is what was planned for now and is not done; `open` is what can be done."""
    what: str
    value: str
    """How it stands, such as `4 moderate`; empty where nothing is known."""
    when: str
    """When it was done, or is due, such as `07:00`, `by Thu`, a program's `week 2`; or nothing."""
    of: str = ""
    """The id of what the line is about: of the routine, or of its session once it is done; of the
    visit that may have left one sore; of the course; of the trial."""
    part: tuple[int, int] | None = None
    """How much of how much: visits given of those planned."""


class Logged(msgspec.Struct, frozen=True):
    """One entry of today, in words that are safe to print."""

    id: str
    table: str
    at_text: str
    """HH:MM; empty where no time is known."""
    what: str
    value: str


def agenda(repository: Repository, clock: Clock) -> tuple[AgendaItem, ...]:
    """What is worth doing now: check-in, last night, the planned routine, care, water.

    Without a plan for today and without a session there is no routine; without an open course
    there is no course. Soreness is asked the day after a visit, signs of inflammation while massage
    is put off. Where a doctor limits drinks, water is there only once some was drunk. Each id is
    there once at most.
    """
    return (
        _check_in(repository, clock),
        _night(repository, clock),
        *_routine(repository, clock),
        *_trial(repository, clock.now()),
        *_soreness(repository, clock),
        *_signs(repository, clock),
        *_course(repository, clock),
        *_activities(repository, clock),
        *_week(repository, clock),
        *_water(repository, clock),
    )


def logged_today(repository: Repository, clock: Clock) -> tuple[Logged, ...]:
    """What was taken down for today, in the order of time; what has no time comes first."""
    records = (record for kind in ENTRIES for record in entries_of_today(repository, kind, clock))
    in_order = sorted(records, key=lambda record: clock_order(record, clock)[1:])
    return tuple(
        Logged(record.id, record.table, time_text(record), *say_entry(record))
        for record in in_order
    )


def time_text(record: Record) -> str:
    """An entry's time of day as HH:MM: its moment, or when one got up; empty where unknown."""
    if isinstance(record, Night):
        return record.up or ""
    return say_time(record.at) if record.at else ""


def _check_in(repository: Repository, clock: Clock) -> AgendaItem:
    entries = entries_of_today(repository, Pain, clock)
    if not entries:
        return AgendaItem("check-in", "open", "Check-in", "", "")
    last = entries[-1]
    value = f"{last.severity} {severity_word(last.severity)}"
    return AgendaItem("check-in", "done", "Check-in", value, say_time(last.at))


def _night(repository: Repository, clock: Clock) -> AgendaItem:
    nights = nights_by_day(entries_of_today(repository, Night, clock))
    if not nights:
        return AgendaItem("night", "open", "Last night", "", "")
    night = nights[max(nights)]
    asleep = time_asleep(night, clock)
    length = None if asleep is None else say_minutes(asleep)
    quality = sleep_quality_word(night.quality) if night.quality else None
    value = " · ".join(filter(None, (length, quality))) or say_night(night)
    return AgendaItem("night", "done", "Last night", value, night.up or "")


def _routine(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """The first planned routine that is not done, the program's next, else today's last session."""
    today, sessions = clock.today(), entries_of_today(repository, Session, clock)
    plans = [plan for plan in repository.entries(Plan) if plan.routine]
    if item := _planned(repository, plans, sessions, today) or _of_program(
        repository, plans, today
    ):
        yield item
    elif sessions:
        last = sessions[-1]
        length = "" if last.done_s is None else say_minutes(last.done_s / 60)
        name = clean(last.name) if last.name else routine_name(last.routine)
        yield AgendaItem("routine", "done", name, length, say_time(last.at), last.id)


def _planned(
    repository: Repository, plans: Iterable[Plan], sessions: Iterable[Session], today: dt.date
) -> AgendaItem | None:
    """The first routine that is planned for today and not done yet."""
    done = {session.routine for session in sessions}
    for plan in planned_routines(plans, today):
        if plan.routine and plan.routine not in done:
            return _to_do(repository, plan.routine, plan.time or "")
    return None


def _of_program(repository: Repository, plans: Iterable[Plan], today: dt.date) -> AgendaItem | None:
    """What a program under way has next."""
    if (at := under_way(plans, today)) is None:
        return None
    known, plan = at
    now = progress(known, plan, repository.entries(Session, (plan.day, today)))
    if (routine := next_up(now, today)) is None:
        return None
    week = f"week {now.week.week}"
    if routine == WALK:
        minutes = say_minutes(now.week.walk.minutes)
        return AgendaItem("routine", "due", "A walk", minutes, week, WALK)
    return _to_do(repository, routine, week)


def _trial(repository: Repository, now: dt.datetime) -> Iterator[AgendaItem]:
    """What to do today in the trial that runs, and the question about a day that is over."""
    today, trials = now.date(), repository.entries(Trial)
    days = repository.entries(TrialDay, (today - dt.timedelta(days=LONGEST_PERIOD_DAYS), today))
    asked, trial = to_ask(trials, days, now), going_on(trials, today)
    on = on_day(trial, today) if trial else None
    question = ""
    if asked:
        is_today = asked[1].day == today
        question = "done?" if is_today else f"{say_when(asked[0], is_before=True)}?"
    if trial is None or on is None:
        if asked:
            of, on = asked
            number = f"day {on.number} of {length_days(of)}"
            yield AgendaItem(
                "trial", "due", "Trial", question, f"{clean(of.name)} · {number}", of.id
            )
        return
    did = done_by_day(days, trial).get(today)
    task = TASKS[on.arm] if did is None else "done" if did else "left out"
    task = f"{say_when(trial)} {task}"
    value = " · ".join(filter(None, (task, question)))
    more = f"{say_thing(trial, on.arm)} · day {on.number} of {length_days(trial)}"
    is_done = did is not None and not asked
    yield AgendaItem("trial", "done" if is_done else "due", "Trial", value, more, trial.id)


def _week(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """From the last evening of a week until the end of the next day, unless it was looked at."""
    if first := week_to_look_at(repository, clock):
        which = "last week" if first + dt.timedelta(days=6) < clock.today() else "this week"
        yield AgendaItem("week", "open", "Week", f"{which} is ready", "", first.isoformat())


def _to_do(repository: Repository, routine: str, when: str) -> AgendaItem:
    own = repository.entries(Routine)
    known = find_routine(routine, own)
    length = say_minutes(known.minutes) if known and known.minutes else ""
    return AgendaItem("routine", "due", routine_name(routine, own), length, when, routine)


def _course(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """The course that is open, massage first; put off, it says so."""
    now = _open_course(repository, clock)
    if now is None:
        return
    today, name = clock.today(), name_of("treatments", now.course.treatment)
    so_far = now.done, now.visits
    if now.status == "done":
        yield AgendaItem(
            "course", "done", name, f"{now.done} of {now.visits} visits", "", part=so_far
        )
    elif now.status == "postponed":
        yield AgendaItem("course", "open", name, "put off", "", now.course.id, part=so_far)
    else:
        state: Literal["due", "open"] = "due" if now.due and now.due <= today else "open"
        when = f"by {say_soon(now.due, today)}" if now.due else ""
        value = f"visit {now.done + 1} of {now.visits}"
        yield AgendaItem("course", state, name, value, when, now.course.id, part=so_far)


def _soreness(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """How sore one is today, the day after a visit; asked once for each."""
    today = clock.today()
    day_before = today - dt.timedelta(days=1)
    for visit in repository.entries(Visit, (day_before, today)):
        if visit.day == day_before and visit.treatment in HANDS_ON:
            name = f"After {name_within('treatments', visit.treatment)}"
            if may_be_sore(visit, today):
                yield AgendaItem("soreness", "due", name, "how sore today?", "", visit.id)
            else:
                yield AgendaItem(
                    "soreness", "done", name, f"sore {visit.sore_next_day}", "", visit.id
                )
            return


def _signs(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """While massage is put off, a look for signs of inflammation each day."""
    now = _open_course(repository, clock)
    if now is None or now.status != "postponed" or now.course.treatment != MASSAGE:
        return
    if looks := entries_of_today(repository, Signs, clock):
        found = ", ".join(
            name_within("inflammation_signs", sign) for sign in looks[-1].inflammation
        )
        yield AgendaItem(
            "signs", "done", "Inflammation", found or "no signs", say_time(looks[-1].at)
        )
    else:
        yield AgendaItem("signs", "due", "Inflammation", "any signs?", "")


def _activities(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """How well the person's own activities go, asked again after two weeks by who once said it."""
    rated = repository.entries(Ability)
    if rated and (clock.today() - rated[-1].day).days >= RATE_AGAIN_DAYS:
        yield AgendaItem("activities", "open", "My activities", "how do they go?", "")


def _open_course(repository: Repository, clock: Clock) -> CourseStanding | None:
    courses = repository.entries(Course)
    first = min((course.started for course in courses), default=clock.today())
    visits = repository.entries(Visit, (first, clock.today()))
    open_ones = (
        each
        for each in standings(courses, visits, clock.now())
        if each.course.ended is None and each.status != "planned"
    )
    return next(open_ones, None)


def _water(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """What was drunk, of no number: there is none that is right for everybody."""
    drunk = sum(meal.water_ml or 0 for meal in entries_of_today(repository, Meal, clock))
    if drunk or not repository.settings().fluid_limit:
        yield AgendaItem("water", "open", "Water", f"{drunk} ml" if drunk else "", "")
