"""All that an entry says, a line for each thing that was taken down."""

from backcare_tui.diary.records.base import Record
from backcare_tui.text import clean
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.table import fields_of

PLAIN = FieldContext()


def say_details(record: Record, context: FieldContext = PLAIN) -> tuple[str, ...]:
    """What `say_entry` leaves out, one line each, the note last; safe to print.

    Args:
        record: Any entry.
        context: Today, and the names of the care team; without it somebody is told by the id.
    """
    lines = (line for field in fields_of(type(record)) for line in field.tell(record, context))
    said = [f"{label}: {clean(words)}" for label, words in lines if words]
    return (*said, clean(record.note, lines=True)) if record.note else tuple(said)
