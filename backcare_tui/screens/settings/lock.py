"""The lock of the diary: set, changed, taken away."""

import asyncio
from collections.abc import Callable, Iterable, Iterator

from textual import work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from backcare_tui import screens
from backcare_tui.commands.hints import hint
from backcare_tui.diary.locksmith import Locksmith
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.values import BadValue
from backcare_tui.extras import how_to_get
from backcare_tui.screens.frame.choice import ChoiceAnswer
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.frame.requests import ReopenAfter
from backcare_tui.screens.settings.passphrase import TypedPassphrase
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.notice import Notice
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.sheet import Entry, Sheet
from backcare_tui.wording.locking import (
    BACK_TO_PLAIN,
    CANNOT_BE_UNDONE,
    CHANGED,
    FORGOTTEN,
    KEY_FROM_BEFORE,
    KEYRING_FORGOT,
    LOGS_ON,
    OPENS_IT,
    STAYS_PLAIN,
)

MAKING = "One moment: the key is being made slow to guess …"
OPENING = "One moment: the key is being opened …"
WORKING = "One moment: the diary and its backups are gone through. It opens again by itself …"
AS_IT_WAS = "nothing was changed"
FORGET_FIRST = "Forgotten, and without the sheet, nobody opens it again."
HOLDS = "The passphrase that holds, or the secret key of the recovery sheet."
KEEP = ChoiceAnswer("k", "", "Keep it locked")
YES = ChoiceAnswer("y", "unlock", "Unlock it for good; it opens again at once")


