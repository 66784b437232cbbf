"""The fair test: what goes along with pain and sleep, and what only seems to.

Neighboring days are alike, weeks have a rhythm, and whole months are better or worse: two things that
only share these go along with one another in any diary. So for each outcome

1. what the calendar says is taken out: the day of the week, and slow waves of six weeks and longer;
2. what the days before say is taken out: generalized least squares under the likeliest memory of the
   outcome (`findings.persistence`);
3. from each factor its own outcome of the day before is taken out. Who does, drinks or ticks
   something because it hurts is not told that it made the next day hurt;
4. the same factor on the same day and on the day before are told apart: each is looked at as if
   the other were equal;
5. each factor's effect is held against the same effect in 1,500 diaries in which the outcome's
   rests were cut into weeks, begun anywhere, and put in another order: so whatever is left of
   likeness between days stays as it is, and only the bond with the factor is cut (block permutation
   of residuals: Freedman and Lane 1983; Winkler 2014; Kunsch 1989 for blocks);
6. a factor goes along only where it stands out among the largest effects that *any* factor of the
   same question has in such a diary (Westfall and Young 1993, stepping down). This holds the
   chance of even one false finding, and so also the part of false ones among all (false discovery).

Three questions are asked of a diary, each with a limit of its own; together they allow 0.04, not 0.05,
since the memory is only estimated. Over simulated diaries in which nothing matters this keeps those
that are told of anything below 5 in 100 (`tests/bench/bench_findings.py`).
Intervals are of 95 percent, from the same diaries, for the one factor alone. Needs numpy.
"""

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from statistics import median
from typing import Literal, get_args

import msgspec
import numpy as np
import numpy.typing as npt

from backcare_tui.insight.findings.factors import DAYS_EACH, FactorColumn, Gathered
from backcare_tui.insight.findings.persistence import DayNumbers, Floats, weigh, what_is_new
from backcare_tui.insight.findings.results import Finding, FindingVerdict, Outcome

TestedPair = tuple[str, Outcome, int]
TestQuestion = Literal["next", "sleep", "same"]
LIMITS: Mapping[TestQuestion, float] = {"next": 0.024, "sleep": 0.008, "same": 0.008}
"""The chance of even one false finding that each question is allowed: pain after the night or the
day before, sleep after the day before, pain on the same day. The first is what a diary is kept for."""
DIARIES = 1500
"""How many diaries with another order are looked at."""
DAYS_NEEDED = 35
"""Days with an outcome below which nothing is looked at (our own rule)."""
BLOCK_DAYS = 7
SLOWEST_DAYS = 42
"""Waves of this length and longer belong to the calendar."""
LEVEL = 0.95
_SEED = 20_140
LEAST_LEFT = 0.2
"""The part of a factor's size that the calendar has to leave, for the two to be told apart (ours)."""
_NOTHING = 1e-6


class Pairing(msgspec.Struct, frozen=True):
    """A factor beside an outcome, so many days later."""

    column: FactorColumn
    outcome: Outcome
    lag_days: int
    days: tuple[dt.date, ...]
    """The days of the outcome for which the factor is known."""
    values: tuple[float, ...]
    """What these days had of the factor."""

    @property
    def key(self) -> TestedPair:
        """What tells it from all others."""
        return self.column.factor, self.outcome, self.lag_days

    @property
    def question(self) -> TestQuestion:
        """Which question it belongs to."""
        if self.outcome == "sleep":
            return "sleep"
        return "next" if self.lag_days or self.column.when == "night" else "same"

    @property
    def has_it(self) -> tuple[bool, ...]:
        """Which days count as days with it; for an amount, those above its middle."""
        middle = median(self.values) if self.column.is_amount and self.values else 0.5
        return tuple(value > middle for value in self.values)


class Bond(msgspec.Struct, frozen=True):
    """What the test found for one pairing; no numbers where the calendar says all of the factor."""

    effect: float | None
    low: float | None
    high: float | None
    chance: float
    """How often the largest effect of all is as large where nothing matters, 0 to 1."""


def findings_of(gathered: Gathered) -> tuple[Finding, ...]:
    """Every factor beside pain and sleep: the clearest first, then those without a sign, then the rest.

    Of diaries in which nothing has a bearing on pain about 4 in 100 are told of anything (measured by
    `tests/bench/bench_findings.py`). The same diary always gives the same findings.

        gathered = gather_factors(repository, clock)
        for finding in findings_of(gathered):
            print(finding.factor, finding.effect, finding.verdict)

    It takes about a tenth of a second for a year, so screens ask for it in a worker.
    """
    pairings = [each for outcome in get_args(Outcome) for each in _pairings(gathered, outcome)]
    testable = [each for each in pairings if _can_be_tested(each, gathered)]
    bonds = _bonds(gathered, testable)
    by_chance = sorted(
        pairings, key=lambda each: bonds[each.key].chance if each.key in bonds else 2
    )
    found = (
        _finding(each, gathered.outcomes[each.outcome], bonds.get(each.key)) for each in by_chance
    )
    order = get_args(FindingVerdict)
    return tuple(sorted(found, key=lambda each: order.index(each.verdict)))


