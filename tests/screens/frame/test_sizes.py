"""Every size of window, and the mouse."""

from collections.abc import Iterable
from typing import Any

import pytest
from textual.screen import Screen
from textual.widget import Widget

from backcare_tui.diary.records.pain import Pain
from backcare_tui.screens import AdvicePage, CheckIn, Diary
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import click, lines, painted, place_of, press, seen, to_field, write
from tests.stored import stored

SIZES = [(40, 12), (36, 10), (200, 60)]
EVERYWHERE = [
    "1", "2", "2 tab", "3", "4", "5", "6", "n", "s", "c", "comma", "question_mark", "ctrl+p",
    "3 a", "3 slash", "3 E", "3 p", "3 h", "3 tab enter", "4 a", "4 C", "4 Q", "4 h", "4 I", "4 T", "4 P", "4 i", "5 a", "5 p", "5 i", "W", "f2", "A", "2 slash", "2 g", "n f1",
]  # fmt: skip


@pytest.mark.thorough
async def test_every_place_and_form_opens_at_any_size(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at(SIZES[0]) as pilot:
        for keys in EVERYWHERE:
            await press(pilot, keys)
            for size in (*SIZES[1:], SIZES[0]):
                await pilot.resize_terminal(*size)
                assert seen(pilot).strip(), (keys, size)
                assert max(map(len, lines(pilot))) <= size[0], (keys, size)
            await press(pilot, "escape escape 1")
        assert pilot.app.is_running


async def test_pain_is_taken_down_in_three_keys_at_any_size(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await press(pilot, "n 7 enter")
            assert [entry.severity for entry in repository.entries(Pain)] == [7], size
            await press(pilot, "u")


async def test_a_screen_has_the_classes_of_its_size_before_anything_on_it_is_made(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, set[str]]] = []

    def watch(kind: type[Screen[Any]], part: str) -> None:
        compose = getattr(kind, part)

        def watched(screen: Screen[Any]) -> Iterable[Widget]:
            made.append((kind.__name__, set(screen.classes)))
            return compose(screen)  # type: ignore[no-any-return]

        monkeypatch.setattr(kind, part, watched)

    async with app_at((120, 40)) as pilot:
        watch(Diary, "compose_place")
        watch(AdvicePage, "compose_page")
        watch(CheckIn, "compose_fields")
        await press(pilot, "2 f2 escape n")
    assert made == [(name, {"-wide", "-tall"}) for name in ("Diary", "AdvicePage", "CheckIn")]


@pytest.mark.thorough
async def test_a_window_made_smaller_and_larger_keeps_what_was_typed(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "n 7")
        await to_field(pilot, "Feels")
        await write(pilot, "burning")
        await press(pilot, "enter")
        await to_field(pilot, "Note")
        await write(pilot, "before ")
        for size in ((40, 12), (20, 5), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await painted(pilot)
        await write(pilot, "after")
        await press(pilot, "ctrl+s")
    (entry,) = repository.entries(Pain)
    assert (entry.severity, entry.qualities, entry.note) == (7, ("burning",), "before after")


@pytest.mark.thorough
async def test_a_check_in_by_mouse_alone(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at((120, 40)) as pilot:
        await click(pilot, "n check-in")
        await click(pilot, "▆▆▆▆")
        await click(pilot, "○ Dull")
        await click(pilot, "○ Bending")
        start = place_of(pilot, "back   ")
        await pilot.click(offset=(start.x + 9, start.y + 8))
        await painted(pilot)
        assert "● Dull" in seen(pilot)
        await click(pilot, "save")
        assert "saved 08:12" in lines(pilot)[0]
    (entry,) = repository.entries(Pain)
    assert (entry.severity, entry.qualities, entry.triggers) == (8, ("dull",), ("bending",))
    assert len(entry.areas) == 1


@pytest.mark.thorough
async def test_the_scale_follows_the_pointer_while_its_button_is_down(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n")
        start, end = place_of(pilot, "▁▁▁"), place_of(pilot, "▇▇▇")
        await pilot.mouse_down(offset=start)
        await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        await pilot.hover(offset=start)
        await press(pilot, "enter")
    assert [entry.severity for entry in repository.entries(Pain)] == [9]


async def test_ratings_and_footer_keys_are_clicked(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "n 4")
        await click(pilot, "1  2  3  4  5", right=9)
        await click(pilot, "close")
        await click(pilot, "n check-in")
        await click(pilot, "save")
        await click(pilot, "u undo ", right=3)
        assert "undone: Pain 4 moderate" in lines(pilot)[0]
        await click(pilot, "? help")
        assert "╭─ Today ─" in seen(pilot)
        assert "Everywhere" in seen(pilot)
    assert repository.entries(Pain) == ()


async def test_a_click_goes_on_from_the_welcome(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at(is_new=True) as pilot:
        await click(pilot, "Welcome", down=2)
        assert "Welcome" not in seen(pilot)
        assert MONDAY.date().isoformat() == stored(week_diary)["boundaries_seen"]
