"""A line of the page of settings, and what it says."""

from collections.abc import Callable
from typing import Any

import msgspec
from textual.screen import Screen

from backcare_tui.diary.custody import Custody
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.wording.choices import SettingChoice

LOOKING = "looking …"


class AsItStands(msgspec.Struct, frozen=True):
    """How things stand, as far as it is known by now."""

    desk: Desk
    settings: Settings
    custody: Custody | None = None
    """None until it was looked at."""
    reminder: Callable[[], str] = lambda: LOOKING
    """Says which reminder stands, by the clock of the settings as they are."""


class SettingRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the page."""

    key: str
    label: str
    does: str
    """One sentence that says what it does."""
    says: Callable[[AsItStands], str]
    """How it stands."""
    holds: tuple[SettingName, ...] = ()
    """The settings that are changed here."""
    choice: SettingChoice | None = None
    """What is changed on the spot; None for what is opened."""
    opens: Callable[[Screen[Any], Desk], object] | None = None
    """Opens what it is changed by; esc leads back."""
    is_there: Callable[[Desk], bool] = lambda _: True
    """Whether this diary has it: one that is made up has no backups and no reminder."""


class SettingGroup(msgspec.Struct, frozen=True):
    """Rows under one name."""

    name: str
    rows: tuple[SettingRow, ...]
