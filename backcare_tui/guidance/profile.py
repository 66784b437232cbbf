"""What a person stated about themselves, and what is still worth asking before a routine."""

import datetime as dt

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.safety import conditions_that_matter
from backcare_tui.text import say_count

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

GROWN_UP = 18
"""The age in years from which advice for adults holds; below it no alcohol is fine (our own rule)."""


def conditions_to_ask(settings: Settings, routine: Routine) -> tuple[str, ...]:
    """The conditions that matter to a routine and were not asked about yet."""
    known = settings.conditions_asked | settings.conditions
    return tuple(each for each in conditions_that_matter(routine) if each not in known)


def say_unasked(count: int) -> str:
    """That it is not known whether a routine fits, as nothing was said of some conditions."""
    things = say_count(count, "condition")
    return f"Not stated yet: whether you have any of {things} that change parts of it."


def age_of(settings: Settings, today: dt.date) -> int | None:
    """A person's age in years, to the year; None where it was not stated."""
    return _years_since(settings.birth_year, today)


def years_of_pain(settings: Settings, today: dt.date) -> int | None:
    """For how many years the pain has been there, to the year; None where it was not stated."""
    return _years_since(settings.pain_since, today)


def inflammatory_signs(settings: Settings) -> frozenset[str]:
    """The ids of the features of an inflammatory cause that a person named."""
    return (settings.inflammatory_signs or frozenset()) & frozenset(INFLAMMATORY_SIGNS)


def _years_since(year: int | None, today: dt.date) -> int | None:
    return today.year - year if year is not None and year <= today.year else None
