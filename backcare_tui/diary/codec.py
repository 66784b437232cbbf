"""From record to document and back: unknown fields kept, a bad document named, not dropped."""

import datetime as dt
import math
import re
from collections.abc import Mapping
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import EARLIEST, FIRST_YEAR, BadValue, allowed_in, field_types
from backcare_tui.diary.when import iso_moment

R = TypeVar("R", bound=Record)
Document = dict[str, Any]

MARK_FIELDS = frozenset({"id", "updated", "removed", "imported"})
"""What the mark of a removed document may hold."""
_IN_A_MARK = "the moment of a removal in the place of all content"

_PATH = r" - at `\$\.?([^`]*)`$"
_MISSING = r"missing required field `(\w+)`"


def read_record(kind: type[R], document: Mapping[str, Any]) -> R:
    """The record that a document holds; empty texts and nulls count as unknown.

    Fields that the record does not know are passed over here, and kept by `merged` when it changes.

    >>> from backcare_tui.diary.records.pain import Pain
    >>> document = {"id": "1", "at": "2026-11-23T08:12:00+01:00", "severity": 4, "note": ""}
    >>> read_record(Pain, document).severity
    4

    Raises:
        BadValue: Naming the first field that is wrong, its value, and what is allowed.
    """
    if not document.get("id"):
        raise BadValue("id", document.get("id"), "an id")
    removed = document.get("removed")
    if removed is not None and removed != "":  # no mark, so nobody knows whether it was removed
        raise BadValue("removed", removed, _IN_A_MARK)
    values = document.values()
    if None in values or "" in values:
        document = {field: v for field, v in document.items() if v is not None and v != ""}
    try:
        return _of_our_times(msgspec.convert(document, kind))
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, BadValue):
            raise error.__cause__ from None
        raise _complaint(kind, document, str(error)) from None


def _of_our_times(record: R) -> R:
    """The record, if its day is one that a calendar can count from in every zone."""
    for field in ("at", "night"):
        stated = getattr(record, field, None)
        if stated is not None and stated.year < FIRST_YEAR:
            raise BadValue(field, stated.isoformat(), EARLIEST)
    return record


def write_document(record: Record) -> Document:
    """The document of a record: unknown is absent, times are local with their offset.

    What comes out is read once more before it is given, so nothing gets into the file that would not
    come out of it.

    >>> from backcare_tui.diary.records.meal import Meal
    >>> import datetime as dt
    >>> at = dt.datetime.fromisoformat("2026-11-23T08:12:00+01:00")
    >>> write_document(Meal(id="1", at=at, water_ml=300))
    {'id': '1', 'at': '2026-11-23T08:12:00+01:00', 'water_ml': 300}

    Raises:
        BadValue: If the record holds a value that the file must not.
    """
    document = document_of(record)
    read_record(type(record), document)
    return document


def document_of(record: Record) -> Document:
    """The same without reading it once more, of a record that has gone through it before.

    Raises:
        BadValue: If it holds what the file cannot.
    """
    try:
        built = msgspec.to_builtins(record.bare(), builtin_types=(dt.datetime,), str_keys=True)
    except (TypeError, ValueError):
        raise BadValue("entry", type(record).__name__, "made of plain values") from None
    return {
        field: _moment(field, value) if isinstance(value, dt.datetime) else as_json(field, value)
        for field, value in built.items()
        if value not in record.unknown
    }


def merged(before: Mapping[str, Any], record: Record) -> Document:
    """The document of a changed record, over what the file held.

    Fields that this version does not know stay; those that the change did not touch stay to the
    letter, so that what they hold inside is kept too.

    Args:
        before: The document as it is in the file.
        record: What is to stand in its place, with the same id.

    Raises:
        BadValue: If the record holds a value that the file must not, or the document is none.
    """
    old = write_document(read_record(type(record), before))
    new = write_document(record)
    known = {_name(record, field) for field in record.__struct_fields__}
    kept = {
        field: value
        for field, value in before.items()
        if field not in known or (field in new and old.get(field) == new[field])
    }
    return {**new, **kept}


def is_removed(document: Mapping[str, Any]) -> bool:
    """Whether this is the mark that a removed document leaves: when it was removed, and no content.

    >>> is_removed({"id": "1", "removed": "2026-11-23T08:12:00+01:00"})
    True
    >>> is_removed({"id": "1", "removed": "2026-11-23T08:12:00+01:00", "severity": 4})
    False
    """
    return document.keys() <= MARK_FIELDS and iso_moment(document.get("removed")) is not None


def _moment(field: str, moment: dt.datetime) -> str:
    """A moment as text: what a person states to the second, what orders changes more exactly."""
    is_exact = field == "updated" and moment.microsecond
    return moment.isoformat(timespec="milliseconds" if is_exact else "seconds")


def as_json(field: str, value: object) -> Any:
    """A value as the file will give it back.

    Raises:
        BadValue: Naming the field, if the file cannot hold it.
    """
    if isinstance(value, str):
        return _in_utf8(field, value)
    match value:
        case None | bool() | int():
            return value
        case float() if math.isfinite(value):
            return value
        case float():
            raise BadValue(field, value, "a finite number")
        case list() | tuple():
            return [as_json(field, each) for each in value]
        case dict() if all(isinstance(name, str) for name in value):
            return {_in_utf8(field, name): as_json(field, each) for name, each in value.items()}
    raise BadValue(field, value, "made of plain values")


def _in_utf8(field: str, text: str) -> str:
    try:
        if not text.isascii():
            text.encode()
    except UnicodeEncodeError:
        raise BadValue(field, text, "text in UTF-8") from None
    return text


def _name(record: Record, field: str) -> str:
    names = record.__struct_encode_fields__
    return names[record.__struct_fields__.index(field)]


def _complaint(kind: type[Record], document: Mapping[str, Any], message: str) -> BadValue:
    """What msgspec found, in words: it names a path such as `areas[0]` or `relief[...]`."""
    found = re.search(_PATH, message)
    path = found[1] if found else ""
    if missing := re.search(_MISSING, message):
        path = f"{path}.{missing[1]}".lstrip(".")
    value: Any = document
    allowed: Any = kind
    words = "possible"
    for part in _parts(path):
        value, allowed = _value_below(value, part), _type_below(allowed, part)
        words = allowed_in(allowed) or words
    return BadValue(path.removesuffix("[...]") or "entry", value, words)


def _parts(path: str) -> list[str]:
    return [part for part in re.split(r"[.\[\]]+", path.replace("[...]", "")) if part]


def _value_below(value: Any, part: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(part)
    if isinstance(value, list | tuple) and part.isdigit():
        return value[int(part)]
    return value


def _type_below(kind: Any, part: str) -> Any:
    """The type of a struct's field, or of a list's items."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        names = dict(zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True))
        return field_types(kind)[names[part]]
    inner = [arg for arg in get_args(kind) if arg is not type(None) and arg is not Ellipsis]
    structs = [arg for arg in inner if isinstance(arg, type) and issubclass(arg, msgspec.Struct)]
    if part.isdigit() and get_origin(kind) is tuple:
        return inner[0]
    return _type_below(structs[0] if structs else inner[0], part) if inner else kind
