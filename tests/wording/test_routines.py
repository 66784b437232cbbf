import pytest

from backcare_tui.diary.records.routine import DoseChange, ModeWord, RoutineStep, Side
from backcare_tui.library.exercises import Dose
from backcare_tui.wording.routines import say_dose, say_needs, say_seconds, say_step_dose
from tests.for_each import for_each

NONE: tuple[Side | None, ...] = (None,)
BOTH: tuple[Side | None, ...] = ("left", "right")


def dose(mode: ModeWord, hold_s: int, reps: int = 1, sets: int = 1) -> Dose:
    return Dose(mode, hold_s, reps, sets, 0, 5)


@for_each(
    ("how_much", "sides", "words"),
    [
        (dose("hold", 20, 2), BOTH, "20 s x 2 each side"),
        (dose("hold", 30), NONE, "30 s"),
        (dose("hold", 90, 2, 3), ("left",), "3 sets of 1 min 30 x 2 on the left"),
        (dose("reps", 0, 10), NONE, "10 times"),
        (dose("reps", 0, 1), NONE, "once"),
        (dose("reps", 2, 8, 2), BOTH, "2 sets of 8 times each side"),
        (dose("reps", 5, 8), BOTH, "8 times each side, held 5 s"),
        (dose("time", 180), NONE, "3 min"),
        (dose("time", 45), ("right",), "45 s on the right"),
    ],
)
def test_a_dose_is_said_as_a_person_says_it(
    how_much: Dose, sides: tuple[Side | None, ...], words: str
) -> None:
    assert say_dose(how_much, sides) == words


def test_a_step_says_its_own_dose_and_side() -> None:
    step = RoutineStep("knee-to-chest", DoseChange(hold_s=12, reps=3), sides="left")
    assert say_step_dose(step) == "12 s x 3 on the left"


def test_a_step_of_a_newer_version_has_no_words() -> None:
    assert say_step_dose(RoutineStep("exercise-of-tomorrow")) == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (61.4, "1 min 01"), (125, "2 min 05")],
)
def test_short_lengths_are_said_to_the_second(seconds: float, words: str) -> None:
    assert say_seconds(seconds) == words


def test_what_is_needed_is_named_within_a_line() -> None:
    assert say_needs(("wall", "tennis-ball")) == "wall, tennis ball"
    assert say_needs(()) == "nothing"
