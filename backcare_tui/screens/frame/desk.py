"""What every screen works with: the repository, the clock, and the word that something changed."""

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.dom import DOMNode

from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import UNDOES
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record, with_edits
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.trial import TrialDay
from backcare_tui.diary.repository import CannotKeep, Change, Repository
from backcare_tui.diary.settings import SettingName
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.screens.frame.saves import Saves
from backcare_tui.screens.frame.saying import Complain, DiaryChanged, Said, Speaker
from backcare_tui.screens.frame.undoing import Undoing
from backcare_tui.screens.frame.upkeep import NO_UPKEEP, Upkeep
from backcare_tui.text import say_day, say_time

if TYPE_CHECKING:
    from backcare_tui.wording.said import EntryWords

__all__ = ["Complain", "Desk", "DiaryChanged", "Keeping", "Said", "day_of"]

OF_A_DAY: tuple[type[Record], ...] = (*ENTRIES, Ability, Belief, Check, Signs, TrialDay)
"""What is about a day, which a notice names where that is not today."""
Keeping = asyncio.Task[bool]
"""A change that is being kept; gives whether it is on the disk. Nobody has to wait for it."""


class Desk(Speaker):
    """Handed to each screen by the app, so that no screen needs to know the app.

    Every change of the diary goes over it: it is made beside the interface, said in a notice once it is on the disk,
    and announced to all screens; where it cannot be made that is said, the diary stays as it was, and it gives False, so
    that a form can stay open with all that was typed. The change is begun at once; who does something after it awaits
    it, in a worker, as a handler that waits would stand in the way of the keys:

        @work
        async def action_save(self) -> None:
            if await self.desk.add(entry, words="pain 4", complain=self.complain):
                self.app.pop_screen()

    `words` are what the notice and undo call the change. `complain` says what is wrong, else the notice of the places.
    """

    def __init__(
        self,
        repository: Repository,
        clock: Clock,
        owner: DOMNode,
        aside: str = "",
        upkeep: Upkeep = NO_UPKEEP,
    ) -> None:
        """Stand on a repository; `owner`, the app, sends the signals."""
        super().__init__(clock, owner)
        self.repository = repository
        self.saves = Saves(repository, owner)
        self._undoing = Undoing(repository, self.saves, self)
        self.upkeep = upkeep
        """What there is to look after the file with."""
        self.aside = aside
        """What the heading says all the time, such as `demo`."""

    @cached_property
    def entry_words(self) -> "EntryWords":
        """What entries say, found out once in a sitting, for whoever searches them."""
        from backcare_tui.wording.said import EntryWords

        return EntryWords()

    def add(self, *records: Record, words: str, complain: Complain | None = None) -> Keeping:
        """Keep new records as one change; whether they are on the disk."""
        return self.keep(
            lambda: self.repository.add(*records, summary=words),
            day=day_of(records[-1]),
            complain=complain,
        )

    def change(self, record: Record, *, words: str, complain: Complain | None = None) -> Keeping:
        """Put a record in the place of the one with its id; whether it is on the disk."""
        return self.keep(
            lambda: self.repository.change(record, summary=words),
            day=day_of(record),
            complain=complain,
        )

    def put(self, *records: Record, words: str, complain: Complain | None = None) -> Keeping:
        """Keep records as one change, new ones and changed ones; whether they are on the disk."""
        return self.keep(
            lambda: self.repository.put(*records, summary=words),
            day=day_of(records[-1]),
            complain=complain,
        )

    def revise(  # noqa: PLR0913 - one for each thing that is said of it
        self,
        opened: Record,
        record: Record,
        *others: Record,
        words: str,
        brings_back: bool = True,
        day: dt.date | None = None,
        complain: Complain | None = None,
    ) -> Keeping:
        """Put what a person changed of an entry over the entry as it is by now.

        What another process changed of it meanwhile stays.

        Args:
            opened: The entry as the person found it.
            record: The entry as they left it.
            others: What is kept with it by the same change.
            words: What the notice and undo call it.
            brings_back: Whether an entry that was deleted elsewhere comes back, so that nothing
                typed is lost; else that is complained of.
            day: The day that was spoken of, where it is not that of the entry.
            complain: Says what is wrong.

        Returns:
            Whether all of it is on the disk.
        """

        def make() -> Change:
            with self.repository.alone():
                try:
                    found = self.repository.find(opened.id)
                except BadValue:
                    if not brings_back:
                        raise
                    said = f"{words} (it was deleted elsewhere, now it is back)"
                    return self.repository.put(*others, record, summary=said)
                return self.repository.put(
                    *others, with_edits(found, opened, record), summary=words
                )

        return self.keep(make, day=day or day_of(record), complain=complain)

    def remove(
        self,
        *ids: str,
        words: str,
        said: str = "",
        day: dt.date | None = None,
        complain: Complain | None = None,
    ) -> Keeping:
        """Remove records as one change; whether they are gone. The notice is `said`, else `words`."""
        return self.keep(
            lambda: self.repository.remove(*ids, summary=words),
            said=said,
            day=day,
            complain=complain,
        )

    def keep(
        self,
        make: Callable[[], Change],
        *,
        said: str = "",
        day: dt.date | None = None,
        complain: Complain | None = None,
    ) -> Keeping:
        """Make a change that reads before it writes; whether it is on the disk.

        Args:
            make: Makes it; may raise BadValue and CannotKeep.
            said: What the notice calls it, where that is not its summary.
            day: The day that it is about, which the notice says where that is not today.
            complain: Says what is wrong.
        """
        return self.saves.shown(self._keep(make, said, day, complain))

    async def _keep(
        self,
        make: Callable[[], Change],
        said: str,
        day: dt.date | None,
        complain: Complain | None,
    ) -> bool:
        try:
            change = await self.saves.make(make)
        except (BadValue, CannotKeep) as error:
            return self.refuse(error, complain)
        self.say(
            f"{self._say_saved(change, day)} · {said or change.summary}", "saved", hint(UNDOES)
        )
        self.changed.publish(DiaryChanged("saved", change))
        return True

    def set(
        self,
        name: SettingName,
        value: Any,
        *,
        words: str = "",
        complain: Complain | None = None,
    ) -> Keeping:
        """Keep one setting, None to forget it; whether it is on the disk. Undo does not touch it."""
        return self.saves.shown(self._set(name, value, words, complain))

    def note(self, name: SettingName, value: Any, *, is_told: bool = False) -> None:
        """Keep by the way what a person was shown; where that cannot be, it is shown once more.

        Args:
            name: The setting.
            value: What it holds from now on.
            is_told: Whether all screens look at the diary again.
        """
        self.saves.quietly(self._note(name, value, is_told))

    async def _note(self, name: SettingName, value: Any, is_told: bool) -> None:  # noqa: FBT001 - see `note`
        with suppress(CannotKeep):
            await self.saves.make(lambda: self.repository.set(name, value))
            if is_told:
                self.announce(DiaryChanged("setting"))

    async def _set(
        self, name: SettingName, value: Any, words: str, complain: Complain | None
    ) -> bool:
        try:
            await self.saves.make(lambda: self.repository.set(name, value))
        except (BadValue, CannotKeep) as error:
            return self.refuse(error, complain)
        self.announce(DiaryChanged("setting"), words)
        return True

    def set_all(
        self, values: Mapping[SettingName, Any], *, words: str, complain: Complain | None = None
    ) -> Keeping:
        """Keep what a person stated as one change that undo takes back; whether it is on the disk."""
        return self.saves.shown(self._set_all(values, words, complain))

    async def _set_all(
        self, values: Mapping[SettingName, Any], words: str, complain: Complain | None
    ) -> bool:
        try:
            change = await self.saves.make(lambda: self.repository.set_all(values, words))
        except (BadValue, CannotKeep) as error:
            return self.refuse(error, complain)
        self.say(f"saved {say_time(change.at)} · {words}", "saved", hint(UNDOES))
        self.changed.publish(DiaryChanged("setting", change))
        return True

    def undo(self, agreed: Change | None = None) -> "asyncio.Task[Change | None]":
        """Take back the last change, and say which it was; see `Undoing`."""
        return self._undoing.undo(agreed)

    def redo(self, agreed: Change | None = None) -> "asyncio.Task[Change | None]":
        """Make again what was taken back last, and say which it was; as `undo`."""
        return self._undoing.redo(agreed)

    def find(self, id_: str, complain: Complain | None = None) -> Record | None:
        """The entry of an id; where there is none any more, that is said."""
        try:
            return self.repository.find(id_)
        except BadValue as error:
            self.refuse(error, complain)
            return None

    def _say_saved(self, change: Change, day: dt.date | None) -> str:
        """`saved 08:12`; of another day `saved for Tue 10 Mar`."""
        today = self.clock.today()
        if day in {None, today}:
            return f"saved {say_time(change.at)}"
        return f"saved for {say_day(day, today)}"

    def announce(self, changed: DiaryChanged, words: str = "") -> None:
        """Say times and amounts as the diary has it by now, and have every screen look at it again."""
        self.saves.follow_customs()
        super().announce(changed, words)


def day_of(record: Record) -> dt.date | None:
    """The day that an entry is about; None for what is about none, such as a person or a course."""
    return record.day if isinstance(record, OF_A_DAY) else None
