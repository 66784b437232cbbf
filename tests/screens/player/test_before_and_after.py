"""Before and after a session: what is asked, what is said, and what nobody has to answer."""

import datetime as dt
from pathlib import Path
from typing import Any, NoReturn

import pytest

from backcare_tui.diary.records.routine import RoutineStep
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.guidance.safety import STOP_RULE
from backcare_tui.library.routines import routine
from backcare_tui.screens.player.after import After
from backcare_tui.screens.player.before import Before
from backcare_tui.screens.player.player import Player
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.player.conftest import Playing
from tests.screens.player.playing import (
    Seconds,
    app_of,
    begin,
    open_before,
    player_of,
    sessions,
    under_way,
    wait,
    with_steps,
)
from tests.screens.seen import click, flowing, painted, press, seen
from tests.stored import stored


@pytest.mark.thorough
async def test_it_says_what_is_needed_and_the_stop_rule(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds(), routine("morning-loosen-up"))
        assert "Morning Loosen-Up" in seen(pilot)
        assert "7 exercises · gentle · needs " in seen(pilot)
        assert STOP_RULE in flowing(pilot)


async def test_one_key_begins(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        for key, severity in {"0": 0, "minus": 10, "enter": None}.items():
            await open_before(pilot, Seconds())
            await press(pilot, key)
            assert player_of(pilot).under_way.pain_before == severity
            assert player_of(pilot).engine.state == "playing", key
            await press(pilot, "x d")


@pytest.mark.thorough
async def test_a_click_on_the_scale_begins(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        await click(pilot, "  4  ", right=2)
        assert player_of(pilot).under_way.pain_before == 4


async def test_escape_begins_nothing(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, Before | Player)
    assert sessions(repository) == ()


async def test_what_a_condition_rules_out_is_exchanged_and_can_be_kept(
    app_at: AppAt, repository: TinyRepository
) -> None:
    stretch = with_steps(RoutineStep("pelvic-tilt"), RoutineStep("child-pose"))
    async with app_at() as pilot:
        await open_before(pilot, Seconds(), stretch, ("osteoporosis", "knee_problem"))
        assert "instead of Heel Sit Stretch" in flowing(pilot)
        assert "Source: " in seen(pilot)
        await press(pilot, "v")
        assert "as it is" in seen(pilot)
        await press(pilot, "v enter")
        played = [step.exercise for step in player_of(pilot).under_way.routine.steps]
        assert "child-pose" not in played
        await press(pilot, "x d")
        await open_before(pilot, Seconds(), stretch, ("osteoporosis", "knee_problem"))
        await press(pilot, "v enter")
        assert player_of(pilot).under_way.routine == stretch


async def test_what_a_condition_changes_is_said_before_and_as_the_step_comes_up(
    app_at: AppAt, repository: TinyRepository
) -> None:
    bending = with_steps(RoutineStep("cat-cow"), RoutineStep("belly-breathing"))
    async with app_at() as pilot:
        await open_before(pilot, Seconds(), bending, ("osteoporosis",))
        assert "Cat and Cow is adapted for you" in seen(pilot)
        assert "Osteoporosis or thin bones: smaller and slow" in seen(pilot)
        await press(pilot, "enter")
        assert "For you: smaller and slow, not to the end of either way." in flowing(pilot)
        await press(pilot, "x d")
        await open_before(pilot, Seconds(), bending, ("osteoporosis",))
        await press(pilot, "v enter")
        assert "For you:" not in flowing(pilot)


async def test_before_the_first_time_on_the_floor_one_key_leads_down_and_up(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds(), routine("core-basics"))
        assert "New to the floor? G Down and Up first, with a chair" in seen(pilot)
        await press(pilot, "G")
        assert "Down and Up" in seen(pilot)
        assert "New to the floor?" not in seen(pilot)
        await press(pilot, "escape")
        repository.add(Session(at=MONDAY, routine="core-basics"))
        await open_before(pilot, Seconds(), routine("core-basics"))
        assert "New to the floor?" not in seen(pilot)
        await press(pilot, "G")
        assert "Core Basics" in seen(pilot)


async def test_conditions_that_matter_are_asked_once_before(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        desk = app_of(pilot).desk
        await pilot.app.push_screen(Before(desk, routine("morning-loosen-up"), now=Seconds()))
        await painted(pilot)
        assert not isinstance(pilot.app.screen, Before)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Before)


@pytest.mark.thorough
async def test_a_hard_routine_on_a_bad_day_is_asked_about_once(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        hard = routine("core-progress")
        assert hard.level > 1
        await open_before(pilot, Seconds(), hard)
        await press(pilot, "8")
        assert "Pain is high today." in flowing(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Before)
        await press(pilot, "enter enter")
        assert "Gentle" in seen(pilot)
        await press(pilot, "escape")
        await open_before(pilot, Seconds(), hard)
        await press(pilot, "8 b")
        assert player_of(pilot).under_way.pain_before == 8


@pytest.mark.thorough
async def test_after_a_long_break_it_says_to_begin_gently(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Session(at=MONDAY - dt.timedelta(days=20), routine="morning-loosen-up"))
    async with app_at() as pilot:
        await open_before(pilot, Seconds())
        assert "Welcome back. After a break start one level lower" in flowing(pilot)


@pytest.mark.thorough
async def test_a_routine_that_cannot_be_played_says_why(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await open_before(pilot, Seconds(), with_steps(RoutineStep("of-tomorrow")))
        assert "at least one exercise of the library" in flowing(pilot)
        await press(pilot, "4")
        assert isinstance(pilot.app.screen, Before)


async def test_what_is_urgent_stands_alone_before_any_question(
    playing: Playing, repository: TinyRepository
) -> None:
    repository.set("emergency_number", "01 2345")
    async with playing(20) as pilot:
        await press(pilot, "x 3")
        assert "! Stop now and sit down." in flowing(pilot)
        assert "call 01 2345." in flowing(pilot)
        assert "How is your back now?" not in seen(pilot)
        await press(pilot, "enter")
        assert "How is your back now?" in seen(pilot)
        await press(pilot, "3")
    (saved,) = sessions(repository)
    assert (saved.stopped, saved.pain_after) == ("chest-pain", 3)


async def test_a_rise_after_it_is_answered_and_kept(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(30) as pilot:
        await press(pilot, "x d 5")
        assert "Pain is up by 2 or more." in flowing(pilot)
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, After)
    (saved,) = sessions(repository)
    assert (saved.stopped, saved.pain_after) == ("pain-up-2", 5)


@pytest.mark.thorough
async def test_a_number_that_was_a_slip_is_corrected(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(30) as pilot:
        await press(pilot, "x d 5 4 enter")
        assert not isinstance(pilot.app.screen, After)
    (saved,) = sessions(repository)
    assert (saved.stopped, saved.pain_after) == (None, 4)


@pytest.mark.thorough
async def test_advice_that_was_given_is_not_given_twice(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(30) as pilot:
        await press(pilot, "l 7")
        assert not isinstance(pilot.app.screen, After)
    (saved,) = sessions(repository)
    assert (saved.stopped, saved.pain_after) == ("leg-symptoms", 7)


async def test_what_could_not_be_saved_is_saved_once_it_can(
    app_at: AppAt, repository: TinyRepository, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app_at() as pilot:
        for key, after in {"4": 4, "enter": None}.items():
            await begin(pilot, seconds)
            await wait(pilot, seconds, 30)
            with monkeypatch.context() as full:
                full.setattr(repository, "put", refuse)
                await press(pilot, "x d")
                assert "! The disk is full." in seen(pilot), key
            await press(pilot, f"{key} enter" if after else key)
            assert not isinstance(pilot.app.screen, After), key
            assert [each.pain_after for each in sessions(repository)] == [after]
            await press(pilot, "u")
            assert sessions(repository) == (), key
            assert under_way(repository) is None, key


def refuse(*_: object, **__: object) -> NoReturn:
    raise CannotKeep("The disk is full.")


async def test_enter_leaves_the_number_open_and_undo_takes_all_back(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(30) as pilot:
        await press(pilot, "x d enter")
        assert "saved 08:12 · Morning Ease" in seen(pilot)
        assert sessions(repository)[0].pain_after is None
        await press(pilot, "u")
    assert sessions(repository) == ()


@pytest.mark.thorough
async def test_how_hard_it_was_is_a_tab_away_and_leaves_the_question_open(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(30) as pilot:
        await press(pilot, "x d tab 3")
        assert "10 easy" in flowing(pilot)
        assert sessions(repository)[0].effort == 3
        await press(pilot, "2 enter")
    assert (sessions(repository)[0].effort, sessions(repository)[0].pain_after) == (3, 2)


async def test_a_diary_that_is_only_read_is_played_with_and_says_so(
    app_at: AppAt, diary_path: Path, clock: FrozenClock, repository: TinyRepository
) -> None:
    repository.set("boundaries_seen", "2026-11-23")
    text = diary_path.read_text("utf-8").replace('"schema":1', '"schema":99')
    diary_path.write_text(text, "utf-8")
    newer = open_repository(diary_path, clock)
    assert newer.read_only
    seconds = Seconds()
    async with app_at(diary=newer) as pilot:
        player = await begin(pilot, seconds)
        await wait(pilot, seconds, 30)
        assert "! " in seen(pilot)
        assert player.engine.state == "playing"
        await press(pilot, "x d")
        assert "! " in seen(pilot)
        assert "Saved." not in seen(pilot)
        await press(pilot, "3 enter")
        assert not isinstance(pilot.app.screen, After)
    assert sessions(newer) == ()


@pytest.mark.thorough
async def test_the_scale_is_in_reach_at_every_size(
    app_at: AppAt, repository: TinyRepository, seconds: Seconds
) -> None:
    async with app_at((40, 12)) as pilot:
        for size in ((40, 12), (40, 24), (200, 60)):
            await pilot.resize_terminal(*size)
            await open_before(pilot, seconds, routine("hips-and-hamstrings"))
            assert " 10" in seen(pilot), size
            await press(pilot, "3")
            await wait(pilot, seconds, 30)
            await press(pilot, "l" if size[1] > 20 else "l enter")
            assert " 10" in seen(pilot), size
            await press(pilot, "3")


async def test_conditions_that_were_left_open_are_said_and_can_be_stated(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        app: Any = pilot.app
        app.push_screen(Before(app.desk, routine("morning-loosen-up")))
        await painted(pilot)
        assert "Do you have any of these?" in seen(pilot)
        await press(pilot, "enter escape")
        assert "Not stated yet: whether you have any of" in flowing(pilot)
        assert not {"conditions", "conditions_asked"} & stored(repository).keys()
        await press(pilot, "e end up enter")
        assert "Not stated yet" not in flowing(pilot)
        assert "what I have" not in seen(pilot)
    assert stored(repository)["conditions_asked"]
    assert stored(repository)["conditions"] == []


async def test_then_it_shows_before_and_after_the_week_and_what_comes_next(
    app_at: AppAt, repository: TinyRepository, seconds: Seconds
) -> None:
    repository.add(
        WeekPlan(
            week=MONDAY.date(),
            minutes_a_day=10,
            lines=(
                PlanLine(
                    kind="routine", id="desk-break", minutes=3, days=("mon", "wed", "fri"), times=3
                ),
                PlanLine(kind="walk", id="walk", minutes=10, days=("tue",), times=1),
            ),
        ),
        summary="",
    )
    async with app_at() as pilot:
        await open_before(pilot, seconds, routine("desk-break"))
        await press(pilot, "4")
        await wait(pilot, seconds, 30)
        await press(pilot, "x d 3")
        assert "Pain 4 before, 3 now" in seen(pilot)
        assert "1 of 3 this week" in seen(pilot)
        assert "Next: A Walk · 10 min · Tue" in flowing(pilot)
        await press(pilot, "5")
        assert not isinstance(pilot.app.screen, After)
    (saved,) = sessions(repository)
    assert (saved.pain_before, saved.pain_after, saved.effort) == (4, 3, 5)
