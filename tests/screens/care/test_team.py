"""The care team: people, the shared plan and questions, from keys to the file."""

import datetime as dt
from typing import Any

import pytest

from backcare_tui.diary.records.base import Imported
from backcare_tui.diary.records.team import Agreement, Person, PlanPart, Question
from backcare_tui.diary.records.visit import Visit
from backcare_tui.screens import QuestionForm, Team
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.over_today import Opens, over_today
from tests.screens.seen import (
    but_for_when,
    flowing,
    line_with,
    lines,
    painted,
    press,
    seen,
    to_field,
    write,
)

TODAY = MONDAY.date()
DANA = Person(id="dana", name="Dana Whitfield", role="massage-therapist", contact="555 0199")
MARCUS = Person(id="marcus", name="Marcus Bell")


@pytest.fixture
def looking(app_at: AppAt) -> Opens:
    """The care team over Today."""
    return over_today(app_at, Team)


def plan(days_ago: int, **fields: Any) -> Agreement:
    return Agreement(agreed=TODAY - dt.timedelta(days=days_ago), **fields)


def visit(days_ago: int, person: str = "dana") -> Visit:
    at = MONDAY - dt.timedelta(days=days_ago)
    return Visit(at=at, treatment="massage", person=person, pain_before=6, pain_after=3)


async def test_an_empty_team_says_what_will_be_seen(looking: Opens) -> None:
    async with looking() as pilot:
        assert "Those who care for your back will stand here" in flowing(pilot)
        assert "Press a to add somebody" in flowing(pilot)


async def test_somebody_is_added_with_a_role_and_a_part_in_one_step(
    looking: Opens, repository: TinyRepository
) -> None:
    async with looking() as pilot:
        await press(pilot, "a")
        await write(pilot, "Dana")
        await to_field(pilot, "In the plan")
        await write(pilot, "massage")
        await to_field(pilot, "Role")
        await write(pilot, "mass")
        await press(pilot, "enter ctrl+s")
        (dana,) = repository.entries(Person)
        assert (dana.name, dana.role) == ("Dana", "massage-therapist")
        (agreed,) = repository.entries(Agreement)
        assert (agreed.agreed, agreed.parts) == (TODAY, (PlanPart(dana.id, "massage"),))
        assert "Massage therapist" in seen(pilot)
        await press(pilot, "u")
        assert not repository.entries(Person)
        assert not repository.entries(Agreement)


async def test_one_undo_takes_back_what_was_changed_of_somebody_and_of_todays_plan(
    looking: Opens, repository: TinyRepository
) -> None:
    agreed = plan(0, parts=(PlanPart("dana", "massage"),))
    repository.add(DANA, agreed)
    async with looking() as pilot:
        await press(pilot, "enter")
        await to_field(pilot, "In the plan")
        await write(pilot, "core work")
        await to_field(pilot, "Note")
        await write(pilot, "on Mondays")
        await press(pilot, "ctrl+s")
        assert repository.entries(Person)[0].note == "on Mondays"
        assert repository.entries(Agreement)[0].parts[0].does == "core work"
        await press(pilot, "u")
    assert repository.entries(Person)[0].note is None
    assert repository.entries(Agreement)[0].parts == agreed.parts


@pytest.mark.thorough
async def test_a_role_in_ones_own_words_takes_the_place_of_the_other(
    looking: Opens, repository: TinyRepository
) -> None:
    repository.add(DANA)
    async with looking() as pilot:
        await press(pilot, "enter")
        await to_field(pilot, "Role")
        await write(pilot, "healer (/)")
        await press(pilot, "enter ctrl+s")
        (dana,) = repository.entries(Person)
        assert (dana.role, dana.contact) == ("healer (/)", "555 0199")
        assert "healer (/)" in seen(pilot)


@pytest.mark.thorough
async def test_nobody_is_listed_without_a_name_or_twice(
    looking: Opens, repository: TinyRepository
) -> None:
    repository.add(DANA)
    async with looking() as pilot:
        await press(pilot, "a ctrl+s")
        assert "Name: nothing is not" in flowing(pilot)
        await write(pilot, "dana whitfield")
        await press(pilot, "enter")
        assert 'Name: "dana whitfield" is not a name that nobody else of the team has.' in flowing(
            pilot
        )
        assert len(repository.entries(Person)) == 1


