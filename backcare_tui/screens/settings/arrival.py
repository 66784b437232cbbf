"""What a file would bring, before it is taken in as one change."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from backcare_tui.commands.hints import hint
from backcare_tui.diary.repository import CannotKeep, Change, Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.exchange import (
    Batch,
    CannotImport,
    ImportOutcome,
    Wishes,
    bring_in,
    read,
    say_outcome,
)
from backcare_tui.exchange.saying import IN_THE_SHELL
from backcare_tui.screens.frame.choice_rows import BOX, choice
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.text import clean, say_count
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Entry, Sheet

READING = "Reading it …"
STOPS = "esc stops"
NOTHING_NEW = "Nothing to take in: the diary has all that can be taken of it."
NOTHING_KNOWN = "Nothing in it could be taken."
NOT_NEW = "Nothing of it is new by now."
WAYS = replace(
    IN_THE_SHELL,
    changes="a line above takes the file's",
    removed="a line above takes such in again",
    all="those are not shown",
)


class LookedAway(Exception):
    """Nobody waits for it any more."""


class Arrival(Page[None]):
    """One file: what it holds that the diary does not, and the line that takes it in."""

    CSS_PATH = ["../frame/page.tcss", "arrival.tcss"]
    AUTO_FOCUS = "#ways"
    HELP = (
        "What is in the file and not in the diary; nothing is taken in yet. Enter takes it in as one change, which undo "
        "takes back. What you wrote stays as it is, unless a line here says otherwise and you turn it on."
    )

    @dataclass
    class ReadSoFar(Message):
        """How far the reading is."""

        words: str

    @dataclass
    class OutcomeKnown(Message):
        """It is known what the file would bring, or why nothing."""

        batch: Batch | None
        outcome: ImportOutcome | None = None
        error: str = ""

    def __init__(self, desk: Desk, path: Path) -> None:
        """Look into a file."""
        super().__init__(desk)
        self._path = path
        self._batch: Batch | None = None
        self._outcome: ImportOutcome | None = None
        self._wishes = Wishes()

    def compose_page(self) -> Iterable[Widget]:
        """What can be done, over what it would bring."""
        self.ways = Rows(
            columns=(ListColumn(3), ListColumn()), empty=READING, id="ways", classes="tile"
        )
        self.sheet = Sheet(id="sheet")
        self.text = VerticalScroll(self.sheet, id="text", classes="tile")
        self.text.border_title = "What it would bring"
        yield self.ways
        yield self.text

    def on_mount(self) -> None:
        """Read it; what is changed here or taken back is another thing to it."""
        self.entitle(self._path.name)
        self.ways.border_subtitle = hint(STOPS)
        self.desk.changed.subscribe(self, lambda _: self._look())
        self._look()

    def _look(self) -> None:
        self._plan(self.desk.repository.snapshot(), self._batch, self._wishes)

    @work(thread=True, exclusive=True, group="looking", exit_on_error=False)
    def _plan(self, diary: Repository, batch: Batch | None, wishes: Wishes) -> None:
        """In a thread, as a large file takes a while; whoever leaves stops it."""
        worker = get_current_worker()

        def progress(what: str, done: int) -> None:
            if worker.is_cancelled:
                raise LookedAway
            if done:
                self.post_message(self.ReadSoFar(f"{done:,} {what} …"))

        try:
            batch = batch or read(self._path, None, self.desk.clock, progress)
            outcome = bring_in(diary, batch, dry_run=True, wishes=wishes, progress=progress)
        except (CannotImport, BadValue) as error:
            self.post_message(self.OutcomeKnown(None, error=str(error)))
        except LookedAway:
            return
        else:
            self.post_message(self.OutcomeKnown(batch, outcome))

    def on_arrival_read_so_far(self, event: ReadSoFar) -> None:
        """Say how far it is."""
        event.stop()
        if self._outcome is None:
            self.ways.empty = event.words

    def on_arrival_outcome_known(self, event: OutcomeKnown) -> None:
        """Show it."""
        event.stop()
        self._batch, self._outcome = event.batch, event.outcome
        if event.error:
            self.ways.rows, self.ways.empty = (), event.error
            self.ways.border_subtitle = hint("esc back to the line")
            self.text.display = False
        elif self._outcome is not None:
            self._show(self._outcome)

    def _show(self, outcome: ImportOutcome) -> None:
        self.ways.rows = tuple(self._lines(outcome))
        self.ways.empty = NOTHING_KNOWN if outcome.is_empty else NOTHING_NEW
        self.ways.border_subtitle = hint("enter takes it in" if self.ways.rows else "esc back")
        self.ways.styles.height = max(len(self.ways.rows), 1) + 2
        self._tell(outcome, dry_run=True)

    def _lines(self, outcome: ImportOutcome) -> Iterator[ListRow]:
        if count := _taken(outcome, self._wishes):
            words = f"Take in {say_count(count, 'entry', 'entries')}; one undo takes that back"
            yield ListRow("take", (Content.styled(" ▸ ", "$next"), words))
        if outcome.differences:
            differ = say_count(len(outcome.differences), "entry reads", "entries read")
            words = f"{differ} otherwise: take the file's"
            yield choice("changes", words, BOX, is_in=self._wishes.changes)
        if outcome.removed or self._wishes.removed:
            words = "What you removed here: take it in again"
            yield choice("removed", words, BOX, is_in=self._wishes.removed)

    def _tell(self, outcome: ImportOutcome, *, dry_run: bool) -> None:
        if self._batch:
            said = say_outcome(
                self._batch, outcome, dry_run=dry_run, wishes=self._wishes, ways=WAYS
            )
            self.sheet.entries = tuple(Entry("", (Content(clean(words)),), 2) for words in said)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Take it in, or take more of it."""
        event.stop()
        turned = {
            "changes": Wishes(changes=not self._wishes.changes, removed=self._wishes.removed),
            "removed": Wishes(changes=self._wishes.changes, removed=not self._wishes.removed),
        }
        if event.row.key in turned:
            self._wishes = turned[event.row.key]
            self._look()
        elif self._batch:
            self._take(self._batch, self._wishes)

    @work
    async def _take(self, batch: Batch, wishes: Wishes) -> None:
        """As one change, which is said once it is on the disk."""
        await self.desk.keep(_taking(self.desk.repository, batch, wishes))


def _taking(repository: Repository, batch: Batch, wishes: Wishes) -> Callable[[], Change]:
    def take() -> Change:
        change = bring_in(repository, batch, dry_run=False, wishes=wishes).change
        if change is None:
            raise CannotKeep(NOT_NEW)
        return change

    return take


def _taken(outcome: ImportOutcome, wishes: Wishes) -> int:
    """How many entries of the diary would be new or other ones."""
    changed = outcome.changed if wishes.changes else 0
    return outcome.added + outcome.filled + changed
