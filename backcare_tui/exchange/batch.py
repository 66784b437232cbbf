"""What a file holds, before it is in the diary: what its reader found, and what it could not take."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document, write_document
from backcare_tui.diary.records.base import Imported, Record
from backcare_tui.diary.values import BadValue
from backcare_tui.exchange.complaints import Complaint, complaint
from backcare_tui.exchange.content import content, digest_of
from backcare_tui.text import say_count, say_date

OWN = "backcare"
"""The format of this program's own exports, whose ids are those of the entries."""
SayProgress = Callable[[str, int], None]
"""Is told what is being done, and with how many rows or entries it is through."""
PROGRESS_EVERY = 20_000
LONGEST_TEXT = 100_000
"""Characters of one cell; a diary of many years has no longer note."""

_NAMES = {
    "sleep": ("night", "nights"),
    "pain": ("pain entry", "pain entries"),
    "activity": ("active day", "active days"),
}
"""Where a table's name is not what a person calls its entries."""


def say_nothing(what: str, done: int) -> None:
    """SayProgress of which nobody is told."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What was understood of a file; nothing of it is in the diary yet."""

    format: str
    """The name of its format, which is that of the program that wrote it."""
    records: tuple[Record, ...]
    complaints: tuple[Complaint, ...] = ()
    """For each row that cannot be taken: line, column, value, what is allowed."""
    notes: tuple[str, ...] = ()
    """How the file was understood: its days, its scales, what it does not say."""
    dropped: tuple[Complaint, ...] = ()
    """The same for each cell that cannot be taken of a row that was."""
    repeated: int = 0
    """How many rows the file has once more, which counts once."""
    documents: tuple[tuple[str, Document], ...] = ()
    """Of another backcare its whole documents, with their tables: also what is not known here."""
    marks: tuple[tuple[str, Document], ...] = ()
    """And what was removed there."""

    @property
    def refused(self) -> tuple[str, ...]:
        """A sentence for each row that cannot be taken."""
        return tuple(map(str, self.complaints))


@dataclass(slots=True)
class Gathering:
    """Takes what a reader finds, row by row; what cannot be taken becomes a sentence.

    found = Gathering("daylio")
    found.take(2, Pain(at=at, severity=4), "2026-03-02 08:00 pain")
    found.refuse(3, BadValue("date", "soon", "a day"))
    found.batch()
    """

    source: str
    notes: list[str] = field(default_factory=list)
    repeated: int = 0
    _found: list[Record] = field(default_factory=list)
    _refused: list[Complaint] = field(default_factory=list)
    _dropped: list[Complaint] = field(default_factory=list)

    def take(self, line: int, record: Record, key: str, original: Any = None) -> None:
        """Take a record from a line, without the values that the diary must not hold.

        What it cannot be without is refused: its moment, the severity of a pain.

        Args:
            line: Where it stands in the file, from 1.
            record: What the line says.
            key: Moment and field as the file itself has them, the same in every export of the same
                entry, whatever the zone; several entries may have one.
            original: The word or number that was converted.
        """
        try:
            fitting, document, dropped = _fitting(record)
            digest = digest_of(document)
            imported = Imported(source=self.source, key=key, original=original, digest=digest)
            whole = msgspec.structs.replace(fitting, imported=imported)
        except BadValue as error:
            self.refuse(line, error)
        else:
            self._found.append(whole)
            for why in dropped:
                self.drop(line, why)

    def refuse(self, line: int, why: object) -> None:
        """Leave a line out, and say why."""
        self._refused.append(complaint(f"Line {line}", why, line))

    def drop(self, line: int, why: object) -> None:
        """Leave a cell out of a line that is taken, and say why."""
        self._dropped.append(complaint(f"Line {line}", why, line))

    def batch(self) -> Batch:
        """All that was taken, the same for the same rows in any order."""
        found = sorted(((_place(record), record) for record in self._found), key=itemgetter(0))
        records = sorted((record for _, record in found), key=lambda record: record.day)
        return Batch(
            self.source,
            tuple(records),
            tuple(sorted(self._refused, key=_as_in_file)),
            (*_days(records), *self.notes),
            dropped=tuple(sorted(self._dropped, key=_as_in_file)),
            repeated=self.repeated,
        )


def _fitting(record: Record) -> tuple[Record, Document, list[BadValue]]:
    """A record without the values that the diary must not hold, and why for each of them.

    Raises:
        BadValue: If it cannot be without one, or says nothing then.
    """
    wrong: list[BadValue] = []
    while True:
        try:
            document = write_document(record)
        except BadValue as error:
            wrong.append(error)
            record = _without(record, error)
        else:
            if wrong and not content(document, is_keyed=True):
                raise wrong[0]
            return record, document, wrong


def _without(record: Record, error: BadValue) -> Record:
    """The record as if nothing stood in the field that is wrong."""
    name = re.split(r"[.\[]", error.field)[0]
    fields = {each.encode_name: each for each in msgspec.structs.fields(record)}
    if name not in fields or fields[name].required or name == "id":
        raise error
    blank = None if (default := fields[name].default) is msgspec.NODEFAULT else default
    if getattr(record, fields[name].name) == blank:
        raise error
    return msgspec.structs.replace(record, **{fields[name].name: blank})


def _as_in_file(each: Complaint) -> tuple[int, str]:
    return each.order, each.why


def _place(record: Record) -> tuple[str, str]:
    """The key, and for two rows with the same one what they say: never their place in the file."""
    imported = record.imported
    return (imported.key, imported.digest or "") if imported else ("", "")


def _days(records: Iterable[Record]) -> tuple[str, ...]:
    days = [record.day for record in records]
    if not days:
        return ("The file has no entries that can be taken.",)
    kinds = ", ".join(
        say_entries(table, count)
        for table, count in sorted(Counter(record.table for record in records).items())
    )
    first, last = (say_date(day) for day in (min(days), max(days)))
    return (f"Days from {first} to {last}: {kinds}.",)


def say_entries(table: str, count: int) -> str:
    """How many of a table: `2 nights`, `1 pain entry`."""
    return say_count(count, *_NAMES.get(table, (table.replace("_", " "),)))
