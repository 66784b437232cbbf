"""Diaries of flares for tests: days of pain 2, and flares of so many days that the person called so."""

from collections.abc import Iterable, Sequence
from typing import Any

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from tests.guidance.facts_of import ago

CALM, BAD = 2, 7
CALM_BEFORE = 14
"""Calm days before the first flare, by which it is known what was usual."""


def days_of(
    lengths: Sequence[int], calm: int = 3, last: int = 0, **fields: Any
) -> tuple[list[Pain], list[tuple[int, ...]]]:
    """Entries of a diary with flares of so many days, and of each flare how many days ago its days are.

    Args:
        lengths: Of the flares, the first one first.
        calm: Calm days after each of them; 0 where the last one is not over.
        last: How many days ago the last of all days is.
        fields: Further fields of the entries of the flares.
    """
    back = last + sum(lengths) + calm * len(lengths) + CALM_BEFORE - 1
    entries, flares = [], []
    for _ in range(CALM_BEFORE):
        entries.append(Pain(at=ago(back), severity=CALM))
        back -= 1
    for length in lengths:
        flares.append(tuple(range(back, back - length, -1)))
        entries += [
            Pain(at=ago(days_ago), severity=BAD, is_flare=True, **fields) for days_ago in flares[-1]
        ]
        back -= length
        for _ in range(calm):
            entries.append(Pain(at=ago(back), severity=CALM))
            back -= 1
    return entries, flares


def done(
    days_ago: int, before: int | None = None, after: int | None = None, **fields: Any
) -> Session:
    """The gentle routine, so many days ago."""
    known: dict[str, Any] = {"routine": "flare-up-gentle", "name": "Flare-Up Gentle", **fields}
    return Session(at=ago(days_ago), pain_before=before, pain_after=after, **known)


def two_flares() -> Iterable[Record]:
    """One of 3 days and one of 6, the last of which ended a week ago, with what helped and what was done."""
    entries, (first, second) = days_of((3, 6), calm=7)
    helped = {
        first[0]: {"heat": "yes", "walking": "no"},
        second[0]: {"heat": "yes", "walking": "a-little"},
    }
    helped |= {second[-1]: {"heat": "a-little"}}
    for entry in entries:
        back = (ago(0).date() - entry.day).days
        yield entry if back not in helped else _with(entry, helped[back])
    yield from (done(first[0], 7, 6), done(second[0], 8, 5), done(second[1], 7))
    yield done(0, 2, 2)  # on a day that is of no flare


def _with(entry: Pain, relief: dict[str, str]) -> Pain:
    return Pain(
        at=entry.at,
        severity=entry.severity,
        is_flare=entry.is_flare,
        relievers=tuple(relief),
        relief=relief,  # type: ignore[arg-type]
    )
