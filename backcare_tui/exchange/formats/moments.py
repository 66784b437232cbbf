"""Days and times as other programs write them."""

import datetime as dt
import re

from backcare_tui.diary.times import read_time_of_day
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import PAST, Clock
from backcare_tui.text import MONTHS

_FIRST_YEAR = 1970
"""No other program is so old: an earlier day is a slip of it."""
A_DAY = dt.timedelta(days=1)
"""By so much the clocks of two places differ at most, or near to it."""
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\.? +([a-z]{3})[a-z]*\.?,? +(\d{4})", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    r"([a-z]{3})[a-z]*\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})", re.IGNORECASE
)


def read_date(text: str, field: str) -> dt.date:
    """The day of `2020-09-22`, `22nd Sep 2020` or `September 22 2020`.

    Raises:
        BadValue: For anything else, and for days before 1970.
    """
    words = " ".join(text.split())
    try:
        if found := _DAY_FIRST.fullmatch(words):
            day = dt.date(int(found[3]), _month(found[2]), int(found[1]))
        elif found := _MONTH_FIRST.fullmatch(words):
            day = dt.date(int(found[3]), _month(found[1]), int(found[2]))
        else:
            day = dt.date.fromisoformat(words)
    except ValueError:
        raise BadValue(field, text, "a day such as 2020-09-22 or 22nd Sep 2020") from None
    if day.year < _FIRST_YEAR:
        raise BadValue(field, text, f"a day from {_FIRST_YEAR} on")
    return day


def read_clock(text: str, field: str) -> dt.time:
    """The time of `20:39`, `3:04`, `5:01 PM` or `10:00 p.m.`, with any kind of space.

    Raises:
        BadValue: For anything else.
    """
    words = " ".join(text.lower().split()).replace("a.m.", "am").replace("p.m.", "pm")
    try:
        return dt.time.fromisoformat(read_time_of_day(words))
    except BadValue:
        raise BadValue(field, text, "a time of day such as 20:39 or 5:01 PM") from None


def in_the_past(day: dt.date, time: dt.time, field: str, clock: Clock) -> dt.datetime:
    """The moment that the wall clock showed, with the offset that held where the person is.

    Raises:
        BadValue: For the future, but for a day of it: where the phone was it may be past.
    """
    wall = dt.datetime.combine(day, time)
    now = clock.now()
    if day - now.date() > A_DAY or (at := clock.local(wall)) > now + A_DAY:
        raise BadValue(field, wall.isoformat(" ", "minutes"), PAST)
    return at


def _month(name: str) -> int:
    return MONTHS.index(name.title()) + 1
