"""Trends: the week in words and in a chart; earlier weeks by the brackets."""

import datetime as dt
from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.commands.actions import ON_WEEKS, bindings
from backcare_tui.diary.records import Night, Pain
from backcare_tui.diary.when import span_of
from backcare_tui.insight.week import say_week, weekly_review
from backcare_tui.screens.chart_days import chart_days
from backcare_tui.screens.desk import Desk
from backcare_tui.screens.place import Place
from backcare_tui.text import clean, say_day
from backcare_tui.widgets.charts import LEGEND, PainSleepChart

DAYS_SHOWN = 28
TEACHES = (
    "Your weeks will stand here in plain words, and four weeks of pain and sleep above. "
    "Press n to take down pain, or s for last night."
)


class Trends(Place):
    """The sixth place."""

    MODE = "trends"
    CSS_PATH = "trends.tcss"
    AUTO_FOCUS = "#week"
    BINDINGS = bindings(*ON_WEEKS)
    HELP = (
        "The week in one look, against the week before. The brackets step through the weeks; "
        "a change is called meaningful only when it is large enough to matter."
    )

    def __init__(self, desk: Desk) -> None:
        """This week at first."""
        super().__init__(desk)
        self._back = 0

    def compose_place(self) -> Iterable[Widget]:
        """The chart above, the week below."""
        self.chart = PainSleepChart(
            empty="Four weeks of pain and sleep will be drawn here.", id="chart", classes="tile"
        )
        self.chart.border_title = "Four weeks"
        self.chart.border_subtitle = LEGEND
        self.week = Static(id="week", classes="tile", markup=False)
        self.week.can_focus = True
        yield from (self.chart, self.week)

    def read_diary(self) -> None:
        """Four weeks up to the end of the chosen one, and that week in words."""
        repository, clock = self.desk.repository, self.desk.clock
        today = clock.today()
        review = weekly_review(repository, today - dt.timedelta(weeks=self._back), clock)
        last = min(review.last, today)
        days = (last - dt.timedelta(days=DAYS_SHOWN - 1), last)
        pain, nights = repository.entries(Pain, days), repository.entries(Night, days)
        self.chart.days = chart_days(pain, nights, span_of(*days), today)
        year = today if not self._back else None
        self.week.border_title = Content(
            f"Week of {say_day(review.first, year)} to {say_day(review.last, year)}"
        )
        lines = say_week(review) if repository.span() else (TEACHES,)
        self.week.update(Content("\n").join(Content(clean(line)) for line in lines))

    def action_step(self, weeks: int) -> None:
        """A week back or on, up to this one."""
        span = self.desk.repository.span()
        oldest = (self.desk.clock.today() - span[0]).days // 7 + 1 if span else 0
        self._back = min(max(self._back - weeks, 0), oldest)
        self.read_diary()
