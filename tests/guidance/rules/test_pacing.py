"""Too much on a good day: told after a very active one, and only to whom their own days show it."""

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.facts import Facts
from tests.for_each import for_each
from tests.guidance.facts_of import ago, day, facts_of, look, said

TOLD = {"overdoing_told": day(3).isoformat()}


def active(*minutes: int | None, last: int = 0) -> list[ActiveDay]:
    """So many active minutes on one day after the other, the last so many days ago."""
    return [
        ActiveDay(day=day(len(minutes) - 1 - place + last), active_min=each)
        for place, each in enumerate(minutes)
        if each is not None
    ]


USUAL = (30, 35, 28, 33, 30, 31, 29)
SPEAKING = {"pacing-overdone": facts_of(active(*USUAL, 75), settings=TOLD)}
RESTS = {"pacing-overdone": 2}


def test_the_day_after_a_very_active_one_is_told_with_both_amounts() -> None:
    advice = said("pacing-overdone", facts_of(active(*USUAL, 75, last=1), settings=TOLD))
    assert advice
    assert advice.because == "Yesterday: 1 h 15; your usual day: 31 min."


def test_steps_say_it_as_well() -> None:
    days = [ActiveDay(day=day(back), steps=4000) for back in range(1, 9)]
    advice = said(
        "pacing-overdone", facts_of(days, ActiveDay(day=day(0), steps=9100), settings=TOLD)
    )
    assert advice
    assert advice.because == "Today: 9,100 steps; your usual day: 4,000 steps."


@for_each(
    "facts",
    [
        facts_of(active(*USUAL, 75)),
        facts_of(active(*USUAL, 75), settings={"overdoing_told": day(29).isoformat()}),
        facts_of(active(*USUAL, 36), settings=TOLD),
        facts_of(active(*USUAL, 75, last=2), settings=TOLD),
        facts_of(active(30, 30, 75), settings=TOLD),
        facts_of(
            [Session(at=ago(n, 7), routine="walk", done_s=600) for n in range(1, 9)],
            Session(at=ago(0, 7), routine="walk", done_s=3600),
            settings=TOLD,
        ),
    ],
    ids=[
        "never told",
        "told long ago",
        "a little more",
        "days ago",
        "too few days",
        "sessions alone",
    ],
)
def test_it_is_silent_where_the_own_days_do_not_say_it(facts: Facts) -> None:
    assert look("pacing-overdone", facts) is None
