"""The page of advice: everything with its reason and its source, put away and brought back."""

import datetime as dt
from typing import NoReturn

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.guidance.facts_of import pains
from tests.screens.seen import flowing, inside, line_with, press, seen
from tests.stored import stored

TODAY = MONDAY.date()
BAD = "Your pain has been severe on most of the last seven days."


@pytest.fixture
def severe(repository: TinyRepository) -> TinyRepository:
    """Four days of pain 7, and a check that is not due."""
    repository.add(*pains(7, 7, 7, 7), Check(at=MONDAY))
    return repository


def away(repository: TinyRepository) -> list[tuple[str, dt.date | None]]:
    return [(each.advice, each.until) for each in repository.entries(Dismissal)]


async def test_a_piece_has_its_reason_and_its_source_spelled_out(
    app_at: AppAt, severe: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "i")
        assert "Take care" in seen(pilot)
        text = flowing(pilot)
        assert BAD in text
        assert "Why Pain averaged 7 on 4 days of the last seven." in text
        assert "Boonstra AM et al., Cut-Off Points" in text


async def test_every_place_opens_it(app_at: AppAt, severe: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "2 f2")
        assert "Why, and from where" in seen(pilot)
        await press(pilot, "escape")
        assert "Why, and from where" not in seen(pilot)


async def test_d_puts_away_for_good_and_brings_back(app_at: AppAt, severe: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "i x")
        assert away(severe) == [("pain-severe-week", None)]
        assert "Put away for good; x brings it back." in inside(pilot, "Why, and from where")
        assert "Resting or put away" in seen(pilot)
        await press(pilot, "x")
        assert away(severe) == []
        await press(pilot, "escape")
        assert BAD[:20] in flowing(pilot)


async def test_z_puts_away_for_a_week_and_u_undoes(app_at: AppAt, severe: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "i z")
        assert away(severe) == [("pain-severe-week", TODAY + dt.timedelta(days=7))]
        assert "Put away until Mon 30 Nov" in inside(pilot, "Why, and from where")
        await press(pilot, "u")
        assert "undone: put away for a week" in seen(pilot)
        assert away(severe) == []


@pytest.mark.thorough
async def test_what_is_about_one_event_is_put_away_for_that_event_alone(
    app_at: AppAt, repository: TinyRepository
) -> None:
    from backcare_tui.diary.records.session import Session

    session = Session(at=MONDAY, routine="core-start", stopped="pain-up-2")
    repository.add(session, Check(at=MONDAY))
    async with app_at() as pilot:
        await press(pilot, "i x")
    (found,) = repository.entries(Dismissal)
    assert (found.advice, found.event) == ("ex-stop-rise", session.id)


async def test_a_warning_sign_cannot_be_put_away(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at((120, 40)) as pilot:
        for flag in ("saddle_numbness", "night_pain_constant"):
            repository.add(Check(id=flag, at=MONDAY, red_flags=(flag,)))
            await press(pilot, "i")
            for key in ("d", "z"):
                await press(pilot, key)
                assert "This cannot be put away: it stays until" in line_with(pilot, "cannot be"), (
                    flag,
                    key,
                )
                assert away(repository) == [], (flag, key)
            await press(pilot, "escape")
            repository.remove(flag)


@pytest.mark.thorough
async def test_what_rests_says_until_when(
    app_at: AppAt, severe: TinyRepository, clock: FrozenClock
) -> None:
    severe.set("advice_shown", {"pain-severe-week": (TODAY - dt.timedelta(days=2)).isoformat()})
    async with app_at((120, 40)) as pilot:
        await press(pilot, "i end")
        assert "It was shown, and rests until Sat 28 Nov." in flowing(pilot)


@pytest.mark.thorough
async def test_a_new_baseline_is_explained_and_begun_and_taken_back(
    app_at: AppAt, severe: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "i N")
        assert "four such weeks are the new baseline" in flowing(pilot)
        await press(pilot, "escape")
        assert "baseline_from" not in stored(severe)
        await press(pilot, "N enter")
        assert "baseline_from" not in stored(severe)
        await press(pilot, "N b")
        assert "the baseline counts from Mon 23 Nov" in seen(pilot)
        assert stored(severe)["baseline_from"] == "2026-11-23"
        await press(pilot, "N f")
        assert stored(severe).get("baseline_from") is None


@pytest.mark.thorough
async def test_what_cannot_be_kept_is_said(
    app_at: AppAt, severe: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> NoReturn:
        raise CannotKeep("The disk is full.")

    async with app_at() as pilot:
        await press(pilot, "i")
        monkeypatch.setattr(severe, "add", full)
        await press(pilot, "x")
        assert "! The disk is full." in seen(pilot)


@pytest.mark.thorough
async def test_a_diary_of_which_there_is_nothing_to_say_teaches(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backcare_tui.screens.guidance.advice import AdvicePage

    monkeypatch.setattr(AdvicePage, "_said", lambda _self: ())
    async with app_at() as pilot:
        await press(pilot, "i x z")
        assert "There is nothing to say now." in seen(pilot)
        assert "n takes down pain, s a night." in flowing(pilot)
