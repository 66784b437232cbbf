"""Where the diary is, what stands beside it, and the line that moves it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from backcare_tui import screens
from backcare_tui.diary.custody import Custody, MovesDiary
from backcare_tui.exchange.finding import read_path
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.requests import ReopenAfter
from backcare_tui.screens.settings.custody_page import CustodyPage, named
from backcare_tui.text import say_count
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.sheet import Entry
from backcare_tui.wording.moving import say_move, say_stays

NOT_YET = "not there yet; the first entry makes it"
TITLE_OF_MOVE = "Move it to which folder?"
HINT = "~/Documents/backcare"
HOW = (
    "backcare copies the diary and what belongs to it to that folder, reads the copies back, and only then takes the old files away. It "
    "writes over nothing, goes on there at once, and is found there from then on. Backups stay where they are."
)
MOVING = "Moving it …"
HOW_BY_SHELL = (
    "The move is a line that is copied for you. Close backcare, paste it into a shell: it makes the folder, and moves the "
    "diary and what belongs to it without writing over anything."
)


class FolderPage(CustodyPage):
    """Moves the diary that nothing names; of one that is named at the start, the shell has to know."""

    TITLE, ABOUT = "Where it is", "The file and what belongs to it"
    HELP = (
        "Your diary is one file. Its path is copied by the first line. The second asks for another folder and moves the diary "
        "there; if you named the file as you started backcare, it copies the line for a shell that does it."
    )

    def __init__(self, desk: Desk, look: Callable[[], Custody], said: tuple[str, ...] = ()) -> None:
        """Show what `look` finds, under what was said of a move."""
        super().__init__(desk, look)
        self._said = said

    def actions(self, custody: Custody) -> Iterator[tuple[str, str]]:
        """Copy the path, move it, see the backups."""
        yield "copy", "Copy the path"
        if custody.parts:
            yield "move", "Move it to another folder …"
        if self.desk.upkeep.safekeeping:
            yield "backups", "See the backups"

    def found(self, custody: Custody) -> Iterator[Entry]:
        """The path and the size, what stands beside, the backups, how it is moved."""
        if self._said:
            yield named("Done", *self._said)
        size = f"{custody.size:,} bytes" if custody.size else NOT_YET
        locked = ", locked by a passphrase" if custody.is_locked else ""
        yield named("File", custody.path, f"{size}{locked}")
        others = [Path(each).name for each in custody.parts if each != custody.path]
        beside = say_count(custody.beside, "copy of another device", "copies of other devices")
        yield named("Beside it", *(others or ["nothing that belongs to it"]), beside)
        kept = custody.trouble or say_count(custody.backups, "backup")
        yield named("Backups", *filter(None, (custody.backups_folder, kept)))
        yield named("To move it", HOW if self._mover else HOW_BY_SHELL)

    @property
    def _mover(self) -> MovesDiary | None:
        return self.desk.upkeep.mover() if self.desk.upkeep.mover else None

    def do(self, action: str, custody: Custody) -> None:
        """Copy it, ask where to, or open the backups."""
        if action == "copy":
            self.copy(custody.path)
        elif action == "move":
            self._ask(custody)
        elif self.desk.upkeep.safekeeping:
            self.app.push_screen(screens.BackupsPage(self.desk, self.desk.upkeep.safekeeping()))

    def _ask(self, custody: Custody) -> None:
        mover = self._mover

        def take(folder: Path | None) -> None:
            if folder is None:
                return
            if mover:
                self.query_exactly_one(Notice).say(MOVING)
                self.post_message(ReopenAfter(partial(mover, folder), self._refuse))
                return
            line = say_move(custody.parts, custody.path, str(folder))
            self.sheet.entries = (
                named("Copied", line),
                named("Then", say_stays(custody.path, str(folder))),
                *self.found(custody),
            )
            self.copy(line)

        asked = screens.AskLine[Path](
            TITLE_OF_MOVE, "Folder", read_path, str, HINT, HOW if mover else HOW_BY_SHELL
        )
        if mover:
            asked.line.text = str(Path(custody.path).parent)
        self.app.push_screen(asked, take)

    def _refuse(self, words: str) -> None:
        self.query_exactly_one(Notice).say(words, "trouble")
