"""What is said at once when an entry is taken down, and does not wait until somebody looks."""

from collections.abc import Iterable, Iterator
from typing import get_args

from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.current import current_advice, stops
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.averages import FORTNIGHT
from backcare_tui.guidance.care.cautions import TreatmentGroupId, groups_of, treatment_of
from backcare_tui.guidance.care.course_days import noted_before
from backcare_tui.guidance.care.response_sentences import say_noted_at_first_visit
from backcare_tui.guidance.facts import Facts

OF_VISITS = frozenset(
    {
        "course-checkup-open",
        "massage-course-before",
        "massage-postpone",
        "massage-acute-injury",
        "massage-too-close",
        "visit-numb",
    }
)
OF_MEDICINES = frozenset({"meds-nsaid-care", "meds-sedatives"})
ASK_FIRST = {group: f"{group}-ask-first" for group in get_args(TreatmentGroupId)}
"""The rule of each group of treatments."""


def said_of_visit(
    facts: Facts, dismissals: Iterable[Dismissal], visit: Visit
) -> tuple[Advice, ...]:
    """What to mind with a treatment that was just taken down, unless it was put away.

    Nothing is said of a visit of more than two weeks ago.
    """
    if visit.day < facts.since(FORTNIGHT):
        return ()
    ids = OF_VISITS | {ASK_FIRST[group] for group in groups_of(treatment_of(visit))}
    return tuple(each for each in _standing(facts, dismissals) if each.id in ids or stops(each))


def said_of_first_visit(facts: Facts, visit: Visit) -> str:
    """Whether it can be told later if pain is lower, where a visit is the first of a course; else empty.

    Nothing is said of a visit of more than two weeks ago.
    """
    is_first = any(each.given and each.given[0].id == visit.id for each in facts.courses)
    if not is_first or visit.day < facts.since(FORTNIGHT):
        return ""
    return say_noted_at_first_visit(noted_before(facts.pain_by_day, visit.day))


def said_of_care(facts: Facts, dismissals: Iterable[Dismissal]) -> tuple[Advice, ...]:
    """What waits for an answer, and what to mind with any treatment and any medicine on record.

    Without what was put away.
    """
    ids = OF_VISITS | OF_MEDICINES | set(ASK_FIRST.values())
    return tuple(each for each in _standing(facts, dismissals) if each.id in ids or each.stands)


def _standing(facts: Facts, dismissals: Iterable[Dismissal]) -> Iterator[Advice]:
    said = current_advice(facts, dismissals)
    return (each.advice for each in said if each.state != "away")
