"""Meals and drinks as rows, day by day, newest first; each is drawn when it comes into view."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby

from backcare_tui.diary.records.meal import Meal
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import (
    clean,
    say_list_day,
    say_list_time,
    say_near_day,
    sentence_case,
    time_width,
)
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.wording.entries import say_entry


def eaten_columns(*, is_wide: bool) -> tuple[ListColumn, ...]:
    """Time, and what was eaten or drunk; with room also which meal or drink it was."""
    time = ListColumn(time_width())
    return (time, ListColumn(10), ListColumn()) if is_wide else (time, ListColumn())


class EatenRows:
    """Entries under their days; see `RowSource` and `Findable`."""

    def __init__(self, meals: Sequence[Meal], today: dt.date, *, is_wide: bool) -> None:
        """Rows of these entries.

        Args:
            meals: In the order of time; the last one comes first.
            today: For the names of the days.
            is_wide: Whether there is a column for which meal or drink it is.
        """
        self._today, self._is_wide = today, is_wide
        self._lines: list[Meal | dt.date] = []
        for day, of_day in groupby(reversed(meals), key=lambda meal: meal.day):
            self._lines += (day, *of_day)
        self._places = {
            line.id: place for place, line in enumerate(self._lines) if isinstance(line, Meal)
        }

    def __len__(self) -> int:
        """How many entries and days."""
        return len(self._lines)

    def __getitem__(self, index: int, /) -> ListRow:
        """One entry, or the heading of a day."""
        line = self._lines[index]
        if isinstance(line, Meal):
            return ListRow(line.id, (say_list_time(line.at), *self._say(line)))
        return ListRow(line.isoformat(), (self._say_day(line),), enabled=False, style="heading")

    def position(self, key: str, /) -> int | None:
        """Where an entry is."""
        return self._places.get(key)

    def _say_day(self, day: dt.date) -> str:
        near = say_near_day(day, self._today)
        if near in {"today", "yesterday"}:
            return f"{sentence_case(near)}, {say_list_day(day, self._today)}"
        return " ".join(say_list_day(day, self._today).split())

    def _say(self, meal: Meal) -> tuple[str, ...]:
        """Which meal it is says the time already, where there is little room."""
        what, words = say_entry(meal)
        if self._is_wide:
            return what, words
        return (words if meal.text or meal.tags else f"{what} {words}",)


def found(typed: str, meals: Iterable[Meal]) -> list[Meal]:
    """The entries that have every word that was typed, or its beginning, in any order."""
    words = clean(typed).casefold().split()
    return [meal for meal in meals if all(word in _sought_in(meal) for word in words)]


def _sought_in(meal: Meal) -> str:
    """All words by which an entry may be looked for."""
    drinks = {"water": meal.water_ml, "coffee": meal.coffees, "alcohol": meal.alcohol_units}
    words = (
        meal.text or "",
        meal.meal or "",
        *meal.tags,
        *(name_of("tags", tag) for tag in meal.tags),
        *(name for name, amount in drinks.items() if amount),
    )
    return clean(" ".join(words)).casefold()
