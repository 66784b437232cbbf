"""Where the joints are between two poses: bones keep their length, and what stands on the ground stays there."""

from functools import lru_cache
from math import atan2, cos, dist, hypot, pi, sin

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.figures import (
    GROUND,
    HEIGHT,
    WIDTH,
    Bone,
    Figure,
    Joints,
    Point,
    Pose,
    bones,
)

_STILL = 1.0
"""A joint that moves less than this, in units of the canvas, is meant to stay where it is."""

_LOW = GROUND - 3.0
"""Below this, a joint is on the ground."""

_ROUNDS = 16
_FIXED, _FREE = 0.0, 1.0


def joints_at(figure: Figure, at: float, side: Side | None) -> Joints:
    """The joints at a place between the poses.

    Args:
        figure: The figure.
        at: 0 is the first pose, 1.5 halfway between the second and the third; after the last one comes the first again.
        side: The side that works; the figure as it is stored is that of the left one.
    """
    count = len(figure.poses)
    number = int(at) % count
    start, end = figure.poses[number], figure.poses[(number + 1) % count]
    joints = _between(start, end, at - int(at), is_seen_from_above=figure.view == "top")
    return mirrored(joints, figure) if side == "right" else joints


def mirrored(joints: Joints, figure: Figure) -> Joints:
    """The same pose in a mirror: what the left side did is done by the right one."""
    return {other_side(name): mirrored_point(point, figure) for name, point in joints.items()}


def other_side(name: str) -> str:
    """The joint's name on the other side of the body, its own if it is in the middle."""
    stem, line, letter = name.rpartition("_")
    return f"{stem}{line}{'r' if letter == 'l' else 'l'}" if letter in ("l", "r") else name


def mirrored_point(point: Point, figure: Figure) -> Point:
    """Where a point of the canvas is in the mirror."""
    x, y = point
    return (x, HEIGHT - y) if figure.view == "top" else (WIDTH - x, y)


def _between(start: Pose, end: Pose, share: float, *, is_seen_from_above: bool) -> Joints:
    if not share:
        return start.joints
    turned = _turned(start, end, share)
    weights = {
        name: _FIXED
        if _stays(start.joints[name], end.joints[name], is_seen_from_above=is_seen_from_above)
        else _FREE
        for name in turned
    }
    for name, weight in weights.items():
        if weight == _FIXED:
            turned[name] = mixed(start.joints[name], end.joints[name], share)
    lengths = {
        bone: dist(start.joints[bone[0]], start.joints[bone[1]]) * (1 - share)
        + dist(end.joints[bone[0]], end.joints[bone[1]]) * share
        for bone in _rigid(start, end)
    }
    lowest = HEIGHT if is_seen_from_above else GROUND
    return _settled(turned, weights, lengths, lowest)


@lru_cache(maxsize=512)
def _rigid(start: Pose, end: Pose) -> tuple[Bone, ...]:
    """The bones that keep their length on the way."""
    return tuple(
        bone for bone in bones() if "-".join(bone) not in start.foreshortened | end.foreshortened
    )


def _stays(start: Point, end: Point, *, is_seen_from_above: bool) -> bool:
    """Whether a joint stays, or slides along the ground."""
    on_ground = not is_seen_from_above and min(start[1], end[1]) > _LOW
    return on_ground or dist(start, end) < _STILL


def mixed(start: Point, end: Point, share: float) -> Point:
    """The point at a share of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _turned(start: Pose, end: Pose, share: float) -> Joints:
    """Every bone turned by its share of the way, from the hip outward."""
    rigid = set(_rigid(start, end))
    found = {"hip": mixed(start.joints["hip"], end.joints["hip"], share)}
    for inner, outer in bones():
        one, two = _vector(start.joints, inner, outer), _vector(end.joints, inner, outer)
        across, down = (
            _turned_vector(one, two, share) if (inner, outer) in rigid else mixed(one, two, share)
        )
        x, y = found[inner]
        found[outer] = (x + across, y + down)
    return found


def _vector(joints: Joints, inner: str, outer: str) -> Point:
    (ax, ay), (bx, by) = joints[inner], joints[outer]
    return bx - ax, by - ay


def _turned_vector(start: Point, end: Point, share: float) -> Point:
    first = atan2(start[1], start[0])
    turn = (atan2(end[1], end[0]) - first + pi) % (2 * pi) - pi
    angle = first + turn * share
    length = hypot(*start) * (1 - share) + hypot(*end) * share
    return length * cos(angle), length * sin(angle)


def _settled(
    joints: Joints, weights: dict[str, float], lengths: dict[Bone, float], lowest: float
) -> Joints:
    """Pulls the free joints until the bones have their lengths and nothing is below the ground."""
    found = dict(joints)
    for _ in range(_ROUNDS):
        for (inner, outer), length in lengths.items():
            one, two = weights[inner], weights[outer]
            if not one + two:
                continue
            (ax, ay), (bx, by) = found[inner], found[outer]
            across, down = bx - ax, by - ay
            now = hypot(across, down) or 1.0
            pull = (now - length) / now / (one + two)
            found[inner] = (ax + across * pull * one, min(ay + down * pull * one, lowest))
            found[outer] = (bx - across * pull * two, min(by - down * pull * two, lowest))
    return found
