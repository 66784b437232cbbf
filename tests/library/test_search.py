"""What is found by what a person types, and by what an exercise has to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.routine import Routine
from backcare_tui.library.exercises import (
    KINDS,
    NO_FLOOR,
    POSITIONS,
    Exercise,
    exercises,
    needs_floor,
)
from backcare_tui.library.routines import routines
from backcare_tui.library.search import Sought, Wanted, found, found_routines, ranked
from tests.for_each import for_each

ALL = Wanted()


def a_minute(_of: Exercise) -> int:
    return 60


def ids(typed: str, wanted: Wanted = ALL) -> list[str]:
    return [each.id for each in found(typed, wanted, exercises(), a_minute)]


def test_nothing_typed_and_nothing_wanted_gives_the_library_in_its_order() -> None:
    assert ids("") == ids("  ") == ids("on the") == [each.id for each in exercises()]


@for_each("of", exercises(), ids=lambda of: of.id)
def test_an_exercise_is_found_by_its_name_first(of: Exercise) -> None:
    assert ids(of.name)[0] == of.id


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("knee to ch", "knee-to-chest"),
        ("chest knee", "knee-to-chest"),
        ("windshield", "knee-rolls"),
        ("cat-cow", "cat-cow"),
        ("CAT", "cat-cow"),
    ],
)
def test_words_may_be_begun_in_any_order_and_any_case(typed: str, first: str) -> None:
    assert ids(typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("brigde", "bridge"), ("strech", "stretch"), ("hamstirng", "hamstring"), ("nexk", "neck")],
)
def test_a_misspelled_word_is_read_as_the_nearest(typed: str, meant: str) -> None:
    assert ids(typed)
    assert set(ids(meant)) <= set(ids(typed))


@pytest.mark.parametrize("typed", ["xqz", "knee xyzzyx", "zz"])
def test_what_is_like_nothing_finds_nothing(typed: str) -> None:
    assert ids(typed) == []


@pytest.mark.parametrize("typed", ["hamstrings", "back of thighs", "Back of Thighs"])
def test_an_area_is_found_by_its_name_and_by_what_people_call_it(typed: str) -> None:
    by_area = {each.id for each in exercises() if "thigh-back" in each.targets}
    assert by_area <= set(ids(typed))


def test_kind_and_position_are_words_too() -> None:
    stretches = {each.id for each in exercises() if each.kind == "stretch"}
    assert stretches <= set(ids("stretch"))
    lying = {each.id for each in exercises() if each.position == "side-lying"}
    assert lying <= set(ids("side-lying"))
    assert lying <= set(ids("on the side"))


def test_a_name_comes_before_an_alias_and_its_beginning_before_its_middle() -> None:
    among = [
        Sought("alias", "Knee Hug", ("bridge",)),
        Sought("middle", "Half Bridge"),
        Sought("start", "Bridge Hold"),
    ]
    assert ranked("brid", among) == ("start", "middle", "alias")


@for_each("position", POSITIONS)
@for_each("kind", KINDS)
def test_every_wish_has_to_be_met(kind: str, position: str) -> None:
    wanted = Wanted(kind=kind, position=position)
    for each in found("", wanted, exercises(), a_minute):
        assert (each.kind, each.position) == (kind, position)
    fitting = [each for each in exercises() if (each.kind, each.position) == (kind, position)]
    assert len(ids("", wanted)) == len(fitting)


def test_an_area_and_a_level_can_be_wanted() -> None:
    for each in found("", Wanted(area="neck", level=1), exercises(), a_minute):
        assert "neck" in each.targets
        assert each.level == 1
    assert ids("", Wanted(area="neck"))


def test_whom_the_floor_is_far_is_shown_all_that_is_done_off_it() -> None:
    off = found("", Wanted(position=NO_FLOOR), exercises(), a_minute)
    assert {each.id for each in off} == {each.id for each in exercises() if not needs_floor(each)}
    assert {"standing", "seated"} <= {each.position for each in off}
    strength = found("", Wanted(position=NO_FLOOR, kind="strength"), exercises(), a_minute)
    assert len(strength) >= 10


def test_what_takes_too_long_is_left_out() -> None:
    lengths = {each.id: number for number, each in enumerate(exercises())}
    short = found("", Wanted(longest_s=9), exercises(), lambda each: lengths[each.id])
    assert [lengths[each.id] for each in short] == list(range(10))


def test_without_anything_only_what_needs_nothing_is_left() -> None:
    bare = found("", Wanted(equipment=frozenset()), exercises(), a_minute)
    assert bare
    assert not any(each.equipment for each in bare)


def test_what_there_is_has_to_be_all_that_is_needed() -> None:
    mine = frozenset(("mat", "chair"))
    left = found("", Wanted(equipment=mine), exercises(), a_minute)
    assert {each.id for each in left} == {
        each.id for each in exercises() if mine.issuperset(each.equipment)
    }


@given(st.text(max_size=30))
def test_any_text_may_be_typed(typed: str) -> None:
    assert set(ids(typed)) <= {each.id for each in exercises()}


@given(st.sampled_from(exercises()), st.integers(1, 12))
def test_each_further_letter_of_a_name_keeps_it_found(of: Exercise, letters: int) -> None:
    assert of.id in ids(of.name[:letters])


@for_each("of", routines(), ids=lambda of: of.id)
def test_a_routine_is_found_by_its_name_first(of: Routine) -> None:
    assert found_routines(of.name, routines())[0].id == of.id


def test_a_routine_is_found_by_an_exercise_in_it_and_by_whom_it_suits() -> None:
    assert any(each.id == "morning-loosen-up" for each in found_routines("cat-cow", routines()))
    assert "night-waking-reset" in {each.id for each in found_routines("awake", routines())}


def test_a_routine_of_ones_own_may_hold_exercises_that_are_not_known_here() -> None:
    own = Routine(id="abc", name="My [morning]")
    assert found_routines("morn", [own]) == (own,)
