"""The hand-over page on the screen, and how it gets into a file."""

import stat
import threading
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from textual.pilot import Pilot

from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.screens import HandOver
from backcare_tui.screens.care import hand_over as hand_over_page
from backcare_tui.screens.frame.desk import DiaryChanged
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.report.page_of import DANA, MARCUS, pain, visit
from tests.screens.seen import flowing, lines, seen, settle, write
from tests.screens.seen import press as press_only


def page(pilot: Pilot[None]) -> HandOver:
    assert isinstance(pilot.app.screen, HandOver)
    return pilot.app.screen


async def press(pilot: Pilot[Any], keys: str) -> None:
    """Press keys, and wait until the diary was read anew."""
    await press_only(pilot, keys)
    await settle(pilot)


class Looking(Protocol):
    """Opens the page."""

    def __call__(self, person: str = "") -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the page in front."""


@pytest.fixture
def looking(app_at: AppAt, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Looking:
    """The hand-over page over Today; files go to a home of the test's own."""
    monkeypatch.setenv("HOME", str(tmp_path))

    @asynccontextmanager
    async def opened(person: str = "") -> AsyncIterator[Pilot[None]]:
        async with app_at((80, 40)) as pilot:
            app: Any = pilot.app
            app.push_screen(HandOver(app.desk, person))
            await settle(pilot)
            yield pilot

    return opened


@pytest.fixture
def diary(repository: TinyRepository) -> TinyRepository:
    """Two people, a massage nine days ago, a check-in with a note."""
    repository.add(DANA, MARCUS, visit(9, note="good [/]"), pain(1, 4, note="secret"))
    return repository


async def test_it_is_read_on_the_screen(looking: Looking, diary: TinyRepository) -> None:
    async with looking("dana") as pilot:
        assert "with Dana Whitfield" in lines(pilot)[0]
        assert "Self-reported diary data" in seen(pilot)
        assert "since the last visit with them" in page(pilot).paper.about[1]
        await press(pilot, "tab end")
        assert "good [/]" in seen(pilot)


@pytest.mark.thorough
async def test_for_whom_it_is_can_be_chosen(looking: Looking, diary: TinyRepository) -> None:
    async with looking() as pilot:
        assert "(42 days), the last six weeks" in page(pilot).paper.about[0]
        await press(pilot, "T 1")
        assert "with Dana Whitfield" in lines(pilot)[0]
        await press(pilot, "T escape")
        assert "with Dana Whitfield" in lines(pilot)[0]
        await press(pilot, "T 0")
        assert "with anybody" in lines(pilot)[0]


async def test_notes_of_entries_come_only_when_asked_for(
    looking: Looking, diary: TinyRepository
) -> None:
    async with looking() as pilot:
        assert "secret" not in read(pilot)
        await press(pilot, "v")
        assert "secret" in read(pilot)
        await press(pilot, "v")
        assert "secret" not in read(pilot)
        assert "good" not in read(pilot)


BEGINS = {"html": "<!DOCTYPE html>", "txt": "For the next appointment"}


async def write_as(pilot: Pilot[Any], ending: str) -> None:
    """Ask for the file, and have its name end otherwise than in `.pdf`."""
    await press(pilot, "P end backspace backspace backspace")
    await write(pilot, ending)


async def test_it_is_written_where_the_person_says(
    looking: Looking, diary: TinyRepository, tmp_path: Path
) -> None:
    async with looking("dana") as pilot:
        for end, beginning in BEGINS.items():
            await write_as(pilot, end)
            await press(pilot, "enter")
            await settle(pilot)
            file = tmp_path / f"hand-over-2026-11-23.{end}"
            assert file.read_text("utf-8").startswith(beginning)
            assert "secret" not in file.read_text("utf-8"), end
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, end
            assert "written: " in flowing(pilot), end


async def test_a_file_that_is_there_is_only_written_over_when_that_is_said(
    looking: Looking, diary: TinyRepository, tmp_path: Path
) -> None:
    file = tmp_path / "hand-over-2026-11-23.txt"
    file.write_text("mine")
    async with looking() as pilot:
        await write_as(pilot, "txt")
        await press(pilot, "enter")
        await settle(pilot)
        assert "is there already." in flowing(pilot)
        await press(pilot, "enter")
        assert file.read_text() == "mine"
        assert "nothing was written" in flowing(pilot)
        await write_as(pilot, "txt")
        await press(pilot, "enter")
        await settle(pilot)
        await press(pilot, "o")
        await settle(pilot)
        assert file.read_text("utf-8").startswith("For the")


