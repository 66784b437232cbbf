import datetime as dt
from typing import Any

import msgspec
import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.records.trial import Arm, Trial, TrialDay
from backcare_tui.insight.trials.effect import Effect
from backcare_tui.insight.trials.schedule import days_of
from backcare_tui.library.taxonomy import red_flags
from backcare_tui.screens.trends.pairs import draw_pairs
from backcare_tui.screens.trends.schedule import draw_days
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, AppAt, FrozenClock
from tests.screens.seen import flowing, line_with, press, seen, to_field, write

TODAY = MONDAY.date()
SCHEDULE: tuple[Arm, ...] = ("with", "without") * 7


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def walk(days_ago: int) -> Trial:
    return Trial(
        id="walk",
        name="A walk",
        outcome="pain",
        started=ago(days_ago),
        period_days=2,
        schedule=SCHEDULE,
    )


def pains(of: Trial, effect: int) -> list[Pain]:
    """Pain 5 without, and so much more with; not of days to come."""
    return [
        Pain(
            at=MONDAY - dt.timedelta(days=(TODAY - on.day).days),
            severity=5 + (effect if on.arm == "with" else 0),
        )
        for on in days_of(of)
        if on.day <= TODAY
    ]


def kept(repository: TinyRepository) -> Trial:
    (trial,) = repository.entries(Trial)
    return trial


