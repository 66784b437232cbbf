"""The days of the last week without a check-in, one key a day."""

import datetime as dt

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import SKIP_DAY, closed_by
from backcare_tui.commands.hints import hint
from backcare_tui.diary.habits import days_without
from backcare_tui.diary.records.pain import Pain
from backcare_tui.library.scales import severity_word
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.screens.frame.old_keys import SaysMoved
from backcare_tui.text import say_count, say_near_day
from backcare_tui.widgets.fields.one_key_scale import OneKeyScale
from backcare_tui.widgets.fields.pain_scale import PainScale
from backcare_tui.widgets.marked import complaint

NOON = dt.time(12)
"""What was felt on a day gone by is taken down for the middle of it."""


class CatchUp(Dialog[None], SaysMoved):
    """A digit saves the day and goes on to the one before it."""

    CSS_PATH = "../frame/dialogs.tcss"
    AUTO_FOCUS = "PainScale"
    BINDINGS = bindings(SKIP_DAY, closed_by("enter"))

    def __init__(self, desk: Desk) -> None:
        """Find the days."""
        super().__init__()
        self.desk = desk
        self._skipped = 0
        self._find_days()

    def _find_days(self) -> None:
        self._today = today = self.desk.clock.today()
        entries = self.desk.repository.entries(Pain, (today - dt.timedelta(days=7), today))
        self._left = days_without((entry.day for entry in entries), today)

    def compose(self) -> ComposeResult:
        """The day and the scale."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = "Days without a check-in"
            dialog.border_subtitle = hint("{catch-up.skip} skips · {dialog.close} closes")
            self.scale = OneKeyScale()
            yield Static(id="day", markup=False)
            yield self.scale

    def on_mount(self) -> None:
        """Ask for the first day; after midnight the days are others."""
        self._ask()
        self.desk.changed.subscribe(self, self._take_change)

    def on_unmount(self) -> None:
        """What is closed hears of nothing any more."""
        self.desk.changed.unsubscribe(self)

    def _take_change(self, _changed: DiaryChanged) -> None:
        if self.desk.clock.today() != self._today:
            self._find_days()
            self._ask()

    def _ask(self, before: str = "") -> None:
        if not self._left:
            self.dismiss(None)
            skipped = say_count(self._skipped, "day was", "days were")
            done = f"{skipped} skipped" if self._skipped else "the last seven days are complete"
            self.desk.say(done)
            return
        day = say_near_day(self._left[0], self.desk.clock.today())
        more = f" ({len(self._left) - 1} more after it)" if len(self._left) > 1 else ""
        line = f"How was your back {day if day == 'yesterday' else f'on {day}'}?{more}"
        self.query_exactly_one("#day", Static).update(Content(f"{before}{line}"))
        self.scale.severity = None

    @work
    async def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        """Save the day, then the next."""
        if event.severity is None:
            return
        day, severity = self._left[0], event.severity
        at = self.desk.clock.local(dt.datetime.combine(day, NOON))
        words = f"Pain {severity} {severity_word(severity)}, {say_near_day(day, self.desk.clock.today())}"
        entry = Pain(at=at, severity=severity)
        if await self.desk.add(entry, words=words, complain=self._complain):
            self._left = self._left[1:]
            self._ask(f"Saved: {words}.\n")

    def _complain(self, sentence: str) -> None:
        self.query_exactly_one("#day", Static).update(complaint(sentence))

    def action_skip(self) -> None:
        """Leave the day as it is."""
        self._skipped += 1
        self._left = self._left[1:]
        self._ask()
