"""What is nobody else's business until its person says so: care of the mind, intimate kinds, their medicines.

The table is `guidance/data/private.json`.
"""

import re
from collections.abc import Collection, Iterable
from functools import cache

import msgspec

from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.library.data_files import load
from backcare_tui.library.medicines import LEAST_LETTERS, SPELLED_ALIKE, sorts_of_medicine
from backcare_tui.library.taxonomy import WordKind, words
from backcare_tui.text import nearest

_WORD = re.compile(r"[^\W\d_]+")


class _Table(msgspec.Struct, frozen=True):
    treatments: frozenset[str]
    roles: frozenset[str]
    words: tuple[str, ...]
    sorts: frozenset[str]
    names: frozenset[str]


@cache
def _table() -> _Table:
    return load("guidance", "private", _Table)


@cache
def is_private_treatment(treatment: str) -> bool:
    """Whether a treatment is private, by its id or in a person's own words."""
    return treatment in _table().treatments or _is_meant("treatments", treatment)


@cache
def is_private_medicine(name: str) -> bool:
    """Whether a medicine is one for the mind or for intimate matters, as far as its name is known."""
    if sorts := sorts_of_medicine(name):
        return not sorts.isdisjoint(_table().sorts)
    return any(map(_is_named, _WORD.findall(name.casefold())))


def is_private_word(word: str) -> bool:
    """Whether a person's own word for what set pain off or eased it names such a treatment or medicine."""
    return is_private_treatment(word) or is_private_medicine(word)


def is_private_sort(sort: str) -> bool:
    """Whether a sort of medicine is one for the mind or for intimate matters."""
    return sort in _table().sorts


def private_people(people: Iterable[Person], visits: Collection[Visit]) -> frozenset[str]:
    """The ids of those of the care team whom one sees for private things alone: by role, or by all visits."""
    treatments: dict[str, set[str]] = {}
    for visit in visits:
        if visit.person:
            treatments.setdefault(visit.person, set()).add(visit.treatment)
    by_role = {each.id for each in people if each.role and _is_private_role(each.role)}
    by_visits = {id_ for id_, given in treatments.items() if all(map(is_private_treatment, given))}
    return frozenset(by_role | by_visits)


def is_private_visit(visit: Visit, people: Collection[str]) -> bool:
    """Whether a visit is private: by what it was, or by whom it was with.

    Args:
        visit: The visit.
        people: The ids of those whom one sees for private things alone.
    """
    return (
        visit.person in people
        or is_private_treatment(visit.treatment)
        or _is_meant("massage_kinds", visit.kind or "")
        or any(_is_meant("techniques", each) for each in visit.techniques)
    )


def _is_private_role(role: str) -> bool:
    return role in _table().roles or _is_meant("roles", role)


def _is_meant(kind: WordKind, word: str) -> bool:
    """Whether a person's own word begins, or has a word that begins, as one of the table does."""
    if word in {each.id for each in words(kind)}:
        return False
    own = word.casefold().replace("-", " ").replace("_", " ")
    return any(re.search(rf"\b{re.escape(each)}", own) for each in _table().words)


@cache
def _is_named(word: str) -> bool:
    """Whether a word names a medicine of the table, also with a letter or two amiss."""
    names = _table().names
    if word in names or len(word) < LEAST_LETTERS:
        return word in names
    return bool(nearest(word, names, 1, SPELLED_ALIKE))
