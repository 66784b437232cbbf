"""`remind` as a person and as a scheduler calls it."""

import datetime as dt
from argparse import Namespace
from pathlib import Path

import pytest

from backcare_tui.cli import remind as command
from backcare_tui.cli.terminal import CannotDo
from backcare_tui.diary.records.pain import Pain
from backcare_tui.reminders import notifier
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.shell.conftest import Shell


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was shown on the desktop."""
    seen: list[str] = []

    def show(_: object) -> bool:
        seen.append(notifier.SENTENCE)
        return True

    monkeypatch.setattr(notifier, "show", show)
    return seen


def remind_now(diary: Path, clock: FrozenClock, *times: str) -> int:
    args = Namespace(now=True, off=False, calendar=None, force=False, times=list(times))
    return command.remind(args, diary, clock)


def test_one_is_reminded_on_a_day_without_a_check_in(
    repository: TinyRepository, diary_path: Path, clock: FrozenClock, shown: list[str]
) -> None:
    repository.add(Pain(at=MONDAY - dt.timedelta(days=1), severity=4))
    assert remind_now(diary_path, clock, "08:00") == 0
    assert shown == [notifier.SENTENCE]
    repository.add(Pain(at=MONDAY, severity=3))
    assert remind_now(diary_path, clock, "08:00") == 0
    assert len(shown) == 1, "it is there"


def test_at_another_time_nothing_is_shown(
    diary_path: Path, clock: FrozenClock, shown: list[str]
) -> None:
    assert remind_now(diary_path, clock, "03:00", "21:00") == 0
    assert not shown
    assert not diary_path.exists()


def test_a_diary_that_cannot_be_read_reminds_and_is_left_as_it_is(
    diary_path: Path, clock: FrozenClock, shown: list[str]
) -> None:
    diary_path.parent.mkdir()
    diary_path.write_bytes(b"damaged")
    assert remind_now(diary_path, clock, "08:00") == 0
    assert shown
    assert diary_path.read_bytes() == b"damaged"


def test_where_nothing_can_be_shown_that_is_said(
    diary_path: Path, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotDo, match=r"^Nothing could be shown"):
        remind_now(diary_path, clock, "08:00")


def test_a_machine_without_schedulers_is_led_to_a_calendar(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shell.says("remind") == "No reminder is set.\n"
    assert shell.says("remind", "--off") == "There was no reminder.\n"
    done = shell.run("remind", "9", "pm")
    assert (done.returncode, done.stdout) == (1, "")
    assert "`backcare remind 21:00 --calendar reminder.ics`" in done.stderr
    target = tmp_path / "reminder.ics"
    assert "Written: " in shell.says("remind", "21:00", "--calendar", str(target))
    assert b"DTSTART:" in target.read_bytes()
    assert shell.run("remind", "21:00", "--calendar", str(target)).returncode == 1
    for words in (
        ("--off", "21:00"),
        ("24:00",),
        ("--now",),
        ("9", "--calendar", "x.txt"),
        ("9", "--now", "--calendar", "x.ics"),
        ("9", "--force"),
    ):
        assert shell.run("remind", *words).returncode == 2


def test_what_is_planned_goes_to_a_calendar(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "plan.ics"
    done = shell.run("export", str(target))
    assert done.returncode == 1
    assert done.stderr.startswith("Nothing is planned")
    assert not target.exists()
    shell.write({"plan": [{"routine": "morning-loosen-up", "days": ["mon"], "time": "07:30"}]})
    assert shell.says("export", str(target)).startswith("Exported to ")
    assert b"RRULE:FREQ=WEEKLY;BYDAY=MO" in target.read_bytes()
    assert "BEGIN:VALARM" in shell.says("export", "-", "--format", "ics")
