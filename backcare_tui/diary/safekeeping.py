"""What the upper floors know of backups, restoring and recovery: `Safekeeping`, and what it gives."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Literal, Protocol, TypeVar

import msgspec

K = TypeVar("K")


class BackupReason(Enum):
    """Why a backup was made."""

    DAY = "day"
    """What stood there before the first change of a day."""
    ASKED = "asked"
    RESTORE = "restore"
    MIGRATION = "migration"
    IMPORT = "import"
    MERGE = "merge"
    LOCK = "lock"


class Backup(msgspec.Struct, frozen=True):
    """One backup: the whole diary as it was, compressed."""

    path: Path
    day: dt.date
    """The day on which it was made."""
    reason: BackupReason
    generation: int = 0
    """How many saves old the diary was; 0 where it does not say."""
    entries: int = 0
    size: int = 0
    """Bytes of the file, compressed; 0 where it cannot be looked at."""
    is_whole: bool = True
    """Whether it was read and found to be as it was written."""
    is_aside: bool = False
    """Whether it holds far less than the one before without removals to account for it; such a one
    takes nobody's place."""


class CannotBackUp(Exception):
    """A backup could not be made or read; `str()` is a sentence for a person."""


Way = Literal["brought", "taken", "put back"]
"""What restoring does to an entry: it comes back, it goes, or it is again as it was."""


class Differing(msgspec.Struct, frozen=True):
    """One entry that restoring would bring, take away, or put back to what it was."""

    table: str
    id: str
    day: dt.date | None
    """The day that it is about; None for what has none, such as a setting."""
    way: Way


class Restoring(msgspec.Struct, frozen=True):
    """All that restoring would change, in the order of tables and days."""

    entries: tuple[Differing, ...] = ()
    is_of_another: bool = False
    """Whether it is of another diary, which would take the place of the one that is there."""

    def count(self, way: Way) -> int:
        """How many entries it would do this to."""
        return sum(each.way == way for each in self.entries)

    def by_table(self) -> "dict[str, Counter[Way]]":
        """For each table how many it brings, takes away and puts back."""
        return self._by(lambda each: each.table)

    def by_day(self) -> "dict[dt.date, Counter[Way]]":
        """The same for each day, the latest first; what is of no day is in none of them."""
        found = self._by(lambda each: each.day or dt.date.min)
        return {day: found[day] for day in sorted(found, reverse=True) if day > dt.date.min}

    def _by(self, key: Callable[[Differing], K]) -> "dict[K, Counter[Way]]":
        counts: dict[K, Counter[Way]] = {}
        for each in self.entries:
            counts.setdefault(key(each), Counter())[each.way] += 1
        return counts


class Recovery(msgspec.Struct, frozen=True):
    """What of a damaged diary can be brought back, before anything is put in place."""

    recovered: int
    """Entries that are whole in the damaged file."""
    about: int
    """How many there were in it, as far as its remains tell."""
    from_backup: int
    """Entries that only the backup has, or that it has as they were before the damage."""
    entries: int
    """Entries that the diary will have."""
    backup: Backup | None = None
    """The newest good one; None where there is none that can be read."""
    unread: int = 0
    """Backups that there are and cannot be read."""
    lost_days: tuple[dt.date, ...] = ()
    """Days of which something is gone in both."""
    cut_tables: tuple[str, ...] = ()
    """Kinds of which the end of the file is gone: what is younger than the backup may be missing."""


class Safekeeping(Protocol):
    """The backups of one diary, and the ways back to them; a thread may ask for any of it.

    Screens get it on the desk and the shell from `store.safekeeping`, so that neither knows files:

        backup = safekeeping.backups()[0]          # the newest
        difference = safekeeping.difference(backup)
        safekeeping.restore(backup, difference)    # keeps first what stands there now
    """

    @property
    def folder(self) -> Path:
        """Where the backups are; it need not be there yet."""

    def is_damaged(self) -> bool:
        """Whether the file cannot be read as a diary, or is gone while there are backups of it.

        Raises:
            CannotOpen: If the file cannot be read at all.
        """

    def backups(self) -> tuple[Backup, ...]:
        """All backups, the one made last first.

        Raises:
            CannotBackUp: If the folder cannot be read.
        """

    def newest_good(self) -> Backup | None:
        """The one that restoring takes by itself; None where there is none that can be read."""

    def back_up(self) -> Backup:
        """Make one now.

        Raises:
            CannotBackUp: If there is nothing to back up, or it could not be written.
            CannotOpen: If the diary cannot be read.
        """

    def difference(self, backup: Backup) -> Restoring:
        """What restoring a backup would bring, take away and put back.

        Raises:
            CannotBackUp: If the backup cannot be read.
        """

    def restore(self, backup: Backup, agreed: Restoring) -> Path | None:
        """Put a backup in the place of the diary, which is kept in the backups first.

        Args:
            backup: What is put in place.
            agreed: What the person was shown that it does.

        Returns:
            Where a diary that could not be read is now; None where it was backed up as any other.

        Raises:
            CannotBackUp: If the backup cannot be read, or what stands there could not be kept first.
            CannotKeep: If it could not be put in place, or the diary was changed meanwhile.
        """

    def recovery(self) -> Recovery | None:
        """What can be brought back of a damaged diary; None where there is no damage to mend.

        Raises:
            CannotOpen: If the file cannot be read at all.
        """

    def recover(self, agreed: Recovery) -> Path | None:
        """Put in place what was recovered; gives where the damaged file is now.

        Args:
            agreed: What the person was shown.

        Raises:
            CannotKeep: If it could not be put in place, or the file is another one by now.
        """
