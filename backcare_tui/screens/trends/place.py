"""Trends: the week in one look, longer times, and the ways from there."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, get_args

from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import ADVICE, CHECK_SIGNS, RATE_ACTIVITIES
from backcare_tui.commands.places import GENERAL
from backcare_tui.commands.trends import ON_TRENDS
from backcare_tui.diary.when import week_of
from backcare_tui.insight.longer.bins import LongerTimes, gather_times
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.place import Place
from backcare_tui.screens.frame.requests import OpenDay
from backcare_tui.screens.trends.long_view import LongView
from backcare_tui.screens.trends.week_view import WeekView
from backcare_tui.screens.trends.year_view import YearView
from backcare_tui.widgets.charts.day_messages import DayLooked, DayOpened, TimeMoved, TimeZoomed
from backcare_tui.widgets.tabs_line import OneOf

Zoom = Literal["week", "4 weeks", "12 weeks", "year", "all"]
"""How much time is seen."""
ZOOMS: tuple[Zoom, ...] = get_args(Zoom)
NAMES: dict[str, str] = {zoom: zoom.capitalize() for zoom in ZOOMS}
WEEKS: dict[Zoom, int] = {"week": 1, "4 weeks": 4, "12 weeks": 12}


class Trends(Place):
    """The sixth place."""

    MODE = "trends"
    CSS_PATH = ["place.tcss", "week_view.tcss", "long_view.tcss", "year_view.tcss"]
    AUTO_FOCUS = "WeekView"
    BINDINGS = bindings(*ON_TRENDS)
    NAMED_LAST = (*GENERAL, CHECK_SIGNS.action, ADVICE.action, RATE_ACTIVITIES.action)
    HELP = (
        "The week in one look, against the week before, or a longer time. A change is said to matter "
        "only where it is large enough for people to notice and more than your weeks usually differ."
    )

    zoom: reactive[Zoom] = reactive[Zoom]("week", init=False)
    """How much time is seen."""

    def __init__(self, desk: Desk) -> None:
        """This week at first."""
        super().__init__(desk)
        self._day = self._last = self._today = desk.clock.today()
        self._times: LongerTimes | None = None

    def compose_place(self) -> Iterable[Widget]:
        """The names of the views, and one view at a time; the others are made when first needed."""
        self.names = OneOf(NAMES, self.zoom, id="views")
        yield self.names
        self.week = WeekView(self.desk, id="week-view")
        self.switcher = ContentSwitcher(self.week, initial="week-view")
        yield self.switcher

    def read_diary(self) -> None:
        """Show what the diary holds of the time that is looked at."""
        self._times = None
        self._follow_today()
        self._show()

    def _follow_today(self) -> None:
        """What shows the present goes on with it; a time that was gone back to stays."""
        before, self._today = self._today, self.desk.clock.today()
        first_weekday = self.desk.repository.settings().first_weekday
        is_week = self.zoom == "week"
        if self._day == before or (
            is_week and week_of(self._day, first_weekday) == week_of(before, first_weekday)
        ):
            self._day = self._today
        if self._last >= before:
            self._last = self._today

    @property
    def times(self) -> LongerTimes:
        """Every day's figures; read once until the diary changes."""
        if self._times is None:
            self._times = gather_times(self.desk.repository, self.desk.clock)
        return self._times

    def _show(self) -> None:
        view = self.switcher.visible_content
        if isinstance(view, LongView):
            _, self._last = view.show(self.times, self._day, self._last, WEEKS.get(self.zoom))
        elif isinstance(view, YearView):
            _, self._last = view.show(self.times, self._day, self._last)
        else:
            self.week.show(self._day)
            self.refresh_bindings()

    async def watch_zoom(self) -> None:
        """Show more time, or less, and the same day in it."""
        self.names.chosen = self.zoom
        id_ = "week-view" if self.zoom == "week" else self._kind.ID
        if not self.switcher.query(f"#{id_}"):
            await self.switcher.add_content(self._kind(id=id_))
        is_same = self.switcher.current == id_
        self.switcher.current = id_
        self._show()
        if is_same:
            self.refresh_bindings()
        else:
            self.take_focus()  # which names the keys anew, too

    @property
    def _kind(self) -> type[LongView | YearView]:
        return YearView if self.zoom == "year" else LongView

    def take_focus(self) -> None:
        """The keys go to what is shown."""
        view = self.switcher.visible_content
        if isinstance(view, LongView | YearView):
            view.take_focus()
        else:
            self.week.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name only what there is to do with the time that is shown."""
        if action == "measure":
            return self.zoom == "year"
        if action == "renew_week":
            return self.zoom == "week" and self.is_mounted and self.week.asks
        if action == "step":
            return self.zoom != "all"
        return super().check_action(action, parameters)

    def action_zoom(self, by: int) -> None:
        """A longer time, or a shorter one."""
        at = ZOOMS.index(self.zoom) + by
        self.zoom = ZOOMS[min(max(at, 0), len(ZOOMS) - 1)]

    def action_step(self, by: int) -> None:
        """The time before, or after it: neither beyond today nor before the first entry."""
        view = self.switcher.visible_content
        weeks = min(view.weeks, 52) if isinstance(view, YearView) else WEEKS.get(self.zoom, 0)
        self._move(by * weeks)

    def action_renew_week(self) -> None:
        """Two questions about the week that is over, and the next one."""
        self.app.push_screen(screens.RenewWeek(self.desk))

    def action_measure(self) -> None:
        """Pain, sleep or movement in the calendar."""
        if isinstance(view := self.switcher.visible_content, YearView):
            view.next_measure()

    def _move(self, weeks: int) -> None:
        first, today = self._bounds()
        length = dt.timedelta(weeks=weeks)
        self._day = min(max(self._day + length, first), today)
        self._last = min(max(self._last, first) + length, today)
        self._show()

    def look_at_week(self, day: dt.date) -> None:
        """Show the week of a day, whatever was shown before."""
        self._day = day
        if self.zoom == "week":
            self._show()
        else:
            self.zoom = "week"

    def _bounds(self) -> tuple[dt.date, dt.date]:
        """The first day with an entry, and today."""
        span, today = self.desk.repository.span(), self.desk.clock.today()
        return (min(span[0], today) if span else today), today

    def on_one_of_asked(self, event: OneOf.Asked) -> None:
        """Show the time that was clicked."""
        self.zoom = next(zoom for zoom in ZOOMS if zoom == event.id)

    def on_day_looked(self, event: DayLooked) -> None:
        """Look at another day; what is shown moves along where it lies outside."""
        event.stop()
        first, today = self._bounds()
        self._day = min(max(event.day, first), today)
        self._show()

    def on_day_opened(self, event: DayOpened) -> None:
        """Open the day in the diary."""
        event.stop()
        self.post_message(OpenDay(event.day))

    def on_time_moved(self, event: TimeMoved) -> None:
        """Show an earlier or a later time."""
        event.stop()
        if self.zoom != "all":
            self._move(event.by)

    def on_time_zoomed(self, event: TimeZoomed) -> None:
        """A longer time, or a shorter one."""
        event.stop()
        self.action_zoom(event.by)

    def action_findings(self) -> None:
        """Open what goes along with what."""
        self.app.push_screen(screens.FindingsPage(self.desk))

    def action_trials(self) -> None:
        """Open one's own trials."""
        self.app.push_screen(screens.TrialsPage(self.desk))

    def action_report(self) -> None:
        """Open the report."""
        self.app.push_screen(screens.ReportPage(self.desk))
