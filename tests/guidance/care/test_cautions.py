"""The table of treatment against condition, medicine and age holds together."""

from typing import get_args

from backcare_tui.guidance.care.cautions import (
    NotedCaution,
    Treatment,
    TreatmentCaution,
    TreatmentGroup,
    TreatmentGroupId,
    cautions_of,
    groups_of,
    say_cautions,
    sources_of_cautions,
    treatment_cautions,
    treatment_groups,
)
from backcare_tui.library.references import named_in
from backcare_tui.library.taxonomy import WordKind, words
from tests.for_each import for_each


def ids(kind: WordKind) -> set[str]:
    return {word.id for word in words(kind)}


@for_each("group", treatment_groups(), ids=lambda group: group.id)
def test_a_group_names_treatments_that_there_are(group: TreatmentGroup) -> None:
    assert set(group.treatments) <= ids("treatments")
    assert set(group.kinds) <= ids("massage_kinds")
    assert set(group.techniques) <= ids("techniques")
    assert all(word == word.casefold() for word in group.words)
    assert group.whom.startswith("Ask ")


def test_every_group_has_its_rows_and_every_row_its_group() -> None:
    known = get_args(TreatmentGroupId)
    assert [group.id for group in treatment_groups()] == list(known)
    assert {row.group for row in treatment_cautions()} == set(known)


@for_each("row", treatment_cautions(), ids=lambda row: f"{row.group}-{row.against}{row.from_age}")
def test_a_row_is_against_something_that_can_be_known_and_says_from_where(
    row: TreatmentCaution,
) -> None:
    assert (row.against in ids("conditions") | set(get_args(NotedCaution))) is (
        row.from_age is None
    )
    assert row.why.endswith(".")
    assert len(say_cautions([row])) <= 220
    assert named_in(row.source) or (row.source, row.mark) == ("backcare's own rule", "design")


def test_no_pair_stands_twice() -> None:
    pairs = [(row.group, row.against, row.from_age) for row in treatment_cautions()]
    assert len(pairs) == len(set(pairs))


def test_every_pair_that_a_clinician_names_is_there() -> None:
    pairs = {(row.group, row.against) for row in treatment_cautions()}
    wanted = {
        "massage": "blood_thinner osteoporosis fracture_recent long_term_steroids cancer_now pregnancy "
        "inflammatory_arthritis recent_infection clot_history skin_wound bleeding_disorder",
        "manipulation": "osteoporosis fracture_recent long_term_steroids blood_thinner cancer_now "
        "inflammatory_arthritis spinal_stenosis spondylolisthesis disc_leg_pain cancer_history",
        "needling": "blood_thinner bleeding_disorder pregnancy immune_suppressed recent_infection",
        "heat": "numb numb_skin pregnancy signs_of_inflammation",
        "device": "spine neck-front blood_thinner osteoporosis pregnancy",
    }
    missing = [
        (group, against)
        for group, named in wanted.items()
        for against in named.split()
        if (group, against) not in pairs
    ]
    assert not missing


@for_each(
    ("given", "groups"),
    [
        (Treatment("massage"), {"massage"}),
        (Treatment("massage", "deep-tissue"), {"massage"}),
        (Treatment("massage", "self"), {"device"}),
        (Treatment("massage", "hot-stone"), {"massage", "heat"}),
        (Treatment("massage", techniques=("heat",)), {"massage", "heat"}),
        (Treatment("Massage gun"), {"device"}),
        (Treatment("Deep tissue massage"), {"massage"}),
        (Treatment("osteopathy"), {"manipulation"}),
        (Treatment("Spinal manipulation"), {"manipulation"}),
        (Treatment("Chiropractic adjustment"), {"manipulation"}),
        (Treatment("physical-therapy", "Dry needling"), {"needling"}),
        (Treatment("physical-therapy"), set()),
        (Treatment("electro-acupuncture"), {"needling"}),
        (Treatment("Electroacupuncture"), {"needling"}),
        (Treatment("dry_needling"), {"needling"}),
        (Treatment("deep tissue"), {"massage"}),
        (Treatment("Cupping"), {"massage"}),
        (Treatment("Back massager"), {"device"}),
        (Treatment("foam rolling"), {"device"}),
        (Treatment("spinal mobilisation"), {"manipulation"}),
        (Treatment("physio"), set()),
        (Treatment("sauna"), {"heat"}),
        (Treatment("Hot bath"), {"heat"}),
        (Treatment("tai-chi"), {"exercise"}),
        (Treatment("cbt"), set()),
        (Treatment("intense talk"), set()),
    ],
)
def test_a_treatment_is_known_by_its_id_or_by_ones_own_words(
    given: Treatment, groups: set[str]
) -> None:
    assert set(groups_of(given)) == groups


def test_what_is_not_for_now_comes_first_and_all_is_said() -> None:
    found = cautions_of(
        [Treatment("chiropractic")], "manipulation", {"osteoporosis", "fracture_recent"}, 71
    )
    assert [row.against for row in found] == ["fracture_recent", "osteoporosis", ""]
    words_ = say_cautions(found)
    assert words_.startswith("Not now: ")
    assert all(row.why in words_ for row in found)
    assert sources_of_cautions(found) == "WHO 2005 (seen through others); backcare's own rule"
    assert say_cautions(()) == ""
