"""The decision table as a whole: it is complete, it does not depend on order, urgent comes alone."""

import datetime as dt
import random
import re
import string
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.evaluation import LOOKS, advise
from backcare_tui.guidance.advice.table import LEVELS, ORDER, Advice, rules, say_urgency
from backcare_tui.guidance.care.course import standing
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.regions import Region, region
from backcare_tui.library.routines import routine
from backcare_tui.library.taxonomy import red_flags
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried
from tests.for_each import for_each
from tests.guidance.facts_of import (
    TODAY,
    ago,
    day,
    facts_of,
    is_shown_again,
    look,
    nights,
    pains,
    rest_of,
    said,
    times_in_bed,
)
from tests.guidance.rules import (
    test_activity,
    test_belief,
    test_courses,
    test_diet,
    test_exercise,
    test_flare,
    test_inflammatory,
    test_legs,
    test_massage,
    test_medicines,
    test_open_signs,
    test_pacing,
    test_recheck,
    test_severity,
    test_sleep,
    test_support,
    test_treatments,
    test_trends,
    test_warning_signs,
)

SIX = pains(*(6,) * 28, last=29)


def ids(facts: Facts) -> list[str]:
    return [advice.id for advice in advise(facts)]


def course(started_ago: int, baseline: int | None = None) -> Course:
    return Course(
        id="c",
        treatment="massage",
        started=day(started_ago),
        planned_visits=4,
        days=42,
        baseline=baseline,
    )


def visits(*days_ago: int, pain_before: int | None = None) -> list[Visit]:
    return [
        Visit(at=ago(each), treatment="massage", course="c", pain_before=pain_before)
        for each in days_ago
    ]


def sessions(*days_ago: int, minutes: int = 12, routine: str = "walk") -> list[Session]:
    return [Session(at=ago(each), routine=routine, done_s=60 * minutes) for each in days_ago]


def test_every_rule_of_the_table_is_looked_for_and_no_other() -> None:
    assert set(LOOKS) == set(rules())


def test_what_a_rule_is_over_is_a_rule_too() -> None:
    assert {id_ for rule in rules().values() for id_ in rule.over} <= set(rules())


@for_each("rule", rules())
def test_a_rule_says_where_it_is_from_in_220_characters_at_most(rule: str) -> None:
    row = rules()[rule]
    assert row.when
    assert row.source
    assert row.cooldown_days >= 0
    assert 0 < len(row.text) <= 220
    assert row.severity in ORDER
    assert bool(row.level) is (row.severity == "urgent")


OF_EACH_SUBJECT = (
    test_activity,
    test_belief,
    test_courses,
    test_diet,
    test_exercise,
    test_flare,
    test_inflammatory,
    test_legs,
    test_massage,
    test_medicines,
    test_open_signs,
    test_pacing,
    test_recheck,
    test_severity,
    test_sleep,
    test_support,
    test_treatments,
    test_trends,
    test_warning_signs,
)
SPEAKING = {rule: facts for each in OF_EACH_SUBJECT for rule, facts in each.SPEAKING.items()}
"""A diary in which each rule speaks."""
RESTS = {rule: days for each in OF_EACH_SUBJECT for rule, days in each.RESTS.items()}
"""Days after which each is said again; None where it is not."""
NOTHING_TOLD = (
    facts_of(),
    facts_of(about=routine("core-basics")),
    facts_of(Night(night=TODAY, bed="23:00", up="07:00"), now=MONDAY.replace(hour=20)),
)


def test_each_rule_is_tried() -> None:
    assert set(SPEAKING) == set(RESTS) == set(LOOKS)


@for_each("rule", LOOKS)
def test_an_empty_diary_says_nothing(rule: str) -> None:
    assert not [look(rule, facts) for facts in NOTHING_TOLD if look(rule, facts)]


