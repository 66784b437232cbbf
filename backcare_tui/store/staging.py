"""One change in memory, made with TinyDB's own tables, so that the file is written once."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as Numbered

from backcare_tui import __version__
from backcare_tui.diary.codec import Document, is_removed
from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.when import iso_moment
from backcare_tui.store.documents import is_mark, numbers_of, sketch, whole
from backcare_tui.store.identity import META
from backcare_tui.store.journal import OUTLIVED
from backcare_tui.store.migrate import SCHEMA
from backcare_tui.store.reading import HIGHEST, Tables


class Staged(Storage):
    """Gathers what TinyDB's tables write in one change.

    There is a database for one change only: its tables remember the number they gave out last. The
    old documents are not touched: until the write is done they are what the diary holds.
    """

    def __init__(self, tables: Tables) -> None:
        """Begin with what stands in the file."""
        self._tables = dict(tables)
        self._database = TinyDB(storage=lambda: self)

    def read(self) -> Tables:
        """What is to be written."""
        return self._tables

    def write(self, data: Tables) -> None:
        """Take what a table of TinyDB writes."""
        self._tables = data

    def replace(self, table: str, changed: Mapping[int, Document | None]) -> None:
        """Put documents in the places of those with their numbers, None to take one out."""
        held = self._tables.get(table, {})
        left = {number: each for number, each in held.items() if int(number) not in changed}
        left |= {str(number): each for number, each in changed.items() if each is not None}
        if left:
            self._tables[table] = left
        else:
            self._tables.pop(table, None)

    def take_out(self, table: str, numbers: Sequence[int]) -> None:
        """Take documents out by their numbers."""
        self._database.table(table).remove(doc_ids=list(numbers))

    def put(self, table: str, new: Mapping[str, Document]) -> None:
        """Put documents, by their ids, in the places of those that have these, the rest at the end."""
        held = self._tables.get(table, {})
        numbers = {id_: int(number) for id_, number in numbers_of(held, new).items()}
        if numbers:
            self.take_out(table, list(numbers.values()))
        free = _free(held)
        self._database.table(table).insert_multiple(
            Numbered(document, numbers.get(id_) or next(free)) for id_, document in new.items()
        )

    def clean_marks(self, table: str, oldest: dt.datetime) -> None:
        """Take out the marks of what was removed before some moment.

        Those of imported entries stay: these would come again with the next import.
        """
        old = [
            int(number)
            for number, held in self._tables[table].items()
            if (known := sketch(held))
            and (gone := iso_moment(known.removed))
            and gone < oldest
            and is_mark(held, known)
            and "imported" not in whole(held)
        ]
        if old:
            self.take_out(table, old)

    def sign(self, now: str) -> None:
        """Say in `meta` which form this is, which version wrote it last, and when."""
        written: dict[str, Any] = {"schema": SCHEMA, "program": __version__, "updated": now}
        meta = self._tables.get(META, {})
        documents = ((number, whole(held)) for number, held in meta.items())
        held = next((place for place in documents if isinstance(place[1], Mapping)), None)
        if held is None:
            number, document = next(_free(meta)), {"id": new_id(), "created": now, **written}
        else:
            number, document = int(held[0]), {**held[1], **written}
            self.take_out(META, [number])
        self._database.table(META).insert(Numbered(document, number))


def _free(table: Mapping[str, object]) -> Iterator[int]:
    """Numbers after the highest; where these come to an end, those that are free below."""
    highest = max(map(int, table), default=0)
    yield from range(highest + 1, HIGHEST + 1)
    yield from (number for number in count(1) if str(number) not in table)


def stamped(document: Document, before: Document | None, now: dt.datetime) -> Document:
    """A document with when it was changed: later than what stood there, also by a clock put back."""
    last = iso_moment(before.get("updated")) if isinstance(before, Mapping) else None
    with suppress(OverflowError):  # at the end of all years
        if last and last >= now:
            now = last.astimezone(now.tzinfo) + dt.timedelta(milliseconds=1)
    when = {"updated": moment_text(now)}
    if is_removed(document) and document["removed"] != OUTLIVED:
        when["removed"] = moment_text(now)
    return {**document, **when}


def moment_text(moment: dt.datetime) -> str:
    """A moment of a change, as exactly as two devices need to put their changes in order."""
    return moment.isoformat(timespec="milliseconds")
