"""Courses and visits for the tests of the massage place."""

from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.store.tiny import TinyRepository
from tests.guidance.facts_of import ago, day

CHECKED = Check(id="checked", at=ago(3))
"""The warning signs were looked at, and nothing was found."""


def course(started: int = 20, **fields: Any) -> Course:
    """A massage course that began so many days ago, with a baseline of 6."""
    usual = {"id": "course", "treatment": "massage", "planned_visits": 4, "days": 42, "baseline": 6}
    return Course(**{**usual, "started": day(started), **fields})


def visit(back: int, before: int | None = 6, after: int | None = 5, **fields: Any) -> Visit:
    """A massage so many days ago, at 07:00."""
    usual = {"treatment": "massage", "minutes": 60, "pain_before": before, "pain_after": after}
    return Visit(**{**usual, "at": ago(back, 7), **fields})


def the_course(repository: TinyRepository, id_: str = "course") -> Course:
    """A course as the diary holds it."""
    return next(each for each in repository.entries(Course) if each.id == id_)


def is_on(pilot: Pilot[Any], screen: type[Screen[Any]]) -> bool:
    """Whether a screen of this kind is in front."""
    return isinstance(pilot.app.screen, screen)
