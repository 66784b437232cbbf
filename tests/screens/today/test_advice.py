"""Advice on Today: foremost, whole, first where it is urgent, and never twice within its rest."""

import datetime as dt
from pathlib import Path
from typing import NoReturn

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.diary.settings import SettingName
from backcare_tui.store import open_repository
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.guidance.facts_of import pains
from tests.screens.seen import click, flowing, inside, lines, painted, press, seen
from tests.stored import stored

BAD = "Your pain has been severe on most of the last seven days."
FLAG = Check(at=MONDAY, red_flags=("saddle_numbness",))


@pytest.fixture
def severe(repository: TinyRepository) -> TinyRepository:
    """Four days of pain 7, and a check that is not due."""
    repository.add(*pains(7, 7, 7, 7), Check(at=MONDAY))
    return repository


def shown(repository: TinyRepository) -> dict[str, str]:
    return dict(stored(repository).get("advice_shown") or {})


async def test_what_is_foremost_stands_there_with_its_sign_and_word(
    app_at: AppAt, severe: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        assert "◆ Take care" in seen(pilot)
        assert BAD in inside(pilot, "Worth knowing")
        assert "i why" in seen(pilot)
    assert shown(severe)["pain-severe-week"] == "2026-11-23"


@pytest.mark.thorough
async def test_it_stays_the_day_rests_its_days_and_comes_again(
    app_at: AppAt, severe: TinyRepository, clock: FrozenClock
) -> None:
    for days in range(9):
        severe.add(*([Pain(at=clock.move(days=1), severity=7)] if days else []))
        for _ in range(2 if days in {0, 7} else 1):
            async with app_at((120, 40)) as pilot:
                assert (BAD in flowing(pilot)) is (days in {0, 7}), days


async def test_what_is_shown_is_written_once_a_day(
    app_at: AppAt, severe: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app_at() as pilot:
        written = []
        keep = severe.set

        def watched(name: SettingName, value: object) -> None:
            written.append(name)
            keep(name, value)

        monkeypatch.setattr(severe, "set", watched)
        await press(pilot, "2 1 question_mark escape")
        assert "advice_shown" not in written


@pytest.mark.thorough
async def test_what_lies_below_the_welcome_was_not_shown_yet(
    app_at: AppAt, severe: TinyRepository
) -> None:
    async with app_at(is_new=True) as pilot:
        assert shown(severe) == {}
        await press(pilot, "enter")
        assert "pain-severe-week" in shown(severe)


@pytest.mark.thorough
async def test_where_it_cannot_be_kept_it_is_shown_all_the_same(
    app_at: AppAt, severe: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = severe.set

    def full(name: SettingName, value: object) -> None:
        if name == "advice_shown":
            raise CannotKeep("The disk is full.")
        keep(name, value)

    monkeypatch.setattr(severe, "set", full)
    async with app_at((120, 40)) as pilot:
        assert BAD in flowing(pilot)
        assert "full" not in seen(pilot)


@pytest.mark.thorough
async def test_a_diary_that_is_only_read_keeps_nothing(
    app_at: AppAt, severe: TinyRepository, monkeypatch: pytest.MonkeyPatch, clock: FrozenClock
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError

    severe.set("boundaries_seen", "2026-11-23")
    monkeypatch.setattr(type(severe), "read_only", "Only read.")
    monkeypatch.setattr(severe, "set", refuse)
    async with app_at((120, 40), severe) as pilot:
        assert BAD in flowing(pilot)


async def test_what_is_urgent_stands_first_and_alone(
    app_at: AppAt, severe: TinyRepository, clock: FrozenClock
) -> None:
    clock.move(minutes=1)
    severe.add(Check(at=clock.now(), red_flags=("saddle_numbness",)))
    async with app_at() as pilot:
        assert "First of all" in lines(pilot)[2]
        assert "▲ Emergency" in seen(pilot)
        assert "Call your emergency number" in " ".join(flowing(pilot).replace("┃", " ").split())
        assert "Take care" not in seen(pilot)
        assert "Worth knowing" not in seen(pilot)
        assert "Check-in" in seen(pilot)


async def test_of_several_urgent_ones_the_emergency_is_shown_and_the_rest_named(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Check(at=MONDAY, red_flags=("foot_drop", "chest_pain", "fever_unwell")))
    async with app_at() as pilot:
        assert "Back pain with chest pain" in flowing(pilot)
        assert "leg weakness" not in flowing(pilot)
        assert "And 2 more that are urgent: i." in flowing(pilot)


async def test_nothing_in_the_settings_hides_what_is_urgent(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    from backcare_tui.diary.records.dismissal import Dismissal

    repository.add(FLAG, Dismissal(at=MONDAY, advice="rf-cauda"))
    repository.set("advice_shown", {"rf-cauda": "2026-11-23"})
    for _ in range(3):
        async with app_at() as pilot:
            assert "▲ Emergency" in seen(pilot)
        clock.move(days=1)


@pytest.mark.thorough
async def test_the_text_can_be_read_whole_at_every_size(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(FLAG)
    async with app_at((60, 20)) as pilot:
        for size in ((60, 20), (80, 24), (120, 40), (200, 60)):
            await pilot.resize_terminal(*size)
            text = " ".join(flowing(pilot).replace("┃", " ").split())
            assert "or go to a hospital emergency department now." in text, size
            assert "Check-in" in text, size


async def test_the_advice_opens_by_key_by_enter_and_by_click(
    app_at: AppAt, severe: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "i")
        assert "Why, and from where" in seen(pilot)
        await press(pilot, "escape tab tab enter")
        assert "Why, and from where" in seen(pilot)
        await press(pilot, "escape")
        await click(pilot, "Take care")
        assert "Why, and from where" in seen(pilot)


async def test_a_check_that_was_never_made_is_one_quiet_line(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        offered = "The check for warning signs was not made yet."
        assert offered in inside(pilot, "Worth knowing")
        assert "This week" in seen(pilot)
        await press(pilot, "tab tab enter n enter")
        assert "Worth knowing" not in seen(pilot)


@pytest.mark.thorough
async def test_a_check_that_is_due_takes_no_room_from_advice(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*pains(7, 7, 7, 7, last=1))
    async with app_at() as pilot:
        assert "W check due · i why" in seen(pilot)


async def test_a_check_that_was_offered_on_three_days_is_let_be_until_pain_is_severe(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    offered = "The check for warning signs was not made yet."
    for day in range(3):
        clock.move(days=min(day, 1))
        async with app_at() as pilot:
            assert offered in inside(pilot, "Worth knowing"), day
            assert "i why" not in seen(pilot), "there is no more of it to read"
    clock.move(days=1)
    async with app_at() as pilot:
        assert "Worth knowing" not in seen(pilot)
        assert "W check due" in seen(pilot)
        clock.move(days=7)
        await press(pilot, "n 7 enter")
        assert offered in inside(pilot, "Worth knowing")


async def test_severe_pain_asks_for_the_check_until_it_was_made(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Check(at=MONDAY - dt.timedelta(days=3)))
    async with app_at() as pilot:
        await press(pilot, "n 8 enter")
        assert "take a minute for the warning-sign check first" in flowing(pilot)
        assert "i why · W check" in seen(pilot)
        await press(pilot, "W end up enter")
        assert "Severe pain right now." in flowing(pilot), "what helps comes right after"
        await press(pilot, "enter")
        assert "take a minute for the warning-sign check first" not in flowing(pilot)


@pytest.mark.thorough
async def test_a_very_low_mood_offers_the_two_questions(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Check(at=MONDAY - dt.timedelta(days=1)), Pain(at=MONDAY, severity=3, mood=1))
    async with app_at() as pilot:
        assert "Your mood was very low today." in flowing(pilot)


@pytest.mark.thorough
async def test_another_process_makes_no_loop_of_it(
    app_at: AppAt, severe: TinyRepository, clock: FrozenClock, diary_path: Path
) -> None:
    async with app_at() as pilot:
        other = open_repository(diary_path, clock)
        before = stored(other)
        for _ in range(3):
            pilot.app.look_at_the_file()  # type: ignore[attr-defined]  # what its timer calls
            await painted(pilot)
        other.refresh()
        assert stored(other) == before
