"""Flare-ups: which days are a spell, and what is said of it."""

import datetime as dt

import pytest

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.flare import Flare
from tests.for_each import for_each
from tests.guidance.facts_of import TODAY, ago, day, facts_of, look, pains, rest_of, said

USUAL = (2, 2, 2, 2, 2)
"""Five days of a usual pain of 2: a flare from 4 on, calm up to 3."""


def only(facts: Facts) -> Flare:
    (flare,) = facts.flares
    return flare


def marked(days_ago: int, severity: int = 3) -> Pain:
    return Pain(at=ago(days_ago, hour=7), severity=severity, is_flare=True)


def session(days_ago: int, minutes: float | None, hour: int = 7) -> Session:
    done = None if minutes is None else int(minutes * 60)
    return Session(at=ago(days_ago, hour=hour), routine="walk", done_s=done)


STEADY_SESSIONS = [session(days, 30) for days in (10, 8)]


@pytest.mark.parametrize(
    ("entries", "is_flare"),
    [
        (pains(*USUAL, 4), True),
        (pains(*USUAL, 3), False),
        (pains(1, 1, 1, 1, 1, 3), False),
        (pains(3, 3, 3, 3, 3, 4), False),
        (pains(2, 2, 2, 2, 9), False),
        (pains(2, *(None,) * 10, 2, 2, 2, 2, 9), False),
        (pains(2, *(None,) * 9, 2, 2, 2, 2, 9), True),
    ],
    ids=[
        "4, and 2 above the median",
        "1 above",
        "under 4",
        "4, but 1 above",
        "a median of four days",
        "the fifth is 15 days ago",
        "the fifth is 14 days ago",
    ],
)
def test_a_day_is_a_bad_one_from_4_on_and_2_above_the_median(
    entries: list[Pain], *, is_flare: bool
) -> None:
    assert bool(look("flare-start", facts_of(entries))) is is_flare


def test_one_bad_day_by_its_number_is_no_flare_yet_but_what_helps_is_said() -> None:
    first = facts_of(pains(*USUAL, 8))
    assert (first.flares, first.flare) == ((), None)
    may_be = said("flare-start", first)
    assert may_be
    assert may_be.text.startswith(
        "A worse day than usual. It may pass, or be the start of a flare-up."
    )
    second = facts_of(pains(*USUAL, 8, 8))
    assert only(second).first == day(1)
    it_is = said("flare-start", second)
    assert it_is
    assert it_is.text.startswith("This looks like a flare-up.")
    assert may_be.text.split(" It is usually")[1] == it_is.text.split(" It is usually")[1]
    assert facts_of(pains(*USUAL, 8, 3)).flares == ()


def test_the_persons_word_on_the_second_day_makes_the_first_one_part_of_it() -> None:
    assert only(facts_of(pains(*USUAL, 6, last=1), marked(0, 3))).first == day(1)


@pytest.mark.parametrize(("silent", "is_flare"), [(1, True), (2, True), (3, False)])
def test_days_without_an_entry_between_two_bad_ones_are_as_within_a_flare(
    silent: int, *, is_flare: bool
) -> None:
    assert bool(facts_of(pains(*USUAL, 6, *(None,) * silent, 6)).flares) is is_flare


WIDE = (2, 6, 3, 5, 4, 2, 6, 3, 5, 4, 2, 6, 3, 5, 4)
"""Days about 4 with a standard deviation of 1.5: what is 2 above is nothing out of the way."""


def test_two_days_have_to_lie_beyond_the_persons_own_spread() -> None:
    assert facts_of(pains(*WIDE, 6, 6)).flares == ()
    assert facts_of(pains(*WIDE, 6, 8)).flares
    assert facts_of(pains(*WIDE, 7, 7)).flares


def test_three_bad_days_in_a_row_are_a_flare_in_whoever_swings_widely_too() -> None:
    flare = only(facts_of(pains(*WIDE, 6, 6, 6)))
    assert (flare.first, len(flare.bad)) == (day(2), 3)


