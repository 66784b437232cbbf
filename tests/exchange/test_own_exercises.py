"""Exercises of one's own go along with the routines that people share, and nothing of the person with them."""

import json
from pathlib import Path

import pytest

from backcare_tui.diary.records.routine import DoseChange, OwnExercise, Routine, RoutineStep
from backcare_tui.exchange.routines import bring_in_routines, export_routines, read_routines
from backcare_tui.exchange.source import CannotImport
from backcare_tui.player.timeline import timeline
from backcare_tui.store.tiny import TinyRepository

OWN = OwnExercise(
    id="wobble",
    name="Wobble",
    dose=DoseChange(reps=5),
    is_checked=True,
    checked_for=("pregnancy",),
)
SHEET = Routine(id="sheet", name="Sheet", steps=(RoutineStep("wobble"), RoutineStep("bridge")))


def length_of(of: Routine) -> int:
    """As the command line counts it."""
    return timeline(of).length_s


def shared(repository: TinyRepository, folder: Path) -> Path:
    """The file of the routine, out of a diary that has it."""
    repository.add(OWN, SHEET)
    path = folder / "shared.json"
    path.write_bytes(export_routines(repository.entries(Routine)))
    return path


def test_it_goes_along_without_what_was_said_of_the_person(
    repository: TinyRepository, tmp_path: Path
) -> None:
    held = json.loads(shared(repository, tmp_path).read_text())
    assert held["exercises"] == [{"id": "wobble", "name": "Wobble", "dose": {"reps": 5}}]
    assert held["routines"][0]["steps"] == [{"exercise": "wobble"}, {"exercise": "bridge"}]


def test_it_comes_into_another_diary_once_by_one_change_that_undo_takes_back(
    repository: TinyRepository, tmp_path: Path
) -> None:
    path = shared(repository, tmp_path)
    repository.remove("wobble", "sheet")
    given = read_routines(path, length_of)
    assert len(bring_in_routines(repository, given, dry_run=False).added) == 1
    (own,) = repository.entries(OwnExercise)
    (routine,) = repository.entries(Routine)
    assert (own.name, own.is_checked, own.checked_for) == ("Wobble", False, ())
    assert routine.steps[0].own
    assert bring_in_routines(repository, given, dry_run=False).known == 1
    repository.undo()
    assert (repository.entries(OwnExercise), repository.entries(Routine)) == ((), ())


def test_one_that_is_here_already_stays_as_it_is(
    repository: TinyRepository, tmp_path: Path
) -> None:
    path = shared(repository, tmp_path)
    repository.remove("sheet")
    bring_in_routines(repository, read_routines(path, length_of), dry_run=False)
    (own,) = repository.entries(OwnExercise)
    assert (own.is_checked, own.checked_for) == (True, ("pregnancy",))


def test_a_name_of_the_library_is_never_given_to_another_exercise(tmp_path: Path) -> None:
    path = tmp_path / "shared.json"
    other = {"id": "bridge", "name": "Not a bridge"}
    routine = {"name": "Mine", "steps": [{"exercise": "bridge"}]}
    whole = {"backcare": "routines", "version": 1, "exercises": [other], "routines": [routine]}
    path.write_text(json.dumps(whole))
    with pytest.raises(CannotImport) as refused:
        read_routines(path, length_of)
    assert str(refused.value) == (
        'Exercise 1, id: "bridge" is not an id that no exercise of the library has.'
    )
