"""The report: its time and parts at the left, how it reads at the right, and the file it goes to."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.paper import as_written_here
from backcare_tui.commands.trends import ON_REPORT
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import read_day
from backcare_tui.insight.longer.sentences import say_span
from backcare_tui.report.notes import EntryNote, notes_of
from backcare_tui.report.on_it import say_on_report
from backcare_tui.report.parts import ON_REQUEST, PRIVATE, REPORT_PARTS
from backcare_tui.report.report import Report, notes_in, report_of, told_of
from backcare_tui.report.report_paper import report_paper
from backcare_tui.report.writing import REPORT
from backcare_tui.screens.frame.choice_rows import BOX, ROUND, choice, heading
from backcare_tui.screens.frame.choosing_page import ChoosingPage
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.text import say_day, shortened
from backcare_tui.widgets.columns import ListRow

TIMES = {"4": "4 weeks", "12": "12 weeks", "26": "half year", "52": "year"}
"""The times that can be chosen, by their weeks."""
OWN = "own"
NOTE_WIDTH, DAY_WIDTH = 200, 10
TIME, PART, NOTE = "time:", "part:", "note:"
"""What the keys of the rows begin with."""


ReportAsked = tuple[Between, frozenset[str]]
"""The time, and what of it is told only where that is asked for."""
ReportFound = tuple[Report, tuple[EntryNote, ...]]
"""The report, and all notes of its time."""


class ReportPage(ChoosingPage[ReportAsked, ReportFound]):
    """A page or two for a therapist or doctor."""

    CSS_PATH = ["../frame/page.tcss", "../frame/choosing_page.tcss"]
    FILE_NAME, ENDINGS = "back-pain-report", REPORT
    BINDINGS = bindings(*as_written_here(*ON_REPORT))
    HELP = (
        "A page or two for your therapist or doctor. Choose the time and the parts with space or "
        "enter; {report.pdf} writes it to a file: PDF, or .html and .md by its name. Look through it first, as it leaves this computer "
        "with you. Notes, your flare plan, and care of the mind and of an intimate kind with its "
        "medicines, are only in it where you mark them."
    )

    def __init__(self, desk: Desk) -> None:
        """Twelve weeks, all parts, no notes."""
        super().__init__(desk)
        self._time = "12"
        self._span = self._weeks(12)
        self._parts = frozenset[str](REPORT_PARTS)
        self._notes = frozenset[str]()
        self.preview.border_subtitle = "drawings stand in the file"

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
        if id_ in {**PRIVATE, **ON_REQUEST}:
            self.gather()
        else:
            self.show_again()

    def action_own_days(self) -> None:
        """Ask for the first and the last day."""

        def take(span: Between | None) -> None:
            if span:
                self._span = span
                self._choose_time(OWN)

        ask = screens.AskLine[Between](
            "Which days?", "Days", self._read_span, self._say_span, EXAMPLE
        )
        ask.line.text = _write_span(self._span)
        self.app.push_screen(ask, take)

    def _say_span(self, span: Between) -> str:
        return say_span(span, self.desk.clock.today())

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
        self.gather()

    def asked(self) -> ReportAsked:
        """The time up to today, and whether private things are told."""
        if self._time in TIMES:
            self._span = self._weeks(int(self._time))
        return self._span, self._parts & {*PRIVATE, *ON_REQUEST}

    def read(self, diary: Repository, asked: ReportAsked) -> ReportFound:
        """All that may be in it, for the parts to be chosen from."""
        span, private = asked
        report = report_of(diary, self.desk.clock, span, parts=private)
        return report, notes_of(told_of(diary, span, private), span)

    def show(self, found: ReportFound) -> None:
        """The parts and notes that are chosen."""
        report, notes = found
        chosen = tuple(note for note in notes if note.id in self._notes)
        report = msgspec.structs.replace(report, notes=chosen)
        # Notes are in it wherever one was marked.
        parts = {*self._parts, "notes"}
        self.paper = report_paper(report, parts)
        self.on_it = say_on_report(self.paper, report.about, parts)
        self.show_choices(self._rows(notes))
        self.entitle("Report", self._say_span(self._span))

    def _rows(self, notes: Iterable[EntryNote]) -> Iterable[ListRow]:
        yield heading("time", "Time")
        for weeks, name in TIMES.items():
            yield choice(TIME + weeks, f"The last {name}", ROUND, is_in=weeks == self._time)
        own = f"Own days: {self._say_span(self._span)}" if self._time == OWN else "Own days …"
        yield choice(TIME + OWN, own, ROUND, is_in=self._time == OWN)
        yield heading("parts", "Parts")
        for part, name in {**REPORT_PARTS, **PRIVATE, **ON_REQUEST}.items():
            if part != "notes":
                yield choice(PART + part, name, BOX, is_in=part in self._parts)
        listed = tuple(notes_in(notes, self._parts))
        if listed:
            yield heading("notes", "Notes, those you mark")
        for note in listed:
            words = f"{say_day(note.day):<{DAY_WIDTH}}  {shortened(note.text, NOTE_WIDTH)}"
            yield choice(NOTE + note.id, words, BOX, is_in=note.id in self._notes)


EXAMPLE = "2026-09-01 to 2026-11-23"


def _write_span(span: Between) -> str:
    return f"{span[0]} to {span[1]}"
