"""Diet: the list, drinks by single keys, the week beside the pattern, finding."""

import datetime as dt

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import click, flowing, inside, line_with, lines, press, seen, write

WIDE = (120, 40)
YESTERDAY = MONDAY - dt.timedelta(days=1)
PORRIDGE = Meal(
    at=YESTERDAY, meal="breakfast", text="porridge", tags=("whole-grains", "fruit", "nuts-seeds")
)


async def test_an_empty_place_teaches_its_keys(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "5")
        words = flowing(pilot)
        assert "Press a to take down a meal" in words
        assert "none today" in line_with(pilot, "w Water")
        assert "none today" in line_with(pilot, "o Coffee")
        assert "No meal was taken down for this week." in words


@pytest.mark.thorough
async def test_entries_stand_under_their_days_newest_first(
    app_at: AppAt, repository: TinyRepository
) -> None:
    old = Meal(at=MONDAY - dt.timedelta(days=400), text="soup [/] [b]")
    repository.add(PORRIDGE, Meal(at=MONDAY, meal="breakfast", text="toast"), old)
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        rows = [line for line in lines(pilot) if line.startswith(" │")]
        order = ["Today, Mon 23 Nov", "toast", "Yesterday, Sun 22 Nov", "porridge", "2025", "soup"]
        places = [next(n for n, row in enumerate(rows) if word in row) for word in order]
        assert places == sorted(places)
        assert "08:12 Breakfast" in line_with(pilot, "toast")
        assert "soup [/] [b]" in seen(pilot)


async def test_a_drink_is_one_key_and_its_amount_another(
    app_at: AppAt, repository: TinyRepository
) -> None:
    wanted: dict[str, tuple[dict[str, float], str]] = {
        "w": ({"water_ml": 250}, "● 1 glass · 250 ml"),
        "w plus": ({"water_ml": 500}, "2 glasses · 500 ml"),
        "o": ({"coffees": 1}, "1 · last 08:12"),
        "o plus plus minus": ({"coffees": 2}, "2 · last 08:12"),
        "O": ({"alcohol_units": 1}, "1 drink · last 08:12"),
        "O plus": ({"alcohol_units": 1.5}, "1.5 drinks"),
        "O minus": ({"alcohol_units": 0.5}, "0.5 drinks"),
        "O minus minus": ({"alcohol_units": 0.5}, "0.5 drinks"),
    }
    async with app_at() as pilot:
        await press(pilot, "5")
        for keys, (fields, line) in wanted.items():
            await press(pilot, keys)
            assert line in seen(pilot), keys
            (drink,) = repository.entries(Meal)
            assert (drink.at, drink.meal) == (MONDAY, "drink")
            assert {field: getattr(drink, field) for field in fields} == fields
            await press(pilot, " ".join("u" for _ in keys.split()))
            assert repository.entries(Meal) == (), keys


async def test_a_drink_is_said_saved_and_undone_and_is_nothing_less_than_a_cup(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "5 o")
        assert "saved 08:12 · coffee 1" in lines(pilot)[0]
        await press(pilot, "minus")
        assert "d deletes" in lines(pilot)[0]
        assert repository.entries(Meal)[0].coffees == 1
        await press(pilot, "plus u")
        assert repository.entries(Meal)[0].coffees == 1
        await press(pilot, "u")
        assert "none today" in line_with(pilot, "o Coffee")
    assert repository.entries(Meal) == ()


