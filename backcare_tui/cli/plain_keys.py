"""The keys of a routine that is led line by line: single ones of a terminal, or typed lines of a pipe.

They are those of the full screen, which a test holds; its commands stand with Textual, and no command
of the shell loads that.
"""

import os
import re
import stat
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from backcare_tui.cli.plain_world import Keys

KEYS = {
    " ": "pause",
    "\r": "begin",
    "\n": "begin",
    "<": "back",
    ">": "skip",
    "+": "longer",
    "=": "longer",
    "-": "shorter",
    "p": "ask_pain",
    "l": "leg",
    "x": "stop",
    "b": "change_sound",
    "r": "restart",
    "?": "help",
    **{str(digit): str(digit) for digit in range(10)},
}
"""What a character does."""
SEQUENCES = {
    "\x1b[D": "back",
    "\x1bOD": "back",
    "\x1b[C": "skip",
    "\x1bOC": "skip",
    "\xe0K": "back",
    "\x00K": "back",
    "\xe0M": "skip",
    "\x00M": "skip",
    "\x1b": "stop",
    "\x03": "stop",
}
"""What other keys do, as a terminal, and the console of Windows, send them."""
WORDS = {
    "": "pause",
    "pause": "pause",
    "go on": "pause",
    "begin": "begin",
    "back": "back",
    "skip": "skip",
    "next": "skip",
    "longer": "longer",
    "more": "longer",
    "shorter": "shorter",
    "less": "shorter",
    "pain": "ask_pain",
    "leg": "leg",
    "stop": "stop",
    "sound": "change_sound",
    "restart": "restart",
    "help": "help",
    "10": "10",
}
"""What a typed line does, besides one of `KEYS`."""
KEYS_HINT = (
    "Space pauses and goes on. Enter begins at once.",
    "Right arrow: the next one. Left arrow: back. r: from the beginning.",
    "Plus and minus: more or less of this.",
    "A digit: your pain now; p for a 10. l: it goes down a leg, and it ends.",
    "x stops. b: the voice. ? names the keys.",
)
LINES_HINT = (
    "Type a word and enter: pause, begin, skip, back, restart, longer, shorter.",
    "A number: your pain now. leg: it goes down a leg, and it ends.",
    "stop ends it. sound: the voice. help names the words.",
)
_ESCAPE_S = 0.1
"""So soon after an escape comes the rest of an arrow."""
_LOOKS_S = 0.05
_ONE = re.compile(r"\x1b[\[O][0-9;]*[A-Za-z~]|[\x00\xe0][A-Z]|\x1b.|.", re.DOTALL)


def commands(typed: str) -> Iterator[str]:
    """What keys do, one by one, as a terminal sends them; an unknown character is given as it is."""
    for key in _ONE.findall(typed):
        if key in SEQUENCES:
            yield SEQUENCES[key]
        elif len(key) == 1 and (command := KEYS.get(key.lower(), key if key.isprintable() else "")):
            yield command


def command_of_line(typed: str) -> str:
    """What a typed line does: a word, a key, or a number for pain; unknown words as they are."""
    words = " ".join(typed.lower().split())
    return WORDS.get(words) or KEYS.get(words) or words.removeprefix("pain ")


def find_keys() -> Keys | None:
    """The keys of standard input; None where nobody can press any."""
    try:
        number = sys.stdin.fileno()
        mode = os.fstat(number).st_mode
    except (AttributeError, OSError, ValueError):  # there is none, or none of the system
        return None
    if os.isatty(number):
        return ConsoleKeys(_pressed) if sys.platform == "win32" else TerminalKeys(number)
    return LineKeys(number) if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) else None


def forget_typed() -> None:
    """Keys from the time of playing are no answer to what is asked then."""
    if sys.platform == "win32":
        while _pressed():
            pass
        return
    import termios

    with suppress(termios.error):
        termios.tcflush(sys.stdin, termios.TCIFLUSH)


