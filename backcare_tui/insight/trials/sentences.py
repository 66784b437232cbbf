"""A trial in words: what is planned, what today is, and what came of it."""

import datetime as dt
import re
from collections.abc import Iterator

from backcare_tui.diary.records.trial import Arm, Trial
from backcare_tui.insight.trials.effect import Effect, Result
from backcare_tui.insight.trials.reach import MOSTLY, Outlook
from backcare_tui.insight.trials.schedule import (
    CARRY_DAYS,
    LEAST_PAIRS,
    Adherence,
    TrialOn,
    is_by_visit,
    last_day,
    length_days,
    smallest_chance,
)
from backcare_tui.text import clean, say_count, say_day, say_number, say_soon

NO_PEEKING = (
    "What comes of it is shown at the end. Looking earlier, one stops on a lucky day, and what one "
    "hopes for colors how the days feel."
)
"""Why nothing is shown before the end (sources of bias: Kravitz and Duan 2014, AHRQ).

A view that stays valid however often one looks can be had, but with 7 pairs it finds less than half of what is found at the
end; and who hopes because of what is shown notes less pain, which no sum mends (`tests/bench/bench_trial_looks.py`).
"""
TASKS: dict[Arm, str] = {"with": "do it", "without": "leave it out"}
"""What is to be done on a day, in words that cannot be taken for their contrary."""
AS_USUAL = "as you usually do"
_NEGATIVE = re.compile(
    r"(no|not|never|none|without|less|fewer|avoid\w*|stop\w*|skip\w*|quit\w*|leav\w*|don't)\b",
    re.IGNORECASE,
)
HOPE = "You knew which days were which; hope alone can do some of this."
"""What a trial that is not blind has to say of itself (Shamseer 2015, CENT, BMJ 350:h1793, item 11)."""
_LEAST = {"pain": 0.1, "sleep": 1.0}
"""The smallest effect that can be told."""


def say_design(trial: Trial, today: dt.date) -> str:
    """How it is made up: `28 days, today to Sun 20 Dec: 7 pairs, each of ...`, and by lot."""
    days = say_count(length_days(trial), "day")
    each = say_count(trial.period_days, "day")
    first = say_soon(trial.started, today)
    return (
        f"{days}, {first} to {say_day(last_day(trial), today)}: {say_count(trial.pairs, 'pair')}, "
        f"each of {each} with and {each} without. Which comes first is drawn by lot."
    )


def say_reach(trial: Trial, found: float | None, outlook: Outlook) -> Iterator[str]:
    """What such a trial can find: at best, and going by the person's own days; and how it would end."""
    yield (
        f"If all {trial.pairs} pairs point the same way, chance alone would do that in "
        f"{say_chance(smallest_chance(trial.pairs))}."
    )
    yield _say_found(trial, found, outlook)
    if outlook.too_few is not None:
        yield _say_too_few(outlook.too_few)
    if not outlook.can_end_well:
        yield (
            f"More pairs would not mend that: take more days at a time, or note {trial.outcome} on "
            "more days."
        )
    if trial.period_days >= CARRY_DAYS:
        yield "The first day of each period is left out, as what was before it may last."


def _say_found(trial: Trial, found: float | None, outlook: Outlook) -> str:
    if found is not None:
        size = _say_size(trial, found)
        return f"Going by your last weeks, 4 of 5 such trials would find an effect of {size}."
    if outlook.is_known:
        return (
            "Going by your last weeks, no effect of any size would be found in 4 of 5 such trials: "
            f"{_say_why_none(trial, outlook)}."
        )
    return (
        f"How large an effect it would find is not known: too few days with {trial.outcome} are "
        "noted before it."
    )


def _say_why_none(trial: Trial, outlook: Outlook) -> str:
    if outlook.too_few is not None and outlook.too_few > 1 - MOSTLY:
        return f"{trial.outcome} is noted on too few days"
    return "there is too little pain to ease" if trial.outcome == "pain" else "nights vary too much"


