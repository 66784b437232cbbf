"""A course in words, and whether pain is lower than before it, at each of its edges."""

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
from tests.guidance.care_of import weeks
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
    assert "it takes 2 visits and two weeks after" in judged(course(3)).because
    found = judged(course(3), visit(3))
    assert "it takes one more visit and two weeks after" in found.because
    assert "your own word will have to tell" in found.because, "no day before it is noted"
    assert (found.do, found.advice, found.rule) == ("wait", "", "")
    noted = judged(course(3), visit(3), *pains(*(5,) * 28, last=4))
    assert noted.because.endswith("two weeks after.")


def test_within_the_two_weeks_it_says_when_it_can_be_told() -> None:
    found = judged(course(), visit(20), visit(2), *weeks(6, 6, first=20))
    assert found.do == "wait"
    assert "pain in the days after visit 2 answers it, on Sun 6 Dec" in found.because


TWO = (visit(29), visit(15))
LOWER, NO_LOWER = (*TWO, *weeks(6, 3)), (*TWO, *weeks(6, 6))


def test_lower_goes_on_with_the_words_of_the_rule_after_its_figures() -> None:
    found = judged(course(40), *LOWER)
    assert (found.do, found.rule) == ("carry-on", "massage-responding")
    assert found.because.startswith("Pain is lower than in the four weeks before (6, now 3")
    assert found.advice in rules()["massage-responding"].text
    assert found.advice.startswith("Carry on")


def test_no_lower_after_two_visits_suggests_another_therapy() -> None:
    found = judged(course(40), *NO_LOWER)
    assert (found.do, found.rule) == ("change", "massage-no-response")
    assert found.because.startswith("Pain is no lower")
    assert found.advice.startswith("It may be time to look at another therapy.")


def test_a_complete_course_with_lower_pain_is_to_be_closed() -> None:
    visits = tuple(visit(n) for n in (60, 45, 30, 15))
    done = judged(course(60), *visits, *weeks(6, 2, first=60))
    assert (done.do, done.advice) == ("close", "The course is complete.")


def test_a_gain_that_came_by_visit_two_and_stayed_is_told_apart_from_one_that_goes_on() -> None:
    visits = tuple(visit(n) for n in (60, 45, 30))
    early = (*pains(*(8,) * 28, last=61), *pains(*(5,) * 14, last=31))
    stood = judged(course(60), *visits, *early, *pains(*(5,) * 14, last=16))
    assert stood.do == "carry-on"
    assert stood.advice.startswith("No further gain since visit 2.")
    went_on = judged(course(60), *visits, *early, *pains(*(4,) * 10, *(3,) * 4, last=16))
    assert not went_on.advice.startswith("No further gain")


@pytest.mark.parametrize(
    ("helped", "do"),
    [(None, "answer"), ("yes", "carry-on"), ("no", "change"), ("unsure", "change")],
)
def test_where_the_diary_cannot_tell_the_person_says(helped: str | None, do: str) -> None:
    assert judged(course(helped=helped), visit(20, None), visit(5, None)).do == do


@pytest.mark.parametrize(
    ("helped", "words", "do"),
    [("yes", "You say it helps.", "carry-on"), ("no", "You say it does not help.", "change")],
)
def test_ones_own_word_stands_beside_the_figures_and_decides_what_to_do(
    helped: str, words: str, do: str
) -> None:
    found = judged(course(40, helped=helped), *NO_LOWER)
    assert (found.own, found.do) == (words, do)
    assert found.because == judged(course(40), *NO_LOWER).because
    assert words not in found.because


def test_visits_that_changed_nothing_are_answered_before_the_weeks_are_over() -> None:
    still = (visit(20, response="unchanged"), visit(5, response="unchanged"))
    found = judged(course(), *still, *pains(*(6,) * 28, last=21))
    assert (found.do, found.rule) == ("change", "massage-no-response")
    assert found.because.startswith("No visit made the muscle let go. It cannot be told yet")


def test_the_change_of_a_course_is_that_of_the_weeks_and_of_nothing_else() -> None:
    assert say_change(summary(course(40), *LOWER)) == "6 → 3"
    for few in (summary(course(), visit(20), visit(5, None, 4)), summary(course(3))):
        assert not say_change(few)


def test_a_summary_says_visits_pain_relief_and_the_own_word() -> None:
    told = say_summary(summary(course(40, ended=day(0), helped="yes"), *LOWER), TODAY)
    assert told[0] == "2 of 4 visits, 30 days in all, since Wed 14 Oct."
    assert told[1].startswith("Pain is lower than in the four weeks before (6, now 3")
    assert told[2] == "On the days of 2 visits pain was 6 before and 5 after: relief that day."
    assert told[3] == "You say it helps."
    assert "cannot be told" in say_summary(summary(course(), visit(20), visit(5)), TODAY)[1]


def test_a_course_that_ended_too_soon_is_not_called_too_early() -> None:
    too_few = summary(course(30, ended=day(1)), visit(20))
    assert say_answer(too_few) == "too few visits"
    assert say_summary(too_few, TODAY)[1] == (
        "Whether pain is lower cannot be told: too few visits."
    )
    assert say_answer(summary(course(30), visit(20))) == "cannot be told yet"
    known = pains(*(6,) * 28, last=21)
    ended = summary(course(20, ended=day(0)), visit(20), visit(1), *known)
    assert say_answer(ended) == "cannot be told yet"


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
