"""Move: routines by purpose, what is in them, and all that one does with them by key."""

import datetime as dt

import pytest

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.records.session import Session
from backcare_tui.library.routines import groups, programs, routines
from backcare_tui.screens.frame.help import Help
from backcare_tui.screens.move.exercise import ExercisePage
from backcare_tui.screens.move.program import ProgramPage
from backcare_tui.screens.move.routine_editor import RoutineEditor
from backcare_tui.screens.move.routine_text import KnownRoutines, grouped, say_ago, searched
from backcare_tui.screens.player.before import Before
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import (
    click,
    flowing,
    inside,
    line_with,
    lines,
    painted,
    press,
    seen,
    settle,
    write,
)

OWN = Routine(
    id="mine",
    name="My [desk] reset",
    minutes=3,
    steps=(RoutineStep("shoulder-rolls"), RoutineStep("not-yet-known")),
)
NOTHING = KnownRoutines((), {}, None, MONDAY.date())
TODAY = MONDAY.date()


def test_every_routine_and_program_is_listed_once_under_its_purpose() -> None:
    rows = grouped(NOTHING)
    listed = [row.key for row in rows if row.enabled]
    assert sorted(listed) == sorted([*(r.id for r in routines()), *(p.id for p in programs())])
    headings = [str(row.cells[0]) for row in rows if not row.enabled]
    assert headings == [*(group.name for group in groups()), "Programs"]


def test_ones_own_come_first() -> None:
    rows = grouped(KnownRoutines((OWN,), {}, None, TODAY))
    assert [row.cells[0] for row in rows[:2]] == ["Your own", "My [desk] reset"]


def test_a_search_gives_routines_and_programs_without_headings() -> None:
    keys = [row.key for row in searched("walk", NOTHING)]
    assert keys[0] == "walking-starter"
    assert "walking-plan" in keys
    assert all(row.enabled for row in searched("walk", NOTHING))


def test_how_long_ago_is_said_in_few_cells() -> None:
    said = {
        0: "today",
        1: "1 d ago",
        13: "13 d ago",
        14: "2 wk ago",
        69: "9 wk ago",
        400: "13 mo ago",
    }
    assert {ago: say_ago(TODAY - dt.timedelta(days=ago), TODAY) for ago in said} == said
    assert say_ago(None, TODAY) == ""


