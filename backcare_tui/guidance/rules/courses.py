"""A course of care: where it stands, whether it helps, and what is combined with what.

A course of another treatment is followed like one of massage.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Agreement
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.care.cautions import OWN_HANDS, is_by_hand, treatment_of
from backcare_tui.guidance.care.course import VISITS_TO_JUDGE, CourseStanding, without_course
from backcare_tui.guidance.care.course_sentences import STOOD_STILL
from backcare_tui.guidance.care.response import CourseResponse, has_stood_still, response
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.measures import has_eased
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import say_count

RECENT_DAYS = 7
"""How long after its last visit a whole course is spoken of."""
IN_USE_DAYS = 42
"""A treatment is in use when its last visit is no older (our own rule)."""
ANOTHER = "It may be time to look at another therapy."


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
    """Two visits or more, and pain fell by less than counts; said anew after each that is judged."""
    for each in _last_visited([*facts.courses, *_loose(facts)]):
        found = _response(facts, each)
        if _is_going_on(each, facts.today) and found.answer == "not-helping":
            values = {"visits": say_count(found.judged, "visit")}
            return Reason(found.because, each.given[found.judged - 1].id, values)
    return None


def responding(facts: Facts) -> Reason | None:
    """Two visits, and pain fell by 2 points or 30 percent, or the person says that it helps."""
    for each in _last_visited(facts.courses):
        is_known = each.status in {"active", "postponed", "done"} and each.course.ended is None
        found = _response(facts, each)
        if is_known and each.done == VISITS_TO_JUDGE and found.answer == "helping":
            values = {"how": "your pain is easing" if _has_eased(found) else "you say it helps"}
            return Reason(found.because, each.course.id, values)
    return None


def course_late(facts: Facts) -> Reason | None:
    """The days are over, the visits are not."""
    for each in _active(facts):
        if each.day > each.days and each.done < each.visits:
            return Reason(f"It is day {each.day} of {each.days}.", values=_values(each))
    return None


def course_done(facts: Facts) -> Reason | None:
    """All visits were given, the last one not long ago; it says whether they helped."""
    for each in facts.courses:
        if each.done >= each.visits and (facts.today - each.given[-1].day).days < RECENT_DAYS:
            found = _response(facts, each)
            event = each.given[found.judged - 1].id if found.judged else each.course.id
            why = f"{each.done} of {each.visits} visits are done."
            return Reason(why, event, {"verdict": _say_verdict(facts, each, found)})
    return None


def share_plan(facts: Facts) -> Reason | None:
    """Two treatments or more at a time, and no shared plan."""
    first = facts.today - dt.timedelta(days=IN_USE_DAYS)
    used = dict.fromkeys(visit.treatment for visit in facts.visits if visit.day > first)
    if len(used) < 2 or facts.all(Agreement):
        return None
    named = ", ".join(name_of("treatments", each).lower() for each in used)
    return Reason(f"In the last six weeks: {named}.", values={"n": str(len(used))})


def _active(facts: Facts) -> Iterator[CourseStanding]:
    return (each for each in facts.courses if each.status == "active")


def _loose(facts: Facts) -> tuple[CourseStanding, ...]:
    """The visits of six weeks that belong to no course, where somebody worked on the body."""
    days = set(facts.days(IN_USE_DAYS))
    given = [
        each
        for each in facts.visits
        if each.day in days and each.kind not in OWN_HANDS and is_by_hand(treatment_of(each))
    ]
    return without_course(facts.all(Course), given, facts.now)


def _last_visited(of: Iterable[CourseStanding]) -> list[CourseStanding]:
    """The courses with visits, that of the newest one first: what stands still hides no other."""
    begun = (each for each in of if each.given)
    return sorted(begun, key=lambda each: each.given[-1].order, reverse=True)


def _is_going_on(each: CourseStanding, today: dt.date) -> bool:
    """Whether it is under way, or whole, not long ago, and nobody has ended it."""
    is_new = bool(each.given) and (today - each.given[-1].day).days < IN_USE_DAYS
    return each.status == "active" or (
        each.status == "done" and each.course.ended is None and is_new
    )


def _response(facts: Facts, each: CourseStanding) -> CourseResponse:
    return response(each, facts.pain_by_day, facts.today)


def _has_eased(found: CourseResponse) -> bool:
    """Whether the numbers say so, not only the person."""
    if found.before is None or found.after is None:
        return False
    return has_eased(found.before, found.after)


def _say_verdict(facts: Facts, each: CourseStanding, found: CourseResponse) -> str:
    """Whether a whole course helped, by the days after its visits."""
    if found.answer == "too-early":
        return "The three days after the last visit will show whether it helped."
    if found.answer == "not-helping":
        # While it is open, `no_response` says that beside it.
        return found.because if each.course.ended is None else f"{found.because} {ANOTHER}"
    if found.answer == "helping" and _has_eased(found):
        stood = has_stood_still(each, facts.pain_by_day, facts.today)
        return f"{found.figures}: a change most people notice.{f' {STOOD_STILL}' if stood else ''}"
    if found.answer == "unknown":
        return f"{found.because} You know best: y on Massage says whether it helped."
    return found.because


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
    "massage-course-progress": progress,
    "massage-next-due": next_due,
    "massage-no-response": no_response,
    "massage-responding": responding,
    "massage-course-late": course_late,
    "massage-course-done": course_done,
    "care-team-share": share_plan,
}
