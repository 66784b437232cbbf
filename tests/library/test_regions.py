"""Whom to call and what things are called, from place to place."""

import string

import pytest
from msgspec.structs import asdict

from backcare_tui.diary.settings import REGIONS, RegionId, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.advice.table import rules
from backcare_tui.library.boundaries import boundary_text
from backcare_tui.library.regions import Region, find_region, in_region, region, region_of, regions
from tests.for_each import for_each

NUMBERS: dict[RegionId, tuple[str, str]] = {
    "us": ("911", "988"),
    "ca": ("911", "988"),
    "uk": ("999", "116 123"),
    "ie": ("112 or 999", "116 123"),
    "europe": ("112", ""),
    "au": ("000", "13 11 14"),
    "nz": ("111", "1737"),
}
"""The emergency number and the crisis line of each region that has one."""


def test_there_is_a_row_for_each_region_of_the_settings() -> None:
    assert tuple(each.id for each in regions()) == REGIONS


def test_numbers_are_those_of_the_place() -> None:
    found = {each.id: (each.emergency, each.crisis_number) for each in regions()}
    assert {id_: found[id_] for id_ in NUMBERS} == NUMBERS
    for each in regions():
        assert each.crisis_number in each.crisis


@for_each("one", regions(), ids=lambda one: one.name)
def test_a_row_is_whole_and_its_words_have_no_braces(one: Region) -> None:
    texts = [text for text in asdict(one).values() if isinstance(text, str)]
    assert not [text for text in texts if set(text) & set("{}")]
    assert all((one.name, one.emergency, one.crisis, one.nurse_line, one.emergency_room))
    assert all((one.paracetamol, one.drink))


def test_where_no_region_is_stated_the_words_are_right_everywhere() -> None:
    neutral = region_of(Settings())
    assert {"112", "911", "999"} <= set(
        neutral.emergency.replace("(", " ").replace(",", " ").replace("…", " ").split()
    )
    assert neutral.paracetamol == "paracetamol (acetaminophen)"
    assert neutral.crisis_number == ""


def test_ones_own_number_goes_before_that_of_the_region() -> None:
    settings = Settings(region="uk", emergency_number="01 2345")
    assert region_of(settings).emergency == "01 2345"
    assert region_of(settings).crisis == region("uk").crisis


@for_each(
    ("typed", "meant"),
    [("UK", "uk"), ("england", "uk"), ("United  States", "us"), ("usa", "us"), ("EU", "europe"),
     ("new-zealand", "nz"), ("Eire", "ie"), ("elsewhere", "elsewhere")],
)  # fmt: skip
def test_a_region_is_found_by_what_people_call_it(typed: str, meant: str) -> None:
    assert find_region(typed) == meant


@for_each("typed", ["", "  ", "mars", "not stated", "u"])
def test_what_is_no_region_is_one_sentence_with_all_of_them(typed: str) -> None:
    with pytest.raises(BadValue, match=r"nz \(New Zealand\)"):
        find_region(typed)


def test_braces_of_a_persons_own_number_stay_text() -> None:
    own = region_of(Settings(emergency_number="{crisis} 7"))
    assert in_region("Call {emergency}: {what}", own, {"what": "{x}"}) == "Call {crisis} 7: {x}"


def test_the_boundary_names_the_number_of_the_region() -> None:
    for one in regions():
        text = " ".join(boundary_text(one))
        assert f"call {one.emergency}." in text
        assert "{" not in text
        assert ("in the settings" in text) is (one.id in {"", "elsewhere"})


@for_each("one", regions(), ids=lambda one: one.name)
def test_every_rule_can_be_said_in_every_region_and_is_short(one: Region) -> None:
    for rule in rules().values():
        names = {name for _, name, _, _ in string.Formatter().parse(rule.text) if name}
        own = dict.fromkeys(names - set(Region.__struct_fields__), "9")
        said = in_region(rule.text, one, own)
        assert len(said) <= 260, rule.id
        assert "  " not in said, rule.id
