"""One comparison for weeks and for papers: what is enough, what is said, and never at odds with the figures."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.comparison import compare, pain_of
from backcare_tui.insight.usual import LEAST_DAYS
from backcare_tui.insight.week.figures import DAYS_TO_COMPARE
from tests.for_each import for_each

MONDAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)
means = st.floats(0, 10)


@for_each(("days", "least"), [(1, 1), (7, 4), (14, 7), (21, 11), (28, 14)])
def test_half_of_the_days_are_enough(days: int, least: int) -> None:
    span = (MONDAY, MONDAY + (days - 1) * DAY)
    noted = {MONDAY + n * DAY: 5.0 for n in range(days)}
    assert pain_of(dict(list(noted.items())[:least]), span).is_enough
    assert not pain_of(dict(list(noted.items())[: least - 1]), span).is_enough
    assert LEAST_DAYS == DAYS_TO_COMPARE == 4


def test_days_outside_are_not_looked_at_and_none_has_no_mean() -> None:
    span = (MONDAY, MONDAY + 6 * DAY)
    assert pain_of({MONDAY - DAY: 9.0, MONDAY + 7 * DAY: 9.0}, span).mean is None
    found = pain_of({MONDAY - DAY: 9.0, MONDAY: 2.0, MONDAY + 6 * DAY: 3.5}, span)
    assert (found.noted, found.mean, found.said, found.days) == (2, 2.75, 2.8, 7)


@given(means, means, st.none() | st.floats(0, 10))
def test_the_word_never_contradicts_the_figures(
    before: float, now: float, swing: float | None
) -> None:
    found = compare(before, now, swing)
    assert found.points == round(round(now, 1) - round(before, 1), 1)
    assert (found.weight == "as-before") == (found.points == 0)
    if found.weight in {"small", "matters"}:
        assert swing is not None
        assert abs(now - before) > swing
        assert found.swing is not None
        assert abs(found.points) > found.swing
    if found.weight == "within" and found.swing is not None:
        assert abs(found.points) <= found.swing
    if found.weight == "matters":
        assert abs(found.points) >= min(2, 0.3 * found.before)
    assert (found.weight == "unknown") == (swing is None and found.points != 0)
