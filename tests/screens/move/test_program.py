"""A program is begun, gone on with by what is done, set by hand, and ended."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.library.routines import programs, routine_name
from backcare_tui.library.taxonomy import name_of
from backcare_tui.screens import ProgramPage
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import flowing, line_with, lines, painted, press, seen

KNOWN = programs()[0]
WEEK_1, WEEK_2 = KNOWN.weeks[:2]
FIRST = WEEK_1.sessions[0]
PLAN = Plan(id="plan", routine=KNOWN.id, since=MONDAY.date() - dt.timedelta(days=30))


def whole_week(rise: int = 0) -> list[Session]:
    """All that the first week asks for, day by day, up to yesterday."""
    parts = [(each.routine, each.times) for each in WEEK_1.sessions]
    return [
        Session(
            at=MONDAY - dt.timedelta(days=day + 1),
            routine=name,
            done_s=60 * 60,
            pain_before=3,
            pain_after=3 + rise,
        )
        for name, times in (*parts, ("walk", WEEK_1.walk.days))
        for day in range(times)
    ]


class Paging(Protocol):
    """Opens the page of the program."""

    def __call__(
        self, size: tuple[int, int] = (100, 40)
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the page in front."""


@pytest.fixture
def paging(app_at: AppAt) -> Paging:
    """The page over Today."""

    @asynccontextmanager
    async def opened(size: tuple[int, int] = (100, 40)) -> AsyncIterator[Pilot[None]]:
        async with app_at(size) as pilot:
            app: Any = pilot.app
            app.push_screen(ProgramPage(app.desk, KNOWN.id))
            await painted(pilot)
            yield pilot

    return opened


async def test_it_says_what_it_is_before_it_is_begun(paging: Paging) -> None:
    async with paging() as pilot:
        words = flowing(pilot)
        assert KNOWN.purpose in words
        assert f"Begins with week 1 of {len(KNOWN.weeks)}" in words
        assert "Pace: 12 a week: most days two things" in words
        assert "Ask first with: " in words
        assert "! Ask first" not in words
        assert "From: " in words
        assert "enter begins it" in words


@pytest.mark.thorough
async def test_only_a_program_under_way_can_be_ended(
    paging: Paging, repository: TinyRepository
) -> None:
    async with paging() as pilot:
        assert "end it" not in lines(pilot)[-1]
        await press(pilot, "enter")
        assert "x end it" in lines(pilot)[-1]
        await press(pilot, "x")
        assert "end it" not in lines(pilot)[-1]


async def test_what_a_person_stated_is_marked_first(
    paging: Paging, repository: TinyRepository
) -> None:
    stated = KNOWN.avoid_if[0]
    repository.set("conditions", [stated])
    async with paging() as pilot:
        name = name_of("conditions", stated).lower()
        assert f"! Ask first with: {name}, which you stated" in flowing(pilot)


async def test_enter_begins_it_and_undo_takes_that_back(
    paging: Paging, repository: TinyRepository
) -> None:
    async with paging() as pilot:
        await press(pilot, "enter")
        assert f"began {KNOWN.name}" in lines(pilot)[0]
        (plan,) = repository.entries(Plan)
        assert (plan.routine, plan.since, plan.program_week) == (KNOWN.id, MONDAY.date(), None)
        await press(pilot, "u")
        assert repository.entries(Plan) == ()
        assert "enter begins it" in seen(pilot)


@pytest.mark.thorough
async def test_it_may_begin_with_a_later_week(paging: Paging, repository: TinyRepository) -> None:
    async with paging() as pilot:
        await press(pilot, "plus plus minus enter")
        assert f"Week 2 of {len(KNOWN.weeks)}" in seen(pilot)
    assert repository.entries(Plan)[0].program_week == 2


