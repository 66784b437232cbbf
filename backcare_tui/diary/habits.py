"""What makes the next entry quick: usual times, and the words used most."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress

import msgspec

from backcare_tui.diary.derived import median
from backcare_tui.diary.records.night import Night, minutes_between
from backcare_tui.diary.values import BadValue

NIGHTS_LOOKED_AT = 14
DAYS_LOOKED_AT = 90
"""Words of the last three months count; older habits fade."""
DAYS_LOOKED_BACK = 7
"""How far back days without an entry are asked about: a week."""
NOON = 12 * 60


def usual_night(nights: Sequence[Night], night: dt.date) -> Night | None:
    """A night with the person's usual times: the median of the last 14 that have times.

    Lights out is usual where most of them state it; a final waking is not, as each day has its own.

    Args:
        nights: The nights known, in the order of days; a forgotten night may have later ones.
        night: The day of waking that the new night is named by.
    """
    timed = [n for n in nights if n.bed and n.up and n.night != night][-NIGHTS_LOOKED_AT:]
    if not timed:
        return None
    bed = _median_from_noon([n.bed for n in timed if n.bed])
    # From the length, not from the median of getting up: with changing shifts the two medians
    # could be of different kinds of night.
    in_bed = max(_median([minutes_between(n.bed, n.up) for n in timed if n.bed and n.up]), 5)
    waits = [n.lights_on_min for n in timed if n.lights_out]
    wait = min(_median(waits), in_bed) if 2 * len(waits) > len(timed) else None
    latency = [n.latency_min for n in timed if n.latency_min is not None]
    return Night(
        night=night,
        bed=_time_of_day(bed),
        up=_time_of_day(bed + in_bed),
        lights_out=None if wait is None else _time_of_day(bed + wait),
        latency_min=min(_median(latency), in_bed - (wait or 0)) if latency else None,
    )


def guessed_night(night: dt.date, bed: str = "", up: str = "") -> Night:
    """The times that a person called usual, else such as many people have (a guess of ours, no advice)."""
    return Night(night=night, bed=bed or "23:00", up=up or "07:00")


def until_now(night: Night, now: dt.datetime) -> Night:
    """A usual night, ended now where one would get up only later: who is up is up.

    One of which not even half is over stays as it is; it is not the night that is meant.
    """
    if night.bed is None or night.up is None or night.night != now.date():
        return night
    up = _time_of_day(now.hour * 60 + now.minute // 5 * 5)
    usual, slept = minutes_between(night.bed, night.up), minutes_between(night.bed, up)
    if not usual / 2 <= slept < usual:
        return night
    with suppress(BadValue):  # lights out, or a latency, that no longer fits
        return msgspec.structs.replace(night, up=up)
    return night


def most_used(entries: Iterable[Sequence[str]], known: Sequence[str]) -> tuple[str, ...]:
    """Words by how often the entries have them, then those that are only known.

    Args:
        entries: The words of each entry, in the order of time.
        known: The ids to offer besides, in their own order.
    """
    counts = Counter(word for words in entries for word in words)
    used = [word for word, _ in counts.most_common()]
    return (*used, *(word for word in known if word not in counts))


def days_without(days_with: Iterable[dt.date], today: dt.date) -> list[dt.date]:
    """The days before today that have no entry, newest first, of the last week."""
    recorded = set(days_with)
    back = (today - dt.timedelta(days=n) for n in range(1, DAYS_LOOKED_BACK + 1))
    return [day for day in back if day not in recorded]


def _median(values: Sequence[int]) -> int:
    """The middle one of one value or more, rounded to five minutes as people write them."""
    return round(median(values) / 5) * 5


def _median_from_noon(times: Sequence[str]) -> int:
    """The middle time of day as minutes, counted from noon so that midnight is no edge."""
    return _median([(minutes_between("00:00", time) - NOON) % 1440 for time in times]) + NOON


def _time_of_day(minutes: int) -> str:
    hour, minute = divmod(minutes % 1440, 60)
    return f"{hour:02}:{minute:02}"
