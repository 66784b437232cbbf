"""Which diary a file is, how many saves old, and which device saved it last."""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from typing import Any

import msgspec

from backcare_tui.diary.records.base import new_id
from backcare_tui.files import CannotWrite, make_folder, read_regular, write_whole
from backcare_tui.store.digest import OPEN
from backcare_tui.store.documents import whole
from backcare_tui.store.places import data_folder

META = "meta"
"""The table with one document on the file itself; it stands first in the file."""
DEVICES = "devices"
"""Its field with each device that saved the diary, and when it last did."""
DEVICE_VARIABLE = "BACKCARE_DEVICE"
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_MOST = 1024
"""Bytes that a file with an id may have."""


class Identity(msgspec.Struct, frozen=True):
    """What tells a diary from others, and one state of it from an earlier one."""

    diary: str
    """The id of the diary; it never changes, also in its copies."""
    device: str
    """The device that saved it last."""
    generation: int
    """How often it was saved; each save counts one on."""


def identity_of(tables: Mapping[str, Mapping[str, Any]]) -> Identity | None:
    """Which diary these tables are of; None for one of before, which does not say.

    >>> said = {"diary": "d-1", "device": "laptop", "generation": 7}
    >>> identity_of({"meta": {"1": said}})
    Identity(diary='d-1', device='laptop', generation=7)
    """
    _, meta = _meta(tables)
    diary, device, generation = (meta.get(name) for name in Identity.__struct_fields__)
    if not _is_id(diary) or not _is_id(device) or type(generation) is not int or generation < 0:
        return None
    return Identity(str(diary), str(device), generation)


def generation_of(tables: Mapping[str, Mapping[str, Any]]) -> int:
    """How often the diary that these tables are of was saved; 0 for one that does not say."""
    known = identity_of(tables)
    return known.generation if known else 0


def meta_of(tables: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """What the file says of itself; empty where it says nothing."""
    return _meta(tables)[1]


def diary_of(tables: Mapping[str, Mapping[str, Any]]) -> str | None:
    """The id of the diary that these tables are of; None where they say nothing of it.

    One of before has that of its document in `meta`, so that two copies of one diary do not become
    strangers.
    """
    meta = meta_of(tables)
    ids = (meta.get("diary"), meta.get("id"))
    return next((str(id_) for id_ in ids if _is_id(id_)), None)


def identified(
    tables: dict[str, dict[str, Any]], device: str, above: int = 0
) -> dict[str, dict[str, Any]]:
    """The tables as a device saves them: `meta` first, one generation on, with a place for the digest.

    Args:
        tables: What is to be saved. Its diary keeps the id that it has, see `diary_of`.
        device: Who saves.
        above: The generation of what stands there now; the new one is above it in any case.
    """
    number, meta = _meta(tables)
    said = {
        "digest": OPEN,
        **{field: value for field, value in meta.items() if field != "digest"},
        "diary": diary_of(tables) or new_id(),
        "device": device,
        **_saved_by(meta, device),
        "generation": max(generation_of(tables), above) + 1,
    }
    return _led_by(META, _led_by(number, said, tables.get(META, {})), tables)


def _saved_by(meta: Mapping[str, Any], device: str) -> dict[str, Any]:
    """Each device that saved the diary, and when it last did; it tells whose steps are the newest."""
    held = meta.get(DEVICES)
    others = held if isinstance(held, Mapping) else {}
    return {DEVICES: {**others, device: meta.get("updated")}}


@cache
def device_id() -> str:
    """The id of this device, made once and kept in the data folder; `BACKCARE_DEVICE` goes before it.

    Where it cannot be kept, the device has another one the next time; nothing is lost by that.
    """
    stated = os.environ.get(DEVICE_VARIABLE, "")
    if _ID.fullmatch(stated):
        return stated
    try:
        path = data_folder() / "device"
    except RuntimeError:  # there is no home folder
        return new_id()
    with suppress(OSError, ValueError):
        kept = read_regular(path, _MOST)[0].decode("ascii").strip()
        if _ID.fullmatch(kept):
            return kept
    made = new_id()
    with suppress(OSError, CannotWrite):
        make_folder(path.parent)
        write_whole(path, made.encode())
    return made


def _meta(tables: Mapping[str, Mapping[str, Any]]) -> tuple[str, Mapping[str, Any]]:
    """Number and content of the document on the file: the first that is one, else a free number."""
    table = tables.get(META, {})
    read = ((number, whole(held)) for number, held in table.items())
    found = next((place for place in read if isinstance(place[1], Mapping)), None)
    return found or (str(max(map(int, table), default=0) + 1), {})


def _led_by(name: str, first: Any, rest: Mapping[str, Any]) -> dict[str, Any]:
    return {name: first, **{other: held for other, held in rest.items() if other != name}}


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(_ID.fullmatch(value))
