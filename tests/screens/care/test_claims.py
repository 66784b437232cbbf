"""What massage may do, and what the words of a course rest on: every claim with its source."""

import pytest

from backcare_tui.diary.records.night import Night
from backcare_tui.guidance.care.benefits import benefits
from backcare_tui.screens.care.claims import Benefits, CourseSources
from backcare_tui.screens.care.place import Massage
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.guidance.care_of import weeks
from tests.guidance.facts_of import DAY
from tests.screens.care.made import course, is_on, visit
from tests.screens.seen import flowing, press

TALL = (100, 120)


async def test_each_benefit_stands_with_its_evidence_and_its_source(app_at: AppAt) -> None:
    async with app_at(TALL) as pilot:
        await press(pilot, "4 I")
        assert is_on(pilot, Benefits)
        page = flowing(pilot)
        for benefit in benefits().values():
            assert benefit.title in page
            assert f"From: {benefit.source}" in page
        assert "Four visits in six weeks no trial" in page
        await press(pilot, "escape")
        assert is_on(pilot, Massage)


@pytest.mark.thorough
async def test_ones_own_figures_stand_beside_the_claim(
    app_at: AppAt, repository: TinyRepository
) -> None:
    visits = [
        visit(7 * n + 3, bend_before=3, bend_after=5, mood_before=2, mood_after=4, sore_next_day=1)
        for n in range(4)
    ]
    nights = [Night(night=each.day + DAY, asleep_min=480) for each in visits]
    nights += [Night(night=each.day - DAY, asleep_min=420) for each in visits]
    repository.add(*visits, *nights)
    async with app_at(TALL) as pilot:
        await press(pilot, "4 I")
        page = flowing(pilot)
        assert "Your diary: Bending of 10: 3 → 5 on average over 4 massages." in page
        assert "Your diary: Mood of 5: 2 → 4 on average over 4 massages." in page
        assert "8 h (4) against 7 h (4) asleep" in page
        assert "Sore the day after: 1 of 10 on average" in page


async def test_why_names_the_figures_the_rule_and_where_it_is_from(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(29, helped="no"), visit(29), visit(15), *weeks(6, 6))
    async with app_at(TALL) as pilot:
        await press(pilot, "4 i")
        assert is_on(pilot, CourseSources)
        page = flowing(pilot)
        assert "Pain is no lower than in the four weeks before (6, now 6 in the two weeks" in page
        assert "Noted: 28 of 28 days before, 14 of 14 after." in page
        assert "On the days of 2 visits pain was 6 before and 5 after: relief that day." in page
        assert "You say it does not help." in page
        assert "weeks with and without it by lot" in page
        assert "change cut-off: Ostelo 2008" in page
        assert "Four visits spread over about six weeks." in page
        assert "the numbers of days: backcare's own rule" in page
        assert "Whitney 1992" in page


@pytest.mark.thorough
async def test_a_page_can_be_read_to_its_end_in_a_small_terminal(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(course(), visit(20))
    ends = {"I": "KNGF 2021; WHO 2023", "i": "Sherman 2014 (neck)"}
    async with app_at((60, 20)) as pilot:
        await press(pilot, "4")
        for key, last in ends.items():
            await press(pilot, key)
            for size in ((60, 20), (80, 24)):
                await pilot.resize_terminal(*size)
                await press(pilot, "end")
                assert last in flowing(pilot), (key, size)
            await press(pilot, "escape")
