"""The documents of a table by their days; a change of some of them leaves the rest as it stands.

At ten years a table has 14,000 documents, and who saves one would wait while all are looked at again.
"""

import datetime as dt
from bisect import insort
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from backcare_tui.diary.when import iso_day
from backcare_tui.store.documents import Sketch, entry_sketch, is_mark, names_in, sketch

Table = Mapping[str, Any]
"""Documents by their numbers."""
DayNames = tuple[dt.date, frozenset[str]]


class ChangedNumber(NamedTuple):
    """What stands at a number before a change and after it; None where nothing does."""

    number: str
    before: object
    after: object


def changed_in(before: Table, after: Table) -> list[ChangedNumber]:
    """The numbers at which two states of a table differ; what is the same object is not looked at.

    >>> one, two = {"id": "a"}, {"id": "b"}
    >>> changed_in({"1": one, "2": two}, {"1": one, "3": two})
    [ChangedNumber(number='3', before=None, after={'id': 'b'}), ChangedNumber(number='2', before={'id': 'b'}, after=None)]
    """
    found = [
        ChangedNumber(number, before.get(number), held)
        for number, held in after.items()
        if before.get(number) is not held
    ]
    return found + [ChangedNumber(n, held, None) for n, held in before.items() if n not in after]


class DayIndex:
    """Where the entries of each day stand, in the order of their numbers, in which they were made.

    Marks of what was removed are left out, and of twins all but the first.
    """

    def __init__(self, table: Table, field: str) -> None:
        """Look at a table whose documents give their day in `field`."""
        self._table, self._field = table, field
        self._days: dict[str, list[str]] = {}
        self._named: dict[tuple[str, ...], dict[str, list[DayNames]]] = {}
        self.has_twins = False
        """Whether an id stands here twice, so that a change may bring another document to light."""
        seen: set[str] = set()
        days = self._days
        for number in sorted(table, key=int):
            known = sketch(held := table[number]) or Sketch()
            if known.removed is not None and is_mark(held, known):
                continue
            if isinstance(id_ := known.id, str):
                if id_ in seen:
                    self.has_twins = True
                    continue
                seen.add(id_)
            days.setdefault(self._day(known), []).append(number)

    def after(self, table: Table, changed: list[ChangedNumber]) -> "DayIndex":
        """The index of the table after a change; this one stays as it is."""
        if self.has_twins:
            return DayIndex(table, self._field)
        index = DayIndex({}, self._field)
        index._table, index._days = table, dict(self._days)
        index._named = {fields: dict(named) for fields, named in dict(self._named).items()}
        for number, before, after in changed:
            for held, put in ((before, False), (after, True)):
                if known := entry_sketch(held):
                    index._move(self._day(known), number, put=put)
        return index

    def _move(self, day: str, number: str, *, put: bool) -> None:
        numbers = [each for each in self._days.get(day, ()) if each != number]
        if put:
            insort(numbers, number, key=int)
        self._days[day] = numbers
        if not numbers:
            del self._days[day]
        for named in self._named.values():
            named.pop(day, None)

    def days(self) -> list[str]:
        """The days that have an entry, as text, in their order; "0001-01-01" for those without one."""
        return sorted(self._days)

    def __len__(self) -> int:
        """How many days these are."""
        return len(self._days)

    def on(self, day: str) -> Iterator[object]:
        """The documents of a day."""
        return map(self._table.__getitem__, self._days.get(day, ()))

    def named(self, fields: tuple[str, ...]) -> Iterator[DayNames]:
        """What some fields of each document name, with its day, in the order of days.

        It is kept: a few words, which come back in most documents.
        """
        kept = self._named.setdefault(fields, {})
        same: dict[frozenset[str], frozenset[str]] = {}
        for text in self.days():
            if text not in kept:
                kept[text] = [
                    (day, same.setdefault(names, names))
                    for held in self.on(text)
                    if (day := iso_day(text)) and day > dt.date.min
                    if (names := names_in(held, fields))
                ]
            yield from kept[text]

    def _day(self, known: Sketch) -> str:
        return str(getattr(known, self._field) or dt.date.min)[:10]
