"""A course in words: where it stands, what is next, whether pain is lower, and what to do now."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.course import UNEASY, VISITS_TO_JUDGE, CourseStanding
from backcare_tui.guidance.care.response import CourseResponse, has_stood_still, response
from backcare_tui.guidance.care.response_sentences import (
    say_own,
    say_relief,
    say_response,
    say_unmoved,
    say_would_tell,
)
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import clean, say_count, say_day, say_near_day, say_number

LEAST_FOR_BASELINE = 4
"""Days of the last seven with an entry, from which on their mean is offered as the baseline."""
WEEK = 7
STOOD_STILL = f"No further gain since visit {VISITS_TO_JUDGE}."
"""What is said where pain is lower since the first visits, and no lower since."""

Do = Literal["carry-on", "change", "answer", "wait", "close"]


class CourseVerdict(msgspec.Struct, frozen=True):
    """Whether pain is lower than before a course, what the person says, and what to do about it."""

    found: CourseResponse
    because: str
    """The figures and the rule, or what is still missing, in a sentence or two."""
    own: str = ""
    """The person's own word; empty where there is none."""
    relief: str = ""
    """The relief of the days of the visits; empty where it is not known."""
    advice: str = ""
    """What to do now; empty where there is nothing to do but to wait."""
    do: Do = "wait"
    rule: str = ""
    """The id of the rule of the decision table that says so; empty where none does."""


class Summary(msgspec.Struct, frozen=True):
    """A course in figures, to be held beside others."""

    standing: CourseStanding
    found: CourseResponse
    own: str
    """The person's own word; empty where there is none."""


def course_name(course: Course) -> str:
    """Such as `Massage course`."""
    return f"{name_of('treatments', course.treatment)} course"


def say_status(now: CourseStanding, today: dt.date, *, is_on_paper: bool = False) -> str:
    """Where it stands, such as `under way, next by Thu 3 Dec`.

    Args:
        now: The course on a day.
        today: That day.
        is_on_paper: Whether it is read on another day, so that nothing is called tomorrow.
    """
    say = say_day if is_on_paper else say_near
    match now.status:
        case "planned":
            return f"begins {say(now.course.started, today)}"
        case "postponed" if now.postponed:
            return f"put off since {say(now.postponed.date(), today)}"
        case "done":
            return "complete: all of its visits are done"
        case "stopped":
            return f"ended {say_day(now.course.ended or today, today)}"
        case _:
            return f"under way{_say_next(now, today, say)}"


def say_progress(now: CourseStanding) -> tuple[str, str]:
    """Visits and days, such as `("visit 2 of 4", "day 17 of 42")`; no day before the first one."""
    visit = f"visit {now.done} of {now.visits}" if now.done else f"no visit yet of {now.visits}"
    if now.status == "planned":
        return f"{now.visits} visits", f"in {now.days} days"
    last = now.course.ended or (now.given[-1].day if now.done >= now.visits else None)
    if last is not None:
        first = now.given[0].day if now.given else now.course.started
        return visit, f"{say_count((last - first).days + 1, 'day')} in all"
    over = ", the days are over" if now.day > now.days else ""
    return visit, f"day {now.day} of {now.days}{over}"


def say_near(day: dt.date, today: dt.date) -> str:
    """A day to come or gone: `today`, `tomorrow`, else as `Thu 3 Dec`."""
    return "tomorrow" if (day - today).days == 1 else say_near_day(day, today)


def why_postponed(now: CourseStanding) -> str:
    """Why it is put off: what the muscle said, or the person's own word; empty where it is not."""
    if now.postponed is None:
        return ""
    at = now.postponed
    uneasy = [visit for visit in now.given if visit.response in UNEASY and visit.at == at]
    if not uneasy:
        return "You put it off."
    answer = name_within("responses", uneasy[-1].response or "")
    return f"The massage on {say_day(at.date())}: {answer}."


def verdict(
    now: CourseStanding, pain_by_day: Mapping[dt.date, float], today: dt.date
) -> CourseVerdict:
    """Whether pain is lower than before a course, by `guidance.care.response`, and what to do about it.

    The advice is that of the rules `massage-responding` and `massage-no-response` (the article
    that backcare grew from, 2024; how large a fall has to be: Ostelo 2008). What to do follows the
    person's own word where there is one, and the visits where the weeks say nothing.
    """
    found = response(now, pain_by_day, today)
    said = CourseVerdict(
        found,
        say_response(found, now),
        own=say_own(now.course.helped),
        relief=say_relief(found.relief),
    )
    if is_without_response(found, now):
        rule, unmoved = "massage-no-response", say_unmoved(found)
        because = (
            said.because if found.answer == "no-lower" else f"{unmoved} {said.because}".strip()
        )
        return replace(said, because=because, advice=_what_to_do(rule), do="change", rule=rule)
    if is_responding(found, now):
        is_over, rule = now.done >= now.visits, "massage-responding"
        advice = "The course is complete." if is_over else _what_to_do(rule)
        if found.answer == "lower" and has_stood_still(found, now, pain_by_day):
            advice = f"{STOOD_STILL} {advice}"
        return replace(said, advice=advice, do="close" if is_over else "carry-on", rule=rule)
    if found.answer == "unknown":
        asks = f"{say_would_tell(found)} Did it help? You say.".strip()
        return replace(said, advice=asks, do="answer")
    return said


