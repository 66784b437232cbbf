"""One row of Bearable's CSV: a reading, understood as far as its moment and its parts."""

import datetime as dt
import re
from dataclasses import dataclass

from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.exchange.formats.moments import in_the_past, read_clock, read_date
from backcare_tui.exchange.formats.table import SourceRow
from backcare_tui.exchange.formats.words import plain_text, without_emoji

PARTS = {
    "pre": dt.time(3),
    "am": dt.time(9),
    "mid": dt.time(15),
    "pm": dt.time(21),
    "all day": dt.time(12),
}
"""The middle of each part of the day, for a reading that has no time on the clock."""

_LEVEL = re.compile(r"(.+?) - (little|moderate|a lot|low|high|mild|medium|severe)", re.IGNORECASE)
_BRACKET = re.compile(r"(.*\S)\s*\(([^()]*)\)")
_CLOCK = re.compile(r"\d{1,2}[:.]\d")


@dataclass(frozen=True, slots=True)
class DetailItem:
    """One thing in a list of details: its name, and what the last bracket says of it."""

    name: str
    said: str = ""
    """A strength or a unit: `Mild`, `mg`, `0-10`."""

    def __str__(self) -> str:
        """Both as they are read: `Headache: Mild`."""
        return f"{self.name}: {self.said}" if self.said else self.name


@dataclass(frozen=True, slots=True)
class Reading:
    """One row."""

    line: int
    at: dt.datetime
    part: str
    """The time on the clock, or the part of the day."""
    category: str
    rating: str
    detail: str
    note: str

    @property
    def day(self) -> dt.date:
        """The local day that the row states."""
        return self.at.date()

    @property
    def moment(self) -> str:
        """Day and part of the day, as in the file."""
        return f"{self.day} {self.part}"

    @property
    def items(self) -> tuple[DetailItem, ...]:
        """The parts of a list in the details."""
        return tuple(_item(part) for part in self.detail.split(" | ") if without_emoji(part))

    @property
    def original(self) -> dict[str, str]:
        """What the row says, before anything was converted."""
        said = {"rating/amount": self.rating, "detail": self.detail}
        return {column: text for column, text in said.items() if text}

    def key(self, item: str = "") -> str:
        """Moment and field: the same in every export."""
        return f"{self.moment} {self.category} {item}".strip().lower()


def read_reading(row: SourceRow, clock: Clock) -> Reading:
    """A row's reading.

    Raises:
        BadValue: For a day or a time that cannot be, and for the future.
    """
    column = "date formatted" if row["date formatted"] else "date"
    day = read_date(row[column], column)
    part = _known(row["time of day"]).lower() or "all day"
    if _CLOCK.match(part):
        time = read_clock(part, "time of day")
        part, at = f"{time:%H:%M}", in_the_past(day, time, column, clock)
    else:
        # A part of today may have its middle still to come, and be over all the same.
        now = clock.now()
        time = PARTS.get(part, PARTS["all day"])
        at = in_the_past(day, min(time, now.time()) if day == now.date() else time, column, clock)
    named_day = "" if part in PARTS or _CLOCK.match(part) else f"Time of day: {row['time of day']}"
    category = without_emoji(row["category"])
    if not category:
        raise BadValue("category", row["category"], "the name of one")
    note = plain_text(row["notes"])
    return Reading(
        line=row.line,
        at=at,
        part=part,
        category=category,
        rating=_known(row["rating/amount"]),
        detail=_known(row["detail"]),
        note="\n".join(text for text in (named_day, "" if note == "." else note) if text),
    )


def _known(cell: str) -> str:
    return "" if cell.lower() == "none" else cell


def _item(text: str) -> DetailItem:
    name = without_emoji(text)
    if found := _BRACKET.fullmatch(name):
        return DetailItem(without_emoji(found[1]), found[2].strip())
    if found := _LEVEL.fullmatch(name):
        return DetailItem(found[1].strip(), found[2])
    return DetailItem(name)
