"""Whether pain is lower after the visits of a course than in the four weeks before it.

People seek help when it is bad, and what is bad mostly gets better by itself: who went for care with a painful
jaw had 15 of 100 points less in a year, and who was as bad and did not go had as much less (Whitney 1992). So the number
of the day on which a course begins is no measure. Pain is held against four weeks, against how far the person's own days
swing by themselves, and against the same days moved through the diary before (placebo dates). None of this says why
pain is lower. The person's own word stands beside it, and so does the relief of the day of a visit.

The question after two visits is from the article that backcare grew from ("Back Massage Therapy For
Chronic Back Pain Relief", 2024). How large a fall has to be is the smallest change that matters for low back pain
(Ostelo 2008). How often it is called lower where nothing acts is held by `tests.bench.bench_course`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.when import span_of
from backcare_tui.guidance.care.course import VISITS_TO_JUDGE, CourseStanding
from backcare_tui.guidance.care.course_days import (
    DAY,
    LEAST_BEFORE,
    days_after,
    days_before,
    days_looked_back,
    noted_of,
    stretch_of,
)
from backcare_tui.insight.comparison import as_said
from backcare_tui.insight.own_swing import own_swing, remembering
from backcare_tui.insight.placebo_dates import as_much_of_100, held_at, placebo_falls
from backcare_tui.library.measures import MCID_POINTS, has_eased

MOST_OF_100 = 20
"""So many placebo dates of 100 may fall as much, before a fall says nothing (our own rule)."""
DAYS_OF_VISIT = 3
"""Days after a visit in which it may still change something (our own rule)."""
LEAST_GAIN, MILD = 1, 3
"""Points of the NRS: what is a gain, and up to where little is left to be gained (our own rule)."""

CourseAnswer = Literal["lower", "no-lower", "unknown", "too-early"]
Why = Literal["", "small", "swing", "placebo", "few-before", "few-after", "mild", "visits", "days"]
Unmoved = Literal["", "muscle", "pain"]


class DayRelief(msgspec.Struct, frozen=True):
    """Pain right before and right after the visits that say both: the relief of the day, and no more."""

    visits: int
    before: float
    after: float

    @property
    def fall(self) -> float:
        """By how much it is less after, of the means as they are said."""
        return as_said(as_said(self.before) - as_said(self.after))


class CourseResponse(msgspec.Struct, frozen=True):
    """Whether pain is lower than before a course, with the figures that say so."""

    answer: CourseAnswer
    why: Why = ""
    """Why it is no lower (`small`, `swing`, `placebo`), cannot be told (`few-before`, `few-after`, `mild`), or cannot
    be told yet (`visits`, `days`)."""
    judged: int = 0
    """After which visit, counted from 1; 0 where it is too early."""
    days_before: int = 0
    """How many of the 28 days before the first visit are noted."""
    before: float | None = None
    """The mean of them, 0 to 10; None with fewer than 10."""
    span: int = 0
    """How many days after the visit are looked at."""
    days_after: int = 0
    """How many of them are noted."""
    after: float | None = None
    """The mean of them, 0 to 10; None with fewer than 5."""
    usual: float | None = None
    """The mean of all days that are looked at before the first visit, 0 to 10."""
    swing: float | None = None
    """How far the days after may lie from that by themselves, in points."""
    as_much: int | None = None
    """Of 100 placebo dates, after how many pain fell as much; None where there are too few."""
    waits_for: int = 0
    """The visit whose days are waited for, counted from 1; 0 where there are none."""
    told: dt.date | None = None
    """From which day on it can be told, where it is only too early."""
    relief: DayRelief | None = None
    """Of all visits; None where none says both numbers."""
    unmoved: Unmoved = ""
    """By what two visits or more, and each of them, changed nothing; empty where one did, or nothing is known."""


def response(
    now: CourseStanding, pain_by_day: Mapping[dt.date, float], today: dt.date
) -> CourseResponse:
    """Whether pain is lower after the visits of a course than before it.

    Before is the mean of the 28 days before the first visit, of which 10 or more have to be noted. After is the mean of
    the 14 days after a visit, fewer where the next one comes sooner but no fewer than 7, of which 5 or more have to be
    noted. A visit can be judged once these days are over, from the second on; the last one that can be is judged.

    Lower is a fall of 2 points, or of 30 percent where pain was 2 or more (Ostelo 2008), that is larger than the usual
    swing, both below the days before and below what was usual in half a year; and at most 20 of 100 placebo dates have
    fallen as much, where there are enough of them. With less than 2 points before, nothing can fall that far. All is judged
    as it is said, with one decimal, so that who subtracts two figures of a page never finds them at odds with its word.

    Args:
        now: The course.
        pain_by_day: Each day's pain, from `course_days.days_to_read` on.
        today: Its days are not over; nothing later is looked at.
    """
    before = noted_of(days_before(now.first_day), pain_by_day)
    found = CourseResponse(
        "too-early",
        "visits",
        days_before=len(before),
        before=mean(list(before.values())) if len(before) >= LEAST_BEFORE else None,
        relief=_relief(now.given),
        unmoved=_unmoved(now.given, today),
    )
    if now.done < VISITS_TO_JUDGE:
        return found
    if found.before is None:
        return replace(found, answer="unknown", why="few-before", judged=now.done)
    if as_said(found.before) < MCID_POINTS:
        return replace(found, answer="unknown", why="mild", judged=now.done)
    return _by_weeks(found, now, pain_by_day, today)


def has_stood_still(
    found: CourseResponse, now: CourseStanding, pain_by_day: Mapping[dt.date, float]
) -> bool:
    """Whether pain fell by less than a point since visit 2, from the third that is judged on.

    Where pain is mild by now, there is little left to be gained, and it is not said.
    """
    if found.after is None or found.after <= MILD or found.judged <= VISITS_TO_JUDGE:
        return False
    first = held_at(now.first_day, stretch_of(now, VISITS_TO_JUDGE), pain_by_day)
    return first is not None and mean(first.after) - found.after < LEAST_GAIN


def _by_weeks(
    found: CourseResponse,
    now: CourseStanding,
    pain_by_day: Mapping[dt.date, float],
    today: dt.date,
) -> CourseResponse:
    """By the days after the last visit whose days are over and noted."""
    numbers = range(VISITS_TO_JUDGE, now.done + 1)
    over = [number for number in numbers if days_after(now.given, number)[1] < today]
    for number in reversed(over):
        judged = _judged(replace(found, judged=number), now, pain_by_day)
        if judged is not None:
            return judged
    if len(over) < len(numbers):
        is_open = next(number for number in numbers if number not in over)
        return replace(
            found, why="days", waits_for=is_open, told=days_after(now.given, is_open)[1] + DAY
        )
    days = span_of(*days_after(now.given, over[-1]))
    noted = len(noted_of(days, pain_by_day))
    return replace(
        found,
        answer="unknown",
        why="few-after",
        judged=over[-1],
        span=len(days),
        days_after=noted,
    )


def _judged(
    found: CourseResponse, now: CourseStanding, pain_by_day: Mapping[dt.date, float]
) -> CourseResponse | None:
    """By the days after one visit; None where too few of them are noted."""
    first, stretch = now.first_day, stretch_of(now, found.judged)
    held = held_at(first, stretch, pain_by_day)
    if held is None:
        return None
    days = stretch.days_after(first)
    earlier = noted_of(days_looked_back(first), pain_by_day)
    own = remembering(earlier)
    falls = placebo_falls(first, stretch, earlier, now.earlier)
    known = replace(
        found,
        span=len(days),
        days_after=len(held.after),
        after=mean(held.after),
        usual=own.mean,
        swing=own_swing(own, noted_of(days, pain_by_day)),
        as_much=as_much_of_100(falls, held.fall),
    )
    why = _why_no_lower(known)
    return replace(known, answer="no-lower" if why else "lower", why=why)


def _why_no_lower(found: CourseResponse) -> Why:
    """What speaks against it; empty where nothing does."""
    before, after = as_said(found.before or 0), as_said(found.after or 0)
    if not has_eased(before, after):
        return "small"
    if as_said(min(before, as_said(found.usual or 0)) - after) <= as_said(found.swing or 0):
        return "swing"
    return "placebo" if (found.as_much or 0) > MOST_OF_100 else ""


def _relief(given: Sequence[Visit]) -> DayRelief | None:
    both = _before_and_after(given)
    if not both:
        return None
    before, after = zip(*both, strict=True)
    return DayRelief(len(both), mean(before), mean(after))


def _unmoved(given: Sequence[Visit], today: dt.date) -> Unmoved:
    """By the muscle, where it was asked; else by pain right before and after, with both numbers of two visits."""
    answered = [visit for visit in given if today > visit.day + DAYS_OF_VISIT * DAY]
    if len(answered) < VISITS_TO_JUDGE:
        return ""
    if muscle := {visit.response for visit in given if visit.response}:
        return "muscle" if muscle == {"unchanged"} else ""
    both = _before_and_after(given)
    is_unmoved = all(before - after < LEAST_GAIN for before, after in both)
    return "pain" if len(both) >= VISITS_TO_JUDGE and is_unmoved else ""


def _before_and_after(given: Sequence[Visit]) -> list[tuple[int, int]]:
    return [
        (visit.pain_before, visit.pain_after)
        for visit in given
        if visit.pain_before is not None and visit.pain_after is not None
    ]
