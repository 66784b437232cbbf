"""A page that is written to a file: asks where to, writes it, and says where it is."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.message import Message
from textual.worker import Worker, WorkerState

from backcare_tui import screens
from backcare_tui.files import CannotWrite, IsThere
from backcare_tui.report.own_words import unmarked
from backcare_tui.report.paper import Paper, Section
from backcare_tui.report.writing import not_shown, read_target, why_no_pdf, write_page
from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.frame.writing_over import ask_to_write_over
from backcare_tui.text import clean
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.sheet import Entry

FAILED = "The file could not be made. The diary itself is as it was."
HTML_CAN = "HTML can show them: give it a name that ends in .html."


class WritingPage(Page[None]):
    """A page with a `Notice`, and with a paper that can be written."""

    @dataclass
    class Tried(Message):
        """A file was written, or not."""

        target: Path
        error: CannotWrite | None
        """Why it was not."""
        not_shown: str = ""
        """What of the page the file cannot show, as a sentence."""

    FILE_NAME: ClassVar[str]
    """What the proposed file is called, before its day."""
    ENDINGS: ClassVar[tuple[str, ...]]
    """What a file's name may end in."""

    paper: Paper
    """What is written."""
    on_it: str = ""
    """What is on it and what is not, in a line that is read before it is written."""

    def action_write(self, ending: str) -> None:
        """Ask for the file, then write the page; never over another file unasked.

        Where no PDF can be made, HTML is offered in its place, and why.
        """
        missing = why_no_pdf() if ending == "pdf" else ""
        ending = "html" if missing else ending
        proposed = f"~/{self.FILE_NAME}-{self.desk.clock.today()}.{ending}"
        about = "\n".join(filter(None, (self.on_it, missing)))
        ask = screens.AskLine[Path]("Write it to a file", "File", self._read, str, proposed, about)
        ask.line.text = proposed

        def take(target: Path | None) -> None:
            if target:
                self._write(self.paper, target, force=False)

        self.app.push_screen(ask, take)

    def _read(self, text: str) -> Path:
        return read_target(text, self.ENDINGS)

    @work(thread=True, group="writing", exit_on_error=False)
    def _write(self, paper: Paper, target: Path, *, force: bool) -> None:
        """In a thread, as a PDF takes a moment."""
        refusal: CannotWrite | None = None
        try:
            write_page(paper, target, force=force)
        except CannotWrite as error:
            refusal = error
        self.post_message(self.Tried(target, refusal, not_shown(paper, target)))

    def on_writing_page_tried(self, event: Tried) -> None:
        """Say where the file is, or why there is none."""
        event.stop()
        notice = self.query_exactly_one(Notice)
        if isinstance(event.error, IsThere):
            write = partial(self._write, self.paper, event.target, force=True)
            ask_to_write_over(self.app, str(event.error), write, notice.say)
        elif event.error:
            notice.say(str(event.error), "trouble")
        elif event.not_shown:
            notice.say(f"written: {event.target}. {event.not_shown} {HTML_CAN}", "trouble")
        else:
            notice.say(f"written: {event.target}")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so where making the file broke, rather than nothing."""
        if event.state == WorkerState.ERROR:
            self.query_exactly_one(Notice).say(FAILED, "trouble")


def entries_of(paper: Paper) -> tuple[Entry, ...]:
    """The page as paragraphs, each section under its name."""
    about = tuple(Content(clean(unmarked(words))) for words in paper.about)
    head = Entry("", (*about, Content.styled(paper.boundary, "$quiet")))
    return (head, *map(_entry, paper.sections))


def _entry(section: Section) -> Entry:
    table = section.table.lines if section.table else ()
    listed = (f"· {words}" for words in (*table, *section.items))
    # What is only drawn is told here in the words that stand for the drawing.
    is_drawn = not (section.lines or table or section.items)
    drawn = (f"{each.title}: {each.description}" for each in section.drawings if is_drawn)
    said = (Content(clean(unmarked(words))) for words in (*section.lines, *drawn, *listed))
    return Entry("", (Content.styled(clean(section.title), "bold $here"), *said), 2)
