"""The fair test: what goes along with pain and sleep, and what only seems to.

Neighboring days are alike, weeks have a rhythm, and whole months are better or worse: two things that
only share these go along with one another in any diary. So for each outcome

1. what the calendar says is taken out: the day of the week, slow waves of six weeks and longer, and in
   long diaries those of about four weeks (`findings.calendar`);
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
   chance of even one false finding, and so also the part of false ones among all (false discovery);
7. it has to have stood out on the days up to some earlier date, and again on those after it, so that who
   looks often is not told of chance in the end; what was told once is told on until it has gone (`findings.standing`);
8. of a later day or a night it is not called where the factor goes with the pain noted before it: then pain
   decides about the factor (`findings.direction`). On the same day nobody knows which came first, so that
   has a verdict of its own, and none where noting depends on the factor.

Three questions are asked of a diary, each with a limit of its own, which depends on its age (`findings.demands`). What this comes to over made-up diaries is measured by
`tests/bench/bench_findings.py`, and told in the manual.
Intervals are of 95 percent, from the same diaries, for the one factor alone. Needs numpy.
"""

import math
from collections.abc import Sequence
from typing import get_args

import msgspec
import numpy as np
import numpy.typing as npt

from backcare_tui.insight.findings.adjusted import Adjusted
from backcare_tui.insight.findings.demands import DEMANDS, demand_at
from backcare_tui.insight.findings.direction import follows_pain, is_noted_with
from backcare_tui.insight.findings.factors import DAYS_EACH, Gathered
from backcare_tui.insight.findings.pairings import (
    DAYS_NEEDED,
    Pairing,
    TestedPair,
    TestQuestion,
    can_be_tested,
    pairings,
)
from backcare_tui.insight.findings.persistence import Floats
from backcare_tui.insight.findings.results import (
    Finding,
    FindingVerdict,
    FollowsWhat,
    Outcome,
)
from backcare_tui.insight.findings.standing import Standing, standings

DIARIES = 1500
"""How many diaries with another order are looked at."""
BLOCK_DAYS = 7
LEVEL = 0.95
_SEED = 20_140


class Bond(msgspec.Struct, frozen=True):
    """What the test found for one pairing; no numbers where the calendar says all of the factor."""

    effect: float | None
    low: float | None
    high: float | None
    seen: float
    """The effect in its own errors."""
    chance: float
    """How often the largest effect of all is as large where nothing matters, 0 to 1."""
    is_clear: bool
    """Whether it stands out among all that are looked at, as far as its question is allowed."""
    standing: Standing


def findings_of(gathered: Gathered) -> tuple[Finding, ...]:
    """Every factor beside pain and sleep, by verdict, and within each the clearest first.

    How often somebody is told of something where nothing has a bearing on pain is measured by
    `tests/bench/bench_findings.py`. The same diary always gives the same findings.

        gathered = gather_factors(repository, clock)
        for finding in findings_of(gathered):
            print(finding.factor, finding.effect, finding.verdict)

    It takes about a tenth of a second for a year, so screens ask for it in a worker.
    """
    looked_at = [each for outcome in get_args(Outcome) for each in pairings(gathered, outcome)]
    bonds = _bonds(gathered, [each for each in looked_at if can_be_tested(each, gathered)])
    by_chance = sorted(
        looked_at, key=lambda each: bonds[each.key].chance if each.key in bonds else 2
    )
    found = (_finding(each, gathered, bonds.get(each.key)) for each in by_chance)
    order = get_args(FindingVerdict)
    return tuple(sorted(found, key=lambda each: order.index(each.verdict)))


def _finding(pairing: Pairing, gathered: Gathered, bond: Bond | None) -> Finding:
    values, has_it = gathered.outcomes[pairing.outcome], pairing.has_it
    with_it = tuple(values[day] for day, has in zip(pairing.days, has_it, strict=True) if has)
    without = tuple(values[day] for day, has in zip(pairing.days, has_it, strict=True) if not has)
    unit = pairing.column.unit
    verdict, follows = _verdict(pairing, gathered, bond)
    return Finding(
        factor=pairing.column.factor,
        outcome=pairing.outcome,
        lag_days=pairing.lag_days,
        effect=bond.effect if bond else None,
        low=bond.low if bond else None,
        high=bond.high if bond else None,
        unit=unit if pairing.outcome == "pain" else unit.replace("points", "minutes"),
        days_with=len(with_it),
        days_without=len(without),
        verdict=verdict,
        follows=follows,
        stood_until=bond.standing.stood_until if bond and verdict == "gone" else None,
        needs_with=max(DAYS_EACH - len(with_it), 0),
        needs_without=max(DAYS_EACH - len(without), 0),
        needs_days=max(DAYS_NEEDED - len(values), 0),
        values_with=with_it,
        values_without=without,
    )


