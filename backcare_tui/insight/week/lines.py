"""The weekly review: its figures, and how a person would say them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import islice

from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.insight.week.figures import (
    DAYS_TO_COMPARE,
    CareWeek,
    DietWeek,
    MovementWeek,
    PainWeek,
    SleepWeek,
    Week,
    as_json,
    weekly_review,
)
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import say_count, say_minutes, say_number, say_times
from backcare_tui.wording.entries import say_area, say_units

__all__ = [
    "CareWeek",
    "DietWeek",
    "MovementWeek",
    "PainWeek",
    "SleepWeek",
    "Week",
    "as_json",
    "latest_week",
    "say_week",
    "weekly_review",
]

_MOST = 3
"""How many areas or tags are named."""


def latest_week(repository: Repository, clock: Clock) -> Week | None:
    """This week's review, or last week's while this one has neither pain nor sleep; else None."""
    for weeks_back in (0, 1):
        day = clock.today() - dt.timedelta(weeks=weeks_back)
        week = weekly_review(repository, day, clock)
        if week.pain.entries or week.sleep.nights:
            return week
    return None


def say_week(week: Week) -> tuple[str, ...]:
    """The review in plain sentences, one fact a line; what is not known is not spoken of."""
    lines = (
        *_say_pain(week.pain),
        *_say_sleep(week.sleep),
        *_say_movement(week.movement),
        *_say_care(week.care),
        *_say_diet(week.diet),
    )
    return lines or ("Nothing was recorded in this week.",)


def _say_pain(pain: PainWeek) -> Iterator[str]:
    if pain.mean is None:
        return
    days = say_count(pain.days, "day")
    if pain.worst == pain.best:
        yield f"Pain was {pain.worst} on {days}."
    else:
        yield f"Pain was {say_number(pain.mean)} on average on {days}, from {pain.best} to {pain.worst}."
    if pain.change is None:
        yield "The week before has no pain entries to compare it with."
    elif missing := DAYS_TO_COMPARE - min(pain.days, pain.previous_days, DAYS_TO_COMPARE):
        when = "this week" if pain.days <= pain.previous_days else "the week before"
        yield f"Too few days to compare yet: {when} needs {say_count(missing, 'more day')}."
    elif say_number(abs(pain.change)) == "0":
        yield "That is as in the week before."
    else:
        weight = "a change that matters" if pain.meaningful else "too small a change to count on"
        yield f"That is {_say_difference(pain.change)} than the week before: {weight}."
    if pain.areas:
        named = {say_area(area): count for area, count in pain.areas.items()}
        yield f"Where it hurt: {_say_most(named)}."


def _say_difference(change: float) -> str:
    return f"{say_number(abs(change))} {'more' if change > 0 else 'less'}"


def _say_sleep(sleep: SleepWeek) -> Iterator[str]:
    if sleep.mean_min is not None:
        nights = say_count(sleep.nights, "night")
        yield f"You slept {say_minutes(sleep.mean_min)} a night{_against(sleep)}; {nights} noted."
    elif sleep.nights:
        yield f"{say_count(sleep.nights, 'night')} noted, without the length."
    if sleep.efficiency is not None:
        yield f"You were asleep for {sleep.efficiency:.0%} of the time in bed."
    if sleep.mean_quality is not None:
        yield f"You rated your sleep {say_number(sleep.mean_quality)} of 5."


def _against(sleep: SleepWeek) -> str:
    if sleep.mean_min is None or sleep.previous_mean_min is None:
        return ""
    change = round(sleep.mean_min) - round(sleep.previous_mean_min)
    if not change:
        return ", as in the week before"
    word = "more" if change > 0 else "less"
    return f", {say_minutes(abs(change))} {word} than the week before"


def _say_movement(movement: MovementWeek) -> Iterator[str]:
    if not movement.sessions and not movement.planned:
        return
    planned = f" of {movement.planned} planned" if movement.planned else ""
    length = f", {say_minutes(movement.minutes)} in all" if movement.minutes else ""
    done = f"{movement.sessions}{planned}" if planned else say_count(movement.sessions, "session")
    yield f"Stretching and exercise: {done}{length}."


def _say_care(care: CareWeek) -> Iterator[str]:
    if not care.visits:
        return
    others = care.visits - care.massages
    kinds = (
        say_count(care.massages, "massage") if care.massages else "",
        say_count(others, "other visit" if care.massages else "visit") if others else "",
    )
    change = ""
    if care.mean_change is not None:
        flat = say_number(abs(care.mean_change)) == "0"
        change = "the same" if flat else f"{_say_difference(care.mean_change)}"
        change = f"; pain afterward {change}" + ("" if flat else " than before, on average")
    yield f"Care: {', '.join(filter(None, kinds))}{change}."


def _say_diet(diet: DietWeek) -> Iterator[str]:
    if not diet.entries:
        return
    drinks = (
        f"{say_number(diet.water_ml / 1000)} l of water" if diet.water_ml else "",
        f"{say_number(diet.coffees)} coffee{'' if diet.coffees == 1 else 's'}"
        if diet.coffees
        else "",
        f"{say_units(diet.alcohol_units)} of alcohol" if diet.alcohol_units else "",
    )
    if drunk := ", ".join(filter(None, drinks)):
        yield f"Drinks: {drunk}."
    if diet.tags:
        named = {name_of("tags", tag).lower(): count for tag, count in diet.tags.items()}
        yield f"Food: {_say_most(named)}."


def _say_most(counts: Mapping[str, int]) -> str:
    """The most frequent ones: `lower back left 5 times, neck once`."""
    return ", ".join(f"{name} {say_times(count)}" for name, count in islice(counts.items(), _MOST))
