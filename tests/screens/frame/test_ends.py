"""However the program ends, what was under way is there, and the terminal is given back."""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.player.persistence import HOLD_S, interrupted
from backcare_tui.store import open_repository
from tests.keyboard import Keyboard

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal"),
]
GIVEN_BACK = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l")
"""The first screen, the cursor, no pointer, no brackets around what is pasted."""
SIGNALS = ("SIGHUP", "SIGTERM", "SIGINT")
BACK_TAB, SAVE, TO_THE_BACKGROUND = "\x1b[Z", "\x13", "\x1a"


@pytest.fixture
def path(diary_path: Path) -> Path:
    """A diary whose welcome was seen, and of one who has nothing that matters for a routine."""
    repository = open_repository(diary_path)
    repository.set("boundaries_seen", value=True)
    return diary_path


def half_a_check_in(path: Path) -> Keyboard:
    keyboard = Keyboard(path)
    keyboard.wait_for("Logged today")
    keyboard.type("n", 0)
    keyboard.wait_for("· today,")
    keyboard.type("6", 0.3)
    keyboard.type([BACK_TAB, *"half a thought!"], 0.02)
    keyboard.wait_for("!")
    return keyboard


def draft(path: Path) -> dict[str, Any]:
    kept = dict(open_repository(path).draft("check-in") or {})
    return {name: kept.get(name) for name in ("severity", "note")}


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_keeps_the_draft_and_gives_the_terminal_back(path: Path, name: str) -> None:
    keyboard = half_a_check_in(path)
    keyboard.send(number := signal.Signals[name])
    written = keyboard.close()
    assert draft(path) == {"severity": 6, "note": "half a thought!"}
    assert os.WTERMSIG(keyboard.status) == number
    assert all(sequence in written for sequence in GIVEN_BACK)
    assert b"Traceback" not in written


def test_a_closed_window_keeps_the_draft(path: Path) -> None:
    keyboard = half_a_check_in(path)
    keyboard.hang_up()
    assert draft(path) == {"severity": 6, "note": "half a thought!"}
    assert os.WTERMSIG(keyboard.status) == signal.SIGHUP


def test_a_window_closed_on_what_ignores_that_ends_it_all_the_same(path: Path) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        keyboard = half_a_check_in(path)
    finally:
        signal.signal(signal.SIGHUP, before)
    keyboard.hang_up()
    assert draft(path) == {"severity": 6, "note": "half a thought!"}


def test_a_kill_takes_nothing_that_was_typed_before_a_pause(path: Path) -> None:
    keyboard = half_a_check_in(path)
    while draft(path) != {"severity": 6, "note": "half a thought!"}:
        keyboard.type([""], 0.1)
    keyboard.send(signal.SIGKILL)
    keyboard.close()
    assert draft(path) == {"severity": 6, "note": "half a thought!"}


def test_ctrl_z_keeps_the_draft_and_fg_goes_on(path: Path) -> None:
    keyboard = half_a_check_in(path)
    keyboard.type([BACK_TAB, TO_THE_BACKGROUND], 0.1)
    written = keyboard.wait_until_stopped()
    assert all(sequence in written for sequence in GIVEN_BACK)
    assert draft(path) == {"severity": 6, "note": "half a thought!"}
    keyboard.send(signal.SIGCONT)
    keyboard.wait_for("· today,")
    keyboard.type([SAVE], 0)
    keyboard.wait_for("Logged today")
    keyboard.type(["\x11"], 0)
    keyboard.close()
    (entry,) = open_repository(path).entries(Pain)
    assert (entry.severity, entry.note) == (6, "half a thought!")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_a_routine_is_kept_to_its_last_seconds(path: Path, name: str) -> None:
    open_repository(path).set("conditions_asked", _all_conditions())
    keyboard = Keyboard(path, "start", "morning-loosen-up")
    keyboard.wait_for("is your back now")
    keyboard.type("3", 0)
    keyboard.wait_for("ready")
    began = time.monotonic()
    keyboard.type([""], HOLD_S + 2)
    played_s = time.monotonic() - began
    keyboard.send(signal.Signals[name])
    keyboard.close()
    under_way = interrupted(open_repository(path))
    assert under_way is not None
    lost_s = played_s - under_way.snapshot.played_s
    assert lost_s < (HOLD_S + 1 if name == "SIGKILL" else 1)


def _all_conditions() -> frozenset[str]:
    from backcare_tui.library.taxonomy import words

    return frozenset(word.id for word in words("conditions"))
