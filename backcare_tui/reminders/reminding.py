"""Setting a reminder, saying which one stands, taking it away: the same sentences for shell and screen."""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from backcare_tui.reminders.cron import Cron
from backcare_tui.reminders.launchd import Launchd
from backcare_tui.reminders.machine import CannotRemind, Machine
from backcare_tui.reminders.notifier import SENTENCE, why_nothing_is_shown
from backcare_tui.reminders.scheduler import Scheduler, StandingReminder
from backcare_tui.reminders.systemd import Systemd
from backcare_tui.reminders.times import say_daily
from backcare_tui.reminders.windows import TaskScheduler
from backcare_tui.text import sentence_case

NO_REMINDER = "No reminder is set."
NOT_ANY = "There was no reminder."
NO_WAY = (
    "This system has nothing here that could remind you: {}. "
    "`backcare remind {} --calendar reminder.ics` writes a file that your calendar reminds you by."
)
_MISSING = {
    "darwin": "launchd does not answer",
    "win32": "the Task Scheduler is not found",
    "linux": "no systemd session of yours answers, and there is no crontab to write to",
}
_SCHEDULERS: dict[str, tuple[type[Systemd | Launchd | Cron | TaskScheduler], ...]] = {
    "darwin": (Launchd, Cron),
    "win32": (TaskScheduler,),
    "linux": (Systemd, Cron),
}
"""What there may be on each system, the best first."""


class Reminding:
    """The reminder of a person's account. There is one, with one or more times of day.

    Each call runs programs of the system and may take seconds; the app does it in a thread.

        reminding = Reminding(diary_path())
        for sentence in reminding.remind(("08:00", "21:00")):
            print(sentence)
        reminding.take_away()
    """

    def __init__(self, diary: Path, machine: Machine | None = None) -> None:
        """Remind of one diary.

        Args:
            diary: Its file, which the reminder looks into for today's check-in.
            machine: Where it is done; a test has one of its own.
        """
        self._diary, self._machine = diary, machine or Machine()
        kinds = _SCHEDULERS.get(self._machine.platform, _SCHEDULERS["linux"])
        self._schedulers: tuple[Scheduler, ...] = tuple(kind(self._machine) for kind in kinds)

    def standing(self) -> StandingReminder | None:
        """The reminder that is set up; None where there is none."""
        return next(filter(None, (each.standing() for each in self._schedulers)), None)

    def say_standing(self) -> str:
        """The reminder that is set up, in a sentence or two."""
        found = self.standing()
        if found is None:
            return NO_REMINDER
        said = f"Reminder: {say_daily(found.times)}, by {found.by} ({found.where})."
        is_off = f" But {found.by} does not mind it now; setting it again turns it on."
        return said if found.is_on else said + is_off

    def remind(self, times: Sequence[str]) -> tuple[str, ...]:
        """Set the reminder to these times of day, in place of what was set before.

        Args:
            times: HH:MM, one or more.

        Returns:
            Sentences that say what was written, and where.

        Raises:
            CannotRemind: If it could not be set; the sentence says what else can be done.
        """
        command = command_for(self._machine, self._diary, times)
        scheduler = next((each for each in self._schedulers if each.is_here()), None)
        if scheduler is None:
            why = _MISSING.get(self._machine.platform, _MISSING["linux"])
            raise CannotRemind(NO_WAY.format(why, " ".join(times)))
        self._check_that_it_starts(command)
        written = scheduler.set_up(command, times)
        return (
            f"Reminder: {say_daily(times)}, by {scheduler.by}.",
            *(f"Written: {each}" for each in written),
            f'It shows "{SENTENCE}", on days without a check-in, or each day where the diary is locked.',
            "Where the machine is asleep or off then, it comes up to an hour late, or not that day.",
            *self._clear_others(scheduler),
        )

    def take_away(self) -> tuple[str, ...]:
        """Take the reminder away, wholly; sentences that say what was removed.

        Raises:
            CannotRemind: If something of it could not be removed.
        """
        removed = [each for scheduler in self._schedulers for each in scheduler.take_away()]
        if not removed:
            return (NOT_ANY,)
        return ("The reminder is taken away.", *(f"Removed: {each}" for each in removed))

    def trouble(self) -> str:
        """Why a reminder would not be seen, in a sentence; empty where it would."""
        missing = why_nothing_is_shown(self._machine)
        return f"{sentence_case(missing)}, so nothing would be shown yet." if missing else ""

    def _clear_others(self, chosen: Scheduler) -> Iterator[str]:
        """Take away what another scheduler has from before; a sentence where that cannot be."""
        for other in self._schedulers:
            try:
                if other is not chosen:
                    other.take_away()
            except CannotRemind as error:
                yield f"One from before, by {other.by}, may still stand. {error}"

    def _check_that_it_starts(self, command: Sequence[str]) -> None:
        """Start the program as the scheduler would: from elsewhere, with nothing that this shell has set.

        Raises:
            CannotRemind: If that fails.
        """
        environ = {k: v for k, v in self._machine.environ.items() if k != "PYTHONPATH"}
        start = command[: command.index("remind")]
        ran = self._machine.run(*start, "--version", environ=environ)
        if not ran.is_done:
            raise CannotRemind(
                f"The reminder could not start backcare by itself ({ran.why}). Install it, with "
                "`pipx install` or `pip install`, and set the reminder with the one that is installed."
            )


def command_for(machine: Machine, diary: Path, times: Sequence[str]) -> tuple[str, ...]:
    """What a scheduler runs: `/home/ann/.local/bin/backcare remind --now 21:00 --diary ...`.

    The diary is named in any case, as a scheduler has other surroundings than the shell in which it
    was named, if only by a variable.

    Raises:
        CannotRemind: If a path has a character that no file of a scheduler can hold.
    """
    words = (*_program(machine), "remind", "--now", *times, "--diary", str(diary.absolute()))
    for word in words:
        if any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in word):
            raise CannotRemind(
                f"{word!a} has a line break or another character in it that no scheduler takes; "
                "a path without it can be reminded of."
            )
    return words


def _program(machine: Machine) -> tuple[str, ...]:
    """The program by its whole path: the one that is installed beside this Python, else Python with it."""
    python = machine.python.absolute()
    if machine.platform == "win32":
        windowless = python.with_name("pythonw.exe")  # a black window would come up each time
        return str(windowless if windowless.exists() else python), "-m", "backcare_tui"
    script = python.with_name("backcare")
    return (str(script),) if script.exists() else (str(python), "-m", "backcare_tui")
