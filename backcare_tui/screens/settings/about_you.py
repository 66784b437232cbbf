"""What a person states about themselves once: each optional, each with why it is asked."""

from collections.abc import Callable, Mapping

import msgspec
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.commands.command import bindings
from backcare_tui.commands.dialogs import closed_by
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.profile import INFLAMMATORY_SIGNS, inflammatory_signs
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.settings.region import (
    LABEL,
    WHY,
    ask_region,
    say_emergency,
    say_region,
)
from backcare_tui.text import clean, say_count
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows

NONE, UNSTATED = "none", "not stated"
OLDEST = 120
"""Years that a person may be old."""
LONGEST_NUMBER = 40


class AboutLine(msgspec.Struct, frozen=True):
    """One thing that is asked."""

    setting: SettingName
    label: str
    why: str


LINES = (
    AboutLine(
        "emergency_number",
        "Emergency number",
        "It is named wherever something needs help at once; without it, that of your region.",
    ),
    AboutLine("region", LABEL, WHY),
    AboutLine(
        "birth_year", "Year of birth", "From 70 on a small fall counts among the warning signs."
    ),
    AboutLine(
        "pain_since",
        "Pain since",
        "Back pain that began young may have causes that a doctor asks about (NICE NG65 2017).",
    ),
    AboutLine(
        "inflammatory_signs",
        "How it behaves",
        "Four or more of them are worth a word with a doctor (NICE NG65 2017).",
    ),
    AboutLine(
        "medicines",
        "Medicines for long",
        "Some do not go well with alcohol. Nothing here says to start, stop or change one.",
    ),
    AboutLine(
        "fluid_limit",
        "Drinks are limited",
        "Where a doctor limits what you drink, nothing on Today asks for a drink.",
    ),
    AboutLine(
        "conditions",
        "Conditions",
        "Exercises and massage are chosen for them; some warning signs count more with them.",
    ),
)


class AboutYou(ModalScreen[None]):
    """A list; enter states or changes a line."""

    CSS_PATH = ["../frame/dialogs.tcss", "about_you.tcss"]
    AUTO_FOCUS = "Rows"
    HELP = "What you state here makes advice fit you. All of it is optional and stays here."
    BINDINGS = bindings(closed_by("q"))

    def __init__(self, desk: Desk) -> None:
        """Read and keep settings in the diary."""
        super().__init__()
        self.desk = desk

    def compose(self) -> ComposeResult:
        """The lines, and why the one under the cursor is asked."""
        with Vertical(classes="tile dialog") as dialog:
            dialog.border_title = "About you"
            dialog.border_subtitle = "enter changes · esc closes"
            self.list = Rows(columns=(ListColumn(18), ListColumn()), id="lines")
            self.why = Static(id="why", markup=False)
            yield from (self.list, self.why)

    def on_mount(self) -> None:
        """Show what is stated."""
        self._show()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say why it is asked."""
        self.why.update(_line(event.row.key).why)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """State it: typed, marked in a list, or turned on and off."""
        name, settings = _line(event.row.key).setting, self.desk.repository.settings()
        if name == "fluid_limit":
            self._keep(name, None if settings.fluid_limit else True)
        elif name == "region":
            ask_region(self, self.desk, self._show, self._complain)
        elif name == "conditions":
            self.app.push_screen(screens.Conditions(self.desk), lambda _: self._show())
        elif name == "medicines":
            sorts = [(each.id, each.name) for each in words("medicines") if each.id != "other"]
            self._mark(name, "Which do you take for weeks or longer?", sorts)
        elif name == "inflammatory_signs":
            signs = list(INFLAMMATORY_SIGNS.items())
            self._mark(name, "Which of these hold for you?", signs)
        else:
            self.app.push_screen(self._asked(name), lambda typed: self._take(name, typed))

    def _mark(self, name: SettingName, title: str, asked: list[tuple[str, str]]) -> None:
        dialog = screens.Checklist(self.desk, name, title, _line(name).why, asked)
        self.app.push_screen(dialog, lambda _: self._show())

    def _asked(self, name: SettingName) -> screens.AskLine[str]:
        label = _line(name).label
        if name == "emergency_number":
            hint = f"such as 112; {NONE} for that of your region"
            return screens.AskLine(
                label, "Number", _read_number, lambda number: number or NONE, hint
            )
        hint = f"a year such as 1968; {NONE} takes it back"
        return screens.AskLine(label, "Year", self._read_year, lambda year: year or NONE, hint)

    def _read_year(self, text: str) -> str:
        typed, this_year = text.strip(), self.desk.clock.today().year
        if typed.lower() == NONE:
            return ""
        if not (typed.isdecimal() and this_year - OLDEST <= int(typed) <= this_year):
            raise BadValue("year", typed, f"from {this_year - OLDEST} to {this_year}, or {NONE}")
        return str(int(typed))

    def _take(self, name: SettingName, typed: str | None) -> None:
        if typed is None:
            return
        self._keep(name, (typed if name == "emergency_number" else int(typed)) if typed else None)

    def _keep(self, name: SettingName, value: object) -> None:
        words = f"{_line(name).label.lower()}: kept"
        if self.desk.set(name, value, words=words, complain=self._complain):
            self._show()

    def _complain(self, sentence: str) -> None:
        self.why.update(Content.styled(f"! {sentence}", "$text-error"))

    def _show(self) -> None:
        settings = self.desk.repository.settings()
        self.list.rows = tuple(
            ListRow(
                each.setting, (each.label, Content.styled(_say(each.setting, settings), "$next"))
            )
            for each in LINES
        )


def _line(name: str) -> AboutLine:
    return next(each for each in LINES if each.setting == name)


def _read_number(text: str) -> str:
    """What is called, as the person writes it; nothing where they take it back."""
    typed = clean(text).strip()
    if typed.lower() == NONE:
        return ""
    if len(typed) > LONGEST_NUMBER or not any(char.isdecimal() for char in typed):
        allowed = f"a number to call, up to {LONGEST_NUMBER} characters, or {NONE}"
        raise BadValue("number", typed, allowed)
    return typed


def _say_conditions(settings: Settings) -> str:
    if stated := settings.conditions:
        return f"{len(stated)} stated"
    return "none" if settings.conditions_asked else UNSTATED


def _say_medicines(settings: Settings) -> str:
    taken = settings.medicines
    return say_count(len(taken), "sort") if taken else UNSTATED


def _say_features(settings: Settings) -> str:
    signs = inflammatory_signs(settings)
    return f"{len(signs)} of {len(INFLAMMATORY_SIGNS)}" if signs else UNSTATED


def _say_year(year: int | None) -> str:
    return str(year or UNSTATED)


def _say_limit(settings: Settings) -> str:
    return "yes, by a doctor" if settings.fluid_limit else "no"


_SAYS: Mapping[SettingName, Callable[[Settings], str]] = {
    "emergency_number": say_emergency,
    "region": say_region,
    "inflammatory_signs": _say_features,
    "medicines": _say_medicines,
    "fluid_limit": _say_limit,
    "conditions": _say_conditions,
    "birth_year": lambda settings: _say_year(settings.birth_year),
    "pain_since": lambda settings: _say_year(settings.pain_since),
}


def _say(name: SettingName, settings: Settings) -> str:
    """How a line stands."""
    return clean(_SAYS[name](settings))
