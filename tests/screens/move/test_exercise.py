"""The page of an exercise: all of it in words, a person's own conditions first."""

import pytest

from backcare_tui.library.exercises import Exercise, exercise, exercises
from backcare_tui.screens.move.exercise import ExercisePage
from backcare_tui.screens.move.exercise_text import alone, in_full, work_s
from backcare_tui.screens.player.before import Before
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import flowing, lines, press, seen, write


def text_of(of: Exercise, *conditions: str) -> str:
    entries = in_full(of, conditions)
    return "\n".join(f"{e.label}: {' | '.join(p.plain for p in e.paragraphs)}" for e in entries)


def test_a_page_has_all_that_one_needs() -> None:
    for of in exercises():
        said = text_of(of)
        sources = [source.org for source in of.evidence]
        parts = (
            of.setup,
            of.breathing,
            of.easier,
            of.harder,
            of.note,
            *of.cues,
            *of.aliases,
            *sources,
        )
        missing = [words for words in parts if words not in said]
        assert not missing, (of.id, missing)
        assert "Not for you" not in said, of.id
        assert said.startswith("What: "), of.id


def test_what_a_person_stated_comes_first_with_reason_source_and_swap() -> None:
    ruled_out = [each for each in exercises() if each.avoid_if]
    assert ruled_out
    for of in ruled_out:
        stated = of.avoid_if[0]
        said = text_of(of, stated)
        first = said.splitlines()[0]
        assert first.startswith("Not for you: ! "), of.id
        assert of.why[stated] in first, of.id
        assert "Instead: " in first, of.id
        assert ("Nor with" in said) == (len(of.avoid_if) > 1), of.id


def test_a_length_is_without_the_time_to_get_ready() -> None:
    of = exercise("knee-to-chest")
    dose = of.dose
    assert work_s(of) == 2 * dose.sets * dose.reps * (4 + dose.hold_s) + 6 * dose.sets


def test_tried_alone_it_is_a_routine_of_one_step() -> None:
    routine = alone(exercise("bridge"))
    assert [step.exercise for step in routine.steps] == ["bridge"]
    assert routine.id == "bridge"


async def test_left_and_right_go_to_the_neighbors_in_the_list(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E")
        await write(pilot, "bridge")
        await press(pilot, "enter")
        first = lines(pilot)[0]
        assert " 1 of " in first
        await press(pilot, "right")
        assert " 2 of " in lines(pilot)[0]
        await press(pilot, "left left")
        assert " 1 of " not in lines(pilot)[0]
        await press(pilot, "right")
        assert lines(pilot)[0] == first


async def test_it_can_be_tried_alone(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 E enter enter")
        assert any(isinstance(each, Before) for each in pilot.app.screen_stack)
        await press(pilot, "escape escape")
        assert isinstance(pilot.app.screen, ExercisePage)
        await press(pilot, "enter")
        assert any(isinstance(each, Before) for each in pilot.app.screen_stack)


async def test_own_conditions_stand_first_and_the_rest_is_scrolled_to(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", ["hip_replacement"])
    async with app_at() as pilot:
        await press(pilot, "3 E enter")
        assert "Not for you" in seen(pilot)
        assert "Instead: Pelvic Tilt" in flowing(pilot)
        assert "Mayo Clinic" not in seen(pilot)
        await press(pilot, "end")
        assert "Mayo Clinic" in seen(pilot)


@pytest.mark.thorough
async def test_it_stands_in_any_size_and_help_says_what_it_is_for(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((40, 12)) as pilot:
        await press(pilot, "3 E enter")
        for size in ((40, 12), (40, 24), (120, 40), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            assert "Knee to Chest" in lines(pilot)[0], size
        await press(pilot, "question_mark")
        assert "One exercise: how it is done" in flowing(pilot)
