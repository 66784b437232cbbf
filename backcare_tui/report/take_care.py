"""What to take care of, in words: also that nothing was stated, and that it was not asked."""

import datetime as dt
from collections.abc import Collection, Iterator

from backcare_tui.guidance.known import MEDICINE_DAYS
from backcare_tui.guidance.privacy import is_private_sort
from backcare_tui.guidance.profile import INFLAMMATORY_SIGNS
from backcare_tui.guidance.risks import STANDS_FOR
from backcare_tui.library.taxonomy import name_of, name_within
from backcare_tui.report.person import SignsSeen, TakeCare
from backcare_tui.text import clean, say_day, say_list

ASKED_FIRST = (
    "blood_thinner",
    "bleeding_disorder",
    "clot_history",
    "osteoporosis",
    "pregnancy",
    "cancer_now",
)
"""The conditions that hands ask about first; of each it is said whether it was asked."""
NOT_ASKED = "not asked"
NONE_STATED = "none stated"
NOT_LISTED = "Any for mood or of a private kind are not listed here."
"""Said wherever such medicines are not told, whether there are some or not."""
SIGNS_SHOWN = 3
"""How many looks for signs of inflammation are told: the last ones."""


def take_care_lines(of: TakeCare, parts: Collection[str], last: dt.date) -> Iterator[str]:
    """Conditions, medicines, age, signs.

    Args:
        of: What is known of the person.
        parts: What is told; without `medicines` those remain that hands have to mind, and without
            `private` those are left out that are nobody else's business.
        last: The last day of the time: days of another year say which.
    """
    age = "not stated" if of.age is None else f"{of.age}, to the year"
    yield f"Age: {age}. Conditions that matter to hands-on care: {_conditions(of)}."
    yield from _first_asked(of)
    yield from for_long_lines(of, parts)
    for each in of.minded:
        days = f"{each.taken.days} of the last {MEDICINE_DAYS} days"
        yield f"{name_of('medicines', each.sort)}: {clean(each.taken.name)} on {days}."
    yield from _inflammatory(of.inflammatory)
    yield from _signs(of.signs, last)


def for_long_lines(of: TakeCare, parts: Collection[str]) -> Iterator[str]:
    """The sorts that are taken for long; it does not matter to the words whether one was left out."""
    if "medicines" not in parts:
        minded = [each for each in of.for_long if each in STANDS_FOR]
        if minded:
            yield f"Taken for long, and to be minded: {_sorts(minded)}."
        return
    if "private" in parts:
        yield f"Medicines taken for long: {_sorts(of.for_long) or NONE_STATED}."
        return
    told = [each for each in of.for_long if not is_private_sort(each)]
    yield f"Medicines taken for long: {_sorts(told) or NONE_STATED}. {NOT_LISTED}"


def _sorts(sorts: Collection[str]) -> str:
    return _named([name_of("medicines", each) for each in sorts])


def _conditions(of: TakeCare) -> str:
    if of.conditions:
        return _named([name_of("conditions", each) for each in of.conditions])
    return NONE_STATED if of.asked else NOT_ASKED


def _first_asked(of: TakeCare) -> Iterator[str]:
    """Which of those that matter most were denied, and which nobody asked about."""
    if not of.asked:
        return
    known = {*of.conditions, *of.for_long, *(each.sort for each in of.minded)}
    denied = [each for each in ASKED_FIRST if each in of.asked - known]
    unasked = [each for each in ASKED_FIRST if each not in of.asked | known]
    for words, ids in (("Asked, and not stated", denied), ("Not asked about", unasked)):
        if ids:
            yield f"{words}: {_named([name_within('conditions', id_) for id_ in ids])}."


def _inflammatory(named: frozenset[str] | None) -> Iterator[str]:
    """Features of the pain that make a doctor think of an inflammatory cause, where they were asked."""
    if named is not None:
        said = _named([INFLAMMATORY_SIGNS[each].rstrip(".?") for each in sorted(named)])
        yield f"Asked about features of an inflammatory cause: {said or NONE_STATED}."


def _signs(signs: tuple[SignsSeen, ...], last: dt.date) -> Iterator[str]:
    if not signs:
        yield "Signs of inflammation: not looked for in this time."
    for each in signs[:SIGNS_SHOWN]:
        found = say_list([name_within("inflammation_signs", sign) for sign in each.found])
        at = f" ({name_within('treatments', each.treatment)})" if each.treatment else ""
        yield f"Signs of inflammation on {say_day(each.day, last)}{at}: {found or 'looked for, none'}."


def _named(names: list[str]) -> str:
    return "; ".join(names)
