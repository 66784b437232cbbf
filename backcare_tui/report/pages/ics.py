"""Events with alarms as a calendar takes them in (RFC 5545)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from backcare_tui.diary.values import Weekday
from backcare_tui.text import clean

ALL_DAY_ALARM = dt.timedelta(hours=9)
"""When one is told of what is planned for a day without a time (our own rule)."""
USUAL_MINUTES = 10
"""How long what has no length stands in a calendar (our own rule)."""
LONGEST_LINE = 75
"""Bytes of a line; the rest goes on in the next one."""
_DAYS = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}


class CalendarEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Something at a time of the wall clock, wherever one is; or on a day."""

    uid: str
    """The same each time it is written, so that a calendar takes it for the same event."""
    words: str
    day: dt.date
    """The first one."""
    time: dt.time | None = None
    """None where it is for the day as a whole."""
    minutes: int = USUAL_MINUTES
    weekdays: Sequence[Weekday] = ()
    """On which days of the week it comes again; seven are every day, none is just once."""
    until: dt.date | None = None
    """The last day of what comes again; None where it has no end."""


def ics_of(events: Iterable[CalendarEvent], made: dt.datetime) -> bytes:
    """A calendar file.

    Args:
        events: One or more.
        made: When it is written, with its offset.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//backcare//backcare//EN"]
    for event in events:
        lines += _event_lines(event, made)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event_lines(event: CalendarEvent, made: dt.datetime) -> Iterator[str]:
    words = _escaped(event.words)
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{made.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield _start(event)
    if event.time:
        yield f"DURATION:PT{event.minutes}M"
    if event.weekdays:
        yield f"RRULE:{_rule(event)}"
    yield f"SUMMARY:{words}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{words}"
    hours = 0 if event.time else ALL_DAY_ALARM // dt.timedelta(hours=1)
    yield f"TRIGGER:PT{hours}H"
    yield "END:VALARM"
    yield "END:VEVENT"


def _start(event: CalendarEvent) -> str:
    if event.time is None:
        return f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    return f"DTSTART:{event.day:%Y%m%d}T{event.time:%H%M}00"


def _rule(event: CalendarEvent) -> str:
    """How it comes again; the end is of the same kind as the start, as the standard asks."""
    days = ",".join(_DAYS[each] for each in event.weekdays)
    rule = "FREQ=DAILY" if len(event.weekdays) == len(_DAYS) else f"FREQ=WEEKLY;BYDAY={days}"
    if event.until is None:
        return rule
    return f"{rule};UNTIL={event.until:%Y%m%d}{'T235959' if event.time else ''}"


def _escaped(words: str) -> str:
    safe = clean(words).replace("\\", "\\\\")
    return safe.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """A line in pieces of 75 bytes at most, none of which parts a character."""
    pieces, piece = [], b""
    for char in line:
        data = char.encode()
        if len(piece) + len(data) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += data
    return b"\r\n".join((*pieces, piece)) + b"\r\n"
