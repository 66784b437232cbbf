"""What is typed is what is kept, however fast: whole entries in a real terminal."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.trial import Trial
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.when import Clock
from backcare_tui.store import open_repository
from backcare_tui.wording.fields.table import fields_of
from tests.keyboard import Keyboard
from tests.zone import in_zone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

SAVE, QUIT, TAB, BACK = "\x13", "\x11", "\t", "\x1b[Z"
PAUSES_S = (0, 0.01, 0.03, 0.1)


def tabs(kind: type[Record], first: str, then: str) -> list[str]:
    """From one field of a form that has a line for each to another."""
    names = [field.name for field in fields_of(kind) if field.is_asked]
    return [TAB] * (names.index(then) - names.index(first))


NIGHT = (
    [*"s2230", *tabs(Night, "bed", "up"), *"0615", *tabs(Night, "up", "quality"), "3", SAVE],
    Night,
    {"bed": "22:30", "up": "06:15", "quality": 3},
)
ENTRIES: tuple[tuple[Sequence[str], type[Record], dict[str, Any]], ...] = (
    NIGHT,
    ([*"3arMornings", TAB, *"a\r", SAVE], Routine, {"name": "Mornings"}),
    ([*"n4", BACK, *"stiff", SAVE], Pain, {"severity": 4, "note": "stiff"}),
    (
        [*"3Hayesterday 06:30", TAB, *"walk", TAB, *"12", TAB, "5", TAB, "4", SAVE],
        Session,
        {"done_s": 720, "pain_before": 5, "pain_after": 4},
    ),
    ([*"5asalmon and greens\r"], Meal, {"text": "salmon and greens"}),
    (
        [*"4Cmassage", *tabs(Course, "treatment", "planned_visits"), *"6", SAVE],
        Course,
        {"treatment": "massage", "planned_visits": 6},
    ),
    ([*"4a63r", SAVE], Visit, {"pain_before": 6, "pain_after": 3, "response": "relaxed"}),
    ([*"4QMay I lift?\r"], Question, {"text": "May I lift?"}),
    ([*"4TaAda", TAB, *"ada@example.org", SAVE], Person, {"contact": "ada@example.org"}),
    ([*"eWalk to work", SAVE], Agreement, {"goals": ("Walk to work",)}),
    ([*"6taA walk at noon", TAB, TAB, TAB, "9", SAVE], Trial, {"name": "A walk at noon"}),
    (
        [*"1ASit", TAB, "4", TAB, *"Lift", TAB, "6", SAVE],
        Ability,
        {"ratings": {"Sit": 4, "Lift": 6}},
    ),
)


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Path]:
    """A diary with a night, so that the next one has usual times; no question comes before a course.

    It lives where it is about noon now: of no day can the morning be still to come.
    """
    path, ahead = tmp_path / "diary.json", 12 - datetime.now(UTC).hour
    with in_zone(f"Etc/GMT{-ahead:+d}"):
        clock = Clock()
        repository, today = open_repository(path, clock), clock.today()
        repository.set("boundaries_seen", today.isoformat())
        before = Night(night=today - timedelta(days=1), bed="23:00", up="06:50", latency_min=10)
        repository.add(before, Check(at=clock.now()))
        yield path


def typed(keys: Sequence[str], diary: Path, pause_s: float) -> None:
    """Type into the program as soon as it shows itself."""
    keyboard = Keyboard(diary)
    keyboard.wait_for(" Today ")
    keyboard.type([*keys, QUIT], pause_s)
    keyboard.close()


def kept(diary: Path, kind: type[Record], names: Sequence[str]) -> dict[str, Any]:
    """Some fields of the last entry of a kind; empty where there is none."""
    entries = open_repository(diary, Clock()).entries(kind)
    return {name: getattr(entries[-1], name) for name in names} if entries else {}


def test_a_night_typed_in_one_go_is_kept_as_typed(diary: Path) -> None:
    keys, kind, values = NIGHT
    typed(keys, diary, 0)
    assert kept(diary, kind, list(values)) == values


@pytest.mark.thorough
@pytest.mark.parametrize("pause_s", PAUSES_S)
def test_each_form_keeps_what_was_typed_however_fast(diary: Path, pause_s: float) -> None:
    typed([key for keys, _, _ in ENTRIES for key in keys], diary, pause_s)
    found = {kind: kept(diary, kind, list(values)) for _, kind, values in ENTRIES}
    assert found == {kind: values for _, kind, values in ENTRIES}
