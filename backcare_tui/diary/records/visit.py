"""A massage or another treatment."""

from typing import ClassVar

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import (
    Cost,
    Minutes,
    Moment,
    Pressure,
    PressureNext,
    Rating,
    Severity,
    SideEffects,
    Text,
    VisitResponse,
    Word,
    Words,
)


class Visit(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A massage or another treatment."""

    table: ClassVar[str] = "visit"
    at: Moment
    treatment: Word
    kind: Text | None = None
    techniques: Words = ()
    person: Text | None = None
    minutes: Minutes | None = None
    areas: Words = ()
    pressure: Pressure | None = None
    pressure_next: PressureNext | None = None
    """What is wanted next time, against what it was."""
    response: VisitResponse | None = None
    inflammation: Words = ()
    pain_before: Severity | None = None
    pain_after: Severity | None = None
    spasm_before: Severity | None = None
    """How hard the muscle cramped, 0 not at all to 10."""
    spasm_after: Severity | None = None
    bend_before: Severity | None = None
    bend_after: Severity | None = None
    mood_before: Rating | None = None
    mood_after: Rating | None = None
    sore_next_day: Severity | None = None
    side_effects: SideEffects = ()
    course: Text | None = None
    cost: Cost | None = None
    note: Text | None = None
