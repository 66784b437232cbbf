"""A pose drawn with strokes: what is near is thick and lies over what is far."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor, hypot
from typing import Literal, NamedTuple

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.figures import (
    Bone,
    Circle,
    Curve,
    Figure,
    Joints,
    Point,
    PropLine,
    Thing,
    bones,
)
from backcare_tui.player.joints import other_side
from backcare_tui.player.strokes import Dots

StrokePart = Literal["held", "head", "near", "far", "prop", "ground"]
"""What a stroke is of; what comes first lies in front."""

PARTS: tuple[StrokePart, ...] = ("held", "head", "near", "far", "prop", "ground")

_HALO = 1.1
_HIPS = 0.55
"""The width of the hips, in that of the shoulders."""

_CURVE = 4
"""Pieces of each half of the back, or of a belly."""


class Frame(NamedTuple):
    """How the canvas lies on a field of dots."""

    origin: Point
    """Where the top left corner of the canvas is, in dots."""
    zoom: float
    """Dots to a unit of the canvas."""
    thickness: float
    """Of a near limb, in dots."""

    def dot(self, point: Point) -> Point:
        """A point of the canvas, in dots."""
        return self.origin[0] + point[0] * self.zoom, self.origin[1] + point[1] * self.zoom


class FigureLook(NamedTuple):
    """Who is drawn, and how."""

    figure: Figure
    side: Side | None
    is_marked: bool

    @property
    def works(self) -> frozenset[str]:
        """The bones that work on this side."""
        found = self.figure.works
        if self.side != "right":
            return found
        return frozenset("-".join(map(other_side, bone.split("-"))) for bone in found)

    @property
    def active(self) -> str:
        """The joint that shows the side, or nothing."""
        active = self.figure.active
        return other_side(active) if self.side == "right" else active

    @property
    def near(self) -> str:
        """The letter of the side that is nearer to the viewer, or nothing."""
        near = self.figure.near
        return {"l": "r", "r": "l"}.get(near, "") if self.side == "right" else near


class Limb(NamedTuple):
    """A stroke of the body, on the canvas."""

    part: StrokePart
    start: Point
    end: Point


def limbs(look: FigureLook, joints: Joints) -> Iterator[Limb]:
    """All strokes of the body but the head's."""
    works = look.works if look.is_marked else frozenset()
    roots = _roots(look.figure, joints)
    for inner, outer in bones():
        is_far = look.near and outer[-2:] == f"_{'r' if look.near == 'l' else 'l'}"
        part: StrokePart = "held" if f"{inner}-{outer}" in works else "far" if is_far else "near"
        for start, end in _line(inner, outer, joints, roots, look.figure.head_r):
            yield Limb(part, start, end)
    for middle in ("neck", "hip") if roots else ():
        yield Limb("near", roots[middle, "_l"], roots[middle, "_r"])


def draw_body(
    layers: dict[StrokePart, Dots], look: FigureLook, joints: Joints, frame: Frame
) -> None:
    """Draws the body, with a rim around what is near."""
    halo = Dots(*_cells(layers["near"]))
    for part, start, end in limbs(look, joints):
        thickness = _thickness(part, frame.thickness)
        a, b = frame.dot(start), frame.dot(end)
        layers[part].stroke(a, b, thickness)
        if part != "far":
            halo.stroke(a, b, thickness + 2 * _HALO)
    center, radius = frame.dot(joints["head"]), look.figure.head_r * frame.zoom
    layers["head"].ring(center, radius, _thickness("head", frame.thickness))
    if face := nose(look, joints):
        layers["head"].stroke(frame.dot(face.start), frame.dot(face.end), frame.thickness)
    halo.disk(center, radius + _HALO)
    inside = Dots(*_cells(halo))
    inside.disk(center, radius - _thickness("head", frame.thickness) + 0.4)
    for part in PARTS:
        if part != "head":
            layers[part].clear(inside)
    layers["far"].clear(halo)
    layers["prop"].clear(halo)


