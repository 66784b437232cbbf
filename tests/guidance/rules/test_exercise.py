"""What is said of sessions: why one was stopped, how the morning after was, what comes next."""

import datetime as dt
from typing import Any

import pytest

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.routines import routine
from backcare_tui.library.taxonomy import words
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.guidance.facts_of import ago, facts_of, look, pains

HARD, EASY = routine("core-progress"), routine("morning-loosen-up")
BENDS = Routine(id="mine", name="Mine", steps=(RoutineStep("standing-back-bend"),))
COMFORTABLE: dict[str, Any] = {"effort": 4, "pain_before": 3, "pain_after": 4}


def session(days_ago: int = 0, hour: int = 7, of: str = "core-basics", **fields: Any) -> Session:
    return Session(at=ago(days_ago, hour), routine=of, **fields)


def morning(severity: int, hour: int = 8, days_ago: int = 0) -> Pain:
    return Pain(at=ago(days_ago, hour), severity=severity)


def comfortable(count: int, of: str = "core-basics", **last: Any) -> list[Session]:
    """So many comfortable sessions on as many days up to today, the last with these changes."""
    rows = [session(back, of=of, **COMFORTABLE) for back in range(count - 1, 0, -1)]
    return [*rows, session(0, of=of, **{**COMFORTABLE, **last})]


def opening(of: Routine, *records: Any, **settings: Any) -> Facts:
    return facts_of(*records, settings=settings, about=of)


SPEAKING = {
    "ex-stop-rise": facts_of(session(stopped="pain-up-2")),
    "ex-stop-leg": facts_of(session(leg="farther-down")),
    "ex-stop-unwell": facts_of(session(stopped="chest-pain")),
    "ex-stop-dizzy": facts_of(session(stopped="dizziness")),
    "ex-stop-other": facts_of(session(stopped="knee-pain")),
    "ex-gentle-only": opening(HARD, morning(7)),
    "ex-ease-back": facts_of(session(1, pain_before=3), morning(5)),
    "ex-safe-zone": facts_of(session(1, pain_before=4, pain_after=5), morning(5)),
    "ex-centralize": facts_of(session(leg="moved-up")),
    "ex-progress": facts_of(comfortable(3)),
    "ex-needs-ok": opening(BENDS, conditions=["dizziness"]),
    "ex-half-doses": opening(HARD, conditions=["fibromyalgia"]),
}
RESTS = {
    "ex-stop-rise": None,
    "ex-stop-leg": None,
    "ex-stop-unwell": 1,
    "ex-stop-dizzy": None,
    "ex-stop-other": None,
    "ex-gentle-only": 1,
    "ex-ease-back": 2,
    "ex-safe-zone": 14,
    "ex-centralize": 7,
    "ex-progress": 7,
    "ex-needs-ok": 1,
    "ex-half-doses": 1,
}
"""Days after which each is said again; None where it is not."""


