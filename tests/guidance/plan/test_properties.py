"""What holds for every person: made-up answers, diaries and weeks, renewed one after the other."""

import datetime as dt
from typing import Any

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.settings import DAYS_ARE, PAIN_LASTS
from backcare_tui.diary.values import BarrierWord, FeltWord, WeekdayWord, choices
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.plan.amounts import most_next
from backcare_tui.guidance.plan.current import week_plan_now
from backcare_tui.guidance.plan.make import new_week
from backcare_tui.guidance.plan.renew import renewed_week
from backcare_tui.guidance.plan.weeks_kept import CHECK_UP, is_held
from backcare_tui.guidance.safety import against_whole, cautions, fitted, is_light
from backcare_tui.library.exercises import exercise
from backcare_tui.library.routines import routine, routines
from backcare_tui.library.taxonomy import red_flags, words
from backcare_tui.player.timeline import length_s
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.text import WEEKDAYS
from tests.conftest import MONDAY, FrozenClock
from tests.examples import tried
from tests.guidance.plan.weeks_of import (
    DAY,
    SUNDAY_EVENING,
    active,
    diary_of,
    level,
    minutes,
    played,
)

CONDITIONS = [word.id for word in words("conditions")]
DAYS: tuple[WeekdayWord, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PLACES = ("lower-back-c", "mid-back-c", "neck-back", "hip-l", "calf-l", "thigh-back-r")

answered = st.fixed_dictionaries(
    {"minutes_a_day": st.integers(1, 60)},
    optional={
        "birth_year": st.integers(1936, 2012),
        "days_are": st.sampled_from(DAYS_ARE[1:]),
        "pain_lasts": st.sampled_from(PAIN_LASTS[1:]),
        "worry": st.sampled_from(("bending", "my disc", "will it last?")),
        "conditions": st.lists(st.sampled_from(CONDITIONS), max_size=4, unique=True),
        "course_wish": st.sampled_from(("massage", "later", "never")),
        "usual_bed": st.just("22:30"),
        "usual_up": st.just("06:30"),
        "week_start": st.sampled_from(("mon", "sun")),
    },
)
own_plans = st.lists(
    st.builds(
        Plan,
        routine=st.sampled_from([each.id for each in routines()]),
        days=st.lists(st.sampled_from(DAYS), min_size=1, unique=True).map(tuple),
    ),
    max_size=2,
)
answers = st.builds(
    WeekAnswer,
    week=st.just(MONDAY.date()),
    felt=st.sampled_from((None, *choices(FeltWord))),
    barriers=st.lists(st.sampled_from(choices(BarrierWord)), max_size=2, unique=True).map(tuple),
)


@st.composite
def weeks_of_life(draw: st.DrawFn) -> list[Record]:
    """Seven days up to a Sunday: pain and sleep of each morning, sessions, now and then a sign."""
    found: list[Record] = []
    usual = draw(st.integers(0, 9))
    for day in range(7):
        at = MONDAY + day * DAY
        severity = min(max(usual + draw(st.sampled_from((0, 0, 0, 1, -1, 3))), 0), 10)
        areas = (draw(st.sampled_from(PLACES)),)
        is_flare = draw(st.integers(0, 29)) == 0
        fell = ("fall",) if draw(st.integers(0, 39)) == 0 else ()
        found.append(Pain(at=at, severity=severity, areas=areas, is_flare=is_flare, triggers=fell))
        found.append(Night(night=at.date(), asleep_min=draw(st.sampled_from((300, 420, 450)))))
    if draw(st.integers(0, 9)) == 0:
        found.append(Check(at=MONDAY, red_flags=(draw(st.sampled_from(SIGNS)),)))
    return found


SIGNS = [each.id for each in red_flags()]


def sessions_for(plan: WeekPlan, data: st.DataObject, now: dt.datetime) -> list[Session]:
    """Some of a week's lines, done in the days up to a moment."""
    found = []
    for number, line in enumerate(active(plan)):
        for back in range(data.draw(st.integers(0, line.times))):
            before = data.draw(st.integers(0, 6))
            rise = data.draw(st.sampled_from((0, 0, 0, 0, 1, 2)))
            is_stopped = data.draw(st.integers(0, 19)) == 0
            found.append(
                Session(
                    at=now - back * DAY - dt.timedelta(hours=3, minutes=number),
                    routine=line.id,
                    pain_before=before,
                    pain_after=before + rise,
                    stopped="pain-up-2" if is_stopped else None,
                )
            )
    return found


def holds_for_every_week(plan: WeekPlan, diary: TinyRepository, clock: FrozenClock) -> None:
    """What no week may break, wherever it comes from."""
    settings = diary.settings()
    conditions = settings.conditions
    planned = [each for each in diary.entries(Plan) if each.routine]
    for day in range(7):
        weekday = WEEKDAYS[(plan.week.weekday() + day) % 7].lower()
        own = sum(
            -(-length_s(routine(p.routine or "")) // 60) for p in planned if weekday in p.days
        )
        asked = sum(line.minutes or 0 for line in active(plan) if weekday in line.days)
        assert not asked or own + asked <= (settings.minutes_a_day or 10)
    for line in active(plan):
        assert len(line.days) == line.times
        of = played(line)
        assert not against_whole(of, conditions)
        done = fitted(of, conditions)[0]
        known = [exercise(step.exercise) for step in done.steps]
        assert not [each.id for each in known if cautions(each, conditions)]
        if line.kind == "routine":
            assert len(known) >= min(2, len(routine(line.id).steps))
            assert length_s(done) <= 60 * (line.minutes or 0)
            assert max(each.level for each in known) <= (line.level or 1)
        assert "Source: " in line.why
    for change in plan.changes:
        assert "Source: " in change.why
    if stops := what_stops(diary, clock):
        assert any(line.id == CHECK_UP for line in plan.lines)
        is_all = any(each.blocks == "all" for each in stops)
        assert all(not is_all and is_light(played(line)) for line in active(plan))
    assert write_document(plan), "it can be kept, and read again"


@tried(150)
@given(answered, own_plans, st.lists(weeks_of_life(), min_size=1, max_size=3), st.data())
def test_no_week_breaks_what_was_promised_however_the_weeks_go(
    settings: dict[str, Any], plans: list[Plan], lives: list[list[Record]], data: st.DataObject
) -> None:
    clock = FrozenClock(MONDAY)
    diary = diary_of(plans, settings=settings, clock=clock)
    plan = new_week(diary, clock)
    diary.put(plan)
    holds_for_every_week(plan, diary, clock)
    for number, life in enumerate(lives):
        clock.move(hours=(SUNDAY_EVENING - clock.now()).total_seconds() / 3600 + 168 * number)
        moved = [_later(each, number) for each in life]
        diary.add(*moved, *sessions_for(plan, data, clock.now()))
        shown = week_plan_now(diary, clock)
        assert shown
        holds_for_every_week(shown, diary, clock)
        answer = _about(data.draw(answers), plan)
        after = renewed_week(diary, clock, answer)
        holds_for_every_week(after, diary, clock)
        never_too_much(plan, after, answer, diary, clock)
        each_change_is_told(plan, after)
        diary.put(answer, after)
        plan = after


def never_too_much(
    before: WeekPlan,
    after: WeekPlan,
    answer: WeekAnswer,
    diary: TinyRepository,
    clock: FrozenClock,
) -> None:
    """A tenth more at most, and nothing harder where a body said no."""
    if is_held(before) or is_held(after) or not minutes(before):
        return
    assert minutes(after) <= most_next(minutes(before))
    facts = gather(diary, clock)
    since = [each for each in facts.sessions if each.day >= before.week]
    rose = any((s.pain_after or 0) - (s.pain_before or 0) >= 2 for s in since)
    if rose or any(each.stopped for each in since) or facts.flare or answer.felt == "hard":
        assert minutes(after) <= minutes(before)
        assert level(after) <= max(level(before), 1)
    is_least = all(line.times == 1 or (line.minutes or 0) <= 3 for line in active(before))
    if answer.felt == "hard" and not is_least:
        assert minutes(after) < minutes(before) or level(after) < level(before)


def each_change_is_told(before: WeekPlan, after: WeekPlan) -> None:
    """Whatever is new, gone, longer, shorter or on other days has a sentence."""
    if is_held(before):
        return  # then it is told against the week before that
    old, new = ({line.id: line for line in active(each)} for each in (before, after))
    told = " ".join(change.what for change in after.changes)
    for id_ in old.keys() | new.keys():
        name = "A Walk" if id_ == "walk" else routine(id_).name
        a, b = old.get(id_), new.get(id_)
        is_same = a and b and (a.minutes, a.times, a.days) == (b.minutes, b.times, b.days)
        assert is_same or name in told, (id_, after.changes)


def _later(record: Record, weeks: int) -> Record:
    """The same so many weeks later."""
    length = weeks * 7 * DAY
    if isinstance(record, Night):
        return msgspec.structs.replace(record, night=record.night + length)
    return msgspec.structs.replace(record, at=record.at + length)  # type: ignore[operator]


def _about(answer: WeekAnswer, plan: WeekPlan) -> WeekAnswer:
    return WeekAnswer(week=plan.week, felt=answer.felt, barriers=answer.barriers)


@given(answered, st.integers(1, 400))
def test_a_week_that_nobody_renewed_is_never_harder(settings: dict[str, Any], days: int) -> None:
    clock = FrozenClock(MONDAY)
    diary = diary_of(settings=settings, clock=clock)
    plan = new_week(diary, clock)
    assume(active(plan))
    diary.put(plan)
    clock.move(days=days)
    shown = week_plan_now(diary, clock)
    assert shown
    holds_for_every_week(shown, diary, clock)
    assert minutes(shown) <= minutes(plan)
    assert level(shown) <= level(plan)
