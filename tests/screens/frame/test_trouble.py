"""Other writers, newer and damaged files, full disks, faults: nothing typed is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.fault import say_fault
from backcare_tui.screens import NextWeek
from backcare_tui.screens.diary.checkin import CheckIn
from backcare_tui.screens.today.place import Today
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import flowing, line_with, lines, painted, press, seen, to_field, write
from tests.store.faults import failing

BIG = (100, 40)


def look(app: App[None]) -> None:
    """What the app's timer does twice a second."""
    assert isinstance(app, BackcareApp)
    app.look_at_the_file()


def documents(path: Path, table: str) -> list[dict[str, object]]:
    return list(json.loads(path.read_bytes()).get(table, {}).values())


async def test_what_another_process_wrote_is_shown(
    app_at: AppAt, repository: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        other = open_repository(diary_path, clock)
        other.add(Pain(at=MONDAY.replace(minute=0), severity=6))
        look(pilot.app)
        await painted(pilot)
        assert "changed by another backcare, read again" in lines(pilot)[0]
        assert "08:00 Pain" in seen(pilot)
        await press(pilot, "n 4 enter")
        assert "08:00 Pain" in seen(pilot)
        assert "08:12 Pain" in seen(pilot)
    assert [document["severity"] for document in documents(diary_path, "pain")] == [6, 4]


@pytest.mark.parametrize("is_open", [False, pytest.param(True, marks=pytest.mark.thorough)])
async def test_what_another_program_changed_is_said_in_the_heading(
    app_at: AppAt, week_diary: TinyRepository, diary_path: Path, *, is_open: bool
) -> None:
    def edit() -> None:
        diary_path.write_bytes(diary_path.read_bytes().replace(b"porridge", b"croissant"))
        if not is_open:
            week_diary.refresh()

    week_diary.set("boundaries_seen", MONDAY.date().isoformat())
    if not is_open:
        edit()
    async with app_at(diary=week_diary, is_new=True) as pilot:
        if is_open:
            edit()
            look(pilot.app)
            await painted(pilot)
        assert "Another program changed this diary" in lines(pilot)[0]
        assert "croissant" in seen(pilot)


async def test_a_save_keeps_what_another_process_wrote_since_the_last_look(
    app_at: AppAt, repository: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4")
        other = open_repository(diary_path, clock)
        other.add(Pain(at=MONDAY.replace(minute=0), severity=6))
        await press(pilot, "enter")
        assert "08:00 Pain" in seen(pilot)
        assert "08:12 Pain" in seen(pilot)
    assert [document["severity"] for document in documents(diary_path, "pain")] == [6, 4]


@pytest.mark.thorough
async def test_a_row_that_another_process_deleted_is_said(
    app_at: AppAt, repository: TinyRepository, diary_path: Path, clock: FrozenClock
) -> None:
    repository.add(Pain(id="one", at=MONDAY, severity=6))
    async with app_at(BIG) as pilot:
        await press(pilot, "tab")
        open_repository(diary_path, clock).remove("one")
        repository.refresh()
        await press(pilot, "enter")
        assert "! id:" in lines(pilot)[0]
        assert "08:12 Pain" not in seen(pilot)


@pytest.fixture
def newer_diary(week_diary: TinyRepository, diary_path: Path, clock: FrozenClock) -> TinyRepository:
    """A diary of a version to come."""
    tables = json.loads(diary_path.read_bytes())
    tables["meta"] = {"1": {"id": "x", "schema": 99}}
    diary_path.write_text(json.dumps(tables))
    return open_repository(diary_path, clock)


async def test_a_newer_diary_can_be_read_but_not_changed(
    app_at: AppAt, newer_diary: TinyRepository, diary_path: Path
) -> None:
    before = diary_path.read_bytes()
    async with app_at(BIG, newer_diary) as pilot:
        await press(pilot, "enter")
        assert "read-only" in lines(pilot)[0]
        await press(pilot, "2 down")
        assert "7 severe" in seen(pilot)
        await press(pilot, "1 n")
        assert "Update backcare to write in it." in flowing(pilot)
        await press(pilot, "4")
        await to_field(pilot, "Note")
        await write(pilot, "typed")
        await press(pilot, "ctrl+s")
        assert "Update backcare to write in it." in flowing(pilot)
        assert "typed" in seen(pilot)
        await press(pilot, "escape w")
        assert "!" in lines(pilot)[0]
        await press(pilot, "2 down tab d u 1 comma enter")
        assert pilot.app.is_running
    assert diary_path.read_bytes() == before


@pytest.mark.thorough
async def test_a_file_damaged_meanwhile_is_said_and_left_as_it_is(
    app_at: AppAt, week_diary: TinyRepository, diary_path: Path
) -> None:
    async with app_at((200, 40)) as pilot:
        diary_path.write_text('{"pain": {"1": {"id"')
        look(pilot.app)
        await painted(pilot)
        assert "!" in lines(pilot)[0]
        assert "diary.json" in lines(pilot)[0]
        await press(pilot, "2 down")
        assert "7 severe" in seen(pilot)
        await press(pilot, "1 n 4")
        await to_field(pilot, "Note")
        await write(pilot, "typed")
        await press(pilot, "ctrl+s")
        assert "Check-in" in lines(pilot)[0]
        assert "typed" in seen(pilot)
        assert "!" in line_with(pilot, "! ")
        await press(pilot, "escape w u")
        assert pilot.app.is_running
    assert diary_path.read_text() == '{"pain": {"1": {"id"'


async def test_a_full_disk_keeps_the_form_open_and_saving_works_afterwards(
    app_at: AppAt, repository: TinyRepository, diary_path: Path
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 4")
        await to_field(pilot, "Note")
        await write(pilot, "precious")
        for call in ("open", "fsync of the file", "replace"):
            with failing(call):
                await press(pilot, "ctrl+s")
                assert "precious" in seen(pilot), call
                assert "[ 4" in flowing(pilot), call
                assert "no space left on device" in flowing(pilot), call
                assert documents(diary_path, "pain") == [], call
        await press(pilot, "ctrl+s")
        assert "saved 08:12" in lines(pilot)[0]
    (document,) = documents(diary_path, "pain")
    assert document["note"] == "precious"


@pytest.mark.thorough
async def test_a_full_disk_stops_no_key(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at(BIG) as pilot:
        with failing("open"):
            for keys in (
                "w", "u", "2 down tab d", "r", "u", "1 n 4 escape", "n 5 ctrl+n ctrl+n escape",
                "s 1 left_square_bracket right_square_bracket escape", "comma enter escape",
            ):  # fmt: skip
                await press(pilot, keys)
                assert pilot.app.is_running
        await press(pilot, "w")
        assert "saved 08:12 · water 250 ml" in lines(pilot)[0]


async def test_an_entry_is_saved_once_though_its_draft_could_not_be_dropped(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app_at(BIG) as pilot:
        await press(pilot, "n 4 escape n")
        put = TinyRepository.put

        def put_then_fail(self: TinyRepository, *args: object, **named: object) -> object:
            change = put(self, *args, **named)  # type: ignore[arg-type]  # as it was called
            full.__enter__()
            return change

        full = failing("open")
        monkeypatch.setattr(TinyRepository, "put", put_then_fail)
        await press(pilot, "enter")
        full.__exit__(None, None, None)
        assert "Today" in lines(pilot)[1]
    assert [entry.severity for entry in repository.entries(Pain)] == [4]


async def test_a_week_is_kept_though_the_draft_of_its_questions_could_not_be_dropped(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app_at((100, 30)) as pilot:
        app: Any = pilot.app
        app.push_screen(NextWeek(app.desk, WeekAnswer(week=MONDAY.date())))
        await painted(pilot)

        def no_space(_name: str, _draft: object) -> None:
            raise CannotKeep("The disk is full.")

        monkeypatch.setattr(repository, "keep_draft", no_space)
        await press(pilot, "enter")
        assert isinstance(app.screen, Today)
        assert "The disk is full." in seen(pilot)
    assert repository.entries(WeekPlan)


async def test_the_welcome_goes_on_though_it_cannot_be_remembered(
    app_at: AppAt, repository: TinyRepository
) -> None:
    with failing("open"):
        async with app_at(BIG, is_new=True) as pilot:
            await press(pilot, "enter")
            assert "Welcome to backcare" not in seen(pilot)


async def test_a_fault_of_ours_says_nothing_of_the_diary_and_keeps_the_draft(
    app_at: AppAt,
    diary_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(form: CheckIn, days: int) -> None:
        raise ZeroDivisionError(form.note.text)

    monkeypatch.setattr(CheckIn, "shift_day", fail)

    async def break_it() -> None:
        async with app_at(BIG) as pilot:
            await press(pilot, "n 4")
            await to_field(pilot, "Note")
            await write(pilot, "secret")
            await press(pilot, "tab left_square_bracket")

    with pytest.raises(ZeroDivisionError):
        await break_it()
    told = " ".join("".join(capsys.readouterr()).split())
    assert "backcare stopped because of a fault of its own (ZeroDivisionError" in told
    assert "secret" not in told
    assert "Traceback" not in told
    drafts = [
        document
        for document in documents(diary_path, "setting")
        if document["name"] == "draft.check-in"
    ]
    assert "secret" in str(drafts)


def test_a_fault_names_its_place_in_the_code_alone() -> None:
    with pytest.raises(ValueError, match="secret words") as caught:
        raise ValueError("secret words")
    words = say_fault(caught.value)
    assert "secret" not in words
    assert f"ValueError at {Path(__file__).name}:" in words
