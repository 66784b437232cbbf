"""What is said of fear of bending and of moving."""

from backcare_tui.diary.records.belief import Belief
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.rules.belief import HIGH_FEAR, HOLDS_DAYS
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, look, pains, said

AFRAID = Belief(at=ago(3), bending=8, harm=2)
SPEAKING = {"fear-high": facts_of(AFRAID)}
RESTS = {"fear-high": 14}
SILENT: dict[str, Facts] = {
    "nothing was answered": facts_of(pains(4, 4, 4)),
    "fear is low": facts_of(Belief(at=ago(1), bending=HIGH_FEAR - 1, harm=0)),
    "a later answer is lower": facts_of(AFRAID, Belief(at=ago(1), bending=2)),
    "the answer is old": facts_of(Belief(at=ago(HOLDS_DAYS), bending=9)),
    "a flare goes on": facts_of(AFRAID, pains(3, 3, 3, 3, 3, 3, 7, 7)),
    "pain is severe": facts_of(AFRAID, pains(7)),
    "bones are thin": facts_of(AFRAID, settings={"conditions": ["fracture_recent"]}),
}


@for_each(("why", "facts"), SILENT.items())
def test_it_is_silent(why: str, facts: Facts) -> None:
    assert look("fear-high", facts) is None, why


def test_either_answer_leads_to_small_steps_with_the_number_that_was_given() -> None:
    for answer in (Belief(at=ago(3), bending=6), Belief(at=ago(3), harm=10, bending=0)):
        advice = said("fear-high", facts_of(answer))
        assert advice
        assert f"({answer.highest} of 10)" in advice.text
        assert "Bend Again, Step by Step" in advice.text
        assert advice.severity == "info"
        told = f"{answer.highest} of 10."
        assert advice.because.endswith(told)
