"""Patterns of eating: those of the library, and one's own."""

from typing import Any

import pytest

from backcare_tui.library.patterns import (
    OWN,
    SETTING,
    Pattern,
    as_setting,
    chosen_pattern,
    own_pattern,
    patterns,
)
from backcare_tui.library.taxonomy import words

TAGS = {word.id: word.group for word in words("tags")}


@pytest.mark.parametrize("pattern", patterns(), ids=lambda each: str(each.id))
def test_a_pattern_has_known_tags_a_text_and_sources(pattern: Pattern) -> None:
    marked = (*pattern.favor, *pattern.limit)
    assert len(set(marked)) == len(marked)
    assert set(marked) <= set(TAGS)
    assert pattern.favor
    assert pattern.limit
    assert pattern.about.endswith(".")
    assert pattern.sources


def test_the_first_pattern_favors_what_the_rules_call_favored() -> None:
    assert set(patterns()[0].favor) == {tag for tag, group in TAGS.items() if group == "favor"}


@pytest.mark.parametrize("pattern", patterns(), ids=lambda each: str(each.id))
def test_no_pattern_limits_what_the_taxonomy_favors(pattern: Pattern) -> None:
    assert not [tag for tag in pattern.limit if TAGS[tag] == "favor"]
    assert not [tag for tag in pattern.favor if TAGS[tag] == "limit"]


def test_each_pattern_says_how_little_is_known_for_pain() -> None:
    assert "weak" in patterns()[0].about
    assert all("pain" in pattern.about for pattern in patterns())


@pytest.mark.parametrize("pattern", patterns(), ids=lambda each: str(each.id))
def test_a_chosen_pattern_is_found_again(pattern: Pattern) -> None:
    assert chosen_pattern({SETTING: as_setting(pattern)}) == pattern


@pytest.mark.parametrize("value", [None, "", "unknown", 3, ["fruit"], True])
def test_the_first_pattern_holds_where_the_setting_says_nothing(value: Any) -> None:
    assert chosen_pattern({SETTING: value}) == patterns()[0]


def test_an_own_pattern_keeps_its_tags_and_never_both_favors_and_limits_one() -> None:
    own = own_pattern(("fruit", "grandma's soup"), ("fruit", "sweets"))
    assert (own.id, own.favor, own.limit) == (OWN, ("fruit", "grandma's soup"), ("sweets",))
    assert chosen_pattern({SETTING: as_setting(own)}) == own


@pytest.mark.parametrize(
    ("value", "favor", "limit"),
    [
        ({}, (), ()),
        ({"favor": "fruit"}, (), ()),
        ({"favor": ["fruit", 3, "", "fruit"], "limit": None}, ("fruit",), ()),
    ],
)
def test_what_cannot_be_read_of_an_own_pattern_is_left_out(
    value: Any, favor: tuple[str, ...], limit: tuple[str, ...]
) -> None:
    own = chosen_pattern({SETTING: value})
    assert (own.favor, own.limit) == (favor, limit)
