"""The charts of the report: pain with its range, sleep, pain impact; gaps stay open."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from backcare_tui.guidance.flare import ENOUGH_DAYS, LEAST_PAIN, LEAST_RISE, OWN_SPREADS
from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.marks import BEGUN, NAMES, Mark, MarkKind
from backcare_tui.library.scales import severity_band
from backcare_tui.report.drawing import Box, Caption, Disc, Drawing, Shape, Stroke
from backcare_tui.report.plot import NARROW, WIDE, Look, Plot
from backcare_tui.text import say_count, say_day, say_list, say_minutes, sentence_case

PAIN_HEIGHT, SLEEP_HEIGHT, IMPACT_HEIGHT = 72.0, 36.0, 38.0
MOST_SCORES = 26
"""With more scores than that only the line through them is drawn."""
PAIN_TITLE = "Pain, 0 to 10: higher is worse"
SLEEP_TITLE = "Hours asleep"
IMPACT_TITLE = "Pain impact, 0 to 10: higher is worse"
FLARE_RULE = (
    f"by the person's own word, or noted days in a row of pain {LEAST_PAIN} or more and at least {LEAST_RISE} "
    f"points above the usual, the median of the 14 days before: {ENOUGH_DAYS} of them, or 2 whose mean is "
    f"{OWN_SPREADS} standard deviations of the four weeks before above it"
)
"""What a day of a flare-up is, whole; see `guidance.flare`."""
ROWS: tuple[MarkKind, ...] = ("medicine", "course", "program", "massage", "visit")
"""What has a row of its own below the pain, in this order; flare-ups stand above them."""
SAID = 12
"""How many days of a row are told in words: the last ones."""


def pain_chart(
    days: Sequence[DayFigures], marks: Iterable[Mark], flares: Sequence[dt.date], says: str
) -> Drawing:
    """Pain, 0 to 10: the mean as a line, the lowest to the highest as a bar behind it.

    Args:
        days: Every day of the time, in order.
        marks: What happened, each kind in a row of its own; the flare-ups among them are those of
            the person's own word only, so `flares` are drawn instead.
        flares: The days of flare-ups, in order.
        says: The figures in words, for those who do not see it.
    """
    rows = _rows(marks, flares)
    told = (f"{name}: {_say_days(on, days[-1].day)}." for name, on in rows.items())

    def draw(look: Look) -> tuple[float, tuple[Shape, ...]]:
        plot = Plot(days, look, PAIN_HEIGHT, 10.0, len(rows))
        shapes = (
            *plot.bands(),
            *(() if plot.is_dense else plot.shaded(flares)),
            *plot.grid({0: "0", 4: "4", 7: "7", 10: "10"}),
            *_ranges(plot),
            *plot.line([column.pain for column in plot.columns]),
            *(
                shape
                for number, (name, on) in enumerate(rows.items())
                for shape in plot.marked(number, name, on)
            ),
            *plot.dates(),
        )
        return plot.whole, shapes

    return _both(PAIN_TITLE, " ".join((says, *told)), draw)


def sleep_chart(days: Sequence[DayFigures], says: str) -> Drawing:
    """Hours asleep as bars."""
    longest = max((day.asleep_min or 0 for day in days), default=0)
    top = next(hours for hours in (8, 10, 12, 16, 24) if longest <= hours * 60 or hours == 24)
    marks: dict[float, str] = {0: "0", top * 30: f"{top // 2} h", top * 60: f"{top} h"}

    def draw(look: Look) -> tuple[float, tuple[Shape, ...]]:
        plot = Plot(days, look, SLEEP_HEIGHT, top * 60)
        bars = (
            Box(
                round(plot.x(at) - plot.bar / 2, 2),
                plot.y(slept),
                round(plot.bar, 2),
                round(plot.floor - plot.y(slept), 2),
                "sleep",
            )
            for at, column in enumerate(plot.columns)
            if (slept := column.asleep_min) is not None
        )
        return plot.whole, (*plot.grid(marks), *bars, *plot.dates())

    return _both(SLEEP_TITLE, says, draw)


def impact_chart(scores: Mapping[dt.date, float], span: Sequence[dt.date]) -> Drawing:
    """Pain impact, 0 to 10, where it was asked, each score with its number where that has room."""
    says = ", ".join(f"{say_day(day)} {day.year}: {score:.1f}" for day, score in scores.items())

    def draw(look: Look) -> tuple[float, tuple[Shape, ...]]:
        plot = Plot([DayFigures(day) for day in span], look, IMPACT_HEIGHT, 10.0)
        points = [(plot.at(day), plot.y(score)) for day, score in scores.items()]
        shapes = (
            *plot.grid({0: "0", 5: "5", 10: "10"}),
            Stroke(tuple(points), "pain", 1.2),
            *(_scores(points, scores.values(), look) if len(points) <= MOST_SCORES else ()),
            *plot.dates(),
        )
        return plot.whole, shapes

    return _both(IMPACT_TITLE, f"{says}.", draw)


def _both(
    title: str, says: str, draw: Callable[[Look], tuple[float, tuple[Shape, ...]]]
) -> Drawing:
    """The chart for a sheet, and with it the one for a telephone."""
    wide, narrow = (
        Drawing(look.width, height, title, says, shapes)
        for look in (WIDE, NARROW)
        for height, shapes in (draw(look),)
    )
    return msgspec.structs.replace(wide, narrow=narrow)


def _rows(marks: Iterable[Mark], flares: Sequence[dt.date]) -> dict[str, Sequence[dt.date]]:
    """The days of each row by its name; a row without a day is left out."""
    by_kind: dict[MarkKind, list[dt.date]] = {kind: [] for kind in ROWS}
    for mark in marks:
        if mark.kind in by_kind:
            by_kind[mark.kind].append(mark.day)
    rows = {_row_name(kind): tuple(dict.fromkeys(on)) for kind, on in by_kind.items()}
    return {name: on for name, on in {_row_name("flare"): flares, **rows}.items() if on}


def _row_name(kind: MarkKind) -> str:
    return sentence_case(f"{NAMES[kind]}{' begun' * (kind in BEGUN)}")


def _say_days(days: Sequence[dt.date], today: dt.date) -> str:
    """How many, and which were the last ones."""
    named = say_list([say_day(day, today) for day in days[-SAID:]])
    return f"{say_count(len(days), 'day')}, {'the last ones ' * (len(days) > SAID)}{named}"


def _ranges(plot: Plot) -> Iterator[Shape]:
    """From the lowest to the highest, where they differ."""
    for at, column in enumerate(plot.columns):
        if column.best is None or column.worst is None or column.best == column.worst:
            continue
        top, floor = plot.y(column.worst), plot.y(column.best)
        x = round(plot.x(at) - plot.bar / 2, 2)
        yield Box(x, top, round(plot.bar, 2), round(floor - top, 2), "range")


def _scores(
    points: Sequence[tuple[float, float]], scores: Iterable[float], look: Look
) -> Iterator[Shape]:
    """A point each, and the score above its point, or below where it would leave the chart; of two too near the later gives way."""
    free = 0.0
    for (x, y), score in zip(points, scores, strict=True):
        yield Disc(x, y, 2.2, "pain")
        if x >= free:
            above = y - 4 if y - 4 - look.size > 0 else y + 4 + look.size
            yield Caption(
                x, round(above, 2), f"{score:.1f}", "middle", is_bold=True, size=look.size
            )
            free = x + look.size * 2.2


def say_bands() -> str:
    """What the bands of the pain chart are, and what stands behind them."""
    named: dict[str, list[int]] = {}
    for severity in range(1, 11):
        named.setdefault(severity_band(severity).name, []).append(severity)
    said = say_list([f"{name} {scores[0]} to {scores[-1]}" for name, scores in named.items()])
    return f"Bands: {said}; none is agreed on (Boonstra 2016)."


def say_nights(days: Iterable[DayFigures]) -> str:
    """How long the nights were, for those who do not see them."""
    known = [day.asleep_min for day in days if day.asleep_min is not None]
    if not known:
        return "No night."
    shortest, longest = say_minutes(min(known)), say_minutes(max(known))
    lengths = shortest if shortest == longest else f"from {shortest} to {longest}"
    return f"{say_count(len(known), 'night')}, {lengths}."
