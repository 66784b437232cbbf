"""What goes along with what, as a person would say it: the size, how sure, and what it is not."""

from collections.abc import Iterable, Sequence

from backcare_tui.insight.findings.factor_sentences import (
    is_after,
    say_days_with,
    say_each,
    say_factor,
    say_had_more,
    way_of,
)
from backcare_tui.insight.findings.factors import DAYS_EACH
from backcare_tui.insight.findings.results import Finding, FindingVerdict, FollowsWhat, Outcome
from backcare_tui.text import say_count, say_day, say_number

GROUPS: dict[FindingVerdict, str] = {
    "goes-along": "Goes along",
    "same-day": "On the same day",
    "follows": "Follows pain",
    "gone": "No longer stands out",
    "no-sign": "No sign of it",
    "too-few-days": "Not enough days yet",
}
"""The verdicts as headings, in their order."""
ONE_BY_ONE: frozenset[FindingVerdict] = frozenset(("goes-along", "same-day", "follows", "gone"))
"""Verdicts of which each finding stands by itself; of the others all of a factor stand together."""
TAKES = (
    "Nothing is called a finding that may well be chance, so it takes about five weeks of days with "
    "pain or sleep, and some days with and some without a thing."
)
NOTHING_YET = "Nothing stands out so far."
"""What stands under the first heading where nothing goes along."""
WHICH_CAME_FIRST = (
    "On the same day it is not known which came first: pain may be the reason for it."
)
FOLLOWS: dict[FollowsWhat, str] = {
    "pain": (
        "But it also goes along with the pain noted before it. So pain may be the reason for it, or both follow "
        "something else, and this says nothing of what it does."
    ),
    "noting": (
        "But with it pain is not noted as often as without it, so the two sorts of days cannot be compared."
    ),
}
"""Why what passed the test is no finding."""
MAY_BE_SMALLER = "What is just found is often smaller in truth than it looks."
LIKE_THE_CALENDAR = (
    "It follows the weekdays, or the months, so closely that the two cannot be told apart."
)
NO_CAUSE = "What goes along need not be the cause."
NO_PROOF = "No sign of it is no proof that it does nothing: the range says how much it may be."
AS_THEY_WERE = (
    "The picture shows the days as they were; the sentence also allows for the weekday, slow change, "
    "and the day before."
)
_CAUTIONS = {
    "trigger": "A trigger is ticked when it hurts, so it is never held against the same day.",
    "mood": "Mood and pain color one another, so mood is never held against the same day.",
    "medicine": (
        "A medicine is often taken because it hurts, so it is never held against the same day. "
        "Change nothing about it before you talk to the person who prescribed it."
    ),
}
_LEAST: dict[Outcome, float] = {"pain": 0.1, "sleep": 1}
"""The smallest size that is told, in points and in minutes."""


def say_outcome(finding: Finding) -> str:
    """What it is held against, in two or three words: `pain, next day`."""
    if finding.outcome == "sleep":
        return "sleep after it"
    if finding.factor == "active":
        return "pain, 2 days on"
    return "pain, next day" if is_after(finding) else "pain, same day"


def say_finding(finding: Finding) -> str:
    """What was found for a factor, in a sentence with its size, interval and days."""
    if finding.effect is None or finding.low is None or finding.high is None:
        why = say_needed(finding) if days_needed(finding) else LIKE_THE_CALENDAR
        return f"{_subject(finding)}. {why}"
    between = _say_between(finding.outcome, finding.low, finding.high)
    change = f"{_lead(finding)}, {_say_outcome_was(finding)} ({between})"
    said = f"{change}: {_say_days(finding)}."
    return " ".join(filter(None, (said, _say_verdict(finding))))


def say_effect(finding: Finding) -> str:
    """The size alone, with its direction: `0.8 points higher`, `25 minutes less`."""
    effect = finding.effect or 0.0
    if _is_small(finding) and finding.verdict not in ONE_BY_ONE:
        return "about as long" if finding.outcome == "sleep" else "about the same"
    number = _say_number(finding.outcome, effect)
    unit = "point" if finding.outcome == "pain" else "minute"
    return f"{number} {unit}{'' if number in {'1', 'under 1'} else 's'} {_way(finding.outcome, effect)}"


def say_short_effect(finding: Finding) -> str:
    """Its direction as a shape and its size without a unit, for a list: `▼ 0.8`."""
    effect = finding.effect or 0.0
    return f"{'▲' if effect > 0 else '▼'} {_say_number(finding.outcome, effect)}"


def say_caution(finding: Finding) -> str:
    """What is to be kept in mind with this factor; empty where there is nothing of its own."""
    kind = finding.factor.partition(":")[0]
    if kind in _CAUTIONS:
        return _CAUTIONS[kind]
    return WHICH_CAME_FIRST if finding.outcome == "pain" and not is_after(finding) else ""


