"""Understand: listed, found, read, asked at the end; and the two questions about fear."""

import datetime as dt

import pytest

from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.screens import Before, Beliefs, Conditions, PageToRead, Understand
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.care.made import is_on
from tests.screens.seen import flowing, line_with, press, seen, write

TODAY = MONDAY.date()


def kept(repository: TinyRepository, days: int = 20) -> None:
    """A diary of so many quiet days and nights."""
    for back in range(days):
        ago = dt.timedelta(days=back)
        repository.add(Pain(at=MONDAY - ago, severity=3), Night(night=TODAY - ago, asleep_min=440))


async def test_a_page_is_found_read_and_answered_and_has_its_tick(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "L")
        assert "Understand 30 pages, 0 read" in flowing(pilot)
        await press(pilot, "slash")
        await write(pilot, "insomnia")
        await press(pilot, "enter")
        page = flowing(pilot)
        assert "When sleep is short" in page
        assert (
            "Awake for about 20 minutes? Get up, keep the light low, and go back when sleepy. ¹"
            in page
        )
        assert "fits better" not in page
        await press(pilot, "1")
        assert "2 fits better. So the bed stays a place for sleep" in flowing(pilot)
        await press(pilot, "2")
        assert "Yes. So the bed stays a place for sleep" in flowing(pilot)
        await press(pilot, "escape")
        assert is_on(pilot, Understand)
        assert "✓ When sleep is short" in line_with(pilot, "When sleep is short")
        assert "30 pages, 1 read" in flowing(pilot)
    assert repository.settings().pages_read == {"short-sleep": TODAY}


async def test_a_page_leads_to_the_routine_that_it_speaks_of(app_at: AppAt) -> None:
    async with app_at((100, 60)) as pilot:
        await press(pilot, "6 L slash")
        await write(pilot, "afraid")
        await press(pilot, "enter")
        assert "enter begins Bend Again, Step by Step" in flowing(pilot)
        await press(pilot, "enter")
        assert is_on(pilot, Conditions)
        await press(pilot, "escape")
        assert is_on(pilot, Before)


async def test_today_names_a_timely_page_in_one_quiet_line_for_one_day(
    app_at: AppAt, repository: TinyRepository
) -> None:
    kept(repository, days=10)
    repository.set("worry", "that it tears")
    repository.set("boundaries_seen", TODAY.isoformat())
    before = MONDAY - dt.timedelta(days=1)
    repository.add(Belief(at=before, harm=1), Check(at=before))
    async with app_at((120, 40)) as pilot:
        assert "To read, a minute: Hurt is not always harm · L" in seen(pilot)
        await press(pilot, "L")
        assert "▸ Hurt is not always harm" in line_with(pilot, "Hurt is not")
        await press(pilot, "enter")
        assert is_on(pilot, PageToRead)
        await press(pilot, "escape escape n 3 enter")
        assert "To read" not in seen(pilot)
    assert repository.settings().pages_offered == {"hurt-and-harm": TODAY}


async def test_the_two_questions_are_answered_with_two_digits(
    app_at: AppAt, repository: TinyRepository
) -> None:
    kept(repository)
    async with app_at() as pilot:
        await press(pilot, "L enter")
        assert is_on(pilot, Beliefs)
        assert "How afraid are you to bend?" in seen(pilot)
        await press(pilot, "7 2 enter")
        assert "Two questions" not in seen(pilot)
    (belief,) = repository.entries(Belief)
    assert (belief.bending, belief.harm, belief.at) == (7, 2, MONDAY)


@pytest.mark.thorough
async def test_the_key_is_a_letter_where_one_types(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E")
        await write(pilot, "L")
        assert not is_on(pilot, Understand)
        await press(pilot, "tab L")
        assert is_on(pilot, Understand)
