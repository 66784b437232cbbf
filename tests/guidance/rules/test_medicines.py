"""What is said of medicines: taken often, and together with others."""

from collections.abc import Iterable

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.facts import Facts
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, look, pains, said

MINE = ("meds-nsaid-care", "meds-sedatives", "meds-opioid-review", "meds-long")


def took(
    days: int | Iterable[int], *names: str, last: int = 0, dose: str | None = None
) -> list[Pain]:
    """Medicine on so many days in a row, or on these days ago; of several names each in its turn."""
    back = range(last, last + days) if isinstance(days, int) else days
    known = names or ("Ibuprofen",)
    return [
        Pain(at=ago(n), severity=3, medicines=(Medicine(known[n % len(known)], dose),))
        for n in back
    ]


def ids(facts: Facts) -> set[str]:
    return {advice.id for advice in advise(facts)} & set(MINE)


SPEAKING = {
    "meds-nsaid-care": facts_of(took(1), settings={"medicines": ["blood_thinner"]}),
    "meds-sedatives": facts_of(took(2, "tramadol", "zolpidem")),
    "meds-opioid-review": facts_of(took(10, "tramadol")),
    "meds-long": facts_of(took(10)),
}
RESTS = {
    "meds-nsaid-care": 14,
    "meds-sedatives": 14,
    "meds-opioid-review": 30,
    "meds-long": 30,
}
"""Days after which each is said again."""