def _pairings(gathered: Gathered, outcome: Outcome) -> Iterator[Pairing]:
    """Nights against their day; what was done against that day and the next; the rest the next."""
    values = gathered.outcomes[outcome]
    for column in gathered.columns:
        if outcome == "sleep" and column.when == "night":
            continue
        lags = {"night": (0,), "done": (0, 1), "ticked": (1,)}[column.when]
        for lag in lags if outcome == "pain" else (1,):
            before = dt.timedelta(days=lag)
            days = tuple(day for day in sorted(values) if day - before in column.values)
            of_days = tuple(column.values[day - before] for day in days)
            yield Pairing(column, outcome, lag, days, of_days)


def _can_be_tested(pairing: Pairing, gathered: Gathered) -> bool:
    with_it = sum(pairing.has_it)
    enough = min(with_it, len(pairing.days) - with_it) >= DAYS_EACH
    return enough and len(gathered.outcomes[pairing.outcome]) >= DAYS_NEEDED


def _finding(pairing: Pairing, values: Mapping[dt.date, float], bond: Bond | None) -> Finding:
    has_it = pairing.has_it
    with_it = tuple(values[day] for day, has in zip(pairing.days, has_it, strict=True) if has)
    without = tuple(values[day] for day, has in zip(pairing.days, has_it, strict=True) if not has)
    unit = pairing.column.unit
    plain = Finding(
        factor=pairing.column.factor,
        outcome=pairing.outcome,
        lag_days=pairing.lag_days,
        effect=bond.effect if bond else None,
        low=bond.low if bond else None,
        high=bond.high if bond else None,
        unit=unit if pairing.outcome == "pain" else unit.replace("points", "minutes"),
        days_with=len(with_it),
        days_without=len(without),
        verdict="too-few-days",
        needs_with=max(DAYS_EACH - len(with_it), 0),
        needs_without=max(DAYS_EACH - len(without), 0),
        needs_days=max(DAYS_NEEDED - len(values), 0),
        values_with=with_it,
        values_without=without,
    )
    if bond is None:
        return plain
    verdict = "goes-along" if bond.chance <= LIMITS[pairing.question] else "no-sign"
    return msgspec.structs.replace(plain, verdict=verdict)


def _bonds(gathered: Gathered, pairings: list[Pairing]) -> dict[TestedPair, Bond]:
    """What the test found for each pairing, by its key."""
    tests = [
        _Test(gathered.outcomes[outcome], [each for each in pairings if each.outcome == outcome])
        for outcome in get_args(Outcome)
        if any(each.outcome == outcome for each in pairings)
    ]
    if not tests:
        return {}
    random = np.random.default_rng(_SEED)
    seen = np.concatenate([test.seen for test in tests])
    by_chance = np.concatenate([test.by_chance(random) for test in tests])
    effects = np.concatenate([test.effects for test in tests])
    errors = np.concatenate([test.errors for test in tests])
    ordered = [each for test in tests for each in test.pairings]
    chances = np.ones(len(ordered))
    for question in LIMITS:
        of_it = np.array([each.question == question for each in ordered])
        chances[of_it] = stepped_down(np.abs(seen[of_it]), np.abs(by_chance[of_it]))
    reach = np.quantile(np.abs(by_chance), LEVEL, axis=1) * errors
    return {
        each.key: _bond(float(effect), float(wide), float(chance))
        for each, effect, wide, chance in zip(ordered, effects, reach, chances, strict=True)
    }


def _bond(effect: float, wide: float, chance: float) -> Bond:
    if math.isnan(effect):
        return Bond(None, None, None, 1.0)
    return Bond(effect, effect - wide, effect + wide, chance)


def stepped_down(seen: Floats, by_chance: Floats) -> Floats:
    """The chance of each of several effects, allowing for all that were looked at.

    Args:
        seen: The size of each effect, in its own error.
        by_chance: The same in diaries in which nothing matters, a column each.

    Returns:
        For each the part of these diaries whose largest effect is as large, where those larger
        than it are left out; never smaller than for a larger effect (Westfall and Young 1993).
    """
    order = np.argsort(-seen, kind="stable")
    # The largest of each effect and all smaller ones, diary by diary.
    largest = np.maximum.accumulate(by_chance[order][::-1], axis=0)[::-1]
    as_large = (largest >= seen[order][:, None] - 1e-12).sum(axis=1)
    chances = np.maximum.accumulate((1 + as_large) / (1 + by_chance.shape[1]))
    back = np.empty_like(chances)
    back[order] = chances
    return back


