"""Documents as the file holds them: text, until somebody looks at one.

Ten years are 30,000 documents. As text they take 9 MB, read into dicts five times as much, and of
most of them nobody asks anything; so a table holds each as it stood in the file (`msgspec.Raw`),
or as the dict that was put there since.
"""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from math import isfinite
from typing import Any, TypeGuard

import msgspec

from backcare_tui.diary.codec import Document, is_removed

Edit = dict[tuple[str, str], Document]
"""Documents by their places, which are table and id."""


class _Held(msgspec.Struct, frozen=True, gc=False):
    """What tells a document from the others, and from the mark that a removed one leaves."""

    id: Any = None
    removed: Any = None


class Sketch(_Held, frozen=True, gc=False):
    """What tells a document from the others and gives its day, without the rest of it."""

    at: Any = None
    night: Any = None
    day: Any = None
    started: Any = None
    since: Any = None
    agreed: Any = None
    on: Any = None
    updated: Any = None


DAY_FIELDS = Sketch.__struct_fields__[len(_Held.__struct_fields__) :]
"""Where the day of a record comes from: the first of these that its kind has."""

_whole = msgspec.json.Decoder().decode
_sketch = msgspec.json.Decoder(Sketch).decode


def whole(held: object) -> Any:
    """A document as a dict; what is none, or cannot be read, as what it is.

    >>> whole(msgspec.Raw(b'{"id": "1", "severity": 4}'))
    {'id': '1', 'severity': 4}
    """
    if not isinstance(held, msgspec.Raw):
        return held
    try:
        return _whole(held)
    except msgspec.DecodeError:  # a number that nothing can hold is no reason to drop the rest
        with suppress(ValueError, RecursionError):
            return json.loads(bytes(held), parse_int=number_or_text, parse_float=number_or_text)
        return bytes(held).decode()


def number_or_text(text: str) -> int | float | str:
    """A number of a file; its text where no program could write it again as it was.

    >>> number_or_text("4"), number_or_text("4.5"), number_or_text("1e400")
    (4, 4.5, '1e400')
    """
    if len(text) > 15:  # what a double holds to the last digit
        return text
    number = float(text)
    if not isfinite(number):
        return text
    return int(text) if text.lstrip("-").isdigit() else number


def sketch(held: object) -> Sketch | None:
    """The sketch of a document; None for what is no document."""
    if isinstance(held, msgspec.Raw):
        try:
            return _sketch(held)
        except msgspec.DecodeError:
            return None
    if isinstance(held, Mapping):
        return Sketch(**{name: held.get(name) for name in Sketch.__struct_fields__})
    return None


def names_in(held: object, fields: tuple[str, ...]) -> frozenset[str]:
    """The words that some fields of a document name, without the rest of it.

    >>> document = msgspec.Raw(b'{"areas": ["neck"], "area_severity": {"foot-l": 4}, "mood": 2}')
    >>> sorted(names_in(document, ("areas", "area_severity", "triggers")))
    ['foot-l', 'neck']
    """
    if isinstance(held, msgspec.Raw):
        try:
            values = msgspec.structs.astuple(_names(fields).decode(held))
        except msgspec.DecodeError:
            return frozenset()
    else:
        values = tuple(map(held.get, fields)) if isinstance(held, Mapping) else ()
    named: list[object] = []
    for value in values:
        if isinstance(value, str):
            named.append(value)
        elif isinstance(value, list | tuple | Mapping):  # of a number for a word, the word
            named += value
    return frozenset([each for each in named if isinstance(each, str)])


@cache
def _names(fields: tuple[str, ...]) -> msgspec.json.Decoder[msgspec.Struct]:
    """What reads some fields alone."""
    kind = msgspec.defstruct("Names", [(field, Any, None) for field in fields])
    return msgspec.json.Decoder(kind)


def content_digest(held: object) -> bytes:
    """The sha256 of what a document says, however its fields are ordered and spaced.

    >>> one, other = msgspec.Raw(b'{"id": "1", "mood": 2}'), {"mood": 2, "id": "1"}
    >>> content_digest(one) == content_digest(other)
    True
    """
    read = whole(held)
    try:
        return sha256(msgspec.json.encode(read, order="sorted")).digest()
    except UnicodeEncodeError:  # half a character, which JSON can spell and UTF-8 cannot
        return sha256(json.dumps(read, sort_keys=True).encode()).digest()


def in_order(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Number and document of a table by the numbers, which were given as they were made."""
    return ((number, table[number]) for number in sorted(table, key=int))


def numbers_of(table: Mapping[str, object], ids: Container[str]) -> dict[str, str]:
    """The numbers of the documents with some ids; of twins the first, as everywhere."""
    found: dict[str, str] = {}
    for number, held in in_order(table):
        known = sketch(held)
        if known and isinstance(known.id, str) and known.id in ids:
            found.setdefault(known.id, number)
    return found


def documents_at(
    tables: Mapping[str, Mapping[str, object]], places: Iterable[tuple[str, str]]
) -> Edit:
    """The documents, or marks of removal, that stand in some places; nothing for an empty one."""
    asked: dict[str, set[str]] = {}
    for table, id_ in places:
        asked.setdefault(table, set()).add(id_)
    return {
        (table, id_): whole(tables[table][number])
        for table, ids in asked.items()
        for id_, number in numbers_of(tables.get(table, {}), ids).items()
    }


def is_mark(held: object, known: Sketch | None) -> bool:
    """Whether a document is the mark of a removed one, given its sketch; see `codec.is_removed`."""
    if known is None or known.removed is None:
        return False
    document = whole(held)
    return isinstance(document, Mapping) and is_removed(document)


def entry_sketch(held: object) -> Sketch | None:
    """The sketch of an entry, if an empty one of what cannot be read; None for nothing, and for a mark."""
    known = sketch(held) or Sketch()
    return None if held is None or is_mark(held, known) else known


def for_elsewhere(
    tables: Mapping[str, Mapping[str, object]], without: Container[str]
) -> dict[str, tuple[object, ...]]:
    """All documents, each as a dict; what cannot be read as one as the file has it.

    >>> for_elsewhere({"pain": {"1": msgspec.Raw(b'{"id": "1"}'), "2": msgspec.Raw(b"1e999")}}, "")
    {'pain': ({'id': '1'}, Raw(b'1e999'))}
    """
    every = {name: in_order(table) for name, table in tables.items() if name not in without}
    return {name: tuple(_exact(held) for _, held in table) for name, table in every.items()}


def _exact(held: object) -> object:
    try:
        document = _whole(held) if isinstance(held, msgspec.Raw) else held
    except msgspec.DecodeError:
        return held
    return document if isinstance(document, dict) else held


def mark_of(document: Document | None, id_: str, now: str) -> Document:
    """The mark that a removed document leaves, with where it came from, so that it stays away.

    >>> mark_of({"id": "1", "note": "x", "imported": {"from": "y", "key": "z", "original": 4}}, "1", "t")
    {'id': '1', 'removed': 't', 'imported': {'from': 'y', 'key': 'z'}}
    """
    mark: Document = {"id": id_, "removed": now}
    imported = document.get("imported") if document else None
    if isinstance(imported, Mapping):
        mark["imported"] = {name: value for name, value in imported.items() if name != "original"}
    return mark


def is_there(document: Document | None) -> TypeGuard[Document]:
    """Whether there is a document, and not only the mark that a removed one leaves."""
    return document is not None and not is_removed(document)
