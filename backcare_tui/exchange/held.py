"""What the diary has, as far as an import must know it: by id, by where it came from, by night."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from backcare_tui.diary.codec import Document, is_removed
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.setting import Setting
from backcare_tui.exchange.content import ImportKey, digest_of, import_key_of, stated_digest

EntryPlace = tuple[str, str]
"""Table and id."""
_NUMBERED = re.compile(r"(.+) ([2-9]|[1-9]\d+)")


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """One document of the diary: an entry, or the mark that a removed one left."""

    table: str
    document: Document

    @property
    def place(self) -> EntryPlace:
        """Table and id."""
        return self.table, str(self.document["id"])

    @property
    def is_mark(self) -> bool:
        """Whether it was removed."""
        return is_removed(self.document)

    @property
    def said_there(self) -> str | None:
        """What it said where it came from; of a mark of before that was kept, nothing is known."""
        stated = stated_digest(self.document)
        return stated if stated or self.is_mark else digest_of(self.document)

    @property
    def is_changed_here(self) -> bool:
        """Whether it is known to say something else now than where it came from."""
        stated = stated_digest(self.document)
        return bool(stated) and stated != digest_of(self.document)


@dataclass(frozen=True, slots=True)
class Held:
    """The documents of a diary, found by what an import knows of them."""

    by_id: dict[EntryPlace, Kept] = field(default_factory=dict)
    by_key: dict[ImportKey, list[Kept]] = field(default_factory=dict)
    numbered: dict[ImportKey, list[Kept]] = field(default_factory=dict)
    """Those whose key ends in a number, by the rest: the second entry of a minute and so on."""
    nights: dict[str, Kept] = field(default_factory=dict)
    settings: dict[str, Kept] = field(default_factory=dict)
    _next: dict[ImportKey, int] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Mapping[str, tuple[object, ...]]) -> "Held":
        """What is in these tables; of two documents with one id the first counts."""
        held = cls()
        for table, every in documents.items():
            for document in every:
                if isinstance(document, dict) and isinstance(document.get("id"), str):
                    held.keep(Kept(table, document))
        return held

    def keep(self, kept: Kept) -> None:
        """Know one more."""
        if kept.place in self.by_id:
            return
        self.by_id[kept.place] = kept
        if key := import_key_of(kept.document):
            self.by_key.setdefault(key, []).append(kept)
            if found := _NUMBERED.fullmatch(key[1]):
                self.numbered.setdefault((key[0], found[1]), []).append(kept)
        if kept.is_mark:
            return
        name = kept.document.get("name")
        if kept.table == Night.table:
            self.nights.setdefault(str(kept.document.get("night")), kept)
        elif kept.table == Setting.table and isinstance(name, str):
            self.settings.setdefault(name, kept)

    def use(self, key: ImportKey) -> None:
        """Know that a key is taken, by an entry that is to come."""
        self.by_key.setdefault(key, [])

    def from_there(self, key: ImportKey, others: Mapping[ImportKey, Any]) -> Iterator[Kept]:
        """What came from one key of a program: the only entry of its minute, or any of several.

        Args:
            key: Program and key as the file has it.
            others: The other keys of the file: what has one of these is not meant.
        """
        yield from self.by_key.get(key, ())
        for kept in self.numbered.get(key, ()):
            own = import_key_of(kept.document)
            if own and own not in others:
                yield kept

    def free_key(self, key: ImportKey) -> str:
        """The key for one entry more: that of the file, with a number where it is taken."""
        if key not in self.by_key:
            return key[1]
        number = self._next.get(key, 2)
        while (key[0], f"{key[1]} {number}") in self.by_key:
            number += 1
        self._next[key] = number
        return f"{key[1]} {number}"
