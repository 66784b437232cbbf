"""Boxes to tick, one for each day of a week. Pure."""

from collections.abc import Sequence

from backcare_tui.report.drawing import Caption, Drawing, Shape, Stroke
from backcare_tui.text import shortened

NAMES, DAY, ROW, BOX = 250.0, 34.0, 17.0, 10.0
"""Points of the names' column, a day's column, a row, and the side of a box."""
LONGEST_NAME = 46


def tick_drawing(names: Sequence[str], days: Sequence[str]) -> Drawing:
    """A row of boxes for each name, and over them the days.

    Args:
        names: What is done.
        days: The days of a week, in its order.
    """
    shapes: list[Shape] = [
        Caption(NAMES + (column + 0.5) * DAY, ROW - 5, day, "middle", is_bold=True)
        for column, day in enumerate(days)
    ]
    for row, name in enumerate(names, start=1):
        top = row * ROW
        shapes.append(Caption(0, top + ROW - 5, shortened(name, LONGEST_NAME), size=8.5))
        shapes += [
            _box(NAMES + (column + 0.5) * DAY - BOX / 2, top + (ROW - BOX) / 2)
            for column in range(len(days))
        ]
    return Drawing(
        width=NAMES + len(days) * DAY,
        height=(len(names) + 1) * ROW,
        title="A box for each day",
        description="An empty box for each exercise and day.",
        shapes=tuple(shapes),
    )


def _box(x: float, y: float) -> Stroke:
    corners = ((x, y), (x + BOX, y), (x + BOX, y + BOX), (x, y + BOX), (x, y))
    return Stroke(corners, "limb", 0.9)
