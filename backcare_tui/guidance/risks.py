"""What makes a rare cause likelier in a person: stated, or known from age and medicines."""

from typing import Protocol

from backcare_tui.library.taxonomy import name_within

OLD_FOR_A_FALL = 70
"""From this age on a small fall counts (sources differ; the number is our own)."""
THIN_BONES = frozenset({"osteoporosis", "long_term_steroids", "fracture_recent"})
CANCER = frozenset({"cancer_history", "cancer_now"})
WEAK_DEFENSES = frozenset(
    {"immune_suppressed", "recent_infection", "injected_drugs", "cancer_now", "long_term_steroids"}
)
"""With these an infection of the spine is likelier (Finucane 2020)."""
STANDS_FOR = {
    "blood_thinner": "blood_thinner",
    "steroid": "long_term_steroids",
    "immune": "immune_suppressed",
    "cancer": "cancer_history",
}
"""Sorts of medicine, and the condition that each of them says as much as."""


class PersonFacts(Protocol):
    """What the facts know of a person, as far as a risk depends on it."""

    @property
    def conditions(self) -> frozenset[str]:
        """The ids of the conditions that were stated."""

    @property
    def age(self) -> int | None:
        """In years; None where it was not stated."""

    def takes_for_long(self, sort: str) -> bool:
        """Whether a sort of medicine is taken for long."""


def frailty(facts: PersonFacts) -> str:
    """Why a small fall may break a bone: `osteoporosis or thin bones`; empty where nothing says so."""
    if stated := _stated(facts, THIN_BONES):
        return stated
    age = facts.age
    return f"age {age}" if age is not None and age >= OLD_FOR_A_FALL else ""


def cancer(facts: PersonFacts) -> str:
    """Cancer now or in the past, by its name; empty where none was stated."""
    return _stated(facts, CANCER)


def weak_defenses(facts: PersonFacts) -> str:
    """What makes an infection likelier, by its name; empty where nothing says so."""
    return _stated(facts, WEAK_DEFENSES)


def _stated(facts: PersonFacts, conditions: frozenset[str]) -> str:
    if known := sorted(facts.conditions & conditions):
        return name_within("conditions", known[0])
    taken = (
        condition
        for sort, condition in STANDS_FOR.items()
        if condition in conditions and facts.takes_for_long(sort)
    )
    return name_within("conditions", next(taken, ""))
