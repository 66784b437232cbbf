"""What was done, as an entry; and what is kept meanwhile."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.player.engine import Engine
from backcare_tui.player.session import UnderWay, read_under_way, session_of, steps_done
from tests.conftest import MONDAY
from tests.examples import tried
from tests.for_each import for_each
from tests.player.playing import Playing, routine_of, routines_made, step

TWO_SIDES = routine_of(
    step("pelvic-tilt", reps=2, rep_s=6), step("knee-to-chest", hold_s=10, reps=1)
)
SETS = routine_of(step("clamshell", reps=1, rep_s=10, sets=2, rest_s=20))


def begun(playing: Playing, routine: Routine) -> UnderWay:
    return UnderWay(routine=routine, at=MONDAY, snapshot=playing.engine.snapshot(), pain_before=4)


def done(playing: Playing) -> list[tuple[str, str | None, int | None, str]]:
    steps = steps_done(playing.timeline, playing.engine)
    return [(each.exercise, each.side, each.done_s, each.outcome) for each in steps]


def test_a_routine_played_whole_is_an_entry() -> None:
    playing = Playing(TWO_SIDES).go_on()
    under_way = begun(playing, TWO_SIDES)
    playing.to_the_end()
    assert session_of(under_way, playing.timeline, playing.engine, pain_after=3) == Session(
        id=under_way.session,
        at=MONDAY,
        routine="mine",
        name="Mine",
        planned_s=8 + 12 + 8 + 14 + 6 + 14,
        done_s=62,
        steps=(
            SessionStep("pelvic-tilt", 12, 12),
            SessionStep("knee-to-chest", 14, 14, side="left"),
            SessionStep("knee-to-chest", 14, 14, side="right"),
        ),
        pain_before=4,
        pain_after=3,
    )


def test_leaving_early_keeps_what_was_begun() -> None:
    playing = Playing(TWO_SIDES).go_on().to("hold")
    playing.wait(3)
    under_way = begun(playing, TWO_SIDES)
    session = session_of(under_way, playing.timeline, playing.engine, 6, "pain-up-2")
    assert (session.done_s, session.planned_s, session.stopped) == (35, 62, "pain-up-2")
    assert done(playing) == [
        ("pelvic-tilt", None, 12, "done"),
        ("knee-to-chest", "left", 7, "stopped"),
    ]


def test_getting_ready_for_an_exercise_does_not_begin_it() -> None:
    playing = Playing(TWO_SIDES).go_on()
    playing.wait(7)
    assert done(playing) == []
    playing.wait(14)
    assert done(playing) == [("pelvic-tilt", None, 12, "done")]


def test_what_was_passed_over_says_so() -> None:
    playing = Playing(TWO_SIDES).go_on()
    playing.engine.skip(playing.now)
    playing.to("move")
    playing.wait(2)
    playing.engine.skip(playing.now)
    assert done(playing) == [
        ("pelvic-tilt", None, 0, "skipped"),
        ("knee-to-chest", "left", 2, "skipped"),
    ]


def test_the_sets_of_a_side_are_one_step() -> None:
    playing = Playing(SETS).go_on()
    playing.to_the_end()
    assert done(playing) == [("clamshell", "left", 20, "done"), ("clamshell", "right", 20, "done")]


def test_a_side_without_its_last_set_was_stopped() -> None:
    playing = Playing(SETS).go_on().to("rest")
    assert done(playing) == [
        ("clamshell", "left", 10, "stopped"),
        ("clamshell", "right", 10, "stopped"),
    ]


def test_what_was_skipped_and_begun_after_all_was_stopped() -> None:
    playing = Playing(TWO_SIDES).go_on()
    playing.engine.skip(playing.now)
    playing.engine.back(playing.now)
    playing.to("rep")
    playing.wait(3)
    assert done(playing) == [("pelvic-tilt", None, 3, "stopped")]


def test_the_same_exercise_twice_is_two_steps() -> None:
    tilts = step("pelvic-tilt", reps=1, rep_s=5)
    playing = Playing(routine_of(tilts, tilts)).go_on()
    playing.to_the_end()
    assert len(done(playing)) == 2


def test_sleep_and_pauses_are_not_played() -> None:
    playing = Playing(TWO_SIDES).go_on().to("rep")
    playing.sleep(7200)
    playing.go_on().wait(6)
    playing.engine.pause(playing.now)
    playing.sleep(7200)
    session = session_of(begun(playing, TWO_SIDES), playing.timeline, playing.engine)
    assert session.done_s == 14


@tried(60)
@given(
    routines_made(),
    st.integers(0, 600),
    st.lists(st.sampled_from(("skip", "back", "longer", "shorter", "restart")), max_size=12),
)
def test_every_session_fits_the_diary(routine: Routine, seconds: int, keys: list[str]) -> None:
    playing = Playing(routine).go_on()
    for key in keys:
        playing.wait(seconds / 8, tick=4.9)
        getattr(playing.engine, key)(playing.now)
    playing.wait(seconds, tick=4.9)
    session = session_of(begun(playing, routine), playing.timeline, playing.engine, 3, None)
    assert read_record(Session, write_document(session)) == session
    assert sum(each.done_s or 0 for each in session.steps) <= (session.done_s or 0) + len(
        session.steps
    )
    outcomes = {each.outcome for each in session.steps}
    assert "stopped" not in outcomes or playing.engine.state != "over"


@tried(60)
@given(routines_made(), st.integers(0, 600))
def test_a_session_under_way_survives_in_the_settings(routine: Routine, seconds: int) -> None:
    playing = Playing(routine).go_on()
    playing.wait(seconds, tick=4.9)
    under_way = begun(playing, routine)
    kept = msgspec.json.decode(msgspec.json.encode(under_way))
    assert read_under_way(kept) == under_way


def test_what_is_kept_can_be_gone_on_with_and_ended() -> None:
    first = Playing(TWO_SIDES).go_on().to("hold")
    kept = read_under_way(begun(first, TWO_SIDES))
    assert kept
    assert (kept.pain_before, kept.pain_now) == (4, None)
    second = Playing(kept.routine, kept.snapshot).go_on()
    second.to_the_end()
    session = session_of(kept, second.timeline, second.engine)
    assert session.id == kept.session
    # The block that was interrupted was begun anew, and its four seconds were played all the same.
    assert session.done_s == 62 + 12
    assert {each.outcome for each in session.steps} == {"done"}


def test_a_session_that_was_interrupted_can_be_kept_as_it_was() -> None:
    first = Playing(TWO_SIDES).go_on().to("hold")
    kept = read_under_way(begun(first, TWO_SIDES))
    assert kept
    engine = Engine(first.timeline, kept.snapshot)
    assert steps_done(first.timeline, engine) == steps_done(first.timeline, first.engine)


DAMAGE: dict[str, dict[str, Any]] = {
    "no snapshot": {"snapshot": None},
    "a moment without its offset": {"at": "2026-11-23T08:12:00"},
    "no moment": {"at": "yesterday"},
    "an id that no file takes": {"session": "../../etc"},
    "pain beyond the scale": {"pain_before": 14},
    "a routine that cannot be read": {"routine": {"name": "x", "steps": [{"exercise": ""}]}},
    "a block before the first": {"snapshot": {"block": -1}},
    "time that was not spent": {"snapshot": {"played_s": -3.0}},
    "more than a day": {"snapshot": {"played_s": 1e9}},
    "an unknown outcome": {"snapshot": {"outcomes": ["eaten"]}},
    "no number": {"snapshot": {"spent_s": [float("nan")]}},
}


@for_each("damage", DAMAGE.values(), ids=list(DAMAGE))
def test_a_damaged_setting_is_no_session(damage: dict[str, Any]) -> None:
    value = msgspec.to_builtins(begun(Playing(TWO_SIDES), TWO_SIDES))
    assert read_under_way(value)
    for field, wrong in damage.items():
        both = isinstance(wrong, dict) and field == "snapshot"
        value[field] = {**value[field], **wrong} if both else wrong
    assert read_under_way(value) is None


@pytest.mark.parametrize("value", [None, "", 0, [], {}, "gone", {"routine": "x"}])
def test_anything_else_in_the_setting_is_no_session(value: object) -> None:
    assert read_under_way(value) is None
