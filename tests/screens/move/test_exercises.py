"""The exercise library: searching, filtering, opening, picking."""

from typing import Any

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.routine import OwnExercise, Routine, RoutineStep
from backcare_tui.library.exercises import exercises
from backcare_tui.screens import Exercises
from backcare_tui.screens.move.exercise import ExercisePage
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.rows import Rows
from tests.conftest import AppAt
from tests.screens.seen import click, flowing, inside, line_with, lines, painted, press, seen, write
from tests.stored import stored


def listed(pilot: Pilot[Any]) -> list[str]:
    rows = pilot.app.screen.query_one("#exercises", Rows).rows
    return [rows[number].key for number in range(len(rows))]


async def test_typing_searches_and_enter_opens_the_best(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E")
        await write(pilot, "cat cow")
        assert listed(pilot)[0] == "cat-cow"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ExercisePage)
        assert lines(pilot)[0].startswith("  Cat and Cow")
        await press(pilot, "escape")
        assert listed(pilot)[0] == "cat-cow"


async def test_all_are_there_at_first_and_the_arrow_keys_move_while_one_types(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E")
        assert listed(pilot) == [each.id for each in exercises()]
        assert f"{len(exercises())} exercises" in seen(pilot)
        assert "find" not in lines(pilot)[-1]
        await press(pilot, "tab")
        assert "/ find" in lines(pilot)[-1]
        await press(pilot, "slash down down enter")
        assert lines(pilot)[0].startswith("  Knee Rolls")


async def test_a_filter_is_chosen_by_key_and_shown_until_one_key_clears_all(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E")
        await write(pilot, "stretch")
        await press(pilot, "tab enter down enter")
        neck = {e.id for e in exercises() if "neck" in e.targets and e.kind == "stretch"}
        assert neck <= set(listed(pilot))
        assert all("neck" in e.targets for e in exercises() if e.id in listed(pilot))
        assert "Neck" in line_with(pilot, "Position")
        assert f"{len(listed(pilot))} exercises of {len(exercises())}" in seen(pilot)
        await press(pilot, "ctrl+n")
        assert len(listed(pilot)) == len(exercises())
        assert "Where" in line_with(pilot, "Position")
        assert "stretch" not in lines(pilot)[1].split(":")[0]


@pytest.mark.thorough
async def test_a_filter_is_chosen_by_mouse(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "3 E")
        await click(pilot, "Level")
        await click(pilot, " demanding", right=3)
        assert set(listed(pilot)) == {each.id for each in exercises() if each.level == 3}


@pytest.mark.thorough
async def test_what_takes_longer_is_left_out(app_at: AppAt, repository: TinyRepository) -> None:
    shown = [len(exercises())]
    async with app_at((120, 40)) as pilot:
        await press(pilot, "3 E tab tab tab tab tab")
        for longest, keys in {
            "up to 5 min": "enter down down down enter",
            "up to 2 min": "enter up enter",
            "up to 1 min": "enter up enter",
        }.items():
            await press(pilot, keys)
            assert longest in line_with(pilot, "Position")
            shown.append(len(listed(pilot)))
    assert shown == sorted(set(shown), reverse=True)
    assert shown[-1] > 0


async def test_what_a_person_has_is_asked_once_and_kept(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E shift+tab shift+tab enter down down enter")
        assert "Which of these do you have?" in seen(pilot)
        await press(pilot, "space end enter")
        assert stored(repository)["equipment"] == ["mat"]
        assert set(listed(pilot)) == {
            each.id for each in exercises() if set(each.equipment) <= {"mat"}
        }
        assert "what I have" in seen(pilot)
        await press(pilot, "escape")
        await press(pilot, "E shift+tab shift+tab enter down down enter")
        assert "Which of these" not in seen(pilot)
        assert set(listed(pilot)) == {
            each.id for each in exercises() if set(each.equipment) <= {"mat"}
        }


@pytest.mark.thorough
async def test_saying_nothing_of_what_one_has_filters_nothing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E shift+tab shift+tab enter down down enter escape")
        assert len(listed(pilot)) == len(exercises())
        assert "Equipment" in seen(pilot)


@pytest.mark.thorough
async def test_nothing_found_says_how_to_see_all(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E")
        await write(pilot, "xyzzyx")
        assert "Press ctrl+n to see all of them." in flowing(pilot)
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, ExercisePage)


async def test_what_a_condition_rules_out_is_marked_in_the_list_and_at_the_side(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", ["osteoporosis"])
    async with app_at() as pilot:
        await press(pilot, "3 E")
        await write(pilot, "both knees to chest")
        assert "! Both Knees to" in seen(pilot)
        assert "! Osteoporosis or thin bones:" in flowing(pilot)


async def test_where_it_picks_it_gives_the_id_or_nothing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    given: list[str | None] = []
    async with app_at() as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]  # of our own app
        for keys in ("down enter", "escape"):
            pilot.app.push_screen(Exercises(desk, picks=True), given.append)
            await painted(pilot)
            assert "Pick an exercise" in lines(pilot)[0]
            await press(pilot, keys)
    assert given == [exercises()[1].id, None]


@pytest.mark.thorough
async def test_it_stands_in_any_size_and_with_room_no_name_is_cut(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((40, 12)) as pilot:
        await press(pilot, "3 E")
        for size in ((40, 12), (40, 24), (80, 24), (120, 40), (200, 60)):
            await pilot.resize_terminal(*size)
            assert "Knee Rolls" in seen(pilot), size
        for width in (116, 120, 132, 150, 200):
            await pilot.resize_terminal(width, 100)
            assert "…" not in inside(pilot, f"{len(exercises())} exercises"), width


@pytest.mark.thorough
async def test_every_menu_opens_inside_the_window(app_at: AppAt) -> None:
    async with app_at((40, 24)) as pilot:
        await press(pilot, "3 E")
        for size in ((40, 24), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            for name in ("Where", "Position", "Kind", "Level", "Length", "Equipment"):
                await click(pilot, name)
                menu = next(
                    each for each in pilot.app.screen.query("SelectOverlay") if each.display
                )
                assert pilot.app.screen.region.contains_region(menu.region), (size, name)
                await press(pilot, "escape")


async def test_one_of_ones_own_is_deleted_and_undo_brings_it_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    steps = (RoutineStep("wobble"), RoutineStep("bridge"))
    repository.add(
        OwnExercise(id="wobble", name="Wobble"), Routine(id="mine", name="Mine", steps=steps)
    )
    async with app_at() as pilot:
        await press(pilot, "3 E")
        assert "d delete" not in lines(pilot)[-1]
        await press(pilot, "down")
        assert listed(pilot)[0] == "wobble"
        await press(pilot, "up tab tab")
        while "d delete" not in lines(pilot)[-1]:
            await press(pilot, "tab")
        await press(pilot, "d")
        assert repository.entries(OwnExercise) == ()
        assert "wobble" not in listed(pilot)
        assert "deleted Wobble, which is left out of Mine now" in flowing(pilot)
        assert "d delete" not in lines(pilot)[-1], "the cursor is on one of the library"
        await press(pilot, "u")
        (own,) = repository.entries(OwnExercise)
        assert (own.id, listed(pilot)[0]) == ("wobble", "wobble")
        (mine,) = repository.entries(Routine)
        assert mine.steps[0].own
        assert mine.steps[0].own.name == "Wobble"
