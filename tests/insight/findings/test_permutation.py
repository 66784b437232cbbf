"""The fair test: what it finds, what it does not, and what it can never be brought to say."""

import datetime as dt
import math
import random as plain_random
from collections.abc import Mapping
from statistics import mean
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.insight.findings.calendar import calendar_of
from backcare_tui.insight.findings.factors import DAYS_EACH, UNIT_WITH, FactorColumn, Gathered
from backcare_tui.insight.findings.pairings import DAYS_NEEDED
from backcare_tui.insight.findings.permutation import findings_of, stepped_down
from backcare_tui.insight.findings.results import Finding
from tests.examples import tried
from tests.insight.behaviors import BEHAVIORS, follow, unmoved
from tests.insight.simulated import BEGAN, Simulated, any_diary, simulate


def day(number: int) -> dt.date:
    return BEGAN + dt.timedelta(days=number)


def gathered(pain: Mapping[dt.date, float], *columns: FactorColumn) -> Gathered:
    return Gathered((BEGAN, max(pain, default=BEGAN)), {"pain": pain, "sleep": {}}, columns)


def column(values: Mapping[dt.date, float], factor: str = "alcohol") -> FactorColumn:
    return FactorColumn(factor, values, "done", UNIT_WITH)


def verdicts(of: Gathered) -> set[str]:
    return {each.verdict for each in findings_of(of)}


def fading(diary: Gathered) -> Gathered:
    """The diary with four months more, in which alcohol is drunk as before and does nothing."""
    later = unmoved("memory .3", 120, np.random.default_rng(6))
    shift = dt.timedelta(days=180)

    def joined(one: Mapping[dt.date, Any], other: Mapping[dt.date, Any]) -> dict[dt.date, Any]:
        return {**one, **{when + shift: value for when, value in other.items()}}

    columns = tuple(
        replace(
            column,
            values=joined(column.values, after.values),
            before=joined(
                column.before,
                {when: of._replace(day=of.day + shift) for when, of in after.before.items()},
            ),
        )
        for column, after in zip(diary.columns, later.columns, strict=True)
    )
    outcomes = {
        outcome: joined(values, later.outcomes[outcome])
        for outcome, values in diary.outcomes.items()
    }
    return Gathered((BEGAN, day(299)), outcomes, columns)


def about_pain(of: Gathered) -> list[Finding]:
    return [each for each in findings_of(of) if each.outcome == "pain"]


def numbers(finding: Finding) -> list[float]:
    return [each for each in (finding.effect, finding.low, finding.high) if each is not None]


@pytest.mark.parametrize(
    ("diaries", "at_most"), [(10, 2), pytest.param(40, 5, marks=pytest.mark.thorough)]
)
def test_of_diaries_in_which_nothing_matters_hardly_any_is_told_of_anything(
    diaries: int, at_most: int
) -> None:
    """The benchmark looks at many more."""
    told = 0
    for seed in range(diaries):
        random = np.random.default_rng(seed)
        found = findings_of(simulate(any_diary(random), random))
        told += any(each.verdict == "goes-along" for each in found)
    assert told <= at_most


def test_a_point_and_a_half_in_four_months_is_found() -> None:
    found = 0
    for seed in range(12):
        kind = Simulated(days=120, memory=0.6, has_calendar=False, effect=1.5)
        for each in findings_of(simulate(kind, np.random.default_rng(seed))):
            if (each.factor, each.outcome, each.lag_days) == ("trigger:0", "pain", 1):
                found += each.verdict == "goes-along"
                assert each.low is not None
                assert each.high is not None
                assert each.low < 2.5
                assert each.high > 0.5
    assert found >= 9


