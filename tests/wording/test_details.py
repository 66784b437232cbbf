"""What an entry says besides its one line."""

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.diary.records.visit import Visit
from backcare_tui.wording.details import say_details
from tests.conftest import MONDAY


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        (Visit(at=MONDAY, treatment="massage"), ()),
        (
            Visit(
                at=MONDAY,
                treatment="massage",
                areas=("lower-back-l",),
                techniques=("oil", "My Word"),
                pressure=3,
                response="tensed",
                inflammation=("heat",),
                bend_before=0,
                bend_after=6,
                mood_before=1,
                mood_after=4,
                sore_next_day=0,
                cost=49.5,
                note="one\n[/]",
            ),
            (
                "Areas: lower back left",
                "Techniques: with oil or lotion, my word",
                "Pressure: firm",
                "Response: Muscle tensed up",
                "Signs of inflammation: warm to touch",
                "Could bend: 0 → 6 of 10",
                "Mood: very low → good",
                "Sore next day: 0 of 10",
                "Cost: 49.5",
                "one\n[/]",
            ),
        ),
        (
            Visit(at=MONDAY, treatment="massage", bend_before=0, mood_after=5),
            ("Could bend: 0 of 10 before", "Mood: very good after"),
        ),
        (
            Visit(at=MONDAY, treatment="massage", bend_after=10),
            ("Could bend: 10 of 10 after",),
        ),
        (Session(at=MONDAY, routine="r"), ()),
        (
            Session(
                at=MONDAY,
                routine="r",
                effort=0,
                leg="farther-down",
                steps=(SessionStep(exercise="x"),),
            ),
            ("Steps: 1", "Effort: 0 of 10", "Leg: went farther down"),
        ),
    ],
)
def test_the_details_of_an_entry(record: Record, lines: tuple[str, ...]) -> None:
    assert say_details(record) == lines