def _verdict(
    pairing: Pairing, gathered: Gathered, bond: Bond | None
) -> tuple[FindingVerdict, FollowsWhat | None]:
    """What may be said, and what the factor follows where that is it."""
    if bond is None:
        return "too-few-days", None
    is_clear = (bond.is_clear and bond.standing.has_held) or bond.standing.is_kept
    is_gone = not is_clear and bond.standing.stood_until is not None
    if bond.effect is None or not (is_clear or is_gone):
        return "no-sign", None
    if pairing.question == "same":
        follows: FollowsWhat | None = "noting" if is_noted_with(pairing, gathered) else None
    else:
        seen = bond.standing.stood_by if is_gone else bond.seen
        follows = "pain" if follows_pain(pairing, gathered, bond.effect, seen) else None
    if is_gone:
        return ("no-sign", None) if follows else ("gone", None)
    if follows:
        return "follows", follows
    return "same-day" if pairing.question == "same" else "goes-along", None


def _bonds(gathered: Gathered, testable: Sequence[Pairing]) -> dict[TestedPair, Bond]:
    """What the test found for each pairing, by its key."""
    by_outcome = (
        (outcome, [each for each in testable if each.outcome == outcome])
        for outcome in get_args(Outcome)
    )
    parts = [Adjusted(gathered.outcomes[outcome], of) for outcome, of in by_outcome if of]
    if not parts:
        return {}
    random = np.random.default_rng(_SEED)
    by_chance = np.abs(
        np.concatenate([each.reordered(reordered(len(each.rest), random)) for each in parts])
    )
    ordered = [each for part in parts for each in part.pairings]
    seen = np.concatenate([part.seen for part in parts])
    chances, told = np.ones(len(ordered)), np.ones((len(DEMANDS), len(ordered)))
    for question in get_args(TestQuestion):
        of_it = np.array([each.question == question for each in ordered])
        if of_it.any():
            chances[of_it] = stepped_down(np.abs(seen[of_it]), by_chance[of_it])
            largest = by_chance[of_it].max(axis=0)
            allowed = [1 - each.limits[question] for each in DEMANDS]
            told[:, of_it] = np.quantile(largest, allowed)[:, None]
    ends = np.cumsum([len(part.pairings) for part in parts])[:-1]
    by_part = zip(parts, np.split(told, ends, axis=1), strict=True)
    stood = [each for part, sizes in by_part for each in standings(part, sizes)]
    effects = np.concatenate([part.effects for part in parts])
    wide = np.quantile(by_chance, LEVEL, axis=1) * np.concatenate([part.errors for part in parts])
    limits = [
        demand_at(part.days).limits[each.question] for part in parts for each in part.pairings
    ]
    numbers = np.column_stack([effects, wide, seen, chances]).tolist()
    bonds = map(_bond, numbers, (chances <= limits).tolist(), stood)
    return {each.key: bond for each, bond in zip(ordered, bonds, strict=True)}


def _bond(numbers: Sequence[float], is_clear: bool, standing: Standing) -> Bond:  # noqa: FBT001 - mapped over
    effect, wide, seen, chance = numbers
    if math.isnan(effect):
        return Bond(None, None, None, 0.0, 1.0, is_clear=False, standing=standing)
    return Bond(effect, effect - wide, effect + wide, seen, chance, is_clear, standing)


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


def reordered(days: int, random: np.random.Generator) -> npt.NDArray[np.int64]:
    """The rows of the days for each diary: blocks in another order, begun anywhere in the circle."""
    starts = np.arange(0, days, BLOCK_DAYS)
    orders = np.argsort(random.random((DIARIES, len(starts))), axis=1)
    begun = random.integers(days, size=(DIARIES, 1))
    # The last block may be shorter, so each place is filled up and what is beyond the days is left out.
    rows = (starts[:, None] + np.arange(BLOCK_DAYS))[orders].reshape(DIARIES, -1)
    order = rows[rows < days].reshape(DIARIES, days)
    return ((order + begun) % days).T
