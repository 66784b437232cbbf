"""What an entry says, apart from where it came from; by it two entries are told to be the same."""

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document
from backcare_tui.diary.records.kinds import RECORDS

FRAME = frozenset({"id", "updated", "imported"})
ImportKey = tuple[str, str]
"""Program and key of an imported entry: the same one is known by it, whatever its id is here."""


def content(document: Mapping[str, Any], *, is_keyed: bool) -> Document:
    """What an entry says.

    Args:
        document: The entry.
        is_keyed: Its moment is that of its key, and may be one that the reader chose: then it does
            not count.
    """
    without = FRAME | {"at"} if is_keyed else FRAME
    return {name: value for name, value in document.items() if name not in without}


def digest_of(document: Mapping[str, Any]) -> str:
    """What an imported entry says, in 16 letters.

    >>> digest_of({"id": "1", "severity": 4}) == digest_of({"severity": 4, "id": "2"})
    True
    """
    told = content(document, is_keyed=True).items()
    even = {name: int(v) if type(v) is float and v.is_integer() else v for name, v in told}
    said = msgspec.json.encode(even, order="deterministic")
    return hashlib.sha256(said).hexdigest()[:16]


def import_key_of(document: Mapping[str, Any]) -> ImportKey | None:
    """Program and key of an imported entry, or of the mark that it left; None for any other."""
    imported = document.get("imported")
    if not isinstance(imported, Mapping):
        return None
    source, key = imported.get("from"), imported.get("key")
    return (source, key) if isinstance(source, str) and isinstance(key, str) else None


def stated_digest(document: Mapping[str, Any]) -> str | None:
    """What it said where it came from, as kept with it; None for one of before that was kept."""
    imported = document.get("imported")
    digest = imported.get("digest") if isinstance(imported, Mapping) else None
    return digest if isinstance(digest, str) else None


def knows(table: str, field: str) -> bool:
    """Whether this version knows a field of a table."""
    record = RECORDS.get(table)
    return record is not None and field in record.__struct_encode_fields__
