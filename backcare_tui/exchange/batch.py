"""What a file holds, before it is in the diary; and how it comes in, all of it or nothing."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.base import Imported, Record
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.text import say_count, say_day

ImportKey = tuple[str, str]
"""Program and key of an imported entry: the same one is known by it, whatever its id is here."""

_NAMES = {"sleep": ("night", "nights"), "pain": ("pain entry", "pain entries")}
"""Where a table's name is not what a person calls its entries."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What was understood of a file; nothing of it is in the diary yet."""

    format: str
    """The name of its format, which is that of the program that wrote it."""
    records: tuple[Record, ...]
    refused: tuple[str, ...] = ()
    """A sentence for each row that cannot be taken: line, column, value, what is allowed."""
    notes: tuple[str, ...] = ()
    """How the file was understood: its days, its scales, what it does not say."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What was, or in a dry run would be, added."""

    added: int
    known: int
    """Entries that the diary had already; they stay as they are."""
    refused: tuple[str, ...]
    kinds: Mapping[str, int]
    """How many were added to each table."""


def bring_in(repository: Repository, batch: Batch, *, dry_run: bool) -> ImportOutcome:
    """Add what the diary does not know yet, in one change that one undo takes back.

    Known is an entry with the same id, or that came from the same place of the same program. A
    night is left out where the diary has another one for its day, so that none hides another.

    Args:
        repository: The diary.
        batch: What `read` made of a file.
        dry_run: Only say what would happen.

    Raises:
        BadValue: If an entry cannot be taken; nothing is added.
        CannotKeep: If it could not be made durable; nothing is added.
    """
    with nullcontext() if dry_run else repository.alone():
        return _brought_in(repository, batch, dry_run=dry_run)


def _brought_in(repository: Repository, batch: Batch, *, dry_run: bool) -> ImportOutcome:
    held = _Held.of(repository)
    new = [record for record in batch.records if not held.has(record)]
    second = [record for record in new if isinstance(record, Night) and record.night in held.nights]
    left_out = {record.id for record in second}
    new = [record for record in new if record.id not in left_out]
    if new and not dry_run:
        summary = f"imported {say_count(len(new), 'entry', 'entries')} from {batch.format}"
        repository.add(*new, summary=summary)
    return ImportOutcome(
        added=len(new),
        known=len(batch.records) - len(new) - len(second),
        refused=(*batch.refused, *_second_nights(second), *held.changed_since(batch.records)),
        kinds=Counter(record.table for record in new),
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """What the diary has, as far as an import must know it."""

    by_id: Mapping[ImportKey, Record]
    by_key: Mapping[ImportKey, Record]
    nights: frozenset[dt.date]
    settings: frozenset[str]

    @classmethod
    def of(cls, repository: Repository) -> "_Held":
        records = [record for kind in KINDS for record in repository.entries(kind)]
        return cls(
            by_id={(record.table, record.id): record for record in records},
            by_key={key: record for record in records if (key := _key(record))},
            nights=frozenset(record.night for record in records if isinstance(record, Night)),
            settings=frozenset(record.name for record in records if isinstance(record, Setting)),
        )

    def has(self, record: Record) -> bool:
        if isinstance(record, Setting) and record.name in self.settings:
            return True
        return (record.table, record.id) in self.by_id or self._same(record) is not None

    def changed_since(self, records: Iterable[Record]) -> tuple[str, ...]:
        """A sentence, if entries that were imported before read differently in this file."""
        pairs = [(record, self._same(record)) for record in records]
        days = {r.day for r, held in pairs if held and _content(r) != _content(held)}
        if not days:
            return ()
        count = say_count(len(days), "day")
        sentence = (
            f"On {count} from {say_day(min(days), dt.date.min)} the file and what was imported "
            "before differ; the diary's entries were kept as they are."
        )
        return (sentence,)

    def _same(self, record: Record) -> Record | None:
        key = _key(record)
        return self.by_key.get(key) if key else None


def _key(record: Record) -> ImportKey | None:
    return (record.imported.source, record.imported.key) if record.imported else None


def _content(record: Record) -> Mapping[str, Any]:
    """What an entry says. Its moment may be one that the importer chose, so it does not count."""
    document = write_document(record)
    return {
        name: value
        for name, value in document.items()
        if name not in {"id", "updated", "imported", "at"}
    }


def _second_nights(nights: Iterable[Night]) -> Iterable[str]:
    return (
        f"The diary has another night for {say_day(night.night, dt.date.min)}; it was kept, and "
        "the file's left out."
        for night in nights
    )


@dataclass(slots=True)
class Gathering:
    """Takes what a reader finds, row by row; what cannot be taken becomes a sentence."""

    source: str
    notes: list[str] = field(default_factory=list)
    _found: list[Record] = field(default_factory=list)
    _refused: list[tuple[int, str]] = field(default_factory=list)

    def take(self, line: int, record: Record, key: str, original: Any = None) -> None:
        """Take a record from a line; a value that the diary must not hold is refused.

        Args:
            line: Where it stands in the file, from 1.
            record: What the line says.
            key: Moment and field, the same in every export of the same entry.
            original: The word or number that was converted.
        """
        imported = Imported(source=self.source, key=key, original=original)
        whole = msgspec.structs.replace(record, imported=imported)
        try:
            write_document(whole)
        except BadValue as error:
            self.refuse(line, error)
        else:
            self._found.append(whole)

    def refuse(self, line: int, why: object) -> None:
        """Leave a line out, and say why."""
        self._refused.append((line, f"Line {line}: {why}"))

    def batch(self) -> Batch:
        """All that was taken, the same for the same rows in any order."""
        found = sorted(((_place(record), record) for record in self._found), key=itemgetter(0))
        records = [
            _with_ordinal(record, ordinal)
            for _, group in groupby(found, key=lambda pair: pair[0][0])
            for ordinal, (_, record) in enumerate(group, start=1)
        ]
        records.sort(key=lambda record: record.day)
        refused = tuple(sentence for _, sentence in sorted(self._refused))
        return Batch(self.source, tuple(records), refused, (*_days(records), *self.notes))


def _place(record: Record) -> tuple[str, str]:
    """The key, and for two rows with the same one their content: never their place in the file."""
    key = record.imported.key if record.imported else ""
    return key, repr(sorted(_content(record).items()))


def _with_ordinal(record: Record, ordinal: int) -> Record:
    if ordinal == 1 or record.imported is None:
        return record
    key = f"{record.imported.key} {ordinal}"
    imported = msgspec.structs.replace(record.imported, key=key)
    return msgspec.structs.replace(record, imported=imported)


def _days(records: Iterable[Record]) -> tuple[str, ...]:
    days = [record.day for record in records]
    if not days:
        return ("The file has no entries that can be taken.",)
    kinds = ", ".join(
        say_count(count, *_NAMES.get(table, (table,)))
        for table, count in sorted(Counter(record.table for record in records).items())
    )
    first, last = (say_day(day, dt.date.min) for day in (min(days), max(days)))
    return (f"Days from {first} to {last}: {kinds}.",)
