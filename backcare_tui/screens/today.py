"""Today: what is worth doing now, how the last two weeks went, and what was taken down."""

import datetime as dt
from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.commands.actions import CHECK_IN, NIGHT, ON_ENTRIES, WATER, bindings
from backcare_tui.diary.records import Night, Pain, Session
from backcare_tui.diary.routine import Routine
from backcare_tui.diary.when import span_of
from backcare_tui.insight.agenda import Item, agenda, logged_today
from backcare_tui.insight.programs import WALK
from backcare_tui.library.routines import find_routine
from backcare_tui.screens import open_before
from backcare_tui.screens.chart_days import chart_days
from backcare_tui.screens.entries import OnEntries, open_form
from backcare_tui.text import clean
from backcare_tui.widgets.charts import LEGEND, ChartDay, PainSleepChart
from backcare_tui.widgets.rows import Column, Row, Rows

DAYS_SHOWN = 14
GLYPHS = {"done": "✓", "due": "▸", "open": "·"}
KEYS = {"check-in": CHECK_IN.keys, "night": NIGHT.keys, "water": WATER.keys}
ACTIONS = {"check-in": "check_in", "night": "night", "water": "water"}
TEACHES_WEEK = (
    "After a few days your week will stand here in plain words: pain, sleep, what was done, "
    "and whether a change is large enough to matter."
)
TEACHES_CHART = "Pain will be drawn here as a line over bars of sleep, two weeks at a time."
LONG_LINES = ("routine", "course")
"""Lines that name what they are about and run on to the end."""


class Today(OnEntries):
    """The first place."""

    MODE = "today"
    AUTO_FOCUS = "#agenda"
    BINDINGS = bindings(*ON_ENTRIES)
    HELP = (
        "What is worth doing now, how the last two weeks went, and what you took down today. "
        "Choose a line to do it or to change it; nothing here is final."
    )

    def compose_place(self) -> Iterable[Widget]:
        """The day and the two weeks above, today's entries and the week below."""
        self.agenda = Rows(
            columns=(Column(1), Column(1), Column(10), Column()),
            id="agenda",
            classes="tile",
        )
        self.agenda.border_title = "Today"
        self.chart = PainSleepChart(empty=TEACHES_CHART, id="chart", classes="tile")
        self.chart.border_title = f"Last {DAYS_SHOWN} days"
        self.chart.border_subtitle = LEGEND
        self.logged = Rows(
            columns=(Column(5), Column(10), Column()),
            empty="Nothing yet today. Press n, a digit for the pain, and enter: that is a check-in.",
            id="logged",
            classes="tile entries",
        )
        self.logged.border_title = "Logged today"
        self.week = Static(id="week", classes="tile", markup=False)
        self.week.border_title = "This week"
        yield from (self.agenda, self.chart, self.logged, self.week)

    def read_diary(self) -> None:
        """Two weeks of pain and sleep, today's entries, this week in words."""
        repository, clock = self.desk.repository, self.desk.clock
        self.agenda.rows = tuple(map(_agenda_row, agenda(repository, clock)))
        self.logged.rows = tuple(
            Row(entry.id, (entry.at_text, entry.what, entry.value))
            for entry in logged_today(repository, clock)
        )
        self.chart.days = self._last_days()
        self.call_after_refresh(self._show_week)

    def _show_week(self) -> None:
        """This week in words, or the last one while this one is still empty."""
        from backcare_tui.insight.week import latest_week, say_week

        week = latest_week(self.desk.repository, self.desk.clock)
        if week is None:
            self.week.update(TEACHES_WEEK)
            return
        is_this = self.desk.clock.today() <= week.last
        self.week.border_title = "This week" if is_this else "Last week"
        self.week.update(Content("\n").join(Content(clean(line)) for line in say_week(week)))

    def _last_days(self) -> tuple[ChartDay, ...]:
        clock = self.desk.clock
        last = clock.today()
        first = last - dt.timedelta(days=DAYS_SHOWN - 1)
        return chart_days(
            self.desk.repository.entries(Pain, (first, last)),
            self.desk.repository.entries(Night, (first, last)),
            span_of(first, last),
            last,
        )

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Do what a line of the day is about."""
        if event.rows is not self.agenda:
            return
        event.stop()
        if event.row.key == "course":
            self.app.switch_mode("massage")
        elif event.row.key == "routine":
            self._open_routine()
        else:
            self.call_next(self.run_action, ACTIONS[event.row.key])

    def _routine(self, routine_id: str) -> Routine | None:
        return find_routine(routine_id, self.desk.repository.entries(Routine))

    def _open_routine(self) -> None:
        """Start the routine that is due; open the session of one that is done."""
        items = agenda(self.desk.repository, self.desk.clock)
        item = next(item for item in items if item.id == "routine")
        if item.state == "done":
            self.attempt(lambda: self.app.push_screen(open_form(self.desk, self._find(item.of))))
        elif item.of != WALK and (routine := self._routine(item.of)):
            self.app.push_screen(open_before(self.desk, routine))
        else:
            from backcare_tui.screens.entry import EntryForm

            given = {"routine": item.of}
            self.app.push_screen(EntryForm(self.desk, Session, given=given))


def _agenda_row(item: Item) -> Row:
    """One line: state, key, what, how it stands and when; long ones run on to the end."""
    state = Content.styled(GLYPHS[item.state], "$success" if item.state == "done" else "$next")
    key = Content.styled(KEYS.get(item.id, " "), "$next")
    when = "" if item.id == "night" else item.when
    said = " · ".join(filter(None, (item.value, when)))
    if item.id in LONG_LINES:
        named = " ".join(filter(None, (item.what, item.value)))
        words: tuple[str, ...] = (" · ".join(filter(None, (named, when))),)
    else:
        words = (item.what, said)
    return Row(
        item.id,
        (state, key, *words),
        style="next" if item.state == "due" else "plain",
    )
