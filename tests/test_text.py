import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.text import (
    clean,
    say_count,
    say_day,
    say_list,
    say_minutes,
    say_near_day,
    say_number,
    say_time,
    say_times,
    shortened,
)
from tests.examples import tried

MONDAY = dt.date(2026, 11, 23)
DIRECTION = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
@tried(300)
def test_no_control_or_direction_character_gets_through(text: str) -> None:
    for char in clean(text):
        assert unicodedata.category(char) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(char) not in DIRECTION


@given(st.text())
def test_lines_are_kept_only_where_they_are_asked_for(text: str) -> None:
    assert "\n" not in clean(text)
    assert set(clean(text, lines=True)) - {"\n"} == set(clean(text, lines=True).replace("\n", ""))
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Rückenübung 背中", "Rückenübung 背中"),
        ("a\tb\r\nc\rd", "a b c d"),
        ("\x1b[2Jgone", "\ufffd[2Jgone"),
        ("safe\u202efdp.exe", "safe\ufffdfdp.exe"),
        ("\x9b31m", "\ufffd31m"),
        ("half \ud800", "half \ufffd"),
    ],
)
def test_what_could_command_the_terminal_is_shown_as_a_mark(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text(), st.integers(1, 80))
def test_a_shortened_text_is_one_line_that_fits(text: str, width: int) -> None:
    line = shortened(text, width)
    assert len(line) <= width
    assert "\n" not in line


def test_a_text_that_fits_is_not_cut() -> None:
    assert shortened(" stiff ", 5) == "stiff"
    assert shortened("stiffness", 5) == "stif…"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (400, "6 h 40"), (425.4, "7 h 05"), (59.6, "1 h")],
)
def test_a_length_is_said_as_people_say_it(minutes: float, words: str) -> None:
    assert say_minutes(minutes) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (MONDAY, "today"),
        (MONDAY - dt.timedelta(days=1), "yesterday"),
        (MONDAY - dt.timedelta(days=2), "Sat 21 Nov"),
        (MONDAY + dt.timedelta(days=1), "Tue 24 Nov"),
        (dt.date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)
def test_a_day_is_said_from_the_point_of_view_of_today(day: dt.date, words: str) -> None:
    assert say_near_day(day, MONDAY) == words


def test_a_day_on_its_own_is_said_without_its_year() -> None:
    assert say_day(dt.date(2025, 12, 31)) == "Wed 31 Dec"


def test_a_time_of_day_has_two_figures_each() -> None:
    assert say_time(dt.time(8, 5)) == "08:05"


def test_how_often_is_said_in_words_up_to_twice() -> None:
    assert [say_times(count) for count in range(4)] == ["not once", "once", "twice", "3 times"]


def test_a_count_agrees_with_its_noun() -> None:
    assert say_count(1, "night") == "1 night"
    assert say_count(0, "night") == "0 nights"
    assert say_count(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(
    ("number", "words"), [(4, "4"), (4.26, "4.3"), (10.0, "10"), (-2.5, "-2.5")]
)
def test_a_figure_has_one_decimal_at_most(number: float, words: str) -> None:
    assert say_number(number) == words


def test_a_list_says_its_last_word_after_and_or_or() -> None:
    assert [say_list(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert say_list(["pdf", "html"], "or") == "pdf or html"
