"""The form of a meal: a line, tags as suggestions, the meal by the time of day."""

import datetime as dt

import pytest

from backcare_tui.diary.records.base import Imported
from backcare_tui.diary.records.meal import Meal
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import line_with, lines, paste, press, seen, to_field, write, write_over


async def test_a_line_and_enter_is_a_meal_and_nothing_at_all_is_refused(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a enter")
        assert "What: nothing is not what was eaten or drunk." in seen(pilot)
        assert repository.entries(Meal) == ()
        await write(pilot, "salmon, lentils")
        await press(pilot, "enter")
        assert "saved 08:12 · Breakfast salmon, lentils" in lines(pilot)[0]
    (meal,) = repository.entries(Meal)
    assert (meal.at, meal.meal, meal.text) == (MONDAY, "breakfast", "salmon, lentils")
    assert meal.tags == ("oily-fish", "legumes")


async def test_suggested_tags_are_kept_unless_they_are_let_go(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a")
        assert "tags are suggested as you type" in seen(pilot)
        await write(pilot, "salmon, lentils")
        assert "kept · ^t lets go of Oily fish, Beans and lentils" in seen(pilot)
        assert "● Oily fish" in seen(pilot)
        await press(pilot, "ctrl+t")
        assert "○ Oily fish" in seen(pilot)
        assert "^t takes Oily fish, Beans and lentils" in seen(pilot)
        await write(pilot, ", kale")
        await press(pilot, "escape a")
        assert "○ Oily fish" in seen(pilot)
        assert "● Leafy greens" in seen(pilot)
        await press(pilot, "tab tab space enter")
        await press(pilot, "ctrl+s")
    (meal,) = repository.entries(Meal)
    assert meal.tags == ("leafy-greens",)


@pytest.mark.thorough
async def test_a_tag_goes_with_the_words_that_brought_it_and_refused_it_stays_so(
    app_at: AppAt, repository: TinyRepository
) -> None:
    bare = Meal(at=MONDAY - dt.timedelta(hours=1), text="salmon")
    repository.add(bare)
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await write(pilot, "salmon")
        await write_over(pilot, "lentils")
        await press(pilot, "enter down enter")
        await write(pilot, ", kale")
        await press(pilot, "enter")
    of_text = {meal.text: meal.tags for meal in repository.entries(Meal)}
    assert of_text == {"salmon, kale": (), "lentils": ("legumes",)}


@pytest.mark.thorough
async def test_one_tag_is_taken_by_going_there_and_a_new_one_by_typing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await write(pilot, "salmon, lentils")
        await press(pilot, "tab right space")
        await write(pilot, "miso")
        await press(pilot, "enter ctrl+s a")
        await write(pilot, "salmon, LENTILS")
        assert "^t lets go of miso, Oily fish" in seen(pilot)
    (meal,) = repository.entries(Meal)
    assert set(meal.tags) == {"oily-fish", "miso"}


@pytest.mark.thorough
async def test_tags_are_learned_from_ones_own_meals(
    app_at: AppAt, repository: TinyRepository
) -> None:
    for ago in (1, 2):
        at = MONDAY - dt.timedelta(days=ago)
        repository.add(Meal(at=at, text=f"stew number {ago}", tags=("home-cooked",)))
    repository.add(Meal(at=MONDAY - dt.timedelta(days=500), text="bread", tags=("old",)))
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await write(pilot, "stew, bread")
        assert "^t lets go of Home-cooked meal" in seen(pilot)
        assert "old" not in line_with(pilot, "lets go of")


@pytest.mark.thorough
async def test_an_unknown_meal_says_that_a_choice_is_learned(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await write(pilot, "gruel")
        assert "no tag is known for this; one that you choose is learned" in seen(pilot)


@pytest.mark.thorough
async def test_the_meal_follows_the_time_until_it_is_typed(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await write(pilot, "noodles")
        await to_field(pilot, "When")
        await press(pilot, "end ctrl+u")
        await write(pilot, "yesterday 19:00")
        assert "dinner" in line_with(pilot, "Meal  ")
        await press(pilot, "shift+tab end ctrl+u")
        await write(pilot, "sn")
        await to_field(pilot, "When")
        await press(pilot, "end ctrl+u")
        await write(pilot, "yesterday 12:00")
        await press(pilot, "enter")
    (meal,) = repository.entries(Meal)
    assert (meal.meal, meal.at.hour) == ("snack", 12)


@pytest.mark.thorough
async def test_a_meal_after_midnight_is_a_snack_of_the_new_day(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    clock.move(hours=-7, minutes=-42)
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await write(pilot, "banana")
        await press(pilot, "enter")
    (meal,) = repository.entries(Meal)
    assert (meal.meal, meal.day, meal.at.hour) == ("snack", MONDAY.date(), 0)


@pytest.mark.thorough
async def test_drinks_alone_are_a_drink(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await to_field(pilot, "Water")
        await write(pilot, "2 glasses")
        await to_field(pilot, "Alcohol")
        await write(pilot, "1.5")
        await press(pilot, "enter")
    (meal,) = repository.entries(Meal)
    assert (meal.meal, meal.water_ml, meal.alcohol_units) == ("drink", 500, 1.5)


@pytest.mark.thorough
async def test_brackets_step_the_day_before_the_first_word_and_are_text_after_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a left_square_bracket left_square_bracket right_square_bracket")
        assert "New meal · yesterday, 08:12" in lines(pilot)[0]
        await write(pilot, "soup [hot]")
        await press(pilot, "enter")
    (meal,) = repository.entries(Meal)
    assert (meal.text, meal.at) == ("soup [hot]", MONDAY - dt.timedelta(days=1))


async def test_a_half_filled_meal_comes_back_with_its_tags(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await write(pilot, "salmon")
        await press(pilot, "escape")
        assert "kept as a draft" in lines(pilot)[0]
        await press(pilot, "a")
        assert "salmon" in line_with(pilot, "What")
        assert "● Oily fish" in seen(pilot)


@pytest.mark.thorough
async def test_a_draft_with_tags_as_one_text_is_read(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.keep_draft("meal", {"at": "2026-11-23 07:00", "text": "x", "tags": "oily-fish, own"})
    async with app_at() as pilot:
        await press(pilot, "5 a ctrl+s")
    (meal,) = repository.entries(Meal)
    assert meal.tags == ("oily-fish", "own")


async def test_a_change_keeps_what_the_form_does_not_show(
    app_at: AppAt, repository: TinyRepository
) -> None:
    at = dt.datetime.fromisoformat("2026-11-22T17:30:12-05:00")
    kept = Meal(
        at=at, text="tea", tags=("own",), caffeine_mg=45, imported=Imported(source="x", key="1")
    )
    repository.add(kept)
    async with app_at() as pilot:
        await press(pilot, "5 enter")
        assert "Change the meal" in lines(pilot)[0]
        await write(pilot, " and toast")
        await press(pilot, "enter")
    (meal,) = repository.entries(Meal)
    assert (meal.id, meal.at, meal.text, meal.meal) == (kept.id, at, "tea and toast", None)
    assert (meal.tags, meal.caffeine_mg, meal.imported) == (("own",), 45, kept.imported)


@pytest.mark.thorough
async def test_what_is_pasted_is_harmless_and_suggested_for(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a")
        await paste(pilot, "salmon [/]\x1b[31m")
        assert "^t lets go of Oily fish" in seen(pilot)
        await press(pilot, "enter")
        assert "salmon [/]" in seen(pilot)
