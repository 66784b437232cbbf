"""The care team in view: the plan in force, the parts in it, the questions."""

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.team import Agreement, Person, PlanPart, Question
from backcare_tui.guidance.care.team import (
    NO_LONGER,
    agreements_by_age,
    in_force,
    members,
    named,
    names_of,
    open_first,
    part_of,
    say_person,
    to_ask,
    with_part,
    with_whom,
)
from tests.conftest import MONDAY
from tests.report.page_of import DANA, MARCUS, ago, visit

TODAY = MONDAY.date()


def agreed(days_ago: int) -> Agreement:
    return Agreement(agreed=TODAY - dt.timedelta(days=days_ago), goals=("walk",))


def test_the_newest_plan_that_was_agreed_by_today_is_in_force() -> None:
    old, new, to_come = agreed(30), agreed(3), agreed(-2)
    assert in_force((new, to_come, old), TODAY) == new
    assert in_force((to_come,), TODAY) is None
    assert in_force((), TODAY) is None


def test_of_two_plans_of_one_day_the_one_changed_last_holds() -> None:
    first = Agreement(id="z", agreed=TODAY, goals=("a",), updated=ago(1))
    second = Agreement(id="a", agreed=TODAY, goals=("b",), updated=MONDAY)
    assert in_force((second, first), TODAY) == second


@given(st.permutations([agreed(days) for days in (0, 5, 40, 400)]))
def test_older_plans_stand_below_newer_ones_whatever_their_order(plans: list[Agreement]) -> None:
    days = [plan.agreed for plan in agreements_by_age(plans)]
    assert days == sorted(days, reverse=True)


def test_what_somebody_does_is_all_of_their_parts() -> None:
    parts = (PlanPart("dana", "massage"), PlanPart("me", "stretch"), PlanPart("dana", "advice"))
    plan = Agreement(agreed=TODAY, parts=parts)
    assert part_of(plan, "dana") == "massage; advice"
    assert part_of(plan, "marcus") == ""
    assert part_of(None, "dana") == ""


def test_whoever_is_named_and_new_joins_the_team() -> None:
    joined, asked = with_whom(Question(at=MONDAY, text="How long?", person="Wen Li"), {"dana"})
    assert isinstance(joined, Person)
    assert isinstance(asked, Question)
    assert (joined.name, asked.person) == ("Wen Li", joined.id)


def test_nobody_joins_by_an_entry_of_nobody_of_the_team_or_of_whoever_left_it() -> None:
    nobody, known = visit(1, None), Question(at=MONDAY, text="why?", person="dana")
    walk = Plan(routine="walk")
    assert with_whom(nobody, {"dana"}) == (nobody,)
    assert with_whom(known, {"dana"}) == (known,)
    assert with_whom(known, (), msgspec.structs.replace(known, text="why not?")) == (known,)
    assert with_whom(walk, ()) == (walk,)


def test_a_part_takes_the_place_of_what_somebody_did_and_nothing_takes_it_out() -> None:
    parts = (PlanPart("dana", "massage"), PlanPart("me", "stretch"))
    assert with_part(parts, "dana", "less") == (PlanPart("me", "stretch"), PlanPart("dana", "less"))
    assert with_part(parts, "dana", "") == (PlanPart("me", "stretch"),)


def test_a_member_has_the_visits_with_them_up_to_now_and_the_last_one() -> None:
    visits = (visit(-1), visit(3), visit(20), visit(2, MARCUS), visit(1, None))
    dana, marcus = members((MARCUS, DANA), visits, None, MONDAY)
    assert (dana.person, dana.visits, dana.last) == (DANA, 2, visits[1])
    assert (marcus.visits, marcus.last) == (1, visits[3])


def test_who_was_removed_is_still_told_of() -> None:
    names = names_of((DANA,))
    assert named(names, "dana") == "Dana Whitfield"
    assert named(names, "gone") == NO_LONGER
    assert named(names, None) == ""
    assert named(names, "me") == "You"


def test_a_person_is_named_with_the_role() -> None:
    assert say_person(MARCUS) == "Marcus Bell, physical therapist"


def test_open_questions_come_first_and_only_they_are_to_be_asked() -> None:
    done = Question(at=ago(9), text="done", answered=TODAY)
    late, early = Question(at=ago(1), text="late"), Question(at=ago(5), text="early", person="dana")
    other = Question(at=ago(3), text="other", person="marcus")
    questions = (done, late, other, early)
    assert open_first(questions) == (early, other, late, done)
    assert to_ask(questions) == (early, other, late)
    assert to_ask(questions, "dana") == (early, late)
