"""A disk that grows with the breath in and shrinks with the breath out, inside a still ring."""

from functools import lru_cache
from itertools import groupby
from typing import Unpack

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from backcare_tui.player.strokes import Dots
from backcare_tui.widgets.options import Named

SMALLEST = 0.22
"""Of the ring's radius: how big the disk is when the breath is out."""
_BRAILLE = 0x2800


class BreathPacer(Widget):
    """Paces a breath by its size; its word and count stand beneath it."""

    COMPONENT_CLASSES = {"breath--disk", "breath--ring", "breath--word"}
    DEFAULT_CSS = """
    BreathPacer {
        width: 1fr; height: 1fr; background: $background; color: $foreground;
        & > .breath--disk { color: $here; }
        & > .breath--ring { color: $quiet; }
        & > .breath--word { color: $foreground; text-style: bold; }
    }
    """

    fill: reactive[float] = reactive(0.0, repaint=False)
    """How full the breath is, 0 to 1."""
    word: reactive[str] = reactive("")
    """What to do, such as `breathe in`."""
    left_s: reactive[int] = reactive(0)
    """Whole seconds left of it."""
    is_still: reactive[bool] = reactive(default=False)
    """Whether nothing moves but the count."""

    def __init__(self, **named: Unpack[Named]) -> None:
        """Empty, until it is told where the breath is."""
        super().__init__(**named)
        self._drawn: tuple[int, int, int] | None = None

    def watch_fill(self) -> None:
        """Paint only the rows where a dot changes."""
        before, now = self._drawn, self._shape()
        if before is None or before[:2] != now[:2]:
            self.refresh()
            return
        self._drawn = now
        old, new = draw_breath(*before), draw_breath(*now)
        changed = [y for y, (was, row) in enumerate(zip(old, new, strict=True)) if was != row]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """One row of the disk and the ring; the last row is the word with its count."""
        width, height = self.size
        if y == height - 1:
            return self._word(width)
        self._drawn = self._shape()
        styles = {name: self._style(name) for name in ("disk", "ring")}
        return Strip(
            [
                Segment(text, styles.get(part, self.rich_style))
                for text, part in draw_breath(*self._drawn)[y]
            ],
            width,
        )

    def _word(self, width: int) -> Strip:
        count = f" · {self.left_s}" if self.left_s else ""
        said = f"{self.word}{count}".center(width)
        return Strip([Segment(said[:width], self._style("word"))]).adjust_cell_length(width)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"breath--{name}")

    def _shape(self) -> tuple[int, int, int]:
        """The room in cells, and the disk's radius in dots; a still one is the ring alone."""
        width, height = self.size.width, max(self.size.height - 1, 0)
        largest = min(width, height * 2) - 4
        share = SMALLEST + (1 - SMALLEST) * self.fill
        return width, height, 0 if self.is_still else max(round(largest * share), 1)


BreathRun = tuple[str, str]
"""Neighboring cells, and what they are part of: `disk`, `ring`, or nothing."""


@lru_cache(maxsize=256)  # a breath comes through the same sizes again and again
def draw_breath(columns: int, rows: int, radius: int) -> tuple[tuple[BreathRun, ...], ...]:
    """The disk and the ring around it, row by row.

    Args:
        columns: The width in cells.
        rows: The height in cells.
        radius: Of the disk, in dots; 0 leaves it out.
    """
    disk, ring = Dots(columns, rows), Dots(columns, rows)
    center = (float(columns), rows * 2.0)
    ring.ring(center, max(min(columns, rows * 2) - 1, 1), 1.5)
    if radius:
        disk.disk(center, radius)
    return tuple(_row(_cells(disk, y), _cells(ring, y)) for y in range(rows))


def _cells(dots: Dots, y: int) -> bytes:
    """The patterns of one row, from its first cell to its last."""
    first, patterns = dots.patterns(y)
    return (bytes(first) + patterns).ljust(dots.columns, b"\0")


def _row(disk: bytes, ring: bytes) -> tuple[BreathRun, ...]:
    named = [
        (chr(_BRAILLE | inner | outer), "disk" if inner else "ring")
        if inner or outer
        else (" ", "")
        for inner, outer in zip(disk, ring, strict=True)
    ]
    groups = groupby(named, key=lambda cell: cell[1])
    return tuple(("".join(sign for sign, _ in group), part) for part, group in groups)
