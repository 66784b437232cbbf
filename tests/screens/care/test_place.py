"""The massage place: where a course stands, whether it helps, and what can be done with it."""

from typing import Any

import pytest

from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Agreement, Person, PlanPart
from backcare_tui.diary.records.visit import Visit
from backcare_tui.screens.care.place import Massage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.guidance.facts_of import ago, day, pains
from tests.screens.care.made import course, is_on, the_course, visit
from tests.screens.seen import flowing, inside, line_with, lines, press, seen

HELPING = (course(), visit(20, sore_next_day=2), visit(5, sore_next_day=1), *pains(3, 3, 4, last=2))
NOT_HELPING = (course(), visit(20), visit(5), *pains(6, 5, 6, last=2))
BETWEEN = (course(), visit(20), visit(2), *pains(4))
POSTPONED = (course(), visit(20), visit(2, response="tensed"))
DONE = (course(50), *(visit(n) for n in (50, 36, 22, 6)), *pains(2, 2, 2, last=3))
UNKNOWN = (course(baseline=None), visit(20, None), visit(5, None))


async def test_the_empty_place_says_what_a_course_is_and_that_no_trial_is_behind_it(
    app_at: AppAt,
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4")
        assert is_on(pilot, Massage)
        tile = inside(pilot, "Course")
        assert "no trial is behind that number" in tile
        assert "o begins a course · a notes one visit" in tile
        assert "will be listed here" in inside(pilot, "Visits")
        assert "Care team t nobody yet" in flowing(pilot)


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ((course(-10),), "begins Thu 3 Dec 4 visits ○ ○ ○ ○ in 42 days"),
        (
            (course(10), visit(10)),
            "under way, next by Fri 27 Nov visit 1 of 4 ● ○ ○ ○ day 11 of 42",
        ),
        (HELPING, "✓ Pain 6 before the first visit, 3.3 in the 3 days after visit 2"),
        (NOT_HELPING, "It may be time to look at another therapy."),
        (NOT_HELPING, "x ends it · e changes it · y it helps"),
        (BETWEEN, "Too early to say: pain of the 3 days after visit 2 answers it, up to tomorrow"),
        (POSTPONED, "put off since Sat 21 Nov"),
        (POSTPONED, "muscle tensed up. Put massage off until it settles"),
        (POSTPONED, "z takes it up · l looks for signs"),
        (DONE, "complete: all of its visits are done"),
        (DONE, "x ends it · o begins another"),
        (UNKNOWN, "Did it help? You say. y answers"),
    ],
)
async def test_the_tile_says_how_each_state_stands(
    app_at: AppAt, repository: TinyRepository, records: tuple[Any, ...], words: str
) -> None:
    repository.add(*records)
    async with app_at() as pilot:
        await press(pilot, "4")
        assert words in inside(pilot, "Massage course")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize(
    "records",
    [(), (course(-10),), (course(3), visit(3)), HELPING, NOT_HELPING, POSTPONED, DONE],
    ids=["empty", "planned", "one", "helping", "not-helping", "postponed", "done"],
)
async def test_every_state_fits_every_size(
    app_at: AppAt, repository: TinyRepository, records: tuple[Any, ...], size: tuple[int, int]
) -> None:
    if records:
        repository.add(*records)
    async with app_at(size) as pilot:
        await press(pilot, "4")
        assert "─ Visits ─" in seen(pilot)
        assert "Care team" in seen(pilot)
        assert "? help" in lines(pilot)[-1]
        assert ("─ Pain before and after ─" in seen(pilot)) is (size[0] >= 76)
        place: Any = pilot.app.screen
        if size != (60, 20):
            assert place.course.max_scroll_y == 0, "nothing of the course has to be scrolled to"


async def test_soreness_stands_under_the_slope_of_its_visit(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*HELPING)
    async with app_at() as pilot:
        await press(pilot, "4")
        days = line_with(pilot, "3 Nov ")
        sore = lines(pilot)[lines(pilot).index(days) + 1]
        assert sore.rindex("2") == days.rindex("3 Nov")
        assert sore.rindex("1") == days.rindex("18 Nov")


