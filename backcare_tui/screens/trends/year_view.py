"""A year as a calendar: pain, sleep and movement, day by day."""

import datetime as dt
from typing import Unpack

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.keymap import keyed
from backcare_tui.diary.repository import Between
from backcare_tui.insight.longer.bins import LongerTimes, bins_of, marks_between, weeks_seen
from backcare_tui.insight.longer.sentences import say_span
from backcare_tui.insight.longer.usual_weeks import week_at
from backcare_tui.screens.trends.day_line import told
from backcare_tui.widgets.charts.year import YEAR, YearCalendar, weeks_within
from backcare_tui.widgets.charts.year_drawing import NAMES, Measure
from backcare_tui.widgets.options import Named
from backcare_tui.widgets.tabs_line import OneOf

TEACHES = (
    "Your year will stand here, one sign a day: pain from 0 to 10, hours asleep, and minutes of "
    "movement. Press {entry.check-in} for pain now, or {entry.night} for last night."
)


class YearView(Vertical):
    """One of the three measures, or all of them where there is room."""

    ID = "year-view"

    def __init__(self, **named: Unpack[Named]) -> None:
        """Nothing yet."""
        super().__init__(**named)
        self.measure: Measure = "pain"
        self._shown: tuple[LongerTimes, dt.date, dt.date] | None = None

    def compose(self) -> ComposeResult:
        """The names of the measures, their calendars, and what the marked day holds."""
        self.names = OneOf(dict(NAMES.items()), self.measure, id="measures")
        self.calendars = {each: YearCalendar(each, classes=each) for each in NAMES}
        self.empty = Static(keyed(TEACHES), id="nothing", markup=False)
        self.told = Static(id="told", markup=False)
        self.tile = Vertical(
            self.names, *self.calendars.values(), self.empty, self.told, id="year", classes="tile"
        )
        yield self.tile

    def on_mount(self) -> None:
        """Pain at first."""
        self._mark_chosen()

    @property
    def weeks(self) -> int:
        """How many weeks are shown at this width; a whole year is stepped by 52 of them."""
        return weeks_within(self.tile.content_size.width)

    def show(self, times: LongerTimes, day: dt.date, last: dt.date) -> Between:
        """Show a year, or half of one, up to a day; gives the first and the last day shown."""
        self._shown = (times, day, last)
        between = weeks_seen(day, last, self.weeks, times.bounds, times.first_weekday)
        length = "A year" if self.weeks == YEAR else "Half a year"
        self.tile.border_title = Content(f"{length} · {say_span(between, times.bounds[1])}")
        self.tile.set_class(not times.days, "-empty")
        for calendar in self.calendars.values():
            calendar.is_named = self.screen.has_class("-tall")
            calendar.show(times, between, day)
        (of,) = bins_of(times.days, [(day, day)])
        marks = marks_between(times.marks, day, day)
        week = week_at(self.calendars["pain"].usual, day)
        self.told.update(told(of, marks, week, times.bounds[1]), layout=False)
        return between

    def on_resize(self) -> None:
        """Other weeks fit another width."""
        if self._shown:
            self.show(*self._shown)

    def on_one_of_asked(self, event: OneOf.Asked) -> None:
        """Show what was clicked."""
        event.stop()
        self.choose(next(each for each in NAMES if each == event.id))

    def next_measure(self) -> None:
        """Pain, sleep, movement, and again."""
        measures = list(NAMES)
        self.choose(measures[(measures.index(self.measure) + 1) % len(measures)])

    def choose(self, measure: Measure) -> None:
        """Show this measure, and give it the keys."""
        self.measure = measure
        self._mark_chosen()
        self.take_focus()

    def _mark_chosen(self) -> None:
        self.names.chosen = self.measure
        for each, calendar in self.calendars.items():
            calendar.set_class(each == self.measure, "-chosen")

    def take_focus(self) -> None:
        """The keys go to the calendar."""
        self.calendars[self.measure].focus()
