"""Whether an effect that stood out once held on the days that came after. Needs numpy.

Who looks every second week sees chance now and then, and remembers it: of 100 people in whose diaries nothing matters 38 were
told of something at least once in a year, though at each look only 4 were. So an effect is called only where it stood out on the
days up to some earlier date, and then again on those that came after, which had no part in choosing it (a holdout of later days,
as in Hastie, Tibshirani and Friedman 2009, The Elements of Statistical Learning, 7.2, here over all dates that there may have been).
"""

import datetime as dt
from collections.abc import Sequence
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from backcare_tui.insight.findings.adjusted import Adjusted
from backcare_tui.insight.findings.demands import DEMANDS, demands_of
from backcare_tui.insight.findings.persistence import DayNumbers, Floats

Flags = npt.NDArray[np.bool_]

FIRST_DAYS, LATER_DAYS = 35, 28
"""Days with an outcome from which an effect may be first seen, and how many days have to follow (our own rules)."""
HELD = 0.15
"""The chance, shared by all looks so far, with which the later days alone may point the same way in a diary of more than 18
weeks (our own rule): who has looked more often has to see it more clearly."""
WEEKS_APART = 2
"""From one look to the next: the rates are made for people who look every second week."""
KEPT = 0.8
"""The part of the size at which an effect stands out, down to which what was told once is told on (our own rule), so that it
does not come and go."""
LEAST_LATER = 0.2
"""The part of what is known of the factor that the later days have to hold (our own rule)."""
RECENT_DAYS, FADED, LEAST_RECENT = 84, 2.0, 1.96
"""The last twelve weeks, by how many errors an effect has to be smaller in them than before to have faded, and the errors by which
it stands out in them that speak against that (our own rules)."""
STEP_DAYS = 7
"""From one date that is looked at to the next."""
_NOTHING = 1e-9


class Standing(NamedTuple):
    """How an effect stood over the time of the diary."""

    has_held: bool
    """Whether it was seen by some earlier date, and again after it."""
    is_kept: bool
    """Whether it would have been told by some earlier date, and has not gone since."""
    stood_until: dt.date | None
    """The last earlier day on which it would have been told; None where there is none."""
    stood_by: float = 0.0
    """In errors, by how much it stood out then."""


def standings(adjusted: Adjusted, told: Floats) -> tuple[Standing, ...]:
    """How each effect stood.

    Args:
        adjusted: The effects.
        told: In errors, the size from which on each stands out among all that are looked at: a row for each of `DEMANDS`, a
            column for each effect.
    """
    ordinals = np.array([day.toordinal() for day in adjusted.dates])
    ends = _ends(ordinals)
    if len(ends) <= WEEKS_APART:
        return (Standing(has_held=False, is_kept=False, stood_until=None),) * len(adjusted.pairings)
    spreads = np.maximum(adjusted.spreads, _NOTHING)
    along = (np.cumsum(adjusted.factors * adjusted.rest[:, None], axis=0)[ends] / spreads).T
    known = np.cumsum(adjusted.factors**2, axis=0)[ends].T
    days = ordinals[ends] - ordinals[0] + 1
    size, clear = np.abs(_in_errors(along, known)), told[demands_of(days)].T
    has_faded = _has_faded(along, known, days)
    held = _has_held(along, known, days, clear) & ~has_faded
    stays = (size >= KEPT * clear) & ~has_faded
    # As who looked every second week until today was told; the look of today has no part in it.
    looks = slice((len(ends) - 1) % WEEKS_APART, -1, WEEKS_APART)
    stood = _kept_up((held & (size >= clear))[:, looks], stays[:, looks])
    is_kept = stood[:, -1] & stays[:, -1]
    dates = [adjusted.dates[row] for row in ends[looks]]
    return tuple(
        Standing(bool(has), bool(keeps), *_last(earlier, sizes, dates))
        for has, keeps, earlier, sizes in zip(
            held[:, -1], is_kept, stood, size[:, looks], strict=True
        )
    )


def _in_errors(along: Floats, known: Floats) -> Floats:
    """An effect in its errors, from how far the days go along with the factor, and how much is known of it."""
    return along / np.sqrt(np.maximum(known, _NOTHING))


def _kept_up(begins: Flags, stays: Flags) -> Flags:
    """Whether each is told by each date: from one on which it begins, for as long as it stays."""
    told = begins.copy()
    for at in range(1, told.shape[1]):
        told[:, at] |= told[:, at - 1] & stays[:, at]
    return told


def _has_held(along: Floats, known: Floats, days: DayNumbers, told: Floats) -> Flags:
    """By each date, whether an effect was seen by an earlier one, and held on the days from that one on.

    Args:
        along: Up to each date, a row a pairing.
        known: The same.
        days: How many days of the diary there were on each.
        told: In errors, for each pairing on each date.
    """
    way = np.sign(along)[:, None, :]
    first = way * _in_errors(along, known)[:, :, None]
    new = known[:, None, :] - known[:, :, None]
    later = way * _in_errors(along[:, None, :] - along[:, :, None], new)
    is_later = days[None, :] - days[:, None] >= LATER_DAYS
    is_enough = new >= LEAST_LATER * known[:, None, :]
    seen = told * np.array([DEMANDS[at].seen_part for at in demands_of(days)])
    held = (first >= seen[:, None, :]) & (later >= _held_by(days))
    return np.asarray((is_later & is_enough & held).any(axis=1))


def _held_by(days: DayNumbers) -> Floats:
    """In errors, by how much the later days have to point the same way in diaries of so many days."""
    least = np.array([DEMANDS[at].least_held for at in demands_of(days)])
    look_days = STEP_DAYS * WEEKS_APART
    chances = HELD * look_days / np.maximum(days, look_days)
    shared = np.array([NormalDist().inv_cdf(1 - float(chance)) for chance in chances])
    return np.where(days > DEMANDS[-2].until_days, np.maximum(least, shared), least)


def _has_faded(along: Floats, known: Floats, days: DayNumbers) -> Flags:
    """By each date, whether an effect is hardly there on the recent days, and was on those before."""
    begins = np.searchsorted(days, days - RECENT_DAYS, side="right") - 1
    is_known = begins >= 0
    before, before_known = along[:, begins], np.maximum(known[:, begins], _NOTHING)
    new_known = np.maximum(known - known[:, begins], _NOTHING)
    less = before / before_known - (along - before) / new_known
    error = np.sqrt(1 / before_known + 1 / new_known)
    way = np.sign(along)
    is_less = way * less / error > FADED
    return np.asarray(
        is_known & is_less & (way * (along - before) / np.sqrt(new_known) < LEAST_RECENT)
    )


def _last(stood: Flags, sizes: Floats, dates: Sequence[dt.date]) -> tuple[dt.date | None, float]:
    """The last date on which an effect stood out, and by how much."""
    at = np.flatnonzero(stood)
    return (dates[at[-1]], float(sizes[at[-1]])) if len(at) else (None, 0.0)


def _ends(ordinals: DayNumbers) -> list[int]:
    """The rows of the last day of each week that has enough days up to it, and of the very last."""
    weeks = np.flatnonzero(np.diff(ordinals // STEP_DAYS)).tolist()
    return [row for row in weeks if row + 1 >= FIRST_DAYS] + (
        [len(ordinals) - 1] if len(ordinals) > FIRST_DAYS else []
    )
