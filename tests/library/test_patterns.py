"""Patterns of eating: those of the library, and one's own."""

import pytest

from backcare_tui.diary.settings import Settings
from backcare_tui.library.patterns import (
    OWN,
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
    assert chosen_pattern(Settings(diet_pattern=as_setting(pattern))) == pattern


def test_the_first_pattern_holds_where_the_setting_names_none() -> None:
    assert chosen_pattern(Settings()) == patterns()[0]
    assert chosen_pattern(Settings(diet_pattern="unknown")) == patterns()[0]


def test_an_own_pattern_keeps_its_tags_and_never_both_favors_and_limits_one() -> None:
    own = own_pattern(("fruit", "grandma's soup"), ("fruit", "sweets"))
    assert (own.id, own.favor, own.limit) == (OWN, ("fruit", "grandma's soup"), ("sweets",))
    assert chosen_pattern(Settings(diet_pattern=as_setting(own))) == own
