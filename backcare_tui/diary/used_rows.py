"""Which rows of a form stand first: the few that a person used most, and not others every day.

What stands there is found anew from the diary alone, so that nothing of it is kept and two devices
agree. It is steady by two rules: only whole weeks count, so nothing moves within one, and a row
goes out only for one that was used clearly more.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from backcare_tui.diary.records.base import Record, says_something

STANDING = 4
"""How many rows stand first."""
WEEKS_COUNTED = 13
"""Uses of the last three months count; older habits fade."""
LEAD, LEAD_FACTOR = 3, 1.25
"""A row comes in only with so many uses more than the one that goes out, and by this factor (our own rule)."""
WEEK = dt.timedelta(days=7)


def days_asked(today: dt.date) -> tuple[dt.date, dt.date]:
    """The days whose entries `standing_rows` looks at, the first and the last."""
    return _first_choice(today) - WEEKS_COUNTED * WEEK, today


def standing_rows(
    entries: Iterable[Record],
    rows: Mapping[str, Sequence[str]],
    today: dt.date,
    count: int = STANDING,
) -> frozenset[str]:
    """The rows that stand first today.

    Args:
        entries: Of the kind that the form fills in, at least those of `days_asked`.
        rows: The fields of each row by its name, in the designed order, which also decides between equals.
        today: Only whole weeks before it count, by the calendar of `days_asked`.
        count: How many stand first.
    """
    first, last = _first_choice(today), (today - _first_choice(today)) // WEEK
    uses = _uses_by_week(entries, rows, first, last)
    chosen = tuple(sorted(rows, key=lambda row: -sum(uses[row][:WEEKS_COUNTED]))[:count])
    for week in range(1, last + 1):
        counts = {row: sum(uses[row][week : week + WEEKS_COUNTED]) for row in rows}
        chosen = _after_a_week(chosen, counts)
    return frozenset(chosen)


def _first_choice(today: dt.date) -> dt.date:
    """The first day of the quarter before this one: from there the choice is followed, week by week."""
    months = today.year * 12 + (today.month - 1) // 3 * 3 - 3
    return dt.date(months // 12, months % 12 + 1, 1)


def _uses_by_week(
    entries: Iterable[Record], rows: Mapping[str, Sequence[str]], first: dt.date, last: int
) -> Mapping[str, list[int]]:
    """How often each row was used in each week, from 13 weeks before the first choice on."""
    begins, weeks = first - WEEKS_COUNTED * WEEK, WEEKS_COUNTED + last
    uses = {row: [0] * weeks for row in rows}
    for entry in entries:
        week = (entry.day - begins) // WEEK if entry.day else -1
        if 0 <= week < weeks:
            for row, fields in rows.items():
                uses[row][week] += any(says_something(getattr(entry, field)) for field in fields)
    return uses


def _after_a_week(chosen: tuple[str, ...], counts: Mapping[str, int]) -> tuple[str, ...]:
    """The rows chosen, each changed for another where that was used clearly more."""
    stands = list(chosen)
    for row in sorted(counts.keys() - set(stands), key=lambda each: (-counts[each], each)):
        least = min(reversed(stands), key=counts.__getitem__, default=row)
        lead = counts[row] - counts[least]
        if lead >= LEAD and counts[row] >= counts[least] * LEAD_FACTOR:
            stands[stands.index(least)] = row
    return tuple(stands)
