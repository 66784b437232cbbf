"""What a longer time is marked with."""

import datetime as dt

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.visit import Visit
from backcare_tui.insight.longer.bins import (
    DAY,
    marks_between,
)
from backcare_tui.insight.longer.marks import NOT_TAKEN_DAYS, gather_marks, new_medicines
from backcare_tui.library.routines import programs
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY

TODAY = MONDAY.date()


def pain_with(medicine: str, day: int) -> Pain:
    at = MONDAY - dt.timedelta(days=200 - day)
    return Pain(at=at, severity=4, medicines=(Medicine(name=medicine),) if medicine else ())


def new_days(*taken: tuple[str, int]) -> list[tuple[int, str]]:
    entries = [pain_with("", 0), *(pain_with(name, day) for name, day in taken)]
    start = TODAY - DAY * 200
    return [((mark.day - start).days, mark.words) for mark in new_medicines(entries)]


def test_a_medicine_is_new_when_it_was_not_taken_for_28_days() -> None:
    later = 40 + NOT_TAKEN_DAYS
    assert new_days(("zzz", 40), ("zzz", later)) == [(40, "zzz begun")]
    assert new_days(("zzz", 40), ("ZZZ", later + 1)) == [
        (40, "zzz begun"),
        (later + 1, "ZZZ begun"),
    ]


def test_in_the_first_28_days_of_a_diary_no_medicine_is_called_new() -> None:
    assert new_days(("zzz", NOT_TAKEN_DAYS - 1), ("zzz", NOT_TAKEN_DAYS + 5)) == []
    assert new_days(("zzz", NOT_TAKEN_DAYS)) == [(NOT_TAKEN_DAYS, "zzz begun")]


def test_what_began_and_what_happened_is_marked_the_foremost_first(
    repository: TinyRepository,
) -> None:
    repository.add(
        Visit(at=MONDAY, treatment="massage"),
        Visit(at=MONDAY - dt.timedelta(days=1), treatment="acupuncture"),
        Pain(at=MONDAY, severity=8, is_flare=True),
        Pain(at=MONDAY + dt.timedelta(minutes=1), severity=7, is_flare=True),
        Course(treatment="massage", started=TODAY),
        Plan(routine=programs()[0].id, since=TODAY),
        Plan(routine="morning", since=TODAY),
    )
    marks = gather_marks(repository)
    assert [mark.kind for mark in marks] == ["visit", "course", "program", "flare", "massage"]
    assert marks[1].words == "course of massage begun"
    assert marks[2].words == f"{programs()[0].name} begun"
    assert [mark.kind for mark in marks_between(marks, TODAY - DAY, TODAY - DAY)] == ["visit"]
    assert marks_between(marks, TODAY + DAY, TODAY + DAY * 9) == ()


def test_control_characters_in_a_medicine_never_reach_the_line() -> None:
    (found,) = new_days(("bad\x1b[31m", 60))
    assert "\x1b" not in found[1]
