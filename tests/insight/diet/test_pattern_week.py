"""A week of eating beside a pattern: counted from what was taken down, and nothing else."""

import datetime as dt
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.when import week_of
from backcare_tui.insight.diet.pattern_week import PatternWeek, pattern_week, say_near
from backcare_tui.library.patterns import own_pattern, patterns
from tests.conftest import MONDAY

FIRST = MONDAY.date()
PATTERN = own_pattern(("fruit", "legumes", "nuts-seeds", "olive-oil"), ("fried",))


def meal(day: int, *tags: str, text: str | None = "food", hour: int = 12) -> Meal:
    """A meal so many days after Monday."""
    at = MONDAY.replace(hour=hour, minute=30) + dt.timedelta(days=day)
    return Meal(id=f"m{day}-{hour}-{'-'.join(tags)}", at=at, text=text, tags=tags)


def week(*meals: Meal) -> PatternWeek:
    return pattern_week(meals, PATTERN, FIRST)


def signs(found: PatternWeek, tag: str) -> str:
    """The days of a tag: `x` eaten, `-` not, a space where nothing is known."""
    (days,) = [each.days for each in found.tags if each.tag == tag]
    return "".join({"eaten": "x", "not": "-", "unknown": " "}[state] for state in days)


def test_a_tag_has_a_mark_on_each_day_that_had_it() -> None:
    found = week(meal(0, "fruit"), meal(2, "fruit", "fried"), meal(2, "fruit", hour=19))
    assert signs(found, "fruit") == "x x    "
    assert signs(found, "fried") == "- x    "


def test_a_day_without_tags_is_unknown_and_not_a_day_without_food() -> None:
    found = week(meal(0, "eggs"), meal(1, text="toast"), meal(3, "fruit", text=None))
    assert signs(found, "legumes") == "-  -   "
    assert (found.days, found.untagged) == (2, 1)


def test_favored_tags_come_first_in_the_order_of_the_pattern() -> None:
    found = week()
    assert [each.tag for each in found.tags] == [*PATTERN.favor, *PATTERN.limit]
    assert [each.group for each in found.tags] == ["favor"] * 4 + ["limit"]


def test_a_day_has_variety_from_three_kinds_of_favored_food_on() -> None:
    two, three = ("fruit", "legumes"), ("fruit", "legumes", "olive-oil")
    found = week(meal(0, *two), meal(0, "fruit", "fried", hour=19), meal(1, *three))
    assert (found.favored_days, found.varied_days, found.limited_days) == (2, 1, 1)
    over_the_day = week(meal(0, *two), meal(0, "nuts-seeds", hour=19))
    assert over_the_day.varied_days == 1


def test_what_lies_outside_the_week_is_left_out() -> None:
    found = week(meal(-1, "fruit"), meal(7, "fruit"))
    assert found.days == 0


def test_a_meal_after_midnight_belongs_to_the_new_day() -> None:
    assert signs(week(meal(1, "fruit", hour=0)), "fruit") == " x     "


def test_a_week_that_begins_on_sunday_has_sunday_first() -> None:
    first, _ = week_of(FIRST, 6)
    found = pattern_week([meal(-1, "fruit"), meal(6, "fruit")], PATTERN, first)
    assert signs(found, "fruit") == "x      "


@pytest.mark.parametrize(
    ("meals", "said"),
    [
        ([], "No meal was taken down for this week."),
        ([meal(0, text="soup")], "Nothing to count: 1 meal without tags."),
        (
            [meal(0, "fruit"), meal(1, "eggs")],
            "Favored food on 1 of 2 days with tags, at least 3 kinds on none.",
        ),
        (
            [meal(0, "fruit", "legumes", "nuts-seeds"), meal(0, hour=19)],
            (
                "Favored food on 1 of 1 day with tags, at least 3 kinds on 1. "
                "Not counted: 1 meal without tags."
            ),
        ),
        (
            [meal(0, "fried")],
            "Favored food on none of 1 day with tags, at least 3 kinds on none.",
        ),
    ],
)
def test_the_week_is_said_in_one_line_without_a_score(meals: Sequence[Meal], said: str) -> None:
    assert say_near(week(*meals)) == said


def test_a_pattern_that_only_limits_says_so_plainly() -> None:
    found = pattern_week([meal(0, "fried")], own_pattern((), ("fried",)), FIRST)
    assert say_near(found) == "Limited food on 1 of 1 day with tags."


TAGS = st.lists(st.sampled_from([*patterns()[0].favor, *patterns()[0].limit, "own"]), max_size=4)


@given(st.lists(st.tuples(st.integers(-3, 9), TAGS), max_size=20), st.randoms())
def test_the_order_of_the_meals_changes_nothing(
    eaten: list[tuple[int, list[str]]], random: Random
) -> None:
    meals = [meal(day, *tags) for day, tags in eaten]
    before = pattern_week(meals, patterns()[0], FIRST)
    random.shuffle(meals)
    assert pattern_week(meals, patterns()[0], FIRST) == before
    assert before.varied_days <= before.favored_days <= before.days <= 7
