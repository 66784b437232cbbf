"""Whether a course is helping: pain before it, held against the days after its visits.

The question after two visits is from the article that backcare grew from ("Back Massage Therapy For
Chronic Back Pain Relief", 2024). What counts as a response is the smallest change that matters for low
back pain (Ostelo 2008).
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import VISITS_TO_JUDGE, CourseStanding
from backcare_tui.library.measures import MCID_POINTS, has_eased, part_fallen
from backcare_tui.text import say_count, say_number

DAYS_AFTER = 3
"""Days after a visit whose pain says what it did (our own rule)."""
LEAST_GAIN, MILD = 1, 3
"""Points of the NRS: what is a gain, and up to where little is left to be gained (our own rule)."""

CourseAnswer = Literal["helping", "not-helping", "unknown", "too-early"]


class CourseResponse(msgspec.Struct, frozen=True):
    """Whether a course is helping, with the figures that say so."""

    answer: CourseAnswer
    before: float | None = None
    """Pain before the first visit, 0 to 10."""
    after: float | None = None
    """The mean of the days after the last visit that was judged, 0 to 10."""
    days: int = 0
    """How many days that mean is of."""
    because: str = ""
    """The figures and the rule in one sentence."""
    judged: int = 0
    """After which visit, counted from 1; 0 where it is too early."""
    figures: str = ""
    """The figures alone, without a full stop; empty where they are not known."""


def response(
    now: CourseStanding, pain_by_day: Mapping[dt.date, float], today: dt.date
) -> CourseResponse:
    """Whether a course is helping.

    Pain before the first visit (else the course's baseline) is held against the mean of the three
    days after the last visit, as far as they have an entry. A fall of 2 points or of 30 percent is
    a response, and so is the person's own yes; without numbers, visits that all changed nothing are
    none. Before two visits, and until the three days after
    the last one are over, it is too early: then the visit before it is judged, from the second on.
    """
    own = now.course.helped
    judged, known = _judged(now.given, pain_by_day, today)
    if judged is None:
        return CourseResponse("too-early")
    before = _before(now)
    after = mean(known) if known else None
    if before is None or after is None or before < MCID_POINTS:
        return _by_word(own, before, known, judged, is_unchanged=_is_unchanged(now.given))
    figures = _say_figures(before, after, len(known), judged)
    answer: CourseAnswer = "helping"
    if has_eased(before, after):
        words = f"{figures}: it is helping."
    elif own == "yes":
        words = f"{figures}: less than counts, but you say it helps."
    else:
        answer = "not-helping"
        words = f"{figures}: less than the 2 points or 30 percent that count."
    return CourseResponse(answer, before, after, len(known), words, judged, figures)


def has_stood_still(
    now: CourseStanding, pain_by_day: Mapping[dt.date, float], today: dt.date
) -> bool:
    """Whether pain fell by less than a point since visit 2, from the third that can be judged on.

    Where pain is mild by now, there is little left to be gained, and it is not said.
    """
    judged, known = _judged(now.given, pain_by_day, today)
    first = _pain_after(now.given, VISITS_TO_JUDGE, pain_by_day, today)
    if judged is None or judged <= VISITS_TO_JUDGE or not known or not first:
        return False
    return mean(known) > MILD and mean(first) - mean(known) < LEAST_GAIN


def _judged(
    given: tuple[Visit, ...], pain_by_day: Mapping[dt.date, float], today: dt.date
) -> tuple[int | None, list[float]]:
    """How many visits can be judged by now, and the pain of the days after the last of them."""
    for number in range(len(given), VISITS_TO_JUDGE - 1, -1):
        known = _pain_after(given, number, pain_by_day, today)
        is_over = today > given[number - 1].day + dt.timedelta(days=DAYS_AFTER)
        if len(known) == DAYS_AFTER or is_over:
            return number, known
    return None, []


def _pain_after(
    given: tuple[Visit, ...], number: int, pain_by_day: Mapping[dt.date, float], today: dt.date
) -> list[float]:
    """The pain of the days after a visit, counted from 1, as far as the next one lies behind them."""
    visit = given[number - 1].day
    after = [visit + dt.timedelta(days=n) for n in range(1, DAYS_AFTER + 1)]
    if number < len(given):
        after = [day for day in after if day < given[number].day]
    return [pain_by_day[day] for day in after if day in pain_by_day and day <= today]


def _before(now: CourseStanding) -> float | None:
    stated = now.given[0].pain_before
    return stated if stated is not None else now.course.baseline


def _is_unchanged(given: tuple[Visit, ...]) -> bool:
    """Whether the muscle answered, and never by letting go."""
    answers = {visit.response for visit in given if visit.response}
    return answers == {"unchanged"}


def _by_word(
    own: str | None,
    before: float | None,
    known: list[float],
    judged: int,
    *,
    is_unchanged: bool,
) -> CourseResponse:
    """Without the numbers, only the person can say, at the end or at each visit."""
    after = mean(known) if known else None
    missing = _missing(before, after, judged)
    answers: dict[str | None, tuple[CourseAnswer, str]] = {
        "yes": ("helping", "You say it helps"),
        "no": ("not-helping", "You say it does not help"),
        "unsure": ("not-helping", "You are not sure that it helps"),
    }
    if is_unchanged:
        answers[None] = ("not-helping", "No visit made the muscle let go")
    answer, words = answers.get(own, ("unknown", "It cannot be said from the diary"))
    return CourseResponse(answer, before, after, len(known), f"{words}: {missing}.", judged)


def _missing(before: float | None, after: float | None, judged: int) -> str:
    """Why the numbers say nothing."""
    if before is None:
        return "there is no pain from before the first visit"
    if after is None:
        return f"there is no entry of the {DAYS_AFTER} days after visit {judged}"
    return f"pain {say_number(before)} before the first visit is too little to fall by 2 points"


def _say_figures(before: float, after: float, days: int, judged: int) -> str:
    part = part_fallen(before, after)
    percent = f" ({part:.0%} less)" if part is not None and part > 0 else ""
    span = f"the {say_count(days, 'day')} after visit {judged}"
    return (
        f"Pain {say_number(before)} before the first visit, {say_number(after)} in {span}{percent}"
    )
