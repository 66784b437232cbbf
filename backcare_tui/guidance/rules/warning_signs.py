"""Red flags: what a person marked in the check for warning signs, and when to look again."""

import datetime as dt
from collections.abc import Collection

from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import DIGITS
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.profile import age_of, inflammatory_signs, years_of_pain
from backcare_tui.guidance.red_flags import was_checked
from backcare_tui.library.taxonomy import red_flags
from backcare_tui.text import clean, say_day, say_number

THIN_BONES = ("osteoporosis", "long_term_steroids")
OLD_FOR_A_FALL = 70
"""From this age on a small fall counts (sources differ; the number is our own)."""
WORST, JUMP = 8, 3
"""Of 10, and points above the usual, from which to look again (our own rule)."""
YOUNG_ONSET, VERY_YOUNG_ONSET = 45, 35
LASTING = dt.timedelta(days=91)
"""For how long the pain has been there at least: three months (NICE NG65 2017)."""
SIGNS_OF_INFLAMMATION = 4
"""How many of the features of NICE NG65 (2017) lead to a word with a doctor."""
CAUDA = (
    "saddle_numbness",
    "bladder_change",
    "bowel_change",
    "sexual_numbness",
    "both_legs_symptoms",
)
LEG = ("leg_weakness_new", "foot_drop", "unsteady_walking")
CHEST = ("chest_pain", "breathless", "tearing_belly_pain")
SOON = ("night_pain_constant", "lump_or_shape_change", "pain_not_eased_by_rest")


def cauda(facts: Facts) -> Reason | None:
    """Signs that the nerves at the end of the spine are pressed."""
    return _marked(facts, CAUDA)


def leg_weakness(facts: Facts) -> Reason | None:
    """New weakness of a leg."""
    return _marked(facts, LEG)


def trauma(facts: Facts) -> Reason | None:
    """A serious fall; a small one with thin bones, or from 70 years on."""
    if reason := _marked(facts, ("major_trauma",)):
        return reason
    age = age_of(facts.settings, facts.today)
    is_frail = facts.conditions & set(THIN_BONES) or (age is not None and age >= OLD_FOR_A_FALL)
    return _marked(facts, ("minor_trauma",)) if is_frail else None


def infection(facts: Facts) -> Reason | None:
    """Fever or feeling very ill with back pain."""
    return _marked(facts, ("fever_unwell",))


def chest(facts: Facts) -> Reason | None:
    """Chest pain, trouble breathing, a tearing pain."""
    return _marked(facts, CHEST)


def clot(facts: Facts) -> Reason | None:
    """One calf swollen and warm."""
    return _marked(facts, ("calf_swollen_warm",))


def cancer(facts: Facts) -> Reason | None:
    """Weight lost without trying; a new kind of pain after cancer."""
    if reason := _marked(facts, ("weight_loss_unexplained",)):
        return reason
    had_cancer = facts.conditions & {"cancer_history", "cancer_now"}
    return _marked(facts, ("pain_new_kind",)) if had_cancer else None


def book_soon(facts: Facts) -> Reason | None:
    """Constant pain, worst at night; a lump or a change of shape."""
    return _marked(facts, SOON)


def tell(facts: Facts) -> Reason | None:
    """Any other mark: there is never a "probably fine" after one."""
    answers = (cauda, leg_weakness, trauma, infection, chest, clot, cancer, book_soon)
    if any(answer(facts) for answer in answers):
        return None
    return _marked(facts, facts.flags.flags)


def recheck(facts: Facts) -> Reason | None:
    """Severe pain today, or far above the usual, and no check within a day."""
    worst, today = facts.worst_by_day.get(facts.today), facts.pain_by_day.get(facts.today)
    if worst is None or today is None or was_checked(facts.checks, facts.now):
        return None
    if worst >= WORST:
        return Reason(f"Pain was {worst} of 10 today.")
    usual = facts.median14(facts.pain_by_day)
    if usual is None or round(today - usual, DIGITS) < JUMP:
        return None
    return Reason(f"Pain is {say_number(today)} today; {say_number(usual)} is usual for you.")


def inflammatory(facts: Facts) -> Reason | None:
    """Four or more of the features that speak for an inflammatory cause (NICE NG65 2017)."""
    years, age = years_of_pain(facts.settings, facts.today), age_of(facts.settings, facts.today)
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
    areas = (area for entry in facts.pains for area in (*entry.areas, *entry.area_severity))
    return any(area.startswith("buttock") for area in areas)


def _marked(facts: Facts, flags: Collection[str]) -> Reason | None:
    found = facts.flags.flags & set(flags)
    if not found or facts.flags.at is None:
        return None
    asked = {flag.id: flag.question for flag in red_flags()}
    named = [question for id_, question in asked.items() if id_ in found]
    named += sorted(clean(id_) for id_ in found - set(asked))
    return Reason(f"Marked on {say_day(facts.flags.at.date(), facts.today)}: {' '.join(named)}")


LOOKS = {
    "rf-cauda": cauda,
    "rf-leg-weakness": leg_weakness,
    "rf-trauma": trauma,
    "rf-infection": infection,
    "rf-chest": chest,
    "rf-clot": clot,
    "rf-cancer": cancer,
    "rf-book-soon": book_soon,
    "rf-tell": tell,
    "rf-recheck": recheck,
    "rf-inflammatory": inflammatory,
}
