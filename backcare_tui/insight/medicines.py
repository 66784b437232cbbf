"""Which medicines were taken, and on how many days."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import clean


class MedicineDays(msgspec.Struct, frozen=True):
    """A medicine, and on how many days it was taken down."""

    name: str
    days: int
    doses: tuple[str, ...]
    """The one taken most often first."""


def medicines_taken(entries: Iterable[Pain | Feeling]) -> tuple[MedicineDays, ...]:
    """Each medicine by the days on which it was taken, most days first."""
    taken: dict[str, list[tuple[dt.date, Medicine]]] = {}
    for entry in entries:
        for medicine in entry.medicines:
            name = name_of("medicines", medicine.name)
            taken.setdefault(name.casefold(), []).append((entry.day, medicine))
    found = [_taken(of_one) for of_one in taken.values()]
    return tuple(sorted(found, key=lambda each: (-each.days, each.name.casefold())))


def _taken(of_one: Sequence[tuple[dt.date, Medicine]]) -> MedicineDays:
    doses = Counter(clean(medicine.dose) for _, medicine in of_one if medicine.dose)
    return MedicineDays(
        name=min(name_of("medicines", medicine.name) for _, medicine in of_one),
        days=len({day for day, _ in of_one}),
        doses=tuple(sorted(doses, key=lambda dose: (-doses[dose], dose))),
    )
