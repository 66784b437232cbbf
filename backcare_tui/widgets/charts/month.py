"""A month as a calendar: each day with its pain, and the open ones plain to see."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Unpack

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from backcare_tui.diary.when import span_of, week_of
from backcare_tui.text import WEEKDAYS, say_number
from backcare_tui.widgets.charts.day_messages import DayLooked, DayOpened, TimeMoved
from backcare_tui.widgets.options import Named

DAY = dt.timedelta(days=1)
WIDEST, HIGHEST = 16, 4
"""Cells and lines of a day at most."""
OPEN, AHEAD = "○", ""
"""What stands for a day without a number, and for one that is still to come."""


def weeks_of_month(day: dt.date, first_weekday: int) -> tuple[tuple[dt.date, ...], ...]:
    """The whole weeks that the month of a day is in.

    Args:
        day: Any day of the month.
        first_weekday: As `date.weekday` counts: 0 Monday, 6 Sunday.
    """
    first = day.replace(day=1)
    last = (first + DAY * 31).replace(day=1) - DAY
    days = span_of(week_of(first, first_weekday)[0], week_of(last, first_weekday)[1])
    return tuple(days[n : n + 7] for n in range(0, len(days), 7))


class MonthGrid(Widget, can_focus=True):
    """A day is looked at by arrow or click, and opened by `enter` or a second click."""

    HELP = "The arrow keys go from day to day and from week to week, `enter` opens the day."

    BINDINGS = [
        Binding("left", "move(-1)", "Day before", show=False),
        Binding("right", "move(1)", "Day after", show=False),
        Binding("up", "move(-7)", "Week before", show=False),
        Binding("down", "move(7)", "Week after", show=False),
        Binding("enter", "open", "Open", show=False),
    ]

    DEFAULT_CSS = "MonthGrid { height: 1fr; text-wrap: nowrap; }"

    day: reactive[dt.date | None] = reactive[dt.date | None](None)
    """The day that is looked at; its month is shown."""

    def __init__(self, first_weekday: int, **named: Unpack[Named]) -> None:
        """Nothing yet, in weeks that begin on this day."""
        super().__init__(**named)
        self._first_weekday = first_weekday
        self._pain: Mapping[dt.date, float] = {}
        self._today = dt.date.max

    def show(self, pain: Mapping[dt.date, float], day: dt.date, today: dt.date) -> None:
        """Show the month of a day.

        Args:
            pain: The pain of each day that has any number, 0 to 10.
            day: The day that is looked at.
            today: Days after it are still to come.
        """
        self._pain, self._today = pain, today
        self.day = day
        self.refresh()

    @property
    def _cell(self) -> Size:
        weeks = max(len(self._weeks()), 1)
        width = min(self.size.width // 7, WIDEST)
        return Size(max(width, 4), max(min((self.size.height - 1) // weeks, HIGHEST), 1))

    def _weeks(self) -> tuple[tuple[dt.date, ...], ...]:
        return weeks_of_month(self.day, self._first_weekday) if self.day else ()

    def render(self) -> Content:
        """The names of the days, then a row of cells for each week."""
        weeks, cell = self._weeks(), self._cell
        if not weeks:
            return Content("")
        names = (WEEKDAYS[each.weekday()].ljust(cell.width) for each in weeks[0])
        lines = [Content.styled("".join(names), "$quiet")]
        for week in weeks:
            lines += self._draw_week(week, cell)
        return Content("\n").join(lines)

    def _draw_week(self, week: Sequence[dt.date], cell: Size) -> list[Content]:
        """As many lines as a cell has: one where there is room for no more, else date, pain, and gaps."""
        if cell.height == 1:
            return [Content("").join(self._draw_short(day, cell.width) for day in week)]
        dates = Content("").join(self._draw_date(day, cell.width) for day in week)
        pains = Content("").join(self._draw_pain(day, cell.width) for day in week)
        return [dates, pains, *[Content("")] * (cell.height - 2)]

    def _draw_short(self, day: dt.date, width: int) -> Content:
        return self._draw_date(day, 3) + self._draw_pain(day, width - 3)

    def _draw_date(self, day: dt.date, width: int) -> Content:
        if not self._is_in_month(day):
            return Content(" " * width)
        style = "$quiet"
        if day == self.day:
            style = "bold $background on $here" if self.has_focus else "bold $here"
        elif day == self._today:
            style = "bold $foreground"
        return Content.styled(f"{day.day:>2}".ljust(width - 1), style) + Content(" ")

    def _draw_pain(self, day: dt.date, width: int) -> Content:
        """The number on its tint, in brackets where the cursor is."""
        known, inner = self._pain.get(day), width - 1
        if not self._is_in_month(day):
            return Content(" " * width)
        if known is None:
            sign = AHEAD if day > self._today else OPEN
            is_asked = day == self.day and bool(sign)
            said, style = (f"[{sign}]", "bold $next") if is_asked else (f" {sign}", "$quiet")
            return Content.styled(said.ljust(inner), style) + Content(" ")
        said = say_number(known)
        said = f"[{said}]" if day == self.day else f" {said}"
        return Content.styled(
            said.ljust(inner)[:inner], f"bold $on-pain on $tint-{round(known)}"
        ) + Content(" ")

    def _is_in_month(self, day: dt.date) -> bool:
        return self.day is not None and day.month == self.day.month

    def action_move(self, days: int) -> None:
        """To another day, which may be of another month."""
        if self.day:
            self.post_message(DayLooked(self.day + DAY * days))

    def action_open(self) -> None:
        """The day in full."""
        if self.day:
            self.post_message(DayOpened(self.day))

    def on_click(self, event: events.Click) -> None:
        """Look at the day; a click on the one that is looked at opens it."""
        offset = event.get_content_offset(self)
        day = self._day_at(offset.x, offset.y) if offset else None
        event.stop()
        if day and day == self.day:
            self.action_open()
        elif day:
            self.post_message(DayLooked(day))

    def _day_at(self, x: int, y: int) -> dt.date | None:
        cell, weeks = self._cell, self._weeks()
        week, at = (y - 1) // cell.height, x // cell.width
        if y < 1 or week >= len(weeks) or at >= 7:
            return None
        day = weeks[week][at]
        return day if self._is_in_month(day) and day <= self._today else None

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """A month earlier."""
        event.stop()
        self.post_message(TimeMoved(-1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A month later."""
        event.stop()
        self.post_message(TimeMoved(1))

    def on_focus(self) -> None:
        """The cursor stands out."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor stands back."""
        self.refresh()
