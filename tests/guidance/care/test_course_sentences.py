"""A course in words, and whether it is helping, at each of its edges."""

import datetime as dt
from typing import Any

import pytest

from backcare_tui.diary.derived import pain_by_day
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.care.course import CourseStanding, standings
from backcare_tui.guidance.care.course_sentences import (
    CourseVerdict,
    Summary,
    missing,
    say_answer,
    say_change,
    say_near,
    say_progress,
    say_status,
    say_summary,
    sources_of,
    summaries,
    usual_baseline,
    verdict,
    who,
    why_postponed,
)
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.guidance.facts_of import DAY, TODAY, ago, day, pains


def course(started: int = 20, **fields: Any) -> Course:
    usual: dict[str, Any] = {"treatment": "massage", "baseline": 6, "id": "c"}
    return Course(**{**usual, "started": day(started), **fields})


def visit(back: int, before: int | None = 6, after: int | None = 5, **fields: Any) -> Visit:
    held: dict[str, Any] = {
        "treatment": "massage",
        "pain_before": before,
        "pain_after": after,
        **fields,
    }
    return Visit(at=ago(back, 7), **held)


def now(of: Course, *records: Record) -> CourseStanding:
    visits = [each for each in records if isinstance(each, Visit)]
    return next(iter(standings([of], visits, MONDAY)))


def judged(of: Course, *records: Record) -> CourseVerdict:
    known = pain_by_day(each for each in records if isinstance(each, Pain))
    return verdict(now(of, *records), known, TODAY)


def summary(of: Course, *records: Record) -> Summary:
    known = pain_by_day(each for each in records if isinstance(each, Pain))
    return summaries([now(of, *records)], known, TODAY)[0]


@for_each(
    ("of", "visits", "words"),
    [
        (course(-10), (), "begins Thu 3 Dec"),
        (course(-1), (), "begins tomorrow"),
        (course(0), (), "under way, first visit by Mon 30 Nov"),
        (course(1), (), "under way, first visit by Sun 29 Nov"),
        (course(7), (), "under way, first visit by today"),
        (course(10), (), "under way, first visit was due Fri 20 Nov"),
        (course(10), (visit(10),), "under way, next by Fri 27 Nov"),
        (course(20), (visit(20),), "under way, next was due Tue 17 Nov"),
        (course(20, postponed=ago(1)), (visit(20),), "put off since yesterday"),
        (course(20), (visit(2, response="painful"),), "put off since Sat 21 Nov"),
        (
            course(50),
            tuple(visit(n) for n in (50, 36, 22, 6)),
            "complete: all of its visits are done",
        ),
        (course(50, ended=day(5)), (visit(50),), "ended Wed 18 Nov"),
    ],
)
def test_each_state_has_words(of: Course, visits: tuple[Visit, ...], words: str) -> None:
    assert say_status(now(of, *visits), TODAY) == words


@pytest.mark.parametrize(
    ("of", "visits", "words"),
    [
        (course(-10), (), ("4 visits", "in 42 days")),
        (course(0), (), ("no visit yet of 4", "day 1 of 42")),
        (course(16), (visit(16), visit(2)), ("visit 2 of 4", "day 17 of 42")),
        (course(50), (visit(42),), ("visit 1 of 4", "day 43 of 42, the days are over")),
        (course(50, ended=day(10)), (visit(50),), ("visit 1 of 4", "41 days in all")),
        (course(50, ended=day(50)), (), ("no visit yet of 4", "1 day in all")),
    ],
)
def test_progress_is_visits_and_days(
    of: Course, visits: tuple[Visit, ...], words: tuple[str, str]
) -> None:
    assert say_progress(now(of, *visits)) == words


def test_it_says_why_it_was_put_off() -> None:
    assert why_postponed(now(course(), visit(2, response="tensed"))) == (
        "The massage on Sat 21 Nov: muscle tensed up."
    )
    assert why_postponed(now(course(postponed=ago(1)), visit(5))) == "You put it off."
    assert not why_postponed(now(course(), visit(2)))


def test_before_two_visits_it_says_how_many_more_it_takes() -> None:
    assert "2 visits and 3 days" in judged(course(3)).because
    found = judged(course(3), visit(3))
    assert "one more visit and 3 days" in found.because
    assert (found.do, found.advice, found.rule) == ("wait", "", "")


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ((), "up to tomorrow."),
        ((4,), "up to tomorrow; 1 of them has one."),
        ((4, 4), "up to tomorrow; 2 of them have one."),
    ],
)
def test_within_the_three_days_it_says_which_pain_is_missing(
    known: tuple[int, ...], words: str
) -> None:
    found = judged(course(), visit(20), visit(2), *pains(*known))
    assert found.do == "wait"
    assert "after visit 2" in found.because
    assert found.because.endswith(words)


def test_helping_goes_on_with_the_words_of_the_rule_after_its_figures() -> None:
    found = judged(course(), visit(20), visit(5), *pains(3, 3, 4, last=2))
    assert (found.do, found.rule) == ("carry-on", "massage-responding")
    assert found.because.startswith("Pain 6 before the first visit, 3.3 in the 3 days")
    assert found.advice in rules()["massage-responding"].text
    assert found.advice.startswith("Carry on")


def test_a_fall_of_exactly_30_percent_helps_and_just_less_does_not() -> None:
    exactly = course(baseline=5)
    first, second = visit(20, None), visit(5)
    assert judged(exactly, first, second, *pains(3, 4, (3, 4), last=2)).do == "carry-on"
    assert judged(exactly, first, second, *pains(3, 4, 4, last=2)).do == "change"


