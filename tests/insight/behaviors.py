"""Made-up diaries in which pain decides what is done, and nothing that is done acts on pain or sleep.

What a test of direction is held to: in each of `BEHAVIORS` something goes along with pain, a day later too, only because one
does, drinks, takes or sleeps something else when it hurts, or because both follow a third thing. `unmoved` has the same
diary with none of that, for each course of `tests.insight.worlds`.
"""

import datetime as dt
from collections.abc import Callable, Mapping

import msgspec
import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from backcare_tui.insight.findings.clock import EarlierPain
from backcare_tui.insight.findings.factors import (
    UNIT_HOUR,
    UNIT_STEP,
    UNIT_WITH,
    FactorColumn,
    Gathered,
    When,
)
from backcare_tui.insight.findings.persistence import Floats
from backcare_tui.insight.findings.results import Outcome
from tests.insight.simulated import BEGAN, remembering
from tests.insight.worlds import MEAN, SPREAD, course_of, heavy, in_flares, noted, spells

HALF_DAY_MEMORY = 0.75
"""Of felt pain, from a morning to the afternoon and on to the next morning."""
KEPT = 0.9
"""The part of days on which pain is noted, where a behavior does not say otherwise."""
_SHARE = 0.45
_DONE = (
    "session",
    "alcohol",
    "coffee",
    "tag:sweets",
    "tag:oily-fish",
    "visit:osteopathy",
    "tag:vegetables",
)
_TICKED = (
    "trigger:sitting-long",
    "trigger:lifting",
    "trigger:stress",
    "medicine:ibuprofen",
    "medicine:paracetamol",
)


class Followed(msgspec.Struct):
    """What a behavior makes of a diary before it is gathered: arrays of a value a day."""

    pain: Floats
    """As noted, 0 to 10."""
    asleep: Floats
    """Minutes in the night that ended on the day."""
    is_kept: npt.NDArray[np.bool_]
    """Whether pain was noted."""
    done: dict[str, Floats]
    """What a day had of each factor, by its name; those that are not here do what they like."""
    quality: Floats | None = None
    mood: Floats | None = None
    is_of_evening: bool = False
    """Whether pain is noted after what is done, instead of in the morning."""


Behavior = Callable[[int, np.random.Generator], Followed]


def follow(behavior: str, days: int, random: np.random.Generator) -> Gathered:
    """A diary of so many days of one of `BEHAVIORS`, as it is looked at."""
    return _gathered(BEHAVIORS[behavior](days, random), random)


def unmoved(
    world: str, days: int, random: np.random.Generator, effect: float = 0.0, *, mean: float = MEAN
) -> Gathered:
    """A diary in which nothing follows pain.

    Args:
        world: The course of pain, of `tests.insight.worlds`.
        days: How many.
        random: What decides.
        effect: Points that alcohol, drunk on three of ten days, adds to the next day's pain.
        mean: Around which pain is.
    """
    drunk = (random.random(days) < 0.3).astype(float)
    pain = course_of(world, days, random, mean=mean)
    if effect:
        pain[1:] = noted(pain[1:] + effect * drunk[:-1] + random.uniform(-0.5, 0.5, days - 1))
    return _gathered(
        Followed(pain, _nights(days, random), _kept(days, random), {"alcohol": drunk}), random
    )


def _afternoon(days: int, random: np.random.Generator) -> Followed:
    """The morning is noted, and the afternoon decides: a routine less, rest and a pill more when it hurts."""
    felt = remembering(2 * days, HALF_DAY_MEMORY, random)
    morning, afternoon = felt[::2], felt[1::2]
    done = {
        "session": _by(0.3 - 1.2 * afternoon, random),
        "medicine:ibuprofen": _by(-0.8 + 1.2 * afternoon, random),
        "alcohol": _by(-0.8 - 0.8 * afternoon, random),
    }
    return Followed(_points(morning), _nights(days, random), _kept(days, random), done)


def _evening_noted(days: int, random: np.random.Generator) -> Followed:
    """As before, but the evening is noted, when all is done; and the night follows the afternoon, too."""
    felt = remembering(2 * days, HALF_DAY_MEMORY, random)
    afternoon = felt[::2]
    done = {
        "session": _by(0.3 - 1.2 * afternoon, random),
        "alcohol": _by(-0.8 - 0.8 * afternoon, random),
    }
    before = np.concatenate([random.normal(size=1), afternoon[:-1]])
    asleep = np.round(410 - 20 * before + 40 * random.normal(size=days))
    pain = _points(felt[1::2])
    return Followed(pain, asleep, _kept(days, random), done, is_of_evening=True)


