"""Pain and sleep over weeks and years, with a mark that goes from day to day."""

import datetime as dt
from typing import Unpack

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive

from backcare_tui.diary.repository import Between
from backcare_tui.insight.longer.bins import DAY, LongerTimes
from backcare_tui.widgets.charts.day_messages import DayLooked, DayOpened, TimeMoved, Wheeled
from backcare_tui.widgets.charts.inked import inked
from backcare_tui.widgets.charts.long_drawing import Drawn, draw_long, laid_out
from backcare_tui.widgets.options import Named

BINS_AT_ONCE = 4
"""How far a long step goes where a column is more than two days."""
STYLES = {
    "": "",
    "line": "$pain-line",
    "line on bar": "$pain-line on $sleep-bar",
    "line here": "bold $here",
    "line here on bar": "bold $foreground on $sleep-bar",
    "bar": "$sleep-bar",
    "here": "$here",
    "here on bar": "$foreground on $sleep-bar",
    "quiet": "$quiet",
    "begun": "bold $next",
    "flare": "bold $error",
    "visit": "$here",
    "edge": "$quiet",
    "edge on bar": "$foreground on $sleep-bar",
    "outside": "bold $next",
}
"""Each ink in the colors of the theme; every one has a shape of its own besides."""


class LongChart(Wheeled, can_focus=True):
    """The pain line over the bars of sleep; give it a height, never `auto`."""

    HELP = (
        "`left` and `right` go from day to day, with shift a week at once, `home` and `end` to the "
        "ends; `enter` opens the day in the diary. The mouse does it too: its wheel shows a longer "
        "time or a shorter one, and dragging moves it."
    )
    BINDINGS = [
        Binding("left", "move(-1)", "Day before", show=False),
        Binding("right", "move(1)", "Day after", show=False),
        Binding("shift+left,ctrl+left", "leap(-1)", "Week before", show=False),
        Binding("shift+right,ctrl+right", "leap(1)", "Week after", show=False),
        Binding("home", "end(0)", "First", show=False),
        Binding("end", "end(1)", "Last", show=False),
        Binding("enter", "open", "Open", show=False),
    ]
    DEFAULT_CSS = "LongChart { height: 1fr; text-wrap: nowrap; }"

    cursor: reactive[dt.date | None] = reactive[dt.date | None](None)
    """The day that is looked at."""

    def __init__(self, *, empty: str = "", **named: Unpack[Named]) -> None:
        """Nothing yet; `empty` says what will be seen, while nothing is known."""
        super().__init__(**named)
        self.empty = empty
        self._times: LongerTimes | None = None
        self._between: Between | None = None
        self._drawn: Drawn | None = None
        self._drawn_for = self.size
        self._held_at: int | None = None

    def show(self, times: LongerTimes, between: Between, day: dt.date) -> None:
        """Show a time of the diary, and mark a day of it."""
        if times is not self._times or between != self._between:
            self._times, self._between, self._drawn = times, between, None
            self.refresh()
        self.cursor = day

    @property
    def drawn(self) -> Drawn | None:
        """What is drawn at this size; None before anything can be."""
        if self._times is None or self._between is None or not self.size:
            return None
        if self._drawn is None or self._drawn_for != self.size:
            self._drawn = laid_out(self._times, self._between, *self.size)
            self._drawn_for = self.size
        return self._drawn

    def render(self) -> Content:
        """The grid in the colors of the theme; what it will show, while nothing is known."""
        drawn = self.drawn
        if self._times is None or drawn is None:
            return Content("")
        if not self._times.days:
            return Content("\n").join(Content.styled(self.empty, "$quiet").wrap(self.size.width))
        at = None if self.cursor is None else drawn.number_of(self.cursor)
        grid = draw_long(drawn, self.size.width, at, self._times.first_weekday)
        return inked(grid, STYLES.__getitem__)

    def action_move(self, by: int) -> None:
        """To the column before or after."""
        self._go(by)

    def action_leap(self, by: int) -> None:
        """A week on, or some columns where each is long."""
        drawn = self.drawn
        is_daily = drawn is not None and drawn.size.is_daily
        self._go(by * 7 if is_daily else by * BINS_AT_ONCE)

    def _go(self, by: int) -> None:
        drawn = self.drawn
        if drawn is None or self.cursor is None:
            return
        if drawn.size.is_daily:
            self.post_message(DayLooked(self.cursor + DAY * by))
            return
        number = drawn.number_of(self.cursor) + by
        if 0 <= number < len(drawn.bins):
            self._look_at(drawn, number)
        else:
            self.post_message(DayLooked(self.cursor + DAY * by * max(drawn.size.days, 7)))

    def action_end(self, last: int) -> None:
        """To the first or the last column."""
        drawn = self.drawn
        if drawn and drawn.size.is_daily and not last:
            self.post_message(DayLooked(drawn.between[0]))
        elif drawn:
            self._look_at(drawn, -1 if last else 0)

    def _look_at(self, drawn: Drawn, number: int) -> None:
        """A longer bin is looked at by its last day, as that is the nearest one."""
        of = drawn.bins[number]
        self.post_message(DayLooked(min(of.last, drawn.today)))

    def action_open(self) -> None:
        """The day in full."""
        if self.cursor is not None:
            self.post_message(DayOpened(self.cursor))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Hold the time, to move it."""
        self._held_at = event.x
        self.capture_mouse()

    def on_mouse_up(self) -> None:
        """Let go of it."""
        self._held_at = None
        self.release_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Look at the day under the pointer; with a button held, move the time by weeks."""
        drawn = self.drawn
        if drawn is None:
            return
        if self._held_at is None:
            self._point(event, drawn)
        elif weeks := int((self._held_at - event.x) / _cells_a_week(drawn)):
            self._held_at = event.x
            self.post_message(TimeMoved(weeks))

    def on_click(self, event: events.Click) -> None:
        """Look at the day; the second of two quick clicks opens it."""
        if drawn := self.drawn:
            event.stop()
            self._point(event, drawn)
            if event.chain == 2:
                self.action_open()

    def _point(self, event: events.MouseEvent, drawn: Drawn) -> None:
        if (offset := event.get_content_offset(self)) is None:
            return
        number = drawn.bin_at(offset.x)
        if self.cursor is None or drawn.number_of(self.cursor) != number:
            self._look_at(drawn, number)


def _cells_a_week(drawn: Drawn) -> float:
    days = (drawn.between[1] - drawn.between[0]).days + 1
    return max(drawn.plot.width * 7 / days, 1)
