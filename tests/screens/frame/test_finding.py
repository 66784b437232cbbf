"""Every list that may be longer than a screen is narrowed as one types, in one way."""

import datetime as dt

import pytest

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.records.trial import Trial
from backcare_tui.diary.records.visit import Visit
from backcare_tui.screens.frame.finding import rows_with
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.columns import ListRow
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import press, seen, settle, write

DAY = dt.timedelta(days=1)


def test_found_rows_stand_under_their_headings() -> None:
    rows = (
        ListRow("a", ("People",), enabled=False, style="heading"),
        ListRow("1", ("Ada", "massage")),
        ListRow("gap", ("",), enabled=False),
        ListRow("b", ("Plans",), enabled=False, style="heading"),
        ListRow("2", ("Walk to work", "Mon 2 Nov")),
    )
    assert [row.key for row in rows_with(rows, "MASS ada")] == ["a", "1"]
    assert [row.key for row in rows_with(rows, "work")] == ["b", "2"]
    assert rows_with(rows, "zebra") == ()


async def test_visits_are_found_and_esc_shows_all_again(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(
        Visit(at=MONDAY - DAY, treatment="massage", minutes=60),
        Visit(at=MONDAY - 2 * DAY, treatment="acupuncture", minutes=30),
    )
    async with app_at((120, 40)) as pilot:
        await press(pilot, "4 slash")
        await write(pilot, "acu")
        assert "60 min" not in seen(pilot)
        assert "30 min" in seen(pilot)
        await write(pilot, "zz")
        assert "Nothing here has these words" in seen(pilot)
        await press(pilot, "escape")
        assert "60 min" in seen(pilot)
        assert pilot.app.is_running


@pytest.mark.thorough
async def test_sessions_the_team_and_findings_are_found_and_esc_then_goes_back(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    story_diary.add(
        Person(name="Ada"), Person(name="Berta"), Session(at=MONDAY, routine="desk-break")
    )
    async with app_at((120, 40)) as pilot:
        for keys, typed, found, gone in (
            ("4 T", "bert", "Berta", "Ada"),
            ("3 H", "desk", "Desk", "Bedtime"),
        ):
            await press(pilot, f"{keys} slash")
            await write(pilot, typed)
            listed = seen(pilot)
            assert found in listed, keys
            assert gone not in listed, keys
            await press(pilot, "escape")
            assert gone in seen(pilot), keys
            await press(pilot, "escape")
        await press(pilot, "6 i")
        await settle(pilot)
        await press(pilot, "slash")
        await write(pilot, "zebra")
        assert "Nothing here has these words" in seen(pilot)


async def test_courses_trials_and_any_word_of_the_manual_are_found(
    app_at: AppAt, repository: TinyRepository
) -> None:
    old = MONDAY.date() - 200 * DAY
    for treatment, tried in (("osteopathy", "Walk at noon"), ("acupuncture", "Heat at night")):
        repository.add(Course(treatment=treatment, started=old, ended=old + 40 * DAY))
        trial = Trial(
            name=tried,
            outcome="pain",
            period_days=1,
            schedule=("with", "without"),
            started=old,
            stopped=old + 4 * DAY,
        )
        repository.add(trial)
    async with app_at((120, 40)) as pilot:
        for keys, typed, found, gone in (
            ("4 h", "acu", "Acupuncture", "Osteopathy"),
            ("6 t", "heat", "Heat at night", "Walk at noon"),
            ("1 question_mark question_mark", "passphrase", "locked", "Coming from"),
        ):
            await press(pilot, keys)
            await settle(pilot)
            assert gone in seen(pilot), keys
            await press(pilot, "slash")
            await write(pilot, typed)
            assert found.casefold() in seen(pilot).casefold(), keys
            assert gone not in seen(pilot), keys
            await press(pilot, "escape")
            assert gone in seen(pilot), keys
            await press(pilot, "escape")
