"""What a day, or some days taken together, hold, in a line of words."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from backcare_tui.diary.repository import Between
from backcare_tui.insight.longer.bins import Bin
from backcare_tui.insight.longer.marks import Mark
from backcare_tui.insight.longer.usual_weeks import UsualWeek
from backcare_tui.text import (
    MONTHS,
    say_between,
    say_count,
    say_day,
    say_minutes,
    say_number,
    say_times,
)


def say_bin_days(of: Bin, today: dt.date) -> str:
    """Which days these are: `Mon 9 Nov`, `2 to 8 Nov`, `March 2024` as `Mar 2024`."""
    if of.first == of.last:
        return say_day(of.first, today)
    return say_span((of.first, of.last), today)


def say_span(between: Between, today: dt.date) -> str:
    """A time from day to day, with the year where it is not this one: `26 Oct to 22 Nov`."""
    first, last = between
    year = "" if last.year == today.year else f" {last.year}"
    if (last + dt.timedelta(days=1)).day == 1 and first == last.replace(day=1):
        return f"{MONTHS[last.month - 1]}{year or f' {last.year}'}"
    end = f"{last.day} {MONTHS[last.month - 1]}{year}"
    if first.year != last.year:
        return f"{first.day} {MONTHS[first.month - 1]} {first.year} to {end} {'' if year else last.year}".rstrip()
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}{month} to {end}"


def say_bin(of: Bin, marks: Iterable[Mark]) -> tuple[str, ...]:
    """Pain with its range, sleep, movement and what happened, as far as it was taken down."""
    said = (_say_pain(of), _say_sleep(of), _say_movement(of), *_say_marks(marks))
    return tuple(filter(None, said)) or ("nothing taken down",)


def say_outside(week: UsualWeek | None) -> Iterator[str]:
    """That a week lies outside the usual range, with its figures; nothing of any other."""
    if week and week.lies and week.usual and week.mean is not None:
        side = "above" if week.lies > 0 else "below"
        usual = say_between(week.usual.low, week.usual.high)
        yield f"a week of {say_number(week.mean)}, {side} the usual {usual}"


def _say_pain(of: Bin) -> str:
    if of.pain is None:
        return ""
    between = "" if of.best == of.worst else f" ({of.best} to {of.worst})"
    return f"pain {say_number(of.pain)}{between}{_on(of.days, of, 'day')}"


def _say_sleep(of: Bin) -> str:
    if of.asleep_min is None:
        return ""
    return f"slept {say_minutes(of.asleep_min)}{_on(of.nights, of, 'night')}"


def _on(count: int, of: Bin, noun: str) -> str:
    """How many days a mean is of; one day needs no word."""
    return "" if of.first == of.last else f" on {say_count(count, noun)}"


def _say_movement(of: Bin) -> str:
    if not of.sessions:
        return ""
    length = "" if of.moved_min is None else f", {say_minutes(of.moved_min)}"
    return f"{say_count(of.sessions, 'session')}{length}"


def _say_marks(marks: Iterable[Mark]) -> Iterable[str]:
    for words, count in Counter(mark.words for mark in marks).items():
        yield words if count == 1 else f"{words} {say_times(count)}"
