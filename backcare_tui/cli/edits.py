"""`FIELD=VALUE`, the words of `change`: each is kept, or refused in a sentence."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast

import msgspec

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.night_ends import with_offsets
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.night import TIMES, Night, times_or_length
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.values import BadValue, allowed_in, field_types, read_value
from backcare_tui.library.routines import routine_name
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import RecordField
from backcare_tui.wording.fields.read import somebody
from backcare_tui.wording.fields.table import find_field, shell_named

R = TypeVar("R", bound=Record)

OFFSETS = frozenset({"bed_offset", "up_offset"})
"""They follow from a night's times and the zone, unless a person states them."""
FIXED = frozenset(Record.__struct_fields__)
"""What the program alone writes."""


def edited(record: R, edits: Iterable[str], context: FieldContext) -> R:
    """A record with changed fields, each typed as `field=value`; no value empties the field.

    Args:
        record: What is changed; it stays as it is.
        edits: `severity=5`, `naps=1h10`, `To bed=23:10`: a field by its name in the file, by its
            option of `log`, or as its form calls it.
        context: The time, and who and what is known.

    Raises:
        BadValue: For a field that there is not, and for a value that it cannot take.
    """
    kind = type(record)
    fields: dict[str, Any] = msgspec.structs.asdict(record)
    typed: dict[str, str] = {}
    for edit in edits:
        called, equals, text = edit.partition("=")
        called = called.strip()
        if not equals:
            raise BadValue("change", edit, "of the form FIELD=VALUE, such as severity=5")
        if text and not text.strip():
            raise BadValue(called, None, f"a value; {called}= with nothing after it removes it")
        text = text.strip()
        field = find_field(kind, called)
        name = field.name if field else called
        if name not in set(fields) - FIXED:
            raise BadValue("field", called, f"one of {', '.join(sorted(set(fields) - FIXED))}")
        if name in typed:
            raise BadValue(called, text, "possible: it is stated twice")
        typed[name] = called
        fields[name] = (
            _read(kind, field, called, text, context) if text else _empty(kind, name, called)
        )
    if kind is Session and "routine" in typed and "name" not in typed and fields["routine"]:
        fields["name"] = routine_name(fields["routine"], context.routines)
    if kind is Night:
        fields = _of_night(fields, typed)
    try:
        made = kind(**fields)
        write_document(made)
    except BadValue as error:
        raise shell_named(error, kind, typed) from None
    if isinstance(made, Night) and isinstance(record, Night) and not OFFSETS & typed.keys():
        return cast("R", with_offsets(made, context.clock, record))
    return made


def _of_night(fields: Mapping[str, Any], typed: Mapping[str, str]) -> dict[str, Any]:
    """Times, or a length alone: what is typed takes the place of the other."""
    length = fields["asleep_min"]
    if "asleep_min" in typed and length and any(n in typed and fields[n] for n in TIMES):
        raise BadValue(typed["asleep_min"], length, "possible beside times; state one or the other")
    return times_or_length(fields, typed)


def _read(
    kind: type[Record], field: RecordField | None, called: str, text: str, context: FieldContext
) -> Any:
    """A value as a person types it; of a field that only programs know as the file holds it."""
    if field is None or (field.is_number_in_file and called == field.name and text.isdecimal()):
        return read_value(kind, called, text)
    value = field.read(text, context, called)
    if field.name == "person" and value not in {person.id for person in context.people}:
        raise BadValue(called, text, somebody(context))
    return value


def _empty(kind: type[Record], name: str, called: str) -> Any:
    """What a field holds where nothing is known; one that is needed cannot be without a value."""
    info = next(info for info in msgspec.structs.fields(kind) if info.name == name)
    if info.required:
        raise BadValue(called, None, allowed_in(field_types(kind)[name]))
    return info.default if info.default_factory is msgspec.NODEFAULT else info.default_factory()
