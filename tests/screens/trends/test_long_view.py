"""Four weeks, twelve, or all time: chart, what the marked day holds, and the trend."""

import datetime as dt

import pytest

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt
from tests.screens.seen import flowing, inside, line_with, lines, press, seen, settle

SIZES = [(40, 20), (60, 20), (80, 24), (120, 40), (200, 60)]


@pytest.mark.thorough
async def test_every_size_shows_chart_day_and_trend(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at(SIZES[0]) as pilot:
        await press(pilot, "6")
        for keys in ("plus", "plus", "plus plus"):
            await press(pilot, keys)
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await settle(pilot)
                assert "pain" in seen(pilot), (keys, size)
                assert "sleep" in seen(pilot), (keys, size)
                assert "╭─ Trend" in seen(pilot), (keys, size)
                assert any("⠀" < char <= "⣿" for char in seen(pilot)), (keys, size)


async def test_the_trend_is_said_of_pain_and_sleep_and_the_border_what_a_column_is(
    app_at: AppAt, story_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 plus")
        assert "a column is" not in seen(pilot)
        await press(pilot, "plus")
        assert "sleep · a column is 2 days" in seen(pilot)
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        words = inside(pilot, "Trend").casefold()
        assert "pain" in words
        assert "sleep" in words


@pytest.mark.thorough
async def test_the_trend_belongs_to_what_is_shown(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "6 plus plus minus plus minus")
        await settle(pilot)
        assert "more day" in inside(pilot, "Trend")


async def test_letters_mark_what_began_and_the_day_tells_of_it(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    long_ago = MONDAY - dt.timedelta(days=60)
    week_diary.add(
        Pain(at=long_ago, severity=3),
        Pain(at=MONDAY, severity=6, is_flare=True, medicines=(Medicine(name="zzz [/]"),)),
        Course(treatment="massage", started=MONDAY.date() - dt.timedelta(days=1)),
    )
    async with app_at() as pilot:
        await press(pilot, "6 plus")
        assert "begun: C course N medicine" in flowing(pilot)
        assert "zzz [/] begun" in flowing(pilot)
        assert "flare-up" in line_with(pilot, "Mon 23 Nov  ")
        await press(pilot, "left")
        assert "course of massage begun" in flowing(pilot)


@pytest.mark.thorough
async def test_the_mark_is_a_line_that_moves(app_at: AppAt, week_diary: TinyRepository) -> None:
    def column() -> int:
        row = next(line for line in lines(pilot) if line.startswith(" │ 10 ") or " 10 " in line)
        return row.rindex("│", 0, row.rindex("10h"))

    async with app_at() as pilot:
        await press(pilot, "6 plus")
        before = column()
        await press(pilot, "left")
        assert column() < before


async def test_the_trend_is_of_whole_weeks_up_to_today_and_nothing_of_it_is_cut(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(
        *(
            Pain(at=MONDAY - dt.timedelta(days=ago), severity=(2 if ago > 40 else 5) + ago % 2)
            for ago in range(84)
        )
    )
    async with app_at() as pilot:
        await press(pilot, "6 plus plus")
        for size in ((40, 20), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            words = inside(pilot, "Trend")
            assert "over these 12 weeks" in words
            assert "Pain has been about 3 points higher since about Wed 14 Oct." in words
            assert words.endswith("can be told.")
