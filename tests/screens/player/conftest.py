"""A routine that is being played."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

import pytest
from textual.pilot import Pilot

from tests.conftest import AppAt
from tests.screens.player.playing import Seconds, begin, wait


@pytest.fixture
def seconds() -> Seconds:
    """The clock of the player, which stands still until it is stepped."""
    return Seconds()


class Playing(Protocol):
    """Opens the app and plays for so many seconds, after a number for pain before."""

    def __call__(
        self, length_s: float = 0, key: str = "3", size: tuple[int, int] = (80, 24)
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the player in front."""


@pytest.fixture
def playing(app_at: AppAt, seconds: Seconds) -> Playing:
    """The routine `EASE`, played over Today."""

    @asynccontextmanager
    async def played(
        length_s: float = 0, key: str = "3", size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Pilot[None]]:
        async with app_at(size) as pilot:
            await begin(pilot, seconds, key)
            await wait(pilot, seconds, length_s)
            yield pilot

    return played
