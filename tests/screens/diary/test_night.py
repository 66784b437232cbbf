"""The night: usual times, what comes of them while typing, one night a day."""

import datetime as dt

import pytest

from backcare_tui.diary.records.night import Night
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import flowing, line_with, lines, press, seen, to_field, write, write_over

TODAY = MONDAY.date()
YESTERDAY = TODAY - dt.timedelta(days=1)


def night_of(repository: TinyRepository, day: dt.date = TODAY) -> Night:
    (night,) = repository.entries(Night, (day, day))
    return night


async def test_the_usual_night_is_taken_down_in_two_keys(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s")
        assert "7 h asleep · 7 h 30 in bed · 93% sleep efficiency" in seen(pilot)
        await press(pilot, "enter")
        assert "saved 08:12 · Night 7 h" in lines(pilot)[0]
    night = night_of(week_diary)
    assert (night.bed, night.up, night.latency_min) == ("23:00", "06:30", 30)


async def test_what_the_times_come_to_follows_the_typing(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s ctrl+u")
        await write(pilot, "2330")
        await to_field(pilot, "Asleep after")
        await press(pilot, "ctrl+u")
        assert lines(pilot)[2].strip() == "7 h asleep · 7 h in bed"  # lying awake is not known
        await to_field(pilot, "Awake for")
        await write(pilot, "1h10")
        assert "5 h 50 asleep · 7 h in bed · 83% sleep efficiency" in seen(pilot)
        await to_field(pilot, "Lights out")
        await write(pilot, "2345")
        await to_field(pilot, "Woke for good")
        await write(pilot, "6")
        assert "5 h 05 asleep · 7 h in bed · 73% sleep efficiency" in seen(pilot)
        await press(pilot, "enter")
    night = night_of(week_diary)
    assert (night.bed, night.lights_out, night.woke, night.up, night.awake_min) == (
        "23:30", "23:45", "06:00", "06:30", 70,
    )  # fmt: skip
    assert (night.bed_offset, night.up_offset) == ("+01:00", "+01:00")


@pytest.mark.thorough
async def test_a_guess_ends_when_one_is_up_and_is_none_in_the_middle_of_the_night(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    clock.move(hours=-5, minutes=-42)
    async with app_at() as pilot:
        await press(pilot, "s")
        assert "07:00" not in seen(pilot)
        assert "not in the past" not in seen(pilot)
        await press(pilot, "enter")
        assert "! When did you go to bed and get up? Or give" in flowing(pilot)
        await press(pilot, "escape")
        clock.move(hours=4)
        await press(pilot, "s enter")
        assert "saved 06:30 · Night 7 h 30, as guessed" in lines(pilot)[0]


async def test_the_first_night_is_a_guess_that_says_so(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s")
        assert "8 h asleep · 8 h in bed · a guess: type over what was not so" in flowing(pilot)
        await write_over(pilot, "2215")
        assert "8 h 45 asleep · 8 h 45 in bed · a guess" in flowing(pilot)
        await to_field(pilot, "Got up")
        await press(pilot, "ctrl+u enter")
        asked = "When did you get up? Or give only the length, such as 7h20."
        assert flowing(pilot).count("When did you") == 1
        assert f"! {asked}" in flowing(pilot)
        await write(pilot, "6")
        assert "a guess" not in flowing(pilot)
        await to_field(pilot, "To bed")
        await press(pilot, "ctrl+u")
        await to_field(pilot, "Got up")
        await press(pilot, "ctrl+u")
        assert "When did you go to bed and get up? Or give only the length, such as 7h20." in seen(
            pilot
        )
        await press(pilot, "escape s ctrl+n enter")
        assert "saved 08:12 · Night 8 h, as guessed" in lines(pilot)[0]
        await press(pilot, "s")
        assert "a guess" not in flowing(pilot)
    assert (night_of(repository).bed, night_of(repository).up) == ("23:00", "07:00")


@pytest.mark.thorough
async def test_a_length_alone_is_enough(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "s")
        await to_field(pilot, "Or the length")
        await write(pilot, "5h20")
        assert "5 h 20 asleep" in seen(pilot)
        await press(pilot, "enter")
    night = night_of(week_diary)
    assert (night.asleep_min, night.bed, night.up) == (320, None, None)


async def test_what_is_typed_over_a_night_takes_the_place_of_its_times_or_its_length(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Night(night=TODAY, bed="23:00", up="07:00", latency_min=10))
    async with app_at() as pilot:
        await press(pilot, "s")
        await to_field(pilot, "Or the length")
        await write(pilot, "6h")
        assert "6 h asleep" in seen(pilot)
        await press(pilot, "enter s")
        night = night_of(repository)
        assert (night.asleep_min, night.bed, night.latency_min) == (360, None, 10)
        await write(pilot, "2230")
        await to_field(pilot, "Awake for")
        await write(pilot, "20")
        await to_field(pilot, "Got up")
        await write(pilot, "0630")
        assert "7 h 30 asleep · 8 h in bed" in seen(pilot)
        await press(pilot, "enter")
    night = night_of(repository)
    assert (night.asleep_min, night.bed, night.up, night.awake_min) == (None, "22:30", "06:30", 20)


async def test_a_night_awake_for_longer_than_it_was_is_refused_in_a_sentence(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s")
        await to_field(pilot, "Awake for")
        await write(pilot, "9h")
        await press(pilot, "enter")
        assert "Awake for: 540 is not within the 450 minutes in bed" in flowing(pilot)
        assert "9h" in line_with(pilot, "▌Awake for")
        assert week_diary.entries(Night, (TODAY, TODAY)) == ()
        await write_over(pilot, "20")
        await press(pilot, "enter")
    assert night_of(week_diary).awake_min == 20


@pytest.mark.thorough
async def test_a_bad_value_stays_with_its_sentence(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s")
        for field, (wrong, right) in {
            "To bed": ("25:00", "23:00"),
            "Got up": ("soon", "6:00"),
            "Woke up": ("often", "2"),
        }.items():
            await to_field(pilot, field)
            await write_over(pilot, wrong)
            await press(pilot, "enter")
            assert f'! {field}: "{wrong}" is not a' in flowing(pilot)
            assert wrong in line_with(pilot, f"▌{field}")
            assert week_diary.entries(Night, (TODAY, TODAY)) == ()
            await write_over(pilot, right)
        await press(pilot, "enter")
    night = night_of(week_diary)
    assert (night.bed, night.up, night.awakenings) == ("23:00", "06:00", 2)


@pytest.mark.thorough
async def test_quality_and_note_are_kept(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "s")
        await to_field(pilot, "Slept")
        await press(pilot, "4")
        await to_field(pilot, "Note")
        await write(pilot, "[/] warm")
        await press(pilot, "ctrl+s")
    night = night_of(week_diary)
    assert (night.quality, night.note) == (4, "[/] warm")


async def test_saving_a_night_twice_changes_it(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "s enter")
        first = night_of(week_diary)
        await press(pilot, "s")
        assert "already taken down, change it here" in lines(pilot)[0]
        await write_over(pilot, "22:15")
        await press(pilot, "enter")
    assert night_of(week_diary).bed == "22:15"
    assert night_of(week_diary).id == first.id


@pytest.mark.thorough
async def test_an_earlier_night_opens_for_change(app_at: AppAt, week_diary: TinyRepository) -> None:
    async with app_at() as pilot:
        await press(pilot, "s left_square_bracket")
        assert "The night to yesterday · already taken down" in lines(pilot)[0]
        await write_over(pilot, "21:00")
        await press(pilot, "enter")
    assert night_of(week_diary, YESTERDAY).bed == "21:00"
    assert len(week_diary.entries(Night)) == 7


@pytest.mark.thorough
async def test_nights_are_stepped_back_and_forth_but_never_past_the_last(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s left_square_bracket left_square_bracket")
        assert "The night to Sat 21 Nov" in lines(pilot)[0]
        await press(pilot, "right_square_bracket right_square_bracket right_square_bracket")
        assert lines(pilot)[0].strip() == "Last night"
        await press(pilot, "enter")
    assert len(week_diary.entries(Night)) == 8


@pytest.mark.thorough
async def test_typing_goes_along_to_an_empty_night(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s ctrl+u")
        await write(pilot, "22:00")
        await to_field(pilot, "Got up")
        await write_over(pilot, "5:00")
        await press(pilot, "left_square_bracket enter")
    assert night_of(repository, YESTERDAY).bed == "22:00"
    assert repository.entries(Night, (TODAY, TODAY)) == ()


@pytest.mark.thorough
async def test_typing_is_not_lost_by_a_look_at_a_night_that_is_there(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s ctrl+u")
        await write(pilot, "20:20")
        await press(pilot, "left_square_bracket right_square_bracket")
        assert "20:20" in line_with(pilot, "To bed")
        await press(pilot, "enter")
    assert night_of(week_diary).bed == "20:20"
    assert night_of(week_diary, YESTERDAY).bed == "23:00"


async def test_a_night_that_is_not_over_is_not_taken_down(
    app_at: AppAt, week_diary: TinyRepository, clock: FrozenClock
) -> None:
    clock.move(hours=-3)
    async with app_at() as pilot:
        await press(pilot, "s")
        assert "05:10" in line_with(pilot, "Got up")  # the usual 06:30 is still to come
        await to_field(pilot, "Got up")
        await write_over(pilot, "0630")
        await press(pilot, "enter")
        assert '! Got up: "06:30" is not in the past' in flowing(pilot)
        await write_over(pilot, "5")
        await press(pilot, "enter")
    assert night_of(week_diary).up == "05:00"


async def test_the_draft_of_one_night_never_lands_on_another(
    app_at: AppAt, week_diary: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "s ctrl+u")
        await write(pilot, "20:20")
        await press(pilot, "escape 2 down s")
        assert "The night to yesterday" in lines(pilot)[0]
        assert "23:00" in line_with(pilot, "To bed")
