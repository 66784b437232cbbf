"""How an exercise looks, on paper: where it begins, and where it goes. Pure."""

from collections.abc import Iterator
from math import cos, pi, sin

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.exercises import Exercise
from backcare_tui.library.figures import GROUND, SEEN, Circle, Curve, Figure, Point, figure_of
from backcare_tui.player.body import FigureLook, limbs
from backcare_tui.player.framing import extent, things_at
from backcare_tui.player.joints import joints_at
from backcare_tui.report.drawing import Caption, Drawing, Shape, Stroke
from backcare_tui.text import shortened

WIDTH, HEIGHT, GAP = 112.0, 66.0, 10.0
"""Points of one pose, and between two of them."""
LABEL, LABEL_ROOM = 7.0, 11.0
LIMB, THIN = 2.6, 1.2
"""Points across a limb, and a thing or what is far."""
AROUND = 20
"""Pieces of a circle."""
LONGEST_LABEL = 30


def figure_drawing(of: Exercise, side: Side | None) -> Drawing | None:
    """The first pose and the one that is held or reached; None where there is no figure.

    Args:
        of: One of the library, or one's own that is like one.
        side: The side that works, where there are two.
    """
    figure = figure_of(of)
    if figure is None:
        return None
    numbers = tuple(dict.fromkeys((0, figure.held)))
    shapes: list[Shape] = []
    for place, number in enumerate(numbers):
        shapes += _pose(figure, number, side, place * (WIDTH + GAP))
    seen = SEEN[figure.view]
    labels = [figure.poses[number].label for number in numbers]
    return Drawing(
        width=len(numbers) * (WIDTH + GAP) - GAP,
        height=HEIGHT + LABEL_ROOM,
        title=f"How it looks, {seen}" if seen else "How it looks",
        description="; then: ".join(labels),
        shapes=tuple(shapes),
    )


def _pose(figure: Figure, number: int, side: Side | None, left: float) -> Iterator[Shape]:
    around = extent(figure, side)
    across, down = around.right - around.left, around.bottom - around.top
    zoom = min((WIDTH - 2 * LIMB) / across, (HEIGHT - 2 * LIMB) / down)
    x0 = left + WIDTH / 2 - (around.left + around.right) / 2 * zoom
    y0 = HEIGHT - LIMB - around.bottom * zoom

    def at(point: Point) -> Point:
        return round(x0 + point[0] * zoom, 1), round(y0 + point[1] * zoom, 1)

    joints = joints_at(figure, number, side)
    if figure.view != "top":
        floor = at((0, GROUND))[1] + LIMB / 2
        yield Stroke(((left, floor), (left + WIDTH, floor)), "grid", THIN)
    for thing in things_at(figure, number, side):
        if isinstance(thing, Circle):
            yield _ring(at(thing.at), thing.r * zoom, THIN)
        elif isinstance(thing, Curve):
            yield Stroke((at(thing.start), at(thing.over), at(thing.end)), "dim", THIN)
        else:
            yield Stroke((at(thing.start), at(thing.end)), "dim", THIN)
    look = FigureLook(figure, side, is_marked=False)
    drawn = sorted(limbs(look, joints), key=lambda limb: limb.part != "far")
    for limb in drawn:
        is_far = limb.part == "far"
        width = LIMB * 0.7 if is_far else LIMB
        yield Stroke((at(limb.start), at(limb.end)), "dim" if is_far else "limb", width)
    yield _ring(at(joints["head"]), figure.head_r * zoom, LIMB * 0.8, is_body=True)
    words = shortened(figure.poses[number].label, LONGEST_LABEL)
    yield Caption(left + WIDTH / 2, HEIGHT + LABEL_ROOM - 3, words, "middle", size=LABEL)


def _ring(center: Point, radius: float, width: float, *, is_body: bool = False) -> Stroke:
    (x, y), turns = center, (2 * pi * step / AROUND for step in range(AROUND + 1))
    points = tuple((round(x + radius * cos(t), 1), round(y + radius * sin(t), 1)) for t in turns)
    return Stroke(points, "limb" if is_body else "dim", width)
