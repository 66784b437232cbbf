"""What comes back of diaries damaged in every way: `python -m tests.store.recovery_by_kind`.

For each kind of damage: how many entries the diaries had, how many come back from the file alone, how many
with a backup of the day before, and how many are lost in both. Of a diary that any version opens as it is, what it
holds counts as there.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import msgspec

from backcare_tui.diary.repository import CannotOpen
from backcare_tui.diary.safekeeping import BackupReason
from backcare_tui.store import open_repository
from backcare_tui.store.backups import backups_at
from backcare_tui.store.documents import whole as whole_document
from backcare_tui.store.reading import tables_of
from backcare_tui.store.tally import NOT_ENTRIES
from backcare_tui.store.ways_back import FileSafekeeping
from tests.conftest import MONDAY, FrozenClock
from tests.store.damaged import Damaged, damaged, whole

MADE_OF_VALUES = frozenset({"nothing", "shape", "field", "number", "depth", "mark"})
"""Kinds that are made of one entry, not of a whole diary."""
SHORT = 1000
"""Bytes of a file that was made of one entry, too."""
OF_ONE_ENTRY = "of one entry"
"""What those are called together."""
Entries = dict[tuple[str, str], Any]


def entries_of(data: bytes) -> Entries:
    """Each entry by table and id."""
    tables = tables_of(data, Path("diary.json"), is_sealed=False)
    return {
        (table, document["id"]): document
        for table, documents in tables.items()
        if table not in NOT_ENTRIES
        for document in map(whole_document, documents.values())
        if isinstance(document, Mapping) and isinstance(document.get("id"), str)
        if not document.get("removed")
    }


def day_before(data: bytes) -> bytes:
    """The diary without the last of each kind of its entries, as a backup has it."""
    tables: dict[str, dict[str, Any]] = msgspec.json.decode(data)
    for table in ("pain", "sleep", "meal"):
        *_, last = tables[table]
        del tables[table][last]
    return msgspec.json.encode(tables)


def come_back(each: Damaged, folder: Path, backup: bytes | None) -> Entries:
    """What the diary holds once it was recovered; the damaged file must be there, to the byte."""
    path, clock = folder / "diary.json", FrozenClock()
    path.write_bytes(each.data)
    if backup:
        tables = msgspec.json.decode(backup)
        (meta,) = tables["meta"].values()
        backups_at(path, meta["diary"]).keep(backup, BackupReason.DAY, MONDAY)
    safe = FileSafekeeping(path, clock)
    if recovery := safe.recovery():
        if not recovery.entries:
            assert path.read_bytes() == each.data
            return {}
        aside = safe.recover(recovery)
        assert (aside.read_bytes() if aside else b"") == each.data
    try:
        open_repository(path, clock)
    except CannotOpen:
        assert path.read_bytes() == each.data
        return {}
    return entries_of(path.read_bytes())


def right_in(found: Entries, there: Entries) -> int:
    """How many entries are as they were."""
    return sum(found.get(place) == document for place, document in there.items())


def figures(corpus: Iterable[Damaged], data: bytes) -> dict[str, Counter[str]]:
    """By kind: files, entries there, right from the file alone, right with the backup, wrong with it."""
    there, backup = entries_of(data), day_before(data)
    counts: dict[str, Counter[str]] = {}
    for each in corpus:
        is_made_of_it = each.kind not in MADE_OF_VALUES and (
            each.kind in {"cut", "zeroed"} or len(each.data) > SHORT
        )
        of = counts.setdefault(each.kind if is_made_of_it else OF_ONE_ENTRY, Counter())
        of["files"] += 1
        for name, held in (("alone", None), ("with it", backup)):
            with TemporaryDirectory() as folder:
                root = str(Path(folder) / "backups")
                with mock.patch.dict(os.environ, BACKCARE_BACKUPS=root):
                    found = come_back(each, Path(folder), held)
            of[name] += right_in(found, there)
            of[f"wrong {name}"] += sum(found[p] != there[p] for p in found.keys() & there.keys())
        of["there"] += len(there)
    return counts


def main(days: int = 100) -> None:
    """Print a line for each kind."""
    data = whole(days)
    rows = figures(damaged(data), data)
    print("kind        files  entries  from the file  with the backup   lost  changed by it")
    for kind, of in rows.items():
        if kind == OF_ONE_ENTRY:
            print(f"{kind:12} {of['files']:4}  (no traceback, nothing written over)")
            continue
        lost = of["there"] - of["with it"]
        print(
            f"{kind:10} {of['files']:6} {of['there']:8} {of['alone']:14} {of['with it']:16} {lost:6} "
            f"{of['wrong with it']:13}"
        )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
