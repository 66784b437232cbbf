"""Left open: places go on with the day and the week, and what was typed stays of its moment."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from backcare_tui import screens
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.records.visit import Visit
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.first_key import ANOTHER_DAY
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.care.made import visit
from tests.screens.frame.test_untouched import interrupted
from tests.screens.seen import flowing, line_with, lines, painted, press, seen, settle, write

EVENING = MONDAY.replace(hour=23, minute=50)
ONE_DAY = dt.timedelta(days=1)
MONDAY_IS, TUESDAY = MONDAY.date(), MONDAY.date() + ONE_DAY
FORMS: dict[str, tuple[str, str, type[Pain | Meal | Visit | Session]]] = {
    "check-in": ("n", "8", Pain),
    "meal": ("5 a", "soup", Meal),
    "visit": ("4 a", "6", Visit),
    "session": ("3 H a tab", "walk", Session),
}
"""How a form of a moment is opened, what is typed first, and what comes of it."""


@pytest.fixture
def evening(clock: FrozenClock) -> FrozenClock:
    """Ten minutes before midnight."""
    clock.move(seconds=(EVENING - MONDAY).total_seconds())
    return clock


async def later(pilot: Pilot[Any], clock: FrozenClock, **length: float) -> None:
    """Some time goes by, and the app looks at the clock."""
    clock.move(**length)
    pilot.app.look_at_the_file()  # type: ignore[attr-defined]
    await painted(pilot)


def title(pilot: Pilot[Any]) -> Content:
    """The title of the form in front."""
    content = pilot.app.screen.query_exactly_one("#title", Static).content
    assert isinstance(content, Content)
    return content


def is_marked(pilot: Pilot[Any]) -> bool:
    """Whether the day of the form is made not to be overlooked."""
    return any(span.style == ANOTHER_DAY for span in title(pilot).spans)


async def test_a_cursor_on_today_follows_today(
    app_at: AppAt, week_diary: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at(diary=week_diary) as pilot:
        await press(pilot, "2 n 3 enter")
        await later(pilot, evening, hours=7, minutes=40)
        await press(pilot, "n")
        assert title(pilot).plain == "Check-in · today, 07:30"
        await press(pilot, "6 enter s")
        assert title(pilot).plain == "Last night"
        await press(pilot, "escape")
    assert [pain.day for pain in week_diary.entries(Pain)][-2:] == [MONDAY_IS, TUESDAY]


@pytest.mark.thorough
async def test_a_key_before_the_app_has_looked_at_the_clock_is_of_today_too(
    app_at: AppAt, week_diary: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at(diary=week_diary) as pilot:
        await press(pilot, "2")
        evening.move(hours=8)
        await press(pilot, "n")
        assert title(pilot).plain == "Check-in · today, 07:50"


async def test_a_day_that_was_gone_back_to_stays_and_is_named_in_form_and_notice(
    app_at: AppAt, week_diary: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at((120, 30), week_diary) as pilot:
        await press(pilot, "2 down down")
        await later(pilot, evening, minutes=20)
        await press(pilot, "n")
        assert title(pilot).plain.startswith("Check-in · Sat 21 Nov, ")
        assert is_marked(pilot)
        await press(pilot, "5 enter")
        assert "saved for Sat 21 Nov · Pain 5 moderate" in lines(pilot)[0]
        await press(pilot, "tab end d")
        assert "saved for Sat 21 Nov · deleted: Pain 6" in lines(pilot)[0]
        await press(pilot, "w")
        assert "saved 00:10 · water" in lines(pilot)[0]


@pytest.mark.thorough
async def test_what_was_typed_before_midnight_is_kept_of_then(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at((120, 30)) as pilot:
        for form, (keys, typed, kind) in FORMS.items():
            await press(pilot, keys)
            assert "today, 23:50" in title(pilot).plain, form
            assert not is_marked(pilot), form
            await write(pilot, typed)
            await later(pilot, evening, hours=7, minutes=10)
            assert "yesterday, 23:50" in title(pilot).plain, form
            assert is_marked(pilot), form
            assert "2026-11-23 23:50" in line_with(pilot, "When"), form
            await press(pilot, "ctrl+s")
            assert "saved for Mon 23 Nov" in lines(pilot)[0], form
            assert [each.at for each in repository.entries(kind)] == [EVENING], form
            await press(pilot, "1")
            await later(pilot, evening, hours=-7, minutes=-10)


@pytest.mark.thorough
async def test_an_untouched_form_goes_along_with_the_clock(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at((120, 30)) as pilot:
        for form, (keys, typed, kind) in FORMS.items():
            await press(pilot, keys)
            await later(pilot, evening, hours=7, minutes=10)
            assert "today, 07:00" in title(pilot).plain, form
            await write(pilot, typed)
            await press(pilot, "ctrl+s")
            assert "saved 07:00" in lines(pilot)[0], form
            assert [each.day for each in repository.entries(kind)] == [TUESDAY], form
            await press(pilot, "1")
            await later(pilot, evening, hours=-7, minutes=-10)


async def test_a_moment_stands_from_the_first_key_within_a_day_too(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n")
        clock.move(minutes=3)
        await press(pilot, "4")
        clock.move(hours=3)
        await press(pilot, "enter n")
        clock.move(seconds=15)
        await press(pilot, "5")
    first, *_ = repository.entries(Pain)
    assert first.at == MONDAY + dt.timedelta(minutes=3)


@pytest.mark.thorough
async def test_words_for_a_time_are_meant_from_when_they_are_typed(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at() as pilot:
        for words in ("20 min ago", "23:30"):
            await press(pilot, "n 4 tab tab")
            await write(pilot, words)
            await later(pilot, evening, hours=8)
            await press(pilot, "escape n ctrl+n ctrl+s")
            assert "saved for Mon 23 Nov" in seen(pilot), words
            await later(pilot, evening, hours=-8)
    assert {pain.at for pain in repository.entries(Pain)} == {EVENING - dt.timedelta(minutes=20)}


@pytest.mark.thorough
async def test_last_night_untouched_is_another_night_after_midnight_and_stays_once_typed(
    app_at: AppAt, week_diary: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at(diary=week_diary) as pilot:
        await press(pilot, "s")
        await later(pilot, evening, hours=7)
        assert title(pilot).plain == "Last night"
        await press(pilot, "2 2 3 0")
        await later(pilot, evening, hours=24)
        assert title(pilot).plain == "The night to yesterday"
        assert is_marked(pilot)
        await press(pilot, "enter")
        assert "saved for Tue 24 Nov" in lines(pilot)[0]
    night = week_diary.entries(Night)[-1]
    assert (night.night, night.bed) == (TUESDAY, "22:30")


async def test_trends_and_the_week_of_meals_go_on_with_the_present(
    app_at: AppAt, week_diary: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at((120, 40), week_diary) as pilot:
        await press(pilot, "6")
        assert "Week of Mon 23 Nov" in seen(pilot)
        await press(pilot, "5 [ 1")
        await later(pilot, clock, days=7)
        await press(pilot, "6")
        assert "Week of Mon 30 Nov" in seen(pilot)
        await press(pilot, "[ [ 1")
        await later(pilot, clock, days=14)
        await press(pilot, "6")
        assert "Week of Mon 16 Nov" in seen(pilot)
        await press(pilot, "5")
        assert "week of 16 Nov" in seen(pilot)


@pytest.mark.thorough
async def test_longer_times_go_on_with_the_present(
    app_at: AppAt, story_diary: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at((120, 40), story_diary) as pilot:
        await press(pilot, "6 plus")
        for _ in range(3):
            await later(pilot, clock, days=7)
        assert "23 Nov to 20 Dec" in line_with(pilot, "4 weeks ·")


@pytest.mark.thorough
async def test_a_draft_that_cannot_be_read_yet_stays_of_its_day(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 H a")
        await write(pilot, "yesterdayish")
        await press(pilot, "tab")
        await write(pilot, "stretch")
        await press(pilot, "escape")
        await later(pilot, clock, days=7)
        await press(pilot, "a")
        assert "A draft of Mon 23 Nov is kept; ctrl+n opens it." in seen(pilot)
        assert "stretch" not in seen(pilot)
        await press(pilot, "ctrl+n")
        assert "stretch" in seen(pilot)


def test_the_draft_of_a_day_goes_once_nobody_goes_on_with_it(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    for name in ("night.2026-11-22", "meal", "person"):
        repository.keep_draft(name, {"note": "x"})
    clock.move(days=40)
    repository.keep_draft("check-in", {"severity": 4})
    names = {each.name for each in repository.entries(Setting)}
    assert names == {"draft.meal", "draft.person", "draft.check-in"}


@pytest.mark.thorough
async def test_days_that_were_missed_are_named_anew_after_midnight(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "c")
        await later(pilot, evening, minutes=20)
        assert "yesterday" in flowing(pilot)
        await press(pilot, "4")
    (pain,) = repository.entries(Pain)
    assert pain.day == MONDAY_IS


@pytest.mark.thorough
async def test_today_as_a_word_is_the_day_on_which_it_was_typed(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    repository.add(Course(treatment="massage", started=MONDAY_IS))
    async with app_at() as pilot:
        await press(pilot, "4 x")
        await write(pilot, "better")
        await press(pilot, "enter")
        await later(pilot, evening, minutes=20)
        assert "yesterday" in line_with(pilot, "Ended")
        await press(pilot, "escape")
        await later(pilot, evening, days=3)
        await press(pilot, "x ctrl+s")
    (course,) = repository.entries(Course)
    assert course.ended == MONDAY_IS


@pytest.mark.thorough
async def test_a_page_that_was_left_open_reads_as_if_it_were_opened_now(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    begun = Course(treatment="massage", started=MONDAY_IS)
    plan = Plan(routine="morning-loosen-up", days=("wed",), since=MONDAY_IS)
    repository.add(begun, visit(0), plan, Pain(at=EVENING, severity=4))
    left_behind = interrupted()
    made: dict[str, Callable[[Desk], Screen[Any]]] = {
        "the check": screens.RedFlags,
        "a report": screens.ReportPage,
        "how a course ends": lambda desk: screens.CourseEnd(desk, begun),
        "soreness": lambda desk: screens.Soreness(desk, visit(0)),
        "an interrupted routine": lambda desk: screens.GoOn(desk, left_behind),
        "the plan of the week": screens.PlanGrid,
        "a trial": screens.TrialForm,
        "activities": screens.Abilities,
    }
    async with app_at((120, 40)) as pilot:
        app: Any = pilot.app
        for name, make in made.items():
            app.push_screen(make(app.desk), lambda _: None)
            await settle(pilot)
            await later(pilot, evening, minutes=20)
            left_open = flowing(pilot).replace("a new day", "")
            app.pop_screen()
            app.push_screen(make(app.desk), lambda _: None)
            await settle(pilot)
            assert left_open.split() == flowing(pilot).replace("a new day", "").split(), name
            if name == "the plan of the week":
                assert app.screen.grid.day == 1, "the cursor goes along with today"
            app.pop_screen()
            await later(pilot, evening, minutes=-20)


@pytest.mark.thorough
async def test_how_activities_went_is_of_when_it_was_typed(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    repository.add(Ability(at=EVENING - 20 * ONE_DAY, ratings={"stairs": 3}))
    async with app_at() as pilot:
        app: Any = pilot.app
        app.push_screen(screens.Abilities(app.desk))
        await press(pilot, "5")
        await later(pilot, evening, minutes=20)
        assert title(pilot).plain == "My activities · how well they went yesterday, 23:50"
        assert is_marked(pilot)
        await press(pilot, "escape")
        await later(pilot, evening, days=9)
        app.push_screen(screens.Abilities(app.desk))
        await painted(pilot)
        assert title(pilot).plain == "My activities · how well they go now"
        assert "A draft of Mon 23 Nov is kept; ctrl+n opens it." in seen(pilot)
        await press(pilot, "7 ctrl+s")
        assert "saved 00:10" in lines(pilot)[0]
    assert [each.ratings for each in repository.entries(Ability)] == [{"stairs": 3}, {"stairs": 7}]


@pytest.mark.thorough
async def test_how_it_is_after_a_session_is_not_asked_of_another_day(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    session = Session(at=EVENING, routine="desk-break", name="Desk Break", pain_before=4)
    repository.add(session)
    async with app_at() as pilot:
        app: Any = pilot.app
        app.push_screen(screens.After(app.desk, session, "5 of 5"))
        await painted(pilot)
        assert "How is your back now?" in seen(pilot)
        await later(pilot, evening, hours=8)
        assert "How is your back now?" not in seen(pilot)
        assert "How was your back right after it?" in seen(pilot)
        await press(pilot, "3 enter")
        assert "saved for Mon 23 Nov" in lines(pilot)[0]


@pytest.mark.thorough
async def test_news_of_a_while_ago_is_none_but_what_was_saved_stays(
    app_at: AppAt, repository: TinyRepository, evening: FrozenClock
) -> None:
    async with app_at() as pilot:
        await later(pilot, evening, minutes=20)
        assert "a new day" in lines(pilot)[0]
        await later(pilot, evening, minutes=3)
        assert "a new day" not in lines(pilot)[0]
        await press(pilot, "w")
        await later(pilot, evening, hours=3)
        assert "water" in lines(pilot)[0]
