"""What to ask first, and a check-up that is not recorded, stand where a course is begun and seen."""

from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.guidance.facts_of import pains
from tests.screens.care.made import CHECKED, course, visit
from tests.screens.seen import flowing, inside, press, to_field, write


async def test_what_to_ask_first_follows_the_treatment_and_stands_beside_its_course(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", ["osteoporosis", "disc_leg_pain"])
    repository.add(CHECKED, course(20, baseline=8, treatment="chiropractic"))
    async with app_at((100, 40)) as pilot:
        assert "No check-up is recorded" in inside(pilot, "Worth knowing")
        assert "Ask first: Thin bones can break" in inside(pilot, "Worth knowing")
        await press(pilot, "4")
        tile = inside(pilot, "Chiropractic course")
        assert "No check-up is recorded. Pain was 8 of 10 at the start" in tile
        assert (
            "Ask first; i says why. On record: Disc problem with leg pain and Osteoporosis" in tile
        )
        await press(pilot, "i")
        assert "From: WHO 2005 (seen through others)" in flowing(pilot)
        await press(pilot, "escape C")
        assert "Ask first: Thin bones do not take deep pressure well" in flowing(pilot)
        await to_field(pilot, "Treatment")
        for treatment, words in (
            ("chiropractic", "Ask first: Thin bones can break under a forceful thrust"),
            ("yoga", "Ask first: With thin bones, loaded bending"),
        ):
            await press(pilot, "end ctrl+u")
            await write(pilot, treatment)
            assert words in flowing(pilot)
        await press(pilot, "end ctrl+u")
        await write(pilot, "cbt")
        assert "Ask first" not in flowing(pilot)


async def test_four_visits_without_response_are_no_course_to_be_glad_of(
    app_at: AppAt, repository: TinyRepository
) -> None:
    visits = [visit(4 + 7 * n, 6, 6, response="unchanged") for n in range(4)]
    repository.add(CHECKED, course(40), *visits, *pains(*(6,) * 60, last=1))
    async with app_at((120, 40)) as pilot:
        today = inside(pilot, "Worth knowing")
    assert "After 3 visits, pain is no lower than in the four weeks before. It may be time" in today
    assert "Course complete" not in today, "of one subject one piece is said"
    assert "Pain is lower" not in today


async def test_a_single_visit_without_a_course_says_what_to_ask_where_it_was_taken_down(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("medicines", ["blood_thinner"])
    repository.add(CHECKED, visit(2, pressure=4, note="big bruises"))
    async with app_at() as pilot:
        await press(pilot, "4")
        tile = inside(pilot, "Course")
    assert "Ask first: Firm pressure bruises and bleeds more easily" in tile
    assert "On Sat 21 Nov the pressure was deep." in tile
