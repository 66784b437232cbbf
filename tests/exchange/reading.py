"""How the tests of the importers read a file, and what they compare."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinydb.storages import MemoryStorage

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import Batch, read
from backcare_tui.store.tiny import TinyRepository

FILES = Path(__file__).with_name("files")

DAYLIO = "full_date,date,weekday,time,mood,activities,note_title,note"
BEARABLE = "date,weekday,time of day,category,rating/amount,detail,notes"


def in_memory(clock: Clock, tables: Mapping[str, Any] | None = None) -> TinyRepository:
    """A diary that is nowhere on disk."""
    storage = MemoryStorage()  # type: ignore[no-untyped-call]  # TinyDB left it without types
    storage.memory = {name: dict(table) for name, table in (tables or {}).items()}
    return TinyRepository(storage, clock)


def read_text(folder: Path, text: str, clock: Clock) -> Batch:
    """What a file with this text holds."""
    path = folder / "export.csv"
    path.write_bytes(text.encode())
    return read(path, None, clock)


def told(batch: Batch, kind: type[Record]) -> list[dict[str, Any]]:
    """The records of one kind as documents, without ids and without where they came from."""
    return [
        {k: v for k, v in write_document(record).items() if k not in {"id", "imported"}}
        for record in batch.records
        if isinstance(record, kind)
    ]


def without_ids(batch: Batch) -> list[dict[str, Any]]:
    """All records as documents with where they came from, without their ids."""
    return [
        {"table": r.table, **{k: v for k, v in write_document(r).items() if k != "id"}}
        for r in batch.records
    ]
