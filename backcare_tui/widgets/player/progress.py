"""The whole routine in one line: an exercise is a stretch of it, with a gap to the next."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, Unpack

import msgspec
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from backcare_tui.widgets.options import Named

BlockState = Literal["done", "skipped", "open"]
LEAST_CELLS = 4
"""Cells of an exercise on average, below which there is no room for gaps."""
_SIGNS: dict[BlockState, str] = {"done": "▀", "skipped": "░", "open": "▔"}


class Stretch(msgspec.Struct, frozen=True):
    """One exercise of the routine."""

    length_s: float
    done: float = 0.0
    """How much of it is over, 0 to 1."""
    is_skipped: bool = False


class Progress(Widget):
    """How far the whole routine is. What is over is thick, what is to come is thin."""

    COMPONENT_CLASSES = {"progress--done", "progress--skipped", "progress--open"}
    DEFAULT_CSS = """
    Progress {
        height: 1; background: $background;
        & > .progress--done { color: $here; }
        & > .progress--skipped { color: $quiet; }
        & > .progress--open { color: $quiet; }
    }
    """

    stretches: reactive[tuple[Stretch, ...]] = reactive((), repaint=False)
    """The exercises in order."""

    def __init__(self, **named: Unpack[Named]) -> None:
        """Empty, until it is told."""
        super().__init__(**named)
        self._drawn = ""

    def watch_stretches(self) -> None:
        """Paint only where a cell changes."""
        if self._drawn != draw_progress(self.stretches, self.size.width):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The bar."""
        width = self.size.width
        self._drawn = draw_progress(self.stretches, width) if y == 0 else ""
        names = {sign: name for name, sign in _SIGNS.items()}
        segments = [
            Segment(
                "".join(run),
                self.get_component_rich_style(f"progress--{names.get(sign, 'open')}"),
            )
            for sign, run in groupby(self._drawn)
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)


def draw_progress(stretches: Sequence[Stretch], width: int) -> str:
    """The bar in so many cells: each exercise as long as its share of the time."""
    whole = sum(stretch.length_s for stretch in stretches)
    if not whole or width < 1:
        return ""
    has_gaps = width >= LEAST_CELLS * len(stretches)
    return "".join(_cells(stretches, whole, width, has_gaps=has_gaps))


def _cells(
    stretches: Sequence[Stretch], whole: float, width: int, *, has_gaps: bool
) -> Iterator[str]:
    """Each stretch from where the one before ended; so roundings never add up."""
    start, passed = 0, 0.0
    for number, stretch in enumerate(stretches):
        passed += stretch.length_s
        end = round(passed / whole * width)
        gap = has_gaps and number + 1 < len(stretches) and end > start
        cells = end - start - gap
        done = round(cells * stretch.done)
        over: BlockState = "skipped" if stretch.is_skipped else "done"
        yield _SIGNS[over] * (cells if stretch.is_skipped else done)
        yield "" if stretch.is_skipped else _SIGNS["open"] * (cells - done)
        yield " " * gap
        start = end
