"""Machines that are only on paper: a home folder, and programs that remember what they were asked."""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from backcare_tui.reminders.machine import Machine, Ran

REFUSED = Ran(1, complaint=b"Failed to connect to bus.\nmore of it")


class PaperMachine(Machine):
    """Has the programs that it is given; whatever else is run fails."""

    def __init__(
        self, home: Path, platform: str = "linux", **programs: Callable[..., Ran | None]
    ) -> None:
        super().__init__()
        self.home, self.platform, self.environ, self.user = home, platform, {}, 1000
        self.python = home / "my apps" / "bin" / "python"
        self.programs = programs
        self.asked: list[tuple[str, ...]] = []

    def has(self, program: str) -> bool:
        return program.replace("-", "_") in self.programs

    def run(self, *words: str, given: bytes = b"", environ: Mapping[str, str] | None = None) -> Ran:
        self.asked.append(words)
        if words[-1] == "--version":
            return Ran(0)
        if not self.has(words[0]):
            return Ran(127, complaint=b"not found")
        answer = self.programs[words[0].replace("-", "_")](*words[1:], given=given)
        return Ran(0) if answer is None else answer


class Crontab:
    """The program, with what it keeps."""

    def __init__(self, held: bytes | None = None) -> None:
        self.held = held

    def __call__(self, *words: str, given: bytes) -> Ran:
        if words == ("-l",):
            none = Ran(1, complaint=b"no crontab for ann\n")
            return none if self.held is None else Ran(0, self.held)
        self.held = given if words == ("-",) else None
        return Ran(0)


def obeys(*_: str, given: bytes) -> None:
    """A program that does what it is told."""


def after_percent(command: str) -> str:
    """What a shell gets of a crontab's command, as crontab(5) has it."""
    return command.replace(r"\%", "%")


def words_of_shell(command: str) -> list[str]:
    """The words that a shell makes of a command."""
    printed = subprocess.run(
        ["sh", "-c", f"printf '%s\\n' {command}"], capture_output=True, check=True, encoding="utf-8"
    )
    return printed.stdout.splitlines()
