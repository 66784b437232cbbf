"""What is usual in the next visit, and the course that it counts toward."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.usual_visit import (
    REPEATED,
    pressure_wanted,
    treatments_in_turn,
    usual_treatment,
    usual_visit,
    with_course,
)
from tests.conftest import MONDAY

TODAY = MONDAY.date()


def visit(days_ago: int, treatment: str = "massage", **fields: object) -> Visit:
    """A visit so many days before MONDAY."""
    at = MONDAY - dt.timedelta(days=days_ago)
    return Visit(at=at, treatment=treatment, **fields)  # type: ignore[arg-type]  # any field


def course(days_ago: int, treatment: str = "massage", **fields: object) -> Course:
    """A course that began so many days before MONDAY."""
    started = TODAY - dt.timedelta(days=days_ago)
    return Course(treatment=treatment, started=started, **fields)  # type: ignore[arg-type]  # any


def test_the_usual_treatment_is_that_of_the_last_visit() -> None:
    visits = (visit(9), visit(5, "acupuncture"))
    assert usual_treatment(visits, (), TODAY) == "acupuncture"


def test_without_a_visit_it_is_massage() -> None:
    assert usual_treatment((), (), TODAY) == "massage"


@pytest.mark.parametrize(
    ("began", "treatment"), [(6, "massage"), (5, "massage"), (4, "osteopathy"), (-1, "massage")]
)
def test_a_course_begun_since_the_last_visit_has_the_usual_treatment(
    began: int, treatment: str
) -> None:
    assert usual_treatment((visit(5),), (course(began, "osteopathy"),), TODAY) == treatment


def test_a_course_that_is_over_has_no_say() -> None:
    over = course(4, "osteopathy", ended=TODAY - dt.timedelta(days=1))
    assert usual_treatment((visit(5),), (over,), TODAY) == "massage"


def test_a_usual_visit_is_like_the_last_one_of_its_treatment_but_for_its_numbers() -> None:
    last = visit(
        3, kind="thai", techniques=("oil",), areas=("chest",), pressure=2, minutes=50, cost=40.0,
        person="p", pain_before=6, pain_after=2, bend_before=1, mood_after=3, response="tensed",
        inflammation=("heat",), sore_next_day=2, course="c", note="n",
    )  # fmt: skip
    usual = usual_visit((visit(9, minutes=20), last, visit(1, "cold")), "massage", MONDAY, {"p"})
    for field in REPEATED:
        assert getattr(usual, field) == getattr(last, field)
    rest = set(Visit.__struct_fields__) - {*REPEATED, "id", "at", "treatment"}
    assert not any(getattr(usual, field) for field in rest)
    assert usual.at == MONDAY


def test_a_first_visit_has_nothing_usual() -> None:
    usual = usual_visit((visit(1),), "acupuncture", MONDAY, ())
    assert usual == Visit(id=usual.id, at=MONDAY, treatment="acupuncture")


def test_whoever_left_the_care_team_is_not_proposed() -> None:
    assert usual_visit((visit(1, person="p"),), "massage", MONDAY, {"q"}).person is None


def test_treatments_are_offered_by_when_they_were_last_had() -> None:
    visits = (visit(9, "cold"), visit(5, "yoga"), visit(4, "cold"), visit(3))
    known = ("massage", "heat", "cold")
    found = treatments_in_turn("massage", visits, known)
    assert found == ("massage", "cold", "yoga", "heat")


@given(st.text(min_size=1), st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("bcd")))
def test_every_treatment_is_offered_once(first: str, used: list[str], known: list[str]) -> None:
    found = treatments_in_turn(first, [visit(1, each) for each in used], known)
    assert found[0] == first
    assert len(found) == len(set(found))
    assert set(found) == {first, *used, *known}


def test_a_visit_gets_the_course_of_its_treatment_that_began_last() -> None:
    courses = (course(40, id="a"), course(9, id="b"), course(5, "yoga", id="c"))
    assert with_course(visit(1), courses).course == "b"
    assert with_course(visit(20), courses).course == "a"
    assert with_course(visit(41), courses).course is None
    assert with_course(visit(1, "cold"), courses).course is None


def test_the_course_that_a_visit_names_stays_while_it_fits() -> None:
    courses = (course(40, id="a"), course(9, id="b"))
    assert with_course(visit(1, course="a"), courses).course == "a"
    assert with_course(visit(41, course="a"), courses).course is None
    assert with_course(visit(1, "yoga", course="a"), courses).course is None
    assert with_course(visit(1, course="removed"), courses).course == "b"


@pytest.mark.parametrize(("days_ago", "found"), [(3, "a"), (2, None)])
def test_the_last_day_of_a_course_is_one_of_its_days(days_ago: int, found: str | None) -> None:
    over = course(40, id="a", ended=TODAY - dt.timedelta(days=3))
    assert with_course(visit(days_ago), (over,)).course == found


def test_the_pressure_wanted_is_that_of_the_last_visit_of_the_treatment() -> None:
    first, last = visit(9, pressure=3, pressure_next="lighter"), visit(2, pressure=2)
    assert pressure_wanted((first,), "massage") == "lighter"
    assert pressure_wanted((first,), "acupuncture") is None
    assert pressure_wanted((first, last), "massage") is None
    assert pressure_wanted((first, last), "massage", last.at) == "lighter"


@pytest.mark.parametrize(
    ("wish", "pressure"), [("lighter", None), ("firmer", None), ("same", 3), (None, 3)]
)
def test_a_pressure_that_was_wanted_otherwise_is_not_filled_in_as_it_was(
    wish: str | None, pressure: int | None
) -> None:
    last = visit(1, pressure=3, pressure_next=wish)
    assert usual_visit((last,), "massage", MONDAY, ()).pressure == pressure
