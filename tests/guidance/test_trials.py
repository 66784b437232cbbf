import pytest

from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.trials import IDEAS, idea_of, own_medicines, refuse_medicine
from backcare_tui.library.taxonomy import words
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY
from tests.for_each import for_each

NAMES = sorted({name for sort in words("medicines") for name in sort.names})


@for_each("name", NAMES)
def test_no_medicine_that_is_known_is_tried(name: str) -> None:
    with pytest.raises(BadValue):
        refuse_medicine(f"{name.upper()} at night")


@pytest.mark.parametrize(
    "name", ["my tablets", "no pills", "half the dose", "Medication", "opioids"]
)
def test_words_for_medicine_are_refused_too(name: str) -> None:
    with pytest.raises(BadValue):
        refuse_medicine(name)


def test_the_refusal_says_whom_to_talk_to() -> None:
    with pytest.raises(BadValue) as error:
        refuse_medicine("Ibuprofen at night")
    assert str(error.value) == (
        'try: "Ibuprofen at night" is not for a trial by lot: no medicine is, neither taken nor '
        "left out; talk to the person who prescribed it, or to a pharmacist."
    )


def test_the_persons_own_medicines_are_refused(repository: TinyRepository) -> None:
    repository.add(
        Pain(at=MONDAY, severity=4, medicines=(Medicine("Zorbax forte", "5 mg"),)),
        Feeling(at=MONDAY, medicines=(Medicine("blue ones"),)),
    )
    own = own_medicines(repository)
    assert own == {"Zorbax forte", "blue ones"}
    for name in ("No zorbax FORTE", "the blue ones"):
        with pytest.raises(BadValue):
            refuse_medicine(name, own)
    refuse_medicine("The blue pillow", own)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Heat in the evening", 3),
        ("A massage", 7),
        ("Thai massage on Mondays", 7),
        ("Coffee only before noon", None),
    ],
)
def test_what_lasts_takes_longer_periods_and_says_why(name: str, days: int | None) -> None:
    idea = idea_of(name)
    assert idea is not None
    assert idea.period_days == days
    assert bool(idea.why) == (days is not None)


def test_of_own_words_nothing_is_known() -> None:
    assert idea_of("Swimming") is None


@for_each("idea", [*IDEAS, "Another chair", "Getting a massage", ""])
def test_what_people_do_can_be_tried(idea: str) -> None:
    refuse_medicine(idea, ("ibuprofen", ""))
