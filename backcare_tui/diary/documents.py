"""Whole documents of any table, also of one that this version does not know."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document, as_json, is_removed, read_record
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.values import BadValue, Id, Moment, allowed_in, field_types


class _Frame(msgspec.Struct, frozen=True):
    """What every document has, a mark of removal and one of an unknown table too."""

    id: Id
    updated: Moment | None = None
    removed: Moment | None = None


def check_document(table: str, document: Mapping[str, Any]) -> None:
    """Refuse a document that the file must not hold.

    >>> check_document("pain", {"id": "1", "at": "2026-11-23T08:12:00+01:00", "severity": 4})
    >>> check_document("tides", {"id": "1", "high": True})
    >>> check_document("tides", {"id": "1", "removed": "soon"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    backcare_tui.diary.values.BadValue: removed: "soon" is not a moment with its offset, such as ...

    Raises:
        BadValue: Naming the first field that is wrong, its value, and what is allowed.
    """
    try:
        for field, value in document.items():
            as_json(field, value)
    except RecursionError:
        raise BadValue("entry", "a list within lists", "less deep than that") from None
    if table in RECORDS and not is_removed(document):
        read_record(RECORDS[table], document)
        return
    for field, kind in field_types(_Frame).items():
        try:
            msgspec.convert(document.get(field), kind)
        except msgspec.ValidationError:
            raise BadValue(field, document.get(field), allowed_in(kind)) from None


def whole_documents(documents: Iterable[tuple[str, Document]]) -> dict[tuple[str, str], Document]:
    """Documents by table and id, each of them checked.

    Raises:
        BadValue: For one that the file must not hold, and for an id that comes twice.
    """
    found: dict[tuple[str, str], Document] = {}
    for table, document in documents:
        check_document(table, document)
        place = (table, document["id"])
        if place in found:
            raise BadValue("id", place[1], "an id that comes only once")
        found[place] = document
    return found
