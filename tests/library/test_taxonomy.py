import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.library.areas import area, area_groups, area_name, areas, figure, find_area
from backcare_tui.library.scales import (
    mood_word,
    pressure_word,
    severity_band,
    severity_word,
    sleep_quality_word,
)
from backcare_tui.library.taxonomy import WordKind, find_word, name_of, name_within, words
from backcare_tui.library.taxonomy_data import Area, BodySide
from backcare_tui.text import clean
from tests.for_each import for_each

VIEWS: tuple[BodySide, BodySide] = ("back", "front")
KINDS: tuple[WordKind, ...] = WordKind.__args__  # type: ignore[attr-defined]  # what a Literal is made of

each_area = for_each("one", areas(), ids=lambda one: one.id)


@each_area
def test_an_area_is_found_by_its_id_its_name_and_its_words_in_any_order(one: Area) -> None:
    backwards = " ".join(reversed(one.name.replace(",", "").split()))
    for text in (one.id, one.id.upper(), one.name, one.name.lower(), backwards, f" {one.name} "):
        assert find_area(text) is one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lower back left", "lower-back-l"),
        ("left lower back", "lower-back-l"),
        ("Lower back, centre", "lower-back-c"),
        ("left shoulder blade", "upper-back-l"),
        ("left hip", "hip-l"),
        ("Left SI", "si-l"),
    ],
)
def test_an_area_is_found_by_what_people_call_it(text: str, found: str) -> None:
    assert find_area(text).id == found


def test_a_word_for_several_areas_names_some_of_them() -> None:
    with pytest.raises(ValueError, match=r'^area "knee" may be any of 2 places, such as ') as error:
        find_area("knee")
    assert "knee-l (Left knee) or knee-r (Right knee)" in str(error.value)


def test_a_misspelled_area_names_the_nearest() -> None:
    with pytest.raises(ValueError, match=r'^area "lowr bak left" is not a place') as error:
        find_area("lowr bak left")
    assert "lower-back-l (Lower back, left)" in str(error.value)


@given(st.text().filter(lambda text: not set("abcdefghijklmnopqrstuvwxyz") & set(text.casefold())))
def test_what_is_no_word_is_refused_in_one_safe_and_short_line(text: str) -> None:
    with pytest.raises(ValueError, match=r"^area ") as error:
        find_area(text)
    sentence = str(error.value)
    assert clean(sentence) == sentence
    assert len(sentence) < 240


def test_an_unknown_area_is_named_in_plain_words() -> None:
    assert area_name("sacrum") == "Sacrum"
    assert area_name("left-ear\x1b[2J") == "left ear\ufffd[2J"


@pytest.mark.parametrize("view", VIEWS)
def test_every_letter_of_a_mask_belongs_to_one_area_and_every_area_has_one(view: BodySide) -> None:
    letters = [one.code[view] for one in areas() if view in one.views]
    assert len(letters) == len(set(letters))
    assert set("".join(figure(view).mask)) == {*letters, "."}


@pytest.mark.parametrize("view", VIEWS)
def test_a_mask_has_two_by_two_letters_to_a_cell(view: BodySide) -> None:
    assert {len(row) for row in figure(view).mask} == {48}
    assert len(figure(view).mask) == 40


@each_area
def test_the_middle_of_an_area_lies_in_it(one: Area) -> None:
    for view in one.views:
        column, row = one.cell[view]
        mask = figure(view).mask
        cell = mask[2 * row][2 * column :][:2] + mask[2 * row + 1][2 * column :][:2]
        assert cell.count(one.code[view]) >= 2


def test_left_is_left_in_the_back_view_and_right_in_the_front_view() -> None:
    left, right = area("knee-l"), area("knee-r")
    assert left.cell["back"][0] < right.cell["back"][0]
    assert left.cell["front"][0] > right.cell["front"][0]


@each_area
def test_an_area_belongs_to_a_group(one: Area) -> None:
    assert one.group in {group.id for group in area_groups()}


@for_each("kind", KINDS)
def test_a_word_is_found_by_id_and_by_name(kind: WordKind) -> None:
    assert words(kind)
    for word in words(kind):
        assert find_word(kind, word.id) == word.id
        assert find_word(kind, f" {word.name.upper()} ") == word.id
        assert name_of(kind, word.id) == word.name


def test_a_persons_own_word_stays_as_typed() -> None:
    assert find_word("triggers", "  Raking   leaves ") == "Raking leaves"
    assert name_of("triggers", "Raking leaves") == "Raking leaves"
    assert find_word("triggers", "a\x1bb\nc") == "a\ufffdb c"


def test_a_word_of_another_list_is_a_persons_own() -> None:
    assert find_word("qualities", "Long sitting") == "Long sitting"


@pytest.mark.parametrize(
    ("severity", "word"),
    [
        (0, "none"),
        (1, "mild"),
        (3, "mild"),
        (4, "moderate"),
        (6, "moderate"),
        (7, "severe"),
        (10, "severe"),
    ],
)
def test_a_severity_has_a_word(severity: int, word: str) -> None:
    assert severity_word(severity) == word
    assert severity_band(severity).help


@pytest.mark.parametrize("severity", [-1, 11])
def test_a_severity_beyond_the_scale_is_refused(severity: int) -> None:
    with pytest.raises(ValueError, match=rf"^severity is {severity}; it must be 0 to 10$"):
        severity_word(severity)


def test_the_small_scales_have_words() -> None:
    assert [mood_word(n) for n in (1, 5)] == ["very low", "very good"]
    assert [sleep_quality_word(n) for n in (1, 5)] == ["very poor", "very good"]
    assert [pressure_word(n) for n in range(1, 5)] == ["light", "medium", "firm", "deep"]
    with pytest.raises(ValueError, match=r"^pressures is 5; it must be 1 to 4$"):
        pressure_word(5)


@for_each(
    ("kind", "word", "said"),
    [
        ("massage_kinds", "deep-tissue", "deep tissue"),
        ("massage_kinds", "swedish", "Swedish (relaxation)"),
        ("treatments", "tens", "TENS"),
        ("treatments", "cbt-i", "CBT for insomnia"),
        ("medicines", "nsaid", "anti-inflammatory (NSAID)"),
    ],
)
def test_a_name_is_small_within_a_sentence_but_where_it_never_is(
    kind: WordKind, word: str, said: str
) -> None:
    assert name_within(kind, word) == said
