"""Bearable's exports, of both generations."""

from pathlib import Path

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import Batch, read
from tests.exchange.reading import BEARABLE, FILES, read_text, told


def sleep_row(rating: str, detail: str) -> str:
    return f'"20th Nov 2026","Friday","","Sleep","{rating}","{detail}",". "'


@pytest.fixture
def old(clock: Clock) -> Batch:
    return read(FILES / "bearable-2021.csv", None, clock)


@pytest.fixture
def new(clock: Clock) -> Batch:
    return read(FILES / "bearable-2024.csv", None, clock)


def test_a_symptom_of_the_back_is_pain_with_its_word_place_and_medicine(old: Batch) -> None:
    assert told(old, Pain) == [
        {
            "at": "2020-09-22T09:00:00+02:00",
            "severity": 2,
            "areas": ["lower-back-c"],
            "medicines": [{"name": "Ibuprofen", "dose": "400 mg"}],
            "note": "Back (lower) pain: Mild\nbad chair",
        },
        {
            "at": "2020-09-22T21:00:00+02:00",
            "severity": 8,
            "areas": ["lower-back-c"],
            "note": "Back (lower) pain: Severe",
        },
    ]


def test_the_original_of_a_converted_scale_is_kept(old: Batch) -> None:
    pain = next(record for record in old.records if isinstance(record, Pain))
    assert pain.imported
    assert pain.imported.source == "bearable"
    assert pain.imported.key == "2020-09-22 am symptom back (lower) pain"
    assert pain.imported.original == {"rating/amount": "1", "detail": "Back (lower) pain (Mild)"}


def test_rows_about_sleep_are_one_night(old: Batch) -> None:
    assert told(old, Night) == [
        {
            "night": "2020-09-22",
            "bed": "02:15",
            "up": "13:15",
            "latency_min": 30,
            "awake_min": 45,
            "quality": 4,
            "naps_min": 240,
            "note": "Sleep factors: Noise, Pain",
        }
    ]


def test_what_has_no_number_for_pain_is_a_feeling(old: Batch) -> None:
    assert told(old, Feeling) == [
        {
            "at": "2020-09-22T03:04:00+02:00",
            "medicines": [{"name": "Ibuprofen"}],
        },
        {"at": "2020-09-22T12:00:00+02:00", "note": "Bowel Movements: 2"},
        {"at": "2020-09-22T09:00:00+02:00", "note": "Energy: 3 OK"},
        {"at": "2020-09-22T09:00:00+02:00", "mood": 4, "words": ["calm", "Happy"]},
        {"at": "2020-09-22T09:00:00+02:00", "words": ["Headache"], "note": "Headache: Severe"},
        {"at": "2020-09-22T21:00:00+02:00", "note": "Gratitudes: Sun, Friends"},
    ]


def test_the_food_diary_becomes_meals_with_tags(old: Batch) -> None:
    assert told(old, Meal) == [
        {"at": "2020-09-22T15:00:00+02:00", "text": "Salmon, Berries", "tags": ["berries"]},
        {
            "at": "2020-09-22T15:00:00+02:00",
            "meal": "snack",
            "text": "Nuts and seeds",
            "tags": ["nuts-seeds"],
        },
    ]


def test_the_notes_say_how_the_file_was_understood(old: Batch) -> None:
    days, *others = old.notes
    assert days == (
        "Days from Tue 22 Sep 2020 to Tue 22 Sep 2020: "
        "6 feelings, 2 meals, 2 pain entries, 1 night."
    )
    assert others[1].startswith("Back and neck symptoms became pain: mild 2, moderate 5, severe 8")
    assert others[:1] + others[2:] == [
        "Parts of the day became times: am 09:00, mid 15:00, pm 21:00, all day 12:00.",
        "Mood 1 to 10 became 1 to 5, two steps to one.",
        "A night's date is the day of waking.",
        'Categories kept as words and notes: "Bowel Movements" (1).',
    ]


def test_ones_own_number_from_0_to_10_goes_before_the_symptom_of_its_day(new: Batch) -> None:
    assert told(new, Pain) == [
        {"at": "2026-03-01T15:00:00+01:00", "severity": 6},
        {
            "at": "2026-03-02T09:00:00+01:00",
            "severity": 5,
            "areas": ["neck-back"],
            "note": 'Neck pain: Moderate\nsaid "ouch"',
        },
    ]
    sciatica = {
        "at": "2026-03-01T21:00:00+01:00",
        "words": ["Sciatica"],
        "note": "Sciatica: Severe",
    }
    assert sciatica in told(new, Feeling)


def test_factors_lose_their_pictures_and_keep_their_levels(new: Batch) -> None:
    assert {
        "at": "2026-03-01T21:00:00+01:00",
        "words": ["Caffeine", "stress"],
        "note": "Caffeine: Little, Stress: Moderate",
    } in told(new, Feeling)


def test_a_time_of_day_that_is_none_is_kept_in_the_note(new: Batch) -> None:
    assert {
        "at": "2026-03-02T12:00:00+01:00",
        "note": "Period: Luteal\nTime of day: Day 7",
    } in told(new, Feeling)


def test_a_quality_of_sleep_on_an_unknown_scale_is_no_rating(new: Batch) -> None:
    assert told(new, Night) == [{"night": "2026-03-02", "note": "Sleep quality: 3"}]


def test_what_cannot_be_is_a_sentence_with_its_line(new: Batch) -> None:
    assert new.refused == (
        'Line 8: time of day: "25:00" is not a time of day such as 20:39 or 5:01 PM.',
    )


