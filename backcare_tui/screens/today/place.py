"""Today: what is worth doing now, how the last two weeks went, and what was taken down."""

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress

from textual import on
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import CHECK_IN, NIGHT, ON_ENTRIES, WATER
from backcare_tui.commands.guidance import ADVICE_OF_TODAY
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.agenda import AgendaItem, agenda, logged_today
from backcare_tui.insight.days import days_of
from backcare_tui.insight.movement.programs import WALK
from backcare_tui.insight.trials.schedule import to_ask
from backcare_tui.library.routines import find_routine
from backcare_tui.screens.frame.entry_list import OnEntries, form_of
from backcare_tui.screens.frame.requests import OpenWeek
from backcare_tui.widgets.advice_tile import AdviceTile
from backcare_tui.widgets.charts.pain_sleep import LEGEND, PainSleepChart
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sentences import Sentences

DAYS_SHOWN = 14
GLYPHS = {"done": "✓", "due": "▸", "open": "·"}
KEYS = {"check-in": CHECK_IN.keys, "night": NIGHT.keys, "water": WATER.keys}
ACTIONS = {"check-in": "check_in", "night": "night", "water": "water"}
TEACHES_WEEK = (
    "After a few days your week will stand here in plain words: pain, sleep, what was done, "
    "and whether a change is more than your usual swing."
)
TEACHES_CHART = "Pain will be drawn here as a line over bars of sleep, two weeks at a time."
LONG_LINES = ("routine", "trial", "soreness", "signs", "course", "activities")
"""Lines that name what they are about and run on to the end."""


WHY_HINT, CHECK_HINT, DUE_HINT = "a why", "a why · W the check", "W check is due · a why"


OFFERS = {
    "never": "The check for warning signs was not made yet. It takes a minute: press W.",
    "due": "It is time again for the check for warning signs: press W.",
    "mood": (
        "Your mood was very low today. If it is more than you can carry, press W: two questions "
        "at the end are about that, with whom to call."
    ),
}
"""How the check is offered."""


