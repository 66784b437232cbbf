"""The care team in rows and, for the row under the cursor, in full."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from textual.content import Content

from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.guidance.care.team import Member, named, to_ask
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import clean, say_count, say_day, say_list_day, say_near_day
from backcare_tui.widgets.columns import ListRow
from backcare_tui.widgets.sheet import Entry
from backcare_tui.wording.entries import say_entry

PEOPLE, PLAN, QUESTIONS = "People", "Shared plan", "Questions"
"""The headings, which are the keys of their rows as well."""
NOTHING_YET = {
    PEOPLE: "nobody yet: {team.person}",
    PLAN: "nothing agreed yet: {team.agree}",
    QUESTIONS: "nothing to ask yet: {massage.question}",
}


def rows_of(
    team: Iterable[Member],
    plans: Iterable[Agreement],
    questions: Iterable[Question],
    holds: Agreement | None,
    today: dt.date,
) -> tuple[ListRow, ...]:
    """Everything under its heading, in the order given."""
    sections = {
        PEOPLE: [_person_row(each, today) for each in team],
        PLAN: [_plan_row(each, holds, today) for each in plans],
        QUESTIONS: [_question_row(each) for each in questions],
    }
    if not any(sections.values()):
        return ()
    return tuple(row for title, rows in sections.items() for row in _under(title, rows))


def _under(title: str, rows: list[ListRow]) -> Iterator[ListRow]:
    if title != PEOPLE:
        yield ListRow(f"{title} gap", ("",), enabled=False)
    yield ListRow(title, (title,), enabled=False, style="heading")
    nothing = ListRow(
        f"{title} none", (keyed(f"  {NOTHING_YET[title]}"),), enabled=False, style="quiet"
    )
    yield from rows or [nothing]


def _person_row(member: Member, today: dt.date) -> ListRow:
    last = say_list_day(member.last.day, today) if member.last else ""
    return ListRow(member.person.id, (clean(member.person.name), last))


def _plan_row(plan: Agreement, holds: Agreement | None, today: dt.date) -> ListRow:
    is_it = holds is not None and plan.id == holds.id
    state = "in force" if is_it else "to come" if plan.agreed > today else "earlier"
    cells = (f"of {say_day(plan.agreed, today)}", state)
    return ListRow(plan.id, cells, style="plain" if is_it else "quiet")


def _question_row(question: Question) -> ListRow:
    words = clean(question.text)
    if question.answered:
        return ListRow(question.id, (f"✓ {words}",), style="quiet")
    return ListRow(question.id, (f"· {words}",))


def about(
    record: Record,
    team: Iterable[Member],
    questions: Iterable[Question],
    names: Mapping[str, str],
    today: dt.date,
) -> tuple[Entry, ...]:
    """All that is known of a person, a plan or a question."""
    match record:
        case Person():
            member = next(each for each in team if each.person.id == record.id)
            lines = _of_person(member, questions, today)
        case Agreement():
            lines = _of_plan(record, names, today)
        case Question():
            lines = _of_question(record, names, today)
        case _:
            lines = iter(())
    title, *rest = (Entry(label, words, 2) for label, words in lines if words)
    return (title, Entry("", (Content(""),)), *rest)


TeamLine = tuple[str, tuple[Content, ...]]
"""A label, and the paragraphs beside it."""


def _of_person(member: Member, questions: Iterable[Question], today: dt.date) -> Iterator[TeamLine]:
    person = member.person
    yield "", (Content.styled(clean(person.name), "bold"),)
    yield "Role", _said(name_of("roles", person.role) if person.role else "")
    yield "Contact", _said(person.contact)
    yield "In the plan", _said(member.does)
    yield "Visits", _said(say_count(member.visits, "visit") if member.visits else "none yet")
    if member.last:
        what, value = say_entry(member.last)
        yield "The last", _said(f"{say_near_day(member.last.day, today)}: {what}, {value}")
    theirs = (each.text for each in to_ask(questions, person.id) if each.person)
    yield "To ask", _said(*(f"· {text}" for text in theirs))
    yield "Note", _said(*(person.note or "").splitlines())


def _of_plan(plan: Agreement, names: Mapping[str, str], today: dt.date) -> Iterator[TeamLine]:
    words = f"Agreed on {say_day(plan.agreed, today)}"
    yield "", (Content.styled(words, "bold"),)
    yield "Goals", _said(*(f"· {goal}" for goal in plan.goals))
    for part in plan.parts:
        name = named(names, part.person)
        yield "", (Content.styled(name[:1].upper() + name[1:], "$quiet"), *_said(f"  {part.does}"))
    yield "Note", _said(*(plan.note or "").splitlines())


def _of_question(
    question: Question, names: Mapping[str, str], today: dt.date
) -> Iterator[TeamLine]:
    yield "", (Content.styled(clean(question.text), "bold"),)
    yield "For", _said(named(names, question.person) or "anybody")
    yield "Noted", _said(say_near_day(question.day, today))
    if question.answered:
        yield "Answered", _said(say_near_day(question.answered, today))
        yield "Answer", _said(question.answer)


def _said(*lines: str | None) -> tuple[Content, ...]:
    return tuple(Content(clean(line)) for line in lines if line)
