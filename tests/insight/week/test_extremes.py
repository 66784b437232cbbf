"""Diaries at the ends of what can be: each sentence on change is true, and none says what its figures do not."""

import json

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.gathering import gather
from backcare_tui.insight.longer.bins import gather_times
from backcare_tui.insight.longer.usual_weeks import usual_weeks
from backcare_tui.insight.week.figures import as_json, weekly_review
from backcare_tui.insight.week.look import look_at_week
from backcare_tui.insight.week.sentences import details, figures, lines, sentences
from backcare_tui.insight.week.summary import say_summary
from tests.conftest import FrozenClock
from tests.for_each import for_each
from tests.guidance.facts_of import pains
from tests.insight.week.week_of import WEEK, diary

OF_CHANGE = {"trend-improved", "trend-much-improved", "trend-small", "trend-worse", "flare-often"}
LAST_WEEK = 1
"""The last of these days is Sunday, the end of WEEK."""

DIARIES = {
    "two days": (pains(3, 7, last=LAST_WEEK), "Pain 5 on average on 2 days."),
    "zeros": (pains(*(0,) * 120, last=LAST_WEEK), "A week like the one before: pain 0 against 0."),
    "tens": (
        pains(*(10,) * 120, last=LAST_WEEK),
        "A week like the one before: pain 10 against 10.",
    ),
    "0 to 10 in a day": (
        pains(*(0,) * 113, *(10,) * 7, last=LAST_WEEK),
        "A harder week: pain 10 against 0, which matters.",
    ),
    "10 to 0 in a day": (
        pains(*(10,) * 113, *(0,) * 7, last=LAST_WEEK),
        "A better week: pain 0 against 10, which matters.",
    ),
    "a 10 after zeros": (
        pains(*(0,) * 119, 10, last=LAST_WEEK),
        "A little harder, beyond your usual swing: pain 1.4 against 0.",
    ),
    "silent when well": (
        pains(*(7,) * 60, *(None,) * 40, *(6,) * 7, last=LAST_WEEK),
        "Pain 6 on average on 7 days.",
    ),
}


@for_each(("entries", "summary"), DIARIES.values())
def test_the_week_is_summed_up_by_what_its_figures_say(entries: list[Pain], summary: str) -> None:
    of_week = look_at_week(diary(*entries), WEEK, FrozenClock())
    assert say_summary(of_week) == summary
    said = " ".join(
        (*sentences(of_week), *details(of_week), *(each.change for each in figures(of_week)))
    )
    told = " ".join(each for named in lines(of_week).values() for each in named)
    for words in (said, told):
        assert "nan" not in words.casefold()
        assert "no change" not in words.casefold()
        assert ("matters" in words) == ("which matters" in summary)


@for_each("entries", [entries for entries, _ in DIARIES.values()])
def test_every_view_and_rule_stands_it(entries: list[Pain]) -> None:
    repository, clock = diary(*entries), FrozenClock()
    document = as_json(weekly_review(repository, WEEK, clock))
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    times = gather_times(repository, clock)
    assert all(week.lies in {-1, 0, 1} for week in usual_weeks(times.days, times.bounds))
    advise(gather(repository, clock))


@pytest.mark.parametrize(
    "name", ["two days", "zeros", "tens", "a 10 after zeros", "silent when well"]
)
def test_nothing_is_said_to_have_changed_for_good(name: str) -> None:
    repository = diary(*DIARIES[name][0])
    said = {each.id for each in advise(gather(repository, FrozenClock()))}
    assert not OF_CHANGE & said
