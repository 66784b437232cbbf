"""The care team in view: who is in it, what each one does, and what is still to be asked.

Therapists who know of each other and work from one plan are what coordinated care means (WHO 2023).
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

import msgspec

from backcare_tui.diary.codec import read_record
from backcare_tui.diary.records.base import Record, new_id
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Agreement, Person, PlanPart, Question
from backcare_tui.diary.records.visit import Visit
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import clean

ME = "me"
"""The person's own line in the shared plan: diet, gentle exercise, stretching."""
OWN_NAME = "You"
NO_LONGER = "somebody no longer listed"
"""What stands for a person who was removed."""


class Member(msgspec.Struct, frozen=True):
    """One of the care team, with what the diary knows of their part."""

    person: Person
    does: str
    """What they do in the shared plan; empty where it does not name them."""
    visits: int
    """Visits with them up to now."""
    last: Visit | None
    """The last of them."""


def members(
    people: Iterable[Person],
    visits: Iterable[Visit],
    plan: Agreement | None,
    now: dt.datetime,
) -> tuple[Member, ...]:
    """Everybody of the care team by name, each with their part."""
    given: dict[str, list[Visit]] = {}
    for visit in sorted(visits, key=lambda visit: visit.order):
        if visit.person and visit.at <= now:
            given.setdefault(visit.person, []).append(visit)
    return tuple(
        Member(
            person,
            part_of(plan, person.id),
            len(of_them := given.get(person.id, [])),
            of_them[-1] if of_them else None,
        )
        for person in sorted(people, key=_by_name)
    )


def agreements_by_age(agreements: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """The shared plans, the newest first; of two of one day, the one changed last."""
    return tuple(sorted(agreements, key=_age, reverse=True))


def in_force(agreements: Iterable[Agreement], today: dt.date) -> Agreement | None:
    """The shared plan that holds today: the newest that was agreed by then."""
    agreed = [each for each in agreements if each.agreed <= today]
    return max(agreed, key=_age, default=None)


def part_of(plan: Agreement | None, person_id: str) -> str:
    """What somebody does in a plan, in one line; empty where it does not name them."""
    parts = plan.parts if plan else ()
    return "; ".join(part.does for part in parts if part.person == person_id)


def with_part(parts: Iterable[PlanPart], person_id: str, does: str) -> tuple[PlanPart, ...]:
    """The parts, in which somebody does this and nothing else; nothing takes them out."""
    others = tuple(part for part in parts if part.person != person_id)
    return (*others, PlanPart(person_id, does)) if does else others


def with_whom(
    entry: Record, known: Collection[str], before: Record | None = None
) -> tuple[Record, ...]:
    """An entry that names somebody, after the person who joins the care team by it, if anybody does.

    Args:
        entry: What names somebody: by the id, or by the name where they are new.
        known: The ids of the care team.
        before: The entry as it was. Whom it named need not be in the team any more, and does not
            join it again.

    Raises:
        BadValue: If the name cannot be taken.
    """
    if not isinstance(entry, Course | Question | Visit):
        return (entry,)
    if entry.person is None or entry.person in known:
        return (entry,)
    if isinstance(before, type(entry)) and entry.person == before.person:
        return (entry,)
    person = read_record(Person, {"id": new_id(), "name": entry.person})
    return person, msgspec.structs.replace(entry, person=person.id)


def names_of(people: Iterable[Person]) -> dict[str, str]:
    """Each person's name by the id, safe to print."""
    return {person.id: clean(person.name) for person in people}


def named(names: Mapping[str, str], person_id: str | None) -> str:
    """The name of somebody by the id; nothing for nobody, words for oneself and who was removed."""
    if person_id == ME:
        return OWN_NAME
    return names.get(person_id, NO_LONGER) if person_id else ""


def say_person(person: Person) -> str:
    """The name and the role: `Marcus Bell, physical therapist`."""
    role = person.role and name_within("roles", person.role)
    return clean(f"{person.name}, {role}" if role else person.name)


def open_first(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions still open in the order of noting, then the answered ones, newest first."""
    known = sorted(questions, key=lambda question: question.order)
    answered = [question for question in known if question.answered]
    return (
        *(question for question in known if not question.answered),
        *sorted(answered, key=lambda question: question.answered or dt.date.min, reverse=True),
    )


def to_ask(questions: Iterable[Question], person_id: str = "") -> tuple[Question, ...]:
    """The open questions for somebody and for anybody; all of them where nobody is chosen."""
    return tuple(
        question
        for question in open_first(questions)
        if not question.answered and (not person_id or question.person in {None, person_id})
    )


def _by_name(person: Person) -> tuple[str, str]:
    return person.name.casefold(), person.id


def _age(agreement: Agreement) -> tuple[dt.date, float, str]:
    changed = agreement.updated.timestamp() if agreement.updated else 0.0
    return agreement.agreed, changed, agreement.id
