"""Who is shown the way down to the floor and up again first."""

from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.guidance.floor import WAY_DOWN, is_new_to_floor
from backcare_tui.library.exercises import exercises, needs_floor
from backcare_tui.library.routines import routine
from tests.conftest import MONDAY
from tests.for_each import for_each


def session(routine_id: str, *steps: SessionStep) -> Session:
    return Session(at=MONDAY, routine=routine_id, steps=steps)


def test_the_first_routine_on_the_floor_is_led_up_to() -> None:
    core = routine("core-basics")
    assert is_new_to_floor(core, (), ())
    assert is_new_to_floor(core, (session("desk-break"), session("a swim")), ())
    assert not is_new_to_floor(core, (session("morning-loosen-up"),), ())
    own = Routine(id="mine", name="Mine", steps=(RoutineStep("moon-walk"), RoutineStep("bridge")))
    assert is_new_to_floor(own, (), ())


def test_what_was_skipped_on_the_floor_was_not_done_there() -> None:
    core = routine("core-basics")
    skipped = session("mine", SessionStep("bridge", outcome="skipped"))
    assert is_new_to_floor(core, (skipped,), ())
    assert not is_new_to_floor(core, (session("mine", SessionStep("bridge", outcome="done")),), ())


def test_who_stays_off_the_floor_is_not_led_there() -> None:
    assert not is_new_to_floor(routine("desk-break"), (), ())
    assert not is_new_to_floor(routine(WAY_DOWN), (), ())
    for condition in ("floor_hard", "knee_problem", "hip_replacement"):
        assert not is_new_to_floor(routine("core-basics"), (), {condition})


@for_each(
    ("name", "is_down"),
    [
        ("bridge", True),
        ("cat-cow", True),
        ("roller-thigh", True),
        ("down-and-up", True),
        ("ankle-pumps", False),
        ("log-roll", False),
        ("sit-to-stand", False),
        ("walk-easy", False),
    ],
)
def test_the_floor_is_where_one_lies_or_kneels_or_needs_a_mat(name: str, *, is_down: bool) -> None:
    assert {each.id: needs_floor(each) for each in exercises()}[name] is is_down
