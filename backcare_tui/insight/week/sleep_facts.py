"""What is said of the nights of a week."""

from collections.abc import Iterator

from backcare_tui.insight.week.fact import (
    WeekFact,
    fact,
    numbers,
    row,
    say_length,
    say_part,
    shaped_as,
)
from backcare_tui.insight.week.look import WeekLook
from backcare_tui.text import say_count, say_day, say_list, say_minutes, say_number, whole_minutes


def asleep_facts(look: WeekLook) -> Iterator[WeekFact]:
    """How long one slept, against the week before."""
    now, before = look.sleep.mean_min, look.sleep_before.mean_min
    change = None if now is None or before is None else whole_minutes(now) - whole_minutes(before)
    shaped = "" if change is None else shaped_as(change, say_minutes(abs(change)))
    yield row("Asleep", say_length(now), say_length(before), shaped)
    nights = say_count(look.week.sleep.nights, "night")
    if now is not None:
        against = ""
        if change is not None:
            against = ", as in the week before"
        if change:
            more = f"{say_minutes(abs(change))} {'more' if change > 0 else 'less'}"
            against = f", {more} than the week before"
        said = f"You slept {say_minutes(now)} a night{against}; {nights} noted."
        yield fact("Asleep", said, "sentence")
    elif look.week.sleep.nights:
        yield fact("Asleep", f"{nights} noted, without the length.", "sentence")
    if look.nights_twice:
        days = say_list([say_day(day) for day in look.nights_twice])
        said = f"More than one night stands for {days}; the one changed last counts. Delete the wrong one."
        yield fact("Asleep", said, "sentence", "line")


def efficiency_facts(look: WeekLook) -> Iterator[WeekFact]:
    """Which part of the time in bed one was asleep."""
    now, before = look.sleep.efficiency, look.sleep_before.efficiency
    change = None if now is None or before is None else round(now * 100) - round(before * 100)
    shaped = "" if change is None else shaped_as(change, f"{abs(change)} %")
    yield row("Efficiency", say_part(now), say_part(before), shaped)
    if now is not None:
        known, nights = look.sleep.efficiency_nights, look.sleep.nights
        of = "" if known == nights else f", as far as is known: {say_count(known, 'night')}"
        said = f"You were asleep for {say_part(now)} of the time in bed{of}."
        yield fact("Efficiency", said, "sentence")


def regularity_facts(look: WeekLook) -> Iterator[WeekFact]:
    """How far the middle of sleep strayed."""
    now, before = look.sleep.regularity_min, look.sleep_before.regularity_min
    yield row("Regularity", _say_stray(now), _say_stray(before))
    if now is not None:
        said = f"The middle of your sleep strayed by {say_minutes(now)}."
        yield fact("Regularity", said, "detail")


def _say_stray(minutes: float | None) -> str:
    return "" if minutes is None else f"± {say_minutes(minutes)}"


def rated_facts(look: WeekLook) -> Iterator[WeekFact]:
    """How sleep was rated."""
    now = look.sleep.quality
    yield numbers("Rated 1-5", now, look.sleep_before.quality)
    if now is not None:
        yield fact("Rated 1-5", f"You rated your sleep {say_number(now)} of 5.", "sentence")
