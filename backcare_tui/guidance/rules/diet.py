"""Diet: what was drunk and when, and the pattern of a week's meals.

Everything counts only as far as it was taken down. What a day said once is looked at for as many
days as its rule rests, so that no day is spoken of twice.
"""

import datetime as dt
from collections.abc import Callable, Iterator

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.insight.diet.drinks import DECAF_MG
from backcare_tui.insight.diet.late_drinks import to_bed_at
from backcare_tui.insight.medicines import Taking, moments_of
from backcare_tui.library.taxonomy import name_of, words
from backcare_tui.text import (
    say_count,
    say_day,
    say_minutes,
    say_near_day,
    say_number,
    say_time,
)

COFFEE_MG = 95
"""Caffeine of a cup of coffee (a usual value)."""
LOGGED_DAYS, FEW_KINDS, FEW_DAYS, MANY_KINDS, MANY_DAYS = 5, 3, 2, 4, 5
"""Days of seven with tags, and kinds of favored food on so many days (our own rule)."""
PROCESSED = ("ultra-processed", "sugary-drink", "fried", "fast-food")
PROCESSED_DAYS = 5
SWAPS_OF_WEEK = 5
"""Swaps of seven days that satisfy advice of one a day, against either of the two weeks before (our own rule)."""
AT_BED = dt.timedelta(0)
ALCOHOL_NEAR_BED = dt.timedelta(hours=4)
"""Our own number; Ebrahim 2013 found broken nights at every dose."""
ONE_DRINK, NEAR_BED_NIGHTS = 1, 2
CAFFEINE_NEAR_BED = dt.timedelta(hours=6)
"""Drake 2013."""
LONG_LATENCY_MIN, POOR = 30, 2
"""Minutes to fall asleep (Ohayon 2017), and quality of 5, that speak of a poor night."""
MOST_CAFFEINE_MG = 400
"""Of a day (US FDA)."""
MOST_DRINKS, MOST_DRINKS_OF_WEEK = 2, 7
"""Standard drinks of 14 g of a day, and of seven days (our own rule: the US Dietary Guidelines
2025-2030 name no number any more, they say that less is better)."""
NOT_WITH_ALCOHOL = (
    "opioid",
    "muscle_relaxant",
    "sleep_aid",
    "benzodiazepine",
    "gabapentinoid",
    "acetaminophen",
    "nsaid",
)
MIX_DAYS = 3
MIX_TIME = dt.timedelta(hours=8)
"""Between a drink and a medicine, over midnight too (our own number, to be on the safe side)."""


def pattern_low(facts: Facts) -> Reason | None:
    """Three kinds of favored food on two days of seven at most, of five with tags, and no more than before."""
    kinds = _favored(facts)
    count = sum(found >= FEW_KINDS for found in kinds)
    if len(kinds) < LOGGED_DAYS or count > FEW_DAYS:
        return None
    before = [_favored(facts, last) for last in _weeks_before(facts)]
    least = min((sum(each) for each in before if len(each) >= LOGGED_DAYS), default=sum(kinds))
    if sum(kinds) - least >= SWAPS_OF_WEEK:
        return None
    days = f"{count} of {say_count(len(kinds), 'logged day')}"
    return Reason(f"{FEW_KINDS} kinds of favored food or more on {days}.")


def pattern_good(facts: Facts) -> Reason | None:
    """Four kinds of favored food on five days of seven."""
    count = sum(found >= MANY_KINDS for found in _favored(facts))
    if count < MANY_DAYS:
        return None
    return Reason(f"{MANY_KINDS} kinds of favored food or more on {count} of seven days.")


def processed(facts: Facts) -> Reason | None:
    """Ultra-processed food on five days of seven, and not one helping a day less than before."""
    before = max(_processed(facts, last) for last in _weeks_before(facts))
    if before - _processed(facts, facts.today) >= SWAPS_OF_WEEK:
        return None
    tags = _tags(facts).values()
    count = sum(not found.isdisjoint(PROCESSED) for found in tags)
    return Reason(f"On {count} of seven days.") if count >= PROCESSED_DAYS else None


def alcohol_near_bed(facts: Facts) -> Reason | None:
    """Alcohol within four hours of bed, on two nights of seven."""
    drinks = [meal for meal in facts.meals if meal.alcohol_units]
    near = (
        sum(_drinks(meal) for meal in drinks if AT_BED <= bed - meal.at <= ALCOHOL_NEAR_BED)
        for _, bed in _bedtimes(facts, WEEK)
    )
    count = sum(drunk >= ONE_DRINK for drunk in near)
    if count < NEAR_BED_NIGHTS:
        return None
    return Reason(f"Alcohol within 4 h of bed before {count} of the last seven nights.")


def alcohol_with_medicine(facts: Facts) -> Reason | None:
    """Alcohol, and a medicine that does not go with it, of that day or night, or for long."""
    drunk = _sums(facts, _drinks, MIX_DAYS)
    if not drunk:
        return None
    taken: dict[dt.date, list[str]] = {day: [] for day in drunk}
    had = [meal for meal in facts.meals if meal.alcohol_units and meal.day in drunk]
    for entry in facts.moments:
        for at, medicine in moments_of(entry):
            if _mixes(medicine):
                near = {meal.day for meal in had if abs(meal.at - at) <= MIX_TIME}
                for day in (near | {medicine.day}) & drunk.keys():
                    taken[day].append(medicine.name)
    lasting = (facts.settings.medicines or frozenset()) & set(NOT_WITH_ALCOHOL)
    for_long = [name_of("medicines", each) for each in sorted(lasting)]
    for day in sorted(drunk, reverse=True):
        if found := [*taken[day], *for_long]:
            mixed = ", ".join(dict.fromkeys(found))
            return Reason(f"On {say_day(day, facts.today)}: {_say_drinks(drunk[day])}; {mixed}.")
    return None


