"""What every record has: an id, when it was changed, where it came from."""

import datetime as dt
import os
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Meta

from backcare_tui.diary.values import Id, Moment


def new_id() -> str:
    """A random UUID (version 4).

    Version 7 would sort by time, but all of one minute would begin with the same eight characters,
    which are what a person types to name an entry.
    """
    value = int.from_bytes(os.urandom(16)) & ~(0xF << 76 | 0x3 << 62) | 4 << 76 | 2 << 62
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


class Imported(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where an imported entry came from, and what it said there."""

    source: str = msgspec.field(name="from")
    key: str
    original: Any = None


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every document has."""

    table: ClassVar[str] = ""
    id: Id = msgspec.field(default_factory=new_id)
    updated: Moment | None = None
    """When last changed; the repository sets it."""
    imported: (
        Annotated[Imported, Meta(description="where it came from: from, key, original")] | None
    ) = None

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
    def order(self) -> tuple[dt.date, float, str]:
        """Sorts records of one table by their local day, and by their moment within it.

        So days stay together on a journey, and the hour that comes twice in autumn is in order.
        """
        return self.day, self.at.timestamp() if self.at else 0.0, self.id
