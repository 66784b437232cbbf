"""Sessions, visits, meals, courses, people and plans: taken down and changed, line by line."""

import datetime as dt
from typing import Any

import pytest

from backcare_tui.diary.record import Record
from backcare_tui.diary.records import Course, Meal, Person, Plan, Session, Visit
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import flowing, line_with, lines, press, seen, to_field, write

FORMS: dict[type[Record], tuple[str, dict[str, str]]] = {
    Session: (
        "3 H a",
        {"When": "7:05", "Routine": "Morning Loosen-Up", "Length": "6 min", "Pain after": "2"},
    ),
    Visit: (
        "4 a",
        {"Kind": "swedish", "With": "Dana", "Length": "1h", "Areas": "neck-back", "Pressure": "2"},
    ),
    Course: ("4 o", {"Visits planned": "4", "Within days": "42", "Goal": "sit [long]"}),
    Person: ("4 p", {"Name": "Dr. [A]", "Role": "chiropractor", "Contact": "555 0100"}),
    Meal: ("5 a", {"What": "soup [hot]", "Meal": "lunch", "Coffees": "1.5"}),
}
EXPECTED: dict[type[Record], dict[str, Any]] = {
    Session: {
        "at": MONDAY.replace(hour=7, minute=5),
        "routine": "morning-loosen-up",
        "done_s": 360,
        "pain_after": 2,
    },
    Visit: {"at": MONDAY, "treatment": "massage", "minutes": 60, "pressure": 2},
    Course: {"started": MONDAY.date(), "planned_visits": 4, "days": 42, "goal": "sit [long]"},
    Person: {"name": "Dr. [A]", "contact": "555 0100"},
    Meal: {"text": "soup [hot]", "meal": "lunch", "coffees": 1.5},
}


async def fill(pilot: Any, texts: dict[str, str]) -> None:
    """Write over what stands in the fields of these labels."""
    for label, text in texts.items():
        await to_field(pilot, label)
        await press(pilot, "end ctrl+u")
        await write(pilot, text)


@pytest.mark.parametrize("kind", FORMS)
async def test_an_entry_is_taken_down_line_by_line(
    kind: type[Record], app_at: AppAt, repository: TinyRepository
) -> None:
    keys, texts = FORMS[kind]
    async with app_at() as pilot:
        await press(pilot, keys)
        await fill(pilot, texts)
        await press(pilot, "enter")
        assert "saved 08:12" in lines(pilot)[0]
    (record,) = repository.entries(kind)
    assert {name: getattr(record, name) for name in EXPECTED[kind]} == EXPECTED[kind]


@pytest.mark.parametrize("kind", FORMS)
async def test_an_entry_opened_and_saved_unchanged_is_the_same(
    kind: type[Record], app_at: AppAt, repository: TinyRepository
) -> None:
    keys, texts = FORMS[kind]
    async with app_at() as pilot:
        await press(pilot, keys)
        await fill(pilot, texts)
        await press(pilot, "enter")
        (before,) = repository.entries(kind)
        await press(pilot, "home enter")
        assert "Change the" in lines(pilot)[0]
        for text in texts.values():
            assert text in seen(pilot) or text in {"6 min", "1h"}
        await press(pilot, "enter")
    assert repository.entries(kind) == (before,)


async def test_a_change_keeps_what_the_form_does_not_show(
    app_at: AppAt, repository: TinyRepository
) -> None:
    at = dt.datetime.fromisoformat("2026-11-20T17:30:12-05:00")
    visit = Visit(at=at, treatment="massage", techniques=("kneading",), bend_before=4, minutes=30)
    repository.add(visit)
    async with app_at() as pilot:
        await press(pilot, "4 enter")
        await fill(pilot, {"Length": "45"})
        await press(pilot, "enter")
    (changed,) = repository.entries(Visit)
    assert (changed.id, changed.at, changed.minutes) == (visit.id, at, 45)
    assert (changed.techniques, changed.bend_before) == (("kneading",), 4)


