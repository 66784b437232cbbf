"""What a person stated about themselves, and what is still worth asking before a routine."""

from collections.abc import Iterable, Mapping
from typing import Any

from backcare_tui.diary.routine import Routine
from backcare_tui.guidance.safety import conditions_that_matter

CONDITIONS = "conditions"
"""The setting that holds the ids of the conditions that a person has."""
ASKED = "conditions_asked"
"""The setting that holds the ids of those that a person was asked about."""


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


def _ids(value: object) -> Iterable[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else ()
