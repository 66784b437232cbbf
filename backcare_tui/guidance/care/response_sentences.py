"""Whether pain is lower than before a course, in words: what the diary says, what the person says, and what would tell.

No word of it says that a course helps: that is the person's to say, and stands beside the figures as theirs.
"""

from collections.abc import Iterator
from typing import Literal

from backcare_tui.diary.values import Helped
from backcare_tui.guidance.care.course import VISITS_TO_JUDGE, CourseStanding
from backcare_tui.guidance.care.course_days import (
    DAYS_AFTER,
    DAYS_BEFORE,
    LEAST_AFTER,
    LEAST_BEFORE,
)
from backcare_tui.guidance.care.response import LEAST_GAIN, CourseResponse, DayRelief
from backcare_tui.insight.comparison import as_said
from backcare_tui.library.measures import MCID_PART, MCID_POINTS
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import say_count, say_day, say_number

Whose = Literal["your", "my"]
"""Whether the one who reads it wrote the diary, or hands it over."""
NO_CAUSE = "Why it is lower, this cannot tell."
WOULD_TELL = "What would tell: pain noted on the days before a first visit, and weeks with and without it by lot."
COUNTS = f"{MCID_POINTS} points or {MCID_PART * 100:.0f} percent"
WHAT_COUNTS = (
    (
        (
            f"Pain in the {DAYS_BEFORE} days before the first visit, {LEAST_BEFORE} of them noted, is held against the "
            f"{DAYS_AFTER} days after a later visit, {LEAST_AFTER} of them noted. Lower is a fall of {MCID_POINTS} points, "
            f"or of {MCID_PART * 100:.0f} percent."
        ),
        "Ostelo 2008; Farrar 2001; the numbers of days: backcare's own rule",
    ),
    (
        (
            "Pain that is at its worst mostly gets better by itself, with a massage or without. So the "
            "fall also has to be larger than your pain swings by itself: how far two weeks of yours lie "
            "from what was usual in the half year before, by how your days spread and how alike two days "
            "in a row are. And the same weeks, moved through your own diary before, must not often fall as much."
        ),
        "Whitney 1992; the swing and the count: backcare's own rule",
    ),
    (f"{NO_CAUSE} {WOULD_TELL}", "backcare's own rule"),
    (
        (
            "Your own word, and pain right before and after a visit, stand beside that. The relief of a "
            "day is a relief of that day."
        ),
        "backcare's own rule",
    ),
    (
        "After two visits without a response it may be wise to look for another therapy.",
        "Back Massage Therapy For Chronic Back Pain Relief, 2024",
    ),
)
"""What is counted of a course and how, each with where that is from."""
_WEEKS = {7: "the week", 14: "the two weeks"}
_OWN: dict[Whose, dict[Helped, str]] = {
    "your": {
        "yes": "You say it helps.",
        "no": "You say it does not help.",
        "unsure": "You are not sure that it helps.",
    },
    "my": {
        "yes": "My own word: it helps.",
        "no": "My own word: it does not help.",
        "unsure": "My own word: not sure that it helps.",
    },
}


def say_response(found: CourseResponse, now: CourseStanding, whose: Whose = "your") -> str:
    """What the diary says, or what is still missing, in a sentence or two."""
    match found.answer:
        case "lower":
            return " ".join(_lower(found, now, whose))
        case "no-lower":
            return _no_lower(found, now, whose)
        case "unknown":
            return f"It cannot be told whether pain is lower: {_missing(found)}."
        case _:
            return " ".join(_too_early(found, now))


def say_would_tell(found: CourseResponse) -> str:
    """What would tell, where the diary cannot; empty where nothing would."""
    if found.why == "few-before":
        return (
            "What would tell: pain noted on the days until a first visit, or weeks with and without it "
            "by lot."
        )
    if found.why == "few-after":
        return "What would tell: pain noted in the two weeks after the next visit."
    return ""


def say_own(helped: Helped | None, whose: Whose = "your") -> str:
    """The person's own word; empty where there is none."""
    return _OWN[whose][helped] if helped else ""


def say_relief(relief: DayRelief | None) -> str:
    """Pain right before and after the visits, as what it is; empty where it is not known."""
    if relief is None:
        return ""
    if relief.visits == 1:
        when = "On the day of the visit"
    else:
        when = f"On the days of {say_count(relief.visits, 'visit')}"
    says = "relief" if relief.fall >= LEAST_GAIN else "hardly any relief"
    if relief.fall <= 0:
        says = "no relief"
    before, after = say_number(relief.before), say_number(relief.after)
    return f"{when} pain was {before} before and {after} after: {says} that day."


def say_unmoved(found: CourseResponse) -> str:
    """That the visits changed nothing; empty where they did, or nothing is known."""
    says = {"muscle": "No visit made the muscle let go.", "pain": "No visit eased pain that day."}
    return says.get(found.unmoved, "")


