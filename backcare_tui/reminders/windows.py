"""A task of the Windows Task Scheduler."""

import html
import re
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from backcare_tui.reminders.machine import CannotRemind, Machine
from backcare_tui.reminders.scheduler import NAME, StandingReminder

_TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Written by `backcare remind`; `backcare remind --off` takes it away.</Description>
  </RegistrationInfo>
  <Triggers>
{triggers}  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT5M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""
_TRIGGER = """\
    <CalendarTrigger>
      <StartBoundary>2026-01-01T{time}:00</StartBoundary>
      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
    </CalendarTrigger>
"""


def task_xml(command: Sequence[str], times: Sequence[str]) -> str:
    """The task. A boundary without a zone is one of the wall clock, in summer as well.

    What was missed is made up for; the command itself says nothing more than an hour late.
    """
    program, *arguments = command
    return _TASK.format(
        triggers="".join(_TRIGGER.format(time=time) for time in times),
        program=html.escape(program, quote=False),
        arguments=html.escape(subprocess.list2cmdline(arguments), quote=False),
    )


def times_in(task: bytes) -> tuple[str, ...]:
    """The times that a task names, in whatever encoding it was printed."""
    text = task.replace(b"\0", b"").decode(errors="replace")
    return tuple(re.findall(r"<StartBoundary>[\d-]+T(\d\d:\d\d):00", text))


class TaskScheduler:
    """One task of the person, under a name."""

    by = "the Task Scheduler"

    def __init__(self, machine: Machine) -> None:
        """Of this machine; nothing is done yet."""
        self._machine = machine

    def is_here(self) -> bool:
        """Whether it can be asked."""
        return self._machine.has("schtasks")

    def standing(self) -> StandingReminder | None:
        """By what it prints of the task."""
        ran = self._machine.run("schtasks", "/Query", "/TN", NAME, "/XML")
        times = times_in(ran.output) if ran.is_done else ()
        is_on = b"<Enabled>false</Enabled>" not in ran.output.replace(b"\0", b"")
        return StandingReminder(times, self.by, f"task {NAME}", is_on) if times else None

    def set_up(self, command: Sequence[str], times: Sequence[str]) -> tuple[str, ...]:
        """Hand the task over in a file that goes at once."""
        with tempfile.TemporaryDirectory(prefix="backcare-") as folder:
            path = Path(folder) / f"{NAME}.xml"
            self._machine.write(path, task_xml(command, times).encode("utf-16"))
            ran = self._machine.run("schtasks", "/Create", "/TN", NAME, "/XML", str(path), "/F")
        if not ran.is_done:
            raise CannotRemind(f"The Task Scheduler refused: {ran.why}. Nothing was set up.")
        return (f"task {NAME} of the Task Scheduler",)

    def take_away(self) -> tuple[str, ...]:
        """Delete the task."""
        if self.standing() is None:
            return ()
        if not (ran := self._machine.run("schtasks", "/Delete", "/TN", NAME, "/F")).is_done:
            raise CannotRemind(f"The Task Scheduler refused: {ran.why}. The reminder stands.")
        return (f"task {NAME} of the Task Scheduler",)