def _say_too_few(part: float) -> str:
    """How many of ten would end with too few days, in whole ones."""
    tenths = round(10 * part)
    many = {0: "Hardly any", 10: "Nearly all"}.get(tenths, f"About {tenths} of 10")
    return f"{many} would end with too few days noted."


def is_negative(name: str) -> bool:
    """Whether what is tried is that something is not done: to leave that out would be said twice no."""
    return bool(_NEGATIVE.match(name.strip()))


def say_thing(trial: Trial, arm: Arm) -> str:
    """What a day's task is about: its name; `as you usually do` where to leave it out says no twice."""
    return AS_USUAL if arm == "without" and is_negative(trial.name) else clean(trial.name)


def say_today(trial: Trial, on: TrialOn | None, today: dt.date) -> str:
    """What the day is: `Today, day 9 of 28: do it.`, or when it begins."""
    if on is None:
        return f"It begins {say_soon(trial.started, today)}."
    usual = f", {AS_USUAL}" if on.arm == "without" else ""
    task = f"{TASKS[on.arm]}{f' in these {trial.period_days} days' if is_by_visit(trial) else ''}"
    return f"Today, day {on.number} of {length_days(trial)}: {task}{usual}."


def say_when(trial: Trial, *, is_before: bool = False) -> str:
    """What one answer is for: `today`, `these 7 days` where one visit makes the period, or what was before it.

    They begin on any weekday, so they are no week of the calendar.
    """
    if is_by_visit(trial):
        return f"{'the last' if is_before else 'these'} {trial.period_days} days"
    return "yesterday" if is_before else "today"


def say_asked(trial: Trial, on: TrialOn) -> tuple[str, str]:
    """What is asked of a day before and after its task: `Sun 22 Nov was a day to `, `. What did you do?`."""
    usual = f", {AS_USUAL}" if on.arm == "without" else ""
    if is_by_visit(trial):
        return f"The week with {say_day(on.day)} was one to ", f"{usual}. What did you do?"
    return f"{say_day(on.day)} was a day to ", f"{usual}. What did you do?"


def say_last(trial: Trial, today: dt.date) -> str:
    """When it ends: `Its last day is Sat 12 Dec`."""
    return f"Its last day is {say_day(last_day(trial), today)}."


def say_kept(kept: Adherence) -> str:
    """How far it was kept to: `Kept to on 7 of 8 days.`, and how many have no answer."""
    if not kept.days:
        return "No day of it is over yet."
    if not kept.answered:
        return f"{say_count(kept.days, 'day')} gone, none of them answered yet."
    open_ = kept.days - kept.answered
    more = f" {say_count(open_, 'day')} without an answer." if open_ else ""
    return f"Kept to on {kept.kept} of {say_count(kept.answered, 'day')}.{more}"


def say_result(trial: Trial, result: Result) -> tuple[str, ...]:
    """What came of it, in sentences: the effect, the chance, what fell out, what was really done."""
    return tuple(_sentences(trial, result))


def say_verdict(trial: Trial, result: Result) -> str:
    """What came of it, for a list: `pain 0.8 lower (0.2 to 1.4)`, `no sign`, `too few days`."""
    if result.verdict == "no-sign":
        return "no sign of an effect"
    if result.effect is None or result.verdict == "too-few-days":
        return "too few days"
    unit = "" if trial.outcome == "pain" else " min"
    size = f"{_say_bare(trial, result.effect.size)}{unit} {_way(trial, result.effect)}"
    return f"{trial.outcome} {size} {_say_between(trial, result.effect)}".strip()


def say_chance(chance: float) -> str:
    """`2 of 100 trials`, `6 of 1000 trials`, never none."""
    hundred = round(100 * chance)
    if hundred >= 1:
        return f"{hundred} of 100 trials"
    thousand = round(1000 * chance)
    return f"{thousand} of 1000 trials" if thousand else "fewer than 1 of 1000 trials"


