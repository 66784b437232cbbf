"""What is said of a figure with signs: which side works, and that it does."""

from collections.abc import Iterable, Mapping
from math import hypot

from backcare_tui.library.figures import Joints, Point, bones
from backcare_tui.player.body import FigureLook, Frame, StrokePart
from backcare_tui.player.strokes import Dots

HELD_SIGN = "◆"
"""Beside what works."""

Layers = Mapping[StrokePart, Dots]
"""The dots of each part."""

CellPlace = tuple[int, int]
"""Column and row of a cell."""


def signs_of(
    look: FigureLook, joints: Joints, frame: Frame, layers: Layers
) -> dict[CellPlace, str]:
    """The side's letter and the sign of what works, each in a free cell beside its joint or bone."""
    signs: dict[CellPlace, str] = {}
    if look.side and look.active:
        place = _free_place(outward(look.active, joints, frame), layers, signs)
        signs[place] = "L" if look.side == "left" else "R"
    if look.is_marked and look.works:
        place = _free_place(_beside(look, joints, frame), layers, signs)
        signs[place] = HELD_SIGN
    return signs


def outward(joint: str, joints: Joints, frame: Frame) -> Point:
    """A point just beyond a joint, away from its neighbors."""
    x, y = joints[joint]
    near = [joints[a if b == joint else b] for a, b in bones() if joint in (a, b)]
    across = sum(x - nx for nx, _ in near)
    down = sum(y - ny for _, ny in near)
    size = hypot(across, down) or 1.0
    reach = frame.thickness / 2 + 4
    px, py = frame.dot((x, y))
    return px + across / size * reach, py + down / size * reach


def _beside(look: FigureLook, joints: Joints, frame: Frame) -> Point:
    """A point beside the first of the working bones, away from the rest of the body."""
    inner, outer = next(bone for bone in bones() if "-".join(bone) in look.works)
    (ax, ay), (bx, by) = frame.dot(joints[inner]), frame.dot(joints[outer])
    size = hypot(bx - ax, by - ay) or 1.0
    reach = frame.thickness + 4
    x, y = (ax + bx) / 2, (ay + by) / 2
    across, down = -(by - ay) / size * reach, (bx - ax) / size * reach
    body = [frame.dot(point) for point in joints.values()]
    cx, cy = sum(x for x, _ in body) / len(body), sum(y for _, y in body) / len(body)
    is_away = hypot(x + across - cx, y + down - cy) >= hypot(x - across - cx, y - down - cy)
    return (x + across, y + down) if is_away else (x - across, y - down)


def _free_place(wanted: Point, layers: Layers, taken: Mapping[CellPlace, str]) -> CellPlace:
    """The free cell nearest to a point, or its own if none near is free."""
    field = layers["near"]
    columns, rows = field.columns, field.height // 4
    column = min(max(int(wanted[0] // 2), 0), columns - 1)
    row = min(max(int(wanted[1] // 4), 0), rows - 1)
    near = [
        (x, y)
        for y in range(max(row - 2, 0), min(row + 3, rows))
        for x in range(max(column - 4, 0), min(column + 5, columns))
    ]
    near.sort(key=lambda place: (place[0] - column) ** 2 + 4 * (place[1] - row) ** 2)
    free = (place for place in near if place not in taken and _is_free(place, layers.values()))
    return next(free, (column, row))


def _is_free(place: CellPlace, fields: Iterable[Dots]) -> bool:
    x, y = place
    return not any(line >> (2 * x) & 3 for dots in fields for line in dots.rows[4 * y : 4 * y + 4])
