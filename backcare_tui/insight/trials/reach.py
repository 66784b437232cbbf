"""What a trial would find, and whether it would end with days enough: one's own last weeks, drawn again.

Nobody tried anything in those weeks. So pairs of periods are taken from them, the lot is drawn for each, the effect is
added to the days that would have been with, and the test of `effect` is run on it, a few hundred times: the size that is
found in 4 of 5 of these is what such a trial would mostly find. No bell curve is asked for, days out of line and days not
noted are as the person has them (power by simulation: Arnold et al. 2011, BMC Med Res Methodol 11:94; by resampling of
one's own data it is the same test that will be run in the end).

Whether enough pairs would be left is counted over all days on which such a trial could have begun, its days going round
from the last to the first, so that weekends or weeks without notes fall as they do; and, as so few weeks may have had luck,
over pairs taken one by one. The worse of the two is told.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from math import comb
from random import Random

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.trial import MAX_PAIRS, Trial, TrialOutcomeWord
from backcare_tui.insight.trials.schedule import (
    FAIR_CHANCE,
    LEAST_PAIRS,
    PERIODS,
    USUAL_PAIRS,
    USUAL_PERIOD_DAYS,
    WEEK,
    counted_from,
    least_pairs,
)

LOOKED_BACK_DAYS = 84
"""Days before today from which it is worked out what a trial would find (our own rule)."""
LEAST_KNOWN_PAIRS = 6
"""Pairs of periods beside one another that the last weeks must hold to say anything (our own rule)."""
MOSTLY = 0.8
"""The part of trials that are to find the size that is told: the usual power."""
FOUND_AGAIN, FOUND_AGAIN_SINGLE = 0.89, 0.92
"""The part of trials drawn again that find the size that is told; where periods are of a single day more, as one day out of line counts most there.

