"""Figures that must not show another movement than the words ask for: angles, and what stays where it is."""

from math import atan2, degrees, dist

from backcare_tui.library.figures import Circle, Curve, Figure, Joints, Point, Pose, figure
from backcare_tui.player.body import FigureLook, limbs
from backcare_tui.player.joints import joints_at
from tests.for_each import for_each

MOMENTS = [step / 8 for step in range(9)]


def bend_at(joints: Joints, outer: str, at: str, inner: str) -> float:
    """Degrees that a joint is bent from straight."""
    (ax, ay), (bx, by), (cx, cy) = joints[outer], joints[at], joints[inner]
    turn = degrees(atan2(ay - by, ax - bx) - atan2(cy - by, cx - bx))
    return abs(180 - abs(turn) % 360)


def slope(start: Point, end: Point) -> float:
    return degrees(atan2(start[1] - end[1], abs(end[0] - start[0])))


def back_of(shown: Figure, at: float) -> list[Point]:
    """The back as it is drawn, from the hip to the neck."""
    joints = joints_at(shown, at, "left")
    ends = {joints["hip"], joints["neck"]}
    drawn = [limb.start for limb in limbs(FigureLook(shown, "left", is_marked=False), joints)][:8]
    assert drawn[0] in ends
    return drawn


def share_of_back(pose: Pose, x: float) -> float:
    """How far down the back something is: 0 at the neck, 1 at the hip."""
    neck, hip = pose.joints["neck"][0], pose.joints["hip"][0]
    return (x - neck) / (hip - neck)


def test_the_curl_up_lifts_head_and_shoulders_and_keeps_the_arch() -> None:
    shown = figure("mcgill-curl-up")
    down, up = shown.poses
    assert up.joints["hip"] == down.joints["hip"]
    lower = [back_of(shown, at)[:4] for at in MOMENTS]
    assert max(dist(a, b) for row in lower for a, b in zip(row, lower[0], strict=True)) < 0.6
    assert 1 < down.joints["neck"][1] - up.joints["neck"][1] < 4
    assert down.joints["head"][1] - up.joints["head"][1] < 6
    assert shown.works == {"mid-neck", "neck-head"}


def test_the_leg_lift_on_the_front_is_small_and_the_back_stays_still() -> None:
    down, up = figure("prone-leg-lift").poses
    lift = slope(up.joints["hip"], up.joints["knee_l"]) - slope(
        down.joints["hip"], down.joints["knee_l"]
    )
    assert 4 < lift <= 10
    still = ("head", "neck", "mid", "hip", "knee_r", "ankle_r")
    assert all(up.joints[name] == down.joints[name] for name in still)
    assert bend_at(up.joints, "hip", "knee_l", "ankle_l") < 2
    assert figure("prone-leg-lift").works == {"hip-knee_l"}


def test_the_wall_sit_bends_the_knees_halfway_at_most() -> None:
    stand, sit = figure("wall-sit").poses
    assert 45 <= bend_at(sit.joints, "hip", "knee_r", "ankle_r") <= 60
    assert bend_at(stand.joints, "hip", "knee_r", "ankle_r") < 20


def test_the_roller_stays_at_the_upper_back() -> None:
    for pose in figure("roller-upper-back").poses:
        (roller,) = pose.props
        assert isinstance(roller, Circle)
        assert 0.1 <= share_of_back(pose, roller.at[0]) <= 0.35


def test_the_ball_is_between_the_buttock_and_the_wall() -> None:
    shown = figure("ball-buttock")
    assert shown.view == "side"
    (wall,) = shown.props
    for pose in shown.poses:
        (ball,) = pose.props
        assert isinstance(ball, Circle)
        hip = pose.joints["hip"]
        assert abs(ball.at[1] - hip[1]) < 2
        # Near l faces left: what is behind is at the right.
        assert hip[0] < ball.at[0] < 58.8
        assert wall.name == "wall"


def test_opening_the_book_is_seen_from_the_front_and_nobody_kneels() -> None:
    shown = figure("open-book")
    assert shown.view == "front"
    for pose in shown.poses:
        trunk = [pose.joints[name] for name in ("neck", "mid", "hip")]
        assert all(y > 45 for _, y in trunk)
        assert all(pose.joints[name][1] > 49 for name in ("knee_l", "knee_r"))


BREATHING = [
    *("belly-breathing", "long-exhale", "box-breathing", "mindful-breathing", "side-lying-rest"),
    *("ninety-ninety-rest", "body-scan", "prone-lying", "prone-breathing"),
]


@for_each("name", BREATHING)
def test_a_breath_lifts_the_belly_and_leaves_the_spine(name: str) -> None:
    shown = figure(name)
    breaths = [
        next(thing for thing in pose.props if isinstance(thing, Curve)).over for pose in shown.poses
    ]
    assert len(set(breaths)) == 2
    assert len({pose.joints["mid"] for pose in shown.poses}) == 1
    assert len({pose.joints["hip"] for pose in shown.poses}) == 1


LITTLE = [
    *(("standing-hip-extension", "l", 18), ("standing-hip-abduction", "l", 20)),
    *(("prone-arm-leg-lift", "l", 12), ("mini-squat", "r", 30)),
]
"""How many degrees a thigh leaves its first place at most, where the words say "a little"."""


@for_each(("name", "side", "most"), LITTLE)
def test_a_little_is_drawn_as_a_little(name: str, side: str, most: float) -> None:
    shown = figure(name)
    first, up = (shown.poses[n].joints for n in (0, 1))
    other = up | {"hip": first["hip"], "knee": first[f"knee_{side}"]}
    shift = [up["hip"][i] - first["hip"][i] for i in (0, 1)]
    moved = (up[f"knee_{side}"][0] - shift[0], up[f"knee_{side}"][1] - shift[1])
    turned = 180 - bend_at(other | {"moved": moved}, "knee", "hip", "moved")
    assert 3 < turned <= most


@for_each("name", ["sciatic-slider-lying", "sciatic-slider-seated"])
def test_a_nerve_is_slid_and_not_stretched(name: str) -> None:
    """The knee never comes straight, with the hip bent."""
    for pose in figure(name).poses:
        assert bend_at(pose.joints, "hip", "knee_l", "ankle_l") > 15


@for_each("name", ["pick-up-pencil", "pick-up-book", "pick-up-bag", "loaded-hinge"])
def test_what_is_picked_up_is_picked_up_from_the_hips_with_a_long_back(name: str) -> None:
    for pose in figure(name).poses:
        joints = pose.joints
        trunk = dist(joints["hip"], joints["mid"]) + dist(joints["mid"], joints["neck"])
        assert dist(joints["hip"], joints["neck"]) > 0.98 * trunk


def test_on_all_fours_the_reaching_arm_is_seen_above_the_head() -> None:
    shown = figure("bird-dog")
    joints = shown.poses[shown.held].joints
    head, elbow = joints["head"], joints["elbow_r"]
    assert head[1] - shown.head_r > elbow[1] + 3


@for_each("name", ["knee-rolls", "figure-four", "supine-twist", "side-lying-rest"])
def test_what_is_seen_from_above_lies_on_a_mat_or_a_bed(name: str) -> None:
    shown = figure(name)
    assert shown.view == "top"
    assert {"mat", "bed"} & {thing.name for thing in shown.props}
