"""The first minutes as a new person goes through them: few keys, each question skippable, nothing lost."""

import pytest

from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.greeting import greetings
from backcare_tui.screens.player.player import Player
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt, FrozenClock
from tests.screens.seen import click, flowing, line_with, lines, press, seen, write

MOST_KEYS = 25
ANSWERED = "enter 4 1 9 g a r d e n enter 2 4 1 end up enter 1 8 enter enter"
"""Welcome, pain 4, lower back for long, a goal, 10 minutes, sitting, a worry, no conditions, a course, bed times."""


async def test_from_first_start_to_a_running_routine_in_few_keys(
    app_at: AppAt, repository: TinyRepository
) -> None:
    assert len(ANSWERED.split()) <= MOST_KEYS
    async with app_at(is_new=True) as pilot:
        await press(pilot, ANSWERED)
        assert isinstance(pilot.app.screen, Player)
    settings = repository.settings()
    assert (settings.goal, settings.minutes_a_day, settings.days_are) == ("garden", 10, "sitting")
    assert (settings.usual_bed, settings.usual_up) == ("23:00", "07:00")
    assert (settings.pain_lasts, settings.course_wish) == ("over-12-weeks", "massage")
    assert settings.worry == "moving could do harm"
    assert settings.introduced
    assert settings.conditions_asked
    (pain,) = repository.entries(Pain)
    assert (pain.severity, pain.areas) == (4, ("lower-back-c",))
    (plan,) = repository.entries(WeekPlan)
    assert {"routine", "walk"} <= {line.kind for line in plan.lines}


async def test_with_everything_skipped_it_takes_few_keys_too(
    app_at: AppAt, repository: TinyRepository
) -> None:
    keys = (
        "escape escape escape escape escape escape escape escape enter end enter end up enter enter"
    )
    assert len(keys.split()) <= MOST_KEYS
    async with app_at(is_new=True) as pilot:
        await press(pilot, "escape escape escape escape escape escape escape escape")
        assert "My week" in lines(pilot)[0]
        await press(pilot, "enter")
        assert "Do you have any of these?" in flowing(pilot), "an untouched question is no answer"
        await press(pilot, "end up enter enter")
        assert isinstance(pilot.app.screen, Player)
    assert repository.entries(Pain) == ()


