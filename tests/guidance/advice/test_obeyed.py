"""Who does what a piece of advice says, hears no more of it: each that names an amount is obeyed, and falls silent."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.facts import Facts
from tests.conftest import FrozenClock
from tests.for_each import for_each
from tests.guidance.facts_of import look

START = dt.datetime.fromisoformat("2026-03-02T07:30:00+01:00")
HABIT, OBEYING = 28, 14
"""Days of the old habit, then of living as the advice says."""


class ObeyedDay(NamedTuple):
    """One day of somebody to whom a rule speaks, before they do what it says or after."""

    number: int
    now: dt.datetime
    obeys: bool

    @property
    def evening(self) -> dt.datetime:
        return self.now.replace(hour=18)


def break_at(day: ObeyedDay) -> Session:
    return Session(at=day.evening, routine="desk-break", done_s=180)


def walks(day: ObeyedDay) -> Iterator[Record]:
    """Ten minutes a day, with the weekend off."""
    yield Session(at=day.evening, routine="morning-loosen-up", done_s=360)
    if day.obeys and day.number % 7 not in {5, 6}:
        yield Session(at=day.evening, routine="walk", done_s=600)


def links(day: ObeyedDay) -> Iterator[Record]:
    """Three minutes on three days of the week, in place of one."""
    if day.number % 7 in ({0, 2, 4} if day.obeys else {0}):
        yield break_at(day)


def starts_again(day: ObeyedDay) -> Iterator[Record]:
    if day.number == 0 or (day.obeys and day.number % 5 == 0):
        yield break_at(day)


def goes_on(day: ObeyedDay) -> Iterator[Record]:
    if day.obeys or day.number % 7 == 0:
        yield Pain(at=day.now, severity=3)


def to_bed(day: ObeyedDay) -> Iterator[Record]:
    """Twenty minutes earlier."""
    bed = "23:10" if day.obeys else "23:30"
    yield Night(night=day.now.date(), bed=bed, up="06:10", latency_min=5, awake_min=10, quality=2)


def sits(day: ObeyedDay) -> Iterator[Record]:
    yield Pain(at=day.evening, severity=5, triggers=("sitting-long",))
    if day.obeys:
        yield break_at(day)


def adds(day: ObeyedDay) -> Iterator[Record]:
    """Vegetables at one meal a day."""
    yield Meal(at=day.evening, tags=("vegetables", "sweets") if day.obeys else ("sweets",))


def swaps(day: ObeyedDay) -> Iterator[Record]:
    """One snack a day."""
    for _ in range(1 if day.obeys else 2):
        yield Meal(at=day.evening, meal="snack", tags=("ultra-processed",))


def cuts_back(day: ObeyedDay) -> Iterator[Record]:
    yield Meal(at=day.now, meal="drink", coffees=5 if day.obeys else 6)


LIVES: dict[str, Callable[[ObeyedDay], Iterator[Record]]] = {
    "activity-walk": walks,
    "activity-sitting": sits,
    "adhere-low": links,
    "adhere-none": starts_again,
    "adhere-journal": goes_on,
    "sleep-under-seven": to_bed,
    "diet-pattern-low": adds,
    "diet-processed": swaps,
    "diet-caffeine-high": cuts_back,
}
"""Of each rule that asks for an amount, how one lives before and as it says."""


def speaking_days(rule: str) -> list[int]:
    """The days, by how many of obeying there were, on which the rule speaks in the morning."""
    records: list[Record] = []
    said = []
    for day in range(HABIT + OBEYING):
        now = START + dt.timedelta(days=day)
        if look(rule, Facts(FrozenClock(now), records)):
            said.append(day - HABIT)
        records += LIVES[rule](ObeyedDay(day, now, obeys=day >= HABIT))
    return said


@for_each("rule", LIVES)
def test_who_lives_as_it_says_hears_no_more_of_it(rule: str) -> None:
    said = speaking_days(rule)
    assert [day for day in said if day < 0], "it speaks of the old habit"
    assert [day for day in said if 7 <= day < OBEYING] == [], "a week of obeying satisfies it"
