"""What is said of a course: where it stands, and whether pain is lower than before."""

from typing import Any

import pytest

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Agreement
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.gathering import gather
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import FrozenClock
from tests.for_each import for_each
from tests.guidance.care_of import course, given, judged, visit, weeks
from tests.guidance.facts_of import ago, day, facts_of, look, pains, said


def flat(count: int, severity: int = 6, *, unanswered: bool = False) -> Facts:
    """So many visits a week apart, each with the same pain before it and on the days between."""
    visits = given(count, last=15, pain_before=severity, response="unchanged")
    days = [] if unanswered else pains(*(severity,) * (7 * count + 40), last=1)
    return facts_of(course(60), visits, days)


SPEAKING = {
    "massage-course-progress": facts_of(course(), visit(2)),
    "massage-course-before": facts_of(course(2), pains(5, 5, 5)),
    "massage-next-due": facts_of(course(), visit(29), visit(14)),
    "massage-no-response": judged(6),
    "massage-responding": judged(4),
    "massage-course-late": facts_of(course(50), visit(42)),
    "massage-course-done": facts_of(course(), given(4)),
    "care-team-share": facts_of(visit(41), visit(2, treatment="acupuncture")),
}
RESTS = {
    "massage-course-before": None,
    "massage-course-progress": None,
    "massage-next-due": 3,
    "massage-no-response": None,
    "massage-responding": None,
    "massage-course-late": 7,
    "massage-course-done": None,
    "care-team-share": 14,
}
"""Days after which each is said again; None where it is not."""


@for_each(
    ("rule", "facts"),
    [
        ("massage-course-progress", facts_of(course())),
        ("massage-course-progress", facts_of(course(), given(4))),
        ("massage-course-progress", facts_of(course(), visit(2, response="tensed"))),
        ("massage-course-progress", facts_of(course(ended=day(0)), visit(2))),
        ("massage-next-due", facts_of(course(), visit(13))),
        ("massage-next-due", facts_of(course())),
        ("massage-next-due", facts_of(course(), given(4, last=5))),
        ("massage-next-due", facts_of(course(postponed=ago(1)), visit(14))),
        ("massage-course-before", facts_of(course(2), pains(*(5,) * 10, last=1))),
        ("massage-course-before", facts_of(course(2), visit(1), pains(5))),
        ("massage-course-before", facts_of(course(2, ended=day(0)))),
        ("massage-course-before", facts_of(course(2, postponed=ago(1)))),
        ("massage-no-response", judged(4)),
        ("massage-no-response", judged(6, helped="yes")),
        ("massage-no-response", judged(6, postponed=ago(1))),
        ("massage-no-response", judged(6, ended=day(0))),
        (
            "massage-no-response",
            facts_of(course(), visit(15), weeks(7, 7, first=15)),
        ),
        ("massage-no-response", facts_of(course(), visit(29), visit(15))),
        ("massage-no-response", facts_of(course(), visit(29), visit(14), weeks(7, 7, last=14))),
        ("massage-responding", judged(6)),
        ("massage-responding", judged(4, ended=day(0))),
        ("massage-responding", facts_of(course(), visit(15), weeks(7, 1, first=15))),
        ("massage-responding", facts_of(course(), visit(29), visit(15))),
        ("massage-responding", facts_of(course(50), given(3, last=15), weeks(7, 1))),
        ("massage-course-late", facts_of(course(50), visit(41))),
        ("massage-course-late", facts_of(course(50), given(4, last=20), visit(45))),
        ("massage-course-late", facts_of(course(50, ended=day(0)), visit(45))),
        ("massage-course-done", facts_of(course(), given(3))),
        ("massage-course-done", facts_of(course(60), given(4, last=22))),
        ("massage-course-done", facts_of(course(), given(3), visit(2, minutes=5))),
        ("care-team-share", facts_of(visit(2), visit(1))),
        ("care-team-share", facts_of(visit(42), visit(2, treatment="acupuncture"))),
        (
            "care-team-share",
            facts_of(
                visit(3),
                visit(2, treatment="acupuncture"),
                Agreement(agreed=day(1), goals=("walk",)),
            ),
        ),
        ("massage-no-response", facts_of(course(90), given(4, last=43, response="unchanged"))),
    ],
)
def test_it_just_does_not_speak(rule: str, facts: Facts) -> None:
    assert look(rule, facts) is None


def test_a_whole_course_is_spoken_of_for_a_week_after_its_last_days_are_known() -> None:
    assert look("massage-course-done", facts_of(course(60), given(4, last=21)))


# What they say


