"""A process that adds entries to a diary, one after the other, and says each that was kept.

python -m tests.store.writer FILE COUNT [CALL before|after]: with a CALL of `faults.CALLS` it dies
there while it adds one entry more.
"""

import datetime as dt
import sys
from pathlib import Path

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store import open_repository
from tests.store.faults import killed

AT = dt.datetime(2026, 11, 23, 8, 12, tzinfo=dt.UTC)


def main(path: str, count: str, call: str = "", moment: str = "") -> None:
    """Add the entries, and die where that was asked for."""
    repository = open_repository(Path(path))
    for n in range(int(count)):
        print(*repository.add(Pain(at=AT, severity=n % 11)).ids, flush=True)
    if call:
        with killed(call, is_after=moment == "after"):
            repository.add(Pain(at=AT, severity=10))


if __name__ == "__main__":
    main(*sys.argv[1:])
