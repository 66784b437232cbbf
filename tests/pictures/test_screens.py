"""What each screen shows, cell by cell; `pytest tests/pictures --update-pictures` takes it anew."""

import msgspec
import pytest

from tests.conftest import AppAt
from tests.pictures.conftest import SHOWN, Compare
from tests.pictures.test_player import NAMES as SESSIONS
from tests.screens.seen import press

SMALL, MIDDLE, LARGE, NARROW = (80, 24), (120, 40), (200, 60), (60, 20)
PLACES = {"today": "1", "diary": "2", "move": "3", "massage": "4", "diet": "5", "trends": "6"}
OVERLAYS = {
    "check-in": "n 6 tab down down enter",
    "night": "s",
    "usual-night": "tab d s",
    "visit": "4 a",
    "meal": "5 a",
    "course": "4 o",
    "courses": "4 h",
    "benefits": "4 b",
    "team": "4 t",
    "hand-over": "4 g",
    "late-drinks": "5 i",
    "red-flags": "W",
    "red-flags-answer": "W space enter",
    "advice": "f2",
    "help": "question_mark",
    "form-help": "n f1",
    "settings": "comma",
    "catch-up": "c",
    "palette": "ctrl+p",
    "go-to-day": "2 g",
    "exercises": "3 l",
    "exercise": "3 l enter",
    "edit-routine": "3 down e",
    "edit-step": "3 down e tab enter",
    "week-plan": "3 p",
    "history": "3 down h",
    "program": "3 end enter",
    "week": "6 left_square_bracket",
    "four-weeks": "6 minus left",
    "year": "6 minus minus minus",
    "findings": "6 f",
    "findings-how": "6 f h",
    "trials": "6 t",
    "new-trial": "6 t x o",
    "report": "6 r",
}


class Picture(msgspec.Struct, frozen=True):
    """One screen in one size, and the keys that lead to it."""

    screen: str
    keys: str
    size: tuple[int, int]
    diary: str = "story"

    @property
    def name(self) -> str:
        """Of its file, without the ending."""
        return f"{self.screen}-{self.diary}-{self.size[0]}x{self.size[1]}"


ON_STORY = [
    Picture(screen, keys, size)
    for screen, keys in {**PLACES, **OVERLAYS}.items()
    for size in (SMALL, MIDDLE)
]
ON_EMPTY = [
    Picture(screen, keys, size, "empty")
    for screen, keys in PLACES.items()
    for size in (SMALL, MIDDLE)
]
OTHER_SIZES = [
    Picture("today", "1", LARGE),
    Picture("diary", "2", LARGE),
    Picture("today", "1", NARROW),
    Picture("diary", "2", NARROW),
    Picture("check-in", OVERLAYS["check-in"], NARROW),
]
PICTURES = [*ON_STORY, *ON_EMPTY, *OTHER_SIZES]
WELCOMES = [Picture("welcome", "", size, "new") for size in (SMALL, MIDDLE)]


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: str(picture.name))
async def test_a_screen_shows_what_it_showed(
    picture: Picture, app_at: AppAt, compare: Compare, request: pytest.FixtureRequest
) -> None:
    if picture.diary == "story":
        request.getfixturevalue("story_diary")
    async with app_at(picture.size) as pilot:
        await press(pilot, picture.keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        compare(picture.name, pilot)


@pytest.mark.parametrize("picture", WELCOMES, ids=lambda picture: str(picture.name))
async def test_a_new_diary_is_welcomed(picture: Picture, app_at: AppAt, compare: Compare) -> None:
    async with app_at(picture.size, is_new=True) as pilot:
        compare(picture.name, pilot)


def test_every_file_is_of_a_picture() -> None:
    names = {picture.name for picture in (*PICTURES, *WELCOMES)}
    names |= {f"session-{name}" for name in SESSIONS}
    assert {file.stem for file in SHOWN.iterdir()} == names
