"""How the lines of a week stand, how they are played, and when hard ones are quiet."""

import datetime as dt

from msgspec.structs import replace

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.routine import RoutineStep
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.guidance.gentle import calm_today
from backcare_tui.guidance.plan.progress import is_hard, line_progress, playable
from backcare_tui.guidance.plan.weeks_kept import CHECK_UP
from backcare_tui.guidance.safety import is_light
from backcare_tui.library.routines import routine
from backcare_tui.player.timeline import length_s
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.guidance.plan.weeks_of import DAY, diary_of

CORE = PlanLine(kind="routine", id="core-basics", minutes=6, days=("mon", "thu"), times=2)
WALK = PlanLine(kind="walk", id="walk", minutes=8, days=("tue", "sat"), times=2)
MASSAGE = PlanLine(kind="visit", id="massage")
PAGE = PlanLine(kind="read", id="massage-when-not")
PLAN = WeekPlan(week=MONDAY.date(), minutes_a_day=10, lines=(CORE, WALK, MASSAGE, PAGE))


def test_a_line_is_due_on_its_days_until_it_is_done() -> None:
    clock = FrozenClock()
    diary = diary_of(PLAN, clock=clock)
    core, walk, massage, page = line_progress(diary, clock, PLAN)
    assert [each.is_due_today for each in (core, walk, massage, page)] == [True, False, True, True]
    assert [each.name for each in (core, walk)] == ["Core Basics", "A Walk"]
    assert [each.name for each in (massage, page)] == ["Massage", "When not to have a massage"]
    diary.add(Session(at=MONDAY, routine="core-basics"), Visit(at=MONDAY, treatment="massage"))
    core, walk, massage, page = line_progress(diary, clock, PLAN)
    assert (core.done, core.is_done_today, core.is_due_today) == (1, True, False)
    assert (massage.done, massage.is_due_today) == (1, False)


def test_a_page_is_done_by_reading_it_in_the_week() -> None:
    for day, done in ((MONDAY, 1), (MONDAY - DAY, 0)):
        read = {"massage-when-not": day.date().isoformat()}
        diary = diary_of(PLAN, settings={"pages_read": read})
        assert line_progress(diary, FrozenClock(), PLAN)[-1].done == done


def test_any_walk_counts_as_a_walk_and_what_was_stopped_as_nothing() -> None:
    clock = FrozenClock()
    sessions = [
        Session(at=MONDAY, routine="walking-starter"),
        Session(at=MONDAY, routine="walk-in-intervals"),
        Session(at=MONDAY, routine="walk", stopped="chest-pain"),
        Session(at=MONDAY - DAY, routine="walk"),
        Session(at=MONDAY, routine="core-basics", stopped="pain-up-2"),
    ]
    core, walk, *_ = line_progress(diary_of(sessions), clock, PLAN)
    assert (walk.done, core.done) == (2, 0)


def test_a_check_up_is_done_by_a_check_up() -> None:
    clock = FrozenClock()
    plan = replace(PLAN, lines=(PlanLine(kind="visit", id=CHECK_UP),))
    (line,) = line_progress(diary_of(Check(at=MONDAY)), clock, plan)
    assert (line.name, line.done) == ("A check-up", 0)
    (line,) = line_progress(diary_of(Check(at=MONDAY, is_check_up=True)), clock, plan)
    assert line.done == 1


def test_nothing_of_another_week_is_due() -> None:
    clock = FrozenClock(MONDAY + 7 * DAY)
    assert not any(each.is_due_today for each in line_progress(diary_of(), clock, PLAN))


def test_a_line_is_played_with_its_steps_its_level_and_its_minutes() -> None:
    whole = playable(CORE, ())
    assert whole
    assert whole.steps == routine("core-basics").steps
    cut = playable(
        replace(CORE, steps=(RoutineStep("bridge"), RoutineStep("clamshell")), level=1), ()
    )
    assert cut
    assert [step.exercise for step in cut.steps] == ["bridge", "clamshell"]
    assert cut.minutes == 6
    walk = playable(WALK, ())
    assert walk
    assert 8 * 60 <= length_s(walk) <= 8 * 60 + 15
    assert playable(PAGE, ()) is None
    assert playable(PlanLine(kind="routine", id="gone"), ()) is None
    assert playable(replace(CORE, steps=(RoutineStep("gone"),)), ()) is None


def test_strength_and_what_is_demanding_are_hard() -> None:
    assert is_hard(CORE)
    assert is_hard(PlanLine(kind="routine", id="morning-loosen-up", level=2))
    assert not is_hard(PlanLine(kind="routine", id="morning-loosen-up", level=1))
    assert not is_hard(WALK)
    assert not is_hard(PlanLine(kind="routine", id="gone"))


@for_each(
    ("record", "word"),
    [
        (Pain(at=MONDAY, severity=7), "Pain is 7"),
        (Pain(at=MONDAY, severity=5, is_flare=True), "flare-up"),
        (Session(at=MONDAY, routine="core-basics", stopped="dizziness"), "hard on your back"),
        (Session(at=MONDAY, routine="x", pain_before=2, pain_after=4), "hard on your back"),
        (Check(at=MONDAY, red_flags=("weight_loss_unexplained",)), "looked at first"),
    ],
)
def test_hard_lines_are_quiet_and_something_gentle_is_there(
    record: Pain | Session | Check, word: str
) -> None:
    calm = calm_today(diary_of(record), FrozenClock())
    assert calm
    assert word in calm.why
    assert calm.instead
    assert calm.instead.level == 1
    assert length_s(calm.instead) <= 6 * 60
    assert is_light(calm.instead) or not isinstance(record, Check)


def test_an_emergency_leaves_nothing_to_do_instead() -> None:
    calm = calm_today(diary_of(Check(at=MONDAY, red_flags=("saddle_numbness",))), FrozenClock())
    assert calm
    assert calm.instead is None


def test_an_ordinary_day_is_not_quiet_nor_one_of_pain_that_is_as_ever() -> None:
    assert calm_today(diary_of(Pain(at=MONDAY, severity=6)), FrozenClock()) is None
    as_ever = [Pain(at=MONDAY - n * DAY, severity=7) for n in range(14)]
    assert calm_today(diary_of(as_ever), FrozenClock()) is None
    worse = [*as_ever, Pain(at=MONDAY + dt.timedelta(minutes=1), severity=8)]
    assert calm_today(diary_of(worse), FrozenClock(MONDAY + dt.timedelta(hours=1)))
