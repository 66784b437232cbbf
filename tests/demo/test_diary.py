"""The made-up diary: believable, repeatable, and never ahead of the clock."""

import datetime as dt

import pytest

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.derived import mean, nights_by_day, pain_by_day, time_asleep
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.when import Clock
from backcare_tui.library import taxonomy
from backcare_tui.library.areas import areas

SEEDS = range(4)


def days_of_pain(records: tuple[Record, ...]) -> dict[dt.date, float]:
    return pain_by_day(record for record in records if isinstance(record, Pain))


def mean_between(pain: dict[dt.date, float], today: dt.date, first: int, last: int) -> float:
    """The mean of the days from `first` to `last` days ago."""
    return mean([pain[day] for day in pain if last <= (today - day).days <= first])


def test_the_same_seed_writes_the_same_diary_and_another_another(clock: Clock) -> None:
    assert demo_diary(30, 7, clock) == demo_diary(30, 7, clock)
    assert demo_diary(30, 7, clock) != demo_diary(30, 8, clock)


@pytest.mark.parametrize("days", [14, 60, 120, 800])
def test_every_table_is_filled_with_entries_that_the_file_takes(clock: Clock, days: int) -> None:
    records = demo_diary(days, 7, clock)
    assert {record.table for record in records} == set(RECORDS)
    assert all(write_document(record) for record in records)
    assert len({record.id[:8] for record in records}) == len(records)
    assert (clock.today() - min(days_of_pain(records))).days < days


@pytest.mark.parametrize("time", ["00:00", "00:03", "08:12", "23:59"])
def test_nothing_is_ahead_of_the_clock_and_today_has_its_entries(clock: Clock, time: str) -> None:
    today = clock.today()
    now = clock.local(dt.datetime.combine(today, dt.time.fromisoformat(time)))

    class Then(type(clock)):  # type: ignore[misc]  # the same zone at another moment
        def now(self) -> dt.datetime:
            return now

    records = demo_diary(30, 7, Then())
    assert all(record.at <= now for record in records if isinstance(record, Pain | Session | Visit))
    assert today in days_of_pain(records)
    last_night = nights_by_day(r for r in records if isinstance(r, Night))[today]
    assert last_night.up is not None
    assert last_night.up <= f"{now:%H:%M}"


@pytest.mark.parametrize("seed", SEEDS)
def test_the_courses_help_and_the_flare_up_hurts(clock: Clock, seed: int) -> None:
    pain = days_of_pain(demo_diary(120, seed, clock))
    today = clock.today()
    assert mean_between(pain, today, 65, 61) < mean_between(pain, today, 119, 109) - 1
    assert mean_between(pain, today, 60, 52) > 7
    assert mean_between(pain, today, 12, 0) < mean_between(pain, today, 50, 39) - 0.5


@pytest.mark.parametrize("seed", SEEDS)
def test_short_nights_hurt(clock: Clock, seed: int) -> None:
    records = demo_diary(120, seed, clock)
    pain = days_of_pain(records)
    nights = nights_by_day(record for record in records if isinstance(record, Night))
    asleep = {day: time_asleep(night, clock) or 0 for day, night in nights.items()}
    short = [pain[day] for day, minutes in asleep.items() if minutes < 360]
    long = [pain[day] for day, minutes in asleep.items() if minutes >= 420]
    assert mean(short) > mean(long) + 1


def test_days_after_stretching_are_better(clock: Clock) -> None:
    after: dict[bool, list[float]] = {True: [], False: []}
    for seed in range(12):
        records = demo_diary(120, seed, clock)
        pain = days_of_pain(records)
        stretched = {
            r.day for r in records if isinstance(r, Session) and r.routine == "morning-loosen-up"
        }
        for day, severity in pain.items():
            yesterday = day - dt.timedelta(days=1)
            if severity < 7 and yesterday in pain:
                after[yesterday in stretched].append(severity)
    assert mean(after[True]) < mean(after[False]) - 0.4


def test_some_days_are_missing(clock: Clock) -> None:
    assert 95 <= len(days_of_pain(demo_diary(120, 7, clock))) <= 114


def test_one_course_is_closed_and_the_other_waits_for_its_last_visit(clock: Clock) -> None:
    records = demo_diary(120, 7, clock)
    closed, present = (record for record in records if isinstance(record, Course))
    visits = [record for record in records if isinstance(record, Visit)]
    assert closed.ended
    assert (closed.ended - closed.started).days == 42
    assert present.ended is None
    for course, count in ((closed, 4), (present, 3)):
        its = [visit for visit in visits if visit.course == course.id]
        assert len(its) == count
        assert all((v.pain_after or 0) < (v.pain_before or 0) for v in its)
    last = max(visit.day for visit in visits if visit.course == present.id)
    assert 0 <= (last + dt.timedelta(days=14) - clock.today()).days <= 6


def test_all_words_are_of_the_taxonomy(clock: Clock) -> None:
    places = {area.id for area in areas()}
    kinds: dict[str, taxonomy.WordKind] = {
        "qualities": "qualities",
        "triggers": "triggers",
        "relievers": "relievers",
        "techniques": "techniques",
        "tags": "tags",
        "words": "mood_words",
    }
    known = {field: {word.id for word in taxonomy.words(kind)} for field, kind in kinds.items()}
    for record in demo_diary(120, 7, clock):
        assert set(getattr(record, "areas", ())) <= places
        for field, words in known.items():
            assert set(getattr(record, field, ())) <= words
