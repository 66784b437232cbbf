"""Trends: pain, its impact and the person's own activities against where they began.

Means of weeks are compared, never single days, and never weeks that share a day. Many begin a diary when it is
bad, and pain that is at its worst tends to fall by itself (Whitney 1992): so pain is held against the middle of
the first four weeks, it has fallen only where three weeks in a row say so and the fall is beyond the person's
own swing, and no word says why. While a flare, or a harder week, is fresh, nothing says that pain is lower or steady.
"""

import datetime as dt
from collections import Counter

import msgspec

from backcare_tui.diary.derived import mean, median
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.plan import Plan
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import DIGITS, WEEK
from backcare_tui.guidance.facts import WEEKS_OF_START, Facts
from backcare_tui.guidance.harder import is_harder
from backcare_tui.insight.abilities import rated_now
from backcare_tui.insight.comparison import as_said
from backcare_tui.insight.movement.plans import planned_on
from backcare_tui.insight.peg import FIRST_ANSWERS, LAST_ANSWERS, Peg, impact_now, pegs
from backcare_tui.insight.usual import WEEKS, firsts_before, usual_of, week_means
from backcare_tui.library.measures import MCID_POINTS, has_eased, part_fallen
from backcare_tui.text import clean, say_count, say_day, say_number

WEEKS_LOWER, WEEKS_WORSE = 3, 2
"""Weeks in a row that say that pain fell, and that it rose: the second is a warning (our own rule)."""
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


class Fall(msgspec.Struct, frozen=True):
    """Pain that has been lower for three weeks, beyond the person's own swing; points, 0 to 10."""

    start: float
    """The median of the first four weeks."""
    least: float
    """The highest of the last three weeks: by so much they all fell."""
    now: float
    """The mean of the last three."""
    swing: float
    """Up to how much the person's weeks usually differ."""


def improved(facts: Facts) -> Reason | None:
    """Pain fell by 2 points or 30 percent in each of three weeks (Farrar 2001, Ostelo 2008)."""
    fall = _fall(facts)
    return _say_fall(fall) if fall and has_eased(fall.start, fall.least) else None


def much_improved(facts: Facts) -> Reason | None:
    """Pain fell by half or more in each of three weeks (Dworkin 2008)."""
    fall = _fall(facts)
    part = part_fallen(fall.start, fall.least) if fall else None
    if fall is None or part is None or round(part, DIGITS) < MUCH_PART:
        return None
    return _say_fall(fall)


def small(facts: Facts) -> Reason | None:
    """Pain fell by half a point or more in each of three weeks, and by less than counts."""
    fall = _fall(facts)
    if fall is None or has_eased(fall.start, fall.least):
        return None
    return _say_fall(fall) if round(fall.start - fall.least, DIGITS) >= LEAST_SMALL else None


def worse(facts: Facts) -> Reason | None:
    """Pain was 2 points above the start in both of the last two weeks.

    It is a warning: a swing that is not known yet, or wide, does not keep it back, nor a diary of three weeks.
    """
    weeks = _last_weeks(facts, WEEKS_WORSE)
    start = _start(facts, WEEKS_WORSE)
    if weeks is None or start is None:
        return None
    if any(round(week - start, DIGITS) < MCID_POINTS for week in weeks):
        return None
    before, now = map(say_number, weeks)
    return Reason(
        f"Pain averaged {now} in the last seven days and {before} in the seven before; "
        f"{say_number(start)} at the start.",
        figure=weeks[-1],
    )


def no_change(facts: Facts) -> Reason | None:
    """Six weeks, most of them by the plan, that hardly differ, and pain is as it was."""
    now, start = _last_weeks(facts, 1), _start(facts, 1)
    if now is None or start is None or round(abs(start - now[0]), DIGITS) >= LITTLE:
        return None
    if (facts.today - facts.first_weeks[0][0]).days < STEADY_WEEKS * WEEK:
        return None
    if is_harder(facts) or not _is_steady(facts):
        return None
    weeks = [_adherence(facts, number) for number in range(STEADY_WEEKS)]
    kept = sum(part is not None and round(part, DIGITS) >= KEPT_PART for part in weeks)
    if kept < KEPT_WEEKS:
        return None
    was, is_ = say_number(start), say_number(now[0])
    return Reason(f"The plan was kept in {kept} of 6 weeks; pain averaged {was}, and {is_} now.")


def impact_improved(facts: Facts) -> Reason | None:
    """The impact of pain was 30 percent below the start three times in a row; of less than 2, a part is next to nothing."""
    answers = _impacts(facts)
    now = impact_now(answers)
    if now is None or not now.is_less or now.part is None or not _is_recent(answers[-1], facts):
        return None
    if is_harder(facts):
        return None
    on, since = say_day(now.day, facts.today), say_day(now.start_day, facts.today)
    because = (
        f"The last {LAST_ANSWERS} of your weekly answers, up to {on}, against the middle of your first "
        f"{FIRST_ANSWERS}, from {since}: {now.part:.0%} less."
    )
    return Reason(because, values={"a": say_number(now.start), "b": say_number(now.now)})


