"""What cannot be taken of a file, as sentences; those that are alike as one."""

from collections.abc import Iterable

import msgspec

from backcare_tui.diary.values import BadValue
from backcare_tui.text import say_count, within

ALIKE = 3
"""So many of a kind are still said one by one."""
KINDS_SAID = 10


class Complaint(msgspec.Struct, frozen=True):
    """Why a row, or one cell of it, cannot be taken."""

    place: str
    """Where it stands: `Line 3`, or `pain, entry 2`."""
    why: str
    likeness: str
    """The same for all that are wrong in the same way."""
    order: int = 0
    """Sorts complaints as they stand in the file."""

    def __str__(self) -> str:
        """The sentence, with its place."""
        return f"{self.place}: {self.why}"


def complaint(place: str, why: object, order: int = 0) -> Complaint:
    """Why something at a place cannot be taken: a BadValue, or a sentence."""
    likeness = f"{why.field}: {why.allowed}" if isinstance(why, BadValue) else str(why)
    return Complaint(place, str(why), likeness, order)


def say_alike(complaints: Iterable[Complaint]) -> tuple[str, ...]:
    """Sentences for a person: those that are alike as one, and no more than ten kinds.

    >>> wrong = [complaint(f"Line {n}", BadValue("date", "6/30/21", "a day"), n) for n in (2, 3, 4, 5)]
    >>> say_alike(wrong)
    ('4 alike, the first in line 2: date: "6/30/21" is not a day.',)
    """
    kinds: dict[str, list[Complaint]] = {}
    for each in complaints:
        kinds.setdefault(each.likeness, []).append(each)
    said = [sentence for kind in list(kinds.values())[:KINDS_SAID] for sentence in _said(kind)]
    if more := list(kinds.values())[KINDS_SAID:]:
        others = say_count(sum(map(len, more)), "other")
        said.append(f"And {others} of {say_count(len(more), 'more kind')}.")
    return tuple(said)


def _said(kind: list[Complaint]) -> tuple[str, ...]:
    if len(kind) <= ALIKE:
        return tuple(map(str, kind))
    first = kind[0]
    return (f"{len(kind):,} alike, the first in {within(first.place)}: {first.why}",)
