"""Trends: pain, its impact and the person's own activities against where they began.

Means of weeks are compared, never single days, and never weeks that share a day.
"""

import datetime as dt
from collections import Counter

from backcare_tui.diary.derived import mean, pain_impact
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.plan import Plan
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import DIGITS, WEEK, known_of
from backcare_tui.guidance.facts import Facts
from backcare_tui.insight.movement.plans import planned_on
from backcare_tui.library.measures import MCID_PART, MCID_POINTS, has_eased, part_fallen
from backcare_tui.text import clean, say_count, say_day, say_number

MUCH_PART = 0.5
"""The part by which pain falls in a substantial improvement (Dworkin 2008)."""
LEAST_SMALL = 0.5
"""Points of the mean from which a fall is spoken of at all (our own rule)."""
LITTLE = 1
"""Points of change, either way, below which pain is as it was (our own rule)."""
STEADY_WEEKS, KEPT_WEEKS, KEPT_PART = 6, 4, 0.7
"""Weeks that are looked at, how many of them followed the plan, and what part of it (our own rule)."""
IMPACT_DAYS, IMPACT_HIGH = 9, 7
"""How old an impact may be: it is asked once a week, with two days to answer; and from which on,
of 10, it is high (our own rules)."""
ABILITY_DAYS = 21
"""How old a rating of the own activities may be; it is asked every two weeks (our own rule)."""
ABILITY_MEAN, ABILITY_ONE = 2, 3
"""Points of the mean, and of one activity, that are more than chance (Stratford 1995)."""


def improved(facts: Facts) -> Reason | None:
    """Pain fell by 2 points or 30 percent (Farrar 2001, Ostelo 2008)."""
    found = _against_start(facts)
    return _say_fall(facts, *found) if found and has_eased(*found) else None


def much_improved(facts: Facts) -> Reason | None:
    """Pain fell by half or more (Dworkin 2008)."""
    found = _against_start(facts)
    part = part_fallen(*found) if found else None
    if found is None or part is None or round(part, DIGITS) < MUCH_PART:
        return None
    return _say_fall(facts, *found)


def small(facts: Facts) -> Reason | None:
    """Pain fell by half a point or more, and by less than counts."""
    found = _against_start(facts)
    if found is None or has_eased(*found) or round(found[0] - found[1], DIGITS) < LEAST_SMALL:
        return None
    return _say_fall(facts, *found)


def worse(facts: Facts) -> Reason | None:
    """Pain was 2 points above the start in both of the last two weeks."""
    now, before = _against_start(facts), _against_start(facts, weeks_ago=1)
    if now is None or before is None:
        return None
    if any(round(week - start, DIGITS) < MCID_POINTS for start, week in (now, before)):
        return None
    start, this, last = (say_number(each) for each in (*now, before[1]))
    return Reason(f"Pain averaged {last} last week and {this} this week; {start} at the start.")


def no_change(facts: Facts) -> Reason | None:
    """Six weeks, most of them by the plan, and pain is as it was."""
    found = _against_start(facts)
    if found is None or facts.first_week is None or _is_change(*found):
        return None
    if (facts.today - facts.first_week[0]).days < STEADY_WEEKS * WEEK:
        return None
    weeks = [_adherence(facts, number) for number in range(STEADY_WEEKS)]
    kept = sum(part is not None and round(part, DIGITS) >= KEPT_PART for part in weeks)
    if kept < KEPT_WEEKS:
        return None
    start, now = map(say_number, found)
    return Reason(f"The plan was kept in {kept} of 6 weeks; pain averaged {start}, and {now} now.")


def impact_improved(facts: Facts) -> Reason | None:
    """The impact of pain fell by 30 percent; of less than 2, a part is next to nothing."""
    known, now = _impacts(facts), _impact_now(facts)
    if now is None or len(known) < 2:
        return None
    (first_day, first), (day, last) = known[0], now
    part = part_fallen(first, last)
    if part is None or round(part, DIGITS) < MCID_PART:
        return None
    on, then = say_day(day, facts.today), say_day(first_day, facts.today)
    because = f"Your three answers of {on} against those of {then}: {part:.0%} less."
    return Reason(because, values={"a": say_number(first), "b": say_number(last)})


