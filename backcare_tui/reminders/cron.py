"""Lines in a person's crontab, between two marks of our own; the others stay as they are, byte by byte."""

import re
import shlex
from collections.abc import Sequence

from backcare_tui.reminders.machine import CannotRemind, Machine
from backcare_tui.reminders.scheduler import StandingReminder

BEGIN = b"# backcare reminder: from here, written by `backcare remind`\n"
END = b"# backcare reminder: to here\n"
_NONE_YET = (b"no crontab", b"no such file")
"""What it says, of Vixie cron and its heirs, and of BusyBox, where there is no crontab yet."""
_BLOCK = re.compile(re.escape(BEGIN) + rb".*?" + re.escape(END), re.DOTALL)


def block_of(command: Sequence[str], times: Sequence[str]) -> bytes:
    """Our lines, one for each time; where the program is gone nothing is run, and nobody gets mail."""
    program, *_ = command
    run = f"[ -x {shlex.quote(program)} ] && {shlex.join(command)} >/dev/null 2>&1"
    safe = run.replace("%", r"\%")  # a bare one would end the command
    lines = (f"{int(time[3:])} {int(time[:2])} * * * {safe}\n" for time in times)
    return BEGIN + "".join(lines).encode() + END


def with_block(crontab: bytes, block: bytes) -> bytes:
    """A crontab with our lines at its end, in place of those of before."""
    others = without_block(crontab)
    return others + (b"\n" if others and not others.endswith(b"\n") else b"") + block


def without_block(crontab: bytes) -> bytes:
    """A crontab with nothing of ours.

    Raises:
        CannotRemind: If one of the marks is missing: what is ours cannot be told then.
    """
    others = _BLOCK.sub(b"", crontab)
    if BEGIN in others or END in others:
        raise CannotRemind(
            "In your crontab one of the two lines that mark backcare's part is missing. "
            "Remove what is left of that part with `crontab -e`; nothing was changed."
        )
    return others


def times_in(crontab: bytes) -> tuple[str, ...]:
    """The times of our lines; none where there are no such lines."""
    block = _BLOCK.search(crontab)
    found = re.findall(rb"^(\d+) (\d+) \* \* \* ", block[0] if block else b"", re.MULTILINE)
    return tuple(f"{int(hour):02}:{int(minute):02}" for minute, hour in found)


class Cron:
    """The crontab of a person."""

    by = "cron"

    def __init__(self, machine: Machine) -> None:
        """Of this machine; nothing is done yet."""
        self._machine = machine

    def is_here(self) -> bool:
        """Whether there is a crontab to be asked for, and one may have it."""
        return self._machine.has("crontab") and self._read() is not None

    def standing(self) -> StandingReminder | None:
        """By our lines in it."""
        times = times_in((self._machine.has("crontab") and self._read()) or b"")
        return StandingReminder(times, self.by, "your crontab") if times else None

    def set_up(self, command: Sequence[str], times: Sequence[str]) -> tuple[str, ...]:
        """Write our lines at its end."""
        self._write(with_block(self._read() or b"", block_of(command, times)))
        return ("your crontab, at its end; every other line is as it was",)

    def take_away(self) -> tuple[str, ...]:
        """Remove our lines; a crontab that holds nothing else goes."""
        held = (self._machine.has("crontab") and self._read()) or b""
        if (others := without_block(held)) == held:
            return ()
        if others:
            self._write(others)
        elif not (ran := self._machine.run("crontab", "-r")).is_done:
            raise CannotRemind(f"Could not change your crontab: {ran.why}.")
        return ("backcare's lines in your crontab",)

    def _read(self) -> bytes | None:
        """The crontab; empty where there is none yet, None where it cannot be had."""
        ran = self._machine.run("crontab", "-l")
        if ran.is_done:
            return ran.output
        complaint = ran.complaint.lower()
        return b"" if any(words in complaint for words in _NONE_YET) else None

    def _write(self, crontab: bytes) -> None:
        if not (ran := self._machine.run("crontab", "-", given=crontab)).is_done:
            raise CannotRemind(f"Could not change your crontab: {ran.why}.")
