"""What a week of one's own costs at ten years of diary: `python -m tests.bench.bench_plan [ROUNDS]`.

To make a week, to renew one, and what Today asks of it when it opens, each with its look at the facts, against
a plain loop that reads the same entries. Today has gathered the facts already, for its advice; what is added to its
start is at most what follows from them. Goal: a week in 50 ms, the best of the rounds, in processor time: others may be busy, too.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from backcare_tui.diary.records.week_plan import WeekAnswer
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.gentle import calm_today
from backcare_tui.guidance.plan.current import week_plan_now
from backcare_tui.guidance.plan.make import new_week
from backcare_tui.guidance.plan.progress import line_progress
from backcare_tui.guidance.plan.renew import renewed_week
from backcare_tui.store import open_repository
from tests.bench.bench_advice import fresh, read
from tests.bench.long_diary import long_diary
from tests.bench.paired import compare, spending

GOAL_MS = 50


def main(rounds: int = 15) -> None:
    """Print the comparisons, and the best of the rounds of each."""
    clock = Clock()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ten-years.json"
        count = long_diary(path)
        repository = open_repository(path)
        print(f"{count} entries, {path.stat().st_size / 1e6:.1f} MB")
        repository.set_all({"minutes_a_day": 20, "pain_lasts": "over-12-weeks"})
        plan = new_week(repository, clock)
        repository.add(plan)
        answer = WeekAnswer(week=plan.week, felt="right")
        facts = gather(repository, clock)

        def today() -> object:
            """What Today asks, with entries that were read already, and nothing worked out of them yet."""
            read_already = fresh(facts, clock)
            shown = week_plan_now(repository, clock, read_already)
            assert shown
            quiet = calm_today(repository, clock, read_already)
            return line_progress(repository, clock, shown), quiet

        loop = spending(lambda: read(repository, clock))
        for name, work in (
            ("make a week", lambda: new_week(repository, clock)),
            ("renew a week", lambda: renewed_week(repository, clock, answer)),
            ("the week now", lambda: week_plan_now(repository, clock)),
            ("added to Today", today),
        ):
            ours = spending(work)
            compare(name, ours, "read the same entries", loop, rounds)
            least = min(ours() for _ in range(rounds))
            print(f"{'best of the rounds':32} {least:8.2f} ms   goal {GOAL_MS} ms")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
