"""The check for warning signs is offered on three days, then let be, and comes back with severe pain."""

import datetime as dt
from typing import Any

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.advice.offer import CheckOffer, offers_check
from backcare_tui.guidance.advice.table import Advice
from tests.guidance.facts_of import TODAY, ago, day, facts_of

KEY = "check-offer:never"


def offered(
    times: int, last: dt.date, *pains: Pain, checks: tuple[Check, ...] = ()
) -> CheckOffer | None:
    settings: dict[str, Any] = {
        "advice_shown": {KEY: last.isoformat()},
        "advice_times": {KEY: {"times": times}},
    }
    return offers_check(facts_of([*pains, *checks], settings=settings))


def is_told(offer: CheckOffer | None, *beside: Advice) -> bool:
    assert offer
    return offer.is_told(beside)


def test_it_is_told_on_three_days_and_then_quiet() -> None:
    assert is_told(offers_check(facts_of()))
    assert is_told(offered(2, day(1)))
    assert is_told(offered(3, TODAY)), "the third day lasts until its end"
    assert not is_told(offered(3, day(1)))
    assert not is_told(offered(3, day(90)))


def test_severe_pain_brings_it_back_once_a_week() -> None:
    severe = Pain(at=ago(0), severity=7)
    assert is_told(offered(9, day(7), severe))
    assert is_told(offered(9, TODAY, severe))
    assert not is_told(offered(9, day(6), severe))
    assert not is_told(offered(9, day(7), Pain(at=ago(0), severity=6)))


def test_beside_advice_it_is_quiet_unless_pain_is_severe_and_nothing_else_asks_for_it() -> None:
    beside = Advice("a", "info", "", "", "")
    severe = Pain(at=ago(0), severity=7)
    assert not is_told(offers_check(facts_of()), beside)
    assert is_told(offers_check(facts_of(severe)), beside)
    stands = Advice("rf-recheck", "caution", "", "", "", stands=True)
    assert not is_told(offers_check(facts_of(severe)), stands)


def test_a_new_check_is_offered_anew_when_it_is_due() -> None:
    assert is_told(offered(9, day(1), checks=(Check(at=ago(30)),)))
