"""How often a trend is told where there is none: `python -m tests.bench.bench_trend [DIARIES]`.

Diaries of 4, 12 and 52 weeks whose pain only remembers the day before, with every seventh day missing
at random: the part whose interval leaves out no change (5 in 100 would be its promise), and how wide
the interval is in points a week. Then the part in which a true fall of 3 points over the time is told.
"""

import datetime as dt
import sys
from statistics import median

import numpy as np

from backcare_tui.insight.findings.results import Trend
from backcare_tui.insight.findings.trend import WEEK, trend_of
from tests.insight.simulated import BEGAN, MEMORIES, SPREAD, remembering

WEEKS = (4, 12, 52)
FALL = 3.0


def main(diaries: int = 200) -> None:
    """Print a line for each length and memory."""
    for weeks in WEEKS:
        for memory in MEMORIES:
            flat = [_trend(weeks, memory, 0.0, seed) for seed in range(diaries)]
            falls = [_trend(weeks, memory, FALL, seed) for seed in range(diaries)]
            told = sum(each.is_clear for each in flat) / diaries
            found = sum(each.is_clear for each in falls) / diaries
            wide = median((each.high or 0) - (each.low or 0) for each in flat)
            print(
                f"{weeks:3} weeks, memory {memory}: told of none {told:.3f}, "
                f"a fall of {FALL:.0f} told {found:.2f}, interval {wide:.2f} points a week"
            )


def _trend(weeks: int, memory: float, fall: float, seed: int) -> Trend:
    random, days = np.random.default_rng(seed), weeks * WEEK
    course = 5 + fall / 2 - fall * np.arange(days) / days
    pain = np.clip(np.round(course + SPREAD * remembering(days, memory, random)), 0, 10)
    is_kept = random.random(days) > 1 / 7
    values = {
        BEGAN + dt.timedelta(days=day): float(severity)
        for day, severity in enumerate(pain)
        if is_kept[day]
    }
    return trend_of("pain", values, BEGAN, BEGAN + dt.timedelta(days=days - 1))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
