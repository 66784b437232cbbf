"""Pain that may be inflammatory: stiff mornings that ask for a few questions, and their answers."""

import datetime as dt

from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.profile import inflammatory_signs, years_of_pain
from backcare_tui.guidance.symptoms import areas_in

STIFF_MIN, STIFF_DAYS, STIFF_OF = 30, 10, 30
"""Minutes of stiffness, on how many days of how many (our own rule: stiffness is none of the features of NICE NG65)."""
YOUNG_ONSET, VERY_YOUNG_ONSET = 45, 35
"""Ages before which the pain began, for the questions to matter, and to count as one more (NICE NG65 2017)."""
LASTING = dt.timedelta(days=91)
"""For how long the pain has been there at least: three months (NICE NG65 2017)."""
SIGNS_OF_INFLAMMATION = 4
"""How many of the features of NICE NG65 (2017) lead to a word with a doctor."""


def stiff_mornings(facts: Facts) -> Reason | None:
    """Stiff for half an hour or more on many days, begun young, and the questions not answered."""
    age, years = facts.age, years_of_pain(facts.settings, facts.today)
    if age is None or age - (years or 0) >= YOUNG_ONSET or facts.settings.inflammatory_signs:
        return None
    window = set(facts.days(STIFF_OF))
    stiff = {each.day for each in facts.pains if (each.stiffness_min or 0) >= STIFF_MIN} & window
    known = set(facts.pain_by_day) & window
    if len(stiff) < STIFF_DAYS or 2 * len(stiff) <= len(known):
        return None
    return Reason(f"Stiff for half an hour or more on {len(stiff)} of {len(known)} days.")


def inflammatory(facts: Facts) -> Reason | None:
    """Four or more of the features that speak for an inflammatory cause (NICE NG65 2017)."""
    years, age = years_of_pain(facts.settings, facts.today), facts.age
    if years is None or age is None or age - years >= YOUNG_ONSET:
        return None
    # Only the year is known: it may have begun on the last day of it.
    if facts.today - dt.date(facts.today.year - years, 12, 31) < LASTING:
        return None
    signs = inflammatory_signs(facts.settings)
    count = len(signs) + (age - years < VERY_YOUNG_ONSET) + _has_buttock_pain(facts)
    if count < SIGNS_OF_INFLAMMATION:
        return None
    return Reason(f"You named {count} of the features that are asked for.")


def _has_buttock_pain(facts: Facts) -> bool:
    return any(areas_in(entry, ("buttock",)) for entry in facts.pains)


LOOKS = {
    "rf-inflammatory": inflammatory,
    "stiff-mornings": stiff_mornings,
}
