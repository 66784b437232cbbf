"""The reminder, from the settings and by its key: what stands, set anew, taken away, refused."""

from pathlib import Path

import pytest

from backcare_tui.app import BackcareApp
from backcare_tui.reminders.reminding import Reminding
from backcare_tui.screens.frame.upkeep import Upkeep
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.reminders.machines import PaperMachine, obeys
from tests.screens.seen import flowing, line_with, press, seen, settle, write
from tests.stored import stored


@pytest.fixture
def machine(tmp_path: Path) -> PaperMachine:
    return PaperMachine(tmp_path / "home", systemctl=obeys, notify_send=obeys)


@pytest.fixture
def app(
    repository: TinyRepository, clock: FrozenClock, diary_path: Path, machine: PaperMachine
) -> BackcareApp:
    repository.set("boundaries_seen", MONDAY.date().isoformat())
    return BackcareApp(
        repository, clock, upkeep=Upkeep(reminding=lambda: Reminding(diary_path, machine))
    )


async def test_a_reminder_is_set_and_taken_away(app: BackcareApp) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "comma")
        await settle(pilot)
        assert "Reminder           none" in line_with(pilot, "Reminder")
        await press(pilot, "slash")
        await write(pilot, "reminder")
        await press(pilot, "enter")
        await settle(pilot)
        assert "No reminder is set." in seen(pilot)
        await write(pilot, "24:00")
        await press(pilot, "enter")
        assert "24:00" in seen(pilot), "what was typed stays"
        await press(pilot, "ctrl+u")
        await write(pilot, "8 am and 9 pm")
        await press(pilot, "enter")
        await settle(pilot)
        assert "Reminder: 08:00 and 21:00 daily, by systemd." in seen(pilot)
        assert "Written: ~/.config/systemd/user/backcare-reminder.timer" in seen(pilot)
        await press(pilot, "c")
        await settle(pilot)
        assert "08:00 and 21:00 daily" in line_with(pilot, "Reminder")
        await press(pilot, "escape escape f6")
        await settle(pilot)
        assert "Reminder: 08:00 and 21:00 daily" in flowing(pilot)
        await write(pilot, "off")
        await press(pilot, "enter")
        await settle(pilot)
        assert "The reminder is taken away." in seen(pilot)


@pytest.mark.thorough
async def test_where_nothing_reminds_it_is_said_what_else_does(
    app: BackcareApp, machine: PaperMachine
) -> None:
    machine.programs = {}
    async with app.run_test() as pilot:
        await press(pilot, "f6")
        await settle(pilot)
        await write(pilot, "21:00")
        await press(pilot, "enter")
        await settle(pilot)
        assert "`backcare remind 21:00 --calendar reminder.ics`" in flowing(pilot)


async def test_of_a_made_up_diary_nothing_reminds_and_notices_are_a_setting(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "f6")
        assert "Of this diary nothing reminds" in seen(pilot)
        await press(pilot, "comma down down down down down down down down")
        assert "Reminder" not in seen(pilot)
        await press(pilot, "down")
        await press(pilot, "enter")
        assert stored(repository)["notices"] == "yes"
        assert "when this window is behind" in line_with(pilot, "Notices")
        await press(pilot, "enter")
        assert "notices" not in stored(repository)
