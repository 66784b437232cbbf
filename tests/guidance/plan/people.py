"""Twelve made-up people, twelve weeks each, day by day: `python -m tests.guidance.plan.people` prints them anew.

Each has answers, a body and a life: how much it hurts and how one sleeps on a day, which lines are done, how
sessions feel, what is said on a Sunday. Their weeks stand in `twelve_people.txt` for a person to read.
"""

import datetime as dt
import itertools
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import MemoryStorage

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.week_plan import PlanLine, WeekAnswer, WeekPlan
from backcare_tui.diary.values import BarrierWord, FeltWord
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.gentle import calm_today
from backcare_tui.guidance.plan.current import plan_to_renew, week_plan_now
from backcare_tui.guidance.plan.make import new_week
from backcare_tui.guidance.plan.parts import is_active, total_minutes
from backcare_tui.guidance.plan.progress import is_hard, line_progress
from backcare_tui.guidance.plan.renew import renewed_week
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.text import say_count, sentence_case
from tests.conftest import MONDAY, FrozenClock

PAGE = Path(__file__).with_name("twelve_people.txt")
WEEKS = 12
DAY = dt.timedelta(days=1)


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """One person's twelve weeks; days are counted from 0, weeks from 1."""

    name: str
    story: str
    settings: Mapping[str, Any]
    pain: Callable[[int], int]
    areas: Callable[[int], tuple[str, ...]] = lambda day: ("lower-back-c",)
    asleep: Callable[[int], int] = lambda day: 430
    does: Callable[[int, PlanLine], bool] = lambda day, line: True
    rise: Callable[[int], int] = lambda day: 0
    stopped: Callable[[int], str | None] = lambda day: None
    says: Callable[[int], FeltWord | None] = lambda week: "right"
    barriers: Callable[[int], tuple[BarrierWord, ...]] = lambda week: ()
    renews: Callable[[int], bool] = lambda week: True
    more: Callable[[int, dt.datetime], tuple[Record, ...]] = lambda day, at: ()


class WalkedWeek(msgspec.Struct, frozen=True, kw_only=True):
    """One week as it was lived."""

    number: int
    plan: WeekPlan
    done: int
    due: int
    answer: WeekAnswer | None
    quiet: int
    """Days on which hard lines were quiet."""


def weekly(*days: int) -> Callable[[int, PlanLine], bool]:
    """Whether the weekday, 0 for Monday, is one on which everything is done."""
    return lambda day, line: day % 7 in days


def falling(first: int, last: int, days: int) -> Callable[[int], int]:
    """Pain that falls from one number to another, with a little swing."""
    swing = (0, 1, 0, 0, -1, 0, 0)
    return lambda day: max(
        0, min(10, round(first + (last - first) * min(day / days, 1)) + swing[day % 7])
    )


def steady(level: int) -> Callable[[int], int]:
    """Pain that swings about a number."""
    return falling(level, level, 1)


def of_weeks(words: Mapping[int, Any], other: Any) -> Callable[[int], Any]:
    """What is said in some weeks, and in the others."""
    return lambda week: words.get(week, other)


def _cora(day: int, at: dt.datetime) -> tuple[Record, ...]:
    if day == 16:
        return (Pain(at=at, severity=8, areas=("mid-back-c",), triggers=("fall",)),)
    return (Check(at=at, is_check_up=True),) if day == 24 else ()


def _gus(day: int, at: dt.datetime) -> tuple[Record, ...]:
    return (Check(at=at, is_check_up=True),) if day == 33 else ()


def _hana(day: int, at: dt.datetime) -> tuple[Record, ...]:
    is_flare = 29 <= day <= 37
    return (Pain(at=at, severity=8, is_flare=True),) if is_flare else ()


def _lou(day: int, at: dt.datetime) -> tuple[Record, ...]:
    own = Plan(routine="core-basics", days=("mon", "wed", "fri"), since=at.date())
    return (own,) if day == 0 else ()


