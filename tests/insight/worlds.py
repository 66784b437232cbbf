"""Made-up courses of pain in which nothing acts: what every sentence on what changed, and what helped, is held to.

Each is of whole numbers from 0 to 10, a day each, with a mean of its own: `course_of("flares", 120, random)`.
None has a treatment, a habit or a trend in it that would be worth a word; `season` and `walk` do move, but not by anything
that was done.
"""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from tests.insight.simulated import remembering

Floats = npt.NDArray[np.float64]
Draw = Callable[[int, np.random.Generator], Floats]
"""So many days of a course around 0, with a standard deviation of about 1."""

MEAN, SPREAD = 4.5, 1.5
"""Of pain, in points, where a world has no reason for another."""
FLARE_DAYS, CALM_DAYS = 6, 25
"""How long a flare and the time between two last on average."""
CYCLE_DAYS = 28
_WARM_UP = 200
"""Days drawn and thrown away where a course has to settle first."""


def course_of(
    world: str, days: int, random: np.random.Generator, mean: float = MEAN, spread: float = SPREAD
) -> Floats:
    """The pain of so many days in one of `WORLDS`.

    Args:
        world: The name of one of them.
        days: How many.
        random: What decides; the same seed gives the same days.
        mean: Around which pain is; `floor` and `ceiling` have their own.
        spread: The standard deviation before rounding, in points; `patients` have their own.
    """
    return noted(felt_of(world, days, random, mean, spread))


def felt_of(
    world: str, days: int, random: np.random.Generator, mean: float = MEAN, spread: float = SPREAD
) -> Floats:
    """As `course_of`, before a whole number is taken down: what an effect is added to."""
    mean, spread = _OWN.get(world, (mean, spread))
    return np.asarray(mean + spread * WORLDS[world](days, random))


def noted(pain: Floats) -> Floats:
    """What is taken down of it: a whole number from 0 to 10."""
    return np.clip(np.round(pain), 0, 10)


def heavy(days: int, memory: float, random: np.random.Generator) -> Floats:
    """A course that remembers, with days far out more often than a bell curve has them (Student, 3)."""
    new = random.standard_t(3, size=days + _WARM_UP) / np.sqrt(3)
    for day in range(1, len(new)):
        new[day] = memory * new[day - 1] + np.sqrt(1 - memory**2) * new[day]
    return np.asarray(new[_WARM_UP:])


def long_memory(days: int, random: np.random.Generator, d: float = 0.42) -> Floats:
    """Fractional noise: likeness that fades more slowly than any memory of one day (Granger 1980)."""
    reach = days + _WARM_UP
    weights = np.cumprod(
        np.concatenate([[1.0], (np.arange(1, reach) - 1 + d) / np.arange(1, reach)])
    )
    drawn = random.normal(size=2 * reach)
    course = np.convolve(drawn, weights, "full")[reach : reach + days]
    return np.asarray(course / np.sqrt((weights**2).sum()))


def in_flares(days: int, random: np.random.Generator) -> npt.NDArray[np.bool_]:
    """Which days are of a flare: two states, each of random length."""
    is_flare = np.empty(days, dtype=bool)
    now = bool(random.random() < FLARE_DAYS / (FLARE_DAYS + CALM_DAYS))
    for day in range(days):
        is_flare[day] = now
        if random.random() < 1 / (FLARE_DAYS if now else CALM_DAYS):
            now = not now
    return is_flare


def spells(days: int, random: np.random.Generator) -> Floats:
    """1 in spells of two to five weeks, 0 between them: a project at work, a guest, a holiday."""
    found = np.zeros(days)
    day, now = -int(random.integers(35)), 0.0
    while day < days:
        length = int(random.integers(14, 36))
        found[max(day, 0) : max(day + length, 0)] = now
        day, now = day + length, 1 - now
    return found


def _flares(days: int, random: np.random.Generator) -> Floats:
    is_flare = in_flares(days, random)
    return 0.6 * remembering(days, 0.3, random) + 1.8 * is_flare - 0.35


def _season(days: int, random: np.random.Generator) -> Floats:
    wave = np.cos(2 * np.pi * (np.arange(days) / 365 + random.uniform()))
    return np.asarray(wave + 0.7 * remembering(days, 0.3, random))


def _walk(days: int, random: np.random.Generator) -> Floats:
    steps = np.cumsum(random.normal(0, 0.12, size=days))
    return np.asarray(steps - steps.mean() + 0.7 * random.normal(size=days))


def _weekly(days: int, random: np.random.Generator) -> Floats:
    return np.asarray(
        random.normal(0, 0.6, 7)[np.arange(days) % 7] + 0.8 * random.normal(size=days)
    )


def _cycle(days: int, random: np.random.Generator) -> Floats:
    at = 2 * np.pi * (np.arange(days) / CYCLE_DAYS + random.uniform())
    return np.asarray(0.9 * np.cos(at) + 0.7 * remembering(days, 0.3, random))


def _spells(days: int, random: np.random.Generator) -> Floats:
    return 1.2 * (spells(days, random) - 0.5) + 0.8 * remembering(days, 0.3, random)


def _swelling(days: int, random: np.random.Generator) -> Floats:
    """Weeks that swing more and weeks that swing less."""
    size = np.exp(0.5 * remembering(days, 0.95, random))
    return size * remembering(days, 0.5, random)


WORLDS: Mapping[str, Draw] = {
    "memory 0": lambda days, random: remembering(days, 0.0, random),
    "memory .3": lambda days, random: remembering(days, 0.3, random),
    "memory .6": lambda days, random: remembering(days, 0.6, random),
    "memory .9": lambda days, random: remembering(days, 0.9, random),
    "heavy tails": lambda days, random: heavy(days, 0.7, random),
    "long memory": long_memory,
    "walk": _walk,
    "flares": _flares,
    "floor": lambda days, random: remembering(days, 0.5, random),
    "ceiling": lambda days, random: remembering(days, 0.5, random),
    "season": _season,
    "weekly": _weekly,
    "four-week cycle": _cycle,
    "spells": _spells,
    "swelling": _swelling,
    "patients": lambda days, random: remembering(days, 0.14, random),
}
"""Each world by its name."""
_OWN: Mapping[str, tuple[float, float]] = {
    "floor": (-0.5, 1.5),
    "ceiling": (10.5, 1.5),
    "patients": (5.0, 1.33),
}
"""Mean and spread of the worlds that have their own: most days 0, most days 10, and those of 131 people with chronic pain
who kept a diary for 21 days (the diary data of the Blimp book)."""
