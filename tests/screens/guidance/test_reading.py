"""Pages to read: opened before a massage is booked, each thing with where it is from."""

import pytest

from backcare_tui.guidance.reading import UNCITED, WHEN_NOT, reading_pages
from backcare_tui.library.regions import region
from backcare_tui.screens import CourseForm, PageToRead
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import AppAt
from tests.screens.care.made import is_on
from tests.screens.seen import flowing, press, seen

TALL = (100, 120)


async def test_what_speaks_against_a_massage_is_a_key_away_in_the_words_of_the_place(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("region", "uk")
    async with app_at(TALL) as pilot:
        await press(pilot, "4 R")
        page = flowing(pilot)
        assert "Call 999" in page
        for section in reading_pages(region("uk"))[WHEN_NOT].sections:
            assert section.title in page
            for point in section.points:
                assert point.says in page
                assert not point.cited or f"From: {point.cited}" in page
        assert UNCITED in page
        await press(pilot, "right_square_bracket")
        assert "Massage by a partner page 30 of 30" in flowing(pilot)
        await press(pilot, "escape")
        assert "Course" in seen(pilot)


async def test_it_is_offered_before_a_course_begins_and_the_form_stays_as_it_is(
    app_at: AppAt,
) -> None:
    async with app_at() as pilot:
        await press(pilot, "4 C")
        assert "When not to have a massage: read it before you book" in seen(pilot)
        await press(pilot, "ctrl+r")
        assert is_on(pilot, PageToRead)
        await press(pilot, "escape")
        assert is_on(pilot, CourseForm)
        await press(pilot, "end ctrl+u")
        await press(pilot, *["a c u p u n c t u r e"])
        assert "When not to have a massage" not in seen(pilot)
        await press(pilot, "ctrl+r")
        assert is_on(pilot, CourseForm)


@pytest.mark.thorough
async def test_a_page_can_be_read_to_its_end_in_a_small_terminal(app_at: AppAt) -> None:
    for size in ((60, 20), (80, 24), (120, 40)):
        async with app_at(size) as pilot:
            await press(pilot, "4 R end")
            assert UNCITED in flowing(pilot), size
            await press(pilot, "right_square_bracket")
            assert "A partner or a friend can give" in flowing(pilot), size
