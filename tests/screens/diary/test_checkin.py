"""The check-in: keys in, file out."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from backcare_tui.diary.records.pain import Interference, Medicine, Pain
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import (
    flowing,
    line_with,
    lines,
    paste,
    press,
    seen,
    to_field,
    write,
    write_over,
)


def only_pain(repository: TinyRepository) -> Pain:
    """The one entry of the diary."""
    (entry,) = repository.entries(Pain)
    return entry


async def test_pain_is_taken_down_in_three_keys(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4 enter")
        assert "saved 08:12 · Pain 4 · m Morning Loosen-Up, 6 min" in lines(pilot)[0]
        assert "08:12 Pain 4 moderate" in flowing(pilot)
    assert only_pain(repository).severity == 4
    assert only_pain(repository).at == MONDAY


@pytest.mark.thorough
async def test_the_scale_is_worked_by_digits_minus_and_arrows(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n")
        for keys, severity in {
            "right": 0,
            "minus": 10,
            "4 right": 5,
            "4 left": 3,
            "9 right right right": 10,
            "0": 0,
        }.items():
            await press(pilot, keys)
            assert f"[ {severity}" in flowing(pilot), keys
        await press(pilot, "enter")
    assert only_pain(repository).severity == 0


async def test_a_check_in_without_a_number_is_not_saved(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n enter")
        assert "Pain: nothing is not a whole number from 0 to 10; type one digit." in seen(pilot)
        assert repository.entries(Pain) == ()
        await press(pilot, "6 enter")
    assert only_pain(repository).severity == 6


async def test_a_time_that_cannot_be_read_is_said_and_stays(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n 4")
        await to_field(pilot, "When")
        await write_over(pilot, "gestern")
        await press(pilot, "enter")
        assert repository.entries(Pain) == ()
        assert "▌When           gestern" in seen(pilot)
        assert '"gestern"' in flowing(pilot)
        assert "yesterday 22:30" in flowing(pilot)
        await write_over(pilot, "yesterday 22:30")
        assert "Check-in · yesterday, 22:30" in lines(pilot)[0]
        await press(pilot, "enter")
    assert only_pain(repository).at == dt.datetime.fromisoformat("2026-11-22T22:30+01:00")


@pytest.mark.thorough
async def test_a_time_to_come_is_refused(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n 4")
        await to_field(pilot, "When")
        await write_over(pilot, "2026-11-24 09:00")
        await press(pilot, "ctrl+s")
        assert "2026-11-24 09:00" in line_with(pilot, "▌When")
        assert "future" in flowing(pilot) or "past" in flowing(pilot)
    assert repository.entries(Pain) == ()


async def test_brackets_step_the_day_but_never_past_now(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n 4")
        for field in ("", "When"):
            if field:
                await to_field(pilot, field)
            await press(pilot, "left_square_bracket left_square_bracket")
            assert "Check-in · Sat 21 Nov, 08:12" in lines(pilot)[0], field
            await press(pilot, "right_square_bracket")
            assert "Check-in · yesterday, 08:12" in lines(pilot)[0], field
            await press(pilot, "right_square_bracket right_square_bracket")
            assert "Check-in · today, 08:12" in lines(pilot)[0], field
        await press(pilot, "left_square_bracket ctrl+s")
    assert only_pain(repository).at == MONDAY - dt.timedelta(days=1)


@pytest.mark.thorough
async def test_brackets_are_text_in_the_note_and_in_words(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n 4")
        await to_field(pilot, "Set off by")
        await write(pilot, "snow ")
        await write(pilot, "[wet]")
        await press(pilot, "enter")
        await to_field(pilot, "Note")
        await write(pilot, "[a] b")
        await press(pilot, "ctrl+s")
    entry = only_pain(repository)
    assert (entry.triggers, entry.note, entry.at) == (("snow [wet]",), "[a] b", MONDAY)


async def test_areas_are_chosen_by_key_each_with_its_own_number_if_it_differs(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "n 4 tab space left 7 ctrl+s")
    entry = only_pain(repository)
    assert set(entry.areas) == {"lower-back-c", "lower-back-l"}
    assert entry.area_severity == {"lower-back-l": 7}


@pytest.mark.thorough
async def test_a_place_can_be_named_in_words(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4 tab slash")
        await write(pilot, "elbow")
        await press(pilot, "enter")
        assert "Where does it hurt?" in seen(pilot)
        assert "elbow" in flowing(pilot)
        await press(pilot, "escape slash")
        await write(pilot, "lower back left")
        await press(pilot, "enter ctrl+s")
    (entry,) = repository.entries(Pain)
    assert entry.areas == ("lower-back-l",)


async def test_everything_that_can_be_said_is_kept_and_ones_own_words_are_offered_first(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 60)) as pilot:
        await press(pilot, "n 3")
        await to_field(pilot, "Set off by")
        await write(pilot, "shoveling snow")
        await press(pilot, "enter")
        await to_field(pilot, "Eased by")
        for word, keys in {
            "heat": "enter",
            "walking": "enter enter",
            "rest": "enter enter enter",
        }.items():
            await write(pilot, word)
            await press(pilot, keys)
        await to_field(pilot, "Medicine")
        await write(pilot, "ibuprofen 400 mg")
        await press(pilot, "enter")
        await to_field(pilot, "Mood")
        await press(pilot, "4")
        await to_field(pilot, "Stiffness")
        await write(pilot, "1h10")
        await to_field(pilot, "Enjoying life")
        await write(pilot, "5")
        await to_field(pilot, "Doing things")
        await write(pilot, "6")
        await to_field(pilot, "Note")
        await write(pilot, "slept badly")
        await press(pilot, "enter")
        await write(pilot, "Then it rained.")
        await press(pilot, "ctrl+s n plus")
        assert "○ shoveling snow" in line_with(pilot, "Set off by")
        assert "○ ibuprofen 400 mg" in line_with(pilot, "Medicine")
        assert "Enjoying life" not in seen(pilot)
    entry = only_pain(repository)
    assert (entry.severity, entry.triggers) == (3, ("shoveling snow",))
    assert len(entry.relievers) == 3
    assert list(entry.relief.values()) == ["yes", "a-little", "no"]
    assert set(entry.relief) == set(entry.relievers)
    assert entry.medicines == (Medicine(name="ibuprofen", dose="400 mg"),)
    assert (entry.mood, entry.stiffness_min) == (4, 70)
    assert entry.interference == Interference(enjoyment=5, activity=6)
    assert entry.note == "slept badly\nThen it rained."


async def test_a_length_that_cannot_be_read_stops_the_save_and_names_the_field(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n 3")
        await to_field(pilot, "Stiffness")
        await write(pilot, "a while")
        await press(pilot, "ctrl+s")
        assert repository.entries(Pain) == ()
        assert "a while" in line_with(pilot, "▌Stiffness")
        assert "Stiffness: this cannot be read yet." in seen(pilot)


@pytest.mark.thorough
async def test_the_weekly_questions_come_again_after_seven_days(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    answered = Interference(enjoyment=1, activity=1)
    at = MONDAY - dt.timedelta(days=6)
    repository.add(Pain(at=at, severity=2, interference=answered))
    async with app_at((100, 50)) as pilot:
        await press(pilot, "n")
        assert "Enjoying life" not in seen(pilot)
        await press(pilot, "escape")
        clock.move(days=1)
        await press(pilot, "n")
        assert seen(pilot).count("Enjoying life") == 1


async def test_changing_an_entry_keeps_its_id_offset_and_what_is_unknown_here(
    app_at: AppAt, diary_path: Path, repository: TinyRepository, clock: FrozenClock
) -> None:
    at = dt.datetime.fromisoformat("2026-11-23T01:30:27-05:00")
    repository.add(Pain(id="kept", at=at, severity=5, note="before"))
    tables = msgspec.json.decode(diary_path.read_bytes())
    next(iter(tables["pain"].values()))["pulse"] = 61
    diary_path.write_bytes(msgspec.json.encode(tables))
    diary = open_repository(diary_path, clock)
    async with app_at(diary=diary) as pilot:
        await press(pilot, "tab")
        await press(pilot, "enter" if "▌01:30" in seen(pilot) else "tab enter")
        assert "Change the check-in" in seen(pilot)
        await press(pilot, "2 enter")
    (document,) = msgspec.json.decode(diary_path.read_bytes())["pain"].values()
    assert document["id"] == "kept"
    assert document["at"] == "2026-11-23T01:30:27-05:00"
    assert (document["severity"], document["pulse"], document["note"]) == (2, 61, "before")


HOSTILE = "[/] [@click=app.quit]x[/] [b C:\\new [x] $note {0} %s"


@pytest.mark.thorough
async def test_words_that_look_like_markup_are_words_everywhere(
    app_at: AppAt, repository: TinyRepository
) -> None:
    words = HOSTILE
    async with app_at((160, 40)) as pilot:
        await press(pilot, "n 3")
        await to_field(pilot, "Set off by")
        await paste(pilot, words)
        await press(pilot, "enter")
        await to_field(pilot, "Medicine")
        await paste(pilot, words)
        await press(pilot, "enter")
        await to_field(pilot, "Note")
        await write(pilot, words)
        await press(pilot, "ctrl+s")
        assert words in seen(pilot)
        await press(pilot, "2 tab")
        assert words in seen(pilot)
        await press(pilot, "enter")
        assert words in line_with(pilot, "Set off by")
        await press(pilot, "escape slash")
        await write(pilot, words)
        await press(pilot, "enter")
        assert f"Days with “{words[:12]}" in seen(pilot)
        await press(pilot, "6 1")
        assert pilot.app.is_running
    entry = only_pain(repository)
    assert (entry.triggers, entry.note) == ((words,), words)


@pytest.mark.thorough
async def test_control_characters_never_reach_the_terminal(
    app_at: AppAt, repository: TinyRepository
) -> None:
    evil = "a\x1b]0;owned\x07\x9b31mb\u202ec"
    repository.add(Pain(at=MONDAY, severity=4, note=evil, triggers=(evil,)))
    async with app_at((120, 40)) as pilot:
        for keys in ("", "2", "tab", "enter", "escape", "f1", "escape", "6"):
            await press(pilot, keys)
            assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(seen(pilot))
        await press(pilot, "n 4")
        await to_field(pilot, "Note")
        await paste(pilot, evil)
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(seen(pilot))


async def test_what_another_process_changed_meanwhile_stays(
    app_at: AppAt, repository: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    repository.add(Pain(id="aaaaaaaa-1", at=MONDAY, severity=4, mood=2))
    async with app_at() as pilot:
        await press(pilot, "tab enter 6")
        other = open_repository(diary_path, clock)
        other.change(Pain(id="aaaaaaaa-1", at=MONDAY, severity=4, mood=5, note="from the shell"))
        await press(pilot, "enter")
        assert "saved" in lines(pilot)[0]
    (entry,) = open_repository(diary_path, clock).entries(Pain)
    assert (entry.severity, entry.mood, entry.note) == (6, 5, "from the shell")


@pytest.mark.thorough
async def test_a_word_typed_and_left_is_taken(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at((100, 50)) as pilot:
        await press(pilot, "n 3")
        await to_field(pilot, "Medicine")
        await write(pilot, "ibuprofen 400 mg")
        await press(pilot, "tab ctrl+s")
        await press(pilot, "n 4")
        await to_field(pilot, "Set off by")
        await write(pilot, "rainy day")
        await press(pilot, "ctrl+s")
    first, second = sorted(repository.entries(Pain), key=lambda entry: entry.severity)
    assert first.medicines == (Medicine("ibuprofen", "400 mg"),)
    assert second.triggers == ("rainy day",)


@pytest.mark.thorough
async def test_an_entry_deleted_elsewhere_while_it_was_open_is_saved_all_the_same(
    app_at: AppAt, repository: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    repository.add(Pain(id="aaaaaaaa-1", at=MONDAY, severity=4))
    async with app_at() as pilot:
        await press(pilot, "tab enter 9")
        open_repository(diary_path, clock).remove("aaaaaaaa-1")
        await press(pilot, "enter")
        assert "saved" in lines(pilot)[0]
    (entry,) = open_repository(diary_path, clock).entries(Pain)
    assert entry.severity == 9


async def test_one_key_marks_a_flare_up_or_takes_that_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n f 7")
        for is_flare in (True, False, True):
            assert seen(pilot).count("● a flare-up") == is_flare
            await press(pilot, "f")
        assert "● a flare-up" not in seen(pilot)
        await press(pilot, "enter")
        assert only_pain(repository).is_flare is False
        await press(pilot, "u n 7 f enter")
    assert only_pain(repository).is_flare is True


@pytest.mark.thorough
async def test_a_flare_up_is_shown_and_can_be_changed_later(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY, severity=7, is_flare=True, note="bad"))
    async with app_at((120, 40)) as pilot:
        await press(pilot, "2 tab")
        assert "7 severe · flare-up" in seen(pilot)
        await press(pilot, "enter")
        assert "● a flare-up" in seen(pilot)
        await to_field(pilot, "This is")
        await press(pilot, "f enter")
    entry = only_pain(repository)
    assert (entry.is_flare, entry.severity, entry.note) == (False, 7, "bad")


@pytest.mark.thorough
async def test_the_letter_is_a_letter_where_words_are_typed(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n 4")
        await to_field(pilot, "Set off by")
        await write(pilot, "flu")
        await press(pilot, "enter")
        await to_field(pilot, "Note")
        await write(pilot, "off")
        await press(pilot, "ctrl+s")
    entry = only_pain(repository)
    assert (entry.is_flare, entry.triggers, entry.note) == (False, ("flu",), "off")
