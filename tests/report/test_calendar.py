"""What is planned ahead, as a calendar reads it."""

import datetime as dt
import re
from collections import defaultdict

from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.week_plan import PlanLine, WeekPlan
from backcare_tui.report.calendar import calendar, reminders
from backcare_tui.report.pages.ics import LONGEST_LINE
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock

Event = dict[str, str]


def events_of(data: bytes) -> dict[str, Event]:
    """The events by their summaries; each line is held to the standard on the way."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= LONGEST_LINE and b"\n" not in line for line in lines)
    found: dict[str, Event] = defaultdict(dict)
    for part in re.findall(
        r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", data.decode().replace("\r\n ", ""), re.DOTALL
    ):
        fields = dict(line.split(":", 1) for line in part.splitlines())
        assert {"UID", "DTSTAMP", "SUMMARY", "ACTION", "TRIGGER"} <= fields.keys()
        assert part.count("BEGIN:VALARM") == part.count("END:VALARM") == 1
        found[fields["SUMMARY"]] |= fields
    return found


def test_a_plan_comes_again_each_week_with_an_alarm(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        Plan(routine="morning-loosen-up", days=("mon", "thu"), time="07:30"),
        Plan(routine="my; long, own\\word" + "ü" * 60, days=("sun",), until=dt.date(2026, 12, 31)),
        Plan(treatment="massage", days=("fri",), time="18:00", until=dt.date(2026, 12, 31)),
        Plan(routine="over", days=("mon",), until=dt.date(2026, 11, 22)),
    )
    found = events_of(calendar(repository, clock))
    assert len(found) == 3
    morning = found["Morning Loosen-Up"]
    assert morning["DTSTART"] == "20261123T073000"
    assert morning["RRULE"] == "FREQ=WEEKLY;BYDAY=MO,TH"
    assert (morning["TRIGGER"], morning["DTSTAMP"]) == ("PT0H", "20261123T071200Z")
    own = found["My\\; long\\, own\\\\word" + "ü" * 60]
    assert own["DTSTART;VALUE=DATE"] == "20261129"
    assert own["RRULE"] == "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261231"
    assert own["TRIGGER"] == "PT9H"
    visit = found["Appointment"]
    assert visit["RRULE"] == "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959"
    assert "assage" not in str(visit)


def test_a_plan_at_the_last_edge_of_time_is_none_to_come(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(
        Plan(routine="walk", days=("mon",), since=dt.date.max),
        Plan(routine="morning-loosen-up", days=("mon",)),
    )
    assert list(events_of(calendar(repository, clock))) == ["Morning Loosen-Up"]


def test_of_the_week_of_ones_own_are_the_days_that_are_left(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    lines = (
        PlanLine(kind="walk", id="walk", minutes=5, days=("mon", "wed"), times=2),
        PlanLine(kind="read", id="pain", days=("wed",)),
    )
    repository.add(WeekPlan(week=MONDAY.date(), minutes_a_day=10, lines=lines))
    clock.move(days=1)
    found = events_of(calendar(repository, clock))
    assert list(found) == ["A walk"]
    assert found["A walk"]["DTSTART;VALUE=DATE"] == "20261125"
    assert "RRULE" not in found["A walk"]


def test_a_reminder_of_a_calendar_comes_each_day(clock: FrozenClock) -> None:
    (event,) = events_of(reminders(("21:00",), clock, "A minute")).values()
    assert (event["DTSTART"], event["RRULE"]) == ("20261123T210000", "FREQ=DAILY")
