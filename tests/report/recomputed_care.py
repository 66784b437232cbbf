"""Visits, courses and trials of a diary's file, reckoned by code that shares nothing with the program."""

import datetime as dt
from collections import defaultdict
from itertools import combinations, product
from statistics import fmean
from typing import NamedTuple

from tests.report.recomputed import DAY, Document, Recomputed, day_of
from tests.report.recomputed_sleep import asleep

BEFORE, LEAST_BEFORE, AFTER, LEAST_AFTER = 28, 10, 14, 5


class CourseFigures(NamedTuple):
    """What a page says of a course in numbers."""

    started: dt.date
    given: int
    planned: int
    before: tuple[int, float] | None
    """Noted days of the four weeks before, and their mean; None with too few of them or too little pain."""
    after: tuple[int, int, float, int] | None
    """Days after a visit, how many are noted, their mean, and which visit it is."""
    relief: tuple[int, float, float] | None
    """Visits with both numbers, and the means before and after."""


class TrialFigures(NamedTuple):
    """What a page says of a trial in numbers."""

    name: str
    outcome: str
    pairs: int
    size: float
    low: float | None
    high: float | None
    chance: float
    kept: int
    answered: int
    days: int


def visits(truth: Recomputed) -> list[Document]:
    """Those of the time."""
    return [each for each in truth.table("visit") if truth.within(day_of(each))]


def both(given: list[Document]) -> list[tuple[int, int]]:
    """Pain before and after, where a visit says both."""
    return [
        (each["pain_before"], each["pain_after"])
        for each in given
        if {"pain_before", "pain_after"} <= set(each)
    ]


def by_treatment(given: list[Document]) -> dict[str, tuple[int, int, float, float]]:
    """How many of each, how many of these say both numbers, and the means before and after; 0 of none."""
    kinds = defaultdict(list)
    for each in given:
        kinds[each["treatment"]].append(each)
    rated = {kind: both(of) for kind, of in kinds.items()}
    return {kind: (len(of), len(rated[kind]), *_means(rated[kind])) for kind, of in kinds.items()}


def _means(rated: list[tuple[int, int]]) -> tuple[float, float]:
    before, after = zip(*rated, strict=True) if rated else ((0,), (0,))
    return fmean(before), fmean(after)


def courses(truth: Recomputed) -> list[CourseFigures]:
    """Those that were open on a day of the time."""
    found = (_course(each, truth) for each in truth.table("course"))
    return sorted(filter(None, found), key=lambda each: each.started)


def _course(course: Document, truth: Recomputed) -> CourseFigures | None:
    given = [
        each
        for each in truth.table("visit")
        if _belongs(each, course, truth.table("course")) and each.get("minutes", 60) >= 10
    ]
    days = [day_of(each) for each in given]
    planned = course.get("planned_visits", 4)
    if "ended" in course:
        over = dt.date.fromisoformat(course["ended"])
    else:
        over = days[-1] if len(days) >= planned else truth.last
    if over < truth.first:
        return None
    pain = truth.pain_of_days()
    begun = dt.date.fromisoformat(course["started"])
    first = days[0] if days else begun
    earlier = [pain[first - n * DAY] for n in range(1, BEFORE + 1) if first - n * DAY in pain]
    is_enough = len(earlier) >= LEAST_BEFORE and fmean(earlier) >= 2
    rated = both(given)
    return CourseFigures(
        begun,
        len(given),
        planned,
        (len(earlier), fmean(earlier)) if is_enough else None,
        _after(days, pain, truth.last),
        (len(rated), *_means(rated)) if rated else None,
    )


def given_in(truth: Recomputed) -> list[tuple[dt.date, tuple[dt.date, dt.date]]]:
    """Of each course that is judged: its first visit, and the days after the one that it is judged by."""
    found, pain = [], truth.pain_of_days()
    for course in truth.table("course"):
        days = [
            day_of(each)
            for each in truth.table("visit")
            if _belongs(each, course, truth.table("course")) and each.get("minutes", 60) >= 10
        ]
        if after := _after(days, pain, truth.last):
            visit = days[after[3] - 1]
            found.append((days[0], (visit + DAY, visit + after[0] * DAY)))
    return found


