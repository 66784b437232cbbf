import datetime as dt

from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.flare import flare_days
from tests.conftest import MONDAY, FrozenClock
from tests.insight.week.week_of import diary, look, pain


def test_each_day_stands_beside_that_of_the_week_before() -> None:
    of_week = look(pain(0, 4), pain(-7, 6), pain(-1, 8))
    assert [day.pain for day in of_week.days] == [4, *[None] * 6]
    assert [day.pain for day in of_week.days_before] == [6, *[None] * 5, 8]


def test_flare_days_of_a_week_long_ago_are_still_known() -> None:
    long_ago = MONDAY - dt.timedelta(days=800)
    repository = diary(Pain(at=long_ago, severity=8, is_flare=True))
    span = (long_ago.date(), long_ago.date() + dt.timedelta(days=6))
    assert flare_days(repository, span, FrozenClock()) == (long_ago.date(),)


def test_the_notes_are_those_of_the_worst_day_the_best_day_and_the_longest() -> None:
    records = [
        pain(0, 5, "an ordinary day"),
        pain(1, 9, "worst"),
        pain(2, 1, "best [/] day"),
        pain(3, 5, "the longest note of all of the week"),
        pain(4, 5),
    ]
    assert [note.text for note in look(*records).notes] == [
        "worst",
        "best [/] day",
        "the longest note of all of the week",
    ]
