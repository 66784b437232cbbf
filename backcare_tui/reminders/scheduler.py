"""What each scheduler can do: bring a reminder, say which one stands, take it away."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from backcare_tui.reminders.machine import CannotRemind, Machine

NAME = "backcare-reminder"
"""What the reminder is called wherever it has a name. There is one of each person's account."""


class StandingReminder(NamedTuple):
    """A reminder that is set up."""

    times: tuple[str, ...]
    """HH:MM, in the order of a day."""
    by: str
    """Who brings it: `systemd`, `cron`."""
    where: str
    """The file or the name under which it is kept."""
    is_on: bool = True
    """Whether the scheduler minds it."""


class Scheduler(Protocol):
    """One of the system's ways to run something at a time of day."""

    by: str
    """What it is called."""

    def is_here(self) -> bool:
        """Whether it can be asked for something now."""

    def standing(self) -> StandingReminder | None:
        """The reminder that it keeps; None where it keeps none."""

    def set_up(self, command: Sequence[str], times: Sequence[str]) -> tuple[str, ...]:
        """Have a command run each day at these times, in place of what was set up before.

        Args:
            command: The program by its whole path, and its arguments.
            times: HH:MM.

        Returns:
            What was written: paths or names.

        Raises:
            CannotRemind: If it could not be; all is as it was before.
        """

    def take_away(self) -> tuple[str, ...]:
        """Remove all that `set_up` wrote, also where the scheduler itself cannot be asked now.

        Returns:
            What was removed; nothing where there was nothing.

        Raises:
            CannotRemind: If something could not be removed.
        """


def put_files(machine: Machine, contents: dict[Path, bytes]) -> dict[Path, bytes | None]:
    """Write all of some files, or none; gives what stood there before.

    Raises:
        CannotRemind: If one could not be written; those before it are as they were.
    """
    before: dict[Path, bytes | None] = {}
    for path, data in contents.items():
        held = machine.read(path)
        try:
            machine.write(path, data)
        except CannotRemind:
            put_back(machine, before)
            raise
        before[path] = held
    return before


def put_back(machine: Machine, before: dict[Path, bytes | None]) -> None:
    """Have files as they were.

    Raises:
        CannotRemind: If one could not be.
    """
    for path, data in before.items():
        if data is None:
            machine.remove(path)
        else:
            machine.write(path, data)