def _number(days: int, random: np.random.Generator) -> Followed:
    """The number that was just noted decides."""
    pain = _points(remembering(days, 0.6, random))
    z = (pain - MEAN) / SPREAD
    done = {
        "session": _by(0.3 - 1.2 * z, random),
        "medicine:ibuprofen": _by(-0.8 + 1.5 * z, random),
        "trigger:sitting-long": _by(-0.8 + 1.2 * z, random),
        "coffee": _by(0.8 * z, random),
    }
    return Followed(pain, _nights(days, random), _kept(days, random), done)


def _felt(days: int, random: np.random.Generator) -> Followed:
    """Felt pain decides, of which the number is a noisy sign."""
    felt = heavy(days, 0.7, random)
    pain = noted(MEAN + SPREAD * felt + 0.9 * random.normal(size=days))
    done = {
        "session": _by(0.3 - 1.2 * felt, random),
        "medicine:paracetamol": _by(-0.8 + 1.2 * felt, random),
        "alcohol": _by(-0.8 + 0.8 * felt, random),
    }
    return Followed(pain, _nights(days, random), _kept(days, random), done)


def _evening(days: int, random: np.random.Generator) -> Followed:
    """A painful evening makes a bad night and a bad morning; the night does nothing."""
    felt = remembering(2 * days, HALF_DAY_MEMORY, random)
    evening = np.concatenate([random.normal(size=1), felt[1:-1:2]])
    asleep = 410 - 30 * evening + 35 * random.normal(size=days)
    quality = np.clip(np.round(3 - 0.6 * evening + 0.7 * random.normal(size=days)), 1, 5)
    return Followed(_points(felt[::2]), np.round(asleep), _kept(days, random), {}, quality)


def _in_flares(days: int, random: np.random.Generator) -> Followed:
    """Flares, and in them rest, medicine, short nights."""
    is_flare = in_flares(days, random).astype(float)
    pain = noted(3.7 + 2.6 * is_flare + remembering(days, 0.3, random))
    done = {
        "session": _by(0.8 - 2.0 * is_flare, random),
        "medicine:ibuprofen": _by(-1.5 + 3.0 * is_flare, random),
        "trigger:stress": _by(-1.0 + 1.5 * is_flare, random),
    }
    asleep = np.round(415 - 50 * is_flare + 35 * random.normal(size=days))
    return Followed(pain, asleep, _kept(days, random), done)


def _when_bad(days: int, random: np.random.Generator) -> Followed:
    """Pain is noted when it is bad or with a routine, and the routine is left out when it is bad."""
    z = remembering(days, 0.6, random)
    session = _by(0.3 - 1.5 * z, random)
    is_kept = (random.random(days) < 0.95) & (
        (z > 0.3) | (session > 0) | (random.random(days) < 0.15)
    )
    return Followed(_points(z), _nights(days, random), is_kept, {"session": session})


