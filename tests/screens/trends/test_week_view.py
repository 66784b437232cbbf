"""The week as it is seen: the sentence, the chart, the figures, and that Today offers it once."""

import datetime as dt

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.rows import Rows
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import press, seen
from tests.stored import stored


@pytest.mark.thorough
async def test_the_week_is_seen_at_any_size_with_its_figures_where_there_is_room(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((40, 20), story_diary) as pilot:
        await press(pilot, "6 left_square_bracket")
        for size in ((40, 20), (60, 20), (80, 24), (200, 60), (120, 40)):
            await pilot.resize_terminal(*size)
            assert "Week of Mon 16 Nov to Sun 22 Nov" in seen(pilot), size
            assert "pain" in seen(pilot), size
        shown = seen(pilot)
        for word in ("Asleep", "Efficiency", "Regularity", "Sessions", "before", "Change", "Where"):
            assert word in shown


async def test_a_note_is_shown_as_it_was_typed(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(Pain(at=MONDAY, severity=4, note="[/] [@click=app.quit]x[/] [b"))
    async with app_at((120, 40), repository) as pilot:
        await press(pilot, "6")
        assert "[/] [@click=app.quit]x[/] [b" in seen(pilot)


async def test_today_offers_the_week_until_it_was_looked_at(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY - dt.timedelta(days=3), severity=4))
    async with app_at((80, 24), repository) as pilot:
        assert "Last week: ready" in seen(pilot)
        agenda = pilot.app.screen.query_one("#agenda", Rows)
        agenda.cursor = next(n for n in range(len(agenda.rows)) if agenda.rows[n].key == "week")
        await press(pilot, "enter")
        assert "Week of Mon 16 Nov to Sun 22 Nov" in seen(pilot)
        assert stored(repository)["week_looked"] == "2026-11-16"
        await press(pilot, "1")
        assert "Last week: ready" not in seen(pilot)