def test_no_response_after_two_visits_suggests_another_therapy() -> None:
    found = judged(course(), visit(20), visit(5), *pains(6, 5, 6, last=2))
    assert (found.do, found.rule) == ("change", "massage-no-response")
    assert found.advice.startswith("It may be time to look at another therapy.")
    assert "2 points or 30 percent" in found.because


def test_a_complete_course_that_helped_is_to_be_closed() -> None:
    visits = tuple(visit(n) for n in (50, 36, 22, 6))
    assert judged(course(50), *visits, *pains(2, 2, 2, last=3)).do == "close"


def test_a_gain_that_came_by_visit_two_and_stayed_is_told_apart_from_one_that_goes_on() -> None:
    visits = tuple(visit(n, pain_before=7) for n in (32, 18, 4))
    early = pains(5, 5, 5, last=15)
    stood = judged(course(40), *visits, *early, *pains(5, 5, 5, last=1))
    assert stood.do == "carry-on"
    assert stood.advice.startswith("No further gain since visit 2.")
    went_on = judged(course(40), *visits, *early, *pains(4, 4, 4, last=1))
    assert not went_on.advice.startswith("No further gain")


@pytest.mark.parametrize(
    ("helped", "do"),
    [(None, "answer"), ("yes", "carry-on"), ("no", "change"), ("unsure", "change")],
)
def test_without_numbers_only_the_person_can_say(helped: str | None, do: str) -> None:
    of = course(baseline=None, helped=helped)
    assert judged(of, visit(20, None), visit(5, None)).do == do


def test_a_course_without_baseline_or_visits_has_no_change_to_show() -> None:
    empty = summary(course(3, baseline=None))
    assert (empty.before, empty.after, say_change(empty)) == (None, None, "")
    assert "No pain before and after is known." in say_summary(empty, TODAY)


def test_the_change_of_a_course_is_that_of_the_days_after_else_of_its_last_visit() -> None:
    with_days = summary(course(), visit(20), visit(5), *pains(3, 3, 4, last=2))
    assert say_change(with_days) == "6 → 3.3"
    only_visits = summary(course(), visit(5, None, 4))
    assert say_change(only_visits) == "6 → 4"
    assert say_change(summary(course(baseline=None), visit(5, None, 4))) == "? → 4"


def test_a_summary_says_visits_pain_and_whether_it_helped() -> None:
    told = say_summary(
        summary(course(ended=day(1)), visit(20), visit(5), *pains(3, 3, 4, last=2)), TODAY
    )
    assert told[0] == "2 of 4 visits, 20 days in all, since Tue 3 Nov."
    assert told[1].startswith("Pain 6 before the first visit, 3.3 in the 3 days after visit 2")
    assert len(told) == 2
    only_visits = say_summary(summary(course(), visit(20), visit(5, 5, 4)), TODAY)
    assert only_visits[1] == "Pain before and after: 6 → 4."
    assert "cannot be said" in only_visits[2]
    assert say_summary(summary(course(3), visit(3)), TODAY)[-1] == (
        "Whether it helped: too early to say."
    )


def test_a_course_that_ended_too_soon_is_not_called_too_early() -> None:
    assert say_answer(summary(course(30, ended=day(1)), visit(20))) == "too few visits"
    assert say_answer(summary(course(30), visit(20))) == "too early to say"
    assert say_answer(summary(course(20, ended=day(0)), visit(20), visit(1))) == "too early to say"


def test_overlapping_courses_share_no_visit() -> None:
    old, new = course(20, id="old"), course(10, id="new")
    other = course(10, id="other", treatment="acupuncture")
    visits = (visit(15), visit(5), visit(4, treatment="acupuncture"))
    done = {each.course.id: each.done for each in standings([old, new, other], visits, MONDAY)}
    assert done == {"old": 1, "new": 1, "other": 1}


def test_the_baseline_offered_is_the_mean_of_the_week_from_four_days_on() -> None:
    assert usual_baseline({}, TODAY) is None
    assert usual_baseline({TODAY - DAY: 5.0}, TODAY) is None
    assert usual_baseline({TODAY: 5.5}, TODAY) == 6
    three = {TODAY - n * DAY: 8.0 for n in range(1, 4)}
    assert usual_baseline({**three, TODAY: 2.0}, TODAY) == 7, "(8 + 8 + 8 + 2) / 4, half rounded up"
    assert usual_baseline(three, TODAY) is None
    assert usual_baseline({**three, TODAY - 7 * DAY: 8.0}, TODAY) is None


def test_the_rules_that_speak_are_named_with_their_sources() -> None:
    of = now(course(), visit(20), visit(2, response="tensed"))
    found = list(sources_of(of, judged(course(), visit(20), visit(2, response="tensed"))))
    assert rules()["massage-postpone"].text in [text for text, _ in found]
    assert all(source for _, source in found)
    assert not any("{" in text for text, _ in found)


def test_who_was_removed_is_still_told_of() -> None:
    assert who(visit(1, person="gone"), {}) == "somebody no longer listed"
    assert who(visit(1, person="p"), {"p": "Dana"}) == "Dana"
    assert not who(visit(1), {"p": "Dana"})


def test_a_day_to_come_is_named() -> None:
    assert say_near(TODAY + DAY, TODAY) == "tomorrow"
    assert say_near(TODAY, TODAY) == "today"
    assert say_near(dt.date(2026, 12, 3), TODAY) == "Thu 3 Dec"


def test_missing_counts_only_days_after_the_last_visit() -> None:
    standing = now(course(), visit(20), visit(1))
    assert "of them" not in missing(standing, {TODAY - DAY: 4.0}, TODAY)
