"""Saving beside the interface: in order, in a thread, and whoever waits for it sees what for."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Protocol, TypeVar, runtime_checkable

from textual.dom import DOMNode

from backcare_tui import screens
from backcare_tui.diary.repository import GIVEN_UP, CannotKeep, Repository
from backcare_tui.library.regions import follow_customs

T = TypeVar("T")
SHOWN_AFTER_S = 0.15
"""How long a save takes before it is said what is waited for."""
SAVE = "save"
"""What its tasks are called."""


class Saves:
    """Makes changes one after the other while the interface goes on.

    A change is made in a thread, in the order in which it was asked for, and is there to the last
    byte once `make` gives it. Two ways lead there. What a person asked for is `shown`: their next
    keys wait until it is done, and where that takes longer than a moment, a dialog says so and takes
    the keys; esc gives up the wait for another process. What is kept by the way goes `quietly`:

        async def keep(self) -> None:
            change = await self.saves.make(lambda: self.repository.add(entry))
            self.say(change.summary)

        self.saves.shown(self.keep())
    """

    def __init__(self, repository: Repository, owner: DOMNode) -> None:
        """Change this diary; `owner` is the app."""
        self._repository, self._owner = repository, owner
        self._thread = ThreadPoolExecutor(1, SAVE)
        self._asked = 0
        """How many changes were asked for so far."""
        self._given_up = 0
        """How many of them were given up: none of these begins any more."""
        self._tasks: set[asyncio.Task[Any]] = set()
        self._shown: set[asyncio.Task[Any]] = set()
        self._dialog: screens.Waiting | None = None
        self._is_given_up = False
        """Whether what is shown is to make no further change."""
        self.settled = asyncio.Event()
        """Set while keys may go on: nothing is waited for, or the dialog takes them."""
        self.settled.set()
        self.follow_customs()

    @property
    def is_free(self) -> bool:
        """Whether nobody waits for anything."""
        return not self._shown

    async def make(self, change: Callable[[], T]) -> T:
        """Make a change in the thread, after those before it; raises what it raises.

        Who stops waiting for it does not stop it.

        Raises:
            CannotKeep: If it was given up.
        """
        if self._is_given_up:
            raise CannotKeep(GIVEN_UP)
        self._asked += 1
        number = self._asked

        def in_turn() -> T:
            if number <= self._given_up:
                raise CannotKeep(GIVEN_UP)
            try:
                return change()
            finally:  # what is said of it is said as the settings are now
                self.follow_customs()

        return await asyncio.shield(asyncio.wrap_future(self._thread.submit(in_turn)))

    def follow_customs(self) -> None:
        """Say times and amounts as the settings of the diary have it."""
        follow_customs(self._repository.settings())

    def quietly(self, saving: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin to save what nobody waits for."""
        task = asyncio.create_task(saving, name=SAVE)
        self._tasks.add(task)
        task.add_done_callback(self._look_after)
        return task

    def shown(self, saving: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin to save what a person waits for."""
        task = self.quietly(saving)
        self._shown.add(task)
        task.add_done_callback(self._let_go_on)
        self._hold_keys()
        return task

    async def finish(self) -> None:
        """Wait until all is made, or given up, that was asked for, and what came of it."""
        while others := self._tasks - {asyncio.current_task()}:
            await asyncio.wait(others)
            await asyncio.sleep(0)  # whoever waited for it goes on, and may save more
        with suppress(CannotKeep):
            await self.make(lambda: None)

    async def close(self) -> None:
        """Finish, and let go of the thread."""
        await self.finish()
        self._thread.shutdown(wait=False)

    def give_up(self) -> None:
        """Wait for no other process any more: what is not being written yet is not made.

        Nor does what a person waits for begin another wait.
        """
        self._is_given_up = bool(self._shown)
        self._given_up = self._asked
        self._repository.give_up()

    def _hold_keys(self) -> None:
        self.settled.clear()
        asyncio.get_running_loop().call_later(SHOWN_AFTER_S, self._show, frozenset(self._shown))

    def _show(self, waited_for: frozenset[asyncio.Task[Any]]) -> None:
        """Say what is waited for, if any of it still is."""
        if self._shown & waited_for and self._dialog is None and self._owner.app.is_running:
            self._dialog = screens.Waiting(lambda: self._repository.is_waiting, self.give_up)
            self._owner.app.push_screen(self._dialog)
            self.settled.set()

    def _let_go_on(self, task: asyncio.Task[Any]) -> None:
        """Put the dialog away, as what comes next may close the screen below it."""
        self._shown.discard(task)
        if self._dialog:
            self._dialog.close()
            self._dialog = None
        if self._shown:
            self._hold_keys()
        else:
            self._is_given_up = False
            self.settled.set()

    def _look_after(self, task: asyncio.Task[Any]) -> None:
        """A fault of the program in a task is one of the app."""
        self._tasks.discard(task)
        with suppress(asyncio.CancelledError):
            if error := task.exception():
                self._owner.call_later(_raise, error)


@runtime_checkable
class Unfinished(Protocol):
    """A screen on which something is under way that can be gone on with later."""

    is_warned: bool
    """Whether it may be closed without being kept."""

    async def keep_state(self) -> bool:
        """Keep it as it stands; False where that cannot be, which is said."""

    def warn(self, key: str) -> None:
        """Say that it cannot be kept, and that a key closes without it when it is pressed again."""


def _raise(error: BaseException) -> None:
    raise error
