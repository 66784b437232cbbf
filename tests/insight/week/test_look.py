"""The week in one look: its figures against plain sums, and the words that are said of it."""

import datetime as dt
import math
import statistics
from zoneinfo import ZoneInfo

import pytest
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.agenda import agenda
from backcare_tui.guidance.flare import flare_days
from backcare_tui.insight.week.look import WeekLook, look_at_week, regularity
from backcare_tui.insight.week.ready import LOOKED, week_to_look_at
from backcare_tui.insight.week.sentences import figures, say_beside, say_lines, say_summary
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each

WEEK = dt.date(2026, 11, 16)
"""The Monday of the week before MONDAY's."""


def diary(*records: Record, clock: FrozenClock | None = None) -> TinyRepository:
    repository = TinyRepository(MemoryStorage(), clock or FrozenClock())  # type: ignore[no-untyped-call] # as TinyDB has it
    if records:
        repository.add(*records)
    return repository


def look(*records: Record, day: dt.date = WEEK) -> WeekLook:
    return look_at_week(diary(*records), day, FrozenClock())


def at(day: int, hour: int = 8) -> dt.datetime:
    """A moment of the week, day 0 its Monday; the days before it are negative."""
    return MONDAY.replace(hour=hour, minute=0) + dt.timedelta(days=day - 7)


def pain(day: int, severity: int, note: str | None = None) -> Pain:
    return Pain(at=at(day), severity=severity, note=note)


def night(day: int, bed: str = "23:00", up: str = "07:00", latency: int | None = None) -> Night:
    return Night(night=at(day).date(), bed=bed, up=up, latency_min=latency, quality=3)


def weeks_of_pain(before: int, now: int, days: int = 5) -> list[Record]:
    return [
        *(pain(day, now) for day in range(days)),
        *(pain(day - 7, before) for day in range(days)),
    ]


def test_each_day_stands_beside_that_of_the_week_before() -> None:
    of_week = look(pain(0, 4), pain(-7, 6), pain(-1, 8))
    assert [day.pain for day in of_week.days] == [4, *[None] * 6]
    assert [day.pain for day in of_week.days_before] == [6, *[None] * 5, 8]


def test_regularity_is_the_spread_of_the_middle_of_sleep() -> None:
    nights = [
        night(0, "23:00"),
        night(1, "23:30"),
        night(2, "00:10"),
        night(3, "22:20", latency=20),
    ]
    middles = [3 * 60, 3.25 * 60, 3 * 60 + 35, 2 * 60 + 50]
    assert regularity(nights) == pytest.approx(statistics.pstdev(middles))


def test_regularity_is_the_same_for_those_who_sleep_by_day() -> None:
    by_night = [night(day, bed, up) for day, (bed, up) in enumerate(SHIFTS)]
    by_day = [night(day, _later(bed), _later(up)) for day, (bed, up) in enumerate(SHIFTS)]
    assert regularity(by_night) == pytest.approx(regularity(by_day))


SHIFTS = (("23:00", "07:00"), ("23:50", "07:00"), ("00:30", "08:00"), ("22:40", "05:00"))


def _later(time: str, hours: int = 12) -> str:
    hour, minute = time.split(":")
    return f"{(int(hour) + hours) % 24:02}:{minute}"


def test_three_nights_say_nothing_of_regularity() -> None:
    assert regularity([night(day) for day in range(3)]) is None
    assert regularity([Night(night=at(day).date(), asleep_min=400) for day in range(7)]) is None


@for_each(
    ("records", "said"),
    [
        ([], ""),
        ([pain(0, 4)], "Pain 4 on average on 1 day."),
        (weeks_of_pain(6, 3), "A better week: pain 3 against 6, which matters."),
        (weeks_of_pain(3, 6), "A harder week: pain 6 against 3, which matters."),
        (weeks_of_pain(5, 4), "A little calmer: pain 4 against 5."),
        (weeks_of_pain(5, 5), "A week like the one before: pain 5 against 5."),
        (weeks_of_pain(0, 0), "A week like the one before: pain 0 against 0."),
        (weeks_of_pain(10, 10), "A week like the one before: pain 10 against 10."),
        (weeks_of_pain(6, 3, days=2), "Pain 3 on average on 2 days."),
        ([night(0)], "You slept 8 h a night."),
        (
            [pain(0, 4), night(0), Session(at=at(0), routine="desk-break")],
            "Pain 4 on average on 1 day; you slept 8 h a night and moved on 1 day.",
        ),
        ([night(1, "22:00"), night(-6)], "You slept 1 h longer a night."),
        ([night(1, "23:05"), night(-6)], "You slept as long as before, 7 h 55."),
    ],
)
def test_the_week_is_said_in_a_sentence(records: list[Record], said: str) -> None:
    assert say_summary(look(*records)) == said


