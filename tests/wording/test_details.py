"""What an entry says besides its one line."""

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Interference, Medicine, Pain
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.visit import Visit
from backcare_tui.wording.details import say_details
from backcare_tui.wording.fields.context import FieldContext
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
                "Techniques: with oil or lotion, My Word",
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
        (
            Night(
                night=MONDAY.date(),
                bed="23:00",
                up="07:00",
                latency_min=20,
                awakenings=2,
                awake_min=28,
                naps_min=70,
            ),
            (
                "In bed: 23:00 to 07:00",
                "Time in bed: 8 h",
                "Asleep after: 20 min",
                "Woke up: twice",
                "Awake for: 28 min",
                "Sleep efficiency: 90%",
                "Naps that day: 1 h 10",
            ),
        ),
        (Night(night=MONDAY.date(), asleep_min=400, awakenings=0), ("Woke up: not once",)),
        (
            Pain(
                at=MONDAY,
                severity=4,
                relievers=("heat", "walking"),
                relief={"heat": "a-little", "ibuprofen": "yes", "cold": "no"},
                medicines=(Medicine("ibuprofen", "400 mg"), Medicine("arnica")),
                interference=Interference(enjoyment=5, activity=3),
            ),
            (
                "Eased by: heat (a little), walking, cold (did not help)",
                "Medicine: ibuprofen 400 mg (helped), arnica",
                "Enjoying life: 5 of 10",
                "Doing things: 3 of 10",
            ),
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


def test_the_details_of_a_visit_name_who_gave_it() -> None:
    visit = Visit(at=MONDAY, treatment="massage", person="ann")
    assert say_details(visit) == ()
    assert say_details(visit, FieldContext(people=(Person(id="ann", name="Ann [/]"),))) == (
        "With: Ann [/]",
    )
