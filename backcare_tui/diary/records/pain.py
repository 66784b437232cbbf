"""Pain at one moment, and how a moment was without a number for it."""

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.values import (
    Minutes,
    Moment,
    Rating,
    Relief,
    Severity,
    Text,
    TimeOfDay,
    Word,
    Words,
    choices,
)
from backcare_tui.text import say_list


class Medicine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A medicine taken, in the person's words: `ibuprofen`, `400 mg`."""

    name: Word
    dose: Text | None = None
    time: TimeOfDay | None = None
    """When it was taken, within the day up to the entry; None where that is when the entry was made."""

    @property
    def words(self) -> str:
        """As a person types it: `ibuprofen 400 mg`."""
        return f"{self.name} {self.dose}" if self.dose else self.name


class Interference(msgspec.Struct, frozen=True, omit_defaults=True):
    """How far pain got in the way over the past week, 0 not at all to 10 (after Krebs 2009)."""

    enjoyment: Severity | None = None
    activity: Severity | None = None


class Pain(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Pain at one moment."""

    table: ClassVar[str] = "pain"
    at: Moment
    severity: Severity
    areas: Words = ()
    area_severity: Annotated[
        dict[Word, Severity], Meta(description="an area with a number from 0 to 10")
    ] = {}
    qualities: Words = ()
    triggers: Words = ()
    relievers: Words = ()
    relief: Annotated[
        dict[Word, Relief], Meta(description=f"a word with {say_list(choices(Relief), 'or')}")
    ] = {}
    is_flare: Annotated[bool, Meta(description="true or false")] = False
    """Whether the person calls it a flare-up."""
    mood: Rating | None = None
    stiffness_min: Minutes | None = None
    medicines: Annotated[
        tuple[Medicine, ...], Meta(description="a list of medicines, each with a name")
    ] = ()
    interference: (
        Annotated[Interference, Meta(description="enjoyment and activity, each 0 to 10")] | None
    ) = None
    note: Text | None = None


class Feeling(Record, frozen=True, kw_only=True, omit_defaults=True):
    """How a moment was, without a number for pain: what other programs' diaries hold most of."""

    table: ClassVar[str] = "feeling"
    at: Moment
    mood: Rating | None = None
    words: Words = ()
    medicines: Annotated[
        tuple[Medicine, ...], Meta(description="a list of medicines, each with a name")
    ] = ()
    note: Text | None = None
