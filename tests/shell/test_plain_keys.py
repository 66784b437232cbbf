"""The keys of a routine that is led line by line: what they are, how they are read, and what they do."""

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from backcare_tui.cli import plain_input
from backcare_tui.cli.plain import lead
from backcare_tui.cli.plain_input import ConsoleKeys, LineKeys, find_keys
from backcare_tui.cli.plain_keys import KEYS, KEYS_HINT, LINES_HINT, command_of_line, commands
from backcare_tui.commands.player import PAIN_DIGITS, PLAYING
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.safety import stop_advice
from backcare_tui.player.session import read_under_way
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.shell.conftest import Shell
from tests.shell.test_start_routine import SHORT, Room
from tests.stored import stored

OF_TEXTUAL = {
    "space": " ",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "escape": "\x1b",
    "enter": "\r",
    "question_mark": "?",
}


def test_they_are_the_keys_of_the_full_screen() -> None:
    for command in PLAYING:
        for name in command.keys.split(","):
            if name != "f1":
                wanted = name if command in PAIN_DIGITS else command.action
                assert list(commands(OF_TEXTUAL.get(name, name))) == [wanted], command.id


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("\x1b[C5 \x1b", ["skip", "5", "pause", "stop"]),
        ("\x1bOD\x1b[A\x1b[5~\x1bq\x07", ["back"]),
        ("X", ["stop"]),
        ("\xe0K\x00M", ["back", "skip"]),
        ("ö", ["ö"]),
        ("", []),
    ],
)
def test_a_key_is_what_a_terminal_sends_for_it(typed: str, wanted: list[str]) -> None:
    assert list(commands(typed)) == wanted


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("", "pause"),
        ("  Pause ", "pause"),
        ("next", "skip"),
        ("go  on", "pause"),
        ("4", "4"),
        ("10", "10"),
        ("pain 7", "7"),
        ("pain", "ask_pain"),
        ("x", "stop"),
        ("+", "longer"),
        ("\r", "pause"),
        ("no such", "no such"),
    ],
)
def test_a_typed_line_does_what_it_says(typed: str, command: str) -> None:
    assert command_of_line(typed) == command


def test_each_word_that_is_named_at_the_start_does_something() -> None:
    known = {*KEYS.values()}
    for word in [
        "pause",
        "begin",
        "skip",
        "back",
        "restart",
        "longer",
        "shorter",
        "leg",
        "stop",
        "sound",
        "help",
    ]:
        assert word in " ".join(LINES_HINT)
        assert command_of_line(word) in known
    assert all(len(line) <= 80 for line in (*KEYS_HINT, *LINES_HINT))


class Pressed:
    """Keys of a person who presses each at its second, in the clock of a room."""

    hint = KEYS_HINT
    is_open = True

    def __init__(self, room: Room, presses: dict[float, str]) -> None:
        self._room = room
        self._presses = sorted((1000.0 + at, command) for at, command in presses.items())
        self.is_listening = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        self.is_listening = True
        try:
            yield
        finally:
            self.is_listening = False

    @contextmanager
    def aside(self) -> Iterator[None]:
        self.is_listening = False
        yield
        self.is_listening = True

    def wait(self, length_s: float) -> str:
        assert self.is_listening
        until = self._room.seconds + length_s
        if self._presses and self._presses[0][0] <= until:
            at, command = self._presses.pop(0)
            self._room.world().sleep(max(at - self._room.seconds, 0))
            return command
        self._room.world().sleep(length_s)
        if not self._presses and self._room.seconds > 1000 + 3600:
            self.is_open = False
        return ""


class Played:
    """What a routine left that was played with these keys."""

    def __init__(
        self,
        repository: TinyRepository,
        presses: dict[float, str],
        *answers: str,
        has_voice: bool = False,
        routine: Routine = SHORT,
    ) -> None:
        self.room = Room("4", *answers)
        world = self.room.world(has_voice=has_voice)
        keys = Pressed(self.room, presses)
        self.session = lead(routine, repository, FrozenClock(), world._replace(keys=keys))
        assert not keys.is_listening

    @property
    def said(self) -> list[str]:
        return self.room.said

    def after(self, words: str) -> str:
        """The line after this one."""
        return self.said[self.said.index(words) + 1]


def test_the_keys_are_said_before_it_begins(repository: TinyRepository) -> None:
    played = Played(repository, {})
    assert played.said.index(KEYS_HINT[-1]) < played.said.index(
        "Pain now, 0 to 10 (enter leaves it out)?"
    )


