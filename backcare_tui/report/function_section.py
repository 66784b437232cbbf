"""What a person can do, and how far pain gets in the way: pain impact, goals, their own activities."""

from collections.abc import Collection, Iterator

from backcare_tui.insight.peg import FIRST_ANSWERS, LAST_ANSWERS, ImpactNow, Peg
from backcare_tui.insight.usual import LEAST_DAYS
from backcare_tui.library.measures import MCID_PART
from backcare_tui.report.cost import say_cost
from backcare_tui.report.hand_over import Activity, HandOverData
from backcare_tui.report.own_words import own
from backcare_tui.report.paper import Section
from backcare_tui.text import say_date, say_day

PEG_MEANING = (
    "Pain impact (PEG, 0 to 10, higher is worse; Krebs 2009): the mean of average pain in the past week, and of how "
    "far it got in the way of enjoyment and of general activity. The last two are asked; pain is the mean of the "
    f"week's noted days, not computed with fewer than {LEAST_DAYS}. Now: the mean of the last {LAST_ANSWERS} answers; "
    f"at the start: the middle of the first {FIRST_ANSWERS} of the last 12 weeks. {MCID_PART:.0%} less counts (Dworkin "
    f"2008), where each of the last {LAST_ANSWERS} is, and by more than the answers usually differ."
)
ACTIVITY_MEANING = "My activities: 0 cannot to 10 as before (after Stratford 1995)."


def function_section(of: HandOverData, parts: Collection[str]) -> Section:
    """Pain impact with its parts, what it is all for, and the activities then and now."""
    goals = _goals(of) if "goals" in parts else ()
    return Section(
        "Function",
        (*_impact(of), *_cost(of), *goals),
        items=tuple(map(_say_activity, of.activities)),
    )


def function_foot(of: HandOverData) -> Iterator[str]:
    """What its figures mean."""
    if of.pegs:
        yield PEG_MEANING
    if of.activities:
        yield ACTIVITY_MEANING


def say_peg(of: Peg) -> str:
    """An answer with its three parts: `1.9: pain 2.7 (mean of 6 noted days), enjoyment 2, activity 1`."""
    asked = f"enjoyment {of.enjoyment}, activity {of.activity}"
    if of.score is None or of.pain is None:
        return f"not computed, as pain was noted on {of.noted} of its 7 days; {asked}"
    return f"{of.score:.1f} of 10: pain {of.pain:.1f} (mean of {of.noted} noted days), {asked}"


def _impact(of: HandOverData) -> Iterator[str]:
    if of.pegs:
        last = of.pegs[-1]
        yield f"Pain impact on {say_date(last.day)}: {say_peg(last)}."
    if of.impact_now:
        yield _say_impact(of.impact_now)
    elif len(of.pegs) > 1:
        first = of.pegs[0]
        yield f"On {say_day(first.day, of.last)} it was {say_peg(first)}."
        least = FIRST_ANSWERS + LAST_ANSWERS
        yield f"Too few answers to call it a change: that takes {least} whose week says how pain was."


def _cost(of: HandOverData) -> Iterator[str]:
    if of.cost:
        yield say_cost(of.cost)


def _goals(of: HandOverData) -> Iterator[str]:
    """What it is all for: each course, and what was agreed on, once."""
    goals = [going.standing.course.goal for going in of.courses]
    agreed = of.plan.goals if of.plan else ()
    if named := tuple(dict.fromkeys(own(goal) for goal in (*goals, *agreed) if goal)):
        yield f"Goals: {'; '.join(named)}."


def _say_impact(of: ImpactNow) -> str:
    said = (
        f"Now {of.now:.1f} (mean of the last {LAST_ANSWERS} answers), at the start {of.start:.1f} "
        f"(middle of the first {FIRST_ANSWERS}, from {say_day(of.start_day, of.day)})"
    )
    if of.part is None or not round(of.now - of.start, 1):
        return f"{said}."
    size = f"{abs(of.part):.0%} {'less' if of.part > 0 else 'more'}"
    if of.is_less:
        return f"{said}: {size}. {MCID_PART:.0%} less counts."
    if of.part >= MCID_PART:
        return f"{said}: {size}, but not in each answer, or by no more than they usually differ."
    return f"{said}: {size}. {MCID_PART:.0%} less counts." if of.part > 0 else f"{said}: {size}."


def _say_activity(of: Activity) -> str:
    """`Put on socks: 7 of 10 on …; 4 on … (first), 3 on … (before)`."""
    before = []
    if of.first is not None:
        before.append(f"{of.first} on {say_day(of.first_day, of.day)} (first)")
    if of.before is not None and of.before_day != of.first_day:
        before.append(f"{of.before} on {say_day(of.before_day, of.day)} (before)")
    then = f"; {', '.join(before)}" if before else ""
    return f"{own(of.name)}: {of.rating} of 10 on {say_date(of.day)}{then}"
