"""Signs that stand in the diary itself; the cases are in `tests/guidance/test_cases.py`."""

import pytest

from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from tests.guidance.facts_of import ago, facts_of, look, pains

SPEAKING = {
    "rf-fall": facts_of(pains(5, triggers=("fall",))),
    "rf-numbness": facts_of(pains(5, areas=("groin",), qualities=("numb",))),
    "rf-fever": facts_of(pains(5, triggers=("fever",))),
    "rf-weak-leg": facts_of(Session(at=ago(5), routine="core-basics", stopped="leg-weak")),
    "visit-numb": facts_of(
        Visit(at=ago(1), treatment="acupuncture", side_effects=("bruise", "numbness")),
        Visit(at=ago(0, 7), treatment="massage", side_effects=("bruise", "headache")),
    ),
    "rf-after-cancer": facts_of(
        pains(5, areas=("mid-back-c",)), settings={"conditions": ["cancer_history"]}
    ),
}
RESTS = dict.fromkeys(SPEAKING, 1)
"""Days after which each is said again: what stands does not rest."""


@pytest.mark.parametrize(
    ("rule", "because"),
    [
        ("rf-fall", "A fall or slip on Mon 23 Nov, and pain of up to 5 since."),
        ("rf-numbness", "Numbness or tingling on Mon 23 Nov: groin."),
        ("rf-fever", "Illness or fever on Mon 23 Nov."),
        ("visit-numb", "After the acupuncture on Sun 22 Nov: numbness or tingling."),
        ("rf-weak-leg", "Core Basics, Wed 18 Nov: you stopped, a leg feels weak."),
        (
            "rf-after-cancer",
            "Pain on Mon 23 Nov, new higher up the back; known of you: cancer in the past.",
        ),
    ],
)
def test_it_says_what_was_taken_down_and_when(rule: str, because: str) -> None:
    reason = look(rule, SPEAKING[rule])
    assert reason
    assert reason.because == because