def _belongs(visit: Document, course: Document, all_courses: list[Document]) -> bool:
    """To the course that it names; else to that of its treatment which was open that day, the one begun last."""
    day = visit["at"][:10]
    is_open = [each for each in all_courses if each["started"] <= day <= each.get("ended", "9999")]
    if "course" in visit:
        return bool(visit["course"] == course["id"] and course in is_open)
    of_kind = [each for each in is_open if each["treatment"] == visit["treatment"]]
    return bool(of_kind) and max(of_kind, key=lambda each: str(each["started"])) == course


def _after(
    days: list[dt.date], pain: dict[dt.date, float], today: dt.date
) -> tuple[int, int, float, int] | None:
    """Of the last visit from the second on whose days after it are over and noted."""
    for number in range(len(days), 1, -1):
        visit = days[number - 1]
        last = visit + AFTER * DAY
        if number < len(days):
            last = min(last, max(days[number] - DAY, visit + 7 * DAY))
        span = [visit + n * DAY for n in range(1, (last - visit).days + 1)]
        noted = [pain[day] for day in span if day in pain]
        if last < today and len(noted) >= LEAST_AFTER:
            return len(span), len(noted), fmean(noted), number
    return None


def trials(truth: Recomputed) -> list[TrialFigures]:
    """The last three that were over on the last day."""
    begun = sorted(truth.table("trial"), key=lambda each: str(each["started"]))
    return [_trial(each, truth) for each in begun if _end(each) < truth.last][-3:]


def _end(trial: Document) -> dt.date:
    """The last day of a trial."""
    begun: dt.date = dt.date.fromisoformat(trial["started"])
    end: dt.date = begun + (trial["period_days"] * len(trial["schedule"]) - 1) * DAY
    stopped = trial.get("stopped")
    return min(end, dt.date.fromisoformat(stopped) - DAY) if stopped else end


def _trial(trial: Document, truth: Recomputed) -> TrialFigures:
    begun, length = dt.date.fromisoformat(trial["started"]), trial["period_days"]
    days = [begun + n * DAY for n in range((_end(trial) - begun).days + 1)]
    outcome = _outcome(trial, truth)
    differences = []
    for pair in range(len(days) // (2 * length)):
        sides: dict[str, list[float]] = {"with": [], "without": []}
        for half in (2 * pair, 2 * pair + 1):
            # What was before a long period may last into its first day.
            period = days[half * length : (half + 1) * length][length >= 3 :]
            sides[trial["schedule"][half]] += [outcome[day] for day in period if day in outcome]
        if all(sides.values()):
            differences.append(fmean(sides["with"]) - fmean(sides["without"]))
    said = {
        each["on"]: each["did"] for each in truth.table("trial_day") if each["trial"] == trial["id"]
    }
    arms = {day.isoformat(): trial["schedule"][n // length] for n, day in enumerate(days)}
    answered = [day for day in arms if day in said]
    return TrialFigures(
        trial["name"],
        trial["outcome"],
        len(differences),
        fmean(differences) if differences else 0,
        *_interval(differences),
        _chance(differences),
        sum(said[day] == (arms[day] == "with") for day in answered),
        len(answered),
        len(days),
    )


def _outcome(trial: Document, truth: Recomputed) -> dict[dt.date, float]:
    """The pain of each day, or how long the night after it was."""
    if trial["outcome"] == "pain":
        return truth.pain_of_days()
    nights = {
        dt.date.fromisoformat(each["night"]) - DAY: asleep(each) for each in truth.table("sleep")
    }
    return {day: minutes for day, minutes in nights.items() if minutes is not None}


def _interval(differences: list[float]) -> tuple[float | None, float | None]:
    """The effects that the lot does not refuse: all but 2.5 of 100 at each end, among the means of all groups of pairs."""
    groups = (
        group
        for size in range(1, len(differences) + 1)
        for group in combinations(differences, size)
    )
    means = sorted(fmean(group) for group in groups)
    left_out = int(0.025 * 2 ** len(differences))
    return (means[left_out - 1], means[-left_out]) if left_out else (None, None)


def _chance(differences: list[float]) -> float:
    """How often so large a sum comes of nothing, over all ways in which the lot could have fallen."""
    size = sum(differences)
    sums = [
        sum(sign * each for sign, each in zip(signs, differences, strict=True))
        for signs in product((1, -1), repeat=len(differences))
    ]
    above = sum(each >= size - 1e-9 for each in sums) / len(sums)
    below = sum(each <= size + 1e-9 for each in sums) / len(sums)
    return min(2 * min(above, below), 1)
