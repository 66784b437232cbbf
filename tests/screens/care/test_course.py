"""A course is begun, planned and changed; what comes first is settled before."""

from typing import Any

import msgspec
import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Person
from backcare_tui.screens.care.course import CourseForm
from backcare_tui.screens.care.outcome import CourseEnd
from backcare_tui.screens.care.place import Massage
from backcare_tui.screens.frame.choice import ChoiceDialog
from backcare_tui.screens.guidance.red_flags import RedFlags
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.guidance.facts_of import DAY, TODAY, ago, day, pains
from tests.screens.care.made import CHECKED, course, is_on, the_course, visit
from tests.screens.seen import flowing, inside, line_with, press, seen, to_field, write


async def fill(pilot: Any, label: str, text: str) -> None:
    """Replace what stands in a field."""
    await to_field(pilot, label)
    await press(pilot, "end ctrl+u")
    await write(pilot, text)


def only_course(repository: TinyRepository) -> Course:
    [found] = repository.entries(Course)
    return found


async def test_a_course_begins_in_two_keys_with_what_is_usual(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, *pains(5, 4, 6, 5))
    async with app_at() as pilot:
        await press(pilot, "4 C enter")
        assert is_on(pilot, Massage)
        assert "under way, first visit by Mon 30 Nov" in inside(pilot, "Massage course")
    begun = only_course(repository)
    assert (begun.treatment, begun.started) == ("massage", TODAY)
    assert (begun.planned_visits, begun.days, begun.baseline) == (4, 42, 5)


@pytest.mark.thorough
async def test_the_form_says_where_the_baseline_is_from_and_what_the_number_rests_on(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, *pains(5, 4, 6, 5))
    async with app_at((80, 30)) as pilot:
        await press(pilot, "4 C")
        assert "moderate, the mean of your last days" in line_with(pilot, "Pain at start")
        assert "No trial of that number is known." in flowing(pilot)
        assert "Outcome" not in seen(pilot)
        await fill(pilot, "Pain at start", "7")
        assert line_with(pilot, "Pain at start").endswith("severe")


async def test_the_form_says_how_many_days_are_noted_and_offers_to_wait_where_they_are_few(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, *pains(5, 4, 6, 5))
    async with app_at() as pilot:
        await press(pilot, "4 C")
        assert "3 of the 28 days before have pain noted. It takes 10 to tell later" in flowing(
            pilot
        )
        assert "^l begins it a week later" in flowing(pilot)
        await press(pilot, "ctrl+l enter")
        assert "begins Mon 30 Nov" in inside(pilot, "Massage course")
    assert only_course(repository).started == TODAY + 7 * DAY


async def test_where_enough_days_are_noted_the_form_offers_no_wait(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, *pains(*(5,) * 10, last=1))
    async with app_at() as pilot:
        await press(pilot, "4 C")
        assert "10 of the 28 days before have pain noted: enough to tell later" in flowing(pilot)
        assert "a week later" not in seen(pilot)
        await press(pilot, "ctrl+l enter")
    assert only_course(repository).started == TODAY


@pytest.mark.thorough
async def test_without_pain_the_baseline_stays_open(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, *pains(5, 5, 5, last=1))
    async with app_at() as pilot:
        await press(pilot, "4 C enter")
    assert only_course(repository).baseline is None


async def test_every_field_is_kept_and_a_new_person_joins_the_team(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED)
    async with app_at() as pilot:
        await press(pilot, "4 C")
        await fill(pilot, "Treatment", "acupuncture")
        await fill(pilot, "Started", "3 days ago")
        await fill(pilot, "Visits planned", "6")
        await fill(pilot, "Within days", "30")
        await fill(pilot, "Pain at start", "4")
        await fill(pilot, "Goal", "sit [/] still")
        await fill(pilot, "With", "Wen Li")
        await press(pilot, "enter")
        assert "Goal: sit [/] still" in inside(pilot, "Acupuncture course")
    begun = only_course(repository)
    [person] = repository.entries(Person)
    assert (begun.treatment, begun.started, begun.person) == ("acupuncture", day(3), person.id)
    assert (begun.planned_visits, begun.days, begun.baseline) == (6, 30, 4)
    assert (begun.goal, person.name) == ("sit [/] still", "Wen Li")