@pytest.mark.parametrize(
    ("diaries", "at_most"), [(4, 1), pytest.param(20, 3, marks=pytest.mark.thorough)]
)
def test_who_does_something_because_it_hurts_is_not_told_that_it_made_the_next_day_hurt(
    diaries: int, at_most: int
) -> None:
    """The benchmark looks at many more, for a year too."""
    for behavior in BEHAVIORS:
        told = sum(
            "goes-along" in verdicts(follow(behavior, 120, np.random.default_rng(seed)))
            for seed in range(diaries)
        )
        assert told <= at_most, behavior


def test_what_is_ticked_with_pain_is_never_held_against_the_same_day() -> None:
    diary = unmoved("memory .3", 40, np.random.default_rng(1))
    held = {(each.factor, each.lag_days) for each in findings_of(diary) if each.outcome == "pain"}
    ticked = {column.factor for column in diary.columns if column.when == "ticked"}
    assert {lag for factor, lag in held if factor in ticked} == {1}
    assert {lag for factor, lag in held if factor == "session"} == {0, 1}


def test_what_follows_pain_is_said_to() -> None:
    found = [
        each
        for seed in range(4)
        for each in findings_of(follow("evening, night, morning", 364, np.random.default_rng(seed)))
    ]
    followed = {each.factor for each in found if each.verdict == "follows"}
    assert followed <= {"sleep-hours", "sleep-quality"}
    assert followed
    assert all((each.follows == "pain") == (each.verdict == "follows") for each in found)


def test_where_noting_depends_on_it_the_same_day_is_not_told() -> None:
    diaries = [
        findings_of(follow("noted when bad or with it", 120, np.random.default_rng(seed)))
        for seed in range(4)
    ]
    sessions = [each for found in diaries for each in found if each.factor == "session"]
    assert "noting" in {each.follows for each in sessions}
    assert "same-day" not in {each.verdict for each in sessions}


def test_what_held_for_half_a_year_and_then_no_more_is_said_to_have_gone() -> None:
    gone = []
    for seed in range(4, 9):
        diary = unmoved("memory .3", 180, np.random.default_rng(seed), effect=2.0)
        assert "goes-along" in verdicts(diary)
        gone += [each for each in findings_of(fading(diary)) if each.verdict == "gone"]
    assert len(gone) >= 4
    for each in gone:
        assert (each.factor, each.outcome, each.lag_days) == ("alcohol", "pain", 1)
        assert each.stood_until
        assert day(150) < each.stood_until < day(299)


def test_the_order_of_entries_changes_nothing() -> None:
    diary = simulate(Simulated(100, 0.5, effect=1.5), np.random.default_rng(1))

    def shuffled(values: Mapping[dt.date, float]) -> dict[dt.date, float]:
        items = list(values.items())
        plain_random.Random(3).shuffle(items)
        return dict(items)

    other = Gathered(
        diary.span,
        {outcome: shuffled(values) for outcome, values in diary.outcomes.items()},
        tuple(replace(each, values=shuffled(each.values)) for each in diary.columns),
    )
    assert findings_of(other) == findings_of(diary)


@tried(25)
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=1, max_size=120),
    st.sampled_from([0.0, 1.0]),
)
def test_a_factor_that_is_always_the_same_is_never_a_finding(
    severities: list[int | None], always: float
) -> None:
    pain = {day(n): float(s) for n, s in enumerate(severities) if s is not None}
    constant = column({day(n): always for n in range(len(severities))})
    for each in findings_of(gathered(pain, constant)):
        assert each.verdict == "too-few-days"
        assert (each.needs_without if always else each.needs_with) > 0
        assert not numbers(each)


@tried(25)
@given(
    st.lists(
        st.tuples(st.one_of(st.none(), st.integers(0, 10)), st.sampled_from([None, 0.0, 1.0])),
        max_size=90,
    )
)
def test_whatever_the_diary_holds_every_number_is_finite(
    days: list[tuple[int | None, float | None]],
) -> None:
    pain = {day(n): float(s) for n, (s, _) in enumerate(days) if s is not None}
    factor = column({day(n): f for n, (_, f) in enumerate(days) if f is not None})
    for each in findings_of(gathered(pain, factor)):
        assert all(map(math.isfinite, numbers(each)))
        assert each.days_with == len(each.values_with)
        assert each.days_without == len(each.values_without)
        if each.verdict == "goes-along":
            assert each.effect


