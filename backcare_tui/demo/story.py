"""How the days of the made-up diary go: pain with a memory, nights, a flare-up, and what helps."""

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

FIRST_COURSE = (108, 94, 80, 66)
"""The visits of the closed course, in days before today: four massages in 42 days."""
SECOND_COURSE = (38, 25, 12)
"""Those of the present one; two weeks after the last of them the next is due."""
STORY_DAYS = 120

_FLARE_DAYS = 9
_FLARE_BEGAN = 60
_FLARE_EVERY = 173
_AWAY = frozenset({83, 82, 81, 47, 46})
"""Days on which nothing was written: a trip, and a weekend after the flare-up."""
_LEVELS = (
    (120, 5.6),
    (108, 5.5),
    (61, 4.2),
    (60, 6.6),
    (51, 6.2),
    (46, 4.7),
    (38, 4.6),
    (12, 3.4),
    (0, 3.2),
)
"""The usual pain at days before today; straight lines between."""


@dataclass(frozen=True, slots=True)
class StoryDay:
    """What happens on one day, before anything is written down."""

    day: dt.date
    ago: int
    """Days before today."""
    pain: float
    """Its usual pain, 0 to 10."""
    slept_min: int
    """Minutes asleep in the night before."""
    is_flare: bool
    is_missed: bool
    """Whether nothing was written."""
    has_stretched: bool
    has_drunk: bool
    """Whether there was alcohol in the evening."""

    @property
    def is_desk_day(self) -> bool:
        """Monday to Friday."""
        return self.day.weekday() < 5


def story(today: dt.date, days: int, rng: random.Random) -> Iterable[StoryDay]:
    """The days up to today, in order. Pain today remembers yesterday's, the night and the stretch."""
    drift, last = 0.0, None
    for ago in range(max(days, STORY_DAYS) - 1, -1, -1):
        day = today - dt.timedelta(days=ago)
        is_flare = _is_flare(ago, days)
        pain_before = last.pain if last else 5.0
        slept = rng.gauss(412, 38) - 9 * (pain_before - 4) - (55 if is_flare else 0)
        slept -= 35 if last and last.has_drunk else 0
        drift = 0.65 * drift + rng.gauss(0, 0.5)
        pain = usual_pain(ago) + drift + 0.016 * (400 - slept)
        pain += 0.5 if day.weekday() < 5 else -0.3
        pain -= 0.8 if last and last.has_stretched else 0
        pain -= 0.7 if any(0 < visit - ago <= 4 for visit in FIRST_COURSE + SECOND_COURSE) else 0
        if is_flare:
            pain = rng.gauss(7.6, 0.35)
        stretches = 0.5 if is_flare else 0.72 if day.weekday() < 5 else 0.3
        last = StoryDay(
            day=day,
            ago=ago,
            pain=min(max(pain, 0.6), 8.4),
            slept_min=round(min(max(slept, 215), 520) / 5) * 5,
            is_flare=is_flare,
            is_missed=ago in _AWAY or (ago > 1 and rng.random() < 0.08),
            has_stretched=rng.random() < stretches,
            has_drunk=day.weekday() in {4, 5} and rng.random() < 0.5 and not is_flare,
        )
        yield last


def usual_pain(ago: int) -> float:
    """The pain around which the days before today go up and down."""
    for (earlier, high), (later, low) in pairwise(_LEVELS):
        if later <= ago <= earlier:
            return low + (high - low) * (ago - later) / (earlier - later)
    return _LEVELS[0][1]


def _is_flare(ago: int, days: int) -> bool:
    """In the middle of the story, and about twice a year before it; shorter in a short diary."""
    began = min(_FLARE_BEGAN, days // 2)
    length = min(_FLARE_DAYS, max(days // 5, 2))
    return any(
        start - length < ago <= start
        for start in range(began, max(ago, began) + 1 + length, _FLARE_EVERY)
    )
