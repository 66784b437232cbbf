"""What is done about the diary's file while the app is open, in threads: backups, copies, an inbox."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from textual.app import App

from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.store.copies import Copies, Looked
from backcare_tui.store.due import DueBackups

if TYPE_CHECKING:
    from backcare_tui.inbox import Settling


class Tended(NamedTuple):
    """What is looked after while a diary is open; None of it for one that is made up."""

    due: DueBackups | None = None
    """The backups that are to be made, each once the change before it was said."""
    copies: Copies | None = None
    """What finds the copies that a file sync leaves beside the diary."""
    inbox: "Settling | None" = None
    """What takes in that which is logged for a locked diary."""


UNTENDED = Tended()


class Tending:
    """Makes the backups that are due, and takes in what others left beside the diary.

    All of it takes longer than a key may wait, so each is done in a thread, and said once it is done.
    """

    def __init__(self, app: App[None], desk: Desk, tended: Tended) -> None:
        """Tend to one diary.

        Args:
            app: Whose workers they are.
            desk: Says what came of it.
            tended: What there is to look after.
        """
        self._app, self._desk, self._tended = app, desk, tended
        self._is_taking_in = False

    def look(self, taken_in: Callable[[], object]) -> None:
        """See whether there is something to do, which costs a listing of a folder.

        Args:
            taken_in: Called on the app's thread once the diary may have been changed by it.
        """
        due, copies, inbox = self._tended
        if due and due.waits:
            self._in_thread(self._settle, due)
        if self._is_taking_in:
            return
        if copies and copies.are_new():
            self._is_taking_in = True
            self._in_thread(self._merge, copies, taken_in)
        elif inbox and inbox.waits:
            self._is_taking_in = True
            self._in_thread(self._take_in, inbox)

    def _in_thread(self, do: Callable[..., None], *of: object) -> None:
        self._app.run_worker(lambda: do(*of), thread=True, exit_on_error=False)

    def _settle(self, due: DueBackups) -> None:
        for sentence in due.settle():
            self._app.call_later(self._desk.complain, sentence)

    def _merge(self, copies: Copies, taken_in: Callable[[], object]) -> None:
        looked: tuple[Looked, ...] = ()
        try:
            looked = copies.take_in()
        finally:
            self._app.call_later(self._app.run_worker, self._say_merged(looked, taken_in))

    async def _say_merged(self, looked: tuple[Looked, ...], taken_in: Callable[[], object]) -> None:
        from backcare_tui.wording.merges import say_briefly  # noqa: PLC0415 - rarely needed

        await self._desk.saves.finish()  # the diary is not looked at while something is saved
        self._is_taking_in = False
        taken_in()
        if looked:
            today = self._desk.clock.now().date()
            texts, asked = zip(*(say_briefly(each, today) for each in looked), strict=True)
            self._desk.say(" · ".join(texts), hint=" · ".join(filter(None, asked)))

    def _take_in(self, inbox: "Settling") -> None:
        said: tuple[str, ...] = ()
        try:
            said = inbox.take()
        finally:
            self._app.call_later(self._say_taken_in, said)

    def _say_taken_in(self, said: tuple[str, ...]) -> None:
        self._is_taking_in = False
        if said:
            self._desk.announce(DiaryChanged("elsewhere"), " ".join(said))
