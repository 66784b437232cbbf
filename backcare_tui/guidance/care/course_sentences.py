"""A course in words: where it stands, what is next, whether it helps, and what to do now."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.course import UNEASY, VISITS_TO_JUDGE, CourseStanding
from backcare_tui.guidance.care.response import (
    DAYS_AFTER,
    CourseResponse,
    has_stood_still,
    response,
)
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.text import clean, say_count, say_day, say_near_day, say_number

LEAST_FOR_BASELINE = 4
"""Days of the last seven with an entry, from which on their mean is offered as the baseline."""
WEEK = 7
STOOD_STILL = f"No further gain since visit {VISITS_TO_JUDGE}."
"""What is said of a course that helped at first, and not more since."""

Do = Literal["carry-on", "change", "answer", "wait", "close"]


class CourseVerdict(msgspec.Struct, frozen=True):
    """Whether a course is helping, why, and what to do about it."""

    found: CourseResponse
    because: str
    """The figures and the rule, or what is still missing, in a sentence."""
    advice: str
    """What to do now; empty where there is nothing to do but to wait."""
    do: Do
    rule: str = ""
    """The id of the rule of the decision table that says so; empty where none does."""


class Summary(msgspec.Struct, frozen=True):
    """A course in figures, to be held beside others."""

    standing: CourseStanding
    found: CourseResponse
    before: float | None
    """Pain before the first visit, else the baseline, 0 to 10."""
    after: float | None
    """The mean of the days after the last visit, else pain right after it."""


def course_name(course: Course) -> str:
    """Such as `Massage course`."""
    return f"{name_of('treatments', course.treatment)} course"


def say_status(now: CourseStanding, today: dt.date) -> str:
    """Where it stands, such as `under way, next by Thu 3 Dec`."""
    match now.status:
        case "planned":
            return f"begins {say_near(now.course.started, today)}"
        case "postponed" if now.postponed:
            return f"put off since {say_near_day(now.postponed.date(), today)}"
        case "done":
            return "complete: all of its visits are done"
        case "stopped":
            return f"ended {say_day(now.course.ended or today, today)}"
        case _:
            return f"under way{_say_next(now, today)}"


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
    """Whether a course is helping, by `guidance.course.response`, and what to do about it.

    The advice is that of the rules `massage-responding` and `massage-no-response` (the article
    that backcare grew from, 2024; what counts as a response: Ostelo 2008).
    """
    found = response(now, pain_by_day, today)
    is_over = now.done >= now.visits
    match found.answer:
        case "helping":
            rule = "massage-responding"
            advice = "The course is complete." if is_over else _what_to_do(rule)
            if has_stood_still(now, pain_by_day, today):
                advice = f"{STOOD_STILL} {advice}"
            return CourseVerdict(
                found, found.because, advice, "close" if is_over else "carry-on", rule
            )
        case "not-helping":
            rule = "massage-no-response"
            return CourseVerdict(found, found.because, _what_to_do(rule), "change", rule)
        case "unknown":
            return CourseVerdict(found, found.because, "Did it help? You say.", "answer")
        case _:
            return CourseVerdict(found, missing(now, pain_by_day, today), "", "wait")


def missing(now: CourseStanding, pain_by_day: Mapping[dt.date, float], today: dt.date) -> str:
    """What it still takes before the question whether it helps can be answered."""
    if now.done < VISITS_TO_JUDGE:
        left = VISITS_TO_JUDGE - now.done
        more = "one more visit" if left == 1 else f"{left} visits"
        return f"Too early to say: it takes {more} and {DAYS_AFTER} days with pain after."
    last = now.given[-1].day
    days = [last + dt.timedelta(days=n) for n in range(1, DAYS_AFTER + 1)]
    known = sum(day in pain_by_day for day in days)
    until = say_near(days[-1], today)
    have = f"; {known} of them {'has' if known == 1 else 'have'} one" if known else ""
    return (
        f"Too early to say: pain of the {DAYS_AFTER} days after visit {now.done} answers it, "
        f"up to {until}{have}."
    )


def summaries(
    known: Iterable[CourseStanding], pain_by_day: Mapping[dt.date, float], today: dt.date
) -> tuple[Summary, ...]:
    """Each course in figures, in the order given."""
    return tuple(_summary(each, pain_by_day, today) for each in known)


def say_change(of: Summary) -> str:
    """Pain before and after, such as `6 → 3.3`; a question mark for what is not known."""
    if of.before is None and of.after is None:
        return ""
    return " → ".join("?" if n is None else say_number(n) for n in (of.before, of.after))


ANSWERS = {
    "helping": "it helped",
    "not-helping": "little change",
    "unknown": "cannot be said",
    "too-early": "too early to say",
}
"""Each answer in two or three words, for a list."""


def say_answer(of: Summary) -> str:
    """Whether it helped, in two or three words; what ended too soon is not called too early."""
    is_over = of.standing.status in {"done", "stopped"} and of.standing.course.ended is not None
    if of.found.answer == "too-early" and is_over and of.standing.done < VISITS_TO_JUDGE:
        return "too few visits"
    return ANSWERS[of.found.answer]


def say_summary(of: Summary, today: dt.date) -> tuple[str, ...]:
    """A course in a few sentences: visits, pain before and after, and whether it helped."""
    now = of.standing
    _, days = say_progress(now)
    visits = f"{now.done} of {say_count(now.visits, 'visit')}"
    span = f"{visits}, {days}, since {say_day(now.course.started, today)}."
    has_figures = of.found.before is not None and of.found.after is not None
    if has_figures and of.found.because:
        return span, of.found.because
    change = say_change(of)
    pain = f"Pain before and after: {change}." if change else "No pain before and after is known."
    return span, pain, of.found.because or f"Whether it helped: {say_answer(of)}."


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
    "massage-no-response": "Two visits or more, and little change in pain: look at another therapy.",
    "massage-responding": "After two visits pain is lower by what counts, or you say it helps: carry on.",
    "massage-next-due": "When the next visit is due: the days of the course, spread evenly.",
}
"""What is said in place of a text with braces."""


def _say_next(now: CourseStanding, today: dt.date) -> str:
    if now.due is None:
        return ""
    word = "next" if now.given else "first visit"
    if now.due < today:
        return f", {word} was due {say_near(now.due, today)}"
    return f", {word} by {say_near(now.due, today)}"


def _what_to_do(rule: str) -> str:
    """A rule's text without its first sentence, which says the figures that stand there already."""
    return rules()[rule].text.partition(". ")[2]


def _summary(now: CourseStanding, pain_by_day: Mapping[dt.date, float], today: dt.date) -> Summary:
    found = response(now, pain_by_day, today)
    first = now.given[0].pain_before if now.given else None
    stated = now.course.baseline if first is None else first
    last = next((v.pain_after for v in reversed(now.given) if v.pain_after is not None), None)
    before = stated if found.before is None else found.before
    return Summary(now, found, before, last if found.after is None else found.after)


def who(visit: Visit, names: Mapping[str, str]) -> str:
    """Who gave a visit; somebody who was removed is still told of. Empty where it names nobody."""
    if not visit.person:
        return ""
    return clean(names.get(visit.person, "somebody no longer listed"))
