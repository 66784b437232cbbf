"""The backups: which there are, and what restoring one would do before it does it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.backups import ON_BACKUPS
from backcare_tui.commands.command import bindings
from backcare_tui.commands.diary import FIND_IN_LIST
from backcare_tui.commands.hints import hint
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.safekeeping import Backup, CannotBackUp, Restoring, Safekeeping, Way
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.screens.frame.finding import Searching
from backcare_tui.screens.frame.page import Page
from backcare_tui.text import say_count, say_list_day, sentence_case, within
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.rows import Rows
from backcare_tui.wording.backups import say_backup, say_reason, say_size, say_table

EMPTY = "No backup yet. The first one is made by itself, before the first change of another day."
READING = "Looking at what it would do …"
SAME = "Nothing: the diary is as this backup has it."
WAYS: dict[Way, str] = {"brought": "back", "taken": "gone", "put back": "changed"}
"""What happens to entries, over the columns that count them."""
WIDTHS = (5, 5, 7)
REFUSALS = CannotBackUp, CannotKeep, CannotOpen
"""What making or restoring one may raise, each with its sentence."""
RESTORE = "restore"
KEEP = ChoiceAnswer("k", "", "Keep the diary as it is")
YES = ChoiceAnswer("y", RESTORE, "Restore it; what stands there now is kept in the backups")


class BackupsPage(Page[None], Searching):
    """Every backup of the diary, newest first."""

    CSS_PATH = ["../frame/page.tcss", "backups.tcss"]
    AUTO_FOCUS = "#backups"
    BINDINGS = bindings(*ON_BACKUPS, FIND_IN_LIST)
    HELP = (
        "Backups are made by themselves: the diary as it was before the first change of a day, for 7 "
        "days, 4 weeks and 12 months. The right side says what restoring one would bring back, take "
        "away and change; enter does it after a question. Restoring is undone by restoring."
    )

    @dataclass
    class Listed(Message):
        """The folder was read."""

        backups: tuple[Backup, ...]
        folder: str
        words: str = ""
        """What was done before."""
        error: str = ""

    @dataclass
    class Compared(Message):
        """A backup was held against the diary."""

        backup: Backup
        difference: Restoring | None
        error: str = ""

    @dataclass
    class Restored(Message):
        """A backup was put in place, or not."""

        backup: Backup
        error: str = ""

    def __init__(self, desk: Desk, safekeeping: Safekeeping) -> None:
        """Show what is kept of the diary on the desk."""
        super().__init__(desk)
        self._safe = safekeeping
        self._backups: tuple[Backup, ...] = ()
        self._difference: Restoring | None = None
        """What restoring the one under the cursor would do, once that is known."""

    def compose_page(self) -> Iterable[Widget]:
        """The list beside what restoring would do, and a line for what was done."""
        self.list = Rows(
            columns=(ListColumn(10), ListColumn(5, "right"), ListColumn(6, "right"), ListColumn()),
            id="backups",
            classes="tile",
        )
        self.list.border_title = "When, entries, size, and why"
        self.list.border_subtitle = hint("enter restores")
        columns = (ListColumn(), *(ListColumn(width, "right") for width in WIDTHS))
        self.telling = Rows(columns=columns, id="telling", classes="tile")
        self.telling.border_title = "What restoring it would do"
        yield self.make_search(self.list, "Mon 12 Oct, by hand, before")
        yield Container(self.list, self.telling, id="both")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        """Read the folder; what is changed elsewhere changes what restoring would do."""
        self.entitle("Backups")
        self.desk.changed.subscribe(self, lambda _: self._compare())
        self._list()

    @work(thread=True, exclusive=True, group="listing", exit_on_error=False)
    def _list(self, words: str = "") -> None:
        """In a thread, as all of them are looked at."""
        self._read_folder(words)

    def _read_folder(self, words: str) -> None:
        try:
            found, folder = self._safe.backups(), str(self._safe.folder)
        except CannotBackUp as error:
            self.post_message(self.Listed((), "", words, str(error)))
        else:
            self.post_message(self.Listed(found, folder, words))

    def on_backups_page_listed(self, event: Listed) -> None:
        """Show them."""
        event.stop()
        self._backups = event.backups
        today = self.desk.clock.today()
        self.say_empty("" if event.error else EMPTY)
        rows = tuple(
            ListRow(
                str(backup.path),
                (
                    say_list_day(backup.day, today),
                    str(backup.entries) if backup.is_whole else "?",
                    say_size(backup),
                    say_reason(backup),
                ),
                style="plain" if backup.is_whole else "quiet",
            )
            for backup in self._backups
        )
        self.show_rows(rows)
        self.entitle("Backups", event.folder)
        self._tell(event.error or event.words, is_trouble=bool(event.error))
        self._compare()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say what restoring this one would do."""
        event.stop()
        if event.rows is self.list:
            self._compare()

    def _compare(self) -> None:
        self._difference = None
        backup = self._chosen()
        self._say(READING if backup and backup.is_whole else "")
        if backup and backup.is_whole:
            self._hold(backup)

    @work(thread=True, exclusive=True, group="comparing", exit_on_error=False)
    def _hold(self, backup: Backup) -> None:
        """Hold a backup against the diary, in a thread, as ten years take a moment."""
        try:
            difference = self._safe.difference(backup)
        except (CannotBackUp, CannotOpen) as error:
            self.post_message(self.Compared(backup, None, str(error)))
        else:
            self.post_message(self.Compared(backup, difference))

    def on_backups_page_compared(self, event: Compared) -> None:
        """Show it, unless the cursor has gone on."""
        event.stop()
        if event.backup != self._chosen():
            return
        self._difference = event.difference
        if event.difference is None:
            self._say(event.error)
            return
        self.telling.empty = SAME
        self.telling.rows = tuple(_rows(event.difference, self.desk.clock.today()))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Enter, or a second click: restore it."""
        event.stop()
        if event.rows is self.list:
            self._ask()

    def _ask(self) -> None:
        """Ask, then restore what is under the cursor."""
        backup, difference = self._chosen(), self._difference
        if backup is None or difference is None or not difference.entries:
            return
        named = sentence_case(say_backup(backup, self.desk.clock.today()))

        def take(answer: str | None) -> None:
            if answer == RESTORE:
                self._restore(backup, difference)

        words = Content(f"{named}.")
        self.app.push_screen(screens.ChoiceDialog("Restore this backup?", words, KEEP, [YES]), take)

    @work(thread=True, group="restoring", exit_on_error=False)
    def _restore(self, backup: Backup, agreed: Restoring) -> None:
        try:
            self._safe.restore(backup, agreed)
        except REFUSALS as error:
            self.post_message(self.Restored(backup, str(error)))
        else:
            self.post_message(self.Restored(backup))

    def on_backups_page_restored(self, event: Restored) -> None:
        """Have every screen read the diary again, and say that it is restored."""
        event.stop()
        if event.error:
            self._tell(event.error, is_trouble=True)
            self._compare()
            return
        self.desk.repository.refresh()
        named = within(say_backup(event.backup, self.desk.clock.today()))
        self.desk.announce(DiaryChanged("elsewhere"), f"restored: {named}")
        self._list("restored; what stood there before is the first one here")

    def action_back_up(self) -> None:
        """Make one now."""
        self._back_up()

    @work(thread=True, group="restoring", exit_on_error=False)
    def _back_up(self) -> None:
        try:
            made = self._safe.back_up()
        except REFUSALS as error:
            self.post_message(self.Listed(self._backups, str(self._safe.folder), error=str(error)))
        else:
            self._read_folder(f"backed up: {say_count(made.entries, 'entry', 'entries')}")

    def _chosen(self) -> Backup | None:
        """The backup under the cursor."""
        key = self.list.row.key if self.list.row else ""
        return next((each for each in self._backups if str(each.path) == key), None)

    def _say(self, words: str) -> None:
        self.telling.rows, self.telling.empty = (), words

    def _tell(self, words: str, *, is_trouble: bool = False) -> None:
        self.query_exactly_one(Notice).say(words, "trouble" if is_trouble else "saved")


def _rows(difference: Restoring, today: dt.date) -> Iterator[ListRow]:
    """What restoring would do, by kind and by day, the latest first."""
    if not difference.entries:
        return
    yield ListRow("kinds", ("By kind", *WAYS.values()), enabled=False, style="heading")
    for table, counts in difference.by_table().items():
        yield ListRow(f"kind:{table}", (say_table(table), *_cells(counts)))
    days = difference.by_day()
    if days:
        yield ListRow("days", ("By day", *WAYS.values()), enabled=False, style="heading")
    for day, counts in days.items():
        yield ListRow(f"day:{day}", (say_list_day(day, today), *_cells(counts)))


def _cells(counts: Mapping[Way, int]) -> Iterator[str]:
    return (str(counts.get(way) or "·") for way in WAYS)
