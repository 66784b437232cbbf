"""Made-up diaries that also say how active each day was: by itself, because it hurts less, or so that it makes pain worse."""

import datetime as dt

import numpy as np
from msgspec.structs import replace

from backcare_tui.diary.records.pain import Pain
from backcare_tui.insight.findings.clock import NotedPain
from backcare_tui.insight.findings.factors import Gathered, active_column
from backcare_tui.insight.findings.persistence import Floats
from backcare_tui.insight.movement.active_days import ActiveFigures
from tests.insight.behaviors import HALF_DAY_MEMORY, unmoved
from tests.insight.simulated import BEGAN, remembering
from tests.insight.worlds import MEAN, SPREAD, course_of, noted

MORNING, EVENING = dt.time(8), dt.time(20)
USUAL_MIN = 35
UTC = dt.UTC


def by_itself(world: str, days: int, random: np.random.Generator, effect: float = 0.0) -> Gathered:
    """A diary in which nothing acts, and activity swings by itself; `effect` is what alcohol does."""
    diary = unmoved(world, days, random, effect)
    return with_activity(diary, _amounts(_swing(days, random)), MORNING)


def too_much(world: str, days: int, random: np.random.Generator, effect: float) -> Gathered:
    """A very active day makes each of the two days after worse by some points."""
    amounts = _amounts(_swing(days, random))
    is_high = amounts > 1.25 * np.median(amounts)
    after = np.zeros(days)
    after[1:] += is_high[:-1]
    after[2:] = np.maximum(after[2:], is_high[:-2])
    pain = noted(course_of(world, days, random) + effect * after + random.uniform(-0.5, 0.5, days))
    return with_activity(_with_pain(unmoved(world, days, random), pain), amounts, MORNING)


def because_it_hurts(
    days: int, random: np.random.Generator, *, more: bool = False, noted_at: dt.time = MORNING
) -> Gathered:
    """The afternoon decides how active one is, less where it hurts, or more; it does nothing to pain."""
    felt = remembering(2 * days, HALF_DAY_MEMORY, random)
    morning, afternoon = felt[::2], felt[1::2]
    way = 1.0 if more else -1.0
    amounts = _amounts(way * afternoon + 0.6 * random.normal(size=days))
    pain = np.concatenate([felt[2::2], felt[-1:]]) if noted_at == EVENING else morning
    diary = _with_pain(unmoved("memory .6", days, random), noted(MEAN + SPREAD * pain))
    return with_activity(diary, amounts, noted_at)


def with_activity(diary: Gathered, amounts: Floats, noted_at: dt.time) -> Gathered:
    """The same diary, with active minutes of each day, and its pain noted at a time of day."""
    noted_pain = NotedPain(
        Pain(at=dt.datetime.combine(day, noted_at, UTC), severity=round(pain))
        for day, pain in diary.outcomes["pain"].items()
    )
    days = (BEGAN + dt.timedelta(days=number) for number in range(len(amounts)))
    figures = {
        day: ActiveFigures(float(amount), "typed")
        for day, amount in zip(days, amounts, strict=True)
    }
    return replace(diary, columns=(active_column(figures, noted_pain), *diary.columns))


def _with_pain(diary: Gathered, pain: Floats) -> Gathered:
    kept = diary.outcomes["pain"]
    by_day = {day: float(pain[(day - BEGAN).days]) for day in kept}
    return replace(diary, outcomes={**diary.outcomes, "pain": by_day})


def _swing(days: int, random: np.random.Generator) -> Floats:
    """As one likes: with a memory, and more on some days of the week."""
    week = random.normal(size=7)[np.arange(days) % 7]
    memory = random.choice([0.0, 0.3, 0.6])
    return np.asarray(0.8 * remembering(days, memory, random) + 0.5 * week)


def _amounts(z: Floats) -> Floats:
    return np.asarray(np.round(USUAL_MIN * np.exp(0.45 * z)))
