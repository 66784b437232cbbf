"""The decision table is whole: each row is looked for, names what there is, and says where it is from."""

import re

from backcare_tui.diary.values import BarrierWord, choices
from backcare_tui.guidance.plan.choosing import LOOKS
from backcare_tui.guidance.plan.sizing import slot_of
from backcare_tui.guidance.plan.table import PartKind, PlanRule, plan_rules, say_why
from backcare_tui.guidance.plan.turning import TURNS
from backcare_tui.guidance.reading import reading_pages
from backcare_tui.library.references import named_in
from backcare_tui.library.routines import is_of_library, routine
from tests.for_each import for_each

DECIDED_BY_THE_RESULT = {"renew-full"}
"""The row that holds where another one led to no change."""


def test_each_row_that_chooses_is_looked_for_and_each_that_turns() -> None:
    rows = plan_rules().values()
    assert {row.id for row in rows if row.group == "choose"} == LOOKS.keys()
    turning = {row.id for row in rows if row.turn} - DECIDED_BY_THE_RESULT
    assert turning == TURNS.keys()


def test_each_barrier_that_a_person_can_name_has_a_row() -> None:
    named = {row.barrier for row in plan_rules().values() if row.barrier}
    by_amount = {"ill"}  # it turns the amount, not the form
    assert named | by_amount == set(choices(BarrierWord))


@for_each("row", plan_rules().values(), ids=lambda row: row.id)
def test_a_row_names_routines_of_its_part_and_sources_that_are_spelled_out(row: PlanRule) -> None:
    parts: tuple[PartKind, ...] = ("ease", "strength", "calm")
    for part in parts:
        for id_ in row.offers(part):
            assert is_of_library(id_), id_
            is_rest = row.id in {"flare-now", "form-away"} or slot_of(routine(id_)) == part
            assert is_rest, id_
    assert {*row.reads} <= {id_ for id_, page in reading_pages().items() if page.is_lesson}
    named = [each.strip() for each in row.source.split(";")]
    assert not [each for each in named if not named_in(each) and "backcare" not in each]


@for_each("row", plan_rules().values(), ids=lambda row: row.id)
def test_what_a_row_says_is_short_and_blames_nobody(row: PlanRule) -> None:
    for said in (row.why, *row.whys.values(), *filter(None, [row.reads_why])):
        assert said.endswith(".")
        assert len(said) <= 130
        assert not re.search(
            r"should have|fail|lazy|must|diagnos|degenerat|damage", said, re.IGNORECASE
        )
        assert "{" not in said
    assert row.when
    assert row.does


@for_each("row", plan_rules().values(), ids=lambda row: row.id)
def test_each_line_that_a_row_makes_has_a_reason_of_its_own(row: PlanRule) -> None:
    parts = [part for part in ("ease", "strength", "calm") if row.offers(part)]
    if len(parts) > 1:
        assert list(row.whys) == parts
        assert len(set(row.whys.values())) == len(parts)
    else:
        assert not row.whys, "its why says it"
    assert bool(row.reads_why) is bool(row.reads)


def test_a_reason_is_said_with_each_source_once() -> None:
    said = say_why("walks", "page", "walks")
    assert said.count("Source: ") == 1
    assert said.endswith("WHO 2020; WHO 2023; backcare's own rule.")
