"""A small diary, and the page that comes of it."""

import datetime as dt
from typing import Any

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.report.paper import Paper, Section
from tests.conftest import MONDAY

DANA = Person(id="dana", name="Dana Whitfield", role="massage-therapist")
MARCUS = Person(id="marcus", name="Marcus Bell", role="physical-therapist")


def ago(days: int) -> dt.datetime:
    """The moment of every test, so many days before."""
    return MONDAY - dt.timedelta(days=days)


def pain(days_ago: int, severity: int, **fields: Any) -> Pain:
    """Pain so many days ago."""
    return Pain(at=ago(days_ago), severity=severity, **fields)


def visit(days_ago: int, person: Person | None = DANA, **fields: Any) -> Visit:
    """A massage so many days ago."""
    given = {"treatment": "massage", "person": person.id if person else None} | fields
    return Visit(at=ago(days_ago), **given)


def said(paper: Paper, title: str) -> str:
    """All that a section of the page says, a line each; nothing where there is no such section."""
    found = [section for section in paper.sections if section.title == title]
    if not found:
        return ""
    (section,) = found
    table = section.table.lines if section.table else ()
    return "\n".join((*section.lines, *table, *section.items))


def section(paper: Paper, title: str) -> Section:
    """A section; empty where there is none, of several the last one, which is the detail."""
    return next((each for each in reversed(paper.sections) if each.title == title), Section(title))


def summary(paper: Paper) -> dict[str, str]:
    """The rows of the summary."""
    table = section(paper, "Summary").table
    return {row[0]: row[1] for row in table.rows} if table else {}


def say(day: dt.date) -> str:
    """Such as `Mon 2 Nov 2026`."""
    return f"{day:%a} {day.day} {day:%b %Y}"
