"""The page of settings: every row changed by keys and by click, seen at once and in the file."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.app import BackcareApp
from backcare_tui.diary.custody import Custody, DeviceSaved
from backcare_tui.diary.settings import Settings
from backcare_tui.locksmith import FileLocksmith
from backcare_tui.screens.frame.upkeep import Upkeep
from backcare_tui.screens.settings.row import SettingRow
from backcare_tui.screens.settings.rows import GROUPS, NOT_FOR_PEOPLE, ROWS
from backcare_tui.screens.settings.search import OTHER_WORDS, found_settings
from backcare_tui.store import safekeeping
from backcare_tui.store.custody import custody_of, looked_closely
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.wording.choices import CHOICES, SettingChoice
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.for_each import for_each
from tests.screens.seen import click, flowing, line_with, press, seen, settle, write, write_over
from tests.stored import stored

WIDE, NARROW = (120, 40), (80, 24)
ROOM = 62
"""Cells that a sentence has beside a row of 120 columns."""
CUSTODY = Custody(
    file="~/diary.json",
    is_locked=False,
    device="laptop",
    beside=1,
    backups=3,
    last_backup=MONDAY.date() - dt.timedelta(days=1),
    path="/home/ann/diary.json",
    size=1234,
    parts=("/home/ann/diary.json",),
    devices=(
        DeviceSaved("laptop", MONDAY.date()),
        DeviceSaved("phone", MONDAY.date() - dt.timedelta(days=1)),
    ),
    waiting=("diary (2).json is of another diary.",),
    merged=(MONDAY.date() - dt.timedelta(days=1),),
)


@pytest.fixture(autouse=True)
def _backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))


def test_every_setting_is_on_the_page_or_named_as_not_for_people() -> None:
    shown = [name for row in ROWS.values() for name in row.holds]
    assert len(shown) == len(set(shown)), "each is changed by one row"
    assert {*shown, *NOT_FOR_PEOPLE} == set(Settings.__struct_fields__)
    assert not set(shown) & NOT_FOR_PEOPLE.keys()


def test_every_setting_of_a_few_values_is_a_row() -> None:
    assert {row.choice for row in ROWS.values() if row.choice} == set(CHOICES)


@for_each("row", ROWS.values(), ids=lambda row: row.key)
def test_a_row_says_in_one_line_what_it_does_and_can_be_changed(row: SettingRow) -> None:
    assert len(row.does) <= ROOM
    assert row.does.endswith(".")
    assert bool(row.choice) != bool(row.opens)


@for_each(
    ("typed", "label"),
    [
        ("dark", "Colors"),
        ("password", "Lock"),
        ("import", "Another program"),
        ("notification", "Notices"),
        ("sunday", "A week begins on"),
        ("folder", "Where it is"),
    ],
)
def test_a_setting_is_found_by_what_others_call_it(typed: str, label: str) -> None:
    assert next(iter(found_settings(typed, ROWS.values()))).label == label


def test_other_words_are_of_rows_that_there_are() -> None:
    assert OTHER_WORDS.keys() <= ROWS.keys()


def test_a_row_stands_once() -> None:
    assert len(ROWS) == sum(len(group.rows) for group in GROUPS)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
async def test_a_value_is_changed_by_keys_and_back_at_once_and_in_the_file(
    choice: SettingChoice, app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "comma")
        while "▌" not in line_with(pilot, choice.label):
            await press(pilot, "down")
        first, second = choice.values[0], choice.values[1]
        for keys, value in (("enter", second), ("left", first), ("right", second)):
            await press(pilot, keys)
            assert value.words in line_with(pilot, choice.label), keys
            assert choice.value(repository.settings()) == value
            assert (stored(repository).get(choice.name) or "") == value.kept
        assert f"saved 08:12 · {choice.label.lower()}: {second.words}" in seen(pilot)
        await press(pilot, "u")
        assert first.words in line_with(pilot, choice.label), "undo takes it back"
        await click(pilot, choice.does[:30])
        assert second.words in line_with(pilot, choice.label), "a click on the row of the cursor"


async def test_a_look_that_undo_takes_back_is_shown_at_once(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "comma enter")
        assert pilot.app.theme == "backcare-day"
        await press(pilot, "u")
        assert pilot.app.theme == "backcare-dusk"


@pytest.mark.thorough
@pytest.mark.parametrize("key", [row.key for row in ROWS.values() if row.opens])
async def test_what_is_a_page_of_its_own_is_opened_by_click_and_esc_leads_back(
    key: str, repository: TinyRepository, clock: FrozenClock, diary_path: Path
) -> None:
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    safe = safekeeping(diary_path, clock)
    app = BackcareApp(
        repository,
        clock,
        upkeep=Upkeep(safekeeping=lambda: safe, custody=lambda *, closely=False: CUSTODY),
    )
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "comma")
        await settle(pilot)
        row = ROWS[key]
        if not row.is_there(app.desk):
            assert row.label not in seen(pilot)
            return
        page: Any = app.screen
        await click(pilot, row.does[:30])
        await click(pilot, row.does[:30])
        await settle(pilot)
        assert app.screen is not page
        # Of the first questions esc leaves one after the other open.
        for _ in range(12 if key == "first" else 1):
            await press(pilot, "escape" if app.screen is not page else "up")
        await settle(pilot)
        assert app.screen is page


async def test_the_file_the_lock_the_devices_and_the_backups_are_told(
    repository: TinyRepository, clock: FrozenClock, diary_path: Path
) -> None:
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    smith = FileLocksmith(diary_path, clock, None)
    app = BackcareApp(
        repository,
        clock,
        upkeep=Upkeep(custody=lambda *, closely=False: CUSTODY, locksmith=lambda: smith),
    )
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "comma")
        await settle(pilot)
        assert "not locked" in line_with(pilot, "Lock")
        assert "1 copy; here laptop" in line_with(pilot, "Devices")
        assert "~/diary.json" in line_with(pilot, "Where it is")
        await click(pilot, "Where it is")
        await click(pilot, "Where it is")
        await settle(pilot)
        await click(pilot, "Copy the path")
        assert app.clipboard == "/home/ann/diary.json"
        await click(pilot, "Move it to another folder")
        await click(pilot, "Move it to another folder")
        await write(pilot, "/my docs")
        await press(pilot, "enter")
        line = (
            "mkdir -p '/my docs' && mv -n /home/ann/diary.json '/my docs' && export BACKCARE_DIARY="
        )
        assert app.clipboard == f"{line}'/my docs/diary.json'"
        assert "where your shell sets its variables" in flowing(pilot)
        await press(pilot, "escape up enter")
        await settle(pilot)
        for words in (
            "laptop",
            "phone, saved last: Sun 22 Nov",
            "on Sun 22 Nov",
            "is of another diary",
        ):
            assert words in flowing(pilot), words
        await click(pilot, "Give this device a name")
        await click(pilot, "Give this device a name")
        await write(pilot, "x" * 41)
        await press(pilot, "enter")
        assert "41 letters, allowed are 40" in flowing(pilot)
        await write_over(pilot, " my laptop ")
        await press(pilot, "enter")
        await settle(pilot)
        assert repository.settings().device_names == {"laptop": "my laptop"}
        assert "my laptop, saved last" not in flowing(pilot), "it is told of as this one"
        assert "this device: my laptop · u undoes" in flowing(pilot)
        await press(pilot, "home enter")
        assert "Two devices" in seen(pilot)
        await press(pilot, "escape escape")
        await settle(pilot)
        assert "1 copy; here my laptop" in line_with(pilot, "Devices")


async def test_a_setting_is_found_as_one_types(app_at: AppAt) -> None:
    async with app_at(NARROW) as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "week")
        assert "A week begins on" in seen(pilot)
        assert "Colors" not in seen(pilot)
        await press(pilot, "enter")
        assert "Sunday" in line_with(pilot, "A week begins on")
        await press(pilot, "escape")
        assert "Colors" in seen(pilot), "the first esc ends the search"
        await press(pilot, "escape")
        assert "How it looks" not in seen(pilot)


async def test_where_there_is_little_room_the_row_of_the_cursor_says_what_it_does(
    app_at: AppAt,
) -> None:
    async with app_at(NARROW) as pilot:
        await press(pilot, "comma")
        assert ROWS["theme"].does in seen(pilot)
        await press(pilot, "down")
        assert ROWS["calm"].does in seen(pilot)
        assert ROWS["theme"].does not in seen(pilot)
        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        for row in ROWS.values():
            assert row.does in seen(pilot) or not row.is_there(pilot.app.desk)  # type: ignore[attr-defined]


def test_the_custody_of_a_diary_is_looked_up(
    repository: TinyRepository, clock: FrozenClock, diary_path: Path
) -> None:
    repository.set("sound", "voice")
    safe = safekeeping(diary_path, clock)
    look = partial(custody_of, diary_path, safe)
    assert (look().backups, look().last_backup, look().is_locked) == (0, None, False)
    safe.back_up()
    copy = diary_path.with_name(f"{diary_path.stem} (conflict){diary_path.suffix}")
    copy.write_bytes(diary_path.read_bytes())
    assert (look().backups, look().last_backup) == (1, MONDAY.date())
    assert look().beside == 1
    assert look().file.endswith(diary_path.name)
    assert (look().path, look().size) == (str(diary_path), diary_path.stat().st_size)
    assert (look().devices, look().waiting) == ((), ()), "for the page of settings no diary is read"
    closely = looked_closely(look(), diary_path, clock, None)
    assert [each.device for each in closely.devices] == [look().device]
    assert len(closely.waiting) == 1
    assert look().parts == (str(diary_path),)
