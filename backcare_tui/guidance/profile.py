"""What a person stated about themselves, and what is still worth asking before a routine."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from backcare_tui.diary.records.routine import Routine
from backcare_tui.guidance.safety import conditions_that_matter

CONDITIONS = "conditions"
"""The setting that holds the ids of the conditions that a person has."""
ASKED = "conditions_asked"
"""The setting that holds the ids of those that a person was asked about."""
BIRTH_YEAR, PAIN_SINCE = "birth_year", "pain_since"
"""The settings that hold the year of birth, and the year in which the pain began."""
INFLAMMATORY = "inflammatory_signs"
"""The setting that holds the ids of the features below that a person has."""
INFLAMMATORY_SIGNS = {
    "wakes_second_half": "The pain wakes me in the second half of the night",
    "better_with_movement": "Moving eases it, rest does not",
    "better_with_nsaid": "Anti-inflammatory medicine eases it within two days",
    "family_spa": "Somebody in my family has spondylitis or a related illness",
    "joint_swelling": "I have or had swollen joints",
    "heel_tendon_pain": "I have or had pain where a tendon meets the bone, such as at the heel",
    "psoriasis": "I have or had psoriasis",
}
"""What is asked once, after NICE NG65 (2017): the id, and how it is asked."""
MEDICINES = "medicines"
"""The setting that holds the ids of the sorts of medicine that a person takes for long."""
FLUID_LIMIT = "fluid_limit"
"""The setting that says whether a doctor limits what a person may drink."""


def stated_conditions(settings: Mapping[str, Any]) -> frozenset[str]:
    """The ids of the conditions that a person stated."""
    return frozenset(_ids(settings.get(CONDITIONS)))


def asked_conditions(settings: Mapping[str, Any]) -> frozenset[str]:
    """The ids of the conditions that a person was asked about."""
    return frozenset(_ids(settings.get(ASKED)))


def conditions_to_ask(settings: Mapping[str, Any], routine: Routine) -> tuple[str, ...]:
    """The conditions that matter to a routine and were not asked about yet."""
    known = asked_conditions(settings) | stated_conditions(settings)
    return tuple(each for each in conditions_that_matter(routine) if each not in known)


def age_of(settings: Mapping[str, Any], today: dt.date) -> int | None:
    """A person's age in years, to the year; None where it was not stated."""
    return _years_since(settings.get(BIRTH_YEAR), today)


def years_of_pain(settings: Mapping[str, Any], today: dt.date) -> int | None:
    """For how many years the pain has been there, to the year; None where it was not stated."""
    return _years_since(settings.get(PAIN_SINCE), today)


def inflammatory_signs(settings: Mapping[str, Any]) -> frozenset[str]:
    """The ids of the features of an inflammatory cause that a person named."""
    return frozenset(_ids(settings.get(INFLAMMATORY))) & frozenset(INFLAMMATORY_SIGNS)


def medicines_taken(settings: Mapping[str, Any]) -> frozenset[str]:
    """The ids of the sorts of medicine that a person takes for long."""
    return frozenset(_ids(settings.get(MEDICINES)))


def has_fluid_limit(settings: Mapping[str, Any]) -> bool:
    """Whether a doctor limits what a person may drink."""
    return settings.get(FLUID_LIMIT) is True


def _years_since(year: object, today: dt.date) -> int | None:
    is_year = isinstance(year, int) and not isinstance(year, bool) and year <= today.year
    return today.year - year if is_year and isinstance(year, int) else None


def _ids(value: object) -> Iterable[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else ()