async def test_a_new_diary_offers_everything_at_once_and_a_narrow_screen_the_list_alone(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3")
        assert "▌Morning Loosen-Up" in seen(pilot)
        assert "6 min" in line_with(pilot, "▌Morning Loosen-Up")
        assert " ago" not in seen(pilot)
        assert "Ankle Pumps" in seen(pilot)
        await press(pilot, "tab")
        assert "▌ 1 Ankle Pumps" in seen(pilot)
        await press(pilot, "tab")
        assert "▌Morning Loosen-Up" in seen(pilot), "tab stops only where there is something to do"
        await pilot.resize_terminal(40, 24)
        assert "Morning Loosen-Up" in seen(pilot)
        assert "Ankle Pumps" not in seen(pilot)


async def test_enter_starts_the_routine_of_the_cursor(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions_asked", [])
    async with app_at() as pilot:
        await press(pilot, "3 down enter")
        assert any(isinstance(each, Before) for each in pilot.app.screen_stack)
        assert "Desk Break" in "\n".join(
            "\n".join(strip.text for strip in each._compositor.render_strips())
            for each in pilot.app.screen_stack
        )


@pytest.mark.thorough
async def test_a_click_chooses_and_a_second_one_starts(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3")
        await click(pilot, "Desk Break")
        assert "▌Desk Break" in seen(pilot)
        await click(pilot, "▌Desk Break", right=2)
        assert any(isinstance(each, Before) for each in pilot.app.screen_stack)


async def test_tab_goes_to_the_exercises_and_enter_opens_the_one_of_the_cursor(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 tab down enter")
        assert isinstance(pilot.app.screen, ExercisePage)
        assert lines(pilot)[0].startswith("  Pelvic Tilt")
        await press(pilot, "escape")
        assert "▌ 2 Pelvic Tilt" in seen(pilot)


@pytest.mark.thorough
async def test_each_key_opens_its_screen_and_escape_comes_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3")
        for key, screen in {
            "e": "RoutineEditor",
            "a": "ChoiceDialog",
            "E": "Exercises",
            "h": "History",
            "H": "History",
            "p": "PlanGrid",
        }.items():
            await press(pilot, key)
            assert type(pilot.app.screen).__name__ == screen, key
            await press(pilot, "escape")
            assert "▌Morning Loosen-Up" in seen(pilot), key


async def test_a_session_taken_down_by_hand_is_of_the_routine_under_the_cursor(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 down a enter enter")
    (session,) = repository.entries(Session)
    assert session.routine == "up-and-out-of-bed"


async def test_a_routine_of_ones_own_is_added_by_a_r(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 a")
        assert "s A session that you did" in flowing(pilot)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, RoutineEditor)


async def test_the_cursor_stands_on_what_fits_now_and_follows_the_pain(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3")
        assert "▌Morning Loosen-Up" in seen(pilot)
        assert "It is morning" in flowing(pilot)
        await press(pilot, "down down n 8 enter")
        assert "▌Flare-Up Gentle" in seen(pilot)
        assert "Pain was 8 at 08:12." in flowing(pilot)


async def test_a_routine_of_ones_own_is_deleted_and_comes_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(OWN)
    async with app_at((120, 40)) as pilot:
        await press(pilot, "3 home")
        assert "▌My [desk] reset" in seen(pilot)
        assert "not known here" in line_with(pilot, "2 not-yet-known")
        await press(pilot, "d")
        assert repository.entries(Routine) == ()
        assert "deleted My [desk] reset" in lines(pilot)[0]
        assert "Your own" not in seen(pilot)
        await press(pilot, "u")
    assert [each.name for each in repository.entries(Routine)] == [OWN.name]


@pytest.mark.thorough
async def test_a_routine_of_the_library_cannot_be_deleted(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "3")
        before = seen(pilot)
        assert "delete" not in lines(pilot)[-1]
        await press(pilot, "d")
        assert seen(pilot) == before


async def test_what_a_condition_rules_out_is_marked_with_reason_and_swap(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", ["osteoporosis", "disc_leg_pain"])
    async with app_at((120, 40)) as pilot:
        await press(pilot, "3")
        await press(pilot, "slash")
        await write(pilot, "travel and chair")
        assert "! Seated Cat and Cow" in seen(pilot)
        said = flowing(pilot)
        assert "Seated Cat and Cow: not with disc problem with leg pain (" in said
        assert "Shoulder Rolls instead." in said
        assert (
            "Seated Rotation, adapted with osteoporosis or thin bones: a small, slow turn" in said
        )


@pytest.mark.thorough
async def test_care_comes_before_the_figure_where_there_is_little_room(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 down")
        assert "⣀" in seen(pilot) or "⠤" in seen(pilot) or "⣿" in seen(pilot)
        repository.set("conditions", ["disc_leg_pain"])
        await press(pilot, "down down")
        assert "! Seated Cat and Cow: not with" in inside(pilot, "Travel and Chair")


async def test_search_narrows_as_one_types_and_escape_shows_all(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Session(at=MONDAY - dt.timedelta(days=3), routine="desk-break", done_s=180))
    async with app_at() as pilot:
        await press(pilot, "3 slash")
        await write(pilot, "bedtme")
        assert "Bedtime Wind-Down" in seen(pilot)
        assert "Desk Break" not in seen(pilot)
        await press(pilot, "escape")
        assert "3 d ago" in line_with(pilot, "Desk Break"), "when it was last done"
        assert "enter starts it" in seen(pilot)
        await press(pilot, "slash")
        await write(pilot, "zzz")
        assert "No routine is like that." in flowing(pilot)
        assert "Morning Loosen-Up" not in seen(pilot)
        assert "enter starts it" not in seen(pilot)
        await press(pilot, "enter escape")
        assert "enter starts it" in seen(pilot), "nothing found starts nothing"


@pytest.mark.thorough
async def test_search_enter_starts_the_best(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 end slash")
        await write(pilot, "desk br")
        await press(pilot, "enter")
        assert any(isinstance(each, Before) for each in pilot.app.screen_stack)


async def test_a_program_under_way_says_its_week_and_opens_on_enter(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(
        Plan(routine="six-week-back-care", since=TODAY, program_week=2),
        Session(at=MONDAY, routine="morning-loosen-up", done_s=400),
    )
    async with app_at() as pilot:
        await press(pilot, "3 slash")
        await write(pilot, "six week")
        assert "week 2" in line_with(pilot, "▏Six-Week")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ProgramPage)


@pytest.mark.thorough
async def test_the_exercises_are_shown_one_after_the_other_only_where_motion_is_wanted(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3")
        preview = pilot.app.screen.query_one("#preview")
        preview._show_next()  # type: ignore[attr-defined]  # what the timer calls
        await painted(pilot)
        assert "▏ 1 Ankle Pumps" in seen(pilot)
        pilot.app.animation_level = "full"
        preview._show_next()  # type: ignore[attr-defined]  # as above
        await painted(pilot)
        assert "▏ 2 Pelvic Tilt" in seen(pilot)


@pytest.mark.thorough
async def test_the_palette_starts_a_routine_and_opens_an_exercise(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for typed, screen in (("brigde", ExercisePage), ("desk break", Before)):
            await press(pilot, "ctrl+p")
            await write(pilot, typed)
            await settle(pilot)
            await press(pilot, "enter")
            assert any(isinstance(each, screen) for each in pilot.app.screen_stack)
            await press(pilot, "escape escape")


@pytest.mark.thorough
async def test_the_footer_names_what_is_done_here_first_and_nothing_by_halves(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(OWN)
    async with app_at() as pilot:
        await press(pilot, "3")
        keys = "enter start e edit a add E library p plan h history / find n check-in ? help"
        assert lines(pilot)[-1].strip() == keys
        await press(pilot, "end")
        assert lines(pilot)[-1].strip().startswith("enter start a add E library p plan")
        await press(pilot, "slash")
        assert lines(pilot)[-1].strip() == "esc show all ? help"


@pytest.mark.thorough
async def test_a_question_mark_asks_for_help_also_while_one_searches(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for keys in ("3 slash question_mark", "E question_mark"):
            await press(pilot, keys)
            assert isinstance(pilot.app.screen, Help)
            await press(pilot, "escape escape")


@pytest.mark.thorough
async def test_a_routine_that_was_just_made_is_under_the_cursor(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 e ctrl+s")
        assert "▌Morning Loosen-Up (mine)" in seen(pilot)
        assert "Your own" in seen(pilot)
        await press(pilot, "d")
        assert repository.entries(Routine) == ()


@pytest.mark.thorough
async def test_a_name_in_the_palette_is_never_markup(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(OWN)
    async with app_at() as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "my desk reset")
        await settle(pilot)
        assert "Start My [desk] reset" in seen(pilot)


async def test_how_active_today_is_is_taken_down_in_three_keys_and_stands_in_the_title(
    app_at: AppAt, repository: TinyRepository
) -> None:
    days = [ActiveDay(day=TODAY - dt.timedelta(days=back), active_min=20) for back in range(1, 9)]
    repository.add(*days, summary="")
    async with app_at() as pilot:
        await press(pilot, "3")
        assert "Routines · aim at about 22 active minutes" in seen(pilot)
        await press(pilot, "M 2 5 enter")
        assert "Routines · 25 of about 22 active minutes" in seen(pilot)
        await press(pilot, "M")
        assert "Change the active day" in seen(pilot)
        await press(pilot, "escape")
    (today,) = repository.entries(ActiveDay, (TODAY, TODAY))
    assert (today.active_min, today.imported) == (25, None)


@pytest.mark.thorough
async def test_the_brackets_step_the_day_of_an_active_day(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 M left_square_bracket 4 0 enter")
    (yesterday,) = repository.entries(ActiveDay)
    assert (yesterday.day, yesterday.active_min) == (TODAY - dt.timedelta(days=1), 40)
