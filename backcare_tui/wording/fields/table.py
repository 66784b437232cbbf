"""Every field of every record that people know, and finding one by what they call it."""

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

import msgspec

from backcare_tui.diary.values import BadValue
from backcare_tui.wording.fields.field import FieldTable, RecordField

_MODULES = {
    "pain": ("Pain", "Interference", "Feeling"),
    "night": ("Night",),
    "session": ("Session",),
    "visit": ("Visit",),
    "meal": ("Meal",),
    "activity": ("ActiveDay",),
    "care": ("Course", "Person", "Agreement", "Question", "Ability", "Belief", "Check", "Signs"),
    "plans": ("Plan", "Trial", "TrialDay", "Routine", "OwnExercise"),
}
"""The records whose fields stand in each module; it is read when the first of them is asked for."""
_MODULE_OF = {record: module for module, records in _MODULES.items() for record in records}


def fields_of(record: type[msgspec.Struct]) -> tuple[RecordField, ...]:
    """The fields of a record that people know, in the order in which they are asked for and told.

    A field that is not among them is for programs alone: links between entries, what the player
    counts, what the program remembers.
    """
    if (name := _MODULE_OF.get(record.__name__)) is None:
        return ()
    table: FieldTable = import_module(f"backcare_tui.wording.fields.{name}").FIELDS
    return table[record]


def field_of(record: type[msgspec.Struct], name: str) -> RecordField:
    """The field of this name in the file.

    Raises:
        KeyError: People know no such field.
    """
    return _by_name(record)[name]


@cache
def _by_name(record: type[msgspec.Struct]) -> dict[str, RecordField]:
    return {field.name: field for field in fields_of(record)}


def find_field(record: type[msgspec.Struct], words: str) -> RecordField | None:
    """The field that a person means by its name in the file, its label or its option.

    Such as `naps_min`, `Naps that day`, `naps` or `--naps`; None where none is meant, or several.
    """
    called = " ".join(words.removeprefix("--").split()).casefold()
    fields = fields_of(record)
    exact = [field for field in fields if field.name == called]
    found = exact or [field for field in fields if called in field.names]
    return found[0] if len(found) == 1 else None


def labeled(error: BadValue, record: type[msgspec.Struct]) -> BadValue:
    """A complaint that names the field as its form does: `bed` as `To bed`.

    What is inside a field is named by the field: `areas[1]` as `Where`.
    """
    field = _found(error, record)
    return error.named(field.label) if field else error


def shell_named(
    error: BadValue, record: type[msgspec.Struct], typed: Mapping[str, str] = MappingProxyType({})
) -> BadValue:
    """A complaint that names the field as the shell does: `awake_min` as `awake`.

    Args:
        error: The complaint of the record, which names it as the file does.
        record: What was made.
        typed: What the person called a field, by its name in the file, where that is known.
    """
    field = _found(error, record)
    if field is None:
        return error
    return error.named(typed.get(field.name, field.shell_name))


def _found(error: BadValue, record: type[msgspec.Struct]) -> RecordField | None:
    return find_field(record, re.split(r"[.\[]", error.field, maxsplit=1)[0])