class Today(OnEntries):
    """The first place."""

    MODE = "today"
    AUTO_FOCUS = "#agenda"
    BINDINGS = bindings(*ON_ENTRIES, ADVICE_OF_TODAY)
    HELP = (
        "What is worth doing now, how the last two weeks went, and what you took down today. "
        "Choose a line to do it or to change it; nothing here is final."
    )

    def compose_place(self) -> Iterable[Widget]:
        """What is urgent first; the day and two weeks; today's entries; advice and the week."""
        self.urgent = AdviceTile("First of all", id="urgent", classes="tile")
        self.urgent.border_subtitle = CHECK_HINT
        self.agenda = Rows(
            columns=(ListColumn(1), ListColumn(1), ListColumn(10), ListColumn()),
            id="agenda",
            classes="tile",
        )
        self.agenda.border_title = "Today"
        self.chart = PainSleepChart(empty=TEACHES_CHART, id="chart", classes="tile")
        self.chart.border_title = f"Last {DAYS_SHOWN} days"
        self.chart.border_subtitle = LEGEND
        self.logged = Rows(
            columns=(ListColumn(5), ListColumn(10), ListColumn()),
            empty="Nothing yet today. Press n, a digit for the pain, and enter: that is a check-in.",
            id="logged",
            classes="tile entries",
        )
        self.logged.border_title = "Logged today"
        self.week = Sentences("… more in Trends: 6", id="week", classes="tile")
        self.week.border_title = "This week"
        self.advice = AdviceTile("Worth knowing", id="advice", classes="tile")
        self.advice.border_subtitle = WHY_HINT
        self._said: tuple[Advice, ...] = ()
        for tile in (self.urgent, self.advice):
            tile.display = False
        side = Vertical(self.advice, self.week, id="side")
        yield self.urgent
        yield Container(self.agenda, self.chart, self.logged, side, id="day")

    def read_diary(self) -> None:
        """Two weeks of pain and sleep, today's entries, this week in words."""
        repository, clock = self.desk.repository, self.desk.clock
        self.agenda.rows = tuple(map(_agenda_row, agenda(repository, clock)))
        self.logged.rows = tuple(
            ListRow(entry.id, (entry.at_text, entry.what, entry.value))
            for entry in logged_today(repository, clock)
        )
        today = clock.today()
        first = today - dt.timedelta(days=DAYS_SHOWN - 1)
        self.chart.days = days_of(repository, (first, today), clock)
        self.chart.today = today
        self.call_after_refresh(self._show_advice)
        self.call_after_refresh(self._show_week)

    def on_screen_resume(self) -> None:
        """What was painted below another screen is only seen now."""
        self.call_after_refresh(self._take_as_shown)

    def _show_advice(self) -> None:
        """At most two pieces, or what is urgent above all else; or that a check is due."""
        from backcare_tui.guidance.advice.current import current_advice, foremost, offers_check
        from backcare_tui.guidance.gathering import gather

        repository = self.desk.repository
        facts = gather(repository, self.desk.clock)
        self._said = foremost(current_advice(facts, repository.entries(Dismissal)))
        is_urgent = any(each.severity == "urgent" for each in self._said)
        self.urgent.show(self._said[:1] if is_urgent else (), after=_say_more(len(self._said) - 1))
        offer = None if is_urgent else offers_check(facts)
        is_aside = bool(self._said) and offer in {"never", "due"}
        before = OFFERS[offer] if offer and not is_aside else ""
        self.advice.show(() if is_urgent else self._said, before)
        stands = any(each.stands for each in self._said)
        self.advice.border_subtitle = CHECK_HINT if stands else DUE_HINT if is_aside else WHY_HINT
        self.set_class(is_urgent, "-urgent")
        self.set_class(bool(self._said) and not is_urgent, "-advised")
        self.call_after_refresh(self._take_as_shown)

    def _take_as_shown(self) -> None:
        """What is on the screen rests from tomorrow on; where that cannot be kept, it comes again."""
        from backcare_tui.guidance.advice.current import after_showing

        repository, settings = self.desk.repository, self.desk.repository.settings()
        # On the first run the welcome lies over this screen, or is about to.
        if not self.is_current or not settings.boundaries_seen or repository.read_only:
            return
        if days := after_showing(settings.advice_shown, self._said, self.desk.clock.today()):
            with suppress(CannotKeep):
                repository.set("advice_shown", days)

    def on_advice_tile_opened(self, event: AdviceTile.Opened) -> None:
        """Read why; where only the check is offered, make it."""
        event.stop()
        if self._said:
            self.action_advice()
        else:
            self.action_check_signs()

    def _show_week(self) -> None:
        """This week in words, or the last one while this one is still empty."""
        from backcare_tui.insight.week.look import latest_look
        from backcare_tui.insight.week.sentences import sentences

        look = latest_look(self.desk.repository, self.desk.clock)
        if look is None:
            self.week.lines = (TEACHES_WEEK,)
            return
        is_this = self.desk.clock.today() <= look.week.last
        self.week.border_title = "This week" if is_this else "Last week"
        self.week.lines = sentences(look)

    @on(Rows.Chosen, "#agenda")
    def do_what_is_due(self, event: Rows.Chosen) -> None:
        """Do what a line of the day is about."""
        event.stop()
        item = self._item(event.row.key)
        if item is None:
            self.read_diary()
        elif event.row.key == "course":
            self.app.switch_mode("massage")
        elif event.row.key == "week":
            self.post_message(OpenWeek(dt.date.fromisoformat(item.of)))
        elif event.row.key == "routine":
            self._open_routine(item)
        elif event.row.key == "trial":
            self._ask_of_trial()
        elif event.row.key == "soreness":
            self._open_soreness(item)
        elif event.row.key == "signs":
            self.app.push_screen(screens.SignsOfInflammation(self.desk))
        elif event.row.key == "activities":
            self.app.push_screen(screens.Abilities(self.desk))
        else:
            self.call_next(self.run_action, ACTIONS[event.row.key])

    def _routine(self, routine_id: str) -> Routine | None:
        return find_routine(routine_id, self.desk.repository.entries(Routine))

    def _item(self, id_: str) -> AgendaItem | None:
        """A line as it is by now; None where it went with the day."""
        items = agenda(self.desk.repository, self.desk.clock)
        return next((item for item in items if item.id == id_), None)

    def _ask_of_trial(self) -> None:
        """Ask what was done on the day that is over; while none is, tell of the trial."""
        repository, now = self.desk.repository, self.desk.clock.now()
        asked = to_ask(repository.entries(Trial), repository.entries(TrialDay), now)
        if asked:
            self.app.push_screen(screens.TrialAnswer(self.desk, *asked))
        else:
            self.app.push_screen(screens.TrialsPage(self.desk))

    def _open_soreness(self, item: AgendaItem) -> None:
        """Ask how sore one is after the visit of the day before."""
        visit = self.desk.find(item.of)
        if isinstance(visit, Visit):
            self.app.push_screen(screens.Soreness(self.desk, visit))

    def _open_routine(self, item: AgendaItem) -> None:
        """Start the routine that is due; open the session of one that is done."""
        if item.state == "done":
            if session := self.desk.find(item.of):
                self.app.push_screen(form_of(self.desk, session))
        elif item.of != WALK and (routine := self._routine(item.of)):
            self.app.push_screen(screens.Before(self.desk, routine))
        else:
            given = {"routine": item.of}
            self.app.push_screen(screens.EntryForm(self.desk, Session, given=given))


def _say_more(count: int) -> str:
    return f"And {count} more that {'is' if count == 1 else 'are'} urgent: a." if count > 0 else ""


def _agenda_row(item: AgendaItem) -> ListRow:
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
    return ListRow(
        item.id,
        (state, key, *words),
        style="next" if item.state == "due" else "plain",
    )
