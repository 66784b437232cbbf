"""Entries found by what they say."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.customs import Customs, fixed
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.said import EntryWords, excerpt, newest_first
from tests.conftest import MONDAY

CONTEXT = FieldContext()


def test_every_word_has_to_stand_somewhere_whatever_its_case() -> None:
    words = EntryWords()
    entry = Pain(at=MONDAY, severity=4, note="Long walk\nin the Park", qualities=("stiff",))
    for typed, fits in {
        "park long": True,
        "STIFF": True,
        "moderate": True,
        "park pizza": False,
        " ": False,
    }.items():
        assert bool(list(words.found([entry], typed, CONTEXT))) is fits, typed


def test_what_was_changed_is_searched_as_it_is_now() -> None:
    words, before = EntryWords(), Pain(id="a" * 8, at=MONDAY, severity=4, note="before")
    assert "before" in words.of(before, CONTEXT)
    after = Pain(id="a" * 8, at=MONDAY, severity=4, note="after")
    assert "before" not in words.of(after, CONTEXT)


def test_times_are_searched_as_they_are_said_now() -> None:
    words, night = EntryWords(), Night(night=MONDAY.date(), bed="22:30", up="06:00")
    assert "22:30" in words.of(night, CONTEXT)
    with fixed(Customs(hours=12)):
        assert "10:30 pm to 6:00 am" in words.of(night, CONTEXT)
    assert "22:30" in words.of(night, CONTEXT)


def test_years_are_looked_through_from_the_newest_on_and_none_is_left_out(
    repository: TinyRepository,
) -> None:
    assert list(newest_first(repository)) == []
    ago = (0, 1, 119, 120, 121, 240, 900)
    repository.add(*(Pain(at=MONDAY - dt.timedelta(days=n), severity=2) for n in ago))
    found = [record.day for some in newest_first(repository) for record in some]
    assert found == [MONDAY.date() - dt.timedelta(days=n) for n in ago]


@given(st.text(max_size=80), st.text(max_size=8), st.integers(4, 40))
def test_an_excerpt_is_never_wider_than_there_is_room_for(
    said: str, typed: str, width: int
) -> None:
    assert len(excerpt(said, typed, width)) <= width


def test_an_excerpt_has_what_was_typed() -> None:
    said = "Pain 4 moderate\n" + "a very long line about the garden and then " * 3 + "quince"
    assert "quince" in excerpt(said, "quince", 30)
    assert excerpt("short", "nowhere", 30) == "short"
