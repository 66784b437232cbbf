"""The plan of the week: days planned and taken away by key and by mouse, ticks where it was done."""

import datetime as dt

import pytest

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.values import Weekday
from backcare_tui.library.routines import programs
from backcare_tui.screens import PlanGrid
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.over_today import Opens, over_today
from tests.screens.seen import (
    click,
    flowing,
    line_with,
    lines,
    painted,
    place_of,
    press,
    seen,
    write,
)

MORNING = Plan(id="morning", routine="morning-loosen-up", days=("wed",), time="07:00")


@pytest.fixture
def planning(app_at: AppAt) -> Opens:
    """The plan over Today."""
    return over_today(app_at, PlanGrid)


async def test_an_empty_plan_says_how_it_starts_and_escape_goes_back(planning: Opens) -> None:
    async with planning() as pilot:
        assert "Press a to plan a routine" in flowing(pilot)
        await press(pilot, "escape")
        assert "Logged today" in seen(pilot)


async def test_a_routine_is_added_and_its_days_are_chosen(
    planning: Opens, repository: TinyRepository
) -> None:
    async with planning() as pilot:
        await press(pilot, "a")
        await write(pilot, "bedtime")
        await press(pilot, "enter space right right space")
        assert "saved 08:12" in lines(pilot)[0]
        assert line_with(pilot, "▌Bedtime Wind-Down").count("●") == 2
    (plan,) = repository.entries(Plan)
    assert (plan.routine, plan.days) == ("bedtime-wind-down", ("mon", "wed"))
    assert plan.since == MONDAY.date()


async def test_a_day_is_taken_away_and_undo_brings_it_back(
    planning: Opens, repository: TinyRepository
) -> None:
    repository.add(MORNING)
    async with planning() as pilot:
        await press(pilot, "right right space")
        assert repository.entries(Plan)[0].days == ()
        await press(pilot, "u")
        assert repository.entries(Plan)[0].days == ("wed",)


@pytest.mark.thorough
async def test_a_click_on_a_day_plans_it(planning: Opens, repository: TinyRepository) -> None:
    repository.add(MORNING)
    async with planning() as pilot:
        friday, line = place_of(pilot, "Fr"), place_of(pilot, "Morning Loosen-Up")
        await pilot.click(offset=(friday.x, line.y))
        await painted(pilot)
    assert repository.entries(Plan)[0].days == ("wed", "fri")


@pytest.mark.thorough
async def test_a_click_on_a_name_only_goes_there(
    planning: Opens, repository: TinyRepository
) -> None:
    repository.add(MORNING, Plan(routine="bedtime-wind-down"))
    async with planning() as pilot:
        names = ("Morning Loosen-Up", "Bedtime Wind-Down")
        other = next(name for name in names if f"▌{name}" not in seen(pilot))
        await click(pilot, other)
        assert f"▌{other}" in seen(pilot)
        assert isinstance(pilot.app.screen, PlanGrid)


@pytest.mark.thorough
async def test_a_routine_of_ones_own_is_named_in_what_is_said(
    planning: Opens, repository: TinyRepository
) -> None:
    own = Routine(name="Kitchen stretch", steps=(RoutineStep("cat-cow"),))
    repository.add(own, Plan(routine=own.id, days=("tue",)))
    async with planning() as pilot:
        await press(pilot, "space")
        assert "saved 08:12 · Kitchen stretch: mon tue" in lines(pilot)[0]
        await press(pilot, "d")
        assert "deleted: the plan of Kitch" in lines(pilot)[0]
        await press(pilot, "u")
        assert "▌Kitchen stretch" in seen(pilot)


async def test_the_time_is_asked_for(planning: Opens, repository: TinyRepository) -> None:
    repository.add(MORNING)
    async with planning() as pilot:
        await press(pilot, "e")
        await write(pilot, "9 pm")
        await press(pilot, "enter")
        assert "21:00" in line_with(pilot, "▌Morning Loosen-Up")
    assert repository.entries(Plan)[0].time == "21:00"


async def test_what_was_done_this_week_has_a_tick(
    planning: Opens, repository: TinyRepository
) -> None:
    repository.add(
        MORNING,
        Session(at=MONDAY, routine="morning-loosen-up", done_s=360),
        Session(at=MONDAY - dt.timedelta(days=1), routine="morning-loosen-up"),
    )
    async with planning() as pilot:
        assert line_with(pilot, "Morning Loosen-Up").count("✓") == 1
        assert "1 time planned, 6 min in all · this week 1 done, 6 min" in flowing(pilot)


async def test_a_plan_is_deleted_and_opened(planning: Opens, repository: TinyRepository) -> None:
    repository.add(MORNING)
    async with planning() as pilot:
        await press(pilot, "enter")
        assert "Change the plan" in lines(pilot)[0]
        await press(pilot, "escape d")
        assert repository.entries(Plan) == ()
        await press(pilot, "u")
        assert "Morning Loosen-Up" in seen(pilot)


@pytest.mark.thorough
async def test_a_program_under_way_is_told_below(
    planning: Opens, repository: TinyRepository
) -> None:
    repository.add(Plan(routine=programs()[0].id, since=MONDAY.date()), MORNING)
    async with planning() as pilot:
        assert f"{programs()[0].name} · Week 1 of" in flowing(pilot)


@pytest.mark.thorough
async def test_the_whole_week_is_seen_at_any_size(
    planning: Opens, repository: TinyRepository
) -> None:
    own = Routine(
        id="mine", name="A very long name of a routine of my own", steps=(RoutineStep("cat-cow"),)
    )
    every: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    repository.add(own, Plan(routine="mine", days=every))
    async with planning((40, 24)) as pilot:
        for size in ((40, 24), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            assert line_with(pilot, "A very").count("●") == 7, size


@pytest.mark.thorough
async def test_a_week_that_begins_on_sunday_begins_so_here(
    planning: Opens, repository: TinyRepository
) -> None:
    repository.set("week_start", "sun")
    repository.add(MORNING)
    async with planning() as pilot:
        assert place_of(pilot, "Su").x < place_of(pilot, "Mo ").x
        await press(pilot, "space")
    assert repository.entries(Plan)[0].days == ("mon", "wed")
