import re
from collections import Counter
from textwrap import wrap

import pytest

from tests.for_each import for_each
from tests.library.content import (
    BY_ID,
    EXERCISES,
    KEBAB,
    TAXONOMY,
    Exercise,
    Source,
    ids,
    is_plain,
    is_whole,
)

FLOOR = {"supine", "prone", "side-lying", "quadruped", "kneeling"}
POSITIONS = FLOOR | {"standing", "seated"}
KINDS = {"stretch", "mobility", "strength", "breathing", "relaxation", "aerobic", "self-massage"}

each_exercise = for_each("one", EXERCISES, ids=lambda one: one["id"])
ruled_out = [one for one in EXERCISES if one["avoid_if"]]
each_ruled_out = for_each("one", ruled_out, ids=lambda one: one["id"])
paced = [one for one in EXERCISES if "breath" in one]
each_paced = pytest.mark.parametrize("one", paced, ids=lambda one: one["id"])


def sentences(one: Exercise) -> list[str]:
    said = [one["name"], one["setup"], *one["cues"], one["breathing"], one["easier"], one["harder"]]
    reasons = [*one.get("why", {}).values(), *one.get("adapt", {}).values()]
    return [*said, *reasons, one.get("note", "")]


def minds(one: Exercise, condition: str) -> bool:
    """Whether an exercise is left or done otherwise with a condition."""
    return condition in one["avoid_if"] or condition in one.get("adapt", {})


def test_ids_are_kebab_case_and_there_once() -> None:
    assert len(BY_ID) == len(EXERCISES) >= 80
    assert all(KEBAB.fullmatch(exercise_id) for exercise_id in BY_ID)


def test_no_name_or_alias_stands_for_two_exercises() -> None:
    names = Counter(name.casefold() for one in EXERCISES for name in (one["name"], *one["aliases"]))
    assert [name for name, times in names.items() if times > 1] == []


@each_exercise
def test_an_exercise_says_what_it_is_with_the_words_of_the_taxonomy(one: Exercise) -> None:
    assert one["kind"] in KINDS
    assert one["position"] in POSITIONS
    assert one["level"] in {1, 2, 3}
    assert one["sides"] in {"none", "each"}
    assert set(one["targets"]) <= ids("area_groups")
    assert set(one["stop_if"]) <= ids("stop_reasons")
    assert set(one["avoid_if"]) <= ids("conditions")
    assert set(one["equipment"]) <= ids("equipment")
    assert one["targets"]
    assert one["stop_if"]
    for said in (one["targets"], one["stop_if"], one["avoid_if"], one["equipment"]):
        assert len(set(said)) == len(said)


@each_exercise
def test_a_dose_is_sane_for_a_sore_back(one: Exercise) -> None:
    dose = one["dose"]
    assert set(dose) == {"mode", "hold_s", "reps", "sets", "rest_s", "rep_s"}
    assert 1 <= dose["sets"] <= 3
    assert (dose["rest_s"] > 0) == (dose["sets"] > 1)
    match dose["mode"]:
        case "hold":
            assert 8 <= dose["hold_s"] <= 30
            assert 1 <= dose["reps"] <= 8
            assert dose["rep_s"] == 0
        case "reps":
            if one["id"] in STEP_BY_STEP:
                assert (dose["reps"], dose["rep_s"] >= 5 * len(one["cues"])) == (2, True)
            else:
                assert 5 <= dose["reps"] <= 20
                assert 2 <= dose["rep_s"] <= 15
            assert 0 <= dose["hold_s"] < dose["rep_s"]
        case mode:
            assert mode == "time"
            assert 20 <= dose["hold_s"] <= 20 * 60
            assert (dose["reps"], dose["rep_s"]) == (1, 0)


@each_exercise
def test_a_stretch_is_held_for_ten_to_thirty_seconds_and_strength_no_longer_than_fifteen(
    one: Exercise,
) -> None:
    if one["kind"] == "stretch":
        assert one["dose"]["mode"] == "hold"
        assert one["dose"]["hold_s"] >= 10
    if one["kind"] == "strength" and one["dose"]["mode"] != "time":
        assert one["dose"]["hold_s"] <= 15


@each_exercise
def test_what_is_said_is_short_plain_and_kind(one: Exercise) -> None:
    assert all(is_plain(text) for text in sentences(one))
    assert 3 <= len(one["name"]) <= 34
    assert len(one["setup"]) <= 130
    assert re.fullmatch(r"[^.!?]+\.", one["setup"])
    for text in (one["breathing"], one["easier"], one["harder"]):
        assert 5 <= len(text) <= 90


