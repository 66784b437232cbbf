"""The Diary: every day, its entries, finding and going."""

import datetime as dt

import pytest

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import (
    click,
    flowing,
    inside,
    line_with,
    lines,
    press,
    seen,
    settle,
    write,
)

WIDE = (120, 40)


async def test_the_day_under_the_cursor_stands_open_beside_the_list(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "2 down")
        assert "▌Sun 22 Nov" in seen(pilot)
        assert "Yesterday" in seen(pilot)
        assert "7 severe" in seen(pilot)
        await press(pilot, "down")
        assert "6 moderate" in seen(pilot)
        assert "7 severe" not in seen(pilot)


async def test_tab_goes_to_the_entries_of_the_day(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "2 down tab end")
        assert "▌08:00 Pain" in seen(pilot)
        assert "Set off by: sitting" in seen(pilot)
        await press(pilot, "enter")
        assert "Change the check-in · yesterday, 08:00" in lines(pilot)[0]
        await press(pilot, "2 enter")
        assert "2 mild" in seen(pilot)
    (entry,) = week_diary.entries(Pain, (MONDAY.date() - dt.timedelta(1),) * 2)
    assert entry.severity == 2


@pytest.mark.thorough
async def test_where_it_is_narrow_an_entry_says_what_has_room_whole(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*demo_diary(clock=clock), summary="four months")
    repository.set("clock", "12")
    async with app_at((80, 24)) as pilot:
        await press(pilot, "2")
        assert "croissant on the way" in inside(pilot, "Today")
        assert "3 mild" in inside(pilot, "Today")
        assert "…" not in inside(pilot, "Today")
        await press(pilot, "tab end")
        assert "Feels: stiff, aching" in flowing(pilot), "the whole stands below"


async def test_find_lists_only_the_days_with_the_words_or_says_that_there_are_none(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    at = MONDAY - dt.timedelta(days=3)
    week_diary.add(Pain(at=at, severity=2, note="Garden all day"))
    async with app_at(WIDE) as pilot:
        await press(pilot, "2 slash")
        await write(pilot, "garden")
        await settle(pilot)
        assert "Days with “garden” · 1" in seen(pilot)
        assert "Fri 20 Nov" in seen(pilot)
        assert "Thu 19 Nov" not in seen(pilot)
        await press(pilot, "escape slash")
        await write(pilot, "elephants")
        await settle(pilot)
        assert "Days with “elephants” · 0" in seen(pilot)
        assert "Your days will be listed here" not in flowing(pilot)
        await press(pilot, "escape")
        assert "Thu 19 Nov" in seen(pilot)


async def test_g_goes_to_a_day_in_a_persons_words(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "2 g")
        await write(pilot, "2026-10-02")
        await press(pilot, "enter")
        assert "▌Fri  2 Oct" in seen(pilot)
        await press(pilot, "g")
        await write(pilot, "yesterday")
        await press(pilot, "enter")
        assert "▌Sun 22 Nov" in seen(pilot)
        await press(pilot, "g")
        await write(pilot, "gestern")
        await press(pilot, "enter")
        assert '"gestern" is not' in flowing(pilot)
        assert "Go to a day" in seen(pilot)
        await press(pilot, "escape")
        assert "▌Sun 22 Nov" in seen(pilot)


@pytest.mark.thorough
async def test_a_day_before_the_diary_goes_to_its_first_and_says_so(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "2 g")
        await write(pilot, "2020-01-01")
        await press(pilot, "enter")
        assert "▌Mon 16 Nov" in seen(pilot)
        assert "the diary begins after Wed 1 Jan 2020" in lines(pilot)[0]


async def test_n_and_s_on_an_older_day_are_about_that_day(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "2 down down n")
        assert "Check-in · Sat 21 Nov, 08:12" in lines(pilot)[0]
        await press(pilot, "5 enter")
        assert "▌Sat 21 Nov" in seen(pilot)
        await press(pilot, "s")
        assert "The night to Sat 21 Nov" in lines(pilot)[0]
    day = MONDAY.date() - dt.timedelta(days=2)
    assert [entry.severity for entry in week_diary.entries(Pain, (day, day))] == [6, 5]


@pytest.mark.thorough
async def test_a_draft_of_today_does_not_take_the_place_of_an_older_day(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "n 9 escape 2 down n")
        assert "Check-in · yesterday, 08:12" in lines(pilot)[0]
        assert "10 the worst you can imagine" in seen(pilot)
        await press(pilot, "escape 1 n")
        assert "9 severe" in seen(pilot)


async def test_d_deletes_the_entry_under_the_cursor_and_u_brings_it_back(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "2 down d")
        assert len(week_diary.entries(Pain)) == 7
        await press(pilot, "tab end d")
        assert "08:00" not in seen(pilot)
        assert len(week_diary.entries(Pain)) == 6
        await press(pilot, "u")
        assert "08:00 Pain" in seen(pilot)
    assert len(week_diary.entries(Pain)) == 7


@pytest.mark.thorough
async def test_a_click_opens_a_day(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at(WIDE) as pilot:
        await press(pilot, "2")
        await click(pilot, "Wed 18 Nov")
        assert "▌Wed 18 Nov" in seen(pilot)
        assert "3 mild" in seen(pilot)


@pytest.mark.thorough
async def test_ten_years_scroll_to_the_first_day(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*demo_diary(3650, clock=clock))
    first = min(night.night for night in repository.entries(Night))
    async with app_at() as pilot:
        await press(pilot, "2 end")
        name = f"{first:%a} {first.day} {first:%b} {first.year}"
        assert f"╭─ {name} ─" in seen(pilot)
        assert f"{first.day:>2} {first:%b} {first.year}" in line_with(pilot, "│ ▌")
        await press(pilot, "home")
        assert "▌Mon 23 Nov" in seen(pilot)


async def test_an_unknown_day_is_never_shown_as_no_pain(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Pain(at=MONDAY - dt.timedelta(days=2), severity=0))
    async with app_at() as pilot:
        await press(pilot, "2")
        assert "0" in line_with(pilot, "Sat 21 Nov").split("│")[1].replace("21 Nov", "")
        assert line_with(pilot, "Sun 22 Nov").split("│")[1].strip() == "Sun 22 Nov"
