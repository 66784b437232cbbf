"""`backcare undo` and `redo`: what was done just now at once, what is older after a yes."""

import datetime as dt
import io
import sys

import msgspec
import pytest

from backcare_tui import cli
from backcare_tui.store.digest import sealed
from tests.shell.conftest import Shell


class Terminal(io.StringIO):
    """A terminal at which something is typed."""

    def isatty(self) -> bool:
        return True


def passes(shell: Shell, table: str, hours: float) -> None:
    """Let hours go by since the steps of a table were made."""
    tables = msgspec.json.decode(shell.diary.read_bytes())
    for step in tables[table].values():
        at = dt.datetime.fromisoformat(step["updated"]) - dt.timedelta(hours=hours)
        step["updated"] = at.isoformat(timespec="seconds")
    shell.put(sealed(msgspec.json.encode(tables)))


def is_there(shell: Shell) -> bool:
    return "4 moderate" in shell.run("list").stdout


def test_what_was_saved_within_the_hour_is_taken_back_at_once(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    passes(shell, "undo", 0.9)
    assert shell.says("undo") == "Undone: adding pain 4 moderate\n"


def test_without_a_terminal_what_is_older_needs_the_word_yes(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    passes(shell, "undo", 1.1)
    before = shell.diary.read_bytes()
    done = shell.run("undo")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Nothing was taken back: adding pain 4 moderate, saved ")
    assert done.stderr.endswith(". backcare undo --yes takes it back.\n")
    assert shell.diary.read_bytes() == before
    assert shell.says("undo", "--yes") == "Undone: adding pain 4 moderate\n"
    assert not is_there(shell)
    assert shell.says("redo") == "Redone: adding pain 4 moderate\n"


def test_so_does_what_was_taken_back_longer_ago(shell: Shell) -> None:
    shell.says("log", "pain", "4")
    shell.says("undo")
    passes(shell, "redo", 30)
    done = shell.run("redo")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Nothing was made again: adding pain 4 moderate")
    assert ", taken back " in done.stderr
    assert done.stderr.endswith(". backcare redo --yes makes it again.\n")
    assert shell.says("redo", "--yes") == "Redone: adding pain 4 moderate\n"
    assert is_there(shell)


@pytest.mark.parametrize(
    ("typed", "is_kept"),
    [("y\n", False), ("YES\n", False), ("n\n", True), ("\n", True), ("", True)],
)
def test_at_a_terminal_it_is_asked(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, typed: str, *, is_kept: bool
) -> None:
    shell.says("log", "pain", "4")
    passes(shell, "undo", 24)
    monkeypatch.setenv("BACKCARE_DIARY", str(shell.diary))
    terminal, complaints = Terminal(), io.StringIO()
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "stderr", complaints)
    status = cli.run(["undo"])
    asked, *said = terminal.getvalue().splitlines()
    assert asked.startswith("Adding pain 4 moderate, saved yesterday")
    assert said[0] == "y takes it back; anything else leaves it as it is."
    assert status == int(is_kept)
    assert complaints.getvalue() == ("Nothing was taken back.\n" if is_kept else "")
    monkeypatch.undo()
    assert is_there(shell) is is_kept


def test_an_answer_that_is_no_text_is_no_yes(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.says("log", "pain", "4")
    passes(shell, "undo", 1.1)
    for name, value in shell.env().items():
        monkeypatch.setenv(name, value)
    typed = io.TextIOWrapper(io.BytesIO(b"y\xff\n"), "utf-8")
    monkeypatch.setattr(typed, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(sys, "stderr", complaints := io.StringIO())
    assert cli.run(["undo"]) == 1
    assert complaints.getvalue() == "Nothing was taken back.\n"