@pytest.mark.parametrize(
    ("before", "after", "speaks"), [(3, 5, True), (3, 4, False), (None, 9, False), (3, None, False)]
)
def test_two_points_more_over_a_session_are_spoken_of(
    before: int | None,
    after: int | None,
    speaks: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    facts = facts_of(session(pain_before=before, pain_after=after))
    assert (look("ex-stop-rise", facts) is not None) is speaks


def test_a_stop_says_why() -> None:
    reason = look("ex-stop-other", facts_of(session(1, stopped="knee-pain")))
    assert reason
    assert reason.because == "Core Basics, yesterday: you stopped, knee pain."


def test_a_rise_says_its_numbers_and_what_it_is_about() -> None:
    last = session(name="My core", pain_before=3, pain_after=5)
    reason = look("ex-stop-rise", facts_of(last))
    assert reason
    assert reason.because == "My core, today: pain 3 before, 5 after."
    assert reason.event == last.id


@for_each("rule", ["ex-stop-rise", "ex-stop-leg", "ex-stop-other"])
@for_each(("days_ago", "speaks"), [(0, True), (1, True), (2, False)])
def test_a_stop_is_spoken_of_on_its_day_and_the_next(
    rule: str,
    days_ago: int,
    speaks: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    reasons = {
        "ex-stop-rise": "pain-up-2",
        "ex-stop-leg": "leg-symptoms",
        "ex-stop-other": "something of one's own",
    }
    facts = facts_of(session(days_ago, stopped=reasons[rule]))
    assert (look(rule, facts) is not None) is speaks


def test_a_later_session_that_went_well_closes_the_one_before() -> None:
    facts = facts_of(session(hour=6, stopped="knee-pain"), session(hour=7))
    assert look("ex-stop-other", facts) is None


@for_each("reason", [word.id for word in words("stop_reasons")])
def test_every_reason_to_stop_is_answered_by_one_rule(reason: str) -> None:
    facts = facts_of(session(stopped=reason))
    assert len(advise(facts)) == 1


def test_a_stop_with_a_rise_is_spoken_of_once() -> None:
    said_ids = [
        a.id for a in advise(facts_of(session(stopped="cramp", pain_before=3, pain_after=5)))
    ]
    assert "ex-stop-rise" in said_ids
    assert "ex-stop-other" not in said_ids


@pytest.mark.parametrize(
    ("leg", "speaks"),
    [
        ("new", True),
        ("farther-down", True),
        ("numb", True),
        ("same", False),
        ("moved-up", False),
        ("none", False),
        (None, False),
    ],
)
def test_leg_symptoms_that_are_new_or_spread_are_spoken_of(
    leg: Any,
    speaks: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    assert (look("ex-stop-leg", facts_of(session(leg=leg))) is not None) is speaks


def test_chest_pain_stands_alone_until_somebody_looked() -> None:
    stopped = session(stopped="chest-pain", leg="new")
    later, earlier = ago(0, 7, 30), ago(0, 6)
    assert [a.id for a in advise(facts_of(stopped))] == ["ex-stop-unwell"]
    assert look("ex-stop-unwell", facts_of(stopped, Check(at=earlier)))
    assert look("ex-stop-unwell", facts_of(stopped, Check(at=stopped.at)))
    assert look("ex-stop-unwell", facts_of(stopped, Check(at=later))) is None
    assert look("ex-stop-unwell", facts_of(stopped, Check(at=later, is_check_up=True))) is None


def test_a_later_session_does_not_hide_chest_pain() -> None:
    facts = facts_of(session(1, stopped="chest-pain"), session())
    assert look("ex-stop-unwell", facts)


def test_an_emergency_number_of_ones_own_is_called() -> None:
    facts = facts_of(session(stopped="chest-pain"), settings={"emergency_number": "112"})
    assert "call 112." in advise(facts)[0].text


@pytest.mark.parametrize(
    "facts",
    [
        opening(HARD, morning(6)),
        opening(EASY, morning(9)),
        opening(HARD),
        opening(HARD, morning(9, days_ago=1)),
        opening(HARD, morning(9, hour=7), morning(6, hour=8)),
        opening(HARD, morning(9), Check(at=MONDAY, red_flags=("fever_unwell",))),
        facts_of(morning(9)),
    ],
    ids=["6 of 10", "easy", "no entry", "yesterday", "less by now", "red flag", "not opened"],
)
def test_without_high_pain_before_a_hard_routine_nothing_gentler_is_offered(facts: Facts) -> None:
    assert look("ex-gentle-only", facts) is None


@for_each(
    ("before", "entries", "rule"),
    [
        (3, [morning(5)], "ex-ease-back"),
        (3, [morning(4), morning(6, hour=9)], "ex-ease-back"),
        (3, [morning(4), morning(5, hour=9)], None),
        (3, [morning(4)], "ex-safe-zone"),
        (3, [morning(5, hour=11)], "ex-ease-back"),
        (3, [morning(9, hour=12)], None),
        (3, [], None),
        (None, [morning(9)], None),
    ],
    ids=[
        "2 more",
        "a mean of 2 more",
        "1.5 more",
        "1 more",
        "before noon",
        "noon",
        "no entry",
        "not asked before",
    ],
)
def test_the_morning_after_is_held_against_before(
    before: int | None, entries: list[Pain], rule: str | None
) -> None:
    late = MONDAY.replace(hour=13)
    facts = facts_of(session(1, pain_before=before, pain_after=before), entries, now=late)
    spoken = [id_ for id_ in ("ex-ease-back", "ex-safe-zone") if look(id_, facts)]
    assert spoken == ([rule] if rule else [])


def test_the_morning_after_says_its_numbers() -> None:
    reason = look("ex-ease-back", facts_of(session(1, pain_before=3), morning(5)))
    assert reason
    assert reason.because == "Core Basics, yesterday: pain 3 before, 5 the next morning."


def test_todays_session_leaves_the_one_with_a_known_morning_in_place() -> None:
    facts = facts_of(session(1, pain_before=3), morning(5), session(hour=8, pain_before=5))
    assert look("ex-ease-back", facts)


@pytest.mark.parametrize(("days_ago", "speaks"), [(2, True), (3, False)])
def test_a_morning_is_spoken_of_for_two_days(days_ago: int, speaks: bool) -> None:  # noqa: FBT001 (a column of the table)
    facts = facts_of(session(days_ago, pain_before=3), morning(5, days_ago=days_ago - 1))
    assert (look("ex-ease-back", facts) is not None) is speaks


@pytest.mark.parametrize(
    "fields",
    [
        {"pain_before": 4, "pain_after": 6},
        {"pain_before": 4},
        {"pain_after": 4},
        {"pain_before": 4, "pain_after": 5, "stopped": "cramp"},
        {"pain_before": 4, "pain_after": 5, "leg": "numb"},
    ],
    ids=["above 5", "not asked after", "not asked before", "stopped", "a numb leg"],
)
def test_a_session_that_hurt_or_broke_off_was_not_coped_well_with(fields: dict[str, Any]) -> None:
    assert look("ex-safe-zone", facts_of(session(1, **fields), morning(4))) is None


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(session(leg="same")),
        facts_of(session(2, leg="moved-up")),
        facts_of(session(leg="moved-up", stopped="sharp-pain")),
        facts_of(session(1, leg="moved-up"), session()),
    ],
    ids=["same", "two days ago", "stopped", "not the last one"],
)
def test_only_the_last_session_that_ended_well_counts_as_moving_up(facts: Facts) -> None:
    assert look("ex-centralize", facts) is None


@for_each(
    "sessions",
    [
        comfortable(2),
        comfortable(3, effort=5),
        comfortable(3, effort=None),
        comfortable(3, pain_after=5),
        comfortable(3, pain_after=None),
        comfortable(3, pain_before=None),
        comfortable(3, stopped="cramp"),
        comfortable(3, leg="numb"),
        comfortable(3, steps=(SessionStep("cobra", outcome="stopped"),)),
        comfortable(3, of="walking-starter"),
        [*comfortable(2), session(hour=8, of="mine", **COMFORTABLE)],
        [session(back, **COMFORTABLE) for back in (9, 8, 7)],
    ],
    ids=[
        "two",
        "effort 5",
        "effort unknown",
        "2 more",
        "after unknown",
        "before unknown",
        "stopped",
        "leg",
        "a step stopped",
        "walks",
        "two routines",
        "last week",
    ],
)
def test_less_than_three_comfortable_sessions_do_not_raise_the_dose(
    sessions: list[Session],
) -> None:
    assert look("ex-progress", facts_of(sessions)) is None


def test_sessions_of_another_routine_between_do_not_break_the_row() -> None:
    between = session(1, hour=20, of="mine", effort=9)
    assert look("ex-progress", facts_of(comfortable(3), between))


def test_only_the_last_of_the_three_has_to_be_of_this_week() -> None:
    rare = [session(back, **COMFORTABLE) for back in (20, 13, 6)]
    assert look("ex-progress", facts_of(rare))


def test_an_older_hard_session_does_not_count_against_three_easy_ones() -> None:
    reason = look("ex-progress", facts_of(session(5, effort=9), comfortable(3)))
    assert reason
    assert reason.because.startswith("The last three of Core Basics: effort 4, 4, 4 of 10")


def test_a_condition_names_the_swap_before_a_routine() -> None:
    reason = look("ex-needs-ok", opening(BENDS, conditions=["dizziness"]))
    assert reason
    swap = "Seated Cat and Cow instead of Standing Back Bend"
    assert reason.because == f"You stated: Dizziness or vertigo. {swap}."


@pytest.mark.parametrize(
    "facts",
    [
        opening(BENDS),
        opening(BENDS, conditions=["reflux"]),
        facts_of(settings={"conditions": ["dizziness"]}),
    ],
    ids=["nothing stated", "another condition", "not opened"],
)
def test_what_suits_a_person_needs_no_ok(facts: Facts) -> None:
    assert look("ex-needs-ok", facts) is None


def test_a_condition_against_the_whole_of_a_routine_is_named() -> None:
    whole = Routine(id="mine", name="Mine", steps=(), avoid_if=("pregnancy",))
    reason = look("ex-needs-ok", opening(whole, conditions=["pregnancy"]))
    assert reason
    assert reason.because == "You stated: Pregnancy."


def test_what_is_later_than_now_is_not_looked_at() -> None:
    later = Session(at=MONDAY + dt.timedelta(hours=1), routine="x", stopped="chest-pain")
    assert look("ex-stop-unwell", facts_of(later, pains(3))) is None
