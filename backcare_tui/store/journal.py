"""The steps of undo and redo, kept in the diary itself: each in one write with its change."""

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document, read_record
from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.values import BadValue, Moment
from backcare_tui.store.documents import Edit, is_there, sketch, whole

UNDO, REDO = "undo", "redo"
"""The tables: what can be taken back, and what was taken back and can be made again."""
STEPS_KEPT = 50
DAYS_KEPT = 30
"""After that what was removed is gone for good."""


class UndoStep(msgspec.Struct, frozen=True):
    """What it takes to take a change back, or to make it again."""

    summary: str
    before: tuple[tuple[str, str, dict[str, Any] | None], ...]
    updated: Moment
    """When the change was made, or taken back."""

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Table and id of each document that it touches."""
        return tuple((table, id_) for table, id_, _ in self.before)


def step_document(
    summary: str, now: str, places: Iterable[tuple[str, str]], before: Edit
) -> Document:
    """The document of one step: for each place that a change touches what stood there, or None."""
    steps = [[table, id_, before.get((table, id_))] for table, id_ in places]
    return {"id": new_id(), "updated": now, "summary": summary, "before": steps}


def last_step(table: Mapping[str, Any], now: dt.datetime) -> tuple[int, UndoStep] | None:
    """The number of the step made last, and the step; None if there is none whole and young enough."""
    old = set(forgotten(table, now))
    for number in sorted(table, key=int, reverse=True):
        with suppress(msgspec.ValidationError):
            if int(number) not in old:
                return int(number), msgspec.convert(whole(table[number]), UndoStep)
    return None


def forgotten(table: Mapping[str, Any], now: dt.datetime) -> list[int]:
    """The numbers of the steps that are too many or too old to keep."""
    numbers = sorted(table, key=int, reverse=True)
    oldest = (now - dt.timedelta(days=DAYS_KEPT)).isoformat()
    return [
        int(number)
        for place, number in enumerate(numbers, start=1)
        if place > STEPS_KEPT or _made(table[number]) < oldest
    ]


def undone(step: UndoStep, now: str) -> dict[tuple[str, str], dict[str, Any]]:
    """What taking a step back puts where: the documents before it, or marks of removal."""
    return {
        (table, id_): {**document, "id": id_} if document else {"id": id_, "removed": now}
        for table, id_, document in step.before
    }


def day_of(step: UndoStep, documents: Edit) -> dt.date:
    """The day that a step is about: that of its entries; where they have several, or none, its own.

    Args:
        step: The step.
        documents: What stands in its places now.
    """
    known = {(table, id_): document for table, id_, document in step.before if document}
    known |= {place: document for place, document in documents.items() if is_there(document)}
    days = {day for (table, _), document in known.items() if (day := _day(table, document))}
    return days.pop() if len(days) == 1 else step.updated.date()


def _day(table: str, document: Mapping[str, Any]) -> dt.date | None:
    """The day that an entry states; None for what has none of its own."""
    stated = {field: value for field, value in document.items() if field != "updated"}
    with suppress(BadValue, KeyError):
        day = read_record(RECORDS[table], stated).day
        return day if day > dt.date.min else None
    return None


def _made(step: object) -> str:
    """When a step was made; one that is not whole was made long ago."""
    known = sketch(step)
    return str(known.updated) if known and known.updated else ""