def _cycle(days: int, random: np.random.Generator) -> Followed:
    """A four-week cycle that pain, mood, sleep, sweets and medicine share; its length strays a little."""
    lengths = random.normal(28.5, 1.2, size=days // 20 + 2)
    starts = np.concatenate([[0], np.cumsum(lengths)]) - random.uniform(0, 28)
    at = np.interp(np.arange(days), starts, np.arange(len(starts)))
    wave = np.cos(2 * np.pi * at)
    pain = _points(0.8 * wave + 0.75 * remembering(days, 0.4, random))
    done = {
        "tag:sweets": _by(1.2 * wave, random),
        "medicine:ibuprofen": _by(-0.8 + 1.2 * wave, random),
        "session": _by(0.3 - 0.8 * wave, random),
    }
    asleep = np.round(410 - 20 * wave + 35 * random.normal(size=days))
    mood = np.clip(np.round(3 - 0.7 * wave + 0.6 * random.normal(size=days)), 1, 5)
    return Followed(pain, asleep, _kept(days, random), done, mood=mood)


def _project(days: int, random: np.random.Generator) -> Followed:
    """Spells of two to five weeks that pain, sitting, coffee and sleep share."""
    on = spells(days, random)
    pain = _points(1.2 * (on - 0.5) + 0.8 * remembering(days, 0.4, random))
    done = {
        "trigger:sitting-long": _by(-1.0 + 2.0 * on, random),
        "coffee": _by(-0.5 + 1.5 * on, random),
        "session": _by(0.6 - 1.2 * on, random),
    }
    asleep = np.round(415 - 25 * on + 35 * random.normal(size=days))
    return Followed(pain, asleep, _kept(days, random), done)


def _good_days_off(days: int, random: np.random.Generator) -> Followed:
    """Pain is noted less on good days, and the diary stops for weeks when one is well."""
    z = remembering(days, 0.8, random)
    well = np.convolve(z, np.ones(10) / 10, "same") < -0.8
    is_kept = (random.random(days) < np.where(z < -0.3, 0.45, 0.95)) & ~well
    return Followed(_points(z), _nights(days, random), is_kept, {})


def _begun_when_bad(days: int, random: np.random.Generator) -> Followed:
    """An episode heals by itself, and a habit is begun while it is bad."""
    healed = 3.5 * np.exp(-np.arange(days) / 25)
    pain = noted(3 + healed + 1.1 * remembering(days, 0.5, random))
    begun = (np.arange(days) > random.integers(3, 12)).astype(float)
    done = {
        "session": begun * (random.random(days) < 0.7),
        "tag:vegetables": begun * (random.random(days) < 0.6),
    }
    return Followed(pain, _nights(days, random), _kept(days, random), done)


BEHAVIORS: Mapping[str, Behavior] = {
    "afternoon decides": _afternoon,
    "afternoon decides, evening noted": _evening_noted,
    "number decides": _number,
    "felt pain decides": _felt,
    "evening, night, morning": _evening,
    "rest and pills in flares": _in_flares,
    "noted when bad or with it": _when_bad,
    "shared four-week cycle": _cycle,
    "shared spells": _project,
    "good days off": _good_days_off,
    "begun when bad": _begun_when_bad,
}
"""Each by its name."""


def _by(urge: Floats, random: np.random.Generator) -> Floats:
    """1 on days on which it is done; the urge is the log of the odds."""
    return (random.random(len(urge)) < 1 / (1 + np.exp(-urge))).astype(float)


def _points(z: Floats) -> Floats:
    return noted(MEAN + SPREAD * z)


def _nights(days: int, random: np.random.Generator) -> Floats:
    return np.asarray(np.round(410 + 45 * remembering(days, 0.3, random)))


def _kept(days: int, random: np.random.Generator) -> npt.NDArray[np.bool_]:
    return random.random(days) < KEPT


def _free(days: int, random: np.random.Generator) -> Floats:
    """What is done as one likes: on a part of the days, some of it in runs."""
    urge = remembering(days, random.choice([0.0, 0.5, 0.9]), random)
    return (urge > np.quantile(urge, 1 - random.uniform(0.15, 0.7))).astype(float)


def _gathered(of: Followed, random: np.random.Generator) -> Gathered:
    days = len(of.pain)
    pain = _days(of.pain, of.is_kept)
    mood = np.round(3 + random.normal(size=days)).clip(1, 5) if of.mood is None else of.mood
    quality = (
        np.round(3 + random.normal(size=days)).clip(1, 5) if of.quality is None else of.quality
    )
    every = np.ones(days, dtype=bool)
    free = {name: of.done.get(name, _free(days, random)) for name in (*_DONE, *_TICKED)}
    columns = [
        *(_column(name, free[name], every, "done") for name in _DONE),
        *(_column(name, free[name], of.is_kept, "ticked") for name in _TICKED),
        _column("mood", mood, of.is_kept, "ticked"),
        _column("sleep-hours", of.asleep / 60, every, "night"),
        _column("sleep-quality", quality, every, "night"),
    ]
    back: Mapping[When, int] = {"done": int(of.is_of_evening), "ticked": 0, "night": 1}
    in_order = sorted(
        (replace(each, before=_before(each, pain, back[each.when])) for each in columns),
        key=lambda column: column.factor,
    )
    last = BEGAN + dt.timedelta(days=days - 1)
    outcomes: Mapping[Outcome, Mapping[dt.date, float]] = {
        "pain": pain,
        "sleep": _days(of.asleep, every),
    }
    return Gathered((BEGAN, last), outcomes, tuple(in_order))


_UNITS = {"mood": UNIT_STEP, "sleep-quality": UNIT_STEP, "sleep-hours": UNIT_HOUR}


def _column(name: str, values: Floats, is_known: npt.NDArray[np.bool_], when: When) -> FactorColumn:
    return FactorColumn(
        name, _days(values, is_known), when, _UNITS.get(name, UNIT_WITH), name in _UNITS
    )


def _before(
    of: FactorColumn, pain: Mapping[dt.date, float], days: int
) -> Mapping[dt.date, EarlierPain]:
    """The pain noted so many days before a factor."""
    back = dt.timedelta(days=days)
    return {
        day: EarlierPain(day - back, pain[day - back]) for day in of.values if day - back in pain
    }


def _days(values: Floats, is_known: npt.NDArray[np.bool_]) -> dict[dt.date, float]:
    return {
        BEGAN + dt.timedelta(days=day): float(value)
        for day, value in enumerate(values)
        if is_known[day]
    }
