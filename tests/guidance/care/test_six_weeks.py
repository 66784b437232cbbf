"""A course of six weeks, evening by evening: what is said of it, and on which day."""

import datetime as dt
from collections.abc import Iterator, Mapping

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.advice.current import current_advice, foremost
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.rhythm import Remembered, after_showing
from backcare_tui.guidance.facts import Facts
from tests.conftest import FrozenClock

FIRST_EVENING = dt.datetime.fromisoformat("2026-09-01T20:00:00+02:00")
WEEKS_BEFORE = 28
"""Days of the diary before the course begins."""
VISITS = (2, 16, 30, 44)
"""The days of the massages."""
OF_MASSAGE = ("massage-", "checkup-", "flare-")
Story = Mapping[int, int]
"""The pain from some days on."""

LOWER = {1: 6, 16: 5, 17: 3}
FLAT = {1: 6}
SEVERE = {1: 7, 17: 5}
TENSED = {1: 6, 17: 4, 30: 6, 33: 4}


def remembering(held: Remembered) -> Settings:
    return Settings(advice_shown=held.advice_shown, advice_times=held.advice_times)


def pain_on(day: int, story: Story) -> int:
    return story[max(first for first in story if first <= day)]


def written(
    day: int, story: Story, now: dt.datetime, *, tensed: int, skips: range
) -> Iterator[Record]:
    """What the person takes down on one day of the course."""
    severity = pain_on(day, story)
    if day not in skips:
        yield Pain(at=now - dt.timedelta(hours=1), severity=severity)
        yield Session(at=now - dt.timedelta(hours=12), routine="walk", done_s=1200)
    if day == 1:
        yield Course(id="c", treatment="massage", started=now.date(), baseline=severity)
    if day in VISITS:
        yield Visit(
            at=now - dt.timedelta(hours=3),
            treatment="massage",
            minutes=60,
            pain_before=severity,
            pain_after=severity - 1,
            response="tensed" if day == tensed else "relaxed",
        )
    if tensed and tensed < day <= tensed + 5:
        signs = ("very-tender",) if day < tensed + 3 else ()
        yield Signs(at=now, inflammation=signs)


def six_weeks(
    story: Story, *, tensed: int = 0, skips: range = range(0), days: int = 62
) -> dict[str, list[int]]:
    """Which advice about the course stood on Today, and on which days."""
    clock = FrozenClock(FIRST_EVENING)
    records: list[Record] = [
        Pain(at=FIRST_EVENING - dt.timedelta(days=ago), severity=story[1])
        for ago in range(1, WEEKS_BEFORE)
    ]
    settings = Settings()
    said: dict[str, list[int]] = {}
    for day in range(1, days + 1):
        records += written(day, story, clock.now(), tensed=tensed, skips=skips)
        facts = Facts(clock, records, settings)
        on_today = foremost(current_advice(facts, ()))
        if held := after_showing(settings, on_today, clock.today()):
            settings = remembering(held)
        for advice in on_today:
            if advice.id.startswith(OF_MASSAGE):
                said.setdefault(advice.id, []).append(day)
        clock.move(days=1)
    return said


def test_pain_that_is_lower_is_told_once_the_two_weeks_after_the_second_visit_are_over() -> None:
    assert six_weeks(LOWER) == {
        "massage-course-progress": [2, 16],
        "massage-responding": [30],
        "massage-course-done": [44, 59],
    }


def test_a_course_that_does_not_help_says_so_after_two_visits_and_each_one_more() -> None:
    assert six_weeks(FLAT) == {
        "massage-course-progress": [2, 16],
        "massage-no-response": [30, 44, 59],
        "massage-course-done": [45, 60],
    }


def test_with_a_gap_after_the_second_visit_nothing_is_said_of_its_answer() -> None:
    said = six_weeks(LOWER, skips=range(17, 31), days=43)
    assert not {"massage-responding", "massage-no-response"} & set(said)


def test_a_tensed_muscle_puts_massage_off_until_three_calm_days() -> None:
    said = six_weeks(TENSED, tensed=30, days=43)
    assert said["massage-postpone"] == [30]
    assert said["massage-postponed-still"] == [31, 32, 34]
    assert said["massage-resume"] == [35]
    assert "massage-next-due" not in said


@pytest.mark.parametrize(("story", "is_asked"), [(SEVERE, True), (FLAT, False)])
def test_severe_pain_asks_for_a_check_up_before_the_course(story: Story, *, is_asked: bool) -> None:
    clock = FrozenClock(FIRST_EVENING)
    course = Course(treatment="massage", started=clock.today(), baseline=pain_on(1, story))
    said = {advice.id for advice in advise(Facts(clock, (), about=course))}
    assert ("checkup-before-massage" in said) is is_asked


def test_a_visit_that_is_late_is_called_due_again_after_three_days_then_six() -> None:
    clock = FrozenClock(FIRST_EVENING)
    course = Course(treatment="massage", started=clock.today())
    visit = Visit(at=clock.now(), treatment="massage")
    settings = Settings()
    due = []
    for day in range(1, 36):
        facts = Facts(clock, (course, visit), settings)
        now = [each.advice for each in current_advice(facts, ()) if each.state == "now"]
        if on_today := [each for each in now if each.id == "massage-next-due"]:
            due.append(day)
            held = after_showing(settings, on_today, clock.today())
            settings = remembering(held) if held else settings
        clock.move(days=1)
    assert due == [15, 18, 24]
