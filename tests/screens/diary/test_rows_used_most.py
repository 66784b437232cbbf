"""The rows used most stand first in the check-in; the others beneath `more`, and what is off is away."""

import datetime as dt

from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import click, flowing, press, seen, settle, to_field, write


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
        assert "The number, and what tells of warning signs, always stay" in flowing(pilot)
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


async def test_nothing_is_offered_where_nothing_was_taken_yesterday(
    app_at: AppAt, repository: TinyRepository
) -> None:
    at = MONDAY - dt.timedelta(days=2)
    repository.add(Pain(at=at, severity=3, medicines=(Medicine("ibuprofen"),)))
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n plus")
        assert "ibuprofen" in seen(pilot)
        assert "as yesterday" not in seen(pilot)
