"""A therapist's sheet is typed in Move: read as one types, asked about, kept by one change, changed as text."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.library.routines import routine
from backcare_tui.screens import SheetForm
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.seen import (
    choose,
    flowing,
    line_with,
    lines,
    painted,
    press,
    seen,
    settle,
    write,
)

SHEET = '# Ann\nbird dog 3 x 8, hold 5 s "slow"\nhamstring thing 3 x 20 s left\nwobbling 1 min\n'


def form_of(pilot: Pilot[Any]) -> SheetForm:
    """The form in front."""
    screen = pilot.app.screen
    assert isinstance(screen, SheetForm)
    return screen


async def type_sheet(pilot: Pilot[Any], text: str = SHEET) -> None:
    """As by a paste: what counts is what is understood."""
    form_of(pilot).area.insert(text)
    await painted(pilot)


async def test_a_sheet_is_read_as_one_types_asked_about_and_kept_by_one_change(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", frozenset({"osteoporosis"}))
    async with app_at() as pilot:
        await press(pilot, "3 a t")
        await type_sheet(pilot)
        assert "3 sets of 5 s x 8 each side" in line_with(pilot, "Bird Dog")
        assert "not known: what is it like?" in line_with(pilot, "? hamstring thing")
        assert "2 lines open" in seen(pilot)
        await press(pilot, "ctrl+s")
        assert 'Line 3: "hamstring thing" is not known' in flowing(pilot)
        await press(pilot, "ctrl+l")
        assert "What is hamstring thing like?" in seen(pilot)
        await press(pilot, "1")
        assert "(like " in form_of(pilot).area.text.splitlines()[2]
        await press(pilot, "ctrl+l n")
        assert "Did a professional give you wobbling?" in seen(pilot)
        await press(pilot, "n")
        assert form_of(pilot).area.text.splitlines()[3] == "wobbling (like nothing)  1 min"
        assert "not checked" in line_with(pilot, "! wobbling")
        await press(pilot, "ctrl+s")
        assert "saved 08:12" in lines(pilot)[0]
        (mine,) = repository.entries(Routine)
        assert (mine.name, len(mine.steps), mine.minutes is not None) == ("Ann", 3, True)
        assert {each.name for each in repository.entries(OwnExercise)} == {
            "hamstring thing",
            "wobbling",
        }
        assert "wobbling" in flowing(pilot)
        await press(pilot, "u")
        assert (repository.entries(Routine), repository.entries(OwnExercise)) == ((), ())


async def test_what_was_typed_is_there_again_when_the_form_is_closed_and_opened(
    app_at: AppAt,
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "3 a t")
        await type_sheet(pilot)
        await press(pilot, "escape")
        assert "kept as a draft" in seen(pilot)
        await press(pilot, "a t")
        assert form_of(pilot).area.text == SHEET


async def test_a_routine_of_ones_own_is_changed_as_text_and_one_of_the_library_copied(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 slash")
        await write(pilot, "desk break")
        await press(pilot, "tab")
        await choose(pilot, "as text")
        form = form_of(pilot)
        assert form.read.steps == routine("desk-break").steps
        await press(pilot, "ctrl+s")
        (copy,) = repository.entries(Routine)
        assert (copy.steps, copy.name) == (routine("desk-break").steps, "Desk Break (mine)")
        await choose(pilot, "as text")
        form_of(pilot).area.text = "# Mine\nbridge 10\n"
        await painted(pilot)
        await press(pilot, "ctrl+s")
        (changed,) = repository.entries(Routine)
        assert (changed.id, changed.name) == (copy.id, "Mine")
        assert [step.exercise for step in changed.steps] == ["bridge"]


async def test_who_gave_an_exercise_is_said_on_its_page(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", frozenset({"osteoporosis"}))
    repository.add(OwnExercise(id="wobble", name="Wobble"))
    async with app_at() as pilot:
        await press(pilot, "3 E")
        await write(pilot, "wobble")
        await press(pilot, "enter")
        assert "Not for you" in seen(pilot)
        await press(pilot, "D")
        (own,) = repository.entries(OwnExercise)
        assert (own.is_checked, own.checked_for) == (True, ("osteoporosis",))
        assert "Not for you" not in seen(pilot)


async def test_a_routine_is_looked_at_on_paper_and_written(app_at: AppAt, tmp_path: Path) -> None:
    async with app_at() as pilot:
        await press(pilot, "3 slash")
        await write(pilot, "desk break")
        await press(pilot, "tab P")
        assert "When to stop" in seen(pilot)
        await press(pilot, "P")
        target = tmp_path / "sheet.html"
        await press(pilot, "ctrl+u")
        await write(pilot, str(target))
        await press(pilot, "enter")
        await settle(pilot)
        assert "<svg" in target.read_text("utf-8")
