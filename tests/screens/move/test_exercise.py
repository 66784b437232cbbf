"""The page of an exercise: all of it in words, a person's own conditions first."""

import pytest

from backcare_tui.library.exercises import Exercise, exercise, exercises
from backcare_tui.screens.move.exercise_text import alone, in_full, work_s
from backcare_tui.screens.player.before import Before
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import flowing, lines, press, seen, write


def text_of(of: Exercise, *conditions: str) -> str:
    entries = in_full(of, conditions)
    return "\n".join(f"{e.label}: {' | '.join(p.plain for p in e.paragraphs)}" for e in entries)


@pytest.mark.parametrize("of", exercises(), ids=lambda of: of.id)
def test_a_page_has_all_that_one_needs(of: Exercise) -> None:
    said = text_of(of)
    for words in (of.setup, of.breathing, of.easier, of.harder, *of.cues, *of.aliases):
        assert words in said
    for source in of.evidence:
        assert source.org in said
    assert "Not for you" not in said
    assert said.startswith("What: ")


@pytest.mark.parametrize(
    "of", [each for each in exercises() if each.avoid_if], ids=lambda of: of.id
)
def test_what_a_person_stated_comes_first_with_reason_source_and_swap(of: Exercise) -> None:
    stated = of.avoid_if[0]
    said = text_of(of, stated)
    assert said.startswith("Not for you: ! ")
    first = said.splitlines()[0]
    assert of.why[stated] in first
    assert "Instead: " in first
    assert ("Nor with" in said) == (len(of.avoid_if) > 1)


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
        await press(pilot, "3 l")
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


@pytest.mark.parametrize("key", ["t", "enter"])
async def test_it_can_be_tried_alone(key: str, app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, f"3 l enter {key}")
        assert any(isinstance(each, Before) for each in pilot.app.screen_stack)


async def test_own_conditions_stand_first_and_the_rest_is_scrolled_to(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", ["hip_replacement"])
    async with app_at() as pilot:
        await press(pilot, "3 l enter")
        assert "Not for you" in seen(pilot)
        assert "Instead: Pelvic Tilt" in flowing(pilot)
        assert "Mayo Clinic" not in seen(pilot)
        await press(pilot, "end")
        assert "Mayo Clinic" in seen(pilot)


async def test_help_says_what_the_page_is_for(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 l enter question_mark")
        assert "One exercise: how it is done" in flowing(pilot)


@pytest.mark.parametrize("size", [(40, 12), (40, 24), (80, 24), (120, 40), (200, 60)])
async def test_it_stands_in_any_size(
    size: tuple[int, int], app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at(size) as pilot:
        await press(pilot, "3 l enter")
        assert "Knee to Chest" in lines(pilot)[0]
