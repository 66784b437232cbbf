"""How well the person's own activities go."""

from typing import Annotated, ClassVar

from msgspec import Meta

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import BadValue, Moment, Severity, Word


class Ability(Record, frozen=True, kw_only=True, omit_defaults=True):
    """How well the person's own activities go, 0 cannot to 10 as before (after the PSFS, Stratford 1995)."""

    table: ClassVar[str] = "ability"
    at: Moment
    ratings: Annotated[
        dict[Word, Severity], Meta(description="an activity with a number from 0 to 10")
    ]

    def __post_init__(self) -> None:
        """Refuse a rating of nothing."""
        if not self.ratings:
            raise BadValue("ratings", None, "an activity with a number from 0 to 10")
