"""A routine as seconds."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.diary.values import BadValue
from backcare_tui.library.routines import routines
from backcare_tui.player.timeline import length_s, minutes_of, timeline
from tests.for_each import for_each
from tests.player.playing import routine_of, routines_made, step

HOURS_4 = 4 * 60 * 60


def kinds(routine: Routine) -> list[str]:
    return [segment.kind for segment in timeline(routine).segments]


@given(routines_made())
def test_the_segments_are_as_long_as_the_routine_says(routine: Routine) -> None:
    whole = timeline(routine)
    assert whole.length_s == length_s(routine) == sum(each.length_s for each in whole.segments)


@given(routines_made())
def test_each_segment_takes_time_and_blocks_follow_one_another(routine: Routine) -> None:
    whole = timeline(routine)
    assert all(segment.length_s >= 1 for segment in whole.segments)
    numbers = [segment.block for segment in whole.segments]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(whole.blocks)))
    for number in range(len(whole.blocks)):
        start = whole.start_of(number)
        assert whole.segments[start].block == number
        assert start == 0 or whole.segments[start - 1].block == number - 1


@given(routines_made())
def test_another_side_always_has_time_to_turn_to_it(routine: Routine) -> None:
    whole = timeline(routine)
    for number, (before, block) in enumerate(
        zip(whole.blocks, whole.blocks[1:], strict=False), start=1
    ):
        if before.step == block.step and before.side != block.side:
            lead = whole.segments[whole.start_of(number)]
            assert lead.kind in {"turn", "rest"}
            assert lead.length_s >= 6


@for_each("routine", routines(), ids=lambda routine: routine.id)
def test_a_routine_of_the_library_can_be_played(routine: Routine) -> None:
    whole = timeline(routine)
    assert whole.steps == len(routine.steps)
    assert all(block.dose.reps >= 1 for block in whole.blocks)


def test_a_stretch_is_held_on_both_sides_in_turn() -> None:
    whole = timeline(routine_of(step("knee-to-chest", hold_s=20, reps=2)))
    assert [(block.side, block.set) for block in whole.blocks] == [("left", 1), ("right", 1)]
    assert [(each.kind, each.length_s, each.rep) for each in whole.segments] == [
        ("ready", 8, 1),
        ("move", 4, 1),
        ("hold", 20, 1),
        ("move", 4, 2),
        ("hold", 20, 2),
        ("turn", 6, 1),
        ("move", 4, 1),
        ("hold", 20, 1),
        ("move", 4, 2),
        ("hold", 20, 2),
    ]


def test_sets_have_a_rest_between_them_and_none_after() -> None:
    found = kinds(routine_of(step("bridge", reps=2, sets=3, rest_s=30)))
    assert found == ["ready", "rep", "rep", "rest", "rep", "rep", "rest", "rep", "rep"]


def test_sets_without_a_rest_follow_at_once() -> None:
    assert kinds(routine_of(step("bridge", reps=1, sets=2, rest_s=0))) == ["ready", "rep", "rep"]


def test_both_sides_are_done_in_each_set() -> None:
    whole = timeline(routine_of(step("clamshell", reps=1, sets=2, rest_s=15)))
    assert [(block.set, block.side) for block in whole.blocks] == [
        (1, "left"),
        (1, "right"),
        (2, "left"),
        (2, "right"),
    ]
    leads = [whole.segments[whole.start_of(number)] for number in range(4)]
    assert [lead.kind for lead in leads] == ["ready", "turn", "rest", "turn"]


def test_sides_in_sets_without_a_rest_still_turn() -> None:
    found = kinds(routine_of(step("clamshell", reps=1, sets=2, rest_s=0)))
    assert found == ["ready", "rep", "turn", "rep", "turn", "rep", "turn", "rep"]


@pytest.mark.parametrize(("exercise", "lasts"), [("knee-to-chest", 6), ("clamshell", 12)])
def test_rolling_over_takes_longer_than_changing_legs(exercise: str, lasts: int) -> None:
    segments = timeline(routine_of(step(exercise))).segments
    assert [each.length_s for each in segments if each.kind == "turn"] == [lasts]


def test_one_side_alone_can_be_asked_for() -> None:
    whole = timeline(routine_of(RoutineStep("knee-to-chest", sides="right")))
    assert [block.side for block in whole.blocks] == ["right"]


def test_an_exercise_without_sides_takes_no_notice_of_them() -> None:
    whole = timeline(routine_of(RoutineStep("cat-cow", sides="right")))
    assert [block.side for block in whole.blocks] == [None]


def test_another_position_takes_longer_to_get_ready_for() -> None:
    whole = timeline(routine_of("pelvic-tilt", "knee-rolls", "cat-cow"))
    ready = [each.length_s for each in whole.segments if each.kind == "ready"]
    assert ready == [8, 8, 16]


@pytest.mark.parametrize(("stated", "lasts"), [(0, 1), (1, 1), (45, 45)])
def test_time_to_get_ready_can_be_set(stated: int, lasts: int) -> None:
    whole = timeline(routine_of(RoutineStep("cat-cow", ready_s=stated)))
    assert whole.segments[0].length_s == lasts


def test_unknown_exercises_are_left_out() -> None:
    routine = routine_of("cat-cow", "moon-walk", "pelvic-tilt")
    whole = timeline(routine)
    assert [block.exercise.id for block in whole.blocks] == ["cat-cow", "pelvic-tilt"]
    assert [block.step for block in whole.blocks] == [0, 1]
    assert whole.steps == 2


def test_minutes_are_as_the_steps_add_up_else_those_that_are_stated() -> None:
    routine = routine_of("cat-cow", "pelvic-tilt")
    assert minutes_of(replace(routine, minutes=7.5)) == length_s(routine) / 60
    assert minutes_of(replace(routine, steps=(), minutes=7.5)) == 7.5
    assert minutes_of(routine_of("moon-walk")) == 0


@pytest.mark.parametrize("routine", [routine_of(), routine_of("moon-walk")])
def test_nothing_to_do_is_said(routine: Routine) -> None:
    assert length_s(routine) == 0
    with pytest.raises(BadValue, match=r"^steps: nothing is not at least one exercise"):
        timeline(routine)


def test_three_hundred_steps_can_be_played() -> None:
    whole = timeline(routine_of(*[step("cat-cow", reps=2, rep_s=5)] * 300))
    assert (whole.steps, len(whole.blocks), whole.length_s) == (300, 300, 300 * 18)


def test_four_hours_can_be_played_and_a_second_more_not() -> None:
    walk, rest = step("walk-easy", hold_s=3600 - 8), step("walk-easy", hold_s=3600 - 8)
    assert timeline(routine_of(walk, rest, walk, rest)).length_s == HOURS_4
    longer = step("walk-easy", hold_s=3600 - 7)
    with pytest.raises(BadValue, match=r"length: .4 h 01. is not at most 4 hours"):
        timeline(routine_of(walk, rest, walk, longer))


def test_a_routine_of_centuries_is_refused_before_it_is_made() -> None:
    endless = routine_of(*[step("clamshell", reps=100, sets=10, rep_s=60, rest_s=600)] * 2000)
    with pytest.raises(BadValue, match="at most 4 hours"):
        timeline(endless)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("hold_s", 0, "steps[0].dose.hold_s: 0 is not whole seconds from 1 to 3600."),
        ("reps", 0, "steps[0].dose.reps: 0 is not a whole number from 1 to 100."),
        ("sets", 0, "steps[0].dose.sets: 0 is not a whole number from 1 to 10."),
        ("rep_s", 61, "steps[0].dose.rep_s: 61 is not whole seconds from 1 to 60."),
        ("rest_s", -1, "steps[0].dose.rest_s: -1 is not whole seconds from 0 to 600."),
    ],
)
def test_a_dose_that_cannot_be_done_is_refused_when_it_is_read(
    field: str, value: int, sentence: str
) -> None:
    document = {"id": "a", "name": "A", "steps": [{"exercise": "cat-cow", "dose": {field: value}}]}
    with pytest.raises(BadValue) as refused:
        read_record(Routine, document)
    assert str(refused.value) == sentence


@given(routines_made())
def test_a_routine_is_played_the_same_after_it_was_kept(routine: Routine) -> None:
    noted = routine_of(
        *(RoutineStep(s.exercise, s.dose, s.sides, s.ready_s) for s in routine.steps)
    )
    again = read_record(Routine, write_document(noted))
    assert timeline(again) == timeline(noted)


def test_an_empty_change_of_dose_changes_nothing() -> None:
    assert timeline(routine_of(RoutineStep("cat-cow", DoseChange()))) == timeline(
        routine_of("cat-cow")
    )
