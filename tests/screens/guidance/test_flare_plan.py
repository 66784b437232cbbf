"""The flare plan: from anywhere by one key, written in a form, undone, put on paper."""

from pathlib import Path

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.settings import FlareWords
from backcare_tui.screens import Before, FlarePlanForm, FlarePlanPage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.guidance.facts_of import ago
from tests.guidance.flares_of import two_flares
from tests.screens.care.made import is_on
from tests.screens.seen import flowing, line_with, press, seen, settle, to_field, write

ADA = Person(id="ada", name="Ada Kim", role="family-doctor", contact="555 0134")
TALL = (100, 90)


async def test_one_key_opens_it_from_a_place_a_page_and_the_palette(app_at: AppAt) -> None:
    async with app_at() as pilot:
        for way in ("F", "5 F", "2 f2 F"):
            await press(pilot, way)
            assert is_on(pilot, FlarePlanPage), way
            await press(pilot, "F")
            assert not is_on(pilot, FlarePlanPage), way
        await press(pilot, "escape 1 ctrl+p")
        await write(pilot, "flare plan")
        await settle(pilot)
        await press(pilot, "down enter")
        assert is_on(pilot, FlarePlanPage)


async def test_three_lines_and_whom_to_call_are_written_shown_and_taken_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(ADA)
    async with app_at() as pilot:
        await press(pilot, "F")
        assert "No lines of your own yet: e writes up to three." in flowing(pilot)
        assert "Nobody yet: e names them." in flowing(pilot)
        await press(pilot, "e")
        for line in ("It has passed every time.", "Walk to the corner.", "Call Ada [on day 3]."):
            await write(pilot, line)
            await press(pilot, "tab")
        await write(pilot, "ada")
        await press(pilot, "enter ctrl+s")
        await settle(pilot)
        assert repository.settings().flare_plan == FlareWords(
            lines=("It has passed every time.", "Walk to the corner.", "Call Ada [on day 3]."),
            call="Ada Kim",
            person="ada",
            written=MONDAY.date(),
        )
        words = flowing(pilot)
        assert "My flare plan written on Mon 23 Nov 2026" in words
        assert "In your own words It has passed every time. Walk to the corner." in words
        assert "Whom to call Ada Kim, family doctor: 555 0134" in words
        assert "flare plan: 3 lines, whom to call · u undoes" in words
        await press(pilot, "u")
        await settle(pilot)
        assert repository.settings().flare_plan == FlareWords()
        assert "No lines of your own yet" in flowing(pilot)


async def test_a_half_written_plan_is_kept_as_a_draft_and_a_written_one_is_gone_on_with(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("flare_plan", FlareWords(lines=("It passes",), routine="walk"))
    async with app_at() as pilot:
        await press(pilot, "F e")
        await write(pilot, ", always")
        await press(pilot, "escape")
        assert repository.settings().flare_plan.lines == ("It passes",)
        await press(pilot, "e")
        assert "Your draft from before" in seen(pilot)
        assert "It passes, always" in seen(pilot)
        await to_field(pilot, "Begin with")
        await write(pilot, "swimming")
        await press(pilot, "enter ctrl+s")
        assert "is not a gentle routine for a bad day" in flowing(pilot)
        assert is_on(pilot, FlarePlanForm)


async def test_on_a_bad_day_today_leads_to_it_and_enter_begins_the_routine(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(*(Pain(at=ago(back), severity=6, is_flare=True) for back in (1, 0)))
    repository.set("flare_plan", FlareWords(lines=("It passes.",), routine="breathing-calm"))
    async with app_at() as pilot:
        assert "F Your flare plan day 2" in line_with(pilot, "Your flare plan")
        while "▌" not in line_with(pilot, "Your flare plan"):
            await press(pilot, "down")
        await press(pilot, "enter")
        assert is_on(pilot, FlarePlanPage)
        words = flowing(pilot)
        assert words.index("It passes.") < words.index("enter Breathing Calm, 4 min")
        assert words.index("Breathing Calm") < words.index("Get help at once")
        await press(pilot, "enter")
        assert any(isinstance(each, Before) for each in pilot.app.screen_stack)


async def test_its_figures_follow_and_all_of_it_goes_on_paper(
    app_at: AppAt, repository: TinyRepository, tmp_path: Path
) -> None:
    repository.add(*two_flares())
    async with app_at(TALL) as pilot:
        await press(pilot, "F")
        await settle(pilot)
        words = flowing(pilot)
        assert "They took 4.5 days in the middle (median), from 3 to 6." in words
        assert words.index("What you did in them") < words.index("How the last one ended")
        await press(pilot, "P")
        await press(pilot, "ctrl+u")
        target = tmp_path / "plan.html"
        await write(pilot, str(target))
        await press(pilot, "enter")
        await settle(pilot)
        assert "written:" in seen(pilot)
        assert "How the last one ended" in target.read_text("utf-8")


@pytest.mark.thorough
async def test_it_is_read_whole_in_every_size(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(*two_flares())
    for size in ((60, 20), (80, 24), (120, 40)):
        async with app_at(size) as pilot:
            await press(pilot, "F")
            await settle(pilot)
            assert "In your own words" in flowing(pilot), size
            await press(pilot, "end")
            assert "What names no source is backcare's own rule." in flowing(pilot), size
