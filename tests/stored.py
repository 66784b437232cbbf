"""What the file holds of settings and drafts, for tests that look at the stored form."""

from typing import Any

from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import Repository


def stored(repository: Repository) -> dict[str, Any]:
    """Every stored value by its name; a draft's name begins with `draft.`."""
    return {setting.name: setting.value for setting in repository.entries(Setting)}