def impact_high(facts: Facts) -> Reason | None:
    """Pain gets in the way of most things; where too few days say how pain was, by the two answers alone."""
    start = facts.settings.baseline_from or dt.date.min
    entries = [each for each in facts.pains if each.day >= start]
    last = next(reversed(pegs(entries, facts.pain_by_day)), None)
    if last is None or not _is_recent(last, facts):
        return None
    score = last.score
    if (mean((last.enjoyment, last.activity)) if score is None else score) < IMPACT_HIGH:
        return None
    on = say_day(last.day, facts.today)
    if score is None:
        return Reason(
            f"Your answers on {on}: enjoyment {last.enjoyment}, activity {last.activity} of 10.",
            figure=mean((last.enjoyment, last.activity)),
        )
    return Reason(f"Your pain impact on {on} was {say_number(score)} of 10.", figure=score)


def function_improved(facts: Facts) -> Reason | None:
    """The own activities got easier three times in a row: all of them together, or one by much (Stratford 1995)."""
    start = facts.settings.baseline_from or dt.date.min
    known = [each for each in facts.all(Ability) if each.day >= start]
    if not known or (facts.today - known[-1].day).days > ABILITY_DAYS or is_harder(facts):
        return None
    changes = {name: found for name in known[-1].ratings if (found := rated_now(known, name))}
    gains = {name: min(found.last) - found.start for name, found in changes.items()}
    if not gains:
        return None
    gained, most = mean(list(gains.values())), max(gains, key=lambda name: gains[name])
    if gained < ABILITY_MEAN and gains[most] < ABILITY_ONE:
        return None
    named = say_count(len(gains), "activity", "activities")
    since = say_day(known[0].day, facts.today)
    return Reason(
        f"{named} rated since {since}, the last {LAST_ANSWERS} against the middle of the first "
        f"{FIRST_ANSWERS}: up at least {say_number(gained)} of 10 on average.",
        values={
            "activity": clean(most),
            "a": str(changes[most].start),
            "b": str(min(changes[most].last)),
        },
    )


def _fall(facts: Facts) -> Fall | None:
    """How far pain fell; None where three weeks do not say so, their fall is within the own swing, or pain is harder."""
    weeks, start = _last_weeks(facts, WEEKS_LOWER), _start(facts, WEEKS_LOWER, WEEKS_OF_START)
    if weeks is None or start is None or max(weeks) >= start or is_harder(facts):
        return None
    usual = usual_of(week_means(facts.pain_by_day, _firsts(facts, WEEKS)))
    now = mean(weeks)
    if usual is None or round(start - now - usual.swing, DIGITS) <= 0:
        return None
    return Fall(start, max(weeks), now, usual.swing)


def _is_steady(facts: Facts) -> bool:
    """Whether the last six weeks lie within what people notice: a mean that came back is not steady."""
    known = [
        week
        for week in week_means(facts.pain_by_day, _firsts(facts, STEADY_WEEKS))
        if week is not None
    ]
    return bool(known) and round(max(known) - min(known), DIGITS) < MCID_POINTS


def _last_weeks(facts: Facts, count: int) -> list[float] | None:
    """The means of so many weeks up to today, the oldest first; None where one has too few days."""
    known = week_means(facts.pain_by_day, _firsts(facts, count))
    weeks = [round(week, DIGITS) for week in known if week is not None]
    return weeks if len(weeks) == count else None


def _firsts(facts: Facts, count: int) -> tuple[dt.date, ...]:
    """The first days of so many weeks, of which the last one ends today."""
    return firsts_before(facts.today + dt.timedelta(days=1), count)


def _start(facts: Facts, weeks_now: int, least: int = 1) -> float | None:
    """The median of the first four weeks; None where fewer than so many are over before the last ones."""
    last = _firsts(facts, weeks_now)[0] - dt.timedelta(days=WEEK)
    over = [week for first, week in facts.first_weeks if first <= last]
    if len(over) < least:
        return None
    return round(median(over), DIGITS)


def _say_fall(fall: Fall) -> Reason:
    part = part_fallen(as_said(fall.start), as_said(fall.now))
    percent = f", {part:.0%} less" if part is not None else ""
    a, b, swing = map(say_number, (fall.start, fall.now, fall.swing))
    because = (
        f"Pain averaged {b} in the last three weeks, and {a} in the middle of your first four{percent}; "
        f"your usual swing is {swing}."
    )
    return Reason(because, values={"a": a, "b": b}, figure=fall.now)


def _adherence(facts: Facts, weeks_ago: int) -> float | None:
    """The part of a week's planned sessions that was done, on whichever day of the week.

    Weeks are counted back from yesterday, as today is not over. None where nothing was planned;
    programs move on by what was done, so they plan no days.
    """
    days = facts.days(WEEK, facts.today - dt.timedelta(days=1 + weeks_ago * WEEK))
    planned = planned_on(facts.all(Plan), days)
    done = Counter(session.routine for session in facts.sessions if session.day in days)
    return (planned & done).total() / planned.total() if planned else None


def _impacts(facts: Facts) -> list[Peg]:
    """The weekly answers since the baseline was set whose week says how pain was."""
    start = facts.settings.baseline_from or dt.date.min
    entries = [each for each in facts.pains if each.day >= start]
    return [each for each in pegs(entries, facts.pain_by_day) if each.score is not None]


def _is_recent(answer: Peg, facts: Facts) -> bool:
    return (facts.today - answer.day).days <= IMPACT_DAYS


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
