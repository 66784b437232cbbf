"""How far a trend may be trusted: `python -m tests.bench.bench_trend [DIARIES] [covers|alarms|looks|time]`.

`covers`: of diaries in which pain truly moves, the part whose interval holds the true slope (95 in 100 is
its promise), and the part in which a trend is told, by length, person and memory. `alarms`: the part in
which a trend is told where nothing was done, by world and length; `season` and `walk` do move. `looks`: the
part of looks, and of people who look each week for a year, told of a trend of 4, 6 and 12 weeks. `time`:
how long one trend takes. One day in ten is missing, at random.
"""

import datetime as dt
import sys
from statistics import median
from time import perf_counter

import numpy as np

from backcare_tui.insight.findings.trend import trend_of
from tests.bench.rates import rate
from tests.insight.simulated import BEGAN
from tests.insight.true_trends import PEOPLE, covers, found_of, trend_in, trends_in, true_slope
from tests.insight.worlds import WORLDS, course_of

COVERED_WEEKS = (4, 12, 52)
ALARM_WEEKS = (4, 12, 26, 52)
LOOKED_WEEKS = (4, 6, 12)
MEMORIES = (0.0, 0.3, 0.6, 0.7, 0.9)
MOST_LOOKING = 100
"""People who look each week, at most: a look takes as long as a diary."""
YEAR = 364


def main(diaries: int = 200, *parts: str) -> None:
    """Print the parts that are asked for, or all."""
    for name, part in PARTS.items():
        if not parts or name in parts:
            part(diaries)


def _covers(diaries: int) -> None:
    for weeks in COVERED_WEEKS:
        for person in PEOPLE:
            truth = true_slope(person, weeks)
            for memory in MEMORIES:
                found = [found_of(person, weeks, memory, seed) for seed in range(diaries)]
                mean = np.mean([each.slope_per_week or 0 for each in found])
                print(
                    f"{weeks:2} weeks, {person.name:13}, memory {memory}: {truth:+.3f} a week, mean {mean:+.3f}, "
                    f"covered {rate(covers(each, truth) for each in found)}, "
                    f"told {rate(each.is_clear for each in found)}",
                    flush=True,
                )


def _alarms(diaries: int) -> None:
    for world in WORLDS:
        for weeks in ALARM_WEEKS:
            told = []
            for seed in range(diaries):
                random = np.random.default_rng([seed, weeks])
                told.append(trend_in(course_of(world, weeks * 7, random), random).is_clear)
            print(f"{world:15}, {weeks:2} weeks: told {rate(told)}", flush=True)


def _looks(diaries: int) -> None:
    for world in WORLDS:
        for weeks in LOOKED_WEEKS:
            people = []
            for seed in range(min(diaries, MOST_LOOKING)):
                random = np.random.default_rng([seed, weeks])
                pain = course_of(world, YEAR, random)
                people.append([each.is_clear for each in trends_in(pain, random, weeks)])
            print(
                f"{world:15}, {weeks:2} weeks: looks {rate(each for looks in people for each in looks)}, "
                f"people {rate(map(any, people))}",
                flush=True,
            )


def _time(_: int) -> None:
    for days in (84, 365, 3650):
        random = np.random.default_rng(days)
        values = {
            BEGAN + dt.timedelta(days=day): float(severity)
            for day, severity in enumerate(course_of("memory .6", days, random))
        }
        times = []
        for _ in range(9):
            began = perf_counter()
            trend_of("pain", values, BEGAN, BEGAN + dt.timedelta(days=days - 1))
            times.append(perf_counter() - began)
        print(f"{days:4} days: {1000 * median(times):.1f} ms")


PARTS = {"covers": _covers, "alarms": _alarms, "looks": _looks, "time": _time}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200, *sys.argv[2:])
