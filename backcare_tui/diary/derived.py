"""What follows from the entries and is never stored: time asleep, efficiency, a day's pain."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from itertools import groupby

from backcare_tui.diary.records.night import Night, minutes_between
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.when import Clock

LOCAL = Clock()


def time_in_bed(night: Night, clock: Clock = LOCAL) -> int | None:
    """Minutes from going to bed to getting up, as they passed, also when the clocks change.

    The night's times are those of the zone where the person is; None where only a length is known.
    """
    if night.bed is None or night.up is None:
        return None
    up = dt.datetime.combine(night.night, dt.time.fromisoformat(night.up))
    bed = up - dt.timedelta(minutes=minutes_between(night.bed, night.up))
    minutes = round((clock.local(up) - clock.local(bed)).total_seconds() / 60)
    return max(minutes, 0)  # a time in the hour that spring leaves out is read as an hour later


def time_asleep(night: Night, clock: Clock = LOCAL) -> int | None:
    """Minutes asleep: time in bed less latency and time awake (Carney 2012), or the stated length.

    Never below 0. Latency and time awake that are not known count as none, so for a night of which
    only bed and up were stated this is the time in bed.

    Args:
        night: One night.
        clock: Where the person is, for a night in which the clocks change.

    Returns:
        Whole minutes; None for a night of which no length is known.

    >>> import datetime as dt
    >>> night = Night(night=dt.date(2026, 11, 23), bed="23:10", up="06:45", latency_min=20)
    >>> time_asleep(night)
    435
    """
    in_bed = time_in_bed(night, clock)
    if in_bed is None:
        return night.asleep_min
    return max(in_bed - (night.latency_min or 0) - (night.awake_min or 0), 0)


def sleep_efficiency(night: Night, clock: Clock = LOCAL) -> float | None:
    """Time asleep as a part of time in bed, 0 to 1 (Carney 2012); None without times."""
    in_bed, asleep = time_in_bed(night, clock), time_asleep(night, clock)
    return asleep / in_bed if in_bed and asleep is not None else None


def pain_by_day(entries: Iterable[Pain]) -> dict[dt.date, float]:
    """Each day's pain: the mean severity of its entries, 0 to 10, in the order of days.

    A day without an entry is not in it: what is not known is never 0. A week's pain is the mean of
    these, so that a day with many entries counts no more than another.

    >>> import datetime as dt
    >>> from backcare_tui.diary.records.pain import Pain
    >>> morning = dt.datetime.fromisoformat("2026-11-23T08:00:00+01:00")
    >>> evening = dt.datetime.fromisoformat("2026-11-23T20:00:00+01:00")
    >>> pain_by_day([Pain(at=evening, severity=6), Pain(at=morning, severity=3)])
    {datetime.date(2026, 11, 23): 4.5}
    """
    days = sorted((entry.day, entry.severity) for entry in entries)
    return {
        day: mean([severity for _, severity in group])
        for day, group in groupby(days, key=lambda pair: pair[0])
    }


def nights_by_day(nights: Iterable[Night]) -> dict[dt.date, Night]:
    """Each day of waking with its night; of two for one day, the one changed last."""
    return {night.night: night for night in sorted(nights, key=_changed)}


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of one value or more; `statistics` would cost 9 ms at each start."""
    return sum(values) / len(values)


def mean_known(values: Iterable[float | None]) -> float | None:
    """The mean of the values that are known; None if none is."""
    there = [value for value in values if value is not None]
    return mean(there) if there else None


def pain_impact(entry: Pain) -> float | None:
    """The mean of severity, enjoyment and activity, 0 to 10 (after the PEG, Krebs 2009)."""
    asked = entry.interference
    if asked is None or asked.enjoyment is None or asked.activity is None:
        return None
    return mean((entry.severity, asked.enjoyment, asked.activity))


def _changed(night: Night) -> tuple[dt.date, float]:
    return night.night, night.updated.timestamp() if night.updated else -math.inf