@pytest.mark.thorough
async def test_a_part_changed_today_leaves_the_plan_of_before_as_it_was(
    looking: Opens, repository: TinyRepository
) -> None:
    old = plan(9, goals=("garden",), parts=(PlanPart("dana", "massage"), PlanPart("me", "walk")))
    repository.add(DANA, old)
    async with looking() as pilot:
        await press(pilot, "enter")
        await to_field(pilot, "In the plan")
        await write(pilot, "massage twice")
        await press(pilot, "enter")
        kept, new = sorted(repository.entries(Agreement), key=lambda each: each.agreed)
        assert kept.parts == old.parts
        assert (new.agreed, new.goals) == (TODAY, ("garden",))
        assert set(new.parts) == {PlanPart("dana", "massage twice"), PlanPart("me", "walk")}
        assert "massage twice" in seen(pilot)


async def test_a_person_is_shown_with_part_visits_and_the_last_one(
    looking: Opens, repository: TinyRepository
) -> None:
    repository.add(DANA, plan(3, parts=(PlanPart("dana", "massage"),)), visit(2), visit(20))
    async with looking() as pilot:
        words = flowing(pilot)
        for part in ("Massage therapist", "555 0199", "In the plan massage", "2 visits"):
            assert part in words
        assert "Sat 21 Nov: Massage, 6 → 3" in words


@pytest.mark.thorough
async def test_a_person_who_is_removed_stays_in_what_names_them_and_comes_back(
    looking: Opens, repository: TinyRepository
) -> None:
    parts = (PlanPart("dana", "massage"),)
    repository.add(
        DANA, plan(3, parts=parts), visit(2), Question(at=MONDAY, text="why?", person="dana")
    )
    async with looking() as pilot:
        await press(pilot, "d")
        assert "Dana" not in line_with(pilot, "▌")
        assert repository.entries(Visit)[0].person == "dana"
        assert "Somebody no longer listed" in flowing(pilot)
        await press(pilot, "down")
        assert "For somebody no longer" in flowing(pilot)
        await press(pilot, "enter ctrl+s")
        assert repository.entries(Question)[0].person == "dana"
        await press(pilot, "up enter ctrl+s")
        assert repository.entries(Agreement)[0].parts == parts
        await press(pilot, "u u u")
        assert "Dana Whitfield" in seen(pilot)


async def test_a_new_plan_begins_with_the_one_in_force_and_leaves_it(
    looking: Opens, repository: TinyRepository
) -> None:
    old = plan(9, goals=("garden",), parts=(PlanPart("me", "walk"),))
    repository.add(DANA, old)
    async with looking() as pilot:
        await press(pilot, "e enter")
        await write(pilot, "sleep [/]")
        await to_field(pilot, "Dana Whitfield")
        await write(pilot, "massage")
        await press(pilot, "enter")
        kept, new = sorted(repository.entries(Agreement), key=lambda each: each.agreed)
        assert kept.goals == ("garden",)
        assert (new.agreed, new.goals) == (TODAY, ("garden", "sleep [/]"))
        assert set(new.parts) == {PlanPart("me", "walk"), PlanPart("dana", "massage")}
        assert "in force" in line_with(pilot, "of Mon 23 Nov")
        assert "earlier" in line_with(pilot, "of Sat 14 Nov")


@pytest.mark.thorough
async def test_a_plan_of_nothing_is_refused_in_a_sentence(
    looking: Opens, repository: TinyRepository
) -> None:
    async with looking() as pilot:
        await press(pilot, "e ctrl+s")
        assert "Goals: nothing is not a goal, or what somebody does." in flowing(pilot)
        assert not repository.entries(Agreement)


@pytest.mark.thorough
async def test_brackets_step_the_day_of_a_plan_up_to_today(
    looking: Opens, repository: TinyRepository
) -> None:
    repository.add(DANA)
    async with looking() as pilot:
        await press(pilot, "e")
        await to_field(pilot, "Agreed on")
        await press(pilot, "[ [ ]")
        await to_field(pilot, "You")
        await write(pilot, "walk")
        await press(pilot, "enter")
        assert repository.entries(Agreement)[0].agreed == TODAY - dt.timedelta(days=1)


async def test_a_question_is_noted_in_one_line_and_answered_in_one(
    looking: Opens, repository: TinyRepository
) -> None:
    async with looking() as pilot:
        await press(pilot, "Q")
        await write(pilot, "May I swim [/]?")
        await press(pilot, "enter")
        (question,) = repository.entries(Question)
        assert (question.text, question.person, question.at) == ("May I swim [/]?", None, MONDAY)
        await press(pilot, "x")
        await write(pilot, "yes, gently")
        await press(pilot, "enter")
        (question,) = repository.entries(Question)
        assert (question.answered, question.answer) == (TODAY, "yes, gently")
        assert "yes, gently" in seen(pilot)
        await press(pilot, "u")
        assert repository.entries(Question)[0].answered is None


