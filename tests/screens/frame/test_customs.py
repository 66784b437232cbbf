"""The clock and the units of a place, wherever a person reads; and at once when they are changed."""

import re
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import (
    flowing,
    line_with,
    lines,
    press,
    seen,
    settle,
    to_field,
    write,
    write_over,
)

OF_24 = re.compile(r"(?<![\d:])(?:[01]\d|2[0-3]):[0-5]\d(?![\d:]| [ap]m)")
MILLILITERS = re.compile(r"\d ml\b")
WALK = ("1", "2 tab", "s", "5", "5 a", "6", "4", "comma")
"""What every run looks at, one after the other, from the place that was there before."""
FARTHER = (
    *(
        "2 tab down enter",
        "2 v",
        "2 slash w a t e r",
        "3 p",
        "3 p p",
        "3 p p e",
        "3 p p enter",
        "3 h",
    ),
    *("3 E", "3 slash b e d enter", "4 a", "4 tab enter", "4 h", "4 e", "4 P", "4 question_mark"),
    *(
        "n 4",
        "c",
        "3",
        "5 i",
        "5 enter",
        "6 i",
        "6 t",
        "6 P",
        "6 v",
        "6 left_square_bracket",
        "question_mark",
        "i",
        "m",
    ),
    *("W", "L", "F", "comma slash m y space w e e k enter enter", "f3", "ctrl+p"),
)


def said_wrongly(pilot: Pilot[Any]) -> list[str]:
    return [line for line in lines(pilot) if OF_24.search(line) or MILLILITERS.search(line)]


async def look_around(pilot: Pilot[Any], walk: tuple[str, ...]) -> None:
    for keys in walk:
        await press(pilot, keys)
        await settle(pilot)
        assert not said_wrongly(pilot), (keys, seen(pilot))
        for _ in range(6):
            if len(pilot.app.screen_stack) == 1:
                break
            await press(pilot, "escape")
            await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), pytest.param((200, 60), marks=pytest.mark.thorough)])
async def test_with_twelve_hours_and_ounces_nothing_is_said_otherwise(
    size: tuple[int, int], app_at: AppAt, story_diary: TinyRepository, clock: FrozenClock
) -> None:
    clock.move(hours=12)
    story_diary.set("region", "us")
    async with app_at(size, story_diary) as pilot:
        await look_around(pilot, WALK)


@pytest.mark.thorough
@pytest.mark.parametrize("keys", FARTHER)
async def test_nor_farther_off(
    keys: str, app_at: AppAt, story_diary: TinyRepository, clock: FrozenClock
) -> None:
    clock.move(hours=12)
    story_diary.set("region", "us")
    async with app_at((120, 40), story_diary) as pilot:
        await look_around(pilot, (keys,))


async def test_a_change_of_the_clock_holds_at_once_here_and_from_elsewhere(
    app_at: AppAt, week_diary: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    other = open_repository(diary_path, clock)
    async with app_at((80, 24), week_diary) as pilot:
        assert "07:12 " in line_with(pilot, "porridge")
        await press(pilot, "comma")
        while "▌" not in line_with(pilot, "Clock"):
            await press(pilot, "down")
        await press(pilot, "left")
        assert "saved 8:12 am · clock: 12 hours" in flowing(pilot)
        await press(pilot, "escape")
        assert " 7:12 am " in line_with(pilot, "porridge")
        await press(pilot, "u")
        assert "07:12 " in line_with(pilot, "porridge")
        other.set("region", "nz")
        pilot.app.look_at_the_file()  # type: ignore[attr-defined]
        await settle(pilot)
        assert " 7:12 am " in line_with(pilot, "porridge")


async def test_a_night_is_typed_as_people_say_it_and_kept_as_ever(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("clock", "12")
    async with app_at() as pilot:
        await press(pilot, "s")
        await write_over(pilot, "10:30")
        assert "10:30 pm" in line_with(pilot, "To bed"), "said back at once"
        await to_field(pilot, "Got up")
        await write_over(pilot, "655a")
        await press(pilot, "enter")
        await settle(pilot)
        (night,) = repository.entries(Night)
        assert (night.bed, night.up) == ("22:30", "06:55")
        await press(pilot, "s")
        assert "10:30 pm " in line_with(pilot, "To bed"), "as it would be typed"
        await write_over(pilot, "10:30 am")
        assert 'Got up: "6:55 am" is not within 16 hours of 10:30 am.' in flowing(pilot)


async def test_water_by_ounces_is_kept_to_the_milliliter_until_it_is_typed_over(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("units", "us")
    repository.add(Meal(at=MONDAY, text="soup", water_ml=250), summary="soup")
    async with app_at() as pilot:
        await press(pilot, "w")
        assert "water 8 fl oz" in flowing(pilot)
        await press(pilot, "u 5 enter")
        assert "8 fl oz" in line_with(pilot, "Water")
        await write(pilot, " with bread")
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert [(each.text, each.water_ml) for each in repository.entries(Meal)] == [
            ("soup with bread", 250)
        ]
        await press(pilot, "enter")
        await to_field(pilot, "Water")
        await write_over(pilot, "12")
        await press(pilot, "tab")
        assert 'Water: "12" is not clear without a unit: 16 oz, 2 glasses or 300 ml.' in flowing(
            pilot
        )
        await to_field(pilot, "Water")
        await write_over(pilot, "12 oz")
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert [each.water_ml for each in repository.entries(Meal)] == [355]