LIVES = (
    Life(
        name="Ann",
        story="42, sits all day, has hurt for years; ten minutes; keeps at it",
        settings={"birth_year": 1984, "days_are": "sitting", "pain_lasts": "over-12-weeks",
                  "minutes_a_day": 10, "usual_bed": "22:30", "usual_up": "06:30"},
        pain=falling(5, 3, 84),
        does=lambda day, line: day % 7 != 4,
        says=of_weeks({3: "easy", 6: "easy", 9: "easy"}, "right"),
        barriers=of_weeks({5: ("boring",)}, ()),
    ),
    Life(
        name="Ben",
        story="35, lifts for a living, hurt his back two weeks ago; ten minutes",
        settings={"birth_year": 1991, "days_are": "lifting", "pain_lasts": "under-6-weeks",
                  "minutes_a_day": 10, "goal": "carry my daughter"},
        pain=falling(6, 1, 40),
        says=of_weeks({1: "right", 8: "easy", 10: "easy"}, "right"),
    ),
    Life(
        name="Cora",
        story="78, thin bones; ten minutes; a fall in week 3, a check-up eight days later",
        settings={"birth_year": 1948, "conditions": ["osteoporosis"], "minutes_a_day": 10,
                  "pain_lasts": "over-12-weeks"},
        pain=lambda day: 7 if 16 <= day <= 22 else 3 + day % 2,
        areas=lambda day: ("mid-back-c",),
        more=_cora,
    ),
    Life(
        name="Dev",
        story="55, pain down the left leg for seven weeks; fears for his disc; ten minutes",
        settings={"birth_year": 1971, "pain_lasts": "6-to-12-weeks", "minutes_a_day": 10,
                  "worry": "that my disc will break", "conditions": ["disc_leg_pain"]},
        pain=falling(6, 2, 60),
        areas=lambda day: ("lower-back-l", "thigh-back-l") if day < 40 else ("lower-back-l",),
        barriers=of_weeks({2: ("fear",)}, ()),
    ),
    Life(
        name="Ella",
        story="31, pregnant; five minutes; tired",
        settings={"birth_year": 1995, "conditions": ["pregnancy"], "minutes_a_day": 5,
                  "pain_lasts": "6-to-12-weeks", "days_are": "mixed"},
        pain=steady(3),
        does=weekly(0, 1, 3, 5),
        barriers=of_weeks({2: ("tired",), 6: ("tired",), 9: ("ill",)}, ()),
    ),
    Life(
        name="Finn",
        story="48, sleeps badly for five weeks; twenty minutes; a session that hurt in week 8",
        settings={"birth_year": 1978, "minutes_a_day": 20, "pain_lasts": "over-12-weeks",
                  "days_are": "mixed", "usual_bed": "23:00"},
        pain=falling(5, 3, 70),
        asleep=lambda day: 310 if day < 35 else 425,
        rise=lambda day: 2 if day == 51 else 0,
    ),
    Life(
        name="Gus",
        story="66, narrow spine; stands all day; twenty minutes; stops with chest pain in week 5",
        settings={"birth_year": 1960, "conditions": ["spinal_stenosis"], "minutes_a_day": 20,
                  "days_are": "standing", "pain_lasts": "over-12-weeks"},
        pain=steady(4),
        stopped=lambda day: "chest-pain" if day == 30 else None,
        more=_gus,
    ),
    Life(
        name="Hana",
        story="29, afraid to bend; ten minutes; too hard in week 2; a flare-up in weeks 5 and 6",
        settings={"birth_year": 1997, "minutes_a_day": 10, "pain_lasts": "over-12-weeks",
                  "worry": "bending damages my back", "days_are": "sitting"},
        pain=lambda day: 7 if 29 <= day <= 37 else 4 - day % 2,
        says=of_weeks({2: "hard"}, "right"),
        more=_hana,
    ),
    Life(
        name="Ivo",
        story="50, does nothing of it and says nothing",
        settings={"birth_year": 1976, "minutes_a_day": 10},
        pain=steady(4),
        does=lambda day, line: False,
        says=lambda week: None,
    ),
    Life(
        name="Jo",
        story="15, sits at school; ten minutes; finds it easy",
        settings={"birth_year": 2011, "minutes_a_day": 10, "pain_lasts": "6-to-12-weeks",
                  "days_are": "sitting"},
        pain=steady(2),
        says=lambda week: "easy",
    ),
    Life(
        name="Kim",
        story="60, fibromyalgia, pain of 7 most days; five minutes; pain gets in the way",
        settings={"birth_year": 1966, "conditions": ["fibromyalgia"], "minutes_a_day": 5,
                  "pain_lasts": "over-12-weeks"},
        pain=steady(7),
        does=weekly(0, 2, 3, 6),
        barriers=of_weeks({2: ("pain",), 3: ("pain",), 7: ("pain",)}, ()),
    ),
    Life(
        name="Lou",
        story="45, has core exercises of her own on three days; away in week 4; gone in weeks 7 to 9",
        settings={"birth_year": 1981, "minutes_a_day": 20, "pain_lasts": "over-12-weeks"},
        pain=steady(3),
        does=lambda day, line: not 42 <= day < 63 and day % 7 != 6,
        barriers=of_weeks({4: ("away",)}, ()),
        renews=lambda week: week not in {6, 7, 8},
        more=_lou,
    ),
)  # fmt: skip


