"""Where a repository stands, and what the tests ask of it."""

import copy
import datetime as dt
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock

Tables = dict[str, dict[str, Any]]
TODAY = MONDAY.date()


class Ground:
    """Where a repository stands: what is in its tables can be set and looked at."""

    def __init__(self, folder: Path | None, clock: FrozenClock) -> None:
        self.path = folder / "diary.json" if folder else None
        self.clock = clock
        self._memory = MemoryStorage()  # type: ignore[no-untyped-call]  # TinyDB leaves it untyped

    def open(self, tables: Tables | None = None) -> TinyRepository:
        """A repository on these tables, or on what is there."""
        if tables is not None:
            self._memory.write(copy.deepcopy(tables))
            if self.path:
                self.path.write_bytes(msgspec.json.encode(tables))
        if self.path:
            return open_repository(self.path, self.clock)
        return TinyRepository(self._memory, self.clock)

    def tables(self) -> Tables:
        """All that is kept now, as any other program would read it."""
        if not self.path:
            return msgspec.json.decode(msgspec.json.encode(self._memory.read() or {}), type=Tables)
        return msgspec.json.decode(self.path.read_bytes(), type=Tables)

    def documents(self, table: str) -> list[dict[str, Any]]:
        return list(self.tables().get(table, {}).values())


def pain(severity: int = 4, hours: float = 0, **fields: Any) -> Pain:
    return Pain(at=MONDAY - dt.timedelta(hours=hours), severity=severity, **fields)


def contents(repository: TinyRepository) -> list[Record]:
    """Every entry there is, but for when it was changed."""
    return [
        msgspec.structs.replace(record, updated=None)
        for kind in KINDS
        for record in repository.entries(kind)
    ]


def severities(repository: TinyRepository) -> list[int]:
    return [entry.severity for entry in repository.entries(Pain)]
