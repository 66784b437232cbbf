"""The diary gets another file, locked or unlocked, while it is open: all is kept, it is done, and opened anew."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from textual.app import App

from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.requests import ReopenAfter
from backcare_tui.screens.frame.saves import Unfinished
from backcare_tui.store.due import DueBackups

NOT_KEPT = "What is open elsewhere cannot be kept now, so nothing was done. Close it first."


class Reopening:
    """Ends an app once the file of its diary was changed for another one.

    The app that has a diary open knows one file and one key. Rather than change both under all that stands on them,
    it ends, and whoever runs it opens the diary anew, as after any start: so nothing holds on to the file of before.
    """

    def __init__(
        self,
        app: App[None],
        desk: Desk,
        due: DueBackups | None,
        keep_all: Callable[[], Coroutine[Any, Any, Sequence[Unfinished]]],
    ) -> None:
        """End this app.

        Args:
            app: The app.
            desk: Whose saves are made in turn.
            due: The backups that are due; they are made first, as they belong to the file of before.
            keep_all: Keeps what is under way; gives the screens of which that could not be.
        """
        self._app, self._desk, self._due, self._keep_all = app, desk, due, keep_all
        self.said: tuple[str, ...] | None = None
        """What is to be said once the diary is open again; None where it is not to be."""
        self.is_under_way = False
        """Whether the file is being changed, and is not to be looked at."""

    async def take(self, request: ReopenAfter) -> None:
        """Do it and end the app, or say why it cannot be done."""
        if await self._desk.saves.shown(self._keep_all()):
            request.refused(NOT_KEPT)
            return
        self.is_under_way = True
        said, error = await self._desk.saves.shown(self._done(request))
        self.is_under_way = False
        if error:
            request.refused(error)
        else:
            self.said = said
            self._app.exit()

    async def _done(self, request: ReopenAfter) -> tuple[tuple[str, ...], str]:
        """What was said of it, or why it could not be."""
        try:
            return await self._desk.saves.make(partial(self._settled, request)), ""
        except (CannotKeep, CannotOpen) as error:
            return (), str(error)

    def _settled(self, request: ReopenAfter) -> tuple[str, ...]:
        """In the thread that saves, so that nothing is changed between the backups and this."""
        failed = self._due.settle() if self._due else ()
        return (*request.do(), *failed)