@each_exercise
def test_cues_are_three_to_five_short_calls(one: Exercise) -> None:
    assert 3 <= len(one["cues"]) <= 5
    assert len(set(one["cues"])) == len(one["cues"])
    for cue in one["cues"]:
        assert 5 <= len(cue) <= 70
        assert cue[0].isupper()
        assert not cue.endswith((".", "!", ","))
        assert not re.search(r"\bstop\b", cue, re.IGNORECASE)  # kept for what asks to stop


def test_the_breathing_exercises_have_a_pace() -> None:
    breathing = {one["id"] for one in EXERCISES if one["kind"] == "breathing"}
    assert {one["id"] for one in paced} == breathing


@each_paced
def test_a_block_is_a_whole_number_of_breaths_and_the_words_count_the_same(one: Exercise) -> None:
    breath = one["breath"]
    assert set(breath) == {"in_s", "hold_s", "out_s", "rest_s"}
    assert 6 <= sum(breath.values()) <= 20
    assert one["dose"]["hold_s"] % sum(breath.values()) == 0
    said = " ".join((*one["cues"], one["breathing"]))
    seconds = {int(number) for number in re.findall(r"\b(\d+)\b", said)}
    assert seconds <= set(breath.values())
    assert {breath["in_s"], breath["out_s"]} <= seconds


@each_exercise
def test_every_condition_has_its_reason_and_no_other_is_given(one: Exercise) -> None:
    why = one.get("why", {})
    assert list(why) == one["avoid_if"]
    for reason in why.values():
        assert 10 <= len(reason) <= 60
        assert reason[0].islower()
        assert not reason.endswith(".")


@each_exercise
def test_what_is_adapted_is_not_ruled_out_and_says_how_in_a_few_words(one: Exercise) -> None:
    for condition, how in one.get("adapt", {}).items():
        assert condition in ids("conditions")
        assert condition not in one["avoid_if"]
        assert 10 <= len(how) <= 62
        assert how[0].islower()
        assert not how.endswith(".")
        # Both stand in two lines of the player, at 80 columns, as the exercise comes up.
        assert len(wrap(f"{one['setup']} For you: {how}.", 74)) <= 2


# What the consensus names: loaded, fast, or at the end of the range; firm pressure on thin bones.
ENDS_OF_RANGE = {
    "double-knee-to-chest",
    "supine-twist",
    "thread-the-needle",
    "seated-forward-fold",
    "mcgill-curl-up",
}


def test_thin_bones_take_away_only_the_ends_of_bending_and_twisting_and_firm_pressure() -> None:
    left = {one["id"] for one in EXERCISES if "osteoporosis" in one["avoid_if"]}
    pressing = {each for each in left if BY_ID[each]["kind"] == "self-massage"}
    assert left - pressing == ENDS_OF_RANGE


@each_exercise
def test_whoever_can_hardly_get_down_has_a_bed_or_another_exercise(one: Exercise) -> None:
    on_the_floor = one["position"] in FLOOR and one["id"] not in FINE_IN_BED
    assert minds(one, "floor_hard") == (on_the_floor or one["id"] in ON_THE_FLOOR_THOUGH_NOT_LYING)


@each_ruled_out
def test_a_swap_is_another_exercise_no_harder_and_free_of_the_first_condition(
    one: Exercise,
) -> None:
    swaps = [BY_ID[swap] for swap in one["swaps"]]
    assert 1 <= len(swaps) <= 3
    assert one not in swaps
    assert all(swap["level"] <= one["level"] for swap in swaps)
    assert all(one["avoid_if"][0] not in swap["avoid_if"] for swap in swaps)


@each_ruled_out
def test_whatever_one_condition_rules_an_exercise_out_a_swap_is_left(one: Exercise) -> None:
    for condition in one["avoid_if"]:
        assert any(condition not in BY_ID[swap]["avoid_if"] for swap in one["swaps"]), condition


@each_exercise
def test_evidence_says_who_what_when_and_how_well_it_was_checked(one: Exercise) -> None:
    assert one["evidence"]
    assert all(is_whole(source) for source in one["evidence"])


