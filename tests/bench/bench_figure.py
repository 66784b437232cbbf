"""The moving figure: `python -m tests.bench.bench_figure [--seconds 8] [EXERCISE ...]`.

A figure that loops in a terminal of 120x40 and of 200x60, in a process of its own: its share of a core, in the first
seconds and once every frame was drawn before, and frames a second; and how long a frame takes to draw. Goals: 15 % of
a core, 12 frames a second, 5 ms for 100x50 cells.
"""

import argparse
import sys
import time
from statistics import mean

from textual.app import App, ComposeResult

from backcare_tui.library.figures import Figure, figure
from backcare_tui.player.figure import draw
from backcare_tui.player.motion import LOOP_S
from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.player.figure_view import STEPS, FigureView
from tests.bench.terminal import Terminal

SIZES = ((120, 40), (200, 60))
DRAWN = ((30, 10), (60, 24), (100, 50), (200, 60))
EXERCISES = ("bird-dog", "cat-cow", "walk-brisk")


class Alone(App[None]):
    """The figure and nothing else."""

    def __init__(self, shown: Figure) -> None:
        super().__init__()
        self._shown = shown

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield FigureView(self._shown, is_looping=True)


def report_motion(exercise: str, size: tuple[int, int], seconds: float) -> None:
    """Print what one moving figure takes."""
    with Terminal(
        (sys.executable, "-m", "tests.bench.bench_figure", "--show", exercise), *size
    ) as terminal:
        terminal.wait_for("[\u2801-\u28ff]")
        before = terminal.frames
        first = terminal.idle_percent(seconds)
        frames = (terminal.frames - before) / seconds
        terminal.idle_percent(LOOP_S)
        later = terminal.idle_percent(seconds)
    print(
        f"{exercise:12} {size[0]}x{size[1]}  {first:5.1f} %  later {later:5.1f} %  {frames:4.1f} frames/s"
    )


def report_drawing(exercise: str, columns: int, rows: int) -> None:
    """Print what one frame takes to draw."""
    shown, times = figure(exercise), []
    draw(shown, 0, None, columns, rows, is_marked=True)
    for step in range(STEPS):
        start = time.process_time()
        draw(shown, step / STEPS, "left", columns, rows, is_marked=True)
        times.append((time.process_time() - start) * 1e3)
    print(f"{exercise:12} {columns}x{rows}  {mean(times):5.2f} ms, at most {max(times):5.2f} ms")


def main() -> None:
    """Measure, or be what is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercises", nargs="*", default=EXERCISES)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--show", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.show:
        Alone(figure(options.show)).run()
        return
    for exercise in options.exercises:
        for columns, rows in DRAWN:
            report_drawing(exercise, columns, rows)
        for size in SIZES:
            report_motion(exercise, size, options.seconds)


if __name__ == "__main__":
    main()
