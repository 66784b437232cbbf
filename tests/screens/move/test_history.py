"""The sessions of a routine: figures, slopes, and a list that is changed like any other."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.records.session import Session
from backcare_tui.screens import History
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import (
    but_for_when,
    flowing,
    line_with,
    lines,
    painted,
    press,
    seen,
    to_field,
    write,
)


class Looking(Protocol):
    """Opens the history of a routine."""

    def __call__(
        self, routine: str = "", size: tuple[int, int] = (80, 24)
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the history in front."""


@pytest.fixture
def looking(app_at: AppAt) -> Looking:
    """The history over Today."""

    @asynccontextmanager
    async def opened(
        routine: str = "", size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Pilot[None]]:
        async with app_at(size) as pilot:
            app: Any = pilot.app
            app.push_screen(History(app.desk, routine))
            await painted(pilot)
            yield pilot

    return opened


def session(ago: int, routine: str = "desk-break", before: int = 5, after: int = 3) -> Session:
    return Session(
        at=MONDAY - dt.timedelta(days=ago),
        routine=routine,
        done_s=180,
        pain_before=before,
        pain_after=after,
    )


async def test_an_empty_history_says_what_will_be_seen(looking: Looking) -> None:
    async with looking("desk-break") as pilot:
        assert "will stand here" in flowing(pilot)
        assert "will be drawn here" in flowing(pilot)
        assert "─ Desk Break ─" in seen(pilot)


async def test_figures_and_list_are_of_the_routine_alone(
    looking: Looking, repository: TinyRepository
) -> None:
    repository.add(*(session(ago) for ago in range(3)), session(9, "other"))
    async with looking("desk-break") as pilot:
        assert "Done 3 times, 9 min in all; all of them in the last 4 weeks." in flowing(pilot)
        assert "Pain 5 before and 3 after on average" in flowing(pilot)
        assert "Other" not in seen(pilot)
    async with looking() as pilot:
        assert "Done 4 times" in flowing(pilot)
        assert "Other" in seen(pilot)


async def test_the_newest_session_is_first_and_enter_changes_it(
    looking: Looking, repository: TinyRepository
) -> None:
    repository.add(session(1, before=9), session(0))
    async with looking("desk-break") as pilot:
        assert "Mon 23 Nov" in line_with(pilot, "▌")
        await press(pilot, "enter")
        assert "Change the session" in lines(pilot)[0]


async def test_a_session_is_deleted_repeated_and_brought_back(
    looking: Looking, repository: TinyRepository
) -> None:
    repository.add(session(4))
    async with looking("desk-break") as pilot:
        await press(pilot, "r")
        assert len(repository.entries(Session)) == 2
        await press(pilot, "u d")
        assert repository.entries(Session) == ()
        await press(pilot, "u")
        assert "5 → 3" in seen(pilot)


async def test_one_is_taken_down_by_hand_with_its_routine(
    looking: Looking, repository: TinyRepository
) -> None:
    async with looking("desk-break") as pilot:
        await press(pilot, "a enter")
        assert "Done 1 time" in flowing(pilot)
    assert [each.routine for each in repository.entries(Session)] == ["desk-break"]


@pytest.mark.thorough
async def test_the_form_calls_a_routine_by_its_name(
    looking: Looking, repository: TinyRepository
) -> None:
    repository.add(session(0))
    async with looking("desk-break") as pilot:
        await press(pilot, "a")
        assert line_with(pilot, "Routine").split()[:3] == ["Routine", "Desk", "Break"]
        await press(pilot, "escape enter")
        assert line_with(pilot, "Routine").split()[:3] == ["Routine", "Desk", "Break"]


@pytest.mark.thorough
async def test_of_two_routines_with_one_name_a_session_stays_with_its_own(
    looking: Looking, repository: TinyRepository
) -> None:
    first, second = (Routine(id=i, name="Desk Break") for i in ("one", "two"))
    done = [Session(at=MONDAY, routine=i, name="Desk Break") for i in ("one", "two", "desk-break")]
    repository.add(first, second, *done)
    before = {each.id: each.routine for each in done}
    async with looking() as pilot:
        for keys in ("home", "down", "down"):
            await press(pilot, f"{keys} enter")
            await to_field(pilot, "Length")
            await write(pilot, "5 min")
            await press(pilot, "enter")
    after = repository.entries(Session)
    assert {each.id: each.routine for each in after} == before
    assert {each.done_s for each in after} == {300}


@pytest.mark.thorough
async def test_of_one_routine_each_line_has_room_for_what_was_done_at_any_size(
    looking: Looking, repository: TinyRepository
) -> None:
    repository.add(session(1), session(0))
    async with looking("desk-break", (40, 24)) as pilot:
        for size in ((40, 24), (60, 12), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            assert "▌Mon 23 Nov 08:12" in seen(pilot), size
            line = line_with(pilot, "Sun 22 Nov")
            assert "5 → 3" in line, size
            assert "Desk" not in line or size[0] > 80, size


@pytest.mark.thorough
async def test_a_routine_is_named_by_its_name_or_its_id(
    looking: Looking, repository: TinyRepository
) -> None:
    own = Routine(name="Kitchen stretch", steps=(RoutineStep("cat-cow"),))
    repository.add(own)
    async with looking() as pilot:
        for words in ("kitchen stretch", "desk-break", "swim"):
            await press(pilot, "a")
            await to_field(pilot, "Routine")
            await press(pilot, "end ctrl+u")
            await write(pilot, words)
            await press(pilot, "enter")
    made = {each.routine: each.name for each in repository.entries(Session)}
    assert made == {own.id: "Kitchen stretch", "desk-break": "Desk Break", "swim": "Swim"}


@pytest.mark.thorough
async def test_a_session_of_a_routine_of_ones_own_opens_with_its_name_and_stays(
    looking: Looking, repository: TinyRepository
) -> None:
    own = Routine(name="Kitchen stretch", steps=(RoutineStep("cat-cow"),))
    done = Session(at=MONDAY, routine=own.id, name="As it was called then")
    repository.add(own, done)
    before = but_for_when(repository.entries(Session))
    async with looking() as pilot:
        await press(pilot, "enter")
        assert "Kitchen stretch" in seen(pilot)
        await press(pilot, "enter")
    assert but_for_when(repository.entries(Session)) == before


@pytest.mark.thorough
async def test_the_slopes_are_the_last_twelve_with_their_digits(
    looking: Looking, repository: TinyRepository
) -> None:
    repository.add(session(60, before=9, after=8), *(session(ago) for ago in range(12)))
    async with looking("desk-break", (120, 40)) as pilot:
        chart = pilot.app.screen.query_one("#slopes").render()
        assert "9" not in str(chart).split("\n")[0]
        assert str(chart).count("5⢶") == 12


@pytest.mark.thorough
async def test_ten_thousand_sessions_are_listed_at_once(
    looking: Looking, repository: TinyRepository
) -> None:
    repository.add(*(session(number % 3000) for number in range(10_000)))
    async with looking() as pilot:
        assert "Done 10000 times" in flowing(pilot)
