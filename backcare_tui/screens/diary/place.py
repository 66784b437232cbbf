"""The diary: ten years of days at the left, the chosen one in full beside them."""

import asyncio
import datetime as dt
from collections.abc import Iterable, Sequence
from functools import partial

from textual import on, work
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import ON_DAYS, ON_ENTRIES, REMOVE_ENTRY
from backcare_tui.commands.keymap import key_of, keyed
from backcare_tui.diary.derived import areas_that_hurt, worst_by_area
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import ENTRIES
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.when import read_day, span_of
from backcare_tui.guidance.logged import time_text
from backcare_tui.screens.diary.days import DayRows
from backcare_tui.screens.frame.breakpoints import NORMAL, WIDE
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.entry_list import OnEntries, entry_columns, parts_within
from backcare_tui.screens.frame.finding import OffersSearch
from backcare_tui.text import (
    clean,
    say_count,
    say_day,
    say_list_time,
    say_near_day,
    sentence_case,
    time_width,
)
from backcare_tui.widgets.body.body_figure import BodyFigure
from backcare_tui.widgets.body.silhouette import views_of
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.search_line import SearchLine
from backcare_tui.wording.details import say_details
from backcare_tui.wording.entries import say_entry
from backcare_tui.wording.fields.context import FieldContext, context_of
from backcare_tui.wording.said import newest_first

TEACHES = "Your days will be listed here. Press {entry.check-in} to take down pain, or {entry.night} for last night."

BESIDE_WORDS = 54
"""Columns of what stands beside the words of an entry, besides its time: a scrollbar, too."""
SEARCH = "search"
"""The search that is under way."""


