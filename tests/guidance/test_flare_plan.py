"""The flare plan: its words with no flare, with one, two and many; what it begins with; what may be written into it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from backcare_tui.diary.reading_settings import read_settings
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import Routine, RoutineStep
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.settings import FlareWords
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.flare_plan import (
    FlarePlan,
    flare_plan,
    gentle_routines,
    routine_to_begin,
    say_kept,
    written_plan,
)
from backcare_tui.guidance.flare_plan_pieces import plan_pieces
from backcare_tui.guidance.past_flares import past_flares
from backcare_tui.library.references import named_in
from tests.conftest import FrozenClock
from tests.for_each import for_each
from tests.guidance.facts_of import TODAY, ago
from tests.guidance.flares_of import days_of, two_flares
from tests.guidance.test_agenda import diary

ADA = Person(id="ada", name="Ada Kim", role="family-doctor", contact="555 0134")
LINES = {"lines": ["It has passed every time.", "Walk to the corner."]}
MINE = Routine(id="mine", name="My own", steps=(RoutineStep("cat-cow"),))
HARD = Routine(id="hard", name="Hard", level=2, steps=(RoutineStep("cat-cow"),))


def plan_of(*records: Record, **settings: Any) -> FlarePlan:
    repository, clock = diary(*records), FrozenClock()
    for name, value in settings.items():
        repository.set(name, value)  # type: ignore[arg-type]
    return flare_plan(repository, clock, past_flares(repository, clock))


def said(plan: FlarePlan, kind: str = "") -> list[str]:
    """What the plan says, or the pieces of one kind, line by line, with the titles."""
    pieces = [each for each in plan_pieces(plan, TODAY) if kind in {"", each.kind}]
    return [line for each in pieces for line in (each.title, *(p.says for p in each.points))]


def test_without_a_flare_it_says_so_and_tells_what_helps_most_people() -> None:
    plan = plan_of()
    assert said(plan, "figures") == [
        "Your own flare-ups",
        "No flare-up stands in this diary from beginning to end yet.",
        "From 2 on, your own figures stand here.",
    ]
    assert said(plan, "general")[0] == "What helps most people"


def test_of_one_flare_it_says_how_long_it_took_and_that_one_says_little() -> None:
    plan = plan_of(*days_of((4,), relief={"heat": "yes"})[0], flare_plan=LINES)
    figures = said(plan, "figures")
    assert figures[:4] == [
        "Your own flare-ups",
        "One flare-up stands in this diary from beginning to end; it took 4 days.",
        "One says little. From 2 on, your own figures stand here.",
        "How the last one ended",
    ]
    assert not [line for line in figures if "Heat" in line]
    assert said(plan, "general")


def test_of_two_it_has_the_middle_the_range_what_helped_and_what_was_done() -> None:
    plan = plan_of(*two_flares(), flare_plan=LINES)
    assert said(plan, "figures") == [
        "Your own flare-ups",
        (
            "2 flare-ups stand in this diary from beginning to end. They took 4.5 days in the middle "
            "(median), from 3 to 6."
        ),
        "What you marked as helping in them",
        "Heat: helped on 2 days and a little on 1, in 2 flare-ups",
        "Walking: a little on 1 day, in 1 flare-up; not on 1",
        "What you did in them",
        "Flare-Up Gentle: 3 times; pain 7.5 before and 5.5 after (mean of 2)",
        (
            "These went along with the flare-ups. Pain that is above one's usual mostly comes down by "
            "itself (Whitney 1992), so nobody can tell from this what did it."
        ),
        "How the last one ended",
        (
            "The last one began on Wed 11 Nov and took 6 days. Its last bad day was Mon 16 Nov, with pain "
            "7; by Wed 18 Nov pain was 2."
        ),
        "Marked as helping in those days: heat.",
    ]
    assert not said(plan, "general")


def test_of_many_the_last_words_are_how_the_last_one_ended() -> None:
    plan = plan_of(*days_of((1, 1, 2, 3, 9), calm=4)[0])
    figures = said(plan, "figures")
    assert figures[1].endswith("They took 2 days in the middle (median), from 1 to 9.")
    assert figures[3].startswith("Nothing was marked as helping")
    assert figures[-2] == "How the last one ended"
    assert said(plan)[-len(figures) :] == figures


def test_while_one_goes_on_it_says_its_day_and_how_many_were_over_by_then() -> None:
    old, _ = days_of((2, 6), last=20)
    now = [Pain(at=ago(back), severity=7, is_flare=True) for back in (2, 1, 0)]
    calm = [Pain(at=ago(back), severity=2) for back in range(19, 2, -1)]
    assert said(plan_of(*old, *calm, *now), "figures")[1] == (
        "This one began on Sat 21 Nov; today is day 3. 1 of your 2 were over by then."
    )


@for_each("lengths", [(), (4,), (3, 6), (1, 1, 2, 3, 9)])
def test_nothing_is_said_to_have_worked(lengths: Sequence[int]) -> None:
    words = " ".join(said(plan_of(*days_of(lengths, relief={"heat": "yes"})[0])))
    assert not re.search(r"\b(?:work(?:s|ed)|because|thanks to|cured?|caused?)\b", words)


def test_own_lines_stand_first_then_what_to_begin_with_whom_to_call_and_when_to_worry() -> None:
    plan = plan_of(ADA, flare_plan={**LINES, "person": "ada", "call": "Ada Kim"}, region="uk")
    kinds = [piece.kind for piece in plan_pieces(plan, TODAY)]
    assert kinds[:5] == ["own", "begin", "call", "worry", "worry"]
    assert said(plan, "own")[1:] == LINES["lines"]
    assert plan.call == "Ada Kim, family doctor: 555 0134"
    assert any("call 999" in line for line in said(plan, "worry"))


def test_whom_to_call_stays_by_name_once_they_are_no_longer_of_the_team() -> None:
    assert plan_of(flare_plan={"person": "gone", "call": "Ada Kim"}).call == "Ada Kim"


def test_a_warning_sign_comes_before_all_and_nothing_begins_meanwhile() -> None:
    fall = Pain(at=ago(0), severity=8, triggers=("fall",), areas=("mid-back-c",))
    plan = plan_of(*days_of((3, 3), last=1)[0], fall, birth_year=1950, flare_plan=LINES)
    first = next(iter(plan_pieces(plan, TODAY)))
    assert (first.kind, first.is_urgent) == ("stands", True)
    sign = plan_of(Check(at=ago(0), red_flags=("foot_drop",)))
    assert sign.routine is None
    assert "begin" not in {piece.kind for piece in plan_pieces(sign, TODAY)}


@pytest.mark.parametrize(
    ("settings", "routine"),
    [
        ({}, "flare-up-gentle"),
        ({"flare_plan": {"routine": "walk"}}, "walk"),
        ({"flare_plan": {"routine": "mine"}}, "mine"),
        ({"flare_plan": {"routine": "gone"}}, "flare-up-gentle"),
        ({"flare_plan": {"routine": "hard"}}, "flare-up-gentle"),
        ({"flare_plan": {"routine": "core-basics"}}, "flare-up-gentle"),
        ({"conditions": ["fracture_recent"]}, "breathing-calm"),
        ({"conditions": ["fracture_recent", "panic_breath_focus"]}, "walk"),
    ],
)
def test_it_begins_with_a_gentle_routine_that_nothing_stated_rules_out(
    settings: Mapping[str, Any], routine: str
) -> None:
    found = routine_to_begin(read_settings(settings), (MINE, HARD))
    assert found
    assert found.id == routine


def test_only_gentle_ones_are_offered_those_of_a_flare_first() -> None:
    offered = [each.id for each in gentle_routines((MINE, HARD))]
    assert offered[0] == "flare-up-gentle"
    assert "mine" in offered
    assert not {"hard", "core-basics", "full-back-care"} & set(offered)


def kept(values: Mapping[str, Any], before: FlareWords | None = None) -> FlareWords | None:
    return written_plan(before or FlareWords(), values, (ADA,), (MINE, HARD), TODAY)


def test_what_is_written_keeps_what_was_not_and_has_its_day() -> None:
    before = FlareWords(lines=("old",), call="my sister")
    found = kept({"call": "ada kim"}, before)
    assert found == FlareWords(lines=("old",), call="ada kim", person="ada", written=TODAY)
    assert kept({"lines": [" new ", "", "two\x07"]}, before) == FlareWords(
        lines=("new", "two\ufffd"), call="my sister", written=TODAY
    )


def test_what_is_the_same_keeps_its_day_and_what_is_emptied_is_taken_back() -> None:
    before = FlareWords(lines=("old",), written=ago(30).date())
    assert kept({"lines": ["old"]}, before) == before
    assert kept({"lines": []}, before) is None
    assert say_kept(None) == "flare plan: taken back"
    assert say_kept(FlareWords(lines=("a", "b"), call="x")) == "flare plan: 2 lines, whom to call"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"lines": ["a", "b", "c", "d"]}, "lines: 4 is not up to 3 lines."),
        ({"lines": ["a" * 121]}, "is not a line of up to 120 characters."),
        ({"routine": "core-progress"}, "is not a gentle routine for a bad day"),
        ({"routine": "hard"}, "is not a gentle routine for a bad day"),
        ({"routine": "swimming"}, "is not a gentle routine for a bad day"),
    ],
)
def test_what_cannot_be_taken_is_said(values: Mapping[str, Any], sentence: str) -> None:
    with pytest.raises(BadValue, match=re.escape(sentence)):
        kept(values)


def test_every_point_of_the_general_plan_has_a_source_that_is_known() -> None:
    plan = plan_of()
    for section in (plan.general, *plan.worry):
        for point in section.points:
            assert named_in(point.source) or point.source == "backcare's own rule", point.says
            assert "{" not in point.says
            assert len(point.says) <= 200
