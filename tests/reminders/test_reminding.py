"""A reminder is set, stands, is set anew, and is taken away wholly, on machines of paper."""

import sys
from pathlib import Path

import pytest

from backcare_tui.reminders import notifier
from backcare_tui.reminders.cron import BEGIN
from backcare_tui.reminders.launchd import LABEL
from backcare_tui.reminders.machine import CannotRemind, Machine, Ran
from backcare_tui.reminders.reminding import NO_REMINDER, NOT_ANY, Reminding, command_for
from backcare_tui.reminders.systemd import SERVICE, TIMER
from tests.reminders.machines import REFUSED, Crontab, PaperMachine, obeys

DIARY = Path("/home/ann/my diary.json")


def files_in(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*") if not path.is_dir()}


def on_systemd(home: Path) -> tuple[PaperMachine, Reminding]:
    machine = PaperMachine(home, systemctl=obeys, notify_send=obeys)
    return machine, Reminding(DIARY, machine)


def test_a_reminder_of_systemd_is_set_anew_and_taken_away(tmp_path: Path) -> None:
    machine, reminding = on_systemd(tmp_path)
    assert reminding.say_standing() == NO_REMINDER
    said = reminding.remind(("21:00",))
    units = tmp_path / ".config" / "systemd" / "user"
    assert said[:3] == (
        "Reminder: 21:00 daily, by systemd.",
        f"Written: ~/.config/systemd/user/{TIMER}",
        f"Written: ~/.config/systemd/user/{SERVICE}",
    )
    assert machine.asked[-3:] == [
        ("systemctl", "--user", "daemon-reload"),
        ("systemctl", "--user", "enable", TIMER),
        ("systemctl", "--user", "restart", TIMER),
    ]
    assert f'"--diary" "{DIARY}"' in (units / SERVICE).read_text()
    reminding.remind(("08:00", "20:00"))
    assert reminding.say_standing() == (
        f"Reminder: 08:00 and 20:00 daily, by systemd (~/.config/systemd/user/{TIMER})."
    )
    (units / "timers.target.wants").mkdir()
    (units / "timers.target.wants" / TIMER).symlink_to(units / TIMER)
    stamps = tmp_path / ".local" / "share" / "systemd" / "timers"
    stamps.mkdir(parents=True)
    (stamps / f"stamp-{TIMER}").touch()
    assert reminding.take_away()[0] == "The reminder is taken away."
    assert files_in(tmp_path) == set()
    assert reminding.take_away() == (NOT_ANY,)


def test_a_timer_that_was_turned_off_is_said_so(tmp_path: Path) -> None:
    machine, reminding = on_systemd(tmp_path)
    reminding.remind(("21:00",))
    machine.programs = {
        "systemctl": lambda *words, given: REFUSED if "is-active" in words else None
    }
    assert reminding.say_standing().endswith("setting it again turns it on.")


def test_what_systemd_refuses_leaves_all_as_it_was(tmp_path: Path) -> None:
    machine, reminding = on_systemd(tmp_path)
    reminding.remind(("21:00",))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    machine.programs["systemctl"] = lambda *words, given: REFUSED if "enable" in words else None
    with pytest.raises(CannotRemind, match=r"Failed to connect to bus\. Nothing was set up"):
        reminding.remind(("08:00",))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_the_files_go_also_where_systemd_does_not_answer(tmp_path: Path) -> None:
    machine, reminding = on_systemd(tmp_path)
    reminding.remind(("21:00",))
    machine.programs["systemctl"] = lambda *words, given: REFUSED
    reminding.take_away()
    assert files_in(tmp_path) == set()


def test_cron_where_there_is_nothing_else(tmp_path: Path) -> None:
    others = b"0 1 * * * backup\n"
    crontab = Crontab(others)
    machine = PaperMachine(tmp_path, crontab=crontab)
    reminding = Reminding(DIARY, machine)
    assert "Written: your crontab" in reminding.remind(("21:00",))[1]
    assert reminding.say_standing() == "Reminder: 21:00 daily, by cron (your crontab)."
    assert reminding.take_away()[1] == "Removed: backcare's lines in your crontab"
    assert crontab.held == others
    crontab.held = None
    reminding.remind(("21:00",))
    reminding.take_away()
    assert crontab.held is None, "no empty crontab is left"


def test_one_comes_from_one_scheduler_alone(tmp_path: Path) -> None:
    crontab = Crontab()
    machine = PaperMachine(tmp_path, crontab=crontab)
    Reminding(DIARY, machine).remind(("21:00",))
    machine.programs["systemctl"] = obeys
    Reminding(DIARY, machine).remind(("22:00",))
    assert crontab.held is None
    crontab.held = BEGIN
    assert "may still stand" in Reminding(DIARY, machine).remind(("23:00",))[-1]


def test_an_agent_of_launchd(tmp_path: Path) -> None:
    machine = PaperMachine(tmp_path, "darwin", launchctl=obeys, osascript=obeys)
    reminding = Reminding(DIARY, machine)
    path = tmp_path / "Library" / "LaunchAgents" / f"{LABEL}.plist"
    assert reminding.remind(("21:00",))[1] == f"Written: ~/Library/LaunchAgents/{LABEL}.plist"
    assert machine.asked[-1] == ("launchctl", "bootstrap", "gui/1000", str(path))
    assert (
        reminding.say_standing()
        == f"Reminder: 21:00 daily, by launchd (~/Library/LaunchAgents/{LABEL}.plist)."
    )
    reminding.take_away()
    assert files_in(tmp_path) == set()


def test_a_task_of_windows(tmp_path: Path) -> None:
    task = b""

    def schtasks(*words: str, given: bytes) -> Ran:
        nonlocal task
        match words[0]:
            case "/Create":
                task = Path(words[4]).read_bytes()
            case "/Delete":
                task = b""
        return Ran(0, task) if task or words[0] != "/Query" else REFUSED

    reminding = Reminding(DIARY, PaperMachine(tmp_path, "win32", schtasks=schtasks))
    reminding.remind(("08:00", "21:00"))
    expected = "Reminder: 08:00 and 21:00 daily, by the Task Scheduler (task backcare-reminder)."
    assert reminding.say_standing() == expected
    reminding.take_away()
    assert reminding.say_standing() == NO_REMINDER


def test_where_nothing_reminds_a_sentence_says_what_else_does(tmp_path: Path) -> None:
    machine = PaperMachine(tmp_path, systemctl=lambda *_, given: REFUSED)
    with pytest.raises(CannotRemind, match=r"`backcare remind 21:00 --calendar reminder\.ics`"):
        Reminding(DIARY, machine).remind(("21:00",))
    assert files_in(tmp_path) == set()


def test_a_program_that_could_not_be_started_is_not_scheduled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine, reminding = on_systemd(tmp_path)
    monkeypatch.setattr(
        machine, "run", lambda *words, **_: REFUSED if "--version" in words else Ran(0)
    )
    with pytest.raises(CannotRemind, match="Install it"):
        reminding.remind(("21:00",))
    assert files_in(tmp_path) == set()
    with pytest.raises(CannotRemind, match="line break"):
        command_for(PaperMachine(tmp_path), Path("/a\nb"), ("21:00",))


def test_what_is_shown_is_one_sentence_by_whatever_there_is(tmp_path: Path) -> None:
    for platform, program in {
        "linux": "notify-send",
        "freebsd14": "gdbus",
        "darwin": "osascript",
        "win32": "powershell",
    }.items():
        machine = PaperMachine(tmp_path, platform)
        machine.programs[program.replace("-", "_")] = obeys
        assert notifier.show(machine)
        ((used, *words),) = machine.asked
        assert used == program
        assert any(notifier.SENTENCE in word for word in words)
        assert not Reminding(DIARY, machine).trouble()
    nothing = PaperMachine(tmp_path)
    assert not notifier.show(nothing)
    assert "notify-send" in Reminding(DIARY, nothing).trouble()


def test_a_program_is_run_and_one_that_is_missing_is_no_exception(tmp_path: Path) -> None:
    machine = Machine()
    machine.home = tmp_path
    assert machine.run(sys.executable, "-c", "print(input())", given=b"it").output.strip() == b"it"
    assert not machine.run(str(tmp_path / "nothing")).is_done
    assert not machine.run("\0").is_done
