"""Every source that advice names is spelled out."""

import re

from backcare_tui.guidance.advice.table import Rule, rules
from backcare_tui.guidance.reading import ReadingPage, reading_pages
from backcare_tui.library.references import named_in, references
from tests.for_each import for_each

OWN = re.compile(r"backcare|^weak evidence|^exercise sources|^no study stands behind it$")
"""A part of a source that is a choice of the program, or says how sure it is of the part before."""


@for_each("page", reading_pages().values(), ids=lambda page: page.id)
def test_each_part_of_the_source_of_what_is_read_is_found_or_is_our_own(page: ReadingPage) -> None:
    for section in page.sections:
        for point in section.points:
            parts = [part.strip() for part in point.source.split(";")]
            assert not [part for part in parts if not named_in(part) and not OWN.search(part)]


@for_each("rule", rules().values(), ids=lambda rule: rule.id)
def test_each_part_of_a_source_is_found_or_is_our_own(rule: Rule) -> None:
    parts = [part.strip() for part in rule.source.split(";")]
    assert not [part for part in parts if not named_in(part) and not OWN.search(part)]


@for_each("rule", rules().values(), ids=lambda rule: rule.id)
def test_what_has_a_name_and_a_year_is_found(rule: Rule) -> None:
    for part in rule.source.split(";"):
        if re.search(r"\b(19|20)\d\d\b", part):
            assert len(named_in(part)) == 1


def test_a_source_gives_its_references_in_its_order_each_once() -> None:
    found = named_in("Farrar 2001; bands: Boonstra 2016; backcare's own rule; Farrar 2001")
    assert [each.key for each in found] == ["Farrar 2001", "Boonstra 2016"]


def test_what_was_not_seen_itself_and_what_is_no_study_say_so() -> None:
    (found,) = named_in("Stratford 1995")
    assert str(found).endswith("1995 (seen through others)")
    (seed,) = named_in("Back Massage Therapy For Chronic Back Pain Relief, 2024")
    assert str(seed).endswith("2024 (an article; no study stands behind it)")


def test_no_short_name_is_there_twice_or_lies_within_another() -> None:
    names = [name for each in references() for name in (each.key, *each.names)]
    assert len(names) == len(set(names))
    assert not [(a, b) for a in names for b in names if a != b and re.search(rf"\b{a}\b", b)]
