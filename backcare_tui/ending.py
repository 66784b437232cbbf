"""How the app ends where it is not asked to by a key: by a signal, or as its terminal is gone."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from textual.driver import Driver

from backcare_tui.serving import is_served

_NAMES = ("SIGHUP", "SIGTERM", "SIGINT", "SIGBREAK")
SIGNALS = tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))
"""What asks a program to end, on this system: a closed window, a logout, `kill`."""
GONE: int = getattr(signal, "SIGHUP", signal.SIGTERM)
"""What a program is told whose terminal is gone."""


def listen(end: Callable[[int], object]) -> None:
    """Have `end` called in the running loop, with the number of the signal that asks for it.

    The next signal of its kind ends the program at once. What was ignored from the beginning, as
    `nohup` has it, stays ignored.
    """
    loop = asyncio.get_running_loop()

    def hear(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        loop.call_soon_threadsafe(end, number)

    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, hear)


def die_of(number: int) -> None:
    """Die of a signal once all is done, so that whoever started the program knows why it ended."""
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


def has_terminal() -> bool:
    """Whether there is still somebody who could type; in a browser the driver knows."""
    if is_served():
        return True
    return sys.__stdin__ is not None and os.isatty(sys.__stdin__.fileno())


class Outlived:
    """A terminal as a file; what is written after it is gone is let go."""

    def __init__(self, file: IO[str]) -> None:
        """Write to this terminal."""
        self._file = file

    def write(self, text: str) -> None:
        """Write, if that can be."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Have what was written on the screen, if that can be."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()


def outliving(kind: type[Driver]) -> type[Driver]:
    """A kind of driver that neither fails nor stands still when its terminal is gone.

    Textual's would: the thread that writes ends, and who writes waits for it for ever.
    """

    class Outliving(kind):  # type: ignore[misc, valid-type] # one for each system
        _file: Any

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            terminal: Any = self._file  # as Textual's drivers call it
            self._file = Outlived(terminal)

        def run_input_thread(self) -> None:
            with suppress(OSError):
                super().run_input_thread()

    return Outliving
