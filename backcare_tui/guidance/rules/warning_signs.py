"""Red flags: what a person marked in the check for warning signs."""

from collections.abc import Collection

from backcare_tui.guidance import concerns
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.risks import cancer, frailty, weak_defenses
from backcare_tui.library.taxonomy import red_flags
from backcare_tui.text import clean, say_day

CAUDA = (
    "saddle_numbness",
    "bladder_change",
    "bowel_change",
    "sexual_numbness",
    "both_legs_symptoms",
)
LEG = ("leg_weakness_new", "foot_drop", "unsteady_walking")
SERIOUS_FALL, SMALL_FALL = ("major_trauma",), ("minor_trauma",)
CHEST = ("chest_pain", "breathless", "tearing_belly_pain")
IN_PREGNANCY = ("pregnancy_signs",)
UNREMITTING = ("night_pain_constant", "pain_not_eased_by_rest")
SOON = (*UNREMITTING, "lump_or_shape_change", "cough_worse", "between_shoulder_blades")
OF_THE_SPINE = (*SOON, "pain_new_kind", "unsteady_walking")
"""Marks that after cancer may be of the spine (NICE NG234 2023)."""


def cauda(facts: Facts) -> Reason | None:
    """Signs that the nerves at the end of the spine are pressed."""
    return _marked(facts, CAUDA)


def leg_weakness(facts: Facts) -> Reason | None:
    """New weakness of a leg."""
    return _marked(facts, LEG)


def serious_fall(facts: Facts) -> Reason | None:
    """A serious fall, crash or blow."""
    return _marked(facts, SERIOUS_FALL)


def trauma(facts: Facts) -> Reason | None:
    """A small fall, marked or taken down, or lifting, with thin bones, or from 70 years on."""
    if not (why := frailty(facts)):
        return None
    if reason := _marked(facts, SMALL_FALL):
        return reason
    found = concerns.fall(facts) or concerns.strain(facts)
    return Reason(f"{found.because} Known of you: {why}.") if found else None


def small_fall(facts: Facts) -> Reason | None:
    """A small fall of somebody whose age is not known."""
    if frailty(facts) or facts.age is not None:
        return None
    return _marked(facts, SMALL_FALL)


def infection(facts: Facts) -> Reason | None:
    """Fever or feeling very ill; pain that never lets up, where infections are likelier."""
    is_likelier = weak_defenses(facts) and not cancer(facts)
    return _marked(facts, ("fever_unwell", *(UNREMITTING if is_likelier else ())))


def chest(facts: Facts) -> Reason | None:
    """Chest pain, trouble breathing, a tearing pain."""
    return _marked(facts, CHEST)


def clot(facts: Facts) -> Reason | None:
    """One calf swollen and warm."""
    return _marked(facts, ("calf_swollen_warm",))


def cancer_pain(facts: Facts) -> Reason | None:
    """After cancer: pain at night, without let-up, of a new kind or place (NICE NG234 2023)."""
    stated, reason = cancer(facts), _marked(facts, OF_THE_SPINE)
    return Reason(f"{reason.because} Known of you: {stated}.") if stated and reason else None


def weight_loss(facts: Facts) -> Reason | None:
    """Weight lost without trying."""
    return _marked(facts, ("weight_loss_unexplained",))


def book_soon(facts: Facts) -> Reason | None:
    """Constant pain, worst at night or when coughing, high up; a lump or a change of shape."""
    return None if cancer_pain(facts) else _marked(facts, SOON)


def pregnancy(facts: Facts) -> Reason | None:
    """Bleeding, waters, tightenings or the like in pregnancy: marked, or taken down otherwise."""
    if reason := _marked(facts, IN_PREGNANCY):
        return reason
    found = concerns.pregnancy(facts)
    return Reason(found.because) if found else None


def tell(facts: Facts) -> Reason | None:
    """Any other mark: there is never a "probably fine" after one."""
    answers = (
        cauda,
        leg_weakness,
        serious_fall,
        trauma,
        small_fall,
        infection,
        chest,
        clot,
        cancer_pain,
        weight_loss,
        book_soon,
        pregnancy,
    )
    if any(answer(facts) for answer in answers):
        return None
    return _marked(facts, facts.flags.flags)


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
    "rf-serious-fall": serious_fall,
    "rf-trauma": trauma,
    "rf-infection": infection,
    "rf-chest": chest,
    "rf-clot": clot,
    "rf-pregnancy": pregnancy,
    "rf-cancer-pain": cancer_pain,
    "rf-cancer": weight_loss,
    "rf-small-fall": small_fall,
    "rf-book-soon": book_soon,
    "rf-tell": tell,
}