def impact_high(facts: Facts) -> Reason | None:
    """Pain gets in the way of most things."""
    day, impact = _impact_now(facts) or (facts.today, 0)
    if impact < IMPACT_HIGH:
        return None
    on = say_day(day, facts.today)
    return Reason(f"Your pain impact on {on} was {say_number(impact)} of 10.")


def function_improved(facts: Facts) -> Reason | None:
    """The own activities got easier: all of them together, or one by much (Stratford 1995)."""
    start = facts.settings.baseline_from or dt.date.min
    known = [each for each in facts.all(Ability) if each.day >= start]
    if len(known) < 2 or (facts.today - known[-1].day).days > ABILITY_DAYS:
        return None
    first, last = known[0].ratings, known[-1].ratings
    gains = {name: last[name] - first[name] for name in first if name in last}
    if not gains:
        return None
    gained, most = mean(list(gains.values())), max(gains, key=lambda name: gains[name])
    if gained <= 0 or (gained < ABILITY_MEAN and gains[most] < ABILITY_ONE):
        return None
    named = say_count(len(gains), "activity", "activities")
    since = say_day(known[0].day, facts.today)
    return Reason(
        f"{named} rated since {since}: up {say_number(gained)} of 10 on average.",
        values={"activity": clean(most), "a": str(first[most]), "b": str(last[most])},
    )


def _against_start(facts: Facts, weeks_ago: int = 0) -> tuple[float, float] | None:
    """The mean of the first week and of a later one; None where they share a day or one is unknown."""
    last = facts.today - dt.timedelta(days=weeks_ago * WEEK)
    now = facts.mean7(facts.pain_by_day, last)
    if facts.first_week is None or now is None:
        return None
    first, start = facts.first_week
    return (start, now) if (last - first).days >= 2 * WEEK - 1 else None


def _is_change(start: float, now: float) -> bool:
    return round(abs(start - now), DIGITS) >= LITTLE


def _say_fall(facts: Facts, start: float, now: float) -> Reason:
    days = say_count(len(known_of(facts.pain_by_day, facts.days(WEEK))), "day")
    part = part_fallen(start, now)
    percent = f", {part:.0%} less" if part is not None else ""
    a, b = say_number(start), say_number(now)
    because = f"Pain averaged {b} on {days} this week, and {a} in the week you began{percent}."
    return Reason(because, values={"a": a, "b": b})


def _adherence(facts: Facts, weeks_ago: int) -> float | None:
    """The part of a week's planned sessions that was done, on whichever day of the week.

    Weeks are counted back from yesterday, as today is not over. None where nothing was planned;
    programs move on by what was done, so they plan no days.
    """
    days = facts.days(WEEK, facts.today - dt.timedelta(days=1 + weeks_ago * WEEK))
    planned = planned_on(facts.all(Plan), days)
    done = Counter(session.routine for session in facts.sessions if session.day in days)
    return (planned & done).total() / planned.total() if planned else None


def _impacts(facts: Facts) -> list[tuple[dt.date, float]]:
    """Each answer to all three questions since the baseline was set: its day, and the impact."""
    start = facts.settings.baseline_from or dt.date.min
    known = ((each.day, pain_impact(each)) for each in facts.pains if each.day >= start)
    return [(day, impact) for day, impact in known if impact is not None]


def _impact_now(facts: Facts) -> tuple[dt.date, float] | None:
    last = next(reversed(_impacts(facts)), None)
    return last if last and (facts.today - last[0]).days <= IMPACT_DAYS else None


LOOKS = {
    "trend-improved": improved,
    "trend-much-improved": much_improved,
    "trend-small": small,
    "trend-worse": worse,
    "trend-no-change": no_change,
    "impact-improved": impact_improved,
    "impact-high": impact_high,
    "function-improved": function_improved,
}
