"""Another device's copy, as a shell meets it."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backcare_tui.store.digest import OPEN, sealed
from tests.shell.conftest import Shell

COPY = "diary.sync-conflict-20261123-081200-D4LGQYW.json"


def tables_with(shell: Shell, *entries: dict[str, Any], table: str = "pain") -> dict[str, Any]:
    """What the diary holds, and some entries of another device."""
    tables: dict[str, Any] = json.loads(shell.diary.read_bytes())
    tables["meta"]["1"]["digest"] = OPEN
    held = tables.setdefault(table, {})
    for number, entry in enumerate(entries, start=len(held) + 1):
        held[str(number)] = {"id": f"other-{number}", "updated": "2024-01-01T00:00:00Z", **entry}
    return tables


def pain(severity: int) -> dict[str, Any]:
    return {"at": "2024-01-01T08:00:00+01:00", "severity": severity}


def copy_of(shell: Shell, *entries: dict[str, Any], table: str = "pain", name: str = COPY) -> Path:
    copy = shell.diary.with_name(name)
    copy.write_bytes(sealed(msgspec.json.encode(tables_with(shell, *entries, table=table))))
    return copy


@pytest.fixture
def diary(shell: Shell) -> Shell:
    shell.says("log", "pain", "4")
    return shell


def test_a_copy_beside_the_diary_comes_in_with_the_next_entry(diary: Shell) -> None:
    copy = copy_of(diary, pain(2), pain(3))
    done = diary.run("log", "pain", "5")
    assert done.returncode == 0
    assert done.stdout.startswith("Saved pain 5")
    assert done.stdout.count("\n") == 1
    assert done.stderr == "Merged a copy from your other device: 2 entries added.\n"
    assert not copy.exists()
    assert len(diary.documents("pain")) == 4
    assert diary.says("check").endswith("Nothing is wrong.\n")


def test_today_takes_it_in_too_and_list_only_reads(diary: Shell) -> None:
    copy = copy_of(diary, pain(2))
    assert diary.says("list").count("\n") == 1
    assert copy.exists()
    assert "1 entry added" in diary.run("today", "--short").stderr
    assert diary.says("list").count("\n") == 2


def test_one_that_cannot_be_merged_is_said_once_and_always_by_check(diary: Shell) -> None:
    copy = copy_of(diary)
    copy.write_bytes(copy.read_bytes()[:-9])
    assert copy.name in diary.run("today").stderr
    assert diary.run("today").stderr == ""
    for _ in range(2):
        checked = diary.run("check")
        assert checked.returncode == 1
        assert copy.name in checked.stdout
    assert copy.exists()


def test_a_file_from_anywhere_is_merged_and_stays(diary: Shell, tmp_path: Path) -> None:
    copy = copy_of(diary, pain(2), name="elsewhere.json").rename(tmp_path / "other.json")
    before = diary.diary.read_bytes()
    dry = diary.says("merge", str(copy), "--dry-run")
    assert dry == "Merging would bring: 1 entry added.\n"
    assert diary.diary.read_bytes() == before
    assert diary.says("merge", str(copy)) == f"Merged {copy}: 1 entry added.\n"
    assert diary.says("merge", str(copy)) == f"Nothing new in {copy}.\n"
    assert copy.exists()
    assert json.loads(diary.says("merge", str(copy), "--json")) == {
        "dry_run": False,
        "added": 0,
        "changed": 0,
        "removed": 0,
        "others": 0,
        "nights_twice": [],
        "ahead": None,
    }


def test_what_is_no_copy_is_refused_in_a_sentence(diary: Shell, tmp_path: Path) -> None:
    (tmp_path / "text.json").write_text("no diary")
    for file, reason in {
        "nowhere.json": "There is no file",
        "~nobody-at-all/diary.json": "There is no file",
        "text.json": "cannot be read as a diary",
        str(diary.diary): "is the diary itself",
    }.items():
        done = diary.run("merge", file if file.startswith("~") else str(tmp_path / file))
        assert (done.returncode, done.stdout) == (1, "")
        assert reason in done.stderr


def test_two_nights_for_one_day_are_asked_about_until_one_is_removed(diary: Shell) -> None:
    diary.says("log", "sleep", "7h", "--night", "2024-01-01")
    copy_of(diary, {"night": "2024-01-01", "asleep_min": 400}, table="sleep")
    said = diary.run("today").stderr
    assert "Mon 1 Jan 2024 has two nights now: delete the wrong one in the diary." in said
    checked = diary.run("check")
    assert checked.returncode == 1
    assert "Mon 1 Jan 2024 has 2 nights: other-2 6 h 40, " in checked.stdout
    assert "More than one night stands for Mon 1 Jan" in diary.says("week", "2024-01-01")
    diary.says("remove", "other-2")
    assert diary.run("check").returncode == 0
    assert "More than one night" not in diary.says("week", "2024-01-01")


def test_a_clock_that_is_ahead_is_said(diary: Shell) -> None:
    copy_of(diary, {**pain(2), "updated": "2198-01-01T00:00:00Z"})
    sentence = "A change is dated Mon 1 Jan 2198, ahead of the clock here"
    assert sentence in diary.run("today").stderr
    checked = diary.says("check")
    assert sentence in checked
    assert checked.endswith("Nothing is wrong.\n")