def test_a_cell_that_cannot_be_is_left_out_of_its_row(new: Batch) -> None:
    assert list(map(str, new.dropped)) == [
        'Line 9: rating/amount: "17" is not a whole number from 1 to 10.'
    ]
    assert {"at": "2026-03-02T09:00:00+01:00", "note": "Mood: 17"} in told(new, Feeling)


@pytest.mark.parametrize(
    ("rating", "detail", "fields"),
    [
        ("7:30", "", {"asleep_min": 450}),
        ("7:30", "Asleep 23:10 - 06:45", {"asleep_min": 450, "note": "Asleep 23:10 - 06:45"}),
        ("", "In bed 23:10 - 06:45", {"bed": "23:10", "up": "06:45"}),
        ("7:30", "In bed 23:10 - 06:45", {"bed": "23:10", "up": "06:45", "awake_min": 5}),
        (
            "7:00",
            "Asleep 23:30 - 06:45. In bed 23:10 - 06:45",
            {"bed": "23:10", "up": "06:45", "latency_min": 20, "awake_min": 15},
        ),
        (
            "7:00",
            "Asleep 22:30 - 06:45. In bed 23:10 - 06:45",
            {"bed": "23:10", "up": "06:45", "awake_min": 35},
        ),
        ("", "Nap 1h 30m (mid)", {"naps_min": 90, "note": "Nap 1h 30m (mid)"}),
        ("4:00", "Nap 4h (mid)", {"naps_min": 240, "note": "Nap 4h (mid)"}),
        (
            "17:00",
            "In bed 18:00 - 11:30",
            {"note": "Sleep: 17:00 In bed 18:00 - 11:30"},
        ),
    ],
)
def test_either_half_of_a_nights_times_may_be_missing(
    tmp_path: Path, clock: Clock, rating: str, detail: str, fields: dict[str, object]
) -> None:
    batch = read_text(tmp_path, f"{BEARABLE}\n{sleep_row(rating, detail)}\n", clock)
    assert told(batch, Night) == [{"night": "2026-11-20", **fields}]


@pytest.mark.parametrize(
    "rows", [("7:30", "9:00"), ("9:00", "7:30")], ids=["shorter first", "longer first"]
)
def test_of_two_sleeps_of_one_day_the_longer_is_the_night(
    tmp_path: Path, clock: Clock, rows: tuple[str, str]
) -> None:
    text = "\n".join([BEARABLE, *(sleep_row(rating, "") for rating in rows)])
    batch = read_text(tmp_path, text, clock)
    assert told(batch, Night) == [{"night": "2026-11-20", "asleep_min": 540, "note": "Sleep: 7:30"}]
    assert batch.refused == ()


@pytest.mark.parametrize(
    ("symptom", "severity"),
    [
        ("Back pain (Mild)", 2),
        ("Lumbar (Moderate)", 5),
        ("Sciatica (Extreme)", 10),
        ("Back acne (Severe)", None),
        ("Back stiffness (Severe)", None),
        ("Flashbacks (Severe)", None),
        ("Back pain", 8),
        ("Back pain (unclear)", 8),
    ],
)
def test_only_pain_of_back_or_neck_becomes_pain(
    tmp_path: Path, clock: Clock, symptom: str, severity: int | None
) -> None:
    row = f'"20th Nov 2026","Friday","am","Symptom","3","{symptom}",""'
    batch = read_text(tmp_path, f"{BEARABLE}\n{row}\n", clock)
    assert [pain["severity"] for pain in told(batch, Pain)] == ([severity] if severity else [])
    assert len(batch.records) == 1


def test_a_number_for_pain_without_a_stated_scale_is_kept_as_a_note(
    tmp_path: Path, clock: Clock
) -> None:
    row = '"20th Nov 2026","Friday","am","Health measurements","6","Pain",""'
    batch = read_text(tmp_path, f"{BEARABLE}\n{row}\n", clock)
    assert told(batch, Pain) == []
    assert told(batch, Feeling)[0]["note"] == "Health measurements: 6 Pain"


def test_a_part_of_today_that_is_not_over_is_now_at_the_latest(
    tmp_path: Path, clock: Clock
) -> None:
    row = '"23rd Nov 2026","Monday","pm","Mood","7","",""'
    batch = read_text(tmp_path, f"{BEARABLE}\n{row}\n", clock)
    assert told(batch, Feeling) == [{"at": "2026-11-23T08:12:00+01:00", "mood": 4}]


@pytest.mark.parametrize(
    ("number", "symptom", "pains"),
    [
        (("4,5", "Pain (0-10)"), "Lower back pain (Severe)", [5]),
        (("5.0", "Lower back pain (0-10)"), "Neck pain (Severe)", [5, 8]),
        (("5.0", "Lower back pain (0-10)"), "Lower back ache (Severe)", [5]),
        (("5.0", "Lower back pain (0-10)"), "Back pain (Severe)", [5]),
        (("12", "Pain (0-10)"), "Lower back pain (Severe)", [8]),
        (("a lot", "Pain (0-10)"), "Lower back pain (Severe)", [8]),
        (("0", "Pain (0-10)"), "Lower back pain (Severe)", [0]),
    ],
)
def test_a_number_of_ones_own_counts_for_its_place_and_only_if_it_is_one(
    tmp_path: Path, clock: Clock, number: tuple[str, str], symptom: str, pains: list[int]
) -> None:
    rows = [
        f'"20th Nov 2026","Friday","am","Health measurements","{number[0]}","{number[1]}",""',
        f'"20th Nov 2026","Friday","pm","Symptom","3","{symptom}",""',
    ]
    batch = read_text(tmp_path, "\n".join([BEARABLE, *rows]), clock)
    assert [pain["severity"] for pain in told(batch, Pain)] == pains
    assert batch.refused == ()
    assert len(batch.records) == 2
