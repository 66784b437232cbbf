"""Every figure on the papers is what the diary's file says, reckoned by code that shares nothing with the program."""

import re

from backcare_tui.text import say_minutes, say_number
from tests.report.conftest import Case
from tests.report.page_of import said, say, section, summary
from tests.report.recomputed import DAY, Recomputed

NOW = "Pain now and at the start"
HELPED = {"yes": "helped", "a-little": "a little", "no": "did not help"}
TIMES = {1: "once", 2: "twice"}


def test_pain_of_the_time(case: Case) -> None:
    report, truth = case.report, case.truth
    days, middle, best, worst = truth.pain()
    rows = summary(report)
    assert rows["Days with pain noted"] == f"{days} of {truth.days}"
    assert rows["Pain, mean of the days' means"] == f"{middle:.1f} of 10"
    assert rows["Pain, lowest to highest entry"] == f"{best} to {worst}"
    of_page = case.of_page
    days, middle, best, worst = of_page.pain()
    on_days = f"on {days} of {of_page.days} days" if of_page.days > 1 else "on 1 of 1 day"
    in_words = f"mean {say_number(middle)} of 10, lowest {best}, highest {worst}, {on_days}."
    assert f"In this time: {in_words}" in said(case.page, "Pain")


def test_pain_now_and_at_the_start(case: Case) -> None:
    report, page, truth = case.report, case.page, case.truth
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


def test_weekly_means(case: Case) -> None:
    report, truth = case.report, case.truth
    numbers = section(report, "Pain").numbers
    assert numbers
    assert [(row[0], row[1], row[2]) for row in numbers.rows] == [
        (say(day), f"{noted} of {length}", middle) for day, noted, length, middle in truth.weeks()
    ]


def test_pain_impact_with_its_parts(case: Case) -> None:
    report, truth = case.report, case.truth
    found = section(report, "Pain impact")
    table = found.numbers or found.table
    rows = list(table.rows) if table else []
    assert rows == [
        (say(day), score, pain, str(enjoyment), str(activity))
        for day, score, pain, enjoyment, activity in truth.answers()
    ]


def test_medicines(case: Case) -> None:
    for paper, truth in ((case.report, case.truth), (case.page, case.of_page)):
        table = section(paper, "Medicines").table
        rows = {row[0].split(" (")[0].lower(): row for row in table.rows} if table else {}
        assert rows.keys() == truth.medicines().keys()
        for name, row in rows.items():
            assert_medicine(row, truth, name)


def assert_medicine(row: tuple[str, ...], truth: Recomputed, name: str) -> None:
    """That a row of the table says what the file does."""
    days, times, most, of_last, last, helped = truth.medicines()[name]
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


def test_sessions(case: Case) -> None:
    assert_sessions(said(case.report, "Movement"), case.truth)
    assert_sessions(said(case.page, "Movement and sleep"), case.of_page)


def assert_sessions(words: str, truth: Recomputed) -> None:
    """That a section says how many there were, on how many days, how long, and what was stopped."""
    count, days, minutes, timed, stopped = truth.sessions()
    if not count:
        assert not words
        return
    of = "all" if timed == count else f"{timed} of them"
    on_days = f"on {days} of {truth.days} days: {count} sessions"
    assert f"{on_days}, {say_minutes(minutes)} in {of}." in words
    assert (f"{stopped} stopped early" in words) is bool(stopped)


def test_flare_days_as_the_page_defines_them(case: Case) -> None:
    told = summary(case.report).get("Flare-up days", "0").split(" ")[0]
    assert told == str(len(case.truth.flare_days()))
    on_page = re.search(r"Flare-up: (\d+) day", said(case.page, "Pain"))
    assert int(on_page[1] if on_page else 0) == len(case.of_page.flare_days())
