"""Too much on a good day: a very active day against the pain of the two days after it, by the same test as all else."""

import datetime as dt

import numpy as np

from backcare_tui.diary.records.pain import Pain
from backcare_tui.insight.findings.clock import EarlierPain, NotedPain
from backcare_tui.insight.findings.factor_sentences import tells_overdoing
from backcare_tui.insight.findings.high_days import after_high_days
from backcare_tui.insight.findings.permutation import findings_of
from backcare_tui.insight.findings.results import Finding
from backcare_tui.insight.findings.sentences import say_finding, say_outcome
from backcare_tui.insight.movement.active_days import ActiveFigures
from tests.conftest import MONDAY
from tests.insight.active import because_it_hurts, too_much

MON = MONDAY.date()
DAY = dt.timedelta(days=1)


def figures(*minutes: float | None) -> dict[dt.date, ActiveFigures]:
    return {
        MON + DAY * at: ActiveFigures(each, "typed")
        for at, each in enumerate(minutes)
        if each is not None
    }


def of_activity(found: tuple[Finding, ...]) -> Finding:
    (one,) = (each for each in found if each.factor == "active")
    return one


def test_a_very_active_day_marks_itself_and_the_day_after_where_that_is_known() -> None:
    noted = NotedPain([Pain(at=MONDAY + DAY * at, severity=at) for at in range(6)])
    after = after_high_days(figures(30, 30, 80, 30, 30, None, 30), noted)
    assert after.values == {
        MON + DAY: 0.0, MON + DAY * 2: 1.0, MON + DAY * 3: 1.0, MON + DAY * 4: 0.0,
    }  # fmt: skip
    assert after.before[MON + DAY * 3] == EarlierPain(MON + DAY * 2, 2.0)


def test_the_minutes_of_sessions_alone_do_not_say_how_active_a_day_was() -> None:
    of_sessions = {MON + DAY * at: ActiveFigures(30.0, "sessions") for at in range(30)}
    assert after_high_days(of_sessions, NotedPain(())).values == {}


def test_where_very_active_days_make_the_next_two_worse_it_is_found_and_said() -> None:
    found = findings_of(too_much("memory .3", 120, np.random.default_rng(3), 1.5))
    active = of_activity(found)
    assert (active.verdict, active.outcome, active.lag_days) == ("goes-along", "pain", 1)
    assert tells_overdoing(found)
    assert say_finding(active).startswith(
        "On the two days after a very active day, pain was 1.5 points higher"
    )
    assert say_outcome(active) == "pain, 2 days on"


def test_who_does_less_where_it_hurts_is_told_of_no_effect() -> None:
    for seed in range(4):
        found = findings_of(because_it_hurts(120, np.random.default_rng(seed)))
        assert of_activity(found).verdict != "goes-along"
        assert not tells_overdoing(found)
