"""A course of visits: where it stands, when the next visit is due, and whether it is helping.

Usual numbers, and the question after two visits, are from the article that backcare grew from
("Back Massage Therapy For Chronic Back Pain Relief", 2024); no trial of that dose is known. What
counts as a response is the smallest change that matters for low back pain (Ostelo 2008).
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import ResponseWord
from backcare_tui.library.measures import MCID_POINTS, has_eased, part_fallen
from backcare_tui.text import say_count, say_number

MASSAGE = "massage"
USUAL_VISITS, USUAL_DAYS = 4, 42
"""Of a new course."""
FULL_MIN = 10
"""A visit broken off before that many minutes does not count (our own rule)."""
VISITS_TO_JUDGE = 2
"""Visits after which a course is asked whether it helps."""
DAYS_AFTER = 3
"""Days after a visit whose pain says what it did (our own rule)."""
SEVERE = 7
"""Pain at the start of a course from which a check-up comes first (the number is our own)."""
CHECK_UP_DAYS = 42
"""For how long a check-up holds (our own rule)."""
HANDS_ON = (MASSAGE, "physical-therapy", "chiropractic", "osteopathy", "acupuncture")
"""Treatments after which one may be sore the next day."""
UNEASY: tuple[ResponseWord, ...] = ("tensed", "painful")
"""Responses after which massage is put off: the muscle may be inflamed."""

Status = Literal["planned", "active", "postponed", "done", "stopped"]
CourseAnswer = Literal["helping", "not-helping", "unknown", "too-early"]


class CourseStanding(msgspec.Struct, frozen=True):
    """Where a course stands on a day."""

    course: Course
    status: Status
    given: tuple[Visit, ...]
    """The visits that count toward it, in the order of time."""
    visits: int
    """How many are planned."""
    days: int
    """In how many days."""
    day: int
    """Which day of them it is, 1 for the day of the first visit."""
    due: dt.date | None
    """By when the next visit is due; None where none is to come."""
    postponed: dt.datetime | None
    """Since when it is put off."""

    @property
    def done(self) -> int:
        """How many visits were given."""
        return len(self.given)

    @property
    def apart(self) -> int:
        """Days from one visit to the next, spread evenly."""
        return days_apart(self.visits, self.days)


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


def days_apart(visits: int, days: int) -> int:
    """Days between visits that spread evenly over a course: four in 42 days are 14 apart."""
    return days // max(visits - 1, 1)


def visits_by_course(
    courses: Iterable[Course], visits: Iterable[Visit]
) -> dict[str, tuple[Visit, ...]]:
    """The visits that belong to each course, by its id, in the order of time.

    A visit belongs to the course that it names; where it names none, to the course of its treatment
    that was under way that day, of two the one begun last. It never belongs to a course outside the
    days of it. One that was broken off early belongs to its course, but `standing` does not count it.
    """
    known = {course.id: course for course in courses}
    given: dict[str, list[Visit]] = {each: [] for each in known}
    for visit in sorted(visits, key=lambda visit: visit.order):
        course = known.get(visit.course or "") or open_course(
            known.values(), visit.day, visit.treatment
        )
        if course and is_open(course, visit.day):
            given[course.id].append(visit)
    return {each: tuple(found) for each, found in given.items()}


def open_course(courses: Iterable[Course], day: dt.date, treatment: str) -> Course | None:
    """The course of a treatment that is under way on a day; of two the one begun last."""
    fitting = (each for each in courses if each.treatment == treatment and is_open(each, day))
    return max(fitting, key=lambda course: (course.started, course.made), default=None)


def is_open(course: Course, day: dt.date) -> bool:
    """Whether a day is one of a course's."""
    return course.started <= day and (course.ended is None or day <= course.ended)


def standing(course: Course, given: Iterable[Visit], now: dt.datetime) -> CourseStanding:
    """Where a course stands: its status, which visits count, when the next one is due.

    Args:
        course: The course.
        given: The visits that belong to it, in the order of time.
        now: The moment; later visits are not looked at.

    Returns:
        Its status (`planned`, `active`, `postponed`, `done` or `stopped`), the visits, and the day on
        which the next one is due when they are spread evenly over the course: four in 42 days are 14
        days apart. A visit that was given while massage was put off does not count.
    """
    past = tuple(visit for visit in given if visit.at <= now)
    counted = tuple(visit for visit in past if _is_full(visit))
    visits, days = course.planned_visits or USUAL_VISITS, course.days or USUAL_DAYS
    first = min((visit.day for visit in counted), default=course.started)
    postponed = _postponed(course, past)
    status = _status(course, counted, postponed, now.date())
    due = None
    if status in {"planned", "active", "postponed"} and len(counted) < visits:
        apart = dt.timedelta(days=days_apart(visits, days))
        due = counted[-1].day + apart if counted else course.started
    return CourseStanding(
        course, status, counted, visits, days, (now.date() - first).days + 1, due, postponed
    )


