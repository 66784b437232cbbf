"""The times of day at which one is reminded: how they are typed and said, and which of them it is."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from backcare_tui.diary.times import read_time_of_day
from backcare_tui.diary.values import BadValue
from backcare_tui.text import say_list, say_time

MOST_TIMES = 6
"""More a day is no reminder any more (our own rule)."""
LATEST = dt.timedelta(hours=1)
"""How late one may come: of a machine that slept longer it would come at any time, at night too."""
_EXAMPLE = "one or more times of day such as 21:00, or 08:00 and 21:00"


def read_times(text: str) -> tuple[str, ...]:
    """Times of day as HH:MM, each once, in the order of a day.

    >>> read_times("9 pm, 8.30 and 21:00")
    ('08:30', '21:00')

    Args:
        text: What was typed: times with spaces, commas or `and` between them.

    Raises:
        BadValue: For none, for what is no time of day, and for more than six.
    """
    joined = re.sub(r"\s+([ap](?:m|\.m\.)?)(?!\w)", r"\1", text.strip().lower())
    words = [word for word in re.split(r"[\s,;]+", joined) if word not in {"", "and"}]
    if not words:
        raise BadValue("time", text, _EXAMPLE)
    times = tuple(sorted({read_time_of_day(word) for word in words}))
    if len(times) > MOST_TIMES:
        raise BadValue("time", f"{len(times)} of them", f"at most {MOST_TIMES} times of day")
    return times


def say_daily(times: Sequence[str]) -> str:
    """`21:00 daily`, `08:00 and 21:00 daily`, each as it is said here."""
    return f"{say_list([say_time(time) for time in times])} daily"


def day_to_remind_of(now: dt.datetime, times: Iterable[str]) -> dt.date | None:
    """The day of which one is reminded now; None where it is not the time for it.

    A scheduler that slept may call hours late, at night as well. Up to an hour late it is still the
    time, and then of the day on which that hour began.

    >>> day_to_remind_of(dt.datetime(2026, 11, 24, 0, 20), ["23:30"])
    datetime.date(2026, 11, 23)
    >>> day_to_remind_of(dt.datetime(2026, 11, 24, 3, 0), ["23:30"])

    Args:
        now: The moment on the wall clock.
        times: The times of day, HH:MM.
    """
    wall = now.replace(tzinfo=None)
    for days_ago in (0, 1):
        day = wall.date() - dt.timedelta(days=days_ago)
        for time in times:
            meant = dt.datetime.combine(day, dt.time.fromisoformat(time))
            if dt.timedelta(0) <= wall - meant <= LATEST:
                return day
    return None
