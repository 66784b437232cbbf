"""A program in a terminal of its own, watched from outside as a person sees it."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from types import TracebackType

import psutil
import pyte

ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R"}
"""What a terminal of today says to what Textual asks."""
FRAME = b"\x1b[?2026h"
"""What Textual writes before each update that is to be shown at once."""
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b[P_][^\x1b]*\x1b\\"
)
PATIENCE_S = 30.0


class Terminal:
    """A running program and the screen that it has painted."""

    def __init__(self, command: Sequence[str], columns: int = 120, rows: int = 40) -> None:
        """Start the command; `started` is when, in seconds of `time.perf_counter`."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.frames = 0
        """How often the screen was painted, whole or in part."""
        self.bytes = 0
        """How much was written to the terminal."""
        self.started = time.perf_counter()
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvp(command[0], list(command))
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, size)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._file)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def press(self, key: str) -> float:
        """Press a key; gives when, in seconds."""
        os.write(self._file, key.encode())
        return time.perf_counter()

    def wait_for_paint(self) -> float:
        """When the screen first changed, in seconds; now, if nothing came for a second."""
        before, end = self.text, time.perf_counter() + 1
        while self.text == before and time.perf_counter() < end:
            self._take_in(0.05)
        return time.perf_counter()

    def wait_for(self, words: str) -> float:
        """When words (a regular expression) stood on the screen, in seconds.

        Raises:
            TimeoutError: With the screen, if they never did.
        """
        end = time.perf_counter() + PATIENCE_S
        while not re.search(words, self.text):
            if time.perf_counter() > end or not self._take_in(0.05):
                raise TimeoutError(f"{words!r} did not appear:\n{self.text}")
        return time.perf_counter()

    def wait_until_quiet(self, quiet_s: float = 0.15) -> float:
        """When the last output came before so many seconds without any."""
        last = time.perf_counter()
        while select.select([self._file], [], [], quiet_s)[0] and self._take_in(0):
            last = time.perf_counter()
        return last

    def wait_until_idle(self, quiet_s: float = 0.15) -> None:
        """Until it neither wrote nor worked for so long: work may be silent before it shows."""
        while True:
            before, written = self.cpu_seconds(), self.bytes
            self.wait_until_quiet(quiet_s)
            if self.bytes == written and self.cpu_seconds() - before <= quiet_s / 5:
                return

    def memory_mib(self) -> float:
        """What the program and its children hold in memory."""
        return float(sum(process.memory_info().rss for process in self._processes()) / 2**20)

    def idle_percent(self, seconds: float = 3.0) -> float:
        """How much of one core it uses while nothing happens."""
        before, start = self.cpu_seconds(), time.perf_counter()
        while (left := start + seconds - time.perf_counter()) > 0:
            self._take_in(left)
        return 100 * (self.cpu_seconds() - before) / seconds

    def _take_in(self, wait_s: float) -> bool:
        """Take in what was written; False once the program has ended."""
        if not select.select([self._file], [], [], wait_s)[0]:
            return True
        try:
            data = os.read(self._file, 65536)
        except OSError:
            return False
        self.frames += data.count(FRAME)
        self.bytes += len(data)
        for question, answer in ANSWERS.items():
            if question in data:
                os.write(self._file, answer)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return True

    def _processes(self) -> list[psutil.Process]:
        process = psutil.Process(self._pid)
        return [process, *process.children(recursive=True)]

    def cpu_seconds(self) -> float:
        """The time on a processor that the program and its children have taken."""
        times = [process.cpu_times() for process in self._processes()]
        return float(sum(each.user + each.system for each in times))


HELLO = (sys.executable, "-m", "tests.bench.hello")
