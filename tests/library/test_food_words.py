"""Words of food and the tags that go with them."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.library import food_words
from backcare_tui.library.food_words import LONGEST, meal_key, parts
from backcare_tui.library.taxonomy import words
from tests.for_each import for_each

DATA = json.loads(
    (Path(food_words.__file__).with_name("data") / "food_words.json").read_text("utf-8")
)


def tags_of(text: str) -> tuple[str, ...]:
    """The tags that go with the words of a text, in the order of the words."""
    return tuple(dict.fromkeys(tag for found in parts(text) for tag in found.tags))


PHRASES = [(tag, phrase) for tag, phrases in DATA["tags"].items() for phrase in phrases]


@for_each(
    ("text", "tags"),
    [
        ("salmon, lentils, greens", ("oily-fish", "legumes", "leafy-greens")),
        ("Spinach", ("leafy-greens",)),
        ("blueberries & walnuts", ("berries", "nuts-seeds")),
        ("fish and chips", ("white-fish", "fried")),
        ("ice cream", ("sweets",)),
        ("yogurt with fruit, salad", ("yogurt-plain", "fruit", "leafy-greens")),
        ("fruit salad", ("fruit",)),
        ("cookies", ("sweets",)),
        ("two cookies and an egg", ("sweets", "eggs")),
        ("soup without cream, but with beans", ("legumes",)),
        ("no cheese", ()),
        ("almond milk", ()),
        ("green tea", ()),
        ("greens", ("leafy-greens",)),
        ("something nice", ()),
        ("", ()),
        ("MCDONALD'S", ("fast-food",)),
        ("jalape\u00f1o and cr\u00e8me, \u00e9clair, oats", ("whole-grains",)),
    ],
)
def test_food_is_known_by_its_words(text: str, tags: tuple[str, ...]) -> None:
    assert tags_of(text) == tags


@for_each(("tag", "phrase"), PHRASES)
def test_every_phrase_brings_its_tag(tag: str, phrase: str) -> None:
    assert tag in tags_of(phrase)
    assert len(phrase.split()) <= LONGEST


@for_each("phrase", DATA["none"])
def test_every_phrase_that_means_another_thing_brings_no_tag(phrase: str) -> None:
    assert tags_of(phrase) == ()
    assert len(phrase.split()) <= LONGEST


def test_every_tag_is_one_of_the_diary_and_there_are_some_hundred_words() -> None:
    assert set(DATA["tags"]) <= {word.id for word in words("tags")}
    assert len(PHRASES) >= 200


def test_small_words_numbers_and_signs_say_nothing() -> None:
    assert [found.words for found in parts("2 slices of my rye-bread, with 30 g butter!")] == [
        "rye", "bread", "g", "butter",
    ]  # fmt: skip


def test_a_meal_is_the_same_in_another_case_and_number() -> None:
    assert meal_key("Oat, Berries") == meal_key("oats BERRY")


@given(st.text(max_size=80))
def test_any_text_can_be_looked_through(text: str) -> None:
    tags = tags_of(text)
    assert len(set(tags)) == len(tags)
    assert set(tags) <= set(DATA["tags"])