@pytest.mark.thorough
async def test_a_question_may_be_for_somebody_new(
    looking: Opens, repository: TinyRepository
) -> None:
    repository.add(DANA)
    async with looking() as pilot:
        await press(pilot, "Q")
        await write(pilot, "How long?")
        await press(pilot, "tab")
        await write(pilot, "Dr. No")
        await press(pilot, "enter ctrl+s")
        (question,) = repository.entries(Question)
        assert {each.name: each.id for each in repository.entries(Person)}[
            "Dr. No"
        ] == question.person
        await press(pilot, "u")
        assert [each.name for each in repository.entries(Person)] == ["Dana Whitfield"]


@pytest.mark.thorough
async def test_only_an_open_question_can_be_answered(
    looking: Opens, repository: TinyRepository
) -> None:
    repository.add(DANA, Question(at=MONDAY, text="why?", answered=TODAY))
    async with looking() as pilot:
        await press(pilot, "x")
        assert "What was the answer?" not in seen(pilot)
        await press(pilot, "down x")
        assert "What was the answer?" not in seen(pilot)


@pytest.mark.thorough
async def test_an_answer_without_a_day_is_of_today_and_taking_both_out_opens_it_again(
    looking: Opens, repository: TinyRepository
) -> None:
    repository.add(Question(at=MONDAY, text="why?"))
    async with looking() as pilot:
        await press(pilot, "enter")
        await to_field(pilot, "Answer")
        await write(pilot, "so")
        await press(pilot, "enter")
        assert repository.entries(Question)[0].answered == TODAY
        await press(pilot, "enter")
        await to_field(pilot, "Answer")
        await press(pilot, "backspace backspace")
        await to_field(pilot, "Answered on")
        await press(pilot, " ".join(["backspace"] * 10))
        await press(pilot, "enter")
        assert repository.entries(Question)[0].answered is None


async def test_a_half_typed_question_is_kept_as_a_draft(app_at: AppAt) -> None:
    async with app_at() as pilot:
        app: Any = pilot.app
        app.push_screen(QuestionForm(app.desk))
        await painted(pilot)
        await write(pilot, "why")
        await press(pilot, "escape")
        app.push_screen(QuestionForm(app.desk))
        await painted(pilot)
        assert "why" in line_with(pilot, "Question")


@pytest.mark.thorough
async def test_it_fits_terminals_of_many_sizes(looking: Opens, story_diary: TinyRepository) -> None:
    async with looking((60, 20)) as pilot:
        for size in ((60, 20), (80, 24), (120, 40), (200, 60)):
            await pilot.resize_terminal(*size)
            assert "Dana Whitfield" in seen(pilot), size
            assert "Massage therapist" in seen(pilot), size
            assert all(len(line) <= size[0] for line in lines(pilot)), size


@pytest.mark.thorough
async def test_what_is_opened_and_saved_unchanged_is_the_same(
    looking: Opens, repository: TinyRepository
) -> None:
    parts = (
        PlanPart("gone", "a"),
        PlanPart("me", "b [x]"),
        PlanPart("dana", "c"),
        PlanPart("me", "d"),
    )
    origin = Imported(source="x", key="1")
    repository.add(
        Person(id="dana", name="[D]", role="own", contact="c", note="a\n[/]", imported=origin),
        plan(3, goals=("one [/]", "two"), parts=parts, note="so", imported=origin),
        Question(at=MONDAY, text="[/]?", person="gone", answered=TODAY, answer="[b]"),
    )
    kinds = (Person, Agreement, Question)
    before = [but_for_when(repository.entries(kind)) for kind in kinds]
    async with looking() as pilot:
        await press(pilot, "home")
        for title in ("Change somebody", "Change the shared plan", "Change the question"):
            await press(pilot, "enter")
            assert title in lines(pilot)[0]
            await press(pilot, "ctrl+s down")
    assert [but_for_when(repository.entries(kind)) for kind in kinds] == before


@pytest.mark.thorough
async def test_words_of_others_are_shown_as_they_are_and_cannot_reach_the_terminal(
    looking: Opens, repository: TinyRepository
) -> None:
    repository.add(
        Person(name="[/] Dana\x1b[31m", note="[@click=app.quit]x[/]"),
        Question(at=MONDAY, text="[b\u202e]"),
    )
    async with looking() as pilot:
        assert "[/] Dana\ufffd[31m" in seen(pilot)
        assert "[@click=app.quit]x[/]" in flowing(pilot)
        await press(pilot, "down")
        assert "[b\ufffd]" in seen(pilot)
        await press(pilot, "Q")
        assert "[/] Dana\ufffd[31m" in seen(pilot)
