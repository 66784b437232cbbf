"""The massage place: where a course stands, whether pain is lower, and what can be done with it."""

from typing import Any

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Agreement, Person, PlanPart
from backcare_tui.diary.records.visit import Visit
from backcare_tui.screens.care.place import Massage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.guidance.care_of import weeks
from tests.guidance.facts_of import ago, day, pains
from tests.screens.care.made import course, is_on, the_course, visit
from tests.screens.seen import flowing, inside, line_with, lines, painted, press, seen

LOWER = (
    course(40),
    visit(29, sore_next_day=2),
    visit(15, sore_next_day=1),
    *pains(*(6, 5) * 60, last=30),
    *pains(*(3,) * 14, last=1),
)
NO_LOWER = (course(40), visit(29), visit(15), *weeks(6, 6, 5))
SWINGS = (
    course(40),
    visit(29),
    visit(15),
    *pains(*(*(3,) * 12, *(8,) * 12) * 5, last=30),
    *pains(*(3, 4) * 7, last=1),
)
BY_ITSELF = (
    course(40),
    visit(29),
    visit(15),
    *pains(*(max(0, 7 - abs(n % 72 - 36) // 9 + 2 * (n % 2) - 1) for n in range(170)), last=30),
    *pains(*(3,) * 14, last=1),
)
OWN_WORD = (course(40, helped="yes", goal="sit through a film"), *NO_LOWER[1:])
BETWEEN = (course(40), visit(29), visit(2), *weeks(6, 4, last=2))
POSTPONED = (course(), visit(20), visit(2, response="tensed"))
DONE = (course(60), *(visit(n) for n in (60, 45, 30, 15)), *weeks(6, 2, first=60))
UNKNOWN = (course(baseline=None), visit(20, None), visit(5, None))


async def put(pilot: Pilot[Any], records: tuple[Record, ...]) -> None:
    """Have the diary hold these too, until `u` takes them back."""
    app: Any = pilot.app
    app.desk.add(*records, words="a course")
    await painted(pilot)


async def test_the_empty_place_says_what_a_course_is_and_that_no_trial_is_behind_it(
    app_at: AppAt,
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4")
        assert is_on(pilot, Massage)
        tile = inside(pilot, "Course")
        assert "no trial is behind that number" in tile
        assert "C begins a course · a notes one visit" in tile
        assert "will be listed here" in inside(pilot, "Visits")
        assert "Care team T nobody yet" in flowing(pilot)


STATES: dict[str, tuple[tuple[Record, ...], tuple[str, ...]]] = {
    "planned": ((course(-10),), ("begins Thu 3 Dec 4 visits ○ ○ ○ ○ in 42 days",)),
    "one": (
        (course(10), visit(10)),
        ("under way, next by Fri 27 Nov visit 1 of 4 ● ○ ○ ○ day 11 of 42",),
    ),
    "lower": (
        LOWER,
        (
            "▼ Pain is lower than in the four weeks before (5.5, now 3 in the two weeks after visit 2)",
            "Of 100 stretches like this in your own diary before, none fell as much without any massage.",
        ),
    ),
    "no lower": (
        NO_LOWER,
        (
            "▸ Pain is no lower than in the four weeks before",
            "It may be time to look at another therapy.",
            "x ends it · e changes it · y your word",
        ),
    ),
    "within the swing": (SWINGS, ("▸ Pain is no lower than it gets by itself",)),
    "as often without": (BY_ITSELF, ("fell as much without any massage. It may be time",)),
    "own word": (
        OWN_WORD,
        ("Pain is no lower than in the four weeks before", "» You say it helps."),
    ),
    "between": (
        BETWEEN,
        ("It cannot be told yet: pain in the days after visit 2 answers it, on Sun 6 Dec",),
    ),
    "put off": (
        POSTPONED,
        (
            "put off since Sat 21 Nov",
            "muscle tensed up. Put massage off until it settles",
            "z takes it up · S looks for signs",
        ),
    ),
    "done": (DONE, ("complete: all of its visits are done", "x ends it · C begins another")),
    "unknown": (
        UNKNOWN,
        ("It cannot be told whether pain is lower", "Did it help? You say. y answers"),
    ),
}
"""What a diary may hold of a course, and what its tile says of that."""


async def test_the_tile_says_how_each_state_stands(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4")
        for state, (records, sentences) in STATES.items():
            await put(pilot, records)
            tile = inside(pilot, "Massage course")
            missing = [words for words in sentences if words not in tile]
            assert not missing, (state, missing, tile)
            await press(pilot, "u")


@pytest.mark.thorough
async def test_every_state_fits_every_size(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "4")
        for state, (records, _) in {"empty": ((), ()), **STATES}.items():
            if records:
                await put(pilot, records)
            for size in ((60, 20), (80, 24), (120, 40), (200, 60)):
                await pilot.resize_terminal(*size)
                assert "─ Visits ─" in seen(pilot), (state, size)
                assert "Care team" in seen(pilot), (state, size)
                assert "? help" in lines(pilot)[-1], (state, size)
                slopes = "─ Pain before and after ─" in seen(pilot)
                assert slopes is (size[0] >= 76), (state, size)
                place: Any = pilot.app.screen
                if size != (60, 20):
                    scrolled = place.course.max_scroll_y
                    assert scrolled == 0, f"{state}, {size}: something has to be scrolled to"
            await press(pilot, "u")


@pytest.mark.thorough
async def test_soreness_stands_under_the_slope_of_its_visit(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*LOWER)
    async with app_at() as pilot:
        await press(pilot, "4")
        days = line_with(pilot, "25 Oct ")
        sore = lines(pilot)[lines(pilot).index(days) + 1]
        assert sore.rindex("2") == days.rindex("25 Oct")
        assert sore.rindex("1") == days.rindex("8 Nov")


@pytest.mark.thorough
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
        assert "pressure was painful · 60 min" in line_with(pilot, "Sat 21 Nov 07:00")
        assert "60 min · sore 2 · Swedish" in line_with(pilot, "Fri 20 Nov")


async def test_a_visit_is_deleted_and_brought_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(visit(1))
    async with app_at() as pilot:
        await press(pilot, "4 d")
        assert not repository.entries(Visit)
        await press(pilot, "u")
        assert len(repository.entries(Visit)) == 1


@pytest.mark.thorough
async def test_the_care_team_stands_in_one_line_with_what_each_does(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(
        Person(id="a", name="Dana [/]", role="massage-therapist"),
        Person(id="b", name="Marcus", role="physical-therapist"),
        Agreement(agreed=day(1), parts=(PlanPart(person="b", does="core work"),)),
        Agreement(agreed=day(-7), parts=(PlanPart(person="b", does="from next week on"),)),
    )
    async with app_at((120, 40)) as pilot:
        await press(pilot, "4")
        line = line_with(pilot, "Care team")
        assert "Dana [/] (massage therapist)" in line
        assert "Marcus (core work)" in line


@pytest.mark.thorough
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


async def test_did_it_help_is_answered_by_one_key_and_closing_answers_nothing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*UNKNOWN)
    async with app_at() as pilot:
        await press(pilot, "4 y escape")
        assert the_course(repository).helped is None
        assert is_on(pilot, Massage)
        for key, kept in {"y": "yes", "n": "no", "s": "unsure"}.items():
            await press(pilot, f"y {key}")
            assert the_course(repository).helped == kept
            words = "Carry on" if kept == "yes" else "another therapy"
            assert words in inside(pilot, "Massage course"), kept
            await press(pilot, "u")
            assert the_course(repository).helped is None


@pytest.mark.thorough
async def test_a_planned_course_is_taken_back_and_undone(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(-10))
    async with app_at() as pilot:
        await press(pilot, "4 x")
        assert not repository.entries(Course)
        await press(pilot, "u")
        assert "begins Thu 3 Dec" in inside(pilot, "Massage course")


@pytest.mark.thorough
async def test_keys_of_a_course_do_nothing_without_one(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 e z x y S i h left_square_bracket")
        assert is_on(pilot, Massage)
        assert not repository.entries(Course)


@pytest.mark.thorough
async def test_the_last_course_is_told_of_when_none_is_open(
    app_at: AppAt, repository: TinyRepository
) -> None:
    ended = course(40, ended=day(0), outcome="helped a little · [b] bends again", helped="unsure")
    repository.add(ended, *LOWER[1:])
    async with app_at() as pilot:
        await press(pilot, "4")
        tile = inside(pilot, "Course")
        assert "Last: Massage course ended Mon 23 Nov." in tile
        assert "Pain is lower than in the four weeks before (5.5, now 3" in tile
        assert "You are not sure that it helps." in tile
        assert "Outcome: helped a little · [b] bends again" in tile


@pytest.mark.thorough
async def test_visits_before_a_course_do_not_count_toward_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(10), visit(12), visit(11, treatment="osteopathy"))
    async with app_at() as pilot:
        await press(pilot, "4")
        assert "no visit yet of 4" in inside(pilot, "Massage course")
        assert "Osteopathy" in inside(pilot, "Visits")


@pytest.mark.thorough
async def test_each_key_opens_what_it_names_and_esc_comes_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*POSTPONED)
    async with app_at() as pilot:
        await press(pilot, "4")
        for key, opened in {
            "a": "VisitForm",
            "C": "CourseForm",
            "e": "CourseForm",
            "x": "CourseEnd",
            "S": "SignsOfInflammation",
            "h": "Courses",
            "I": "Benefits",
            "i": "CourseSources",
            "T": "Team",
            "P": "HandOver",
            "Q": "QuestionForm",
            "W": "RedFlags",
            "enter": "VisitForm",
        }.items():
            await press(pilot, key)
            assert type(pilot.app.screen).__name__ == opened, key
            await press(pilot, "escape")
            assert is_on(pilot, Massage), key
