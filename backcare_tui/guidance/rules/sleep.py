"""Sleep: short, broken and late nights, and whether they go along with pain.

A mean is rounded once, to what is said of it, and judged by that: the review of the week says the same.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from backcare_tui.diary.derived import mean, sleep_efficiency
from backcare_tui.diary.records.night import Night
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import DIGITS, LEAST_OF_WEEK, WEEK, known_of
from backcare_tui.guidance.facts import Facts
from backcare_tui.text import say_count, say_minutes, say_number, whole_minutes

LONGER_DAYS, LONGER_MIN = 28, 15
"""Days before a week, against which so many minutes more are the 20 that are advised (our own rule)."""
SHORT_MIN = 6 * 60
"""Minutes asleep under which more pain followed the next day (Edwards 2008)."""
ENOUGH_MIN, ENOUGH_WORDS = 7 * 60, "Adults are advised to get at least seven hours."
"""Minutes that adults are advised to sleep at least (Watson 2015)."""
TEEN_ENOUGH_MIN, TEEN_WORDS = 8 * 60, "At your age 8 to 10 hours are advised."
"""The same for teenagers (Paruthi 2016)."""
GOOD_EFFICIENCY = 85
"""Percent of the time in bed (Ohayon 2017; the number is secondary)."""
FAIR = 3
"""The rating, 1 to 5, from which a night is not called poor."""
LEAST_FOR_EFFICIENCY = 5
"""Nights of a week, with known time awake, that the mean of their efficiency needs (our own rule)."""
LONG_MIN = 30
"""Minutes until asleep, or awake in the night, above which it is trouble (Ohayon 2017, Silber 2005)."""
OFTEN_AWAKE = 3
"""Awakenings of a night that are many (our own rule; Ohayon 2017 calls one good)."""
TROUBLED_NIGHTS = 3
"""Nights of a week from which there is something to say (our own rule)."""
LINK_DAYS, LINK_NIGHTS, LINK_POINTS = 28, 4, 1
"""Days that are compared, nights that each group needs, and the points that count (our own rule)."""
LASTING_WEEKS = 4
"""Weeks in a row with trouble from which help is named (our own rule)."""
LONG_WEEKS, TROUBLED_WEEKS = 12, 10
"""Weeks that are looked at, and how many of them with trouble name it too (our own rule)."""


def short(facts: Facts, last: dt.date | None = None) -> Reason | None:
    """Under six hours on three nights of a week, unless they are sound."""
    asleep = known_of(facts.asleep_by_day, facts.days(WEEK, last))
    count = sum(minutes < SHORT_MIN for minutes in asleep)
    if count < TROUBLED_NIGHTS or _is_sound(facts, last):
        return None
    return Reason(
        f"Under 6 h asleep on {_of_nights(count, len(asleep))} in the last seven days.",
        values={"n": str(count)},
        figure=count,
    )


def under_seven(facts: Facts) -> Reason | None:
    """Less than what is advised on average, of a time in bed that is nearly all sleep.

    Who lies awake for long, or may do so, is not sent to bed earlier; who sleeps soundly, as in hours
    that a therapist set, is told nothing, nor is who sleeps longer than before by what is advised.
    """
    asleep, part = _asleep(facts), _efficiency(facts)
    least, words = _enough(facts)
    if asleep is None or asleep >= least or short(facts):
        return None
    if part is None or part < GOOD_EFFICIENCY or _is_sound(facts) or _is_on_the_way(facts, asleep):
        return None
    hours = say_minutes(asleep)
    nights = say_count(len(known_of(facts.asleep_by_day, facts.days(WEEK))), "night")
    return Reason(
        f"You slept {hours} on average, over {nights} in the last seven days.",
        values={"h": hours, "advised": words},
        figure=asleep,
    )


def efficiency(facts: Facts) -> Reason | None:
    """Less than 85 percent of the time in bed was sleep, over five nights of which it is known."""
    parts = _efficiencies(facts)
    if len(parts) < LEAST_FOR_EFFICIENCY:
        return None
    percent = round(mean(list(parts.values())))
    if percent >= GOOD_EFFICIENCY:
        return None
    nights = f"{say_count(len(parts), 'night')} in the last seven days"
    return Reason(
        f"You were asleep for {percent} percent of your time in bed, over {nights}.",
        values={"p": str(percent)},
        figure=percent,
    )


def latency(facts: Facts, last: dt.date | None = None) -> Reason | None:
    """More than half an hour until asleep, on three nights of a week."""
    known = [night.latency_min for night in _nights(facts, last) if night.latency_min is not None]
    count = sum(minutes > LONG_MIN for minutes in known)
    if count < TROUBLED_NIGHTS:
        return None
    nights = _of_nights(count, len(known))
    return Reason(f"Over 30 min until asleep on {nights} in the last seven days.")


def broken(facts: Facts, last: dt.date | None = None) -> Reason | None:
    """Long or often awake, on three nights of a week."""
    known = [night for night in _nights(facts, last) if _says_awake(night)]
    count = sum(map(_is_broken, known))
    if count < TROUBLED_NIGHTS:
        return None
    nights = _of_nights(count, len(known))
    return Reason(
        f"Over 30 min awake, or 3 awakenings or more, on {nights} in the last seven days."
    )


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
    """Three bad nights a week for four weeks and more, or in ten of the last twelve."""
    lasts = [facts.today - dt.timedelta(days=WEEK * number) for number in range(LONG_WEEKS)]
    troubled = [_bad_nights(facts, last) >= TROUBLED_NIGHTS for last in lasts]
    in_a_row = [*troubled, False].index(False)
    if in_a_row >= LASTING_WEEKS:
        which, span = f"each of the last {in_a_row} weeks", f"{in_a_row} weeks"
    elif sum(troubled) >= TROUBLED_WEEKS:
        which, span = f"{sum(troubled)} of the last {LONG_WEEKS} weeks", "about three months"
    else:
        return None
    return Reason(f"Three bad nights or more in {which}.", values={"span": span})


def good(facts: Facts) -> Reason | None:
    """Enough hours, 85 percent of the time in bed, and a fair rating on average."""
    asleep, part = _asleep(facts), _efficiency(facts)
    if asleep is None or asleep < _enough(facts)[0] or not _is_sound(facts):
        return None
    hours = say_minutes(asleep)
    because = f"You slept {hours} on average, {part} percent of your time in bed."
    return Reason(because, values={"h": hours})


def _enough(facts: Facts) -> tuple[int, str]:
    """The least minutes of sleep that are advised at the person's age, and the words for it."""
    return (TEEN_ENOUGH_MIN, TEEN_WORDS) if facts.is_under_age else (ENOUGH_MIN, ENOUGH_WORDS)


