"""Advice put away, for good or until a day."""

from typing import ClassVar

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import Day, Moment, Text, Word


class Dismissal(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Advice put away, for good or until a day."""

    table: ClassVar[str] = "dismissal"
    at: Moment
    advice: Word
    until: Day | None = None
    event: Text | None = None
    """The id of what it was about, where only this one piece is put away."""
