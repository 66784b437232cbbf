"""The third column of Today, made where there is room for it: the day by the hour, and the body of a week."""

import datetime as dt

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from backcare_tui.diary.derived import worst_by_area
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.insight.day_hours import hours_of_today
from backcare_tui.widgets.body.body_figure import BodyFigure
from backcare_tui.widgets.charts.day_hours import DayHoursChart

BODY_DAYS = 7


class ThirdColumn(Vertical):
    """Today by its hours, over where it hurt in the last days."""

    def __init__(self) -> None:
        """Empty until the diary is read."""
        super().__init__(id="third")
        self.hours = DayHoursChart(id="hours", classes="tile")
        self.hours.border_title = "Today by the hour"
        self.body = BodyFigure(id="body")

    def compose(self) -> ComposeResult:
        """One below the other."""
        body = Container(self.body, id="of-week", classes="tile")
        body.border_title = f"Where it hurt, {BODY_DAYS} days"
        yield self.hours
        yield body

    def read_diary(self, repository: Repository, clock: Clock) -> None:
        """Show the diary as it is now."""
        today = clock.today()
        days = (today - dt.timedelta(days=BODY_DAYS - 1), today)
        self.hours.hours = hours_of_today(repository, clock)
        self.body.heat = worst_by_area(repository.entries(Pain, days))
