"""Sessions, meals, courses, people and plans: taken down and changed, line by line."""

from typing import Any

import msgspec
import pytest
from textual.widgets import Input

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Feeling
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import (
    click,
    flowing,
    line_with,
    lines,
    press,
    seen,
    settle,
    to_field,
    write,
)

FORMS: dict[type[Record], tuple[str, dict[str, str]]] = {
    Session: (
        "3 H a",
        {"When": "7:05", "Routine": "Morning Loosen-Up", "Length": "6 min", "Pain after": "2"},
    ),
    Meal: ("5 a", {"What": "soup [hot]", "Meal": "lunch", "Coffees": "1.5"}),
}
EXPECTED: dict[type[Record], dict[str, Any]] = {
    Session: {
        "at": MONDAY.replace(hour=7, minute=5),
        "routine": "morning-loosen-up",
        "done_s": 360,
        "pain_after": 2,
    },
    Meal: {"text": "soup [hot]", "meal": "lunch", "coffees": 1.5},
}


async def fill(pilot: Any, texts: dict[str, str]) -> None:
    """Write over what stands in the fields of these labels."""
    for label, text in texts.items():
        await to_field(pilot, label)
        await press(pilot, "end ctrl+u")
        await write(pilot, text)


async def test_an_entry_is_taken_down_line_by_line_and_saved_unchanged_is_the_same(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for kind, (keys, texts) in FORMS.items():
            await press(pilot, keys)
            await fill(pilot, texts)
            await press(pilot, "enter")
            assert "saved 08:12" in lines(pilot)[0]
            (record,) = repository.entries(kind)
            assert {name: getattr(record, name) for name in EXPECTED[kind]} == EXPECTED[kind]
            await press(pilot, "home enter")
            assert "Change the" in lines(pilot)[0]
            for text in texts.values():
                assert text in seen(pilot) or text == "6 min", (kind, text)
            await press(pilot, "enter")
            (after,) = repository.entries(kind)
            assert msgspec.structs.replace(after, updated=record.updated) == record
            await press(pilot, "escape 1")


BAD = {
    "3 H a": {"When": "gestern", "Length": "long", "Pain before": "11"},
    "4 C": {"Started": "once", "Visits planned": "0", "Within days": "many", "Pain at start": "12"},
    "5 a": {"Meal": "brunch", "Water": "much", "Coffees": "0", "Alcohol": "some"},
}


def typed_here(pilot: Any) -> str:
    """What stands in the line with the focus."""
    line = pilot.app.focused
    assert isinstance(line, Input)
    return line.value


@pytest.mark.thorough
async def test_a_bad_value_gets_one_sentence_and_stays(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 30)) as pilot:
        for keys, texts in BAD.items():
            await press(pilot, keys)
            for label, text in texts.items():
                await to_field(pilot, label)
                usual = typed_here(pilot)
                await fill(pilot, {label: text})
                await press(pilot, "enter")
                assert text in line_with(pilot, f"▌{label}")
                words = flowing(pilot)
                assert f"{text} is not" in words or f'"{text}" is not' in words
                assert words.count(" is not ") == 1
                await press(pilot, "ctrl+s")
                assert f"{label}: this cannot be read yet." in seen(pilot)
                await fill(pilot, {label: usual})
            await press(pilot, "escape escape 1")
    kinds: tuple[type[Record], ...] = (*FORMS, Course)
    for kind in kinds:
        assert repository.entries(kind) == ()


@pytest.mark.thorough
async def test_a_bad_value_of_a_plan_changes_nothing(
    app_at: AppAt, repository: TinyRepository
) -> None:
    plan = Plan(routine="desk-break", days=("mon",))
    repository.add(plan)
    (kept,) = repository.entries(Plan)
    async with app_at((100, 30)) as pilot:
        await press(pilot, "3 p enter")
        for label, text in {"At": "late", "From": "soon"}.items():
            await to_field(pilot, label)
            usual = typed_here(pilot)
            await fill(pilot, {label: text})
            await press(pilot, "enter ctrl+s")
            assert f"{label}: this cannot be read yet." in seen(pilot)
            await fill(pilot, {label: usual})
    assert repository.entries(Plan) == (kept,)


async def test_lists_are_words_to_choose_from(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(Plan(routine="desk-break", days=("fri", "mon")))
    repository.add(Feeling(id="low", at=MONDAY, words=("tired",)))
    repository.keep_draft("low", {"at": "now", "words": "calm, heavy"})  # as older ones have it
    async with app_at((100, 30)) as pilot:
        await press(pilot, "3 p enter")
        assert "● Mon  ○ Tue  ○ Wed  ○ Thu  ● Fri" in seen(pilot)
        await click(pilot, "○ Wed")
        await click(pilot, "● Mon")
        await write(pilot, "sun")
        await press(pilot, "enter ctrl+s")
        assert repository.entries(Plan)[0].days == ("wed", "fri", "sun")
        await click(pilot, "2 Diary")
        await press(pilot, "tab enter")
        assert all(words in seen(pilot) for words in ("● Calm", "● heavy", "○ Tired"))
        await to_field(pilot, "In words")
        await write(pilot, "so so")
        await press(pilot, "ctrl+s")
        await settle(pilot)
    assert repository.entries(Feeling)[0].words == ("calm", "heavy", "so so")


async def test_a_routine_is_taken_by_a_click(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at((100, 40)) as pilot:
        await press(pilot, "3 H a")
        await click(pilot, "○ Desk Break")
        await press(pilot, "ctrl+s")
        await settle(pilot)
    assert repository.entries(Session)[0].routine == "desk-break"


async def test_a_session_keeps_its_seconds_when_something_else_is_changed(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Session(at=MONDAY, routine="desk-break", done_s=350, pain_before=4))
    async with app_at() as pilot:
        await press(pilot, "3 H enter")
        assert "5 min 50 s" in seen(pilot)
        await to_field(pilot, "Pain after")
        await press(pilot, "3 enter")
    (session,) = repository.entries(Session)
    assert (session.done_s, session.pain_after) == (350, 3)
