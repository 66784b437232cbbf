"""A note comes from standard input where that is asked for, whole, or a sentence says why not."""

import subprocess
import sys

import pytest

from backcare_tui.cli.notes import MOST_BYTES
from backcare_tui.cli.parser import build_parser
from backcare_tui.cli.parsing import every
from tests.for_each import for_each
from tests.shell.conftest import Shell

REFUSED = {
    b" \r\n ": "note: standard input holds no words. Nothing was recorded.\n",
    b"R\xfccken": "note: standard input is not text in UTF-8. Nothing was recorded.\n",
    b"a" * (MOST_BYTES + 1): f"note: standard input is longer than {MOST_BYTES} bytes. Nothing was recorded.\n",
}  # fmt: skip
LEAST = {
    "pain": ["4"],
    "sleep": ["7h20"],
    "massage": ["60"],
    "visit": ["acupuncture", "30"],
    "session": ["swim"],
    "active": ["40"],
    "steps": ["6200"],
    "check": ["none"],
    "check-up": [],
}
"""Each kind of entry that takes a note, with the least of its words."""


def piped(shell: Shell, note: bytes, *words: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """What a command said that gets a note from another program."""
    return subprocess.run(
        shell.command(*words), env=shell.env(**env), input=note, capture_output=True, check=False
    )


def test_every_kind_that_takes_a_note_is_tried() -> None:
    takes = {
        parser.prog.removeprefix("backcare log ")
        for parser in every(build_parser())
        if any("--note" in action.option_strings for action in parser.own_actions())
    }
    assert takes == set(LEAST)


def test_it_is_kept_with_its_lines(shell: Shell) -> None:
    note = "\ufeffRücken, nach der Fahrt\r\n- und am Abend\r\n".encode()
    done = piped(shell, note, "log", "pain", "4", "--note", "-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert shell.entry("pain")["note"] == "Rücken, nach der Fahrt\n- und am Abend"


@pytest.mark.thorough
@pytest.mark.parametrize("kind", LEAST)
def test_every_kind_takes_it(shell: Shell, kind: str) -> None:
    assert piped(shell, b"long\n", "log", kind, *LEAST[kind], "--note", "-").returncode == 0
    assert '"note":"long"' in shell.diary.read_text("utf-8").replace(": ", ":")


def test_a_note_is_changed_to_what_is_piped_and_kept_where_that_is_none(shell: Shell) -> None:
    shell.says("log", "pain", "4", "--note", "before")
    id_ = shell.documents("pain")[0]["id"]
    done = piped(shell, "Rücken\r\nund Hüfte\n".encode(), "change", id_, "note=-", "severity=5")
    assert (done.returncode, done.stderr) == (0, b"")
    assert shell.entry("pain")["note"] == "Rücken\nund Hüfte"
    done = piped(shell, b" ", "change", id_, "note=-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert shell.entry("pain")["note"] == "Rücken\nund Hüfte"


@for_each("note", REFUSED, ids=lambda note: str(note[:9]))
def test_what_is_no_note_is_refused_and_nothing_is_recorded(shell: Shell, note: bytes) -> None:
    done = piped(shell, note, "log", "pain", "4", "--note", "-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == REFUSED[note]
    assert not shell.diary.exists()


def test_it_is_not_taken_for_the_passphrase(shell: Shell) -> None:
    done = piped(shell, b"x", "log", "pain", "4", "--note", "-", BACKCARE_PASSPHRASE_FILE="-")
    assert done.returncode == 2
    assert done.stderr.decode().startswith(
        "note: BACKCARE_PASSPHRASE_FILE has the passphrase there"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_at_a_terminal_it_is_typed(shell: Shell) -> None:
    import os
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, b"slept on it\n\x04")
    done = subprocess.run(
        shell.command("log", "pain", "4", "--note", "-"),
        env=shell.env(),
        stdin=theirs,
        capture_output=True,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert done.stderr == b"Type the note; ctrl+d on a line of its own ends it.\n"
    assert shell.entry("pain")["note"] == "slept on it"
