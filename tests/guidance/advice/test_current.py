"""What is said now: shown, resting or put away; what keeps a routine from starting."""

import datetime as dt

import pytest
from msgspec.structs import replace

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import (
    CurrentAdvice,
    advice_now,
    can_be_put_away,
    current_advice,
    foremost,
    state_of,
    stops,
    what_stops,
)
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.offer import offers_check
from backcare_tui.guidance.advice.table import Advice, Subject, Tone, Urgency, say_urgency
from backcare_tui.guidance.facts import Facts
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.guidance.facts_of import TODAY, ago, day, facts_of, is_shown_again, pains, rest_of

SEVERE = pains(7, 7, 7, 7, 7, mood=1, triggers=("sitting-long",))
"""Enough for a caution about the week, which rests for seven days, and for two more pieces."""


def states(facts: Facts, *away: Dismissal) -> dict[str, tuple[str, dt.date | None]]:
    return {each.advice.id: (each.state, each.until) for each in current_advice(facts, away)}


def test_what_was_not_shown_is_shown() -> None:
    assert states(facts_of(SEVERE))["pain-severe-week"] == ("now", None)


def test_what_was_shown_yesterday_rests_until_its_cooldown_is_over() -> None:
    shown = {"advice_shown": {"pain-severe-week": (TODAY - dt.timedelta(days=1)).isoformat()}}
    state = states(facts_of(SEVERE, settings=shown))["pain-severe-week"]
    assert state == ("rests", TODAY + dt.timedelta(days=6))


def test_what_was_shown_today_stays_today() -> None:
    shown = {"advice_shown": {"pain-severe-week": TODAY.isoformat()}}
    assert states(facts_of(SEVERE, settings=shown))["pain-severe-week"] == ("now", None)


@pytest.mark.parametrize("until", [None, TODAY + dt.timedelta(days=1)])
def test_what_is_put_away_says_until_when_and_by_what(until: dt.date | None) -> None:
    away = Dismissal(at=MONDAY, advice="pain-severe-week", until=until)
    other = Dismissal(at=MONDAY, advice="adhere-none")
    (piece,) = (
        each
        for each in current_advice(facts_of(SEVERE), (away, other))
        if each.advice.id == "pain-severe-week"
    )
    assert (piece.state, piece.until, piece.dismissals) == ("away", until, (away.id,))


def test_of_two_that_keep_it_away_the_one_for_good_holds() -> None:
    week = Dismissal(at=MONDAY, advice="pain-severe-week", until=TODAY + dt.timedelta(days=7))
    good = Dismissal(at=MONDAY, advice="pain-severe-week")
    assert states(facts_of(SEVERE), week, good)["pain-severe-week"] == ("away", None)


def test_what_is_put_away_until_today_is_back() -> None:
    away = Dismissal(at=MONDAY, advice="pain-severe-week", until=TODAY)
    assert states(facts_of(SEVERE), away)["pain-severe-week"] == ("now", None)


def test_foremost_are_two_at_most_and_none_that_rests() -> None:
    said = current_advice(facts_of(SEVERE), ())
    assert len(said) > 2
    assert foremost(said) == tuple(each.advice for each in said[:2])
    rest = [each for each in said if each.advice.id != said[0].advice.id]
    shown = {"advice_shown": {said[0].advice.key: (TODAY - dt.timedelta(days=1)).isoformat()}}
    again = facts_of(SEVERE, settings=shown)
    if said[0].advice.cooldown_days > 1:
        assert foremost(current_advice(again, ()))[0] == rest[0].advice


def test_a_red_flag_stands_alone_and_stops_what_would_begin() -> None:
    facts = facts_of(SEVERE, Check(at=MONDAY, red_flags=("saddle_numbness",)))
    (only,) = advise(facts)
    assert only.id == "rf-cauda"
    assert stops(only)
    assert not can_be_put_away(only)
    assert say_urgency(only) == "Emergency"


@pytest.mark.parametrize(
    ("after", "is_free"),
    [
        ((), False),
        ((Check(at=MONDAY, is_check_up=True),), True),
        ((Check(at=MONDAY),), True),
        ((Check(at=MONDAY, red_flags=("chest_pain",)),), False),
    ],
    ids=["nothing", "seen", "gone", "another"],
)
def test_it_stands_until_somebody_looked_at_it_or_it_is_gone(
    after: tuple[Record, ...], *, is_free: bool, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Check(at=ago(1), red_flags=("saddle_numbness",)), *after)
    assert (what_stops(repository, clock) == ()) is is_free


def test_a_session_that_ended_with_chest_pain_stops_the_next(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Session(at=ago(0, 7), routine="core-start", stopped="chest-pain"))
    assert [each.id for each in what_stops(repository, clock)] == ["ex-stop-unwell"]