def is_without_response(found: CourseResponse, now: CourseStanding) -> bool:
    """Whether two visits or more brought nothing, so that another therapy may be the better way.

    Pain is no lower and the person does not say that it helps; or nothing can be told of pain, and the person says that
    it does not help, or no visit changed anything.
    """
    own = now.course.helped
    if found.answer == "lower" or own == "yes":
        return False
    if found.answer == "no-lower":
        return True
    says_no = found.answer == "unknown" and own in {"no", "unsure"}
    return says_no or (own is None and bool(found.unmoved))


def is_responding(found: CourseResponse, now: CourseStanding) -> bool:
    """Whether pain is lower after two visits or more, or the person says that they help."""
    return found.answer == "lower" or (found.answer != "too-early" and now.course.helped == "yes")


def summaries(
    known: Iterable[CourseStanding], pain_by_day: Mapping[dt.date, float], today: dt.date
) -> tuple[Summary, ...]:
    """Each course in figures, in the order given."""
    return tuple(_summary(each, pain_by_day, today) for each in known)


def say_change(of: Summary) -> str:
    """Pain in the four weeks before and in the two weeks after, such as `6 → 3.3`; empty where not both are known."""
    if of.found.before is None or of.found.after is None:
        return ""
    return f"{say_number(of.found.before)} → {say_number(of.found.after)}"


ANSWERS = {
    "lower": "lower",
    "no-lower": "no lower",
    "unknown": "cannot be told",
    "too-early": "cannot be told yet",
}
"""Each answer in a few words, for a list."""


def say_answer(of: Summary) -> str:
    """Whether pain is lower, in a few words; what ended too soon is not called too early."""
    is_over = of.standing.status in {"done", "stopped"} and of.standing.course.ended is not None
    if of.found.answer == "too-early" and is_over and of.standing.done < VISITS_TO_JUDGE:
        return "too few visits"
    return ANSWERS[of.found.answer]


def say_summary(of: Summary, today: dt.date) -> tuple[str, ...]:
    """A course in a few sentences: visits, whether pain is lower, the relief of the days, the person's word."""
    now = of.standing
    _, days = say_progress(now)
    visits = f"{now.done} of {say_count(now.visits, 'visit')}"
    span = f"{visits}, {days}, since {say_day(now.course.started, today)}."
    said = say_response(of.found, now)
    if of.found.answer == "too-early" and now.course.ended is not None and not of.found.told:
        said = f"Whether pain is lower cannot be told: {say_answer(of)}."
    return tuple(filter(None, (span, said, say_relief(of.found.relief), of.own)))


def usual_baseline(pain_by_day: Mapping[dt.date, float], today: dt.date) -> int | None:
    """The mean of the last seven days, from four with an entry on; else today's; None without.

    Rounded half up, so that a baseline is never made to look milder than it was.
    """
    days = [today - dt.timedelta(days=n) for n in range(WEEK)]
    known = [pain_by_day[day] for day in days if day in pain_by_day]
    if len(known) >= LEAST_FOR_BASELINE:
        return int(mean(known) + 0.5)
    return int(pain_by_day[today] + 0.5) if today in pain_by_day else None


def sources_of(now: CourseStanding, verdict: CourseVerdict) -> Iterator[tuple[str, str]]:
    """The rules that speak of a course now: what each says, and where it is from."""
    ids = [verdict.rule] if verdict.rule else []
    ids += ["massage-postpone"] if now.postponed else []
    ids += ["massage-course-progress", "massage-next-due"] if now.due else []
    for id_ in dict.fromkeys(ids):
        rule = rules()[id_]
        yield _SAID_OF.get(id_, rule.text), rule.source


_SAID_OF = {
    "massage-course-progress": "Four visits spread over about six weeks.",
    "massage-no-response": "Two visits or more, and pain is no lower: look at another therapy.",
    "massage-responding": "After two visits pain is lower than before, or you say it helps: carry on.",
    "massage-next-due": "When the next visit is due: the days of the course, spread evenly.",
}
"""What is said in place of a text with braces."""


def _say_next(now: CourseStanding, today: dt.date, say: Callable[[dt.date, dt.date], str]) -> str:
    if now.due is None:
        return ""
    word = "next" if now.given else "first visit"
    if now.due < today:
        return f", {word} was due {say(now.due, today)}"
    return f", {word} by {say(now.due, today)}"


def _what_to_do(rule: str) -> str:
    """A rule's text without its first sentence, which says the figures that stand there already."""
    return rules()[rule].text.partition(". ")[2]


def _summary(now: CourseStanding, pain_by_day: Mapping[dt.date, float], today: dt.date) -> Summary:
    return Summary(now, response(now, pain_by_day, today), say_own(now.course.helped))


def who(visit: Visit, names: Mapping[str, str]) -> str:
    """Who gave a visit; somebody who was removed is still told of. Empty where it names nobody."""
    if not visit.person:
        return ""
    return clean(names.get(visit.person, "somebody no longer listed"))
