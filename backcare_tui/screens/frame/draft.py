"""What was typed into a form and is not saved: on the disk, so that closing and a crash lose none of it."""

import asyncio
import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

from backcare_tui.commands.keymap import keyed
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.first_key import other_day_of_draft
from backcare_tui.text import say_day

Values = dict[str, Any]
"""What the fields hold, as plain values under the names that they have in the file."""
WAITING = "waiting"
"""What a draft has beside the fields where one of another day waits behind it."""


class Draft:
    """One form's draft: what of it is on the disk, what waits behind it, what was emptied."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        typed: Callable[[], Values],
        dated: Callable[[Values], Values],
    ) -> None:
        """Nothing is read yet.

        Args:
            desk: Where it is kept.
            name: As the diary knows it; a form that goes to another day gives another one.
            typed: Gives what the fields hold now.
            dated: Gives that with the days on which it was meant.
        """
        self.name = name
        self.is_kept = False
        """Whether what stands in the form is a draft on the disk."""
        self.held: Values = {}
        """What stood in the form when it was last kept, or at first."""
        self._desk, self._typed, self._dated = desk, typed, dated
        self._emptied: Values = {}
        self._waiting: Values = {}
        """A draft of another day, which what is typed now must not take the place of."""
        self._writing = asyncio.Lock()
        """Held while it is written: one after the other, and the last one stays."""

    @property
    def is_writing(self) -> bool:
        """Whether it is being written."""
        return self._writing.locked()

    def begin(self, *, is_of_now: bool) -> tuple[Values, str]:
        """What was typed before, nothing where there is no draft or it waits, and what to say of it.

        Args:
            is_of_now: Whether the form begins an entry of this moment: three keys must not land in
                a draft of another day, which waits then.
        """
        draft = dict(self._desk.repository.draft(self.name) or {})
        today = self._desk.clock.today()
        other_day = other_day_of_draft(draft, today) if draft and is_of_now else None
        self.is_kept = bool(draft) and other_day is None
        if other_day:
            self._waiting = self._emptied = draft
            which = "from before" if other_day == dt.date.min else f"of {say_day(other_day)}"
            return {}, f"A draft {which} is kept; " + keyed("{form.discard} opens it.")
        self._waiting = draft.pop(WAITING, {})
        words = "Your draft from before; {form.discard} empties it."
        return draft, keyed(words) if self.is_kept else ""

    async def write(self) -> None:
        """Keep what was typed since the last time.

        Raises:
            BadValue: It cannot be read as it stands.
            CannotKeep: It could not be made durable.
        """
        async with self._writing:
            values = self._typed()
            if values != self.held and not self._desk.repository.read_only:
                waiting = {WAITING: self._waiting} if self._waiting else {}
                await self._put(self._dated(values) | waiting)
                self.held, self.is_kept = values, True

    async def forget(self) -> None:
        """It was saved as an entry, or emptied.

        Raises:
            CannotKeep: It stays behind on the disk.
        """
        async with self._writing:
            self.held = self._typed()
            if self.is_kept:
                self.is_kept = False
                await self._put(self._waiting or None)

    def empty(self, stood: Values) -> None:
        """Know what stood in the form, for who wants it back."""
        self._emptied = stood

    def bring_back(self) -> Values:
        """What was emptied, or of another day, is the draft again; nothing where there is none."""
        brought, self._emptied = self._emptied, {}
        if brought:
            self._waiting, self.is_kept = brought.get(WAITING, {}), True
        return brought

    async def _put(self, draft: Values | None) -> None:
        keep = partial(self._desk.repository.keep_draft, self.name, draft)
        await self._desk.saves.make(keep)