@pytest.mark.thorough
async def test_one_undo_takes_back_the_course_and_whoever_joined_the_team_by_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED)
    async with app_at() as pilot:
        await press(pilot, "4 C")
        await fill(pilot, "With", "Anna")
        await press(pilot, "enter")
        [person], course = repository.entries(Person), only_course(repository)
        assert (person.name, course.person) == ("Anna", person.id)
        await press(pilot, "u")
    assert repository.entries(Person) == ()
    assert repository.entries(Course) == ()


@pytest.mark.thorough
async def test_a_wrong_value_is_one_sentence_before_anything_is_asked(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 C")
        for label, text, right, sentence in (
            ("Started", "soon", "today", 'Started: "soon" is not a day such as today, tomorrow'),
            ("Visits planned", "0", "4", 'Visits planned: "0" is not a whole number from 1 to 100'),
            (
                "Within days",
                "x",
                "9",
                'Within days: "x" is not a whole number of days from 1 to 1000',
            ),
            ("Pain at start", "14", "4", 'Pain at start: "14" is not a whole number from 0 to 10'),
        ):
            await fill(pilot, label, text)
            await press(pilot, "enter")
            assert sentence in flowing(pilot)
            await press(pilot, "ctrl+s")
            assert f"{label}: this cannot be read yet." in seen(pilot)
            assert is_on(pilot, CourseForm), label
            await fill(pilot, label, right)
    assert not repository.entries(Course)


async def test_a_day_to_come_plans_the_course(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(CHECKED)
    async with app_at() as pilot:
        await press(pilot, "4 C")
        await fill(pilot, "Started", "in 10 days")
        assert line_with(pilot, "Started").endswith("Thu 3 Dec")
        await press(pilot, "enter")
        assert "Massage course, begins Thu" in line_with(pilot, "backcare")
        assert "begins Thu 3 Dec" in inside(pilot, "Massage course")
    assert only_course(repository).started == TODAY + 10 * DAY


@pytest.mark.thorough
async def test_brackets_step_the_day_on_which_it_begins(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED)
    async with app_at() as pilot:
        await press(pilot, "4 C")
        await to_field(pilot, "Started")
        await press(pilot, "right_square_bracket right_square_bracket left_square_bracket enter")
    assert only_course(repository).started == TODAY + DAY


async def test_severe_pain_asks_for_a_check_up_with_its_source(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, *pains(8))
    async with app_at() as pilot:
        await press(pilot, "4 C enter")
        assert is_on(pilot, ChoiceDialog)
        assert "Pain at the start is 8 of 10. Your pain is severe." in flowing(pilot)
        assert "Back Massage Therapy For Chronic Back Pain Relief, 2024" in flowing(pilot)
        await press(pilot, "escape")
        assert is_on(pilot, CourseForm), "closing the question leaves the form open"
        await press(pilot, "enter")
        assert is_on(pilot, ChoiceDialog), "it is asked again"
        assert not repository.entries(Course)
        await press(pilot, "s enter ctrl+s")
        assert is_on(pilot, CourseForm), "the check-up is taken down, and the course not yet"
        await press(pilot, "enter")
        assert is_on(pilot, Massage)
        check_up = repository.entries(Check)[-1]
        assert (check_up.is_check_up, check_up.at) == (True, MONDAY)
        assert only_course(repository).baseline == 8
        await press(pilot, "u")
        assert not repository.entries(Course), "undo takes back the course before the check-up"
        assert len(repository.entries(Check)) == 2
        await press(pilot, "u")
        assert [check.id for check in repository.entries(Check)] == ["checked"]


@pytest.mark.thorough
async def test_begin_later_keeps_a_draft_and_all_the_same_begins(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, *pains(8))
    async with app_at() as pilot:
        await press(pilot, "4 C enter l")
        assert is_on(pilot, Massage)
        assert "kept as a draft" in line_with(pilot, "backcare")
        assert not repository.entries(Course)
        await press(pilot, "C")
        assert "Your draft from before" in seen(pilot)
        await press(pilot, "enter b")
    assert only_course(repository).baseline == 8
    assert not any(check.is_check_up for check in repository.entries(Check))


async def test_the_warning_signs_are_offered_before_a_course_and_can_wait(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 C enter")
        assert "Warning signs first?" in seen(pilot)
        assert "Finucane 2020" in flowing(pilot)
        await press(pilot, "b")
        assert is_on(pilot, Massage)
        assert only_course(repository).treatment == "massage"
        await press(pilot, "u C enter W")
        assert is_on(pilot, RedFlags)
        await press(pilot, "escape")
        assert is_on(pilot, CourseForm), "the form is still there after the check"
        assert "Back here, enter begins the course." in seen(pilot)
        await press(pilot, "enter")
        assert "Warning signs first?" in seen(pilot), "what was left open is asked again"
        await press(pilot, "enter end up enter enter enter")
        assert is_on(pilot, Massage)
        assert len(repository.entries(Check)) == 1
    assert only_course(repository)


async def test_an_urgent_sign_blocks_it_until_a_professional_has_seen_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Check(at=ago(1), red_flags=("leg_weakness_new",)))
    async with app_at() as pilot:
        await press(pilot, "4 C enter")
        assert "Not yet: this comes first" in seen(pilot)
        assert "needs to be seen today" in flowing(pilot)
        assert "Begin all the same" not in seen(pilot)
        await press(pilot, "escape enter")
        assert not repository.entries(Course)
        await press(pilot, "s enter ctrl+s enter")
        assert is_on(pilot, Massage)
    assert repository.entries(Check)[-1].is_check_up
    assert only_course(repository)


@pytest.mark.thorough
async def test_a_second_course_of_a_treatment_offers_to_end_the_first(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, course(), visit(20))
    async with app_at() as pilot:
        await press(pilot, "4 C enter")
        assert "A massage course is open since Tue 3 Nov" in flowing(pilot)
        await press(pilot, "e")
        assert is_on(pilot, CourseEnd)
        await press(pilot, "enter ctrl+s")
        assert is_on(pilot, CourseForm)
        assert the_course(repository).ended == TODAY
        await press(pilot, "enter")
        assert is_on(pilot, Massage)
        assert "first visit by Mon 30 Nov" in inside(pilot, "Massage course")
    assert len(repository.entries(Course)) == 2


@pytest.mark.thorough
async def test_two_of_one_treatment_may_overlap_when_that_is_wanted(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(CHECKED, course())
    async with app_at() as pilot:
        await press(pilot, "4 C enter b")
        assert "Massage course · 1 of 2" in seen(pilot)


@pytest.mark.thorough
async def test_a_course_is_changed_without_a_question(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(baseline=9, outcome="so far so good", helped="yes"), *pains(9))
    async with app_at() as pilot:
        await press(pilot, "4 e")
        assert "Change the course" in seen(pilot)
        await fill(pilot, "Visits planned", "6")
        await press(pilot, "enter")
        assert "no visit yet of 6" in inside(pilot, "Massage course")
    changed = the_course(repository)
    assert (changed.planned_visits, changed.baseline, changed.helped) == (6, 9, "yes")
    assert changed.outcome == "so far so good"


@pytest.mark.thorough
async def test_a_person_who_was_removed_does_not_break_the_form(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(person="gone"))
    async with app_at() as pilot:
        await press(pilot, "4 e")
        await fill(pilot, "Goal", "dance")
        await press(pilot, "enter")
    assert the_course(repository).goal == "dance"


async def test_a_course_opened_and_saved_unchanged_is_the_same(
    app_at: AppAt, repository: TinyRepository
) -> None:
    whole = course(goal="sit [long]", helped="unsure", postponed=ago(2), resumed=ago(1))
    repository.add(whole)
    held = the_course(repository)
    async with app_at() as pilot:
        await press(pilot, "4 e enter")
        assert is_on(pilot, Massage)
    assert msgspec.structs.replace(the_course(repository), updated=held.updated) == held


@pytest.mark.thorough
async def test_it_cannot_be_changed_to_end_before_it_began(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course())
    async with app_at() as pilot:
        await press(pilot, "4 e")
        await fill(pilot, "Ended", "2026-11-01")
        await press(pilot, "enter")
        assert "is not on or after 2026-11-03." in flowing(pilot)
    assert the_course(repository).ended is None
