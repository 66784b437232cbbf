"""What an import does to a diary, decided before anything is changed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from backcare_tui.diary.codec import Document, document_of
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.setting import Setting
from backcare_tui.exchange.batch import PROGRESS_EVERY, Batch, SayProgress
from backcare_tui.exchange.changes import Difference, difference, taken_over
from backcare_tui.exchange.content import (
    ImportKey,
    content,
    digest_of,
    import_key_of,
    stated_digest,
)
from backcare_tui.exchange.held import EntryPlace, Held, Kept
from backcare_tui.exchange.matching import paired
from backcare_tui.exchange.nights import filled_in

GivenEntry = tuple[str, Document]
"""An entry of the file, with its table."""
BOOKKEEPING = (
    "draft.", "player", "advice_shown", "advice_times", "pages_", "beliefs_offered", "week_looked", "overdoing_told",
    "boundaries_seen",
)  # fmt: skip
"""Settings by which the program itself remembers something; that they differ is nothing to say."""


class Fate(Enum):
    """What becomes of an entry of a file."""

    ADDED = "added"
    FILLED = "filled in"
    KNOWN = "known"
    CHANGED = "changed"
    """It reads otherwise than in the diary, which is kept unless one asks for the file's."""
    REMOVED = "removed here"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is taken besides what is new."""

    changes: bool = False
    """Entries that read otherwise in the file."""
    removed: bool = False
    """Entries that were removed here."""


ONLY_NEW = Wishes()


@dataclass(slots=True)
class ImportPlan:
    """What is to be put where, and what became of each entry of the file."""

    held: Held
    wishes: Wishes
    is_own: bool
    edit: dict[EntryPlace, Document] = field(default_factory=dict)
    fates: Counter[Fate] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    kept_as_changed: int = 0
    """Entries that were changed here, and not there."""
    settings_kept: int = 0
    moved: int = 0
    """New ones that say the same as one of that day that the file has no more."""
    _seen: set[EntryPlace] = field(default_factory=set)

    def decide(self, batch: Batch, progress: SayProgress) -> None:
        """Decide on all that a file holds."""
        rest: list[GivenEntry] = []
        by_key: dict[ImportKey, list[GivenEntry]] = {}
        for place, (table, document) in enumerate(_given(batch), start=1):
            if place % PROGRESS_EVERY == 0:
                progress("compared", place)
            if kept := self.held.by_id.get((table, document["id"])) if self.is_own else None:
                self._met(table, document, kept, is_keyed=False)
            elif key := import_key_of(document):
                by_key.setdefault(key, []).append((table, document))
            else:
                rest.append((table, document))
        new = [*self._keyed(by_key), *rest]
        self.moved = self._moved(new)
        for table, document in new:
            self._not_met(table, document)
        for table, mark in batch.marks:
            gone = (table, str(mark["id"]))
            if gone not in self.held.by_id and gone not in self.edit:
                self.edit[gone] = mark

    def documents(self) -> Iterator[GivenEntry]:
        """What is to be put in place, given away one by one: of a large import there is much."""
        for place in list(self.edit):
            yield place[0], self.edit.pop(place)

    def _keyed(self, by_key: Mapping[ImportKey, list[GivenEntry]]) -> Iterable[GivenEntry]:
        """Decide on what the diary has from the same keys; gives what it has not."""
        for key, given in by_key.items():
            tables = {id(document): table for table, document in given}
            here = [k for k in self.held.from_there(key, by_key) if k.place not in self._seen]
            for document, kept in paired([document for _, document in given], here):
                if kept is None:
                    yield tables[id(document)], document
                else:
                    self._met(tables[id(document)], document, kept, is_keyed=True)

    def _met(self, table: str, given: Document, kept: Kept, *, is_keyed: bool) -> None:
        """Decide on an entry of which the diary has one, or its mark."""
        self._seen.add(kept.place)
        if _is_bookkeeping(table, given):
            self.fates[Fate.KNOWN] += 1
        elif kept.is_mark:
            if self.wishes.removed:
                self._add(table, given)
            else:
                self.fates[Fate.REMOVED] += 1
        elif kept.table != table:
            self.fates[Fate.KNOWN] += 1
        elif not self.is_own and stated_digest(kept.document) == stated_digest(given):
            self.kept_as_changed += kept.is_changed_here
            self.fates[Fate.KNOWN] += 1
        elif content(kept.document, is_keyed=is_keyed) == content(given, is_keyed=is_keyed):
            self.fates[Fate.KNOWN] += 1
        else:
            self._differs(given, kept, is_keyed=is_keyed)

    def _differs(self, given: Document, kept: Kept, *, is_keyed: bool) -> None:
        taken = taken_over(kept, given, is_own=self.is_own and not is_keyed)
        if (found := difference(kept, taken, given)) is None:
            self.fates[Fate.KNOWN] += 1
            return
        self.fates[Fate.CHANGED] += 1
        self.differences.append(found)
        if self.wishes.changes:
            self._put(kept.table, taken)

    def _not_met(self, table: str, given: Document) -> None:
        """Decide on an entry of which the diary has none by its id or key."""
        if table == Night.table and (kept := self.held.nights.get(str(given.get("night")))):
            self._second_night(given, kept)
        elif table == Setting.table and (kept := self.held.settings.get(str(given.get("name")))):
            is_said = not _is_bookkeeping(table, given)
            self.settings_kept += is_said and kept.document.get("value") != given.get("value")
            self.fates[Fate.KNOWN] += 1
        else:
            self._add(table, given)

    def _second_night(self, given: Document, kept: Kept) -> None:
        """Fill in what the night that stands here lacks; what differs is named."""
        whole, differs = filled_in(kept.document, given)
        if differs:
            taken = taken_over(Kept(kept.table, whole), given, is_own=False)
            if found := difference(Kept(kept.table, whole), taken, given):
                self.differences.append(found)
            if self.wishes.changes:
                whole = taken
        if whole != kept.document:
            self._put(kept.table, {name: whole[name] for name in whole if name != "updated"})
        is_filled = whole != kept.document and not (differs and self.wishes.changes)
        fate = Fate.FILLED if is_filled else Fate.CHANGED if differs else Fate.KNOWN
        self.fates[fate] += 1

    def _add(self, table: str, given: Document) -> None:
        document = given
        if not self.is_own and (key := import_key_of(given)):
            free = self.held.free_key(key)
            self.held.use((key[0], free))
            document = {**given, "imported": {**given["imported"], "key": free}}
        self.fates[Fate.ADDED] += 1
        self.kinds[table] += 1
        self.edit[table, document["id"]] = document
        if table == Night.table and not self.is_own:
            self.held.nights[str(document["night"])] = Kept(table, document)

    def _put(self, table: str, document: Document) -> None:
        """Put an entry in the place of what the diary has."""
        self.edit[table, str(document["id"])] = document
        if table == Night.table:
            self.held.nights[str(document.get("night"))] = Kept(table, document)

    def _moved(self, new: Iterable[GivenEntry]) -> int:
        """How many say the same as one that came from there and that the file has no more."""
        gone: Counter[tuple[object, ...]] = Counter()
        sources = {key[0] for _, document in new if (key := import_key_of(document))}
        for key, every in self.held.by_key.items():
            for kept in every if key[0] in sources else ():
                if not kept.is_mark and kept.place not in self._seen:
                    gone[_saying(kept.table, kept.document)] += 1
        if not gone:
            return 0
        there = Counter(_saying(*given) for given in new if import_key_of(given[1]))
        return (gone & there).total()


def _is_bookkeeping(table: str, given: Document) -> bool:
    return table == Setting.table and str(given.get("name")).startswith(BOOKKEEPING)


def _saying(table: str, document: Document) -> tuple[object, ...]:
    """What an entry says, and on which day."""
    day = str(document.get("at") or document.get("night") or document.get("day") or "")[:10]
    return table, day, stated_digest(document) or digest_of(document)


def _given(batch: Batch) -> Iterable[GivenEntry]:
    if batch.documents:
        return batch.documents
    return ((record.table, document_of(record)) for record in batch.records)
