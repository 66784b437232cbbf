"""Settings: one line each; enter goes to the next choice, and it is kept at once."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import closed_by
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.guidance.about import say_emergency, say_region
from backcare_tui.guidance.about import stated as about
from backcare_tui.guidance.week_answers import WEEK_ANSWERS
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.reminder import ask_reminder, say_shortly
from backcare_tui.screens.settings.region import ask_region
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
NOTICES = SettingChoice(
    "notices",
    "Notices",
    (("", "none"), ("yes", "as a hold ends, with the window behind")),
    lambda settings: "yes" if settings.notices else "",
)
TURNED = (*CHOICES, NOTICES)
"""What enter turns to its next value."""
LOOKING = "looking …"
WEEK_TITLE = "What your week is made from"


def say_conditions(settings: Settings) -> str:
    """How many conditions a person stated."""
    if stated := settings.conditions:
        return f"{len(stated)} that exercises are chosen for"
    return about("conditions").say(settings)


class SettingsDialog(ModalScreen[None]):
    """Few settings; none of them can hide a warning."""

    CSS_PATH = "../frame/dialogs.tcss"
    BINDINGS = bindings(closed_by("comma"))

    def __init__(self, desk: Desk) -> None:
        """Read and keep settings in the diary."""
        super().__init__()
        self.desk = desk
        self._reminder = LOOKING

    def compose(self) -> ComposeResult:
        """A list."""
        self.list = Rows(
            columns=(ListColumn(20), ListColumn()), classes="tile dialog", id="settings"
        )
        self.list.border_title = "Settings"
        self.list.border_subtitle = "enter changes · esc closes"
        yield self.list

    def on_mount(self) -> None:
        """Show what holds; which reminder stands the system is asked for."""
        self._show()
        self._look_for_reminder()

    @work
    async def _look_for_reminder(self) -> None:
        if self.desk.reminding:
            self._reminder = await asyncio.to_thread(say_shortly, self.desk.reminding())
            self._show()

    def _show(self) -> None:
        held = self.desk.repository.settings()
        lines: list[tuple[str, str, str]] = [
            (each.name, each.label, each.words_of(each.held(held))) for each in CHOICES
        ]
        lines.append(("about-you", "About you", "age, medicines, emergency number"))
        lines.append(("emergency_number", "Emergency number", clean(say_emergency(held))))
        lines.append(("region", about("region").label, say_region(held)))
        lines.append(("conditions", "Conditions", say_conditions(held)))
        lines.append((NOTICES.name, NOTICES.label, NOTICES.words_of(NOTICES.held(held))))
        if self.desk.reminding:
            lines.append(("reminder", "Reminder", self._reminder))
        lines.append(("week", "My week", "minutes a day, goal, bed times"))
        lines.append(("first", "First questions", "go through them again"))
        if self.desk.safekeeping:
            lines.append(("backups", "Backups", "what is kept, and the way back"))
        self.list.rows = tuple(
            ListRow(name, (label, Content.styled(words, "$next"))) for name, label, words in lines
        )

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Go to the next choice of a line; what is stated about oneself has lists of its own."""
        match event.row.key:
            case "about-you" | "emergency_number":
                self.app.push_screen(screens.AboutYou(self.desk), lambda _: self._show())
            case "week":
                asked = screens.AboutYou(self.desk, WEEK_ANSWERS, WEEK_TITLE)
                self.app.push_screen(asked, lambda _: self._show())
            case "first":
                self.app.switch_screen(screens.FirstMinutes(self.desk))
            case "region":
                ask_region(self, self.desk, self._show, self._complain)
            case "conditions":
                self.app.push_screen(screens.Conditions(self.desk, ()), lambda _: self._show())
            case "reminder":
                ask_reminder(self.app, self.desk, self._look_for_reminder)
            case "backups" if self.desk.safekeeping:
                self.app.push_screen(screens.BackupsPage(self.desk, self.desk.safekeeping))
            case name:
                self._turn(next(choice for choice in TURNED if choice.name == name))

    @work
    async def _turn(self, choice: SettingChoice) -> None:
        value = choice.after(choice.held(self.desk.repository.settings()))
        words = f"{choice.label.lower()}: {choice.words_of(value)}"
        if await self.desk.set(choice.name, value or None, words=words, complain=self._complain):
            self._show()

    def _complain(self, sentence: str) -> None:
        self.list.border_subtitle = Content(sentence)
