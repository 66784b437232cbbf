"""Playing, by a clock that the test steps."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.routine import Routine
from backcare_tui.library.routines import routines
from backcare_tui.player.engine import Began, Engine, Finished, MachineSlept
from backcare_tui.player.snapshot import Snapshot
from backcare_tui.player.timeline import LONGEST_S, timeline
from tests.examples import tried
from tests.for_each import for_each
from tests.player.playing import EARLY, Playing, routine_of, routines_made, step

STRETCH = routine_of(step("knee-to-chest", hold_s=20, reps=2))
TILTS = routine_of(step("pelvic-tilt", reps=3, rep_s=6))
THREE = routine_of(
    step("pelvic-tilt", reps=2, rep_s=6),
    step("knee-rolls", reps=2, rep_s=6),
    step("ankle-pumps", reps=2, rep_s=2),
)
WALK = routine_of(step("walk-easy", hold_s=60))


@for_each("routine", routines(), ids=lambda routine: routine.id)
def test_a_routine_of_the_library_plays_to_the_exact_second(routine: Routine) -> None:
    playing = Playing(routine).go_on()
    whole_s = playing.timeline.length_s
    playing.wait(whole_s - 0.5)
    assert playing.engine.whole_left_s == pytest.approx(0.5)
    playing.wait(0.5)
    assert playing.engine.state == "over"
    assert playing.engine.played_s == pytest.approx(whole_s, abs=1e-6)
    assert playing.heard[-1] == Finished()
    assert set(playing.engine.outcomes) == {"done"}


@tried(60)
@given(routines_made(), st.lists(st.floats(0.01, 5.0), min_size=1, max_size=20))
def test_what_is_heard_does_not_depend_on_the_ticks(routine: Routine, ticks: list[float]) -> None:
    even, uneven = Playing(routine).go_on(), Playing(routine).go_on()
    even.to_the_end(tick=1.0)
    number = 0
    while uneven.engine.state == "playing":
        # Tiny ticks alone would take long; each that is drawn is followed by a long one.
        uneven.sleep(ticks[number % len(ticks)])
        uneven.sleep(4.9)
        number += 1
    assert uneven.heard == even.heard
    assert uneven.engine.spent_s == pytest.approx(even.engine.spent_s)
    assert uneven.engine.played_s == pytest.approx(even.timeline.length_s)


@tried(60)
@given(
    routines_made(),
    st.lists(
        st.tuples(
            st.sampled_from(("tick", "skip", "back", "restart", "longer", "shorter", "pause")),
            st.floats(0, 4.9),
        ),
        max_size=60,
    ),
)
def test_whatever_keys_are_pressed_the_state_stays_sound(
    routine: Routine, keys: list[tuple[str, float]]
) -> None:
    playing = Playing(routine).go_on()
    engine = playing.engine
    for key, seconds in keys:
        playing.now += seconds
        playing.hear(getattr(engine, key)(playing.now))
        if key == "pause":
            playing.go_on()
        assert 0 <= engine.fraction <= 1
        assert engine.left_s >= 0
        assert engine.whole_left_s >= engine.left_s
        assert engine.segment.rep <= engine.reps
        assert engine.timeline.blocks[engine.segment.block] is engine.block
        assert sum(engine.spent_s) <= engine.played_s + 1e-6
    playing.to_the_end(tick=4.9)
    assert engine.state == "over"
    assert "open" not in engine.outcomes


def test_it_begins_paused_and_says_what_begins() -> None:
    playing = Playing(STRETCH)
    assert playing.engine.state == "paused"
    assert playing.sleep(3) == ()
    playing.go_on()
    assert playing.heard == [Began(playing.timeline.segments[0])]
    assert playing.engine.go_on(playing.now) == ()


def test_sides_are_played_in_turn() -> None:
    playing = Playing(STRETCH).go_on()
    left, right = playing.timeline.blocks
    assert (left.side, right.side) == ("left", "right")
    assert (playing.engine.block, playing.engine.next_block) == (left, right)
    playing.to("turn")
    assert (playing.engine.block, playing.engine.next_block) == (right, None)


def test_sets_are_parted_by_rests() -> None:
    playing = Playing(routine_of(step("bridge", reps=2, sets=2, rep_s=6, rest_s=30))).go_on()
    playing.to("rest")
    assert (playing.engine.block.set, playing.engine.seconds_shown) == (2, 30)
    playing.wait(29.5)
    assert (playing.engine.segment.kind, playing.engine.seconds_shown) == ("rest", 1)
    playing.wait(0.5)
    assert playing.engine.segment.kind == "rep"


def test_the_countdown_shows_each_second_and_never_nought() -> None:
    playing = Playing(STRETCH).go_on()
    shown = [playing.engine.seconds_shown]
    for _ in range(15):
        playing.wait(0.5)
        shown.append(playing.engine.seconds_shown)
    assert shown == [8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1]


def test_a_pause_stands_still_for_hours() -> None:
    playing = Playing(STRETCH).go_on().to("hold")
    playing.wait(7)
    assert playing.engine.pause(playing.now) == ()
    stood = (playing.engine.elapsed_s, playing.engine.played_s)
    playing.sleep(3 * 3600)
    playing.sleep(3600)
    assert (playing.engine.elapsed_s, playing.engine.played_s) == stood
    playing.now += 3600
    assert playing.engine.go_on(playing.now) == ()
    playing.wait(1)
    assert playing.engine.elapsed_s == pytest.approx(8)


def test_a_pause_takes_the_moments_before_it_along() -> None:
    playing = Playing(STRETCH).go_on()
    playing.now += 4
    playing.engine.pause(playing.now)
    assert playing.engine.elapsed_s == 4


@pytest.mark.parametrize("gap", [5.1, 60, 9 * 3600])
def test_a_machine_that_slept_is_found_paused_where_it_fell_asleep(gap: float) -> None:
    playing = Playing(STRETCH).go_on().to("hold")
    playing.wait(7)
    played_s = playing.engine.played_s
    heard = playing.sleep(gap)
    assert [type(event) for event in heard] == [MachineSlept]
    assert isinstance(heard[0], MachineSlept)
    assert heard[0].length_s == pytest.approx(gap)
    assert playing.engine.state == "paused"
    assert (playing.engine.elapsed_s, playing.engine.played_s) == (7, played_s)
    playing.go_on().wait(13)
    assert playing.engine.segment.kind == "move"


def test_a_gap_of_five_seconds_is_a_slow_machine_and_counts() -> None:
    playing = Playing(STRETCH).go_on()
    playing.sleep(5)
    assert (playing.engine.state, playing.engine.elapsed_s) == ("playing", 5)


@pytest.mark.parametrize("key", ["skip", "back", "restart", "longer", "shorter", "pause"])
def test_a_key_after_the_sleep_still_finds_it_out(key: str) -> None:
    playing = Playing(THREE).go_on()
    playing.wait(10)
    playing.now += 3600
    heard = getattr(playing.engine, key)(playing.now)
    assert [type(event) for event in heard] == [MachineSlept]
    assert playing.engine.state == "paused"
    assert playing.engine.played_s == 10


def test_a_clock_that_goes_back_stands_still_and_then_goes_on() -> None:
    playing = Playing(STRETCH).go_on()
    playing.wait(4)
    assert playing.sleep(-3600) == ()
    assert playing.engine.elapsed_s == 4
    playing.wait(2)
    assert playing.engine.elapsed_s == 6


def test_a_clock_that_is_set_ahead_counts_as_sleep() -> None:
    playing = Playing(STRETCH).go_on()
    playing.sleep(3600)
    assert (playing.engine.state, playing.engine.elapsed_s) == ("paused", 0)


def test_skipping_goes_to_the_next_block_and_is_remembered() -> None:
    playing = Playing(THREE).go_on()
    playing.wait(9)
    heard = playing.engine.skip(playing.now)
    assert heard == (Began(playing.engine.segment),)
    assert (playing.engine.segment.block, playing.engine.segment.kind) == (1, "ready")
    assert playing.engine.outcomes == ("skipped", "open", "open")
    assert playing.engine.spent_s[0] == 1


def test_skipping_the_last_block_ends_it() -> None:
    playing = Playing(TILTS).go_on()
    assert playing.engine.skip(playing.now) == (Finished(),)
    assert playing.engine.state == "over"
    assert playing.engine.outcomes == ("skipped",)
    assert playing.engine.skip(playing.now) == ()


def test_skipping_while_paused_stays_paused() -> None:
    playing = Playing(THREE)
    assert playing.engine.skip(playing.now) == ()
    assert playing.engine.state == "paused"
    playing.go_on()
    assert playing.heard == [Began(playing.engine.segment)]
    assert playing.engine.segment.block == 1


@pytest.mark.parametrize(("into_s", "block"), [(0, 0), (2.5, 0), (3, 1), (15, 1)])
def test_back_means_the_block_before_only_at_the_beginning(into_s: float, block: int) -> None:
    playing = Playing(THREE).go_on()
    playing.engine.skip(playing.now)
    playing.wait(into_s)
    playing.engine.back(playing.now)
    assert (playing.engine.segment.block, playing.engine.elapsed_s) == (block, 0)
    assert playing.engine.segment.kind == "ready"


def test_back_in_a_later_segment_is_never_the_block_before() -> None:
    playing = Playing(THREE).go_on()
    playing.engine.skip(playing.now)
    playing.to("rep")
    playing.engine.back(playing.now)
    assert playing.engine.segment.block == 1


def test_back_at_the_very_beginning_stays_there() -> None:
    playing = Playing(THREE).go_on()
    playing.wait(1)
    playing.engine.back(playing.now)
    assert (playing.engine.segment.block, playing.engine.elapsed_s) == (0, 0)


def test_what_was_skipped_and_done_after_all_is_done() -> None:
    playing = Playing(THREE).go_on()
    playing.engine.skip(playing.now)
    playing.engine.back(playing.now)
    assert playing.engine.outcomes == ("skipped", "open", "open")
    playing.to("rep")
    playing.wait(1)
    assert playing.engine.outcomes == ("open", "open", "open")
    playing.to("ready")
    assert playing.engine.outcomes == ("done", "open", "open")


def test_what_was_done_stays_done_when_it_is_skipped_the_second_time() -> None:
    playing = Playing(THREE).go_on().to("ready")
    playing.engine.back(playing.now)
    playing.engine.skip(playing.now)
    assert playing.engine.outcomes[0] == "done"


def test_restarting_goes_to_the_very_beginning_and_forgets_nothing() -> None:
    playing = Playing(THREE).go_on().to("ready")
    playing.wait(10)
    heard = playing.engine.restart(playing.now)
    assert heard == (Began(playing.timeline.segments[0]),)
    assert playing.engine.outcomes == ("done", "open", "open")
    assert playing.engine.spent_s[0] == 12
    assert playing.engine.played_s == 30


def test_what_is_over_stays_over() -> None:
    playing = Playing(TILTS).go_on()
    playing.to_the_end()
    engine = playing.engine
    for key in ("go_on", "tick", "pause", "skip", "back", "restart", "longer", "shorter"):
        assert getattr(engine, key)(playing.now + 1) == ()
    assert (engine.state, engine.left_s, engine.seconds_shown) == ("over", 0, 0)
    assert (engine.fraction, engine.whole_left_s) == (1, 0)


@pytest.mark.parametrize(
    ("hold_s", "longer", "shorter"), [(20, 25, 15), (55, 60, 50), (60, 75, 55), (90, 105, 75)]
)
def test_more_and_less_time_go_by_small_or_large_steps(
    hold_s: int, longer: int, shorter: int
) -> None:
    playing = Playing(routine_of(step("walk-easy", hold_s=hold_s))).go_on().to("time")
    engine = playing.engine
    engine.longer(playing.now)
    assert engine.segment.length_s == longer
    engine.shorter(playing.now)
    assert engine.segment.length_s == hold_s
    engine.shorter(playing.now)
    assert engine.segment.length_s == shorter


@pytest.mark.parametrize("kind", ["ready", "move", "hold", "turn"])
def test_more_time_is_played(kind: str) -> None:
    playing = Playing(STRETCH).go_on()
    if kind != "ready":
        playing.to(kind)
    playing.engine.longer(playing.now)
    playing.to_the_end()
    assert playing.engine.played_s == pytest.approx(playing.timeline.length_s + 5)


@pytest.mark.parametrize("into_s", [0.5, 1, 10.2, 17, 18.6])
def test_less_time_leaves_at_least_three_seconds_or_what_is_left(into_s: float) -> None:
    playing = Playing(STRETCH).go_on().to("hold")
    playing.wait(into_s)
    before_s = playing.engine.left_s
    for _ in range(9):
        playing.engine.shorter(playing.now)
    assert min(3, before_s) <= playing.engine.left_s <= min(4, before_s)
    assert playing.engine.segment.length_s <= 20


def test_a_rest_can_be_made_shorter() -> None:
    playing = Playing(routine_of(step("bridge", reps=1, sets=2, rest_s=30))).go_on().to("rest")
    playing.engine.shorter(playing.now)
    assert playing.engine.seconds_shown == 25


def test_repetitions_get_one_more_at_the_end() -> None:
    playing = Playing(TILTS).go_on().to("rep")
    playing.engine.longer(playing.now)
    assert playing.engine.reps == 4
    playing.to("rep", 4).to_the_end()
    assert playing.engine.played_s == pytest.approx(8 + 4 * 6)


def test_repetitions_get_fewer_but_the_one_under_way_is_finished() -> None:
    playing = Playing(TILTS).go_on().to("rep", 2)
    for left in (2, 2, 2):
        playing.engine.shorter(playing.now)
        assert playing.engine.reps == left
    playing.to_the_end()
    assert playing.engine.played_s == pytest.approx(8 + 2 * 6)
    assert playing.engine.outcomes == ("done",)


def test_more_repetitions_stay_in_their_own_block() -> None:
    playing = Playing(THREE).go_on().to("rep")
    playing.engine.longer(playing.now)
    assert [playing.engine.reps_of(block) for block in range(3)] == [3, 2, 2]
    assert [playing.engine.start_of(block) for block in range(3)] == [0, 4, 7]
    playing.engine.skip(playing.now)
    assert playing.engine.segment == playing.timeline.segments[playing.timeline.start_of(1)]


@pytest.mark.parametrize("routine", [WALK, TILTS])
def test_a_key_that_is_held_down_never_makes_it_longer_than_four_hours(routine: Routine) -> None:
    playing = Playing(routine).go_on()
    playing.wait(10)
    for _ in range(3000):
        playing.engine.longer(playing.now)
    assert LONGEST_S - 15 < sum(each.length_s for each in playing.engine.segments) <= LONGEST_S


def test_who_is_ready_begins_at_once() -> None:
    playing = Playing(STRETCH).go_on()
    playing.wait(2)
    (began,) = playing.engine.begin(playing.now)
    assert isinstance(began, Began)
    assert (began.segment.kind, playing.engine.elapsed_s) == ("move", 0)
    assert playing.engine.begin(playing.now) == ()
    playing.to("turn")
    playing.engine.pause(playing.now)
    assert playing.engine.begin(playing.now) == ()
    assert playing.engine.segment.kind == "move"
    assert playing.engine.outcomes == ("done", "open")


def test_words_make_room_before_an_exercise_and_give_it_back() -> None:
    playing = Playing(THREE).go_on()
    engine, usual_s = playing.engine, playing.timeline.length_s
    playing.wait(2)
    engine.make_room({0: 30, 1: 30, 2: 3})
    ready = [each.length_s for each in engine.segments if each.kind == "ready"]
    planned = [each.length_s for each in playing.timeline.segments if each.kind == "ready"]
    assert ready == [planned[0], 30, planned[2]], "one was getting ready already"
    assert engine.planned_s == usual_s + (30 - planned[0]) + (30 - planned[1])
    engine.make_room({})
    assert engine.segments == playing.timeline.segments
    assert engine.planned_s == usual_s


def test_a_sentence_that_was_broken_off_has_its_time_again() -> None:
    playing = Playing(STRETCH).go_on()
    playing.wait(5)
    playing.engine.rewind(3.5)
    assert (playing.engine.elapsed_s, playing.engine.played_s) == (3.5, 5)
    playing.engine.rewind(6)
    assert playing.engine.elapsed_s == 3.5


def test_a_session_can_be_gone_on_with_from_every_block() -> None:
    first = Playing(THREE).go_on()
    for block in range(3):
        first.wait(10)
        kept = first.engine.snapshot()
        again = Playing(THREE, kept)
        assert again.engine.state == "paused"
        assert again.engine.segment == again.timeline.segments[again.timeline.start_of(block)]
        assert again.engine.played_s == pytest.approx(first.engine.played_s)
        assert again.engine.spent_s == first.engine.spent_s
        again.go_on().to_the_end()
        assert set(again.engine.outcomes) == {"done"}
        first.to_the_end() if block == 2 else first.to("ready")


@pytest.mark.parametrize(
    "snapshot",
    [
        Snapshot(3, 9.0, (0.0, 0.0, 0.0), ("open", "open", "open")),
        Snapshot(0, 9.0, (0.0, 0.0), ("open", "open", "open")),
        Snapshot(0, 9.0, (0.0, 0.0, 0.0), ("open", "open")),
        Snapshot(0, 9.0, (0.0,) * 4, ("open",) * 4),
    ],
)
def test_a_snapshot_of_another_timeline_begins_anew(snapshot: Snapshot) -> None:
    engine = Engine(timeline(THREE), snapshot)
    assert (engine.segment.block, engine.played_s, len(engine.spent_s)) == (0, 0, 3)


def test_three_hundred_steps_are_played_to_the_second() -> None:
    playing = Playing(routine_of(*[step("cat-cow", reps=2, rep_s=5)] * 300)).go_on()
    playing.to_the_end(tick=4.9)
    assert playing.engine.outcomes == ("done",) * 300
    assert playing.engine.played_s == pytest.approx(300 * 18)
    assert playing.now - EARLY == pytest.approx(math.ceil(300 * 18 / 4.9) * 4.9, abs=1e-3)
