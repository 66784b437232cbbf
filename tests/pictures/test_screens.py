"""What each screen shows, cell by cell; `pytest tests/pictures -m '' --update-pictures` takes it anew.

A tour goes through the app from screen to screen, and at each of them through the sizes.
"""

import msgspec
import pytest
from textual.pilot import Pilot

from tests.conftest import AppAt
from tests.pictures.conftest import SHOWN, Difference
from tests.pictures.test_player import NAMES as SESSIONS
from tests.screens.seen import press, settle

Size = tuple[int, int]
SMALL, MIDDLE, LARGE, NARROW = (80, 24), (120, 40), (200, 60), (60, 20)


class Stop(msgspec.Struct, frozen=True):
    """A screen on a tour."""

    screen: str
    keys: str
    """They lead to it from the place of the stop before."""
    back: str = ""
    """The keys that lead to the place it belongs to."""
    sizes: tuple[Size, ...] = (SMALL, MIDDLE)

    def names(self, diary: str) -> dict[str, Size]:
        """Of its files, without the ending."""
        return {
            f"{self.screen}-{diary}-{width}x{height}": (width, height)
            for width, height in self.sizes
        }


PLACES = tuple(
    Stop(name, str(key))
    for key, name in enumerate(("today", "diary", "move", "massage", "diet", "trends"), start=1)
)
TOURS = {
    "sizes": (
        Stop("today", "1", sizes=(LARGE, NARROW)),
        Stop("diary", "2", sizes=(LARGE, NARROW)),
        Stop("check-in", "n 6 tab down down enter", sizes=(NARROW,)),
    ),
    "today": (
        Stop("red-flags", "W", "escape"),
        Stop("advice", "f2", "escape"),
        Stop("understand", "L"),
        Stop("lesson", "enter 1", "escape escape"),
        Stop("help", "question_mark", "escape"),
        Stop("manual", "question_mark question_mark", ""),
        Stop("manual-page", "down enter", "escape escape"),
        Stop("form-help", "n f1", "escape escape"),
        Stop("settings", "comma", "escape"),
        Stop("catch-up", "c", "escape"),
        Stop("palette", "ctrl+p", "escape"),
        Stop("night", "s", "escape"),
        Stop("check-in", "n 6 tab down down enter", "escape"),
        Stop("usual-night", "tab d s", "escape"),
        Stop("red-flags-answer", "W space ctrl+s"),
    ),
    "diary": (Stop("go-to-day", "2 g"),),
    "move": (
        Stop("exercises", "3 E", "escape"),
        Stop("exercise", "E enter", "escape escape"),
        Stop("edit-routine", "home down e", "escape"),
        Stop("edit-step", "e tab enter", "escape escape"),
        Stop("week-plan", "p", "escape"),
        Stop("history", "h", "escape"),
        Stop("program", "end enter"),
    ),
    "massage": (
        Stop("visit", "4 a", "escape"),
        Stop("course", "C", "escape"),
        Stop("courses", "h", "escape"),
        Stop("benefits", "I", "escape"),
        Stop("team", "T", "escape"),
        Stop("hand-over", "P"),
    ),
    "diet": (Stop("meal", "5 a", "escape"), Stop("late-drinks", "i")),
    "trends": (
        Stop("week", "6 left_square_bracket", "right_square_bracket"),
        Stop("four-weeks", "plus left", "right"),
        Stop("year", "plus plus", "minus minus minus"),
        Stop("findings", "i"),
        Stop("findings-how", "i", "escape escape"),
        Stop("trials", "t"),
        Stop("new-trial", "x a", "escape escape"),
        Stop("report", "P"),
    ),
}  # fmt: skip
WELCOME = Stop("welcome", "")
FIRST_WEEK = (
    Stop("first-where", "enter 4 1"),
    Stop("first-may-not", "9 escape 2 4 1"),
    Stop("new-week", "end up enter 1 8"),
    Stop("today-week", "escape"),
    Stop("move-week", "3"),
    Stop("my-week", "p"),
)
"""The way of a new person, from the second page to their week in Move."""


async def tour(pilot: Pilot[None], diary: str, stops: tuple[Stop, ...], of: Difference) -> None:
    """Nothing on a tour differs from what was shown before."""
    found = ""
    for stop in stops:
        for key in stop.keys.split():
            await press(pilot, key)
            await settle(pilot)
        for name, size in stop.names(diary).items():
            await pilot.resize_terminal(*size)
            await settle(pilot)
            found += of(name, pilot)
        await pilot.resize_terminal(*SMALL)
        await press(pilot, stop.back)
    assert not found, found


@pytest.mark.usefixtures("story_diary")
async def test_the_places_show_what_they_showed(app_at: AppAt, difference: Difference) -> None:
    async with app_at(SMALL) as pilot:
        await tour(pilot, "story", PLACES, difference)


async def test_a_new_diary_is_welcomed(app_at: AppAt, difference: Difference) -> None:
    async with app_at(SMALL, is_new=True) as pilot:
        await tour(pilot, "new", (WELCOME,), difference)


@pytest.mark.thorough
async def test_a_new_person_is_led_to_a_week(app_at: AppAt, difference: Difference) -> None:
    async with app_at(SMALL, is_new=True) as pilot:
        await tour(pilot, "new", FIRST_WEEK, difference)


@pytest.mark.thorough
async def test_the_places_of_an_empty_diary_show_what_they_showed(
    app_at: AppAt, difference: Difference
) -> None:
    async with app_at(SMALL) as pilot:
        await tour(pilot, "empty", PLACES, difference)


@pytest.mark.thorough
@pytest.mark.usefixtures("story_diary")
@pytest.mark.parametrize("stops", TOURS.values(), ids=TOURS)
async def test_a_screen_shows_what_it_showed(
    stops: tuple[Stop, ...], app_at: AppAt, difference: Difference
) -> None:
    async with app_at(SMALL) as pilot:
        await tour(pilot, "story", stops, difference)


def test_every_file_is_of_a_picture() -> None:
    story = [*PLACES, *(stop for stops in TOURS.values() for stop in stops)]
    named = [("story", stop) for stop in story] + [("empty", stop) for stop in PLACES]
    named += [("new", stop) for stop in (WELCOME, *FIRST_WEEK)]
    names = {name for diary, stop in named for name in stop.names(diary)}
    names |= {f"session-{name}" for name in SESSIONS}
    assert {file.stem for file in SHOWN.iterdir()} == names
