"""The undo steps, kept in the diary itself: made, and taken back, in one write with the change."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from backcare_tui.diary.records import new_id

TABLE = "undo"
STEPS_KEPT = 50
DAYS_KEPT = 30
"""After that what was removed is gone for good."""

Before = Sequence[tuple[str, str, Mapping[str, Any] | None]]
"""Table, id and document of what a change touched; None for what was not there."""


def step_document(summary: str, now: str, before: Before) -> dict[str, Any]:
    """The document of one step."""
    return {"id": new_id(), "updated": now, "summary": summary, "before": [list(b) for b in before]}


def last_step(table: Mapping[str, Any]) -> tuple[int, Mapping[str, Any]] | None:
    """The number and the document of the step made last; None if there is none."""
    if not table:
        return None
    number = max(table, key=int)
    return int(number), table[number]


def forgotten(table: Mapping[str, Any], now: dt.datetime) -> list[int]:
    """The numbers of the steps that are too many or too old to keep."""
    numbers = sorted(map(int, table), reverse=True)
    oldest = (now - dt.timedelta(days=DAYS_KEPT)).isoformat()
    return [
        number
        for place, number in enumerate(numbers, start=1)
        if place >= STEPS_KEPT or table[str(number)].get("updated", "") < oldest
    ]


def undone(step: Mapping[str, Any], now: str) -> dict[tuple[str, str], dict[str, Any]]:
    """What taking a step back puts where: the documents before it, or marks of removal."""
    return {
        (table, id_): dict(document) if document else {"id": id_, "removed": now}
        for table, id_, document in step["before"]
    }