def walked(life: Life) -> Iterator[WalkedWeek]:
    """The weeks of a life, day by day."""
    clock = FrozenClock(MONDAY.replace(hour=7, minute=0))
    repository = TinyRepository(MemoryStorage(), clock)  # type: ignore[no-untyped-call]
    started = clock.today()
    repository.set_all({**life.settings, "introduced": started})  # type: ignore[dict-item]
    repository.add(*life.more(0, clock.now()), *_body(life, 0, clock))
    repository.put(new_week(repository, clock))
    for week in range(1, WEEKS + 1):
        quiet = 0
        for day in range(7 * (week - 1), 7 * week):
            if day:
                repository.add(*life.more(day, clock.now()), *_body(life, day, clock))
            clock.move(hours=11)
            quiet += _lived(life, day, repository, clock)
            clock.move(hours=1)
            if day % 7 == 6:
                yield _sunday(life, week, quiet, repository, clock)
            clock.move(hours=12)


def _body(life: Life, day: int, clock: FrozenClock) -> tuple[Record, ...]:
    """How it hurts in the morning, and how one slept."""
    at = clock.now()
    pain = Pain(at=at, severity=life.pain(day), areas=life.areas(day))
    return pain, Night(night=at.date(), asleep_min=life.asleep(day))


def _lived(life: Life, day: int, repository: TinyRepository, clock: FrozenClock) -> bool:
    """Do what is due today; gives whether hard lines were quiet."""
    facts = gather(repository, clock)
    plan = week_plan_now(repository, clock, facts)
    assert plan
    calm = calm_today(repository, clock, facts)
    minute = itertools.count()
    for each in line_progress(repository, clock, plan):
        line = each.line
        is_for_today = each.is_due_today and is_active(line) and not (calm and is_hard(line))
        if is_for_today and life.does(day, line):
            before = life.pain(day)
            repository.add(
                Session(
                    at=clock.now() - dt.timedelta(minutes=60 - next(minute)),
                    routine=line.id,
                    done_s=(line.minutes or 0) * 60,
                    pain_before=before,
                    pain_after=min(before + life.rise(day), 10),
                    stopped=life.stopped(day),
                )
            )
    return calm is not None


def _sunday(
    life: Life, week: int, quiet: int, repository: TinyRepository, clock: FrozenClock
) -> WalkedWeek:
    """What was done of the week, and the next one where it is renewed."""
    plan = week_plan_now(repository, clock)
    assert plan
    lines = [each for each in line_progress(repository, clock, plan) if is_active(each.line)]
    answer = None
    if life.renews(week):
        felt, barriers = life.says(week), life.barriers(week)
        if felt or barriers:
            answer = WeekAnswer(week=plan.week, felt=felt, barriers=barriers)
            repository.add(answer)
        assert plan_to_renew(repository, clock)
        repository.put(renewed_week(repository, clock, answer))
    return WalkedWeek(
        number=week,
        plan=plan,
        done=sum(min(each.done, each.line.times) for each in lines),
        due=sum(each.line.times for each in lines),
        answer=answer,
        quiet=quiet,
    )


def page_of(life: Life) -> Iterator[str]:
    """The twelve weeks of a person, in lines; why a line is there stands where it is new."""
    yield f"{life.name}: {life.story}"
    known: set[str] = set()
    for week in walked(life):
        yield ""
        yield from _week(week, known)
        known = {line.id for line in week.plan.lines}


def _week(week: WalkedWeek, known: Collection[str]) -> Iterator[str]:
    plan = week.plan
    said = week.answer.felt or "nothing said" if week.answer else "nothing said"
    words = [said, *(week.answer.barriers if week.answer else ())]
    quiet = f", quiet on {say_count(week.quiet, 'day')}" if week.quiet else ""
    yield (
        f"  Week {week.number}: {total_minutes(plan.lines)} min, {plan.minutes_a_day} a day at most; "
        f"done {week.done} of {week.due}{quiet}; {', '.join(words)}"
    )
    for change in plan.changes:
        yield f"    * {change.what} ({_short(change.why)})"
    for line in plan.lines:
        why = "" if line.id in known else f" ({_short(line.why)})"
        yield f"    {_line(line)}{why}"


def _line(line: PlanLine) -> str:
    if not is_active(line):
        return f"{line.kind}: {line.id}"
    days = " ".join(sentence_case(day) for day in line.days)
    steps = f" [{', '.join(step.exercise for step in line.steps)}]" if line.steps else ""
    return f"{line.id} L{line.level} {line.minutes} min {days}{steps}"


def _short(why: str) -> str:
    return why.partition(" Source:")[0]


def whole_page() -> str:
    """All of them."""
    return "\n".join("\n".join((*page_of(life), "")) for life in LIVES)


if __name__ == "__main__":
    PAGE.write_text(whole_page(), "utf-8")
