"""What merging another device's copy costs at ten years: `python -m tests.bench.bench_merge [ROUNDS]`.

The copy has 100 entries more, 100 changed and 100 removed. It is held against opening the diary, which
any command does. Then the same for a copy in which all is changed, the most there can be.
"""

import copy
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository
from backcare_tui.store.copies import merge_file
from backcare_tui.store.merge import merged_tables
from backcare_tui.store.storage import FileStorage
from tests.bench.long_diary import long_diary
from tests.bench.paired import compare, timing

LATER = "2098-01-01T00:00:00.000+00:00"
TOUCHED = 100


def changed(tables: dict[str, Any], number: int) -> dict[str, Any]:
    """The tables as another device left them."""
    other = copy.deepcopy(tables)
    pain = other["pain"]
    held = list(pain)
    for each in held[:number]:
        pain[each] |= {"severity": 9, "updated": LATER}
    for each in held[-TOUCHED:]:
        pain[each] = {"id": pain[each]["id"], "updated": LATER, "removed": LATER}
    for n in range(TOUCHED):
        pain[str(10**6 + n)] = {**pain[held[0]], "id": f"new-{n}"}
    return other


def main(rounds: int = 7) -> None:
    """Print both comparisons."""
    with TemporaryDirectory() as folder:
        ours, theirs, target = (
            Path(folder) / name for name in ("diary.json", "copy", "target.json")
        )
        count = long_diary(ours)
        open_repository(ours).set("calm", value=True)  # now it says which diary it is
        tables = msgspec.json.decode(ours.read_bytes())
        print(f"{count} entries, {ours.stat().st_size / 1e6:.1f} MB")
        for name, number in (("300 of them touched", TOUCHED), ("all pain entries changed", 10**6)):
            theirs.write_bytes(msgspec.json.encode(changed(tables, number)))
            mine, other = FileStorage(ours).read(), FileStorage(theirs).read()

            def whole() -> None:
                target.write_bytes(ours.read_bytes())
                merge_file(target, theirs, Clock(), lambda _, data: None)

            print(name)
            compare(
                "merging the tables",
                timing(lambda mine=mine, other=other: merged_tables(mine, other)),  # type: ignore[misc]
                "opening the diary",
                timing(lambda: open_repository(ours)),
                rounds,
            )
            compare(
                "the whole of it: reading both, merging, saving",
                timing(whole),
                "opening the diary",
                timing(lambda: open_repository(ours)),
                rounds,
            )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
