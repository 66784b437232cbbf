"""What to aim at now: never more in a flare, after a stop or a rise, or in a week of more pain than usual."""

import datetime as dt
from typing import Any

import pytest

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.pacing import PacingNow, hold_of
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.guidance.facts_of import TODAY, ago, day, pains

ACTIVE = [ActiveDay(day=day(back), active_min=40) for back in range(1, 15)]


def session(**fields: Any) -> Session:
    return Session(at=ago(2), routine="core-basics", **fields)


HOLDS: dict[str, list[Record]] = {
    "flare": [Pain(at=ago(1), severity=7, is_flare=True)],
    "stop": [session(stopped="pain-rise")],
    "rise": [session(pain_before=3, pain_after=5)],
    "week": [*pains(*(2, 3) * 45, last=7), *pains(*(4,) * 7)],
}


@pytest.mark.parametrize("hold", HOLDS)
def test_it_stays_at_the_usual_day_while_something_speaks_against_more(
    hold: str, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*ACTIVE, summary="")
    free = PacingNow(repository, TODAY, clock).pacing
    assert free
    assert (free.target, free.hold) == (45, None)
    repository.add(*HOLDS[hold], summary="")
    held = PacingNow(repository, TODAY, clock).pacing
    assert held
    assert (held.target, held.hold) == (40, hold)


def test_a_stop_of_more_than_a_week_ago_is_over(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Session(at=ago(8), routine="x", stopped="pain-rise"), summary="")
    assert hold_of(repository, TODAY, clock) is None


def test_a_good_day_and_a_bad_one_have_the_same_target(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*ACTIVE, *pains(*(3,) * 20, last=1), summary="")
    targets = set()
    for severity in (0, 5):
        repository.add(Pain(at=ago(0), severity=severity), summary="")
        found = PacingNow(repository, TODAY, clock).pacing
        assert found
        targets.add(found.target)
    assert targets == {45}


def test_while_a_warning_sign_stands_nothing_is_aimed_at(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(*ACTIVE, Check(at=ago(0), red_flags=("saddle_numbness",)), summary="")
    now = PacingNow(repository, TODAY, clock)
    assert (now.pacing, now.of_week, now.say()) == (None, None, "")


def test_a_week_gone_by_is_told_as_it_was_aimed_at_then(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    old = [ActiveDay(day=day(back), active_min=20) for back in range(10, 40)]
    new = [ActiveDay(day=day(back), active_min=90) for back in range(10)]
    repository.add(*old, *new, summary="")
    before = PacingNow(repository, TODAY - dt.timedelta(days=7), clock).pacing
    assert before
    assert before.median == 20
