"""What is only a swing, and how pain and sleep moved, is what the file says, reckoned by code that shares nothing with the program."""

import datetime as dt
import re

import pytest

from tests.report.conftest import Case
from tests.report.page_of import said
from tests.report.recomputed import DAY, Recomputed
from tests.report.recomputed_care import given_in
from tests.report.recomputed_chance import swing_of, trend_of
from tests.report.recomputed_sleep import asleep

HALF_A_YEAR = 182
WEEKS = {"week": 1.0, "month": 365.25 / 84, "year": 365.25 / 7}


def looked_at(truth: Recomputed, first: dt.date, last: dt.date) -> dict[dt.date, float]:
    return {day: pain for day, pain in truth.pain_of_days().items() if first <= day <= last}


def test_the_usual_swing_of_now_against_the_start(case: Case) -> None:
    words, truth = said(case.report, "Pain now and at the start"), case.truth
    told = re.search(r"usual swing \(up to ([\d.]+)\)", words)
    begin = max(next(iter(truth.pain_of_days())), truth.last - 83 * DAY)
    weeks = min(((truth.last - begin).days + 1) // 14, 4)
    length = (7 * weeks - 1) * DAY
    then = looked_at(truth, begin, begin + length)
    now = looked_at(truth, truth.last - length, truth.last)
    if weeks < 2 or min(len(then), len(now)) * 2 < 7 * weeks:
        assert not told
        return
    earlier = looked_at(truth, truth.last - (HALF_A_YEAR - 1) * DAY, truth.last - length - DAY)
    assert told
    assert float(told[1]) == pytest.approx(swing_of(earlier, now, then), abs=0.051)


def test_the_swing_of_a_course(case: Case) -> None:
    words = "\n".join(
        said(case.report, title) for title in ("Treatments and responses", "More on the treatments")
    )
    told = [float(each) for each in re.findall(r"swings by (?:itself \(|up to )([\d.]+)", words)]
    found = [
        swing_of(
            looked_at(case.truth, first - HALF_A_YEAR * DAY, first - DAY),
            looked_at(case.truth, *after),
        )
        for first, after in given_in(case.truth)
    ]
    assert len(told) <= len(found)
    assert all(min(abs(swing - each) for each in found) < 0.051 for swing in told)


@pytest.mark.parametrize(("title", "table"), [("Pain", "pain"), ("Sleep", "sleep")])
def test_trends(case: Case, title: str, table: str) -> None:
    truth = case.truth
    (words,) = [
        each
        for each in said_of(case, title)
        if re.search(r"a (week|month|year)|did not change", each)
    ] or [""]
    nights = {
        dt.date.fromisoformat(each["night"]): length
        for each in truth.table("sleep")
        if (length := asleep(each)) is not None
    }
    values = truth.pain_of_days() if table == "pain" else nights
    known = {day: value for day, value in values.items() if truth.within(day)}
    if len(known) < 21:
        assert not words
        return
    ends = trend_of(known, truth.first)
    span = WEEKS[re.search(r" a (week|month|year)", words)[1]]  # type: ignore[index]
    (between,) = re.findall(r"(?:between |\()(.+?)\.?$", words) or [words]
    numbers = [float(each) for each in re.findall(r"\d+(?:\.\d+)?", between)]
    near = 0.051 if table == "pain" else 0.51
    expected = sorted(abs(end) * span for end in (ends[0], ends[2]))
    if "under" not in between and "no change" not in between:
        assert sorted(numbers) == pytest.approx(expected, abs=near)
    is_clear = ends[0] > 0 or ends[2] < 0
    if is_clear:
        assert (" fell " in words or " shorter " in words) is (ends[1] < 0)
    assert ("No clear trend" in words) is not is_clear or "hardly" in words


def said_of(case: Case, title: str) -> list[str]:
    """The sentences on the trend that a section has."""
    lines = [line for each in case.report.sections if each.title == title for line in each.lines]
    wanted = ("No clear trend", "hardly changed", "did not change", "over these")
    sentences = [each for line in lines for each in re.split(r"(?<=\.) (?=[A-Z])", line)]
    return [each for each in sentences if any(word in each for word in wanted)]
