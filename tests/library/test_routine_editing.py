import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.records.routine import DoseChange, RoutineStep
from backcare_tui.diary.values import BadValue
from backcare_tui.library.exercises import Exercise, dose_of, exercises
from backcare_tui.library.routine_editing import (
    equipment_of,
    level_of,
    more_of,
    own_copy,
    step_moved,
    with_dose,
)
from backcare_tui.library.routines import routines

STEPS = tuple(RoutineStep(each) for each in ("a", "b", "c"))


def test_a_copy_is_ones_own_and_does_the_same() -> None:
    original = routines()[0]
    copy = own_copy(original)
    assert copy.id != original.id
    assert copy.name == f"{original.name} (mine)"
    assert (copy.steps, copy.purpose, copy.group, copy.source) == (
        original.steps,
        original.purpose,
        None,
        (),
    )


@pytest.mark.parametrize(
    ("at", "by", "order", "to"),
    [(0, 1, "bac", 1), (2, -1, "acb", 1), (0, -1, "abc", 0), (2, 1, "abc", 2), (0, 9, "bca", 2)],
)
def test_a_step_is_moved_as_far_as_there_is_room(at: int, by: int, order: str, to: int) -> None:
    steps, place = step_moved(STEPS, at, by)
    assert "".join(step.exercise for step in steps) == order
    assert place == to


@given(st.sampled_from(exercises()), st.integers(1, 99))
def test_only_what_differs_from_the_exercise_is_stated(of: Exercise, reps: int) -> None:
    step = RoutineStep(of.id)
    own = dose_of(step)
    changed = with_dose(step, replace(own, reps=reps))
    assert dose_of(changed).reps == reps
    assert (changed.dose is None) == (reps == own.reps)


def test_one_notch_more_and_one_less_is_where_it_was() -> None:
    for each in exercises():
        step = RoutineStep(each.id)
        assert more_of(more_of(step, 1), -1) == step


def test_a_dose_of_zero_is_refused_with_its_sentence() -> None:
    step = RoutineStep("knee-to-chest", DoseChange(hold_s=5))
    with pytest.raises(BadValue, match="Seconds: 0 is not whole seconds from 1 to 3600"):
        more_of(step, -1)


def test_level_and_equipment_follow_from_the_exercises() -> None:
    hard = max(exercises(), key=lambda each: each.level)
    needing = next(each for each in exercises() if each.equipment)
    steps = (RoutineStep(hard.id), RoutineStep(needing.id), RoutineStep("of-tomorrow"))
    assert level_of(steps) == hard.level
    assert set(needing.equipment) <= set(equipment_of(steps))
    assert len(equipment_of(steps)) == len(set(equipment_of(steps)))
    assert (level_of(()), equipment_of(())) == (1, ())
