"""Which exercise a name on a sheet means: one's own, one of the library, or none that is known. Pure."""

from collections.abc import Iterable

import msgspec

from backcare_tui.diary.records.routine import OwnExercise
from backcare_tui.library.exercises import Exercise, exercises, own_exercise
from backcare_tui.library.search import EMPTY_WORDS, Wanted, found
from backcare_tui.text import nearest, spelled

HINT_NEARNESS = 0.5
"""From 0 to 1: how alike a name has to be to be named as perhaps meant."""
ALIKE = 0.75
"""The same: what comes so near stands before what is found by its words."""
SHORTEST = 5
"""Letters from which a name with one slip is taken for the one that it is a slip of; no more is guessed."""
MOST_NEAR = 3


class NamedExercise(msgspec.Struct, frozen=True):
    """What a name means."""

    exercise: Exercise | None
    near: tuple[Exercise, ...] = ()
    """Where it means none, those of the library that may be like it, the nearest first."""


class ExerciseNames:
    """All names by which exercises are called, one's own before those of the library."""

    def __init__(self, own: Iterable[OwnExercise] = ()) -> None:
        self._by_name: dict[str, Exercise] = {}
        self._library = exercises()
        for each in map(own_exercise, own):
            self._learn(each)
        for each in self._library:
            self._learn(each)
        for each in self._library:
            for alias in each.aliases:
                self._by_name.setdefault(_key(alias), each)

    def add(self, own: OwnExercise) -> Exercise:
        """One more of one's own; it is found from now on, before any other of this name."""
        of = own_exercise(own)
        self._by_name[_key(of.name)] = of
        self._by_name[of.id] = of
        return of

    def exactly(self, text: str) -> Exercise | None:
        """The exercise of this very name, other name or id."""
        return self._by_name.get(text.strip()) or self._by_name.get(_key(text))

    def meant(self, text: str) -> NamedExercise:
        """The exercise that a name means, also one with a slip of a letter; else what may be like it."""
        if known := self.exactly(text):
            return NamedExercise(known)
        key = _key(text)
        if len(key) >= SHORTEST:
            alike = {of.id: of for each, of in self._by_name.items() if _is_slip(key, each)}
            if len(alike) == 1:
                return NamedExercise(next(iter(alike.values())))
        return NamedExercise(None, self._near(text))

    def of_library(self, text: str) -> NamedExercise:
        """The same of the library alone: what something may be like."""
        meant = self.meant(text)
        if meant.exercise and meant.exercise.own is None:
            return meant
        return NamedExercise(None, self._near(text))

    def called(self, of: Exercise) -> str:
        """The name by which it is found again: its own, or its id where another has that."""
        name = " ".join(of.name.split())
        found = self.exactly(name)
        return name if found and found.id == of.id else of.id

    def _near(self, text: str) -> tuple[Exercise, ...]:
        """By all words, by one of them, by the spelling of the whole."""
        words = [word for word in spelled(text).split() if word not in EMPTY_WORDS]
        alike = nearest(_key(text), self._by_name, 1, ALIKE)
        listed = [self._by_name[name] for name in alike]
        listed += self._found(" ".join(words)) if words else ()
        for word in sorted(words, key=len, reverse=True):
            listed += self._found(word) if len(listed) < MOST_NEAR else ()
        names = nearest(_key(text), self._by_name, MOST_NEAR, HINT_NEARNESS)
        listed += (self._by_name[name] for name in names)
        by_id = {each.id: each for each in listed if each.own is None}
        return tuple(by_id.values())[:MOST_NEAR]

    def _found(self, words: str) -> tuple[Exercise, ...]:
        return found(words, Wanted(), self._library, lambda _: 0)

    def _learn(self, of: Exercise) -> None:
        for name in (of.id, _key(of.name), _key(of.id)):
            self._by_name.setdefault(name, of)


def _is_slip(typed: str, meant: str) -> bool:
    """Whether one letter is wrong, one too many or missing, or two neighbors are swapped."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    alike = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), None)
    at = min(len(typed), len(meant)) if alike is None else alike
    rest, other = typed[at:], meant[at:]
    is_swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return is_swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _key(text: str) -> str:
    """A name without what people write differently: case, gaps, dashes, `the`, one or several."""
    words = [word for word in spelled(text).split() if word not in {"a", "and", "the"}]
    return "".join(word.removesuffix("s") if len(word) > 3 else word for word in words)
