"""The fixed words of a diary, and the ids by which it keeps them."""

from functools import cache
from typing import Literal

from backcare_tui.diary.records.routine import Source
from backcare_tui.library.taxonomy_data import RedFlag, TaxonomyWord, taxonomy
from backcare_tui.text import clean, within

WordKind = Literal[
    "qualities",
    "triggers",
    "relievers",
    "moods",
    "mood_words",
    "activities",
    "sleep_factors",
    "sleep_positions",
    "sleep_qualities",
    "massage_kinds",
    "techniques",
    "pressures",
    "responses",
    "inflammation_signs",
    "pressure_wishes",
    "side_effects",
    "treatments",
    "tags",
    "drinks",
    "meals",
    "roles",
    "conditions",
    "stop_reasons",
    "equipment",
    "suits",
    "medicines",
    "mood_flags",
    "activity_ideas",
]
"""A list of words that an entry takes its ids from."""


def words(kind: WordKind) -> tuple[TaxonomyWord, ...]:
    """The fixed words of one kind, in the order in which they are offered."""
    found: tuple[TaxonomyWord, ...] = getattr(taxonomy(), kind)
    return found


@cache
def _names(kind: WordKind) -> dict[str, str]:
    return {word.id: word.name for word in words(kind)}


@cache
def _ids(kind: WordKind) -> dict[str, str]:
    by_name = {word.name.casefold(): word.id for word in words(kind)}
    return by_name | {word.id.casefold(): word.id for word in words(kind)}


def name_of(kind: WordKind, word: str) -> str:
    """The name of a fixed word by its id; a person's own word, as it is and safe to print."""
    return _names(kind).get(word) or plain(word)


def name_within(kind: WordKind, word: str) -> str:
    """The same within a sentence: small, but for names of peoples, letters that stand for words, and own words.

    >>> name_within("massage_kinds", "swedish"), name_within("massage_kinds", "deep-tissue")
    ('Swedish (relaxation)', 'deep tissue')
    """
    small = word in _names(kind) and word not in _proper(kind)
    return within(name_of(kind, word)) if small else name_of(kind, word)


@cache
def _proper(kind: WordKind) -> frozenset[str]:
    return frozenset(word.id for word in words(kind) if word.is_proper)


def red_flags() -> tuple[RedFlag, ...]:
    """Every warning sign, in the order in which they are asked for."""
    return taxonomy().red_flags


def condition_source(condition: str) -> Source | None:
    """Where it is found that a condition asks for care; None where that is not known."""
    return next((word.source for word in words("conditions") if word.id == condition), None)


def find_word(kind: WordKind, text: str) -> str:
    """The id of the fixed word that the text is an id or a name of, else the text as the person's own word.

    >>> find_word("treatments", "Acupuncture")
    'acupuncture'
    >>> find_word("triggers", "my  niece's trampoline")
    "my niece's trampoline"
    """
    own = plain(text)
    return _ids(kind).get(own.casefold(), own)


def plain(text: str) -> str:
    """A person's own word, safe to print, with single spaces."""
    return " ".join(clean(text).split())
