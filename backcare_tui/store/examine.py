"""A look at all that stands in the tables: entries, steps, marks, and what is not known here."""

from collections.abc import Mapping
from typing import Any

import msgspec

from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.repository import Trouble
from backcare_tui.store.documents import is_mark, sketch, whole
from backcare_tui.store.identity import META
from backcare_tui.store.journal import REDO, UNDO, UndoStep
from backcare_tui.store.view import DiaryView


class Examined(msgspec.Struct, frozen=True):
    """What was looked at, and what was not."""

    counts: Mapping[str, int]
    """Entries by their tables, and settings."""
    marks: int
    """Marks of removal."""
    steps: int
    """Steps of undo and redo that are whole."""
    unknown: tuple[str, ...]
    """Tables that this version does not know; they are kept, and not looked into."""
    troubles: tuple[Trouble, ...]
    """Documents that are set aside, and steps that are not whole and cannot be taken."""


def examined(tables: Mapping[str, Mapping[str, Any]]) -> Examined:
    """Look at everything in the tables of a diary."""
    steps = [(name, held) for name in (UNDO, REDO) for held in tables.get(name, {}).values()]
    broken = [trouble for name, held in steps if (trouble := _broken(name, held))]
    counts, troubles = DiaryView(tables).looked_through()
    known = {*RECORDS, UNDO, REDO, META}
    return Examined(
        counts=counts,
        marks=sum(
            is_mark(held, sketch(held))
            for name in RECORDS
            for held in tables.get(name, {}).values()
        ),
        steps=len(steps) - len(broken),
        unknown=tuple(name for name in tables if name not in known and tables[name]),
        troubles=(*troubles, *broken),
    )


def _broken(table: str, held: object) -> Trouble | None:
    try:
        msgspec.convert(whole(held), UndoStep)
    except msgspec.ValidationError:
        known = sketch(held)
        id_ = known.id if known and isinstance(known.id, str) else ""
        return Trouble(table, id_, "This step is not whole, so it cannot be taken.")
    return None
