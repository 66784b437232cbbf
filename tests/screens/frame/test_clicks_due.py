"""What is met only at its time, by clicks alone: what is due, what is new, what went wrong."""

import datetime as dt
from pathlib import Path
from typing import Any

import msgspec
import pytest
from textual.events import MouseMove, MouseScrollDown
from textual.pilot import Pilot

from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.trial import TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.opening import RescueApp
from backcare_tui.screens.frame.upkeep import Upkeep
from backcare_tui.store import open_repository, safekeeping
from backcare_tui.store.lock import FileLock
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.unlock import UnlockApp
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.care.made import course
from tests.screens.frame.test_clicks import BESIDE, dead_words, step
from tests.screens.frame.test_saves import WAITS, until
from tests.screens.frame.test_untouched import A_DAY, TRIAL, interrupted
from tests.screens.move.test_my_week import WEEK
from tests.screens.player.playing import Seconds, open_before, wait
from tests.screens.seen import click, flowing, lines, painted, place_of, seen, settle

pytestmark = pytest.mark.thorough
WEEKS_AGO = [MONDAY - A_DAY * ago for ago in range(1, 20)]


def name_of(pilot: Pilot[Any]) -> str:
    """The screen in front."""
    return type(pilot.app.screen).__name__


async def go(pilot: Pilot[Any], path: str) -> str:
    """Click one after the other; gives the names of the screens that one came to.

    A row whose words end with `!` is clicked once more where the cursor only went to it.
    """
    met = [name_of(pilot)]
    for words in path.split(" > "):
        before = pilot.app.screen
        await step(pilot, words.rstrip("!"))
        if words.endswith("!") and pilot.app.screen is before:
            await step(pilot, words.rstrip("!"))
        met.append(name_of(pilot))
    return " ".join(name for name, before in zip(met[1:], met, strict=False) if name != before)


async def scroll(pilot: Pilot[Any], over: str, until: str) -> None:
    """Turn the wheel over some words until others come."""
    at = place_of(pilot, over)
    for _ in range(60):
        if until in seen(pilot):
            return
        for kind in (MouseMove, MouseScrollDown):
            await pilot._post_mouse_events([kind], offset=at, button=0)
        await painted(pilot)
    raise AssertionError(seen(pilot))


async def test_what_is_due_today_is_answered_where_it_stands(
    app_at: AppAt, repository: TinyRepository
) -> None:
    before = dt.timedelta(days=7)
    repository.set("introduced", (MONDAY - 2 * before).date().isoformat())
    repository.add(
        course(),
        Visit(at=MONDAY - A_DAY, treatment="massage", response="tensed"),
        msgspec.structs.replace(TRIAL, started=(MONDAY - 2 * A_DAY).date()),
        msgspec.structs.replace(WEEK, week=(MONDAY - before).date()),
        *(Pain(at=at, severity=4) for at in WEEKS_AGO),
    )
    async with app_at((120, 40)) as pilot:
        assert await go(pilot, "After massage! > PainScale 2") == "Soreness Today"
        assert await go(pilot, "Inflammation! > None of these!") == ("SignsOfInflammation Today")
        assert await go(pilot, "Trial:! > I did it") == "TrialAnswer Today"
        assert await go(pilot, "Next week! > Right > No time") == "RenewWeek"
        assert await go(pilot, "enter go on > enter go on > Keep this") == "NextWeek Today"
        assert await go(pilot, "? help > understand > Two questions! >  4  5  > enter save") == (
            "Help Understand Beliefs Understand"
        )
    assert [each.sore_next_day for each in repository.entries(Visit)] == [2]
    assert [each.did for each in repository.entries(TrialDay)] == [True]
    assert len(repository.entries(WeekPlan)) == 2
    for kind in (Signs, WeekAnswer, Belief):
        assert len(repository.entries(kind)) == 1, kind


