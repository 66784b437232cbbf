"""That a professional has looked at it: of a day that was chosen, by somebody who can be named."""

import datetime as dt

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.team import Person
from backcare_tui.guidance.red_flags import seen_at, standing
from backcare_tui.screens import CheckUpForm
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.frame.test_midnight import later
from tests.screens.seen import flowing, lines, press, seen, to_field, write

FRIDAY = MONDAY - dt.timedelta(days=3)


@pytest.fixture
def flagged(repository: TinyRepository) -> TinyRepository:
    """A warning sign of Friday morning, and a doctor of the care team."""
    repository.add(Check(at=FRIDAY, red_flags=("chest_pain",)), Person(name="Dr. Lee"))
    return repository


def check_ups(repository: TinyRepository) -> list[Check]:
    return [each for each in repository.entries(Check) if each.is_check_up]


async def test_it_takes_a_day_that_was_chosen_and_says_who_looked(
    app_at: AppAt, flagged: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "W ctrl+s D ctrl+s")
        assert isinstance(pilot.app.screen, CheckUpForm)
        assert "When: nothing is not a day such as today" in flowing(pilot)
        assert check_ups(flagged) == []
        await press(pilot, "enter")
        assert check_ups(flagged) == [], "to choose the day is not to save it"
        await to_field(pilot, "Seen by")
        assert "Dr. Lee" in seen(pilot)
        await press(pilot, "enter ctrl+s")
        assert "Saved: seen by a professional." in seen(pilot)
    (check_up,) = check_ups(flagged)
    assert (check_up.at, check_up.seen_by) == (MONDAY, "Dr. Lee")


async def test_the_day_that_was_chosen_stays_over_midnight_and_in_a_draft(
    app_at: AppAt, flagged: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "W ctrl+s D enter")
        await later(pilot, clock, days=1)
        assert "● yesterday" in seen(pilot)
        await press(pilot, "escape")
        await later(pilot, clock, days=2)
        await press(pilot, "D")
        assert "● 2026-11-23" in seen(pilot)
        assert "● today" not in seen(pilot)
        await press(pilot, "ctrl+s escape")
        assert "saved for Mon 23 Nov" in lines(pilot)[0]
    assert [each.at.date() for each in check_ups(flagged)] == [MONDAY.date()]


@pytest.mark.thorough
async def test_a_look_before_the_signs_does_not_answer_them_and_that_is_said(
    app_at: AppAt, flagged: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "W ctrl+s D")
        await write(pilot, "sideways")
        await press(pilot, "enter ctrl+s")
        assert 'When: "sideways" is not a day such as today' in flowing(pilot)
        await press(pilot, "enter")
        await write(pilot, "2026-11-19")
        await press(pilot, "enter ctrl+s escape")
        assert "the signs marked" in lines(pilot)[0]
    assert check_ups(flagged)[0].at.date() == dt.date(2026, 11, 19)
    assert standing(flagged.entries(Check)).flags


def test_of_a_day_gone_by_it_answers_the_signs_of_that_day(clock: FrozenClock) -> None:
    evening = FRIDAY.replace(hour=20)
    marked = Check(at=evening, red_flags=("chest_pain",))
    noon = FRIDAY.replace(hour=12, minute=0)
    assert seen_at(MONDAY.date(), clock, [marked]) == MONDAY
    assert seen_at(FRIDAY.date(), clock, []) == noon
    assert seen_at(FRIDAY.date(), clock, [marked]) == evening
    answer = Check(at=evening, is_check_up=True)
    assert not standing([marked, answer]).flags
    day_before = seen_at(FRIDAY.date() - dt.timedelta(days=1), clock, [marked])
    assert day_before == noon - dt.timedelta(days=1)
