"""An agent of launchd, as macOS has it."""

import plistlib
from collections.abc import Sequence
from typing import Any
from xml.parsers.expat import ExpatError

from backcare_tui.reminders.machine import CannotRemind, Machine
from backcare_tui.reminders.scheduler import StandingReminder, put_back, put_files

LABEL = "backcare.reminder"


def plist_of(command: Sequence[str], times: Sequence[str]) -> bytes:
    """The agent. What a sleeping Mac missed is run as it wakes; the command says nothing too late."""
    whens = [{"Hour": int(time[:2]), "Minute": int(time[3:])} for time in times]
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(command),
        "StartCalendarInterval": whens,
        "ProcessType": "Background",
    }
    return plistlib.dumps(agent, sort_keys=False)


def times_in(plist: bytes | None) -> tuple[str, ...]:
    """The times that an agent names; none where it is no agent of ours."""
    try:
        agent: dict[str, Any] = plistlib.loads(plist or b"")
        whens = [(when["Hour"], when["Minute"]) for when in agent["StartCalendarInterval"]]
        return tuple(f"{hour:02}:{minute:02}" for hour, minute in whens)
    except (ExpatError, AttributeError, LookupError, TypeError, ValueError):
        return ()  # plistlib says in many ways that it cannot read something


class Launchd:
    """One file in the folder of a person's agents."""

    by = "launchd"

    def __init__(self, machine: Machine) -> None:
        """Of this machine; nothing is done yet."""
        self._machine = machine
        self._path = machine.home / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        self._domain = f"gui/{machine.user}"

    def is_here(self) -> bool:
        """Whether somebody is logged in whom it could remind."""
        return self._machine.has("launchctl") and self._ask("print", self._domain)

    def standing(self) -> StandingReminder | None:
        """By the agent's file, and whether launchd knows it."""
        if not (times := times_in(self._machine.read(self._path))):
            return None
        is_on = self._ask("print", f"{self._domain}/{LABEL}")
        return StandingReminder(times, self.by, self._machine.say(self._path), is_on)

    def set_up(self, command: Sequence[str], times: Sequence[str]) -> tuple[str, ...]:
        """Write the agent and have launchd read it, in place of the one of before."""
        before = put_files(self._machine, {self._path: plist_of(command, times)})
        self._ask("bootout", f"{self._domain}/{LABEL}")
        ran = self._machine.run("launchctl", "bootstrap", self._domain, str(self._path))
        if not ran.is_done:
            put_back(self._machine, before)
            if self._path.exists():
                self._ask("bootstrap", self._domain, str(self._path))
            raise CannotRemind(f"launchd refused the reminder: {ran.why}. Nothing was set up.")
        return (self._machine.say(self._path),)

    def take_away(self) -> tuple[str, ...]:
        """Have launchd forget the agent; the file goes also where it does not answer."""
        if not self._path.exists():
            return ()
        self._ask("bootout", f"{self._domain}/{LABEL}")
        self._machine.remove(self._path)
        return (self._machine.say(self._path),)

    def _ask(self, *words: str) -> bool:
        return self._machine.run("launchctl", *words).is_done
