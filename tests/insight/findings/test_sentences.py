"""Findings in words: size, range and days, what it is not, and what is still missing."""

import datetime as dt
import re
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.insight.findings.factor_sentences import say_factor
from backcare_tui.insight.findings.factors import (
    UNIT_HOUR,
    UNIT_LITER,
    UNIT_MORE,
    UNIT_STEP,
    UNIT_WITH,
)
from backcare_tui.insight.findings.results import Finding, FindingVerdict, Outcome
from backcare_tui.insight.findings.sentences import (
    days_needed,
    in_order,
    say_caution,
    say_days_known,
    say_finding,
    say_needed,
    say_outcome,
    say_short_effect,
    say_sides,
)
from tests.for_each import for_each

ALCOHOL = Finding(
    factor="alcohol",
    outcome="pain",
    lag_days=1,
    effect=0.8,
    low=0.3,
    high=1.3,
    unit=UNIT_WITH,
    days_with=31,
    days_without=64,
    verdict="goes-along",
)
HOURS = msgspec.structs.replace(
    ALCOHOL, factor="sleep-hours", lag_days=0, effect=-0.42, low=-0.61, high=-0.2, unit=UNIT_HOUR
)
MINUTES = UNIT_WITH.replace("points", "minutes")


def like(finding: Finding, **other: Any) -> Finding:
    return msgspec.structs.replace(finding, **other)


def test_a_factor_of_each_saturday_is_said_to_follow_the_calendar() -> None:
    saturdays = like(ALCOHOL, effect=None, low=None, high=None, verdict="no-sign")
    assert "follows the weekdays" in say_finding(saturdays)


def test_a_finding_says_its_size_its_range_and_its_days() -> None:
    assert say_finding(ALCOHOL) == (
        "On days after alcohol, pain was 0.8 points higher (0.3 to 1.3): "
        "31 days with it, 64 without."
    )


def test_an_amount_is_told_for_each_step_of_it() -> None:
    assert say_finding(HOURS) == (
        "For each hour more of sleep, pain the next day was 0.4 points lower (0.2 to 0.6): "
        "95 days, 31 of them after a longer night than usual."
    )


def test_sleep_is_told_in_minutes_of_the_night_after() -> None:
    found = like(ALCOHOL, outcome="sleep", effect=-24.6, low=-40, high=-5, unit=MINUTES)
    assert say_finding(found) == (
        "On nights after alcohol, you slept 25 minutes less (5 to 40): "
        "31 nights with it, 64 without."
    )


@for_each(
    ("factor", "unit", "lag", "lead"),
    [
        ("session", UNIT_WITH, 0, "On days with a routine, pain was"),
        ("session", UNIT_WITH, 1, "On days after a routine, pain was"),
        ("massage", UNIT_WITH, 1, "On days after a massage, pain was"),
        ("visit:physical-therapy", UNIT_WITH, 0, "On days with physical therapy, pain was"),
        ("visit:tens", UNIT_WITH, 0, "On days with TENS, pain was"),
        ("coffee", UNIT_MORE, 0, "On days with more coffee than usual, pain was"),
        ("tag:skipped-meal", UNIT_WITH, 1, "On days after a skipped meal, pain was"),
        ("tag:Pizza", UNIT_WITH, 0, "On days with Pizza, pain was"),
        ("trigger:sitting-long", UNIT_WITH, 1, 'On days after you ticked "Long sitting", pain was'),
        ("medicine:Ibuprofen", UNIT_WITH, 1, "On days after you took Ibuprofen, pain was"),
        ("water", UNIT_LITER, 0, "For each liter more of water, pain that day was"),
        ("mood", UNIT_STEP, 1, "For each step that your mood was better, pain the next day was"),
        (
            "sleep-quality",
            UNIT_STEP,
            0,
            "For each step that you rated the night better, pain the next day was",
        ),
    ],
)
def test_every_factor_has_its_words(factor: str, unit: str, lag: int, lead: str) -> None:
    found = like(ALCOHOL, factor=factor, unit=unit, lag_days=lag)
    assert say_finding(found).startswith(f"{lead} 0.8 points higher (0.3 to 1.3): ")


def test_without_a_sign_it_is_called_chance() -> None:
    found = like(ALCOHOL, effect=0.4, low=-0.4, high=1.2, verdict="no-sign")
    assert say_finding(found) == (
        "On days after alcohol, pain was 0.4 points higher (from 0.4 lower to 1.2 higher): "
        "31 days with it, 64 without. With so much looked at, this may well be chance."
    )
    none = like(ALCOHOL, effect=0.01, low=-0.02, high=0.5, verdict="no-sign")
    assert "pain was about the same (from under 0.1 lower to 0.5 higher)" in say_finding(none)


def test_what_follows_pain_is_told_with_the_reason_why_it_is_no_finding() -> None:
    pain = say_finding(like(ALCOHOL, verdict="follows", follows="pain"))
    assert "pain was 0.8 points higher" in pain
    assert "also goes along with the pain noted before it" in pain
    noting = say_finding(like(ALCOHOL, verdict="follows", follows="noting", lag_days=0))
    assert "not noted as often" in noting