def draw_things(dots: Dots, things: Sequence[Thing], frame: Frame) -> None:
    """Draws what the body sits on, leans on or holds."""
    thickness = _thickness("prop", frame.thickness)
    for thing in things:
        if isinstance(thing, PropLine):
            start, end = _on_dot(frame.dot(thing.start)), _on_dot(frame.dot(thing.end))
            dots.stroke(start, end, thickness)
        elif isinstance(thing, Circle):
            dots.ring(frame.dot(thing.at), thing.r * frame.zoom, thickness)


def draw_curves(dots: Dots, things: Sequence[Thing], frame: Frame) -> None:
    """Draws the soft edges of the body."""
    thickness = _thickness("far", frame.thickness)
    for thing in things:
        if isinstance(thing, Curve):
            shares = (step / _CURVE / 2 for step in range(2 * _CURVE + 1))
            points = [_on_curve(thing.start, thing.over, thing.end, each) for each in shares]
            for start, end in pairwise(points):
                dots.stroke(frame.dot(start), frame.dot(end), thickness)


def _on_dot(point: Point) -> Point:
    """The middle of the dot that a point is in, so that an upright edge is one dot wide everywhere."""
    return floor(point[0]) + 0.5, floor(point[1]) + 0.5


def _cells(dots: Dots) -> tuple[int, int]:
    return dots.columns, dots.height // 4


def _thickness(part: StrokePart, near: float) -> float:
    if part == "held":
        return near + (1 if near < 3 else 2)
    return near if part in ("near", "head") else max(near // 2, 1)


def _line(
    inner: str, outer: str, joints: Joints, roots: dict[Bone, Point], head_r: float
) -> Iterator[tuple[Point, Point]]:
    """A bone as one stroke or several, the back as a curve and the neck up to the head."""
    start, end = joints[inner], joints[outer]
    if outer == "head":
        yield start, _toward(end, start, head_r)
    elif "mid" in (inner, outer):
        first = 0.0 if inner == "hip" else 0.5
        back = joints["hip"], joints["mid"], joints["neck"]
        points = [_on_curve(*back, first + step * 0.5 / _CURVE) for step in range(_CURVE + 1)]
        yield from pairwise(points)
    else:
        yield roots.get((inner, outer[-2:]), start), end


def _toward(start: Point, end: Point, length: float) -> Point:
    """The point that is so far from the start on the way to the end."""
    across, down = end[0] - start[0], end[1] - start[1]
    share = length / (hypot(across, down) or 1.0)
    return start[0] + across * share, start[1] + down * share


def _on_curve(start: Point, over: Point, end: Point, share: float) -> Point:
    """A point of the curve that passes a point in its middle, as the back does from hip to neck."""
    rest = 1 - share

    def along(axis: Literal[0, 1]) -> float:
        bend = 2 * over[axis] - (start[axis] + end[axis]) / 2
        return rest * rest * start[axis] + 2 * rest * share * bend + share * share * end[axis]

    return along(0), along(1)


def _roots(figure: Figure, joints: Joints) -> dict[Bone, Point]:
    """Where arms and legs begin, if the width of the body is seen: by the joint and the side's ending."""
    if not figure.shoulder:
        return {}
    (mx, my), (nx, ny) = joints["mid"], joints["neck"]
    size = figure.shoulder / (hypot(nx - mx, ny - my) or 1.0)
    found: dict[Bone, Point] = {}
    for middle, width in (("neck", size), ("hip", size * _HIPS)):
        x, y = joints[middle]
        across, down = -(ny - my) * width, (nx - mx) * width
        found[middle, "_l"] = (x + across, y + down)
        found[middle, "_r"] = (x - across, y - down)
    return found


def nose(look: FigureLook, joints: Joints) -> Limb | None:
    """Where the face is, as a short stroke; None where it is not seen from the side."""
    if look.figure.view != "side":
        return None
    (nx, ny), (hx, hy) = joints["neck"], joints["head"]
    turn = (
        (1.0 if look.near == "r" else -1.0) * look.figure.head_r / (hypot(hx - nx, hy - ny) or 1.0)
    )
    across, down = -(hy - ny) * turn, (hx - nx) * turn
    return Limb("head", (hx + across, hy + down), (hx + across * 1.1, hy + down * 1.1))
