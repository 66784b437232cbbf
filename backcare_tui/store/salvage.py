"""Reads what is whole in a damaged diary: document by document, wherever one stands."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from json import JSONDecodeError, JSONDecoder, detect_encoding
from typing import Any

import msgspec

from backcare_tui.diary.codec import is_removed, read_record
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import iso_day
from backcare_tui.store.documents import DAY_FIELDS
from backcare_tui.store.journal import OWN_TABLES

_START = re.compile(rb'"([1-9][0-9]{0,17})"\s*:\s*(?=\{)|:\s*(?=\{\s*"id"\s*:)')
"""A number with a document behind it, or what is left of one; within a text no quote is without a
backslash before it."""
_INNER = re.compile(rb',?\s*"[1-9][0-9]{0,17}"\s*:\s*\{\s*"id"\s*:')
_TABLE = re.compile(rb'"([A-Za-z_][\w.-]{0,63})"\s*:\s*\{\s*(?=\Z|"[1-9][0-9]{0,17}"\s*:\s*\{)')
"""The name of a table, with a document in it or what the search stopped at."""
_DAY = re.compile(rb'"(?:%s)"\s*:\s*"(\d{4}-\d\d-\d\d)' % "|".join(DAY_FIELDS[:-1]).encode())
_ID = re.compile(rb'"id"\s*:\s*"([0-9A-Za-z_-]{1,64})"')
AROUND = 6
"""Bytes of the number before a document, and what stands around it."""
_scan = JSONDecoder().raw_decode
_decode = msgspec.json.Decoder(dict[str, Any]).decode
_parts = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


class Salvaged(msgspec.Struct, frozen=True):
    """One document that is whole."""

    table: str
    number: int
    document: dict[str, Any]


class Hole(msgspec.Struct, frozen=True):
    """What lies between two documents and cannot be read."""

    table: str
    size: int
    """In bytes."""
    seen: int = 0
    """Documents that begin in it."""
    ids: tuple[str, ...] = ()
    """Those that can be read in it."""
    first: dt.date | None = None
    """The day of the document before it, or of what can be read in it."""
    last: dt.date | None = None
    """The day of the one after it; None where it goes to the end of the table or of the file."""


class Salvage(msgspec.Struct, frozen=True):
    """What a damaged file still holds."""

    found: tuple[Salvaged, ...]
    holes: tuple[Hole, ...] = ()
    is_cut: bool = False
    """Whether the end of the file is missing."""
    last_table: str = ""

    @property
    def about(self) -> int:
        """How many entries there were, judged by what begins and how long the whole ones are."""
        entries = sum(each.table not in OWN_TABLES for each in self.found)
        return entries + sum(lost_in(hole, self) for hole in self.holes)

    @property
    def length(self) -> float:
        """The bytes of a document with its number, in the mean."""
        sizes = [len(msgspec.json.encode(each.document)) + AROUND for each in self.found]
        return sum(sizes) / len(sizes) if sizes else 200.0


def readable(data: bytes) -> Salvage:
    r"""All documents of a damaged diary that are whole, with the tables that they are in.

    It looks for each beginning of a document and reads it strictly, so that nothing which is cut,
    zeroed or written over comes out as if it were whole; and what stands behind a hole does come out.

    >>> salvage = readable(b'{"pain":{"1":{"id":"a","sev\0\0\0\0,"2":{"id":"b","severity":3}}')
    >>> [(each.table, each.document) for each in salvage.found]
    [('pain', {'id': 'b', 'severity': 3})]
    >>> salvage.holes[0].ids
    ('a',)
    """
    data = _in_utf8(data)
    letters = data.decode("latin-1")  # a letter a byte, so that places are the same in both
    found: list[Salvaged] = []
    holes: list[Hole] = []
    table, end = "", 0
    for start, number, stop, document in _documents(data, letters):
        gap = data[end:start]
        above, table = table, _table_of(document, gap, table)
        if not _is_between(gap, is_first=not found):
            before = found[-1].document if found else None
            holes.append(_hole(gap, above or table, before, document))
        found.append(Salvaged(table, number, document))
        end = stop
    rest = data[end:]
    is_cut = not re.fullmatch(rb"\s*(\}\s*){2}", rest)
    if is_cut and rest.strip(b"} \t\r\n\0"):
        holes.append(_hole(rest, table, found[-1].document if found else None, None))
    return Salvage(tuple(found), tuple(holes), is_cut, table)


def _in_utf8(data: bytes) -> bytes:
    """The letters of a file that another program wrote in its own way, as a diary has them."""
    encoding = detect_encoding(data)
    if encoding.startswith("utf-8"):
        return data
    text = data.decode(encoding, "replace")
    # A beginning of zeros looks like another encoding, too.
    return text.encode(errors="replace") if '"id"' in text else data


def _documents(data: bytes, letters: str) -> Iterator[tuple[int, int, int, dict[str, Any]]]:
    """Start, number, end and content of each document that can be read, in the order of the file.

    Where the number cannot be read it is 0.
    """
    place = 0
    while started := _START.search(data, place):
        place = started.end()
        read = _read(data, letters, place)
        if read and (started[1] or _kinds_of(read[0])):
            document, place = read
            yield started.start(), int(started[1] or 0), place, document


def _read(data: bytes, letters: str, start: int) -> tuple[dict[str, Any], int] | None:
    """The document that begins in a place, with its end; None where it is not whole."""
    try:
        _, end = _scan(letters, start)
        held = data[start:end]
        document = _as_document(held)
    except (JSONDecodeError, msgspec.DecodeError, RecursionError, ValueError):
        return None
    if not (inner := _INNER.search(held)):
        return document, end
    # The brace at its end is gone, and it goes on with the documents behind it.
    names = list(document)
    behind = next((place for place, name in enumerate(names) if name.isdecimal()), 0)
    fields = {name: document[name] for name in names[:behind]}
    is_whole = "id" in fields and not _INNER.search(msgspec.json.encode(fields))
    return (fields, start + inner.start()) if is_whole else None


def _as_document(held: bytes) -> dict[str, Any]:
    """A document, with a number that nothing can hold as the text that stands there."""
    held.decode()
    try:
        return _decode(held)
    except msgspec.DecodeError:
        return {name: _value(part) for name, part in _parts(held).items()}


def _value(part: msgspec.Raw) -> Any:
    try:
        return msgspec.json.decode(part)
    except msgspec.DecodeError:
        return msgspec.Raw(bytes(part))


def _table_of(document: Mapping[str, Any], gap: bytes, before: str) -> str:
    """The table of a document: as the file says before it, else as what it holds says."""
    names = _TABLE.findall(gap)
    said = names[-1].decode() if names else before
    if said in OWN_TABLES or (said in RECORDS and _fits(RECORDS[said], document)):
        return said
    fits = _kinds_of(document)
    if fits and (len(fits) == 1 or before not in fits):
        return fits[0]
    return said


def _kinds_of(document: Mapping[str, Any]) -> list[str]:
    """The tables that a document may be of, by what it holds."""
    return [name for name, kind in RECORDS.items() if _fits(kind, document)]


def _fits(kind: type[Record], document: Mapping[str, Any]) -> bool:
    """Whether a document is one of a kind, with no field that the kind does not know."""
    if document.keys() - set(kind.__struct_encode_fields__) or is_removed(document):
        return False
    try:
        read_record(kind, document)
    except BadValue:
        return False
    return True


def _is_between(gap: bytes, *, is_first: bool) -> bool:
    """Whether this is what stands between two documents of a whole file."""
    edge = rb"(?:\xef\xbb\xbf)?\s*\{\s*" if is_first else rb"\s*(?:,|\}\s*,)\s*"
    empty = rb'(?:"[^"]*"\s*:\s*\{\s*\}\s*,\s*)*'
    table = rb'(?:"[^"\x00-\x1f]*"\s*:\s*\{\s*)?'
    return bool(re.fullmatch(edge + empty + table, gap))


def _hole(
    gap: bytes, table: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> Hole:
    days = sorted(filter(None, (iso_day(each.decode()) for each in _DAY.findall(gap))))
    around = [day_in(each) if each else None for each in (before, after)]
    return Hole(
        table,
        len(gap.strip(b"{}, \t\r\n")),
        len(_START.findall(gap)),
        tuple(each.decode() for each in _ID.findall(gap)),
        days[0] if days else around[0],
        days[-1] if days else around[1],
    )


def day_in(document: Mapping[str, Any]) -> dt.date | None:
    """The day that a document is about; None where it states none."""
    stated = (str(document[name])[:10] for name in DAY_FIELDS if document.get(name))
    return next(filter(None, map(iso_day, stated)), None)


def lost_in(hole: Hole, salvage: Salvage) -> int:
    """About how many entries a hole has taken."""
    if hole.table in OWN_TABLES:
        return 0
    return max(hole.seen, round(hole.size / salvage.length))
