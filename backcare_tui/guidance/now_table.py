"""The table of what is offered now, and the choice from it: pure, of a situation alone.

Which routine fits when stands in `data/now.json`, row by row with its reason and its source.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Literal

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import DaysAre
from backcare_tui.diary.values import minute_of_day
from backcare_tui.guidance.levels import HIGH_PAIN, OFFERED_FROM
from backcare_tui.guidance.safety import against_whole, fitted
from backcare_tui.library.data_files import load
from backcare_tui.library.routines import routine as routine_of_library
from backcare_tui.player.timeline import length_s
from backcare_tui.text import say_minutes

PainBand = Literal["severe", "some", "little"]
"""How much pain: 7 or more, or a hard day; 4 to 6, or not known; less."""
PartOfDay = Literal["night", "morning", "work", "day", "evening"]
Whereabouts = Literal["bed", "floor", "chair", "standing"]
"""Where a routine is done."""
SAID_OF_PLACE: Mapping[Whereabouts, str] = {
    "bed": "lying down",
    "floor": "on the floor",
    "chair": "in a chair",
    "standing": "on your feet",
}
LONGEST_MIN = 6
"""Minutes of what is offered for now, at most, to the half minute (our own rule: what is longer is planned)."""
BED, UP = "22:30", "06:00"
"""Anybody's night, where one's own was not stated (our own rule)."""
MORNING_MIN, EVENING_MIN = 180, 330
"""Minutes after rising that are the morning, and before bed that are the evening (our own rule)."""
WORK_BEGINS, WORK_ENDS, WORKDAYS = 9, 17, 5
"""The usual hours of work, and how many days of a week from Monday on have them."""
_DAY_MIN = 24 * 60


class NowRow(msgspec.Struct, frozen=True):
    """One row of the table."""

    routine: str
    place: Whereabouts
    why: str
    """What is said of it, in a sentence."""
    source: str
    pain: tuple[PainBand, ...] = ()
    """For how much pain; empty for any."""
    hours: tuple[PartOfDay, ...] = ()
    """For which parts of a day; empty for all."""
    days_are: tuple[DaysAre, ...] | None = None
    """For whose days, as stated in the settings; None for anybody's."""


class Suggestion(msgspec.Struct, frozen=True):
    """A routine for now."""

    routine: Routine
    """As the library has it, without its last steps where it would take too long; what conditions change is
    changed where it begins."""
    minutes: float
    """How long it takes with what the conditions change."""
    why: str
    """Why this one and why now, in a sentence or two."""
    source: str
    place: Whereabouts

    @property
    def words(self) -> str:
        """`Flare-Up Gentle, 5 min`."""
        return f"{self.routine.name}, {say_minutes(self.minutes)}"


class NowSituation(msgspec.Struct, frozen=True):
    """All that the choice looks at."""

    part: PartOfDay
    pain: int | None = None
    """The last check-in of the last hours, 0 to 10."""
    is_hard: bool = False
    """Whether the day is a hard one, whatever the pain of the last hours."""
    days_are: DaysAre = ""
    conditions: frozenset[str] = frozenset()
    not_today: frozenset[str] = frozenset()
    """The ids of routines after which pain rose by 2 today, or that were stopped."""
    just_done: frozenset[str] = frozenset()
    """The ids of routines that ended a short while ago."""

    @property
    def band(self) -> PainBand:
        """How much pain that is."""
        if self.is_hard or (self.pain is not None and self.pain >= HIGH_PAIN):
            return "severe"
        return "some" if self.pain is None or self.pain >= OFFERED_FROM else "little"


class _NowTable(msgspec.Struct, frozen=True):
    rows: tuple[NowRow, ...]


@cache
def now_rows() -> tuple[NowRow, ...]:
    """The table, in its order."""
    return load("guidance", "now", _NowTable).rows


def fitting(situation: NowSituation, because: str = "") -> Iterator[Suggestion]:
    """The routines that fit, each once: the best one, those for another place, the rest.

    What was just done comes last.
    """
    found: dict[str, Suggestion] = {}
    for row in now_rows():
        if row.routine not in found and _fits(row, situation):
            short = _short_enough(routine_of_library(row.routine), situation.conditions)
            minutes, why = _minutes(short, situation.conditions), f"{because} {row.why}".strip()
            found[row.routine] = Suggestion(short, minutes, why, row.source, row.place)
    fresh = [each for id_, each in found.items() if id_ not in situation.just_done]
    yield from fresh[:1]
    yield from sorted(fresh[1:], key=lambda each: each.place == fresh[0].place)
    yield from (each for id_, each in found.items() if id_ in situation.just_done)


def part_of_day(now: dt.datetime, bed: str = "", up: str = "") -> PartOfDay:
    """Which part of a person's own day a moment is in.

    Args:
        now: The moment, here.
        bed: When one usually goes to bed, HH:MM; empty where that is not known.
        up: When one usually gets up.
    """
    rising, minute = minute_of_day(up or UP), now.hour * 60 + now.minute
    awake = (minute_of_day(bed or BED) - rising) % _DAY_MIN
    since = (minute - rising) % _DAY_MIN
    if since >= awake:
        return "night"
    if since < MORNING_MIN:
        return "morning"
    if awake - since <= EVENING_MIN:
        return "evening"
    is_work = now.weekday() < WORKDAYS and WORK_BEGINS <= now.hour < WORK_ENDS
    return "work" if is_work else "day"


def _fits(row: NowRow, situation: NowSituation) -> bool:
    return (
        (not row.pain or situation.band in row.pain)
        and (not row.hours or situation.part in row.hours)
        and (row.days_are is None or situation.days_are in row.days_are)
        and row.routine not in situation.not_today
        and is_safe(routine_of_library(row.routine), situation.conditions)
    )


def is_safe(routine: Routine, conditions: Collection[str]) -> bool:
    """Whether a routine is offered to somebody of these conditions: as a whole, and with steps that are left."""
    return not against_whole(routine, conditions) and bool(fitted(routine, conditions)[0].steps)


def _short_enough(routine: Routine, conditions: Collection[str]) -> Routine:
    """The routine without its last steps, as far as what stands in for others would make it too long."""
    while round(2 * _minutes(routine, conditions)) / 2 > LONGEST_MIN:
        routine = replace(routine, steps=routine.steps[:-1], minutes=None)
    return routine


def _minutes(routine: Routine, conditions: Collection[str]) -> float:
    """How long it takes somebody of these conditions."""
    return length_s(fitted(routine, conditions)[0]) / 60
