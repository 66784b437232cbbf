"""A routine of one's own: made, copied and changed by keys; what is saved is in the diary."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from backcare_tui import screens
from backcare_tui.app import BackcareApp
from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.library.exercises import exercise, exercises
from backcare_tui.library.routines import routine
from backcare_tui.player.timeline import length_s
from backcare_tui.screens import RoutineEditor
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import flowing, line_with, lines, painted, press, seen, to_field, write

LIBRARY = routine("morning-loosen-up")
MINE = Routine(
    id="mine",
    name="Mine",
    steps=(
        RoutineStep("pelvic-tilt"),
        RoutineStep("knee-to-chest", DoseChange(hold_s=10)),
        RoutineStep("exercise-of-tomorrow", note="kept"),
    ),
)


_ONE_OF_EACH_DOSE = {
    (each.dose.mode, each.dose.hold_s > 0, each.dose.rest_s > 0, each.sides): each.id
    for each in exercises()
}.values()


class Editing(Protocol):
    """Opens the editor on a routine of the diary or the library."""

    def __call__(
        self, of: Routine | None = None, size: tuple[int, int] = (80, 24)
    ) -> AbstractAsyncContextManager[Pilot[None]]:
        """The pilot, with the editor in front."""


@pytest.fixture
def editing(app_at: AppAt) -> Editing:
    """The editor over Today."""

    @asynccontextmanager
    async def opened(
        of: Routine | None = None, size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Pilot[None]]:
        async with app_at(size) as pilot:
            app: Any = pilot.app
            assert isinstance(app, BackcareApp)
            app.push_screen(RoutineEditor(app.desk, of))
            await painted(pilot)
            yield pilot

    return opened


async def test_one_of_the_library_becomes_a_copy_with_its_length_and_level(
    editing: Editing, repository: TinyRepository
) -> None:
    async with editing(LIBRARY) as pilot:
        assert "Your own copy of Morning Loosen-Up" in lines(pilot)[0]
        await press(pilot, "ctrl+s")
        assert "saved 08:12" in lines(pilot)[0]
        (own,) = repository.entries(Routine)
        assert own.id != LIBRARY.id
        assert own.name == "Morning Loosen-Up (mine)"
        assert own.steps == LIBRARY.steps
        assert own.minutes == round(length_s(LIBRARY) / 60, 1)
        assert own.level == max(exercise(step.exercise).level for step in LIBRARY.steps)
        await press(pilot, "u")
        assert repository.entries(Routine) == ()
        assert "undone: Morning Loosen-Up (mine)" in lines(pilot)[0]


async def test_steps_are_moved_taken_out_and_brought_back(
    editing: Editing, repository: TinyRepository
) -> None:
    repository.add(MINE)
    async with editing(MINE) as pilot:
        await press(pilot, "J")
        assert "▌  2 Pelvic Tilt" in seen(pilot)
        await press(pilot, "home d")
        assert "Knee to Chest" not in seen(pilot)
        await press(pilot, "u end K ctrl+s")
    (own,) = repository.entries(Routine)
    assert [step.exercise for step in own.steps] == [
        "knee-to-chest",
        "exercise-of-tomorrow",
        "pelvic-tilt",
    ]


async def test_the_length_is_computed_as_one_goes_and_a_dose_of_zero_is_refused(
    editing: Editing, repository: TinyRepository
) -> None:
    repository.add(MINE)
    async with editing(MINE) as pilot:
        before = lines(pilot)[2]
        await press(pilot, "down plus")
        assert "15 s x 2" in line_with(pilot, "Knee to Chest")
        assert lines(pilot)[2] != before
        await press(pilot, "minus minus minus")
        assert "Seconds: 0 is not whole seconds from 1 to 3600." in flowing(pilot)
        assert "5 s x 2" in line_with(pilot, "Knee to Chest")
        await press(pilot, "ctrl+s")
    (own,) = repository.entries(Routine)
    assert own.steps[1].dose == DoseChange(hold_s=5)
    assert own.minutes == round(length_s(own) / 60, 1)


async def test_a_step_is_changed_in_its_dialog(
    editing: Editing, repository: TinyRepository
) -> None:
    repository.add(MINE)
    async with editing(MINE) as pilot:
        await press(pilot, "down enter")
        texts = {
            "Hold": "1 min",
            "Times": "3",
            "Sides": "left",
            "Get ready": "20 s",
            "Note": "with [care]",
        }
        for label, text in texts.items():
            await to_field(pilot, label)
            await press(pilot, "end ctrl+u")
            await write(pilot, text)
        assert "1 min x 3 on the left" in flowing(pilot)
        await press(pilot, "enter ctrl+s")
    (own,) = repository.entries(Routine)
    assert own.steps[1] == RoutineStep(
        "knee-to-chest", DoseChange(hold_s=60, reps=3), "left", 20, "with [care]"
    )


@pytest.mark.thorough
async def test_a_dialog_that_is_opened_and_taken_changes_nothing(
    editing: Editing, repository: TinyRepository
) -> None:
    every = Routine(id="all", name="All", steps=tuple(map(RoutineStep, _ONE_OF_EACH_DOSE)))
    repository.add(every)
    async with editing(every) as pilot:
        for _ in every.steps:
            await press(pilot, "enter")
            assert "!" not in seen(pilot)
            await press(pilot, "enter down")
            assert "enter takes it" not in seen(pilot)
        await press(pilot, "ctrl+s")
    (own,) = repository.entries(Routine)
    assert own.steps == every.steps


@pytest.mark.thorough
async def test_a_bad_value_stays_in_the_dialog_with_its_sentence(
    editing: Editing, repository: TinyRepository
) -> None:
    repository.add(MINE)
    async with editing(MINE, (100, 30)) as pilot:
        await press(pilot, "down enter")
        for label, text, right, sentence in (
            ("Hold", "0", "9 s", 'Hold: "0" is not whole seconds from 1 to 3600.'),
            ("Hold", "long", "9 s", 'Hold: "long" is not whole seconds from 1 to 3600.'),
            ("Times", "0", "2", 'Times: "0" is not a whole number from 1 to 100.'),
            ("Sides", "up", "both", 'Sides: "up" is not one of both, left and right.'),
        ):
            await to_field(pilot, label)
            await press(pilot, "end ctrl+u")
            await write(pilot, text)
            await press(pilot, "enter")
            assert sentence in flowing(pilot)
            assert "enter takes it" in seen(pilot), label
            await press(pilot, "end ctrl+u")
            await write(pilot, right)
        await press(pilot, "enter")
        assert "enter takes it" not in seen(pilot)


@pytest.mark.thorough
async def test_exercises_of_a_newer_version_stay(
    editing: Editing, repository: TinyRepository
) -> None:
    repository.add(MINE)
    async with editing(MINE) as pilot:
        assert "? Exercise of tomorrow (not in this version)" in seen(pilot)
        await press(pilot, "end enter")
        assert "it is kept as it is" in flowing(pilot)
        await press(pilot, "home plus ctrl+s")
    (own,) = repository.entries(Routine)
    assert own.steps[2] == MINE.steps[2]


@pytest.mark.thorough
async def test_the_whole_of_a_long_routine_is_said_in_hours_and_nothing_is_cut_in_silence(
    editing: Editing, repository: TinyRepository
) -> None:
    whole = Routine(id="all", name="All", steps=tuple(RoutineStep(each.id) for each in exercises()))
    repository.add(whole)
    async with editing(whole) as pilot:
        total = lines(pilot)[2]
        assert total.split()[1] == "h"
        assert total.endswith("…")


class Library(Screen[str | None]):
    """Gives one exercise at once, as the library does by enter."""

    def on_mount(self) -> None:
        self.dismiss("cat-cow")


async def test_a_new_routine_is_named_and_filled_from_the_library(
    editing: Editing, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens, "Exercises", lambda *_, **__: Library())
    async with editing() as pilot:
        await press(pilot, "end ctrl+u")
        await write(pilot, "Kitchen [7]")
        await press(pilot, "enter a")
        assert "▌  1 Cat and Cow" in seen(pilot)
        await press(pilot, "a ctrl+s")
    (own,) = repository.entries(Routine)
    assert own.name == "Kitchen [7]"
    assert own.steps == (RoutineStep("cat-cow"), RoutineStep("cat-cow"))
    assert own.minutes == round(length_s(own) / 60, 1)


@pytest.mark.thorough
async def test_a_routine_that_cannot_be_played_is_refused(
    app_at: AppAt, repository: TinyRepository
) -> None:
    hour = RoutineStep("ninety-ninety-rest", DoseChange(hold_s=3600))
    bad: dict[str, tuple[RoutineStep, ...]] = {
        "at least one exercise of the library": (),
        "is not at most 4 hours for one routine": (hour,) * 5,
    }
    async with app_at() as pilot:
        for number, (sentence, steps) in enumerate(bad.items()):
            routine = Routine(id=f"mine-{number}", name="Mine", steps=steps)
            repository.add(routine)
            app: Any = pilot.app
            app.push_screen(RoutineEditor(app.desk, routine))
            await press(pilot, "ctrl+s")
            assert sentence in flowing(pilot)
            await press(pilot, "escape")
    assert [each.minutes for each in repository.entries(Routine)] == [None, None]


async def test_what_was_begun_is_kept_as_a_draft(
    editing: Editing, repository: TinyRepository
) -> None:
    async with editing(LIBRARY) as pilot:
        await press(pilot, "d escape")
        assert "kept as a draft" in lines(pilot)[0]
    async with editing(LIBRARY) as pilot:
        assert "Ankle Pumps" not in seen(pilot)
        await press(pilot, "ctrl+n")
        assert "Ankle Pumps" in seen(pilot)
    assert repository.entries(Routine) == ()


@pytest.mark.thorough
async def test_names_and_lengths_are_read_at_any_size(editing: Editing) -> None:
    async with editing(LIBRARY, (40, 24)) as pilot:
        for size in ((40, 24), (60, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            assert "32 s" in line_with(pilot, "1 Ankle Pumps"), size