def say_needed(finding: Finding) -> str:
    """How many days of which sort are missing until it can be looked at."""
    if finding.needs_days:
        what = "night of known length" if finding.outcome == "sleep" else "day with pain noted"
        noun, _, rest = what.partition(" ")
        return f"Needs {say_count(finding.needs_days, f'more {noun}')} {rest}."
    more_with, more_without = finding.needs_with, finding.needs_without
    is_known = finding.days_with + finding.days_without >= 2 * DAYS_EACH
    if way_of(finding) != "with" and (more_with or more_without):
        if is_known:
            more = say_count(more_with or more_without, "more day")
            which = "more than usual" if more_with else "less than usual"
            return f"Needs {more} with {which}: it hardly changes."
        return f"Needs {say_count(more_with + more_without, 'more day')} that state it."
    if more_with and more_without:
        return f"Needs {say_count(more_with, 'more day')} with it and {more_without} without it."
    if more_without:
        days = say_count(more_without, "more day")
        return f"Needs {days} without it: it is there on nearly every day."
    return f"Needs {say_count(more_with, 'more day')} with it."


def days_needed(finding: Finding) -> int:
    """How many days are missing at the least; 0 where it was looked at."""
    return max(finding.needs_days, finding.needs_with + finding.needs_without)


def say_outcomes(group: Sequence[Finding]) -> str:
    """What a factor is held against: `pain, sleep`."""
    return ", ".join(sorted({each.outcome for each in group}))


def say_days_known(group: Sequence[Finding]) -> str:
    """On how many days a factor was looked at, with it and without: `108 days`."""
    return say_count(max(each.days_with + each.days_without for each in group), "day")


def say_sides(finding: Finding) -> tuple[str, str]:
    """What the two sides of its picture are: `days after alcohol` and `other days`."""
    noun = "nights" if finding.outcome == "sleep" else "days"
    return say_days_with(finding).removesuffix(" than usual"), f"other {noun}"


def say_axis(finding: Finding) -> str:
    """What the picture measures."""
    return "hours asleep" if finding.outcome == "sleep" else "pain, 0 to 10"


def in_order(findings: Iterable[Finding]) -> dict[FindingVerdict, tuple[tuple[Finding, ...], ...]]:
    """The findings under their verdicts: what stood out one by one, the rest factor by factor.

    Those of a factor stand in the order of its same day, the next day, and the night between.
    """
    by_verdict: dict[FindingVerdict, dict[object, list[Finding]]] = {
        verdict: {} for verdict in GROUPS
    }
    for each in findings:
        key = id(each) if each.verdict in ONE_BY_ONE else each.factor
        by_verdict[each.verdict].setdefault(key, []).append(each)
    return {
        verdict: tuple(
            tuple(sorted(group, key=lambda each: (each.outcome, each.lag_days)))
            for group in groups.values()
        )
        for verdict, groups in by_verdict.items()
    }


def _say_verdict(finding: Finding) -> str:
    """What a sentence adds where it is no finding."""
    if finding.follows:
        return FOLLOWS[finding.follows]
    if finding.stood_until:
        until = say_day(finding.stood_until)
        return (
            f"It stood out until about {until} and no longer does, so it may well have been chance."
        )
    if finding.verdict == "no-sign" and not _is_small(finding):
        return "With so much looked at, this may well be chance."
    return ""


def _lead(finding: Finding) -> str:
    if way_of(finding) == "each":
        return f"For {say_each(finding.factor)}"
    return f"On {say_days_with(finding)}"


def _subject(finding: Finding) -> str:
    """`Alcohol and pain the next day`, where no effect is known."""
    if finding.outcome == "sleep":
        return f"{say_factor(finding.factor)} and the night after"
    return (
        f"{say_factor(finding.factor)} and pain {'the next' if is_after(finding) else 'that'} day"
    )


def _say_outcome_was(finding: Finding) -> str:
    """`pain was 0.8 points higher`, `you slept 7 minutes more the night after`."""
    size, is_each = say_effect(finding), way_of(finding) == "each"
    if finding.outcome == "sleep":
        return f"you slept {size}{' the night after' if is_each else ''}"
    when = f" {'the next' if is_after(finding) else 'that'} day" if is_each else ""
    return f"pain{when} was {size}"


def _is_small(finding: Finding) -> bool:
    return abs(finding.effect or 0.0) <= _LEAST[finding.outcome] / 2


def _say_number(outcome: Outcome, size: float) -> str:
    """Minutes whole, points with one decimal, and never nothing for what is there."""
    least = _LEAST[outcome]
    if abs(size) <= least / 2:
        return f"under {say_number(least)}"
    return str(round(abs(size))) if outcome == "sleep" else say_number(abs(size))


def _way(outcome: Outcome, size: float) -> str:
    if outcome == "sleep":
        return "more" if size > 0 else "less"
    return "higher" if size > 0 else "lower"


def _say_between(outcome: Outcome, low: float, high: float) -> str:
    if low * high > 0:
        first, last = sorted((abs(low), abs(high)))
        return f"{_say_number(outcome, first)} to {_say_number(outcome, last)}"
    ends = (
        f"{_say_number(outcome, low)} {_way(outcome, -1)}",
        f"{_say_number(outcome, high)} {_way(outcome, 1)}",
    )
    return f"from {ends[0]} to {ends[1]}"


def _say_days(finding: Finding) -> str:
    noun = "night" if finding.outcome == "sleep" else "day"
    if way_of(finding) == "with":
        return f"{say_count(finding.days_with, noun)} with it, {finding.days_without} without"
    of_all = say_count(finding.days_with + finding.days_without, noun)
    return f"{of_all}, {finding.days_with} of them {say_had_more(finding.factor)} than usual"
