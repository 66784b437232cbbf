"""Three people of the review of twelve weeks: what each takes down, day by day."""

import datetime as dt
from collections.abc import Callable, Iterator

import msgspec

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Interference, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.agenda_item import AgendaItem

FIRST = dt.date(2026, 3, 2)
"""A Monday; a clock change on each side of the ocean lies within the weeks."""
WEEKS = 12
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


class LivedDay(msgspec.Struct, frozen=True):
    """One day, as a person comes to it in the morning."""

    number: int
    """0 is the first."""
    day: dt.date
    offered: tuple[AgendaItem, ...]
    """What Today offers in the morning."""
    local: Callable[[dt.datetime], dt.datetime]

    @property
    def weekday(self) -> int:
        return self.day.weekday()

    def at(self, hour: int, minute: int = 0) -> dt.datetime:
        return self.local(dt.datetime.combine(self.day, dt.time(hour, minute)))


class LivedPerson(msgspec.Struct, frozen=True):
    """Somebody who keeps a diary for twelve weeks."""

    name: str
    zone: str
    takes_down: Callable[[LivedDay], Iterator[Record]]
    pain: tuple[int, ...] = ()
    """The pain of each day, where there is one each day."""


OF_P1 = (
    *(6, 6, 5, 7, 6, 6, 5),
    *(4, 4, 5, 3, 4, 4, 3),
    *(3, 2, 3, 2, 2, 3, 2),
    *(4, 4, 3, 5, 4, 4, 4),
    *(3, 3, 3, 2, 3, 3, 3),
    *(3, 7, 8, 7, 6, 5, 4),
    *(3, 3, 4, 3, 3, 2, 3),
    *(3, 2, 3, 3, 2, 3, 2),
    *(3, 3, 2, 3, 7, 7, 6),
    *(5, 4, 3, 3, 3, 3, 2),
    *(2, 3, 2, 2, 3, 2, 2),
    *(3, 2, 3, 3, 3, 3, 3),
)
"""Two flares, in the sixth week and from the Friday of the ninth; a harder week, the fourth."""
OF_P2 = tuple(max(5 - day // 21 - (day % 3 == 1), 2) for day in range(WEEKS * 7))
"""From 5 to 2, slowly."""
VISITS_OF_P1 = {8: 5, 23: 4, 35: 3, 47: 3}
"""Days of the massages, and the pain before each."""


def p1(day: LivedDay) -> Iterator[Record]:
    """Keeps pain and nights each day, a course of massages, a plan of three days; never makes the check."""
    severity = OF_P1[day.number]
    if day.number == 0:
        yield Plan(routine="morning-loosen-up", days=("mon", "wed", "fri"), since=day.day)
    if day.number == 7:
        yield Course(id="c", treatment="massage", started=day.day, planned_visits=4, days=42)
    yield Night(night=day.day, bed="23:00", up="06:45", latency_min=15, awake_min=20, quality=3)
    weekly = Interference(enjoyment=severity, activity=severity) if day.weekday == SUN else None
    yield Pain(at=day.at(8), severity=severity, areas=("lower-back-l",), interference=weekly)
    if day.weekday in {MON, WED, FRI} and severity < 7:
        yield _session(day.at(17), "morning-loosen-up", 360, severity)
    if before := VISITS_OF_P1.get(day.number):
        yield Visit(
            at=day.at(15),
            treatment="massage",
            minutes=60,
            pressure=3,
            response="relaxed",
            pain_before=before,
            pain_after=before - 2,
            course="c",
        )


def p2(day: LivedDay) -> Iterator[Record]:
    """Does on five days a week what Today offers, sleeps for six and a half hours, and drinks by habit."""
    severity = OF_P2[day.number]
    if day.number == 0:
        yield Plan(routine="six-week-back-care", since=day.day)
    if day.number == 20:
        yield Check(at=day.at(9))
    yield Night(night=day.day, bed="23:30", up="06:20", latency_min=10, awake_min=10, quality=2)
    yield Pain(at=day.at(8), severity=severity, areas=("lower-back-r",))
    yield Meal(at=day.at(8, 10), meal="drink", water_ml=500, coffees=2)
    if day.weekday not in {TUE, SUN}:
        for item in day.offered:
            if item.id == "routine" and item.state == "due":
                yield _session(day.at(18), item.of, None, severity)
            elif item.id == "walk":
                yield _session(day.at(12), "walk", 60 * 12, severity)


def p3(day: LivedDay) -> Iterator[Record]:
    """Takes down bad days only, twice a week."""
    if day.weekday in {TUE, FRI}:
        yield Pain(at=day.at(20), severity=(6, 7, 8, 7)[day.number % 4], areas=("lower-back-l",))


def _session(at: dt.datetime, routine: str, seconds: int | None, severity: int) -> Session:
    return Session(
        at=at,
        routine=routine,
        done_s=seconds,
        pain_before=severity,
        pain_after=severity,
        effort=5,
    )


PEOPLE = (
    LivedPerson("p1", "Europe/Berlin", p1, OF_P1),
    LivedPerson("p2", "America/New_York", p2, OF_P2),
    LivedPerson("p3", "Europe/Berlin", p3),
)