@for_each(
    ("rule", "because"),
    [
        ("massage-course-progress", "Visit 1 of 4, day 3 of 42."),
        ("massage-next-due", "The last visit was 14 days ago."),
        ("massage-course-before", "2 of the last 28 days have pain noted."),
        ("massage-course-late", "It is day 43 of 42."),
        ("care-team-share", "In the last six weeks: massage, acupuncture."),
    ],
)
def test_the_reason_has_the_figures_of_the_diary(rule: str, because: str) -> None:
    reason = look(rule, SPEAKING[rule])
    assert reason
    assert reason.because == because


def test_what_is_due_is_named() -> None:
    of = course(treatment="acupuncture", planned_visits=10, days=70)
    advice = said("massage-next-due", facts_of(of, visit(7, treatment="acupuncture")))
    assert advice
    assert advice.text == (
        "Your next acupuncture is due. 10 in 70 days means about one every 7 days."
    )


def test_each_visit_of_a_course_is_spoken_of_once() -> None:
    first, second = visit(9), visit(2)
    before = look("massage-course-progress", facts_of(course(), first))
    after = look("massage-course-progress", facts_of(course(), first, second))
    assert before
    assert after
    assert (before.event, after.event) == (first.id, second.id)


def test_a_word_of_the_person_is_a_response() -> None:
    assert look("massage-responding", judged(6, helped="yes"))
    assert look("massage-no-response", judged(6, helped="no"))
    assert look("massage-no-response", judged(6, helped="unsure"))


def test_a_response_hides_how_far_the_course_is() -> None:
    for severity, rule in ((4, "massage-responding"), (6, "massage-no-response")):
        said_ids = {advice.id for advice in advise(judged(severity))}
        assert rule in said_ids
        assert "massage-course-progress" not in said_ids


def test_of_two_courses_the_one_with_the_last_visit_is_spoken_of() -> None:
    needles = Course(id="n", treatment="acupuncture", started=day(30))
    mine = [Visit(at=ago(each, 7), treatment="acupuncture") for each in (20, 15)]
    old = [visit(25), visit(22)]
    facts = facts_of(course(id="m"), needles, old, mine, pains(*(6,) * 60))
    unhelped, going_on = look("massage-no-response", facts), look("massage-course-progress", facts)
    assert unhelped
    assert unhelped.event == mine[-1].id
    assert going_on
    assert going_on.event == mine[-1].id


# Without a response


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_from_two_visits_on_a_course_that_does_not_help_is_said_to_have_none(count: int) -> None:
    advice = said("massage-no-response", flat(count))
    assert advice
    assert advice.text.startswith(
        f"After {count} visits, pain is no lower than in the four weeks before."
    )
    assert "another therapy" in advice.text
    assert "massage-course-progress" not in {each.id for each in advise(flat(count))}


def test_visits_that_changed_nothing_are_no_response_where_no_number_says_otherwise() -> None:
    muscle = (
        flat(3, unanswered=True),
        facts_of(course(), given(3, response="unchanged")),
        facts_of(course(), given(2, last=4, response="unchanged"), pains(*(6,) * 60)),
    )
    for facts in muscle:
        advice = said("massage-no-response", facts)
        assert advice
        assert "no visit made the muscle let go. It may be time to look at another" in advice.text
    by_pain = said(
        "massage-no-response", facts_of(course(), given(2, last=4, pain_before=6, pain_after=6))
    )
    assert by_pain
    assert "no visit eased pain that day" in by_pain.text
    assert "On the days of 2 visits pain was 6 before and 6 after" in by_pain.because
    mixed = facts_of(course(), given(2, response="unchanged"), visit(1, response="relaxed"))
    assert look("massage-no-response", mixed) is None


