"""What the advice costs at ten years: `python -m tests.bench.bench_advice [ROUNDS]`.

Gathering the facts and asking every rule, as each look at Today does, against a plain loop that
reads the same entries and does nothing with them. The first time, the days of the file are put in
order besides, as for any screen; that is shown apart. Where no check was ever made, all ten years
are looked through for signs that wait for an answer. Goal: the best of the rounds under 50 ms.
"""

import datetime as dt
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import ALL, LOOKED_AT, gather
from backcare_tui.store import open_repository
from tests.bench.long_diary import long_diary
from tests.bench.paired import compare, timing

GOAL_MS = 50


def read(repository: Repository, clock: Clock) -> int:
    """Only read what the rules look at; gives the number of entries."""
    today = clock.today()
    count = sum(len(repository.entries(kind)) for kind in ALL)
    for kind, days in LOOKED_AT.items():
        for _ in repository.entries(kind, (today - dt.timedelta(days=days), today)):
            count += 1
    return count


def main(rounds: int = 15) -> None:
    """Print the first time, the comparisons, and the best of the rounds."""
    clock = Clock()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ten-years.json"
        count = long_diary(path)
        repository = open_repository(path)
        print(f"{count} entries, {path.stat().st_size / 1e6:.1f} MB")
        print(f"the rules look at {read(open_repository(path), clock)} of them")

        def whole() -> object:
            return advise(gather(repository, clock))

        ours, loop = timing(whole), timing(lambda: read(repository, clock))
        print(f"{'the first time':32} {ours():8.2f} ms")
        compare("gather and advise", ours, "read the same entries", loop, rounds)
        facts = gather(repository, clock)
        again = timing(lambda: advise(fresh(facts, clock)))
        compare("advise alone", again, "read the same entries", loop, rounds)
        least = min(ours() for _ in range(rounds))
        print(f"{'best of the rounds':32} {least:8.2f} ms   goal {GOAL_MS} ms")
        repository.remove(*(check.id for check in repository.entries(Check)))
        print(f"{'the first time, never checked':32} {ours():8.2f} ms")
        least = min(ours() for _ in range(rounds))
        print(f"{'best of the rounds':32} {least:8.2f} ms   goal {GOAL_MS} ms")


def fresh(facts: Facts, clock: Clock) -> Facts:
    """The same facts, with nothing worked out yet."""
    return Facts(clock, facts.all(Record), facts.settings)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
