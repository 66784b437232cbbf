"""Some weeks, or all time: pain over sleep, what happened, and which way it went."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Unpack

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.repository import Between
from backcare_tui.insight.findings.results import Outcome
from backcare_tui.insight.longer.bins import LongerTimes, marks_between, weeks_seen
from backcare_tui.insight.longer.marks import BEGUN, LETTERS, NAMES, MarkKind
from backcare_tui.insight.longer.sentences import say_span
from backcare_tui.insight.longer.usual_weeks import week_at
from backcare_tui.screens.trends.day_line import told
from backcare_tui.widgets.charts.long import STYLES, LongChart
from backcare_tui.widgets.charts.long_drawing import EDGE, Drawn, ink_of, kinds_in
from backcare_tui.widgets.charts.pain_sleep import LEGEND
from backcare_tui.widgets.options import Named

TEACHES = (
    "Your weeks will be drawn here: pain as a line over the bars of sleep, with gaps where nothing "
    "was taken down. Press {entry.check-in} for pain now, or {entry.night} for last night."
)
LOOKING_AFTER_S = 0.5
"""How long the trend may take before it is said that it is being looked for."""


class LongView(Vertical):
    """Four or twelve weeks, or all time."""

    @dataclass
    class TrendFound(Message):
        """The trends of a time are known."""

        of: tuple[LongerTimes, Between]
        """What was looked at."""
        sentences: tuple[str, ...]
        """The trend of pain, that of sleep, and what else is to be said of the time."""

    ID = "long-view"

    def __init__(self, **named: Unpack[Named]) -> None:
        """Nothing yet."""
        super().__init__(**named)
        self._shown: tuple[LongerTimes, Between] | None = None
        self._day = dt.date.min

    def compose(self) -> ComposeResult:
        """The chart with its legend and what the marked day holds; below it the trend."""
        self.chart = LongChart(empty=keyed(TEACHES))
        self.marks = Static(id="marks", markup=False)
        self.told = Static(id="told", markup=False)
        self.tile = Vertical(self.chart, self.marks, self.told, id="long", classes="tile")
        yield self.tile
        self.trend = Static(id="trend", classes="tile", markup=False)
        self.trend.border_title = "Trend"
        yield self.trend

    def show(self, times: LongerTimes, day: dt.date, last: dt.date, weeks: int | None) -> Between:
        """Show so many weeks up to a day, or all time; gives the first and the last day shown."""
        between = times.bounds
        if weeks:
            between = weeks_seen(day, last, weeks, times.bounds, times.first_weekday)
        self._day = day
        self.chart.show(times, between, day)
        name = f"{weeks} weeks" if weeks else "All time"
        self.tile.border_title = Content(f"{name} · {say_span(between, times.bounds[1])}")
        if not self._is_shown((times, between)):
            self._shown = (times, between)
            self._look_for_trend(times, between)
        self.call_after_refresh(self.tell)
        return between

    def on_resize(self) -> None:
        """Other columns fit."""
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """What the marked column holds, what the letters stand for, and what a column is."""
        drawn = self.chart.drawn
        if drawn is None or self._shown is None:
            return
        times, _ = self._shown
        is_empty = not times.days
        size = "" if drawn.size.days == 1 else f" · a column is {drawn.size.name}"
        self.tile.border_subtitle = "" if is_empty else LEGEND + size
        legend = _legend(drawn)
        if legend.plain != str(self.marks.content):
            self.marks.update(legend)
        self.marks.set_class(not legend.plain, "-empty")
        if is_empty:
            self.told.update(Content(""))
            return
        of = drawn.looked_at(times, self._day)
        marks = marks_between(times.marks, of.first, of.last)
        week = week_at(drawn.weeks, self._day)
        self.told.update(told(of, marks, week, drawn.today), layout=False)

    def _look_for_trend(self, times: LongerTimes, between: Between) -> None:
        self.trend.display = bool(times.days)
        self.trend.update(Content(""), layout=False)
        if times.days:
            self.set_timer(LOOKING_AFTER_S, lambda: self._say_looking((times, between)))
            self._find_trend(times, between)

    def _say_looking(self, of: tuple[LongerTimes, Between]) -> None:
        if self._is_shown(of) and not self.trend.content:
            self.trend.update(Content.styled("looking…", "$quiet"), layout=False)

    def _is_shown(self, of: tuple[LongerTimes, Between]) -> bool:
        return self._shown is not None and self._shown[0] is of[0] and self._shown[1] == of[1]

    @work(thread=True, exclusive=True, group="trend", exit_on_error=False)
    def _find_trend(self, times: LongerTimes, between: Between) -> None:
        from backcare_tui.insight.findings.step import step_of
        from backcare_tui.insight.findings.trend import trend_of
        from backcare_tui.insight.findings.trend_sentences import say_trends

        last = min(between[1], times.bounds[1])
        # Of so many whole weeks up to today, as the shell and the report have it, not up to Sunday.
        first = between[0] - (between[1] - last)
        values: dict[Outcome, dict[dt.date, float]] = {
            "pain": {day: each.pain for day, each in times.days.items() if each.pain is not None},
            "sleep": {
                day: each.asleep_min
                for day, each in times.days.items()
                if each.asleep_min is not None
            },
        }
        trends = [trend_of(outcome, known, first, last) for outcome, known in values.items()]
        step = step_of(values["pain"], first, last)
        said = say_trends(trends, step, times.bounds[1])
        self.post_message(self.TrendFound((times, between), said))

    def on_long_view_trend_found(self, event: TrendFound) -> None:
        """Say it, unless something else is looked at by now."""
        event.stop()
        if self._is_shown(event.of):
            self.trend.update(Content("\n").join(map(Content, event.sentences)))

    def take_focus(self) -> None:
        """The keys go to the chart."""
        self.chart.focus()


def _legend(drawn: Drawn) -> Content:
    """What the letters and signs stand for."""
    kinds = kinds_in(drawn)
    begun = [_said(kind) for kind in kinds if kind in BEGUN]
    others = [_said(kind) for kind in kinds if kind not in BEGUN]
    if begun:
        begun[0] = Content.styled("begun: ", "$quiet") + begun[0]
    return Content("   ").join(map(_held_together, [*begun, *others, *_usual(drawn)]))


def _held_together(piece: Content) -> Content:
    """A piece that no line ends within."""
    return Content("\N{NO-BREAK SPACE}").join(piece.split(" "))


def _usual(drawn: Drawn) -> Iterator[Content]:
    """The band of usual weeks, and the signs of those outside it."""
    if drawn.has_band():
        yield Content.assemble((EDGE * 2, STYLES["edge"]), (" usual week", "$quiet"))
    if signs := "".join(sorted(set(drawn.outside))):
        yield Content.assemble((signs, STYLES["outside"]), (" outside it", "$quiet"))


def _said(kind: MarkKind) -> Content:
    return Content.assemble((LETTERS[kind], STYLES[ink_of(kind)]), (f" {NAMES[kind]}", "$quiet"))
