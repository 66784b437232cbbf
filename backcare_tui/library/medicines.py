"""What a medicine is, by its name as a person writes it: its sorts, and how much was taken.

It is there for words of care alone. A name that is not known has no sort, and nothing is said of it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from backcare_tui.library.taxonomy import words
from backcare_tui.text import DECIMAL, nearest, read_decimal

TOPICAL = "topical"
ON_SKIN = frozenset(
    [
        "gel",
        "cream",
        "creme",
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
HEART_ASPIRIN = frozenset(
    [
        "adiro",
        "albyl-e",
        "ascal",
        "carbasalate",
        "cardioaspirin",
        "cardioaspirina",
        "cardioaspirine",
        "cardiopirin",
        "godamed",
        "hjertemagnyl",
        "kardegic",
        "micropirin",
        "nu-seals",
        "tromalyt",
        "trombyl",
    ]
)
"""Names under which aspirin is sold for the heart alone."""
ASPIRIN = HEART_ASPIRIN | frozenset(
    [
        "acetylsalicylic",
        "acetylsalicylique",
        "acetylsalicylsaure",
        "acetylsalicylzuur",
        "alka-seltzer",
        "anadin",
        "aspegic",
        "asa",
        "asparin",
        "aspirin",
        "aspirina",
        "aspirine",
        "aspro",
        "asprin",
        "ass",
        "bufferin",
        "disprin",
        "ecotrin",
        "magnyl",
        "resprin",
        "thomapyrin",
        "togal",
    ]
)
FOR_THE_HEART = HEART_ASPIRIN | frozenset(
    ("cardio", "protect", "baby", "low-dose", "heart", "herz", "hart")
)
"""Words of a name that say that aspirin is taken for the heart."""
SPELLED_ALIKE, LEAST_LETTERS = 0.87, 6
"""How near a misspelled name has to be, as difflib has it, and how long (our own choice)."""
LEAST_BARE_MG = 20
"""A number without a unit is milligrams from here on, such as `ASS 100`; less counts tablets."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DOSE = re.compile(
    rf"(?:(\d+)\s*[x\u00d7*]\s*)?({DECIMAL})\s*(mg|milligrams?|g|grams?)?\b", re.IGNORECASE
)


@cache
def sorts_of_medicine(name: str) -> frozenset[str]:
    """The ids of the sorts that a medicine is of, such as two for co-codamol; none if unknown.

    A name is known with a dose in it, by a word of it, and with a letter or two amiss.
    """
    for sort in words("medicines"):
        if name.casefold().strip() in (sort.id, sort.name.casefold()):
            return frozenset((sort.id,))
    typed = frozenset(_words(name))
    found = frozenset(sort for word in typed for sort in _sorts_of_word(word))
    if typed & ON_SKIN:
        return (found & THROUGH_SKIN) | {TOPICAL}
    return found


@cache
def is_aspirin(name: str) -> bool:
    """Whether a medicine is aspirin, whatever it is taken for."""
    return any(_is_aspirin(word) for word in _words(name))


@cache
def is_named_for_the_heart(name: str) -> bool:
    """Whether a name says that it is aspirin for the heart: `Aspirin protect`, `baby aspirin`."""
    typed = set(_words(name.casefold().replace("low dose", "low-dose")))
    return any(map(_is_aspirin, typed)) and not typed.isdisjoint(FOR_THE_HEART)


def milligrams(text: str) -> float | None:
    """How much a dose is: 75 for `75 mg`, 500 for `0.5 g`, 150 for `2 x 75 mg`; None if not said."""
    for times, amount, unit in _DOSE.findall(text):
        number = read_decimal(amount)
        if not unit and number < LEAST_BARE_MG:
            continue
        each = number * 1000 if unit.lower().startswith("g") else number
        return each * int(times or 1)
    return None


def _words(text: str) -> Iterator[str]:
    """The words, without the marks above letters, and those that a hyphen joins also apart."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    for word in _WORD.findall("".join(each for each in plain if not unicodedata.combining(each))):
        yield word
        yield from (part for part in word.split("-") if part in _sorts_by_name() and part != word)


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
    near = _nearest(word, known)
    return known[near] if near else frozenset()


@cache
def _is_aspirin(word: str) -> bool:
    return _nearest(word, _sorts_by_name()) in ASPIRIN


def _nearest(word: str, known: Collection[str]) -> str:
    """The known name that is meant by a word, also with a letter or two amiss; empty if none is."""
    if word in known or len(word) < LEAST_LETTERS or word in ON_SKIN:
        return word if word in known else ""
    return next(iter(nearest(word, known, 1, SPELLED_ALIKE)), "")