def test_low_mood_is_urgent_but_keeps_nobody_from_moving(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.add(Check(at=MONDAY, mood_flags=("self_harm",)))
    assert [each.advice.id for each in advice_now(repository, clock)] == ["mood-crisis"]
    assert what_stops(repository, clock) == ()


def test_a_warning_sign_cannot_be_put_away_even_where_it_is_not_urgent() -> None:
    facts = facts_of(Check(at=MONDAY, red_flags=("night_pain_constant",)))
    found = next(each for each in advise(facts) if each.id == "rf-book-soon")
    assert not can_be_put_away(found)
    assert can_be_put_away(Advice("adhere-none", "info", "", "", ""))


@pytest.mark.parametrize(
    ("days_ago", "offer"), [(None, "never"), (30, "due"), (29, None), (0, None)]
)
def test_the_check_is_offered_every_thirty_days(days_ago: int | None, offer: str | None) -> None:
    checks = [] if days_ago is None else [Check(at=ago(days_ago))]
    found = offers_check(facts_of(checks))
    assert (found and found.why) == offer


@pytest.mark.parametrize(
    ("mood", "at", "offer"),
    [(1, MONDAY, "mood"), (2, MONDAY, None), (1, ago(0, 7), None), (1, ago(1), None)],
    ids=["very low", "low", "asked since", "yesterday"],
)
def test_the_questions_about_mood_are_offered_on_a_very_low_day(
    mood: int, at: dt.datetime, offer: str | None
) -> None:
    check = Check(at=ago(0, 7, 30))
    found = offers_check(facts_of(check, [Pain(at=at, severity=3, mood=mood)]))
    assert (found and found.why) == offer


def test_a_clock_without_a_diary_has_little_to_say(repository: TinyRepository) -> None:
    clock: Clock = FrozenClock()
    assert not any(each.advice.severity == "urgent" for each in advice_now(repository, clock))


def advice(
    id_: str = "a", severity: Urgency = "info", cooldown_days: int = 7, event: str = ""
) -> Advice:
    return Advice(id_, severity, "", "", "", event, cooldown_days=cooldown_days, subject="food")


def away(id_: str = "a", until: dt.date | None = None, event: str | None = None) -> Dismissal:
    return Dismissal(at=MONDAY, advice=id_, until=until, event=event)


def now(ids: str, severity: Urgency = "info") -> list[CurrentAdvice]:
    """Pieces that are shown now, one for each letter."""
    subjects: tuple[Subject, ...] = ("food", "sleep", "moving", "diary")
    pieces = zip(ids, subjects, strict=True)
    return [CurrentAdvice(replace(advice(id_, severity), subject=of)) for id_, of in pieces]


@pytest.mark.parametrize(("days", "again"), [(0, True), (1, False), (6, False), (7, True)])
def test_it_stays_for_its_day_and_rests_for_its_cooldown(days: int, *, again: bool) -> None:
    assert is_shown_again(advice(), days) is again


def test_of_a_cooldown_of_one_day_it_comes_back_the_next_day() -> None:
    assert rest_of(advice(cooldown_days=1)) == 1


def test_without_a_cooldown_an_event_is_spoken_of_once_and_what_holds_always() -> None:
    assert rest_of(advice(cooldown_days=0, event="e")) is None
    assert rest_of(advice(cooldown_days=0)) == 1


def test_another_event_is_another_piece_of_advice() -> None:
    shown = {advice(event="e").key: day(1)}
    states = [state_of(advice(event=event), shown, (), TODAY).state for event in ("e", "f")]
    assert states == ["rests", "now"]


def test_a_clock_that_was_ahead_makes_nothing_rest_for_long() -> None:
    ahead = {"a": TODAY + dt.timedelta(days=400)}
    assert state_of(advice(), ahead, (), TODAY).state == "now"


@pytest.mark.parametrize(
    ("dismissal", "shown"),
    [
        (away(), False),
        (away(until=TODAY + dt.timedelta(days=1)), False),
        (away(until=TODAY), True),
        (away("other"), True),
        (away(event="e"), False),
        (away(event="f"), True),
    ],
    ids=["for good", "until tomorrow", "until today", "another", "this event", "another event"],
)
def test_what_was_put_away_is_not_shown(dismissal: Dismissal, *, shown: bool) -> None:
    found = state_of(advice(event="e"), {}, [dismissal], TODAY)
    assert (found.state == "now") is shown


def test_what_is_urgent_neither_rests_nor_can_be_put_away() -> None:
    urgent = advice(severity="urgent", event="e")
    assert is_shown_again(urgent, 1, away(), away(event="e"))


def test_a_warning_sign_that_the_file_says_was_put_away_is_shown_all_the_same() -> None:
    sign = Advice("rf-book-soon", "caution", "", "", "", group="red-flags")
    assert state_of(sign, {}, [away("rf-book-soon")], TODAY).state == "now"


def test_of_urgent_ones_three_are_shown_unasked_of_others_two() -> None:
    assert foremost([]) == ()
    assert [each.id for each in foremost(now("abcd"))] == ["a", "b"]
    assert [each.id for each in foremost(now("abcd", "urgent"))] == ["a", "b", "c"]


def test_of_one_subject_one_piece_is_shown_unless_it_waits_for_an_answer() -> None:
    first, second = CurrentAdvice(advice("a")), CurrentAdvice(advice("b"))
    assert [each.id for each in foremost([first, second])] == ["a"]
    waits = CurrentAdvice(replace(advice("b"), stands=True))
    assert [each.id for each in foremost([first, waits])] == ["a", "b"]


@pytest.mark.parametrize(
    ("tones", "shown"),
    [
        (("alarm", "praise"), 1),
        (("alarm", "steady"), 1),
        (("alarm", "easing"), 1),
        (("easing", "praise"), 1),
        (("easing", "alarm"), 1),
        (("praise", "praise"), 2),
        (("", "praise"), 2),
        (("praise", "alarm"), 1),
    ],
)
def test_nothing_is_shown_beside_what_contradicts_it(tones: tuple[Tone, Tone], shown: int) -> None:
    subjects: tuple[Subject, ...] = ("pain", "doing")
    pieces = [
        CurrentAdvice(replace(advice(of), subject=of, tone=tone))
        for of, tone in zip(subjects, tones, strict=True)
    ]
    assert len(foremost(pieces)) == shown