class LockPage(Page[None]):
    """A line for each thing that can be done with the lock, over what a lock does and does not."""

    CSS_PATH = ["../frame/page.tcss", "lock.tcss"]
    AUTO_FOCUS = "#ways"
    HELP = (
        "A locked diary opens by its passphrase alone: the file, its backups and the copies beside it are encrypted. "
        "Locking shows the recovery sheet first, to be written down; the diary is closed and opened anew for it, "
        "with all that you typed."
    )

    def __init__(self, desk: Desk, locksmith: Locksmith, said: tuple[str, ...] = ()) -> None:
        """Show how the lock stands.

        Args:
            desk: As every page.
            locksmith: What locks and unlocks.
            said: What was just done, to be read first.
        """
        super().__init__(desk)
        self._smith, self._said = locksmith, said

    def compose_page(self) -> Iterable[Widget]:
        """What can be done, what it means, and a line for what was done."""
        self.ways = Rows(columns=(ListColumn(),), id="ways", classes="tile")
        self.ways.border_subtitle = hint("enter does it")
        self.sheet = Sheet(id="sheet")
        self.sheet.is_loose = True
        self.text = VerticalScroll(self.sheet, id="text", classes="tile")
        self.text.border_title = "What a lock does"
        yield self.ways
        yield self.text
        yield Notice(id="notice")

    def on_mount(self) -> None:
        """Show how it stands."""
        self._show()

    def _show(self) -> None:
        smith = self._smith
        self.entitle(
            "Lock", "the diary is locked" if smith.is_locked else "the diary is not locked"
        )
        self.ways.rows = tuple(ListRow(key, (words,)) for key, words in self._actions())
        self.ways.styles.height = len(self.ways.rows) + 2
        said = [Content.styled(words, "$here") for words in self._said]
        told = [Content(words) for words in self._told() if words not in self._said]
        self.sheet.entries = tuple(Entry("", (words,)) for words in (*said, *told))

    def _actions(self) -> Iterator[tuple[str, str]]:
        smith = self._smith
        if smith.why_not:
            yield "copy", "Copy the line that installs it"
        elif not smith.is_locked:
            yield "lock", "Lock it, with its key from before" if smith.has_key else "Lock it …"
        else:
            yield "change", "Change the passphrase"
            if smith.uses_keyring:
                yield "keyring", "Have the keyring of this system forget the key"
            yield "unlock", "Take the lock away"

    def _told(self) -> Iterator[str]:
        if why_not := self._smith.why_not:
            yield why_not
        if self._smith.is_locked:
            yield from (OPENS_IT, LOGS_ON, FORGOTTEN, STAYS_PLAIN)
        else:
            yield from (CANNOT_BE_UNDONE, STAYS_PLAIN, OPENS_IT, LOGS_ON)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Do what the line says."""
        event.stop()
        ways: dict[str, Callable[[], object]] = {
            "copy": self._copy,
            "lock": self._lock,
            "change": self._change,
            "keyring": self._forget_keyring,
            "unlock": self._unlock,
        }
        ways[event.row.key]()

    def _copy(self) -> None:
        self.app.copy_to_clipboard(how_to_get("lock"))
        self._tell(f"copied: {how_to_get('lock')}")

    def _lock(self) -> None:
        if self._smith.has_key:
            self._ask("Lock the diary", KEY_FROM_BEFORE, self._prepare, held=True)
        else:
            self._ask("Lock the diary", FORGET_FIRST, self._prepare, new=True)

    @work(exclusive=True, group="lock")
    async def _prepare(self, typed: TypedPassphrase) -> None:
        """Have the key, then its sheet on the screen; only who has that written down goes on."""
        self._tell(MAKING)
        try:
            lines = await self._smith.prepare(typed.held or typed.new)
        except (BadValue, CannotOpen) as error:
            self._refuse(str(error))
            return
        self._tell("")

        def take(has_it: bool | None) -> None:  # noqa: FBT001 - as the page gives it
            if has_it:
                self._reopen(self._smith.lock)
            else:
                self._tell(AS_IT_WAS)

        self.app.push_screen(screens.RecoveryPage(self.desk, lines), take)

    def _change(self) -> None:
        self._ask("Change the passphrase", HOLDS, self._take_new, held=True, new=True)

    @work(exclusive=True, group="lock")
    async def _take_new(self, typed: TypedPassphrase) -> None:
        if not await self._is_right(typed.held):
            return
        self._tell(MAKING)
        try:
            await self._smith.change(typed.new)
        except (BadValue, CannotKeep, CannotOpen) as error:
            self._refuse(str(error))
        else:
            self._tell(CHANGED)

    def _unlock(self) -> None:
        self._ask("Take the lock away", HOLDS, self._ask_again, held=True)

    @work(exclusive=True, group="lock")
    async def _ask_again(self, typed: TypedPassphrase) -> None:
        if not await self._is_right(typed.held):
            return

        def take(answer: str | None) -> None:
            if answer == YES.value:
                self._reopen(self._smith.unlock)
            else:
                self._tell(AS_IT_WAS)

        asked = screens.ChoiceDialog("Unlock it for good?", Content(BACK_TO_PLAIN), KEEP, [YES])
        self.app.push_screen(asked, take)

    @work(exclusive=True, group="lock")
    async def _forget_keyring(self) -> None:
        """In a thread, as a keyring may ask the person."""
        try:
            await asyncio.to_thread(self._smith.forget_keyring)
        except (CannotKeep, CannotOpen) as error:
            self._refuse(str(error))
        else:
            self._tell(KEYRING_FORGOT)
        self._show()

    def _ask(
        self,
        title: str,
        about: str,
        go_on: Callable[[TypedPassphrase], object],
        *,
        held: bool = False,
        new: bool = False,
    ) -> None:
        def take(typed: TypedPassphrase | None) -> None:
            if typed:
                go_on(typed)

        strength = self._smith.say_strength
        asked = screens.AskPassphrase(title, about, strength, held=held, new=new)
        self.app.push_screen(asked, take)

    async def _is_right(self, words: str) -> bool:
        self._tell(OPENING)
        try:
            await self._smith.check(words)
        except (BadValue, CannotOpen) as error:
            self._refuse(str(error))
            return False
        self._tell("")
        return True

    def _reopen(self, do: Callable[[], tuple[str, ...]]) -> None:
        self._tell(WORKING)
        self.post_message(ReopenAfter(do, self._refuse))

    def _tell(self, words: str) -> None:
        self.query_exactly_one(Notice).say(words)

    def _refuse(self, words: str) -> None:
        self.query_exactly_one(Notice).say(words, "trouble")
