"""Holds on the disk how far a session is, beside what is played."""

import asyncio
from collections.abc import Callable
from functools import partial

from backcare_tui.diary.repository import CannotKeep
from backcare_tui.player.persistence import hold
from backcare_tui.player.session import UnderWay
from backcare_tui.screens.frame.desk import Desk


class Holding:
    """The latest state is held, one after the other; where that fails it is said, and playing goes on."""

    def __init__(self, desk: Desk, tell: Callable[[str], None]) -> None:
        """Nothing is held yet.

        Args:
            desk: Where it is kept.
            tell: Says what went wrong; nothing is empty.
        """
        self._desk, self._tell = desk, tell
        self._latest: UnderWay | None = None
        self._task: asyncio.Task[None] | None = None

    def hold(self, under_way: UnderWay) -> None:
        """Hold a session as it stands, after what is being held already."""
        self._latest = under_way
        if self._task is None or self._task.done():
            self._task = self._desk.saves.quietly(self._hold_latest())

    def end(self) -> None:
        """The session is over: nothing of it is held any more."""
        self._latest = None

    async def settle(self) -> None:
        """Wait until the latest is held."""
        if self._task:
            await self._task

    async def keep(self, make: Callable[[], None]) -> None:
        """Keep something else by the way."""
        trouble = ""
        try:
            await self._desk.saves.make(make)
        except CannotKeep as error:
            trouble = str(error)
        self._tell(trouble)

    async def _hold_latest(self) -> None:
        held = None
        while self._latest is not None and held is not self._latest:
            held = self._latest
            await self.keep(partial(hold, self._desk.repository, held))
