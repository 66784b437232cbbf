"""What a person typed, as values of an entry; what cannot be taken is a sentence."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from backcare_tui.cli.terminal import WrongWords
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import BadValue, read_value
from backcare_tui.diary.when import Clock, read_day, read_when

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


def _area(text: str) -> str:
    from backcare_tui.library.taxonomy import find_area

    try:
        return find_area(text).id
    except ValueError as error:
        raise WrongWords(f"{error}.") from None
