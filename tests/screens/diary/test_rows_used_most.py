"""The rows used most stand first in a long form; the others beneath `more`, and what is off is away."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from textual.pilot import Pilot

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import (
    click,
    flowing,
    line_with,
    lines,
    press,
    seen,
    settle,
    to_field,
    write,
)


async def test_four_rows_stand_and_plus_opens_the_others(app_at: AppAt) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n")
        assert all(words in seen(pilot) for words in ("This is", "Feels", "Set off by", "Eased by"))
        assert "Mood" not in seen(pilot)
        assert "More +" in seen(pilot)
        await press(pilot, "plus")
        await to_field(pilot, "Mood")
        await press(pilot, "4 plus")
        assert "Mood" in seen(pilot)  # it says something
        assert "Stiffness" not in seen(pilot)


async def test_what_was_used_most_stands_first(app_at: AppAt, repository: TinyRepository) -> None:
    day = dt.timedelta(days=1)
    repository.add(*(Pain(at=MONDAY - day * n, severity=3, mood=4) for n in range(7, 30)))
    async with app_at((120, 50)) as pilot:
        await press(pilot, "n")
        assert "Mood" in seen(pilot)
        assert "Eased by" not in seen(pilot)
        await click(pilot, "More +")
        assert "Eased by" in seen(pilot)
        await click(pilot, "Fewer +")
        assert "Eased by" not in seen(pilot)


async def test_a_row_that_says_something_stands_in_the_entry_that_is_changed(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY, severity=3, relievers=("heat",)))
    repository.set("fields_off", frozenset({"pain.relievers"}))
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n")
        await press(pilot, "plus")
        assert "Eased by" not in seen(pilot)
        await press(pilot, "escape 2 tab enter")
        assert "Eased by" in seen(pilot)


async def test_a_field_is_switched_off_from_the_form_and_nothing_typed_is_lost(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n 4")
        await to_field(pilot, "Set off by")
        await write(pilot, "snow")
        await press(pilot, "enter")
        await click(pilot, "choose fields")
        assert "Take away what you never use." in seen(pilot)
        assert "[x] Eased by" in seen(pilot)
        assert "Set off by" not in "\n".join(
            line for line in seen(pilot).split("\n") if "[x]" in line
        )
        await press(pilot, "down enter")
        await settle(pilot)
        assert "[ ] Eased by" in seen(pilot)
        await press(pilot, "escape")
        assert "Eased by" not in seen(pilot)
        await press(pilot, "ctrl+s")
        await settle(pilot)
    assert repository.settings().fields_off == {"pain.relievers"}
    assert [(p.severity, p.triggers) for p in repository.entries(Pain)] == [(4, ("snow",))]


async def test_what_a_warning_is_found_by_cannot_be_switched_off(
    app_at: AppAt, repository: TinyRepository
) -> None:
    # Very low mood, long stiffness and some medicines are what a check or a caution begins with.
    rows = {
        "triggers": "Set off by",
        "mood": "Mood",
        "stiffness_min": "Stiffness",
        "medicines": "Medicine",
    }
    repository.set("fields_off", frozenset({"pain.severity", *(f"pain.{row}" for row in rows)}))
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n plus")
        assert [label for label in rows.values() if label not in seen(pilot)] == []


async def test_what_was_taken_yesterday_is_taken_again_by_one_key_or_click(
    app_at: AppAt, repository: TinyRepository
) -> None:
    day = dt.timedelta(days=1)
    ibuprofen, heat = Medicine("ibuprofen", "400 mg"), Medicine("heat cream")
    for n in range(1, 30):
        taken = (ibuprofen, heat) if n == 1 else (ibuprofen,)
        repository.add(Pain(at=MONDAY - day * n, severity=3, medicines=taken))
    for way in ("key", "click"):
        async with app_at((100, 40)) as pilot:
            await press(pilot, "n 4")
            assert "^r as yesterday: ibuprofen 400 mg and heat cream" in seen(pilot)
            if way == "key":
                await press(pilot, "ctrl+r")
            else:
                await click(pilot, "^r as yesterday")
            assert "as yesterday" not in seen(pilot)
            await press(pilot, "ctrl+s")
            await settle(pilot)
            newest = repository.entries(Pain)[-1]
            assert newest.medicines == (ibuprofen, heat), way
            await press(pilot, "u")
            await settle(pilot)


async def test_a_medicine_has_a_time_of_its_own_that_is_said_back_and_kept(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((120, 50)) as pilot:
        await press(pilot, "n 4")
        await press(pilot, "plus")
        await to_field(pilot, "Medicine")
        for words in ("ibuprofen 400 mg 7:30", "aspirin @ 10 pm"):
            await write(pilot, words)
            await press(pilot, "enter")
        await press(pilot, "ctrl+s 2 tab")
        await settle(pilot)
        said = "ibuprofen 400 mg at 07:30, aspirin at 22:00 the day before"
        assert said in flowing(pilot)
        await press(pilot, "enter")
        assert "● ibuprofen 400 mg 07:30" in seen(pilot)
        await press(pilot, "ctrl+s")
        await settle(pilot)
    (entry,) = repository.entries(Pain)
    assert entry.medicines == (
        Medicine("ibuprofen", "400 mg", "07:30"),
        Medicine("aspirin", None, "22:00"),
    )


async def test_nothing_is_offered_where_nothing_was_taken_yesterday(
    app_at: AppAt, repository: TinyRepository
) -> None:
    at = MONDAY - dt.timedelta(days=2)
    repository.add(Pain(at=at, severity=3, medicines=(Medicine("ibuprofen"),)))
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n plus")
        assert "ibuprofen" in seen(pilot)
        assert "as yesterday" not in seen(pilot)


def labels_in(pilot: Pilot[Any], labels: Iterable[str]) -> list[str]:
    """Those of the labels that stand at the left of a row."""
    rows = [line.strip("▌ ") for line in seen(pilot).replace("│", "\n").split("\n")]
    return [label for label in labels if any(f" {label} " in f" {row} " for row in rows)]


async def test_a_visit_folds_but_for_what_a_caution_is_found_by(
    app_at: AppAt, repository: TinyRepository
) -> None:
    always = ["Kind", "Techniques", "Pressure", "Side effects"]
    repository.set("fields_off", frozenset({"visit.kind", "visit.mood_before"}))
    async with app_at((120, 60)) as pilot:
        await press(pilot, "4 a")
        assert labels_in(pilot, always) == always
        first = ["Next time", "With", "Length", "Bend before", "Bend after"]
        others = ["Cost", "Spasm before", "Spasm after", "Mood before"]
        assert labels_in(pilot, first + others) == first
        assert "cost, spasm" in line_with(pilot, "More +")
        await press(pilot, "plus")
        assert labels_in(pilot, first + others) == first + others[:-1]  # the last one is off
        await to_field(pilot, "Cost")
        await write(pilot, "dear")  # cannot be read, and is not put away
        await press(pilot, "tab")
        await click(pilot, "Fewer +")
        assert labels_in(pilot, others) == ["Cost"]
        await press(pilot, "ctrl+t")
        assert "Physical therapy" in lines(pilot)[0]
        assert labels_in(pilot, ["Kind", "Pressure", "Next time"]) == []
        assert labels_in(pilot, ["With", "Length", "Side effects", "Cost"]) != []


async def test_rows_of_a_visit_stand_by_the_visits_of_its_treatment(
    app_at: AppAt, repository: TinyRepository
) -> None:
    for week in range(2, 8):
        at = MONDAY - dt.timedelta(weeks=week)
        repository.add(Visit(at=at, treatment="acupuncture", spasm_after=2, cost=60))
        repository.add(Visit(at=at, treatment="massage", mood_after=4))
    async with app_at((120, 60)) as pilot:
        for keys, stands, away in (
            ("4 a", "Mood after", "Spasm after"),
            ("ctrl+t", "Spasm after", "Mood after"),
        ):
            await press(pilot, keys)
            assert stands in seen(pilot), keys
            assert away not in seen(pilot), keys


async def test_a_meal_folds_by_what_is_drunk_with_meals(
    app_at: AppAt, repository: TinyRepository
) -> None:
    day = dt.timedelta(days=1)
    for n in range(7, 30):
        repository.add(Meal(at=MONDAY - day * n, water_ml=250))  # by its own key
        repository.add(Meal(at=MONDAY - day * n, text="toast", coffees=1, alcohol_units=1))
    repository.set("fields_off", frozenset({"meal.coffees", "meal.alcohol_units"}))
    async with app_at((100, 40)) as pilot:
        await press(pilot, "5 a")
        assert labels_in(pilot, ["Water", "Coffees", "Alcohol"]) == ["Alcohol"]  # warned of
        await press(pilot, "tab plus")
        assert labels_in(pilot, ["Water", "Coffees", "Alcohol"]) == ["Water", "Alcohol"]
