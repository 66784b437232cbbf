"""The report's page: what is chosen is what is written, and nothing over another file unasked."""

import datetime as dt
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerFailed

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.report.report import Report, report_of
from backcare_tui.screens.frame import written_page as writing_page
from backcare_tui.screens.trends import report as report_page
from backcare_tui.screens.trends.report import NOTE, OWN, PART, TIME, ReportPage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import flowing, painted, press, seen, settle, write, write_over


def page(pilot: Pilot[None]) -> ReportPage:
    assert isinstance(pilot.app.screen, ReportPage)
    return pilot.app.screen


async def mark(pilot: Pilot[None], key: str) -> None:
    """Go to a line and press space."""
    rows = page(pilot).choices
    rows.cursor = next(at for at in range(len(rows.rows)) if rows.rows[at].key == key)
    await press(pilot, "space")
    await settle(pilot)


async def open_it(pilot: Pilot[None]) -> None:
    """Open the report, and wait until the diary was read."""
    await press(pilot, "6 P")
    await settle(pilot)


async def retype(pilot: Pilot[None], text: str) -> None:
    """Type over what stands in the line."""
    await write_over(pilot, text)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


@pytest.mark.thorough
async def test_the_choices_and_how_it_reads_are_seen(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((40, 20), story_diary) as pilot:
        await open_it(pilot)
        for size in ((40, 20), (60, 20), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            assert "What is in it" in seen(pilot), size
            assert "How it reads" in seen(pilot), size


async def test_a_key_writes_the_report(
    app_at: AppAt, story_diary: TinyRepository, home: Path
) -> None:
    async with app_at((80, 24), story_diary) as pilot:
        await open_it(pilot)
        for ending in ("pdf", "html", "md"):
            await press(pilot, "P end backspace backspace backspace")
            await write(pilot, ending)
            await press(pilot, "enter")
            await settle(pilot)
            target = home / f"back-pain-report-2026-11-23.{ending}"
            assert target.stat().st_size > 1000
            assert "written:" in seen(pilot), ending


async def test_where_no_pdf_can_be_made_the_same_key_offers_html_and_says_why(
    app_at: AppAt, story_diary: TinyRepository, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "reportlab", None)
    async with app_at((80, 24), story_diary) as pilot:
        await open_it(pilot)
        await press(pilot, "P")
        assert "from now on: " in flowing(pilot)
        await press(pilot, "end backspace backspace backspace backspace p d f enter")
        assert "Write it to a file" in seen(pilot), "what was typed is not lost"
        await press(pilot, "backspace backspace backspace h t m l enter")
        await settle(pilot)
    assert [file.name for file in home.glob("back-pain*")] == ["back-pain-report-2026-11-23.html"]


async def test_a_key_that_is_pressed_before_the_diary_was_read_is_not_lost(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((80, 24), story_diary) as pilot:
        await press(pilot, "6 P P")
        await settle(pilot)
        assert "Write it to a file" in seen(pilot)


async def test_a_file_that_is_there_is_only_written_over_when_that_is_said(
    app_at: AppAt, story_diary: TinyRepository, home: Path
) -> None:
    target = home / "back-pain-report-2026-11-23.md"
    target.write_text("mine")
    async with app_at((80, 24), story_diary) as pilot:
        await open_it(pilot)
        await press(pilot, "P end backspace backspace backspace m d enter")
        await settle(pilot)
        await press(pilot, "n")
        assert target.read_text() == "mine"
        await press(pilot, "P end backspace backspace backspace m d enter")
        await settle(pilot)
        await press(pilot, "o")
        await settle(pilot)
        assert target.read_text() != "mine"


async def test_a_note_is_in_it_once_it_was_marked(
    app_at: AppAt, repository: TinyRepository
) -> None:
    entry = Pain(at=MONDAY - dt.timedelta(days=2), severity=4, note="[/] down the stairs")
    repository.add(entry)
    async with app_at((120, 40), repository) as pilot:
        await open_it(pilot)
        assert "Notes" not in [section.title for section in page(pilot).paper.sections]
        await mark(pilot, f"{NOTE}{entry.id}")
        (notes,) = [each for each in page(pilot).paper.sections if each.title == "Notes"]
        assert "[/] down the stairs" in notes.items[0]


@pytest.mark.thorough
async def test_another_time_is_another_report_and_what_is_left_out_is_not_in_it(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((120, 40), story_diary) as pilot:
        await open_it(pilot)
        assert "Sleep" in [section.title for section in page(pilot).paper.sections]
        await mark(pilot, f"{PART}sleep")
        assert "Sleep" not in [section.title for section in page(pilot).paper.sections]
        await mark(pilot, f"{TIME}4")
        assert "(28 days)" in page(pilot).paper.about[0]
        await mark(pilot, f"{TIME}{OWN}")
        await retype(pilot, "2026-11-01 to 2026-11-10")
        await press(pilot, "enter")
        await settle(pilot)
        assert "(10 days)" in page(pilot).paper.about[0]
        await press(pilot, "g")
        await retype(pilot, "2026-11-10 to 2026-11-01")
        await press(pilot, "enter")
        assert "lies after" in seen(pilot), "days in the wrong order are said"


async def test_private_care_is_in_it_once_it_was_marked_and_its_notes_can_be_marked_then(
    app_at: AppAt, repository: TinyRepository
) -> None:
    private = Visit(at=MONDAY - dt.timedelta(days=2), treatment="cbt", note="the divorce")
    repository.add(private, Pain(at=MONDAY, severity=4))
    async with app_at((120, 40), repository) as pilot:
        await open_it(pilot)
        assert "divorce" not in seen(pilot)
        assert "Cognitive" not in str(page(pilot).paper)
        await mark(pilot, f"{PART}private")
        assert "Cognitive" in str(page(pilot).paper)
        await mark(pilot, f"{NOTE}{private.id}")
        assert "the divorce" in str(page(pilot).paper)
        await mark(pilot, f"{PART}private")
        assert "divorce" not in str(page(pilot).paper)


async def test_what_was_just_left_out_is_not_written_however_fast_the_key(
    app_at: AppAt, repository: TinyRepository, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = Visit(at=MONDAY - dt.timedelta(days=2), treatment="cbt")
    repository.add(private, Pain(at=MONDAY, severity=4))
    go_on = threading.Event()

    def slowly(*told: Any, **how: Any) -> Report:
        go_on.wait(timeout=5)  # a test that fails must end
        return report_of(*told, **how)

    async with app_at((120, 40), repository) as pilot:
        await open_it(pilot)
        await mark(pilot, f"{PART}private")
        assert "Cognitive" in str(page(pilot).paper)
        monkeypatch.setattr(report_page, "report_of", slowly)
        await press(pilot, "space P")
        assert "Write it to a file" not in seen(pilot), "it is not known yet what would be written"
        go_on.set()
        await settle(pilot)
        await press(pilot, "end backspace backspace backspace m d enter")
        await settle(pilot)
        (written,) = home.glob("*.md")
        assert "Cognitive" not in written.read_text()


@pytest.mark.thorough
async def test_what_breaks_while_it_is_made_is_said(
    app_at: AppAt, story_diary: TinyRepository, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(writing_page, "write_page", broken)
    async with app_at((80, 24), story_diary) as pilot:
        await open_it(pilot)
        await press(pilot, "P enter")
        with suppress(WorkerFailed):
            await settle(pilot)
        await painted(pilot)
        assert "could not be made" in seen(pilot)
        assert not list(home.glob("*.pdf"))


async def test_letters_that_a_pdf_cannot_show_are_said_with_the_key_that_can(
    app_at: AppAt, repository: TinyRepository, home: Path
) -> None:
    entry = Pain(at=MONDAY - dt.timedelta(days=2), severity=4, note="\u05db\u05d0\u05d1")
    repository.add(entry)
    async with app_at((120, 40), repository) as pilot:
        await open_it(pilot)
        await mark(pilot, f"{NOTE}{entry.id}")
        await press(pilot, "P enter")
        await settle(pilot)
        assert "(Hebrew)" in seen(pilot)
        assert "ends in" in seen(pilot)
        assert len(list(home.glob("*.pdf"))) == 1
