"""Courses of care, soreness after a visit and signs of inflammation, as lines of the day."""

import datetime as dt
from collections.abc import Iterator

from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.agenda_item import AgendaItem, AgendaState
from backcare_tui.guidance.care.course import (
    HANDS_ON,
    MASSAGE,
    CourseStanding,
    may_be_sore,
    standings,
)
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import say_soon, write_time


def course_items(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
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
        state: AgendaState = "due" if now.due and now.due <= today else "open"
        when = f"by {say_soon(now.due, today)}" if now.due else ""
        value = f"visit {now.done + 1} of {now.visits}"
        yield AgendaItem("course", state, name, value, when, now.course.id, part=so_far)


def soreness_items(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """How sore one is today, the day after a visit; of several the first that is still to be asked after."""
    today = clock.today()
    day_before = today - dt.timedelta(days=1)
    given = [
        visit
        for visit in repository.entries(Visit, (day_before, day_before))
        if visit.treatment in HANDS_ON
    ]
    if not given:
        return
    visit = next((each for each in given if may_be_sore(each, today)), given[-1])
    name, is_open = f"After {name_within('treatments', visit.treatment)}", may_be_sore(visit, today)
    value = "how sore today?" if is_open else f"sore {visit.sore_next_day}"
    yield AgendaItem("soreness", "due" if is_open else "done", name, value, "", visit.id)


def signs_items(repository: Repository, clock: Clock) -> Iterator[AgendaItem]:
    """While massage is put off, a look for signs of inflammation each day."""
    now = _open_course(repository, clock)
    if now is None or now.status != "postponed" or now.course.treatment != MASSAGE:
        return
    if looks := entries_of_today(repository, Signs, clock):
        found = ", ".join(
            name_within("inflammation_signs", sign) for sign in looks[-1].inflammation
        )
        yield AgendaItem(
            "signs", "done", "Inflammation", found or "no signs", write_time(looks[-1].at)
        )
    else:
        yield AgendaItem("signs", "due", "Inflammation", "any signs?", "")


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
