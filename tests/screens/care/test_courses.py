"""All courses side by side: in figures, as slopes, and the chosen one in words."""

import pytest

from backcare_tui.diary.records.course import Course
from backcare_tui.screens.care.course import CourseForm
from backcare_tui.screens.care.place import Massage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.guidance.care_of import weeks
from tests.guidance.facts_of import day
from tests.screens.care.made import course, is_on, the_course, visit
from tests.screens.seen import flowing, inside, line_with, lines, press, seen

OLD = course(90, id="old", ended=day(60), outcome="moved on [/]", goal="walk to town")
STORY = (
    OLD,
    visit(90, 7, 6, course="old"),
    visit(75, 6, 6, course="old"),
    *weeks(7, 6, first=90, last=75),
    course(29),
    visit(29),
    visit(15),
    *weeks(6, 3, 4),
)


@pytest.mark.thorough
async def test_courses_are_compared_at_every_size(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*STORY)
    async with app_at((60, 20)) as pilot:
        await press(pilot, "4 h")
        for size in ((60, 20), (80, 24), (120, 40), (200, 60)):
            await pilot.resize_terminal(*size)
            rows = inside(pilot, "Courses")
            assert "6 → 3.5" in rows, size
            assert "7 → 6" in rows, size
            assert rows.index(" lower") < rows.index("no lower"), "the newest is first"
            assert "? help" in lines(pilot)[-1], size
            assert ("by its first day" in seen(pilot)) is (size[1] >= 22), size


async def test_the_chosen_course_is_told_in_words_and_each_has_its_figures(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*STORY)
    async with app_at((120, 40)) as pilot:
        await press(pilot, "4 h")
        old = line_with(pilot, "7 → 6 ")
        assert "25 Aug to 24 Sep 2026 2 of 4" in old
        assert "no lower · moved on [/]" in old
        assert "since 25 Oct 2026" in line_with(pilot, "6 → 3.5")
        assert "Under way, next was due yesterday." in flowing(pilot)
        assert "Pain is lower than in the four weeks before (6, now 3.5" in flowing(pilot)
        await press(pilot, "down")
        assert "Ended Thu 24 Sep." in flowing(pilot)
        assert "Goal: walk to town" in flowing(pilot)
        assert "Outcome: moved on [/]" in flowing(pilot)


async def test_a_course_is_changed_deleted_and_brought_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*STORY)
    async with app_at() as pilot:
        await press(pilot, "4 h down enter")
        assert is_on(pilot, CourseForm)
        await press(pilot, "escape d")
        assert [each.id for each in repository.entries(Course)] == ["course"]
        await press(pilot, "u")
        assert the_course(repository, "old").goal == "walk to town"
        await press(pilot, "escape")
        assert is_on(pilot, Massage)


@pytest.mark.thorough
async def test_a_course_that_ended_after_one_visit_had_too_few(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(30, baseline=None, ended=day(1)), visit(20, None, None))
    async with app_at() as pilot:
        await press(pilot, "4 h")
        assert "1 of 4 too few" in inside(pilot, "Courses")
        assert "Whether pain is lower cannot be told: too few visits." in flowing(pilot)
