"""Keys: given anew in a file, said once where they moved, and done from the help and the manual."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from backcare_tui.app import BackcareApp
from backcare_tui.commands.keymap import FILE_NAME, LARGEST, read_keys
from backcare_tui.commands.moved import MOVED, moved_to, say_moved
from backcare_tui.commands.places import PLACES
from backcare_tui.diary.records.meal import Meal
from backcare_tui.opening import keys_beside
from backcare_tui.screens import AdvicePage, CheckIn, Help, Manual, ManualPage
from backcare_tui.screens.frame.desk import Said
from backcare_tui.screens.today.place import Today
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt, FrozenClock
from tests.screens.opened import OPENED, alone, fill
from tests.screens.seen import click, flowing, press, seen, settle, write


def is_on(pilot: Pilot[None], screen: type[object]) -> bool:
    return isinstance(pilot.app.screen, screen)


async def test_a_key_given_anew_does_it_and_every_text_names_it(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("boundaries_seen", value=True)
    given = read_keys('entry.check-in = "X"\nentry.water = "f5"\n')
    async with BackcareApp(repository, clock, keys=given).run_test(size=(100, 34)) as pilot:
        await settle(pilot)
        assert "Press X, a digit" in seen(pilot)
        assert "X check-in" in seen(pilot)
        await press(pilot, "n")
        assert is_on(pilot, Today)
        await press(pilot, "X")
        assert is_on(pilot, CheckIn)
        await press(pilot, "escape f5")
        assert len(repository.entries(Meal)) == 1
        await press(pilot, "question_mark")
        assert " X check-in" in seen(pilot)
        assert "f5 water" in seen(pilot)


async def test_a_wrong_file_is_said_and_the_rest_of_it_holds(
    repository: TinyRepository, clock: FrozenClock, tmp_path: Path
) -> None:
    repository.set("boundaries_seen", value=True)
    (tmp_path / FILE_NAME).write_text('entry.tea = "f5"\nentry.water = "f7"\n')
    keys = keys_beside(tmp_path / "diary.json")
    async with BackcareApp(repository, clock, keys=keys).run_test(size=(120, 34)) as pilot:
        await settle(pilot)
        assert "keys.toml, line 1: nothing is called entry.tea." in flowing(pilot)
        await press(pilot, "f7")
        assert len(repository.entries(Meal)) == 1
        await press(pilot, "question_mark")
        assert "keys.toml, line 1: nothing is called entry.tea." in flowing(pilot)


def test_a_comma_alone_is_a_key() -> None:
    assert read_keys('app.settings = ","').keys == {"app.settings": "comma"}
    assert "app.settings has no key." in read_keys('app.settings = ", ,"').complaints[0]


def test_what_is_in_the_file_is_made_harmless_where_it_is_said() -> None:
    given = read_keys('entry.water = "\\u001b[31m"\n"entry.\\u202etea" = "f5"')
    assert [each for each in given.complaints if not each.isprintable()] == []
    assert [each.count("\ufffd") for each in given.complaints] == [1, 1]


def test_a_file_of_keys_that_is_no_text_or_not_there_is_no_trouble(tmp_path: Path) -> None:
    diary = tmp_path / "diary.json"
    assert keys_beside(diary).keys == {}
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00")
    assert keys_beside(diary).complaints == (f"{FILE_NAME} is no text: allowed is UTF-8.",)
    (tmp_path / FILE_NAME).write_bytes(b"#" * (LARGEST + 1))
    assert keys_beside(diary).complaints == (
        f"{FILE_NAME} cannot be read: it is larger than 64 KB.",
    )


async def test_a_key_that_moved_says_once_where_it_went(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "a")
        assert "That is i now: advice" in seen(pilot)
        assert repository.settings().keys_told == {"Today a"}
        await press(pilot, "w a")
        assert "That is i now" not in seen(pilot)
        await press(pilot, "i")
        assert is_on(pilot, AdvicePage)
        await press(pilot, "w")
        assert "water 250 ml" in seen(pilot), "a page says what was done on it"


@pytest.mark.thorough
async def test_each_key_that_moved_says_once_where_it_went(
    app_at: AppAt, repository: TinyRepository
) -> None:
    fill(repository)
    places = {place.screen: str(at) for at, place in enumerate(PLACES, 1)}
    async with app_at() as pilot:
        app: Any = pilot.app
        for name, letters in MOVED.items():
            if name in places:
                await press(pilot, places[name])
            else:
                app.push_screen(OPENED[name](app.desk), lambda _: None)
            await settle(pilot)
            while type(app.screen).__name__ != name:
                app.pop_screen()
            shown = app.screen
            for letter in letters:
                app.set_focus(None)
                app.desk.said = Said("")
                command = moved_to(name, letter)
                assert command
                words = say_moved(command)
                await press(pilot, letter)
                await settle(pilot)
                assert words in flowing(pilot), (name, letter)
                assert f"{name} {letter}" in repository.settings().keys_told
                assert app.screen is shown
            alone(app)
            await settle(pilot)


async def test_a_key_that_moved_says_so_before_and_while_a_routine_is_played(
    app_at: AppAt,
) -> None:
    async with app_at() as pilot:
        app: Any = pilot.app
        for name, letter, words in (
            ("Before", "d", "That is G now: way down"),
            ("Player", "b", "That is V now: sound"),
            ("CatchUp", "s", "That is space now: skip this day"),
        ):
            app.push_screen(OPENED[name](app.desk), lambda _: None)
            await settle(pilot)
            while type(app.screen).__name__ != name:
                app.pop_screen()
            await press(pilot, letter)
            await settle(pilot)
            assert words in flowing(pilot), name
            alone(app)


async def test_the_help_is_of_the_place_and_a_line_of_it_is_done(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 question_mark")
        assert "─ Massage ─" in seen(pilot)
        words = seen(pilot)
        assert words.index("Here") < words.index("C new course") < words.index("Everywhere")
        await press(pilot, "down down")
        assert "Take down a massage or another treatment." in seen(pilot)
        await click(pilot, "n check-in", right=3)
        await settle(pilot)
        assert is_on(pilot, CheckIn)


async def test_enter_on_the_help_that_was_just_opened_closes_it_and_does_nothing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "question_mark enter")
        assert is_on(pilot, Today)
        await press(pilot, "question_mark" + 6 * " down" + " enter")
        assert is_on(pilot, CheckIn)
    assert not repository.entries(Meal)


async def test_the_manual_is_read_in_the_app_and_esc_leads_back(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "question_mark question_mark")
        assert is_on(pilot, Manual)
        await click(pilot, "Backups, and")
        await press(pilot, "enter")
        await settle(pilot)
        assert is_on(pilot, ManualPage)
        assert "copies of your diary" in flowing(pilot)
        await press(pilot, "pagedown")
        await click(pilot, "locked diary")
        await settle(pilot)
        assert "A locked diary" in seen(pilot)
        await press(pilot, "q")
        await settle(pilot)
        assert "copies of your diary" in flowing(pilot)
        await press(pilot, "escape escape")
        assert not isinstance(pilot.app.screen, Help | Manual)


async def test_a_name_in_braces_is_a_name_and_no_key(app_at: AppAt) -> None:
    async with app_at() as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]  # of our app
        desk.say("saved 08:12", "saved", "m {my.own} {entry.water}, 5 min")
        await settle(pilot)
        assert "m {my.own} {entry.water}, 5 min" in seen(pilot)


async def test_what_a_form_offers_names_the_key_that_was_given_anew_to_it(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("boundaries_seen", value=True)
    given = read_keys(
        'course.week-later = "ctrl+b"\ncourse.when-not = "ctrl+g"\nmeal.tags = "f9"\n'
    )
    async with BackcareApp(repository, clock, keys=given).run_test(size=(100, 50)) as pilot:
        await press(pilot, "4 C")
        assert "ctrl+b begins it a week later" in flowing(pilot)
        assert "ctrl+g When not" in flowing(pilot)
        await press(pilot, "escape 5 a")
        await write(pilot, "salmon")
        assert "kept · f9 lets go of" in flowing(pilot)
