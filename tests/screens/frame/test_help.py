"""The help is of one page at 80x24, says what can be done here first, and never leaves out what backcare is not."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.places import PLACES
from backcare_tui.diary.records.pain import Pain
from backcare_tui.screens.frame.help import Help
from backcare_tui.screens.today.place import Today
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.opened import NOT_OPENED, OPENED, alone, fill
from tests.screens.seen import flowing, press, seen, settle

LONGER: dict[str, str] = {}
"""The screens whose help is over a page at 80x24, and why."""


async def help_of(pilot: Pilot[Any]) -> Help:
    """Open the help of the screen in front."""
    pilot.app.screen.action_help()  # type: ignore[attr-defined]  # each that is asked has it
    await settle(pilot)
    shown = pilot.app.screen
    assert isinstance(shown, Help)
    return shown


def rows_over(shown: Help) -> int:
    """Rows of it that are not seen without scrolling."""
    return int(shown.scroll.max_scroll_y)


def has_limits(shown: Help) -> bool:
    """Whether what backcare is not, and where to read on, is in view."""
    line = shown.query_exactly_one("#limits", Static)
    return shown.region.contains_region(line.region) and line.region.height == 1


async def test_the_help_of_each_place_is_one_page(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    over = {}
    async with app_at() as pilot:
        for number, place in enumerate(PLACES, 1):
            await press(pilot, str(number))
            await settle(pilot)
            shown = await help_of(pilot)
            assert has_limits(shown), place.name
            assert seen(pilot).index("Here") < seen(pilot).index("Everywhere"), place.name
            over[place.screen] = rows_over(shown)
            await press(pilot, "escape")
    assert {name for name, rows in over.items() if rows > 0} <= LONGER.keys(), over


@pytest.mark.thorough
async def test_the_help_of_each_page_and_form_is_one_page(
    app_at: AppAt, repository: TinyRepository
) -> None:
    fill(repository)
    over: dict[str, int] = {}
    async with app_at() as pilot:
        app: Any = pilot.app
        for name, make in OPENED.items():
            if not hasattr(getattr(screens, name), "action_help"):
                continue
            app.push_screen(make(app.desk), lambda _: None)
            await settle(pilot)
            while type(app.screen).__name__ != name:
                app.pop_screen()
            shown = await help_of(pilot)
            assert has_limits(shown), name
            over[name] = rows_over(shown)
            alone(app)
            await settle(pilot)
    assert len(over) > 30
    assert {name: rows for name, rows in over.items() if rows > 0}.keys() == LONGER.keys(), over


def test_every_screen_is_opened_or_it_is_said_why_not() -> None:
    assert OPENED.keys() | NOT_OPENED.keys() == screens.HOMES.keys()


async def test_the_help_of_today_has_its_own_keys_and_each_once(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY, severity=4))
    async with app_at() as pilot:
        await press(pilot, "question_mark")
        words = flowing(pilot)
        here = words[words.index("Here") : words.index("Everywhere")]
        assert here.split() == [
            "Here",
            "enter",
            "open",
            "d",
            "delete",
            "r",
            "repeat",
            "i",
            "advice",
        ]
        assert "q ^q quit" in words
        assert words.count("quit") == 1
        assert "? ? manual" in words
        await press(pilot, "exclamation_mark")
        assert "GET HELP RIGHT AWAY" in flowing(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, Help), "one step back is the help"
        await press(pilot, "down down enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Today)
        focused: Any = pilot.app.focused
        assert focused.has_class("entries"), "what an entry is wanted for leads to the entries"
        assert len(repository.entries(Pain)) == 1