def test_it_is_paused_for_as_long_as_one_likes(repository: TinyRepository) -> None:
    usual = Played(repository, {}).session
    played = Played(repository, {42: "pause", 642: "pause"})
    assert played.after("Paused. Space or enter goes on.").startswith("Going on. Hold, ")
    assert usual
    assert played.session
    assert played.session.done_s == usual.done_s


def test_enter_goes_on_and_begins_at_once(repository: TinyRepository) -> None:
    played = Played(repository, {2: "begin", 3: "pause", 60: "begin"})
    assert played.said[played.said.index("Knee in.") - 1].startswith("First: Knee to Chest")
    assert "Paused. Space or enter goes on." in played.said
    assert played.session
    assert {step.outcome for step in played.session.steps} == {"done"}


def test_one_goes_on_and_back_and_to_the_beginning(repository: TinyRepository) -> None:
    played = Played(repository, {2: "skip", 4: "back", 6: "skip", 7: "skip", 9: "restart"})
    firsts = [line for line in played.said if line.startswith("First: ")]
    assert len(firsts) == 3
    assert played.said.count("Ease out. Now the right side.") >= 1
    left = Played(repository, {2: "skip", 4: "skip", 6: "skip"})
    assert left.session is None
    assert "Done. Rest a moment before you get up." in left.said
    assert left.said[-1] == "Nothing was done yet, so nothing is kept."


def test_who_skips_while_it_is_paused_is_told_where_that_is(repository: TinyRepository) -> None:
    played = Played(repository, {2: "pause", 3: "skip", 5: "pause"})
    here = "Knee to Chest, right side. Space or enter goes on."
    assert played.after(here) == "Ease out. Now the right side."


def test_more_and_less_is_said(repository: TinyRepository) -> None:
    played = Played(repository, {1: "begin", 6: "longer", 7: "shorter", 8: "shorter"})
    assert [line for line in played.said if line.startswith("Now ") and line[4].isdigit()] == [
        "Now 25 seconds.",
        "Now 20 seconds.",
        "Now 15 seconds.",
    ]
    reps = Played(
        repository,
        {1: "skip", 2: "skip", 3: "begin", 4: "longer", 5: "shorter", 6: "shorter", 7: "shorter"},
    )
    assert "Now 3 times." in reps.said
    assert reps.said.count("It stays at 1 times.") == 1


def test_pain_on_the_way_is_kept_with_the_state(repository: TinyRepository) -> None:
    held = []

    def look() -> None:
        held.append(read_under_way(stored(repository)["player"]))

    room = Room("4", "3")
    room.at(50, look)
    keys = Pressed(room, {40: "5"})
    session = lead(SHORT, repository, FrozenClock(), room.world()._replace(keys=keys))
    assert "Pain now 5." in room.said
    assert held[0]
    assert (held[0].pain_before, held[0].pain_first, held[0].pain_now) == (4, 5, 5)
    assert session
    assert (session.pain_before, session.pain_after, session.stopped) == (4, 3, None)


@pytest.mark.parametrize("press", ["6", "ask_pain"])
def test_a_rise_of_two_points_ends_it_kindly(press: str, repository: TinyRepository) -> None:
    played = Played(repository, {60: press}, *(["10"] if press == "ask_pain" else []))
    assert played.session
    assert played.session.stopped == "pain-up-2"
    assert played.session.pain_after == (6 if press == "6" else 10)
    assert played.after("Stopped.") == stop_advice("pain-up-2", repository.settings()).text
    assert played.said.count("Pain now, 0 to 10 (enter leaves it out)?") == (1 + (press != "6"))
    assert played.said[-1].startswith("Saved Short ")
    assert [each.stopped for each in repository.entries(Session)] == ["pain-up-2"]


def test_a_pain_that_did_not_rise_is_no_end(repository: TinyRepository) -> None:
    played = Played(repository, {60: "ask_pain"}, "5", "3")
    assert played.session
    assert (played.session.stopped, played.session.pain_after) == (None, 3)
    assert {step.outcome for step in played.session.steps} == {"done"}


def test_the_leg_ends_it_without_a_question(repository: TinyRepository) -> None:
    played = Played(repository, {60: "leg"}, "5")
    assert played.session
    assert (played.session.stopped, played.session.pain_after) == ("leg-symptoms", 5)
    assert played.after("Stopped.") == stop_advice("leg-symptoms", repository.settings()).text