async def test_when_to_get_help_stands_first(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at(is_new=True) as pilot:
        words = seen(pilot)
        assert "Welcome to backcare" in words
        assert words.index("GET HELP RIGHT AWAY") < words.index("six short questions")


async def test_a_question_shows_how_far_one_is_and_goes_back_with_its_answer(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(is_new=True) as pilot:
        await press(pilot, "enter 4 1 3 9")
        assert "3 of 7" in lines(pilot)[0]
        await press(pilot, "left_square_bracket")
        assert "2 of 7" in lines(pilot)[0]
        assert "1  [x] Lower back" in line_with(pilot, "Lower back")
        assert "3  [x] Neck" in line_with(pilot, "Neck")


async def test_every_question_is_answered_by_mouse_too(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(is_new=True) as pilot:
        await click(pilot, "go on")
        await press(pilot, "2")
        await click(pilot, "Neck")
        await click(pilot, "6 to 12 weeks")
        assert "What do you want to do again?" in seen(pilot)
    (pain,) = repository.entries(Pain)
    assert pain.areas == ("neck-back",)


async def test_conditions_are_chosen_from_a_list_that_nobody_answers_by_chance(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(is_new=True) as pilot:
        await press(pilot, "enter escape escape escape escape escape")
        assert "enter marks · end: none, done" in seen(pilot)
        assert "enter go on" not in seen(pilot), "it marks"
        await press(pilot, "end enter")
        assert "Mark what fits" in seen(pilot)
        await press(pilot, "home")
        await click(pilot, "Knee problem")
        await press(pilot, "space ctrl+s")
        assert "7 of 7" in lines(pilot)[0]
        await press(pilot, "left_square_bracket")
        assert "[x] Knee problem" in seen(pilot)
        await press(pilot, "escape")
        await press(pilot, "escape escape")
    assert repository.settings().conditions == {"knee_problem"}


async def test_severe_pain_leads_to_the_check_and_then_on(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(is_new=True) as pilot:
        await press(pilot, "enter 8 1 7")
        assert "Warning signs" in lines(pilot)[0]
        await press(pilot, "escape")
        assert "What do you want to do again?" in seen(pilot)
    assert [each.severity for each in repository.entries(Pain)] == [8]


async def test_who_leaves_in_the_middle_goes_on_there(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at(is_new=True) as pilot:
        await press(pilot, "enter 4 1 9")
        await write(pilot, "garden")
        await press(pilot, "enter ctrl+q")
    clock.move(days=1)
    async with app_at(is_new=True) as pilot:
        assert "4 of 7" in lines(pilot)[0]
        await press(pilot, "2 4 escape escape escape escape")
    assert repository.settings().goal == "garden"
    assert repository.settings().minutes_a_day == 10
    assert len(repository.entries(Pain)) == 1


async def test_all_of_it_is_taken_back_by_three_steps(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(is_new=True) as pilot:
        await press(pilot, f"{ANSWERED.removesuffix(' enter enter')} escape")
        assert "my week" in lines(pilot)[0]
        await press(pilot, "u u u")
    assert repository.entries(WeekPlan) == ()
    assert repository.entries(Pain) == ()
    assert repository.settings().goal == ""


async def test_who_had_a_diary_before_is_not_asked_and_may_ask_for_it(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at(is_new=True) as pilot:
        await press(pilot, "enter")
        assert "Today" in lines(pilot)[1]
        assert "make one, 2 min" in line_with(pilot, "My week")
        await press(pilot, "f3")
        assert "Your first minutes" in lines(pilot)[0]


async def one_day(repository: TinyRepository, clock: FrozenClock) -> None:
    """Do what is due today, as a person who does all of it."""
    from backcare_tui.guidance.my_week import my_day

    day = my_day(repository, clock)
    assert day is not None
    for _, each in day.lines:
        if each.is_due_today and each.line.kind in {"routine", "walk"}:
            done = Session(at=clock.now(), routine=each.line.id, done_s=300)
            repository.add(done, Pain(at=clock.now(), severity=4))


@pytest.mark.thorough
async def test_a_new_person_lives_two_weeks_and_renews_them(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at(is_new=True) as pilot:
        await press(pilot, f"{ANSWERED.removesuffix(' enter enter')} escape")
        assert "▸" in line_with(pilot, "Core Basics")
        assert "0 of 7 this week" in seen(pilot)
    for _ in range(7):
        await one_day(repository, clock)
        clock.move(days=1)
    clock.move(days=-1, hours=11)  # Sunday evening
    async with app_at() as pilot:
        assert "7 of 7 this week" in seen(pilot)
        await press(pilot, "6")
        assert "Your week is over" in seen(pilot)
        await press(pilot, "y 1 escape escape")
        assert "What changes, and why" in seen(pilot)
        assert "Keep this week" in seen(pilot)
        assert len(repository.entries(WeekPlan)) == 1, "it is shown before it is kept"
        await press(pilot, "enter")
        assert "What you did was too easy." in flowing(pilot)
    first, second = repository.entries(WeekPlan)
    assert (second.week - first.week).days == 7
    assert second.changes
    (answer,) = repository.entries(WeekAnswer)
    assert (answer.week, answer.felt, answer.barriers) == (first.week, "easy", ())
    clock.move(days=7)  # the second Sunday, after a week in which nothing was done
    repository.add(Pain(at=clock.now(), severity=6))
    async with app_at() as pilot:
        await press(pilot, "6 y 3 1 2 enter 2")
        await write(pilot, "a walk with friends")
        await press(pilot, "enter enter")
        assert "Given up: a walk with friends" in flowing(pilot)
        await press(pilot, "u")
        assert "Given up" not in flowing(pilot), "the answer and the week are one change"
        assert len(repository.entries(WeekPlan)) == 2
    assert repository.settings().introduced


def test_a_diary_that_is_only_read_asks_nothing(
    repository: TinyRepository, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(repository), "read_only", "Only read.")
    found = list(greetings(BackcareApp(repository, clock).desk, None))
    assert [type(each).__name__ for each in found] == ["Welcome"]
