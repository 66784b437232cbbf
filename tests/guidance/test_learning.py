"""What is offered to read: what fits the diary, one a week, none twice, and nothing beside a warning."""

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.reading_settings import read_settings
from backcare_tui.diary.records.belief import Belief
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.pain import Pain
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.learning import (
    ASK_AFTER_DAYS,
    ASK_EVERY_DAYS,
    OFFER_EVERY_DAYS,
    after_offering,
    after_reading,
    asks_beliefs,
    page_for,
    quiet_offer,
)
from backcare_tui.guidance.reading import Situation, reading_pages
from backcare_tui.guidance.situations import situations
from tests.examples import tried
from tests.for_each import for_each
from tests.guidance.facts_of import TODAY, ago, day, facts_of, nights, pains

USED = pains(*(3,) * 20)
SHORT = facts_of(USED, nights(*(310,) * 7))
LESSONS = [page.id for page in reading_pages().values() if page.is_lesson]


def offered(facts: Facts) -> str:
    page = page_for(facts, facts.settings)
    return page.id if page else ""


def with_settings(**settings: Any) -> Facts:
    return facts_of(USED, nights(*(310,) * 7), settings=settings)


HOLDING: dict[Situation, Facts] = {
    "fear": facts_of(USED, Belief(at=ago(2), harm=7)),
    "flare": facts_of(pains(3, 3, 3, 3, 3, 3, 7, 7)),
    "restart": facts_of(pains(3, last=40), pains(3)),
    "low-mood": facts_of(pains(3, 3, 3, 3, 3, 3, 3, mood=2)),
    "short-sleep": SHORT,
    "opioid": facts_of(USED, settings={"medicines": ["opioid"]}),
    "worry": facts_of(USED, settings={"worry": "that it tears"}),
    "fearful": facts_of(pains(3, qualities=("frightening",))),
    "long-sitting": facts_of(USED, settings={"days_are": "sitting"}),
    "stress": facts_of(pains(3, 3, triggers=("stress",))),
    "driving": facts_of(pains(3, 3, triggers=("driving",))),
    "lifting": facts_of(pains(3, 3, triggers=("lifting",))),
    "warmth": facts_of(pains(3, 3, relievers=("heat",))),
    "new": facts_of(pains(3, 3)),
    "goal": facts_of(USED, settings={"goal": "dance"}),
    "works": facts_of(USED, settings={"days_are": "mixed"}),
    "older": facts_of(USED, settings={"birth_year": TODAY.year - 65}),
    "illness": facts_of(USED, settings={"conditions": ["reflux"]}),
    "long-pain": facts_of(USED, settings={"pain_since": TODAY.year - 2}),
}
"""A diary in which each of these situations holds; the rules behind the others have their own tests."""


@for_each(("situation", "facts"), HOLDING.items())
def test_a_situation_holds_and_in_a_quiet_diary_does_not(
    situation: Situation, facts: Facts
) -> None:
    assert situation in set(situations(facts))
    assert situation not in set(situations(facts_of(USED)))


def test_what_fits_the_diary_is_offered_and_in_a_quiet_diary_nothing() -> None:
    assert offered(SHORT) == "sleep-and-pain"
    assert offered(facts_of(USED)) == ""
    assert offered(facts_of()) == ""
    assert offered(facts_of(pains(3, 3))) == "", "the third day at the earliest"


def test_nothing_is_offered_while_anything_waits_for_an_answer() -> None:
    assert not offered(
        facts_of(USED, nights(*(310,) * 7), Check(at=ago(0), red_flags=("foot_drop",)))
    )
    unsettled = Pain(at=ago(0), severity=9, areas=("groin",), qualities=("numb",))
    assert not offered(facts_of(USED, nights(*(310,) * 7), unsettled))


def test_a_page_stays_the_day_it_was_offered_and_comes_no_more() -> None:
    said = {"pages_offered": {"sleep-and-pain": TODAY.isoformat()}}
    assert offered(with_settings(**said)) == "sleep-and-pain"
    read = {"pages_read": {"sleep-and-pain": TODAY.isoformat()}}
    assert offered(with_settings(**said, **read)) == "", "read: no other one on the same day"
    for days in range(1, OFFER_EVERY_DAYS):
        later = {"pages_offered": {"sleep-and-pain": day(days).isoformat()}}
        assert offered(with_settings(**later)) == "", "one a week"
    later = {"pages_offered": {"sleep-and-pain": day(OFFER_EVERY_DAYS).isoformat()}}
    assert offered(with_settings(**later)) == "short-sleep"
    both = {"sleep-and-pain": day(30).isoformat(), "short-sleep": day(20).isoformat()}
    assert offered(with_settings(pages_offered=both)) == ""


@given(read=st.sets(st.sampled_from(LESSONS)), before=st.sets(st.sampled_from(LESSONS)))
@tried(25)
def test_what_was_read_or_offered_is_never_offered_again(read: set[str], before: set[str]) -> None:
    settings = {
        "pages_read": dict.fromkeys(sorted(read), "2026-10-01"),
        "pages_offered": dict.fromkeys(sorted(before), "2026-10-01"),
        "worry": "w", "goal": "g", "days_are": "sitting", "birth_year": 1950,
    }  # fmt: skip
    assert offered(facts_of(USED, nights(*(310,) * 7), settings=settings)) not in read | before


def test_a_page_is_kept_as_read_once_a_day() -> None:
    read = after_reading(read_settings({}), "hurt-and-harm", TODAY)
    assert read == {"hurt-and-harm": TODAY}
    held = read_settings({"pages_read": {"hurt-and-harm": TODAY.isoformat()}})
    assert after_reading(held, "hurt-and-harm", TODAY) is None


def test_the_two_questions_come_after_two_weeks_and_once_a_month() -> None:
    assert not asks_beliefs(facts_of(pains(*(3,) * ASK_AFTER_DAYS)))
    assert asks_beliefs(facts_of(pains(*(3,) * (ASK_AFTER_DAYS + 1))))
    assert not asks_beliefs(facts_of(USED, Belief(at=ago(ASK_EVERY_DAYS - 1), harm=3)))
    assert asks_beliefs(facts_of(USED, Belief(at=ago(ASK_EVERY_DAYS), harm=3)))


def test_questions_that_are_passed_over_are_quiet_for_a_month() -> None:
    for days, is_offered in (
        (0, True),
        (1, False),
        (ASK_EVERY_DAYS - 1, False),
        (ASK_EVERY_DAYS, True),
    ):
        facts = facts_of(USED, settings={"beliefs_offered": day(days).isoformat()})
        offer = quiet_offer(facts, facts.settings)
        assert bool(offer and not offer.page) is is_offered, days


def test_the_questions_are_not_offered_beside_a_warning() -> None:
    facts = facts_of(USED, Check(at=ago(0), red_flags=("foot_drop",)))
    assert quiet_offer(facts, facts.settings) is None


def test_what_was_offered_is_kept_once() -> None:
    facts = with_settings(beliefs_offered=day(3).isoformat())
    offer = quiet_offer(facts, facts.settings)
    assert offer
    assert offer.words == "To read, a minute: Sleep and pain · L"
    kept = after_offering(facts.settings, offer, TODAY)
    assert kept == {"sleep-and-pain": TODAY}
    again = with_settings(pages_offered={"sleep-and-pain": dt.date.isoformat(TODAY)})
    assert after_offering(again.settings, offer, TODAY) is None
