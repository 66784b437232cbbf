"""What every screen works with: the repository, the clock, and the word that something changed."""

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from textual.dom import DOMNode
from textual.signal import Signal

from backcare_tui.commands.keymap import REDOES, UNDOES, keyed
from backcare_tui.diary.custody import Custody
from backcare_tui.diary.locksmith import Locksmith
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record, with_edits
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.trial import TrialDay
from backcare_tui.diary.repository import CannotKeep, Change, Repository
from backcare_tui.diary.safekeeping import Safekeeping
from backcare_tui.diary.settings import SettingName
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.screens.frame.saves import Saves
from backcare_tui.text import say_day, say_time
from backcare_tui.wording.changes import say_change, say_change_day
from backcare_tui.wording.said import EntryWords

if TYPE_CHECKING:
    from backcare_tui.reminders.reminding import Reminding

NEWS_FOR = dt.timedelta(minutes=2)
"""How long a notice stays that is of nothing a person did."""
SITTING = dt.timedelta(hours=12)
"""How long a sitting is at most where backcare stays open for days (our own rule)."""
OF_A_DAY: tuple[type[Record], ...] = (*ENTRIES, Ability, Belief, Check, Signs, TrialDay)
"""What is about a day, which a notice names where that is not today."""
Complain = Callable[[str], object]
"""Says to the person, where they look, why something could not be done."""
Keeping = asyncio.Task[bool]
"""A change that is being kept; gives whether it is on the disk. Nobody has to wait for it."""


class Said(msgspec.Struct, frozen=True):
    """One notice: what was saved or undone, or what went wrong."""

    text: str
    kind: Literal["saved", "undone", "news", "trouble"] = "news"
    hint: str = ""
    """What can be done about it, such as `u undoes`; it is shown whole where the text is cut."""


class DiaryChanged(msgspec.Struct, frozen=True):
    """The diary is another one now than a screen has read."""

    reason: Literal["saved", "undone", "setting", "elsewhere", "new day"]
    """`elsewhere` is another process; of a `new day` nothing was written, but today or the clock is another."""
    change: Change | None = None
    """What was made or taken back here; None where undo knows of none."""

    @property
    def saved_id(self) -> str:
        """The id of the entry that was saved, of several the last one; empty where none was."""
        ids = self.change.ids if self.change and self.reason == "saved" else ()
        return ids[-1] if ids else ""