async def test_a_warning_sign_is_marked_seen_to_and_let_go(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        marked = "W warning signs > chest pain > chest pain > Done:!"
        assert await go(pilot, marked) == "RedFlags"
        assert "emergency" in flowing(pilot)
        assert await go(pilot, "D ") == "CheckUpForm"
        assert await go(pilot, "yesterday > today > ^s") == "RedFlags"
        assert await go(pilot, "esc back") == "Today"
    assert [each.is_check_up for each in repository.entries(Check)] == [False, True]


async def test_the_first_minutes_lead_to_a_week_and_its_first_routine(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(is_new=True) as pilot:
        assert await go(pilot, "enter > PainScale 4 > Lower back > Over 12 > enter") == ""
        for words in ("enter", "enter", "esc skips", "enter"):
            await step(pilot, words)
        assert name_of(pilot) == "NewWeek"
        assert await go(pilot, "first  enter > None of these!") == ("Conditions Before")
        assert await go(pilot, "esc close") == "Today"
    assert [each.severity for each in repository.entries(Pain)] == [4]
    assert len(repository.entries(WeekPlan)) == 1


async def test_the_boundaries_a_program_and_the_backups_are_opened_and_left(
    repository: TinyRepository,
    clock: FrozenClock,
    diary_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    repository.add(Pain(at=MONDAY, severity=4))
    safe = safekeeping(diary_path, clock)
    safe.back_up()
    repository.add(Pain(at=MONDAY, severity=9))
    app = BackcareApp(repository, clock, upkeep=Upkeep(safekeeping=lambda: safe))
    async with app.run_test(size=(120, 40)) as pilot:
        await painted(pilot)
        assert name_of(pilot) == "Welcome"
        assert await go(pilot, "enter begins") == "Today"
        await step(pilot, "3 Move")
        await scroll(pilot, "Morning", "Walking Plan")
        assert await go(pilot, "Walking Plan      ! > esc back") == "ProgramPage Move"
        assert await go(pilot, ", settings > Backups!") == "SettingsPage BackupsPage"
        assert await go(pilot, "Mon 23 Nov > Restore it") == "ChoiceDialog BackupsPage"
        assert await go(pilot, "esc back > esc back") == "SettingsPage Move"
    assert [each.severity for each in repository.entries(Pain)] == [4]


async def test_a_routine_is_played_to_its_end_and_the_stop_rule_is_met(
    app_at: AppAt, repository: TinyRepository
) -> None:
    seconds = Seconds()
    async with app_at() as pilot:
        await open_before(pilot, seconds)
        assert await go(pilot, "PainScale 3") == "Player"
        await wait(pilot, seconds, 200)
        assert await go(pilot, " 4  5 > PainScale 6") == ""
        assert "Pain is up by 2 or more." in flowing(pilot)
        assert await go(pilot, "enter close") == "Today"
    (session,) = repository.entries(Session)
    assert (session.pain_before, session.pain_after, session.effort) == (3, 6, 4)


async def test_a_session_that_was_cut_off_is_gone_on_with_or_kept(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("player", interrupted())
    async with app_at() as pilot:
        assert name_of(pilot) == "GoOn"
        assert await go(pilot, BESIDE) == "Today"
    async with app_at() as pilot:
        assert await go(pilot, "Go on where > x stop > Done for now") == "Player Stopping After"
        assert await go(pilot, "enter close") == "Today"
    assert len(repository.entries(Session)) == 1


async def test_while_another_writes_and_where_there_is_no_room_a_click_does_no_harm(
    app_at: AppAt, repository: TinyRepository, diary_path: Path
) -> None:
    assert repository._lock is not None
    repository._lock._wait_s = 60.0
    async with app_at() as pilot:
        await step(pilot, "n check-in")
        await step(pilot, "PainScale 4")
        with FileLock(diary_path):
            await click(pilot, "enter save")
            await until(pilot, lambda: WAITS in seen(pilot))
            await pilot.click(offset=(0, 0))
            assert name_of(pilot) == "Waiting"
            await click(pilot, "esc stops waiting")
            await until(pilot, lambda: WAITS not in seen(pilot))
        await step(pilot, "enter save")
        assert "saved 08:12" in lines(pilot)[0]
        await pilot.resize_terminal(30, 8)
        await painted(pilot)
        for at in ((0, 0), (3, 1), (20, 7)):
            await pilot.click(offset=at)
        assert name_of(pilot) == "TooSmall"
        await pilot.resize_terminal(80, 24)
        await painted(pilot)
        assert "Check-in" in seen(pilot)
    assert len(repository.entries(Pain)) == 1


async def test_a_locked_door_is_left() -> None:
    async def opens(words: str) -> Any:
        raise AssertionError(words)

    door = UnlockApp("diary.json.age", opens)
    async with door.run_test() as pilot:
        await painted(pilot)
        assert not dead_words(door.screen)
        await click(pilot, "esc leaves")
    assert door.return_value is None


async def test_a_damaged_diary_is_brought_back(
    diary_path: Path, clock: FrozenClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
    diary = open_repository(diary_path, clock)
    diary.add(Pain(at=MONDAY, severity=4))
    safe = safekeeping(diary_path, clock)
    safe.back_up()
    diary_path.write_bytes(diary_path.read_bytes()[:200])
    rescue = RescueApp(safe, clock, "It is damaged.")
    async with rescue.run_test() as pilot:
        await settle(pilot)
        assert name_of(pilot) == "Rescue"
        await click(pilot, "y recover")
        await settle(pilot)
    assert rescue.return_value is True
    assert len(open_repository(diary_path, clock).entries(Pain)) == 1
