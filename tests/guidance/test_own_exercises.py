"""An exercise of one's own: what it is like holds for it, and what is like nothing is never assumed safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.records.routine import DoseChange, OwnExercise, Routine, RoutineStep
from backcare_tui.guidance.safety import (
    UNCHECKED,
    adaptations,
    cautions,
    conditions_that_matter,
    fitted,
    is_unchecked,
    say_fit,
)
from backcare_tui.library.exercises import Exercise, exercises, own_exercise
from backcare_tui.library.taxonomy import words
from backcare_tui.player.engine import Engine
from backcare_tui.player.session import steps_done
from backcare_tui.player.telling import lines_of
from backcare_tui.player.timeline import timeline

CONDITIONS = tuple(each.id for each in words("conditions"))
UNLIKE = OwnExercise(id="wobble", name="Wobble", dose=DoseChange(reps=5))


def own_like(of: Exercise) -> OwnExercise:
    """One's own that is like one of the library."""
    return OwnExercise(id="mine", name="Mine", like=of.id, sides=of.sides, cue="slow")


def doing(own: OwnExercise) -> Routine:
    """A routine of this exercise, between two of the library."""
    steps = (RoutineStep("belly-breathing"), RoutineStep(own.id, own=own), RoutineStep("walk-easy"))
    return Routine(id="sheet", name="Sheet", steps=steps)


@given(st.sampled_from(exercises()), st.frozensets(st.sampled_from(CONDITIONS), max_size=4))
def test_what_it_is_like_rules_it_out_and_adapts_it_in_the_same_way(
    of: Exercise, conditions: frozenset[str]
) -> None:
    own = own_exercise(own_like(of))
    assert cautions(own, conditions) == cautions(of, conditions)
    assert adaptations(own, conditions) == adaptations(of, conditions)
    routine = doing(own_like(of))
    there = replace(routine, steps=(*routine.steps[:1], RoutineStep(of.id), *routine.steps[2:]))
    assert conditions_that_matter(routine) == conditions_that_matter(there)
    mine, library = fitted(routine, conditions), fitted(there, conditions)
    assert [(fit.step, fit.outcome, fit.swap) for fit in mine[1]] == [
        (fit.step, fit.outcome, fit.swap) for fit in library[1]
    ]


@given(st.frozensets(st.sampled_from(CONDITIONS), min_size=1, max_size=4))
def test_what_is_like_nothing_is_left_out_with_any_condition_until_it_was_said_to_fit(
    conditions: frozenset[str],
) -> None:
    played, (fit, *_) = fitted(doing(UNLIKE), conditions)
    mine = next(fit for fit in fitted(doing(UNLIKE), conditions)[1] if fit.exercise == "wobble")
    assert (mine.outcome, mine.cautions[0].condition) == ("remove", UNCHECKED)
    assert "wobble" not in {step.exercise for step in played.steps}
    assert say_fit(mine) == "Wobble is left out"
    checked = replace(UNLIKE, is_checked=True, checked_for=tuple(sorted(conditions)))
    assert "wobble" in {step.exercise for step in fitted(doing(checked), conditions)[0].steps}
    assert fit


def test_a_condition_that_is_stated_later_asks_again() -> None:
    checked = replace(UNLIKE, is_checked=True, checked_for=("pregnancy",))
    own = own_exercise(checked)
    assert not is_unchecked(own, {"pregnancy"})
    assert is_unchecked(own, {"pregnancy", "osteoporosis"})
    assert cautions(own, {"pregnancy", "osteoporosis"})


def test_with_no_condition_stated_there_is_nothing_to_check_it_against_and_it_is_marked() -> None:
    own = own_exercise(UNLIKE)
    assert is_unchecked(own, ())
    assert cautions(own, ()) == ()
    assert fitted(doing(UNLIKE), ()) == (doing(UNLIKE), ())


def test_the_library_never_leads_to_one_of_ones_own() -> None:
    assert "wobble" not in {swap for each in exercises() for swap in each.swaps}


@pytest.mark.parametrize("own", [UNLIKE, own_like(exercises()[0])], ids=["unlike", "like"])
def test_it_is_led_through_by_ear_and_taken_down_like_any_other(own: OwnExercise) -> None:
    plan = timeline(doing(own))
    assert plan.steps == 3
    said = " ".join(
        line.words
        for at in range(len(plan.segments))
        for line in lines_of(plan.blocks, plan.segments, at)
    )
    assert own.name in said
    engine = Engine(plan)
    for now in range(len(plan.blocks)):
        engine.skip(float(now))
    assert own.id in {step.exercise for step in steps_done(plan, engine)}
