"""Conditions are asked about, marked by key, kept at once, and changed in the settings."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import pytest
from textual.pilot import Pilot

from backcare_tui.library.taxonomy import words
from backcare_tui.screens import Conditions
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import click, flowing, line_with, lines, painted, press, seen
from tests.stored import stored

ASKED = ("osteoporosis", "pregnancy")


class Asking(Protocol):
    """Opens the list of conditions."""

    def __call__(self, *ids: str) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the list in front."""


@pytest.fixture
def asking(app_at: AppAt) -> Asking:
    """The list over Today."""

    @asynccontextmanager
    async def opened(*ids: str) -> AsyncIterator[Pilot[None]]:
        async with app_at() as pilot:
            app: Any = pilot.app
            app.push_screen(Conditions(app.desk, ids))
            await painted(pilot)
            yield pilot

    return opened


async def test_only_what_matters_is_asked_and_kept_by_done(
    asking: Asking, repository: TinyRepository
) -> None:
    async with asking(*ASKED) as pilot:
        assert "[ ] Osteoporosis" in seen(pilot)
        assert "[ ] Pregnancy" in seen(pilot)
        assert "Recent fracture" not in seen(pilot)
        await press(pilot, "down enter")
        assert "[x] Pregnancy" in seen(pilot)
        assert "conditions" not in stored(repository), "a mark is no answer yet"
        await press(pilot, "end enter")
        assert "[x]" not in seen(pilot)
    assert stored(repository)["conditions"] == ["pregnancy"]
    assert stored(repository)["conditions_asked"] == ["osteoporosis", "pregnancy"]


@pytest.mark.thorough
async def test_a_second_click_marks_too(asking: Asking, repository: TinyRepository) -> None:
    async with asking(*ASKED) as pilot:
        await click(pilot, "Pregnancy")
        await click(pilot, "Pregnancy")
        await click(pilot, "Done: 1 marked")
        await click(pilot, "Done: 1 marked")
        assert stored(repository)["conditions"] == ["pregnancy"]


async def test_a_list_that_is_left_or_not_touched_is_no_answer(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        app: Any = pilot.app
        for keys in ("escape", "enter escape", "ctrl+s q", "end enter escape", "n escape"):
            app.push_screen(Conditions(app.desk, ASKED))
            await painted(pilot)
            assert "[ ] Osteoporosis" in seen(pilot), keys
            await press(pilot, keys)
            assert "[ ]" not in seen(pilot), keys
            assert "left open: nothing was recorded" in lines(pilot)[0], keys
            assert not {"conditions", "conditions_asked"} & stored(repository).keys(), keys


async def test_none_of_these_is_a_line_leaves_others_alone_and_can_be_undone(
    asking: Asking, repository: TinyRepository
) -> None:
    repository.set("conditions", ["of-tomorrow", "reflux"])
    async with asking(*ASKED) as pilot:
        await press(pilot, "end up enter")
        assert "[ ]" not in seen(pilot)
        assert stored(repository)["conditions"] == ["of-tomorrow", "reflux"]
        assert stored(repository)["conditions_asked"] == ["osteoporosis", "pregnancy"]
        await press(pilot, "u")
        assert "undone: conditions: none" in lines(pilot)[0]
        assert stored(repository).get("conditions_asked") is None


@pytest.mark.thorough
async def test_what_a_condition_means_is_said_below(app_at: AppAt) -> None:
    async with app_at((40, 24)) as pilot:
        app: Any = pilot.app
        app.push_screen(Conditions(app.desk))
        await painted(pilot)
        for word in words("conditions"):
            for size in ((40, 24), (80, 24)):
                await pilot.resize_terminal(*size)
                assert word.note[1:] in flowing(pilot), (word.id, size)
            await press(pilot, "down")
        assert "enter marks" in seen(pilot)


async def test_the_settings_say_how_many_and_open_all(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((80, 40)) as pilot:
        await press(pilot, "comma")
        assert "not asked yet" in line_with(pilot, "Conditions")
        while "▌" not in line_with(pilot, "Conditions"):
            await press(pilot, "down")
        await press(pilot, "enter space ctrl+s")
        assert "1 that exercises are chosen for" in line_with(pilot, "Conditions")
        await press(pilot, "enter space end up enter")
        assert "none" in line_with(pilot, "Conditions")
    assert len(stored(repository)["conditions_asked"]) == len(words("conditions"))
