"""Undo and redo: at once in this sitting, after a question for what is older."""

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import flowing, lines, press


@pytest.fixture
def old_diary(repository: TinyRepository, clock: FrozenClock) -> TinyRepository:
    """Two entries of Monday, eleven days ago."""
    repository.add(Pain(at=MONDAY, severity=8), summary="Pain 8 severe")
    repository.add(Pain(at=MONDAY, severity=7), summary="added pain 7 severe")
    clock.move(days=11)
    return repository


def severities(repository: TinyRepository) -> list[int]:
    return [entry.severity for entry in repository.entries(Pain)]


async def test_what_is_older_than_this_sitting_is_asked_about_by_its_day(
    app_at: AppAt, old_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4 enter u u")
        assert "Take this back? " in flowing(pilot)
        assert "Adding pain 7 severe of Mon 23 Nov. Saved Mon 23 Nov, 08:12." in flowing(pilot)
        await press(pilot, "u u enter")  # a key held down, and a plain enter, take nothing
        assert severities(old_diary) == [8, 7]
        await press(pilot, "u escape u y")
        assert "undone: adding pain 7 severe · Mon 23 Nov · U redoes" in lines(pilot)[0]
        assert severities(old_diary) == [8]
        await press(pilot, "U")
        assert "redone: adding pain 7 severe · Mon 23 Nov · u undoes" in lines(pilot)[0]
        assert severities(old_diary) == [8, 7]
        await press(pilot, "u u")
        assert "Pain 8 severe of Mon 23 Nov." in flowing(pilot)


@pytest.mark.thorough
async def test_what_was_undone_in_an_earlier_sitting_is_asked_about_before_it_is_made_again(
    app_at: AppAt, old_diary: TinyRepository, clock: FrozenClock
) -> None:
    old_diary.undo()
    clock.move(hours=1)
    async with app_at() as pilot:
        await press(pilot, "U")
        assert "Make this again?" in flowing(pilot)
        assert "Taken back today, 08:12." in flowing(pilot)
        await press(pilot, "enter U y U")
        assert severities(old_diary) == [8, 7]
        assert "nothing left to redo" in lines(pilot)[0]


@pytest.mark.thorough
async def test_a_sitting_ends_where_backcare_stays_open_for_days(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4 enter")
        clock.move(hours=11)
        await press(pilot, "u U")
        clock.move(hours=13)
        await press(pilot, "u")
        assert "Take this back?" in flowing(pilot)
        await press(pilot, "enter")
    assert severities(repository) == [4]


@pytest.mark.thorough
async def test_what_another_process_wrote_meanwhile_is_asked_about_anew(
    app_at: AppAt, old_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "u")
        old_diary.undo()
        await press(pilot, "y")
        assert "Take this back?" in flowing(pilot)
        assert "Pain 8 severe of Mon 23 Nov." in flowing(pilot)
        assert severities(old_diary) == [8]
