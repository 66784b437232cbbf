"""A figure as frames that a page moves between: all that is known of a body stays here. Pure."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal

import msgspec

from backcare_tui.library.figures import GROUND, SEEN, Circle, Curve, Figure, Point, PropLine, Thing
from backcare_tui.player.body import FigureLook, Frame, Limb, limbs, nose
from backcare_tui.player.framing import extent, things_at
from backcare_tui.player.glyphs import outward
from backcare_tui.player.joints import joints_at

STEPS = 8
"""Frames from each pose to the next; between two of them a page goes straight, by less than the eye sees."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Two of them are a number of a frame, the greater part first."""
LEAST, PARTS = -20.0, 16
"""The smallest number that a frame can hold, and into how many parts a unit of the canvas is divided."""
_UNITS = Frame((0.0, 0.0), zoom=1.0, thickness=2.0)

MatPart = Literal["near", "far", "head", "line", "circle", "curve", "letter"]
"""What a shape of a frame is: a stroke that is nearer or farther, the head or where it looks, a thing, or
where the letter of the side stands."""


class MatShape(msgspec.Struct, frozen=True, array_like=True):
    """What is drawn with some of the points of a frame."""

    part: MatPart
    points: int
    """How many; of a circle two, the middle and its radius across."""
    works: bool = False
    """Whether it is heavier while a pose is held."""


class MatFigure(msgspec.Struct, frozen=True):
    """A movement of the left side, or of both; on the right one it is its mirror image."""

    seen: str
    """From where it is seen, where that has to be said."""
    is_from_above: bool
    box: tuple[float, float, float, float]
    """What it takes of the canvas in all its moments: left, top, right, bottom."""
    ground: float | None
    shapes: tuple[MatShape, ...]
    """The farthest first, the same in every frame."""
    frames: tuple[str, ...]
    """The points of the shapes: `STEPS` of them from each pose to the next, in a circle."""
    labels: tuple[str, ...]
    """A few words for each pose."""
    held: int
    """The pose that stands for the movement where nothing is to move."""


def mat_figure(figure: Figure) -> MatFigure:
    """A figure with all its frames."""
    drawn = [tuple(_shapes(figure, n / STEPS)) for n in range(len(figure.poses) * STEPS)]
    around = extent(figure, _side(figure))
    return MatFigure(
        seen=SEEN[figure.view],
        is_from_above=figure.view == "top",
        box=(around.left, around.top, around.right, around.bottom),
        ground=None if figure.view == "top" else GROUND,
        shapes=tuple(shape for shape, _ in drawn[0]),
        frames=tuple(_written([each for _, points in one for each in points]) for one in drawn),
        labels=tuple(pose.label for pose in figure.poses),
        held=figure.held,
    )


def _side(figure: Figure) -> Literal["left"] | None:
    """The side that a figure is stored for, if it has one."""
    return "left" if figure.active else None


def _shapes(figure: Figure, at: float) -> Iterator[tuple[MatShape, Sequence[Point]]]:
    """What is drawn at a place between the poses, the farthest first."""
    side = _side(figure)
    joints = joints_at(figure, at, side)
    things = things_at(figure, at, side)
    yield from (_thing(each) for each in things if not isinstance(each, Curve))
    pieces = tuple(limbs(FigureLook(figure, side, is_marked=False), joints))
    heavier = limbs(FigureLook(figure, side, is_marked=True), joints)
    works = [each.part == "held" for each in heavier]
    strokes = [
        (MatShape("far" if part == "far" else "near", len(run) + 1, works[run[0]]), run)
        for part, run in _runs(figure, [each.part for each in pieces], works)
    ]
    for shape, run in sorted(strokes, key=lambda stroke: stroke[0].part != "far"):
        yield shape, (pieces[run[0]].start, *(pieces[number].end for number in run))
    head = joints["head"]
    yield MatShape("head", 2), (head, (figure.head_r, 0.0))
    if face := nose(FigureLook(figure, side, is_marked=False), joints):
        yield MatShape("near", 2), _ends(face)
    yield from (_thing(each) for each in things if isinstance(each, Curve))
    if figure.active:
        yield MatShape("letter", 1), (outward(figure.active, joints, _UNITS),)


def _ends(limb: Limb) -> tuple[Point, Point]:
    return limb.start, limb.end


def _runs(
    figure: Figure, parts: Sequence[str], works: Sequence[bool]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The numbers of the pieces that are one line in every moment, each with its part."""
    joined = _joined(figure)
    line = 0
    lines = [line := line + (not is_joined) for is_joined in joined]
    numbers = range(len(parts))
    for (_, part, _), run in groupby(numbers, lambda n: (lines[n], parts[n], works[n])):
        yield part, tuple(run)


@lru_cache(maxsize=128)
def _joined(figure: Figure) -> tuple[bool, ...]:
    """Of each piece of the body, whether it begins where the one before it ends, in every pose."""
    side = _side(figure)
    look = FigureLook(figure, side, is_marked=False)
    poses = [
        tuple(limbs(look, joints_at(figure, number, side))) for number in range(len(figure.poses))
    ]
    return tuple(
        number > 0 and all(pose[number - 1].end == pose[number].start for pose in poses)
        for number in range(len(poses[0]))
    )


def _thing(thing: Thing) -> tuple[MatShape, Sequence[Point]]:
    match thing:
        case PropLine(start=start, end=end):
            return MatShape("line", 2), (start, end)
        case Circle(at=at, r=radius):
            return MatShape("circle", 2), (at, (radius, 0.0))
        case Curve(start=start, over=over, end=end):
            return MatShape("curve", 3), (start, over, end)


def _written(points: Sequence[Point]) -> str:
    """Points as letters, four to each."""
    return "".join(_number(number) for point in points for number in point)


def _number(number: float) -> str:
    whole = min(max(round((number - LEAST) * PARTS), 0), len(LETTERS) ** 2 - 1)
    return LETTERS[whole // len(LETTERS)] + LETTERS[whole % len(LETTERS)]
