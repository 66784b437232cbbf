"""A list of things that may hold for a person: marked with space, kept at once in a setting."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.guidance import ON_LIST
from backcare_tui.diary.settings import SettingName
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.marks import COLUMNS, mark_rows
from backcare_tui.widgets.rows import Rows


class Checklist(ModalScreen[None]):
    """Keeps the ids of what is marked."""

    CSS_PATH = ["../frame/dialogs.tcss", "checklist.tcss"]
    AUTO_FOCUS = "Rows"
    BINDINGS = bindings(*ON_LIST)

    def __init__(
        self,
        desk: Desk,
        setting: SettingName,
        title: str,
        why: str,
        asked: Sequence[tuple[str, str]],
    ) -> None:
        """Ask.

        Args:
            desk: Where it is kept.
            setting: The setting that holds the ids.
            title: The question.
            why: Why it is asked.
            asked: The id and the words of each line.
        """
        super().__init__()
        self.desk, self._setting = desk, setting
        self._title, self._why, self._asked = title, why, tuple(asked)

    def compose(self) -> ComposeResult:
        """Why it is asked, and the list."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = self._title
            dialog.border_subtitle = "space mark · n none · enter done"
            self.why = Static(self._why, id="why", markup=False)
            self.list = Rows(columns=COLUMNS, id="list")
            yield from (self.why, self.list)

    def on_mount(self) -> None:
        """Show what holds, once it is known how wide a line may be."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Wrap anew."""
        self.call_after_refresh(self._show)

    def on_rows_chosen(self, _event: Rows.Chosen) -> None:
        """A second click marks too."""
        self.action_mark()

    def action_mark(self) -> None:
        """Mark the line under the cursor, or take its mark away."""
        if self.list.row:
            self._keep(self._marked ^ {self.list.row.key})

    def action_none(self) -> None:
        """None of these."""
        self._keep(self._marked - {id_ for id_, _ in self._asked})

    def action_done(self) -> None:
        """Close; everything is kept already."""
        self.dismiss(None)

    @property
    def _marked(self) -> frozenset[str]:
        held: frozenset[str] = getattr(self.desk.repository.settings(), self._setting)
        return held

    def _keep(self, marked: frozenset[str]) -> None:
        self.desk.set(self._setting, marked, complain=self._complain)
        self._show()

    def _complain(self, sentence: str) -> None:
        self.why.update(Content.styled(f"! {sentence}", "$text-error"))

    def _show(self) -> None:
        self.list.rows = tuple(mark_rows(self._asked, self._marked, self.list.content_size.width))
