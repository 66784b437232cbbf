"""What an entry of the diary would become if the file's were taken, and how the two differ."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document
from backcare_tui.diary.documents import check_document
from backcare_tui.diary.values import BadValue, said
from backcare_tui.diary.when import iso_moment
from backcare_tui.exchange.batch import say_entries
from backcare_tui.exchange.content import FRAME, content, knows, stated_digest
from backcare_tui.exchange.held import EntryPlace, Kept
from backcare_tui.text import say_date, say_list, say_time, sentence_case, shortened

FIELDS_SAID = 4


class Difference(msgspec.Struct, frozen=True):
    """An entry that reads otherwise in the file than in the diary; `str()` says how."""

    place: EntryPlace
    sentence: str
    is_newer: bool | None
    """Whether the file's was changed later; None where that is not known."""

    def __str__(self) -> str:
        """How they differ: `Pain entry of Mon 2 Mar 2026 08:00: severity 4 here, 9 in the file.`."""
        return self.sentence


def difference(kept: Kept, taken: Document, given: Mapping[str, Any]) -> Difference | None:
    """How the diary's entry differs from what it would become; None where it would not change.

    Args:
        kept: The diary's.
        taken: What it would become, from `taken_over`.
        given: The file's.
    """
    before, after = (content(each, is_keyed=False) for each in (kept.document, taken))
    fields = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    if not fields:
        return None
    told = [
        f"{name} {_said(before.get(name))} here, {_said(after.get(name))} in the file"
        for name in fields[:FIELDS_SAID]
    ]
    if len(fields) > FIELDS_SAID:
        told.append(f"{len(fields) - FIELDS_SAID} more")
    is_newer = _is_newer(given, kept.document)
    newer = {True: "; the file's is newer", False: "; this diary's is newer", None: ""}[is_newer]
    return Difference(kept.place, f"{_named(kept)}: {say_list(told)}{newer}.", is_newer)


def taken_over(kept: Kept, given: Document, *, is_own: bool) -> Document:
    """The diary's entry with what the file says of it, under its own id.

    Fields that the file does not state stay where the person may have added them, or where this
    version does not know them. `updated` is the file's where that is later, so that the change
    counts as one; else it is left to the store, which makes it now.
    """
    held = kept.document
    new = {name: value for name, value in given.items() if name not in FRAME}
    if not is_own and "at" in held:  # the file's own, in the zone of its first import
        new["at"] = held["at"]
    for name, value in held.items():
        is_known = knows(kept.table, name)
        if (
            name not in FRAME
            and name not in new
            and not (is_known and _is_whole(kept, is_own=is_own))
        ):
            new[name] = value
    taken = {"id": held["id"], **new, **_origin(held, given)}
    if is_own and _is_newer(given, held):
        taken["updated"] = given["updated"]
    return _fitting(kept.table, taken, given)


def _fitting(table: str, taken: Document, given: Document) -> Document:
    """All of it; or what the file says, with as much of the rest as goes with that."""
    try:
        check_document(table, taken)
    except BadValue:
        fitting = {name: value for name, value in taken.items() if name in {*given, *FRAME}}
        for name, value in taken.items():
            with suppress(BadValue):
                check_document(table, {**fitting, name: value})
                fitting[name] = value
        return fitting
    return taken


def _is_whole(kept: Kept, *, is_own: bool) -> bool:
    """Whether what the file does not state is not there: nobody added anything here."""
    return is_own or (stated_digest(kept.document) is not None and not kept.is_changed_here)


def _origin(held: Document, given: Document) -> Document:
    """Where it came from: the key that it has here, with what the file says now."""
    here, there = held.get("imported"), given.get("imported")
    if isinstance(here, Mapping) and isinstance(there, Mapping):
        return {"imported": {**here, **there, "key": here.get("key", there["key"])}}
    return {"imported": there or here} if there or here else {}


def _is_newer(given: Mapping[str, Any], held: Mapping[str, Any]) -> bool | None:
    """Whether the one was changed later than the other, as moments, not as text."""
    one, other = iso_moment(given.get("updated")), iso_moment(held.get("updated"))
    return one > other if one and other and one != other else None


def _named(kept: Kept) -> str:
    """Which entry: `Pain entry of Mon 2 Mar 2026 08:00`."""
    name = sentence_case(say_entries(kept.table, 1).partition(" ")[2])
    days = (kept.document.get(name) for name in ("at", "night", "day"))
    stated = str(next(filter(None, days), ""))
    try:
        moment = dt.datetime.fromisoformat(stated)
    except ValueError:
        label = kept.document.get("name")
        return f'{name} "{shortened(label, 40)}"' if isinstance(label, str) else name
    time = f" {say_time(moment)}" if "T" in stated else ""
    return f"{name} of {say_date(moment.date())}{time}"


def _said(value: object) -> str:
    if isinstance(value, list | tuple):
        return say_list([_said(each) for each in value]) if value else "nothing"
    if isinstance(value, Mapping):
        return shortened(", ".join(f"{name} {each}" for name, each in value.items()), 60)
    return shortened(said(value), 60)
