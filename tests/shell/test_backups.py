"""`backup`, `backups`, `restore`, `recover`: what they would do is said before it is done."""

import gzip
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.shell.conftest import Shell
from tests.shell.test_steps import Terminal


def files(shell: Shell) -> list[str]:
    return [each["file"] for each in json.loads(shell.says("backups", "--json"))["backups"]]


def notes(shell: Shell) -> list[str]:
    return sorted(each["note"] for each in json.loads(shell.says("list", "--json")))


@pytest.fixture
def shell(shell: Shell) -> Shell:
    """A diary with two entries, the first of which is in a backup."""
    shell.says("log", "pain", "4", "--note", "first")
    assert shell.says("log", "pain", "5", "--note", "second").startswith("Saved pain 5")
    return shell


def test_the_state_before_a_days_change_is_kept_by_itself(shell: Shell) -> None:
    (name,) = files(shell)
    shell.says("log", "pain", "6", "--note", "third")
    assert files(shell) == [name]
    listed = shell.says("backups").splitlines()
    assert listed[0].split()[1:] == ["1", "1", "KB", "by", "itself", name]
    folder = listed[1].removeprefix("They are in ")
    told = json.loads(shell.says("backups", "--json"))["backups"][0]
    assert told["bytes"] == (Path(folder) / name).stat().st_size
    assert f"backups {folder} (1)" in shell.says("where")


def test_restoring_says_what_it_does_and_is_undone_by_restoring(shell: Shell) -> None:
    said = shell.says("restore", "--dry-run")
    assert "pain" in said
    assert "1 goes" in said
    assert notes(shell) == ["first", "second"]
    assert " is restored." in shell.says("restore", "--yes")
    assert notes(shell) == ["first"]
    shell.says("restore", "--yes")
    assert notes(shell) == ["first", "second"]
    shell.says("restore", "today", "--yes")
    assert notes(shell) == ["first"]


def test_without_a_terminal_restoring_needs_the_word_yes(shell: Shell) -> None:
    done = shell.run("restore")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Nothing was restored: ")
    assert notes(shell) == ["first", "second"]


@pytest.mark.parametrize(("answer", "left"), [("y\n", 1), ("n\n", 2), ("\n", 2), ("", 2)])
def test_at_a_terminal_it_asks(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, answer: str, left: int
) -> None:
    from backcare_tui import cli

    for name, value in shell.env().items():
        monkeypatch.setenv(name, value)
    said = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys, "stdout", said)
    assert cli.run(["restore"]) == (left == 2)
    assert "y restores it; anything else leaves the diary as it is." in said.getvalue()
    monkeypatch.undo()
    assert len(notes(shell)) == left


@pytest.mark.parametrize(
    ("which", "sentence"),
    [
        ("2001-01-01", "There is no backup of Mon 1 Jan 2001; "),
        ("nothing.json.gz", '"nothing.json.gz" is neither a file nor a day; '),
        ("~nobody-at-all/a.json.gz", '"~nobody-at-all/a.json.gz" is neither a file nor a day; '),
        (__file__, "cannot be read as a diary"),
    ],
)
def test_what_is_no_backup_is_a_sentence(shell: Shell, which: str, sentence: str) -> None:
    done = shell.run("restore", which, "--yes")
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert notes(shell) == ["first", "second"]


def test_a_backup_is_made_when_asked_for_and_where_asked_for(shell: Shell) -> None:
    assert shell.says("backup").endswith("-asked.json.gz: 2 entries\n")
    assert len(files(shell)) == 2
    target = shell.diary.parent.parent / "mine.json.gz"
    assert shell.says("backup", str(target)) == f"Backed up to {target}: 2 entries\n"
    assert gzip.decompress(target.read_bytes()) == shell.diary.read_bytes()
    assert "--force" in shell.run("backup", str(target)).stderr
    assert "is the diary itself" in shell.run("backup", str(shell.diary), "--force").stderr
    shell.says("log", "pain", "6", "--note", "third")
    shell.says("restore", str(target), "--yes")
    assert notes(shell) == ["first", "second"]


