"""What a person typed, as values of an entry; what cannot be taken is a sentence."""

import datetime as dt
from argparse import Namespace
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from backcare_tui.customs import STANDARD, fixed
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock, read_day
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import fields_of, shell_named

if TYPE_CHECKING:
    from backcare_tui.guidance.stated import Stated

R = TypeVar("R", bound=Record)


def day(text: str | None, clock: Clock, name: str) -> dt.date:
    """The day that was typed, else today.

    Raises:
        BadValue: Naming what the person knows it by.
    """
    try:
        return read_day(text or "", clock)
    except BadValue as error:
        raise error.named(name) from None


def stated(
    kind: type[Record], args: Namespace, context: FieldContext, *left_out: str
) -> dict[str, Any]:
    """The fields of a record that were typed, by their names in the file.

    Args:
        kind: The record that is taken down.
        args: The words of its command.
        context: The time, and who and what is known.
        left_out: Fields that the command reads itself.

    Raises:
        BadValue: For a value that its field cannot take, naming the option.
    """
    found: dict[str, Any] = {}
    for field in fields_of(kind):
        if field.option is None or field.name in left_out:
            continue
        typed = getattr(args, field.option.dest, None)
        match typed:
            case bool():
                value: Any = typed or None
            case list():
                texts = [text for text in typed if text.strip()]
                value = field.read_each(texts, context, field.shell_name) if texts else None
            case _:
                value = field.read(typed or "", context, field.shell_name)
        if value is not None:
            found[field.name] = value
    return found


def answer(row: "Stated", text: str, clock: Clock, name: str) -> Any:
    """What a text states of a person; a bare time is of 24 hours, as in every command.

    Raises:
        BadValue: For a text that means nothing there, naming what the person knows it by.
    """
    with fixed(STANDARD):
        return row.read(text, clock, name)


def made(kind: type[R], fields: dict[str, Any]) -> R:
    """The record of these fields, if it is one that the diary can hold.

    Raises:
        BadValue: For a field that is wrong or missing, naming it as the shell does.
    """
    needed = {info.name: None for info in msgspec.structs.fields(kind) if info.required}
    try:
        record = kind(**(needed | fields))
        write_document(record)
    except BadValue as error:
        raise shell_named(error, kind) from None
    return record
