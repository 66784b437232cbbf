"""What may be tried by oneself and by lot: never a medicine, and nothing while urgent advice stands."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
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
IDEAS: dict[str, Literal["pain", "sleep"]] = {
    "Stretching in the morning": "pain",
    "A walk at lunch": "pain",
    "Getting up every half hour": "pain",
    "Heat in the evening": "pain",
    "Coffee only before noon": "sleep",
    "Screens off an hour before bed": "sleep",
    "An alcohol-free day": "sleep",
}
"""What people try, each with what it is mostly tried for; examples of ours, no advice."""
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
