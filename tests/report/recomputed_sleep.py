"""Nights and sessions of a diary's file, reckoned by code that shares nothing with the program."""

import datetime as dt
from collections import Counter
from statistics import fmean
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.report.recomputed import DAY, Document, Recomputed

HERE = ZoneInfo("Europe/Berlin")
"""Where the tests are: a time without an offset is read there."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Sleep(NamedTuple):
    """Some nights in figures."""

    noted: int
    lengths: list[float]
    """Minutes asleep, of the nights that say it."""
    efficiencies: list[float]
    """The part of the time in bed, of the nights that say how long one lay awake."""
    qualities: list[int]


def sleep_of(truth: Recomputed, first: dt.date, last: dt.date) -> Sleep:
    """The nights that ended on some days."""
    nights = [
        each
        for each in truth.table("sleep")
        if first.isoformat() <= each["night"] <= last.isoformat()
    ]
    known = [(asleep(each), in_bed(each), each) for each in nights]
    return Sleep(
        len(nights),
        [length for length, _, _ in known if length is not None],
        [
            length / bed
            for length, bed, each in known
            if length is not None
            and bed
            and {"lights_out", "latency_min", "awake_min", "woke"} & set(each)
        ],
        [each["quality"] for each in nights if "quality" in each],
    )


def in_bed(night: Document) -> float | None:
    """Minutes from bed to up, as they passed."""
    if "bed" not in night:
        return None
    up = dt.datetime.fromisoformat(f"{night['night']}T{night['up']}")
    bed = dt.datetime.fromisoformat(f"{night['night']}T{night['bed']}")
    if bed >= up:
        bed -= DAY
    ends = [
        dt.datetime.fromisoformat(f"{wall.isoformat()}{night[side]}")
        if side in night
        else wall.replace(tzinfo=HERE).astimezone(dt.UTC)
        for wall, side in ((bed, "bed_offset"), (up, "up_offset"))
    ]
    return (ends[1] - ends[0]).total_seconds() / 60


def asleep(night: Document) -> float | None:
    """Minutes from lights out to waking, less what one lay awake; or the length that is stated."""
    whole = in_bed(night)
    if whole is None:
        return float(night["asleep_min"]) if "asleep_min" in night else None
    bed, up = str(night["bed"]), str(night["up"])
    before = _from_to(bed, str(night.get("lights_out", bed)))
    after = _from_to(str(night.get("woke", up)), up)
    awake = int(night.get("latency_min", 0)) + int(night.get("awake_min", 0))
    return whole - before - after - awake


def _from_to(one: str, other: str) -> int:
    minutes = [int(time[:2]) * 60 + int(time[3:]) for time in (one, other)]
    return (minutes[1] - minutes[0]) % (24 * 60)


def slept(truth: Recomputed, first: dt.date, last: dt.date) -> float | None:
    """The mean of some nights, in minutes."""
    lengths = sleep_of(truth, first, last).lengths
    return fmean(lengths) if lengths else None


def planned(truth: Recomputed, first: dt.date, last: dt.date) -> Counter[str] | None:
    """How often each routine was meant by the plans of days; None where none was in force, or one is of a program."""
    meant: Counter[str] = Counter()
    days = [first + n * DAY for n in range((last - first).days + 1)]
    plans = [each for each in truth.table("plan") if "routine" in each]
    in_force = [(each, [day for day in days if _holds(each, day)]) for each in plans]
    if any(on and not each.get("days") for each, on in in_force) or not any(
        on for _, on in in_force
    ):
        return None
    for each, on in in_force:
        meant[each["routine"]] += sum(WEEKDAYS[day.weekday()] in each["days"] for day in on)
    return meant


def _holds(plan: Document, day: dt.date) -> bool:
    return str(plan.get("since", "")) <= day.isoformat() <= str(plan.get("until", "9999"))


def kept(truth: Recomputed, first: dt.date, last: dt.date) -> tuple[int, int] | None:
    """How many sessions were planned, and how many of these were done and not stopped."""
    meant = planned(truth, first, last)
    if not meant:
        return None
    done = Counter(
        each["routine"]
        for each in truth.table("session")
        if first.isoformat() <= each["at"][:10] <= last.isoformat() and not each.get("stopped")
    )
    return meant.total(), sum(min(often, done[routine]) for routine, often in meant.items())
