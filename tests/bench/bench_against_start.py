"""How often pages say that something changed since the start where nothing did: `python -m tests.bench.bench_against_start [DIARIES]`.

Half a year of each of the worlds in which nothing acts; the diary begins on a day out of the worst tenth of the
person's own days, or on any day. Pain of the last four weeks against the start (`insight.against_start`), at 6, 9, 12 and 26
weeks: called lower, and called lower by a size that people notice. Then the three weekly questions and the ratings of
three activities every two weeks, both from the pain of the days before them and a swing of their own of 1 point
(`insight.peg`, `insight.abilities`): said to be better on a given day of 26 weeks, and at least once in them; beside it the
same held against the very first answer alone, as it once was.
"""

import datetime as dt
import sys
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from backcare_tui.diary.records.ability import Ability
from backcare_tui.guidance.rules.trends import ABILITY_MEAN, ABILITY_ONE
from backcare_tui.insight.abilities import rated_now
from backcare_tui.insight.against_start import against_start
from backcare_tui.insight.peg import Peg, impact_now
from tests.bench.rates import rate
from tests.insight.worlds import WORLDS, course_of

BEGAN = dt.date(2024, 1, 1)
WEEKS, OPEN_DAYS = 26, 60
PAIN_WEEKS = (6, 9, 12, 26)
OWN_SWING = 1.0
"""The standard deviation of an answer around what pain says, in points."""
ACTIVITIES = ("stairs", "socks", "garden")
_DAY = dt.timedelta(days=1)


def main(diaries: int = 200) -> None:
    """Print a row for each world, begun on a bad day and on any."""
    for is_worst in (True, False):
        print(
            f"\nbegun {'in the worst tenth of days' if is_worst else 'on any day'}, of 100 diaries"
        )
        heads = [f"lower, {weeks} weeks" for weeks in PAIN_WEEKS] + [f"matters, {WEEKS} weeks"]
        heads += ["impact on a day", "ever", "first alone, ever"]
        heads += ["activities on a day", "ever", "first alone, ever"]
        print(" " * 17 + "".join(f"{head:20}" for head in heads).rstrip())
        for world in WORLDS:
            found = [answers(world, seed, is_worst=is_worst) for seed in range(diaries)]
            cells = (rate(column).removesuffix(" of 100") for column in zip(*found, strict=True))
            print(f"{world:17}" + "".join(f"{cell:20}" for cell in cells).rstrip())


def answers(world: str, seed: int, *, is_worst: bool) -> tuple[bool, ...]:
    """What is said of one diary, in the order of the columns."""
    random = np.random.default_rng(seed)
    whole = course_of(world, 7 * WEEKS + OPEN_DAYS, random)
    begin = int(np.argmax(whole[:OPEN_DAYS])) if is_worst else int(random.integers(OPEN_DAYS))
    pain = whole[begin : begin + 7 * WEEKS]
    return (*_pain(pain), *_impact(pain, random), *_activities(pain, random))


def _pain(pain: npt.NDArray[np.float64]) -> Iterator[bool]:
    by_day = {BEGAN + n * _DAY: float(value) for n, value in enumerate(pain)}
    for weeks in PAIN_WEEKS:
        last = BEGAN + (7 * weeks - 1) * _DAY
        known = {day: value for day, value in by_day.items() if day <= last}
        found = against_start(known, BEGAN, last)
        change = found.change if found else None
        weight = change.weight if change and change.points < 0 else None
        yield weight in {"small", "matters"}
        if weeks == WEEKS:
            yield weight == "matters"


def _impact(pain: npt.NDArray[np.float64], random: np.random.Generator) -> Iterator[bool]:
    answered = []
    for week in range(1, WEEKS + 1):
        middle = float(pain[7 * week - 7 : 7 * week].mean())
        enjoyment, activity = (_asked(middle, random) for _ in range(2))
        answered.append(Peg(BEGAN + (7 * week - 1) * _DAY, 7, middle, enjoyment, activity))
    said = [bool((now := impact_now(answered[:n])) and now.is_less) for n in range(1, WEEKS + 1)]
    scores = [each.score or 0 for each in answered]
    alone = [scores[0] >= 2 and score <= 0.7 * scores[0] for score in scores]
    yield from (said[int(random.integers(len(said)))], any(said), any(alone))


def _activities(pain: npt.NDArray[np.float64], random: np.random.Generator) -> Iterator[bool]:
    rated = []
    for half in range(1, WEEKS // 2 + 1):
        middle = float(pain[14 * half - 14 : 14 * half].mean())
        ratings = {name: 10 - _asked(middle, random) for name in ACTIVITIES}
        at = dt.datetime.combine(BEGAN, dt.time(18), dt.UTC) + 14 * half * _DAY
        rated.append(Ability(at=at, ratings=ratings))
    said = [_is_better(rated[:n]) for n in range(1, len(rated) + 1)]
    alone = [
        _is_gain([each.ratings[name] - rated[0].ratings[name] for name in ACTIVITIES])
        for each in rated
    ]
    yield from (said[int(random.integers(len(said)))], any(said), any(alone))


def _is_better(rated: list[Ability]) -> bool:
    found = [rated_now(rated, name) for name in ACTIVITIES]
    return _is_gain([min(each.last) - each.start for each in found if each])


def _is_gain(gains: list[int]) -> bool:
    return bool(gains) and (sum(gains) / len(gains) >= ABILITY_MEAN or max(gains) >= ABILITY_ONE)


def _asked(middle: float, random: np.random.Generator) -> int:
    return int(np.clip(np.round(middle + OWN_SWING * random.normal()), 0, 10))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