def test_who_stops_is_asked_why_and_the_own_number_is_named(repository: TinyRepository) -> None:
    repository.set("emergency_number", "144")
    played = Played(repository, {60: "stop"}, "3", "")
    assert played.session
    assert played.session.stopped == "chest-pain"
    assert any("call 144." in line for line in played.said)


def test_the_voice_can_be_turned_off_and_on(repository: TinyRepository) -> None:
    played = Played(repository, {2: "change_sound", 60: "change_sound"}, has_voice=True)
    assert "The voice is off." in played.said
    hold = "Hold, 20 seconds."
    assert (played.said.count(hold), played.room.spoken.count(hold)) == (2, 1)
    silent = Played(repository, {2: "change_sound"})
    assert "It is not spoken; backcare start with --voice is." in silent.said


def test_an_unknown_key_is_no_harm_and_help_names_them(repository: TinyRepository) -> None:
    played = Played(repository, {2: "ö", 3: "help"})
    assert '"ö" is no key here; ? names those there are.' in played.said
    long = Played(repository, {2: "9" * 5000})
    assert f'"{"9" * 19}…" is no key here; ? names those there are.' in long.said
    assert played.said.count(KEYS_HINT[0]) == 2


def test_a_machine_that_slept_waits_for_space(repository: TinyRepository) -> None:
    room = Room("4")
    room.at(40, lambda: setattr(room, "seconds", room.seconds + 3600))
    keys = Pressed(room, {3700: "pause"})
    session = lead(SHORT, repository, FrozenClock(), room.world()._replace(keys=keys))
    slept = room.said.index("Paused while the computer slept.")
    assert room.said[slept + 1] == "Space or enter goes on."
    assert session
    assert {step.outcome for step in session.steps} == {"done"}


def test_where_nobody_types_any_more_it_goes_on(repository: TinyRepository) -> None:
    room = Room(has_person=False)
    keys = Pressed(room, {40: "pause"})
    session = lead(SHORT, repository, FrozenClock(), room.world()._replace(keys=keys))
    assert session
    assert {step.outcome for step in session.steps} == {"done"}


def test_a_console_that_is_looked_at_gives_its_keys() -> None:
    waiting = iter(["5", "", "\xe0M", ""])
    keys = ConsoleKeys(lambda: next(waiting, ""))
    with keys.listening():
        assert keys.wait(0.01) == "skip", "what was pressed before is dropped"
        assert keys.wait(0.01) == ""


def test_on_windows_keys_from_before_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed = list("\xe0M5")
    console = SimpleNamespace(kbhit=lambda: bool(pressed), getwch=lambda: pressed.pop(0))
    monkeypatch.setitem(sys.modules, "msvcrt", console)
    monkeypatch.setattr(sys, "platform", "win32")
    keys = ConsoleKeys(plain_input._pressed)
    assert [keys.wait(0), keys.wait(0), keys.wait(0)] == ["skip", "5", ""]
    pressed += "xx"
    plain_input.forget_typed()
    assert not pressed


def test_lines_are_put_together_and_the_last_needs_no_end() -> None:
    sent: Iterator[bytes | None] = iter([b"pau", None, b"se\n\nle", b"g", b"", b""])
    keys = LineKeys(lambda _: next(sent))
    found = [keys.wait(0) for _ in range(7)]
    assert found == ["", "", "pause", "pause", "", "leg", ""]
    assert not keys.is_open


def test_where_nothing_can_be_pressed_there_are_no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        for stdin in (None, nothing):
            monkeypatch.setattr(sys, "stdin", stdin)
            assert find_keys() is None


SLOW: dict[str, Any] = {
    "id": "slow",
    "name": "Slow",
    "steps": [{"exercise": "walk-easy", "dose": {"hold_s": 600}, "ready_s": 1}],
}


