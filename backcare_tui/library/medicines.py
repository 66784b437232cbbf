"""What a medicine is, by its name as a person writes it: its sorts, and how much was taken.

It is there for words of care alone. A name that is not known has no sort, and nothing is said of it.
"""

import re
from collections.abc import Iterator
from functools import cache

from backcare_tui.library.taxonomy import words
from backcare_tui.text import nearest

TOPICAL = "topical"
ON_SKIN = frozenset(
    [
        "gel",
        "cream",
        "creme",
        "crème",
        "patch",
        "patches",
        "plaster",
        "pflaster",
        "salbe",
        "pomade",
        "ointment",
        "emulgel",
        "spray",
        "roll-on",
        "rub",
        "lotion",
        "topical",
    ]
)
"""Words of a name that say that it goes on the skin."""
THROUGH_SKIN = frozenset(("opioid",))
"""Sorts that a patch brings into the whole body."""
ASPIRIN = frozenset(
    [
        "aspirin",
        "asprin",
        "asparin",
        "aspro",
        "ass",
        "asa",
        "acetylsalicylic",
        "acetylsalicylsäure",
        "disprin",
        "ecotrin",
        "bufferin",
        "cardiopirin",
    ]
)
FOR_THE_HEART = frozenset(("cardio", "cardiopirin", "protect", "baby", "low-dose", "heart", "herz"))
"""Words of a name that say that aspirin is taken for the heart."""
SPELLED_ALIKE, LEAST_LETTERS = 0.87, 6
"""How near a misspelled name has to be, as difflib has it, and how long (our own choice)."""
LEAST_BARE_MG = 20
"""A number without a unit is milligrams from here on, such as `ASS 100`; less counts tablets."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DOSE = re.compile(
    r"(?:(\d+)\s*[x\u00d7*]\s*)?(\d+(?:[.,]\d+)?)\s*(mg|milligrams?|g|grams?)?\b", re.IGNORECASE
)


@cache
def sorts_of_medicine(name: str) -> frozenset[str]:
    """The ids of the sorts that a medicine is of, such as two for co-codamol; none if unknown.

    A name is known with a dose in it, by a word of it, and with a letter or two amiss.
    """
    plain = name.casefold().strip()
    for sort in words("medicines"):
        if plain in (sort.id, sort.name.casefold()):
            return frozenset((sort.id,))
    typed = frozenset(_words(plain))
    found = frozenset(sort for word in typed for sort in _sorts_of_word(word))
    if typed & ON_SKIN:
        return (found & THROUGH_SKIN) | {TOPICAL}
    return found


def is_aspirin(name: str) -> bool:
    """Whether a medicine is aspirin, whatever it is taken for."""
    return not ASPIRIN.isdisjoint(_words(name.casefold()))


def is_named_for_the_heart(name: str) -> bool:
    """Whether a name says that it is aspirin for the heart: `Aspirin protect`, `baby aspirin`."""
    typed = set(_words(name.casefold().replace("low dose", "low-dose")))
    return bool(typed & ASPIRIN and typed & FOR_THE_HEART)


def milligrams(text: str) -> float | None:
    """How much a dose is: 75 for `75 mg`, 500 for `0.5 g`, 150 for `2 x 75 mg`; None if not said."""
    for times, amount, unit in _DOSE.findall(text):
        number = float(amount.replace(",", "."))
        if not unit and number < LEAST_BARE_MG:
            continue
        each = number * 1000 if unit.lower().startswith("g") else number
        return each * int(times or 1)
    return None


def _words(text: str) -> Iterator[str]:
    yield from _WORD.findall(text)


@cache
def _sorts_by_name() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sort in words("medicines"):
        for name in (sort.id, *sort.names):
            found.setdefault(name, set()).add(sort.id)
    return {name: frozenset(sorts) for name, sorts in found.items()}


@cache
def _sorts_of_word(word: str) -> frozenset[str]:
    known = _sorts_by_name()
    if word in known:
        return known[word]
    if len(word) < LEAST_LETTERS or word in ON_SKIN:
        return frozenset()
    near = nearest(word, known, 1, SPELLED_ALIKE)
    return known[near[0]] if near else frozenset()