def test_a_week_that_goes_on_is_said_so_far() -> None:
    assert say_summary(look(pain(7, 4), day=MONDAY.date())) == "So far pain 4 on average on 1 day."


def test_the_change_is_held_against_the_smallest_that_matters() -> None:
    lines = {line.name: line.sentences for line in say_lines(look(*weeks_of_pain(5, 4)))}
    said = "Pain was 1 less than the week before: too small a change to count on; "
    assert lines["Change"] == (f"{said}2 points, or 30% would matter.",)
    lines = {line.name: line.sentences for line in say_lines(look(*weeks_of_pain(6, 3)))}
    assert lines["Change"] == (
        "Pain was 3 less than the week before: a change that matters (2 points, or 30%).",
    )
    lines = {line.name: line.sentences for line in say_lines(look(*weeks_of_pain(6, 3, days=2)))}
    assert lines["Change"] == ("Too few days to compare yet: this week needs 2 more days.",)


def test_visits_medicines_and_flare_ups_are_named() -> None:
    records = (
        Pain(at=at(1), severity=8, is_flare=True, medicines=(Medicine("ibuprofen", "400 mg"),)),
        Visit(at=at(2), treatment="massage", pain_before=6, pain_after=3, response="relaxed"),
        Meal(at=at(3), meal="drink", coffees=1),
    )
    repository = diary(*records)
    bad = flare_days(repository, (WEEK, WEEK + dt.timedelta(days=6)), FrozenClock())
    of_week = look_at_week(repository, WEEK, FrozenClock(), bad)
    said = say_beside(of_week)
    assert "Flare-up days: 1 day: Tue 17 Nov." in said
    assert "Wed 18 Nov: Massage · 6 → 3 · muscle relaxed" in said
    assert "Medicine: Ibuprofen (400 mg): on 1 day" in said


def test_flare_days_of_a_week_long_ago_are_still_known() -> None:
    long_ago = MONDAY - dt.timedelta(days=800)
    repository = diary(Pain(at=long_ago, severity=8, is_flare=True))
    span = (long_ago.date(), long_ago.date() + dt.timedelta(days=6))
    assert flare_days(repository, span, FrozenClock()) == (long_ago.date(),)


def test_the_notes_are_those_of_the_worst_day_the_best_day_and_the_longest() -> None:
    records = [
        pain(0, 5, "an ordinary day"),
        pain(1, 9, "worst"),
        pain(2, 1, "best [/] day"),
        pain(3, 5, "the longest note of all of the week"),
        pain(4, 5),
    ]
    assert [note.text for note in look(*records).notes] == [
        "worst",
        "best [/] day",
        "the longest note of all of the week",
    ]


def test_every_figure_of_any_week_is_finite(story_diary: TinyRepository) -> None:
    for weeks in range(20):
        day = MONDAY.date() - dt.timedelta(weeks=weeks)
        of_week = look_at_week(story_diary, day, FrozenClock())
        assert all(each.now or each.before for each in figures(of_week))
        assert not any("nan" in f"{each.now} {each.change}".split() for each in figures(of_week))
        if of_week.sleep.regularity_min is not None:
            assert math.isfinite(of_week.sleep.regularity_min)


SUNDAY = dt.datetime(2026, 11, 22, 17, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (SUNDAY - dt.timedelta(minutes=1), False),
        (SUNDAY, True),
        (SUNDAY + dt.timedelta(hours=7), True),
        (SUNDAY + dt.timedelta(hours=30, minutes=59), True),
        (SUNDAY + dt.timedelta(hours=31), False),
    ],
)
def test_the_week_is_offered_from_sunday_evening_until_monday_night(
    now: dt.datetime, *, offered: bool
) -> None:
    clock = FrozenClock(now)
    repository = diary(pain(2, 4), clock=clock)
    assert (week_to_look_at(repository, clock) == WEEK) is offered
    assert ("week" in [item.id for item in agenda(repository, clock)]) is offered


def test_a_week_of_nothing_or_one_that_was_looked_at_is_not_offered() -> None:
    clock = FrozenClock(SUNDAY)
    assert week_to_look_at(diary(clock=clock), clock) is None
    repository = diary(pain(2, 4), clock=clock)
    repository.set(LOOKED, WEEK.isoformat())
    assert week_to_look_at(repository, clock) is None


def test_a_week_that_begins_on_sunday_is_offered_on_saturday_evening() -> None:
    clock = FrozenClock(SUNDAY - dt.timedelta(days=1))
    repository = diary(pain(2, 4), clock=clock)
    repository.set("week_start", "sun")
    assert week_to_look_at(repository, clock) == WEEK - dt.timedelta(days=1)
