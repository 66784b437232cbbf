"""A course ends with an outcome, a day and a note; undo takes it up again."""

import pytest

from backcare_tui.screens.care.outcome import CourseEnd
from backcare_tui.screens.care.place import Massage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.guidance.care_of import weeks
from tests.guidance.facts_of import TODAY, day
from tests.screens.care.made import course, is_on, the_course, visit
from tests.screens.seen import flowing, inside, press, seen, to_field, write

STORY = (course(29), visit(29), visit(15), *weeks(6, 3, 4))


@pytest.mark.thorough
async def test_the_form_shows_the_course_in_figures(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*STORY)
    async with app_at() as pilot:
        await press(pilot, "4 x")
        assert is_on(pilot, CourseEnd)
        assert "End the massage course" in seen(pilot)
        assert "2 of 4 visits, day 30 of 42, since Sun 25 Oct." in flowing(pilot)
        assert "Pain is lower than in the four weeks before (6, now 3.5" in flowing(pilot)
        assert "On the days of 2 visits pain was 6 before and 5 after" in flowing(pilot)


async def test_an_outcome_is_chosen_and_undone_the_last_one_chosen_or_none(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*STORY)
    async with app_at() as pilot:
        await press(pilot, "4")
        for keys, outcome in {
            "enter": "helped",
            "enter right right enter": "did not help",
            "": None,
        }.items():
            await press(pilot, f"x {keys} ctrl+s")
            assert is_on(pilot, Massage), keys
            ended = the_course(repository)
            assert (ended.ended, ended.outcome) == (TODAY, outcome)
            assert ("Outcome: " in inside(pilot, "Course")) is (outcome is not None)
            assert f"Outcome: {outcome}" in inside(pilot, "Course") or outcome is None
            await press(pilot, "u")
            assert the_course(repository).ended is None, keys
            assert "under way" in inside(pilot, "Massage course"), keys


@pytest.mark.thorough
async def test_own_words_a_day_and_a_note_are_kept(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*STORY)
    async with app_at() as pilot:
        await press(pilot, "4 x")
        await write(pilot, "so-so")
        await to_field(pilot, "Ended")
        await press(pilot, "end ctrl+u")
        await write(pilot, "yesterday")
        await to_field(pilot, "Note")
        await write(pilot, "too far [/] to drive")
        await press(pilot, "ctrl+s")
    ended = the_course(repository)
    assert (ended.ended, ended.outcome) == (day(1), "so-so · too far [/] to drive")


@pytest.mark.thorough
async def test_it_cannot_end_before_it_began(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(*STORY)
    async with app_at() as pilot:
        await press(pilot, "4 x")
        await to_field(pilot, "Ended")
        await press(pilot, "end ctrl+u")
        await write(pilot, "2026-10-24")
        await press(pilot, "ctrl+s")
        assert "is not on or after 2026-10-25." in flowing(pilot)
    assert the_course(repository).ended is None


@pytest.mark.thorough
async def test_what_was_typed_is_a_draft_of_its_own(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*STORY)
    async with app_at() as pilot:
        await press(pilot, "4 x enter escape e")
        assert "Your draft" not in seen(pilot), "changing the course is another form"
        await press(pilot, "escape x")
        assert "Your draft from before" in seen(pilot)
        assert "● helped" in seen(pilot)
