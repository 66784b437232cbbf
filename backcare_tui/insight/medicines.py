"""Which medicines were taken, on how many days, and of what sort."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.medicines import read_medicine, taken_at
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.values import Relief
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
    """A medicine as it was taken down in some time."""

    name: str
    on: tuple[dt.date, ...]
    """The days on which it was, in order; at least one."""
    doses: tuple[str, ...]
    """The one taken most often first."""
    times: int
    """How often it was taken: as often as entries name it."""
    most: int
    """How often at most on one day."""
    most_mg: float | None
    """How much at most on one day, in milligrams; None where a dose is not known."""
    relief: Mapping[Relief, int]
    """Whether it helped, in how many entries each was said: `yes`, `a-little`, `no`."""

    @property
    def days(self) -> int:
        """On how many days."""
        return len(self.on)

    @property
    def last(self) -> dt.date:
        """The last day on which it was taken."""
        return self.on[-1]

    def days_of_last(self, count: int, day: dt.date) -> int:
        """On how many of so many days up to one."""
        return sum(0 <= (day - each).days < count for each in self.on)


class _Taken(NamedTuple):
    """A medicine as one entry names it."""

    day: dt.date
    medicine: Medicine
    relief: Relief | None


class Taking(msgspec.Struct, frozen=True):
    """A medicine that was taken on a day, and what it is."""

    day: dt.date
    name: str
    """In the person's words, safe to print."""
    sorts: frozenset[str]
    """The ids of its sorts; none for aspirin that is taken for the heart, and for what is unknown."""
    is_heart_aspirin: bool = False


def medicines_taken(entries: Iterable[Pain | Feeling]) -> tuple[MedicineDays, ...]:
    """Each medicine by the days on which it was taken, most days first; all of them."""
    taken: dict[str, list[_Taken]] = {}
    for entry in entries:
        told: set[str] = set()
        for medicine in _each(entry):
            name = name_of("medicines", medicine.name)
            # Of two tablets of one entry it is said once whether they helped.
            relief = None if name.casefold() in told else _relief(entry, medicine, name)
            told.add(name.casefold())
            one = _Taken(taken_at(entry, medicine).date(), medicine, relief)
            taken.setdefault(name.casefold(), []).append(one)
    found = [_taken(of_one) for of_one in taken.values()]
    return tuple(sorted(found, key=lambda each: (-each.days, each.name.casefold())))


def takings(entries: Iterable[Pain | Feeling]) -> tuple[Taking, ...]:
    """Each medicine of each day, in the order of days and names.

    Aspirin is for the heart where its name says so, or where all of a day's is 325 mg at most.
    """
    by_day: dict[dt.date, list[Medicine]] = {}
    for entry in entries:
        for medicine in _each(entry):
            by_day.setdefault(taken_at(entry, medicine).date(), []).append(medicine)
    found = {
        _taking(day, medicine, is_low=_is_low(medicines))
        for day, medicines in by_day.items()
        for medicine in medicines
    }
    return tuple(sorted(found, key=lambda each: (each.day, each.name)))


def moments_of(entry: Pain | Feeling) -> Iterator[tuple[dt.datetime, Taking]]:
    """When each medicine of an entry was taken, and what it is by that entry alone."""
    medicines = tuple(_each(entry))
    is_low = _is_low(medicines)
    for medicine in medicines:
        at = taken_at(entry, medicine)
        yield at, _taking(at.date(), medicine, is_low=is_low)


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
    if len(parts) < 2:
        return (medicine,)
    return tuple(replace(read_medicine(part), time=medicine.time) for part in parts)


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


def _relief(entry: Pain | Feeling, medicine: Medicine, name: str) -> Relief | None:
    """Whether it helped that time, as far as it was said."""
    if not isinstance(entry, Pain):
        return None
    said = {word.casefold(): how for word, how in entry.relief.items()}
    return said.get(medicine.name.casefold()) or said.get(name.casefold())


def _taken(of_one: Sequence[_Taken]) -> MedicineDays:
    doses = Counter(clean(each.medicine.dose) for each in of_one if each.medicine.dose)
    by_day: dict[dt.date, list[Medicine]] = {}
    for each in of_one:
        by_day.setdefault(each.day, []).append(each.medicine)
    return MedicineDays(
        name=min(name_of("medicines", each.medicine.name) for each in of_one),
        on=tuple(sorted(by_day)),
        doses=tuple(sorted(doses, key=lambda dose: (-doses[dose], dose))),
        times=len(of_one),
        most=max(map(len, by_day.values())),
        most_mg=_most_milligrams(by_day.values()),
        relief=Counter(each.relief for each in of_one if each.relief),
    )


def _most_milligrams(days: Iterable[Sequence[Medicine]]) -> float | None:
    """The most of a day; None where the dose of any is not known, as that day may have been the one."""
    amounts = [[_milligrams(each) for each in medicines] for medicines in days]
    known = [[each for each in of_day if each is not None] for of_day in amounts]
    if any(len(some) < len(all_) for some, all_ in zip(known, amounts, strict=True)):
        return None
    return max(map(sum, known))
