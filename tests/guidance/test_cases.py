"""Whole diaries, as clinicians made them: what is on Today's cards, and what must not be said beside it.

A fact may stand in the check, in a trigger, on the body map, in a medicine, in a stopped session: each
case has siblings that say the same by another way.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Repository
from backcare_tui.guidance.advice.current import (
    advice_now,
    current_advice,
    foremost,
    stops,
    what_stops,
)
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.library.routines import routine
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.guidance.facts_of import ago, day, facts_of, nights, pains

Settings = Mapping[str, Any]
REASSURING = frozenset(
    [
        "flare-start",
        "flare-going-on",
        "flare-week",
        "flare-no-bed-rest",
        "flare-easing",
        "ex-safe-zone",
        "ex-progress",
        "ex-centralize",
        "adhere-good",
        "adhere-low",
        "adhere-none",
        "activity-walk",
        "activity-sitting",
        "sleep-good",
        "massage-responding",
        "massage-plus-active",
        "trend-improved",
        "trend-much-improved",
        "trend-small",
        "pain-severe-now",
        "leg-pain",
        "diet-pattern-low",
    ]
)
"""Rules that make light of pain, or move to do something; named here apart from the table."""


def told(*records: Record | Iterable[Record], **settings: Any) -> list[str]:
    """The ids of all that is said."""
    return [each.id for each in advise(facts_of(*records, settings=settings))]


def cards(*records: Record | Iterable[Record], **settings: Any) -> list[str]:
    """The ids of what Today shows without being asked."""
    facts = facts_of(*records, settings=settings)
    return [each.id for each in foremost(current_advice(facts, ()))]


def usual(severity: int, *last: int, days: int = 9, **fields: Any) -> list[Pain]:
    """Some days of one pain, then others; the last is today."""
    return [*pains(*(severity,) * days, last=len(last)), *pains(*last, **fields)]


def with_first(entries: list[Pain], **fields: Any) -> list[Pain]:
    """The first of the last three days with more fields."""
    first = entries[-3]
    fitted = Pain(at=first.at, severity=first.severity, areas=first.areas, **fields)
    return [*entries[:-3], fitted, *entries[-2:]]


MOVED = [Session(at=ago(each), routine="core-basics") for each in (3, 12, 15)]
"""Sessions of somebody who would be nudged."""
NO_CHECK = Check(at=ago(100))
STEROID = Medicine("prednisone", "10 mg")
FALL = with_first(usual(3, 8, 8, 7, areas=("mid-back-c",)), triggers=("fall",))
LIFTED = with_first(usual(3, 7, 6, 5), triggers=("lifting",))


@for_each(
    ("entries", "settings"),
    [
        (FALL, {"birth_year": 1948, "conditions": ["osteoporosis"]}),
        (FALL, {"birth_year": 1948}),
        (FALL, {"conditions": ["osteoporosis"]}),
        (FALL, {"medicines": ["steroid"]}),
        ([*FALL, *pains(*(3,) * 20, last=20, medicines=(STEROID,))], {}),
        (with_first(usual(3, 3, 5, 5), triggers=("Slipped on ice",)), {"birth_year": 1950}),
        (LIFTED, {"conditions": ["long_term_steroids"]}),
        ([*usual(3, 3, 3, 3), Check(at=ago(1), red_flags=("minor_trauma",))], {"birth_year": 1950}),
        (
            [*pains(*(3,) * 9, last=42), *pains(6, last=41, triggers=("fall",)), *pains(5, 5)],
            {"conditions": ["osteoporosis"]},
        ),
    ],
)
def test_a_fall_with_thin_bones_is_answered_the_same_day(
    entries: list[Record], settings: Settings
) -> None:
    assert cards(entries, MOVED, **settings) == ["rf-trauma"]


def test_with_thin_bones_only_a_professional_answers_a_fall() -> None:
    thin = {"conditions": ["osteoporosis"]}
    assert cards(FALL, Check(at=MONDAY), **thin) == ["rf-trauma"]
    assert "rf-trauma" not in told(FALL, Check(at=MONDAY, is_check_up=True), **thin)
    assert "rf-trauma" not in told(LIFTED, Check(at=MONDAY), **thin)


@for_each(
    ("entries", "settings"),
    [
        (FALL, {}),
        (FALL, {"birth_year": 1990}),
        (with_first(usual(3, 4, 4, 4), triggers=("fell off the ladder",)), {}),
        (with_first(usual(1, 3, 1, 1), triggers=("car accident",)), {}),
        ([*usual(3, 3, 3, 3), *pains(6, last=30, triggers=("fall",))], {"birth_year": 1990}),
        (with_first(usual(3, 5, 4, 4), triggers=("falling off a horse",)), {}),
        (with_first(usual(3, 5, 4, 4), triggers=("Stumbled on the curb",)), {}),
        ([*usual(3, 4), Feeling(at=ago(1), words=("Fall",))], {}),
    ],
)
def test_any_other_fall_asks_for_the_check_and_is_not_talked_down(
    entries: list[Pain], settings: Settings
) -> None:
    said = told(entries, MOVED, **settings)
    assert "rf-fall" in said
    assert not REASSURING & set(said)


@for_each(
    "entries",
    [
        usual(3, 4, triggers=("fell asleep in the chair",)),
        usual(3, 4, triggers=("slipped disc",)),
        usual(3, 3, triggers=("fall",)),
        [*FALL, Check(at=ago(1))],
        [*FALL, Check(at=ago(1), is_check_up=True)],
        [*FALL, *pains(7, last=0, triggers=("fall",)), Check(at=ago(1))],
    ],
    ids=["asleep", "disc", "no pain of it", "checked", "seen", "the same fall, named again"],
)
def test_what_is_no_fall_or_was_answered_is_left_alone(entries: list[Record]) -> None:
    assert "rf-fall" not in told(entries)


def test_a_second_fall_after_the_check_asks_again() -> None:
    first = pains(6, last=20, triggers=("fall",))
    again = pains(6, last=1, triggers=("fall",))
    assert "rf-fall" in told(usual(3, 3), first, Check(at=ago(19)), again)


SEAT = ("groin", "sacrum", "thigh-back-l", "thigh-back-r", "foot-l", "foot-r")


@for_each(
    "entries",
    [
        usual(5, 7, areas=SEAT, qualities=("numb", "tingling")),
        usual(5, 5, areas=("tailbone",), qualities=("tingling",)),
        usual(5, 5, area_severity={"groin": 5, "lower-back-c": 5}, qualities=("numb",)),
        usual(5, 5, areas=("buttock-l", "buttock-r"), qualities=("numb",)),
        usual(5, 7, areas=("calf-l", "calf-r")),
        usual(5, 5, areas=("Genitals",), qualities=("numb",)),
        usual(5, 7, areas=("knee-l", "foot-r"), qualities=("Pins and needles",)),
        usual(5, 5, areas=("thigh-front-l",), qualities=("numb saddle",)),
        usual(5, 5, qualities=("No feeling between the legs",)),
        usual(5, 5, triggers=("Incontinence",)),
        usual(5, 5, qualities=("can't pee",)),
        [*usual(5, 5), Feeling(at=ago(1), words=("numb groin",))],
        [*usual(5, 6, areas=("calf-l",)), Pain(at=ago(0, 8, 9), severity=6, areas=("calf-r",))],
        [*usual(5, 5), *pains(7, last=10, areas=SEAT, qualities=("numb",))],
        [*usual(5, 7, areas=SEAT, qualities=("numb",)), Check(at=ago(1))],
    ],
)
def test_numbness_about_the_seat_or_in_both_legs_asks_for_the_check(entries: list[Record]) -> None:
    said = cards(entries, MOVED)
    assert "rf-numbness" in said
    assert not REASSURING & set(told(entries, MOVED))


BOTH: Settings = {"areas": ("thigh-back-l", "calf-l", "thigh-back-r", "calf-r")}


@for_each(
    "entries",
    [
        [*pains(*(5,) * 80, **BOTH), Check(at=ago(79, 9))],
        [*pains(*(5,) * 40, qualities=("numb",), **BOTH), Check(at=ago(39, 9))],
        [*usual(5, 5, areas=SEAT, qualities=("numb",)), Check(at=MONDAY)],
        [*pains(5, 5, 5, areas=("groin",), qualities=("numb",)), Check(at=ago(1, 9))],
        usual(5, 7, areas=("knee-l", "knee-r", "thigh-front-l", "thigh-front-r")),
        usual(5, 7, areas=("buttock-l", "calf-l"), qualities=("numb",)),
        usual(5, 7, area_severity={"calf-l": 4, "calf-r": 0}),
    ],
    ids=["usual", "usual, numb", "answered", "answered, and as before", "knees", "one leg", "0"],
)
def test_what_is_usual_or_answered_or_of_one_leg_does_not(entries: list[Record]) -> None:
    assert "rf-numbness" not in told(entries)


def test_with_a_narrow_canal_pain_in_both_legs_is_usual_and_numbness_is_not() -> None:
    stated = {"conditions": ["spinal_stenosis"]}
    assert "rf-numbness" not in told(usual(5, 5, **BOTH), **stated)
    assert "rf-numbness" in told(usual(5, 5, qualities=("numb",), **BOTH), **stated)


def test_more_numbness_than_at_the_check_asks_again() -> None:
    one = pains(5, 5, last=2, areas=("sacrum",), qualities=("tingling",))
    more = pains(5, areas=("sacrum", "groin"), qualities=("numb",))
    assert "rf-numbness" not in told(one, Check(at=ago(1)), pains(5, areas=("sacrum",)))
    assert "rf-numbness" in told(one, Check(at=ago(1)), more)


@for_each("days", [0, 1, 2, 9, 30, 119])
def test_a_stop_for_chest_pain_stands_until_somebody_looks(days: int) -> None:
    stopped = Session(at=ago(days, 7), routine="core-basics", stopped="chest-pain")
    assert cards(usual(3, 3), stopped) == ["ex-stop-unwell"]
    assert cards(usual(3, 3), stopped, Check(at=ago(days, 6))) == ["ex-stop-unwell"]
    for answer in (Check(at=MONDAY), Check(at=MONDAY, is_check_up=True)):
        assert "ex-stop-unwell" not in told(usual(3, 3), stopped, answer)


@for_each("days", [0, 2, 9, 30])
def test_a_leg_that_went_numb_in_a_session_asks_for_the_check(days: int) -> None:
    numb = Session(at=ago(days, 7), routine="walk", leg="numb")
    said = told(usual(3, 3), MOVED, numb)
    assert said[0] == "rf-weak-leg"
    assert not (REASSURING | {"ex-stop-leg"}) & set(said)
    checked = Check(at=ago(days, 8)), Session(at=ago(0, 8), routine="walk", leg="numb")
    assert ("rf-weak-leg" in told(numb, checked)) is (days >= 30)


@for_each("days", [0, 2, 9, 30])
def test_a_stop_for_a_weak_leg_asks_for_the_check_until_it_is_made(days: int) -> None:
    stopped = Session(at=ago(days, 7), routine="core-basics", stopped="leg-weak")
    said = told(usual(3, 3), MOVED, stopped)
    assert said[0] == "rf-weak-leg"
    assert not REASSURING & set(said)
    assert "rf-weak-leg" not in told(usual(3, 3), stopped, Check(at=MONDAY))


CANCER = ("cancer_history", "cancer_now")
OF_CANCER = (
    "night_pain_constant",
    "pain_not_eased_by_rest",
    "pain_new_kind",
    "lump_or_shape_change",
    "cough_worse",
    "between_shoulder_blades",
)


@for_each(("condition", "mark"), [(condition, mark) for condition in CANCER for mark in OF_CANCER])
def test_after_cancer_constant_or_new_pain_is_urgent(condition: str, mark: str) -> None:
    check = Check(at=ago(1), red_flags=(mark,))
    assert cards(usual(6, 6), nights(300, 300, 300), check, conditions=[condition]) == [
        "rf-cancer-pain"
    ]


@for_each(
    "entries",
    [
        usual(4, 4, areas=("mid-back-c",)),
        usual(4, 4, areas=("lower-back-c",), triggers=("cough-sneeze",)),
        [*usual(4, 4), *pains(5, last=12, area_severity={"upper-back-l": 5})],
        usual(4, 4, areas=("ribs-l", "ribs-r")),
    ],
)
def test_after_cancer_the_diary_itself_asks_for_the_check(entries: list[Pain]) -> None:
    assert "rf-after-cancer" in cards(entries, conditions=["cancer_history"])
    assert "rf-after-cancer" not in told(entries)
    assert "rf-after-cancer" not in told(entries, Check(at=MONDAY), conditions=["cancer_history"])


def test_pain_that_was_always_high_up_is_not_new_after_cancer() -> None:
    old = pains(*(4,) * 60, areas=("mid-back-c",))
    assert "rf-after-cancer" not in told(old, Check(at=ago(20)), conditions=["cancer_history"])


LEG: Settings = {"areas": ("calf-l", "foot-l")}


@for_each(
    ("entries", "rule"),
    [
        (pains(*(4,) * 30, qualities=("numb", "tingling", "electric"), **LEG), "leg-numb"),
        (pains(*(4, None, None) * 8, 4, qualities=("tingling",), areas=("shin-r",)), "leg-numb"),
        (pains(*(5,) * 10, area_severity={"foot-r": 4}, qualities=("numb",)), "leg-numb"),
        (
            pains(
                *(6, 7) * 10,
                areas=("buttock-l", "thigh-back-l", "calf-l"),
                triggers=("cough-sneeze",),
            ),
            "leg-pain",
        ),
        (pains(*(5,) * 10, areas=("thigh-back-r",)), "leg-pain"),
        (pains(*(5, None) * 30, areas=("thigh-back-r",)), "leg-pain-long"),
        (pains(*(5,) * 90, area_severity={"calf-l": 4}), "leg-pain-long"),
        (pains(*(5,) * 90, qualities=("numb",), **LEG), "leg-numb"),
    ],
)
def test_what_lasts_in_a_leg_has_words_of_its_own(entries: list[Pain], rule: str) -> None:
    said = told(entries, Check(at=ago(3)), MOVED)
    assert [each for each in said if each.startswith("leg")] == [rule]
    assert said[0] == rule
    assert not {"adhere-low", "activity-walk", "activity-sitting", "ex-progress"} & set(said)


def test_pain_down_the_legs_that_is_known_to_last_is_not_said_to_ease_in_weeks() -> None:
    legs, narrow = pains(*(5,) * 60, **BOTH), {"conditions": ["spinal_stenosis"]}
    assert "leg-pain" not in told(pains(*(5,) * 20, **BOTH), Check(at=ago(9)), **narrow)
    assert "leg-pain-long" in told(legs, Check(at=ago(9)), **narrow)
    seen = Check(at=ago(20), is_check_up=True)
    assert not {"leg-pain", "leg-pain-long"} & set(told(legs, seen, **narrow))


@for_each(
    "entries",
    [
        pains(4, 4, 4, 4, qualities=("numb",), **LEG),
        pains(4, 4, 4, 4, 4, 4, qualities=("numb",), **LEG),
        pains(*(4,) * 10, last=8, qualities=("numb",), **LEG),
        [*pains(*(4,) * 20, qualities=("numb",), **LEG), Check(at=ago(2), is_check_up=True)],
        pains(*(4,) * 20, qualities=("numb",), areas=("thigh-front-l",)),
    ],
    ids=["four days", "under a week", "gone", "seen", "the front of the thigh"],
)
def test_a_leg_that_was_seen_or_does_not_last_is_not_spoken_of(entries: list[Record]) -> None:
    assert "leg-numb" not in told(entries)


FLARE = usual(4, 8)


def test_an_acute_flare_has_one_card_first_the_check_then_what_helps() -> None:
    assert cards(FLARE, NO_CHECK) == ["rf-recheck"]
    assert cards(FLARE, MOVED, Check(at=MONDAY)) == ["flare-start"]
    after = cards(FLARE, NO_CHECK, Check(at=MONDAY))
    assert after == ["flare-start"]


@for_each("days", range(1, 13))
def test_severe_pain_that_goes_on_speaks_once_a_day_at_most(days: int) -> None:
    severity = {"flare-start", "pain-severe-now", "pain-severe-week", "rf-recheck", "flare-week"}
    severity |= {"flare-going-on", "flare-long", "rf-recheck-week"}
    for check in (NO_CHECK, Check(at=ago(days - 1, 9)), Check(at=MONDAY)):
        said = cards(usual(4, *(8,) * days), check)
        assert len(severity & set(said)) <= 1, (check.day, said)


@for_each("days", [1, 3, 6, 13])
def test_severe_pain_that_nobody_checked_stands_on_the_days_after(days: int) -> None:
    assert cards(pains(*(4,) * 9, 8, last=days), NO_CHECK)[:1] == ["rf-recheck"]
    assert cards(usual(4, *(8,) * (days + 1)), NO_CHECK)[:1] == ["rf-recheck"]
    assert "rf-recheck" not in told(usual(4, 8, *(4,) * days), NO_CHECK)


@for_each(
    ("since", "asks"),
    [((8, 8, 8), False), ((8, 9, 8), False), ((7, 8, 9), True), ((8, 8, 10), True)],
)
def test_a_check_answers_the_days_after_it_unless_pain_climbs(
    since: tuple[int, ...], *, asks: bool
) -> None:
    said = told(usual(4, *since), Check(at=ago(2, 9)))
    assert ("rf-recheck" in said) is asks


def test_ten_of_ten_each_day_is_asked_about_once_a_week_and_spoken_of_once_a_week() -> None:
    ten = pains(*(10,) * 60)
    assert cards(ten, Check(at=ago(30))) == ["rf-recheck-week", "pain-severe-week"]
    assert cards(ten, Check(at=ago(6))) == ["pain-severe-week"]
    assert cards(ten, Check(at=ago(7)))[:1] == ["rf-recheck-week"]
    shown = {"rf-recheck-week": day(1).isoformat(), "pain-severe-week": day(1).isoformat()}
    assert cards(ten, Check(at=ago(6)), advice_shown=shown) == []


def test_worse_than_a_high_usual_is_asked_about_at_once() -> None:
    assert "rf-recheck" in told(pains(*(6,) * 20, 8), Check(at=ago(6)))
    assert "rf-recheck" not in told(pains(*(8,) * 20, 9), Check(at=ago(6)))


def test_pain_that_comes_and_goes_is_asked_about_once_a_week() -> None:
    wavy = pains(*(3, 3, 6) * 10)
    assert "rf-recheck" not in told(wavy, Check(at=ago(3)))
    assert "rf-recheck" in told(wavy, Check(at=ago(7)))
    assert "rf-recheck" in told(pains(*(3, 3, 6) * 9, 3, 3, 8), Check(at=ago(3)))


LOW = [Pain(at=ago(back), severity=4, mood=2) for back in range(20)]


def test_low_mood_comes_before_sleep() -> None:
    slept = [
        Night(night=day(back), asleep_min=320, latency_min=50, awakenings=4) for back in range(90)
    ]
    assert cards(LOW, slept, Check(at=ago(2)))[0] == "mood-low"
    feelings = [Feeling(at=ago(back), mood=1) for back in range(7)]
    assert "mood-low" in cards(feelings, slept, Check(at=ago(0, 9)))


ILL = usual(4, 7, triggers=("illness",))


@for_each(
    "condition",
    ["immune_suppressed", "recent_infection", "injected_drugs", "cancer_now", "long_term_steroids"],
)
def test_an_illness_with_weak_defenses_asks_for_the_check(condition: str) -> None:
    for entries in (ILL, [*usual(4, 4), *pains(5, last=3, triggers=("flu",))]):
        assert "rf-fever" in cards(entries, conditions=[condition])
    assert "rf-fever" in told(
        usual(4, 4), Feeling(at=ago(2), words=("sick",)), conditions=[condition]
    )
    assert "rf-fever" not in told(ILL, Check(at=MONDAY), conditions=[condition])
    marked = Check(at=ago(0), red_flags=("night_pain_constant",))
    rule = "rf-cancer-pain" if condition == "cancer_now" else "rf-infection"
    assert cards(marked, conditions=[condition]) == [rule]


def test_signs_of_a_pregnancy_in_trouble_send_to_the_midwife() -> None:
    pregnant = {"conditions": ["pregnancy"]}
    for entries in (
        usual(4, 5, triggers=("Bleeding",)),
        usual(4, 5, qualities=("regular tightenings",)),
        [*usual(4, 4), Feeling(at=ago(1), words=("contractions",))],
        [*usual(4, 4), Check(at=ago(1), red_flags=("pregnancy_signs",))],
    ):
        assert cards(entries, MOVED, **pregnant) == ["rf-pregnancy"]
    assert "rf-pregnancy" not in told(usual(4, 5, triggers=("bleeding",)))
    assert "rf-pregnancy" not in told(
        usual(4, 5, triggers=("bleeding",)), Check(at=MONDAY, is_check_up=True), **pregnant
    )


@for_each("days", [0, 3, 20])
def test_numbness_after_a_treatment_stands_until_somebody_looks(days: int) -> None:
    numb = Visit(at=ago(days, 7), treatment="chiropractic", side_effects=("numbness",))
    said = told(usual(3, 3), MOVED, numb)
    assert said[0] == "visit-numb"
    assert not REASSURING & set(said)
    assert "visit-numb" not in told(usual(3, 3), numb, Check(at=MONDAY))


def test_after_a_session_that_was_stopped_nobody_is_told_to_do_more() -> None:
    for reason in ("pain-up-2", "leg-symptoms", "dizziness", "cramp"):
        stopped = Session(at=ago(1, 7), routine="core-basics", stopped=reason)
        said = cards(usual(3, 3), stopped, Check(at=MONDAY))
        assert len(said) == 1, said
        assert said[0].startswith("ex-stop")


def test_a_medicine_says_as_much_as_the_condition_that_it_is_taken_for() -> None:
    def taking(name: str, **fields: Any) -> list[Pain]:
        return pains(*(4,) * 20, medicines=(Medicine(name),), **fields)

    marked = Check(at=MONDAY, red_flags=("night_pain_constant",))
    assert "rf-fever" in told(taking("methotrexate 15 mg"), ILL[-1])
    assert "rf-fever" in told(ILL, medicines=["immune"])
    assert cards(taking("tamoxifen"), marked) == ["rf-cancer-pain"]
    assert cards(marked, medicines=["cancer"]) == ["rf-cancer-pain"]
    assert cards(taking("prednisone"), marked) == ["rf-infection"]


@for_each(
    "words",
    [
        *("High temperature", "temperature", "a temperature of 38.5", "temp 39", "raised temp"),
        *("Feverish", "slight fever", "fevers at night", "febrile", "shivery", "the chills"),
        *("night sweats", "hot and cold shivers", "no appetite, fever", "hay fever and a fever"),
    ],
)
def test_a_fever_is_heard_in_own_words(words: str) -> None:
    assert "rf-fever" in told(usual(4, 4, triggers=(words,)))
    assert "rf-fever" in told(usual(4, 4, qualities=(words,)))
    assert "rf-fever" in told(usual(4, 4), Feeling(at=ago(0), words=(words,)))


@for_each(
    "words",
    [
        *("no fever", "No temperature", "without a fever", "hay fever", "hay-fever", "cabin fever"),
        *("cold temperature", "temperature change", "temperature outside", "normal temperature"),
        *("room temperature", "chilled out", "sweating", "contemporary dance", "tempo run"),
    ],
)
def test_what_is_no_fever_is_not_heard_as_one(words: str) -> None:
    assert "rf-fever" not in told(usual(4, 4, triggers=(words,), qualities=(words,)))
    assert "rf-fever" not in told(usual(4, 4), Feeling(at=ago(0), words=(words,)))


def test_a_fever_asks_everybody_and_a_cold_nobody_else() -> None:
    assert "rf-fever" in told(usual(4, 4, triggers=("fever",)))
    assert "rf-fever" not in told(ILL)


def test_stiff_mornings_of_somebody_young_lead_to_the_questions() -> None:
    stiff = pains(*(4,) * 30, stiffness_min=90, relievers=("exercise",))
    assert "stiff-mornings" in told(stiff, birth_year=1998)
    assert "stiff-mornings" in told(stiff, birth_year=1970, pain_since=2005)
    for settings in (
        {"birth_year": 1960},
        {},
        {"birth_year": 1998, "inflammatory_signs": ["family_spa"]},
    ):
        assert "stiff-mornings" not in told(stiff, **settings)
    assert "stiff-mornings" not in told(pains(*(4,) * 30, stiffness_min=20), birth_year=1998)
    some = [*pains(*(4,) * 10, stiffness_min=60), *pains(*(4,) * 12, last=10)]
    assert "stiff-mornings" not in told(some, birth_year=1998)


@for_each(("year", "is_said"), [(2013, True), (2011, True), (2009, True), (2008, False)])
def test_who_is_under_18_is_told_plainly(year: int, *, is_said: bool) -> None:
    assert ("under-age" in cards(usual(4, 4), birth_year=year)) is is_said


@for_each(
    ("days", "rule"),
    [
        (1, "flare-start"),
        (3, "flare-start"),
        (4, "flare-going-on"),
        (6, "flare-going-on"),
        (7, "flare-week"),
        (10, "flare-week"),
        (13, "flare-week"),
        (14, "flare-long"),
    ],
)
def test_a_flare_is_spoken_of_in_other_words_as_it_goes_on(days: int, rule: str) -> None:
    said = told(usual(2, *(5,) * days), Check(at=ago(0)))
    assert {each for each in said if each.startswith("flare")} == {rule}


@for_each(
    ("silent", "rule"),
    [
        (3, "adhere-journal"),
        (6, "adhere-journal"),
        (7, "adhere-back"),
        (14, "adhere-back"),
        (21, "adhere-back"),
        (60, "adhere-back"),
    ],
)
def test_after_a_silence_one_line_welcomes_and_nothing_is_counted(silent: int, rule: str) -> None:
    before = (
        pains(*(3,) * 30, last=silent),
        [Session(at=ago(silent + each), routine="core-basics") for each in (0, 4, 9)],
    )
    said = told(*before)
    assert [each for each in said if each.startswith(("adhere", "activity"))] == [rule]
    back = told(*before, pains(3))
    is_welcome = rule == "adhere-back"
    assert ("adhere-back" in back) is is_welcome
    assert not is_welcome or not {"adhere-none", "adhere-low", "activity-walk"} & set(back)


def test_a_new_diary_is_not_welcomed_back() -> None:
    assert told(pains(3)) == []


OVERDONE = [
    *(Session(at=ago(back), routine="core-progress", effort=9) for back in range(1, 25, 5)),
]


def test_flares_that_follow_one_routine_name_it() -> None:
    severity = [6 if back % 5 == 0 else 3 for back in range(26)][::-1]
    facts = facts_of(pains(*severity), pains(*(3,) * 14, last=26), OVERDONE, Check(at=MONDAY))
    said = {each.id: each for each in advise(facts)}
    assert "flare-after-routine" in said
    assert "flare-often" not in said
    assert "Core Progress" in said["flare-after-routine"].text


def test_a_rise_is_spoken_of_the_next_day_as_something_that_was() -> None:
    risen = Session(at=ago(1), routine="core-basics", pain_before=3, pain_after=6)
    facts = facts_of(
        usual(3, 3), risen, Check(at=MONDAY), settings={"conditions": ["fibromyalgia"]}
    )
    (said,) = (each for each in advise(facts) if each.id == "ex-stop-rise")
    assert "Stop here" not in said.text


def test_a_small_fall_without_an_age_names_the_ages() -> None:
    check = Check(at=MONDAY, red_flags=("minor_trauma",))
    assert cards(check) == ["rf-small-fall"]
    assert cards(check, birth_year=1990) == ["rf-tell"]
    assert cards(check, birth_year=1950) == ["rf-trauma"]


def test_lost_weight_keeps_from_load_and_not_from_walking(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Check(at=ago(1), red_flags=("weight_loss_unexplained",)))
    free = {
        id_: not what_stops(repository, clock, routine(id_))
        for id_ in ("walk", "breathing-calm", "core-basics", "walking-brisk-30")
    }
    assert free == {
        "walk": True,
        "breathing-calm": True,
        "core-basics": False,
        "walking-brisk-30": False,
    }
    assert what_stops(repository, clock), "a massage waits"


def test_a_weak_leg_keeps_from_load_until_the_check(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Session(at=ago(3), routine="core-basics", stopped="leg-weak"))
    assert [each.id for each in what_stops(repository, clock, routine("core-basics"))] == [
        "rf-weak-leg"
    ]
    repository.add(Check(at=ago(1)))
    assert what_stops(repository, clock, routine("core-basics")) == ()


@for_each("rule", ["rf-numbness", "rf-fall", "rf-fever", "visit-numb"])
def test_what_asks_for_the_check_keeps_from_load_until_then(rule: str) -> None:
    said = advise(facts_of(STANDING[rule][0]))
    assert [each.id for each in said if stops(each, routine("core-basics"))] == [rule]
    assert not any(stops(each, routine("breathing-calm")) for each in said)
    assert not any(map(stops, advise(facts_of(STANDING[rule][0], Check(at=MONDAY)))))


def test_a_serious_fall_is_an_emergency_and_a_small_one_is_for_today() -> None:
    for settings in ({}, {"birth_year": 1950}):
        check = Check(at=MONDAY, red_flags=("major_trauma", "minor_trauma"))
        (said, *_) = advise(facts_of(check, settings=settings))
        assert (said.id, said.level, said.blocks) == ("rf-serious-fall", "emergency", "all")


def test_usual_pain_in_both_legs_is_not_what_the_check_asks_for() -> None:
    from backcare_tui.library.taxonomy import red_flags

    asked = {flag.id: flag.question for flag in red_flags()}
    for id_ in ("both_legs_symptoms", "leg_weakness_new", "chest_pain", "breathless"):
        assert asked[id_].startswith("New"), asked[id_]


STANDING: Mapping[str, tuple[list[Record], Settings]] = {
    "rf-fall": (list(FALL), {}),
    "rf-numbness": (list(usual(5, 5, areas=("groin",), qualities=("numb",))), {}),
    "rf-weak-leg": ([Session(at=ago(9), routine="walk", stopped="leg-weak")], {}),
    "visit-numb": ([Visit(at=ago(9), treatment="massage", side_effects=("numbness",))], {}),
    "rf-recheck": (list(pains(9, last=5)), {}),
    "rf-fever": (list(usual(5, 5, triggers=("fever",))), {}),
    "rf-after-cancer": (list(usual(4, 4, areas=("mid-back-c",))), {"conditions": ["cancer_now"]}),
}


@for_each("rule", STANDING)
def test_what_stands_is_shown_each_day_cannot_be_put_away_and_ends_when_answered(rule: str) -> None:
    entries, settings = STANDING[rule]
    shown = {"advice_shown": {rule: day(1).isoformat()}}
    assert rule in cards(entries, **settings, **shown)
    for answer in (Check(at=MONDAY), Check(at=MONDAY, is_check_up=True)):
        assert rule not in told(entries, answer, **settings), answer
    assert next(
        each for each in advise(facts_of(entries, settings=settings)) if each.id == rule
    ).stands


def test_the_picture_is_gathered_from_the_file_too(
    repository: Repository, clock: FrozenClock
) -> None:
    repository.add(
        *pains(*(3,) * 9, last=3),
        Pain(at=ago(2), severity=8, triggers=("fall",)),
        Feeling(at=ago(40), medicines=(STEROID,)),
        *(Feeling(at=ago(each), medicines=(STEROID,)) for each in range(41, 60)),
    )
    assert [each.advice.id for each in advice_now(repository, clock)] == ["rf-trauma"]


@pytest.mark.parametrize("hours", [1, 30])
def test_nothing_that_is_to_come_is_a_concern(hours: int) -> None:
    later = MONDAY + dt.timedelta(hours=hours)
    assert (
        told(
            Session(at=later, routine="walk", stopped="chest-pain"),
            Pain(
                at=later,
                severity=8,
                triggers=("fall", "fever"),
                areas=("groin",),
                qualities=("numb",),
            ),
        )
        == []
    )
