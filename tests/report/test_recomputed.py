"""Every figure on the papers is what the diary's file says, reckoned by code that shares nothing with the program."""

import datetime as dt
import random
import re
from pathlib import Path

import pytest

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.report.hand_over_data import hand_over
from backcare_tui.report.hand_over_paper import hand_over_paper
from backcare_tui.report.paper import Paper, Section
from backcare_tui.report.report import report_of, usual_span
from backcare_tui.report.report_paper import report_paper
from backcare_tui.store import open_repository
from tests.conftest import FrozenClock
from tests.report.page_of import ago, said
from tests.report.recomputed import DAY, Recomputed

NOW = "Pain now and at the start"
HELPED = {"yes": "helped", "a-little": "a little", "no": "did not help"}
TIMES = {1: "once", 2: "twice"}


def a_demo(clock: FrozenClock) -> tuple[Record, ...]:
    return demo_diary(120, 7, clock)


def a_year(clock: FrozenClock) -> tuple[Record, ...]:
    return demo_diary(365, 11, clock)


def a_day(_clock: FrozenClock) -> tuple[Record, ...]:
    return (Pain(at=ago(0), severity=6, medicines=(Medicine("ibuprofen", "400 mg"),)),)


def a_month(_clock: FrozenClock) -> tuple[Record, ...]:
    chance = random.Random(3)
    return tuple(Pain(at=ago(days), severity=chance.randint(2, 7)) for days in range(30))


def with_stops(_clock: FrozenClock) -> tuple[Record, ...]:
    """Twelve weeks with flares, answers of good and of thin weeks, doses many a day, and sessions that were stopped."""
    chance = random.Random(5)
    found: list[Record] = []
    for days in range(100):
        if chance.random() < 0.15:
            continue
        severity = 8 if 30 <= days < 34 else chance.randint(2, 6)
        asked = Interference(enjoyment=chance.randint(0, 9), activity=chance.randint(0, 9))
        found.append(
            Pain(
                at=ago(days),
                severity=severity,
                is_flare=days == 60,
                interference=asked if days % 7 == 3 else None,
                medicines=(Medicine("ibuprofen", "400 mg"),) * chance.randint(0, 2),
                relief={"ibuprofen": chance.choice(("yes", "a-little", "no"))} if days % 3 else {},
            )
        )
        if days % 4 == 0:
            found.append(Pain(at=ago(days) + dt.timedelta(hours=2), severity=chance.randint(0, 9)))
        if days % 5 == 0:
            found.append(Feeling(at=ago(days), medicines=(Medicine("naproxen"),)))
        stopped = {0: "pain-up-2", 10: "dizziness"}.get(days % 20)
        found.append(Session(at=ago(days), routine="r", done_s=300 + days, stopped=stopped))
    return tuple(found)


MADE = (a_demo, a_year, a_day, a_month, with_stops)


@pytest.fixture(params=MADE, ids=lambda make: make.__name__)
def case(
    request: pytest.FixtureRequest, clock: FrozenClock, tmp_path: Path
) -> tuple[Paper, Paper, Recomputed]:
    """The report and the hand-over page of a diary, and its file as it is reckoned anew."""
    path = tmp_path / "diary.json"
    repository = open_repository(path, clock)
    repository.add(*request.param(clock))
    of = report_of(repository, clock, usual_span(clock))
    page = hand_over_paper(hand_over(repository, clock))
    return report_paper(of), page, Recomputed(path, clock.today(), of.about.days)


def section(paper: Paper, title: str) -> Section:
    """A section; empty where there is none, of several the last one, which is the detail."""
    return next((each for each in reversed(paper.sections) if each.title == title), Section(title))


def summary(paper: Paper) -> dict[str, str]:
    """The rows of the summary."""
    table = section(paper, "Summary").table
    return {row[0]: row[1] for row in table.rows} if table else {}


