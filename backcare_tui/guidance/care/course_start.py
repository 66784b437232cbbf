"""A course about to begin: what has to be asked first."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from backcare_tui.guidance import red_flags
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Reason, rules
from backcare_tui.guidance.care.course import HANDS_ON
from backcare_tui.guidance.care.course_sentences import course_name
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.rules.massage import check_up_first
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


def asked_first(facts: Facts) -> Iterator[Ask]:
    """What has to be settled before the course that `facts` is about begins, foremost first.

    Urgent advice holds up every treatment by hand until a professional has had a look; the check
    for warning signs is offered when it is due; severe pain asks for a check-up before massage
    (the article that backcare grew from, 2024; from 7 of 10 on: our own rule).
    """
    course = facts.beginning
    if course is None:
        return
    if course.treatment in HANDS_ON:
        yield from _urgent(facts)
        if red_flags.is_due(facts.checks, facts.today):
            yield Ask("warning-signs", WARNING_SIGNS, "Finucane 2020; every 30 days: backcare")
    yield from _same_treatment(facts)
    if reason := check_up_first(facts):
        rule = rules()["checkup-before-massage"]
        yield Ask("check-up", _said(reason, rule.text), rule.source)


WARNING_SIGNS = (
    "Before a course, take a minute for the warning signs. Single ones are weak evidence, and most "
    "people with one have nothing serious; it is asked because the rare cause is urgent."
)


def _urgent(facts: Facts) -> Iterator[Ask]:
    urgent = [advice for advice in advise(facts) if advice.severity == "urgent"]
    if urgent:
        words = " ".join(f"{advice.text} {advice.because}" for advice in urgent)
        sources = dict.fromkeys(advice.source for advice in urgent)
        yield Ask("urgent", words, "; ".join(sources))


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


def _said(reason: Reason, text: str) -> str:
    return f"{reason.because} {text}"
