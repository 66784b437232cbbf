"""Settings: one line each; enter goes to the next choice, and it is kept at once."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import closed_by
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.settings.region import LABEL, ask_region, say_emergency, say_region
from backcare_tui.text import clean
from backcare_tui.themes import PALETTES
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows


@dataclass(frozen=True, slots=True)
class SettingChoice:
    """One setting with its values in turn; the first is what holds until another is chosen."""

    name: SettingName
    label: str
    values: tuple[tuple[str, str], ...]
    """Value in the file, and its words."""
    held: Callable[[Settings], str]
    """The value that holds."""

    def words_of(self, value: str) -> str:
        """The words of a value; those of the first for one that is not known."""
        return dict(self.values).get(value, self.values[0][1])

    def after(self, value: str) -> str:
        """The next value, round and round."""
        known = [each for each, _ in self.values]
        place = known.index(value) if value in known else 0
        return known[(place + 1) % len(known)]


_LOOKS = {"backcare-dusk": "dusk (dark)", "backcare-day": "day (light)"}
CHOICES = (
    SettingChoice(
        "theme",
        "Colors",
        tuple((palette.name, _LOOKS.get(palette.name, "high contrast")) for palette in PALETTES),
        lambda settings: settings.theme,
    ),
    SettingChoice(
        "calm",
        "Movement",
        (("", "where it means something"), ("yes", "none")),
        lambda settings: "yes" if settings.calm else "",
    ),
    SettingChoice(
        "week_start",
        "A week begins on",
        (("mon", "Monday"), ("sun", "Sunday")),
        lambda settings: settings.week_start,
    ),
)


ABOUT_YOU = "about-you"


def say_conditions(settings: Settings) -> str:
    """How many conditions a person stated."""
    if stated := settings.conditions:
        return f"{len(stated)} that exercises are chosen for"
    return "none" if settings.conditions_asked else "not asked yet"


class SettingsDialog(ModalScreen[None]):
    """Few settings; none of them can hide a warning."""

    CSS_PATH = "../frame/dialogs.tcss"
    BINDINGS = bindings(closed_by("comma", "q"))

    def __init__(self, desk: Desk) -> None:
        """Read and keep settings in the diary."""
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """A list."""
        self.list = Rows(
            columns=(ListColumn(20), ListColumn()), classes="tile dialog", id="settings"
        )
        self.list.border_title = "Settings"
        self.list.border_subtitle = "enter changes · esc closes"
        yield self.list

    def on_mount(self) -> None:
        """Show what holds."""
        self._show()

    def _show(self) -> None:
        held = self.desk.repository.settings()
        lines: list[tuple[str, str, str]] = [
            (each.name, each.label, each.words_of(each.held(held))) for each in CHOICES
        ]
        lines.append((ABOUT_YOU, "About you", "age, medicines, emergency number"))
        lines.append(("emergency_number", "Emergency number", clean(say_emergency(held))))
        lines.append(("region", LABEL, say_region(held)))
        lines.append(("conditions", "Conditions", say_conditions(held)))
        self.list.rows = tuple(
            ListRow(name, (label, Content.styled(words, "$next"))) for name, label, words in lines
        )

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Go to the next choice of a line; what is stated about oneself has lists of its own."""
        if event.row.key in {ABOUT_YOU, "emergency_number"}:
            self.app.push_screen(screens.AboutYou(self.desk), lambda _: self._show())
            return
        if event.row.key == "region":
            ask_region(self, self.desk, self._show, self._complain)
            return
        if event.row.key == "conditions":
            self.app.push_screen(screens.Conditions(self.desk, ()), lambda _: self._show())
            return
        choice = next(choice for choice in CHOICES if choice.name == event.row.key)
        value = choice.after(choice.held(self.desk.repository.settings()))
        words = f"{choice.label.lower()}: {choice.words_of(value)}"
        if self.desk.set(choice.name, value or None, words=words, complain=self._complain):
            self._show()

    def _complain(self, sentence: str) -> None:
        self.list.border_subtitle = Content(sentence)
