"""A screen opened over Today, as many tests of one begin."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

from textual.pilot import Pilot
from textual.screen import Screen

from backcare_tui.screens.frame.desk import Desk
from tests.conftest import AppAt
from tests.screens.seen import painted


class Opens(Protocol):
    """Opens the screen, in a terminal of so many columns and rows."""

    def __call__(
        self, size: tuple[int, int] = (80, 24)
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the screen in front."""


def over_today(app_at: AppAt, screen: Callable[[Desk], Screen[Any]]) -> Opens:
    """What opens a screen that is made of the desk."""

    @asynccontextmanager
    async def opened(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
        async with app_at(size) as pilot:
            app: Any = pilot.app
            app.push_screen(screen(app.desk))
            await painted(pilot)
            yield pilot

    return opened
