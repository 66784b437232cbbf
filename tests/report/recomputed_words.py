"""Where and how it hurts, and the person's own activities, reckoned from the file by code that shares nothing with the program."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from statistics import fmean

from tests.report.recomputed import DAY, Document, Recomputed, day_of

PRIVATE = {"low-mood", "alcohol", "menstrual", "cruel", "tiring", "sickening", "frightening"}
"""What no page tells: what set it off that is nobody's business, and what one feels about it."""
LEGS = ("thigh", "knee", "calf", "shin", "foot")
NERVES = ("numb", "tingling", "electric", "shooting")


def areas(entry: Document) -> set[str]:
    """The places that hurt: those that are named, but none with a 0."""
    rated = entry.get("area_severity", {})
    named = set(entry.get("areas", ())) | set(rated)
    return {area for area in named if rated.get(area) != 0}


def eased(entry: Document) -> set[str]:
    """What eased it, a little at least."""
    relief = entry.get("relief", {})
    named = {*entry.get("relievers", ()), *relief}
    return {word for word in named if relief.get(word) != "no"}


def did_not_ease(entry: Document) -> set[str]:
    """What was tried, and did nothing."""
    return {word for word, how in entry.get("relief", {}).items() if how == "no"}


def legs(entry: Document) -> set[str]:
    """The places on a leg."""
    return {area for area in areas(entry) if area.startswith(LEGS)}


def nerves(entry: Document) -> set[str]:
    """What is felt of a nerve, in an entry that names a place on a leg."""
    return {word for word in entry.get("qualities", ()) if word in NERVES and legs(entry)}


def on_days(
    truth: Recomputed, named: Callable[[Document], Iterable[str]], untold: Collection[str] = ()
) -> list[tuple[str, int]]:
    """On how many days of the time each word was named, most often first."""
    days = defaultdict(set)
    for entry in truth.table("pain"):
        for word in named(entry) if truth.within(day_of(entry)) else ():
            if word not in PRIVATE and word not in untold:
                days[word].add(day_of(entry))
    return sorted(
        ((word, len(on)) for word, on in days.items()), key=lambda each: (-each[1], each[0])
    )


def stiffness(truth: Recomputed) -> tuple[float, int, int] | None:
    """The mean of the days' longest in minutes, the longest of all, and on how many days it was noted."""
    by_day: dict[dt.date, int] = {}
    for entry in truth.table("pain"):
        if truth.within(day_of(entry)) and "stiffness_min" in entry:
            by_day[day_of(entry)] = max(entry["stiffness_min"], by_day.get(day_of(entry), 0))
    minutes = list(by_day.values())
    return (fmean(minutes), max(minutes), len(minutes)) if minutes else None


def first_and_last_weeks(truth: Recomputed) -> list[tuple[dt.date, dt.date]]:
    """The weeks that are held side by side, four at most and never the same ones."""
    weeks = min(truth.days // 14, 4)
    if not weeks:
        return [(truth.first, truth.last)]
    length = (7 * weeks - 1) * DAY
    return [(truth.first, truth.first + length), (truth.last - length, truth.last)]


def activities(truth: Recomputed) -> list[tuple[str, list[tuple[dt.date, int]]]]:
    """Those that were rated last, each with all its ratings."""
    rated = [each for each in truth.table("ability") if day_of(each) <= truth.last]
    return [
        (name, [(day_of(each), each["ratings"][name]) for each in rated if name in each["ratings"]])
        for name in (rated[-1]["ratings"] if rated else ())
    ]
