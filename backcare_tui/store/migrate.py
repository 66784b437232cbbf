"""From one version of the file's form to the next; a newer form is only read."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.repository import CannotKeep, CannotOpen
from backcare_tui.diary.safekeeping import CannotBackUp
from backcare_tui.store.documents import whole
from backcare_tui.store.reading import Tables
from backcare_tui.store.storage import FileStorage

SCHEMA = 1
"""The form that this version writes."""

Migration = Callable[[Tables], Tables]
UNKNOWN = 1_000_000

STEPS: dict[int, Migration] = {}
"""The step from each older form to the next one; form 1 is the first."""


def schema_of(tables: Mapping[str, Any]) -> int:
    """The form of a diary; one that does not say is of the first."""
    documents = _documents(tables.get("meta", {})).values()
    return max([1, *(_number(meta["schema"]) for meta in documents if meta.get("schema"))])


def _documents(meta: Mapping[str, object]) -> dict[str, Mapping[str, Any]]:
    read = {number: whole(held) for number, held in meta.items()}
    return {number: document for number, document in read.items() if isinstance(document, Mapping)}


def _number(schema: object) -> int:
    """A form that is no whole number is none that this version knows, so it counts as newer."""
    return schema if type(schema) is int else UNKNOWN


def why_read_only(tables: Mapping[str, Any]) -> str | None:
    """Why a diary can only be read, as a sentence; None where it can be changed."""
    schema = schema_of(tables)
    if schema <= SCHEMA:
        return None
    named = "not known" if schema == UNKNOWN else schema
    return (
        f"This diary was written by a newer backcare (form {named}; this one knows {SCHEMA}), "
        "so it can be read here but not changed. Update backcare to write in it."
    )


def migrated(
    tables: Tables, steps: Mapping[int, Migration] = STEPS, target: int = SCHEMA
) -> Tables:
    """The diary in the target form, one step after the other, each over documents that are dicts."""
    if (schema := schema_of(tables)) >= target:
        return tables
    tables = {name: {n: whole(each) for n, each in table.items()} for name, table in tables.items()}
    for older in range(schema, target):
        tables = steps[older](tables)
    return tables


def migrate_file(
    storage: FileStorage,
    lock: AbstractContextManager[None],
    keep: Callable[[FileStorage], object],
    steps: Mapping[int, Migration] = STEPS,
    target: int = SCHEMA,
) -> None:
    """Bring an older diary to today's form, after it was kept as it is.

    Args:
        storage: Where the diary is.
        lock: Held meanwhile.
        keep: Keeps the file that is given it, as it is before.
        steps: The step from each form to the next.
        target: The form that it is brought to.

    Raises:
        CannotOpen: If the backup or the new form could not be written; the diary is as it was.
    """
    if not storage.read() or schema_of(storage.read()) >= target:
        return
    try:
        with lock:
            storage.load()
            if schema_of(storage.read()) >= target:  # another process was faster
                return
            keep(storage)
            tables = migrated(storage.read(), steps, target)
            storage.write({**tables, "meta": _signed(tables.get("meta", {}), target)})
    except (CannotBackUp, CannotKeep) as error:
        raise CannotOpen(f"The diary needs a newer form. {error}") from error


def _signed(meta: Mapping[str, Any], schema: int) -> dict[str, Any]:
    """The table `meta` of a diary in this form, also of one that had none."""
    documents = _documents(meta) or {"1": {"id": new_id()}}
    return {number: {**document, "schema": schema} for number, document in documents.items()}
