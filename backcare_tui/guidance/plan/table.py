"""The decision table of the week: what each row looks for, what it does, why, and from where."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

import msgspec

from backcare_tui.diary.values import BarrierWord
from backcare_tui.library.data_files import load

PartKind = Literal["ease", "strength", "calm", "walk"]
"""What a part of the week is for: to loosen, to build, to come to rest, to walk."""
Turn = Literal[
    "stand",
    "first",
    "restart",
    "flare",
    "ease-both",
    "ease",
    "ease-minutes",
    "hold",
    "level",
    "grow",
]
"""Which way the amount of a week goes."""


class PlanRule(msgspec.Struct, frozen=True, kw_only=True):
    """One row; `choosing` and `turning` do the looking."""

    id: str
    group: Literal["choose", "renew"]
    when: str
    """What it looks for, in words."""
    does: str
    why: str
    """Said to the person."""
    source: str
    whys: Mapping[PartKind, str] = {}
    """Said in its place of a line of one part, where the row names routines for several."""
    reads_why: str = ""
    """Said of the page to read that it asks for."""
    ease: tuple[str, ...] = ()
    """Ids of routines for this part, the first that fits is taken; of two rows the earlier one's come first."""
    strength: tuple[str, ...] = ()
    calm: tuple[str, ...] = ()
    leaves_out: tuple[PartKind, ...] = ()
    level_at_most: int | None = None
    share: int | None = None
    """Percent of the minutes that there are which the first week asks for; of several the least."""
    ease_times: int | None = None
    strength_times: int | None = None
    no_floor: bool = False
    reads: tuple[str, ...] = ()
    """Words by which a page to read is found, the foremost first."""
    turn: Turn | None = None
    barrier: BarrierWord | None = None
    shorter: int | None = None
    """Percent of its minutes that a routine keeps."""
    another: bool = False
    """Whether another routine takes the place of the one there was."""
    tied: bool = False
    """Whether it gets a time of day."""

    def offers(self, slot: PartKind) -> tuple[str, ...]:
        """The routines that it names for a part; none for walks."""
        found: dict[str, tuple[str, ...]] = {
            "ease": self.ease,
            "strength": self.strength,
            "calm": self.calm,
        }
        return found.get(slot, ())


class _Table(msgspec.Struct, frozen=True):
    rows: tuple[PlanRule, ...]


@cache
def plan_rules() -> Mapping[str, PlanRule]:
    """Every row by its id, in the order in which it is looked at."""
    return {row.id: row for row in load("guidance", "week_plan", _Table).rows}


def say_why(*ids: str) -> str:
    """Why these rows say what they do, each with its source, as it is kept with a line."""
    rows = [plan_rules()[each] for each in dict.fromkeys(ids)]
    said = " ".join(row.why for row in rows)
    return f"{said} Source: {_sources(rows)}."


def say_why_of_part(id_: str, slot: PartKind) -> str:
    """Why a row names a routine for a part, with its source, as it is kept with the line."""
    row = plan_rules()[id_]
    return f"{row.whys.get(slot, row.why)} Source: {_sources([row])}."


def say_why_to_read(id_: str) -> str:
    """Why a row asks for a page to read, with its source, as it is kept with the line."""
    row = plan_rules()[id_]
    return f"{row.reads_why or row.why} Source: {_sources([row])}."


def _sources(rows: Iterable[PlanRule]) -> str:
    parts = (part.strip() for row in rows for part in row.source.split(";"))
    return "; ".join(dict.fromkeys(parts))