def standings(
    courses: Iterable[Course], visits: Iterable[Visit], now: dt.datetime
) -> tuple[CourseStanding, ...]:
    """Where each course stands, massage first, then the one begun last."""
    known = tuple(courses)
    given = visits_by_course(known, visits)
    return tuple(standing(each, given[each.id], now) for each in sorted(known, key=_foremost))


def response(
    now: CourseStanding, pain_by_day: Mapping[dt.date, float], today: dt.date
) -> CourseResponse:
    """Whether a course is helping.

    Pain before the first visit (else the course's baseline) is held against the mean of the three
    days after the last visit, as far as they have an entry. A fall of 2 points or of 30 percent is
    a response, and so is the person's own yes. Before two visits, and until the three days after
    the last one are over, it is too early: then the visit before it is judged, from the second on.
    """
    own = now.course.helped
    judged, known = _judged(now.given, pain_by_day, today)
    if judged is None:
        return CourseResponse("too-early")
    before = _before(now)
    after = mean(known) if known else None
    if before is None or after is None or before < MCID_POINTS:
        return _by_word(own, before, known, judged)
    figures = _say_figures(before, after, len(known), judged)
    if has_eased(before, after):
        return CourseResponse("helping", before, after, len(known), f"{figures}: it is helping.")
    if own == "yes":
        words = f"{figures}: less than counts, but you say it helps."
        return CourseResponse("helping", before, after, len(known), words)
    words = f"{figures}: less than the 2 points or 30 percent that count."
    return CourseResponse("not-helping", before, after, len(known), words)


def asks_for_check_up(
    baseline: int | None, check_ups: Iterable[dt.datetime], now: dt.datetime
) -> bool:
    """Whether a check-up should come before a course: severe pain, and none in the last weeks."""
    if baseline is None or baseline < SEVERE:
        return False
    since = now - dt.timedelta(days=CHECK_UP_DAYS)
    return not any(since <= at <= now for at in check_ups)


def may_be_sore(visit: Visit, today: dt.date) -> bool:
    """Whether soreness the day after a visit is still to be asked, on the day after it."""
    was_yesterday = visit.day == today - dt.timedelta(days=1)
    return was_yesterday and visit.treatment in HANDS_ON and visit.sore_next_day is None


def _foremost(course: Course) -> tuple[bool, int, str]:
    return course.treatment != MASSAGE, -course.started.toordinal(), course.id


def _is_full(visit: Visit) -> bool:
    return visit.minutes is None or visit.minutes >= FULL_MIN


def _postponed(course: Course, given: Iterable[Visit]) -> dt.datetime | None:
    """Since when: by the person's word, or by a massage that the muscle did not like."""
    uneasy = [visit.at for visit in given if visit.response in UNEASY]
    is_massage = course.treatment == MASSAGE
    moments = [*uneasy] if is_massage else []
    moments += [course.postponed] if course.postponed else []
    since = max(moments, default=None)
    if since is None or (course.resumed is not None and course.resumed >= since):
        return None
    return since


def _status(
    course: Course, given: tuple[Visit, ...], postponed: dt.datetime | None, today: dt.date
) -> Status:
    is_whole = len(given) >= (course.planned_visits or USUAL_VISITS)
    if course.ended is not None and course.ended <= today:
        return "done" if is_whole else "stopped"
    if is_whole:
        return "done"
    if course.started > today:
        return "planned"
    return "postponed" if postponed else "active"


def _judged(
    given: tuple[Visit, ...], pain_by_day: Mapping[dt.date, float], today: dt.date
) -> tuple[int | None, list[float]]:
    """How many visits can be judged by now, and the pain of the days after the last of them."""
    for number in range(len(given), VISITS_TO_JUDGE - 1, -1):
        first = given[number - 1].day + dt.timedelta(days=1)
        after = [first + dt.timedelta(days=n) for n in range(DAYS_AFTER)]
        if number < len(given):
            after = [day for day in after if day < given[number].day]
        known = [pain_by_day[day] for day in after if day in pain_by_day and day <= today]
        if len(known) == DAYS_AFTER or today > first + dt.timedelta(days=DAYS_AFTER - 1):
            return number, known
    return None, []


def _before(now: CourseStanding) -> float | None:
    stated = now.given[0].pain_before
    return stated if stated is not None else now.course.baseline


def _by_word(
    own: str | None, before: float | None, known: list[float], judged: int
) -> CourseResponse:
    """Without the numbers, only the person can say."""
    after = mean(known) if known else None
    missing = _missing(before, after, judged)
    answers: dict[str | None, tuple[CourseAnswer, str]] = {
        "yes": ("helping", "You say it helps"),
        "no": ("not-helping", "You say it does not help"),
        "unsure": ("not-helping", "You are not sure that it helps"),
    }
    answer, words = answers.get(own, ("unknown", "It cannot be said from the diary"))
    return CourseResponse(answer, before, after, len(known), f"{words}: {missing}.")


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