def test_weeks_before_the_months_that_rules_look_at_are_read_for_a_course_alone(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    long_ago, recent = pains(*(7,) * 28, last=141), pains(*(3,) * 14, last=1)
    first_weeks = pains(*(5,) * 28, last=330)
    repository.add(course(140), visit(140), visit(15), *first_weeks, *long_ago, *recent)
    facts = gather(repository, clock)
    reason = look("massage-responding", facts)
    assert reason
    assert reason.because.startswith("Pain is lower than in the four weeks before (7, now 3")
    assert day(141) in facts.pain_of_courses
    assert day(141) not in facts.pain_by_day


def test_relief_of_the_days_that_did_not_last_is_said_beside_no_lower() -> None:
    visits = [visit(29, pain_before=7, pain_after=4), visit(15, pain_before=7, pain_after=5)]
    reason = look("massage-no-response", facts_of(course(40), visits, weeks(7, 7)))
    assert reason
    assert reason.because == (
        "Pain is no lower than in the four weeks before (7, now 7 in the two weeks after visit 2). "
        "On the days of 2 visits pain was 7 before and 4.5 after: relief that day."
    )


@for_each(
    ("helped", "how"),
    [("no", "you say it does not help"), ("unsure", "you are not sure that it helps")],
)
def test_where_the_diary_cannot_tell_ones_own_word_is_answered(helped: Any, how: str) -> None:
    advice = said("massage-no-response", facts_of(course(helped=helped), visit(20), visit(4)))
    assert advice
    assert advice.text.startswith(f"After 2 visits, {how}. It may be time to look at another")


def test_each_visit_that_is_judged_is_answered_anew() -> None:
    two, three = look("massage-no-response", flat(2)), look("massage-no-response", flat(3))
    assert two
    assert three
    assert two.event != three.event


def done(*after: int, before: int = 7, last: int = 15, **fields: Any) -> Advice:
    """What is said of a whole course of four, with so much pain before it and after each visit."""
    visits = [visit(last + 15 * n) for n in range(4)]
    days = [pains(*(pain,) * 14, last=last + 15 * n + 1) for n, pain in enumerate(after[::-1], -1)]
    began = pains(*(before,) * 28, last=last + 46)
    advice = said("massage-course-done", facts_of(course(80, **fields), visits, began, *days))
    assert advice
    return advice


def test_a_whole_course_carries_the_verdict_by_the_two_weeks_after_its_visits() -> None:
    assert done(7, 7, 7, 7).text == (
        "Course complete. Pain is no lower than in the four weeks before (7, now 7 in the two weeks "
        "after visit 4)."
    )
    assert done(7, 7, 7, 7, ended=day(0)).text.endswith(
        "after visit 4). It may be time to look at another therapy."
    )
    assert done(6, 6, 5, 4).text == (
        "Course complete. Pain is lower than in the four weeks before (7, now 4 in the two weeks after "
        "visit 4), by more than it swings by itself (0.5). Why it is lower, this cannot tell."
    )


def test_a_gain_that_came_early_and_stayed_says_so() -> None:
    assert "No further gain since visit 2." in done(6, 4, 4, 4).text
    assert "No further gain" not in done(6, 3, 3, 3).text, "mild pain has little to gain"


def test_ones_own_word_stands_beside_the_verdict() -> None:
    assert done(7, 7, 7, 7, helped="yes").text.endswith("visit 4). You say it helps.")
    assert done(6, 6, 5, 4, helped="no").text.endswith("You say it does not help.")


def test_a_whole_course_without_numbers_says_what_is_missing() -> None:
    advice = said("massage-course-done", facts_of(course(), given(4)))
    assert advice
    assert "It cannot be told whether pain is lower" in advice.text
    assert "says whether it helped" in advice.text
    assert "What would tell: pain noted on the days until a first visit" in advice.text


def test_a_course_of_one_visit_waits_for_the_days_after_it() -> None:
    advice = said("massage-course-done", facts_of(course(planned_visits=1), visit(1)))
    assert advice
    assert advice.text.endswith(
        "The two weeks after the last visit will show whether pain is lower."
    )


def test_ones_own_yes_is_not_called_a_fall_of_pain() -> None:
    own, numbers = (
        said("massage-responding", judged(6, helped="yes")),
        said("massage-responding", judged(4)),
    )
    assert own
    assert numbers
    assert own.text.startswith("After two visits you say it helps.")
    assert own.because.startswith("Pain is no lower than in the four weeks before")
    assert own.because.endswith("You say it helps.")
    assert numbers.text.startswith("After two visits pain is lower than in the four weeks before.")


def test_visits_without_a_course_are_asked_whether_they_help_too() -> None:
    def had(*days_ago: int, treatment: str = "acupuncture", kind: str | None = None) -> list[Visit]:
        return [
            Visit(at=ago(each, 11), treatment=treatment, kind=kind, pain_before=6)
            for each in days_ago
        ]

    six = pains(*(6,) * 80)
    for visits in (had(30, 20), had(30, 25, 20), had(40, 30, 15, treatment="massage")):
        reason = look("massage-no-response", facts_of(six, visits))
        assert reason
        assert reason.because.startswith("Pain is no lower than in the four weeks before (6, now 6")
    for others in (
        [*six, *had(20)],
        [*six, *had(30, 20, treatment="massage", kind="self")],
        [*six, *had(90, 80)],
        [*pains(*(6,) * 60, last=20), *pains(*(3,) * 20), *had(30, 20)],
        [*six, *had(30, 20), Course(treatment="acupuncture", started=day(1))],
    ):
        assert look("massage-no-response", facts_of(others)) is None
