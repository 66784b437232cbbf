"""What a person fears and believes of moving, asked once a month."""

from typing import ClassVar

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import BadValue, Moment, Severity


class Belief(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Two answers in our own words, each 0 to 10, after the construct of fear-avoidance beliefs (Waddell 1993).

    They are single items of the program's own, and no score of the FABQ or of the Tampa scale.
    """

    table: ClassVar[str] = "belief"
    at: Moment
    bending: Severity | None = None
    """How afraid one is to bend: 0 not at all, 10 as much as can be."""
    harm: Severity | None = None
    """How much one believes that moving harms one's back: 0 not at all, 10 for sure."""

    def __post_init__(self) -> None:
        """Refuse an answer to neither."""
        if self.bending is None and self.harm is None:
            raise BadValue("bending", None, "a whole number from 0 to 10")

    @property
    def highest(self) -> int:
        """The higher one of what was answered."""
        return max(each for each in (self.bending, self.harm) if each is not None)
