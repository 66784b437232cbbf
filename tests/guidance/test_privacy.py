"""What is nobody else's business: by fixed words, by a person's own, by whom one sees for it."""

import pytest

from backcare_tui.diary.records.team import Person
from backcare_tui.guidance.privacy import (
    is_private_medicine,
    is_private_treatment,
    is_private_visit,
    private_people,
)
from backcare_tui.library.taxonomy import words
from tests.report.page_of import DANA, visit


@pytest.mark.parametrize(
    "treatment",
    [
        *("cbt", "cbt-i", "mindfulness", "Psychologist", "psychotherapy", "Pelvic floor therapy"),
        *("pelvic-floor PT", "grief counseling", "sex therapy", "gynecologist", "urology"),
        *("couples therapy", "EMDR", "Beckenboden-Training", "Verhaltenstherapie"),
    ],
)
def test_care_of_the_mind_and_of_an_intimate_kind_is_private(treatment: str) -> None:
    assert is_private_treatment(treatment)


@pytest.mark.parametrize(
    "treatment",
    [
        *(
            each.id
            for each in words("treatments")
            if each.id not in {"cbt", "cbt-i", "mindfulness"}
        ),
        *("reiki", "spinal decompression", "traumatology", "Middlesex clinic", "dry needling"),
    ],
)
def test_other_care_is_not(treatment: str) -> None:
    assert not is_private_treatment(treatment)


@pytest.mark.parametrize(
    "name",
    [
        *("sertraline", "Sertraline 50 mg", "zoloft", "sertralin", "duloxetine", "antidepressant"),
        *("Lorazepam", "quetiapine", "my SSRI", "sildenafil", "trazodone", "Lithium"),
    ],
)
def test_medicines_for_it_are_private(name: str) -> None:
    assert is_private_medicine(name)


@pytest.mark.parametrize(
    "name",
    [
        *("ibuprofen", "warfarin", "tramadol", "magnesium", "prednisone", "pregabalin"),
        *("ibuprofen 400 mg", "grandmother's drops", "a blue pill", "baclofen", ""),
    ],
)
def test_a_medicine_that_is_not_known_for_it_counts_as_any(name: str) -> None:
    assert not is_private_medicine(name)


def test_whom_one_sees_for_it_is_told_by_the_role_or_by_all_that_was_done() -> None:
    by_role = Person(id="a", name="A", role="psychologist")
    in_own_words = Person(id="b", name="B", role="Psychiatrist")
    by_visits = Person(id="c", name="C")
    both = Person(id="d", name="D")
    visits = (
        visit(3, by_visits, treatment="cbt"),
        visit(2, both, treatment="cbt"),
        visit(1, both),
        visit(1),
    )
    people = (by_role, in_own_words, by_visits, both, DANA)
    assert private_people(people, visits) == {"a", "b", "c"}


def test_a_visit_is_private_by_what_it_was_or_by_whom_it_was_with() -> None:
    assert is_private_visit(visit(1, treatment="cbt"), ())
    assert is_private_visit(visit(1, treatment="other"), {"dana"})
    assert is_private_visit(visit(1, kind="pelvic floor massage"), ())
    assert is_private_visit(visit(1, techniques=("vaginal release",)), ())
    assert not is_private_visit(visit(1, kind="swedish", techniques=("petrissage",)), ())
