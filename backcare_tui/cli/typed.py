"""What a person typed, as values of an entry; what cannot be taken is a sentence."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from backcare_tui.cli.terminal import WrongWords
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.habits import read_medicine
from backcare_tui.diary.record import Record
from backcare_tui.diary.values import BadValue, allowed_in, field_types, read_value
from backcare_tui.diary.when import Clock, read_day, read_time_of_day, read_when

if TYPE_CHECKING:
    from backcare_tui.library.taxonomy import Kind

KINDS_OF_WORDS: dict[str, "Kind"] = {
    "qualities": "qualities",
    "triggers": "triggers",
    "relievers": "relievers",
    "inflammation": "inflammation_signs",
    "techniques": "techniques",
    "tags": "tags",
    "words": "mood_words",
}
"""The field of an entry to the fixed words that its own words may be."""
_FIXED = {"id", "updated", "imported"}
_PAIRS = {"area_severity", "relief", "interference"}


def value(kind: type[Record], field: str, text: str | None, name: str | None = None) -> Any:
    """A field's value, None where nothing was typed.

    Args:
        kind: The record that it is for.
        field: The field's name in the record.
        text: What was typed.
        name: What the person knows it by, where that is not the field's name.

    Raises:
        BadValue: Naming what the person knows it by.
    """
    if text is None:
        return None
    try:
        return read_value(kind, field, text)
    except BadValue as error:
        raise BadValue(name or field, text, error.allowed) from None


def moment(text: str | None, clock: Clock) -> dt.datetime:
    """The moment that was typed, else now."""
    return read_when(text, clock) if text else clock.now()


def day(text: str | None, clock: Clock, name: str) -> dt.date:
    """The day that was typed, else today.

    Raises:
        BadValue: Naming what the person knows it by.
    """
    try:
        return read_day(text or "", clock)
    except BadValue as error:
        raise BadValue(name, text, error.allowed) from None


def checked(record: Record) -> Record:
    """The record, if it is one that the diary can hold.

    Raises:
        BadValue: Naming the field that is wrong.
    """
    write_document(record)
    return record


def words(field: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Words of a field: ids of the fixed words where they are meant, else as typed; none twice."""
    from backcare_tui.library.taxonomy import find_word

    typed = [text for text in texts if text.strip()]
    return tuple(dict.fromkeys(find_word(KINDS_OF_WORDS[field], text) for text in typed))


def areas(texts: Iterable[str]) -> tuple[str, ...]:
    """The ids of places on the body map, from ids or names; none twice.

    Raises:
        WrongWords: For what is not a place, naming the nearest ones.
    """
    return tuple(dict.fromkeys(_area(text) for text in texts if text.strip()))


def edited(record: Record, edits: Iterable[str], clock: Clock) -> Record:
    """A record with changed fields, each typed as `field=value`; no value removes the field.

    Raises:
        BadValue: For a field that there is not, and for a value that it cannot take.
    """
    kind = type(record)
    fields: dict[str, Any] = msgspec.structs.asdict(record)
    known = set(field_types(kind)) - _FIXED
    for edit in edits:
        field, equals, text = edit.partition("=")
        if not equals:
            raise BadValue("change", edit, "of the form FIELD=VALUE, such as severity=5")
        if field not in known:
            raise BadValue("field", field, f"one of {', '.join(sorted(known))}")
        typed = text.strip()
        fields[field] = _read(kind, field, typed, clock) if typed else _empty(kind, field)
    return checked(kind(**fields))


def _area(text: str) -> str:
    from backcare_tui.library.taxonomy import find_area

    try:
        return find_area(text).id
    except ValueError as error:
        raise WrongWords(f"{error}.") from None


def _empty(kind: type[Record], field: str) -> Any:
    """What a field holds where nothing is known; of a required one None, which no entry may hold."""
    info = next(info for info in msgspec.structs.fields(kind) if info.name == field)
    if info.default_factory is not msgspec.NODEFAULT:
        return info.default_factory()
    return None if info.default is msgspec.NODEFAULT else info.default


def _read(kind: type[Record], field: str, text: str, clock: Clock) -> Any:
    """A field's value as a person types it, which is kinder than as the file holds it."""
    parts = text.split(",")
    read: Any
    if field == "at":
        read = read_when(text, clock)
    elif field == "night":
        read = read_day(text, clock)
    elif field in {"bed", "up"}:
        read = read_time_of_day(text)
    elif field == "areas":
        read = areas(parts)
    elif field in KINDS_OF_WORDS:
        read = words(field, parts)
    elif field == "medicines":
        read = tuple(read_medicine(part) for part in parts if part.strip())
    elif field in _PAIRS:
        read = _pairs(kind, field, text)
    else:
        read = read_value(kind, field, text)
    return read


def _pairs(kind: type[Record], field: str, text: str) -> Any:
    """What is typed as `lower-back-l:6, neck-back:3`."""
    wanted = field_types(kind)[field]
    pairs = [part.rpartition(":") for part in text.split(",") if part.strip()]
    name = _area if field == "area_severity" else str.strip
    found = {name(word): number.strip() for word, _, number in pairs}
    try:
        return msgspec.convert(found, wanted, strict=False)
    except msgspec.ValidationError:
        raise BadValue(field, text, f"{allowed_in(wanted)}, such as WORD:VALUE") from None