def test_an_earlier_flare_does_not_make_the_next_one_harder_to_tell() -> None:
    steady = (2, 3) * 7
    twice = facts_of(pains(*steady, *(8,) * 7, *steady, 5, 5))
    assert [flare.first for flare in twice.flares] == [day(22), day(1)]


def test_the_persons_word_makes_a_flare_of_any_day_and_without_a_usual() -> None:
    assert only(facts_of(marked(0))) == Flare(TODAY, None, TODAY, (TODAY,))
    assert only(facts_of(pains(*USUAL, last=1), marked(0, 2))).usual == 2


def test_the_usual_is_that_before_the_flare_and_does_not_creep_up() -> None:
    facts = facts_of(pains(*USUAL, *(6,) * 20))
    flare = only(facts)
    assert flare.usual == 2
    assert flare.days == len(flare.bad) == 20
    assert facts.median14(facts.pain_by_day) == 6
    assert facts.flare == flare


def test_two_calm_days_in_a_row_end_it() -> None:
    one = only(facts_of(pains(*USUAL, 6, 6, 3)))
    assert (one.is_active(TODAY), one.eased) == (True, None)
    two = only(facts_of(pains(*USUAL, 6, 6, 3, 3)))
    assert (two.is_active(TODAY), two.eased) == (False, TODAY)
    broken = only(facts_of(pains(*USUAL, 6, 6, 3, 4, 3)))
    assert (broken.is_active(TODAY), broken.eased) == (True, None)


def test_a_day_between_calm_and_bad_keeps_it_going() -> None:
    between = only(facts_of(pains(*USUAL, 6, 6, 3, (3, 4), 3)))
    assert between.is_active(TODAY)
    assert between.bad == (day(4), day(3))


def test_a_day_without_an_entry_between_two_calm_ones_ends_it_but_nobody_says_it_eased() -> None:
    facts = facts_of(pains(*USUAL, 6, 6, 3, None, 3))
    assert not facts.flare
    assert only(facts).eased is None
    assert look("flare-easing", facts) is None


@pytest.mark.parametrize(("silent", "goes_on"), [(1, True), (2, True), (3, False), (9, False)])
def test_three_whole_days_without_an_entry_end_it(silent: int, *, goes_on: bool) -> None:
    facts = facts_of(pains(*USUAL, 6, 6, *(None,) * silent, None))
    assert bool(facts.flare) is goes_on
    after = facts_of(pains(*USUAL, 6, 6, *(None,) * silent, 6, 6)).flares
    assert len(after) == (1 if goes_on else 2)


def test_a_marked_day_is_no_calm_one_and_without_a_usual_an_unmarked_one_is() -> None:
    assert facts_of(pains(*USUAL, 6, 6, 2, last=1), marked(0, 2)).flare
    facts = facts_of([marked(3), marked(2)], pains(3, 3))
    assert not facts.flare
    assert look("flare-easing", facts) is None


def test_the_start_says_what_was_usual_or_whose_word_it_is() -> None:
    by_pain = look("flare-start", facts_of(pains(3, 3, 4, 4, 3, 4, 6)))
    assert by_pain
    assert by_pain.because == "Pain is 6 today; 3.5 was usual before."
    by_word = look("flare-start", facts_of(marked(0, 5)))
    assert by_word
    assert by_word.because == "You called it a flare-up today, with pain at 5 of 10."


@pytest.mark.parametrize(
    "facts",
    [facts_of(), facts_of(pains(*USUAL, 6, None)), facts_of(pains(*USUAL, 6, 3))],
    ids=["nothing", "no entry today", "calm today"],
)
def test_the_start_is_said_on_a_bad_day_alone(facts: Facts) -> None:
    assert look("flare-start", facts) is None


RESTING = facts_of(pains(*USUAL, 6, 6, 6), STEADY_SESSIONS, session(1, 14.9))


