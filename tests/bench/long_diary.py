"""A made-up diary of many years, as one file: `python -m tests.bench.long_diary FILE [DAYS]`."""

import sys
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.setting import Setting
from backcare_tui.store import SCHEMA
from backcare_tui.store.digest import sealed
from backcare_tui.store.identity import identified

TEN_YEARS = 3650


def long_diary(path: Path, days: int = TEN_YEARS) -> int:
    """Write the diary of one who has used it before; gives the number of its entries."""
    tables: dict[str, dict[str, Any]] = {}
    records = (*demo_diary(days), Setting(name="boundaries_seen", value=True))
    for record in records:
        table = tables.setdefault(record.table, {})
        stamp = {"updated": record.day.isoformat() + "T12:00:00+00:00"}
        table[str(len(table) + 1)] = write_document(record) | stamp
    path.parent.mkdir(parents=True, exist_ok=True)
    tables["meta"] = {"1": {"id": "long", "schema": SCHEMA}}
    path.write_bytes(sealed(msgspec.json.encode(identified(tables, "bench"))))
    return len(records)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    count = long_diary(target, int(sys.argv[2]) if len(sys.argv) > 2 else TEN_YEARS)
    print(f"{count} entries, {target.stat().st_size / 1e6:.1f} MB")
