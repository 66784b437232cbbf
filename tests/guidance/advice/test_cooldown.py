"""Which advice is shown: what is urgent always, else not what rests or was put away."""

import datetime as dt

import pytest

from backcare_tui.diary.records.dismissal import Dismissal
from backcare_tui.guidance.advice.cooldown import after_showing, foremost, showable
from backcare_tui.guidance.advice.table import Advice, Urgency
from tests.conftest import MONDAY
from tests.guidance.facts_of import TODAY, day, is_shown_again, rest_of


def advice(
    id_: str = "a", severity: Urgency = "info", cooldown_days: int = 7, event: str = ""
) -> Advice:
    return Advice(id_, severity, "", "", "", event, cooldown_days=cooldown_days)


def away(id_: str = "a", until: dt.date | None = None, event: str | None = None) -> Dismissal:
    return Dismissal(at=MONDAY, advice=id_, until=until, event=event)


def test_what_was_never_shown_is_shown() -> None:
    assert showable([advice()], {}, (), TODAY) == (advice(),)


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
    assert showable([advice(event="e"), advice(event="f")], shown, (), TODAY) == (
        advice(event="f"),
    )


def test_a_clock_that_was_ahead_makes_nothing_rest_for_long() -> None:
    assert showable([advice()], {"a": TODAY + dt.timedelta(days=400)}, (), TODAY)


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
    found = showable([advice(event="e")], {}, [dismissal], TODAY)
    assert bool(found) is shown


def test_what_is_urgent_neither_rests_nor_can_be_put_away() -> None:
    urgent = advice(severity="urgent", event="e")
    assert is_shown_again(urgent, 1, away(), away(event="e"))


def test_a_warning_sign_that_the_file_says_was_put_away_is_shown_all_the_same() -> None:
    sign = Advice("rf-book-soon", "caution", "", "", "", group="red-flags")
    assert showable([sign], {}, [away("rf-book-soon")], TODAY) == (sign,)


def test_the_order_stays() -> None:
    said = [advice("c"), advice("a"), advice("b")]
    assert showable(said, {"a": day(1)}, (), TODAY) == (said[0], said[2])


def test_of_urgent_ones_three_are_shown_unasked_of_others_two() -> None:
    assert foremost([]) == ()
    assert [each.id for each in foremost([advice(id_) for id_ in "abcd"])] == ["a", "b"]
    urgent = [advice(id_, "urgent") for id_ in "abcd"]
    assert [each.id for each in foremost(urgent)] == ["a", "b", "c"]


def test_what_is_on_the_screen_is_remembered_once_a_day() -> None:
    first = after_showing({}, [advice(), advice("b", event="e")], TODAY)
    assert first == {"a": TODAY, "b:e": TODAY}
    assert after_showing(first, [advice()], TODAY) is None
    in_nine_days = TODAY + dt.timedelta(days=9)
    assert after_showing(first, [], in_nine_days) is None
    assert after_showing(first, [advice()], in_nine_days) == {"a": in_nine_days, "b:e": TODAY}


def test_what_was_shown_long_ago_is_forgotten() -> None:
    shown = {"old": day(401), "kept": day(400)}
    assert after_showing(shown, [advice()], TODAY) == {
        "kept": day(400),
        "a": TODAY,
    }