@pytest.mark.thorough
def test_a_pipe_leads_it_by_typed_lines(shell: Shell) -> None:
    shell.write({"routine": [SLOW]})
    with subprocess.Popen(
        shell.command("start", "slow", "--plain"),
        env=shell.env(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        bufsize=1,
    ) as process:
        assert process.stdin
        assert process.stdout
        said = []
        answers = {
            "First: ": "begin",
            "Begin, 10": "pause",
            "Paused. ": "5\n",
            "Pain now 5": "pain 7",
        }
        for line in process.stdout:
            said.append(line)
            for start, answer in answers.items():
                if line.startswith(start):
                    print(answer, file=process.stdin, flush=True)
    assert process.returncode == 0
    assert "Pain now 7.\n" in said
    assert LINES_HINT[0] + "\n" in said
    assert shell.entry("session")["stopped"] == "pain-up-2"


class Terminal:
    """A pseudo-terminal in which a routine is led."""

    def __init__(self, shell: Shell, *words: str) -> None:
        self._ours, self._theirs = os.openpty()
        self.said = ""
        self.process = subprocess.Popen(
            shell.command(*words),
            env=shell.env(TERM="xterm"),
            stdin=self._theirs,
            stdout=self._theirs,
            start_new_session=True,
        )

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def until(self, words: str) -> str:
        """Read until these words were printed."""
        start = len(self.said)
        while words not in self.said[start:]:
            assert select.select([self._ours], [], [], 20)[0], self.said
            self.said += os.read(self._ours, 4096).decode()
        return self.said[start:]

    def is_usual(self) -> bool:
        """Whether what is typed is shown, and waits for enter."""
        import termios

        flags = termios.tcgetattr(self._theirs)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON)

    def make_usual(self) -> None:
        """Show what is typed, and wait for enter, as a shell has it."""
        import termios

        flags = termios.tcgetattr(self._theirs)
        flags[3] |= termios.ECHO | termios.ICANON
        termios.tcsetattr(self._theirs, termios.TCSANOW, flags)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)


@pytest.fixture
def terminal(shell: Shell) -> Iterator[Terminal]:
    """The slow routine in a terminal, from the question before it on."""
    shell.write({"routine": [SLOW]})
    opened = Terminal(shell, "start", "slow", "--plain")
    opened.until("Pain now, 0 to 10 (enter leaves it out)?")
    yield opened
    opened.close()


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_single_keys_lead_it_in_a_terminal(terminal: Terminal, shell: Shell) -> None:
    terminal.type("4\n")
    terminal.until("Begin, 10 minutes.")
    assert not terminal.is_usual()
    terminal.type(" ")
    terminal.until("Paused. Space or enter goes on.")
    terminal.type(" ")
    terminal.until("Going on.")
    terminal.type("+")
    terminal.until("Now 10 minutes 15.")
    terminal.type("y")
    terminal.until("(enter leaves it out)?")
    assert terminal.is_usual()
    terminal.type("5\n")
    terminal.until("Pain now 5.")
    terminal.type("\x1b[D")
    terminal.until("First: Easy Walk")
    terminal.type("l")
    terminal.until("Stopped.")
    terminal.until("(enter leaves it out)?")
    assert terminal.is_usual()
    terminal.type("3\n")
    terminal.until("Saved Slow")
    assert terminal.process.wait(10) == 0
    session = shell.entry("session")
    assert (session["pain_before"], session["pain_after"]) == (4, 3)
    assert session["stopped"] == "leg-symptoms"
    assert "\x1b" not in terminal.said


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_leaves_the_terminal_as_it_was_and_what_was_done_is_kept(
    name: str, terminal: Terminal, shell: Shell
) -> None:
    terminal.type("4\n")
    terminal.until("Begin, 10 minutes.")
    terminal.type("5")
    terminal.until("Pain now 5.")
    terminal.type("+")
    terminal.until("Now 10 minutes 15.")
    number = getattr(signal, name)
    threading.Timer(1.2, terminal.process.send_signal, [number]).start()
    assert terminal.process.wait(20) == 128 + number
    assert terminal.is_usual()
    assert shell.entry("session")["pain_before"] == 4


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_after_the_shell_had_the_terminal_keys_are_heard_again(terminal: Terminal) -> None:
    terminal.type("4\n")
    terminal.until("First: ")
    os.kill(terminal.process.pid, signal.SIGSTOP)
    terminal.make_usual()
    os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.until("Begin, 10 minutes.")
    assert not terminal.is_usual()
    terminal.type("+")
    terminal.until("Now 10 minutes 15.")


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_what_was_typed_too_much_is_no_answer_and_no_key(terminal: Terminal, shell: Shell) -> None:
    terminal.type("4\n")
    terminal.until("First: ")
    terminal.type("xl5\n")
    terminal.until("Why, 1 to ")
    terminal.type("\n")
    assert terminal.process.wait(10) == 0
    assert not shell.documents("session")
