"""Massage: its course, what the muscle says to it, and care with conditions.

A course of another treatment is followed like one of massage; what asks about muscles and
pressure is said of massage alone.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from backcare_tui.diary.records.team import Agreement
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import FORTNIGHT
from backcare_tui.guidance.care.course import (
    MASSAGE,
    UNEASY,
    VISITS_TO_JUDGE,
    CourseResponse,
    CourseStanding,
    asks_for_check_up,
    response,
)
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.measures import MCID_POINTS
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import say_count, say_day, say_number

CALM_DAYS = 3
"""Days without a sign of inflammation before massage is taken up again (our own rule)."""
RECENT_DAYS = 7
"""How far back an event may lie to be spoken of."""
SORE_DAYS = 3
"""For how many days after a massage its soreness is spoken of: as long as that rests, so only once."""
CLOSE = dt.timedelta(hours=48)
SOON_DAYS = 3
IN_USE_DAYS = 42
"""A treatment is in use when its last visit is no older (our own rule)."""
ASK_FIRST = (
    "blood_thinner",
    "bleeding_disorder",
    "clot_history",
    "osteoporosis",
    "cancer_now",
    "pregnancy",
    "recent_surgery",
    "skin_wound",
)


def check_up_first(facts: Facts) -> Reason | None:
    """A massage course is about to begin with severe pain, and nobody has had a look."""
    course = facts.beginning
    if course is None or course.treatment != MASSAGE:
        return None
    check_ups = (check.at for check in facts.checks if check.is_check_up)
    if not asks_for_check_up(course.baseline, check_ups, facts.now):
        return None
    return Reason(f"Pain at the start is {course.baseline} of 10.", course.id)


def postpone(facts: Facts) -> Reason | None:
    """The last massage made the muscle tense, or hurt; until it is taken up again."""
    last = _last_massage(facts)
    if last is None or last.response not in UNEASY or not _is_recent(last, facts):
        return None
    taken_up = any(
        each.course.resumed and each.course.resumed >= last.at for each in _massages(facts)
    )
    if taken_up:
        return None
    answer = name_of("responses", last.response).lower()
    return Reason(f"The massage on {say_day(last.day, facts.today)}: {answer}.", last.id)


def still_inflamed(facts: Facts) -> Reason | None:
    """Put off on a day before, and a sign of inflammation within three days."""
    standing = _postponed(facts)
    if not standing or not standing.postponed or standing.postponed.date() == facts.today:
        return None
    day, signs = _last_signs(facts)
    if day is None or (facts.today - day).days >= CALM_DAYS:
        return None
    named = ", ".join(name_of("inflammation_signs", sign).lower() for sign in signs)
    return Reason(f"On {say_day(day, facts.today)}: {named}.")


def resume(facts: Facts) -> Reason | None:
    """Put off, and three days in a row without a sign, the last of them looked at."""
    standing = _postponed(facts)
    if standing is None or standing.postponed is None:
        return None
    day, _ = _last_signs(facts)
    since = max(filter(None, (standing.postponed.date(), day)))
    looks = [look for look in facts.signs if look.day > since and not look.inflammation]
    calm = (facts.today - since).days
    if calm < CALM_DAYS or not looks or (facts.today - looks[-1].day).days > 1:
        return None
    words = f"No signs since {say_day(since, facts.today)}, {say_count(calm, 'day')} ago."
    return Reason(words, looks[0].id)


def acute_injury(facts: Facts) -> Reason | None:
    """A fresh injury, and a massage due within three days."""
    hurt = [look.day for look in facts.signs if "recent_injury" in look.inflammation]
    hurt += [visit.day for visit in facts.visits if "recent_injury" in visit.inflammation]
    fresh = [day for day in hurt if (facts.today - day).days < CALM_DAYS]
    due = min((each.due for each in _massages(facts) if each.due), default=None)
    is_planned = due is not None and (due - facts.today).days <= SOON_DAYS
    begins = facts.beginning is not None and facts.beginning.treatment == MASSAGE
    if not fresh or not (is_planned or begins):
        return None
    return Reason(f"An injury was noted on {say_day(max(fresh), facts.today)}.")


def progress(facts: Facts) -> Reason | None:
    """Where an open course stands; said once after each visit."""
    for each in _last_visited(_active(facts)):
        if 0 < each.done < each.visits:
            words = f"Visit {each.done} of {each.visits}, day {each.day} of {each.days}."
            return Reason(words, each.given[-1].id, _values(each))
    return None


def next_due(facts: Facts) -> Reason | None:
    """As many days since the last visit as visits are apart."""
    for each in _active(facts):
        if each.given and each.due and each.due <= facts.today:
            ago = (facts.today - each.given[-1].day).days
            words = f"The last visit was {say_count(ago, 'day')} ago."
            return Reason(words, values=_values(each))
    return None


def no_response(facts: Facts) -> Reason | None:
    """Two visits, and pain fell by less than counts."""
    return _judged(facts, "not-helping", active_only=True)


def responding(facts: Facts) -> Reason | None:
    """Two visits, and pain fell by 2 points or 30 percent, or the person says that it helps."""
    return _judged(facts, "helping", active_only=False)


def course_late(facts: Facts) -> Reason | None:
    """The days are over, the visits are not."""
    for each in _active(facts):
        if each.day > each.days and each.done < each.visits:
            return Reason(f"It is day {each.day} of {each.days}.", values=_values(each))
    return None


def course_done(facts: Facts) -> Reason | None:
    """All visits were given, the last one not long ago."""
    for each in facts.courses:
        if each.done >= each.visits and _is_recent(each.given[-1], facts):
            before, after = each.given[0].pain_before, each.given[-1].pain_after
            is_known = before is not None and after is not None
            words = f"Pain before the first visit: {before}, right after the last: {after}. "
            why = f"{each.done} of {each.visits} visits are done."
            return Reason(why, each.course.id, {"change": words if is_known else ""})
    return None


def too_close(facts: Facts) -> Reason | None:
    """Two massages within 48 hours, and 2 points more pain the day after."""
    massages = [visit for visit in facts.visits if visit.treatment == MASSAGE]
    for first, second in pairwise(massages):
        is_close = second.at - first.at <= CLOSE and _is_just_over(second, facts)
        if is_close and (risen := _sorer(facts, second)):
            return Reason(f"{risen} Two massages within two days came before.", second.id)
    return None


def sore(facts: Facts) -> Reason | None:
    """2 points more pain the day after a massage than before it."""
    last = _last_massage(facts)
    if last is None or not _is_just_over(last, facts):
        return None
    risen = _sorer(facts, last)
    return Reason(risen, last.id) if risen else None


def ask_first(facts: Facts) -> Reason | None:
    """A massage is planned, and a condition asks for a word with a doctor."""
    found = [each for each in ASK_FIRST if each in facts.conditions]
    begins = facts.beginning is not None and facts.beginning.treatment == MASSAGE
    is_planned = begins or any(each.due for each in _massages(facts))
    if not found or not is_planned:
        return None
    return Reason(f"You stated: {', '.join(name_of('conditions', each) for each in found)}.")


def plus_active(facts: Facts) -> Reason | None:
    """A massage within two weeks, and no session."""
    days = set(facts.days(FORTNIGHT))
    count = sum(visit.treatment == MASSAGE and visit.day in days for visit in facts.visits)
    if not count or any(session.day in days for session in facts.sessions):
        return None
    return Reason(f"{say_count(count, 'massage')} and no session in the last two weeks.")


def share_plan(facts: Facts) -> Reason | None:
    """Two treatments or more at a time, and no shared plan."""
    first = facts.today - dt.timedelta(days=IN_USE_DAYS)
    used = dict.fromkeys(visit.treatment for visit in facts.visits if visit.day > first)
    if len(used) < 2 or facts.all(Agreement):
        return None
    named = ", ".join(name_of("treatments", each).lower() for each in used)
    return Reason(f"In the last six weeks: {named}.", values={"n": str(len(used))})


def _massages(facts: Facts) -> Iterator[CourseStanding]:
    return (
        each
        for each in facts.courses
        if each.course.treatment == MASSAGE and each.status in {"planned", "active", "postponed"}
    )


def _active(facts: Facts) -> Iterator[CourseStanding]:
    return (each for each in facts.courses if each.status == "active")


def _last_visited(of: Iterable[CourseStanding]) -> list[CourseStanding]:
    """The courses with visits, that of the newest one first: what stands still hides no other."""
    begun = (each for each in of if each.given)
    return sorted(begun, key=lambda each: each.given[-1].order, reverse=True)


def _postponed(facts: Facts) -> CourseStanding | None:
    return next((each for each in _massages(facts) if each.status == "postponed"), None)


def _last_massage(facts: Facts) -> Visit | None:
    massages = [visit for visit in facts.visits if visit.treatment == MASSAGE]
    return massages[-1] if massages else None


def _is_recent(visit: Visit, facts: Facts) -> bool:
    return (facts.today - visit.day).days < RECENT_DAYS


def _is_just_over(visit: Visit, facts: Facts) -> bool:
    return (facts.today - visit.day).days <= SORE_DAYS


def _last_signs(facts: Facts) -> tuple[dt.date | None, tuple[str, ...]]:
    """The last day with a sign of inflammation, and which signs those were."""
    seen = [(look.at, look.inflammation) for look in facts.signs]
    seen += [(visit.at, visit.inflammation) for visit in facts.visits]
    at, signs = max((each for each in seen if each[1]), default=(None, ()))
    return (at.date() if at else None), signs


def _response(facts: Facts, each: CourseStanding) -> CourseResponse:
    return response(each, facts.pain_by_day, facts.today)


def _judged(facts: Facts, answer: str, *, active_only: bool) -> Reason | None:
    """What the diary says right after the second visit, once its three days are over."""
    statuses = {"active"} if active_only else {"active", "postponed", "done"}
    for each in _last_visited(facts.courses):
        if each.done == VISITS_TO_JUDGE and each.status in statuses and each.course.ended is None:
            found = _response(facts, each)
            if found.answer == answer:
                return Reason(found.because, each.course.id)
    return None


def _sorer(facts: Facts, visit: Visit) -> str:
    """How much more it hurt the day after; nothing where that is less than 2 points or unknown."""
    stated, day = visit.sore_next_day, visit.day + dt.timedelta(days=1)
    after = facts.pain_by_day.get(day) if stated is None else stated
    if after is None or visit.pain_before is None or after - visit.pain_before < MCID_POINTS:
        return ""
    return f"Pain {visit.pain_before} before the massage, {say_number(after)} the day after."


def _values(each: CourseStanding) -> dict[str, str]:
    return {
        "visit": name_of("treatments", each.course.treatment).lower(),
        "done": str(each.done),
        "visits": str(each.visits),
        "day": str(each.day),
        "days": str(each.days),
        "apart": str(each.apart),
    }


LOOKS = {
    "checkup-before-massage": check_up_first,
    "massage-postpone": postpone,
    "massage-postponed-still": still_inflamed,
    "massage-resume": resume,
    "massage-acute-injury": acute_injury,
    "massage-course-progress": progress,
    "massage-next-due": next_due,
    "massage-no-response": no_response,
    "massage-responding": responding,
    "massage-course-late": course_late,
    "massage-course-done": course_done,
    "massage-too-close": too_close,
    "massage-sore": sore,
    "massage-ask-first": ask_first,
    "massage-plus-active": plus_active,
    "care-team-share": share_plan,
}
