"""The stop rule, and what a condition rules out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.safety import (
    Caution,
    Fit,
    adaptations,
    against_whole,
    cautions,
    conditions_that_matter,
    fitted,
    gentler_today,
    rise_stops,
    say_fit,
    sources_of,
    stop_advice,
)
from backcare_tui.library.exercises import Exercise, dose_of, exercise, exercises, is_known
from backcare_tui.library.regions import region
from backcare_tui.library.routines import routines
from backcare_tui.library.taxonomy import name_of, words
from tests.for_each import for_each

CONDITIONS = [word.id for word in words("conditions")]
RULED_OUT = next(
    (each, condition, swap)
    for each in exercises()
    for condition in each.avoid_if
    for swap in each.swaps
    if is_known(swap) and condition not in exercise(swap).avoid_if
)
"""An exercise, a condition that rules it out, and a swap that this condition allows."""


def routine_of(*steps: RoutineStep | str, **fields: object) -> Routine:
    made = tuple(RoutineStep(each) if isinstance(each, str) else each for each in steps)
    return Routine(id="mine", name="Mine", steps=made, **fields)  # type: ignore[arg-type] # of the caller


@for_each(
    ("before", "now", "stops"),
    [
        (3, 5, True),
        (3, 4, False),
        (0, 2, True),
        (8, 10, True),
        (9, 10, False),
        (5, 2, False),
        (None, 9, False),
        (3, None, False),
        (None, None, False),
    ],
)
def test_two_points_more_end_a_session(before: int | None, now: int | None, stops: bool) -> None:  # noqa: FBT001 (a column of the table)
    assert rise_stops(before, now) is stops


@for_each("reason", [word.id for word in words("stop_reasons")])
def test_every_reason_to_stop_is_answered_with_its_source(reason: str) -> None:
    advice = stop_advice(reason, Settings())
    assert advice.text
    assert advice.source
    assert (advice.severity == "urgent") is (reason == "chest-pain")


@for_each(
    ("reason", "rule"),
    [
        ("pain-up-2", "ex-stop-rise"),
        ("leg-symptoms", "ex-stop-leg"),
        ("leg-weak", "rf-weak-leg"),
        ("chest-pain", "ex-stop-unwell"),
        ("dizziness", "ex-stop-dizzy"),
        ("cramp", "ex-stop-other"),
        ("something of one's own", "ex-stop-other"),
        ("", "ex-stop-other"),
    ],
)
def test_a_reason_to_stop_finds_its_rule(reason: str, rule: str) -> None:
    assert stop_advice(reason, Settings()).id == rule


def test_help_at_once_names_whom_to_call() -> None:
    for settings, call in (
        (Settings(), region().emergency),
        (Settings(region="uk"), "999"),
        (Settings(region="uk", emergency_number="01 2345"), "01 2345"),
    ):
        assert f"call {call}." in stop_advice("chest-pain", settings).text


@pytest.mark.parametrize(
    ("level", "severity", "is_asked"),
    [(1, 10, False), (2, 6, False), (2, 7, True), (3, 10, True), (3, None, False), (3, 0, False)],
)
def test_a_demanding_routine_is_asked_about_on_a_day_of_much_pain(
    level: int,
    severity: int | None,
    is_asked: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    advice = gentler_today(routine_of("cat-cow", level=level), severity)
    assert bool(advice) is is_asked


def test_a_caution_says_the_condition_why_and_where_from() -> None:
    own, condition, _ = RULED_OUT
    (found,) = cautions(own, {condition, "a word of one's own"})
    assert isinstance(found, Caution)
    assert found.condition == condition
    assert found.words
    assert found.source


@for_each("own", exercises(), ids=lambda own: own.id)
def test_each_caution_of_the_library_speaks_in_words(own: Exercise) -> None:
    found = cautions(own, CONDITIONS)
    assert [each.condition for each in found] == list(own.avoid_if)
    assert all(each.words.startswith(name_of("conditions", each.condition)) for each in found)
    assert all(each.source for each in found)


def test_nobody_without_conditions_is_warned() -> None:
    assert not any(cautions(own, ()) for own in exercises())
    for routine in routines():
        assert fitted(routine, ()) == (routine, ())


def test_the_conditions_of_a_routine_and_its_steps_matter_once_each() -> None:
    own, condition, _ = RULED_OUT
    routine = routine_of(own.id, own.id, "moon-walk", avoid_if=("glaucoma",))
    found = conditions_that_matter(routine)
    assert found[0] == "glaucoma"
    assert set(found) == {"glaucoma", *own.avoid_if, *own.adapt}
    assert len(found) == len(set(found))
    assert condition in found


def test_what_is_ruled_out_is_done_by_its_swap() -> None:
    own, condition, swap = RULED_OUT
    free = next(each.id for each in exercises() if not each.avoid_if)
    kept = RoutineStep(free, DoseChange(reps=2), note="mine")
    routine, fits = fitted(routine_of(kept, own.id), {condition})
    assert routine.steps == (kept, RoutineStep(swap))
    assert fits == (Fit(1, own.id, "exchange", swap, cautions(own, {condition})),)


def test_a_swap_that_is_there_anyway_is_not_done_twice() -> None:
    own, condition, _ = RULED_OUT
    routine, (fit,) = fitted(routine_of(own.id, *own.swaps), {condition})
    assert fit.swap is None
    assert own.id not in [step.exercise for step in routine.steps]


def test_a_swap_lasts_as_long_as_what_it_stands_for() -> None:
    minute = RoutineStep("belly-breathing", DoseChange(hold_s=60))
    changed, _ = fitted(routine_of(minute), {"panic_breath_focus"})
    (step,) = changed.steps
    assert step.exercise == "body-scan"
    assert dose_of(step).hold_s == 60


def test_an_exercise_that_is_not_known_is_left_to_the_player() -> None:
    routine = routine_of("moon-walk")
    assert fitted(routine, set(CONDITIONS)) == (routine, ())


def test_what_a_condition_changes_is_kept_and_says_how_as_the_step_comes_up() -> None:
    slow = RoutineStep("cat-cow", DoseChange(reps=5), note="On the rug.")
    routine, fits = fitted(routine_of(slow), {"osteoporosis"})
    (step,) = routine.steps
    how = exercise("cat-cow").adapt["osteoporosis"]
    assert (step.exercise, step.dose) == ("cat-cow", DoseChange(reps=5))
    assert step.note == f"On the rug. For you: {how}."
    assert fits == (
        Fit(0, "cat-cow", "adapt", None, adaptations(exercise("cat-cow"), {"osteoporosis"})),
    )
    assert say_fit(fits[0]) == "Cat and Cow is adapted for you"


def test_a_swap_is_adapted_too() -> None:
    routine, (fit,) = fitted(routine_of("cat-cow"), {"wrist_problem", "osteoporosis"})
    (step,) = routine.steps
    assert (fit.outcome, step.exercise) == ("exchange", "seated-cat-cow")
    assert step.note == f"For you: {exercise('seated-cat-cow').adapt['osteoporosis']}."


def test_what_is_ruled_out_is_not_adapted() -> None:
    assert adaptations(exercise("cat-cow"), {"osteoporosis", "fracture_recent"}) == ()


def test_rest_is_taken_on_the_side_in_pregnancy_and_not_away() -> None:
    routine, fits = fitted(routine_of("belly-breathing", "progressive-relaxation"), {"pregnancy"})
    assert [step.exercise for step in routine.steps] == [
        "belly-breathing",
        "progressive-relaxation",
    ]
    assert {fit.outcome for fit in fits} == {"adapt"}
    assert all("on your side or propped up" in (step.note or "") for step in routine.steps)


@for_each("own", exercises(), ids=lambda own: own.id)
def test_each_adaptation_says_the_condition_how_and_where_from(own: Exercise) -> None:
    for condition, how in own.adapt.items():
        (found,) = adaptations(own, {condition})
        assert found.words == f"{name_of('conditions', condition)}: {how}"
        assert found.source


def test_the_library_keeps_everything_else_of_a_routine() -> None:
    own, condition, _ = RULED_OUT
    before = routine_of(own.id, purpose="mornings", level=2)
    after, _ = fitted(before, {condition})
    assert (after.id, after.name, after.purpose, after.level) == ("mine", "Mine", "mornings", 2)


@given(st.sampled_from(routines()), st.sets(st.sampled_from(CONDITIONS), max_size=6))
def test_nothing_that_is_ruled_out_is_left(routine: Routine, conditions: set[str]) -> None:
    after, fits = fitted(routine, conditions)
    names = [step.exercise for step in after.steps]
    assert not any(cautions(exercise(name), conditions) for name in names)
    assert len(routine.steps) - len(names) == sum(fit.outcome == "remove" for fit in fits)
    for fit in fits:
        assert routine.steps[fit.step].exercise == fit.exercise
        assert fit.cautions
        assert fit.swap is None or names.count(fit.swap) == 1


@for_each("routine", routines(), ids=lambda routine: routine.id)
def test_what_rules_out_a_routine_rules_out_a_step_of_it(routine: Routine) -> None:
    """So that whoever has the condition hears of it before the routine begins."""
    for condition in routine.avoid_if:
        assert fitted(routine, {condition})[1], condition


def test_the_whole_of_a_routine_is_ruled_out_by_what_it_says_alone() -> None:
    routine = routine_of(RULED_OUT[0].id, avoid_if=("glaucoma", "reflux"))
    assert against_whole(routine, {"reflux", RULED_OUT[1]}) == ("reflux",)


def test_each_source_of_what_was_changed_is_named_once() -> None:
    of, condition, _ = RULED_OUT
    _, fits = fitted(routine_of(of.id, of.id), {condition})
    assert len(fits) == 2
    assert sources_of(fits) == (cautions(of, {condition})[0].source,)
