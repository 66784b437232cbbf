"""Events that a chart of time is marked with: what was begun, visits, and flare-up days."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Entries
from backcare_tui.library.routines import program
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import clean

MarkKind = Literal["course", "program", "medicine", "flare", "massage", "visit"]
LETTERS: dict[MarkKind, str] = {
    "course": "C",
    "program": "P",
    "medicine": "N",
    "flare": "F",
    "massage": "M",
    "visit": "V",
}
"""What stands for each on a chart; where several fall together, the first of these is seen."""
NAMES: dict[MarkKind, str] = {
    "course": "course",
    "program": "program",
    "medicine": "medicine",
    "flare": "flare-up",
    "massage": "massage",
    "visit": "other visit",
}
BEGUN: frozenset[MarkKind] = frozenset({"course", "program", "medicine"})
"""What began on a day; the others happened on it."""
NOT_TAKEN_DAYS = 28
"""Days without a medicine after which taking it counts as new; a rule of ours.

In the first 28 days of a diary nobody knows, so nothing is called new there.
"""


class Mark(msgspec.Struct, frozen=True):
    """Something that happened on a day."""

    day: dt.date
    kind: MarkKind
    words: str
    """What it was, on one line and safe to print: `massage`, `ibuprofen begun`."""


def gather_marks(repository: Entries) -> tuple[Mark, ...]:
    """Every mark of the diary in the order of days, the foremost kind of a day first."""
    pains, feelings = repository.entries(Pain), repository.entries(Feeling)
    marks = {
        *_courses(repository.entries(Course)),
        *_programs(repository.entries(Plan)),
        *new_medicines((*pains, *feelings)),
        *(Mark(each.day, "flare", NAMES["flare"]) for each in pains if each.is_flare),
        *map(_visit, repository.entries(Visit)),
    }
    order = list(LETTERS)
    return tuple(sorted(marks, key=lambda mark: (mark.day, order.index(mark.kind), mark.words)))


def new_medicines(entries: Iterable[Pain | Feeling]) -> Iterator[Mark]:
    """The days on which a medicine was taken for the first time in 28 days, by its name.

    A medicine that is noted within the first 28 days of all entries is not called new by that.
    """
    by_day = sorted(entries, key=lambda entry: entry.day)
    if not by_day:
        return
    known_from = by_day[0].day + dt.timedelta(NOT_TAKEN_DAYS)
    last: dict[str, dt.date] = {}
    for entry in by_day:
        for medicine in entry.medicines:
            name = _name(medicine)
            before = last.get(name.casefold())
            is_new = before is None or (entry.day - before).days > NOT_TAKEN_DAYS
            if is_new and entry.day >= known_from:
                yield Mark(entry.day, "medicine", f"{name} begun")
            last[name.casefold()] = entry.day


def _name(medicine: Medicine) -> str:
    return clean(name_of("medicines", medicine.name)).strip()


def _courses(courses: Iterable[Course]) -> Iterator[Mark]:
    for each in courses:
        treatment = name_within("treatments", each.treatment)
        yield Mark(each.started, "course", f"course of {treatment} begun")


def _programs(plans: Iterable[Plan]) -> Iterator[Mark]:
    for plan in plans:
        if plan.since and plan.routine and (known := program(plan.routine)):
            yield Mark(plan.since, "program", f"{known.name} begun")


def _visit(visit: Visit) -> Mark:
    treatment = name_within("treatments", visit.treatment)
    return Mark(visit.day, "massage" if visit.treatment == "massage" else "visit", treatment)
