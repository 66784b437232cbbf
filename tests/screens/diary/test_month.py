"""The diary by the month: days with their pain, and open ones that take their number."""

import datetime as dt

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.charts.month import weeks_of_month
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import click, flowing, lines, place_of, press, seen, settle

A_DAY = dt.timedelta(days=1)


def test_a_month_is_whole_weeks_from_the_first_weekday_on() -> None:
    weeks = weeks_of_month(dt.date(2026, 11, 23), 0)
    assert (weeks[0][0], weeks[-1][-1]) == (dt.date(2026, 10, 26), dt.date(2026, 12, 6))
    weeks = weeks_of_month(dt.date(2026, 2, 1), 6)
    assert (len(weeks), weeks[0][0], weeks[-1][-1]) == (
        4,
        dt.date(2026, 2, 1),
        dt.date(2026, 2, 28),
    )


async def test_an_open_day_takes_its_number_by_one_digit_and_undo_takes_it_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY, severity=3))
    async with app_at() as pilot:
        await press(pilot, "2 v left left")
        assert "Sat 21 Nov · a digit is its pain, - is 10" in flowing(pilot)
        await press(pilot, "minus")
        await settle(pilot)
        assert "saved for Sat 21 Nov · Pain 10" in seen(pilot)
        assert "Sat 21 Nov · pain 10" in flowing(pilot)
        assert {(p.day, p.severity) for p in repository.entries(Pain)} == {
            (MONDAY.date(), 3),
            (MONDAY.date() - 2 * A_DAY, 10),
        }
        await press(pilot, "u")
        await settle(pilot)
        assert "a digit is its pain" in seen(pilot)
    assert [p.severity for p in repository.entries(Pain)] == [3]


async def test_a_day_with_a_number_keeps_it_and_opens_by_enter(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY, severity=3), Pain(at=MONDAY - A_DAY, severity=6))
    async with app_at() as pilot:
        await press(pilot, "2 v left 4")
        assert "Yesterday has its number" in seen(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "Yesterday" in seen(pilot)
        assert "Pain 6" in flowing(pilot)
    assert {p.severity for p in repository.entries(Pain)} == {3, 6}


async def test_two_quick_digits_are_one_entry(app_at: AppAt, repository: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "2 v left")
        await pilot.press("4", "5")
        await settle(pilot)
    assert [p.severity for p in repository.entries(Pain)] == [4]


async def test_months_are_stepped_and_none_is_to_come(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "2 v right_square_bracket")
        assert "Nov 2026" in lines(pilot)[0]
        await press(pilot, "left_square_bracket")
        assert "Oct 2026" in lines(pilot)[0]
        assert "Fri 23 Oct" in seen(pilot)
        await press(pilot, "right_square_bracket right")
        assert "Today" in seen(pilot)
        await press(pilot, "v")
        assert "Days" in seen(pilot)


@pytest.mark.thorough
async def test_it_is_worked_by_clicks_alone(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(Pain(at=MONDAY, severity=3))
    async with app_at() as pilot:
        await press(pilot, "2")
        await click(pilot, "v month")
        at = place_of(pilot, "18")
        await pilot.click(offset=at)
        await settle(pilot)
        assert "Wed 18 Nov" in seen(pilot)
        await click(pilot, " 7 ")
        await settle(pilot)
        assert [p.severity for p in repository.entries(Pain)] == [7, 3]
        await pilot.click(offset=at)
        await settle(pilot)
        assert "12:00 Pain 7" in flowing(pilot)
