"""The values that an entry may hold, each with the words that say what is allowed."""

import datetime as dt
import re
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta

from backcare_tui.text import read_decimal, say_list, shortened, with_times

_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")
FIRST_YEAR = 1900
"""Entries of earlier years are slips of the keys; the zones of that time have odd offsets."""
EARLIEST = f"in {FIRST_YEAR} or later"
"""What is allowed of a day, as a complaint says it."""

PressureWord = Literal["light", "medium", "firm", "deep"]
"""How hard the hands were; the file has its place in this list, from 1 on."""
ReliefWord = Literal["yes", "a-little", "no"]
"""Whether something eased the pain."""
ResponseWord = Literal["relaxed", "unchanged", "tensed", "painful"]
"""How the muscles took a massage."""
PressureWish = Literal["lighter", "same", "firmer"]
"""What pressure is wanted next time, beside what it was."""
SideEffectWord = Literal["bruise", "numbness", "headache", "dizzy", "other"]
"""What came of a treatment besides soreness."""
HelpedWord = Literal["yes", "no", "unsure"]
"""Whether a course helped, in the person's own view."""
LegWord = Literal["none", "same", "moved-up", "farther-down", "new", "numb"]
"""What a leg felt while a session was done."""
OutcomeWord = Literal["done", "skipped", "stopped"]
"""How an exercise of a session ended."""
MealWord = Literal["breakfast", "lunch", "dinner", "snack", "drink"]
WeekdayWord = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
FeltWord = Literal["easy", "right", "hard"]
"""How the plan of a week was to do."""
BarrierWord = Literal[
    "time", "pain", "tired", "forgot", "work", "away", "fear", "sitting", "noise", "boring", "ill"
]
"""What got in the way of a week's plan: `sitting` is that one could not get down to the floor, `noise` that it
had to be quiet."""


def choices(kind: Any) -> tuple[str, ...]:
    """The words that a type takes, in their order: of `Relief` yes, a-little and no; else none.

    Each closed list of words stands once, as a Literal here; all who offer, read or say its words
    have them from this function.
    """
    if get_origin(kind) is Literal:
        return get_args(kind)
    return next((words for part in get_args(kind) if (words := choices(part))), ())


def one_of(words: Any) -> str:
    """What a closed list allows: `one of yes, a-little and no`."""
    return f"one of {say_list(choices(words))}"


def _numbered(words: Any) -> str:
    """What a scale allows whose numbers have words: `1 light, 2 medium, 3 firm or 4 deep`."""
    return say_list([f"{n} {word}" for n, word in enumerate(choices(words), start=1)], "or")


Severity = Annotated[int, Meta(ge=0, le=10, description="a whole number from 0 to 10")]
"""Numeric rating scale, 0 no pain to 10 the worst imaginable (Farrar 2001)."""
Rating = Annotated[int, Meta(ge=1, le=5, description="a whole number from 1 to 5")]
Pressure = Annotated[
    int, Meta(ge=1, le=len(choices(PressureWord)), description=_numbered(PressureWord))
]
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
Offset = Annotated[
    str,
    Meta(
        pattern=r"^[+-](0[0-9]|1[0-9]|2[0-3]):[0-5][0-9]\Z",
        description="an offset from UTC such as +01:00",
    ),
]
Day = Annotated[dt.date, Meta(description="a day such as 2026-11-23")]
Moment = Annotated[
    dt.datetime,
    Meta(tz=True, description="a moment with its offset, such as 2026-11-23T08:12:00+01:00"),
]
Relief = Annotated[ReliefWord, Meta(description=one_of(ReliefWord))]
VisitResponse = Annotated[ResponseWord, Meta(description=one_of(ResponseWord))]
PressureNext = Annotated[PressureWish, Meta(description=one_of(PressureWish))]
SideEffects = Annotated[
    tuple[SideEffectWord, ...],
    Meta(description=f"one or more of {say_list(choices(SideEffectWord))}"),
]
Helped = Annotated[HelpedWord, Meta(description=one_of(HelpedWord))]
Leg = Annotated[LegWord, Meta(description=one_of(LegWord))]
SessionOutcome = Annotated[OutcomeWord, Meta(description=one_of(OutcomeWord))]
MealKind = Annotated[MealWord, Meta(description=one_of(MealWord))]
Weekday = Annotated[WeekdayWord, Meta(description=one_of(WeekdayWord))]
Felt = Annotated[FeltWord, Meta(description=one_of(FeltWord))]