def say(day: dt.date) -> str:
    """Such as `Mon 2 Nov 2026`."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def test_pain_of_the_time(case: tuple[Paper, Paper, Recomputed]) -> None:
    report, _, truth = case
    days, middle, best, worst = truth.pain()
    rows = summary(report)
    assert rows["Days with pain noted"] == f"{days} of {truth.days}"
    assert rows["Pain, mean of the days' means"] == f"{middle:.1f} of 10"
    assert rows["Pain, lowest to highest entry"] == f"{best} to {worst}"


def test_pain_now_and_at_the_start(case: tuple[Paper, Paper, Recomputed]) -> None:
    report, page, truth = case
    words = said(report, NOW)
    assert words == said(page, NOW), "the papers of a day say the same"
    begun = next(iter(truth.pain_of_days()))
    first = max(begun, truth.first)
    weeks = min(((truth.last - first).days + 1) // 14, 4)
    if weeks < 2:
        assert "cannot be told yet" in words
        return
    then, now = (
        truth.four_weeks(begin, weeks) for begin in (first, truth.last - (7 * weeks - 1) * DAY)
    )
    means = re.findall(r"mean pain ([\d.]+) of 10", words)
    noted = re.findall(r"(\d+) of \d+ days noted", words)
    assert means == [f"{now[1]:.1f}", f"{then[1]:.1f}"]
    assert noted == [str(now[0]), str(then[0])]
    if size := re.search(r"Pain is ([\d.]+) points? \((\d+)%\) (lower|higher)", words):
        change = round((now[1] or 0) - (then[1] or 0), 1)
        assert float(size[1]) == abs(change)
        assert size[3] == ("lower" if change < 0 else "higher")
        assert int(size[2]) == round(100 * abs(change) / (then[1] or 1))


def test_weekly_means(case: tuple[Paper, Paper, Recomputed]) -> None:
    report, _, truth = case
    numbers = section(report, "Pain").numbers
    assert numbers
    assert [(row[0], row[1], row[2]) for row in numbers.rows] == [
        (say(day), f"{noted} of {length}", middle) for day, noted, length, middle in truth.weeks()
    ]


def test_pain_impact_with_its_parts(case: tuple[Paper, Paper, Recomputed]) -> None:
    report, _, truth = case
    found = section(report, "Pain impact")
    table = found.numbers or found.table
    rows = list(table.rows) if table else []
    assert rows == [
        (say(day), score, pain, str(enjoyment), str(activity))
        for day, score, pain, enjoyment, activity in truth.answers()
    ]


def test_medicines(case: tuple[Paper, Paper, Recomputed]) -> None:
    report, _, truth = case
    table = section(report, "Medicines").table
    rows = {row[0].split(" (")[0].lower(): row for row in table.rows} if table else {}
    assert rows.keys() == truth.medicines().keys()
    for name, (days, times, most, of_last, last, helped) in truth.medicines().items():
        row = rows[name]
        assert row[1:3] == (str(days), str(times))
        assert row[3].split(" (")[0] == str(most)
        assert row[4].split(" ")[0] == (str(of_last) if of_last else "none")
        assert row[5] == f"{last:%a} {last.day} {last:%b}"
        said_ = (
            f"{words} {TIMES.get(helped[how], f'{helped[how]} times')}"
            for how, words in HELPED.items()
            if helped[how]
        )
        assert row[6] == ", ".join(said_)


def test_sessions(case: tuple[Paper, Paper, Recomputed]) -> None:
    report, _, truth = case
    count, days, minutes, stopped = truth.sessions()
    words = said(report, "Movement")
    if not count:
        assert not words
        return
    assert f"on {days} of {truth.days} days: {count} sessions" in words
    hours, rest = divmod(round(minutes), 60)
    length = f"{hours} h" + (f" {rest:02}" if rest else "") if hours else f"{rest} min"
    assert f"{count} sessions, {length} in all." in words
    assert (f"{stopped} stopped early" in words) is bool(stopped)


def test_flare_days_as_the_page_defines_them(case: tuple[Paper, Paper, Recomputed]) -> None:
    report, _, truth = case
    told = summary(report).get("Flare-up days", "0").split(":")[0]
    assert told == str(len(truth.flare_days()))
