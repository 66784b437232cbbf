"""Medicines as they are typed, and when each was taken."""

import datetime as dt

from backcare_tui.customs import Customs, fixed
from backcare_tui.diary.codec import read_record, write_document
from backcare_tui.diary.medicines import (
    read_medicine,
    taken_at,
    taken_on,
    write_medicine,
)
from backcare_tui.diary.records.pain import Medicine, Pain
from tests.conftest import MONDAY
from tests.for_each import for_each

AS_TYPED = {
    "ibuprofen 400 mg": Medicine("ibuprofen", "400 mg"),
    "pain patch": Medicine("pain patch"),
    "vitamin D 20 µg": Medicine("vitamin D", "20 µg"),
    "5-HTP": Medicine("5-HTP"),
    "2 aspirin": Medicine("2 aspirin"),
    "ibuprofen 400 mg 07:30": Medicine("ibuprofen", "400 mg", "07:30"),
    "aspirin 19:05": Medicine("aspirin", None, "19:05"),
    "co-codamol 8:500": Medicine("co-codamol", "8:500"),
    "ibuprofen 400 mg 25:00": Medicine("ibuprofen", "400 mg 25:00"),
}


@for_each("words", AS_TYPED)
def test_a_medicine_is_read_from_words_and_written_again(words: str) -> None:
    assert read_medicine(words) == AS_TYPED[words]
    assert write_medicine(read_medicine(words)) == words


def test_a_time_is_said_by_the_clock_of_twelve_hours_and_read_again() -> None:
    taken = Medicine("ibuprofen", "400 mg", "19:05")
    with fixed(Customs(hours=12)):
        assert write_medicine(taken) == "ibuprofen 400 mg 7:05 pm"
        assert read_medicine(write_medicine(taken)) == taken


def test_a_time_is_typed_as_times_are() -> None:
    for words in ("aspirin 100 mg @ 9 pm", "aspirin 100 mg at 21:00", "aspirin 100 mg 9:00 pm"):
        assert read_medicine(words) == Medicine("aspirin", "100 mg", "21:00"), words
    assert read_medicine("salve at night") == Medicine("salve at night")


def test_a_time_still_to_come_was_that_of_the_day_before() -> None:
    entry = Pain(at=MONDAY, severity=4)
    for time, at in (
        ("08:12", MONDAY),
        ("07:30", MONDAY.replace(hour=7, minute=30)),
        ("22:30", MONDAY.replace(hour=22, minute=30) - dt.timedelta(days=1)),
        (None, MONDAY),
    ):
        assert taken_at(entry, Medicine("ibuprofen", None, time)) == at, time


def test_what_was_taken_yesterday_is_offered_without_its_time() -> None:
    timed = Medicine("ibuprofen", "400 mg", "07:30")
    entry = Pain(at=MONDAY, severity=4, medicines=(timed, Medicine("ibuprofen", "400 mg")))
    assert timed.words == "ibuprofen 400 mg"
    assert taken_on([entry], MONDAY.date()) == ("ibuprofen 400 mg",)


def test_a_medicine_without_a_time_stands_in_the_file_as_before() -> None:
    timed, plain = Medicine("aspirin", None, "07:30"), Medicine("ibuprofen", "400 mg")
    document = write_document(Pain(at=MONDAY, severity=4, medicines=(timed, plain)))
    assert document["medicines"] == [
        {"name": "aspirin", "time": "07:30"},
        {"name": "ibuprofen", "dose": "400 mg"},
    ]
    read = read_record(Pain, document)
    assert isinstance(read, Pain)
    assert read.medicines == (timed, plain)
