"""Sleep: short, broken and late nights, and whether they go along with pain."""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping

from backcare_tui.diary.derived import mean, sleep_efficiency
from backcare_tui.diary.records.night import Night
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import DIGITS, WEEK, known_of
from backcare_tui.guidance.facts import Facts
from backcare_tui.text import say_count, say_minutes, say_number

SHORT_MIN = 6 * 60
"""Minutes asleep under which more pain followed the next day (Edwards 2008)."""
ENOUGH_MIN = 7 * 60
"""Minutes that adults are advised to sleep at least (Watson 2015)."""
GOOD_EFFICIENCY = 85
"""Percent of the time in bed (Ohayon 2017; the number is secondary)."""
LEAST_FOR_EFFICIENCY = 5
"""Nights with times, of a week, that the mean of their efficiency needs (our own rule)."""
LONG_MIN = 30
"""Minutes until asleep, or awake in the night, above which it is trouble (Ohayon 2017, Silber 2005)."""
OFTEN_AWAKE = 3
"""Awakenings of a night that are many (our own rule; Ohayon 2017 calls one good)."""
TROUBLED_NIGHTS = 3
"""Nights of a week from which there is something to say (our own rule)."""
LINK_DAYS, LINK_NIGHTS, LINK_POINTS = 28, 4, 1
"""Days that are compared, nights that each group needs, and the points that count (our own rule)."""
LONG_WEEKS, TROUBLED_WEEKS = 12, 10
"""Weeks that are looked at, and how many of them with trouble make it a lasting one (our own rule)."""


def short(facts: Facts, last: dt.date | None = None) -> Reason | None:
    """Under six hours on three nights of a week."""
    asleep = known_of(facts.asleep_by_day, facts.days(WEEK, last))
    count = sum(minutes < SHORT_MIN for minutes in asleep)
    if count < TROUBLED_NIGHTS:
        return None
    return Reason(f"Under 6 h asleep on {_of_nights(count, len(asleep))} this week.")


def under_seven(facts: Facts) -> Reason | None:
    """Less than seven hours on average."""
    asleep = facts.mean7(facts.asleep_by_day)
    if asleep is None or asleep >= ENOUGH_MIN or short(facts):
        return None
    # Rounded down, so that 6 h 59 and a half is never said to be the 7 h that it is not.
    hours = say_minutes(math.floor(asleep))
    nights = len(known_of(facts.asleep_by_day, facts.days(WEEK)))
    return Reason(
        f"You slept {hours} on average, over {say_count(nights, 'night')} this week.",
        values={"h": hours},
    )


def efficiency(facts: Facts) -> Reason | None:
    """Less than 85 percent of the time in bed was sleep, over five nights or more."""
    parts = list(_efficiency_of_week(facts).values())
    if len(parts) < LEAST_FOR_EFFICIENCY:
        return None
    part = round(mean(parts), DIGITS)
    if part >= GOOD_EFFICIENCY:
        return None
    percent = str(math.floor(part))
    nights = say_count(len(parts), "night")
    return Reason(
        f"You were asleep for {percent} percent of your time in bed, over {nights} this week.",
        values={"p": percent},
    )


def latency(facts: Facts, last: dt.date | None = None) -> Reason | None:
    """More than half an hour until asleep, on three nights of a week."""
    known = [night.latency_min for night in _nights(facts, last) if night.latency_min is not None]
    count = sum(minutes > LONG_MIN for minutes in known)
    if count < TROUBLED_NIGHTS:
        return None
    return Reason(f"Over 30 min until asleep on {_of_nights(count, len(known))} this week.")


def broken(facts: Facts, last: dt.date | None = None) -> Reason | None:
    """Long or often awake, on three nights of a week."""
    known = [night for night in _nights(facts, last) if _says_awake(night)]
    count = sum(map(_is_broken, known))
    if count < TROUBLED_NIGHTS:
        return None
    nights = _of_nights(count, len(known))
    return Reason(f"Over 30 min awake, or 3 awakenings or more, on {nights} this week.")


def pain_link(facts: Facts) -> Reason | None:
    """Days after short nights hurt a point more than days after long ones."""
    days = [day for day in facts.days(LINK_DAYS) if day in facts.asleep_by_day]
    after_short = _pain_after(facts, days, lambda asleep: asleep < SHORT_MIN)
    after_long = _pain_after(facts, days, lambda asleep: asleep >= ENOUGH_MIN)
    if min(len(after_short), len(after_long)) < LINK_NIGHTS:
        return None
    more = mean(after_short) - mean(after_long)
    if round(more, DIGITS) < LINK_POINTS:
        return None
    return Reason(
        f"Pain averaged {say_number(mean(after_short))} after {len(after_short)} nights under 6 h, "
        f"{say_number(mean(after_long))} after {len(after_long)} of 7 h or more.",
        values={"d": _say_points(more)},
    )


def long_trouble(facts: Facts) -> Reason | None:
    """Short, late or broken nights in ten of the last twelve weeks."""
    lasts = (facts.today - dt.timedelta(days=WEEK * number) for number in range(LONG_WEEKS))
    count = sum(any(look(facts, last) for look in (short, latency, broken)) for last in lasts)
    if count < TROUBLED_WEEKS:
        return None
    return Reason(f"Short or broken nights, or long to fall asleep, in {count} of 12 weeks.")


def good(facts: Facts) -> Reason | None:
    """Seven hours and 85 percent on average."""
    asleep, part = facts.mean7(facts.asleep_by_day), facts.mean7(_efficiency_of_week(facts))
    if asleep is None or part is None or asleep < ENOUGH_MIN or part < GOOD_EFFICIENCY:
        return None
    hours = say_minutes(math.floor(asleep))
    because = f"You slept {hours} on average, {math.floor(part)} percent of your time in bed."
    return Reason(because, values={"h": hours})


def _nights(facts: Facts, last: dt.date | None = None) -> list[Night]:
    return [facts.nights[day] for day in facts.days(WEEK, last) if day in facts.nights]


def _efficiency_of_week(facts: Facts) -> Mapping[dt.date, float]:
    """Each day of waking with the night's efficiency in percent, where its times are known."""
    parts = {night.day: sleep_efficiency(night, facts.clock) for night in _nights(facts)}
    return {day: 100 * part for day, part in parts.items() if part is not None}


def _says_awake(night: Night) -> bool:
    return night.awake_min is not None or night.awakenings is not None


def _is_broken(night: Night) -> bool:
    return (night.awake_min or 0) > LONG_MIN or (night.awakenings or 0) >= OFTEN_AWAKE


def _pain_after(facts: Facts, days: Iterable[dt.date], fits: Callable[[int], bool]) -> list[float]:
    """The pain of the days whose night fits, a night being named by the day of waking."""
    return known_of(facts.pain_by_day, (day for day in days if fits(facts.asleep_by_day[day])))


def _say_points(points: float) -> str:
    said = say_number(points)
    return f"{said} point" if said == "1" else f"{said} points"


def _of_nights(count: int, known: int) -> str:
    return f"{count} of {say_count(known, 'night')}"


LOOKS = {
    "sleep-short": short,
    "sleep-under-seven": under_seven,
    "sleep-efficiency": efficiency,
    "sleep-latency": latency,
    "sleep-broken": broken,
    "sleep-pain-link": pain_link,
    "sleep-long-trouble": long_trouble,
    "sleep-good": good,
}