@for_each(
    ("rule", "because"),
    [
        ("meds-nsaid-care", "On record: Ibuprofen; Blood thinner."),
        ("meds-sedatives", "On record: tramadol and zolpidem."),
        ("meds-opioid-review", "An opioid was taken on 10 of the last 14 days. Pain of those days: 3 of 10."),
        ("meds-long", "It was taken on 10 of the last 14 days."),
    ],
)  # fmt: skip
def test_it_speaks_with_the_figures_of_the_diary(rule: str, because: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert advice.because == because


@for_each(
    ("rule", "facts"),
    [
        ("meds-long", facts_of(took(9))),
        ("meds-long", facts_of(took(9), took(5, last=16))),
        ("meds-long", facts_of(took(10, last=4))),
        ("meds-long", facts_of(took(20, "tramadol"))),
        ("meds-long", facts_of(took(20, "grandmother's tea"))),
        # K: aspirin for the heart, as its dose, its name or its strength says
        ("meds-long", facts_of(took(21, "Aspirin", dose="75 mg"))),
        ("meds-long", facts_of(took(21, "aspirin 81"))),
        ("meds-long", facts_of(took(21, "ASS 100"))),
        ("meds-long", facts_of(took(21, "Aspirin", dose="325 mg"))),
        ("meds-long", facts_of(took(21, "Aspirin protect"))),
        ("meds-long", facts_of(took(21, "low dose aspirin"))),
        ("meds-nsaid-care", facts_of(took(5))),
        ("meds-nsaid-care", facts_of(took(5), settings={"birth_year": 1962})),
        ("meds-nsaid-care", facts_of(took(4, "ibuprofen", "naproxen"), took(1, "Ibuprofen"))),
        ("meds-long", facts_of(took(21, "Aspirine", dose="80 mg"))),
        ("meds-nsaid-care", facts_of(took(5, "Voltaren gel"), settings={"birth_year": 1940})),
        ("meds-nsaid-care", facts_of(took(5, "paracetamol", "warfarin"))),
        ("meds-nsaid-care", facts_of(took(9, "ASS 100"), settings={"birth_year": 1940})),
        ("meds-nsaid-care", facts_of(took(5, last=7), settings={"birth_year": 1940})),
        ("meds-opioid-review", facts_of(took(9, "tramadol"))),
        ("meds-opioid-review", facts_of(took(14, "tramadol"), settings={"conditions": ["cancer_now"]})),
        ("meds-sedatives", facts_of(took(14, "tramadol"))),
        ("meds-sedatives", facts_of(took(1, "tramadol"), took(1, "zolpidem", last=14))),
    ],
)  # fmt: skip
def test_it_just_does_not_speak(rule: str, facts: Facts) -> None:
    assert look(rule, facts) is None


@for_each(
    ("rule", "facts"),
    [
        ("meds-long", facts_of(took([n for n in range(21) if n not in {5, 12}], "naproxen"))),
        ("meds-long", facts_of(took(range(0, 30, 2)))),
        ("meds-long", facts_of(took(10, last=3))),
        ("meds-long", facts_of(took(12, "Advil 200", "paracetamol", "Voltaren"))),
        ("meds-long", facts_of(took(21, "co-codamol 30/500"))),
        ("meds-long", facts_of(took(21, "Ibuprofin 400mg"))),
        ("meds-long", facts_of(took(21, "Novalgin"))),
        ("meds-long", facts_of(took(21, "aspirin", dose="500 mg"))),
        ("meds-long", facts_of([*took(12, "aspirin", dose="300 mg"), *took(12, "aspirin", dose="300 mg")])),
        ("meds-long", facts_of(settings={"medicines": ["acetaminophen"]})),
        ("meds-long", facts_of([Feeling(at=ago(n), medicines=(Medicine("Aleve"),)) for n in range(11)])),
        # J: an anti-inflammatory beside a thinner, and what is like it
        ("meds-nsaid-care", facts_of(took(1), settings={"conditions": ["blood_thinner"]})),
        ("meds-nsaid-care", facts_of(took(2, "Ibuprofen 400", "Eliquis"))),
        ("meds-nsaid-care", facts_of(took(1, "diclofenac"), took(1, "phenprocoumon", last=40))),
        ("meds-nsaid-care", facts_of(took(1), took(9, "ASS 100", last=1))),
        ("meds-nsaid-care", facts_of(took(1), took(1, "naproxen"))),
        ("meds-nsaid-care", facts_of(took(1, "Voltaren 75"), settings={"birth_year": 1950})),
        ("meds-nsaid-care", facts_of(took(1, "ibuprofen", dose="400 mg + Eliquis 5 mg"))),
        ("meds-nsaid-care", facts_of(took(1), took(2, "prednisone", last=3))),
        ("meds-nsaid-care", facts_of(took(1, "Arcoxia"), settings={"birth_year": 1961})),
        ("meds-nsaid-care", facts_of(settings={"medicines": ["nsaid"], "conditions": ["pregnancy"]})),
        ("meds-nsaid-care", facts_of(settings={"medicines": ["nsaid", "blood_thinner"]})),
        ("meds-nsaid-care", facts_of(took(1), settings={"conditions": ["kidney_problem"]})),
        ("meds-nsaid-care", facts_of(took(1), settings={"conditions": ["stomach_ulcer"]})),
        ("meds-nsaid-care", facts_of(took(1), settings={"conditions": ["heart_condition"]})),
        ("meds-opioid-review", facts_of(took(60, "oxycodone"))),
        ("meds-opioid-review", facts_of(took(range(0, 30, 2), "Codeine phosphate"))),
        ("meds-opioid-review", facts_of(settings={"medicines": ["opioid"]})),
        ("meds-sedatives", facts_of(settings={"medicines": ["opioid", "sleep_aid"]})),
        ("meds-sedatives", facts_of(took(1, "diazepam"), settings={"medicines": ["opioid"]})),
        ("meds-sedatives", facts_of(took(2, "co-codamol", "Lyrica"))),
        ("meds-sedatives", facts_of(took(2, "pregabalin", "lorazepam"))),
    ],
)  # fmt: skip
def test_it_speaks_whatever_the_channel(rule: str, facts: Facts) -> None:
    assert look(rule, facts)


def test_nobody_is_told_to_stop_or_to_pause_what_is_prescribed() -> None:
    for rule in MINE:
        text = rules()[rule].text.casefold()
        assert "before you carry on" not in text
        assert "stop" not in text.replace("never stop it suddenly", "")
        assert "over-the-counter" not in text
        assert {"ask", "word"} & set(text.replace(".", " ").split())


def test_an_opioid_is_asked_about_where_it_was_prescribed_with_the_pain_beside_it() -> None:
    advice = said("meds-opioid-review", facts_of(took(60, "tramadol"), pains(*(7,) * 60)))
    assert advice
    assert "never stop it suddenly" in advice.text
    assert advice.because.endswith("Pain of those days: 5 of 10.")


@pytest.mark.parametrize("medicine", ["opioid", "benzodiazepine", "sleep_aid", "gabapentinoid"])
def test_alcohol_beside_what_makes_one_drowsy_sends_to_a_pharmacist(medicine: str) -> None:
    drink = Meal(at=ago(0, 7), meal="drink", alcohol_units=1)
    advice = said("diet-alcohol-meds", facts_of(drink, settings={"medicines": [medicine]}))
    assert advice
    assert "pharmacist" in advice.text


def test_a_bag_of_medicines_is_said_once_each() -> None:
    facts = facts_of(
        took(14, "ibuprofen"),
        took(14, "tramadol"),
        settings={"medicines": ["blood_thinner", "sleep_aid"]},
    )
    assert ids(facts) == set(MINE)
