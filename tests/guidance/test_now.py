"""Something for now: what fits the pain, the hour and what was done today, and what stands in its way."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.settings import DAYS_ARE
from backcare_tui.guidance.now import (
    likely_now,
    pain_just_said,
    something_now,
)
from backcare_tui.guidance.now_table import (
    LONGEST_MIN,
    NowRow,
    NowSituation,
    PartOfDay,
    fitting,
    now_rows,
    part_of_day,
)
from backcare_tui.guidance.safety import GENTLE_LEVEL, against_whole, fitted
from backcare_tui.library.references import named_in
from backcare_tui.library.taxonomy import words
from backcare_tui.player.timeline import length_s
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried
from tests.for_each import for_each
from tests.guidance.test_agenda import diary

PARTS: tuple[PartOfDay, ...] = ("night", "morning", "work", "day", "evening")
CONDITIONS = [word.id for word in words("conditions")]
HALF_MINUTE_S = 15
"""What a length to the half minute may leave out."""

situations = st.builds(
    NowSituation,
    part=st.sampled_from(PARTS),
    pain=st.none() | st.integers(0, 10),
    is_hard=st.booleans(),
    days_are=st.sampled_from(DAYS_ARE),
    conditions=st.frozensets(st.sampled_from(CONDITIONS), max_size=4),
    just_done=st.frozensets(st.sampled_from([row.routine for row in now_rows()])),
    not_today=st.frozensets(st.sampled_from([row.routine for row in now_rows()])),
)


def best(situation: NowSituation) -> str:
    return next(fitting(situation)).routine.id


def at(hour: int, minute: int = 0, day: int = 0) -> dt.datetime:
    """A moment of the week that Monday, 23 November begins."""
    return MONDAY.replace(hour=hour, minute=minute) + dt.timedelta(days=day)


def after(before: int, after_it: int, minutes_ago: int, stopped: str | None = None) -> Session:
    """A session of the gentle routine, so long ago, with the pain before and after it."""
    began = MONDAY - dt.timedelta(minutes=minutes_ago)
    return Session(
        at=began,
        routine="flare-up-gentle",
        pain_before=before,
        pain_after=after_it,
        stopped=stopped,
    )


def now_with(*records: Record) -> tuple[TinyRepository, FrozenClock]:
    """A diary of these records, at the moment of Monday."""
    return diary(*records), FrozenClock()


@for_each(
    ("situation", "expected"),
    [
        (NowSituation("night", 8), "night-waking-reset"),
        (NowSituation("night"), "night-waking-reset"),
        (NowSituation("morning", 7), "flare-up-gentle"),
        (NowSituation("morning", 3, is_hard=True), "flare-up-gentle"),
        (NowSituation("morning", 4), "morning-loosen-up"),
        (NowSituation("work", 9), "flare-up-gentle"),
        (NowSituation("work", 9, days_are="sitting"), "breathing-calm"),
        (NowSituation("work", 5, days_are="sitting"), "desk-break"),
        (NowSituation("work", 5, days_are="lifting"), "flare-up-gentle"),
        (NowSituation("day", 5), "flare-up-gentle"),
        (NowSituation("evening", 2), "mindful-minutes"),
        (
            NowSituation("morning", 8, conditions=frozenset({"fracture_recent"})),
            "up-and-out-of-bed",
        ),
        (NowSituation("day", 8, conditions=frozenset({"fracture_recent"})), "breathing-calm"),
    ],
)
def test_what_fits_is_chosen_by_pain_flare_hour_place_and_conditions(
    situation: NowSituation, expected: str
) -> None:
    assert best(situation) == expected


@tried(300)
@given(situations)
def test_nothing_is_offered_that_is_long_hard_ruled_out_or_hurt_today(
    situation: NowSituation,
) -> None:
    found = [*fitting(situation)]
    assert len({each.routine.id for each in found}) == len(found)
    for each in found:
        fit = fitted(each.routine, situation.conditions)[0]
        assert 0 < length_s(fit) <= LONGEST_MIN * 60 + HALF_MINUTE_S
        assert abs(each.minutes * 60 - length_s(fit)) <= HALF_MINUTE_S
        assert each.routine.level == GENTLE_LEVEL
        assert not against_whole(each.routine, situation.conditions)
        assert each.routine.id not in situation.not_today
        assert each.why
    is_last = [each.routine.id in situation.just_done for each in found]
    assert all(a <= b for a, b in pairwise(is_last)), "what was just done comes last"


@given(situations)
def test_there_is_something_for_everybody_whatever_they_have(situation: NowSituation) -> None:
    calm = NowSituation(situation.part, situation.pain, conditions=situation.conditions)
    assert [*fitting(calm)]


@for_each("row", now_rows(), ids=lambda row: f"{row.routine}-{row.place}")
def test_a_row_says_why_and_from_where(row: NowRow) -> None:
    assert row.why.endswith(".")
    for part in row.source.split(";"):
        assert named_in(part) or "backcare's own rule" in part


@for_each(
    ("now", "stated", "expected"),
    [
        (at(3), ("", ""), "night"),
        (at(6), ("", ""), "morning"),
        (at(9), ("", ""), "work"),
        (at(16, 59), ("", ""), "work"),
        (at(12, day=5), ("", ""), "day"),
        (at(17), ("", ""), "evening"),
        (at(22, 30), ("", ""), "night"),
        (at(22, 30), ("00:30", ""), "evening"),
        (at(9), ("", "08:00"), "morning"),
        (at(10), ("08:00", "16:00"), "night"),
        (at(16), ("08:00", "16:00"), "morning"),
        (at(4), ("08:00", "16:00"), "evening"),
    ],
)
def test_the_parts_of_a_day_are_those_of_ones_own_nights(
    now: dt.datetime, stated: tuple[str, str], expected: PartOfDay
) -> None:
    assert part_of_day(now, *stated) == expected


def test_the_pain_of_the_last_hours_counts_and_is_named() -> None:
    found = something_now(*now_with(Pain(at=MONDAY, severity=4), Check(at=MONDAY))).best
    assert found
    assert found.words == "Morning Loosen-Up, 6 min"
    assert found.why.startswith("Pain was 4 at 08:12. It is morning")
    old = Pain(at=MONDAY - dt.timedelta(hours=5), severity=6)
    later = something_now(*now_with(old)).best
    assert later
    assert later.routine.id == "morning-loosen-up"
    assert later.why.startswith("It is morning")


def test_a_day_that_began_hard_stays_one_until_it_is_said_to_be_better() -> None:
    early = Pain(at=MONDAY - dt.timedelta(hours=5), severity=9)
    found = something_now(*now_with(early, Check(at=MONDAY))).best
    assert found
    assert found.routine.id == "flare-up-gentle"
    assert "9" not in found.why, "what was said of the night is not said of now"
    better = something_now(*now_with(early, Pain(at=MONDAY, severity=4), Check(at=MONDAY))).best
    assert better
    assert better.routine.id == "morning-loosen-up"


@for_each(
    "session",
    [after(3, 5, 300), after(3, 3, 300, stopped="leg-symptoms")],
    ids=["rose by two", "was stopped"],
)
def test_what_hurt_today_is_not_offered_again_today(session: Session) -> None:
    pain, check = Pain(at=MONDAY, severity=7), Check(at=MONDAY)
    offered = something_now(*now_with(pain, check, session)).routines
    assert "flare-up-gentle" not in [each.routine.id for each in offered]
    yesterday = Session(
        at=session.at - dt.timedelta(days=1),
        routine=session.routine,
        pain_before=3,
        pain_after=5,
    )
    found = something_now(*now_with(pain, check, yesterday)).best
    assert found
    assert found.routine.id == "flare-up-gentle"


def test_what_was_done_within_the_hour_is_offered_last() -> None:
    pain, check = Pain(at=MONDAY, severity=7), Check(at=MONDAY)
    offered = something_now(*now_with(pain, check, after(7, 6, 20))).routines
    assert offered[-1].routine.id == "flare-up-gentle"


def test_while_a_warning_sign_stands_nothing_is_offered_but_the_way_to_answer_it() -> None:
    marked = something_now(*now_with(Check(at=MONDAY, red_flags=("foot_drop",))))
    assert (marked.routines, marked.best, marked.asks_check) == ((), None, False)
    assert [each.id for each in marked.stops] == ["rf-leg-weakness"]
    fell = something_now(*now_with(Pain(at=MONDAY, severity=7, triggers=("fall",))))
    assert (fell.routines, fell.asks_check) == ((), True)


def test_strong_pain_asks_for_the_check_and_keeps_the_gentle_one_free() -> None:
    found = something_now(*now_with(Pain(at=MONDAY, severity=9)))
    assert [each.id for each in found.asks] == ["rf-recheck"]
    assert found.best
    assert found.best.routine.id == "flare-up-gentle"


@pytest.mark.parametrize("severity", [2, 5, 8])
def test_where_one_looks_first_is_what_is_offered(severity: int) -> None:
    world = now_with(Pain(at=MONDAY, severity=severity), Check(at=MONDAY))
    assert likely_now(*world) == something_now(*world).best


def test_the_pain_before_a_session_is_that_of_the_last_half_hour() -> None:
    clock = FrozenClock()
    assert pain_just_said(diary(Pain(at=MONDAY - dt.timedelta(minutes=30), severity=6)), clock) == 6
    assert (
        pain_just_said(diary(Pain(at=MONDAY - dt.timedelta(minutes=31), severity=6)), clock) is None
    )
