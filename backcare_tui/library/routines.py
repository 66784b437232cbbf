"""The routines and programs: a typed view of data/routines.json."""

from collections.abc import Iterable
from functools import cache

import msgspec

from backcare_tui.diary.records.routine import Routine, Source
from backcare_tui.library.data_files import load
from backcare_tui.text import clean, name_of_id, spelled

LEAST_OF_ID = 4
"""Characters from which the beginning of an own id counts; fewer are too easily a word."""


class RoutineTimes(msgspec.Struct, frozen=True):
    """A routine, so many times in a week."""

    routine: str
    times: int


class Walk(msgspec.Struct, frozen=True):
    """A walk of so many minutes, on so many days of a week."""

    minutes: int
    days: int


class ProgramWeek(msgspec.Struct, frozen=True):
    """One week of a program: what it asks for, and what it is about."""

    week: int
    title: str
    sessions: tuple[RoutineTimes, ...]
    walk: Walk
    minutes_per_week: float
    goal: str


class MovesOn(msgspec.Struct, frozen=True):
    """When the next week opens, once the week's sessions and walks are done."""

    largest_mean_rise: float
    """Points of the NRS: the mean of pain after less pain before, over the week's sessions."""
    stopped_at_most: int
    """How many of the week's sessions the stop rule may have ended."""
    source: Source


DEFAULT_MOVES_ON = MovesOn(1.0, 0, Source("backcare", "Own rule for moving on", "2026", "design"))


class Program(msgspec.Struct, frozen=True, kw_only=True):
    """Some weeks that build on one another; each opens when the one before is done and went well."""

    id: str
    name: str
    purpose: str
    when: str
    level: int
    minutes: float
    weeks: tuple[ProgramWeek, ...]
    suits: tuple[str, ...]
    avoid_if: tuple[str, ...]
    progression: str
    source: tuple[Source, ...]
    moves_on: MovesOn = DEFAULT_MOVES_ON


class RoutineGroup(msgspec.Struct, frozen=True):
    """A purpose that routines are listed under."""

    id: str
    name: str


class _Routines(msgspec.Struct, frozen=True):
    routines: tuple[Routine, ...]
    programs: tuple[Program, ...]
    groups: tuple[RoutineGroup, ...] = ()


@cache
def _library() -> _Routines:
    return load("library", "routines", _Routines)


def routines() -> tuple[Routine, ...]:
    """The routines of the library, in its order."""
    return _library().routines


def programs() -> tuple[Program, ...]:
    """The programs of the library."""
    return _library().programs


def groups() -> tuple[RoutineGroup, ...]:
    """The purposes that routines are listed under, in this order."""
    return _library().groups


@cache
def _by_id() -> dict[str, Routine]:
    return {routine.id: routine for routine in routines()}


def routine(routine_id: str) -> Routine:
    """The routine of the library with this id.

    Raises:
        KeyError: No routine has it.
    """
    return _by_id()[routine_id]


def is_of_library(routine_id: str) -> bool:
    """Whether the library has a routine of this id; otherwise it may be one of the person's own."""
    return routine_id in _by_id()


def program(program_id: str) -> Program | None:
    """The program with this id; None where it is none."""
    return next((each for each in programs() if each.id == program_id), None)


def find_routine(routine_id: str, own: Iterable[Routine] = ()) -> Routine | None:
    """A routine of one's own or of the library; None where there is none of this id.

    Args:
        routine_id: An id in full; words that a person types go to `routine_called`.
        own: The person's own routines, which hide those of the library with the same id.

    >>> routine = find_routine("morning-loosen-up")
    >>> routine.name, len(routine.steps)
    ('Morning Loosen-Up', 7)
    """
    mine = next((each for each in own if each.id == routine_id), None)
    return mine or _by_id().get(routine_id)


def routine_called(words: str, own: Iterable[Routine] = ()) -> str:
    """The id of the routine that is meant by its id, its name, or the beginning of an own id.

    Other words stay as they are: what is not done by a routine, a swim for instance, has them as
    an id.
    """
    mine, sought = tuple(own), words.strip()
    known: tuple[Routine | Program, ...] = (*mine, *routines(), *programs())
    if any(each.id == sought for each in known):
        return sought
    typed = spelled(sought)
    for each in known:
        if typed and typed in (spelled(each.id), spelled(each.name)):
            return each.id
    begun = [each.id for each in mine if each.id.lower().startswith(sought.lower())]
    return begun[0] if len(begun) == 1 and len(sought) >= LEAST_OF_ID else words


def routine_name(routine_id: str, own: Iterable[Routine] = ()) -> str:
    """The name of a routine or a program, safe to print; of one that is gone, its id as words."""
    found = find_routine(routine_id, own) or program(routine_id)
    return clean(found.name) if found else name_of_id(routine_id)
