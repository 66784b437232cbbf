"""One's own pattern: each tag is favored, limited, or neither."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import CLOSE, ON_PATTERN
from backcare_tui.commands.hints import hint
from backcare_tui.diary.habits import most_used
from backcare_tui.diary.records.meal import Meal
from backcare_tui.library.patterns import Pattern
from backcare_tui.library.taxonomy import name_of, words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.screens.frame.old_keys import SaysMoved
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows

WHY = "Mark the food that you favor with +, and what you limit with -. Each gets a row in the week."
DONE = "=done"
"""The key of the last row; no tag of a person's own is that."""
SIGNS = {"favor": "+", "limit": "-", "": "·"}
PatternMarks = tuple[tuple[str, ...], tuple[str, ...]]
"""The favored tags, and the limited ones."""


class OwnPattern(Dialog[PatternMarks | None], SaysMoved):
    """Gives the marks, None when closed without them. It begins with those of a pattern."""

    CSS_PATH = ["../frame/dialogs.tcss", "patterns.tcss"]
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high"), (34, "-tall")]
    BINDINGS = bindings(*ON_PATTERN, CLOSE)

    def __init__(self, desk: Desk, pattern: Pattern) -> None:
        """Offer the tags of the library and the person's own."""
        super().__init__()
        self.desk = desk
        known = [word.id for word in words("tags")]
        used = most_used((meal.tags for meal in desk.repository.entries(Meal)), ())
        marked = (*pattern.favor, *pattern.limit)
        self._tags = tuple(dict.fromkeys((*marked, *known, *used)))
        self._marks = dict.fromkeys(pattern.favor, "favor") | dict.fromkeys(pattern.limit, "limit")

    def compose(self) -> ComposeResult:
        """What to do, and the list."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = "Your own pattern"
            dialog.border_subtitle = hint(
                "{pattern.favor} favor · {pattern.limit} limit · enter turns · end: done · {dialog.close} closes"
            )
            yield Static(WHY, id="why", markup=False)
            self.list = Rows(columns=(ListColumn(1), ListColumn(24), ListColumn()), id="tags")
            yield self.list

    def on_mount(self) -> None:
        """Show the marks."""
        self._show()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Turn the mark, or be done."""
        event.stop()
        if event.row.key == DONE:
            self.action_done()
        else:
            self.action_turn()

    def action_mark(self, mark: str) -> None:
        """Give the tag under the cursor this mark, or take it away."""
        if (row := self.list.row) and row.key != DONE:
            self._marks[row.key] = "" if self._marks.get(row.key) == mark else mark
            self._show()

    def action_turn(self) -> None:
        """From favored to limited to neither."""
        if (row := self.list.row) and row.key != DONE:
            following = {"favor": "limit", "limit": "", "": "favor"}
            self._marks[row.key] = following[self._marks.get(row.key, "")]
            self._show()

    def action_done(self) -> None:
        """Keep the marks."""
        self.dismiss((self._marked("favor"), self._marked("limit")))

    def _marked(self, mark: str) -> tuple[str, ...]:
        return tuple(tag for tag in self._tags if self._marks.get(tag) == mark)

    def _show(self) -> None:
        marked = sum(map(bool, self._marks.values()))
        done = ListRow(DONE, ("", Content.styled(f"Done: {marked} marked", "$next")))
        self.list.rows = (*(_row(tag, self._marks.get(tag, "")) for tag in self._tags), done)


def _row(tag: str, mark: str) -> ListRow:
    """The sign, the name, and the mark in a word."""
    sign = Content.styled(SIGNS[mark], "bold $here" if mark else "$quiet")
    said = {"favor": "favored", "limit": "limited", "": ""}[mark]
    return ListRow(tag, (sign, name_of("tags", tag), Content.styled(said, "$quiet")))
