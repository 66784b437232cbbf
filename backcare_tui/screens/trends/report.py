"""The report: its time and parts at the left, how it reads at the right, and the file it goes to."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
from textual import work
from textual.message import Message

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.trends import ON_REPORT
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import read_day
from backcare_tui.report.notes import EntryNote, notes_of
from backcare_tui.report.on_it import say_on_report
from backcare_tui.report.parts import PRIVATE, REPORT_PARTS
from backcare_tui.report.report import Report, notes_in, report_of, told_of
from backcare_tui.report.report_paper import report_paper
from backcare_tui.report.writing import REPORT
from backcare_tui.screens.frame.choosing_page import BOX, ROUND, ChoosingPage, choice, heading
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import say_day, shortened
from backcare_tui.widgets.columns import ListRow

TIMES = {"4": "4 weeks", "12": "12 weeks", "26": "half year", "52": "year"}
"""The times that can be chosen, by their weeks."""
OWN = "own"
NOTE_WIDTH, DAY_WIDTH = 40, 10
TIME, PART, NOTE = "time:", "part:", "note:"
"""What the keys of the rows begin with."""


class ReportPage(ChoosingPage):
    """A page or two for a therapist or doctor."""

    CSS_PATH = ["../frame/page.tcss", "../frame/choosing_page.tcss"]
    FILE_NAME, ENDINGS = "back-pain-report", REPORT
    BINDINGS = bindings(*ON_REPORT)
    HELP = (
        "A page or two for your therapist or doctor. Choose the time and the parts with space or "
        "enter; p, h and m write it to a file. Look through it first, as it leaves this computer "
        "with you. Notes, and care of the mind and of an intimate kind with its medicines, are only "
        "in it where you mark them."
    )

    @dataclass
    class Gathered(Message):
        """The diary was read."""

        of: tuple[Between, frozenset[str]]
        """The time and the parts that it was read for."""
        report: Report
        notes: tuple[EntryNote, ...]

    def __init__(self, desk: Desk) -> None:
        """Twelve weeks, all parts, no notes."""
        super().__init__(desk)
        self._time = "12"
        self._span = self._weeks(12)
        self._parts = frozenset[str](REPORT_PARTS)
        self._notes = frozenset[str]()
        self._report: Report | None = None
        self._asked_for = ""
        """What was to be written before the diary was read."""
        self._all_notes: tuple[EntryNote, ...] = ()
        self.preview.border_subtitle = "drawings stand in the file"

    def on_mount(self) -> None:
        """Show what is chosen; entries may be made elsewhere."""
        self.desk.changed.subscribe(self, lambda _: self._read_diary())
        self._read_diary()

    def mark(self, kind: str, id_: str) -> None:
        """Choose a time, take a part or a note in, or leave it out."""
        if kind == "time" and id_ == OWN:
            self.action_own_days()
            return
        if kind == "time":
            self._choose_time(id_)
            return
        if kind == "part":
            self._parts ^= {id_}
        else:
            self._notes ^= {id_}
        if id_ in PRIVATE:
            self._read_diary()
        else:
            self._show()

    def action_own_days(self) -> None:
        """Ask for the first and the last day."""

        def take(span: Between | None) -> None:
            if span:
                self._span = span
                self._choose_time(OWN)

        ask = screens.AskLine[Between]("Which days?", "Days", self._read_span, _say_span, EXAMPLE)
        ask.line.text = _say_span(self._span)
        self.app.push_screen(ask, take)

    def _weeks(self, weeks: int) -> Between:
        today = self.desk.clock.today()
        return today - dt.timedelta(days=weeks * 7 - 1), today

    def _read_span(self, text: str) -> Between:
        first, separator, last = text.partition(" to ")
        if not separator:
            raise ValueError(f"days: {EXAMPLE} is how two days are written.")
        clock = self.desk.clock
        try:
            span = read_day(first, clock), read_day(last, clock)
        except BadValue as error:
            raise ValueError(str(error)) from error
        if span[0] > span[1]:
            raise ValueError(f"days: {span[0]} lies after {span[1]}.")
        return span

    def _choose_time(self, time: str) -> None:
        self._time = time
        self._read_diary()

    def _read_diary(self) -> None:
        """What the time holds, up to today; of years that takes longer than what is chosen of it."""
        if self._time in TIMES:
            self._span = self._weeks(int(self._time))
        self._report = None  # what was left out must not be written meanwhile
        self._gather(self.desk.repository.snapshot(), self._span, self._parts)

    @work(thread=True, exclusive=True, group="gathering", exit_on_error=False)
    def _gather(self, diary: Repository, span: Between, parts: frozenset[str]) -> None:
        """In a thread, as ten years take a second or two."""
        report = report_of(diary, self.desk.clock, span, parts=parts)
        notes = notes_of(told_of(diary, span, parts), span)
        self.post_message(self.Gathered((span, parts), report, notes))

    def on_report_page_gathered(self, event: Gathered) -> None:
        """Show it, unless something else was chosen meanwhile."""
        event.stop()
        span, parts = event.of
        if (span, parts & PRIVATE.keys()) == (self._span, self._parts & PRIVATE.keys()):
            self._report, self._all_notes = event.report, event.notes
            self._show()
            if ending := self._asked_for:
                self._asked_for = ""
                self.action_write(ending)

    def action_write(self, ending: str) -> None:
        """Ask for the file, once it is known what is written."""
        if self._report is None:
            self._asked_for = ending
        else:
            super().action_write(ending)

    def _show(self) -> None:
        if self._report is None:
            return
        chosen = tuple(note for note in self._all_notes if note.id in self._notes)
        report = msgspec.structs.replace(self._report, notes=chosen)
        # Notes are in it wherever one was marked.
        parts = {*self._parts, "notes"}
        self.paper = report_paper(report, parts)
        self.on_it = say_on_report(self.paper, report.about, parts)
        self.show_choices(self._rows())
        self.entitle("Report", _say_span(self._span))

    def _rows(self) -> Iterable[ListRow]:
        yield heading("time", "Time")
        for weeks, name in TIMES.items():
            yield choice(TIME + weeks, f"The last {name}", ROUND, is_in=weeks == self._time)
        own = f"Own days: {_say_span(self._span)}" if self._time == OWN else "Own days …"
        yield choice(TIME + OWN, own, ROUND, is_in=self._time == OWN)
        yield heading("parts", "Parts")
        for part, name in {**REPORT_PARTS, **PRIVATE}.items():
            if part != "notes":
                yield choice(PART + part, name, BOX, is_in=part in self._parts)
        yield heading("notes", "Notes, those you mark")
        for note in notes_in(self._all_notes, self._parts):
            words = f"{say_day(note.day):<{DAY_WIDTH}}  {shortened(note.text, NOTE_WIDTH)}"
            yield choice(NOTE + note.id, words, BOX, is_in=note.id in self._notes)


EXAMPLE = "2026-09-01 to 2026-11-23"


def _say_span(span: Between) -> str:
    return f"{span[0]} to {span[1]}"
