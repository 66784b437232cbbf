"""A table of steps or active minutes with a row a day, as step counters export it or one types it oneself.

Whatever else stands there is named and left out. What it says of a day stands beside what the person typed, and never takes its place.
"""

import datetime as dt
import re
from collections.abc import Sequence

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import PAST, Clock
from backcare_tui.exchange.batch import Batch
from backcare_tui.exchange.formats.base import ImportFormat
from backcare_tui.exchange.formats.moments import read_date
from backcare_tui.exchange.formats.table import SourceRow, SourceTable, find_table
from backcare_tui.exchange.source import CannotImport, SourceFile
from backcare_tui.text import say_count

NAME = "daily-activity"
DAYS = ("date", "day")
STEPS = ("steps", "step count", "step_count", "total steps", "totalsteps")
ACTIVE = (
    "active minutes",
    "active_min",
    "active min",
    "active_minutes",
    "minutes active",
    "move minutes count",
)
"""What the columns are called, in lower case; the last is that of Google's daily table."""
_NUMBER = re.compile(r"([0-9]{1,3}(?:[ ,.'][0-9]{3}){1,2}|[0-9]{1,9})(?:[.,]0{1,9})?")
"""A whole number of up to nine digits: nobody has walked more."""


def read_daily_activity(table: SourceTable, clock: Clock) -> Batch:
    """The days of a table; one without a number, or of all zeros, is unknown and not a day of rest."""
    rows = list(table.rows())
    found = table.gathering(NAME, {*DAYS, *STEPS, *ACTIVE})
    columns = tuple(
        next((name for name in names if name in table.columns), "") for names in (ACTIVE, STEPS)
    )
    seen: set[dt.date] = set()
    unworn = unfinished = 0
    for row in rows:
        try:
            day = _day(row, clock)
            minutes, steps = (_number(row, column) for column in columns)
            if day in seen:
                raise BadValue("date", day.isoformat(), "a day that comes only once")  # noqa: TRY301
        except BadValue as error:
            found.refuse(row.line, error)
            continue
        seen.add(day)
        if day >= clock.today():
            unfinished += 1
        elif not minutes and not steps:
            unworn += 1
        else:
            entry = ActiveDay(day=day, active_min=minutes, steps=steps)
            found.take(row.line, entry, f"{day} activity")
    found.notes += _notes(unworn, unfinished)
    return found.batch()


def _day(row: SourceRow, clock: Clock) -> dt.date:
    text = next(filter(None, (row[name] for name in DAYS)), "")
    day = read_date(text.partition("T")[0], "date")
    if day > clock.today() + dt.timedelta(days=1):
        raise BadValue("date", text, PAST)
    return day


def _number(row: SourceRow, column: str) -> int | None:
    """A whole number, whatever parts its thousands; None of an empty cell."""
    text = row[column] if column else ""
    if not text or text in {"-", "--"}:
        return None
    if not (found := _NUMBER.fullmatch(text)):
        raise BadValue(column, text, "a whole number such as 6200")
    return int(re.sub(r"\D", "", found[1]))


def _notes(unworn: int, unfinished: int) -> Sequence[str]:
    notes = ["What you typed of a day counts; what is taken from here stands beside it."]
    if unworn:
        days = say_count(unworn, "day")
        notes.append(f"{days} without a number, or with 0, left out: nobody knows what was done.")
    if unfinished:
        notes.append("Today is not over, so it is left out; the next import has it.")
    return notes


def _table(file: SourceFile) -> SourceTable | None:
    for day in DAYS:
        for amount in (*STEPS, *ACTIVE):
            if table := find_table(file, {day, amount}):
                return table
    return None


def _read(file: SourceFile, clock: Clock) -> Batch:
    if table := _table(file):
        return read_daily_activity(table, clock)
    raise CannotImport(
        f"{file.name} has no header with a column date, and one steps or active minutes."
    )


IMPORT = ImportFormat(
    name=NAME,
    program="a step counter",
    files="the daily table of {}",
    recognizes=lambda file: not file.why_not_text and _table(file) is not None,
    read=_read,
    turn=200,
)
