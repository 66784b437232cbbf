"""Two small distributions on one axis: how often each value was there, and where the mean lies."""

import math
from collections.abc import Iterable, Iterator

import msgspec
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.diary.derived import mean
from backcare_tui.text import clean, say_number
from backcare_tui.widgets.charts.day_plot import BARS

MARK = "▲"
WIDEST = 6
"""Cells of a bin at most, with the gap after it."""
AROUND = 6
"""Rows besides the bars: two names and two means, the axis and its name."""
MOST_ROWS = 4
"""Rows of bars of one sample at most."""
MOST_BINS = 16
PAIN_BINS = 11


class Sample(msgspec.Struct, frozen=True):
    """The values of one side."""

    name: str
    """What its days are, such as `days after alcohol`."""
    values: tuple[float, ...] = ()


class Axis(msgspec.Struct, frozen=True):
    """What both sides are drawn over."""

    name: str
    first: float
    """The value in the middle of the first bin."""
    step: float
    labels: tuple[str, ...]
    """One a bin, from left to right; an empty one is not written."""
    inks: tuple[str, ...]
    """The color variable of the bars in each bin."""
    are_middles: bool = False
    """Whether a label names the middle of its bin, rather than where it begins."""

    def bin_of(self, value: float) -> int:
        """The bin that a value lies in; what is beyond the ends lies in the last one there."""
        at = math.floor((value - self.first) / self.step + 0.5)
        return min(max(at, 0), len(self.labels) - 1)


def pain_axis(name: str = "pain, 0 to 10") -> Axis:
    """A bin for each severity."""
    bins = range(PAIN_BINS)
    return Axis(
        name, 0, 1, tuple(map(str, bins)), tuple(f"pain-{each}" for each in bins), are_middles=True
    )


def hours_axis(hours: Iterable[float], name: str = "hours asleep") -> Axis:
    """Bins of half an hour, or of whole hours where there would be too many."""
    known = tuple(hours)
    low, high = math.floor(min(known, default=6)), math.floor(max(known, default=8)) + 1
    step = 0.5 if (high - low) * 2 <= MOST_BINS else 1.0
    starts = [low + number * step for number in range(round((high - low) / step))]
    labels = tuple("" if start % 1 else str(round(start)) for start in starts)
    return Axis(name, low + step / 2, step, labels, ("here",) * len(starts))


class AxisPlot(msgspec.Struct, frozen=True):
    """The axis in cells."""

    axis: Axis
    bin: int
    """Cells of a bin, with the gap after its bar."""
    rows: int
    """Rows of the bars of one sample."""

    @property
    def bar(self) -> int:
        """Cells of a bar."""
        return max(self.bin - 1, 1)

    @property
    def width(self) -> int:
        """Cells of all bins."""
        return self.bin * len(self.axis.labels)

    def cell(self, value: float) -> int:
        """The cell that a value stands over."""
        at = ((value - self.axis.first) / self.axis.step) * self.bin + (self.bar - 1) / 2
        return min(max(round(at), 0), self.width - 1)


def plot_within(axis: Axis, width: int, height: int) -> AxisPlot:
    """The widest bins and the highest bars that fit."""
    bin_ = max(min(width // len(axis.labels), WIDEST), 1)
    return AxisPlot(axis, bin_, max(min((height - AROUND) // 2, MOST_ROWS), 1))


def draw_distributions(
    samples: tuple[Sample, ...], axis: Axis, width: int, height: int
) -> tuple[Content, ...]:
    """Each sample under its name, over one axis; a bar is the part of that sample's days.

    So both are as large as one another, however many days they have.
    """
    plot = plot_within(axis, width, height)
    parts = [_parts(sample, axis) for sample in samples]
    tallest = max((part for of in parts for part in of), default=0) or 1.0
    return (
        *(
            line
            for sample, of in zip(samples, parts, strict=True)
            for line in _drawn(sample, [part / tallest for part in of], plot, width)
        ),
        _labels(plot),
        Content.styled(f"{axis.name} · {MARK} the mean", "$quiet").truncate(width, ellipsis=True),
    )


def _parts(sample: Sample, axis: Axis) -> list[float]:
    """How much of the sample lies in each bin, 0 to 1."""
    counts = [0] * len(axis.labels)
    for value in sample.values:
        counts[axis.bin_of(value)] += 1
    return [count / max(len(sample.values), 1) for count in counts]


def _drawn(sample: Sample, heights: list[float], plot: AxisPlot, width: int) -> Iterator[Content]:
    """How many days and which, bars and mean of one sample."""
    name = Content.assemble((str(len(sample.values)), "bold"), " ", clean(sample.name))
    yield name.truncate(width, ellipsis=True)
    eighths = [max(round(each * plot.rows * 8), 1) if each else 0 for each in heights]
    for row in range(plot.rows - 1, -1, -1):
        yield Content("").join(_bars([each - 8 * row for each in eighths], plot))
    yield _mean(sample, plot)


def _bars(eighths: Iterable[int], plot: AxisPlot) -> Iterator[Content]:
    """One row of all bars."""
    for each, ink in zip(eighths, plot.axis.inks, strict=True):
        bar = BARS[min(max(each, 0), 8)] * plot.bar
        yield Content.styled(bar, f"${ink}").pad_right(plot.bin - plot.bar)


def _mean(sample: Sample, plot: AxisPlot) -> Content:
    """A mark under the mean with its number beside it, on the side where there is room."""
    if not sample.values:
        return Content("")
    middle = mean(sample.values)
    at, number = plot.cell(middle), say_number(middle)
    if at + 2 + len(number) <= plot.width:
        return Content(f"{MARK} {number}").pad_left(at)
    return Content(f"{number} {MARK}").pad_left(max(at - 1 - len(number), 0))


def _labels(plot: AxisPlot) -> Content:
    line = ""
    for number, label in enumerate(plot.axis.labels):
        inset = max(plot.bar - len(label), 0) // 2 if plot.axis.are_middles else 0
        start = number * plot.bin + inset
        if label and (not line or len(line) < start):
            line = line.ljust(start) + label
    return Content.styled(line, "$quiet")


class Distributions(Widget):
    """Two samples over one axis; give it a height, never `auto`."""

    DEFAULT_CSS = "Distributions { height: 10; text-wrap: nowrap; }"

    samples: reactive[tuple[Sample, ...]] = reactive[tuple[Sample, ...]](())
    """What is compared."""
    axis: reactive[Axis] = reactive(pain_axis)
    """What it is drawn over."""

    def render(self) -> Content:
        """The bars in the colors of the theme."""
        width, height = self.size
        if not self.samples or not width:
            return Content("")
        return Content("\n").join(draw_distributions(self.samples, self.axis, width, height))
