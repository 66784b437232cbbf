"""The undo steps, kept in the diary itself: made, and taken back, in one write with the change."""

import datetime as dt
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import msgspec

from backcare_tui.diary.records.base import new_id

TABLE = "undo"
STEPS_KEPT = 50
DAYS_KEPT = 30
"""After that what was removed is gone for good."""

Replaced = Sequence[tuple[str, str, Mapping[str, Any] | None]]
"""Table, id and document of what a change touched; None for what was not there."""


class UndoStep(msgspec.Struct, frozen=True):
    """What it takes to take a change back."""

    summary: str
    before: tuple[tuple[str, str, dict[str, Any] | None], ...]


def step_document(summary: str, now: str, before: Replaced) -> dict[str, Any]:
    """The document of one step."""
    return {"id": new_id(), "updated": now, "summary": summary, "before": [list(b) for b in before]}


def last_step(table: Mapping[str, Any], now: dt.datetime) -> tuple[int, UndoStep] | None:
    """The number of the step made last, and the step; None if there is none whole and young enough."""
    old = set(forgotten(table, now))
    for number in sorted(table, key=int, reverse=True):
        with suppress(msgspec.ValidationError):
            if int(number) not in old:
                return int(number), msgspec.convert(table[number], UndoStep)
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


def _made(step: object) -> str:
    """When a step was made; one that is not whole was made long ago."""
    return str(step.get("updated", "")) if isinstance(step, Mapping) else ""
