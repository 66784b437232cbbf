"""The figure of an exercise: it moves between its poses, or shows them side by side where nothing is to move."""

from collections.abc import Callable, Iterable
from time import monotonic
from typing import Unpack

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from backcare_tui.diary.records.routine import Side
from backcare_tui.library.figures import SEEN, Figure
from backcare_tui.player.figure import FigureRun, draw
from backcare_tui.player.motion import loop_at
from backcare_tui.widgets.options import Named

EMPTY = "No picture of this one."
FRAMES_PER_S = 14
STEPS = 64
"""Places between two poses: a movement comes by the same ones again, and they are drawn once."""

LEAST_COLUMNS = 26
"""For one of several poses side by side."""
GAP = 2
LEAST_ROWS = 7
"""From how many rows on there is one for from where it is seen."""

FigureRow = tuple[FigureRun, ...]
_Key = tuple[Figure | None, Side | None, float, bool, Size, bool]


class FigureView(Widget):
    """A figure as large as there is room.

    Where nothing is to move (`animation_level` is "none"), the key poses stand beside one another with their words, or
    the one that is held where there is no room for them. What is seen from above or from the front says so.
    """

    COMPONENT_CLASSES = {
        "figure-view--near",
        "figure-view--far",
        "figure-view--head",
        "figure-view--held",
        "figure-view--prop",
        "figure-view--ground",
        "figure-view--label",
    }

    DEFAULT_CSS = """
    FigureView {
        width: 1fr; height: 1fr; color: $foreground;
        & > .figure-view--near { color: $foreground; }
        & > .figure-view--head { color: $foreground; }
        & > .figure-view--far { color: $quiet; }
        & > .figure-view--prop { color: $line; }
        & > .figure-view--ground { color: $line; }
        & > .figure-view--held { color: $here; text-style: bold; }
        & > .figure-view--label { color: $quiet; }
    }
    """

    figure: var[Figure | None] = var[Figure | None](None)
    """What is shown."""
    side: var[Side | None] = var[Side | None](None)
    """The side that works, where there are two."""
    at: var[float] = var(0.0)
    """The place between the poses, as in `draw`; a figure that loops sets it by itself."""
    is_marked: var[bool] = var(default=False)
    """Whether what works is marked."""
    is_looping: var[bool] = var(default=False)
    """Whether it goes round and round by itself."""

    def __init__(
        self,
        figure: Figure | None = None,
        *,
        is_looping: bool = False,
        now: Callable[[], float] = monotonic,
        **named: Unpack[Named],
    ) -> None:
        """Show a figure.

        Args:
            figure: Which one, if it is known yet.
            is_looping: Whether it moves by itself.
            now: The time in seconds.
            named: Its id and classes.
        """
        super().__init__(**named)
        self._now, self._began = now, now()
        self._frames: LRUCache[_Key, list[FigureRow]] = LRUCache(160)
        self._rows: list[FigureRow] = []
        self._timer: Timer | None = None
        """Moves it."""
        self._strips: LRUCache[tuple[FigureRow, int], Strip] = LRUCache(1024)
        self.set_reactive(FigureView.figure, figure)
        self.set_reactive(FigureView.is_looping, is_looping)

    def on_mount(self) -> None:
        """Starts to move."""
        self._timer = self.set_interval(1 / FRAMES_PER_S, self._move, pause=True)
        self.watch_is_looping(self.is_looping)

    def watch_figure(self) -> None:
        """Begins with the first pose."""
        self._began = self._now()
        if self.is_looping:
            self.at = 0.0
        self._show()

    def watch_side(self) -> None:
        """Shows the other side."""
        self._show()

    def watch_at(self) -> None:
        """Shows another moment."""
        self._show()

    def watch_is_marked(self) -> None:
        """Shows what works, or no more."""
        self._show()

    def watch_is_looping(self, is_looping: bool) -> None:  # noqa: FBT001 - called by Textual
        """Moves by itself, or rests."""
        if self._timer:
            (self._timer.resume if is_looping else self._timer.pause)()

    def on_resize(self) -> None:
        """Draws it as large as there is room."""
        self._show()

    def notify_style_update(self) -> None:
        """Draws anew in the colors of another theme."""
        self._strips.clear()
        super().notify_style_update()

    @property
    def is_still(self) -> bool:
        """Whether nothing is to move."""
        return self.app.animation_level == "none"

    def _move(self) -> None:
        if self.figure is None or not self.screen.is_active or not self.is_on_screen:
            return
        if self.is_still:
            self._show()
        else:
            self.at = loop_at(self.figure, self._now() - self._began)

    def _show(self) -> None:
        """Repaints the lines that changed."""
        if not self.is_attached or not self.size:
            return
        before, self._rows = self._rows, self._draw()
        if len(before) != len(self._rows):
            self.refresh()
            return
        changed = [
            y for y, (old, new) in enumerate(zip(before, self._rows, strict=True)) if old != new
        ]
        if changed:
            self.refresh(Region(0, changed[0], self.size.width, changed[-1] - changed[0] + 1))

    def _draw(self) -> list[FigureRow]:
        is_still = self.is_still
        at = round(self.at * STEPS) / STEPS
        key = (self.figure, self.side, at, self.is_marked, self.size, is_still)
        rows = self._frames.get(key)
        if rows is None:
            rows = self._seen(at, is_still=is_still)
            self._frames.set(key, rows)
        return rows

    def _seen(self, at: float, *, is_still: bool) -> list[FigureRow]:
        """The figure under a line that says from where it is seen, where that has to be said."""
        columns, rows = self.size
        words = SEEN[self.figure.view] if self.figure else ""
        above = bool(words) and rows >= LEAST_ROWS and columns > len(words)
        room = rows - above
        lines = self._still(columns, room) if is_still else self._moving(at, columns, room)
        first: FigureRow = (FigureRun(words.ljust(columns), None),)
        return [first, *lines] if above else lines

    def _moving(self, at: float, columns: int, rows: int) -> list[FigureRow]:
        if self.figure is None:
            return _words(EMPTY, columns, rows)
        picture = draw(self.figure, at, self.side, columns, rows, is_marked=self.is_marked)
        return list(picture.lines)

    def _still(self, columns: int, rows: int) -> list[FigureRow]:
        """The key poses in a row with their words, the current one marked; or only the held one."""
        figure = self.figure
        if figure is None or rows < 3:
            return self._moving(figure.held if figure else 0, columns, rows)
        numbers = figure.key_poses
        each = (columns + GAP) // len(numbers) - GAP
        if each < LEAST_COLUMNS:
            numbers, each = (figure.held,), columns
        now = None if self.is_looping else round(self.at) % len(figure.poses)
        panels = [
            self._pose(figure, number, each, rows, is_now=number == now) for number in numbers
        ]
        gap = FigureRun(" " * GAP, None)
        return [_beside(lines, gap) for lines in zip(*panels, strict=True)]

    def _pose(
        self, figure: Figure, number: int, columns: int, rows: int, *, is_now: bool
    ) -> list[FigureRow]:
        pose = figure.poses[number]
        is_marked = pose.is_held and self.is_marked
        picture = draw(figure, number, self.side, columns, rows - 1, is_marked=is_marked)
        label = f"▸ {pose.label}" if is_now else pose.label
        return [*picture.lines, (FigureRun(label[:columns].center(columns), None),)]

    def render_line(self, y: int) -> Strip:
        """One line of the figure."""
        if not self._rows:
            self._show()
        width = self.size.width
        if y >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        key = (self._rows[y], width)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strip(self._rows[y], width)
            self._strips.set(key, strip)
        return strip

    def _strip(self, row: FigureRow, width: int) -> Strip:
        label = self.get_component_rich_style("figure-view--label")
        segments = [
            Segment(
                text,
                self.get_component_rich_style(f"figure-view--{part}") if part else label,
            )
            for text, part in row
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)


def _beside(lines: Iterable[FigureRow], gap: FigureRun) -> FigureRow:
    """Lines of several panels as one."""
    found: list[FigureRun] = []
    for line in lines:
        found += (gap, *line) if found else line
    return tuple(found)


def _words(words: str, columns: int, rows: int) -> list[FigureRow]:
    """A sentence in the middle."""
    blank: FigureRow = (FigureRun(" " * columns, None),)
    found = [blank] * rows
    found[rows // 2] = (FigureRun(words[:columns].center(columns), None),)
    return found
