"""Whether a factor follows pain: what is done because it hurts is no reason why it hurts. Needs numpy.

The clock of the entries says which pain was noted before something was done. Nothing that is done can act on that pain; so where
a factor goes with it all the same, pain decides about the factor, or both follow a third thing, and what comes after is no sign of
an effect. That is a negative control (Lipsitch 2010, Epidemiology 21:383); seen from the pain it is the exposure that comes after the outcome
(Flanders 2011, Epidemiology 22:59). What the factor itself did to that pain, the time before, is taken out first, so
that a habit that acts, and is kept up, does not pass for one that follows.
"""

import datetime as dt
from collections.abc import Mapping

import numpy as np

from backcare_tui.diary.when import span_of
from backcare_tui.insight.findings.calendar import weekdays_of
from backcare_tui.insight.findings.clock import EarlierPain, pain_beside
from backcare_tui.insight.findings.factors import Gathered
from backcare_tui.insight.findings.pairings import Pairing
from backcare_tui.insight.findings.persistence import Floats

LEAST_CONTROL = 1.0
"""Errors of the control below which it never counts (our own rule)."""
CONTROL_PART = {"done": 0.4, "ticked": 0.4, "paced": 0.4, "night": 0.3}
"""The part of the effect's own errors from which the control counts: what follows pain goes with the pain before it about as much
as with the pain after, and what acts, and follows pain a little, far less (calibrated in `tests/bench/bench_findings.py`). Less for
a night: nobody decides about it freely, and a painful evening makes a bad night and a bad morning."""
NOTED_APART = 1.96
"""Errors between how often pain is noted with a factor and without, from which on noting depends on it."""
_MOST_MEMORY = 0.95
_LEAST_DAYS = 20
_NOTHING = 1e-9


def follows_pain(pairing: Pairing, gathered: Gathered, effect: float, seen: float) -> bool:
    """Whether a factor goes with the pain noted before it, as it would where pain decides.

    For the night after it, all pain of the day lies before the night, whenever it was noted.

    Args:
        pairing: The factor beside an outcome.
        gathered: The diary.
        effect: What the factor seems to do to the outcome, in its unit.
        seen: The same in its own errors.
    """
    column = pairing.column
    control = abs(_with_pain(pairing, column.before, effect))
    if pairing.outcome == "sleep":
        of_day = pain_beside(gathered.outcomes["pain"], column.values)
        control = max(control, abs(_with_pain(pairing, of_day, effect)))
    return control > max(LEAST_CONTROL, CONTROL_PART[column.when] * abs(seen))


def is_noted_with(pairing: Pairing, gathered: Gathered) -> bool:
    """Whether pain is noted more often, or less, on days with a factor than on the others.

    Then days with it and without it are not alike, even if it does nothing: who notes pain when it is bad, or when a routine
    was done, has mild days with a routine and none without.
    """
    noted = gathered.outcomes["pain"]
    if not noted:
        return False
    values = pairing.column.values
    if pairing.column.is_amount:
        middle = float(np.median(list(values.values())))
        others = [day for day, value in values.items() if value <= middle]
    else:
        middle = 0.5
        # A day of which nothing is known had, as far as the diary goes, neither the one nor the other.
        others = [day for day in span_of(min(noted), max(noted)) if values.get(day, 0) <= middle]
    with_it = [day for day, value in values.items() if value > middle]
    return abs(_apart_in_errors(_hits(with_it, noted), _hits(others, noted))) > NOTED_APART


def _hits(days: list[dt.date], noted: Mapping[dt.date, float]) -> tuple[int, int]:
    return sum(day in noted for day in days), len(days)


def _apart_in_errors(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How far two parts lie apart, in errors of their difference."""
    if not one[1] or not other[1]:
        return 0.0
    pooled = (one[0] + other[0]) / (one[1] + other[1])
    error = (pooled * (1 - pooled) * (1 / one[1] + 1 / other[1])) ** 0.5
    return float((one[0] / one[1] - other[0] / other[1]) / error) if error else 0.0


def _with_pain(pairing: Pairing, earlier: Mapping[dt.date, EarlierPain], effect: float) -> float:
    """How far a factor goes with some pain, in errors; 0 where too little is known."""
    column = pairing.column
    days = sorted({*column.values, *earlier})
    if not days:
        return 0.0
    span = span_of(days[0], days[-1])
    # Slow change stays in: pain that is bad for weeks, and decides for weeks, is what is looked for.
    calendar = weekdays_of(np.array([day.toordinal() for day in span]))
    factor = _rest(np.array([column.values.get(day, np.nan) for day in span]), calendar)
    done = dict(zip(span, np.nan_to_num(factor).tolist(), strict=True))
    acts = effect if pairing.outcome == "pain" else 0.0
    lag = dt.timedelta(days=pairing.lag_days)
    noted = [
        np.nan if (of := earlier.get(day)) is None
        else of.severity - acts * done.get(of.day - lag, 0.0)
        for day in span
    ]  # fmt: skip
    pain = _rest(np.array(noted), calendar)
    memory = _memory(factor)
    return _correlation(_new(factor, memory), _new(pain, memory), calendar.shape[1])


def _rest(values: Floats, calendar: Floats) -> Floats:
    """What the calendar does not say of some values; those not known stay so."""
    known = ~np.isnan(values)
    rest = np.full(len(values), np.nan)
    if known.sum() > calendar.shape[1] + 2:
        base = np.linalg.qr(calendar[known])[0]
        rest[known] = values[known] - base @ (base.T @ values[known])
    return rest


def _memory(values: Floats) -> float:
    """How much of a day is still there the next day, 0 to below 1."""
    both = ~np.isnan(values[1:]) & ~np.isnan(values[:-1])
    now, before = values[1:][both], values[:-1][both]
    size = float(before @ before)
    return float(np.clip(now @ before / size, 0, _MOST_MEMORY)) if size > _NOTHING else 0.0


def _new(values: Floats, memory: float) -> Floats:
    """What is new in each day, so that days that are alike do not count twice (Cochrane and Orcutt 1949)."""
    return values[1:] - memory * values[:-1]


def _correlation(one: Floats, other: Floats, taken: int) -> float:
    """How far two go together, in errors, where so many columns were taken out of each."""
    known = ~np.isnan(one) & ~np.isnan(other)
    if known.sum() < _LEAST_DAYS:
        return 0.0
    one, other = one[known] - one[known].mean(), other[known] - other[known].mean()
    size = float(np.sqrt((one @ one) * (other @ other)))
    if size < _NOTHING:
        return 0.0
    part = float(one @ other) / size
    free = max(int(known.sum()) - 2 - taken * int(known.sum()) // len(known), 1)
    return part * float(np.sqrt(free / max(1 - part**2, _NOTHING)))
