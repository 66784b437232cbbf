"""Pain impact as it is defined: the pain of the week, and both answers."""

import datetime as dt

from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.pain import Interference, Pain
from backcare_tui.insight.peg import Peg, impact_now, is_asked, pegs
from tests.conftest import MONDAY

TODAY = MONDAY.date()


def pain(days_ago: int, severity: int, **asked: int) -> Pain:
    interference = Interference(**asked) if asked else None
    return Pain(
        at=MONDAY - dt.timedelta(days=days_ago), severity=severity, interference=interference
    )


def of(*entries: Pain) -> tuple[Peg, ...]:
    return pegs(sorted(entries, key=lambda each: each.at), pain_by_day(entries))


def answer(score: int, weeks_ago: int) -> Peg:
    return Peg(TODAY - dt.timedelta(weeks=weeks_ago), 7, score, score, score)


def test_pain_is_the_mean_of_the_days_of_the_week_not_of_the_moment() -> None:
    week = [pain(days, 8) for days in range(1, 7)]
    (found,) = of(*week, pain(0, 1, enjoyment=4, activity=6), pain(7, 0))
    assert found.pain == 7
    assert found.noted == 7
    assert found.score == (7 + 4 + 6) / 3


def test_a_day_of_many_entries_counts_once() -> None:
    week = [pain(days, 4) for days in range(1, 4)]
    many = [pain(1, 4) for _ in range(9)]
    (found,) = of(*week, *many, pain(0, 8, enjoyment=0, activity=0))
    assert found.pain == 5


def test_with_three_noted_days_it_is_not_computed_and_the_answers_stand() -> None:
    (found,) = of(pain(1, 4), pain(2, 4), pain(0, 4, enjoyment=5, activity=6))
    assert found.score is found.pain is None
    assert (found.noted, found.enjoyment, found.activity) == (3, 5, 6)


def test_both_questions_have_to_be_answered_and_the_later_of_a_day_counts() -> None:
    assert not of(pain(0, 4, enjoyment=5))
    later = Pain(
        at=MONDAY + dt.timedelta(hours=1),
        severity=4,
        interference=Interference(enjoyment=1, activity=2),
    )
    (found,) = of(pain(0, 4, enjoyment=5, activity=6), later)
    assert (found.enjoyment, found.activity) == (1, 2)


def test_now_is_the_last_three_against_the_middle_of_the_first_three() -> None:
    scores = (9, 6, 7, 5, 3, 4, 2)
    found = impact_now([answer(score, 6 - n) for n, score in enumerate(scores)])
    assert found
    assert (found.start, found.now) == (7, 3)
    assert found.day == TODAY
    assert found.part is not None
    assert round(found.part, 2) == 0.57


def test_five_answers_are_too_few_and_one_without_a_score_is_none_of_them() -> None:
    five = [answer(6, 6 - n) for n in range(5)]
    assert impact_now(five) is None
    assert impact_now([*five, Peg(TODAY, 2, None, 5, 5)]) is None
    assert impact_now([*five, answer(6, 0)])


def test_each_of_the_last_three_has_to_be_less() -> None:
    lower = [answer(score, 5 - n) for n, score in enumerate((8, 8, 8, 5, 5, 5))]
    but_one = [answer(score, 5 - n) for n, score in enumerate((8, 8, 8, 4, 7, 4))]
    assert impact_now(lower).is_less  # type: ignore[union-attr] # six are enough
    assert not impact_now(but_one).is_less  # type: ignore[union-attr] # six are enough


def test_it_is_asked_again_once_the_answers_are_of_a_week_ago() -> None:
    assert is_asked([pain(0, 4)], TODAY)
    assert not is_asked([pain(6, 4, enjoyment=4, activity=6)], TODAY)
    assert is_asked([pain(7, 4, enjoyment=4, activity=6)], TODAY)
