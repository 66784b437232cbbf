"""A program moves on by what was done and how it felt, never by the date."""

import datetime as dt
import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.movement.programs import (
    WALK,
    WALKS,
    has_walk,
    next_up,
    progress,
    say_moves_on,
    say_pace,
    say_progress,
    under_way,
)
from backcare_tui.library.routines import (
    DEFAULT_MOVES_ON,
    Program,
    ProgramWeek,
    RoutineTimes,
    Walk,
    is_of_library,
    programs,
)
from tests.conftest import MONDAY

FIRST = MONDAY.date()
PROGRAM = Program(
    id="two-weeks",
    name="Two Weeks",
    purpose="To try it.",
    when="Any time.",
    level=1,
    minutes=10,
    weeks=(
        ProgramWeek(
            1, "Begin", (RoutineTimes("a", 2), RoutineTimes("b", 1)), Walk(20, 1), 30, "Begin."
        ),
        ProgramWeek(
            2,
            "Go on",
            (RoutineTimes("a", 1), RoutineTimes("walking-starter", 1)),
            Walk(20, 1),
            30,
            "Go on.",
        ),
    ),
    suits=(),
    avoid_if=(),
    progression="",
    source=(),
    moves_on=replace(DEFAULT_MOVES_ON, largest_mean_rise=1.0, stopped_at_most=0),
)
PLAN = Plan(routine="two-weeks", since=FIRST)


def done(
    routine: str,
    day: int,
    pain: tuple[int, int] | None = None,
    stopped: str | None = None,
    minutes: float | None = None,
) -> Session:
    """A session so many days after the program began."""
    before, after = pain or (None, None)
    return Session(
        at=MONDAY + dt.timedelta(days=day),
        routine=routine,
        pain_before=before,
        pain_after=after,
        stopped=stopped,
        planned_s=1200,
        done_s=None if minutes is None else round(minutes * 60),
    )


WEEK_1 = (done("a", 0), done("a", 1), done("b", 1), done(WALK, 2))


def counts(sessions: Iterable[Session], plan: Plan = PLAN) -> tuple[int, list[int]]:
    """The week one is in, and how often each part is done."""
    at = progress(PROGRAM, plan, sessions)
    return at.week.week, [part.done for part in at.parts]


def test_a_program_begins_with_nothing_done() -> None:
    assert counts(()) == (1, [0, 0, 0])


def test_the_next_week_opens_once_all_of_the_week_is_done() -> None:
    assert counts(WEEK_1[:3]) == (1, [2, 1, 0])
    assert counts(WEEK_1) == (2, [0, 0, 0])
    assert progress(PROGRAM, PLAN, WEEK_1).why == "Week 1 is done."


def test_time_alone_opens_no_week_and_ends_none() -> None:
    late = [replace(each, at=each.at + dt.timedelta(days=90)) for each in WEEK_1[:3]]
    assert counts(late) == (1, [2, 1, 0])


def test_a_routine_counts_once_a_day() -> None:
    assert counts((done("a", 0), done("a", 0))) == (1, [1, 0, 0])


def test_more_than_asked_is_no_head_start() -> None:
    assert counts((done("b", 0), done("b", 1), done("b", 2))) == (1, [0, 1, 0])


def test_what_was_done_before_it_began_or_belongs_elsewhere_does_not_count() -> None:
    assert counts((done("a", -1), done("other", 0))) == (1, [0, 0, 0])


def test_a_session_that_was_left_early_does_not_count() -> None:
    assert counts((done("a", 0, minutes=9.9),)) == (1, [0, 0, 0])
    assert counts((done("a", 0, minutes=10),)) == (1, [1, 0, 0])


@pytest.mark.parametrize(("minutes", "walks"), [(14.9, 0), (15, 1), (40, 1), (None, 1)])
def test_a_walk_counts_from_three_quarters_of_its_minutes_on(
    minutes: float | None, walks: int
) -> None:
    assert counts((done(WALK, 0, minutes=minutes),))[1][-1] == walks


def test_a_guided_walk_counts_as_a_walk_beyond_what_the_week_asks_of_it() -> None:
    guided = [done("walking-starter", day) for day in (3, 4)]
    assert counts((*WEEK_1, guided[0])) == (2, [0, 1, 0])
    assert counts((*WEEK_1, *guided)) == (2, [0, 1, 1])


def test_pain_that_rose_too_far_brings_the_same_week_again() -> None:
    sore = (
        done("a", 0, (2, 4)),
        done("a", 1, (3, 4)),
        done("b", 1, (3, 5)),
        done(WALK, 2),
    )
    at = progress(PROGRAM, PLAN, sore)
    assert (at.week.week, at.time) == (1, 2)
    assert "Pain rose by 1.7 points" in at.why
    assert at.mean_rise is None
    again = [replace(each, at=each.at + dt.timedelta(days=7)) for each in WEEK_1]
    assert progress(PROGRAM, PLAN, (*sore, *again)).week.week == 2


def test_a_rise_at_the_limit_moves_on() -> None:
    assert counts((done("a", 0, (2, 3)), *WEEK_1[1:])) == (2, [0, 0, 0])


def test_one_session_that_the_stop_rule_ended_brings_the_week_again() -> None:
    stopped = done("a", 0, (3, 5), stopped="pain-up-2")
    assert counts((stopped,)) == (1, [0, 0, 0])
    at = progress(PROGRAM, PLAN, (stopped, done("a", 1), done("a", 2), *WEEK_1[2:]))
    assert (at.week.week, at.time) == (1, 2)
    assert "The stop rule ended 1 session of week 1" in at.why