class _Test:
    """All factors beside one outcome."""

    def __init__(self, values: Mapping[dt.date, float], pairings: list[Pairing]) -> None:
        """Take out what the calendar and the days before say."""
        self.pairings = pairings
        dates = sorted(values)
        days = np.array([day.toordinal() for day in dates])
        outcome = np.array([values[day] for day in dates])
        calendar = calendar_of(days)
        before = np.array([values.get(day - dt.timedelta(days=1), np.nan) for day in dates])
        factors = np.column_stack([_aligned(each, dates, before) for each in pairings])
        memory = weigh(outcome, calendar, days).likeliest
        new, _ = what_is_new(np.column_stack([calendar, outcome, factors]), days, (memory,))
        width = calendar.shape[1]
        self._base = np.linalg.qr(new[0, :, :width])[0]
        self._rest = self._without(new[0, :, width])
        left = _apart(self._without(new[0, :, width + 1 :]), pairings)
        sizes = np.sqrt((left**2).sum(axis=0))
        whole = np.sqrt((new[0, :, width + 1 :] ** 2).sum(axis=0))
        # Of a factor that the calendar says wholly, as each Saturday, nothing is left to go along.
        self._is_left = sizes > LEAST_LEFT * whole + _NOTHING
        self._sizes = np.where(self._is_left, sizes, 1.0)
        self._factors = np.where(self._is_left, left / self._sizes, 0.0)
        self._free = len(dates) - width - 1
        self.seen, self.errors = self._measured(self._rest[:, None])
        self.seen, self.errors = self.seen[:, 0], self.errors[:, 0] / self._sizes
        effects = self._factors.T @ self._rest / self._sizes
        self.effects = np.where(self._is_left, effects, np.nan)

    def by_chance(self, random: np.random.Generator) -> Floats:
        """Each effect in diaries whose weeks were put in another order, in its own error."""
        return self._measured(self._rest[reordered(len(self._rest), random)])[0]

    def _without(self, columns: Floats) -> Floats:
        return columns - self._base @ (self._base.T @ columns)

    def _measured(self, rests: Floats) -> tuple[Floats, Floats]:
        """Each effect in its own error, for each column of rests, and that error."""
        along = self._factors.T @ rests
        whole = (rests**2).sum(axis=0) - ((self._base.T @ rests) ** 2).sum(axis=0)
        errors = np.sqrt(np.maximum(whole - along**2, 0.0) / self._free)
        return np.divide(along, errors, out=np.zeros_like(along), where=errors > _NOTHING), errors


def calendar_of(days: DayNumbers) -> Floats:
    """What the day alone explains, a column each: a level, the weekday, slow waves.

    Args:
        days: Ordinals of the days, ascending.
    """
    span = int(days[-1] - days[0]) + 1
    weekdays = [(days % 7 == each) - 1 / 7 for each in range(6)]
    at = (days - days[0] + 0.5) / span
    waves = [np.cos(np.pi * each * at) for each in range(1, 2 * span // SLOWEST_DAYS + 1)]
    columns = np.column_stack([np.ones(len(days)), *weekdays, *waves])
    # Waves within a long gap are not told apart; a base of full rank says the same.
    base, triangle = np.linalg.qr(columns)
    return np.asarray(base[:, np.abs(np.diagonal(triangle)) > _NOTHING])


def _aligned(pairing: Pairing, dates: list[dt.date], before: Floats) -> Floats:
    """The factor for each day, without what the outcome of the day before says of it.

    A day for which it is not known stands in the middle, and so says nothing.
    """
    values = dict(zip(pairing.days, pairing.values, strict=True))
    factor = np.array([values.get(day, np.nan) for day in dates])
    known = ~np.isnan(factor)
    factor -= factor[known].mean()
    both = known & ~np.isnan(before)
    if both.sum() > 2:
        said = before[both] - before[both].mean()
        if (size := float(said @ said)) > _NOTHING:
            factor[both] -= said * float(said @ factor[both]) / size
    factor[~known] = 0.0
    return factor


def _apart(factors: Floats, pairings: list[Pairing]) -> Floats:
    """Each factor without what it says by way of the same one on the day beside it."""
    apart = factors.copy()
    by_factor: dict[str, list[int]] = {}
    for at, each in enumerate(pairings):
        by_factor.setdefault(each.column.factor, []).append(at)
    for one, other in (pair for pair in by_factor.values() if len(pair) == 2):
        for at, beside in ((one, other), (other, one)):
            if (size := float(factors[:, beside] @ factors[:, beside])) > _NOTHING:
                share = float(factors[:, at] @ factors[:, beside]) / size
                apart[:, at] -= share * factors[:, beside]
    return apart


def reordered(days: int, random: np.random.Generator) -> npt.NDArray[np.int64]:
    """The rows of the days for each diary: blocks in another order, begun anywhere in the circle."""
    blocks = np.arange(days) // BLOCK_DAYS
    places = random.random((DIARIES, blocks[-1] + 1))[:, blocks]
    order = np.argsort(places, axis=1, kind="stable")
    begun = random.integers(days, size=(DIARIES, 1))
    return ((order + begun) % days).T
