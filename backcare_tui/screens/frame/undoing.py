"""Undo and redo: one step, unless it is of an earlier sitting and was not agreed to."""

import asyncio
import datetime as dt
from collections.abc import Callable

from textual.content import Content

from backcare_tui.commands.hints import BETWEEN, hint
from backcare_tui.commands.keymap import REDOES, UNDOES
from backcare_tui.diary.repository import CannotKeep, Change, Repository
from backcare_tui.screens.frame.saves import Saves
from backcare_tui.screens.frame.saying import DiaryChanged, Speaker
from backcare_tui.wording.changes import say_change, say_change_day

SITTING = dt.timedelta(hours=12)
"""How long a sitting is at most where backcare stays open for days (our own rule)."""


class Undoing:
    """Takes changes back and makes them again, and says which they were."""

    def __init__(self, repository: Repository, saves: Saves, speaker: Speaker) -> None:
        """From now on it is one sitting."""
        self._repository = repository
        self._saves = saves
        self._speaker = speaker
        self._began = speaker.clock.now()
        """When this sitting began: what is older is not taken back without a question."""

    def undo(self, agreed: Change | None = None) -> "asyncio.Task[Change | None]":
        """Take back the last change, and say which it was.

        Args:
            agreed: The one that the person was asked about, and said yes to.

        Returns:
            The change that must be asked about first, as it is from an earlier sitting and is not
            the one that was agreed to; then nothing was done. None where there is nothing to ask.
        """
        repository = self._repository
        step = self._step(repository.last_change, repository.undo, self._say_undone, agreed)
        return self._saves.shown(step)

    def redo(self, agreed: Change | None = None) -> "asyncio.Task[Change | None]":
        """Make again what was taken back last, and say which it was; as `undo`."""
        own = self._repository
        return self._saves.shown(self._step(own.last_undone, own.redo, self._say_redone, agreed))

    async def _step(
        self,
        last: Callable[[], Change | None],
        go: Callable[[], Change | None],
        tell: Callable[[Change | None], None],
        agreed: Change | None,
    ) -> Change | None:
        """Go a step of undo or redo; gives what must be asked about first."""

        def make() -> tuple[Change | None, Change | None]:
            with self._repository.alone():
                found = last()
                if found and found != agreed and self._is_earlier(found):
                    return found, None
                return None, go()

        try:
            asked, change = await self._saves.make(make)
        except CannotKeep as error:
            self._speaker.refuse(error, None)
            return None
        if asked is None:
            tell(change)
        return asked

    def _is_earlier(self, change: Change) -> bool:
        """Whether a change is from an earlier sitting; one ends where backcare stays open for long."""
        return change.at < self._began or self._speaker.clock.now() - change.at > SITTING

    def _say_undone(self, change: Change | None) -> None:
        if change is None:
            self._speaker.say("nothing left to undo")
            return
        self._speaker.say(f"undone: {say_change(change)}", "undone", self._of_day(change, REDOES))
        self._speaker.changed.publish(DiaryChanged("undone", change))

    def _say_redone(self, change: Change | None) -> None:
        if change is None:
            self._speaker.say("nothing left to redo")
            return
        self._speaker.say(f"redone: {say_change(change)}", "saved", self._of_day(change, UNDOES))
        self._speaker.changed.publish(DiaryChanged("saved", change))

    def _of_day(self, change: Change, keys: str) -> Content:
        """The keys after the day of a change, so that the day is not cut where the notice is."""
        day = say_change_day(change, self._speaker.clock.today())
        return Content(BETWEEN).join([Content(day)] * bool(day) + [hint(keys)])
