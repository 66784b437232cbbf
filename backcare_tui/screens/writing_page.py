"""A page that is written to a file: asks where to, writes it, and says where it is."""

from pathlib import Path
from typing import ClassVar

from textual.content import Content

from backcare_tui.report.paper import Paper
from backcare_tui.report.writing import CannotWrite, IsThere, read_target, write_page
from backcare_tui.screens.ask import AskLine
from backcare_tui.screens.choice import Answer, Choice
from backcare_tui.screens.page import Page
from backcare_tui.text import clean
from backcare_tui.widgets.notice import Notice


class WritingPage(Page[None]):
    """A page with a `Notice`, and with a paper that can be written."""

    FILE_NAME: ClassVar[str]
    """What the proposed file is called, before its day."""
    ENDINGS: ClassVar[tuple[str, ...]]
    """What a file's name may end in."""

    paper: Paper
    """What is written."""

    def action_write(self, ending: str) -> None:
        """Ask for the file, then write the page; never over another file unasked."""
        proposed = f"~/{self.FILE_NAME}-{self.desk.clock.today()}.{ending}"
        ask = AskLine[Path]("Write it to a file", "File", self._read, str, proposed)
        ask.line.text = proposed

        def take(target: Path | None) -> None:
            if target:
                self._write(target, force=False)

        self.app.push_screen(ask, take)

    def _read(self, text: str) -> Path:
        return read_target(text, self.ENDINGS)

    def _write(self, target: Path, *, force: bool) -> None:
        notice = self.query_exactly_one(Notice)
        try:
            write_page(self.paper, target, force=force)
        except IsThere as error:
            self._ask_to_write_over(target, str(error))
        except CannotWrite as error:
            notice.say(str(error), "trouble")
        else:
            notice.say(f"written: {target}")

    def _ask_to_write_over(self, target: Path, sentence: str) -> None:
        def take(answer: str | None) -> None:
            if answer == "over":
                self._write(target, force=True)
            else:
                self.query_exactly_one(Notice).say("nothing was written")

        answers = (
            Answer("n", "", "leave it as it is"),
            Answer("o", "over", "write over it"),
        )
        self.app.push_screen(Choice("Write over it?", Content(clean(sentence)), answers), take)