def test_a_session_that_opened_a_week_is_not_done_in_it_too() -> None:
    last = (done("b", 0), done(WALK, 0), done("a", 0), done("a", 1))
    assert counts(last) == (2, [0, 0, 0])
    assert counts((*last, done("a", 1))) == (2, [0, 0, 0])


def test_the_program_is_over_after_its_last_week() -> None:
    whole = (*WEEK_1, done("a", 3), done("walking-starter", 3), done(WALK, 3))
    at = progress(PROGRAM, PLAN, whole)
    assert at.is_over
    assert next_up(at, FIRST) is None
    assert say_progress(at) == "All 2 weeks done"


def test_a_program_may_begin_with_a_later_week() -> None:
    assert counts((), replace(PLAN, program_week=2))[0] == 2
    assert counts((), replace(PLAN, program_week=40))[0] == 2


def test_what_is_next_is_what_lags_most_and_is_not_done_today() -> None:
    def after(*sessions: Session) -> str | None:
        return next_up(progress(PROGRAM, PLAN, sessions), FIRST + dt.timedelta(days=1))

    assert after() == "a"
    assert after(done("a", 0)) == "b"
    assert after(done("a", 1)) == "b"
    assert after(done("a", 1), done("b", 1)) is None


def test_a_walk_is_offered_beside_the_routines_until_it_is_done_today() -> None:
    tomorrow = FIRST + dt.timedelta(days=1)
    assert has_walk(progress(PROGRAM, PLAN, ()), FIRST)
    at = progress(PROGRAM, PLAN, (done("a", 0), done("a", 1), done(WALK, 1)))
    assert not has_walk(at, tomorrow)


@pytest.mark.parametrize("known", programs(), ids=lambda known: str(known.id))
def test_a_week_says_how_many_things_a_day_it_takes(known: Program) -> None:
    for week in known.weeks:
        times = sum(each.times for each in week.sessions) + week.walk.days
        many = "one thing a day at most" if times <= 7 else "most days two"
        assert say_pace(week).startswith(f"{times} a week: {many}")


def test_where_one_is_is_said_in_a_line() -> None:
    at = progress(PROGRAM, PLAN, WEEK_1[:2])
    names = {"a": "Morning", "b": "Bedtime"}
    assert (
        say_progress(at, names)
        == "Week 1 of 2 · Begin: Morning 2 of 2, Bedtime 0 of 1, walks 0 of 1"
    )


def test_the_rule_that_opens_a_week_is_said_with_its_numbers() -> None:
    said = say_moves_on(progress(PROGRAM, PLAN, ()))
    assert said.startswith("Week 2 opens once all of this is done, if pain rose by 1 point at most")
    over = progress(PROGRAM, replace(PLAN, program_week=2), ())
    assert say_moves_on(over).startswith("The program is complete once")


def test_a_plan_of_a_program_says_that_it_is_under_way() -> None:
    known = programs()[0]
    plan = Plan(routine=known.id, since=FIRST)
    assert under_way((Plan(routine="a"), plan), FIRST) == (known, plan)
    assert under_way((plan,), FIRST - dt.timedelta(days=1)) is None
    assert under_way((Plan(routine="a"),), FIRST) is None


def test_a_program_that_was_ended_today_is_not_under_way() -> None:
    plan = Plan(routine=programs()[0].id, since=FIRST, until=FIRST)
    assert under_way((plan,), FIRST) is None


def test_of_two_programs_the_later_one_is_under_way() -> None:
    first, second = (Plan(routine=each.id, since=FIRST) for each in programs()[:2])
    later = replace(second, since=FIRST + dt.timedelta(days=1))
    found = under_way((later, first), FIRST + dt.timedelta(days=2))
    assert found
    assert found[1] == later


def test_the_walks_are_routines_of_the_library() -> None:
    assert all(map(is_of_library, set(WALKS) - {WALK}))


@pytest.mark.parametrize("known", programs(), ids=lambda known: str(known.id))
def test_every_program_of_the_library_can_be_finished(known: Program) -> None:
    plan = Plan(routine=known.id, since=FIRST)
    sessions: list[Session] = []
    for day in range(2000):
        at = progress(known, plan, sessions)
        today = FIRST + dt.timedelta(days=day)
        if at.is_over:
            break
        upcoming = [next_up(at, today), WALK if has_walk(at, today) else None]
        sessions += [done(each, day) for each in upcoming if each]
    assert progress(known, plan, sessions).is_over


sessions_made = st.lists(
    st.builds(
        done,
        st.sampled_from(["a", "b", WALK, "walking-starter", "other"]),
        st.integers(-2, 30),
        st.none() | st.tuples(st.integers(0, 10), st.integers(0, 10)),
        st.none() | st.just("pain-up-2"),
        st.none() | st.floats(0, 60),
    ),
    max_size=40,
)


@given(sessions_made, st.randoms(use_true_random=False))
def test_the_order_in_which_sessions_were_taken_down_changes_nothing(
    made: list[Session], chance: random.Random
) -> None:
    shuffled = made.copy()
    chance.shuffle(shuffled)
    assert progress(PROGRAM, PLAN, made) == progress(PROGRAM, PLAN, shuffled)


@given(sessions_made)
def test_no_part_is_done_more_often_than_asked(made: list[Session]) -> None:
    at = progress(PROGRAM, PLAN, made)
    assert all(0 <= part.done <= part.times for part in at.parts)
    assert at.is_over == (not any(part.left for part in at.parts))
