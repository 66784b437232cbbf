"""Where between its poses a figure is: softly, all the way, and waiting where one waits."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.library.exercises import exercises
from backcare_tui.library.figures import Figure, figure
from backcare_tui.player.motion import LOOP_S, beats, loop_at, place_at
from backcare_tui.player.timeline import BlockKind

FIGURES = tuple(figure(one.id) for one in exercises())
KINDS: tuple[BlockKind, ...] = ("ready", "turn", "rest", "move", "hold", "rep", "time")

figures = st.sampled_from(FIGURES)
fractions = st.floats(0, 1)


def way_between(one: float, two: float, count: int) -> float:
    """How far apart two places are, the shorter way round."""
    there = (two - one) % count
    return min(there, count - there)


@given(
    shown=figures,
    kind=st.sampled_from(KINDS),
    fraction=fractions,
    share=fractions,
    length_s=st.floats(0, 3600),
    follows_hold=st.booleans(),
)
def test_a_place_is_always_one_of_the_figure(  # noqa: PLR0913 - all that a moment is
    *,
    shown: Figure,
    kind: BlockKind,
    fraction: float,
    share: float,
    length_s: float,
    follows_hold: bool,
) -> None:
    at = place_at(shown, kind, fraction, share, length_s=length_s, follows_hold=follows_hold)
    assert 0 <= at < len(shown.poses)


@given(
    shown=figures,
    kind=st.sampled_from(KINDS),
    thousandth=st.integers(0, 999),
    follows_hold=st.booleans(),
)
def test_a_figure_never_jumps(
    *, shown: Figure, kind: BlockKind, thousandth: int, follows_hold: bool
) -> None:
    now, then = (
        place_at(shown, kind, part / 1000, 0.3, length_s=4, follows_hold=follows_hold)
        for part in (thousandth, thousandth + 1)
    )
    assert way_between(now, then, len(shown.poses)) < 0.1


@given(shown=figures, follows_hold=st.booleans())
def test_a_move_ends_in_the_pose_that_is_held(*, shown: Figure, follows_hold: bool) -> None:
    start = place_at(shown, "move", 0, follows_hold=follows_hold)
    assert start == (shown.held if follows_hold else 0)
    assert place_at(shown, "move", 1, follows_hold=follows_hold) == shown.held


@given(figures, fractions)
def test_a_hold_is_still(shown: Figure, fraction: float) -> None:
    assert place_at(shown, "hold", fraction) == shown.held


@given(figures, fractions, st.sampled_from(KINDS[:3]))
def test_before_the_work_stands_the_first_pose(
    shown: Figure, fraction: float, kind: BlockKind
) -> None:
    assert place_at(shown, kind, fraction) == 0


def test_a_rest_after_a_hold_first_leads_out_of_it() -> None:
    bridge = figure("bridge")
    rest = [
        place_at(bridge, "rest", fraction, length_s=30, follows_hold=True)
        for fraction in (0, 0.05, 0.11, 0.9)
    ]
    assert rest[0] == 1
    assert 1 < rest[1] < 2
    assert rest[2:] == [0, 0]


@given(figures)
def test_a_repetition_begins_and_ends_in_the_first_pose(shown: Figure) -> None:
    assert place_at(shown, "rep", 0, 0.4) == 0
    count = len(shown.poses)
    assert way_between(place_at(shown, "rep", 0.9999, 0), 0, count) < 0.01


@given(figures, st.floats(0.1, 0.8))
def test_a_repetition_waits_in_the_held_poses_for_their_share(
    shown: Figure, hold_share: float
) -> None:
    held = {number for number, pose in enumerate(shown.poses) if pose.is_held}
    places = [place_at(shown, "rep", part / 2000, hold_share) for part in range(2000)]
    waiting = sum(at in held for at in places) / 2000
    # A round begins in the first pose, and so does its very first moment.
    assert waiting == pytest.approx(hold_share if held else 0, abs=0.01)


@given(figures, st.floats(0, 0.8), st.integers(2, 12))
def test_a_beat_is_where_the_figure_sets_out_for_its_pose(
    shown: Figure, hold_share: float, length_s: int
) -> None:
    found = beats(shown, length_s, hold_share)
    assert found[0].at_s == 0
    count = len(shown.poses)
    ends = [*(beat.at_s for beat in found[1:]), length_s]
    for beat, end_s in zip(found, ends, strict=True):
        place = place_at(shown, "rep", (end_s - 0.001) / length_s, hold_share)
        if len(found) > 1:
            assert min(abs(place - beat.pose), abs(place - beat.pose - count)) < 0.01


def test_a_movement_slows_down_where_it_turns_and_not_where_it_goes_on() -> None:
    press_up = figure("prone-press-up")
    places = [place_at(press_up, "rep", part / 1000) for part in range(1000)]
    speeds = {round(at, 1): later - at for at, later in pairwise(places)}
    assert speeds[0.0] < speeds[1.0] / 3
    assert speeds[1.9] < speeds[1.0]


def test_what_goes_on_for_a_time_is_as_fast_however_long_it_is() -> None:
    sit = figure("ball-foot")
    assert place_at(sit, "time", 0.25, length_s=8) == place_at(sit, "time", 0.05, length_s=40)
    assert loop_at(sit, 1) == loop_at(sit, 1 + 3 * LOOP_S)


def test_a_figure_may_have_a_pace_of_its_own() -> None:
    breath = figure("long-exhale")
    assert list(breath.pace_s) == [4, 6]
    places = [loop_at(breath, seconds) for seconds in (0, 2, 4, 7, 10)]
    assert places == pytest.approx([0, 0.5, 1, 1.5, 0])


def test_a_preview_rests_in_the_pose_that_is_held() -> None:
    places = [loop_at(figure("bridge"), tenth / 10) for tenth in range(80)]
    assert places.count(1.0) >= 20