class Diary(OnEntries, OffersSearch):
    """The second place."""

    MODE = "diary"
    CSS_PATH = "place.tcss"
    AUTO_FOCUS = "#days"
    BINDINGS = bindings(*ON_ENTRIES, *ON_DAYS)
    HELP = (
        "Every day, newest first; the one under the cursor stands open beside the list. "
        "Tab goes to its entries, where enter changes one; {entry.check-in} takes down pain for that day."
    )

    def __init__(self, desk: Desk) -> None:
        """All days are shown at first."""
        super().__init__(desk)
        self._sought = ""
        self._known = FieldContext(desk.clock)
        self._today = desk.clock.today()
        """What was today when the days were listed."""

    def compose_place(self) -> Iterable[Widget]:
        """Days, and beside them the day."""
        self.days = Rows(
            columns=(ListColumn(), ListColumn(5), ListColumn(7, "right")),
            empty=keyed(TEACHES),
            id="days",
        )
        self.search = SearchLine(self.days, "search: garden, ibuprofen, …", id="search")
        self.listed = Vertical(self.search, self.days, id="listed", classes="tile")
        self.day = Rows(
            columns=entry_columns(),
            empty=keyed(
                "Nothing was taken down on this day. Press {entry.check-in} to add pain for it."
            ),
            id="day",
            classes="tile entries",
        )
        self.details = Static(id="details", markup=False)
        self.body, self.large = BodyFigure(compact=True, id="body"), BodyFigure(id="large-body")
        self.hurts = Container(self.body, self.large, id="hurts")
        self.below = Horizontal(self.details, self.hurts, id="below", classes="tile")
        yield Horizontal(self.listed, Vertical(self.day, self.below, id="right"), id="columns")

    def read_diary(self) -> None:
        """The days there are; each is read when it comes into view."""
        today = self.desk.clock.today()
        self._known = context_of(self.desk.repository, self.desk.clock)
        span = self.desk.repository.span()
        # Whoever lands in the west has a day of entries that is still to come there.
        days = span_of(min(today, span[0]), max(today, span[1]))[::-1] if span else ()
        self.days.empty = keyed(TEACHES)
        if self._sought:
            self.days.empty = "Looking …"
            self._find(self._sought)
            return
        self.listed.border_title = "Days"
        before, self._today, row = self._today, today, self.days.row
        self.days.rows = DayRows(days, self.desk.repository, self.desk.clock)
        if row and row.key == before.isoformat() != today.isoformat():
            self.days.select(today.isoformat())
        self._show_day()

    def on_mount(self) -> None:
        """Nothing is searched for yet; look once for what cannot be shown."""
        self.search.display = False
        self.count_troubles()

    @work(thread=True, exclusive=True, group="troubles", exit_on_error=False)
    def count_troubles(self) -> None:
        """Say how many entries hold a bad value and are left out; this reads every document."""
        count = len(self.desk.repository.troubles)
        words = f"{say_count(count, 'entry', 'entries')} left out: backcare check" if count else ""
        self.app.call_from_thread(setattr, self.listed, "border_subtitle", words)

    @on(Rows.Highlighted, "#days")
    def look_at_day(self) -> None:
        """Open the day under the cursor."""
        self._show_day()

    @on(Rows.Highlighted, "#day")
    def look_at_entry(self) -> None:
        """Open the entry under the cursor."""
        self._show_entry()

    @on(Rows.Chosen, "#days")
    def go_to_entries(self) -> None:
        """Enter on a day goes to its entries."""
        self.day.focus()

    def _chosen_day(self) -> dt.date:
        """The day under the cursor; where that was today, it goes on being today after midnight."""
        row = self.days.row
        day = dt.date.fromisoformat(row.key) if row else self._today
        return self.desk.clock.today() if day == self._today else day

    def _records_of(self, day: dt.date) -> list[Record]:
        """All that was taken down for a day, the night first, then by the clock."""
        entries = self.desk.repository.entries
        records = [record for kind in ENTRIES for record in entries(kind, (day, day))]
        return sorted(
            records, key=lambda record: (not isinstance(record, Night), record.time_order)
        )

    def _show_day(self) -> None:
        day = self._chosen_day()
        records = self._records_of(day)
        self.day.border_title = Content(sentence_case(say_near_day(day, self.desk.clock.today())))
        self.day.columns = entry_columns(is_tight=self._room is not None)
        self.day.rows = tuple(map(self._row, records))
        nights = sum(isinstance(record, Night) for record in records)
        twice = (
            f"{nights} nights: {key_of(REMOVE_ENTRY)} deletes the wrong one" if nights > 1 else ""
        )
        self.day.border_subtitle = Content(twice)
        pains = [record for record in records if isinstance(record, Pain)]
        self.hurts.display = any(map(areas_that_hurt, pains))
        self.body.heat = self.large.heat = worst = worst_by_area(pains)
        backward = any("back" in views_of(area) for area in worst)
        self.body.view = "back" if backward or not worst else "front"
        self._show_entry()

    def _row(self, record: Record) -> ListRow:
        what, value = say_entry(record)
        said = value if self._room is None else parts_within(value, self._room)
        return ListRow(record.id, (say_list_time(time_text(record)), what, said))

    @property
    def _room(self) -> int | None:
        """Cells for what an entry says, where they are few and the whole stands below; else `None`."""
        # By the terminal, as below a dialog the classes of its size follow later.
        width = self.app.size.width
        return width - BESIDE_WORDS - time_width() if NORMAL <= width < WIDE else None

    def on_resize(self) -> None:
        """Say as much of an entry as has room."""
        self._show_day()

    def _show_entry(self) -> None:
        row = self.day.row
        records = self._records_of(self._chosen_day())
        record = next((record for record in records if row and record.id == row.key), None)
        text = "\n".join(say_details(record, self._known)) if record else ""
        self.details.update(Content(clean(text, lines=True)))
        self.below.set_class(record is None, "-empty")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name only what can be done now."""
        if action == "go_to_day":
            return self.is_mounted and self.days.row is not None
        return super().check_action(action, parameters)

    @on(SearchLine.Typed)
    def search_days(self, event: SearchLine.Typed) -> None:
        """Search as one types."""
        self._seek(event.words)

    def _seek(self, words: str) -> None:
        """List the days that have these words; all of them for none."""
        self._sought = words.strip()
        if not self._sought:
            self.workers.cancel_group(self, SEARCH)
        self.read_diary()

    @work(exclusive=True, group=SEARCH)
    async def _find(self, words: str) -> None:
        """List the days that have these words: some months at a time, so that keys come between."""
        days: list[dt.date] = []
        for some in newest_first(self.desk.repository):
            found = self.desk.entry_words.found(some, words, self._known)
            new = tuple(dict.fromkeys(record.day for record in found))
            if new or not days:
                days += new
                self._list_found(words, days)
            await asyncio.sleep(0)
        self.days.empty = "No day has these words. Press esc to see all days."
        self._list_found(words, days)

    def _list_found(self, words: str, days: Sequence[dt.date]) -> None:
        title = f"Days with “{clean(words)}” · {len(days)}"
        self.listed.border_title = Content(title)
        self.days.rows = DayRows(tuple(days), self.desk.repository, self.desk.clock)
        self._show_day()

    def action_show_all(self) -> None:
        """List all days again."""
        self.search.vanish()
        self._seek("")

    def action_go_to_day(self) -> None:
        """Ask for a day, and go there."""
        clock = self.desk.clock
        read = partial(read_day, clock=clock)
        hint = "2026-11-21, mon, 3 days ago"
        self.app.push_screen(screens.AskLine("Go to a day", "Day", read, say_day, hint), self.go_to)

    def go_to(self, day: dt.date | None) -> None:
        """Put the cursor on a day, or on the nearest there is."""
        if day is None:
            return
        if self.search.display:
            self.action_show_all()
        if not self.days.select(day.isoformat()):
            self.days.cursor = len(self.days.rows) - 1
            self.desk.say(f"the diary begins after {say_day(day, self.desk.clock.today())}")

    def action_month(self) -> None:
        """The month of the chosen day."""
        self.app.push_screen(screens.MonthPage(self.desk, self._chosen_day()))

    def action_check_in(self) -> None:
        """Take down pain of the chosen day."""
        self.app.push_screen(screens.CheckIn(self.desk, day=self._chosen_day()))

    def action_night(self) -> None:
        """Take down the night before the chosen day."""
        self.app.push_screen(screens.NightForm(self.desk, day=self._chosen_day()))
