"""Every exercise has a figure, and each of them could be a body."""

from math import dist

import pytest

from backcare_tui.library.exercises import exercise, exercises
from backcare_tui.library.figures import (
    GROUND,
    HEIGHT,
    WIDTH,
    Circle,
    Curve,
    Figure,
    Point,
    Pose,
    PropLine,
    Thing,
    bones,
    figure,
)
from tests.for_each import for_each

IDS = tuple(one.id for one in exercises())
BONES = {f"{inner}-{outer}" for inner, outer in bones()}
BOTH = ("l", "r")

each_figure = for_each("shown", [figure(one) for one in IDS], ids=IDS)


def points_of(thing: Thing) -> tuple[Point, ...]:
    if isinstance(thing, PropLine):
        return thing.start, thing.end
    if isinstance(thing, Curve):
        return thing.start, thing.over, thing.end
    (x, y), r = thing.at, thing.r
    return (x - r, y - r), (x + r, y + r)


def bend_of_knee(pose: Pose, side: str) -> float:
    """How far the knee is beside the way from hip to ankle; the sign tells to which side."""
    (hx, hy), (kx, ky), (ax, ay) = (
        pose.joints[name] for name in ("hip", f"knee_{side}", f"ankle_{side}")
    )
    cross = (kx - hx) * (ay - hy) - (ky - hy) * (ax - hx)
    return cross / dist((hx, hy), (ax, ay))


def test_an_exercise_that_is_not_known_has_no_figure() -> None:
    with pytest.raises(KeyError):
        figure("headstand")


def test_bones_lead_outward_from_the_hip() -> None:
    reached = {"hip"}
    for inner, outer in bones():
        assert inner in reached
        reached.add(outer)
    assert len(reached) == 14


@each_figure
def test_every_pose_has_all_joints(shown: Figure) -> None:
    names = {name for bone in bones() for name in bone}
    assert all(set(pose.joints) == names for pose in shown.poses)


@each_figure
def test_everything_is_on_the_canvas_and_above_the_ground(shown: Figure) -> None:
    lowest = HEIGHT if shown.view == "top" else GROUND
    for pose in shown.poses:
        points = [*pose.joints.values()]
        points += points_of(Circle("head", pose.joints["head"], shown.head_r))
        points += [point for thing in (*shown.props, *pose.props) for point in points_of(thing)]
        for x, y in points:
            assert 0 <= x <= WIDTH
            assert 0 <= y <= lowest + 0.3


@each_figure
def test_bones_keep_their_length_unless_they_point_at_the_viewer(shown: Figure) -> None:
    for inner, outer in bones():
        lengths = [
            dist(pose.joints[inner], pose.joints[outer])
            for pose in shown.poses
            if f"{inner}-{outer}" not in pose.foreshortened
        ]
        if lengths:
            assert max(lengths) <= 1.15 * min(lengths), (inner, outer)


@each_figure
def test_knees_bend_forward(shown: Figure) -> None:
    if shown.view != "side":
        return
    forward = 1 if shown.near == "r" else -1
    for pose in shown.poses:
        for side in BOTH:
            if f"hip-knee_{side}" not in pose.foreshortened:
                assert forward * bend_of_knee(pose, side) > -1, pose.label


@each_figure
def test_bones_and_joints_are_called_by_their_names(shown: Figure) -> None:
    assert shown.works <= BONES
    assert all(pose.foreshortened <= BONES for pose in shown.poses)
    assert not shown.active or shown.active in shown.poses[0].joints


@each_figure
def test_a_figure_with_sides_is_stored_for_the_left_and_shows_which_it_is(shown: Figure) -> None:
    has_sides = exercise(shown.id).sides == "each"
    assert shown.active.endswith("_l") == has_sides
    if has_sides and shown.view == "side":
        assert shown.near == "l"


@each_figure
def test_what_is_seen_from_the_side_has_a_near_side(shown: Figure) -> None:
    assert shown.near or shown.view != "side"


@each_figure
def test_a_pose_is_named_in_a_few_words(shown: Figure) -> None:
    for pose in shown.poses:
        assert 0 < len(pose.label) <= 22


@each_figure
def test_what_is_held_has_one_pose_to_hold_and_parts_that_work(shown: Figure) -> None:
    if exercise(shown.id).dose.mode != "hold":
        return
    assert sum(pose.is_held for pose in shown.poses) == 1
    assert shown.poses[shown.held].is_held
    assert not shown.poses[0].is_held
    assert shown.works


@each_figure
def test_a_pace_has_a_time_for_every_way(shown: Figure) -> None:
    assert len(shown.pace_s) in (0, len(shown.poses))
    assert all(seconds > 0 for seconds in shown.pace_s)


@each_figure
def test_key_poses_are_those_that_differ(shown: Figure) -> None:
    key = [(shown.poses[n].joints, shown.poses[n].props) for n in shown.key_poses]
    assert all((pose.joints, pose.props) in key for pose in shown.poses)
    assert all(key.count(shape) == 1 for shape in key)
    assert shown.held in shown.key_poses


def test_a_figure_without_a_held_pose_shows_its_last_one() -> None:
    shown = figure("ankle-pumps")
    assert not any(pose.is_held for pose in shown.poses)
    assert shown.held == 1
