"""What is said of low mood, and of marks of a crisis."""

from typing import Any

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.regions import region
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, look, pains, said


def moods(*each_day: int | None, last: int = 0) -> list[Pain]:
    """Moods on one day after the other, the last of them so many days ago."""
    days = enumerate(reversed(each_day))
    return [
        Pain(at=ago(last + back), severity=3, mood=mood) for back, mood in days if mood is not None
    ]


def marked(*flags: str, days_ago: int = 0, **fields: Any) -> Check:
    return Check(at=ago(days_ago, 7), mood_flags=flags, **fields)


SPEAKING = {
    "mood-crisis": facts_of(marked("hopeless", "self_harm")),
    "mood-low": facts_of(moods(2, 1, None, 2, 2, 2)),
    "under-age": facts_of(settings={"birth_year": 2012}),
}
RESTS = {
    "mood-crisis": 1,
    "mood-low": 7,
    "under-age": 30,
}
"""Days after which each is said again; None where it is not."""


@pytest.mark.parametrize(
    ("rule", "because"),
    [
        ("mood-crisis", "Marked on Mon 23 Nov: thoughts of self-harm, feeling hopeless."),
        ("mood-low", "Mood was 2 of 5 or lower on 5 days of seven."),
    ],
)
def test_it_speaks_with_the_figures_of_the_diary(rule: str, because: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert advice.because == because
    assert "{" not in advice.text


@for_each(
    ("rule", "facts"),
    [
        ("mood-crisis", facts_of(Check(at=ago(0), red_flags=("fever_unwell",)))),
        ("mood-crisis", facts_of(marked("hopeless", days_ago=1), Check(at=ago(0)))),
        ("mood-crisis", facts_of(marked("hopeless"), Check(at=ago(0), is_check_up=True))),
        ("mood-low", facts_of(moods(2, 2, 2, 2))),
        ("mood-low", facts_of(moods(2, 2, 2, 2, 3))),
        ("mood-low", facts_of(moods(2, 2, 2, 2, last=1), moods(2, last=7))),
        ("mood-low", facts_of(pains(9, 9, 9, 9, 9, 9, 9))),
    ],
)
def test_it_just_does_not_speak(rule: str, facts: Facts) -> None:
    assert look(rule, facts) is None


@pytest.mark.parametrize("flag", ["hopeless", "self_harm"])
def test_either_mark_alone_stands_alone_and_says_whom_to_call(flag: str) -> None:
    facts = facts_of(marked(flag), pains(*(9,) * 7), settings={"emergency_number": "112"})
    (advice,) = advise(facts)
    assert advice.id == "mood-crisis"
    assert advice.level == "emergency"
    assert region().crisis in advice.text
    assert "call 112" in advice.text


def test_an_old_mark_stands_until_somebody_looked() -> None:
    assert look("mood-crisis", facts_of(marked("hopeless", days_ago=90)))


def test_a_days_mood_is_the_mean_of_its_entries() -> None:
    brighter = [Pain(at=ago(0, 6), severity=3, mood=3)]
    assert look("mood-low", facts_of(moods(2, 2, 2, 2, 2), brighter)) is None
    assert look("mood-low", facts_of(moods(2, 2, 2, 2, 1), brighter))