@pytest.mark.thorough
async def test_the_page_teaches_before_there_is_a_trial(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 t")
        assert "press a, name one thing" in flowing(pilot)
        assert "Never try out a prescribed medicine" in flowing(pilot)
        assert "end it" not in seen(pilot)


async def test_a_trial_is_planned_in_a_few_keys_and_an_idea_brings_what_it_is_for(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 t a")
        await write(pilot, "Swimming")
        await press(pilot, "enter ctrl+s")
        trial = kept(repository)
        assert (trial.name, trial.outcome, trial.period_days) == ("Swimming", "pain", 2)
        assert trial.started == ago(-1)
        assert trial.pairs == 7
        assert "It begins Tue." in seen(pilot)
        assert "new trial" not in seen(pilot)
        await press(pilot, "u")
        assert not repository.entries(Trial)
        await press(pilot, "a")
        await write(pilot, "coffee")
        await press(pilot, "enter ctrl+s")
        trial = kept(repository)
        assert (trial.name, trial.outcome) == ("Coffee only before noon", "sleep")


@pytest.mark.thorough
async def test_the_form_says_what_the_numbers_mean(app_at: AppAt) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 t a")
        assert "28 days, Tue to Mon 21 Dec: 7 pairs" in flowing(pilot)
        assert "chance alone would do that in 2 of 100 trials" in flowing(pilot)
        await to_field(pilot, "Days at a time")
        await press(pilot, "3")
        assert "42 days" in flowing(pilot)
        assert "The first day of each period is left out" in flowing(pilot)


async def test_what_lasts_takes_longer_periods_and_pairs_follow_unless_typed(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 t a")
        await write(pilot, "heat")
        await press(pilot, "enter")
        assert "42 days" in flowing(pilot)
        assert "What it does builds up and lasts" in flowing(pilot)
        await to_field(pilot, "Days at a time")
        await press(pilot, "1")
        assert "20 days" in flowing(pilot)
        assert "10 times with" in flowing(pilot)
        await to_field(pilot, "Pairs")
        await press(pilot, "backspace backspace 7")
        assert "7 is not enough with 1 day at a time" in flowing(pilot)
        await press(pilot, "backspace 8")
        await to_field(pilot, "Days at a time")
        await press(pilot, "2 ctrl+s")
        assert (kept(repository).pairs, kept(repository).period_days) == (8, 2)


async def test_a_massage_is_tried_in_weeks_by_lot_and_asked_of_once_a_week(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    async with app_at((120, 40)) as pilot:
        await press(pilot, "6 t a")
        await write(pilot, "A massage")
        await press(pilot, "enter")
        assert "a week with it is held against a week without" in flowing(pilot)
        await press(pilot, "ctrl+s escape")
        trial = kept(repository)
        assert (trial.period_days, trial.pairs) == (7, 7)
        clock.move(days=3)
        await press(pilot, "escape 1")
        assert (
            f"Trial: these 7 days {'do it' if trial.schedule[0] == 'with' else 'leave it out'}"
            in seen(pilot)
        )
        assert "yesterday?" not in line_with(pilot, "Trial: these 7 days")


async def test_what_to_ask_before_a_treatment_stands_in_the_form(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.set("conditions", ["osteoporosis"])
    async with app_at() as pilot:
        await press(pilot, "6 t a")
        assert "Ask first" not in flowing(pilot)
        await write(pilot, "A massage")
        await press(pilot, "enter")
        assert "Ask first" in flowing(pilot)
        assert "Thin bones do not take deep pressure well" in flowing(pilot)


@pytest.mark.thorough
async def test_too_few_pairs_are_refused_with_why(
    app_at: AppAt, repository: TinyRepository
) -> None:
    async with app_at() as pilot:
        await press(pilot, "6 t a")
        await write(pilot, "Swimming")
        await press(pilot, "enter")
        await to_field(pilot, "Pairs")
        await press(pilot, "backspace 5")
        assert "Pairs: 5 is not enough" in flowing(pilot)
        await press(pilot, "ctrl+s")
        assert not repository.entries(Trial)
        form: Any = pilot.app.screen
        form.pairs.text = "9" * 5_000
        await press(pilot, "ctrl+s")
        assert "a whole number from 6 to 14" in flowing(pilot)
        form.pairs.text = "6"
        await press(pilot, "ctrl+s")
        assert kept(repository).pairs == 6


async def test_no_medicine_is_tried(app_at: AppAt, repository: TinyRepository) -> None:
    repository.add(Pain(at=MONDAY, severity=4, medicines=(Medicine("zorbax"),)))
    async with app_at() as pilot:
        await press(pilot, "6 t")
        for name in ("ibuprofen", "Zorbax"):
            await press(pilot, "a")
            assert "Never try out a prescribed medicine" in flowing(pilot)
            await write(pilot, name)
            await press(pilot, "enter ctrl+s")
            assert "talk to the person who prescribed it" in flowing(pilot), name
            assert not repository.entries(Trial), name
            await press(pilot, "ctrl+n escape")


async def test_nothing_begins_while_urgent_advice_stands(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(Check(at=MONDAY, red_flags=(red_flags()[0].id,)))
    async with app_at() as pilot:
        await press(pilot, "6 t a")
        await write(pilot, "Swimming")
        await press(pilot, "enter ctrl+s")
        assert "First of all" in flowing(pilot)
        assert not repository.entries(Trial)


@pytest.mark.thorough
async def test_a_day_with_is_held_back_while_urgent_advice_stands(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(walk(0), Check(at=MONDAY, red_flags=(red_flags()[0].id,)))
    async with app_at() as pilot:
        await press(pilot, "6 t")
        assert "Leave it out for now." in flowing(pilot)


async def test_today_says_what_to_do_and_asks_what_was_done_once_a_day_is_over(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(walk(2))
    async with app_at((120, 40)) as pilot:
        assert "Trial: leave it out · yesterday?" in seen(pilot)
        await press(pilot, "enter")
        assert "Sun 22 Nov was a day to do it. What did you do?" in flowing(pilot)
        await press(pilot, "d")
        assert "saved for Sun 22 Nov · trial, day 2: done, as drawn" in seen(pilot)
        await press(pilot, "enter")
        assert "Today, day 3 of 28: leave it out, as you usually do." in flowing(pilot)
        assert "did you?" not in seen(pilot)
        clock.move(hours=10)
        await press(pilot, "escape w enter")
        assert "Mon 23 Nov was a day to leave it out, as you usually do." in flowing(pilot)
        await press(pilot, "l")
        assert "today left out" in seen(pilot)
    assert [(day.on, day.did) for day in repository.entries(TrialDay)] == [
        (ago(1), True),
        (TODAY, False),
    ]


@pytest.mark.thorough
async def test_an_answer_takes_the_place_of_the_one_before(
    app_at: AppAt, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(walk(1))
    clock.move(hours=10)
    async with app_at() as pilot:
        await press(pilot, "6 t y d")
        await press(pilot, "y l Y d")
        assert [(day.on, day.did) for day in repository.entries(TrialDay)] == [
            (ago(1), True),
            (TODAY, False),
        ]
        assert "Kept to on 1 of 2 days." in seen(pilot)
        await press(pilot, "y escape")
        assert len(repository.entries(TrialDay)) == 2


@pytest.mark.thorough
async def test_the_effect_is_not_shown_before_the_end(
    app_at: AppAt, repository: TinyRepository
) -> None:
    trial = walk(27)
    repository.add(trial, *pains(trial, -3))
    async with app_at() as pilot:
        await press(pilot, "6 t")
        assert "lower" not in seen(pilot)
        assert "What comes of it is shown at the end." in flowing(pilot)


async def test_at_the_end_what_came_of_it_is_told(
    app_at: AppAt, repository: TinyRepository
) -> None:
    trial = walk(28)
    repository.add(trial, *pains(trial, -3))
    async with app_at() as pilot:
        await press(pilot, "6 t")
        assert "pain 3 lower" in line_with(pilot, "A walk")
        assert "On days with it pain was 3 points lower in each of 7 pairs." in flowing(pilot)
        assert "hope alone can do some of this" in flowing(pilot)
        assert "would come by chance in 2 of 100 trials" in flowing(pilot)
        assert "press a" in flowing(pilot)


async def test_there_is_one_trial_at_a_time_it_is_ended_and_undo_takes_it_up(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(walk(3))
    async with app_at() as pilot:
        await press(pilot, "6 t a")
        assert "Your trial" in seen(pilot)
        assert "new trial" not in seen(pilot)
        await press(pilot, "x")
        assert kept(repository).stopped == TODAY
        assert "too few days" in line_with(pilot, "20 Nov to 22 Nov")
        await press(pilot, "u")
        assert kept(repository).stopped is None
        assert "Today, day 4 of 28: leave it out, as you usually do." in seen(pilot)


@pytest.mark.thorough
async def test_a_past_trial_is_deleted_with_its_days_and_brought_back(
    app_at: AppAt, repository: TinyRepository
) -> None:
    other = TrialDay(on=TODAY, trial="other", did=True)
    repository.add(walk(40), TrialDay(on=ago(40), trial="walk", did=True), other)
    async with app_at() as pilot:
        await press(pilot, "6 t d")
        assert not repository.entries(Trial)
        assert [day.trial for day in repository.entries(TrialDay)] == ["other"]
        await press(pilot, "u")
        assert kept(repository).name == "A walk"
        assert len(repository.entries(TrialDay)) == 2


@pytest.mark.thorough
async def test_a_past_trial_can_be_opened_to_write_a_note(
    app_at: AppAt, repository: TinyRepository
) -> None:
    repository.add(walk(40))
    async with app_at() as pilot:
        await press(pilot, "6 t enter")
        assert "Change the trial" in seen(pilot)
        await to_field(pilot, "Note")
        await write(pilot, "rainy")
        await press(pilot, "ctrl+s")
        assert kept(repository).note == "rainy"


@pytest.mark.thorough
async def test_a_name_is_never_markup(app_at: AppAt, repository: TinyRepository) -> None:
    name = "[/] [@click=app.quit]y[/]"
    for days_ago, id_ in ((3, "now"), (60, "then")):
        repository.add(msgspec.structs.replace(walk(days_ago), id=id_, name=name))
    async with app_at((120, 40)) as pilot:
        await press(pilot, "6 t")
        assert seen(pilot).count("[@click=app.quit]") == 2
        await press(pilot, "y")
        assert name in seen(pilot)


@pytest.mark.thorough
async def test_the_page_stands_at_every_size(app_at: AppAt, story_diary: TinyRepository) -> None:
    async with app_at((40, 12), story_diary) as pilot:
        await press(pilot, "6 t")
        for size in ((40, 12), (60, 20), (200, 60)):
            await pilot.resize_terminal(*size)
            assert "Your trial" in seen(pilot), size
            assert "A walk at lunch" in seen(pilot), size
            assert "On days with it pain was 1 point lower" in flowing(pilot), size


def test_days_are_shapes_with_marks_beneath() -> None:
    trial = walk(3)
    done = {ago(3): True, ago(2): False, ago(1): False}
    lines = draw_days(trial, done, TODAY, 38).plain.split("\n")
    assert lines[:3] == [
        "Fri 20 Nov  ■■ □□   ■■ □□   ■■ □□",
        "            ✓x ✓                 ",
        "                ▲                ",
    ]
    assert len(lines) == 7


def test_days_after_an_early_end_are_struck_out() -> None:
    trial = msgspec.structs.replace(walk(3), stopped=TODAY)
    shapes, marks = draw_days(trial, {}, TODAY, 200).plain.split("\n")
    assert shapes.startswith("Fri 20 Nov  ■■ □-   -- --")
    assert marks.strip() == "·· ·"


def test_each_pair_is_a_dot_on_a_line_around_no_difference() -> None:
    effect = Effect(-1.0, -2.0, 0.5, 0.1, (-2.0, -1.0, -1.0, 0.0, 1.0))
    assert draw_pairs(effect, "pain", 33).plain.split("\n") == [
        "Each pair   ●····2····●····●·····",
        "Likely      ├───────────┤        ",
        "            2 lower   0  2 higher",
    ]


def test_an_interval_beside_no_difference_leaves_it_free() -> None:
    effect = Effect(20.0, 10.0, 30.0, 0.03, (20.0,) * 6)
    dots, bar, scale = draw_pairs(effect, "sleep", 43).plain.split("\n")
    assert dots.index("│") < dots.index("6")
    assert bar.count("│") == 1
    assert bar.index("│") < bar.index("├")
    assert "30 min shorter" in scale


def test_too_few_pairs_have_no_interval_and_a_narrow_page_no_picture() -> None:
    effect = Effect(0.0, None, None, 1.0, (0.0,))
    assert len(draw_pairs(effect, "pain", 60).plain.split("\n")) == 2
    assert draw_pairs(effect, "pain", 20).plain == ""
