"""What may be tried by oneself and by lot: never a medicine, and nothing while urgent advice stands."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.trial import TrialOutcomeWord
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.care.cautions import Treatment
from backcare_tui.guidance.care.course_start import cares
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.known import known_of
from backcare_tui.insight.trials.schedule import CARRY_DAYS, WEEK, names_visit
from backcare_tui.library.taxonomy import words

NEVER = (
    "Never try out a prescribed medicine this way, neither taking it nor leaving it out. "
    "Talk to the person who prescribed it."
)
"""What stands above the field, whatever is typed."""
ALLOWED = (
    "for a trial by lot: no medicine is, neither taken nor left out; talk to the person who "
    "prescribed it, or to a pharmacist"
)
LASTS = "What it does builds up and lasts: with fewer days at a time much of it would not show."
BY_VISIT = (
    "It may be felt for days, so a week with it is held against a week without. Have it early in "
    "its week."
)


class Idea(msgspec.Struct, frozen=True):
    """Something that people try."""

    outcome: TrialOutcomeWord
    """What it is mostly tried for."""
    period_days: int | None = None
    """The days at a time that it takes, where what it does lasts."""
    why: str = ""
    """Why it takes longer, in a sentence."""


IDEAS: dict[str, Idea] = {
    "Stretching in the morning": Idea("pain", CARRY_DAYS, LASTS),
    "Getting up every half hour": Idea("pain"),
    "A walk at lunch": Idea("pain", CARRY_DAYS, LASTS),
    "Heat in the evening": Idea("pain", CARRY_DAYS, LASTS),
    "A massage": Idea("pain", WEEK, BY_VISIT),
    "Coffee only before noon": Idea("sleep"),
    "An alcohol-free day": Idea("sleep"),
    "Screens off an hour before bed": Idea("sleep"),
}
"""What people try; examples of ours, no advice.

How long a period is for each is a rule of ours: of an effect that builds up and fades by half a day, periods of 2 days show
less than half, of 3 days two thirds, of a week five sixths (`tests/bench/bench_trials.py`).
"""
_OF_MEDICINE = frozenset(
    [
        "medicine",
        "medication",
        "drug",
        "pill",
        "tablet",
        "capsule",
        "dose",
        "painkiller",
        "prescription",
        "prescribed",
        "opioid",
        "steroid",
        "nsaid",
        "antidepressant",
        "relaxant",
        "injection",
        "insulin",
    ]
)
_WORD = r"[\w-]+"


def idea_of(name: str) -> Idea | None:
    """What is known of something that is to be tried; of own words only whether one visit makes a period."""
    by_visit = Idea("pain", WEEK, BY_VISIT) if names_visit(name) else None
    return IDEAS.get(name, by_visit)


def care_before(name: str, facts: Facts) -> tuple[str, ...]:
    """What to ask before trying it, or to leave for now, where it is a treatment; mostly nothing."""
    return tuple(each.words for each in cares(Treatment(name), known_of(facts)))


def refuse_medicine(name: str, own: Iterable[str] = ()) -> None:
    """Refuse what is, or names, a medicine.

    Args:
        name: What is to be tried.
        own: The names of the medicines that the person took down.

    Raises:
        BadValue: With a sentence that says whom to talk to.
    """
    typed = set(_words(name))
    known = _OF_MEDICINE | {each for sort in words("medicines") for each in sort.names}
    taken = (frozenset(re.findall(_WORD, text.casefold())) for text in own)
    if typed & known or any(each <= typed for each in taken if each):
        raise BadValue("try", name, ALLOWED)


def own_medicines(repository: Repository) -> frozenset[str]:
    """The names of all medicines that were ever taken down."""
    entries: tuple[Pain | Feeling, ...] = (
        *repository.entries(Pain),
        *repository.entries(Feeling),
    )
    return frozenset(medicine.name for entry in entries for medicine in entry.medicines)


def _words(text: str) -> Iterator[str]:
    """Each word in small letters, as it is and without the ending of more than one."""
    for word in re.findall(_WORD, text.casefold()):
        yield word
        yield word.removesuffix("s")
