"""The diary by the month: a day that is open takes its number, any other opens."""

import datetime as dt
from collections.abc import Iterable
from statistics import mean

from textual import work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import IN_MONTH, PAIN_OF_DAY
from backcare_tui.diary.derived import nights_by_day, pain_by_day, time_asleep
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.library.scales import severity_word
from backcare_tui.screens.diary.catch_up import NOON
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.frame.requests import OpenDay
from backcare_tui.text import (
    MONTHS,
    clean,
    say_count,
    say_minutes,
    say_near_day,
    say_number,
    sentence_case,
)
from backcare_tui.widgets.charts.day_messages import DayLooked, DayOpened, TimeMoved
from backcare_tui.widgets.charts.month import DAY, MonthGrid
from backcare_tui.widgets.fields.one_key_scale import OneKeyScale
from backcare_tui.widgets.fields.pain_scale import PainScale


class MonthPage(Page[None]):
    """A calendar of days, each with its pain; a digit is the pain of an open one."""

    CSS_PATH = ["../frame/page.tcss", "month.tcss"]
    AUTO_FOCUS = "MonthGrid"
    BINDINGS = bindings(*IN_MONTH, *PAIN_OF_DAY)
    HELP = (
        "A month of days, each with its pain; a ring stands for a day without a number. There a digit "
        "takes it down at once, for that day. {page.close} goes back to the list."
    )

    def __init__(self, desk: Desk, day: dt.date) -> None:
        """The month of a day."""
        super().__init__(desk)
        self._day = min(day, desk.clock.today())
        self._keeping: set[dt.date] = set()
        """The days whose number is on its way to the disk."""

    def compose_page(self) -> Iterable[Widget]:
        """What is known of the day, its number on the scale, and the calendar."""
        self.grid = MonthGrid(self.desk.repository.settings().first_weekday, id="month")
        self.said = Static(id="said", markup=False)
        self.scale = OneKeyScale(id="scale")
        self.scale.can_focus = False  # the digits are the page's own: the cursor stays on the days
        yield self.said
        yield self.scale
        yield self.grid

    def on_mount(self) -> None:
        """Show the month, and listen for changes."""
        self.desk.changed.subscribe(self, self._take_change)
        self._show()

    def _take_change(self, _changed: DiaryChanged) -> None:
        self._show()
        self._take_notice(self.desk.said)  # which stands after the title

    def _show(self) -> None:
        """Read the month of the day, and say what is known of it."""
        today = self.desk.clock.today()
        first = self._day.replace(day=1)
        last = (first + DAY * 31).replace(day=1) - DAY
        pain = pain_by_day(self.desk.repository.entries(Pain, (first, last)))
        self.grid.show(pain, self._day, today)
        days = (min(last, today) - first).days + 1
        known = f"pain {say_number(mean(pain.values()))}, " if pain else ""
        self.entitle(
            f"{MONTHS[first.month - 1]} {first.year}",
            f"{known}{len(pain)} of {say_count(days, 'day')} taken down",
        )
        known_of_day = pain.get(self._day)
        self.said.update(self._say_day(known_of_day))
        self.scale.severity = None if known_of_day is None else round(known_of_day)

    def _say_day(self, pain: float | None) -> Content:
        """The day under the cursor: what it has, or that it is open."""
        day = sentence_case(say_near_day(self._day, self.desk.clock.today()))
        night = nights_by_day(self.desk.repository.entries(Night, (self._day, self._day))).get(
            self._day
        )
        asleep = time_asleep(night, self.desk.clock) if night else None
        slept = "" if asleep is None else f" · slept {say_minutes(asleep)}"
        if pain is None:
            asks = " · a digit is its pain, - is 10"
            return Content.assemble((day, "bold $here"), (slept, "$quiet"), (asks, "$next"))
        said = f" · pain {say_number(pain)} {severity_word(round(pain))}"
        return Content.assemble(
            (day, "bold $here"), clean(said), (slept, "$quiet"), (" · enter opens it", "$quiet")
        )

    def on_day_looked(self, event: DayLooked) -> None:
        """Another day, up to today."""
        event.stop()
        self._day = min(event.day, self.desk.clock.today())
        self._show()

    def on_day_opened(self, event: DayOpened) -> None:
        """The day in the list."""
        event.stop()
        self.app.post_message(OpenDay(event.day))
        self.dismiss(None)

    def on_time_moved(self, event: TimeMoved) -> None:
        """An earlier or a later month."""
        event.stop()
        self.action_turn(event.by)

    def action_turn(self, by: int) -> None:
        """The month before or after, as far as there are days."""
        first = self._day.replace(day=1)
        other = (first + DAY * 31 if by > 0 else first - DAY).replace(day=1)
        if other <= self.desk.clock.today():
            last = (other + DAY * 31).replace(day=1) - DAY
            day = min(self._day.day, last.day)
            self._day = min(other.replace(day=day), self.desk.clock.today())
            self._show()

    def on_pain_scale_chosen(self, event: PainScale.Chosen) -> None:
        """A click on the scale is the number of an open day; of any other it stays."""
        event.stop()
        if event.severity is not None:
            self._show()
            self.action_take(event.severity)

    def action_take(self, severity: int) -> None:
        """Take down the pain of the day under the cursor, where it is open."""
        day, today = self._day, self.desk.clock.today()
        if day in self._keeping or self.desk.repository.entries(Pain, (day, day)):
            near = sentence_case(say_near_day(day, today))
            self.show_notice(f"{near} has its number; enter opens it to change it", is_trouble=True)
        else:
            self._keeping.add(day)
            self._keep(day, severity)

    @work
    async def _keep(self, day: dt.date, severity: int) -> None:
        clock = self.desk.clock
        now = clock.now()
        at = now if day == now.date() else clock.local(dt.datetime.combine(day, NOON))
        words = f"Pain {severity} {severity_word(severity)}"
        await self.desk.add(Pain(at=at, severity=severity), words=words, complain=self._complain)
        self._keeping.discard(day)

    def _complain(self, sentence: str) -> None:
        self.show_notice(sentence, is_trouble=True)

    def action_check_in(self) -> None:
        """Take down pain of the day under the cursor, with all that goes with it."""
        self.app.push_screen(screens.CheckIn(self.desk, day=self._day))

    def action_night(self) -> None:
        """Take down the night before that day."""
        self.app.push_screen(screens.NightForm(self.desk, day=self._day))
