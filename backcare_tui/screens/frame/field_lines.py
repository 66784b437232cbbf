"""Fields of the table as lines of a form."""

from collections.abc import Iterable
from functools import partial
from typing import Any, Unpack, get_args

import msgspec

from backcare_tui.diary.habits import most_used
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import Severity, choices
from backcare_tui.library.taxonomy import name_of, words
from backcare_tui.widgets.chips.chips import Chips
from backcare_tui.widgets.chips.flow import Chip
from backcare_tui.widgets.fields.inputs import NoteField, ParsedField, RatingField
from backcare_tui.widgets.fields.offered import Offer, OfferedField
from backcare_tui.widgets.fields.scale import HIGHEST
from backcare_tui.widgets.options import Named
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.field import RecordField

MOST_OFFERED = 8
"""Words of a longer list, the first of them; the others are typed."""
FormLine = ParsedField[Any] | RatingField | NoteField


def parsed(
    field: RecordField,
    context: FieldContext,
    hint: str = "",
    seen: FieldContext | None = None,
    offers: tuple[Offer, ...] = (),
    **named: Unpack[Named],
) -> ParsedField[Any]:
    """A line that is read as the field is, with its label and its hint unless another is given.

    Args:
        field: Of the table.
        context: What it is read against; what `today` was when it was typed.
        hint: What stands beside the empty line.
        seen: What it is echoed against, where that is not the same; what is today now.
        offers: What is offered beneath it, where that is not the field's own list.
        named: `id` and `classes`.
    """
    typed = msgspec.structs.replace(context, is_in_form=True)
    read, echo = partial(field.read, context=typed), partial(field.echo, context=seen or context)
    hint = hint or ("" if choices(field.type) else field.hint)
    if offers := offers or offers_of(field):
        return OfferedField(field.label, read, echo, offers=offers, hint=hint, **named)
    return ParsedField(field.label, read, echo, hint=hint, **named)


def offers_of(field: RecordField) -> tuple[Offer, ...]:
    """What is offered under a line that takes one word of a short list, or a number up to ten."""
    if field.shape != "one":
        return ()
    if Severity in (field.type, *get_args(field.type)):
        return tuple(Offer(str(number), str(number)) for number in range(HIGHEST + 1))
    if field.is_rating:
        said = (f"{n} {field.echo(n, FieldContext())}".strip() for n in range(1, 6))
        return tuple(Offer(each[0], each) for each in said)
    if closed := choices(field.type):
        names = (field.echo(each, FieldContext()) or each for each in closed)
        return tuple(Offer(each, name) for each, name in zip(closed, names, strict=True))
    known = words(field.words) if field.words else ()
    return tuple(Offer(word.id, word.name) for word in known[:MOST_OFFERED])


def chips_of(field: RecordField, entries: Iterable[Record], states: tuple[str, ...] = ()) -> Chips:
    """Words to choose from, under the field's name as its id; a closed list takes no others.

    Args:
        field: Of the table; it holds several words.
        entries: By them the words used most come first; a closed list keeps its order.
        states: What a chosen word can be, if that is more than chosen.
    """
    if closed := choices(field.type):
        options = [Chip(word, word.capitalize()) for word in closed]
    elif kind := field.words:
        used = (getattr(entry, field.name) for entry in entries)
        ids = most_used(used, [word.id for word in words(kind)])
        options = [Chip(word, name_of(kind, word)) for word in ids]
    else:
        raise ValueError(f"{field.name} has no words to choose from")
    return Chips(
        tuple(options), label=field.label, states=states, is_closed=bool(closed), id=field.name
    )


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


def words_held(value: object) -> tuple[str, ...]:
    """The words of a document, or of an older draft that has them as one text."""
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(dict.fromkeys(part.strip() for part in map(str, parts) if part.strip()))