# What a physical therapist would look for first, condition by condition.
BELLY_OR_BACK_BUT_SIDE_IS_FINE = {"ankle-pumps", "body-scan"}
STEP_BY_STEP = {"down-and-up", "log-roll"}
"""They lead somewhere and back: each repetition has all the cues."""
FINE_IN_BED = {"ankle-pumps", "body-scan", "side-lying-rest", "heel-slide", "log-roll"}
ON_THE_FLOOR_THOUGH_NOT_LYING = {"roller-thigh", "down-and-up"}
ONE_LEG = "quad-stretch step-up single-leg-bridge standing-march one-leg-stance supine-march"
HEAD_DOWN = "child-pose thread-the-needle kneeling-lat counter-stretch seated-forward-fold"
ARCHED = "prone-lying prone-on-elbows prone-press-up prone-leg-lift prone-arm-leg-lift"
ROUNDED = "double-knee-to-chest cat-cow child-pose seated-cat-cow seated-forward-fold"
TWISTED = "supine-twist seated-rotation thread-the-needle"
LONG_HOLDS = "knee-plank forearm-plank side-bridge-knees side-bridge wall-sit"
ON_THE_WRISTS = "cat-cow quad-rock thread-the-needle bird-dog-leg bird-dog prone-press-up"
OVERHEAD = "overhead-reach wall-angel side-bend dead-bug counter-stretch kneeling-lat"
FIRM = "ball-upper-back ball-lower-back ball-buttock roller-upper-back roller-thigh"
LEG_NERVE = "hamstring-strap seated-hamstring seated-forward-fold double-knee-to-chest"
CARE = [
    ("glaucoma", HEAD_DOWN),
    ("high_blood_pressure", f"{LONG_HOLDS} seated-forward-fold counter-stretch box-breathing"),
    ("heart_condition", f"{LONG_HOLDS} walk-brisk box-breathing"),
    ("spinal_stenosis", f"{ARCHED} prone-breathing standing-back-bend"),
    ("spondylolisthesis", f"{ARCHED} prone-breathing standing-back-bend"),
    ("osteoporosis", f"{ROUNDED} {TWISTED} mcgill-curl-up side-bend ball-upper-back"),
    ("disc_leg_pain", f"{LEG_NERVE} child-pose seated-cat-cow"),
    ("wrist_problem", f"{ON_THE_WRISTS} wall-push-up"),
    ("shoulder_problem", f"{OVERHEAD} {LONG_HOLDS.removesuffix(' wall-sit')}"),
    ("knee_problem", "child-pose quad-rock hip-flexor-lunge kneeling-lat wall-sit step-up"),
    ("hip_replacement", "knee-to-chest figure-four quad-rock child-pose supine-twist"),
    ("balance_problem", "quad-stretch standing-march step-up hip-flexor-lunge one-leg-stance"),
    ("pelvic_girdle_pain", f"{ONE_LEG} standing-hip-abduction standing-hip-extension"),
    ("pregnancy", "quad-stretch step-up standing-march one-leg-stance"),
    ("blood_thinner", f"{FIRM} hand-neck-massage hand-lower-back-massage"),
    ("bleeding_disorder", f"{FIRM} hand-neck-massage hand-lower-back-massage"),
    ("fracture_recent", FIRM),
    ("long_term_steroids", FIRM),
    ("skin_wound", f"{FIRM} ball-foot"),
    ("clot_history", "ball-buttock roller-thigh"),
    ("abdominal_hernia", "mcgill-curl-up forearm-plank dead-bug"),
    ("inflammatory_arthritis", "chin-tuck neck-side-tilt neck-half-roll"),
    ("lung_condition", "box-breathing walk-brisk"),
]


@for_each(("condition", "exercises"), CARE, ids=[name for name, _ in CARE])
def test_a_condition_is_named_where_a_therapist_would_name_it(
    condition: str, exercises: str
) -> None:
    assert [one for one in exercises.split() if not minds(BY_ID[one], condition)] == []


@each_exercise
def test_lying_on_the_back_or_the_belly_asks_for_care_in_pregnancy(one: Exercise) -> None:
    if one["position"] in {"supine", "prone"}:
        is_fine = one["id"] in BELLY_OR_BACK_BUT_SIDE_IS_FINE
        assert minds(one, "pregnancy") != is_fine
        assert bool(re.search(r"\byour side\b", one["setup"])) == is_fine


@each_exercise
def test_weight_on_hands_and_knees_asks_for_care_with_knees(one: Exercise) -> None:
    if one["position"] in {"quadruped", "kneeling"}:
        assert "knee_problem" in one["avoid_if"]
        assert "knee-pain" in one["stop_if"]


@each_exercise
def test_attention_to_the_breath_asks_for_care_where_it_brings_on_panic(one: Exercise) -> None:
    if one["kind"] == "breathing":
        assert "panic_breath_focus" in one["avoid_if"]
        assert {"anxiety", "dizziness"} <= set(one["stop_if"])


def test_some_rest_breath_and_movement_is_ruled_out_by_nothing() -> None:
    free = {one["id"] for one in EXERCISES if not one["avoid_if"]}
    assert {"side-lying-rest", "body-scan", "walk-easy", "seated-march", "shoulder-rolls"} <= free


@for_each("word", TAXONOMY["conditions"], ids=lambda word: str(word["id"]))
def test_a_condition_says_what_to_mind_and_where_that_is_found(
    word: dict[str, str | Source],
) -> None:
    note, source = word["note"], word["source"]
    assert isinstance(note, str)
    assert 5 <= len(note) <= 60
    assert is_plain(note)
    assert not isinstance(source, str)
    assert is_whole(source)
