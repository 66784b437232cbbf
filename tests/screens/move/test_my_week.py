"""My week in Move: begun from its lines, its days moved and its lines taken out by hand."""

import pytest

from backcare_tui import screens
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.guidance.plan.page_to_read import page_title
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import flowing, inside, line_with, press, seen

WEEK = WeekPlan(
    week=MONDAY.date(),
    minutes_a_day=10,
    lines=(
        PlanLine(
            kind="routine",
            id="morning-loosen-up",
            minutes=6,
            days=("mon", "thu"),
            times=2,
            why="It eases a stiff morning. Source: NICE 2020.",
        ),
        PlanLine(
            kind="walk", id="walk", minutes=4, days=("mon", "sat"), times=2, why="Walks help."
        ),
    ),
)


@pytest.fixture
def planned(repository: TinyRepository) -> TinyRepository:
    """A diary with a week of two lines."""
    repository.add(WEEK)
    return repository


async def test_move_opens_on_the_line_that_is_due(app_at: AppAt, planned: TinyRepository) -> None:
    planned.add(Session(at=MONDAY, routine="morning-loosen-up", done_s=360))
    async with app_at() as pilot:
        await press(pilot, "3")
        assert "✓ Morning Loosen-Up" in line_with(pilot, "1 of 2")
        assert "▌▸ A Walk" in seen(pilot)
        assert "Walks help." in flowing(pilot)
        assert "Mon Sat · 0 of 2" in flowing(pilot)


async def test_enter_begins_the_line(
    app_at: AppAt, planned: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []
    kept = screens.Before

    def before(desk: Desk, routine: Routine) -> screens.Before:
        begun.append((routine.id, routine.minutes))
        return kept(desk, routine)

    monkeypatch.setattr(screens, "Before", before)
    async with app_at() as pilot:
        await press(pilot, "3 down enter")
    assert begun == [("walk", 4.0)]


async def test_a_day_is_moved_and_a_line_taken_out_and_both_can_be_undone(
    app_at: AppAt, planned: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 p")
        assert "It eases a stiff morning. Source: NICE 2020." in flowing(pilot)
        await press(pilot, "space right space")
        (plan,) = planned.entries(WeekPlan)
        assert plan.lines[0].days == ("tue", "thu")
        await press(pilot, "down d")
        (plan,) = planned.entries(WeekPlan)
        assert [line.id for line in plan.lines] == ["morning-loosen-up"]
        await press(pilot, "u u u")
    (plan,) = planned.entries(WeekPlan)
    assert plan.lines == WEEK.lines


async def test_a_page_that_was_read_is_ticked_on_its_day(
    app_at: AppAt, repository: TinyRepository
) -> None:
    lines = (
        *WEEK.lines,
        PlanLine(kind="read", id="pacing", days=("mon",), times=1),
    )
    repository.add(WeekPlan(week=MONDAY.date(), minutes_a_day=10, lines=lines))
    repository.set("pages_read", {"pacing": MONDAY.date()})
    async with app_at() as pilot:
        await press(pilot, "3 p")
        assert "●✓" in line_with(pilot, f"Read: {page_title('pacing')}"[:24])


async def test_the_last_day_of_a_line_stays(app_at: AppAt, planned: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 p space right right right space")
    (plan,) = planned.entries(WeekPlan)
    assert plan.lines[0].days == ("thu",)


@pytest.mark.thorough
async def test_i_tells_every_reason_and_where_it_is_from(
    app_at: AppAt, planned: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 p i")
        assert "From: NICE 2020" in flowing(pilot)


@pytest.mark.thorough
async def test_a_week_that_is_over_is_renewed_from_here(
    app_at: AppAt, planned: TinyRepository, clock: FrozenClock
) -> None:
    clock.move(days=7)
    async with app_at() as pilot:
        assert "two questions" in inside(pilot, "Today")
        await press(pilot, "3 up enter")
        assert "How was what you did this week?" in flowing(pilot)
        await press(pilot, "2 escape escape enter")
        assert "How was it?" not in seen(pilot)
    assert len(planned.entries(WeekPlan)) == 2
