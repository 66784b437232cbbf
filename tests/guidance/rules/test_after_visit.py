"""What a treatment left behind: numbness is answered until warning signs were asked for."""

from typing import Any

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.facts import Facts
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, look, said


def visit(days_ago: int, *effects: str, **fields: Any) -> Visit:
    made: dict[str, Any] = {"treatment": "massage", "side_effects": effects, **fields}
    return Visit(at=ago(days_ago, 7), **made)


SPEAKING = {"visit-numb": facts_of(visit(1, "numbness"))}
RESTS = {"visit-numb": 1}
"""Days after which it is said again."""


def test_numbness_after_a_treatment_says_what_to_do_and_when_to_call() -> None:
    facts = facts_of(visit(0, "bruise", "numbness", treatment="acupuncture"))
    advice = said("visit-numb", facts)
    assert advice
    assert advice.because == "After the acupuncture on Mon 23 Nov: numbness or tingling."
    assert "groin" in advice.text
    assert "call your emergency number" in advice.text


@for_each(
    "facts",
    [
        facts_of(visit(1, "bruise", "headache", "dizzy", "other")),
        facts_of(visit(3, "numbness")),
        facts_of(visit(1, "numbness"), Check(at=ago(0, 7))),
        facts_of(visit(1, "numbness"), Check(at=ago(0, 7), is_check_up=True)),
    ],
)
def test_other_effects_and_what_was_answered_say_nothing(facts: Facts) -> None:
    assert look("visit-numb", facts) is None


def test_it_speaks_on_the_third_day_and_again_after_another_visit() -> None:
    assert look("visit-numb", facts_of(visit(2, "numbness")))
    again = facts_of(visit(2, "numbness"), Check(at=ago(1, 7)), visit(0, "numbness"))
    assert look("visit-numb", again)