def alcohol_high(facts: Facts) -> Reason | None:
    """More than two drinks in a day, or seven in a week."""
    drunk = _sums(facts, _drinks, WEEK)
    if (whole := sum(drunk.values())) > MOST_DRINKS_OF_WEEK:
        return Reason(f"{_say_drinks(whole)} in the last seven days.")
    many = [day for day, count in drunk.items() if count > MOST_DRINKS]
    if not many:
        return None
    return Reason(f"{_say_drinks(drunk[max(many)])} on {say_day(max(many), facts.today)}.")


def alcohol_under_age(facts: Facts) -> Reason | None:
    """Any alcohol of the last seven days, where the year of birth says that one is under 18."""
    drunk = _sums(facts, _drinks, WEEK)
    if not facts.is_under_age or not drunk:
        return None
    return Reason(f"{_say_drinks(drunk[max(drunk)])} on {say_day(max(drunk), facts.today)}.")


def caffeine_near_bed(facts: Facts) -> Reason | None:
    """Caffeine within six hours of bed, and that night was poor: last night, or the one before."""
    cups = [meal for meal in facts.meals if _caffeine_mg(meal) >= DECAF_MG]
    for night, bed in _bedtimes(facts, 2):
        late = [meal for meal in cups if AT_BED <= bed - meal.at < CAFFEINE_NEAR_BED]
        is_long = night.latency_min is not None and night.latency_min > LONG_LATENCY_MIN
        is_poor = night.quality is not None and night.quality <= POOR
        if late and (is_long or is_poor):
            at = facts.clock.here(late[-1].at)
            how = (
                f"asleep after {say_minutes(night.latency_min or 0)}" if is_long else "slept poorly"
            )
            return Reason(f"Caffeine at {say_time(at)}, in bed at {say_time(bed)}, {how}.")
    return None


def caffeine_high(facts: Facts) -> Reason | None:
    """More than 400 mg of caffeine in a day, and the most of a day not a cup less than before."""
    drunk, week = _sums(facts, _caffeine_mg, 3 * WEEK), facts.since(WEEK)
    had = {day: mg for day, mg in drunk.items() if mg > MOST_CAFFEINE_MG and day >= week}
    if not had:
        return None
    before = max((mg for day, mg in drunk.items() if day < week), default=0)
    if before - max(had.values()) >= COFFEE_MG:
        return None
    last = max(had)
    because = f"About {say_number(had[last])} mg {say_near_day(last, facts.today)}."
    return Reason(because, figure=had[last])


def _caffeine_mg(meal: Meal) -> float:
    """Caffeine as it is stated, else by the cups."""
    return meal.caffeine_mg if meal.caffeine_mg is not None else (meal.coffees or 0) * COFFEE_MG


def _drinks(meal: Meal) -> float:
    return meal.alcohol_units or 0


def _sums(facts: Facts, amount: Callable[[Meal], float], days: int) -> dict[dt.date, float]:
    """The sum of each of the last days that have any."""
    sums: dict[dt.date, float] = {}
    span = set(facts.days(days))
    for meal in facts.meals:
        if meal.day in span and (found := amount(meal)):
            sums[meal.day] = sums.get(meal.day, 0) + found
    return sums


def _weeks_before(facts: Facts) -> tuple[dt.date, dt.date]:
    """The last days of the two weeks before the last seven days; of longer ago no meal is looked at."""
    week = dt.timedelta(days=WEEK)
    return facts.today - week, facts.today - 2 * week


def _processed(facts: Facts, last: dt.date) -> int:
    """How many helpings of seven days were processed food."""
    span = facts.days(WEEK, last)
    return sum(
        meal.day in span and not set(PROCESSED).isdisjoint(meal.tags) for meal in facts.meals
    )


def _tags(facts: Facts, last: dt.date | None = None) -> dict[dt.date, set[str]]:
    """The tags of each day of seven that has any."""
    span = set(facts.days(WEEK, last))
    found: dict[dt.date, set[str]] = {}
    for meal in facts.meals:
        if meal.tags and meal.day in span:
            found.setdefault(meal.day, set()).update(meal.tags)
    return found


def _favored(facts: Facts, last: dt.date | None = None) -> list[int]:
    """How many kinds of favored food each day has that was logged with tags."""
    favor = {tag.id for tag in words("tags") if tag.group == "favor"}
    return [len(tags & favor) for tags in _tags(facts, last).values()]


def _bedtimes(facts: Facts, days: int) -> Iterator[tuple[Night, dt.datetime]]:
    """The last nights whose times are known, each with when one went to bed; the newest first."""
    for day in reversed(facts.days(days)):
        night = facts.nights.get(day)
        if night and (bed := to_bed_at(night, facts.clock)):
            yield night, bed


def _mixes(taken: Taking) -> bool:
    return taken.is_heart_aspirin or not taken.sorts.isdisjoint(NOT_WITH_ALCOHOL)


def _say_drinks(count: float) -> str:
    return f"{say_number(count)} {'drink' if count == 1 else 'drinks'}"


LOOKS = {
    "diet-pattern-low": pattern_low,
    "diet-pattern-good": pattern_good,
    "diet-processed": processed,
    "diet-alcohol-sleep": alcohol_near_bed,
    "diet-alcohol-meds": alcohol_with_medicine,
    "diet-alcohol-under-18": alcohol_under_age,
    "diet-alcohol-high": alcohol_high,
    "diet-caffeine-late": caffeine_near_bed,
    "diet-caffeine-high": caffeine_high,
}
