"""While a warning sign stands no routine begins; it says why, and what makes the way free."""

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.session import Session
from backcare_tui.screens.player.before import Before
from backcare_tui.screens.player.player import Player
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.guidance.facts_of import pains
from tests.screens.player.playing import Seconds, open_before
from tests.screens.seen import flowing, press, seen


@pytest.fixture
def flagged(repository: TinyRepository, clock: FrozenClock) -> TinyRepository:
    """A warning sign, marked an hour ago."""
    repository.add(Check(at=MONDAY, red_flags=("saddle_numbness",)))
    clock.move(hours=1)
    return repository


async def test_nothing_begins_it_and_why_is_said(app_at: AppAt, flagged: TinyRepository) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        for key in ("k", "3", "enter"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, Before), key
            assert "▲ Emergency" in seen(pilot), key
            assert "No routine is started while this stands." in flowing(pilot), key
            assert "Source: NHS Back pain 2022; Finucane 2020" in flowing(pilot), key
            assert "How is your back now?" not in seen(pilot), key


async def test_seen_by_a_professional_makes_the_way_free(
    app_at: AppAt, flagged: TinyRepository
) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        await press(pilot, "D")
        assert "Has a professional looked at it?" in seen(pilot)
        await press(pilot, "enter ctrl+s")
        assert "How is your back now?" in seen(pilot)
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, Player)
    assert [each.is_check_up for each in flagged.entries(Check)] == [False, True]


@pytest.mark.thorough
async def test_a_sign_that_is_gone_is_taken_back_by_the_check(
    app_at: AppAt, flagged: TinyRepository
) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        await press(pilot, "W space end up enter enter")
        assert "How is your back now?" in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Player)


async def test_a_sign_that_is_marked_here_stops_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        await press(pilot, "W space end enter enter enter")
        assert isinstance(pilot.app.screen, Before)
        assert "No routine is started while this stands." in flowing(pilot)


async def test_a_session_that_was_stopped_unwell_stops_the_next(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Session(at=MONDAY, routine="core-start", stopped="chest-pain"))
    clock.move(hours=1)
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        assert "You stopped for chest pain" in flowing(pilot)
        await press(pilot, "D enter ctrl+s")
        assert "How is your back now?" in seen(pilot)


@pytest.mark.thorough
async def test_there_is_nothing_to_lift_where_nothing_stands(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        await press(pilot, "D")
        assert repository.entries(Check) == ()
        assert "professional" not in seen(pilot)


async def test_where_load_alone_has_to_wait_that_is_said_and_the_check_frees_the_way(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*pains(5, triggers=("fall",)))
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        assert "Only walking and resting routines are started while this stands." in flowing(pilot)
        await press(pilot, "W end up enter enter")
        assert "Pain 5, as you just said." in seen(pilot)


async def test_what_waits_for_the_check_is_said_first_and_half_is_enough_to_begin_with(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*pains(9))
    async with app_at() as pilot:
        await open_before(pilot, Seconds(), conditions=("fibromyalgia",))
        assert "take a minute for the warning-sign check first" in flowing(pilot)
        assert "Pain 9, as you just said. enter begins" in seen(pilot), "nothing is refused"
        await press(pilot, "W end up enter enter")
        assert "take a minute for the warning-sign check first" not in flowing(pilot)
        assert "Begin with about half the repetitions" in flowing(pilot)
