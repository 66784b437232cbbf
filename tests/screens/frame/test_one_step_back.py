"""By keys alone: esc leads exactly one step back on every screen, and q does where nothing is typed into."""

from typing import Any

import pytest
from textual.pilot import Pilot

from backcare_tui.commands.grammar import STEPS
from backcare_tui.screens.frame.form import Form
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.opened import OPENED, alone, fill
from tests.screens.seen import press, settle

OTHERWISE = {
    "FirstMinutes": "esc leaves a question open and goes on, and q ends the questions",
    "NewWeek": "the same questions",
    "RenewWeek": "the same questions",
    "Player": "it asks why first, and nothing of the session is lost meanwhile",
}
"""The screens that a step back does not close at once, and why."""


async def opened(pilot: Pilot[Any], name: str) -> list[Any]:
    """Open a screen over Today; gives what lies over the place then."""
    app: Any = pilot.app
    app.push_screen(OPENED[name](app.desk), lambda _: None)
    await settle(pilot)
    while type(app.screen).__name__ != name:  # what it asks first of all
        app.pop_screen()
    await settle(pilot)
    return list(app.screen_stack)


def takes_letters(app: Any) -> bool:
    """Whether a letter is typed into what has the focus."""
    return bool(app.focused and app.focused.check_consume_key("q", "q"))


@pytest.mark.thorough
@pytest.mark.parametrize("key", ["escape", "q"])
async def test_a_step_back_closes_a_screen_and_no_other(
    app_at: AppAt, repository: TinyRepository, key: str
) -> None:
    fill(repository)
    wrong: dict[str, list[str]] = {}
    async with app_at((100, 34)) as pilot:
        app: Any = pilot.app
        tried = 0
        for name in OPENED:
            stack = await opened(pilot, name)
            is_typed = key == "q" and takes_letters(app)
            await press(pilot, key)
            await settle(pilot)
            stays = is_typed or name in OTHERWISE
            if not stays and list(app.screen_stack) != stack[:-1]:
                wrong[name] = [type(each).__name__ for each in app.screen_stack]
            tried += not stays
            assert app.is_running, name
            alone(app)
            await settle(pilot)
    assert not wrong
    assert tried > 30
    assert STEPS


@pytest.mark.thorough
async def test_what_was_typed_is_a_draft_after_a_step_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    fill(repository)
    lost = []
    async with app_at((100, 34)) as pilot:
        app: Any = pilot.app
        for name in OPENED:
            form = (await opened(pilot, name))[-1]
            if isinstance(form, Form):
                before = form.values()
                await press(pilot, "tab 3 tab 3 tab 3")
                typed = form.values()
                await press(pilot, "escape escape")
                await settle(pilot)
                if typed != before and not repository.draft(form.draft.name):
                    lost.append(name)
            alone(app)
            await settle(pilot)
    assert not lost
