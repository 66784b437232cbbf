"""What a person typed, as values of an entry; what cannot be taken is a sentence."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from backcare_tui.cli.terminal import WrongWords
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.habits import read_medicine
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import BadValue, allowed_in, field_types, read_value
from backcare_tui.diary.when import Clock, read_day, read_time_of_day, read_when

if TYPE_CHECKING:
    from backcare_tui.library.taxonomy import WordKind

KINDS_OF_WORDS: dict[str, "WordKind"] = {
    "qualities": "qualities",
    "triggers": "triggers",
    "relievers": "relievers",
    "inflammation": "inflammation_signs",
    "techniques": "techniques",
    "tags": "tags",
    "words": "mood_words",
}
"""The field of an entry to the fixed words that its own words may be."""
PRESSURES = ("light", "medium", "firm", "deep")
"""The pressures of a massage, 1 to 4."""
_ONE_WORD: dict[str, "WordKind"] = {
    "treatment": "treatments",
    "kind": "massage_kinds",
    "role": "roles",
}
"""The same for fields of a single word."""
_FIXED = {"id", "updated", "imported"}
_PAIRS = {"area_severity", "relief", "interference", "ratings"}
_MOMENTS = {"at", "postponed", "resumed"}
_DAYS = {"night", "started", "ended", "agreed", "answered", "since", "until"}
_SWITCHES = {"is_flare", "is_check_up"}


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


def moment(text: str | None, clock: Clock, name: str = "at") -> dt.datetime:
    """The moment that was typed, else now.

    Raises:
        BadValue: Naming what the person knows it by.
    """
    try:
        return read_when(text or "", clock)
    except BadValue as error:
        raise BadValue(name, text, error.allowed) from None


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


def warning_signs() -> dict[str, tuple[str, ...]]:
    """The ids of the warning signs, under the fields of a check that hold them."""
    from backcare_tui.library.taxonomy import red_flags
    from backcare_tui.library.taxonomy import words as fixed

    return {
        "red_flags": tuple(flag.id for flag in red_flags()),
        "mood_flags": tuple(flag.id for flag in fixed("mood_flags")),
    }


def mark(text: str, known: Collection[str], name: str = "flag") -> str:
    """The id of a warning sign. Another word is refused, as no rule would answer it.

    Raises:
        BadValue: For what is no warning sign.
    """
    id_ = text.strip().casefold().replace("-", "_").replace(" ", "_")
    if id_ not in known:
        raise BadValue(name, text, "a warning sign, as log check --help lists them")
    return id_


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
    if field in _MOMENTS:
        return moment(text, clock, field)
    if field in _DAYS:
        return _day(kind, field, text, clock)
    if field in _PAIRS:
        return _pairs(kind, field, text)
    read = _list(field, [part for part in text.split(",") if part.strip()])
    return _one(kind, field, text) if read is None else read


def _day(kind: type[Record], field: str, text: str, clock: Clock) -> Any:
    """A day; one to come, which a plan may have, is only typed as the file holds it."""
    try:
        return day(text, clock, field)
    except BadValue:
        if field == "night":
            raise
        return read_value(kind, field, text)


def _list(field: str, parts: list[str]) -> tuple[Any, ...] | None:
    """The value of a field of several words; None for another field."""
    if field == "areas":
        return areas(parts)
    if field == "medicines":
        return tuple(map(read_medicine, parts))
    if field in {"red_flags", "mood_flags"}:
        known = warning_signs()[field]
        return tuple(dict.fromkeys(mark(part, known, field) for part in parts))
    return words(field, parts) if field in KINDS_OF_WORDS else None


def _one(kind: type[Record], field: str, text: str) -> Any:
    """The value of any other field."""
    from backcare_tui.library.taxonomy import find_word

    if field in {"bed", "up"}:
        return read_time_of_day(text)
    if field == "pressure" and text in PRESSURES:
        return PRESSURES.index(text) + 1
    if field in _SWITCHES:
        text = {"yes": "true", "no": "false"}.get(text.casefold(), text)
    return read_value(
        kind, field, find_word(_ONE_WORD[field], text) if field in _ONE_WORD else text
    )


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
