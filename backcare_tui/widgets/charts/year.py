"""A year, or half of one, as a calendar of weeks: one column a week, one row a day of the week."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Unpack

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive

from backcare_tui.diary.repository import Between
from backcare_tui.diary.when import span_of
from backcare_tui.insight.days import DayFigures
from backcare_tui.insight.longer.bins import DAY, LongerTimes
from backcare_tui.insight.longer.usual_weeks import UsualWeek, usual_weeks
from backcare_tui.text import WEEKDAYS
from backcare_tui.widgets.charts.date_axis import as_line, month_line, month_starts
from backcare_tui.widgets.charts.day_messages import DayLooked, DayOpened, Wheeled
from backcare_tui.widgets.charts.year_drawing import (
    BEFORE,
    MEANS,
    NAMES,
    Measure,
    YearCell,
    legend,
    look_of,
    mean_of,
)
from backcare_tui.widgets.options import Named

YEAR, HALF = 53, 26
"""Weeks that are shown of a year, and where that is too wide."""
LETTERS = 4
"""Cells of the names of the days with the gap after them."""
NARROW, WIDE = 2, 3
"""Cells of a week."""


def weeks_within(width: int) -> int:
    """How many weeks fit: a year, half a year, or less where even that is too wide."""
    most = max((width - LETTERS) // NARROW, 1)
    return YEAR if most >= YEAR else min(most, HALF)


def cells_of_week(weeks: int, width: int) -> int:
    """The cells that each week has."""
    return WIDE if LETTERS + weeks * WIDE <= width else NARROW


class YearCalendar(Wheeled, can_focus=True):
    """One measure, day by day; ten lines high with the figures of the months, eleven with the weeks outside."""

    HELP = (
        "Each column is a week. The arrow keys go from day to day and from week to week, `enter` "
        "opens the day in the diary, `p` changes between pain, sleep and movement. Under pain, `▲` and "
        "`▼` are weeks above and below what was usual for you before."
    )
    BINDINGS = [
        Binding("up", "move(-1)", "Day before", show=False),
        Binding("down", "move(1)", "Day after", show=False),
        Binding("left", "move(-7)", "Week before", show=False),
        Binding("right", "move(7)", "Week after", show=False),
        Binding("home", "end(0)", "First", show=False),
        Binding("end", "end(1)", "Last", show=False),
        Binding("enter", "open", "Open", show=False),
    ]
    DEFAULT_CSS = """
    YearCalendar { height: 10; text-wrap: nowrap; }
    YearCalendar.-outside { height: 11; }
    """

    cursor: reactive[dt.date | None] = reactive[dt.date | None](None)
    """The day that is looked at."""
    is_named: reactive[bool] = reactive(default=True)
    """Whether the name of the measure stands over it."""

    def __init__(self, measure: Measure, **named: Unpack[Named]) -> None:
        """Nothing yet, of this measure."""
        super().__init__(**named)
        self.measure = measure
        self._times: LongerTimes | None = None
        self._between: Between | None = None
        self.usual: tuple[UsualWeek, ...] = ()
        """The weeks that are shown, against what was usual before each."""

    def show(self, times: LongerTimes, between: Between, day: dt.date) -> None:
        """Show whole weeks of the diary, and mark a day of them."""
        if times is not self._times or between != self._between:
            self._times, self._between = times, between
            self.usual = usual_weeks(times.days, between, times.first_weekday)
            is_pain = self.measure == "pain"
            self.set_class(is_pain and any(week.lies for week in self.usual), "-outside")
            self.refresh()
        self.cursor = day

    def render(self) -> Content:
        """Name and legend, the months, the seven days, and the months' figures where they fit."""
        if self._times is None or self._between is None:
            return Content("")
        first, last = self._between
        weeks = tuple(first + DAY * each for each in range(0, (last - first).days + 1, 7))
        cells = cells_of_week(len(weeks), self.size.width)
        lines = [
            self._head(LETTERS + len(weeks) * cells),
            Content.styled(" " * LETTERS + month_line(weeks, cells), "$quiet"),
            *(self._days(self._times, row, weeks, cells) for row in range(7)),
            self._figures(self._times, weeks, cells),
            *self._outside(cells),
        ]
        return Content("\n").join(lines[: self.size.height])

    def _head(self, width: int) -> Content:
        """The name, and at the right end what the signs say."""
        name = NAMES[self.measure] if self.is_named else ""
        head = Content.styled(name, "bold $here" if self.has_focus else "bold")
        signs = Content("").join(
            Content.styled(f" {look.sign} " if look.fills else look.sign, look.style)
            for look in legend(self.measure)
        )
        room = min(width, self.size.width) - head.cell_length
        if not name or signs.cell_length >= room:
            return signs.truncate(self.size.width, ellipsis=True)
        return head + signs.pad_left(room - signs.cell_length)

    def _outside(self, cells: int) -> Iterator[Content]:
        """The weeks outside the usual range, where there are any."""
        if self.has_class("-outside"):
            signs = (" ▲▼"[week.lies].rjust(NARROW).ljust(cells) for week in self.usual)
            yield Content.assemble((" " * LETTERS, ""), ("".join(signs), "bold $next"))

    def _figures(self, times: LongerTimes, weeks: Sequence[dt.date], cells: int) -> Content:
        """The mean, or the sum, of each month below its name."""
        months: dict[tuple[int, int], list[DayFigures]] = {}
        for day in span_of(weeks[0], weeks[-1] + DAY * 6):
            if figures := times.days.get(day):
                months.setdefault((day.year, day.month), []).append(figures)
        labels = (
            (start, mean_of(months.get((day.year, day.month), ()), self.measure))
            for start, day in month_starts(weeks, cells)
        )
        line = as_line(labels, len(weeks) * cells)
        return Content.assemble((MEANS[self.measure].ljust(LETTERS), "$quiet"), (line, ""))

    def _days(self, times: LongerTimes, row: int, weeks: Sequence[dt.date], cells: int) -> Content:
        day = weeks[0] + DAY * row
        is_here = self.cursor is not None and self.cursor.weekday() == day.weekday()
        name = Content.styled(
            WEEKDAYS[day.weekday()].ljust(LETTERS), "bold $here" if is_here else "$quiet"
        )
        return name + Content.assemble(
            *(self._cell(times, each + DAY * row, cells) for each in weeks)
        )

    def _cell(self, times: LongerTimes, day: dt.date, cells: int) -> tuple[str, str]:
        first, today = times.bounds
        look = look_of(times.days.get(day), self.measure) if first <= day else BEFORE
        if day > today:
            look = YearCell("", "")
        sign = look.sign.rjust(NARROW).ljust(cells)
        return sign, "bold $background on $foreground" if day == self.cursor else look.style

    def action_move(self, days: int) -> None:
        """To another day."""
        if self.cursor is not None:
            self.post_message(DayLooked(self.cursor + DAY * days))

    def action_end(self, last: int) -> None:
        """To the first or the last day that is shown."""
        if self._times and self._between:
            self.post_message(DayLooked(min(self._between[last], self._times.bounds[1])))

    def action_open(self) -> None:
        """The day in full."""
        if self.cursor is not None:
            self.post_message(DayOpened(self.cursor))

    def on_focus(self) -> None:
        """The name stands out."""
        self.refresh()

    def on_blur(self) -> None:
        """The name stands back."""
        self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Look at the day under the pointer."""
        self._point(event)

    def on_click(self, event: events.Click) -> None:
        """Look at the day; the second of two quick clicks opens it."""
        event.stop()
        if self._point(event) and event.chain == 2:
            self.action_open()

    def _point(self, event: events.MouseEvent) -> bool:
        """Look at the day under the pointer, if there is one."""
        offset = event.get_content_offset(self)
        day = self._day_at(offset.x, offset.y) if offset else None
        if day and day != self.cursor:
            self.post_message(DayLooked(day))
        return day is not None

    def _day_at(self, x: int, y: int) -> dt.date | None:
        if self._times is None or self._between is None:
            return None
        first, last = self._between
        weeks = ((last - first).days + 1) // 7
        week, row = (x - LETTERS) // cells_of_week(weeks, self.size.width), y - 2
        day = first + DAY * (week * 7 + row)
        is_there = x >= LETTERS and 0 <= week < weeks and 0 <= row < 7
        return day if is_there and day <= self._times.bounds[1] else None
