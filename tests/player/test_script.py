"""The words of each moment."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.library.exercises import Breath, exercise
from backcare_tui.library.routines import routines
from backcare_tui.player.engine import Began, MachineSlept
from backcare_tui.player.script import (
    breath_at,
    cue_at,
    next_words,
    rings,
    say_side,
    say_work,
    title_of,
)
from backcare_tui.player.timeline import LEAD, timeline
from tests.for_each import for_each
from tests.player.playing import Playing, routine_of, routines_made, step

STRETCH = routine_of(step("knee-to-chest", hold_s=20, reps=2))
CLAMS = routine_of(step("clamshell", reps=4, rep_s=4, sets=2, rest_s=15))


def cues_shown(routine: Routine) -> list[tuple[str, str, int]]:
    """Each line that stood there, with the kind of its segment and for how many seconds."""
    whole = timeline(routine)
    seconds = [
        (segment.block, segment.kind in {"ready", "turn", "rest"}, cue)
        for segment in whole.segments
        for second in range(segment.length_s)
        for cue in [cue_at(whole.blocks[segment.block], segment, second)]
    ]
    return [
        (cue, "lead" if is_lead else "work", len(list(run)))
        for (_, is_lead, cue), run in groupby(seconds)
    ]


def test_a_block_has_a_title_and_a_side() -> None:
    block = timeline(STRETCH).blocks[1]
    assert (title_of(block), say_side(block.side)) == ("Knee to Chest", "right side")
    assert say_side(None) == ""


@for_each(
    ("routine", "kind", "rep", "words"),
    [
        (STRETCH, "move", 1, "into hold 1 of 2"),
        (STRETCH, "hold", 2, "hold 2 of 2"),
        (STRETCH, "turn", 1, "other side"),
        (routine_of(step("knee-to-chest", reps=1)), "move", 1, "into the hold"),
        (routine_of(step("knee-to-chest", reps=1)), "hold", 1, "hold"),
        (routine_of(step("cat-cow", reps=10)), "rep", 3, "repetition 3 of 10"),
        (CLAMS, "rep", 2, "set 1 of 2 · repetition 2 of 4"),
        (CLAMS, "rest", 1, "rest"),
        (routine_of("belly-breathing"), "time", 1, "breathe"),
        (routine_of("side-lying-rest"), "time", 1, "rest here"),
        (routine_of("walk-easy"), "time", 1, "keep going"),
        (routine_of(step("walk-easy", reps=2, hold_s=60)), "time", 2, "part 2 of 2"),
    ],
)
def test_the_work_is_named(routine: Routine, kind: str, rep: int, words: str) -> None:
    playing = Playing(routine).go_on()
    assert say_work(playing.engine) == "get ready"
    playing.to(kind, rep)
    assert say_work(playing.engine) == words


def test_more_repetitions_are_counted_in() -> None:
    playing = Playing(routine_of(step("cat-cow", reps=10))).go_on().to("rep")
    playing.engine.longer(playing.now)
    assert say_work(playing.engine) == "repetition 1 of 11"


def test_what_comes_next_is_a_side_a_set_an_exercise_or_nothing() -> None:
    clams = CLAMS.steps[0]
    playing = Playing(routine_of(clams, "side-lying-rest", "cat-cow")).go_on()
    found = []
    while playing.engine.state == "playing":
        found.append(next_words(playing.engine))
        playing.sleep(1)
    assert [words for words, _ in groupby(found)] == [
        "Next: right side",
        "Next: set 2 of 2, left side",
        "Next: right side",
        "Next: Side Rest with Pillow",
        "Next: Cat and Cow · on hands and knees",
        "Last one",
    ]
    assert next_words(playing.engine) == ""


def test_a_hold_shows_the_set_up_then_one_cue_after_another() -> None:
    own = exercise("knee-to-chest")
    first, second, third, fourth = own.cues
    shown = cues_shown(routine_of(RoutineStep("knee-to-chest", STRETCH.steps[0].dose, "left")))
    assert shown == [
        (own.setup, "lead", 8),
        (first, "work", 6),
        (second, "work", 6),
        (third, "work", 6),
        (fourth, "work", 6),
        (first, "work", 6),
        (own.breathing, "work", 6),
        (second, "work", 6),
        (third, "work", 6),
    ]


def test_short_holds_have_a_cue_each() -> None:
    own = exercise("abdominal-brace")
    shown = cues_shown(routine_of(step("abdominal-brace", hold_s=5, reps=3)))
    assert shown[1:] == [(cue, "work", 9) for cue in own.cues[:3]]


def test_repetitions_change_the_cue_every_few() -> None:
    own = exercise("ankle-pumps")
    shown = cues_shown(routine_of(step("ankle-pumps", reps=10, rep_s=2)))
    assert shown[1:] == [(own.cues[0], "work", 8), (own.cues[1], "work", 12)]


def test_what_leads_down_to_the_floor_has_its_cues_in_each_repetition() -> None:
    own = exercise("down-and-up")
    shown = [cue for cue, kind, _ in cues_shown(routine_of("down-and-up")) if kind == "work"]
    assert shown == [*own.cues] * 2


def test_a_long_time_spreads_its_cues_and_ends_with_the_breath() -> None:
    own = exercise("ninety-ninety-rest")
    shown = cues_shown(routine_of(step("ninety-ninety-rest", hold_s=200)))
    assert shown[1:] == [(cue, "work", 40) for cue in (*own.cues, own.breathing)]


def test_a_turn_and_a_rest_say_what_to_do() -> None:
    shown = cues_shown(CLAMS)
    assert ("Now the right side", "lead", 12) in shown
    assert (exercise("clamshell").breathing, "lead", 15) in shown


def test_a_note_of_the_step_is_shown_while_one_gets_ready() -> None:
    block, segment = (whole := timeline(noted("use the [red] band\x1b[2J"))).blocks[0], None
    segment = whole.segments[0]
    assert cue_at(block, segment, 0) == f"{exercise('cat-cow').setup} use the [red] band\ufffd[2J"


def noted(note: str) -> Routine:
    return routine_of(step("cat-cow", note, reps=2))


@given(routines_made())
def test_no_cue_flickers_in_work_that_is_not_very_short(routine: Routine) -> None:
    whole = timeline(routine)
    works = [0] * len(whole.blocks)
    for segment in whole.segments:
        works[segment.block] += 0 if segment.kind in LEAD else segment.length_s
    shown = cues_shown(routine)
    assert all(cue for cue, _, _ in shown)
    if min(works) >= 20:
        assert all(length_s >= 5 for _, kind, length_s in shown if kind == "work")


@for_each("routine", routines(), ids=lambda routine: routine.id)
def test_a_cue_of_the_library_can_be_read_and_followed(routine: Routine) -> None:
    assert min(length_s for _, _, length_s in cues_shown(routine)) >= 5


BOX = Breath(4, 4, 4, 4)


@for_each(
    ("at_s", "phase", "fill", "left_s"),
    [
        (0, "in", 0, 4),
        (2, "in", 0.5, 2),
        (3.9, "in", 0.998, 1),
        (4, "hold", 1, 4),
        (8, "out", 1, 4),
        (10, "out", 0.5, 2),
        (12, "rest", 0, 4),
        (15.5, "rest", 0, 1),
        (16, "in", 0, 4),
        (16 * 40 + 10, "out", 0.5, 2),
    ],
)
def test_a_breath_fills_and_empties(at_s: float, phase: str, fill: float, left_s: int) -> None:
    now = breath_at(BOX, at_s)
    assert (now.phase, now.left_s) == (phase, left_s)
    assert now.fill == pytest.approx(fill, abs=0.01)


def test_a_breath_without_a_hold_goes_straight_out() -> None:
    slow = Breath(4, 0, 6, 0)
    assert [breath_at(slow, second).phase for second in range(11)] == ["in"] * 4 + ["out"] * 6 + [
        "in"
    ]


@given(
    st.builds(Breath, st.integers(1, 9), st.integers(0, 9), st.integers(1, 9), st.integers(0, 9)),
    st.floats(0, 3600),
)
def test_a_breath_is_always_somewhere(breath: Breath, at_s: float) -> None:
    now = breath_at(breath, at_s)
    assert 0 <= now.fill <= 1
    assert 1 <= now.left_s <= 9
    near = breath_at(breath, at_s + 0.01)
    assert abs(near.fill - now.fill) < 0.05


def test_the_bell_marks_the_beginning_and_the_end_of_work() -> None:
    playing = Playing(STRETCH).go_on()
    playing.to_the_end()
    rung = [
        f"{event.segment.kind} {event.segment.rep}" if isinstance(event, Began) else "end"
        for event in playing.heard
        if rings(event)
    ]
    side = ["hold 1", "move 2", "hold 2"]
    assert rung == [*side, "turn 1", *side, "end"]


def test_the_bell_does_not_ring_at_each_repetition() -> None:
    playing = Playing(CLAMS).go_on()
    playing.to_the_end()
    rung = [event for event in playing.heard if rings(event)]
    assert sum(isinstance(event, Began) and event.segment.kind == "rep" for event in rung) == 4


def test_the_bell_does_not_ring_where_the_computer_slept() -> None:
    assert not rings(MachineSlept(9))
