"""Speech through the system's own program; silent, and without error, where there is none.

What is said is data: it goes in by the program's input, never through a shell or as an option.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Protocol

from backcare_tui.text import shortened

LONGEST = 400
"""Characters of one sentence; nobody listens to more."""

_POWERSHELL = """\
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$lines = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
while ($null -ne ($line = $lines.ReadLine())) {
  $voice.SpeakAsyncCancelAll()
  if ($line) { $voice.SpeakAsync($line) | Out-Null }
}
while ($voice.State -eq 'Speaking') { Start-Sleep -Milliseconds 50 }"""


class Voice(Protocol):
    """Speaks. Neither waits nor raises, whatever the program does."""

    def say(self, text: str) -> None:
        """Speak this now; what is still being said ends."""

    def hush(self) -> None:
        """Be quiet, and let go of the program until there is more to say."""

    def part(self) -> None:
        """Let go of the program once what is being said is over."""


class SentenceVoice:
    """A program that speaks its input to the end, and is run once for each sentence."""

    def __init__(self, command: Sequence[str]) -> None:
        """Nothing runs yet."""
        self._command = tuple(command)
        self._process: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> None:
        """Speak this now; what is still being said ends."""
        self.hush()
        if sentence := shortened(text, LONGEST):
            with suppress(OSError):
                self._process = _started(self._command)
                _in_background(partial(self._process.communicate, sentence.encode()))

    def hush(self) -> None:
        """End what is being said."""
        if self._process:
            with suppress(OSError):
                self._process.terminate()
            self._process = None

    def part(self) -> None:
        """Let what is being said come to its end."""
        self._process = None


class LineVoice:
    """A program that speaks its input line by line, and falls silent at a line of its own.

    One program for the whole routine: some take so long to start that a count would come late.
    """

    def __init__(self, command: Sequence[str], quiet: str) -> None:
        """Nothing runs yet.

        Args:
            command: The program and its options.
            quiet: The line at which it ends what it is saying.
        """
        self._command = tuple(command)
        self._quiet = quiet
        self._lines: SimpleQueue[str | None] | None = None

    def say(self, text: str) -> None:
        """Speak this now; what is still being said ends."""
        if not (sentence := shortened(text, LONGEST)):
            return
        if self._lines is None:
            self._lines = SimpleQueue()
            _in_background(partial(_speak, self._command, self._lines))
        # The space keeps a sentence from being read as a command.
        self._lines.put(f"{self._quiet}\n {sentence}\n")

    def hush(self) -> None:
        """End what is being said."""
        if self._lines:
            self._lines.put(f"{self._quiet}\n")
        self.part()

    def part(self) -> None:
        """Let what is being said come to its end."""
        if self._lines:
            self._lines.put(None)
            self._lines = None


def find_voice() -> Voice | None:
    """The voice of this system; None where it has none."""
    for program, voice in _VOICES.get(sys.platform, _VOICES["linux"]).items():
        if path := shutil.which(program):
            return voice(path)
    return None


def _stdin_voice(*options: str) -> Callable[[str], Voice]:
    return lambda path: SentenceVoice((path, *options))


def _line_voice(*options: str, quiet: str) -> Callable[[str], Voice]:
    return lambda path: LineVoice((path, *options), quiet)


_VOICES: dict[str, dict[str, Callable[[str], Voice]]] = {
    "darwin": {"say": _stdin_voice("-f", "-")},
    "win32": {
        "powershell": _line_voice(
            "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL, quiet=""
        )
    },
    "linux": {
        # As an argument it would take the text for a format; `self` spares a screen reader.
        "spd-say": _line_voice("--pipe-mode", quiet="!-!CANCEL self"),
        "espeak-ng": _stdin_voice("--stdin"),
        "espeak": _stdin_voice("--stdin"),
    },
}
"""The programs of each system, the best first."""


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 (found by name in PATH; what is said is never part of it)
        command,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _speak(command: Sequence[str], lines: SimpleQueue[str | None]) -> None:
    """Run a program for as long as there are lines."""
    process = _started(command)
    with process, suppress(OSError):
        if process.stdin:
            while (line := lines.get()) is not None:
                process.stdin.write(line.encode())


def _in_background(work: Callable[[], object]) -> None:
    """Feed a program and wait for its end elsewhere; one that fails is silent."""

    def quietly() -> None:
        with suppress(OSError):
            work()

    Thread(target=quietly, daemon=True).start()
