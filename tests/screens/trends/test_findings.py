"""What goes along with what, on screen: found in a thread, listed by verdict, told in words."""

import datetime as dt
from threading import Event, current_thread, main_thread
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerFailed

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.insight.findings import permutation as fair_test
from backcare_tui.insight.findings.factors import UNIT_MORE, Gathered, gather_factors
from backcare_tui.insight.findings.results import Finding
from backcare_tui.screens.trends import findings as page
from backcare_tui.screens.trends.findings import FAILED, FindingsPage
from backcare_tui.screens.trends.place import Trends
from backcare_tui.screens.trends.trials import TrialsPage
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.charts.distributions import Distributions
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import click, flowing, inside, lines, painted, press, seen, settle


async def open_it(pilot: Pilot[Any]) -> None:
    """From Today to the page, and until it has found what there is."""
    await press(pilot, "6 i")
    await settle(pilot)


def at_last(pilot: Pilot[Any]) -> type[Screen[Any]]:
    return type(pilot.app.screen)


def shown_pictures(pilot: Pilot[Any]) -> list[Distributions]:
    found = pilot.app.screen.query(Distributions)
    return [each for each in found if all(one.display for one in each.ancestors_with_self)]


async def test_what_goes_along_comes_first_with_its_sentence_and_picture(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((80, 24), story_diary) as pilot:
        await open_it(pilot)
        assert "Goes along" in lines(pilot)[2]
        assert "Hours of sleep" in lines(pilot)[3]
        told = inside(pilot, "Hours of sleep")
        assert told.startswith("For each hour more of sleep, pain the next day was ")
        assert "days after a longer night" in told
        assert "▲" in told


@pytest.mark.thorough
async def test_moving_through_the_list_tells_of_each(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((120, 40), story_diary) as pilot:
        await open_it(pilot)
        await press(pilot, "down")
        assert "Quality of sleep" in seen(pilot)
        assert "each step that you rated the night better" in flowing(pilot)
        await press(pilot, "down")
        assert "this may well be chance" in flowing(pilot)
        await click(pilot, "Alcohol")
        assert len(shown_pictures(pilot)) == 3, "without a sign, every day it was held against"
        assert "hours asleep" in [each.axis.name for each in shown_pictures(pilot)]
        await press(pilot, "end up")
        assert "Needs " in flowing(pilot), "too few days"
        assert "Until then nothing is said of it." in flowing(pilot)
        assert not shown_pictures(pilot)
        await press(pilot, "i")
        assert "Freedman and Lane 1983" in inside(pilot, "How this is tested")
        assert not shown_pictures(pilot)


@pytest.mark.thorough
async def test_enter_goes_to_the_words_so_that_all_can_be_read(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((60, 20), story_diary) as pilot:
        await open_it(pilot)
        await press(pilot, "enter end")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "told"
        assert "need not be the cause" in flowing(pilot)


async def test_a_finding_leads_to_a_trial(app_at: AppAt, story_diary: TinyRepository) -> None:
    async with app_at((80, 24), story_diary) as pilot:
        await open_it(pilot)
        await press(pilot, "t")
        assert at_last(pilot) is TrialsPage
        await press(pilot, "escape")
        assert at_last(pilot) is FindingsPage
        await press(pilot, "escape")
        assert at_last(pilot) is Trends


async def test_an_empty_diary_is_told_what_it_takes(app_at: AppAt) -> None:
    async with app_at((80, 24)) as pilot:
        await open_it(pilot)
        assert "will be listed here" in flowing(pilot)
        assert "five weeks" in flowing(pilot)
        assert "n takes down pain" in flowing(pilot)
        assert "Goes along" not in seen(pilot)
        assert "how tested" not in seen(pilot)


@pytest.mark.thorough
async def test_a_test_that_takes_long_says_what_it_looks_at(
    app_at: AppAt, story_diary: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = Event()

    def waits(_gathered: Gathered) -> tuple[Finding, ...]:
        may_end.wait()
        return ()

    monkeypatch.setattr(fair_test, "findings_of", waits)
    monkeypatch.setattr(page, "LOOKING_AFTER_S", 0.001)
    async with app_at((80, 24), story_diary) as pilot:
        await press(pilot, "6 i")
        for _ in range(1000):
            await painted(pilot)
            if "Looking at the days of your diary…" in seen(pilot):
                break
        said = seen(pilot)
        may_end.set()
        await settle(pilot)
        assert "Looking at the days of your diary…" in said
        assert "Looking" not in seen(pilot)


@pytest.mark.thorough
async def test_two_days_are_too_few_for_anything(app_at: AppAt, repository: TinyRepository) -> None:
    for ago in (1, 2):
        at = MONDAY - dt.timedelta(days=ago)
        pain = Pain(at=at, severity=ago, triggers=("[/]\x1b[2J",))
        repository.add(pain, Night(night=at.date(), bed="23:00", up="06:30"), summary="a day")
    async with app_at((80, 24), repository) as pilot:
        await open_it(pilot)
        assert "Nothing stands out so far." in seen(pilot)
        assert "Not enough days yet" in seen(pilot)
        assert "[/]" in seen(pilot)
        assert "\x1b" not in seen(pilot)


async def test_a_test_that_breaks_says_so_and_the_diary_stays_open(
    app_at: AppAt, story_diary: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_gathered: Gathered) -> tuple[Finding, ...]:
        raise ZeroDivisionError

    monkeypatch.setattr(fair_test, "findings_of", breaks)
    async with app_at((80, 24), story_diary) as pilot:
        await press(pilot, "6 i")
        with pytest.raises(WorkerFailed):
            await settle(pilot)
        await painted(pilot)
        assert FAILED in flowing(pilot)
        await press(pilot, "escape")
        assert at_last(pilot) is Trends


@pytest.mark.thorough
async def test_at_every_size_the_first_finding_can_be_read(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at((40, 12), story_diary) as pilot:
        await open_it(pilot)
        for size in ((40, 12), (60, 20), (80, 24), (200, 60)):
            await pilot.resize_terminal(*size)
            assert "Goes along" in seen(pilot), size
            assert "For each hour more of sleep" in flowing(pilot), size


async def test_that_very_active_days_are_paid_for_is_kept_for_as_long_as_it_is_found(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.add(Pain(at=MONDAY, severity=3), summary="")
    found = Finding(
        factor="active", outcome="pain", lag_days=1, effect=1.2, low=0.5, high=1.9,
        unit=UNIT_MORE, days_with=30, days_without=60, verdict="goes-along",
    )  # fmt: skip
    async with app_at((120, 40)) as pilot:
        for findings, told in (((found,), MONDAY.date()), ((), None)):
            monkeypatch.setattr(fair_test, "findings_of", lambda _, of=findings: of)
            await open_it(pilot)
            assert ("the two days after a very active day" in flowing(pilot)) is bool(told)
            await press(pilot, "escape")
            assert repository.settings().overdoing_told == told


async def test_the_diary_is_read_beside_what_is_drawn(
    app_at: AppAt, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in = []

    def reads(*diary: Any) -> Gathered:
        read_in.append(current_thread())
        return gather_factors(*diary)

    monkeypatch.setattr(page, "gather_factors", reads)
    async with app_at((80, 24), repository) as pilot:
        await open_it(pilot)
    assert read_in
    assert main_thread() not in read_in
