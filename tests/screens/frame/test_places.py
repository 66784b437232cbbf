"""The six places, and what lies over them: help, settings, palette, welcome."""

import datetime as dt

import pytest
from textual import constants
from textual.css.stylesheet import Stylesheet

from backcare_tui.app import BackcareApp
from backcare_tui.commands.places import EVERYWHERE, PLACE_NAMES
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import click, flowing, line_with, lines, press, seen, settle, write

SIGN_OF = {
    "Today": "Logged today",
    "Diary": "Days",
    "Move": "Routines",
    "Massage": "Care team",
    "Diet": "Meals and drinks",
    "Trends": "12 weeks",
}
"""What only this place has."""
KEYS_TAUGHT = {"1": "Press n", "2": "Press n", "4": "Press a", "5": "Press a"}


async def test_a_place_is_reached_by_its_number_and_by_a_click(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        for number, name in enumerate(PLACE_NAMES.values(), start=1):
            await press(pilot, f"{number}")
            assert SIGN_OF[name] in seen(pilot), name
            await press(pilot, "2" if number == 1 else "1")
            await click(pilot, f"{number} {name}", right=3)
            assert SIGN_OF[name] in seen(pilot), name


async def test_what_was_read_ahead_opens_without_reading_style_sheets_again(
    repository: TinyRepository, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[str] = []

    def count(name: str) -> None:
        read = getattr(Stylesheet, name)

        def counted(sheet: Stylesheet) -> None:
            readings.append(f"{name} at {key}")
            read(sheet)

        monkeypatch.setattr(Stylesheet, name, counted)

    repository.set("boundaries_seen", value=True)
    app = BackcareApp(repository, clock, reads_ahead=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        count("parse")
        count("reparse")
        for key in ("n", "escape", "s", "escape", *"23456"):
            await press(pilot, key)
    assert readings == []


async def test_a_place_made_ahead_shows_the_diary_and_the_size_of_now(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("boundaries_seen", value=True)
    app = BackcareApp(repository, clock, reads_ahead=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await press(pilot, "w")
        await pilot.resize_terminal(120, 40)
        await press(pilot, "5")
        assert "250 ml" in line_with(pilot, "08:12 Water")
        assert {"-wide", "-tall"} <= app.screen.classes


async def test_an_empty_place_names_the_key_that_begins(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for number, words in KEYS_TAUGHT.items():
            await press(pilot, number)
            assert words in flowing(pilot), number
        await press(pilot, "6")
        assert "press n" in flowing(pilot).casefold()


@pytest.mark.thorough
async def test_no_key_is_named_for_an_entry_where_there_is_none(
    app_at: AppAt, repository: TinyRepository
) -> None:
    nowhere = ("/ find", "d delete", "r repeat", "space plan", "e time", "x put away", "g go to")
    pages = {
        "2": "Days",
        "4": "Visits",
        "4 T": "Care team",
        "5": "Meals and drinks",
        "3 p": "The plan of the week",
        "3 H": "All sessions",
        "6 t": "Your trial",
        "1 i": "Worth knowing",
    }
    async with app_at((200, 40)) as pilot:
        for keys, title in pages.items():
            await press(pilot, keys)
            await settle(pilot)
            assert title in seen(pilot), keys
            assert not [key for key in nowhere if key in lines(pilot)[-1]], keys
            await press(pilot, "escape escape")
        await press(pilot, "n 4 enter 2")
        assert "/ find" in lines(pilot)[-1], "as soon as there is one"


@pytest.mark.thorough
async def test_a_place_keeps_its_cursor_and_scroll(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "2 pagedown pagedown pagedown down")
        before = lines(pilot)
        await press(pilot, "3 end 2")
        assert lines(pilot) == before
        await press(pilot, "3")
        assert "▌Restart After a Flare" in seen(pilot)


async def test_what_is_saved_on_one_place_shows_on_the_others(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 2 5 w")
        assert "250 ml" in line_with(pilot, "08:12 Water")
        await press(pilot, "2")
        assert "250 ml" in line_with(pilot, "08:12")
        await press(pilot, "u 5")
        assert "Press a" in flowing(pilot)
    assert repository.entries(Meal) == ()


@pytest.mark.thorough
async def test_trends_step_through_the_weeks_but_not_into_the_future(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "6")
        assert "Week of Mon 23 Nov to Sun 29 Nov" in seen(pilot)
        await press(pilot, "left_square_bracket left_square_bracket")
        assert "Week of Mon 9 Nov to Sun 15 Nov" in seen(pilot)
        await press(pilot, "1 6")
        assert "Week of Mon 9 Nov to Sun 15 Nov" in seen(pilot)
        await press(pilot, "right_square_bracket " * 4)
        assert "Week of Mon 23 Nov to Sun 29 Nov" in seen(pilot)


async def test_help_lists_the_keys_of_the_place_and_closes(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((100, 90)) as pilot:
        for number, (name, sign) in enumerate(SIGN_OF.items(), start=1):
            await press(pilot, f"{number} question_mark")
            said = seen(pilot)
            assert f"─ {name} ─" in said
            told = [each.words for each in EVERYWHERE if not each.id.startswith("place.")]
            told += [
                binding.description
                for _, binding, enabled, tip in pilot.app.screen_stack[-2].active_bindings.values()
                if enabled and tip and "." in str(binding.id)
            ]
            told = [words[:15] for words in told if words not in PLACE_NAMES.values()]
            missing = [
                words for words in (*told, "1-6 places", "no medical device") if words not in said
            ]
            assert not missing, (number, missing)
            await press(pilot, "escape")
            assert "esc closes" not in seen(pilot), number
            assert sign in seen(pilot), number


@pytest.mark.thorough
async def test_help_in_a_form_says_what_it_is_for_and_how_to_save(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at((100, 60)) as pilot:
        for keys in ("n", "s", "3 H a", "4 a", "4 C", "4 Q", "5 a"):
            await press(pilot, f"{keys} f1")
            words = seen(pilot)
            for told in ("^s save", "esc close", "^n empty"):
                assert told in words, (keys, told)
            await press(pilot, "escape")
            assert "esc closes" not in seen(pilot), keys
            assert "close" in lines(pilot)[-1], keys
            await press(pilot, "escape escape 1")


async def test_settings_hold_at_once_and_after_reopening(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        assert pilot.app.theme == "backcare-dusk"
        await press(pilot, "comma enter down enter down enter")
        assert "day (light)" in line_with(pilot, "Colors")
        assert "none" in line_with(pilot, "Movement")
        assert "Sunday" in line_with(pilot, "A week begins on")
        assert pilot.app.theme == "backcare-day"
        await press(pilot, "escape 6")
        assert "Week of Sun 22 Nov to Sat 28 Nov" in seen(pilot)
    async with app_at() as pilot:
        assert pilot.app.theme == "backcare-day"
        assert pilot.app.animation_level == "none"
        await press(pilot, "comma enter enter")
        assert pilot.app.theme == "backcare-dusk"


@pytest.mark.thorough
async def test_movement_comes_back_when_calm_is_turned_off(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "full")
    levels = []
    async with app_at() as pilot:
        for keys in ("comma down enter", "enter"):
            await press(pilot, keys)
            levels.append(pilot.app.animation_level)
    assert levels == ["none", "full"]


async def test_the_palette_finds_a_command_and_runs_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "check-in")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "enter")
        assert "Check-in · today" in lines(pilot)[0]


@pytest.mark.thorough
async def test_the_palette_finds_a_day_and_opens_it(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "2026-11-21")
        await settle(pilot)
        assert "Go to Sat 21 Nov 2026" in seen(pilot)
        await press(pilot, "enter")
        assert "▌Sat 21 Nov" in seen(pilot)


async def test_the_palette_finds_a_note_the_newest_first_and_opens_its_day(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    for days in range(2, 14):
        at = MONDAY - dt.timedelta(days=days)
        week_diary.add(Pain(at=at, severity=2, note=f"The [/] quince hedge, {days} rows of it"))
    older = MONDAY - dt.timedelta(days=14)
    week_diary.add(Session(at=older, routine="mine", name="[/x] Currant", done_s=60))
    async with app_at() as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "currant")
        await settle(pilot)
        assert "[/x] Currant" in seen(pilot), "a name is no markup"
        await press(pilot, "escape")
        await press(pilot, "ctrl+p")
        await write(pilot, "hedge quince")
        await settle(pilot)
        found = [line for line in lines(pilot) if "quince hedge" in line]
        assert "Sat 21 Nov · The [/] quince hedge, 2 rows of it" in found[0]
        assert len(found) <= 8
        await press(pilot, "enter")
        await settle(pilot)
        assert "▌Sat 21 Nov" in seen(pilot)


async def test_the_welcome_comes_once(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at(is_new=True) as pilot:
        assert "Welcome to backcare" in seen(pilot)
        await press(pilot, "enter")
        assert "Welcome to backcare" not in seen(pilot)
        assert "n Check-in" in seen(pilot)
    async with app_at(is_new=True) as pilot:
        assert "Welcome to backcare" not in seen(pilot)


async def test_q_closes(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "q")
        assert pilot.app.return_code == 0
