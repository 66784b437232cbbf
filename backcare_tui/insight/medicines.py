"""Which medicines were taken, on how many days, and of what sort."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

import msgspec

from backcare_tui.diary.habits import read_medicine
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.library.medicines import (
    is_aspirin,
    is_named_for_the_heart,
    milligrams,
    sorts_of_medicine,
)
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import clean

HEART_ASPIRIN_MG = 325
"""Of a day, up to which aspirin is taken for the heart, not for pain (US label: 81 to 325 mg)."""


_BETWEEN = re.compile(
    r"\s*(?:[;&\n]|,(?!\d))\s*|\s+\+\s*|\s+(?:and|und|et|y|en|with|mit)\s+", re.IGNORECASE
)
"""What stands between two medicines that were written as one."""


class MedicineDays(msgspec.Struct, frozen=True):
    """A medicine, and on how many days it was taken down."""

    name: str
    days: int
    doses: tuple[str, ...]
    """The one taken most often first."""


class Taking(msgspec.Struct, frozen=True):
    """A medicine that was taken on a day, and what it is."""

    day: dt.date
    name: str
    """In the person's words, safe to print."""
    sorts: frozenset[str]
    """The ids of its sorts; none for aspirin that is taken for the heart, and for what is unknown."""
    is_heart_aspirin: bool = False


def medicines_taken(entries: Iterable[Pain | Feeling]) -> tuple[MedicineDays, ...]:
    """Each medicine by the days on which it was taken, most days first."""
    taken: dict[str, list[tuple[dt.date, Medicine]]] = {}
    for entry in entries:
        for medicine in _each(entry):
            name = name_of("medicines", medicine.name)
            taken.setdefault(name.casefold(), []).append((entry.day, medicine))
    found = [_taken(of_one) for of_one in taken.values()]
    return tuple(sorted(found, key=lambda each: (-each.days, each.name.casefold())))


def takings(entries: Iterable[Pain | Feeling]) -> tuple[Taking, ...]:
    """Each medicine of each day, in the order of days and names.

    Aspirin is for the heart where its name says so, or where all of a day's is 325 mg at most.
    """
    by_day: dict[dt.date, list[Medicine]] = {}
    for entry in entries:
        by_day.setdefault(entry.day, []).extend(_each(entry))
    found = {
        _taking(day, medicine, is_low=_is_low(medicines))
        for day, medicines in by_day.items()
        for medicine in medicines
    }
    return tuple(sorted(found, key=lambda each: (each.day, each.name)))


def days_of(taken: Iterable[Taking], sorts: Collection[str]) -> frozenset[dt.date]:
    """The days on which a medicine of any of these sorts was taken."""
    return frozenset(each.day for each in taken if not each.sorts.isdisjoint(sorts))


def _each(entry: Pain | Feeling) -> Iterator[Medicine]:
    """The medicines of an entry, also those written as one: `ibuprofen 400 mg + warfarin`."""
    return (each for medicine in entry.medicines for each in apart(medicine))


@cache
def apart(medicine: Medicine) -> tuple[Medicine, ...]:
    """Medicines that were written as one, each by itself; one alone is as it was."""
    words = f"{medicine.name} {medicine.dose or ''}"
    parts = [part for part in _BETWEEN.split(words) if any(map(str.isalpha, part))]
    return tuple(map(read_medicine, parts)) if len(parts) > 1 else (medicine,)


def _taking(day: dt.date, medicine: Medicine, *, is_low: bool) -> Taking:
    name = clean(name_of("medicines", medicine.name))
    words = f"{medicine.name} {medicine.dose or ''}".strip()  # also `diclofenac 1% gel`
    if is_aspirin(words) and (is_low or is_named_for_the_heart(words)):
        return Taking(day, name, frozenset(), is_heart_aspirin=True)
    return Taking(day, name, sorts_of_medicine(words))


def _is_low(medicines: Iterable[Medicine]) -> bool:
    """Whether the aspirin of a day is known to be no more than one takes for the heart."""
    amounts = [_milligrams(each) for each in medicines if is_aspirin(each.name)]
    known = [amount for amount in amounts if amount is not None]
    return len(known) == len(amounts) and 0 < sum(known) <= HEART_ASPIRIN_MG


def _milligrams(medicine: Medicine) -> float | None:
    in_dose = milligrams(medicine.dose) if medicine.dose else None
    return milligrams(medicine.name) if in_dose is None else in_dose


def _taken(of_one: Sequence[tuple[dt.date, Medicine]]) -> MedicineDays:
    doses = Counter(clean(medicine.dose) for _, medicine in of_one if medicine.dose)
    return MedicineDays(
        name=min(name_of("medicines", medicine.name) for _, medicine in of_one),
        days=len({day for day, _ in of_one}),
        doses=tuple(sorted(doses, key=lambda dose: (-doses[dose], dose))),
    )
