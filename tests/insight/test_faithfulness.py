"""How faithfully a diary is kept: a share of three weeks, which no single day sets back to nothing."""

import datetime as dt

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Imported
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.insight.faithfulness import Faithfulness, faithfulness, say_faithfulness
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY

MON = MONDAY.date()
DAY = dt.timedelta(days=1)


def pains(*days_ago: int) -> list[Pain]:
    return [Pain(at=MONDAY - DAY * back, severity=3) for back in days_ago]


def test_it_says_what_there_is_of_the_last_three_weeks(repository: TinyRepository) -> None:
    walk = Session(at=MONDAY - DAY * 2, routine="walk")
    active = ActiveDay(day=MON - DAY * 4, active_min=30)
    repository.add(*pains(*range(1, 18), 30), walk, active, summary="")
    found = faithfulness(repository, MON)
    assert found == Faithfulness(of=21, noted=17, moved=2)
    assert say_faithfulness(found) == "Something noted on 17 of the last 21 days; active on 2."


def test_a_day_or_a_week_without_an_entry_never_sets_it_back_to_nothing(
    repository: TinyRepository,
) -> None:
    repository.add(*pains(*range(30)), summary="")
    counts = []
    for later in range(20):
        found = faithfulness(repository, MON + DAY * later)
        assert found
        counts.append(found.noted)
    assert counts == list(range(21, 1, -1))


def test_of_a_new_diary_only_the_days_that_it_has_are_counted(repository: TinyRepository) -> None:
    repository.add(*pains(0, 3), summary="")
    assert faithfulness(repository, MON) is None
    repository.add(*pains(8), summary="")
    assert faithfulness(repository, MON) == Faithfulness(of=9, noted=3, moved=0)


def test_what_a_device_counted_was_taken_down_by_nobody(repository: TinyRepository) -> None:
    counted = [
        ActiveDay(day=MON - DAY * n, steps=4000, imported=Imported(source="x", key=str(n)))
        for n in range(12)
    ]
    repository.add(*counted, summary="")
    assert faithfulness(repository, MON) is None
    repository.add(*pains(9), summary="")
    assert faithfulness(repository, MON) == Faithfulness(of=10, noted=1, moved=12)
