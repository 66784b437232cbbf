"""Nights and planned sessions on the papers are what the file says, reckoned by code that shares nothing with the program."""

from statistics import fmean

from backcare_tui.text import say_minutes
from tests.report.conftest import Case
from tests.report.page_of import said, say, section, summary
from tests.report.recomputed import DAY
from tests.report.recomputed_sleep import kept, sleep_of, slept


def test_sleep_of_the_time(case: Case) -> None:
    sleep = sleep_of(case.truth, case.truth.first, case.truth.last)
    rows = summary(case.report)
    if not sleep.lengths:
        assert "Time asleep" not in rows
        assert "Sleep: " not in said(case.report, "Function")
        return
    nights = f"{len(sleep.lengths)} nights"
    assert rows["Time asleep"] == f"{say_minutes(fmean(sleep.lengths))}, mean of {nights}"
    part = f"{fmean(sleep.efficiencies):.0%}"
    if len(sleep.efficiencies) < len(sleep.lengths):
        part += f" over {len(sleep.efficiencies)} nights"
    assert rows["Sleep efficiency"] == part


def test_sleep_of_the_time_and_of_the_time_before(case: Case) -> None:
    for paper, title, truth in (
        (case.report, "Function", case.truth),
        (case.page, "Movement and sleep", case.of_page),
    ):
        sleep = sleep_of(truth, truth.first, truth.last)
        lines = [each for each in said(paper, title).split("\n") if each.startswith("Sleep: ")]
        if not sleep.lengths:
            assert not lines
            continue
        begin = truth.first - truth.days * DAY
        earlier = sleep_of(truth, begin, truth.first - DAY).lengths
        can_be_held = 2 * min(len(earlier), len(sleep.lengths)) >= truth.days
        before = f"; {say_minutes(fmean(earlier))} in the {truth.days} days before"
        few = len(sleep.efficiencies) < len(sleep.lengths)
        of_these = f" over {len(sleep.efficiencies)} nights" if few else ""
        length = f"{say_minutes(fmean(sleep.lengths))} on average over {len(sleep.lengths)} nights"
        part = f"{fmean(sleep.efficiencies):.0%} of the time in bed{of_these}"
        assert lines == [f"Sleep: {length} (own estimate), {part}{before if can_be_held else ''}."]


def test_sleep_week_by_week(case: Case) -> None:
    truth, numbers = case.truth, section(case.report, "Sleep").numbers
    starts = [day for day, *_ in truth.weeks()]
    ends = [min(day + 6 * DAY, truth.last) for day in starts]
    weeks = [
        (say(first), len(sleep_of(truth, first, last).lengths), slept(truth, first, last))
        for first, last in zip(starts, ends, strict=True)
    ]
    if not any(nights for _, nights, _ in weeks):
        assert numbers is None
        return
    assert numbers
    assert list(numbers.rows) == [
        (day, str(nights), "" if mean is None else say_minutes(mean)) for day, nights, mean in weeks
    ]


def test_planned_sessions(case: Case) -> None:
    for paper, title, truth in (
        (case.report, "Movement", case.truth),
        (case.page, "Movement and sleep", case.of_page),
    ):
        found = kept(truth, truth.first, truth.last)
        planned = [line for line in said(paper, title).split("\n") if "planned" in line]
        assert planned == (
            [f"Of {found[0]} planned sessions {found[1]} were done."] if found else []
        )
