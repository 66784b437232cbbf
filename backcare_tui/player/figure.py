"""A moment of a movement as a picture of braille cells: the body, what it rests on, and the ground."""

from itertools import groupby
from typing import NamedTuple

import msgspec

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.figures import GROUND, Figure
from backcare_tui.player.body import (
    PARTS,
    FigureLook,
    Frame,
    StrokePart,
    draw_body,
    draw_curves,
    draw_things,
)
from backcare_tui.player.framing import Extent, extent, frame_of, things_at
from backcare_tui.player.glyphs import CellPlace, Layers, signs_of
from backcare_tui.player.joints import joints_at
from backcare_tui.player.strokes import Dots

__all__ = ["FigureRun", "Picture", "draw", "joints_at"]

_BRAILLE = 0x2800


class FigureRun(NamedTuple):
    """Neighboring cells that show the same."""

    text: str
    part: StrokePart | None
    """`None` where there is nothing."""


class Picture(msgspec.Struct, frozen=True):
    """A figure as lines of cells."""

    lines: tuple[tuple[FigureRun, ...], ...]
    """From top to bottom; every line is as wide as was asked for."""

    @property
    def text(self) -> str:
        """All lines, without what each part is."""
        return "\n".join("".join(run.text for run in line) for line in self.lines)


def draw(  # noqa: PLR0913 - what, where between its poses, and how large
    figure: Figure,
    at: float,
    side: Side | None,
    columns: int,
    rows: int,
    *,
    is_marked: bool,
) -> Picture:
    """The figure at a place between its poses.

    All moments of a movement have the same scale, and stand on the same ground.

    Args:
        figure: The figure.
        at: As in `joints_at`.
        side: The side that works, if it is one of two; its letter stands beside the joint that shows it.
        columns: The width in cells, 1 or more.
        rows: The height in cells, 1 or more.
        is_marked: Whether what works is drawn heavier, with a sign.
    """
    joints = joints_at(figure, at, side)
    look = FigureLook(figure, side, is_marked)
    frame = frame_of(figure, side, columns, rows)
    layers: dict[StrokePart, Dots] = {part: Dots(columns, rows) for part in PARTS}
    things = things_at(figure, at, side)
    draw_things(layers["prop"], things, frame)
    draw_body(layers, look, joints, frame)
    draw_curves(layers["near"], things, frame)
    if figure.view != "top":
        _draw_ground(layers["ground"], extent(figure, side), frame)
    signs = signs_of(look, joints, frame, layers)
    return Picture(tuple(_runs(layers, signs, row) for row in range(rows)))


def _draw_ground(dots: Dots, taken: Extent, frame: Frame) -> None:
    overlap = 3.0
    y = dots.height - 0.5
    start = frame.dot((taken.left - overlap, GROUND))[0]
    end = frame.dot((taken.right + overlap, GROUND))[0]
    dots.stroke((start, y), (end, y), 1.0)


def _runs(layers: Layers, signs: dict[CellPlace, str], row: int) -> tuple[FigureRun, ...]:
    """One line of cells; each cell shows all dots in it, as the part that is in front."""
    columns = layers["near"].columns
    parts: list[StrokePart | None] = [None] * columns
    cells = bytearray(columns)
    for part in reversed(PARTS):
        first, patterns = layers[part].patterns(row)
        for column, pattern in enumerate(patterns, first):
            if pattern:
                cells[column] |= pattern
                parts[column] = part
    letters = [chr(_BRAILLE + cell) if cell else " " for cell in cells]
    for (x, y), sign in signs.items():
        if y == row:
            letters[x], parts[x] = sign, "held"
    runs = groupby(range(columns), parts.__getitem__)
    return tuple(FigureRun("".join(letters[at] for at in found), part) for part, found in runs)