async def test_visits_of_all_treatments_are_listed_newest_first(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(
        visit(3, kind="swedish", sore_next_day=2),
        visit(1, 5, None, treatment="acupuncture", person="gone"),
        visit(2, response="painful"),
        Person(id="p", name="Dana"),
    )
    async with app_at((120, 40)) as pilot:
        await press(pilot, "4")
        at = [seen(pilot).index(f" {day} Nov 07:00") for day in (22, 21, 20)]
        assert at == sorted(at)
        assert "5 → ·" in line_with(pilot, "Acupuncture")
        assert "somebody no longer listed" in line_with(pilot, "Acupuncture")
        assert "pressure was painful · 60 min" in line_with(pilot, "Sat 21 Nov")
        assert "60 min · sore 2 · swedish" in line_with(pilot, "Fri 20 Nov")


async def test_a_visit_is_deleted_and_brought_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(visit(1))
    async with app_at() as pilot:
        await press(pilot, "4 d")
        assert not repository.entries(Visit)
        await press(pilot, "u")
        assert len(repository.entries(Visit)) == 1


async def test_the_care_team_stands_in_one_line_with_what_each_does(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(
        Person(id="a", name="Dana [/]", role="massage-therapist"),
        Person(id="b", name="Marcus", role="physical-therapist"),
        Agreement(agreed=day(1), parts=(PlanPart(person="b", does="core work"),)),
    )
    async with app_at((120, 40)) as pilot:
        await press(pilot, "4")
        line = line_with(pilot, "Care team")
        assert "Dana [/] (massage therapist)" in line
        assert "Marcus (core work)" in line


async def test_brackets_step_between_the_courses_that_are_open(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(), course(10, id="needles", treatment="acupuncture"))
    async with app_at() as pilot:
        await press(pilot, "4")
        assert "Massage course · 1 of 2, [ ]" in seen(pilot)
        await press(pilot, "right_square_bracket")
        assert "Acupuncture course · 2 of 2, [ ]" in seen(pilot)
        await press(pilot, "right_square_bracket left_square_bracket")
        assert "Acupuncture course · 2 of 2" in seen(pilot)
        await press(pilot, "z")
        assert the_course(repository, "needles").postponed == MONDAY
        assert "Acupuncture course · 2 of 2" in seen(pilot), "the one that was changed stays"


async def test_a_course_is_put_off_and_taken_up_again(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(), visit(10))
    async with app_at() as pilot:
        await press(pilot, "4 z")
        assert "put off since today" in inside(pilot, "Massage course")
        assert "You put it off." in inside(pilot, "Massage course")
        await press(pilot, "z")
        assert the_course(repository).resumed == MONDAY
        assert "under way" in inside(pilot, "Massage course")
        assert "taken up again: massage" in line_with(pilot, "backcare")
        await press(pilot, "u u")
        assert the_course(repository).postponed is None


async def test_with_signs_of_inflammation_taking_it_up_is_asked_twice(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*POSTPONED, Signs(at=ago(1), inflammation=("heat",)))
    async with app_at() as pilot:
        await press(pilot, "4 z")
        assert "Still signs of inflammation" in seen(pilot)
        assert "Keep massage on hold" in flowing(pilot)
        await press(pilot, "enter")
        assert the_course(repository).resumed is None, "the usual answer leaves it"
        await press(pilot, "z t")
        assert the_course(repository).resumed == MONDAY


@pytest.mark.parametrize(("key", "kept"), [("y", "yes"), ("n", "no"), ("s", "unsure")])
async def test_did_it_help_is_answered_by_one_key(
    app_at: AppAt, repository: TinyRepository, key: str, kept: str
) -> None:
    repository.add(*UNKNOWN)
    async with app_at() as pilot:
        await press(pilot, f"4 y {key}")
        assert the_course(repository).helped == kept
        words = "Carry on" if kept == "yes" else "another therapy"
        assert words in inside(pilot, "Massage course")
        await press(pilot, "u")
        assert the_course(repository).helped is None


async def test_a_closed_question_changes_nothing(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(*NOT_HELPING)
    async with app_at() as pilot:
        await press(pilot, "4 y escape")
        assert the_course(repository).helped is None
        assert is_on(pilot, Massage)


async def test_a_planned_course_is_taken_back_and_undone(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(-10))
    async with app_at() as pilot:
        await press(pilot, "4 x")
        assert not repository.entries(Course)
        await press(pilot, "u")
        assert "begins Thu 3 Dec" in inside(pilot, "Massage course")


async def test_keys_of_a_course_do_nothing_without_one(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 e z x y l i h left_square_bracket")
        assert is_on(pilot, Massage)
        assert not repository.entries(Course)


async def test_the_last_course_is_told_of_when_none_is_open(
    app_at: AppAt, repository: TinyRepository
) -> None:
    ended = course(ended=day(0), outcome="helped a little · [b] bends again")
    repository.add(ended, *HELPING[1:])
    async with app_at() as pilot:
        await press(pilot, "4")
        tile = inside(pilot, "Course")
        assert "Last: Massage course ended Mon 23 Nov." in tile
        assert "3.3 in the 3 days after visit 2 (44% less): it is helping." in tile
        assert "Outcome: helped a little · [b] bends again" in tile


async def test_visits_before_a_course_do_not_count_toward_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(10), visit(12), visit(11, treatment="osteopathy"))
    async with app_at() as pilot:
        await press(pilot, "4")
        assert "no visit yet of 4" in inside(pilot, "Massage course")
        assert "Osteopathy" in inside(pilot, "Visits")


@pytest.mark.parametrize(
    ("key", "opened"),
    [
        ("a", "VisitForm"),
        ("o", "CourseForm"),
        ("e", "CourseForm"),
        ("x", "CourseEnd"),
        ("l", "SignsOfInflammation"),
        ("h", "Courses"),
        ("b", "Benefits"),
        ("i", "CourseSources"),
        ("t", "Team"),
        ("g", "HandOver"),
        ("p", "QuestionForm"),
        ("W", "RedFlags"),
        ("enter", "VisitForm"),
    ],
)
async def test_each_key_opens_what_it_names_and_esc_comes_back(
    app_at: AppAt, repository: TinyRepository, key: str, opened: str
) -> None:
    repository.add(*POSTPONED)
    async with app_at() as pilot:
        await press(pilot, f"4 {key}")
        assert type(pilot.app.screen).__name__ == opened
        await press(pilot, "escape")
        assert is_on(pilot, Massage)
