"""Medicines by the names that people write."""

from backcare_tui.library.medicines import (
    is_aspirin,
    is_named_for_the_heart,
    milligrams,
    sorts_of_medicine,
)
from tests.for_each import for_each


@for_each(
    ("name", "sorts"),
    [
        ("Ibuprofen 400mg", {"nsaid"}),
        ("IBUPROFEN400", {"nsaid"}),
        ("ASS 100", {"nsaid"}),
        ("Arcoxia", {"nsaid"}),
        ("aceclofenac", {"nsaid"}),
        ("dexketoprofen 25", {"nsaid"}),
        ("Panadol Extra", {"acetaminophen"}),
        ("Doliprane 1000", {"acetaminophen"}),
        ("co-codamol 30/500", {"opioid", "acetaminophen"}),
        ("Tylenol with codeine", {"opioid", "acetaminophen"}),
        ("Codeine phosphate", {"opioid"}),
        ("dihydrocodeine", {"opioid"}),
        ("Novalgin", {"pain_other"}),
        ("metamizole", {"pain_other"}),
        ("diazepam 5 mg", {"benzodiazepine"}),
        ("edoxaban", {"blood_thinner"}),
        ("Marcumar", {"blood_thinner"}),
        ("enoxaparin injection", {"blood_thinner"}),
        ("Heparin", {"blood_thinner"}),
        ("ticagrelor", {"blood_thinner"}),
        ("prasugrel", {"blood_thinner"}),
        ("Eliquis 5 mg", {"blood_thinner"}),
        ("blood_thinner", {"blood_thinner"}),
        ("Anti-inflammatory (NSAID)", {"nsaid"}),
        # on the skin
        ("diclofenac gel 1%", {"topical"}),
        ("Heparin gel", {"topical"}),
        ("hydrocortisone cream", {"topical"}),
        ("fentanyl patch", {"topical", "opioid"}),
        ("Butec patch", {"topical", "opioid"}),
        # sold under one name as a gel and as tablets
        ("Voltaren 75 mg", {"nsaid", "topical"}),
        ("Voltaren Emulgel", {"topical"}),
        # names of Europe, with their marks, and of makers behind a hyphen
        ("ASS-ratiopharm 100", {"nsaid"}),
        ("Diclo-ratiopharm", {"nsaid"}),
        ("Ibuprofène", {"nsaid"}),
        ("Kardégic 75", {"nsaid"}),
        ("Zapain", {"opioid", "acetaminophen"}),
        ("Zomorph", {"opioid"}),
        ("MST 10 mg", {"opioid"}),
        ("Temesta", {"benzodiazepine"}),
        ("Stilnoct", {"sleep_aid"}),
        ("Innohep", {"blood_thinner"}),
        ("Previscan", {"blood_thinner"}),
        ("Urbason", {"steroid"}),
        ("non-steroidal", set()),
    ],
)
def test_it_is_known_by_a_word_of_its_name(name: str, sorts: set[str]) -> None:
    assert sorts_of_medicine(name) == sorts


@for_each(
    ("name", "sort"),
    [
        ("ibuprofin", "nsaid"),
        ("naproxin", "nsaid"),
        ("diclofenak", "nsaid"),
        ("paracetemol", "acetaminophen"),
        ("acetominophen", "acetaminophen"),
        ("tramadoll", "opioid"),
        ("oxycodon", "opioid"),
        ("warferin", "blood_thinner"),
        ("diazapam", "benzodiazepine"),
        ("gabapentine", "gabapentinoid"),
    ],
)
def test_a_letter_or_two_amiss_are_understood(name: str, sort: str) -> None:
    assert sorts_of_medicine(name) == {sort}


@for_each(
    "name",
    [
        "grandmother's tea",
        "vitamin D",
        "omeprazole",
        "metformin",
        "lisinopril",
        "cetirizine",
        "levothyroxine",
        "metoprolol",
        "fluoxetine",
        "Celexa",
        "methimazole",
        "loperamide",
        "clonidine",
        "candesartan",
        "lamotrigine",
        "pantoprazole",
        "sertraline",
        "",
        "400 mg",
    ],
)
def test_what_is_not_known_is_of_no_sort(name: str) -> None:
    assert not sorts_of_medicine(name)


@for_each(
    ("name", "is_so"),
    [
        ("Aspirin protect 100", True),
        ("baby aspirin", True),
        ("low dose aspirin", True),
        ("Aspirin Cardio", True),
        ("Aspirine protect", True),
        ("Aspirin", False),
        ("Ibuprofen protect", False),
    ],
)
def test_a_name_may_say_that_aspirin_is_for_the_heart(name: str, *, is_so: bool) -> None:
    assert is_named_for_the_heart(name) is is_so
    assert is_aspirin(name) is ("spirin" in name)


@for_each(
    "name", ["Kardegic", "Godamed 100", "Nu-Seals 75", "Ascal", "Herz ASS 100", "Cardioaspirina"]
)
def test_some_aspirin_is_sold_for_the_heart_alone(name: str) -> None:
    assert is_aspirin(name)
    assert is_named_for_the_heart(name)


@for_each(
    ("text", "amount"),
    [
        ("75 mg", 75),
        ("81", 81),
        ("ASS 100", 100),
        ("0.1 g", 100),
        ("0,5g", 500),
        ("2x75mg", 150),
        ("2 tablets of 500 mg", 500),
        ("1 tablet", None),
        ("one", None),
        ("", None),
    ],
)
def test_a_dose_is_read_as_milligrams(text: str, amount: float | None) -> None:
    assert milligrams(text) == amount