def test_a_file_elsewhere_is_not_taken_for_a_backup_of_its_name(shell: Shell) -> None:
    (name,) = files(shell)
    elsewhere = shell.diary.parent.parent / name
    shell.says("backup", str(elsewhere))
    shell.says("log", "pain", "6", "--note", "third")
    shell.says("restore", str(elsewhere), "--yes")
    assert notes(shell) == ["first", "second"]
    shell.says("restore", name, "--yes")
    assert notes(shell) == ["first"]


def test_that_a_file_is_of_another_diary_is_said_first(shell: Shell) -> None:
    other = shell.diary.parent.parent / "other" / "diary.json"
    shell.says("--diary", str(other), "log", "pain", "7", "--note", "theirs")
    assert "another diary" in shell.says("restore", str(other), "--dry-run")
    assert "another diary" not in shell.says("restore", "--dry-run")
    shell.says("restore", str(other), "--yes")
    assert notes(shell) == ["theirs"]
    shell.says("restore", "--yes")
    assert notes(shell) == ["first", "second"]


def test_without_a_diary_there_is_nothing_to_back_up_or_restore(
    shell: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    none = str(tmp_path_factory.mktemp("none") / "diary.json")
    for command in ("backup", "restore"):
        done = shell.run("--diary", none, command)
        assert done.returncode == 1
        assert done.stderr.startswith("There is no ")
    assert "no backup" in shell.says("--diary", none, "backups")
    assert "nothing to recover" in shell.says("--diary", none, "recover")


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda data: data[: data.index(b"second")],
    "zeroed": lambda data: b"\0" * len(data),
    "emptied": lambda data: b"",
    "scribbled": lambda data: data.replace(b'"note":"second"', b'"note":"second'),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_diary_is_recovered_and_kept_beside(shell: Shell, name: str) -> None:
    shell.says("backup")
    damaged = shell.put(DAMAGE[name](shell.diary.read_bytes()))
    done = shell.run("log", "pain", "4")
    assert done.returncode == 1
    assert "backcare recover" in done.stderr
    assert "together" in shell.says("recover", "--dry-run")
    assert shell.run("recover").returncode == 1
    assert shell.diary.read_bytes() == damaged
    said = shell.says("recover", "--yes")
    assert said.startswith("Recovered: 2 entries\n")
    assert notes(shell) == ["first", "second"]
    beside = [each.read_bytes() for each in shell.diary.parent.glob("*.damaged-*")]
    assert beside == ([damaged] if damaged else [])
    assert "nothing to recover" in shell.says("recover")


def test_a_backup_that_cannot_be_made_hinders_no_save_and_is_said_once_a_day(shell: Shell) -> None:
    root = shell.diary.parent.parent / "backups"
    for each in root.rglob("*.*"):
        each.unlink()
    for each in sorted(root.rglob("*"), reverse=True):
        each.rmdir()
    root.rmdir()
    root.write_text("a file")
    done = shell.run("log", "pain", "6", "--note", "third")
    assert (done.returncode, done.stderr) == (0, "")
    tables = json.loads(shell.diary.read_bytes())
    for document in tables["meta"].values():
        document["updated"] = "2024-01-01T00:00:00+01:00"
    shell.put(json.dumps(tables).encode())
    done = shell.run("log", "pain", "7", "--note", "fourth")
    assert done.returncode == 0
    assert "What you saved is saved." in done.stderr
    assert notes(shell) == ["first", "fourth", "second", "third"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no such name")
def test_a_diary_in_a_folder_of_a_name_that_is_no_text_has_its_backups(
    shell: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    there = replace(shell, diary=folder / "diary.json")
    there.put(shell.diary.read_bytes())
    (folder / "diary (copy).json").write_bytes(b"{")
    for words in ("backup", "log pain 6", "today", "backups", "where", "check"):
        done = there.run(*words.split())
        assert "Traceback" not in done.stderr, words
    assert there.run("undo").returncode == 0
    there.diary.write_bytes(b"{")
    assert "can be brought back" in there.run("recover", "--dry-run").stdout
    there.diary.unlink()
    assert there.run("backups").returncode == 0