def _is_on_the_way(facts: Facts, asleep: int) -> bool:
    """Whether the week is longer than the four before it by the 20 minutes that are advised, or nearly."""
    before = facts.days(LONGER_DAYS, facts.today - dt.timedelta(days=WEEK))
    known = known_of(facts.asleep_by_day, before)
    return len(known) >= LEAST_OF_WEEK and asleep - mean(known) >= LONGER_MIN


def _nights(facts: Facts, last: dt.date | None = None) -> list[Night]:
    return [facts.nights[day] for day in facts.days(WEEK, last) if day in facts.nights]


def _asleep(facts: Facts) -> int | None:
    """The mean minutes asleep of the last seven days, as they are said."""
    asleep = facts.mean7(facts.asleep_by_day)
    return None if asleep is None else whole_minutes(asleep)


def _efficiency(facts: Facts, last: dt.date | None = None) -> int | None:
    """The mean efficiency of seven days in percent, as it is said."""
    part = facts.mean7(_efficiencies(facts, last), last)
    return None if part is None else round(part)


def _efficiencies(facts: Facts, last: dt.date | None = None) -> Mapping[dt.date, float]:
    """Each day of waking with the night's efficiency in percent, where it is known."""
    parts = {night.day: sleep_efficiency(night, facts.clock) for night in _nights(facts, last)}
    return {day: 100 * part for day, part in parts.items() if part is not None}


def _is_sound(facts: Facts, last: dt.date | None = None) -> bool:
    """Whether the nights of a week, however long, are known to be nearly all sleep, and rated fair."""
    rated = {night.day: night.quality for night in _nights(facts, last) if night.quality}
    part, quality = _efficiency(facts, last), facts.mean7(rated, last)
    return part is not None and part >= GOOD_EFFICIENCY and quality is not None and quality >= FAIR


def _bad_nights(facts: Facts, last: dt.date) -> int:
    """The nights of a week that were broken, late, or short without being sound."""
    is_sound, asleep = _is_sound(facts, last), facts.asleep_by_day
    return sum(
        _is_broken(night)
        or _ends_too_early(night)
        or (night.latency_min or 0) > LONG_MIN
        or (not is_sound and asleep.get(night.day, SHORT_MIN) < SHORT_MIN)
        for night in _nights(facts, last)
    )


def _says_awake(night: Night) -> bool:
    return night.awake_min is not None or night.awakenings is not None


def _is_broken(night: Night) -> bool:
    return (night.awake_min or 0) > LONG_MIN or (night.awakenings or 0) >= OFTEN_AWAKE


def _ends_too_early(night: Night) -> bool:
    """Long awake before getting up, and rated poor: a fair night with a lie-in is none."""
    return night.lie_in_min > LONG_MIN and (night.quality or FAIR) < FAIR


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
