"""Moments and days: the clock, what a person's words for them mean, and which week a day is in."""

import datetime as dt
import re
import time as system_time
from typing import get_args

from backcare_tui.diary.times import HALF, time_of
from backcare_tui.diary.values import EARLIEST, FIRST_YEAR, BadValue, Weekday, WeekdayWord
from backcare_tui.text import WEEKDAYS, write_time

MOMENTS = "a moment such as 08:10, yesterday 22:30, 3h ago, mon 8:00 or 2026-11-21 08:10"
DAYS = "a day such as today, yesterday, mon, 3 days ago or 2026-11-21"
ANY_DAYS = "a day such as today, tomorrow, in 3 days, mon or 2026-12-01"
FARTHEST_DAYS = 365
"""How far ahead what begins may be planned."""
PAST = "in the past; times to come cannot be recorded"
WEEKDAY_IDS: tuple[Weekday, ...] = get_args(WeekdayWord)
"""From Monday on."""

_AGO = r"(\d{1,4})\s*(m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)\s+ago"
_WEEKDAY = r"(last )?(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class Clock:
    """The time where the person is; tests give one that stands still.

    It is handed down from the entrance, and nothing below asks the system: so a test lives at any
    moment in any zone. Moments carry the offset that held where and when they were; days are those
    of the wall there. The system's zone is read anew with each look at the time, so whoever travels
    with the program open need not close it (not on Windows, where a process keeps its zone).

        clock.now()                                     # 2026-11-23 08:12:00+01:00
        clock.local(dt.datetime(2026, 7, 1, 23, 10))    # 2026-07-01 23:10:00+02:00
    """

    def now(self) -> dt.datetime:
        """This moment, to the second, with the local offset."""
        return self.instant().replace(microsecond=0)

    def instant(self) -> dt.datetime:
        """This moment as exactly as it is known; what is changed within one second has an order."""
        if read_zone := getattr(system_time, "tzset", None):
            read_zone()
        return dt.datetime.now().astimezone()

    def local(self, wall: dt.datetime) -> dt.datetime:
        """A time on the wall clock (without a zone) as a moment, with the offset of that day."""
        at = wall.astimezone()
        skipped = wall - at.replace(tzinfo=None)
        # An hour that spring leaves out is read as the one after it, not as the one before.
        return (wall + skipped).astimezone() if skipped > dt.timedelta(0) else at

    def here(self, moment: dt.datetime) -> dt.datetime:
        """A moment with the offset that holds here at that time."""
        return moment.astimezone()

    def today(self) -> dt.date:
        """Today, where the person is."""
        return self.now().date()


def read_when(text: str, clock: Clock) -> dt.datetime:
    """The moment that a person's words name; a weekday is the last one that had that time.

    `""` and `now` are now; `08:10` is today; `yesterday 22:30`, `3h ago`, `mon 8:00` and
    `2026-11-21 08:10` are what they say, with the offset that held here then.

    Args:
        text: What was typed, in any case and with any spaces.
        clock: Now, and where the person is.

    Raises:
        BadValue: For words it does not know, for the future, and for years before 1900.
    """
    words = " ".join(text.lower().split())
    now = clock.now()
    at = now if words in {"", "now"} else _ago(words, clock) or _wall(words, clock)
    if at is None:
        at = _written(text.strip(), clock)
    if at is None:
        raise BadValue("at", text, MOMENTS)
    if at > now:
        raise BadValue("at", text, PAST)
    if at.year < FIRST_YEAR:
        raise BadValue("at", text, EARLIEST)
    return at


def read_day(text: str, clock: Clock) -> dt.date:
    """The day that a person's words name, at the latest today.

    Raises:
        BadValue: For words it does not know, and for the future.
    """
    words = " ".join(text.lower().split())
    today = clock.today()
    day = today if not words else _named_day(words, today)
    if day is None:
        try:
            day = dt.date.fromisoformat(words)
        except ValueError:
            raise BadValue("day", text, DAYS) from None
    if day > today:
        raise BadValue("day", text, PAST)
    if day.year < FIRST_YEAR:
        raise BadValue("day", text, EARLIEST)
    return day


def read_any_day(text: str, clock: Clock) -> dt.date:
    """The day that a person's words name: gone, today, or to come.

    Raises:
        BadValue: For words it does not know.
    """
    words = " ".join(text.lower().split())
    ahead = _ahead(words)
    if ahead is not None:
        return clock.today() + dt.timedelta(days=ahead)
    try:
        return read_day(text, clock)
    except BadValue as error:
        if error.allowed != PAST:
            raise BadValue("day", text, ANY_DAYS) from None
        return dt.date.fromisoformat(words)


