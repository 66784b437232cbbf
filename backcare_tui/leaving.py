"""What is under way is brought onto the disk before the app ends, or goes to the background."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from textual.app import App

from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.saves import Unfinished

PATIENCE_S = 2.0
"""Seconds that a signal waits for what is kept before the terminal is given back."""


class Leaving:
    """Keeps what was typed as drafts, and then ends the app."""

    def __init__(
        self, app: App[None], desk: Desk, until_typed: Callable[[], Awaitable[None]]
    ) -> None:
        """End this app.

        Args:
            app: The app.
            desk: Whose saves are waited for.
            until_typed: Waits until all that was typed is where it belongs.
        """
        self._app, self._desk, self._until_typed = app, desk, until_typed

    async def keep_all(self) -> list[Unfinished]:
        """Have all on the disk that is under way; gives the screens of which that could not be."""
        await self._desk.saves.finish()
        return [screen for screen in self._unfinished() if not await screen.keep_state()]

    async def rest(self) -> None:
        """Keep all, as one goes away for a while; what cannot be kept stays on its screen."""
        await self._desk.saves.shown(self.keep_all())

    async def end(self) -> None:
        """End, as a signal asks for: what cannot be kept in a moment is left behind."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                await self._until_typed()
                await self.keep_all()
        self._app.exit()

    async def quit(self) -> None:
        """End, as a person asks for: what cannot be kept is told first, and left behind if they ask again."""
        for screen in await self._desk.saves.shown(self.keep_all()):
            if not screen.is_warned:
                screen.warn("ctrl+q")
                return
        self._desk.saves.give_up()  # what is not kept by now is left behind on purpose
        self._app.exit()

    def _unfinished(self) -> tuple[Unfinished, ...]:
        """The screens of all places on which something is under way, the uppermost first."""
        stacks = self._app._screen_stacks.values()  # noqa: SLF001 - Textual only names the stack in front
        shown = (screen for stack in stacks for screen in reversed(stack))
        return tuple(screen for screen in shown if isinstance(screen, Unfinished))
