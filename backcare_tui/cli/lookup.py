"""Which routine, exercise or area a person's words mean; what is not there is a sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence

from backcare_tui.cli.terminal import WrongWords
from backcare_tui.diary.records.base import ID_SHOWN
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.guidance.reading import ReadingPage
from backcare_tui.library.areas import area_groups, areas
from backcare_tui.library.exercises import (
    KINDS,
    NO_FLOOR,
    POSITIONS,
    Exercise,
    exercises,
    own_exercise,
)
from backcare_tui.library.routines import LEAST_OF_ID, Program, programs, routines
from backcare_tui.library.search import ALSO_CALLED
from backcare_tui.text import nearest, say_list, shortened, spelled

Names = Mapping[str, Sequence[str]]
"""What there is, by its id: its name, and the other names it has."""

_NAMED = 3
"""How many nearest ones a sentence names."""
_LISTED_BY = {"page": "learn"}
"""The command that lists what is not listed by its own name."""
_NEARNESS = 0.6
"""How alike those have to be, from 0 to 1."""


def routine_or_program(text: str, own: Sequence[Routine]) -> Routine | Program:
    """What is meant by an id, a name, or the beginning of either.

    Raises:
        WrongWords: Nothing is, or more than one; the sentence names the nearest.
    """
    known: dict[str, Routine | Program] = {each.id: each for each in programs()}
    known |= {each.id: each for each in (*routines(), *own)}
    names = {each.id: (each.name,) for each in known.values()}
    return known[_chosen("routine", text, names, (each.id for each in own))]


def routine(text: str, own: Sequence[Routine]) -> Routine:
    """The routine that is meant, as `routine_or_program`.

    Raises:
        WrongWords: Also for a program, which is done routine by routine.
    """
    found = routine_or_program(text, own)
    if isinstance(found, Program):
        raise WrongWords(
            f"{found.name} is a program of {len(found.weeks)} weeks; name one of its routines, "
            f"such as {found.weeks[0].sessions[0].routine}."
        )
    return found


def exercise(text: str, own: Sequence[OwnExercise] = ()) -> Exercise:
    """The exercise that is meant by an id, a name, another name, or the beginning of one.

    Raises:
        WrongWords: None is, or more than one; the sentence names the nearest.
    """
    known = {each.id: each for each in (*map(own_exercise, own), *exercises())}
    names = {each.id: (each.name, *each.aliases) for each in known.values()}
    return known[_chosen("exercise", text, names, (each.id for each in own))]


def reading_page(text: str, pages: Mapping[str, ReadingPage]) -> ReadingPage:
    """The page that is meant by its id, its title, or the beginning of either.

    Raises:
        WrongWords: None is, or more than one; the sentence names the nearest.
    """
    names = {each.id: (each.title, *each.names) for each in pages.values()}
    return pages[_chosen("page", text, names, ())]


def area_group(text: str) -> str:
    """The id of the group of areas that is meant by its id or name, or by those of an area in it.

    Raises:
        WrongWords: None is, or more than one; the sentence names the nearest.
    """
    names = {
        group.id: (group.name, *ALSO_CALLED.get(group.id, "").split()) for group in area_groups()
    }
    if exact := _exact(text, names) or _exact(f"{text}s", names):
        return exact[0]
    words = frozenset(spelled(text).split())
    of_areas = {
        area.group: None
        for area in areas()
        if words and words <= {*spelled(area.id).split(), *spelled(area.name).split()}
    }
    if len(of_areas) == 1:
        return next(iter(of_areas))
    if of_areas:
        raise WrongWords(_several("area", text, list(of_areas), names))
    raise WrongWords(_unknown("area", text, names))


def kind(text: str) -> str:
    """The id of the kind of exercise that is meant.

    Raises:
        WrongWords: None is; the sentence names them all.
    """
    return _one_of("kind", text, KINDS)


def position(text: str) -> str:
    """The id of the position that is meant, by itself or by its words, such as `on the back`; or `no floor`.

    Raises:
        WrongWords: None is; the sentence names them all.
    """
    return _one_of("position", text, {**POSITIONS, NO_FLOOR: "No floor"})


def _one_of(what: str, text: str, words: Mapping[str, str]) -> str:
    if found := _exact(text, {id_: (name,) for id_, name in words.items()}):
        return found[0]
    raise WrongWords(f'{what}: "{shortened(text, 40)}" is not one of {", ".join(words)}.')


def _chosen(what: str, text: str, names: Names, own: Iterable[str]) -> str:
    """The one id that is meant: exactly, else by how it or a name begins."""
    found = _exact(text, names)
    if not found:
        found = [id_ for id_ in own if _begins(id_, text)]
    if not found and (typed := spelled(text)):
        found = [
            id_
            for id_, called in names.items()
            if any(spelled(word).startswith(typed) for word in (_readable(id_), *called))
        ]
    if len(found) == 1:
        return found[0]
    if found:
        raise WrongWords(_several(what, text, found, names))
    raise WrongWords(_unknown(what, text, names))


def _exact(text: str, names: Names) -> list[str]:
    """The ids that are the text, else those of that name."""
    typed = spelled(text)
    if text.strip() in names:
        return [text.strip()]
    by_id = [id_ for id_ in names if typed and spelled(id_) == typed]
    return by_id or [
        id_ for id_, called in names.items() if typed and typed in map(spelled, called)
    ]


def shown_id(id_: str) -> str:
    """An id as a person types it: a random one by its beginning."""
    return id_ if _readable(id_) else id_[:ID_SHOWN]


def _readable(id_: str) -> str:
    """An id that is a name; nothing for a random one, which is no word to begin with."""
    return "" if re.fullmatch(r"[0-9a-f]{8}-[0-9a-f-]{27}", id_) else id_


def _begins(id_: str, text: str) -> bool:
    typed = text.strip().lower()
    return len(typed) >= LEAST_OF_ID and id_.lower().startswith(typed)


def _several(what: str, text: str, found: Sequence[str], names: Names) -> str:
    listed = _listed(found[:_NAMED], names)
    which = listed if len(found) <= _NAMED else f"any of {len(found)}, such as {listed}"
    return f'{what} "{shortened(text, 40)}" may be {which}.'


def _unknown(what: str, text: str, names: Names) -> str:
    """That there is none of that name, and which come near it."""
    spellings = {
        spelling: id_
        for id_, called in names.items()
        for word in (*called, _readable(id_))
        if (spelling := spelled(word))
    }
    near = nearest(spelled(text), spellings, 6, _NEARNESS)
    found = list(dict.fromkeys(spellings[each] for each in near))[:_NAMED]
    unknown = f'There is no {what} "{shortened(text, 40)}"'
    if found:
        return f"{unknown}; nearest {'is' if len(found) == 1 else 'are'} {_listed(found, names)}."
    if what == "area":
        return f"{unknown}; there are {', '.join(names)}."
    return f"{unknown}; `backcare {_LISTED_BY.get(what, f'{what}s')}` lists them."


def _listed(ids: Sequence[str], names: Names) -> str:
    return say_list([f"{shown_id(id_)} ({shortened(names[id_][0], 40)})" for id_ in ids], "or")
