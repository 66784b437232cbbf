"""Finds exercises and routines by what a person types, and exercises by what they ask for. Pure."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

import msgspec

from backcare_tui.diary.records.routine import Routine
from backcare_tui.library.areas import area_groups
from backcare_tui.library.exercises import (
    KINDS,
    NO_FLOOR,
    POSITIONS,
    Exercise,
    exercise_of,
    needs_floor,
)
from backcare_tui.library.taxonomy import name_of
from backcare_tui.text import nearest

EMPTY_WORDS = frozenset(
    ("a", "an", "and", "at", "for", "in", "my", "of", "on", "the", "to", "with")
)
"""Words that say nothing of what is sought."""

SHORTEST_MENDED = 4
"""Letters from which a word that begins nothing is read as the nearest one that does."""
NEARNESS = 0.74
"""How alike they have to be, from 0 to 1: one wrong letter of four, or two swapped."""

ALSO_CALLED = {
    "neck": "cervical",
    "upper-back": "thoracic shoulder blades",
    "mid-back": "thoracic spine",
    "lower-back": "lumbar spine",
    "buttocks": "glutes bottom",
    "hip-front": "hip flexors psoas",
    "abdomen": "abs core belly stomach",
    "thigh-back": "hamstrings",
    "thigh-front": "quads quadriceps",
    "feet": "ankles",
}
"""What people call an area besides its name."""


class Sought(msgspec.Struct, frozen=True):
    """Something that can be found: its name comes before whatever else is known of it."""

    id: str
    name: str
    more: tuple[str, ...] = ()


class Wanted(msgspec.Struct, frozen=True):
    """What an exercise has to be; nothing is asked where a field is empty."""

    area: str = ""
    """The id of an area group."""
    position: str = ""
    """The id of a position, or `NO_FLOOR` for all that is done off the floor."""
    kind: str = ""
    level: int = 0
    longest_s: int = 0
    """Seconds that it takes at most."""
    equipment: frozenset[str] | None = None
    """The ids of what there is; an exercise that needs anything else is left out."""


def found(
    typed: str,
    wanted: Wanted,
    of: Iterable[Exercise],
    length_of: Callable[[Exercise], int],
) -> tuple[Exercise, ...]:
    """The exercises that fit what was typed and what is wanted, the nearest first.

    Args:
        typed: Words in any order, each at least begun; a misspelled one is read as the nearest.
        wanted: What they have to be.
        of: Those to look through.
        length_of: The seconds that one takes.
    """
    fitting = [each for each in of if _fits(each, wanted, length_of)]
    by_id = {each.id: each for each in fitting}
    return tuple(by_id[id_] for id_ in ranked(typed, [_sought(each) for each in fitting]))


def found_routines(typed: str, of: Iterable[Routine]) -> tuple[Routine, ...]:
    """The routines that fit what was typed, by name, purpose, and the exercises in them."""
    by_id = {each.id: each for each in of}
    sought = [
        Sought(each.id, each.name, (each.purpose or "", each.when or "", *_words_of(each)))
        for each in by_id.values()
    ]
    return tuple(by_id[id_] for id_ in ranked(typed, sought))


def ranked(typed: str, among: Sequence[Sought]) -> tuple[str, ...]:
    """The ids of those that have all typed words, those with them in their name first."""
    wanted = [word for word in _tokens(typed) if word not in EMPTY_WORDS]
    if not wanted:
        return tuple(each.id for each in among)
    known = {each.id: (_tokens(each.name), _tokens(" ".join(each.more))) for each in among}
    every = frozenset(word for name, more in known.values() for word in (*name, *more))
    readings = [_readings(word, every) for word in wanted]
    ranks = {id_: [_rank(each, *known[id_]) for each in readings] for id_ in known}
    fitting = [id_ for id_, rank in ranks.items() if None not in rank]
    named = {each.id for each in among if _tokens(each.name) == _tokens(typed)}
    return tuple(sorted(fitting, key=lambda id_: (id_ not in named, sum(filter(None, ranks[id_])))))


def _rank(readings: tuple[str, ...], name: Sequence[str], more: Iterable[str]) -> int | None:
    """0 where the name begins so, 1 in a later word of it, 3 elsewhere, None nowhere."""
    if name and name[0].startswith(readings):
        return 0
    if any(word.startswith(readings) for word in name):
        return 1
    return 3 if any(word.startswith(readings) for word in more) else None


def _readings(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """The word itself where one begins with it, else the nearest beginnings."""
    if len(word) < SHORTEST_MENDED or any(each.startswith(word) for each in known):
        return (word,)
    beginnings = {each[: len(word)] for each in known}
    return tuple(nearest(word, beginnings, 3, NEARNESS)) or (word,)


@cache
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold().replace("'", "")))


def _sought(of: Exercise) -> Sought:
    areas = {group.id: group.name for group in area_groups()}
    more = [*of.aliases, KINDS.get(of.kind, ""), POSITIONS.get(of.position, ""), of.position]
    more += [name_of("equipment", each) for each in of.equipment]
    for target in of.targets:
        more += [areas[target], ALSO_CALLED.get(target, "")]
    return Sought(of.id, of.name, tuple(more))


def _words_of(routine: Routine) -> Iterable[str]:
    yield from (name_of("suits", each) for each in routine.suits)
    yield from (known.name for step in routine.steps if (known := exercise_of(step)))


def _is_off_floor(of: Exercise, wanted: Wanted) -> bool:
    return wanted.position == NO_FLOOR and not needs_floor(of)


def _fits(of: Exercise, wanted: Wanted, length_of: Callable[[Exercise], int]) -> bool:
    return (
        (not wanted.area or wanted.area in of.targets)
        and (wanted.position in ("", of.position) or _is_off_floor(of, wanted))
        and wanted.kind in ("", of.kind)
        and wanted.level in (0, of.level)
        and (not wanted.longest_s or length_of(of) <= wanted.longest_s)
        and (wanted.equipment is None or wanted.equipment.issuperset(of.equipment))
    )
