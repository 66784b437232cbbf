"""What is said while a routine is played."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.library.exercises import exercise, exercises
from backcare_tui.library.routines import routines
from backcare_tui.player.cues import Telling
from backcare_tui.player.script import speech_s
from tests.for_each import for_each
from tests.player.playing import Playing, routine_of, said, step, words_of


def sentences(exercise_id: str) -> list[str]:
    """The lines of an exercise as they are said."""
    own = exercise(exercise_id)
    return [f"{line.rstrip('.')}." for line in (*own.cues, own.breathing) if line]


def test_in_a_long_time_each_cue_is_said_when_it_comes_up() -> None:
    first, second, third, fourth, breath = sentences("ninety-ninety-rest")
    assert said(routine_of(step("ninety-ninety-rest", hold_s=200)))[1:-1] == [
        (8, f"3 minutes 20. {first}"),
        (48, second),
        (88, third),
        (108, "Halfway."),
        (128, fourth),
        (168, breath),
    ]


def test_a_cue_waits_until_halfway_is_said() -> None:
    # Four lines: the third comes up in the very middle.
    found = said(routine_of(step("standing-march", hold_s=24)))
    _, second, third, fourth, _ = sentences("standing-march")
    assert [each for each in found if 8 < each[0] < 29] == [
        (14, second),
        (20, "Halfway."),
        (20.5, third),
        (26, fourth),
    ]


def test_no_cue_runs_into_the_count_of_the_last_seconds() -> None:
    playing, telling = Playing(routine_of(step("walk-easy", hold_s=60))).go_on(), Telling()
    playing.to("time")
    while playing.engine.left_s > 30:
        playing.engine.shorter(playing.now)
        playing.wait(1)
    heard = []
    while playing.engine.left_s > 0:
        heard += [playing.engine.left_s] if telling.cue(playing.engine) else []
        playing.wait(0.5)
    assert heard
    assert min(heard) > 3


def test_a_cue_that_had_to_wait_for_the_set_up_is_said_after_it() -> None:
    hurried = RoutineStep("ninety-ninety-rest", ready_s=3)
    assert sentences("ninety-ninety-rest")[0] in words_of(routine_of(hurried))


def test_in_a_second_set_no_cue_is_said_again() -> None:
    found = words_of(routine_of(step("standing-march", sets=2, rest_s=10)))
    assert found[found.index("Set 2 of 2.") + 1 :][:2] == ["Halfway.", "3"]


def test_nothing_is_said_while_it_is_paused() -> None:
    playing, telling = Playing(routine_of(step("walk-easy", hold_s=100))).go_on(), Telling()
    playing.to("time").wait(50)
    playing.engine.pause(playing.now)
    assert telling.cue(playing.engine) is None
    playing.go_on()
    assert telling.cue(playing.engine) == sentences("walk-easy")[2]
    assert telling.cue(playing.engine) is None


@given(
    st.sampled_from([each.id for each in exercises() if each.dose.mode == "time"]),
    st.integers(1, 120),
    st.integers(1, 3),
    st.integers(1, 30),
)
def test_no_cue_is_said_into_another_sentence(
    exercise_id: str, hold_s: int, reps: int, ready_s: int
) -> None:
    long = RoutineStep(exercise_id, DoseChange(hold_s=hold_s, reps=reps), ready_s=ready_s)
    for (at_s, words), (next_s, after) in pairwise(said(routine_of(long))):
        if after in sentences(exercise_id):
            assert next_s - at_s >= speech_s(words) - 1
        if words in sentences(exercise_id):
            assert next_s - at_s >= speech_s(words)


@for_each("routine", routines(), ids=lambda routine: routine.id)
def test_every_line_of_a_long_time_is_heard(routine: Routine) -> None:
    found = " ".join(words_of(routine))
    for each in routine.steps:
        if exercise(each.exercise).dose.mode == "time":
            assert all(words in found for words in sentences(each.exercise))
