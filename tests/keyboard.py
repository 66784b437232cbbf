"""Someone who types into the program in a pseudo-terminal, as fast as is asked of them."""

import os
import re
import select
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path

SIZE = {"COLUMNS": "100", "LINES": "36"}
PATIENCE_S = 30.0
_ESCAPES = re.compile(rb"\x1b(\[[0-9;?<=>]*[a-zA-Z$]+|[\]P_][^\x1b\x07]*(\x07|\x1b\\)|.)")


class Keyboard:
    """A running program and a keyboard; `close` waits until the program has ended."""

    def __init__(self, diary: Path, *words: str) -> None:
        """Start the program, with these words after its name."""
        import pty

        self._shown = b""
        self.status = 0
        """How it ended, as `os.waitpid` says it."""
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            # Whoever was begun in the background of a shell hears no ctrl+c, nor does what it begins.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.environ |= {**SIZE, "TERM": "xterm-256color", "BACKCARE_DIARY": str(diary)}
            os.environ |= {"TEXTUAL_ANIMATIONS": "none"}
            os.execv(sys.executable, [sys.executable, "-m", "backcare_tui", *words])

    def wait_for(self, words: str) -> None:
        """Wait until these words were written to the screen in one piece, since the last wait."""
        end = time.monotonic() + PATIENCE_S
        while words.encode() not in _ESCAPES.sub(b"", self._shown):
            if time.monotonic() > end or not self._take_in(0.1):
                raise TimeoutError(f"{words!r} in {_ESCAPES.sub(b'', self._shown)!r}")
        self._shown = b""

    def type(self, keys: Iterable[str], pause_s: float) -> None:
        """Type; without a pause all of it is there in one go, as if it were pasted."""
        if not pause_s:
            os.write(self._file, "".join(keys).encode())
            return
        for key in keys:
            os.write(self._file, key.encode())
            end = time.monotonic() + pause_s
            while (left := end - time.monotonic()) > 0:
                self._take_in(left)

    def close(self) -> bytes:
        """Wait until the program has ended by what was typed; gives all that it wrote since."""
        end = time.monotonic() + PATIENCE_S
        while self._take_in(0.1):
            assert time.monotonic() < end, _ESCAPES.sub(b"", self._shown)
        self.status = os.waitpid(self._pid, 0)[1]
        os.close(self._file)
        return self._shown

    def send(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self._pid, number)

    def hang_up(self) -> None:
        """Close the window, and wait until the program has ended."""
        os.close(self._file)
        self.status = os.waitpid(self._pid, 0)[1]

    def wait_until_stopped(self) -> bytes:
        """Wait until it was stopped; gives what it wrote since the last wait."""
        while True:
            self._take_in(0.05)
            pid, status = os.waitpid(self._pid, os.WUNTRACED | os.WNOHANG)
            if pid:
                assert os.WIFSTOPPED(status)
                shown, self._shown = self._shown, b""
                return shown

    def _take_in(self, wait_s: float) -> bool:
        """Take in what was written; False once the program has ended."""
        if not select.select([self._file], [], [], wait_s)[0]:
            return True
        try:
            data = os.read(self._file, 65536)
        except OSError:
            return False
        self._shown += data
        return bool(data)