async def test_enter_starts_the_routine_under_the_cursor(
    paging: Paging, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    def before(_desk: Desk, routine: Routine) -> Screen[None]:
        started.append(routine.id)
        return Screen()

    monkeypatch.setattr(screens, "Before", before)
    repository.add(PLAN)
    async with paging() as pilot:
        await press(pilot, "home enter")
    assert started == [FIRST.routine]


async def test_a_walk_is_taken_down_by_hand(paging: Paging, repository: TinyRepository) -> None:
    repository.add(PLAN)
    async with paging() as pilot:
        await press(pilot, "end enter enter")
        assert f"1 of {WEEK_1.walk.days}" in line_with(pilot, "Walks")
    (walk,) = repository.entries(Session)
    assert (walk.routine, walk.done_s) == ("walk", WEEK_1.walk.minutes * 60)


async def test_a_week_that_is_done_opens_the_next(
    paging: Paging, repository: TinyRepository
) -> None:
    repository.add(PLAN, *whole_week())
    async with paging() as pilot:
        assert f"Week 2 of {len(KNOWN.weeks)} · {WEEK_2.title}" in seen(pilot)
        assert "✓ 1" in seen(pilot)
        assert "Week 1 is done, and pain after its sessions was as before them." in flowing(pilot)


async def test_pain_that_rose_brings_the_week_again_and_says_why(
    paging: Paging, repository: TinyRepository
) -> None:
    repository.add(PLAN, *whole_week(rise=2))
    async with paging() as pilot:
        assert f"Week 1 of {len(KNOWN.weeks)}, once more" in seen(pilot)
        assert "Pain rose by 2 points on average over week 1" in flowing(pilot)


@pytest.mark.thorough
async def test_what_is_done_has_ticks(paging: Paging, repository: TinyRepository) -> None:
    repository.add(PLAN, Session(at=MONDAY, routine=FIRST.routine))
    async with paging((140, 40)) as pilot:
        line = line_with(pilot, routine_name(FIRST.routine))
        assert f"●{'○' * (FIRST.times - 1)}" in line
        assert f"1 of {FIRST.times}" in line
        assert "today" in line


@pytest.mark.thorough
async def test_a_week_on_or_back_by_hand_starts_that_week_anew(
    paging: Paging, repository: TinyRepository
) -> None:
    repository.add(PLAN, Session(at=MONDAY - dt.timedelta(days=2), routine=FIRST.routine))
    async with paging() as pilot:
        await press(pilot, "plus")
        assert f"Week 2 of {len(KNOWN.weeks)}" in seen(pilot)
        await press(pilot, "minus minus")
        assert f"the program has {len(KNOWN.weeks)} weeks" in lines(pilot)[0]
        assert f"0 of {FIRST.times}" in line_with(pilot, routine_name(FIRST.routine))
        await press(pilot, "u u")
    assert repository.entries(Plan)[0].since == PLAN.since


async def test_x_ends_it(paging: Paging, repository: TinyRepository) -> None:
    repository.add(PLAN)
    async with paging() as pilot:
        await press(pilot, "x")
        assert "enter begins it" in seen(pilot)
        assert repository.entries(Plan)[0].until == MONDAY.date()
        await press(pilot, "u")
        assert "enter starts" in seen(pilot)


async def test_one_program_at_a_time(paging: Paging, repository: TinyRepository) -> None:
    other = programs()[1]
    repository.add(Plan(routine=other.id, since=MONDAY.date()))
    async with paging((120, 40)) as pilot:
        await press(pilot, "enter")
        assert f"{other.name} is under way" in lines(pilot)[0]
    assert len(repository.entries(Plan)) == 1


@pytest.mark.thorough
async def test_the_week_is_read_at_any_size_and_a_title_is_never_cut(paging: Paging) -> None:
    async with paging((40, 24)) as pilot:
        for size in ((40, 24), (60, 12), (80, 24)):
            await pilot.resize_terminal(*size)
            assert f"0 of {FIRST.times}" in line_with(pilot, routine_name(FIRST.routine)[:12]), size
        assert f"─ Begins with week 1 of {len(KNOWN.weeks)} ─" in seen(pilot)


@pytest.mark.thorough
async def test_days_and_names_of_the_week_stand_whole_where_there_is_room(
    paging: Paging, repository: TinyRepository
) -> None:
    late = MONDAY - dt.timedelta(days=12)
    done = [Session(at=late, routine=each.routine) for each in WEEK_2.sessions]
    repository.add(replace(PLAN, program_week=2), *done)
    async with paging((120, 40)) as pilot:
        for each in WEEK_2.sessions:
            line = line_with(pilot, routine_name(each.routine)).split("│")[1]
            assert "…" not in line
            assert "Wed 11 Nov" in line
