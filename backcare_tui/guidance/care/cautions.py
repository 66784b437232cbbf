"""What to ask before a treatment, or to leave for now: one table of treatment against person.

The table is `guidance/data/treatments.json`. What is looked at are plain values; where they come
from in a diary stands in `guidance.known`.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import Literal

import msgspec

from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import HANDS_ON, MASSAGE
from backcare_tui.library.data_files import load

TreatmentGroupId = Literal[
    "massage", "device", "manipulation", "needling", "heat", "exercise", "tens"
]
"""Treatments that ask for the same care."""
NotedCaution = Literal[
    "leg_signs", "numb", "signs_of_inflammation", "fresh_injury", "spine", "neck-front"
]
"""What is no stated condition but was noted in the diary, or at the visit itself."""
BY_HAND: frozenset[TreatmentGroupId] = frozenset(("massage", "manipulation", "needling"))
PHYSICAL_THERAPY = ("physio", "physical therap", "krankengymnast", "kinésithérap", "fisioterap")
"""Beginnings of a person's own words for it; the table has nothing against it."""
OWN_HANDS = ("self", "device")
"""Kinds of massage that are had daily: their closeness, and what two of them did, say little."""
FIRM = 3
"""Pressure of 4 from which on a massage is called firm."""


class TreatmentGroup(msgspec.Struct, frozen=True):
    """Treatments that ask for the same care."""

    id: TreatmentGroupId
    whom: str
    """Whom to ask, in a sentence."""
    treatments: tuple[str, ...] = ()
    """Ids of treatments."""
    kinds: tuple[str, ...] = ()
    """Ids of kinds of massage; they count in place of the treatment."""
    techniques: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Beginnings of a person's own words, in lower case."""


class TreatmentCaution(msgspec.Struct, frozen=True):
    """One row of the table: a treatment against something of the person."""

    group: TreatmentGroupId
    why: str
    """A sentence."""
    source: str
    mark: Literal["ok", "secondary", "design"]
    """How sure it is that the source says so; `design` is a choice of our own."""
    against: str = ""
    """The id of a condition, or a `NotedCaution`."""
    from_age: int | None = None
    """The age in years from which on it holds, in place of a condition."""
    ask: Literal["first", "not-now"] = "first"
    is_about_pressure: bool = False
    """Whether it weighs more with firm pressure."""


class Treatment(msgspec.Struct, frozen=True):
    """A treatment as far as the table has to know it."""

    treatment: str
    kind: str = ""
    techniques: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


class _Table(msgspec.Struct, frozen=True):
    groups: tuple[TreatmentGroup, ...]
    cautions: tuple[TreatmentCaution, ...]


@cache
def _table() -> _Table:
    return load("guidance", "treatments", _Table)


def treatment_groups() -> tuple[TreatmentGroup, ...]:
    """Every group of treatments."""
    return _table().groups


def treatment_cautions() -> tuple[TreatmentCaution, ...]:
    """Every row of the table, in the order in which they are said."""
    return _table().cautions


def whom_to_ask(group: TreatmentGroupId) -> str:
    """Whom to ask before a treatment of a group, in a sentence."""
    return next(each.whom for each in treatment_groups() if each.id == group)


def treatment_of(visit: Visit) -> Treatment:
    """What a visit was."""
    return Treatment(visit.treatment, visit.kind or "", visit.techniques, visit.areas)


@lru_cache(maxsize=256)  # the same few treatments come back in every rule
def groups_of(given: Treatment) -> tuple[TreatmentGroupId, ...]:
    """The groups that a treatment belongs to, by its ids or by a person's own words.

    Massage with a device, or by oneself, is of the group `device` and not of `massage`.
    """
    found = [each.id for each in treatment_groups() if _belongs(given, each)]
    return tuple(each for each in found if each != "massage" or "device" not in found)


def is_by_hand(given: Treatment) -> bool:
    """Whether somebody works on the body with hands or needles, also in a person's own words."""
    if given.treatment in HANDS_ON or not BY_HAND.isdisjoint(groups_of(given)):
        return True
    own = _own_words(given)
    return any(_begins(word, own) for word in PHYSICAL_THERAPY)


def is_massage(given: Treatment) -> bool:
    """Whether it is massage, also in a person's own words, with a device or by oneself."""
    return given.treatment == MASSAGE or "massage" in groups_of(given)


def cautions_of(
    given: Iterable[Treatment], group: TreatmentGroupId, known: Collection[str], age: int | None
) -> tuple[TreatmentCaution, ...]:
    """The rows that hold for treatments of one group; what is not for now comes first.

    Args:
        given: The treatments; those of other groups are passed over.
        group: The group.
        known: Ids of conditions, and what was noted.
        age: In years; None where it is not known.
    """
    of_group = [each for each in given if group in groups_of(each)]
    if not of_group:
        return ()
    against = {*known, *(noted for each in of_group for noted in _of_areas(each.areas))}
    found = [
        row for row in treatment_cautions() if row.group == group and _holds(row, against, age)
    ]
    return tuple(sorted(found, key=lambda row: row.ask != "not-now"))


def say_cautions(rows: Iterable[TreatmentCaution]) -> str:
    """What to ask, why, and whom, of rows of one group; empty without any."""
    found = tuple(rows)
    if not found:
        return ""
    lead = "Not now" if found[0].ask == "not-now" else "Ask first"
    whys = " ".join(dict.fromkeys(row.why for row in found))
    return f"{lead}: {whys} {whom_to_ask(found[0].group)}"


def sources_of_cautions(rows: Iterable[TreatmentCaution]) -> str:
    """Where rows are from, each source once."""
    marks: Mapping[str, str] = {"secondary": " (seen through others)"}
    return "; ".join(dict.fromkeys(f"{row.source}{marks.get(row.mark, '')}" for row in rows))


def _belongs(given: Treatment, group: TreatmentGroup) -> bool:
    if given.treatment in group.treatments or given.kind in group.kinds:
        return True
    if not set(given.techniques).isdisjoint(group.techniques):
        return True
    own = _own_words(given)
    return any(_begins(word.replace("-", " "), own) for word in group.words)


def _own_words(given: Treatment) -> str:
    typed = " ".join((given.treatment, given.kind, *given.techniques))
    return typed.casefold().replace("-", " ").replace("_", " ")


def _begins(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}", text) is not None


def _holds(row: TreatmentCaution, against: Collection[str], age: int | None) -> bool:
    if row.from_age is not None:
        return age is not None and age >= row.from_age
    return row.against in against


def _of_areas(areas: Iterable[str]) -> Iterable[NotedCaution]:
    """Places that a treatment has to mind: the bones of the spine, the front of the neck."""
    for area in areas:
        if area == "neck-front":
            yield "neck-front"
        elif area.endswith("-back-c") or area in {"sacrum", "neck-back"}:
            yield "spine"
