"""Twelve weeks of three people, day by day: nothing contradicts itself, little repeats, and what is said is kept.

What each Today said stands in `said/`, for reading; `python -m tests.lived.days` writes it anew.
"""

import difflib

import pytest

from tests.lived.days import Seen, contradictions, lived, printed, repeats, said_file
from tests.lived.people import PEOPLE, LivedPerson

MOST_TIMES = 4
"""On how many days of 84 the same words may stand: shown, and after rests of 7, 14 and 28 days once more each."""
MOST_SEVERE = 6
"""The same of what is said at severe pain, to who has it twice a week."""
_HELD: dict[str, tuple[Seen, ...]] = {}


def seen_by(person: LivedPerson) -> tuple[Seen, ...]:
    if person.name not in _HELD:
        _HELD[person.name] = lived(person)
    return _HELD[person.name]


of_each = pytest.mark.parametrize(
    "person",
    [
        # Who takes down little is lived fast enough for every run.
        pytest.param(each, marks=() if not each.pain else pytest.mark.thorough)
        for each in PEOPLE
    ],
    ids=lambda person: str(person.name),
)


@of_each
def test_nothing_on_today_contradicts_anything_beside_it(person: LivedPerson) -> None:
    assert contradictions(seen_by(person), person.pain) == []


@of_each
def test_little_is_said_in_the_same_words_again_and_again(person: LivedPerson) -> None:
    counted = repeats(seen_by(person))
    offered = sum(n for text, n in counted.items() if text.startswith("check offered"))
    assert offered <= 12
    often = {
        text: count
        for text, count in counted.items()
        if count > (MOST_SEVERE if text.startswith("Severe pain") else MOST_TIMES)
        and not text.startswith("check offered")
    }
    assert often == {}


@of_each
def test_this_week_is_that_of_the_calendar_and_no_advice_calls_seven_days_so(
    person: LivedPerson,
) -> None:
    said = {advice.text + advice.because for each in seen_by(person) for advice in each.advice}
    assert [text for text in said if "this week" in text] == []


@of_each
def test_what_today_said_is_as_it_was_read(person: LivedPerson) -> None:
    kept, now = said_file(person).read_text("utf-8"), printed(person, seen_by(person))
    changed = difflib.unified_diff(kept.splitlines(), now.splitlines(), lineterm="", n=0)
    assert kept == now, "\n".join(
        ["read what changed, then: python -m tests.lived.days", *list(changed)[:40]]
    )