def test_two_days_of_a_flare_with_under_15_minutes_are_rest() -> None:
    reason = look("flare-no-bed-rest", RESTING)
    assert reason
    assert "since Sat 21 Nov" in reason.because


@for_each(
    "facts",
    [
        facts_of(pains(*USUAL, 6, 6, 6), STEADY_SESSIONS, session(1, 15)),
        facts_of(pains(*USUAL, 6, 6, 6), STEADY_SESSIONS, session(2, 15)),
        facts_of(pains(*USUAL, 6, 6, 6), STEADY_SESSIONS, session(1, 8), session(1, 7, hour=9)),
        facts_of(pains(*USUAL, 6, 6, 6), STEADY_SESSIONS, session(0, 20)),
        facts_of(pains(*USUAL, 6, 6, 6), STEADY_SESSIONS, session(1, None)),
        facts_of(pains(*USUAL, 6, 6), STEADY_SESSIONS),
        facts_of(pains(*USUAL, 6, None, 6), STEADY_SESSIONS),
        facts_of(pains(*USUAL, 6, 6, 6)),
        facts_of(pains(*USUAL, 2, 2, 2), STEADY_SESSIONS),
    ],
    ids=[
        "15 minutes yesterday",
        "15 minutes the day before",
        "15 minutes in two parts",
        "up today",
        "of unknown length",
        "only one whole day of a flare",
        "a day without an entry",
        "no sessions are kept",
        "no flare",
    ],
)
def test_rest_is_said_only_where_it_is_known(facts: Facts) -> None:
    assert look("flare-no-bed-rest", facts) is None


LONG = facts_of(pains(*USUAL, *(6,) * 14))


def test_two_weeks_are_long() -> None:
    reason = look("flare-long", LONG)
    assert reason
    assert reason.because == "It began on Tue 10 Nov, 14 days up to your last entry."


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(pains(*USUAL, *(6,) * 13)),
        facts_of(pains(*USUAL, *(6,) * 13, None)),
        facts_of(pains(*USUAL, *(6,) * 14, 3, 3)),
        facts_of(pains(*USUAL, *(6,) * 14, None, None, None, None)),
        facts_of(pains(*USUAL, 6, 6, *(None,) * 12, 6)),
    ],
    ids=["13 days", "13 and none today", "eased", "silent", "nothing known between"],
)
def test_less_is_not_long(facts: Facts) -> None:
    assert look("flare-long", facts) is None


EASING = facts_of(pains(*USUAL, 6, 6, 3, 3))


def test_a_flare_eases_with_two_calm_days_once_for_each_flare() -> None:
    advice = said("flare-easing", EASING)
    assert advice
    assert advice.because == "Two days in a row within a point of your usual 2."
    assert advice.event == "2026-11-20"
    assert rest_of(advice) is None
    next_morning = said("flare-easing", facts_of(pains(*USUAL, 6, 6, 3, 3, last=1)))
    assert next_morning


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(pains(*USUAL, 6, 6, 3)),
        facts_of(pains(*USUAL, 6, 6, 3, 4)),
        facts_of(pains(*USUAL, 6, 6, 3, 3, last=2)),
        facts_of(pains(*USUAL, 6, 6, 3, 3, (3, 4))),
        facts_of(pains(*USUAL, 6, 6, 3, 3, 7)),
        facts_of(pains(*USUAL, 3, 3)),
    ],
    ids=["one calm day", "up again", "days ago", "not calm today", "a new flare", "no flare"],
)
def test_it_is_easing_only_while_that_is_so(facts: Facts) -> None:
    assert look("flare-easing", facts) is None


OVER = facts_of(pains(*USUAL, 6, 6, 3, 3, 2, 2))


def test_a_plan_for_the_next_one_is_offered_once_on_a_calm_day_after_it() -> None:
    advice = said("flare-write-plan", OVER)
    assert advice
    assert advice.because == "A flare-up began on Wed 18 Nov and took 2 days; pain is 2 today."
    assert rest_of(advice) is None


