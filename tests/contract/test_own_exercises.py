"""A routine is given with the exercises of one's own that it names; the file has each once."""

import pytest
from msgspec.structs import replace

from backcare_tui.diary.records.routine import OwnExercise, Routine, RoutineStep
from backcare_tui.diary.values import BadValue
from backcare_tui.store.tiny import TinyRepository

OWN = OwnExercise(id="wobble", name="Wobble")
SHEET = Routine(id="sheet", name="Sheet", steps=(RoutineStep("wobble"), RoutineStep("bridge")))


def names(repository: TinyRepository) -> list[str | None]:
    """What the own exercises of the one routine are called."""
    (routine,) = repository.entries(Routine)
    return [step.own.name if step.own else None for step in routine.steps]


def test_a_routine_carries_the_exercises_that_it_names(repository: TinyRepository) -> None:
    repository.add(OWN, SHEET)
    assert names(repository) == ["Wobble", None]
    found = repository.find("sheet")
    assert isinstance(found, Routine)
    assert found.steps[0].own


def test_another_name_of_the_exercise_is_seen_in_the_routine_at_once(
    repository: TinyRepository,
) -> None:
    repository.add(OWN, SHEET)
    assert names(repository) == ["Wobble", None]
    repository.change(replace(OWN, name="Rocker"))
    assert names(repository) == ["Rocker", None]
    repository.undo()
    assert names(repository) == ["Wobble", None]
    repository.remove("wobble")
    assert names(repository) == [None, None]


def test_the_file_has_the_exercise_once_in_a_table_of_its_own(repository: TinyRepository) -> None:
    repository.add(OWN, SHEET)
    (routine,) = repository.entries(Routine)
    repository.change(replace(routine, name="Another"))
    (document,) = repository.documents()["routine"]
    assert isinstance(document, dict)
    assert document["steps"] == [{"exercise": "wobble"}, {"exercise": "bridge"}]
    assert len(repository.documents()["exercise"]) == 1


def test_an_exercise_of_its_own_has_a_name(repository: TinyRepository) -> None:
    with pytest.raises(BadValue, match="name"):
        repository.add(OwnExercise(id="x", name=""))
