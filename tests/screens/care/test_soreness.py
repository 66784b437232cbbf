"""How sore one is the day after: one digit, saved at once."""

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.visit import Visit
from backcare_tui.screens import Soreness
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import flowing, lines, painted, place_of, press, seen

YESTERDAY = MONDAY - dt.timedelta(days=1)


class Asking(Protocol):
    """Opens the question about the one visit."""

    def __call__(self, **fields: Any) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the question in front."""


@pytest.fixture
def asking(app_at: AppAt, repository: TinyRepository) -> Asking:
    """The question over Today, about a massage of yesterday."""

    @asynccontextmanager
    async def opened(**fields: Any) -> AsyncIterator[Pilot[None]]:
        visit = Visit(id="massage-1", at=YESTERDAY, treatment="massage", minutes=60, **fields)
        repository.add(visit)
        async with app_at() as pilot:
            await ask(pilot, visit)
            yield pilot

    return opened


async def ask(pilot: Pilot[None], visit: Visit) -> None:
    """Open the question about a visit."""
    app: Any = pilot.app
    app.push_screen(Soreness(app.desk, visit))
    await painted(pilot)


def only_visit(repository: TinyRepository) -> Visit:
    """The one visit of the diary."""
    (visit,) = repository.entries(Visit)
    return visit


async def test_a_digit_saves_at_once_keeps_the_rest_and_undo_takes_it_back(
    asking: Asking, repository: TinyRepository
) -> None:
    async with asking(pain_before=6) as pilot:
        for key, sore in {"4": "4 moderate", "0": "0", "minus": "10"}.items():
            assert "How sore are you the day after massage yesterday?" in flowing(pilot)
            await press(pilot, key)
            assert "How sore" not in seen(pilot), key
            assert f"saved 08:12 · sore {sore}" in lines(pilot)[0]
            visit = only_visit(repository)
            assert visit.sore_next_day == int(sore.split()[0])
            assert (visit.pain_before, visit.minutes) == (6, 60)
            await press(pilot, "u")
            assert f"undone: sore {sore}" in lines(pilot)[0]
            assert only_visit(repository).sore_next_day is None
            await ask(pilot, only_visit(repository))


@pytest.mark.thorough
async def test_nothing_is_saved_without_a_digit(asking: Asking, repository: TinyRepository) -> None:
    async with asking() as pilot:
        for keys in ("enter", "escape", "right", "left escape"):
            await press(pilot, keys)
            assert only_visit(repository).sore_next_day is None, keys
            await press(pilot, "escape")
            await ask(pilot, only_visit(repository))


@pytest.mark.thorough
async def test_what_is_known_is_said_and_can_be_another(
    asking: Asking, repository: TinyRepository
) -> None:
    async with asking(sore_next_day=2) as pilot:
        assert "So far it says 2 mild." in flowing(pilot)
        await press(pilot, "5")
    assert only_visit(repository).sore_next_day == 5


@pytest.mark.thorough
async def test_a_click_saves_too(asking: Asking, repository: TinyRepository) -> None:
    async with asking() as pilot:
        await pilot.click(offset=place_of(pilot, "▆▆"))
        await painted(pilot)
    assert only_visit(repository).sore_next_day == 8


@pytest.mark.thorough
async def test_what_another_process_changed_meanwhile_stays(
    asking: Asking, diary_path: Path, clock: FrozenClock
) -> None:
    async with asking() as pilot:
        other = open_repository(diary_path, clock)
        other.change(Visit(id="massage-1", at=YESTERDAY, treatment="massage", note="elsewhere"))
        await press(pilot, "3")
    visit = only_visit(open_repository(diary_path, clock))
    assert (visit.sore_next_day, visit.note) == (3, "elsewhere")


@pytest.mark.thorough
async def test_a_visit_that_was_deleted_meanwhile_is_said(
    asking: Asking, repository: TinyRepository
) -> None:
    async with asking() as pilot:
        repository.remove("massage-1")
        await press(pilot, "3")
        assert "! " in flowing(pilot)
        assert "massage-1" in flowing(pilot)
        await press(pilot, "escape")
    assert repository.entries(Visit) == ()
