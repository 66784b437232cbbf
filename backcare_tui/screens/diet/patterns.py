"""Which pattern the week is shown beside: one of the library, or one's own, kept at once."""

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import closed_by
from backcare_tui.commands.hints import hint
from backcare_tui.library.patterns import (
    OWN,
    OWN_ABOUT,
    OWN_NAME,
    Pattern,
    as_setting,
    chosen_pattern,
    own_pattern,
    patterns,
)
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.dialog import Dialog
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.marked import complaint
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.steady_text import SteadyText
from backcare_tui.wording.sources import say_source


class Patterns(Dialog[None]):
    """Asks for the pattern; what is known of each, and from where, stands beneath."""

    CSS_PATH = ["../frame/dialogs.tcss", "patterns.tcss"]
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]
    BINDINGS = bindings(closed_by("p"))

    def __init__(self, desk: Desk) -> None:
        """Show the patterns there are."""
        super().__init__()
        self.desk = desk
        self._patterns: tuple[Pattern | None, ...] = (*patterns(), None)
        """Those of the library, and one's own."""

    def compose(self) -> ComposeResult:
        """The list, and what the one under the cursor is."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = "Which pattern?"
            dialog.border_subtitle = hint("enter takes it · esc closes")
            self.list = Rows(columns=(ListColumn(3), ListColumn()), id="patterns")
            self.about = SteadyText(map(_say_about, self._patterns), id="about")
            self.sources = SteadyText(map(_say_sources, self._patterns), id="sources")
            yield from (self.list, self.about, self.sources)

    def on_mount(self) -> None:
        """The cursor is on the one that holds."""
        self._show()
        self.list.select(self._chosen().id)

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say what it is, and where that is from."""
        found = next((each for each in patterns() if each.id == event.row.key), None)
        self.about.update(_say_about(found))
        self.sources.update(_say_sources(found))

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Take it; one's own is marked first."""
        event.stop()
        if event.row.key == OWN:
            self.app.push_screen(screens.OwnPattern(self.desk, self._chosen()), self._take_own)
        else:
            self._take(next(each for each in patterns() if each.id == event.row.key))

    def _take_own(self, marks: tuple[tuple[str, ...], tuple[str, ...]] | None) -> None:
        if marks is not None:
            self._take(own_pattern(*marks))

    @work
    async def _take(self, pattern: Pattern) -> None:
        if pattern == self._chosen() or await self.desk.set(
            "diet_pattern", as_setting(pattern), complain=self._complain
        ):
            self.dismiss(None)

    def _complain(self, sentence: str) -> None:
        self.about.update(complaint(sentence))
        self.desk.complain(sentence)

    def _chosen(self) -> Pattern:
        return chosen_pattern(self.desk.repository.settings())

    def _show(self) -> None:
        chosen = self._chosen().id
        named = (*((each.id, each.name) for each in patterns()), (OWN, OWN_NAME))
        self.list.rows = tuple(_row(id_, name, is_chosen=id_ == chosen) for id_, name in named)
        self.list.styles.height = len(named)


def _say_about(pattern: Pattern | None) -> Content:
    """What a pattern is; None is one's own."""
    return Content(pattern.about if pattern else f"{OWN_ABOUT} Enter opens the list of tags.")


def _say_sources(pattern: Pattern | None) -> Content:
    """Where a pattern is from."""
    said = "\n".join(map(say_source, pattern.sources)) if pattern else ""
    return Content.styled(said, "$quiet")


def _row(id_: str, name: str, *, is_chosen: bool) -> ListRow:
    """A round box, as only one holds, and the name."""
    box = Content.styled("(●)", "bold $here") if is_chosen else Content.styled("( )", "$quiet")
    return ListRow(id_, (box, Content.styled(name, "bold" if is_chosen else "")))
