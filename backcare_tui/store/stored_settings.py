"""What is put where when a setting or a draft is kept or forgotten."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.codec import merged, write_document
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.when import iso_day
from backcare_tui.store.documents import Edit, documents_at, is_there
from backcare_tui.store.reading import Tables
from backcare_tui.store.view import when_changed

DRAFT = "draft."
"""What the names of drafts begin with among the settings of the file."""
DAYS_OF_A_DRAFT = 30
"""How long the draft of a day is kept."""


def as_set(tables: Tables, setting: Setting, value: Any, now: str) -> Edit:
    """What giving a setting a value puts where, None to forget it."""
    place = (Setting.table, setting.id)
    if value is None:
        return {place: {"id": setting.id, "removed": now}}
    new = msgspec.structs.replace(setting, value=value)
    held = documents_at(tables, [place]).get(place)
    return {place: merged(held, new) if is_there(held) else write_document(new)}


def second_settings(
    settings: Iterable[Setting], shown: Mapping[str, Setting], now: str, *names: str
) -> Edit:
    """Marks for what another setting by its name hides, as where two devices made one each.

    Args:
        settings: All that are stored.
        shown: Those that hold, by their names.
        now: When.
        names: Which of them; all where none is stated.
    """
    holding = {setting.id for setting in shown.values()}
    return {
        (Setting.table, each.id): {"id": each.id, "removed": now}
        for each in settings
        if each.device is None and each.id not in holding and (not names or each.name in names)
    }


def new_draft(name: str, device: str) -> Setting:
    """A draft of a device, with nothing in it; what is typed on one is not shown on another."""
    return Setting(name=f"{DRAFT}{name}", device=device)


def own_draft(settings: Iterable[Setting], name: str, device: str) -> Setting | None:
    """The draft of a device, or one of before, when they were of none."""
    drafts = [each for each in settings if each.name == f"{DRAFT}{name}"]
    return max((d for d in drafts if d.device in {None, device}), key=when_changed, default=None)


def outlived(settings: Collection[Setting], today: dt.date) -> tuple[Setting, ...]:
    """Drafts of days, such as `draft.night.2026-03-02`, that nobody goes on with any more."""
    oldest = today - dt.timedelta(days=DAYS_OF_A_DRAFT)
    drafts = [each for each in settings if each.name.startswith(DRAFT)]
    days = ((draft, iso_day(draft.name.rpartition(".")[2])) for draft in drafts)
    return tuple(draft for draft, day in days if day and day < oldest)