class TerminalKeys:
    """Single keys of a terminal, neither shown nor waiting for enter."""

    hint = KEYS_HINT

    def __init__(self, number: int) -> None:
        """Leave the terminal as it is until `listening`.

        Args:
            number: The descriptor of its input.
        """
        self.is_open = True
        self._number = number
        self._usual: list[Any] = []
        self._typed: deque[str] = deque()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Keys are heard one by one; afterwards the terminal is as it was."""
        self._listen()
        try:
            yield
        finally:
            self._leave()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Meanwhile a question is answered by a whole line."""
        self._leave()
        try:
            yield
        finally:
            self._listen()

    def wait(self, length_s: float) -> str:
        """Wait so long, less where there is a key; gives what it does, empty for none."""
        if not self._typed:
            self._typed.extend(commands(self._read(length_s)))
        return self._typed.popleft() if self._typed else ""

    def _read(self, length_s: float) -> str:
        if not self.is_open:
            time.sleep(length_s)
            return ""
        typed = self._sent(length_s)
        if typed.endswith(b"\x1b"):
            typed += self._sent(_ESCAPE_S)
        return typed.decode(errors="replace")

    def _sent(self, length_s: float) -> bytes:
        import select

        try:
            if not select.select([self._number], [], [], length_s)[0]:
                return b""
            sent = os.read(self._number, 256)
        except OSError:  # the terminal is gone
            sent = b""
        self.is_open = bool(sent)
        return sent

    def _listen(self) -> None:
        """What was typed before is dropped."""
        import termios
        import tty

        with suppress(termios.error):
            self._usual = termios.tcgetattr(self._number)
            tty.setcbreak(self._number, termios.TCSAFLUSH)

    def _leave(self) -> None:
        import termios

        self._typed.clear()
        with suppress(termios.error):
            if self._usual:
                termios.tcsetattr(self._number, termios.TCSAFLUSH, self._usual)


class ConsoleKeys:
    """Single keys of the console of Windows, which is looked at again and again."""

    hint = KEYS_HINT
    is_open = True

    def __init__(self, pressed: Callable[[], str]) -> None:
        """Wait for keys of a console.

        Args:
            pressed: Gives the key that was pressed, empty for none.
        """
        self._pressed = pressed

    @contextmanager
    def listening(self) -> Iterator[None]:
        """What was pressed before is dropped."""
        while self._pressed():
            pass
        yield

    @contextmanager
    def aside(self) -> Iterator[None]:
        """A line is read as ever."""
        yield

    def wait(self, length_s: float) -> str:
        """Wait so long, less where there is a key; gives what it does, empty for none."""
        end = time.monotonic() + length_s
        while True:
            if command := next(commands(self._pressed()), ""):
                return command
            left_s = end - time.monotonic()
            if left_s <= 0:
                return ""
            time.sleep(min(left_s, _LOOKS_S))


class LineKeys:
    """Typed lines of a pipe, which are read beside the playing."""

    hint = LINES_HINT

    def __init__(self, number: int) -> None:
        """Read nothing until `listening`.

        Args:
            number: The descriptor of the pipe.
        """
        self.is_open = True
        self._number = number
        self._typed: SimpleQueue[str | None] = SimpleQueue()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Read lines from now on, to the end of the program."""
        Thread(target=self._read, daemon=True).start()
        yield

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Nothing is asked through a pipe."""
        yield

    def wait(self, length_s: float) -> str:
        """Wait so long, less where there is a line; gives what it does, empty for none."""
        if not self.is_open:
            time.sleep(length_s)
            return ""
        try:
            typed = self._typed.get(timeout=length_s)
        except Empty:
            return ""
        self.is_open = typed is not None
        return "" if typed is None else command_of_line(typed)

    def _read(self) -> None:
        """By the descriptor: a buffered reader would be waited for when the program ends."""
        typed = b""
        with suppress(OSError):
            while sent := os.read(self._number, 1024):
                *lines, typed = (typed + sent).split(b"\n")
                for line in lines:
                    self._typed.put(line.decode(errors="replace"))
        if typed.strip():
            self._typed.put(typed.decode(errors="replace"))
        self._typed.put(None)


def _pressed() -> str:
    """The key that was pressed in the console of Windows, empty for none."""
    if sys.platform == "win32":
        import msvcrt

        if msvcrt.kbhit():
            key = msvcrt.getwch()
            is_first = key in {"\x00", "\xe0"} and msvcrt.kbhit()
            return key + msvcrt.getwch() if is_first else key
    return ""
