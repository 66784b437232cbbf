"""Today: what is worth doing now, how the last two weeks went, and what was taken down."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.containers import Container, Vertical
from textual.widget import Widget

from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import ON_ENTRIES
from backcare_tui.commands.guidance import ADVICE_OF_TODAY, CHECK_SIGNS, NOW
from backcare_tui.commands.hints import hint
from backcare_tui.commands.keymap import key_of, keyed
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.week_plan import WeekPlan
from backcare_tui.guidance.agenda import agenda
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.logged import logged_today
from backcare_tui.insight.days import days_of
from backcare_tui.screens.frame.breakpoints import WIDE
from backcare_tui.screens.frame.entry_list import OnEntries, entry_columns, parts_within
from backcare_tui.screens.frame.turns import give_way
from backcare_tui.screens.today.agenda_rows import (
    AGENDA_COLUMNS,
    USUAL_ROOM,
    agenda_rows,
    say_progress,
)
from backcare_tui.screens.today.doing import DoesTheDay
from backcare_tui.text import say_list_time
from backcare_tui.widgets.advice_tile import AdviceTile
from backcare_tui.widgets.charts.pain_sleep import LEGEND, PainSleepChart
from backcare_tui.widgets.columns import ListRow
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sentences import Sentences

if TYPE_CHECKING:
    from backcare_tui.guidance.facts import Facts
    from backcare_tui.guidance.todays_advice import TodaysAdvice

DAYS_SHOWN = 14
LOGGED_ROOM = 14
"""Cells for the value of an entry where the terminal is narrow."""
MORE_OF_WEEK = "… more: {place.trends}"
IN_ITS_PLACE = frozenset((CHECK_SIGNS.action, NOW.action))
"""What is not named at the foot while something urgent stands: its frame names the check, and no routine is begun."""
NOT_WORDS = 3
"""Cells of a line of the day that are not for words."""
TEACHES_WEEK = "After a few days your week stands here in plain words."
TEACHES_CHART = "Pain will be drawn here as a line over bars of sleep, two weeks at a time."

WHY_HINT = "{guide.advice-today} why"
CHECK_HINT = "{guide.advice-today} why · {guide.check} check"
DUE_HINT = "{guide.check} check due · {guide.advice-today} why"
QUIET_HINT, READ_HINT = "{guide.check} check due", "enter opens it"

NOTHING_YET = "Nothing yet today. Press {entry.check-in}, a digit for the pain, and enter."
OFFERS = {
    "never": "The check for warning signs was not made yet. It takes a minute: press {guide.check}.",
    "due": "It is time again for the check for warning signs: press {guide.check}.",
    "mood": (
        "Your mood was very low today. If it is more than you can carry, press {guide.check}: two questions "
        "at the end are about that, with whom to call."
    ),
}
"""How the check is offered."""


class Today(DoesTheDay):
    """The first place."""

    MODE = "today"
    AUTO_FOCUS = "#agenda"
    HORIZONTAL_BREAKPOINTS = [*OnEntries.HORIZONTAL_BREAKPOINTS, (160, "-three")]
    BINDINGS = bindings(*ON_ENTRIES, ADVICE_OF_TODAY)
    HELP = (
        "What is worth doing now, how the last two weeks went, and what you took down today. "
        "Choose a line to do it or to change it."
    )

    def compose_place(self) -> Iterable[Widget]:
        """What is urgent first; the day and two weeks; today's entries; advice and the week."""
        self.urgent = AdviceTile("First of all", id="urgent", classes="tile")
        self.urgent.border_subtitle = hint(CHECK_HINT)
        self.agenda = Rows(
            columns=AGENDA_COLUMNS,
            id="agenda",
            classes="tile",
        )
        self.agenda.border_title = "Today"
        self.chart = PainSleepChart(empty=TEACHES_CHART, id="chart", classes="tile")
        self.chart.border_title = f"Last {DAYS_SHOWN} days"
        self.chart.border_subtitle = LEGEND
        self.logged = Rows(
            columns=entry_columns(),
            empty=keyed(NOTHING_YET),
            id="logged",
            classes="tile entries",
        )
        self.logged.border_title = "Logged today"
        self.week = Sentences(keyed(MORE_OF_WEEK), id="week", classes="tile")
        self.week.border_title = "This week"
        self.advice = AdviceTile("Worth knowing", id="advice", classes="tile")
        self.advice.border_subtitle = hint(WHY_HINT)
        self._advice: TodaysAdvice | None = None
        self._is_tall = self.has_class("-tall")
        self._items: tuple[AgendaItem, ...] = ()
        self._day_hint = ""
        for tile in (self.urgent, self.advice):
            tile.why = key_of(ADVICE_OF_TODAY)
            tile.display = False
        side = Vertical(self.advice, self.week, id="side")
        yield self.urgent
        yield Container(self.agenda, self.chart, self.logged, side, id="day")

    def read_diary(self) -> None:
        """Two weeks of pain and sleep, today's entries with the newest first, this week in words."""
        repository, clock = self.desk.repository, self.desk.clock
        facts = self._facts_at_first()
        if facts or not self._has_week:
            self._show_agenda(facts)
        self._show_logged()
        today = clock.today()
        first = today - dt.timedelta(days=DAYS_SHOWN - 1)
        self.chart.days = days_of(repository, (first, today), clock)
        self.chart.today = today
        self._show_third_column()
        self.call_after_refresh(self._look, facts)

    def _show_logged(self) -> None:
        """Today's entries, the newest first."""
        self.logged.columns = entry_columns()
        self.logged.rows = tuple(
            ListRow(
                entry.id, (say_list_time(entry.at_text), entry.what, self._as_fits(entry.value))
            )
            for entry in reversed(logged_today(self.desk.repository, self.desk.clock))
        )

    def _as_fits(self, value: str) -> str:
        """The parts of a value that have room whole, the first of them always."""
        return value if self.size.width >= WIDE else parts_within(value, LOGGED_ROOM)

    @property
    def _has_week(self) -> bool:
        return bool(self.desk.repository.entries(WeekPlan))

    def _facts_at_first(self) -> "Facts | None":
        """What the lines of a week depend on, so that the list stands in the first picture; later it is looked at in steps."""
        if len(self.agenda.rows) or not self._has_week:
            return None
        from backcare_tui.guidance.gathering import gather

        return gather(self.desk.repository, self.desk.clock)

    def _show_third_column(self) -> None:
        """Where there is room for it, today by the hour and the body of a week."""
        if not self.has_class("-three"):
            return
        from backcare_tui.screens.today.third_column import ThirdColumn

        third = next(iter(self.query(ThirdColumn)), None) or ThirdColumn()
        third.read_diary(self.desk.repository, self.desk.clock)
        if not third.is_attached:
            self.query_exactly_one("#day").mount(third, after=self.chart)

    async def _look(self, facts: "Facts | None" = None) -> None:
        """Look at the diary, and say step by step what follows: between the steps keys are taken in."""
        from backcare_tui.guidance.gathering import gather

        is_listed = facts is not None or not self._has_week
        facts = facts or gather(self.desk.repository, self.desk.clock)
        await give_way()
        if not is_listed:
            self._show_agenda(facts)
            await give_way()
        self._show_said(facts)
        await give_way()
        self._show_week()
        self._take_as_shown()

    def _show_agenda(self, facts: "Facts | None" = None) -> None:
        self._items = agenda(self.desk.repository, self.desk.clock, facts)
        self._list_agenda()

    def _list_agenda(self) -> None:
        """The day as a list: the next thing first and under the cursor, unless that was moved."""
        before = self.agenda.rows[0].key if len(self.agenda.rows) else ""
        was_first = not before or (self.agenda.row and self.agenda.row.key == before)
        room = self.agenda.scrollable_content_region.width - NOT_WORDS
        self.agenda.border_subtitle = hint(say_progress(self._items, self._day_hint))
        now = self.desk.clock.now()
        self.agenda.rows = agenda_rows(self._items, now, room if room > 0 else USUAL_ROOM)
        if was_first:
            self.agenda.action_move_end(-1)

    def on_resize(self) -> None:
        """More of a line is said where there is room, and one more piece of advice."""
        if len(self.agenda.rows):
            self.call_after_refresh(self._list_agenda)
            self._show_logged()
        self._show_third_column()
        if self._is_tall != self.has_class("-tall"):
            self._is_tall = self.has_class("-tall")
            self.call_after_refresh(self._look)

    def on_screen_resume(self) -> None:
        """What was painted below another screen is only seen now."""
        self.call_after_refresh(self._take_as_shown)

    def _show_said(self, facts: "Facts") -> None:
        """One piece, on a tall terminal two, or what is urgent above all else; or that a check is due."""
        from backcare_tui.guidance.todays_advice import todays_advice

        dismissals = self.desk.repository.entries(Dismissal)
        self._advice = now = todays_advice(facts, dismissals, most=2 if self._is_tall else 1)
        first, rest = now.said[:1], now.said[1:]
        self.urgent.show(first if now.is_urgent else (), after=_say_more(len(rest)))
        self.advice.show(
            () if now.is_urgent else now.said,
            keyed(OFFERS[now.check.why]) if now.check else "",
            aside=now.reading.words if now.reading else "",
            leads={first[0].key: now.act} if now.act else {},
        )
        self.advice.border_subtitle = hint(_say_opens(now))
        self._day_hint = QUIET_HINT if now.is_check_due and not now.said else ""
        self.agenda.border_subtitle = hint(say_progress(self._items, self._day_hint))
        self.set_class(now.is_urgent, "-urgent")
        self.query_exactly_one(Keys).left_out = self._named_above(now)
        self.set_class(bool(now.said) and not now.is_urgent, "-advised")

    def _named_above(self, now: "TodaysAdvice") -> frozenset[str]:
        """What a frame or the next line names already, so that the foot does not say it again."""
        if now.is_urgent:
            return IN_ITS_PLACE
        check = (CHECK_SIGNS.action,) if now.stands or now.is_check_due else ()
        ease = (NOW.action,) if self._items and self._items[0].id == "now" else ()
        return frozenset((*check, *ease))

    def _take_as_shown(self) -> None:
        """What is on the screen rests from tomorrow on; where that cannot be kept, it comes again."""
        repository, settings = self.desk.repository, self.desk.repository.settings()
        # On the first run the welcome lies over this screen, or is about to.
        if not self.is_current or not settings.boundaries_seen or repository.read_only:
            return
        if self._advice:
            today = self.desk.clock.today()
            for name, value in self._advice.remembered(settings, today).items():
                self.desk.note(name, value)

    def on_advice_tile_opened(self, event: AdviceTile.Opened) -> None:
        """Read why; where only the check is offered, make it."""
        event.stop()
        if self._advice and self._advice.said:
            self.action_advice()
        elif self._advice and self._advice.reading:
            self.action_understand()
        else:
            self.action_check_signs()

    def _show_week(self) -> None:
        """This week in words, or the last one while this one is still empty."""
        from backcare_tui.insight.week.brief import brief
        from backcare_tui.insight.week.look import latest_look

        look = latest_look(self.desk.repository, self.desk.clock)
        if look is None:
            self.week.lines = (TEACHES_WEEK,)
            return
        is_this = self.desk.clock.today() <= look.week.last
        self.week.border_title = "This week" if is_this else "Last week"
        lines = brief(look)
        self.week.lines = lines[:1] if self.has_class("-urgent") else lines


def _say_opens(now: "TodaysAdvice") -> str:
    """What the frame of the advice names: nothing where only the check is offered, whose words say its key."""
    if now.stands:
        return CHECK_HINT
    if now.is_check_due:
        return DUE_HINT
    if now.said:
        return WHY_HINT
    return READ_HINT if now.reading else ""


def _say_more(count: int) -> str:
    why = key_of(ADVICE_OF_TODAY)
    return (
        f"And {count} more that {'is' if count == 1 else 'are'} urgent: {why}." if count > 0 else ""
    )