def _sentences(trial: Trial, result: Result) -> Iterator[str]:
    effect, name = result.effect, clean(trial.name)
    if effect is None or result.verdict == "too-few-days":
        pairs = effect.pairs if effect else 0
        yield (
            f"Too few days to say anything: {say_count(pairs, 'pair')} with {trial.outcome} taken "
            f"down on both sides, and it takes {LEAST_PAIRS}."
        )
    elif result.verdict == "no-sign":
        yield f"No sign that it makes a difference: {name}."
        yield (
            f"{_say_effect(trial, effect)} Without any effect, so large a difference would come by "
            f"chance in {say_chance(effect.chance)}. A smaller effect can still be there."
        )
    else:
        yield _say_effect(trial, effect)
        yield (
            "If it did nothing, so large a difference would come by chance in "
            f"{say_chance(effect.chance)}."
        )
    if result.lost_pairs and effect is not None:
        yield (
            f"{say_count(result.lost_pairs, 'pair')} fell out, as one side had no {trial.outcome} "
            "taken down."
        )
    ended = f"It was ended early, after {say_count(result.kept.days, 'day')}. "
    yield f"{ended if trial.stopped else ''}{say_kept(result.kept)}"
    if result.verdict in {"lower", "higher"}:
        yield HOPE
    if result.by_done is not None and result.verdict != "too-few-days":
        yield (
            f"Without the days it was not kept to: {_say_effect(trial, result.by_done)} "
            "These days are no longer as drawn, so take it with care."
        )


def _say_effect(trial: Trial, effect: Effect) -> str:
    """The effect in a sentence: `On days with it pain was 0.8 points lower (0.2 to 1.4).`, as it is."""
    what = "pain was" if trial.outcome == "pain" else "you slept"
    between = _say_between(trial, effect)
    if effect.is_alike and effect.pairs > 1:
        between = f"in each of {effect.pairs} pairs"
    if abs(effect.size) < _LEAST[trial.outcome] / 2:
        return f"On days with it {what} {_same(trial)} {between}".strip() + "."
    size = _say_size(trial, abs(effect.size))
    return f"On days with it {what} {size} {_way(trial, effect)} {between}".strip() + "."


def _same(trial: Trial) -> str:
    return "the same" if trial.outcome == "pain" else "as long"


def _way(trial: Trial, effect: Effect) -> str:
    less, more = ("lower", "higher") if trial.outcome == "pain" else ("shorter", "longer")
    return less if effect.size < 0 else more


def _say_between(trial: Trial, effect: Effect) -> str:
    """The interval, read the way the effect points; where it crosses nothing, both ways are named.

    Nothing where there is none, and where both ends would be read alike.
    """
    if effect.low is None or effect.high is None:
        return ""
    low, high = effect.low, effect.high
    if low * high >= 0 and abs(effect.size) >= _LEAST[trial.outcome] / 2:
        ends = [_say_bare(trial, end) for end in sorted((abs(low), abs(high)))]
    else:
        ends = [_say_end(trial, end) for end in (low, high)]
    return "" if ends[0] == ends[1] else f"({' to '.join(ends)})"


def _say_end(trial: Trial, end: float) -> str:
    if abs(end) < _LEAST[trial.outcome] / 2:
        return "no difference"
    less, more = ("lower", "higher") if trial.outcome == "pain" else ("shorter", "longer")
    return f"{_say_bare(trial, end)} {less if end < 0 else more}"


def _say_size(trial: Trial, size: float) -> str:
    number = _say_bare(trial, size)
    unit = "point" if trial.outcome == "pain" else "minute"
    return f"{number} {unit}{'' if number == '1' else 's'}"


def _say_bare(trial: Trial, size: float) -> str:
    return say_number(abs(size)) if trial.outcome == "pain" else str(round(abs(size)))