@pytest.mark.thorough
async def test_what_cannot_be_written_is_said_and_the_page_stays(
    looking: Looking, diary: TinyRepository, tmp_path: Path
) -> None:
    async with looking() as pilot:
        await press(pilot, "P home right right")
        await press(pilot, "n o slash enter")
        await settle(pilot)
        assert "Could not write" in flowing(pilot)
        assert "no such file" in flowing(pilot)
        assert not list(tmp_path.glob("*.txt"))


@pytest.mark.thorough
async def test_an_empty_diary_has_a_page_too(looking: Looking) -> None:
    async with looking() as pilot:
        assert "No pain was taken down in this time." in str(page(pilot).paper)
        await press(pilot, "T")
        assert "anybody" in seen(pilot)


async def test_somebody_who_was_removed_is_not_taken_for_anybody(
    looking: Looking, diary: TinyRepository
) -> None:
    async with looking("dana") as pilot:
        diary.remove("dana")
        page(pilot).desk.changed.publish(DiaryChanged("elsewhere"))
        await settle(pilot)
        assert "with somebody no longer listed" in lines(pilot)[0]
        assert page(pilot).paper.about[0] == "With somebody no longer listed."


async def mark(pilot: Pilot[None], key: str) -> None:
    """Go to a line and press space."""
    rows = page(pilot).choices
    rows.cursor = next(at for at in range(len(rows.rows)) if rows.rows[at].key == key)
    await press(pilot, "space")


def read(pilot: Pilot[None]) -> str:
    """What is written."""
    return str(page(pilot).paper)


async def test_what_is_ticked_for_one_person_is_not_meant_for_another(
    looking: Looking, diary: TinyRepository
) -> None:
    diary.add(
        visit(3, MARCUS, treatment="acupuncture", note="walrus"),
        visit(2, None, treatment="cbt", note="zebra"),
    )
    async with looking("dana") as pilot:
        assert not {word for word in ("walrus", "zebra") if word in read(pilot)}
        await mark(pilot, "part:others")
        assert "walrus" in read(pilot)
        assert "zebra" not in read(pilot)
        await mark(pilot, "part:private")
        assert "zebra" in read(pilot)
        await mark(pilot, "part:pain")
        assert "Pain" not in {section.title for section in page(pilot).paper.sections}
        await press(pilot, "T 2")
        assert "with Marcus Bell" in lines(pilot)[0]
        assert "walrus" in read(pilot)
        assert "zebra" not in read(pilot)
        assert "Pain" not in {section.title for section in page(pilot).paper.sections}


async def test_what_was_just_left_out_is_not_written_however_fast_the_key(
    looking: Looking, diary: TinyRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.add(visit(2, None, treatment="cbt", note="zebra"))
    go_on = threading.Event()

    def slowly(*told: Any, **how: Any) -> HandOverData:
        go_on.wait(timeout=5)  # a test that fails must end
        return hand_over(*told, **how)

    async with looking() as pilot:
        await mark(pilot, "part:private")
        assert "zebra" in read(pilot)
        monkeypatch.setattr(hand_over_page, "hand_over", slowly)
        await press_only(pilot, "space P")
        assert "Write it to a file" not in seen(pilot), "it is not known yet what would be written"
        go_on.set()
        await settle(pilot)
        await press(pilot, "end backspace backspace backspace t x t enter")
        (written,) = tmp_path.glob("*.txt")
        assert "zebra" not in written.read_text()


async def test_before_it_is_written_one_line_says_what_is_on_it(
    looking: Looking, diary: TinyRepository, tmp_path: Path
) -> None:
    async with looking("dana") as pilot:
        await mark(pilot, "part:sleep")
        await press(pilot, "P")
        assert "On this page: take care," in flowing(pilot)
        assert "1 visit with Dana Whitfield" in flowing(pilot)
        assert "Not on it: sleep, other people's visits," in flowing(pilot)
        assert not list(tmp_path.glob("*.html"))


async def test_notes_and_the_person_are_chosen_in_the_list_too(
    looking: Looking, diary: TinyRepository
) -> None:
    async with looking() as pilot:
        await mark(pilot, "note:all")
        assert "secret" in read(pilot)
        await mark(pilot, "whom:")
        await press(pilot, "1")
        assert "with Dana Whitfield" in lines(pilot)[0]
