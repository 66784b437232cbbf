"""A course about to begin, or begun: what has to be asked first, and what is still open."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from backcare_tui.guidance import red_flags
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice, rules, spoken
from backcare_tui.guidance.care.cautions import (
    Treatment,
    cautions_of,
    groups_of,
    is_by_hand,
    say_cautions,
    sources_of_cautions,
)
from backcare_tui.guidance.care.course import CourseStanding
from backcare_tui.guidance.care.course_sentences import course_name
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.known import Known
from backcare_tui.guidance.rules import open_signs
from backcare_tui.guidance.rules.treatments import check_up_first, check_up_of
from backcare_tui.text import say_day

AskId = Literal["urgent", "warning-signs", "same-treatment", "check-up"]


class Ask(msgspec.Struct, frozen=True):
    """Something to settle before a course begins."""

    id: AskId
    words: str
    """What to know, in a few sentences."""
    source: str = ""
    of: str = ""
    """The id of the course that it is about, where it is about one."""


class CareBefore(msgspec.Struct, frozen=True):
    """What to ask before a treatment, or to leave for now."""

    words: str
    because: str
    """What is on record that asks for it."""
    source: str


def asked_first(facts: Facts) -> Iterator[Ask]:
    """What has to be settled before the course that `facts` is about begins, foremost first.

    Urgent advice holds up every treatment by hand until a professional has had a look; the check
    for warning signs is offered when it is due; severe pain asks for a check-up before any treatment
    (the article that backcare grew from, 2024; from 7 of 10 on: our own rule).
    """
    course = facts.beginning
    if course is None:
        return
    if is_by_hand(Treatment(course.treatment)):
        said = advise(facts)
        yield from _urgent(said)
        waiting = [advice for advice in said if advice.id in open_signs.LOOKS]
        if waiting:
            yield Ask("warning-signs", *_words(waiting))
        elif red_flags.is_due(facts.checks, facts.today):
            yield Ask("warning-signs", WARNING_SIGNS, "Finucane 2020; every 30 days: backcare")
    yield from _same_treatment(facts)
    if reason := check_up_first(facts):
        advice = spoken(rules()["checkup-before-massage"], reason)
        yield Ask("check-up", f"{advice.because} {advice.text}", advice.source)


def cares(given: Treatment, known: Known) -> Iterator[CareBefore]:
    """What to ask before a treatment, or to leave for now, whole; nothing where there is nothing."""
    for group in groups_of(given):
        if rows := cautions_of((given,), group, known.on_record, known.age):
            yield CareBefore(say_cautions(rows), known.because(rows), sources_of_cautions(rows))


def open_check_up(facts: Facts, now: CourseStanding) -> str:
    """That a course began with severe pain and no check-up is recorded; empty where that is not so."""
    reason = check_up_of(now, facts)
    return f"No check-up is recorded. {reason.because} W and p take it down." if reason else ""


WARNING_SIGNS = (
    "Before a course, take a minute for the warning signs. Single ones are weak evidence, and most "
    "people with one have nothing serious; it is asked because the rare cause is urgent."
)


def _urgent(said: Iterable[Advice]) -> Iterator[Ask]:
    if urgent := [advice for advice in said if advice.severity == "urgent"]:
        yield Ask("urgent", *_words(urgent))


def _words(said: Iterable[Advice]) -> tuple[str, str]:
    """What is said, with its reasons, and the sources of it."""
    found = tuple(said)
    words = " ".join(f"{advice.text} {advice.because}" for advice in found)
    return words, "; ".join(dict.fromkeys(advice.source for advice in found))


def _same_treatment(facts: Facts) -> Iterator[Ask]:
    new = facts.beginning
    for each in facts.courses:
        old = each.course
        is_open = old.ended is None or old.ended > facts.today
        if new and is_open and old.id != new.id and old.treatment == new.treatment:
            words = (
                f"A {course_name(old).lower()} is open since {say_day(old.started, facts.today)}, "
                f"{each.done} of {each.visits} visits done. "
                "Two at a time share their visits: each counts toward the one begun last."
            )
            yield Ask("same-treatment", words, of=old.id)
            return