@pytest.mark.parametrize(
    "facts",
    [
        facts_of(pains(*USUAL, 6, 6, 3, 3, 2)),
        facts_of(pains(*USUAL, 6, 6, 3, 3, *(2,) * 15)),
        facts_of(pains(*USUAL, 6, 6, 3, 3, 2, 4)),
        facts_of(pains(*USUAL, 6, 6, 3, 3, 2, None)),
        facts_of(pains(*USUAL, 6, 6, 6, 6)),
        facts_of(pains(*USUAL, 2, 2)),
        facts_of(
            pains(*USUAL, 6, 6, 3, 3, 2, 2), settings={"flare_plan": {"lines": ["It passes."]}}
        ),
    ],
    ids=[
        "over yesterday",
        "long ago",
        "not calm",
        "no pain today",
        "goes on",
        "no flare",
        "written",
    ],
)
def test_it_is_offered_only_then_and_only_to_who_has_no_line_of_their_own(facts: Facts) -> None:
    assert look("flare-write-plan", facts) is None


FLARE_AND_CALM = (6, 6, 2, 2)
OFTEN = facts_of(pains(*USUAL, *FLARE_AND_CALM * 3))


def test_three_flares_in_four_weeks_are_many() -> None:
    reason = look("flare-often", OFTEN)
    assert reason
    assert reason.because == "Flares began on Thu 12 Nov, Mon 16 Nov and Fri 20 Nov."
    assert reason.values == {"n": "3"}


@pytest.mark.parametrize(("last", "is_often"), [(16, True), (17, False)])
def test_the_first_of_three_counts_for_28_days(last: int, *, is_often: bool) -> None:
    facts = facts_of(pains(*USUAL, *FLARE_AND_CALM * 3, last=last))
    assert facts.flares[0].first == TODAY - dt.timedelta(days=last + 11)
    assert bool(look("flare-often", facts)) is is_often


def test_single_bad_days_are_not_many_flares() -> None:
    assert look("flare-often", facts_of(pains(*USUAL, *(6, 2, 2, 2) * 6))) is None


def test_two_flares_are_not_many() -> None:
    assert look("flare-often", facts_of(pains(*USUAL, *FLARE_AND_CALM * 2))) is None


ROUTINE = [Session(at=ago(back), routine="core-progress") for back in (13, 9, 5)]
"""The day before each of three bad days."""


def test_a_day_of_rest_after_overdoing_does_not_hide_it() -> None:
    single = (6, 2, 2, 2)
    assert look("flare-after-routine", facts_of(pains(*(2, 3) * 14, *single * 3, 2), ROUTINE))


def test_days_within_the_own_spread_are_not_laid_to_a_routine() -> None:
    single = (6, 4, 3, 4)
    assert look("flare-after-routine", facts_of(pains(*WIDE, *single * 3, 4), ROUTINE)) is None


SPEAKING = {
    "flare-start": facts_of(pains(*USUAL, 6)),
    "flare-no-bed-rest": RESTING,
    "flare-going-on": facts_of(pains(*USUAL, 6, 6, 6, 6)),
    "flare-week": facts_of(pains(*USUAL, *(6,) * 7)),
    "flare-long": LONG,
    "flare-easing": EASING,
    "flare-write-plan": OVER,
    "flare-often": OFTEN,
    "flare-after-routine": facts_of(
        pains(*USUAL, *FLARE_AND_CALM * 3),
        [Session(at=ago(back), routine="core-progress") for back in (12, 8, 4)],
    ),
}
RESTS = {
    "flare-start": 2,
    "flare-no-bed-rest": 2,
    "flare-going-on": 3,
    "flare-week": 7,
    "flare-long": 7,
    "flare-easing": None,
    "flare-write-plan": None,
    "flare-often": 14,
    "flare-after-routine": 14,
}
"""Days after which each is said again; None where it is not."""