@pytest.mark.thorough
async def test_an_amount_is_changed_only_shortly_after(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 o")
        clock.move(minutes=16)
        await press(pilot, "plus")
        assert "no drink in the last 15 minutes" in lines(pilot)[0]
    assert repository.entries(Meal)[0].coffees == 1


async def test_no_number_of_glasses_is_held_out(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "5")
        assert "none today" in line_with(pilot, "w Water")
        await press(pilot, "w")
        assert "● 1 glass · 250 ml" in line_with(pilot, "w Water")
        assert "○" not in line_with(pilot, "w Water")


@pytest.mark.thorough
async def test_more_than_eight_glasses_are_counted_on(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Meal(at=MONDAY, meal="drink", water_ml=2500))
    async with app_at() as pilot:
        await press(pilot, "5")
        assert "●●●●●●●● 10 glasses" in line_with(pilot, "w Water")


@pytest.mark.thorough
async def test_caffeine_in_milligrams_stands_beside_the_cups(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Meal(at=MONDAY, caffeine_mg=80), Meal(at=YESTERDAY, coffees=3))
    async with app_at() as pilot:
        await press(pilot, "5")
        assert "80 mg caffeine · last 08:12" in line_with(pilot, "o Coffee")


async def test_b_repeats_the_last_breakfast(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 b")
        assert "no breakfast before today yet" in lines(pilot)[0]
        assert repository.entries(Meal) == ()
        repository.add(PORRIDGE)
        await press(pilot, "b")
        assert "saved 08:12 · breakfast porridge" in lines(pilot)[0]
        assert "▌08:12 porridge" in seen(pilot)
    again = repository.entries(Meal)[-1]
    assert (again.at, again.meal, again.tags) == (MONDAY, "breakfast", PORRIDGE.tags)


async def test_an_entry_is_repeated_and_deleted(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(PORRIDGE)
    async with app_at() as pilot:
        await press(pilot, "5 r")
        assert [meal.at for meal in repository.entries(Meal)] == [YESTERDAY, MONDAY]
        await press(pilot, "d")
        assert [meal.at for meal in repository.entries(Meal)] == [YESTERDAY]


async def test_the_week_has_a_mark_for_each_day_that_had_a_food(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(PORRIDGE, Meal(at=MONDAY, text="fish", tags=("oily-fish", "sweets")))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        words = inside(pilot, "Mediterranean style · this week")
        assert "[Mon]Tue Wed" in words
        assert line_with(pilot, "Oily fish").count("●") == 1
        assert line_with(pilot, "Sweets").count("●") == 1
        assert line_with(pilot, "Whole grains").count("●") == 0
        assert "Favored food on 1 of 1 day with tags, at least 3 kinds on none." in words
        await press(pilot, "left_square_bracket")
        words = inside(pilot, "Mediterranean style · last week")
        assert "[" not in words.partition("Limited")[0]
        assert "at least 3 kinds on 1." in words
        assert line_with(pilot, "Whole grains").rstrip(" │").endswith("●")
        await press(pilot, "left_square_bracket")
        assert "week of 9 Nov" in seen(pilot)
        await press(pilot, "right_square_bracket right_square_bracket right_square_bracket")
        assert "this week" in seen(pilot)


@pytest.mark.thorough
async def test_a_week_may_begin_on_sunday(app_at: AppAt, repository: TinyRepository) -> None:
    repository.set("week_start", "sun")
    repository.add(PORRIDGE)
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        assert "Sun[Mon]Tue" in seen(pilot)
        assert line_with(pilot, "Whole grains").count("●") == 1


@pytest.mark.thorough
async def test_a_meal_after_midnight_stands_under_the_new_day(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Meal(at=MONDAY.replace(hour=0, minute=30), text="banana", tags=("fruit",)))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        words = inside(pilot, "Meals and drinks")
        assert "Today, Mon 23 Nov 00:30 Meal banana" in words.replace("▌", "")
        assert line_with(pilot, "Fruit").count("●") == 1


async def test_text_is_found_as_one_types_and_nothing_found_is_said(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(PORRIDGE, Meal(at=MONDAY, text="Salmon and rice", tags=("oily-fish",)))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5 slash")
        await write(pilot, "rice SAL")
        assert "Meals and drinks with “rice SAL” · 1" in seen(pilot)
        assert "porridge" not in seen(pilot)
        await write(pilot, "x")
        words = inside(pilot, "Meals and drinks with “rice SALx” · 0")
        assert "No meal has these words. Press esc to see all of them." in words
        await press(pilot, "escape")
        assert "porridge" in seen(pilot)


@pytest.mark.thorough
async def test_a_meal_of_three_years_ago_is_listed_only_where_none_is_newer_but_always_found(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Meal(at=MONDAY - dt.timedelta(days=1100), text="old porridge"))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        assert "old porridge" in seen(pilot)
        await press(pilot, "w")
        assert "old porridge" not in seen(pilot)
        await press(pilot, "slash")
        await write(pilot, "porr")
        assert "old porridge" in seen(pilot)


@pytest.mark.thorough
async def test_tags_and_meals_are_found_too(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(PORRIDGE, Meal(at=MONDAY, coffees=1))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        for typed in ("whole grains", "whole-grains", "breakfast", "porr"):
            await press(pilot, "slash")
            await write(pilot, typed)
            assert "· 1 ─" in seen(pilot), typed
            await press(pilot, "enter")
            assert "Change the meal" in lines(pilot)[0], typed
            await press(pilot, "escape escape")


@pytest.mark.thorough
async def test_enter_on_a_food_of_the_week_lists_its_meals(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(PORRIDGE, Meal(at=MONDAY, text="fish", tags=("oily-fish",)))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5 tab")
        await click(pilot, "Oily fish")
        await press(pilot, "enter")
        assert "Meals and drinks with “Oily fish” · 1" in seen(pilot)


@pytest.mark.thorough
async def test_a_meal_is_found_in_the_diary_by_its_text_and_its_tags(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(PORRIDGE, Meal(at=MONDAY, text="toast"))
    async with app_at(WIDE) as pilot:
        await press(pilot, "2")
        for typed in ("porridge", "whole grains"):
            await press(pilot, "slash")
            await write(pilot, typed)
            await press(pilot, "enter")
            assert f"Days with “{typed}” · 1" in seen(pilot)
            assert "Sun 22 Nov" in seen(pilot), typed
            await press(pilot, "escape")


def evenings(count: int, first: int, latency: int, alcohol: float | None) -> list[Meal | Night]:
    """So many nights from so many days ago on, each with or without a drink at 21:00."""
    made: list[Meal | Night] = []
    for ago in range(first, first + count):
        day = MONDAY - dt.timedelta(days=ago)
        made.append(Night(night=day.date(), bed="23:00", up="07:00", latency_min=latency))
        at = (day - dt.timedelta(days=1)).replace(hour=21, minute=0)
        drink = Meal(at=at, alcohol_units=alcohol) if alcohol else Meal(at=at, text="supper")
        made.append(drink)
    return made


@pytest.mark.thorough
async def test_late_alcohol_stands_beside_the_nights_and_is_never_called_a_cause(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*evenings(7, 0, 110, 1), *evenings(21, 7, 70, None))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        words = inside(pilot, "Drinks today")
        assert (
            "After evenings with alcohol you slept 6 h 10, else 6 h 50 (7 and 21 nights)." in words
        )
        assert "Ebrahim 2013" in words
        assert "proves no cause" in words
        await press(pilot, "i")
        assert "After evenings with alcohol you slept 6 h 10" in flowing(pilot)
        assert "No late coffee" in flowing(pilot)
        assert "Drake C et al." in flowing(pilot)
        await press(pilot, "escape")
        assert "Meals and drinks" in seen(pilot)


@pytest.mark.thorough
async def test_too_few_nights_are_not_compared(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(*evenings(3, 0, 110, 1), *evenings(21, 3, 70, None))
    async with app_at(WIDE) as pilot:
        await press(pilot, "5")
        words = inside(pilot, "Drinks today")
        assert "3 nights so far, compared from 4 on." in words
        assert "slept" not in words


@pytest.mark.thorough
async def test_the_place_fits_any_window(app_at: AppAt, story_diary: TinyRepository) -> None:
    async with app_at((60, 20)) as pilot:
        await press(pilot, "5")
        for size in ((60, 20), (60, 40), (80, 20), (80, 24), (200, 60)):
            await pilot.resize_terminal(*size)
            assert "w Water" in seen(pilot), size
            has_week = size[0] >= 76 or size[1] >= 34
            assert ("Favored" in seen(pilot)) == has_week, size
            await press(pilot, "end down home tab tab slash escape")
            assert pilot.app.is_running
