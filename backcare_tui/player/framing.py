"""How much room a movement takes, and how it lies in so many cells: the same for all of its moments."""

from functools import lru_cache
from typing import NamedTuple

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.figures import GROUND, Circle, Curve, Figure, Point, PropLine, Thing
from backcare_tui.player.body import Frame
from backcare_tui.player.joints import joints_at, mirrored_point, mixed

_MARGIN = 1.0
_SAMPLES = 4
_ASIDE = 6
"""Dots at the sides, so that a letter has room beyond a hand or a foot."""


def things_at(figure: Figure, at: float, side: Side | None) -> tuple[Thing, ...]:
    """What stands there and what moves along, at a place between the poses."""
    count = len(figure.poses)
    number = int(at) % count
    start, end = figure.poses[number].props, figure.poses[(number + 1) % count].props
    share = at - int(at)
    if [thing.name for thing in start] == [thing.name for thing in end]:
        moving = tuple(_moved(one, two, share) for one, two in zip(start, end, strict=True))
    else:
        moving = start if share < 0.5 else end
    things = (*figure.props, *moving)
    return tuple(_mirrored(thing, figure) for thing in things) if side == "right" else things


def _moved(start: Thing, end: Thing, share: float) -> Thing:
    if isinstance(start, PropLine) and isinstance(end, PropLine):
        return PropLine(
            start.name, mixed(start.start, end.start, share), mixed(start.end, end.end, share)
        )
    if isinstance(start, Circle) and isinstance(end, Circle):
        return Circle(start.name, mixed(start.at, end.at, share), start.r)
    if isinstance(start, Curve) and isinstance(end, Curve):
        pairs = zip(_points_of(start), _points_of(end), strict=True)
        return Curve(start.name, *(mixed(one, two, share) for one, two in pairs))
    return start if share < 0.5 else end


def _mirrored(thing: Thing, figure: Figure) -> Thing:
    if isinstance(thing, Circle):
        return Circle(thing.name, mirrored_point(thing.at, figure), thing.r)
    return type(thing)(thing.name, *(mirrored_point(each, figure) for each in _points_of(thing)))


def _points_of(thing: Thing) -> tuple[Point, ...]:
    """The points that it is drawn between, or the box around a round one."""
    match thing:
        case PropLine(start=start, end=end):
            return start, end
        case Curve(start=start, over=over, end=end):
            return start, over, end
    return _around(thing.at, thing.r)


class Extent(NamedTuple):
    """What a whole movement takes of the canvas."""

    left: float
    top: float
    right: float
    bottom: float


@lru_cache(maxsize=256)
def extent(figure: Figure, side: Side | None) -> Extent:
    """What the figure takes in all its moments, with the things around it; the ground is its bottom."""
    points: list[Point] = []
    for step in range(len(figure.poses) * _SAMPLES):
        at = step / _SAMPLES
        joints = joints_at(figure, at, side)
        points += joints.values()
        points += _around(joints["head"], figure.head_r)
        for thing in things_at(figure, at, side):
            points += _points_of(thing)
    across, down = [x for x, _ in points], [y for _, y in points]
    bottom = max(down) + _MARGIN if figure.view == "top" else GROUND
    return Extent(min(across) - _MARGIN, min(down) - _MARGIN, max(across) + _MARGIN, bottom)


def _around(center: Point, radius: float) -> tuple[Point, Point]:
    x, y = center
    return (x - radius, y - radius), (x + radius, y + radius)


def frame_of(figure: Figure, side: Side | None, columns: int, rows: int) -> Frame:
    """How the canvas lies in so many cells: as large as there is room, in the middle, on the ground."""
    left, top, right, bottom = extent(figure, side)
    thickness = _thickness(min(columns, 2.5 * rows))
    is_grounded = figure.view != "top"
    width, height = columns * 2, rows * 4 - (thickness / 2 + 1 if is_grounded else 0)
    zoom = min(
        max(width - thickness - _ASIDE, 1) / (right - left),
        (height - thickness / 2) / (bottom - top),
    )
    x = width / 2 - (left + right) / 2 * zoom
    y = height - bottom * zoom if is_grounded else height / 2 - (top + bottom) / 2 * zoom
    return Frame((x, y), zoom, thickness)


def _thickness(columns: float) -> float:
    """Of a near limb, in dots. Whole numbers: strokes of other widths shimmer when they move."""
    return 1 + sum(columns >= least for least in (24, 76, 150))
