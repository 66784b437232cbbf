"""What is the same in every form: tab reaches each of its fields, and nothing holds a closed one."""

import asyncio
import gc
import re
from typing import Any
from weakref import WeakSet

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.fields.rating import RatingField
from tests.conftest import AppAt
from tests.screens.care.made import course
from tests.screens.seen import lines, press, seen

FORMS = {
    "check-in": "n", "night": "s", "session": "3 H a", "visit": "4 a", "course": "4 C",
    "end of a course": "4 x", "question": "4 Q", "person": "4 T a", "shared plan": "4 T e",
    "meal": "5 a", "trial": "6 t a", "routine": "3 a r",
}  # fmt: skip


def labels_of(screen: Screen[Any]) -> list[str]:
    """The labels that stand in a form, from the top."""
    shown = (widget for widget in screen.query("*") if widget.display)
    return [label for widget in shown if (label := getattr(widget, "label", ""))]


def label_of(widget: Widget) -> str:
    """The label that a widget, or the field around it, has."""
    fields = (each for each in widget.ancestors_with_self if isinstance(each, Widget))
    return next((label for each in fields if (label := getattr(each, "label", ""))), "")


async def test_tab_goes_through_the_fields_as_they_stand(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 60)) as pilot:
        await press(pilot, "n")
        labels = labels_of(pilot.app.screen)
        reached = []
        for _ in pilot.app.screen.focus_chain:
            await pilot.press("tab")
            reached += [label for label in labels if re.search(rf"▌{label}\b", seen(pilot))]
        assert reached == labels


async def test_every_field_of_every_form_is_on_the_way_of_tab(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course())
    async with app_at() as pilot:
        for form, keys in FORMS.items():
            await press(pilot, keys)
            screen = pilot.app.screen
            on_the_way = [label for widget in screen.focus_chain if (label := label_of(widget))]
            assert on_the_way == labels_of(screen) != [], form
            await press(pilot, "escape escape escape 1")


async def test_the_footer_names_enter_wherever_it_saves(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        for keys in ("s", "5 a"):
            await press(pilot, keys)
            for _ in pilot.app.screen.focus_chain:
                saves = (
                    "enter save"
                    if isinstance(pilot.app.focused, Input | RatingField)
                    else "^s save"
                )
                assert lines(pilot)[-1].strip().startswith(saves), pilot.app.focused
                await press(pilot, "tab")
            await press(pilot, "escape")
        await press(pilot, "3 a r")
        assert "enter save" not in lines(pilot)[-1], "enter goes on to the steps of a routine"


async def test_notes_of_closed_forms_do_not_pile_up(
    app_at: AppAt, repository: TinyRepository
) -> None:
    notes = WeakSet[TextArea]()
    async with app_at() as pilot:
        for _ in range(6):
            await press(pilot, "n")
            notes.add(pilot.app.screen.query_one(TextArea))
            await press(pilot, "escape")
        # A timer that is not over yet may hold some for a few seconds.
        async with asyncio.timeout(30):
            while len(notes) > 3:
                gc.collect()
                await asyncio.sleep(0.2)
