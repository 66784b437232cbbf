"""A week of eating beside a pattern: which of its food was eaten on which day. No score, no limit."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.when import span_of
from backcare_tui.library.patterns import Pattern
from backcare_tui.text import say_count

KINDS = 3
"""Kinds of favored food in a day that are counted beside the days with any (our own rule)."""
WEEK_DAYS = 7

Eaten = Literal["eaten", "not", "unknown"]
"""Unknown is a day without any tag: nothing can be said of what was not eaten."""


class TagWeek(msgspec.Struct, frozen=True):
    """One tag of the pattern through a week."""

    tag: str
    group: Literal["favor", "limit"]
    days: tuple[Eaten, ...]
    """Seven, in the order of the week."""


class PatternWeek(msgspec.Struct, frozen=True):
    """A week beside a pattern."""

    first: dt.date
    tags: tuple[TagWeek, ...]
    """The favored tags, then the limited ones, in the order of the pattern."""
    days: int
    """Days with any tag."""
    favored_days: int
    """Days with favored food."""
    varied_days: int
    """Days with at least `KINDS` kinds of it."""
    limited_days: int
    """Days with limited food."""
    untagged: int
    """Meals in words without tags, which cannot be counted."""


def pattern_week(meals: Iterable[Meal], pattern: Pattern, first: dt.date) -> PatternWeek:
    """A week beside a pattern; what lies outside the week is left out.

    Args:
        meals: In any order.
        pattern: The one that holds.
        first: The first day of the week.
    """
    week = span_of(first, first + dt.timedelta(days=WEEK_DAYS - 1))
    there = [meal for meal in meals if week[0] <= meal.day <= week[-1]]
    eaten = _tags_by_day(there)
    favored = [tags & set(pattern.favor) for tags in eaten.values()]
    return PatternWeek(
        first=first,
        tags=(
            *(TagWeek(tag, "favor", _days(tag, week, eaten)) for tag in pattern.favor),
            *(TagWeek(tag, "limit", _days(tag, week, eaten)) for tag in pattern.limit),
        ),
        days=len(eaten),
        favored_days=sum(bool(tags) for tags in favored),
        varied_days=sum(len(tags) >= KINDS for tags in favored),
        limited_days=sum(bool(tags & set(pattern.limit)) for tags in eaten.values()),
        untagged=sum(bool(meal.text) and not meal.tags for meal in there),
    )


def say_near(week: PatternWeek) -> str:
    """How near the week came, such as `Favored food on 5 of 6 days with tags, at least 3 kinds on 4`.

    What cannot be counted is said besides; a week without tags is not called one without food.
    """
    untagged = f"{say_count(week.untagged, 'meal')} without tags" if week.untagged else ""
    if not week.days:
        return (
            f"Nothing to count: {untagged}."
            if untagged
            else "No meal was taken down for this week."
        )
    said = _say_days(week)
    return f"{said} Not counted: {untagged}." if untagged else said


def _say_days(week: PatternWeek) -> str:
    of = f"{week.days} {'day' if week.days == 1 else 'days'} with tags"
    if any(each.group == "favor" for each in week.tags):
        return (
            f"Favored food on {week.favored_days or 'none'} of {of}, "
            f"at least {KINDS} kinds on {week.varied_days or 'none'}."
        )
    return f"Limited food on {week.limited_days or 'none'} of {of}."


def _tags_by_day(meals: Iterable[Meal]) -> dict[dt.date, set[str]]:
    """The tags of each day that has any."""
    eaten: dict[dt.date, set[str]] = {}
    for meal in meals:
        if meal.tags:
            eaten.setdefault(meal.day, set()).update(meal.tags)
    return eaten


def _days(
    tag: str, week: Iterable[dt.date], eaten: Mapping[dt.date, set[str]]
) -> tuple[Eaten, ...]:
    return tuple(
        "unknown" if day not in eaten else "eaten" if tag in eaten[day] else "not" for day in week
    )
