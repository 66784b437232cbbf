"""Catching up: one key a day."""

import datetime as dt

import pytest
from textual.events import Click, MouseUp

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import lines, painted, place_of, press, seen

YESTERDAY = MONDAY.date() - dt.timedelta(days=1)


def severities(repository: TinyRepository) -> dict[str, int]:
    return {f"{entry.day:%d}": entry.severity for entry in repository.entries(Pain)}


async def test_each_digit_saves_a_day_and_asks_for_the_one_before_and_each_can_be_undone(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "c")
        assert "How was your back yesterday? (6 more after it)" in seen(pilot)
        await press(pilot, "right left")
        assert repository.entries(Pain) == (), "arrows save nothing"
        await press(pilot, "4")
        assert "Saved: Pain 4 moderate, yesterday." in seen(pilot)
        assert "How was your back on Sat 21 Nov? (5 more after it)" in seen(pilot)
        await press(pilot, "4 minus")
        assert severities(repository) == {"22": 4, "21": 4, "20": 10}
        assert all(entry.at.hour == 12 for entry in repository.entries(Pain))
        await press(pilot, "escape u")
        assert "undone: Pain 10" in lines(pilot)[0]
    assert severities(repository) == {"22": 4, "21": 4}


async def test_a_day_is_skipped_and_escape_leaves_the_rest(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "c space 3 space 5 escape")
        assert "backcare" in lines(pilot)[0]
        assert "How was your back" not in seen(pilot)
    assert severities(repository) == {"21": 3, "19": 5}


async def test_only_days_without_a_check_in_are_asked_for(
    app_at: AppAt, repository: TinyRepository
) -> None:
    for ago in (1, 2, 4, 5, 6):
        repository.add(Pain(at=MONDAY - dt.timedelta(days=ago), severity=1))
    async with app_at() as pilot:
        await press(pilot, "c")
        assert "How was your back on Fri 20 Nov? (1 more after it)" in seen(pilot)
        await press(pilot, "2")
        assert "How was your back on Mon 16 Nov?" in seen(pilot)
        await press(pilot, "2")
        assert "the last seven days are complete" in seen(pilot)
    assert severities(repository)["16"] == 2


@pytest.mark.thorough
async def test_nothing_left_is_said(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "c")
        assert "the last seven days are complete" in seen(pilot)
        await press(pilot, "n 3 enter")
    assert severities(week_diary)["23"] == 3


@pytest.mark.thorough
async def test_skipped_days_are_not_called_complete(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "c space space space space space space space")
        assert "How was your back" not in seen(pilot)
        assert "complete" not in seen(pilot)
    assert repository.entries(Pain) == ()


@pytest.mark.thorough
async def test_a_click_saves_one_day_however_the_pointer_moves(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "c")
        at = place_of(pilot, "▃▃")
        await pilot.mouse_down(offset=at)
        await painted(pilot)
        await pilot.hover(offset=(at.x + 12, at.y))
        await pilot._post_mouse_events([MouseUp, Click], offset=(at.x + 12, at.y), button=1)
        await painted(pilot)
    assert severities(repository) == {"22": 3}


async def test_a_double_click_is_the_answer_of_one_day(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "c")
        await pilot.click("PainScale", offset=(2, 1), times=2)
        await pilot.pause()
    assert severities(repository) == {"22": 0}
