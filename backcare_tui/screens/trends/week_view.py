"""The week in one look: a sentence, a chart, figures against the week before, and what else was."""

import datetime as dt
from collections.abc import Iterable
from typing import Unpack

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.keymap import key_of, keyed
from backcare_tui.commands.trends import RENEW_HERE
from backcare_tui.diary.derived import worst_by_area
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.flare import flare_days
from backcare_tui.guidance.pacing import PacingNow
from backcare_tui.guidance.week_agenda import is_to_renew
from backcare_tui.guidance.week_questions import say_answer
from backcare_tui.insight.longer.usual_weeks import UsualWeek
from backcare_tui.insight.week.fact import WeekFact
from backcare_tui.insight.week.look import WeekLook, look_at_week
from backcare_tui.insight.week.ready import week_to_look_at
from backcare_tui.insight.week.sentences import figures, lines
from backcare_tui.insight.week.summary import say_summary
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import clean, say_day
from backcare_tui.widgets.body.body_figure import BodyFigure
from backcare_tui.widgets.charts.week import BEFORE, HERE, USUAL, WeekChart
from backcare_tui.widgets.columns import ListColumn, draw_row
from backcare_tui.widgets.options import Named
from backcare_tui.widgets.sheet import Entry, Sheet

TEACHES = (
    "Your weeks will stand here in one look: pain by day with its range, sleep, what you did, and "
    "whether a change is more than your weeks usually differ. Press {entry.check-in} to take down pain, or {entry.night} for last night."
)
NOTHING = "Nothing was taken down in this week."
LEGEND = Content.assemble(
    ("⠶⠶", "$pain-line"), " pain  ", ("▅▅", "$sleep-bar"), " sleep  ", (BEFORE, "$quiet")
)
ASK = "Your week is over: two questions, then the next one"
COLUMNS = (ListColumn(11), ListColumn(8), ListColumn(8), ListColumn(8))


class WeekView(VerticalScroll):
    """The review of one week."""

    HELP = "The week in one look. Arrow keys scroll; the brackets go to other weeks."

    def __init__(self, desk: Desk, **named: Unpack[Named]) -> None:
        """Read from the diary of this desk."""
        super().__init__(**named)
        self.desk = desk
        self.add_class("tile")

    def compose(self) -> ComposeResult:
        """The sentence, the chart beside the figures, the lines beside the body."""
        words = (("▸ ", "$next"), (ASK, "bold $next"), f"  {key_of(RENEW_HERE)}")
        self.ask = Static(Content.assemble(*words), id="ask", markup=False)
        self.summary = Static(id="summary", markup=False)
        self.chart = WeekChart(id="week-chart")
        self.figures = Static(id="figures", markup=False)
        self.lines = Sheet(id="lines")
        self.body = BodyFigure(id="areas")
        self.body.add_class("-compact")
        yield self.ask
        yield self.summary
        yield Container(self.chart, self.figures, id="pain-and-sleep")
        yield Container(self.lines, self.body, id="the-rest")

    @property
    def asks(self) -> bool:
        """Whether the week of one's own that is over is to be renewed."""
        return self.ask.display

    async def on_click(self, event: events.Click) -> None:
        """A click on the offer does what its key does."""
        if event.widget is self.ask:
            event.stop()
            await self.run_action(f"screen.{RENEW_HERE.action}")

    def show(self, day: dt.date) -> None:
        """Show the week of a day."""
        repository, clock = self.desk.repository, self.desk.clock
        self.ask.display = is_to_renew(repository, clock)
        pacing = PacingNow(repository, day, clock).of_week
        look = look_at_week(repository, day, clock, self._flare_days(day), pacing)
        year = clock.today() if look.is_over else None
        first, last = (say_day(each, year) for each in (look.week.first, look.week.last))
        self.border_title = Content(f"Week of {first} to {last}")
        self.set_class(look.is_empty, "-empty")
        self.border_subtitle = "" if look.is_empty else _legend(look.against_usual)
        self._take_as_seen(look)
        if look.is_empty:
            words = NOTHING if repository.span() else keyed(TEACHES)
            self.summary.update(Content.styled(words, "$quiet"))
            return
        self.summary.update(Content.styled(clean(say_summary(look)), "bold"))
        self.chart.days, self.chart.before = look.days, look.days_before
        self.chart.today, self.chart.usual = clock.today(), look.against_usual
        self.figures.update(_table(figures(look)))
        said = tuple(say_answer(repository, look.week.first))
        own = (Entry("You said", tuple(map(Content, said)), hang=2),) if said else ()
        self.lines.entries = (*own, *_entries(look))
        self.body.heat = worst_by_area(repository.entries(Pain, (look.week.first, look.week.last)))

    def _take_as_seen(self, look: WeekLook) -> None:
        """Today offers a week only until it was looked at; where that cannot be kept, once more."""
        repository = self.desk.repository
        first = week_to_look_at(repository, self.desk.clock)
        if first == look.week.first and repository.read_only is None:
            self.desk.note("week_looked", look.week.first, is_told=True)

    def _flare_days(self, day: dt.date) -> tuple[dt.date, ...]:
        week = dt.timedelta(days=7)
        return flare_days(self.desk.repository, (day - week, day + week), self.desk.clock)


def _legend(week: UsualWeek) -> Content:
    """What the signs say, as short as a small terminal needs it."""
    if week.usual is None:
        return LEGEND + " week before"
    here = Content.assemble((HERE[week.lies], "$next"), " this week")
    return LEGEND + Content.assemble(" before  ", (USUAL, "$quiet"), " usual  ") + here


def _table(rows: Iterable[WeekFact]) -> Content:
    width = sum(column.width or 0 for column in COLUMNS) + len(COLUMNS) - 1
    head = draw_row(("", "now", "before", ""), COLUMNS, width).stylize("$quiet")
    return Content("\n").join(
        (
            head,
            *(
                draw_row(
                    (
                        Content.styled(each.name, "$quiet"),
                        Content.styled(each.said, "bold"),
                        each.before,
                        each.change,
                    ),
                    COLUMNS,
                    width,
                )
                for each in rows
            ),
        )
    )


def _entries(look: WeekLook) -> Iterable[Entry]:
    for name, said in lines(look).items():
        yield Entry(name, tuple(map(Content, said)), hang=2)
    if look.notes:
        yield Entry(
            "Notes",
            tuple(
                Content.assemble((f"{say_day(note.day)}  ", "$quiet"), clean(note.text, lines=True))
                for note in look.notes
            ),
            hang=2,
        )
