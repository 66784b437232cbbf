"""The exercises by their ids."""

from backcare_tui.library.exercises import exercise_name


def test_an_exercise_is_named_and_one_that_is_gone_keeps_its_id() -> None:
    assert exercise_name("chin-tuck") == "Chin Tuck"
    assert exercise_name("moon\x1b-walk") == "moon�-walk"
