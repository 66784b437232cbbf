"""Whether pain is lower than in the four weeks before a course: what counts, from when, and what it cannot tell."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import CourseStanding, standings
from backcare_tui.guidance.care.course_days import LOOKED_BACK, days_after
from backcare_tui.guidance.care.response import (
    CourseAnswer,
    CourseResponse,
    DayRelief,
    has_stood_still,
    response,
)
from backcare_tui.guidance.care.response_sentences import say_relief, say_response, say_unmoved
from tests.bench.bench_course import answers
from tests.bench.rates import wilson
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.guidance.facts_of import TODAY, ago, day

Days = Mapping[int, float]
"""Pain by how many days ago it was."""


def visit(
    days_ago: int, before: int | None = None, after: int | None = None, **fields: Any
) -> Visit:
    held: dict[str, Any] = {"treatment": "massage", "pain_before": before, "pain_after": after}
    return Visit(at=ago(days_ago, 7), **{**held, **fields})


def stands(*visits: Visit, **fields: Any) -> CourseStanding:
    of = Course(**{"id": "c", "treatment": "massage", "started": day(100), **fields})
    return standings([of], visits, MONDAY)[0]


def span(first: int, last: int, *severities: float) -> dict[int, float]:
    """Pain from so many days ago to so many, in turn."""
    return {ago: severities[(first - ago) % len(severities)] for ago in range(last, first + 1)}


def by_day(pain: Days) -> dict[dt.date, float]:
    return {day(days_ago): severity for days_ago, severity in pain.items()}


def answer(now: CourseStanding, *pain: Days, today: dt.date = TODAY) -> CourseResponse:
    known = {days_ago: each for part in pain for days_ago, each in part.items()}
    return response(now, by_day(known), today)


def said(now: CourseStanding, *pain: Days) -> str:
    return say_response(answer(now, *pain), now)


TWO = stands(visit(29), visit(15))
"""Two visits, the days after the second of them just over."""
BEFORE = span(57, 30, 7)


# What is held against what


@for_each(
    ("before", "after", "expected"),
    [
        (7, 5, "no-lower"),
        (7, 4.9, "lower"),
        (7, 5.1, "no-lower"),
        (10, 8.1, "no-lower"),
        (5, 3.4, "lower"),
        (5, 3.6, "no-lower"),
        (2, 1.3, "lower"),
        (2, 1.5, "no-lower"),
        (1.9, 0, "unknown"),
        (0, 0, "unknown"),
        (10, 10, "no-lower"),
        (5, 8, "no-lower"),
    ],
)
def test_two_points_or_thirty_percent_less_than_in_the_four_weeks_before_are_lower(
    before: float, after: float, expected: CourseAnswer
) -> None:
    found = answer(TWO, span(57, 30, before), span(14, 1, after))
    is_edge = before == 7 and after == 5
    assert found.answer == ("lower" if is_edge else expected)
    assert found.before == pytest.approx(before)


def test_the_number_of_the_day_on_which_help_was_sought_is_not_looked_at() -> None:
    usual = (4, 5, 4, 6)
    first = stands(visit(29, 9), visit(15), baseline=9)
    found = answer(first, span(57, 30, *usual), {29: 9}, span(14, 1, *usual))
    assert (found.before, found.answer, found.why) == (4.75, "no-lower", "small")


def test_the_persons_word_changes_nothing_of_the_figures() -> None:
    weeks = (BEFORE, span(14, 1, 7))
    for helped in ("yes", "no", "unsure", None):
        assert answer(stands(visit(29), visit(15), helped=helped), *weeks) == answer(TWO, *weeks)


def test_ten_noted_days_before_and_five_after_are_needed() -> None:
    after = span(14, 1, 3)
    assert answer(TWO, span(39, 30, 7), after).answer == "lower"
    few = answer(TWO, span(38, 30, 7), after)
    assert (few.answer, few.why, few.days_before) == ("unknown", "few-before", 9)
    assert answer(TWO, BEFORE, span(14, 10, 3)).answer == "lower"
    little = answer(TWO, BEFORE, span(14, 11, 3))
    assert (little.answer, little.why, little.days_after) == ("unknown", "few-after", 4)


def test_days_before_the_four_weeks_do_not_stand_in_for_missing_ones() -> None:
    assert answer(TWO, span(200, 58, 7), span(14, 1, 3)).why == "few-before"


# From when, and up to when


def test_a_visit_is_judged_once_its_two_weeks_are_over() -> None:
    for last, told in ((14, day(-1)), (1, day(-14)), (0, day(-15))):
        found = answer(stands(visit(29), visit(last)), BEFORE, span(14, 0, 3))
        assert (found.answer, found.why, found.told) == ("too-early", "days", told), last
    assert answer(TWO, BEFORE, span(14, 1, 3)).answer == "lower"


def test_before_two_visits_it_is_too_early() -> None:
    for now in (stands(), stands(visit(90))):
        assert (answer(now, span(120, 1, 5)).answer, answer(now).why) == ("too-early", "visits")


def test_the_next_visit_ends_the_days_after_one_but_not_within_a_week() -> None:
    for apart, length in ((14, 13), (10, 9), (8, 7), (7, 7), (2, 7), (0, 7), (30, 14)):
        given_ = stands(visit(70), visit(60), visit(60 - apart)).given
        first, last = days_after(given_, 2)
        assert (first, last) == (day(59), day(60 - length)), apart


def test_the_last_visit_whose_days_are_noted_is_judged() -> None:
    three = stands(visit(60), visit(45), visit(30))
    before = span(88, 61, 7)
    assert answer(three, before, span(44, 31, 7), span(29, 16, 4)).judged == 3
    silent = answer(three, before, span(44, 31, 4))
    assert (silent.judged, silent.answer) == (2, "lower")


def test_the_day_of_a_visit_counts_neither_before_nor_after() -> None:
    found = answer(TWO, BEFORE, {29: 0, 15: 10}, span(14, 1, 3))
    assert (found.before, found.after) == (7, 3)


# Beyond what it swings by itself


def test_a_fall_within_ones_own_swing_is_not_lower() -> None:
    in_spells = {ago: 8.0 if ago // 20 % 2 else 3.0 for ago in range(30, 200)}
    found = answer(TWO, in_spells, span(14, 1, 3))
    assert found.before is not None
    assert found.after == 3
    assert (found.answer, found.why) == ("no-lower", "swing")


def test_four_bad_weeks_after_a_mild_time_are_held_against_what_was_usual() -> None:
    calm = span(200, 58, 3, 4, 3, 3)
    found = answer(TWO, calm, span(57, 30, 6, 5), span(14, 1, 3, 4))
    assert (found.answer, found.why) == ("no-lower", "swing")
    assert "was usual before that" in said(TWO, calm, span(57, 30, 6, 5), span(14, 1, 3, 4))


def test_placebo_dates_that_fell_as_much_without_it_say_so() -> None:
    """Waves of ten weeks under days that go up and down, so that one says little of the next."""
    waves = {
        ago: 5 + 2 * math.cos(math.tau * (ago - 44) / 72) + (2 if ago % 2 else -2)
        for ago in range(30, 200)
    }
    found = answer(TWO, waves, span(14, 1, 4))
    assert found.as_much is not None
    assert found.as_much > 20
    assert (found.answer, found.why) == ("no-lower", "placebo")
    assert f"but of 100 stretches like this in your own diary before, {found.as_much}" in said(
        TWO, waves, span(14, 1, 4)
    )


def test_stretches_with_another_massage_in_them_are_no_placebo_dates() -> None:
    days = (span(200, 30, 7, 6), span(14, 1, 2))
    alone = answer(TWO, *days)
    assert (alone.answer, alone.as_much) == ("lower", 0)
    before = stands(visit(29), visit(15), *(visit(n) for n in range(101, 200, 20)))
    assert len(before.given) == len(TWO.given)
    assert answer(before, *days).as_much is None


def test_what_is_longer_ago_than_half_a_year_is_not_looked_at() -> None:
    recent = span(29 + LOOKED_BACK, 30, 5, 6)
    found = answer(TWO, recent, span(14, 1, 3))
    assert answer(TWO, span(900, 30 + LOOKED_BACK, 10), recent, span(14, 1, 3)) == found


# Bad input


@pytest.mark.parametrize("severity", [0, 10])
def test_the_same_number_all_along_is_never_lower(severity: int) -> None:
    assert answer(TWO, span(200, 0, severity)).answer in {"unknown", "no-lower"}


def test_a_diary_that_stops_when_well_cannot_be_judged_by_what_is_not_there() -> None:
    assert answer(TWO, BEFORE).why == "few-after"
    assert "0 of the 14 days after visit 2 have pain noted" in said(TWO, BEFORE)


def test_a_diary_of_two_days_and_one_without_a_day_say_what_is_missing() -> None:
    for pain in ({}, {14: 3.0, 13: 4.0}):
        words = said(TWO, pain)
        assert "0 of the 28 days before the first visit have pain noted, and it takes 10" in words


moments = st.integers(min_value=0, max_value=120)


@given(
    visits=st.lists(moments, max_size=6),
    pain=st.dictionaries(moments, st.sampled_from([0, 0.5, 3, 5, 9.5, 10]), max_size=121),
    started=moments,
)
def test_whatever_was_noted_it_ends_in_a_true_sentence(
    visits: list[int], pain: dict[int, float], started: int
) -> None:
    now = stands(*map(visit, visits), started=day(started))
    found = answer(now, pain)
    for each in (found.before, found.after, found.usual):
        assert each is None or 0 <= each <= 10
    assert found.swing is None or (math.isfinite(found.swing) and found.swing > 0)
    assert found.as_much is None or 0 <= found.as_much <= 100
    words = say_response(found, now)
    assert words.endswith(".")
    assert not {"nan", "inf", "None"} & set(words.replace("(", " ").split())
    assert "helping" not in words
    assert "helped" not in words
    if found.answer == "lower":
        assert found.before is not None
        assert found.after is not None
        assert found.before - found.after > 0.5


# The visits themselves


def test_the_relief_of_the_days_is_said_as_what_it_is() -> None:
    eased = answer(stands(visit(20, 6, 4), visit(10, 5, 3), visit(5, 9)))
    assert say_relief(eased.relief) == (
        "On the days of 2 visits pain was 5.5 before and 3.5 after: relief that day."
    )
    hardly = answer(stands(visit(20, 6, 5), visit(10, 6, 6)))
    assert say_relief(hardly.relief).endswith("5.5 after: hardly any relief that day.")
    assert say_relief(answer(stands(visit(20, 6, 7))).relief) == (
        "On the day of the visit pain was 6 before and 7 after: no relief that day."
    )
    assert not say_relief(answer(stands(visit(20, 6), visit(10))).relief)


@for_each(
    ("visits", "words"),
    [
        ((visit(20, response="unchanged"), visit(4, response="unchanged")), "the muscle let go"),
        ((visit(20, response="unchanged"), visit(4)), "the muscle let go"),
        ((visit(20, 6, 6), visit(4, 5, 5)), "eased pain that day"),
        ((visit(20, response="unchanged"), visit(3, response="unchanged")), ""),
        ((visit(20, response="unchanged"), visit(4, response="relaxed")), ""),
        ((visit(20, response="painful"), visit(4, response="painful")), ""),
        ((visit(20, 6, 6), visit(4, 5, 4)), ""),
        ((visit(20, 6, 6), visit(4)), ""),
    ],
)
def test_visits_that_all_changed_nothing_are_known(visits: tuple[Visit, ...], words: str) -> None:
    assert words in say_unmoved(answer(stands(*visits)))
    assert bool(say_unmoved(answer(stands(*visits)))) is bool(words)


def test_a_gain_that_came_early_and_stayed_is_known() -> None:
    three, before = stands(visit(60), visit(45), visit(30)), span(88, 61, 8)
    for last, stood in ((5, True), (4.5, True), (3.9, False), (3, False)):
        days = by_day({**before, **span(44, 31, 5), **span(29, 16, last)})
        assert has_stood_still(response(three, days, TODAY), three, days) is stood, last


# In words


def test_lower_names_the_figures_the_swing_and_the_placebo_dates() -> None:
    assert said(TWO, span(150, 30, 5, 4, 5, 5), span(14, 1, 3, 2)) == (
        "Pain is lower than in the four weeks before (4.8, now 2.5 in the two weeks after visit 2), "
        "by more than it swings by itself (0.5). Of 100 stretches like this in your own diary before, "
        "none fell as much without any massage."
    )


def test_no_lower_says_by_how_much_it_falls_short() -> None:
    assert said(TWO, BEFORE, span(14, 1, 6)) == (
        "Pain is no lower than in the four weeks before (7, now 6 in the two weeks after visit 2): "
        "1 less is under the 2 points or 30 percent that count."
    )
    assert said(TWO, BEFORE, span(14, 1, 8)).endswith("(7, now 8 in the two weeks after visit 2).")


def test_figures_are_judged_as_they_are_said() -> None:
    """7.96 and 6.04 are said as 8 and 6: two points, and two points are enough."""
    eights, sixes = span(57, 34, 8) | {33: 7}, span(14, 1, 6)
    assert said(TWO, eights, sixes).startswith(
        "Pain is lower than in the four weeks before (8, now 6 in the two weeks after visit 2)"
    )
    # 4.06 and 3.85: by themselves 0.2 apart, as they are said 0.3.
    assert said(TWO, span(57, 42, 4) | {41: 5}, span(14, 2, 4) | {3: 3, 5: 3}).endswith(
        "(4.1, now 3.8 in the two weeks after visit 2): 0.3 less is under the 2 points or 30 percent that count."
    )
    assert answer(TWO, span(57, 34, 2) | {33: 1}, span(14, 1, 0)).why != "mild"


def test_relief_is_judged_as_it_is_said() -> None:
    for fall, words in ((0.96, "relief"), (0.94, "hardly any relief"), (0.04, "no relief")):
        assert say_relief(DayRelief(3, 5.0, 5.0 - fall)).endswith(f" after: {words} that day.")


def test_cannot_be_told_yet_says_on_which_day() -> None:
    assert said(stands(visit(29), visit(14)), BEFORE) == (
        "It cannot be told yet: pain in the days after visit 2 answers it, on Tue 24 Nov, where 5 of "
        "them are noted."
    )


def test_a_course_without_a_visit_says_how_many_days_are_noted_and_what_to_do() -> None:
    assert "9 of the 28 days before have pain noted. It takes 10 to tell later" in said(
        stands(started=TODAY), span(9, 1, 5)
    )
    assert "enough to tell later whether pain is lower" in said(
        stands(started=TODAY), span(10, 1, 5)
    )


# How often it is called lower where nothing acts; `tests.bench.bench_course` has it in full.


def _lower_of(world: str, fall: float, diaries: int) -> int:
    found = (
        answers(world, 90, fall, np.random.default_rng(seed), is_worst=True)
        for seed in range(diaries)
    )
    return sum(each[-1].answer == "lower" for each in found)


@for_each(("world", "most"), [("memory 0", 5), ("memory .6", 12), ("flares", 12)])
def test_a_course_that_does_nothing_is_seldom_called_lower(world: str, most: int) -> None:
    assert _lower_of(world, 0, 60) <= most * 60 / 100


def test_a_true_fall_of_two_points_is_mostly_told() -> None:
    assert _lower_of("memory .3", 2, 40) >= 24


@pytest.mark.thorough
@for_each("world", ["memory 0", "memory .3", "memory .6", "memory .9", "flares"])
def test_it_is_called_lower_in_at_most_15_of_100_and_a_true_fall_in_50(world: str) -> None:
    low, _ = wilson(_lower_of(world, 0, 200), 200)
    _, high = wilson(_lower_of(world, 2, 200), 200)
    assert low <= 0.15
    assert high >= 0.5
