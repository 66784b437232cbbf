"""A course of care: where it stands, whether pain is lower than before, and what is combined with what.

A course of another treatment is followed like one of massage.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Agreement
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.care.cautions import OWN_HANDS, is_by_hand, treatment_of
from backcare_tui.guidance.care.course import VISITS_TO_JUDGE, CourseStanding, without_course
from backcare_tui.guidance.care.course_days import DAYS_AFTER, LEAST_BEFORE, noted_before
from backcare_tui.guidance.care.course_sentences import (
    STOOD_STILL,
    is_responding,
    is_without_response,
)
from backcare_tui.guidance.care.response import CourseResponse, has_stood_still, response
from backcare_tui.guidance.care.response_sentences import (
    NO_CAUSE,
    say_own,
    say_relief,
    say_response,
    say_unmoved,
    say_would_tell,
)
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import say_count, say_near_day

RECENT_DAYS = DAYS_AFTER + 8
"""How long after its last visit a whole course is spoken of: for a week after the days that tell."""
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


def before_course(facts: Facts) -> Reason | None:
    """A course is planned or begun, no visit was given yet, and too few days are noted to judge it later."""
    for each in facts.courses:
        is_to_come = each.status in {"planned", "active"} and not each.given
        noted = noted_before(facts.pain_by_day, max(each.course.started, facts.today))
        if is_to_come and noted < LEAST_BEFORE:
            why = f"{noted} of the last 28 days {'has' if noted == 1 else 'have'} pain noted."
            return Reason(why, each.course.id)
    return None


def no_response(facts: Facts) -> Reason | None:
    """Two visits or more without a response; said anew after each that is judged."""
    for each in _last_visited([*facts.courses, *_loose(facts)]):
        if not _is_going_on(each, facts.today):
            continue
        found = _response(facts, each)
        if is_without_response(found, each):
            visit = found.judged or each.done
            values = {"visits": say_count(visit, "visit"), "how": _say_how(found, each)}
            return Reason(_say_reason(found, each), each.given[visit - 1].id, values)
    return None


def responding(facts: Facts) -> Reason | None:
    """By two visits pain is lower than in the four weeks before, or the person says that it helps."""
    for each in _last_visited(facts.courses):
        is_known = each.status in {"active", "postponed", "done"} and each.course.ended is None
        if not is_known:
            continue
        found = _response(facts, each)
        if found.judged == VISITS_TO_JUDGE and is_responding(found, each):
            how = "you say it helps"
            if found.answer == "lower":
                how = "pain is lower than in the four weeks before"
            return Reason(_say_reason(found, each), each.course.id, {"how": how})
    return None


def course_late(facts: Facts) -> Reason | None:
    """The days are over, the visits are not."""
    for each in _active(facts):
        if each.day > each.days and each.done < each.visits:
            return Reason(f"It is day {each.day} of {each.days}.", values=_values(each))
    return None


def course_done(facts: Facts) -> Reason | None:
    """All visits were given, the last one not long ago; it says whether pain is lower."""
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
    named = ", ".join(name_within("treatments", each) for each in used)
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
    return response(each, facts.pain_of_courses, facts.today)


def _say_how(found: CourseResponse, each: CourseStanding) -> str:
    """What speaks for another therapy, in a clause."""
    if found.answer == "no-lower":
        return "pain is no lower than in the four weeks before"
    if each.course.helped:
        return {"no": "you say it does not help"}.get(
            each.course.helped, "you are not sure that it helps"
        )
    return {"muscle": "no visit made the muscle let go"}.get(
        found.unmoved, "no visit eased pain that day"
    )


def _say_reason(found: CourseResponse, each: CourseStanding) -> str:
    """The weeks, the days of the visits and the person's own word, one beside the other."""
    said = (
        say_response(found, each),
        NO_CAUSE if found.answer == "lower" else say_unmoved(found),
        say_relief(found.relief),
        say_own(each.course.helped),
    )
    return " ".join(filter(None, said))


def _say_verdict(facts: Facts, each: CourseStanding, found: CourseResponse) -> str:
    """Whether pain is lower after a whole course than before it."""
    own = say_own(each.course.helped)
    if found.answer == "too-early":
        when = f" It can be told on {say_near_day(found.told, facts.today)}." if found.told else ""
        return f"The two weeks after the last visit will show whether pain is lower.{when}"
    said = say_response(found, each)
    if is_without_response(found, each):
        # While it is open, `no_response` says that beside it.
        return " ".join(filter(None, (said, own, ANOTHER if each.course.ended else "")))
    if found.answer == "lower":
        stood = has_stood_still(found, each, facts.pain_of_courses)
        return " ".join(filter(None, (said, STOOD_STILL if stood else "", NO_CAUSE, own)))
    if found.answer == "unknown" and not own:
        asks = "You know best: y on Massage says whether it helped."
        return " ".join(filter(None, (said, asks, say_would_tell(found))))
    return " ".join(filter(None, (said, own)))


def _values(each: CourseStanding) -> dict[str, str]:
    return {
        "visit": name_within("treatments", each.course.treatment),
        "done": str(each.done),
        "visits": str(each.visits),
        "day": str(each.day),
        "days": str(each.days),
        "apart": str(each.apart),
    }


LOOKS = {
    "massage-course-before": before_course,
    "massage-course-progress": progress,
    "massage-next-due": next_due,
    "massage-no-response": no_response,
    "massage-responding": responding,
    "massage-course-late": course_late,
    "massage-course-done": course_done,
    "care-team-share": share_plan,
}
