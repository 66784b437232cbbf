"""What follows from the entries and is never stored: time asleep, efficiency, a day's pain."""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from itertools import groupby

from backcare_tui.diary.night_ends import night_ends
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.when import Clock

LOCAL = Clock()


def time_in_bed(night: Night, clock: Clock = LOCAL) -> int | None:
    """Minutes from going to bed to getting up, as they passed, also when the clocks change.

    None where only a length is known.
    """
    ends = night_ends(night, clock)
    return ends.minutes if ends else None


def time_asleep(night: Night, clock: Clock = LOCAL) -> int | None:
    """Minutes asleep, or the stated length: the total sleep time of the consensus diary (Carney 2012).

    It is the time from lights out to the final waking, less latency and time awake between. Where
    lights out is not stated the night begins with going to bed, without a final waking it ends with
    getting up; latency and time awake that are not known count as none. So for a night of which only
    bed and up were stated this is the time in bed. Never below 0.

    Args:
        night: One night.
        clock: Where the person is, for a night that has no offsets of its own.

    Returns:
        Whole minutes; None for a night of which no length is known.

    >>> import datetime as dt
    >>> day = dt.date(2026, 11, 23)
    >>> time_asleep(Night(night=day, bed="23:10", up="06:45", latency_min=20))
    435
    >>> time_asleep(
    ...     Night(night=day, bed="22:30", lights_out="23:00", latency_min=25, awake_min=40,
    ...           woke="06:30", up="06:50")
    ... )
    385
    """
    in_bed = time_in_bed(night, clock)
    if in_bed is None:
        return night.asleep_min
    awake = (night.latency_min or 0) + (night.awake_min or 0)
    return max(in_bed - night.lights_on_min - awake - night.lie_in_min, 0)


def sleep_efficiency(night: Night, clock: Clock = LOCAL) -> float | None:
    """Time asleep as a part of time in bed, 0 to 1 (Carney 2012; Reed and Sacco 2016).

    None without times, and where nothing is known of lying awake: what is not known is not 100 %.
    """
    in_bed, asleep = time_in_bed(night, clock), time_asleep(night, clock)
    return asleep / in_bed if in_bed and asleep is not None and night.says_awake else None


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


def areas_that_hurt(entry: Pain) -> frozenset[str]:
    """The ids of the places that an entry names; one with a number of 0 does not hurt.

    >>> import datetime as dt
    >>> from backcare_tui.diary.records.pain import Pain
    >>> now = dt.datetime.fromisoformat("2026-11-23T08:00:00+01:00")
    >>> sorted(areas_that_hurt(Pain(at=now, severity=4, areas=("groin",), area_severity={"foot-l": 0})))
    ['groin']
    """
    rated = {area for area, severity in entry.area_severity.items() if severity}
    return (frozenset(entry.areas) - entry.area_severity.keys()) | rated


def worst_by_day(entries: Iterable[Pain]) -> dict[dt.date, int]:
    """The highest severity of each day that has an entry, 0 to 10."""
    worst: dict[dt.date, int] = {}
    for entry in entries:
        worst[entry.day] = max(entry.severity, worst.get(entry.day, 0))
    return worst


def worst_by_area(entries: Iterable[Pain]) -> dict[str, int]:
    """The highest severity of each place that hurts, 1 to 10, by its id; its own number, else the entry's."""
    worst: dict[str, int] = {}
    for entry in entries:
        for area in areas_that_hurt(entry):
            severity = entry.area_severity.get(area, entry.severity)
            worst[area] = max(worst.get(area, 0), severity)
    return worst


def nights_by_day(nights: Iterable[Night]) -> dict[dt.date, Night]:
    """Each day of waking with its night; of two for one day, the one changed last."""
    return {night.night: night for night in sorted(nights, key=_changed)}


def second_nights(nights: Iterable[Night]) -> dict[dt.date, tuple[Night, ...]]:
    """The days that have more than one night, such as where two devices made one each.

    The last of them is the one changed last, which counts; see `nights_by_day`.
    """
    by_day: dict[dt.date, list[Night]] = {}
    for night in sorted(nights, key=_changed):
        by_day.setdefault(night.night, []).append(night)
    return {day: tuple(several) for day, several in by_day.items() if len(several) > 1}


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean of one value or more; `statistics` would cost 9 ms at each start."""
    return sum(values) / len(values)


def median(values: Iterable[float]) -> float:
    """The value in the middle of one or more, or the mean of the two there; without `statistics`, as `mean`."""
    found = sorted(values)
    return (found[(len(found) - 1) // 2] + found[len(found) // 2]) / 2


def mean_known(values: Iterable[float | None]) -> float | None:
    """The mean of the values that are known; None if none is."""
    there = [value for value in values if value is not None]
    return mean(there) if there else None


def _changed(night: Night) -> tuple[dt.date, float]:
    return night.night, night.updated.timestamp() if night.updated else -math.inf
