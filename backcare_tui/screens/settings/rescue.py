"""Before a damaged diary is opened: what can be brought back, and the question whether to."""

from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from backcare_tui.commands.backups import ON_RESCUE
from backcare_tui.commands.command import bindings
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.safekeeping import CannotBackUp, Recovery, Safekeeping
from backcare_tui.diary.when import Clock
from backcare_tui.text import clean
from backcare_tui.widgets.keys import Keys
from backcare_tui.widgets.sheet import Entry, Sheet
from backcare_tui.wording.backups import say_recovery

READING = "Looking at what can be brought back …"
NOTHING = "Nothing of it can be read, and there is no backup. It is left as it is."
QUESTION = "Put this in place? The damaged file is kept beside it."


class Rescue(Screen[bool]):
    """Gives whether the diary was put in place; nothing is written before that."""

    CSS_PATH = "rescue.tcss"
    BINDINGS = bindings(*ON_RESCUE)
    HELP = (
        "Your diary is damaged, or gone. This is what can be brought back of it and of its newest backup; {rescue.recover} puts "
        "it in place, and nothing is thrown away."
    )

    @dataclass
    class RecoveryRead(Message):
        """The file and its backup were read."""

        recovery: Recovery | None
        error: str = ""

    @dataclass
    class Recovered(Message):
        """It was put in place, or not."""

        error: str = ""

    def __init__(self, safekeeping: Safekeeping, clock: Clock, sentence: str) -> None:
        """Offer what can be brought back.

        Args:
            safekeeping: What is kept of the diary.
            clock: The time.
            sentence: What is wrong with the file.
        """
        super().__init__()
        self._safe, self._clock, self._sentence = safekeeping, clock, sentence
        self._recovery: Recovery | None = None

    def compose(self) -> ComposeResult:
        """What is wrong, what can be brought back, and the question."""
        self.sheet = Sheet(id="sheet")
        with VerticalScroll(classes="tile dialog", can_focus=False) as dialog:
            dialog.border_title = "Your diary cannot be opened"
            yield Static(Content(clean(self._sentence)), id="sentence", markup=False)
            yield self.sheet
            yield Static("", id="question", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        """Read what is left."""
        self._say(READING)
        self._look()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _look(self) -> None:
        """In a thread, as ten years take a moment."""
        try:
            found = self._safe.recovery()
        except (CannotBackUp, CannotOpen) as error:
            self.post_message(self.RecoveryRead(None, str(error)))
        else:
            self.post_message(self.RecoveryRead(found))

    def on_rescue_recovery_read(self, event: RecoveryRead) -> None:
        """Show it, and ask."""
        event.stop()
        found = event.recovery
        if found is None or not found.entries:
            self._say(event.error or NOTHING)
            return
        self._recovery = found
        rows = say_recovery(found, self._clock.today())
        self.sheet.entries = tuple(Entry(name, (Content(words),)) for name, words in rows)
        self.query_exactly_one("#question", Static).update(Content(QUESTION))
        self.refresh_bindings()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to put in place before that is known."""
        return action != "recover" or self._recovery is not None

    def action_recover(self) -> None:
        """Put it in place."""
        if recovery := self._recovery:
            self._recovery = None
            self._recover(recovery)

    @work(thread=True, exit_on_error=False)
    def _recover(self, agreed: Recovery) -> None:
        try:
            self._safe.recover(agreed)
        except (CannotBackUp, CannotKeep, CannotOpen) as error:
            self.post_message(self.Recovered(str(error)))
        else:
            self.post_message(self.Recovered())

    def on_rescue_recovered(self, event: Recovered) -> None:
        """Go on to the diary; where it could not be done, say why."""
        event.stop()
        if event.error:
            self._say(event.error)
            self.query_exactly_one("#question", Static).update(Content(""))
        else:
            self.dismiss(result=True)

    def action_leave(self) -> None:
        """Leave the file as it is."""
        self.dismiss(result=False)

    def _say(self, words: str) -> None:
        self.sheet.entries = (Entry("", (Content(clean(words)),)),)