async def test_whoever_is_new_joins_the_care_team(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 a")
        await fill(pilot, {"With": "Dana"})
        await press(pilot, "enter a")
        await fill(pilot, {"With": "dana"})
        await press(pilot, "enter")
    (person,) = repository.entries(Person)
    assert person.name == "Dana"
    assert {visit.person for visit in repository.entries(Visit)} == {person.id}


async def test_nobody_joins_when_the_visit_cannot_be_saved(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 a")
        await fill(pilot, {"Treatment": "", "With": "Dana"})
        await press(pilot, "enter")
        assert "treatment" in flowing(pilot)
    assert repository.entries(Person) == ()
    assert repository.entries(Visit) == ()


BAD = [
    ("3 a", "When", "gestern"),
    ("3 a", "Length", "long"),
    ("3 a", "Pain before", "11"),
    ("4 a", "Length", "-5"),
    ("4 a", "Areas", "left wing"),
    ("4 a", "Pressure", "5"),
    ("4 a", "The muscles", "happy"),
    ("4 a", "Sore next day", "no"),
    ("4 a", "Cost", "a lot"),
    ("4 o", "Started", "once"),
    ("4 o", "Visits planned", "0"),
    ("4 o", "Within days", "many"),
    ("4 o", "Pain at start", "12"),
    ("5 a", "Meal", "brunch"),
    ("5 a", "Water", "much"),
    ("5 a", "Coffees", "0"),
    ("5 a", "Alcohol", "some"),
]


@pytest.mark.parametrize(("keys", "label", "text"), BAD)
async def test_a_bad_value_gets_one_sentence_and_stays(
    keys: str, label: str, text: str, app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at((100, 30)) as pilot:
        await press(pilot, keys)
        await fill(pilot, {label: text})
        await press(pilot, "enter")
        assert text in line_with(pilot, f"▌{label}")
        words = flowing(pilot)
        assert f"{text} is not" in words or f'"{text}" is not' in words
        assert words.count("!") == 1
        await press(pilot, "ctrl+s")
        assert f"{label}: this cannot be read yet." in seen(pilot)
    for kind in FORMS:
        assert repository.entries(kind) == ()


@pytest.mark.parametrize(
    ("label", "text"), [("On", "mon, someday"), ("At", "late"), ("From", "soon")]
)
async def test_a_bad_value_of_a_plan_changes_nothing(
    label: str, text: str, app_at: AppAt, repository: TinyRepository
) -> None:
    plan = Plan(routine="desk-break", days=("mon",))
    repository.add(plan)
    (kept,) = repository.entries(Plan)
    async with app_at((100, 30)) as pilot:
        await press(pilot, "3 p enter")
        await fill(pilot, {label: text})
        await press(pilot, "enter ctrl+s")
        assert f"{label}: this cannot be read yet." in seen(pilot)
    assert repository.entries(Plan) == (kept,)


async def test_a_meal_of_nothing_is_refused(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "5 a ctrl+s")
        assert "text: nothing is not what was eaten or drunk." in seen(pilot)
    assert repository.entries(Meal) == ()


async def test_a_course_that_ends_before_it_began_is_refused(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 o")
        await fill(pilot, {"Ended": "2026-11-01"})
        await press(pilot, "enter")
        assert "ended: 2026-11-01 is not on or after 2026-11-23." in flowing(pilot).replace('"', "")
    assert repository.entries(Course) == ()


async def test_brackets_step_the_day_of_a_visit_and_are_text_in_a_name(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 a left_square_bracket")
        await fill(pilot, {"Kind": "[own]"})
        await press(pilot, "enter")
    (visit,) = repository.entries(Visit)
    assert visit.at == MONDAY - dt.timedelta(days=1)
    assert visit.kind == "[own]"


async def test_a_half_filled_visit_comes_back(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 a")
        await fill(pilot, {"Areas": "left wi"})
        await press(pilot, "escape a")
        assert "left wi" in line_with(pilot, "Areas")


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
