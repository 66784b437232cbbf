"""A timer of the person's own systemd, as most Linux desktops have it."""

import re
from collections.abc import Sequence
from pathlib import Path

from backcare_tui.reminders.machine import CannotRemind, Machine, Ran
from backcare_tui.reminders.scheduler import NAME, StandingReminder, put_back, put_files

TIMER, SERVICE = f"{NAME}.timer", f"{NAME}.service"


def timer_text(times: Sequence[str]) -> str:
    """The timer. Times are of the wall clock, so that they stay what they are in summer.

    What was missed is made up for; the command itself says nothing more than an hour late.
    """
    lines = "".join(f"OnCalendar=*-*-* {time}:00\n" for time in times)
    return (
        "# Written by `backcare remind`; `backcare remind --off` takes it away.\n"
        "[Unit]\nDescription=When backcare reminds\n\n"
        f"[Timer]\n{lines}Persistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def service_text(command: Sequence[str]) -> str:
    """What the timer starts; where the program is gone, nothing is started and nothing complained of."""
    program, *arguments = command
    words = " ".join((_quoted(program), *(_quoted(word.replace("$", "$$")) for word in arguments)))
    return (
        "# Written by `backcare remind`; `backcare remind --off` takes it away.\n"
        "[Unit]\nDescription=A reminder of backcare\n"
        f"ConditionFileIsExecutable={program.replace('%', '%%')}\n\n"
        f"[Service]\nType=oneshot\nExecStart={words}\n"
    )


def times_in(timer: bytes | None) -> tuple[str, ...]:
    """The times that a timer names; none where it is no timer of ours."""
    text = (timer or b"").decode(errors="replace")
    return tuple(re.findall(r"^OnCalendar=\*-\*-\* (\d\d:\d\d):00$", text, re.MULTILINE))


def _quoted(word: str) -> str:
    """A word as a unit takes it literally: in it are neither specifiers nor variables nor escapes."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


class Systemd:
    """Two units in the folder where a person's own are."""

    by = "systemd"

    def __init__(self, machine: Machine) -> None:
        """Of this machine; nothing is done yet."""
        self._machine = machine
        self._folder = _base(machine, "XDG_CONFIG_HOME", ".config") / "systemd" / "user"
        self._stamps = _base(machine, "XDG_DATA_HOME", ".local/share") / "systemd" / "timers"

    def is_here(self) -> bool:
        """Whether the person's own systemd answers; as root, in a container or over `su` it may not."""
        return self._machine.has("systemctl") and self._ask("show-environment").is_done

    def standing(self) -> StandingReminder | None:
        """By the timer's file, and whether systemd waits for it."""
        path = self._folder / TIMER
        if not (times := times_in(self._machine.read(path))):
            return None
        is_on = self._ask("is-active", TIMER).is_done
        return StandingReminder(times, self.by, self._machine.say(path), is_on)

    def set_up(self, command: Sequence[str], times: Sequence[str]) -> tuple[str, ...]:
        """Write both units, and have the timer wait."""
        service, timer = self._folder / SERVICE, self._folder / TIMER
        before = put_files(
            self._machine,
            {service: service_text(command).encode(), timer: timer_text(times).encode()},
        )
        # Started anew: one that waits already would go on to wait for the times of before.
        for words in (("daemon-reload",), ("enable", TIMER), ("restart", TIMER)):
            if not (ran := self._ask(*words)).is_done:
                self._back_to(before)
                raise CannotRemind(f"systemd refused the reminder: {ran.why}. Nothing was set up.")
        return self._machine.say(timer), self._machine.say(service)

    def _back_to(self, before: dict[Path, bytes | None]) -> None:
        if not times_in(before[self._folder / TIMER]):
            self._ask("disable", "--now", TIMER)
        put_back(self._machine, before)
        self._ask("daemon-reload")

    def take_away(self) -> tuple[str, ...]:
        """Have the timer wait no longer; the files go also where systemd does not answer."""
        paths = [self._folder / TIMER, self._folder / SERVICE]
        paths.append(self._folder / "timers.target.wants" / TIMER)
        if not any(path.exists() or path.is_symlink() for path in paths):
            return ()
        self._ask("disable", "--now", TIMER)
        removed = tuple(self._machine.say(path) for path in paths if self._machine.remove(path))
        self._machine.remove(self._stamps / f"stamp-{TIMER}")
        self._ask("daemon-reload")
        return removed

    def _ask(self, *words: str) -> Ran:
        return self._machine.run("systemctl", "--user", *words)


def _base(machine: Machine, variable: str, otherwise: str) -> Path:
    """A folder of the XDG base directories; what is not a whole path there is ignored, as it says."""
    stated = Path(machine.environ.get(variable, ""))
    return stated if stated.is_absolute() else machine.home / otherwise
