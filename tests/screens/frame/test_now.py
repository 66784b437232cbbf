"""Pain now, this now: one key leads from it to what helps, and what advice names is a key away."""

from typing import Any

import pytest
from textual.pilot import Pilot

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.library.taxonomy import words
from backcare_tui.screens.guidance.advice import AdvicePage
from backcare_tui.screens.guidance.reading import PageToRead
from backcare_tui.screens.guidance.red_flags import RedFlags
from backcare_tui.screens.player.before import Before
from backcare_tui.screens.player.player import Player
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.guidance.facts_of import pains
from tests.screens.seen import flowing, line_with, lines, painted, press, seen

GENTLE = "flare-up-gentle"
"""What is offered on Monday morning with severe pain."""


@pytest.fixture
def asked(repository: TinyRepository) -> TinyRepository:
    """Somebody who was asked what they have, and has none of it; the check was made."""
    repository.set("conditions_asked", [word.id for word in words("conditions")])
    repository.add(Check(at=MONDAY))
    return repository


def before_of(pilot: Pilot[Any]) -> Before:
    assert isinstance(pilot.app.screen, Before)
    return pilot.app.screen


async def test_from_pain_seven_to_the_first_movement_it_is_three_keys(
    app_at: AppAt, asked: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 7")
        await press(pilot, "enter")
        assert lines(pilot)[0].endswith("saved 08:12 · Pain 7 · m Flare-Up Gentle, 5 min")
        await press(pilot, "m")
        assert "Pain 7, as you just said. enter begins" in seen(pilot)
        assert "Pain was 7 at 08:12. Small, easy moves lying down" in flowing(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Player)
        under_way = pilot.app.screen.under_way
        assert (under_way.routine.id, under_way.pain_before) == (GENTLE, 7)
        await press(pilot, "x d")


@pytest.mark.parametrize(
    "record",
    [
        Plan(routine="core-basics", days=("mon",)),
        WeekPlan(
            week=MONDAY.date(),
            minutes_a_day=10,
            lines=(PlanLine(kind="routine", id="core-basics", minutes=6, days=("mon",), times=1),),
        ),
    ],
    ids=["planned", "of the week"],
)
async def test_what_is_begun_from_the_list_of_the_day_knows_the_pain_just_noted(
    record: Record, app_at: AppAt, asked: TinyRepository
) -> None:
    asked.add(Pain(at=MONDAY, severity=3), record)
    async with app_at() as pilot:
        await press(pilot, "enter")
        assert "Core Basics" in seen(pilot)
        assert "Pain 3, as you just said. enter begins" in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Player)
        assert pilot.app.screen.under_way.pain_before == 3


async def test_the_same_key_again_offers_another_for_another_place(
    app_at: AppAt, asked: TinyRepository
) -> None:
    asked.add(Pain(at=MONDAY, severity=8))
    async with app_at() as pilot:
        await press(pilot, "m")
        assert "m another: Breathing Calm, 4 min, in a chair" in flowing(pilot)
        await press(pilot, "m")
        assert "Breathing Calm" in lines(pilot)[1]
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, Before)


async def test_less_pain_is_saved_as_ever_and_u_takes_it_back(
    app_at: AppAt, asked: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "n 3 enter")
        assert lines(pilot)[0].endswith("saved 08:12 · Pain 3 mild · u undoes")
        await press(pilot, "n 4 enter")
        assert lines(pilot)[0].endswith("Pain 4 · m Morning Loosen-Up, 6 min")
        await press(pilot, "u")
        assert "undone: Pain 4" in lines(pilot)[0]
    assert [each.severity for each in asked.entries(Pain)] == [3]


async def test_what_is_stated_on_the_way_changes_what_is_offered(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Check(at=MONDAY), Pain(at=MONDAY, severity=8))
    async with app_at((80, 30)) as pilot:
        await press(pilot, "m")
        assert "▌[ ] Recent fracture" in seen(pilot)
        await press(pilot, "space ctrl+s")
        (offered,) = (each for each in pilot.app.screen_stack if isinstance(each, Before))
        assert offered._routine.id == "up-and-out-of-bed"


@pytest.mark.parametrize(
    ("before", "screen", "hint"),
    [
        (Pain(at=MONDAY, severity=8, triggers=("fall",)), RedFlags, "m the warning-sign check"),
        (Check(at=MONDAY, red_flags=("foot_drop",)), AdvicePage, "m what to do first"),
    ],
    ids=["unanswered", "marked"],
)
async def test_while_a_warning_sign_stands_the_key_leads_to_what_comes_first(
    app_at: AppAt, repository: TinyRepository, before: Pain | Check, screen: type, hint: str
) -> None:
    repository.add(before)
    async with app_at() as pilot:
        await press(pilot, "n 8 enter")
        assert lines(pilot)[0].endswith(hint)
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, screen)


async def test_at_pain_nine_the_planned_routine_can_wait_and_the_gentle_one_is_next(
    app_at: AppAt, asked: TinyRepository
) -> None:
    asked.add(Plan(routine="core-basics", days=("mon",), time="08:00"))
    async with app_at() as pilot:
        assert "▸ Core Basics" in seen(pilot)
        await press(pilot, "n 9 enter")
        assert "▌▸ m Flare-Up Gentle 5 min" in seen(pilot)
        assert "· Core Basics can wait" in seen(pilot)
        await press(pilot, "enter")
        assert before_of(pilot)._routine.id == GENTLE


async def test_enter_does_what_a_line_of_advice_names(app_at: AppAt, asked: TinyRepository) -> None:
    asked.add(*pains(2, 2, 2, 2, 2, 2, 2, 2, 6, 6))
    async with app_at((120, 40)) as pilot:
        await painted(pilot)
        assert "i enter Flare-Up Gentle, 5 min" in flowing(pilot)
        await press(pilot, "i")
        assert "Do it enter Flare-Up Gentle, 5 min" in flowing(pilot)
        assert "enter do it" in line_with(pilot, "esc back")
        await press(pilot, "enter")
        assert before_of(pilot)._routine.id == GENTLE


async def test_advice_leads_to_the_check_and_to_a_page(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", ["blood_thinner"])
    repository.add(
        Pain(at=MONDAY, severity=9), Visit(at=MONDAY, treatment="massage", minutes=60, pressure=4)
    )
    async with app_at((120, 40)) as pilot:
        await press(pilot, "f2")
        assert "Do it enter The check for warning signs" in flowing(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RedFlags)
        await press(pilot, "escape")
        while "When not to have a massage" not in flowing(pilot):
            await press(pilot, "down")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PageToRead)


async def test_after_a_clear_check_the_routine_is_a_key_away(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY, severity=8))
    async with app_at((80, 30)) as pilot:
        await press(pilot, "W m")
        assert isinstance(pilot.app.screen, RedFlags), "first the answer"
        await press(pilot, "end up enter")
        assert "m Flare-Up Gentle, 5 min" in flowing(pilot)
        await press(pilot, "m")
        assert any(isinstance(each, Before) for each in pilot.app.screen_stack)


async def test_the_key_is_everywhere_but_in_text(app_at: AppAt, asked: TinyRepository) -> None:
    asked.add(Pain(at=MONDAY, severity=8))
    async with app_at() as pilot:
        for way in ("1", "2", "3", "4", "5", "6", "6 i", "6 P", "3 h", "f2", "4 T"):
            await press(pilot, f"{way} m")
            assert isinstance(pilot.app.screen, Before), way
            await press(pilot, "escape escape")
        await press(pilot, "3 slash m")
        assert not isinstance(pilot.app.screen, Before)
