"""A routine as it was done."""

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import Leg, Moment, Seconds, SessionOutcome, Severity, Text, Word


class SessionStep(msgspec.Struct, frozen=True, omit_defaults=True):
    """One exercise of a session, as it was done."""

    exercise: Word
    planned_s: Seconds | None = None
    done_s: Seconds | None = None
    outcome: SessionOutcome = "done"
    side: Text | None = None
    name: Text | None = None
    """What one's own was called then; one of the library is known by its id."""


class Session(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A routine as it was done."""

    table: ClassVar[str] = "session"
    at: Moment
    routine: Word
    name: Text | None = None
    planned_s: Seconds | None = None
    done_s: Seconds | None = None
    steps: Annotated[
        tuple[SessionStep, ...], Meta(description="a list of steps, each with an exercise")
    ] = ()
    pain_before: Severity | None = None
    pain_after: Severity | None = None
    stopped: Text | None = None
    effort: Severity | None = None
    """How hard it was, 0 to 10."""
    leg: Leg | None = None
    """What a leg felt meanwhile."""
    note: Text | None = None
