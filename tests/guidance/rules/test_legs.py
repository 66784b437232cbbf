"""What lasts in a leg; the cases are in `tests/guidance/test_cases.py`."""

from tests.guidance.facts_of import facts_of, look, pains

CALF = pains(*(4,) * 10, areas=("calf-l",))
NUMB = pains(*(4,) * 10, areas=("foot-r",), qualities=("numb",))


LONG = pains(*(4,) * 50, areas=("calf-l",))


def test_it_names_on_how_many_days_and_since_when() -> None:
    for rule, entries, what in (
        ("leg-pain", CALF, "Pain down a leg"),
        ("leg-numb", NUMB, "Numbness or tingling below the knee"),
    ):
        reason = look(rule, facts_of(entries))
        assert reason
        assert reason.because == f"{what} on 10 days since Sat 14 Nov."


def test_pain_of_six_weeks_says_since_when() -> None:
    reason = look("leg-pain-long", facts_of(LONG))
    assert reason
    assert reason.because == "Pain down a leg since Mon 5 Oct, or longer."


SPEAKING = {
    "leg-numb": facts_of(NUMB),
    "leg-pain": facts_of(CALF),
    "leg-pain-long": facts_of(LONG),
}
RESTS = dict.fromkeys(SPEAKING, 14)
"""Days after which each is said again."""