def say_counted(found: CourseResponse) -> str:
    """How many days the figures are of; empty where there are none."""
    if found.before is None or found.after is None:
        return ""
    return (
        f"Noted: {found.days_before} of {DAYS_BEFORE} days before, "
        f"{found.days_after} of {found.span} after."
    )


def say_noted_before(noted: int) -> str:
    """With how many noted days a course that begins can later be judged, and what to do where they are too few."""
    have = f"{noted} of the {DAYS_BEFORE} days before {_have(noted)} pain noted"
    if noted >= LEAST_BEFORE:
        return f"{have}: enough to tell later whether pain is lower."
    return (
        f"{have}. It takes {LEAST_BEFORE} to tell later whether pain is lower: note pain each day "
        "until the first visit, or begin a week later."
    )


def say_noted_at_first_visit(noted: int) -> str:
    """With how many noted days a course that has begun can be judged, or that they are too few."""
    if noted >= LEAST_BEFORE:
        return (
            f"{noted} of the {DAYS_BEFORE} days before the first visit have pain noted: two weeks after "
            "visit 2 it can be told whether pain is lower."
        )
    return (
        f"Only {noted} of the {DAYS_BEFORE} days before the first visit {_have(noted)} pain noted, of "
        f"{LEAST_BEFORE} that it takes: your own word will have to tell."
    )


def _have(noted: int) -> str:
    return "has" if noted == 1 else "have"


def _figures(found: CourseResponse) -> str:
    before, after = say_number(found.before or 0), say_number(found.after or 0)
    return f"({before}, now {after} in {_span(found)} after visit {found.judged})"


def _span(found: CourseResponse) -> str:
    return _WEEKS.get(found.span, f"the {say_count(found.span, 'day')}")


def _lower(found: CourseResponse, now: CourseStanding, whose: Whose) -> Iterator[str]:
    yield (
        f"Pain is lower than in the four weeks before {_figures(found)}, by more than "
        f"it swings by itself ({say_number(found.swing or 0)})."
    )
    if found.as_much is not None:
        yield f"{_say_placebo(found, now, whose, 'Of')}."


def _no_lower(found: CourseResponse, now: CourseStanding, whose: Whose) -> str:
    before, after, usual = found.before or 0, found.after or 0, found.usual or 0
    fall = as_said(as_said(before) - as_said(after))
    if found.why == "small":
        said = f"Pain is no lower than in the four weeks before {_figures(found)}"
        if fall <= 0:
            return f"{said}."
        return f"{said}: {say_number(fall)} less is under the {COUNTS} that count."
    said = (
        f"Pain is no lower than it gets by itself: {say_number(before)} in the four weeks before, "
        f"{say_number(after)} in {_span(found)} after visit {found.judged}"
    )
    if found.why == "placebo":
        return f"{said}; but {_say_placebo(found, now, whose, 'of')}."
    swing = f"it swings by up to {say_number(found.swing or 0)}"
    if fall > as_said(found.swing or 0):
        return f"{said}; but {say_number(usual)} was usual before that, and {swing}."
    return f"{said}; {swing}."


def _say_placebo(found: CourseResponse, now: CourseStanding, whose: Whose, of: str) -> str:
    fell = str(found.as_much) if found.as_much else "none"
    without = name_within("treatments", now.course.treatment)
    return (
        f"{of} 100 stretches like this in {whose} own diary before, {fell} fell as much "
        f"without any {without}"
    )


def _missing(found: CourseResponse) -> str:
    """Why the weeks say nothing."""
    if found.why == "mild":
        return (
            f"{say_number(found.before or 0)} in the four weeks before is too little to fall by "
            f"{MCID_POINTS} points"
        )
    if found.why == "few-after":
        noted, of = found.days_after, f"{found.span} days after visit {found.judged}"
        return f"{noted} of the {of} {_have(noted)} pain noted, and it takes {LEAST_AFTER}"
    noted = found.days_before
    return (
        f"{noted} of the {DAYS_BEFORE} days before the first visit {_have(noted)} pain noted, "
        f"and it takes {LEAST_BEFORE}"
    )


def _too_early(found: CourseResponse, now: CourseStanding) -> Iterator[str]:
    if found.told is not None:
        yield (
            f"It cannot be told yet: pain in the days after visit {found.waits_for} answers it, on "
            f"{say_day(found.told)}, where {LEAST_AFTER} of them are noted."
        )
        return
    left = VISITS_TO_JUDGE - now.done
    more = "one more visit" if left == 1 else f"{left} visits"
    yield f"It cannot be told yet: it takes {more} and two weeks after."
    if not now.done:
        yield say_noted_before(found.days_before)
    elif found.days_before < LEAST_BEFORE:
        yield say_noted_at_first_visit(found.days_before)