@for_each("rule", SPEAKING)
def test_it_speaks_with_its_reason(rule: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert advice.because.endswith((".", "?"))
    assert "  " not in advice.text


@for_each(("rule", "days"), RESTS.items())
def test_it_rests_for_its_cooldown(rule: str, days: int | None) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert rest_of(advice) == days
    assert days is None or is_shown_again(advice, days + 29)


@for_each("rule", SPEAKING)
def test_no_seven_days_are_called_this_week_which_is_that_of_the_calendar(rule: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    for words in (advice.text, advice.because, say_urgency(advice)):
        assert not re.search(r"(this|last) week\b", words), words


def braces(text: str) -> set[str]:
    """The names in the braces of a text, those of a region aside, which are always known."""
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return names - set(Region.__struct_fields__)


@for_each("rule", SPEAKING)
def test_a_rule_fills_every_brace_of_its_text(rule: str) -> None:
    reason, advice = look(rule, SPEAKING[rule]), said(rule, SPEAKING[rule])
    assert reason
    assert advice
    assert braces(rules()[rule].text) <= set(reason.values)
    assert all(reason.values.values())
    assert "{" not in advice.text


STORY: Sequence[Record] = demo_diary(clock=FrozenClock())
SHOWN_OF_STORY = advise(facts_of(STORY))


@given(seed=st.integers(0, 10**6))
@tried(15)
def test_advice_is_the_same_whatever_the_order_of_entries(seed: int) -> None:
    shuffled = list(STORY)
    random.Random(seed).shuffle(shuffled)
    assert advise(facts_of(shuffled)) == SHOWN_OF_STORY
    assert SHOWN_OF_STORY


SOME = st.one_of(
    st.builds(
        Pain,
        at=st.integers(0, 40).map(ago),
        severity=st.integers(0, 10),
        is_flare=st.booleans(),
        mood=st.none() | st.integers(1, 5),
    ),
    st.builds(
        Night,
        night=st.integers(0, 40).map(day),
        asleep_min=st.integers(200, 560),
        latency_min=st.none() | st.integers(0, 60),
    ),
    st.builds(
        Check,
        at=st.integers(0, 3).map(ago),
        red_flags=st.lists(st.sampled_from([flag.id for flag in red_flags()]), max_size=2).map(
            tuple
        ),
        is_check_up=st.booleans(),
    ),
    st.builds(
        Visit,
        at=st.integers(0, 40).map(ago),
        treatment=st.sampled_from(["massage", "acupuncture"]),
        pain_before=st.none() | st.integers(0, 10),
        sore_next_day=st.none() | st.integers(0, 10),
        response=st.sampled_from([None, "relaxed", "tensed", "painful"]),
    ),
    st.builds(Course, treatment=st.just("massage"), started=st.integers(0, 60).map(day)),
    st.builds(
        Session,
        at=st.integers(0, 20).map(ago),
        routine=st.just("walk"),
        pain_before=st.none() | st.integers(0, 10),
        pain_after=st.none() | st.integers(0, 10),
        leg=st.sampled_from([None, "new", "moved-up"]),
    ),
    st.builds(
        Meal,
        at=st.integers(0, 9).map(ago),
        caffeine_mg=st.integers(1, 900),
        tags=st.just(("fish",)),
    ),
    st.builds(
        Signs, at=st.integers(0, 9).map(ago), inflammation=st.sampled_from([(), ("swelling",)])
    ),
)


@given(records=st.lists(SOME, max_size=60), data=st.data())
@tried(60)
def test_of_any_diary_the_order_says_nothing_and_urgent_comes_alone(
    records: list[Record], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(records))
    said_first = advise(facts_of(records))
    assert advise(facts_of(shuffled)) == said_first
    urgencies = [advice.severity for advice in said_first]
    assert urgencies == sorted(urgencies, key=ORDER.index)
    assert "urgent" not in urgencies or set(urgencies) == {"urgent"}
    assert len({advice.id for advice in said_first}) == len(said_first)
    assert all(advice.because for advice in said_first)


def test_an_empty_diary_is_told_nothing() -> None:
    assert advise(facts_of()) == ()


def test_caution_comes_before_what_is_only_good_to_know() -> None:
    said_now = advise(facts_of(SIX, pains(*(4,) * 21), nights(*(300,) * 28)))
    assert [(each.id, each.severity) for each in said_now] == [
        ("sleep-long-trouble", "caution"),
        ("trend-improved", "info"),
    ]


def test_an_emergency_comes_before_what_has_to_be_looked_at_today() -> None:
    found = Check(at=MONDAY, red_flags=("weight_loss_unexplained", "foot_drop", "chest_pain"))
    assert ids(facts_of(found)) == ["rf-chest", "rf-leg-weakness", "rf-cancer"]
    levels = [LEVELS.index(advice.level) for advice in advise(facts_of(found))]
    assert levels == sorted(levels)


def test_what_a_stronger_rule_says_too_is_left_out() -> None:
    facts = facts_of(pains(2, 2, 2, 2, 2, *(7,) * 14))
    assert look("pain-severe-week", facts)
    assert "flare-long" in ids(facts)
    assert "pain-severe-week" not in ids(facts)


def test_the_number_to_call_is_the_persons_own() -> None:
    check = Check(at=MONDAY, red_flags=("saddle_numbness",))

    def first(number: object) -> Advice:
        return advise(facts_of(check, settings={"emergency_number": number}))[0]

    assert "Call 112, or go" in first("112").text
    assert f"Call {region().emergency}, or go" in first("  ").text
    assert f"Call {region().emergency}, or go" in first(112).text
    assert "Call {x}, or go" in first("{x}").text


def test_saddle_numbness_is_said_alone() -> None:
    check = Check(at=MONDAY, red_flags=("saddle_numbness",))
    assert ids(facts_of(check, SIX, pains(9, 9, 9, 9), nights(300, 300, 300))) == ["rf-cauda"]


@pytest.mark.parametrize(
    ("start", "now", "expected"),
    [
        (6, (4, 4, 4, 4, 4), {"trend-improved"}),
        (3, (2, 2, 2, 2), {"trend-improved"}),
        (6, (5, 5, 5, 5), {"trend-small"}),
        (6, (3, 3, 3, 3), {"trend-much-improved"}),
        (6, (1, 1, 1), set()),
    ],
    ids=["2 points", "by percent", "1 point", "half: only the stronger one", "3 entries"],
)
def test_the_trend_against_the_baseline(
    start: int, now: tuple[int, ...], expected: set[str]
) -> None:
    three_weeks = (*now, *(None,) * (7 - len(now))) * 3
    said_now = ids(facts_of(pains(*(start,) * 28, last=29), pains(*three_weeks)))
    assert {id_ for id_ in said_now if id_.startswith("trend")} == expected


def test_a_painful_massage_puts_the_course_off() -> None:
    begun = course(3)
    painful = Visit(at=ago(0), treatment="massage", course="c", response="painful")
    assert "massage-postpone" in ids(facts_of(begun, painful))
    assert standing(begun, [painful], MONDAY).status == "postponed"


@pytest.mark.parametrize(
    ("after", "expected"), [(6, "massage-no-response"), (4, "massage-responding")]
)
def test_two_weeks_after_two_massages_show_whether_pain_is_lower(after: int, expected: str) -> None:
    given_ = visits(29, 15, pain_before=9)
    facts = facts_of(course(29), given_, pains(*(7,) * 28, last=30), pains(*(after,) * 14, last=1))
    answers = {"massage-no-response", "massage-responding"}
    assert answers & set(ids(facts)) == {expected}


def test_severe_pain_asks_for_a_check_up_before_a_course() -> None:
    begun = course(0, baseline=8)
    assert "checkup-before-massage" in ids(facts_of(begun, about=begun))
    seen = Check(at=ago(1), is_check_up=True)
    assert "checkup-before-massage" not in ids(facts_of(begun, seen, about=begun))


def test_three_visits_by_day_43_are_late() -> None:
    facts = facts_of(course(42), visits(42, 28, 14))
    assert facts.courses[0].day == 43
    assert "massage-course-late" in ids(facts)


def test_three_nights_under_six_hours_are_short() -> None:
    said_now = ids(facts_of(nights(350, 340, 355, 430, 440, 420, 450)))
    assert "sleep-short" in said_now
    assert "sleep-under-seven" not in said_now


def test_a_session_that_raised_pain_by_two_is_stopped() -> None:
    risen = Session(at=ago(0), routine="walk", pain_before=3, pain_after=5)
    assert "ex-stop-rise" in ids(facts_of(risen))


def test_leg_symptoms_going_down_stop_a_session() -> None:
    down = Session(at=ago(0), routine="walk", leg="farther-down")
    assert "ex-stop-leg" in ids(facts_of(down))


def test_a_flare_starts_without_asking_for_the_check() -> None:
    facts = facts_of(pains(3, 3, 3, 4, 4, 4, (5, 7)))
    assert facts.median14(facts.pain_by_day) == 3.5
    assert facts.worst_by_day[TODAY] == 7
    said_now = ids(facts)
    assert "flare-start" in said_now
    assert "rf-recheck" not in said_now


def test_a_late_coffee_and_a_night_that_was_long_in_coming() -> None:
    coffee = Meal(at=ago(1, hour=18, minute=30), meal="drink", coffees=1)
    night = Night(night=TODAY, bed="23:00", up="07:00", latency_min=45)
    assert "diet-caffeine-late" in ids(facts_of(coffee, night))


def test_five_active_days_may_still_be_little_walking() -> None:
    said_now = ids(facts_of(pains(*(3,) * 20), sessions(1, 2, 3, 4, 5, minutes=9)))
    assert {"activity-walk", "adhere-good"} <= set(said_now)


def test_nothing_that_is_to_come_is_looked_at() -> None:
    later = MONDAY + dt.timedelta(hours=1)
    to_come = (
        Pain(at=later, severity=10),
        Check(at=later, red_flags=("saddle_numbness",)),
        Session(at=later, routine="walk", leg="new"),
        Night(night=TODAY + dt.timedelta(days=1), asleep_min=200),
    )
    assert advise(facts_of(to_come)) == ()


@for_each(
    ("stronger", "silent"),
    [
        ("sleep-short", "sleep-good"),
        ("sleep-long-trouble", "sleep-short"),
        ("sleep-latency", "sleep-good"),
        ("sleep-broken", "sleep-good"),
        ("sleep-efficiency", "sleep-under-seven"),
        ("sleep-latency", "sleep-under-seven"),
        ("trend-no-change", "trend-small"),
        ("massage-resume", "massage-postpone"),
        ("massage-resume", "massage-still-off"),
        ("massage-postponed-still", "massage-still-off"),
        ("course-checkup-open", "massage-next-due"),
        ("massage-ask-first", "massage-plus-active"),
        ("massage-no-response", "massage-plus-active"),
    ],
)
def test_what_would_gainsay_a_rule_is_not_said_beside_it(stronger: str, silent: str) -> None:
    assert silent in rules()[stronger].over


def test_nobody_is_told_of_a_good_week_with_three_broken_nights() -> None:
    slept = facts_of(times_in_bed(*(35,) * 3, *(0,) * 4, quality=4))
    assert look("sleep-good", slept)
    assert "sleep-broken" in ids(slept)
    assert "sleep-good" not in ids(slept)


def test_a_marked_sign_is_not_talked_down_by_what_is_said_of_a_flare() -> None:
    flare = [*pains(2, 2, 2, 2, 2, 2, last=1), *pains(4)]
    assert "flare-start" in ids(facts_of(flare))
    for sign in ("lump_or_shape_change", "pain_new_kind"):
        assert "flare-start" not in ids(facts_of(flare, Check(at=ago(0), red_flags=(sign,))))
