"""What is written for each scheduler, held against golden text and against what reads such files."""

import plistlib
import shlex
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from backcare_tui.reminders import cron, launchd, systemd, windows
from backcare_tui.reminders.machine import CannotRemind
from tests.for_each import for_each
from tests.reminders.machines import after_percent, words_of_shell

TIMES = ("08:00", "21:30")
COMMAND = (
    "/home/Jörg/my 100% apps/$HOME/back\\care",
    *("remind", "--now", *TIMES, "--diary"),
    "/home/Jörg/a \"b\" 'c' $d %h & <e>.json",
)
OTHERS = b"MAILTO=ann\n*/5 * * * * /bin/date +\\%s\n\n# caf\xe9, not UTF-8\n0 1 * * * x"


def test_the_timer_of_systemd() -> None:
    assert systemd.timer_text(TIMES) == (
        "# Written by `backcare remind`; `backcare remind --off` takes it away.\n"
        "[Unit]\n"
        "Description=When backcare reminds\n"
        "\n"
        "[Timer]\n"
        "OnCalendar=*-*-* 08:00:00\n"
        "OnCalendar=*-*-* 21:30:00\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    )
    assert systemd.times_in(systemd.timer_text(TIMES).encode()) == TIMES


def test_the_service_of_systemd_takes_each_path_literally() -> None:
    assert systemd.service_text(COMMAND) == (
        "# Written by `backcare remind`; `backcare remind --off` takes it away.\n"
        "[Unit]\n"
        "Description=A reminder of backcare\n"
        "ConditionFileIsExecutable=/home/Jörg/my 100%% apps/$HOME/back\\care\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        'ExecStart="/home/Jörg/my 100%% apps/$HOME/back\\\\care" "remind" "--now" "08:00" "21:30" '
        '"--diary" "/home/Jörg/a \\"b\\" \'c\' $$d %%h & <e>.json"\n'
    )


@pytest.mark.thorough
@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_finds_nothing_wrong_with_them(tmp_path: Path) -> None:
    program = tmp_path / "my 100% äpps" / "backcare"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    files = tmp_path / systemd.TIMER, tmp_path / systemd.SERVICE
    files[0].write_text(systemd.timer_text(TIMES))
    files[1].write_text(systemd.service_text((str(program), *COMMAND[1:])))
    looked = subprocess.run(
        ["systemd-analyze", "--user", "verify", *map(str, files)],
        env={"XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (looked.returncode, looked.stderr) == (0, "")


def test_the_agent_of_launchd() -> None:
    written = launchd.plist_of(COMMAND, TIMES)
    assert plistlib.loads(written) == {
        "Label": "backcare.reminder",
        "ProgramArguments": list(COMMAND),
        "StartCalendarInterval": [{"Hour": 8, "Minute": 0}, {"Hour": 21, "Minute": 30}],
        "ProcessType": "Background",
    }
    assert launchd.times_in(written) == TIMES
    assert launchd.times_in(None) == ()


@for_each(
    "held",
    [
        b"something else",
        b"<?xml cut off",
        b"<plist><dict></plist>",
        b"<plist><array/></plist>",
        b"<plist><date>today</date></plist>",
    ],
)
def test_a_file_that_is_no_agent_of_launchd_names_no_time(held: bytes) -> None:
    assert launchd.times_in(held) == ()


def test_the_task_of_windows() -> None:
    written = windows.task_xml(COMMAND, TIMES)
    space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    task = ET.fromstring(written.encode("utf-16"))
    begins = [each.text for each in task.findall(".//t:StartBoundary", space)]
    assert begins == ["2026-01-01T08:00:00", "2026-01-01T21:30:00"]
    assert task.findtext(".//t:Command", namespaces=space) == COMMAND[0]
    assert task.findtext(".//t:Arguments", namespaces=space) == (
        'remind --now 08:00 21:30 --diary "/home/Jörg/a \\"b\\" \'c\' $d %h & <e>.json"'
    )
    assert windows.times_in(written.encode("utf-16")) == windows.times_in(written.encode()) == TIMES


def test_the_lines_for_cron_run_the_command_as_it_is() -> None:
    block = cron.block_of(COMMAND, TIMES)
    begin, morning, evening, end = block.decode().splitlines()
    assert (begin, end) == (cron.BEGIN.decode().strip(), cron.END.decode().strip())
    assert morning.startswith("0 8 * * * [ -x ")
    assert evening.startswith("30 21 * * * [ -x ")
    command = after_percent(morning.removeprefix("0 8 * * * "))
    test, _, run = command.removesuffix(" >/dev/null 2>&1").partition(" && ")
    assert shlex.split(test) == ["[", "-x", COMMAND[0], "]"]
    assert words_of_shell(run) == shlex.split(run) == list(COMMAND)
    assert "%" not in morning.replace(r"\%", "")
    assert cron.times_in(OTHERS + b"\n" + block) == TIMES


@for_each("others", [b"", OTHERS + b"\n", b"# only this\n"])
def test_the_other_lines_of_a_crontab_stay_byte_by_byte(others: bytes) -> None:
    once = cron.with_block(others, cron.block_of(COMMAND, ["07:00"]))
    assert once.startswith(others)
    moved = once + b"9 9 * * * added later\n"
    again = cron.with_block(moved, cron.block_of(COMMAND, TIMES))
    assert cron.times_in(again) == TIMES
    assert again.count(cron.BEGIN) == 1
    assert cron.without_block(again) == others + b"9 9 * * * added later\n"
    assert cron.with_block(OTHERS, b"block\n") == OTHERS + b"\nblock\n", "its last line has no end"


@for_each("mark", [cron.BEGIN, cron.END])
def test_where_a_mark_is_missing_nothing_is_guessed(mark: bytes) -> None:
    with pytest.raises(CannotRemind, match="crontab -e"):
        cron.with_block(mark + b"0 8 * * * something\n", b"block\n")