@pytest.mark.parametrize("severity", [0.0, 10.0])
def test_a_year_of_the_same_pain_goes_along_with_nothing(severity: float) -> None:
    pain = {day(n): severity for n in range(365)}
    factor = column({day(n): float(n % 3 == 0) for n in range(365)})
    for each in about_pain(gathered(pain, factor)):
        assert each.verdict == "no-sign"
        assert each.effect == pytest.approx(0, abs=1e-9)


def test_what_is_done_each_saturday_cannot_be_told_from_the_weekend() -> None:
    random = np.random.default_rng(5)
    pain = {day(n): float(random.integers(2, 8)) for n in range(120)}
    factor = column({day(n): float(day(n).weekday() == 5) for n in range(120)})
    for each in about_pain(gathered(pain, factor)):
        assert each.verdict == "no-sign"
        assert each.effect is None


def test_what_was_done_the_day_before_is_not_taken_for_the_same_day() -> None:
    """The two are neighbors; what one does must not be said of the other as well."""
    random = np.random.default_rng(6)
    had = (random.random(365) < 0.3).astype(float)
    pain = {
        day(n): float(5 + 1.5 * had[n - 1] + random.normal(0, 1)) if n else 5.0 for n in range(365)
    }
    found = {
        each.lag_days: each
        for each in about_pain(
            gathered(pain, column({day(n): float(h) for n, h in enumerate(had)}))
        )
    }
    assert found[1].verdict == "goes-along"
    assert found[0].verdict == "no-sign"


def test_two_days_say_what_is_needed() -> None:
    pain = {day(0): 4.0, day(1): 5.0}
    (same, following) = about_pain(gathered(pain, column({day(0): 1.0, day(1): 0.0})))
    assert {same.verdict, following.verdict} == {"too-few-days"}
    assert same.needs_days == DAYS_NEEDED - 2
    assert same.needs_with == DAYS_EACH - 1


def test_an_empty_diary_has_no_findings() -> None:
    assert findings_of(gathered({})) == ()


def test_the_days_behind_a_finding_are_those_of_the_diary() -> None:
    random = np.random.default_rng(8)
    pain = {day(n): float(random.integers(0, 11)) for n in range(60)}
    factor = {day(n): float(random.random() < 0.4) for n in range(60)}
    (following,) = (
        each for each in about_pain(gathered(pain, column(factor))) if each.lag_days == 1
    )
    with_it = [pain[day(n)] for n in range(1, 60) if factor[day(n - 1)]]
    assert sorted(following.values_with) == sorted(with_it)
    assert mean(following.values_without) == pytest.approx(
        mean(pain[day(n)] for n in range(1, 60) if not factor[day(n - 1)])
    )


def test_the_calendar_has_full_rank_also_with_long_gaps() -> None:
    days = np.array([*range(20), *range(340, 360)]) + BEGAN.toordinal()
    base = calendar_of(days)
    assert np.linalg.matrix_rank(base) == base.shape[1] < len(days)


def test_stepping_down_holds_each_effect_against_the_largest_of_those_not_larger() -> None:
    seen = np.array([1.0, 3.0, 2.0])
    by_chance = np.array([[0.5, 2.5, 0.1, 0.9], [0.2, 0.3, 3.5, 0.4], [1.9, 0.1, 0.2, 2.2]])
    # 3.0 against the largest of all: 1.9 2.5 3.5 2.2; 2.0 against 1.9 2.5 0.2 2.2; 1.0 against its own.
    assert stepped_down(seen, by_chance).tolist() == [3 / 5, 2 / 5, 3 / 5]
