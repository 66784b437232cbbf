"""Today: its lines lead to the right form, its entries are opened, deleted, repeated, undone."""

import datetime as dt
import re
from typing import Any

import pytest
from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.library.routines import programs
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import click, flowing, inside, line_with, lines, painted, press, seen

MOST_WORDS = 90
"""Of two letters and more, on a terminal of 80 columns and 24 rows."""


async def to_line(pilot: Any, words: str) -> None:
    """Go with the cursor to the line that has these words."""
    await press(pilot, "home")
    while "▌" not in line_with(pilot, words):
        await press(pilot, "down")


async def test_a_line_of_the_day_opens_its_form(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at() as pilot:
        for line, title in {"n Check-in": "Check-in · today", "s Last night": "Last night"}.items():
            await to_line(pilot, line)
            await press(pilot, "enter")
            assert title in lines(pilot)[0]
            await press(pilot, "escape")


async def test_the_water_line_takes_down_a_glass(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "end enter w")
        assert "water 250 ml" in lines(pilot)[0]
        assert "500 ml" in line_with(pilot, "w Water")
    assert [meal.water_ml for meal in repository.entries(Meal)] == [250, 250]


async def test_enter_on_a_planned_routine_starts_it(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    def before(_desk: Desk, routine: Routine) -> Screen[None]:
        started.append(routine.id)
        return Screen()

    monkeypatch.setattr(screens, "Before", before)
    repository.add(Plan(routine="morning-loosen-up", days=("mon",)))
    async with app_at() as pilot:
        await to_line(pilot, "Morning Loosen-Up")
        await press(pilot, "enter")
    assert started == ["morning-loosen-up"]


@pytest.mark.thorough
async def test_enter_on_a_routine_that_is_done_opens_its_session(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Session(at=MONDAY, routine="morning-loosen-up", done_s=360))
    async with app_at() as pilot:
        await to_line(pilot, "✓ Morning Loosen-Up")
        await press(pilot, "enter enter")
        assert "Change the session" in lines(pilot)[0]


@pytest.mark.thorough
async def test_a_routine_that_is_gone_is_taken_down_by_hand(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Plan(routine="long-gone", days=("mon",)))
    async with app_at() as pilot:
        await to_line(pilot, "Long gone")
        await press(pilot, "enter")
        assert "New session" in lines(pilot)[0]
        assert "long-gone" in seen(pilot)


@pytest.mark.thorough
async def test_a_walk_of_a_program_is_taken_down_by_hand(
    app_at: AppAt, repository: TinyRepository
) -> None:
    known = programs()[0]
    asked = (each.routine for each in known.weeks[0].sessions)
    repository.add(
        Plan(routine=known.id, since=MONDAY.date()),
        *(Session(at=MONDAY, routine=routine) for routine in asked),
    )
    async with app_at() as pilot:
        await to_line(pilot, "A walk 10 min · week 1")
        await press(pilot, "enter enter")
    assert "walk" in {each.routine for each in repository.entries(Session)}


async def test_lines_are_marked_done_by_shape(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        assert "✓" not in line_with(pilot, "n Check-in")
        await press(pilot, "n 4 enter")
        assert "✓ Check-in" in seen(pilot)


async def test_enter_on_an_entry_of_today_changes_it(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4 enter tab enter 7 enter")
        assert "7 severe" in line_with(pilot, "08:12 Pain")
    assert [entry.severity for entry in repository.entries(Pain)] == [7]


async def test_d_deletes_and_u_brings_back(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4 enter tab d")
        assert "deleted: Pain 4 moderate" in lines(pilot)[0]
        assert repository.entries(Pain) == ()
        await press(pilot, "u")
        assert "undone: deleting Pain 4 moderate" in lines(pilot)[0]
        assert "08:12 Pain" in seen(pilot)
        await press(pilot, "u")
        assert "undone: Pain 4 moderate" in lines(pilot)[0]
        assert repository.entries(Pain) == ()
        await press(pilot, "u")
        assert "nothing left to undo" in lines(pilot)[0]


async def test_r_takes_the_same_down_again_now(app_at: AppAt, repository: TinyRepository) -> None:
    early = MONDAY.replace(hour=6)
    repository.add(Pain(at=early, severity=3, areas=("neck-back",), note="stiff"))
    async with app_at() as pilot:
        await press(pilot, "tab r")
        assert "saved 08:12 · Pain 3 mild" in lines(pilot)[0]
    first, second = repository.entries(Pain)
    assert (first.at, second.at) == (early, MONDAY)
    assert (second.severity, second.areas, second.note) == (3, ("neck-back",), "stiff")
    assert first.id != second.id


@pytest.mark.thorough
async def test_a_night_is_not_repeated_and_that_is_said(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Night(night=MONDAY.date(), asleep_min=400))
    async with app_at() as pilot:
        await press(pilot, "tab r")
        assert "only what has a time of day can be repeated" in flowing(pilot)
    assert len(repository.entries(Night)) == 1


@pytest.mark.thorough
async def test_keys_for_entries_do_nothing_elsewhere(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4 enter d r")
        assert "delete" not in lines(pilot)[-1]
    assert len(repository.entries(Pain)) == 1


@pytest.mark.thorough
async def test_a_row_is_chosen_by_two_clicks(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(Pain(at=MONDAY.replace(hour=6, minute=0), severity=3))
    repository.add(Pain(at=MONDAY.replace(hour=7, minute=0), severity=5))
    async with app_at() as pilot:
        await click(pilot, "06:00 Pain")
        assert "▌06:00" in seen(pilot)
        await click(pilot, "06:00 Pain")
        assert "Change the check-in · today, 06:00" in lines(pilot)[0]


async def test_last_week_is_shown_until_this_one_has_three_days(
    app_at: AppAt, week_diary: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at((120, 40)) as pilot:
        for _ in range(2):
            await press(pilot, "n 9 enter")
            assert "Last week" in seen(pilot)
            assert "Pain was 4 on average on 7 days, from 1 to 7." in flowing(pilot)
            clock.move(days=1)
            pilot.app.look_at_the_file()  # type: ignore[attr-defined]  # what its timer calls
            await painted(pilot)
        await press(pilot, "n 9 enter")
        assert "This week" in seen(pilot)
        assert "Pain was 9 on 3 days." in flowing(pilot)


async def test_a_small_terminal_has_few_words_and_names_what_is_done_once(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at(diary=story_diary) as pilot:
        assert len(re.findall(r"[A-Za-z][\w-]+", seen(pilot))) <= MOST_WORDS
        assert inside(pilot, "Logged today").removeprefix("▏").startswith("08:08 Pain")
        assert "3" not in line_with(pilot, "✓ Check-in · Last night").split("│")[1]


async def test_a_large_terminal_shows_the_hours_of_today_and_the_body_of_a_week(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((200, 60), story_diary) as pilot:
        assert inside(pilot, "Today by the hour").startswith("pain 3 bed ▅")
        assert " 4 4 " in inside(pilot, "Where it hurt, 7 days")
        await press(pilot, "n 9 enter")
        assert inside(pilot, "Today by the hour").startswith("pain 9 bed ▅")


async def test_a_new_day_begins_at_midnight(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 4 enter")
        clock.move(days=1)
        pilot.app.look_at_the_file()  # type: ignore[attr-defined]  # what its timer calls
        await painted(pilot)
        assert "Tue 24 Nov" in lines(pilot)[0]
        assert "a new day" in lines(pilot)[0]
        assert "08:12 Pain" not in seen(pilot)
    assert repository.entries(Pain)[0].day == MONDAY.date()
    assert MONDAY.date() + dt.timedelta(days=1) == clock.today()


async def test_a_journey_is_told_and_leaves_every_entry_in_view(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    clock.travel("Asia/Tokyo")  # Monday 16:12
    async with app_at() as pilot:
        clock.move(hours=9)
        await press(pilot, "n 4 enter")
        clock.travel("America/New_York")
        pilot.app.look_at_the_file()  # type: ignore[attr-defined]  # what its timer calls
        await painted(pilot)
        assert "the clock has changed: it is Mon 23 Nov, 11:12" in lines(pilot)[0]
        assert "01:12 Pain" in seen(pilot)
        await press(pilot, "2")
        assert [line.split()[1:4] for line in lines(pilot)[3:5]] == [
            ["▌Tue", "24", "Nov"], ["Mon", "23", "Nov"],
        ]  # fmt: skip
    assert repository.entries(Pain)[0].day == dt.date(2026, 11, 24)


@pytest.mark.thorough
async def test_water_is_counted_and_no_number_of_glasses_is_held_out(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        assert "w Water  " in line_with(pilot, "w Water")
        await press(pilot, "w")
        assert "250 ml" in line_with(pilot, "w Water")
        assert not {"●", "○"} & set(line_with(pilot, "w Water"))
        await press(pilot, "u")
        repository.set("fluid_limit", value=True)
        app: Any = pilot.app
        app.desk.announce(DiaryChanged("setting"))
        await painted(pilot)
        assert "Water" not in seen(pilot)
        await press(pilot, "w")
        assert "250 ml" in line_with(pilot, "w Water")


async def test_the_morning_after_a_visit_its_line_asks_how_sore_one_is(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def soreness(_desk: Desk, visit: Visit) -> Screen[None]:
        asked.append(visit.id)
        return Screen()

    monkeypatch.setattr(screens, "Soreness", soreness)
    visit = Visit(at=MONDAY - dt.timedelta(days=1), treatment="massage")
    repository.add(visit)
    async with app_at() as pilot:
        await to_line(pilot, "After massage how sore today?")
        await press(pilot, "enter")
    assert asked == [visit.id]


async def test_while_massage_is_put_off_its_line_asks_for_signs(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []

    def signs(_desk: Desk) -> Screen[None]:
        opened.append(True)
        return Screen()

    monkeypatch.setattr(screens, "SignsOfInflammation", signs)
    day = MONDAY.date()
    repository.add(Course(treatment="massage", started=day, postponed=MONDAY, planned_visits=4))
    async with app_at() as pilot:
        await to_line(pilot, "Inflammation any signs?")
        await press(pilot, "enter")
    assert opened
