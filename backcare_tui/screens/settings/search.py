"""Settings, found by what people call them elsewhere, too."""

from collections.abc import Iterable, Mapping

from backcare_tui.library.search import Sought, ranked
from backcare_tui.screens.settings.row import SettingRow
from backcare_tui.screens.settings.rows import GROUPS, ROWS

OTHER_WORDS: Mapping[str, str] = {
    "theme": "theme, look, background",
    "calm": "animation, motion, still",
    "region": "country, language",
    "units": "glass, measures, metric",
    "sound": "speech, speak, mute, loud",
    "getting_ready": "speed, pace, slow, pause",
    "notices": "notification, alert, popup",
    "fields": "hide, forms, shorter",
    "reminder": "alarm, notification, daily, evening",
    "diet_pattern": "diet, food, eating",
    "week": "plan, minutes",
    "backups": "restore, recover, undo, save",
    "lock": "password, encrypt, privacy, secret",
    "devices": "computer, laptop, sync, merge",
    "folder": "folder, path, location, move",
    "import": "import, export, CSV, Bearable, Daylio",
    "keys": "keyboard, shortcut, bindings",
    "about-you": "birth, year, profile, drugs, paracetamol",
    "emergency_number": "phone, ambulance, call",
    "conditions": "illness, diagnosis, pregnant, osteoporosis",
    "team": "doctor, therapist, contact",
    "first": "start, welcome, setup",
}
"""By the key of a row; what its name, its sentence and its values say is searched besides."""


def found_settings(typed: str, among: Iterable[SettingRow]) -> Iterable[SettingRow]:
    """The rows that a person may mean, the best first.

    >>> [row.label for row in found_settings("password", ROWS.values())]
    ['Lock']
    """
    groups = {row.key: group.name for group in GROUPS for row in group.rows}
    sought = [Sought(row.key, row.label, (*_known_of(row), groups[row.key])) for row in among]
    return (ROWS[key] for key in ranked(typed, sought))


def _known_of(row: SettingRow) -> Iterable[str]:
    yield row.does
    yield from (value.words for value in row.choice.values) if row.choice else ()
    yield OTHER_WORDS.get(row.key, "")
