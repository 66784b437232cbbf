"""What every record has: an id, when it was changed, where it came from."""

import datetime as dt
import os
import time
from itertools import count
from typing import Annotated, Any, ClassVar, Self

import msgspec
from msgspec import Meta

from backcare_tui.diary.values import Id, Moment

ID_SHOWN = 8
"""Characters of an id that are shown; a person types as many."""
_count = count()


def new_id() -> str:
    """A UUID (version 8): eight random characters, then when it was made, to the nanosecond.

    A person names an entry by the first eight; by the rest entries of one minute keep the order in
    which they were made. Version 7 would do that too, but all of one minute would begin alike.
    """
    made = time.time_ns() << 26 | next(_count) % (1 << 26)  # a coarse clock may stand still
    high, middle, low = made >> 74, made >> 62 & 0xFFF, made & (1 << 62) - 1
    end = f"{0b10 << 62 | low:016x}"
    return f"{os.urandom(4).hex()}-{high:04x}-8{middle:03x}-{end[:4]}-{end[4:]}"


def made_of(id_: str) -> str:
    """What tells in which order ids were made; empty of one that does not say."""
    return id_[9:] if id_[14:15] == "8" else ""


class Imported(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where an imported entry came from, and what it said there."""

    source: str = msgspec.field(name="from")
    key: str
    original: Any = None
    digest: str | None = None
    """Of what it said there, in 16 letters: it tells a change made there from one made here."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every document has."""

    table: ClassVar[str] = ""
    unknown: ClassVar[tuple[object, ...]] = (None, "", [], {})
    """What a field says nothing by; the file leaves it out."""
    id: Id = msgspec.field(default_factory=new_id)
    updated: Moment | None = None
    """When last changed; the repository sets it."""
    imported: (
        Annotated[Imported, Meta(description="where it came from: from, key, original")] | None
    ) = None

    def bare(self) -> Self:
        """What of it the file has; all of it, but for a kind that carries other records along."""
        return self

    # Kinds that have a moment or a note have a field of that name instead, in its place among
    # their own: the order of fields is the order in the file.
    @property
    def at(self) -> dt.datetime | None:
        """The moment that it is about; None for a kind that has none."""
        return None

    @property
    def note(self) -> str | None:
        """What the person wrote about it; None where nothing, or for a kind that has no note."""
        return None

    @property
    def day(self) -> dt.date:
        """The local day that this belongs to."""
        at = self.at or self.updated
        return at.date() if at else dt.date.min

    @property
    def made(self) -> tuple[str, str]:
        """Sorts records that nothing else tells apart as they were made; by id where that is unknown."""
        return made_of(self.id), self.id

    @property
    def time_order(self) -> tuple[dt.date, float, str, float]:
        """Sorts records by their local day, by the minute within it, then as they were made.

        So days stay together on a journey, the hour that comes twice in autumn is in order, and
        what was taken down last of one minute is last. Of old ids that do not say when they were
        made the order is left to who sorts: the file has them in their order.
        """
        at = self.at.timestamp() if self.at else 0.0
        return self.day, at // 60, made_of(self.id), at

    @property
    def order(self) -> tuple[tuple[dt.date, float, str, float], str]:
        """The same, and by id where nothing else tells: it does not depend on who hands them over."""
        return self.time_order, self.id


def says_something(value: object) -> bool:
    """Whether a field that holds this says anything; a rating or a number of 0 does."""
    return value is not None and value is not False and value not in ((), {})


def with_edits(found: Record, opened: Record, left: Record) -> Record:
    """A record as it is by now, with the fields that a person changed between opening and leaving it."""
    fields = (field for field in left.__struct_fields__ if field != "updated")
    edits = {
        field: getattr(left, field)
        for field in fields
        if getattr(left, field) != getattr(opened, field)
    }
    return msgspec.structs.replace(found, **edits)
