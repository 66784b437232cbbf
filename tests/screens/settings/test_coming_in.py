"""Another program's file is found, looked at, taken in as one change, and taken back."""

import os
import shutil
from pathlib import Path

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import click, flowing, paste, press, seen, settle, write, write_over

FILES = Path(__file__).parents[2] / "exchange" / "files"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, with what a browser put there."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "home" / "Downloads"
    folder.mkdir(parents=True)
    shutil.copy(FILES / "daylio-2026.csv", folder)
    return tmp_path / "home"


def pains(path: Path) -> int:
    return len(open_repository(path).entries(Pain))


async def test_a_file_of_downloads_is_looked_at_taken_in_and_taken_back(
    app_at: AppAt, repository: TinyRepository, diary_path: Path
) -> None:
    async with app_at() as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "another program")
        await press(pilot, "enter")
        await settle(pilot)
        await click(pilot, "daylio-2026.csv")
        await click(pilot, "daylio-2026.csv")
        await settle(pilot)
        assert "would be added" in seen(pilot)
        assert repository.last_change() is None, "it was looked at alone"
        await press(pilot, "enter")
        await settle(pilot)
        assert "from daylio" in seen(pilot).splitlines()[0], seen(pilot)
        assert "Nothing to take in: the diary has all" in seen(pilot)
        taken = pains(diary_path)
        assert taken
        await press(pilot, "u")
        await settle(pilot)
        assert "▸ Take in" in flowing(pilot), "it can be taken in again"
        assert not pains(diary_path)


async def test_what_reads_otherwise_or_was_removed_is_taken_where_a_line_says_so(
    app_at: AppAt, repository: TinyRepository, home: Path, diary_path: Path
) -> None:
    other = home / "other.json"
    kept, gone = Pain(at=MONDAY, severity=4), Pain(at=MONDAY, severity=5)
    repository.add(kept, gone)
    shutil.copy(diary_path, other)
    (changed,) = (each for each in repository.entries(Pain) if each.id == kept.id)
    from msgspec.structs import replace

    repository.change(replace(changed, severity=7))
    repository.remove(gone.id)
    async with app_at((120, 40)) as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "another program")
        await press(pilot, "enter")
        await paste(pilot, f"'{other}' ")
        await press(pilot, "enter")
        await settle(pilot)
        assert "--" not in seen(pilot), "no words of the shell"
        await click(pilot, "What you removed here")
        await click(pilot, "What you removed here")
        await settle(pilot)
        assert "[x] What you removed here" in flowing(pilot)
        await press(pilot, "home enter")
        await settle(pilot)
    assert sorted(each.severity for each in open_repository(diary_path).entries(Pain)) == [5, 7]


async def test_what_cannot_be_taken_in_is_said_in_a_sentence_and_the_line_stays(
    app_at: AppAt, repository: TinyRepository, home: Path, diary_path: Path
) -> None:
    repository.add(Pain(at=MONDAY, severity=4))
    shutil.copy(FILES.parents[1] / "exchange" / "files" / "daylio-2018.csv", home / "mine.csv")
    (home / "a.zip").write_bytes(b"PK\x03\x04 not whole")
    (home / "empty.csv").touch()
    with (home / "huge.csv").open("wb") as huge:
        huge.truncate(65 * 1024 * 1024)
    os.mkfifo(home / "pipe")
    said = {
        "none.csv": "none.csv cannot be read: no such file or directory.",
        ".": "cannot be read: is a directory.",
        "a.zip": "a.zip is a zip file that is not whole;",
        "empty.csv": "empty.csv is empty;",
        "huge.csv": "huge.csv is larger than 64 MB;",
        "pipe": "pipe cannot be read: it is no regular file.",
        str(diary_path): "Nothing to take in: the diary has all that can be taken of it.",
    }
    if os.geteuid():
        (home / "mine.csv").chmod(0)
        said["mine.csv"] = "mine.csv cannot be read: permission denied."
    async with app_at((120, 40)) as pilot:
        await press(pilot, "comma slash")
        await write(pilot, "another program")
        await press(pilot, "enter")
        for name, words in said.items():
            await write_over(pilot, str(home / name))
            await press(pilot, "enter")
            await settle(pilot)
            assert words in flowing(pilot), name
            await press(pilot, "escape")
            assert str(home / name) in seen(pilot)
        await write_over(pilot, "'/a.csv' '/b.csv'")
        await press(pilot, "enter")
        assert "the path of one file" in flowing(pilot)
