"""Keys in turn: each is looked at once all that came of the one before is done.

Textual gives a key to what has the focus when the key arrives. What the one before it does, as tab
does or a key that opens a form, comes only after the key has gone up through the queues of a field
and all that is around it. So of keys that come together, from a paste, a macro or a slow line, the
next ones went into the field that was to be left, and into the place behind the form.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from contextvars import copy_context
from typing import Any

from textual.app import App, ScreenStackError
from textual.events import Event, InputEvent, Key, Paste
from textual.message_pump import MessagePump

PATIENCE_S = 10.0
"""How long a key waits for the one before it; only what hangs takes so long."""
ROUNDS = 20
"""How often what answers each other is waited for: a key is a few, and a clock may never end."""
LOOK_S = 0.25
"""How often it is looked whether what one waits for is still there."""


class InTurn:
    """Hands on what a person does, one thing after the other."""

    def __init__(
        self,
        app: App[Any],
        hand_on: Callable[[Event], Awaitable[None]],
        settled: asyncio.Event,
    ) -> None:
        """Stand between the terminal and the app.

        Args:
            app: Whose widgets are waited for.
            hand_on: What the app does with an event; it runs as a message of the app.
            settled: Set while nothing is saved that the next key has to wait for.
        """
        self._app = app
        self._settled = settled
        self._hand_on = hand_on
        self._waiting: deque[Event] = deque()
        self._task: asyncio.Task[None] | None = None
        self._context = copy_context()
        """That of the beginning: a later one names a form, and a timer would hold it after its end."""

    async def take(self, event: Event) -> None:
        """Take in an event of the app: keys wait for keys, the pointer too; nothing else waits."""
        is_done_by_hand = isinstance(event, InputEvent | Paste) and not event.is_forwarded
        is_busy = self._task or not self._settled.is_set()
        if is_done_by_hand and (is_busy or isinstance(event, Key | Paste)):
            self._waiting.append(event)
            self._task = self._task or asyncio.create_task(
                self._hand_on_all(), context=self._context
            )
        else:
            await self._hand_on(event)

    async def until_done(self) -> None:
        """Wait until all that was done by hand so far is handed on."""
        if self._task:
            await asyncio.wait({self._task})

    async def _hand_on_all(self) -> None:
        try:
            await self._rest()
            while self._waiting:
                self._app.call_later(self._hand_on, self._waiting.popleft())
                await self._rest()
        finally:
            self._task = None

    async def _rest(self) -> None:
        """Wait until no message is left to the app, the screen in front, and all in it.

        What is saved meanwhile is waited for, too; what is done after it may save more.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                await self._pass_all()
                while not self._settled.is_set():
                    await self._settled.wait()
                    await self._pass_all()

    async def _pass_all(self) -> None:
        for node in self._line():
            await _passed(node)
        for _ in range(ROUNDS):
            if not (busy := [node for node in self._all() if node.message_queue_size]):
                break
            for node in busy:
                await _passed(node)

    def _line(self) -> Iterator[MessagePump]:
        """The way that a key goes: from what has the focus up to the app."""
        with suppress(ScreenStackError):
            screen = self._app.screen
            yield from (screen.focused or screen).ancestors_with_self
            # What is opened by the key is in front only by now.
            if self._app.screen is not screen:
                yield from self._line()

    def _all(self) -> Iterator[MessagePump]:
        yield self._app
        with suppress(ScreenStackError):
            yield from self._app.screen.walk_children(with_self=True)


async def _passed(node: MessagePump) -> None:
    """Wait until a node has worked off what it was given so far."""
    passed = asyncio.Event()
    if not node.call_later(passed.set):
        return
    while not passed.is_set() and not _is_gone(node):
        with suppress(TimeoutError):
            await asyncio.wait_for(passed.wait(), LOOK_S)


def _is_gone(node: MessagePump) -> bool:
    return not node.is_attached or (node.is_dom_root and not node.is_running)
