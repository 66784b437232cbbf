"""A check for warning signs, a check-up, and a look for signs of inflammation."""

from typing import Annotated, ClassVar

from msgspec import Meta

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import Moment, Text, Words


class Check(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A red-flag check with its answers, or a check-up by a professional."""

    table: ClassVar[str] = "check"
    at: Moment
    red_flags: Words = ()
    mood_flags: Words = ()
    is_check_up: Annotated[bool, Meta(description="true or false")] = False
    seen_by: Text | None = None
    """Who looked at it, of a check-up."""
    note: Text | None = None


class Signs(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A look for signs of inflammation, while massage is put off; none is an answer too."""

    table: ClassVar[str] = "signs"
    at: Moment
    inflammation: Words = ()
    note: Text | None = None