def test_what_no_longer_stands_out_is_said_to_have_gone() -> None:
    gone = like(ALCOHOL, verdict="gone", effect=0.2, stood_until=dt.date(2026, 3, 9))
    assert say_finding(gone).endswith(
        "It stood out until about Mon 9 Mar and no longer does, so it may well have been chance."
    )


def test_a_trigger_that_is_named_like_another_factor_is_told_apart() -> None:
    assert say_factor("trigger:alcohol") != say_factor("alcohol")


def test_the_words_of_a_person_are_harmless() -> None:
    found = like(ALCOHOL, factor="tag:\x1b[31mred\u202e[/]")
    for said in (say_factor(found.factor), say_finding(found), *say_sides(found)):
        assert said.isprintable()
        assert "\u202e" not in said


@pytest.mark.parametrize("factor", ["trigger:stress", "medicine:Ibuprofen", "mood"])
def test_what_is_ticked_because_it_hurts_is_said_to_be(factor: str) -> None:
    assert "never held against the same day" in say_caution(like(ALCOHOL, factor=factor))


def test_on_the_same_day_it_is_not_known_what_came_first() -> None:
    assert "not known which came first" in say_caution(like(ALCOHOL, lag_days=0))
    assert say_caution(ALCOHOL) == ""
    assert say_caution(HOURS) == ""


def test_nothing_prescribed_is_changed_because_of_a_finding() -> None:
    assert "who prescribed it" in say_caution(like(ALCOHOL, factor="medicine:Tramadol"))


def missing(**other: Any) -> Finding:
    return like(ALCOHOL, effect=None, low=None, high=None, verdict="too-few-days", **other)


@for_each(
    ("found", "said", "days"),
    [
        (missing(needs_with=3), "Needs 3 more days with it.", 3),
        (missing(needs_with=1), "Needs 1 more day with it.", 1),
        (
            missing(needs_without=5),
            "Needs 5 more days without it: it is there on nearly every day.",
            5,
        ),
        (
            missing(days_with=1, days_without=2, needs_with=7, needs_without=6),
            "Needs 7 more days with it and 6 without it.",
            13,
        ),
        (missing(needs_days=20, needs_with=3), "Needs 20 more days with pain noted.", 20),
        (
            missing(needs_days=1, outcome="sleep", unit=MINUTES),
            "Needs 1 more night of known length.",
            1,
        ),
        (
            missing(factor="coffee", unit=UNIT_MORE, days_with=0, days_without=92, needs_with=8),
            "Needs 8 more days with more than usual: it hardly changes.",
            8,
        ),
        (
            missing(
                factor="water",
                unit=UNIT_LITER,
                days_with=1,
                days_without=2,
                needs_with=7,
                needs_without=6,
            ),
            "Needs 13 more days that state it.",
            13,
        ),
    ],
)
def test_too_few_days_say_which_are_missing(found: Finding, said: str, days: int) -> None:
    assert say_needed(found) == said
    assert days_needed(found) == days
    assert said in say_finding(found)


def test_a_list_says_it_in_a_few_characters() -> None:
    assert say_short_effect(ALCOHOL) == "▲ 0.8"
    assert say_short_effect(HOURS) == "▼ 0.4"
    assert say_outcome(ALCOHOL) == "pain, next day"
    assert say_outcome(HOURS) == "pain, next day"
    assert say_outcome(like(ALCOHOL, lag_days=0)) == "pain, same day"
    assert say_sides(HOURS) == ("days after a longer night", "other days")
    assert say_sides(like(ALCOHOL, outcome="sleep")) == ("nights after alcohol", "other nights")


def test_what_goes_along_stands_alone_and_the_rest_by_factor() -> None:
    same = like(ALCOHOL, verdict="no-sign", lag_days=0, days_with=40)
    following = like(ALCOHOL, verdict="no-sign")
    asleep = like(ALCOHOL, verdict="no-sign", outcome="sleep")
    groups = in_order([HOURS, like(HOURS, effect=-1.0), asleep, following, same])
    assert [len(group) for group in groups["goes-along"]] == [1, 1]
    assert groups["no-sign"] == ((same, following, asleep),)
    assert groups["too-few-days"] == ()
    assert say_days_known(groups["no-sign"][0]) == "104 days"


SIZES = st.floats(-20, 20, allow_nan=False)


@given(
    sizes=st.tuples(SIZES, SIZES, SIZES).map(sorted),
    outcome=st.sampled_from(["pain", "sleep"]),
    unit=st.sampled_from([UNIT_HOUR, UNIT_LITER, UNIT_MORE, UNIT_STEP, UNIT_WITH]),
    verdict=st.sampled_from(["goes-along", "no-sign"]),
)
def test_no_size_is_told_by_a_figure_that_says_nothing(
    sizes: list[float], outcome: Outcome, unit: str, verdict: FindingVerdict
) -> None:
    low, effect, high = sizes
    found = like(
        ALCOHOL, effect=effect, low=low, high=high, outcome=outcome, unit=unit, verdict=verdict
    )
    assert not re.search(r"(?<![\d.])-?0(?![.\d])|-\d|nan|e-", say_finding(found))
