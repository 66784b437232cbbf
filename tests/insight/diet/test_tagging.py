"""Tags that go with what is typed: learned from one's own meals, and from the words of food."""

import datetime as dt
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.meal import Meal
from backcare_tui.insight.diet.tagging import learned_from, suggested
from tests.conftest import MONDAY


def meals(*eaten: tuple[str, tuple[str, ...]]) -> list[Meal]:
    return [
        Meal(id=f"m{number}", at=MONDAY - dt.timedelta(days=number), text=text, tags=tags)
        for number, (text, tags) in enumerate(eaten)
    ]


def tags_for(text: str, *eaten: tuple[str, tuple[str, ...]]) -> tuple[str, ...]:
    return suggested(text, learned_from(meals(*eaten)))


def test_a_new_diary_knows_the_names_of_food() -> None:
    assert tags_for("salmon, lentils, spinach") == ("oily-fish", "legumes", "leafy-greens")
    assert tags_for("something") == ()
    assert tags_for("  ") == ()


def test_the_same_meal_has_its_tags_again_from_the_first_time_on() -> None:
    eaten = ("Mom's stew", ("home-cooked", "comfort"))
    assert tags_for("moms stew") == ()
    assert tags_for("mom's  STEW", eaten) == ("comfort", "home-cooked")


def test_a_word_is_learned_from_the_second_time_on() -> None:
    once = ("stew with dumplings", ("comfort",))
    assert tags_for("stew and rice", once) == ()
    assert tags_for("stew and rice", once, ("stew, bread", ("comfort",))) == ("comfort",)


def test_a_word_that_seldom_had_a_tag_does_not_suggest_it() -> None:
    often = [
        (f"rice number {name}", ("plain",)) for name in ("one", "two", "three", "four", "five")
    ]
    odd = [("rice at sea", ("holiday",)), ("rice at home", ("holiday",))]
    assert tags_for("rice", *often, *odd) == ("plain",)


def test_what_a_word_of_food_explains_is_not_learned_for_its_neighbors() -> None:
    eaten = [("salmon, rice", ("oily-fish",)), ("salmon and rice again", ("oily-fish",))]
    assert tags_for("rice", *eaten) == ()
    assert tags_for("salmon", *eaten) == ("oily-fish",)


def test_what_was_used_most_comes_first() -> None:
    eaten = [
        ("stew a", ("comfort", "home-cooked")),
        ("stew b", ("home-cooked",)),
        ("stew c", ("comfort", "home-cooked")),
    ]
    assert tags_for("stew and salmon", *eaten) == ("home-cooked", "comfort", "oily-fish")


def test_a_tag_that_is_never_taken_for_a_word_is_no_longer_suggested() -> None:
    never = [(f"cheese {name}", ("snacky",)) for name in ("one", "two", "three")]
    assert "dairy" in tags_for("cheese", *never[:2])
    assert "dairy" not in tags_for("cheese", *never)
    assert "dairy" in tags_for("cheese", *never, ("cheese four", ("dairy",)))


def test_meals_without_tags_teach_nothing() -> None:
    eaten: list[tuple[str, tuple[str, ...]]] = [("cheese", ())] * 5
    assert tags_for("cheese", *eaten) == ("dairy",)


WORD = st.sampled_from(("stew", "rice", "salmon", "cheese", "soup", "bread", "fries"))
TAG = st.sampled_from(("comfort", "oily-fish", "dairy", "own one", "fried"))
EATEN = st.tuples(
    st.lists(WORD, min_size=1, max_size=3).map(" ".join),
    st.lists(TAG, max_size=3, unique=True).map(tuple),
)


@given(st.lists(EATEN, max_size=12), EATEN, st.randoms())
def test_the_order_of_the_meals_changes_nothing(
    eaten: list[tuple[str, tuple[str, ...]]],
    typed: tuple[str, tuple[str, ...]],
    random: Random,
) -> None:
    before = tags_for(typed[0], *eaten)
    random.shuffle(eaten)
    assert tags_for(typed[0], *eaten) == before
    assert len(set(before)) == len(before)


@given(st.lists(EATEN, min_size=1, max_size=12))
def test_a_meal_eaten_once_with_tags_brings_all_of_them(
    eaten: list[tuple[str, tuple[str, ...]]],
) -> None:
    text, tags = eaten[0]
    others = [each for each in eaten[1:] if sorted(each[0].split()) != sorted(text.split())]
    assert set(tags) <= set(tags_for(text, (text, tags), *others))
