"""Fields of the table as lines of a form."""

from functools import partial
from typing import Any, Unpack

from backcare_tui.widgets.fields.inputs import NoteField, ParsedField, RatingField
from backcare_tui.widgets.options import Named
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import RecordField

FormLine = ParsedField[Any] | RatingField | NoteField


def parsed(
    field: RecordField,
    context: FieldContext,
    hint: str = "",
    seen: FieldContext | None = None,
    **named: Unpack[Named],
) -> ParsedField[Any]:
    """A line that is read as the field is, with its label and its hint unless another is given.

    Args:
        field: Of the table.
        context: What it is read against; what `today` was when it was typed.
        hint: What stands beside the empty line.
        seen: What it is echoed against, where that is not the same; what is today now.
        named: `id` and `classes`.
    """
    read, echo = partial(field.read, context=context), partial(field.echo, context=seen or context)
    return ParsedField(field.label, read, echo, hint=hint or field.hint, **named)


def rated(field: RecordField, **named: Unpack[Named]) -> RatingField:
    """One to five, each with the word that the field has for it."""
    one, two, three, four, five = (field.echo(n, FieldContext()) for n in range(1, 6))
    return RatingField(field.label, (one, two, three, four, five), **named)


def line_of(field: RecordField, context: FieldContext) -> FormLine:
    """What fits the field: a note, one to five, or a line that is read; its id is the field's name."""
    if field.name == "note":
        return NoteField(field.label, id=field.name)
    if field.is_rating:
        return rated(field, id=field.name)
    return parsed(field, context, id=field.name)


def held(line: FormLine) -> object:
    """What a line holds for a draft: the value, or the text while it cannot be read."""
    return line.kept if isinstance(line, ParsedField) else line.value


def fill(line: FormLine, value: Any) -> None:
    """Put a value of a document, or a draft's text, into a line."""
    if isinstance(line, RatingField):
        line.rating = value
    else:
        line.text = "" if value is None else str(value)