def read_start(text: str, clock: Clock) -> dt.date:
    """The day that something begins: gone, today, or to come within a year.

    Raises:
        BadValue: For words it does not know, and for a day more than a year ahead.
    """
    farthest = clock.today() + dt.timedelta(days=FARTHEST_DAYS)
    allowed = f"{ANY_DAYS}, within a year from now"
    try:
        day = read_any_day(text, clock)
    except BadValue:
        raise BadValue("day", text, allowed) from None
    if day > farthest:
        raise BadValue("day", text, allowed)
    return day


def iso_day(value: object) -> dt.date | None:
    """The day that a value of a file says, such as 2026-11-23; None where it says none."""
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return None


def iso_moment(value: object) -> dt.datetime | None:
    """The moment that a value of a file says, with its offset; None where it says none.

    Moments are compared, never their texts: with other offsets, or to the second only, these sort
    in another way.

    >>> early, late = map(iso_moment, ("2026-11-23T08:12:00+01:00", "2026-11-23T07:12:00.250+00:00"))
    >>> early < late
    True
    """
    if not isinstance(value, str):
        return None
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo and "T" in value else None


def weekday_id(day: dt.date) -> Weekday:
    """The day of the week as plans have it: `mon`, `thu`."""
    return WEEKDAY_IDS[day.weekday()]


def week_of(day: dt.date, first_weekday: int = 0) -> tuple[dt.date, dt.date]:
    """The first and the last day of a day's week.

    Args:
        day: Any day of the week.
        first_weekday: 0 for weeks that begin on Monday, 6 for Sunday.
    """
    first = day - dt.timedelta(days=(day.weekday() - first_weekday) % 7)
    return first, first + dt.timedelta(days=6)


def span_of(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Every day from the first to the last, both included."""
    return tuple(first + dt.timedelta(days=n) for n in range((last - first).days + 1))


def _ago(words: str, clock: Clock) -> dt.datetime | None:
    """`3h ago`, `20 min ago`; `2 days ago` is the same time on the wall clock."""
    if not (found := re.fullmatch(_AGO, words)):
        return None
    now, unit = clock.now(), _UNITS[found[2][0]]
    length = dt.timedelta(**{unit: int(found[1])})
    if unit in {"days", "weeks"}:
        return clock.local(now.replace(tzinfo=None) - length)
    return clock.here(now - length)


def _named_day(words: str, today: dt.date) -> dt.date | None:
    """`today`, `yesterday`, `last night`, `mon`, `last mon` (never today), `3 days ago`, `-3d`."""
    near = {"today": 0, "tonight": 0, "yesterday": 1, "last night": 1}
    if words in near:
        return today - dt.timedelta(days=near[words])
    if found := re.fullmatch(_WEEKDAY, words):
        back = (today.weekday() - WEEKDAYS.index(found[2][:3].title())) % 7
        return today - dt.timedelta(days=back or (7 if found[1] else 0))
    if found := re.fullmatch(r"-?(\d{1,4}) ?d(?:ays?)?(?: ago)?", words):
        return today - dt.timedelta(days=int(found[1]))
    return None


def _ahead(words: str) -> int | None:
    """Days ahead, of `tomorrow`, `in 3 days`, `in 2 weeks`."""
    if words == "tomorrow":
        return 1
    found = re.fullmatch(r"in ([1-9]\d{0,2}) ?(d|w)(?:ays?|eeks?)?", words)
    return int(found[1]) * (7 if found[2] == "w" else 1) if found else None


def _wall(words: str, clock: Clock) -> dt.datetime | None:
    """`08:10`, `yesterday`, `yesterday 22:30`, `mon 8:00`."""
    now = clock.now()
    if time := time_of(words):
        return clock.local(dt.datetime.combine(now.date(), time))
    if day := _named_day(words, now.date()):
        return clock.local(dt.datetime.combine(day, now.time()))
    name, _, rest = words.rpartition(" ")
    if re.fullmatch(HALF, rest):
        name, _, hour = name.rpartition(" ")
        rest = f"{hour} {rest}"
    day, time = _named_day(name, now.date()), time_of(rest)
    if not day or not time:
        return None
    at = dt.datetime.combine(day, time)
    if clock.local(at) > now and re.fullmatch(_WEEKDAY, name):
        at -= dt.timedelta(days=7)
    return clock.local(at)


def _written(text: str, clock: Clock) -> dt.datetime | None:
    """`2026-11-21T08:10`, `2026-11-21 8:10`, with seconds and an offset or without."""
    day, _, time = text.replace("T", " ").partition(" ")
    time = time.lstrip()
    if twelve := re.search(HALF + r"$", time.lower()) and time_of(time.lower()):
        time = write_time(twelve)
    if len(time.partition(":")[0]) == 1:
        time = f"0{time}"
    try:
        at = dt.datetime.fromisoformat(f"{day}T{time}" if time else day)
        return (at if at.tzinfo else clock.local(at)).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None
