"""The values that an entry may hold, each with the words that say what is allowed."""

import datetime as dt
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Meta

from backcare_tui.text import shortened

FIRST_YEAR = 1900
"""Entries of earlier years are slips of the keys; the zones of that time have odd offsets."""

Severity = Annotated[int, Meta(ge=0, le=10, description="a whole number from 0 to 10")]
"""Numeric rating scale, 0 no pain to 10 the worst imaginable (Farrar 2001)."""
Rating = Annotated[int, Meta(ge=1, le=5, description="a whole number from 1 to 5")]
Pressure = Annotated[int, Meta(ge=1, le=4, description="1 light, 2 medium, 3 firm or 4 deep")]
Minutes = Annotated[int, Meta(ge=0, le=1440, description="whole minutes from 0 to 1440")]
Seconds = Annotated[int, Meta(ge=0, le=86_400, description="whole seconds from 0 to 86400")]
Count = Annotated[int, Meta(ge=0, le=99, description="a whole number from 0 to 99")]
Visits = Annotated[int, Meta(ge=1, le=100, description="a whole number from 1 to 100")]
DayCount = Annotated[int, Meta(ge=1, le=1000, description="a whole number of days from 1 to 1000")]
Milliliters = Annotated[int, Meta(ge=1, le=10_000, description="milliliters from 1 to 10000")]
Milligrams = Annotated[int, Meta(ge=1, le=5000, description="milligrams from 1 to 5000")]
Drinks = Annotated[float, Meta(gt=0, le=50, description="a number above 0, up to 50")]
Cost = Annotated[float, Meta(ge=0, le=1_000_000, description="an amount of 0 or more")]
Text = Annotated[str, Meta(description="a text")]
Word = Annotated[str, Meta(min_length=1, max_length=200, description="a word or a few words")]
Id = Annotated[
    str,
    Meta(pattern=r"^[0-9A-Za-z_-]{1,64}\Z", description="an id of letters, digits and dashes"),
]
Words = Annotated[tuple[Word, ...], Meta(description="a list of words")]
TimeOfDay = Annotated[
    str,
    Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z", description="a time of day such as 23:10"),
]
Day = Annotated[dt.date, Meta(description="a day such as 2026-11-23")]
Moment = Annotated[
    dt.datetime,
    Meta(tz=True, description="a moment with its offset, such as 2026-11-23T08:12:00+01:00"),
]
Relief = Annotated[
    Literal["yes", "a-little", "no"], Meta(description="one of yes, a-little and no")
]
VisitResponse = Annotated[
    Literal["relaxed", "unchanged", "tensed", "painful"],
    Meta(description="one of relaxed, unchanged, tensed and painful"),
]
Helped = Annotated[Literal["yes", "no", "unsure"], Meta(description="one of yes, no and unsure")]
Leg = Annotated[
    Literal["none", "same", "moved-up", "farther-down", "new", "numb"],
    Meta(description="one of none, same, moved-up, farther-down, new and numb"),
]
SessionOutcome = Annotated[
    Literal["done", "skipped", "stopped"], Meta(description="one of done, skipped and stopped")
]
MealKind = Annotated[
    Literal["breakfast", "lunch", "dinner", "snack", "drink"],
    Meta(description="one of breakfast, lunch, dinner, snack and drink"),
]
Weekday = Annotated[
    Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    Meta(description="one of mon, tue, wed, thu, fri, sat and sun"),
]


class BadValue(ValueError):
    """A value that cannot be taken; `str()` is one sentence for a person.

    Attributes:
        field: The field's name, as in the file.
        value: What was given, as text.
        allowed: What would be taken, such as `a whole number from 0 to 10`.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        """Put the sentence together, such as: severity: 14 is not a whole number from 0 to 10."""
        self.field, self.value, self.allowed = field, shortened(said(value), 60), allowed
        super().__init__(f"{field}: {self.value} is not {allowed}.")


def said(value: object) -> str:
    """A raw value as a person may be shown it: texts in quotes, numbers bare."""
    match value:
        case None | "":
            return "nothing"
        case str():
            return f'"{value}"'
        case _:
            return str(value)


def allowed_in(kind: Any) -> str:
    """The words of a type for what it allows, from the outermost description there is."""
    for meta in getattr(kind, "__metadata__", ()):
        if meta.description:
            return str(meta.description)
    return next((words for part in get_args(kind) if (words := allowed_in(part))), "")


def field_types(record: type[msgspec.Struct]) -> dict[str, Any]:
    """Each field of a record with its annotated type."""
    return {
        name: kind
        for name, kind in get_type_hints(record, include_extras=True).items()
        if name in record.__struct_fields__
    }


def read_value(record: type[msgspec.Struct], field: str, text: str) -> Any:
    """A field's value from a person's text; lists are parted by commas, empty text is None.

    Raises:
        BadValue: With the sentence that says what is allowed.
    """
    kinds = field_types(record)
    if field not in kinds:
        raise BadValue("field", field, f"one of {', '.join(sorted(kinds))}")
    if not text.strip():
        return None
    kind = kinds[field]
    is_list = "tuple[" in str(kind) or field == "medicines"
    raw: Any = [part.strip() for part in text.split(",")] if is_list else text.strip()
    try:
        return msgspec.convert(raw, kind, strict=False)
    except (msgspec.ValidationError, ValueError):
        raise BadValue(field, text, allowed_in(kind)) from None
