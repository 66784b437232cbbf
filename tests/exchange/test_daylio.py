"""Daylio's exports, generation by generation."""

from pathlib import Path

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import read
from tests.exchange.reading import DAYLIO, FILES, read_text, told


def test_the_generation_of_2018_has_its_year_in_a_column_of_its_own(clock: Clock) -> None:
    batch = read(FILES / "daylio-2018.csv", None, clock)
    assert batch.format == "daylio"
    assert batch.refused == ()
    assert told(batch, Feeling) == [
        {"at": "2018-06-22T07:05:00+02:00", "note": "Mood: sad"},
        {
            "at": "2018-06-22T20:39:00+02:00",
            "mood": 5,
            "words": ["walking", "back pain"],
            "note": "Long walk, then the back again",
        },
    ]
    assert told(batch, Meal) == [
        {"at": "2018-06-22T07:05:00+02:00", "meal": "drink", "coffees": 1.0}
    ]
    assert told(batch, Night) == [{"night": "2018-06-22", "quality": 2}]


def test_an_activity_that_names_pain_stays_a_word_and_is_counted(clock: Clock) -> None:
    batch = read(FILES / "daylio-2018.csv", None, clock)
    assert told(batch, Pain) == []
    assert (
        '1 entry names pain, without a number; nothing was made up: "back pain" (1).' in batch.notes
    )
    assert 'Mood words kept in the note, without a number: "sad" (1).' in batch.notes


def test_the_generation_of_2019_has_twelve_hour_clocks_and_notes_of_several_lines(
    clock: Clock,
) -> None:
    batch = read(FILES / "daylio-2019.csv", None, clock)
    assert told(batch, Feeling) == [
        {"at": "2019-09-28T10:00:00+02:00", "mood": 4, "note": "first line\nsecond line"},
        {
            "at": "2019-09-28T17:01:00+02:00",
            "mood": 3,
            "words": ["reading"],
            "note": 'They said "relax", and I did',
        },
    ]
    assert told(batch, Visit) == [{"at": "2019-09-28T17:01:00+02:00", "treatment": "massage"}]
    assert told(batch, Meal) == [{"at": "2019-09-28T10:00:00+02:00", "tags": ["fast-food"]}]
    assert told(batch, Night) == [{"night": "2019-09-28", "quality": 4}]


def test_the_generation_of_2020_has_titles_html_and_narrow_spaces(clock: Clock) -> None:
    batch = read(FILES / "daylio-2020.csv", None, clock)
    assert told(batch, Feeling) == [
        {
            "at": "2026-11-21T21:41:00+01:00",
            "mood": 1,
            "note": "A title\nLay down at 5 & slept\nthen tea\nx < y",
        }
    ]


def test_a_row_that_cannot_be_is_a_sentence_with_its_line(clock: Clock) -> None:
    batch = read(FILES / "daylio-2020.csv", None, clock)
    assert batch.refused == (
        'Line 3: date: "2031-01-01 08:00" is not in the past; times to come cannot be recorded.',
        'Line 4: date: "2026-02-30" is not a day such as 2020-09-22 or 22nd Sep 2020.',
        'Line 5: time: "25:10" is not a time of day such as 20:39 or 5:01 PM.',
    )


def test_a_scale_named_pain_is_taken_and_another_one_is_kept_in_the_note(clock: Clock) -> None:
    batch = read(FILES / "daylio-2026.csv", None, clock)
    assert told(batch, Pain) == [
        {"at": "2026-11-22T08:00:00+01:00", "severity": 4},
        {"at": "2026-11-22T21:00:00+01:00", "severity": 6, "areas": ["lower-back-c"]},
    ]
    assert told(batch, Feeling)[1]["note"] == "Scale: Focus: 3"
    assert 'Not understood and left out: column "weather".' in batch.notes


@pytest.mark.parametrize(
    "scale",
    ["Pain: 60", "Pain: 7/100", "Pain relief: 6", "Pain 3/5", "Painting: 4", "Pain", "Knee: 3"],
)
def test_no_number_for_pain_is_guessed(tmp_path: Path, clock: Clock, scale: str) -> None:
    header = DAYLIO.replace("activities", "activities,scales")
    row = f'2026-11-20,November 20,Friday,08:00,good,"","{scale}","",""'
    batch = read_text(tmp_path, f"{header}\n{row}\n", clock)
    assert told(batch, Pain) == []
    assert told(batch, Feeling)[0]["note"] == f"Scale: {scale}"


def test_words_for_sleep_that_differ_on_one_day_stay_words(tmp_path: Path, clock: Clock) -> None:
    rows = [
        '2026-11-20,November 20,Friday,20:00,good,"good sleep","",""',
        '2026-11-20,November 20,Friday,08:00,good,"bad sleep","",""',
    ]
    batch = read_text(tmp_path, "\n".join([DAYLIO, *rows]), clock)
    assert told(batch, Night) == []
    assert [feeling["words"] for feeling in told(batch, Feeling)] == [["bad sleep"], ["good sleep"]]


def test_an_activity_too_long_for_a_word_is_kept_in_the_note(tmp_path: Path, clock: Clock) -> None:
    row = f'2026-11-20,November 20,Friday,20:00,good,"{"walk " * 50}","",""'
    batch = read_text(tmp_path, f"{DAYLIO}\n{row}\n", clock)
    assert told(batch, Feeling)[0]["note"] == "Activity: " + ("walk " * 50).strip()


def test_a_scale_says_its_points_and_may_have_a_decimal(tmp_path: Path, clock: Clock) -> None:
    header = DAYLIO.replace("activities", "activities,scales")
    row = (
        '2026-11-20,x,Friday,08:00,good,"","Pain: 4,5/10 points | Sleep Quality: 8/10 points","",""'
    )
    batch = read_text(tmp_path, f"{header}\n{row}\n", clock)
    assert [pain["severity"] for pain in told(batch, Pain)] == [5]
    assert told(batch, Feeling)[0]["note"] == "Scale: Sleep Quality: 8/10 points"


def test_the_key_is_what_the_file_says_whatever_the_clocks_did(
    tmp_path: Path, clock: Clock
) -> None:
    row = '2026-03-29,March 29,Sunday,02:30,good,"","","the hour that was left out"'
    batch = read_text(tmp_path, f"{DAYLIO}\n{row}\n", clock)
    (entry,) = batch.records
    assert entry.imported
    assert entry.imported.key == "2026-03-29 02:30 feeling"


def test_what_is_past_where_the_phone_was_may_be_a_day_ahead_here(
    tmp_path: Path, clock: Clock
) -> None:
    rows = [f'2026-11-{day},x,Monday,08:00,good,"","",""' for day in (24, 25)]
    batch = read_text(tmp_path, "\n".join([DAYLIO, *rows]), clock)
    assert [record.day.day for record in batch.records] == [24]
    assert len(batch.refused) == 1
