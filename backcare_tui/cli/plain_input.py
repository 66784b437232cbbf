"""Reads keys while a routine is played: single ones of a terminal, or typed lines of a pipe."""

import os
import signal
import stat
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from backcare_tui.cli.plain_keys import KEYS_HINT, LINES_HINT, command_of_line, commands
from backcare_tui.cli.plain_world import KeyInput

_ESCAPE_S = 0.1
"""So soon after an escape comes the rest of an arrow."""
_LOOKS_S = 0.05


def find_keys() -> KeyInput | None:
    """The keys of standard input; None where nobody can press any."""
    try:
        number = sys.stdin.fileno()
        mode = os.fstat(number).st_mode
    except (AttributeError, OSError, ValueError):  # there is none, or none of the system
        return None
    if os.isatty(number):
        if sys.platform == "win32":
            return ConsoleKeys(_pressed)
        is_simple = os.environ.get("TERM", "dumb") == "dumb"  # which sends whole lines
        return LineKeys(partial(_sent, number)) if is_simple else TerminalKeys(number)
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return None
    return LineKeys(_Beside(number) if sys.platform == "win32" else partial(_sent, number))


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
        """Keys are heard one by one, also after Ctrl+Z; afterwards the terminal is as it was."""
        self._listen()
        before = signal.signal(signal.SIGCONT, lambda *_: self._listen_on())
        try:
            yield
        finally:
            signal.signal(signal.SIGCONT, before)
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
        typed = _sent(self._number, length_s)
        if typed and typed.endswith(b"\x1b"):
            typed += _sent(self._number, _ESCAPE_S) or b""
        self.is_open = typed != b""
        return (typed or b"").decode(errors="replace")

    def _listen(self) -> None:
        """What was typed before is dropped."""
        import termios

        with suppress(termios.error):
            self._usual = termios.tcgetattr(self._number)
        forget_typed()
        self._listen_on()

    def _listen_on(self) -> None:
        import termios
        import tty

        with suppress(termios.error):
            tty.setcbreak(self._number, termios.TCSANOW)

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
    """Typed lines of a pipe, or of a terminal that sends whole lines."""

    hint = LINES_HINT

    def __init__(self, sent: Callable[[float], bytes | None]) -> None:
        """Nothing was typed yet.

        Args:
            sent: Waits so many seconds for what is sent; None for nothing, empty at the end of all.
        """
        self.is_open = True
        self._sent = sent
        self._begun = b""
        self._typed: deque[str] = deque()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Lines are read by `wait` alone."""
        yield

    @contextmanager
    def aside(self) -> Iterator[None]:
        """A question is answered by a line as well."""
        yield

    def wait(self, length_s: float) -> str:
        """Wait so long, less where there is a line; gives what it does, empty for none."""
        if not self._typed:
            self._read(length_s)
        return command_of_line(self._typed.popleft()) if self._typed else ""

    def _read(self, length_s: float) -> None:
        if not self.is_open:
            time.sleep(length_s)
            return
        sent = self._sent(length_s)
        if sent is None:
            return
        self.is_open = bool(sent)
        *lines, self._begun = (self._begun + (sent or b"\n" * bool(self._begun))).split(b"\n")
        self._typed.extend(line.decode(errors="replace") for line in lines)


def _sent(number: int, length_s: float) -> bytes | None:
    """What is sent within so many seconds; None for nothing, empty at the end of all."""
    import select

    try:
        is_there = select.select([number], [], [], length_s)[0]
        return os.read(number, 1024) if is_there else None
    except OSError:  # the terminal is gone
        return b""


class _Beside:
    """Reads a pipe of Windows, which cannot be waited for, beside the playing."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._read: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=self._go, daemon=True).start()

    def __call__(self, length_s: float) -> bytes | None:
        with suppress(Empty):
            return self._read.get(timeout=length_s)
        return None

    def _go(self) -> None:
        """By the descriptor: a buffered reader would be waited for when the program ends."""
        with suppress(OSError):
            while sent := os.read(self._number, 1024):
                self._read.put(sent)
        self._read.put(b"")


def _pressed() -> str:
    """The key that was pressed in the console of Windows, empty for none."""
    if sys.platform == "win32":
        import msvcrt

        if msvcrt.kbhit():
            key = msvcrt.getwch()
            is_first = key in {"\x00", "\xe0"} and msvcrt.kbhit()
            return key + msvcrt.getwch() if is_first else key
    return ""