More than `MOSTLY`, as a few weeks say only roughly how far somebody varies: with it, 4 of 5 trials that follow find that
size, in made-up diaries of every sort (`tests/bench/bench_trials.py`).
"""
MAY_END_SHORT = 0.1
"""The part of trials that may end with too few days (our own rule)."""
PLANNED_SHORT = 0.05
"""The part for which pairs are offered: less, as a few weeks say only roughly how days will be missing."""
USUALLY_MISSING = 0.1
"""The part of days taken for missing where it is not known how many are (our own rule)."""
DRAWS = 200
"""How many trials are drawn: a size is then sure to a few parts of 100."""
_STEP = {"pain": 0.1, "sleep": 5.0}
"""Sizes are looked at in these steps, points or minutes."""
_MOST_STEPS = 100
_LEAST_STEPS = {"pain": 5, "sleep": 1}
"""The least that is told: an effect of less than half a point need not change a whole number."""
_ROUNDING = 1e-9

PastDays = tuple[float | None, ...]
"""The outcome of each of the last days, yesterday last; None where none was taken down."""
PairSides = tuple[tuple[float, ...], tuple[float, ...]]
"""The outcomes of the days that count in the two periods of a pair."""
PairByLot = tuple[tuple[float, ...], float]
"""The outcomes of the days that would have been with, and the mean of those without."""


class Outlook(msgspec.Struct, frozen=True):
    """How such a trial would end, going by the last weeks."""

    is_known: bool = False
    """Whether days enough are noted to say what it would find."""
    too_few: float | None = None
    """The part of such trials that would end with too few pairs, 0 to 1; None where not known."""
    can_end_well: bool = True
    """Whether as many pairs as can be had would mostly be enough, with periods as long as these."""


def past_of(values: Mapping[dt.date, float], today: dt.date) -> PastDays:
    """The days before today, from the first one with an outcome on, `LOOKED_BACK_DAYS` at most."""
    days = [today - dt.timedelta(days=ago) for ago in range(LOOKED_BACK_DAYS, 0, -1)]
    known = [values.get(day) for day in days]
    first = next((at for at, value in enumerate(known) if value is not None), len(known))
    return tuple(known[first:])


def outlook_of(trial: Trial, past: PastDays) -> Outlook:
    """How such a trial would end.

    Args:
        trial: One that is planned; what is tried and its days do not matter, only its design.
        past: The outcome of the last days.
    """
    days = trial.period_days
    return Outlook(
        _is_known(past, days),
        too_few(past, days, trial.pairs) if _is_long(past, days) else None,
        pairs_to_end_well(past, days) is not None,
    )


def found_mostly(trial: Trial, past: PastDays) -> float | None:
    """The size that 4 of 5 such trials would find; None where it is not known, and where no size would be.

    Args:
        trial: One that is planned.
        past: The outcome of the last days.

    Returns:
        Points that pain is lower, or minutes that sleep is longer.
    """
    return _found_mostly(past, trial.period_days, trial.pairs, trial.outcome)


@lru_cache(maxsize=8)  # a form asks with each key that is typed
def _found_mostly(
    past: PastDays, period_days: int, pairs: int, outcome: TrialOutcomeWord
) -> float | None:
    if not _is_known(past, period_days):
        return None
    trials = list(_drawn_again(past, period_days, pairs))
    sizes = [steps * _STEP[outcome] for steps in range(_LEAST_STEPS[outcome], _MOST_STEPS + 1)]
    found_again = FOUND_AGAIN_SINGLE if period_days == 1 else FOUND_AGAIN
    at = bisect_left(sizes, found_again, key=partial(_found, trials, outcome))
    return sizes[at] if at < len(sizes) else None


def offered_pairs(past: PastDays, period_days: int) -> int:
    """How many pairs are offered: those that are usual, more where days are missing.

    Weeks need no pair to spare where every day was noted.
    """
    is_whole = bool(past) and None not in past
    usual = LEAST_PAIRS if is_whole and period_days >= WEEK else USUAL_PAIRS
    return max(usual, pairs_to_end_well(past, period_days) or MAX_PAIRS)


def offered_period_days(past: PastDays) -> int:
    """How many days a period has at first: those that are usual, more where no such trial would end well."""
    longer = [days for days in PERIODS if days >= USUAL_PERIOD_DAYS]
    well = (days for days in longer if pairs_to_end_well(past, days) is not None)
    return next(well, longer[-1])


def too_few(past: PastDays, period_days: int, pairs: int) -> float:
    """The part of trials that would end with fewer pairs than can say anything, 0 to 1.

    Where too little is known of the person, every tenth day is taken for missing.
    """
    if not _is_long(past, period_days):
        counted = period_days - counted_from(period_days)
        return _one_by_one((1 - USUALLY_MISSING**counted) ** 2, pairs)
    length, days = 2 * period_days, len(past)
    is_left = [all(_pair(past, start, period_days)) for start in range(days)]
    left = (
        sum(is_left[(start + length * pair) % days] for pair in range(pairs))
        for start in range(days)
    )
    in_a_row = mean([each < LEAST_PAIRS for each in left])
    return max(in_a_row, _one_by_one(mean(is_left), pairs))


def _one_by_one(left: float, pairs: int) -> float:
    """How often fewer pairs are left than can say anything, where each is with this chance."""
    ways = (comb(pairs, many) * left**many for many in range(LEAST_PAIRS))
    return sum(way * (1 - left) ** (pairs - many) for many, way in enumerate(ways))


def pairs_to_end_well(past: PastDays, period_days: int) -> int | None:
    """The fewest pairs of which 9 of 10 trials end with days enough; None where `MAX_PAIRS` are not."""
    short = {
        pairs: too_few(past, period_days, pairs)
        for pairs in range(least_pairs(period_days), MAX_PAIRS + 1)
    }
    surely = (pairs for pairs, part in short.items() if part <= PLANNED_SHORT)
    most = MAX_PAIRS if short[MAX_PAIRS] <= MAY_END_SHORT else None
    return next(surely, most)


def is_found(gains: Sequence[float]) -> bool:
    """Whether pairs whose days with were better by so much say so: the test of `effect_of`, quicker.

    The sums of all groups of pairs are not listed but counted, from those of two halves.
    """
    if len(gains) < LEAST_PAIRS or sum(gains) <= 0:
        return False
    half = len(gains) // 2
    others = sorted(_sums(gains[half:]))
    # The group of none is among them: it stands for the order that was drawn.
    against = sum(bisect_right(others, _ROUNDING - each) for each in _sums(gains[:half]))
    return 2 * against <= FAIR_CHANCE * (1 << len(gains))


def _is_long(past: PastDays, period_days: int) -> bool:
    return len(past) >= 2 * period_days * LEAST_KNOWN_PAIRS


def _is_known(past: PastDays, period_days: int) -> bool:
    """Whether there are pairs enough with an outcome on both sides, one beside the other."""
    length = 2 * period_days
    starts = range(len(past) % length, len(past), length)
    return sum(all(_pair(past, start, period_days)) for start in starts) >= LEAST_KNOWN_PAIRS


def _pair(past: PastDays, start: int, period_days: int) -> PairSides:
    """The two sides of a pair that begins there, going round at the end."""

    def side(begins: int) -> Iterator[float]:
        for place in range(counted_from(period_days), period_days):
            value = past[(begins + place) % len(past)]
            if value is not None:
                yield value

    return tuple(side(start)), tuple(side(start + period_days))


def _drawn_again(past: PastDays, period_days: int, pairs: int) -> Iterator[tuple[PairByLot, ...]]:
    """Trials made of pairs of the last days, each by lot; always the same, as a sentence must not flicker."""
    chance = Random(0)  # noqa: S311 - it draws nothing that anybody could want to guess
    starts = range(len(past) - 2 * period_days + 1)
    sides = [_pair(past, start, period_days) for start in starts]
    for _ in range(DRAWS):
        chosen = (
            (one, other) if chance.random() < 1 / 2 else (other, one)
            for one, other in chance.choices(sides, k=pairs)
        )
        yield tuple((with_, mean(without)) for with_, without in chosen if with_ and without)


def _found(
    trials: Sequence[tuple[PairByLot, ...]], outcome: TrialOutcomeWord, size: float
) -> float:
    """The part of trials that find an effect of that size."""
    gain = _less_pain if outcome == "pain" else _more_sleep
    return mean([is_found([gain(lot, size) for lot in lots]) for lots in trials])


def _less_pain(lot: PairByLot, size: float) -> float:
    """Nobody has less than none: where pain is near 0, an effect has no room."""
    with_, without = lot
    return without - mean([max(each - size, 0.0) for each in with_])


def _more_sleep(lot: PairByLot, size: float) -> float:
    with_, without = lot
    return mean(with_) + size - without


def _sums(gains: Sequence[float]) -> list[float]:
    """The sum of every group of them, the group of none too."""
    sums = [0.0]
    for each in gains:
        sums += [whole + each for whole in sums]
    return sums
