"""The diary as a page for others may tell it: up to a day, and without what is not meant for its reader."""

import datetime as dt
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TypeVar, cast

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Entries
from backcare_tui.guidance.care.course import VISITS_TO_JUDGE, visits_by_course
from backcare_tui.guidance.privacy import (
    is_private_medicine,
    is_private_treatment,
    is_private_visit,
    private_people,
)
from backcare_tui.insight.medicines import apart

R = TypeVar("R", bound=Record)
WithMedicines = TypeVar("WithMedicines", bound=Pain | Feeling)


class Reader(msgspec.Struct, frozen=True):
    """Who is to read a page, and how much is meant for them."""

    person_id: str = ""
    """The id of whom it is for; anybody where there is none."""
    with_others: bool = False
    """Whether visits to other people are told to the one whom it is for."""
    with_private: bool = False
    """Whether private visits and medicines are told; see `guidance.privacy`.

    A visit with the one whom the page is for is no secret to them.
    """


ALL = Reader(with_others=True, with_private=True)


class AsOf:
    """The diary as it was at the end of a day: without later entries, and what was said later of earlier ones.

    What has no day of its own, such as who is in the care team, is as it is now.
    """

    def __init__(self, diary: Entries, last: dt.date) -> None:
        """Look at a diary up to a day, that day included."""
        self._diary, self._last = diary, last

    def entries(self, kind: type[R], between: Between | None = None) -> tuple[R, ...]:
        """The records of one kind in the order of time, of all days or of some."""
        found = self._diary.entries(kind, between)
        if kind is Person:
            return found
        return tuple(self._then(each) for each in found if each.day <= self._last)

    def _then(self, record: R) -> R:
        """A record as it was on that day."""
        match record:
            case Course():
                return cast("R", self._course(record))
            case Question() if record.answered and record.answered > self._last:
                return cast("R", replace(record, answered=None, answer=None))
            case Visit() if record.day == self._last and record.sore_next_day is not None:
                return cast("R", replace(record, sore_next_day=None))
            case _:
                return record

    def _course(self, course: Course) -> Course:
        """It was not over yet, not put off yet, and nobody had been asked yet whether it helps."""
        changed: dict[str, None] = {}
        if course.ended and course.ended > self._last:
            changed |= dict.fromkeys(("ended", "outcome"))
        for field in ("postponed", "resumed"):
            at = getattr(course, field)
            if at and at.date() > self._last:
                changed[field] = None
        if course.helped and self._visits_of_course.get(course.id, 0) < VISITS_TO_JUDGE:
            changed["helped"] = None
        return replace(course, **changed) if changed else course

    @cached_property
    def _visits_of_course(self) -> Mapping[str, int]:
        visits = [each for each in self._diary.entries(Visit) if each.day <= self._last]
        given = visits_by_course(self._diary.entries(Course), visits)
        return {id_: len(of_it) for id_, of_it in given.items()}


class Told:
    """A diary without what is not meant for the reader of a page."""

    def __init__(self, diary: Entries, reader: Reader) -> None:
        """Look at a diary as a reader may."""
        self._diary, self._reader = diary, reader

    def entries(self, kind: type[R], between: Between | None = None) -> tuple[R, ...]:
        """The records of one kind in the order of time, of all days or of some."""
        found = self._diary.entries(kind, between)
        if self._reader == ALL:
            return found
        return tuple(self._shown(each) for each in found if self._is_meant(each))

    def _is_meant(self, record: Record) -> bool:
        match record:
            case Visit():
                return self._is_visit_meant(record)
            case Course():
                return self._is_course_meant(record)
            case Question():
                return self.is_person_meant(record.person)
            case _:
                return True

    def is_person_meant(self, person_id: str | None) -> bool:
        """Whether somebody of the care team may be spoken of."""
        return person_id not in self.hidden

    @cached_property
    def hidden(self) -> Collection[str]:
        """The ids of those of the care team of whom nothing is told."""
        if self._reader.with_private:
            return frozenset()
        private = private_people(self._diary.entries(Person), self._diary.entries(Visit))
        return private - {self._reader.person_id}

    def _is_visit_meant(self, visit: Visit) -> bool:
        reader = self._reader
        if reader.person_id and visit.person == reader.person_id:
            return True
        is_meant = reader.with_others or not reader.person_id
        return is_meant and (reader.with_private or not is_private_visit(visit, self.hidden))

    def _is_course_meant(self, course: Course) -> bool:
        reader = self._reader
        if reader.person_id and course.id in self._courses_of_reader:
            return True
        if reader.person_id and not reader.with_others:
            return False
        return reader.with_private or not (
            is_private_treatment(course.treatment) or course.person in self.hidden
        )

    @cached_property
    def _courses_of_reader(self) -> Collection[str]:
        """The courses that are theirs, or in which they gave a visit."""
        reader, courses = self._reader, self._diary.entries(Course)
        given = visits_by_course(courses, self._diary.entries(Visit))
        return {
            each.id
            for each in courses
            if reader.person_id in {each.person, *(visit.person for visit in given[each.id])}
        }

    def _shown(self, record: R) -> R:
        match record:
            case Pain() | Feeling() if record.medicines and not self._reader.with_private:
                return cast("R", _without_private_medicines(record))
            case Check() if record.seen_by and self.is_hidden_name(record.seen_by):
                return cast("R", replace(record, seen_by=None))
            case Agreement() if any(each.person in self.hidden for each in record.parts):
                return cast("R", self._agreement(record))
            case _:
                return record

    def _agreement(self, agreement: Agreement) -> Agreement:
        """The shared plan without those of whom nothing is told."""
        parts = tuple(each for each in agreement.parts if each.person not in self.hidden)
        # A plan of nothing is refused, and an older one must not come in its place.
        return replace(agreement, parts=parts, note=agreement.note or "-")

    def is_hidden_name(self, name: str) -> bool:
        """Whether words name somebody of whom nothing is told."""
        names = (each.name for each in self._diary.entries(Person) if each.id in self.hidden)
        return any(each.casefold() in name.casefold() for each in names)


def _without_private_medicines(entry: WithMedicines) -> WithMedicines:
    medicines = tuple(part for medicine in entry.medicines for part in apart(medicine))
    kept = tuple(each for each in medicines if not is_private_medicine(_words(each)))
    return entry if len(kept) == len(medicines) else replace(entry, medicines=kept)


def _words(medicine: Medicine) -> str:
    return f"{medicine.name} {medicine.dose or ''}"