class Desk:
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
        safekeeping: Safekeeping | None = None,
    ) -> None:
        """Stand on a repository; `owner`, the app, sends the signals."""
        self.repository = repository
        self.saves = Saves(repository, owner)
        self.safekeeping = safekeeping
        """The backups of the diary; None where it has none, as one that is made up."""
        self.reminding: Callable[[], Reminding] | None = None
        """Gives what sets the reminder; None where the diary is none to be reminded of."""
        self.custody: Callable[[], Custody] | None = None
        """Looks at where the diary is kept, which takes a moment; None where it is made up."""
        self.locksmith: Locksmith | None = None  # what locks the diary; None where it is made up
        self.clock = clock
        self.began = clock.now()
        """When this sitting began: what is older is not taken back without a question."""
        self.aside = aside
        """What the heading says all the time, such as `demo`."""
        self.entry_words = EntryWords()  # found out once in a sitting, for whoever searches them
        self.said = Said("")  # the last notice
        self._said_at = self.began
        self.noticed: Signal[Said] = Signal(owner, "noticed")
        """Sent with each notice, for the screen in front."""
        self.changed: Signal[DiaryChanged] = Signal(owner, "diary changed")
        """Sent after the diary changed, here or elsewhere."""

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
            return self._refuse(error, complain)
        self.say(
            f"{self._say_saved(change, day)} · {said or change.summary}", "saved", keyed(UNDOES)
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
            return self._refuse(error, complain)
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
            return self._refuse(error, complain)
        self.say(f"saved {say_time(change.at)} · {words}", "saved", keyed(UNDOES))
        self.changed.publish(DiaryChanged("setting", change))
        return True

    def undo(self, agreed: Change | None = None) -> "asyncio.Task[Change | None]":
        """Take back the last change, and say which it was.

        Args:
            agreed: The one that the person was asked about, and said yes to.

        Returns:
            The change that must be asked about first, as it is from an earlier sitting and is not
            the one that was agreed to; then nothing was done. None where there is nothing to ask.
        """
        repository = self.repository
        step = self._step(repository.last_change, repository.undo, self._say_undone, agreed)
        return self.saves.shown(step)

    def redo(self, agreed: Change | None = None) -> "asyncio.Task[Change | None]":
        """Make again what was taken back last, and say which it was; as `undo`."""
        own = self.repository
        return self.saves.shown(self._step(own.last_undone, own.redo, self._say_redone, agreed))

    async def _step(
        self,
        last: Callable[[], Change | None],
        go: Callable[[], Change | None],
        tell: Callable[[Change | None], None],
        agreed: Change | None,
    ) -> Change | None:
        """Go a step of undo or redo; gives what must be asked about first."""

        def make() -> tuple[Change | None, Change | None]:
            with self.repository.alone():
                found = last()
                if found and found != agreed and self._is_earlier(found):
                    return found, None
                return None, go()

        try:
            asked, change = await self.saves.make(make)
        except CannotKeep as error:
            self._refuse(error, None)
            return None
        if asked is None:
            tell(change)
        return asked

    def _is_earlier(self, change: Change) -> bool:
        """Whether a change is from an earlier sitting; one ends where backcare stays open for long."""
        return change.at < self.began or self.clock.now() - change.at > SITTING

    def _say_undone(self, change: Change | None) -> None:
        if change is None:
            self.say("nothing left to undo")
            return
        self.say(f"undone: {say_change(change)}", "undone", self._of_day(change, keyed(REDOES)))
        self.changed.publish(DiaryChanged("undone", change))

    def _say_redone(self, change: Change | None) -> None:
        if change is None:
            self.say("nothing left to redo")
            return
        self.say(f"redone: {say_change(change)}", "saved", self._of_day(change, keyed(UNDOES)))
        self.changed.publish(DiaryChanged("saved", change))

    def _of_day(self, change: Change, hint: str) -> str:
        """A hint after the day of a change, so that the day is not cut where the notice is."""
        return " · ".join(filter(None, (say_change_day(change, self.clock.today()), hint)))

    def find(self, id_: str, complain: Complain | None = None) -> Record | None:
        """The entry of an id; where there is none any more, that is said."""
        try:
            return self.repository.find(id_)
        except BadValue as error:
            self._refuse(error, complain)
            return None

    def _say_saved(self, change: Change, day: dt.date | None) -> str:
        """`saved 08:12`; of another day `saved for Tue 10 Mar`."""
        today = self.clock.today()
        if day in {None, today}:
            return f"saved {say_time(change.at)}"
        return f"saved for {say_day(day, today)}"

    def announce(self, changed: DiaryChanged, words: str = "") -> None:
        """Have every screen look at the diary again; say why, where there are words for it."""
        if words:
            self.say(words)
        self.changed.publish(changed)

    def say(
        self,
        text: str,
        kind: Literal["saved", "undone", "news", "trouble"] = "news",
        hint: str = "",
    ) -> None:
        """Show a notice."""
        self.said, self._said_at = Said(text, kind, hint), self.clock.now()
        self.noticed.publish(self.said)

    def forget_news(self) -> None:
        """News of a while ago is none; what was saved, and what went wrong, stays until the next."""
        is_news = self.said.kind == "news" and self.said.text
        if is_news and self.clock.now() - self._said_at >= NEWS_FOR:
            self.say("")

    def complain(self, sentence: str) -> None:
        """Say in a notice what is wrong."""
        self.say(sentence, "trouble")

    def _refuse(self, error: Exception, complain: Complain | None) -> Literal[False]:
        """The one place in which it is said that something cannot be done.

        What is refused may be so because another process wrote, which only this attempt has read.
        """
        (complain or self.complain)(str(error))
        self.changed.publish(DiaryChanged("elsewhere"))
        return False


def day_of(record: Record) -> dt.date | None:
    """The day that an entry is about; None for what is about none, such as a person or a course."""
    return record.day if isinstance(record, OF_A_DAY) else None