def minute_of_day(time: str) -> int:
    """The minute of the day of HH:MM, 0 to 1439."""
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


class BadValue(ValueError):
    """A value that cannot be taken; `str()` is one sentence for a person.

    Attributes:
        field: The field's name, as in the file.
        value: What was given, as text.
        allowed: What would be taken, such as `a whole number from 0 to 10`.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        super().__init__(field, value, allowed)
        self.field, self.value, self.allowed = field, shortened(said(value), 60), allowed

    def __str__(self) -> str:
        """The sentence, such as: severity: 14 is not a whole number from 0 to 10."""
        return f"{self.field}: {self.value} is not {with_times(self.allowed)}."

    def named(self, name: str) -> "BadValue":
        """The same complaint, of the field under another name: `awake_min` as `Awake for`."""
        return BadValue(name, *self.args[1:])


class UnknownPlace(BadValue):
    """A place that is not on the body map, or may be several; its sentence names the nearest."""

    def __init__(self, text: str, sentence: str) -> None:
        super().__init__("area", text, "a place on the body map")
        self.sentence = sentence

    def __str__(self) -> str:
        """The sentence, which names no field: it is about the body."""
        return self.sentence

    def named(self, name: str) -> BadValue:  # noqa: ARG002 - of whatever field, it is the body
        """The same complaint."""
        return self


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


@cache
def field_types(record: type[msgspec.Struct]) -> dict[str, Any]:
    """Each field of a record with its annotated type."""
    return {
        name: kind
        for name, kind in get_type_hints(record, include_extras=True).items()
        if name in record.__struct_fields__
    }


def read_value(record: type[msgspec.Struct], field: str, text: str) -> Any:
    """A field's value from a person's text; lists are parted by commas, empty text is None.

    >>> from backcare_tui.diary.records.pain import Pain
    >>> read_value(Pain, "severity", "4")
    4
    >>> read_value(Pain, "severity", "14")
    Traceback (most recent call last):
        ...
    backcare_tui.diary.values.BadValue: severity: "14" is not a whole number from 0 to 10.

    It knows types alone; what words mean in a field, such as a name of an area, `wording.fields` knows.

    Raises:
        BadValue: With the sentence that says what is allowed; also for a field that there is not.
    """
    kinds = field_types(record)
    if field not in kinds:
        raise BadValue("field", field, f"one of {', '.join(sorted(kinds))}")
    if not text.strip():
        return None
    kind = kinds[field]
    if "tuple[" in str(kind):
        value = _converted([part.strip() for part in text.split(",")], kind)
    elif "float" in str(kind):
        value = _decimal(field, text.strip(), kind)
    else:
        value = _converted(text.strip(), kind)
    if value is None:  # also for "null", which msgspec takes for nothing
        raise BadValue(field, text, allowed_in(kind))
    return value


def _converted(raw: Any, kind: Any) -> Any:
    """What a text means as a value of this kind; None where it means none."""
    try:
        return msgspec.convert(raw, kind, strict=False)
    except (msgspec.ValidationError, ValueError):
        return None


def _decimal(field: str, text: str, kind: Any) -> float | None:
    """A number with a point or a comma, which may part thousands; None where it is not one of this kind.

    Raises:
        BadValue: If it may be read in both ways.
    """
    try:
        number: float | None = _converted(read_decimal(text), kind)
    except ValueError:
        return None
    if number is not None and _THOUSANDS.fullmatch(text):
        whole = text.replace(",", "")
        if _converted(whole, kind) is not None:
            raise BadValue(field, text, f"clear: type {number:g}, or {whole}")
    return number
