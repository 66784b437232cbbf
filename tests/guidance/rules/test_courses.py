"""What is said of a course: where it stands, and whether it helps."""

from typing import Any

import pytest

from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.team import Agreement
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import Advice
from backcare_tui.guidance.facts import Facts
from tests.for_each import for_each
from tests.guidance.care_of import course, given, judged, visit
from tests.guidance.facts_of import ago, day, facts_of, look, pains, said


def flat(count: int, severity: int = 6, *, unanswered: bool = False) -> Facts:
    """So many visits a week apart, each with the same pain before it and on the days between."""
    visits = given(count, last=4, pain_before=severity, response="unchanged")
    days = [] if unanswered else pains(*(severity,) * (7 * count), last=1)
    return facts_of(course(40), visits, days)


SPEAKING = {
    "massage-course-progress": facts_of(course(), visit(2)),
    "massage-next-due": facts_of(course(), visit(29), visit(14)),
    "massage-no-response": judged(6),
    "massage-responding": judged(5),
    "massage-course-late": facts_of(course(50), visit(42)),
    "massage-course-done": facts_of(course(), given(4)),
    "care-team-share": facts_of(visit(41), visit(2, treatment="acupuncture")),
}
RESTS = {
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
        ("massage-no-response", judged(5)),
        ("massage-no-response", judged(6, helped="yes")),
        ("massage-no-response", judged(6, postponed=ago(1))),
        ("massage-no-response", judged(6, ended=day(0))),
        (
            "massage-no-response",
            facts_of(course(), visit(4, pain_before=7), pains(7, 7, 7, last=1)),
        ),
        ("massage-no-response", facts_of(course(), visit(20, pain_before=7), visit(4))),
        ("massage-no-response", facts_of(course(), given(2), pains(9, 9))),
        ("massage-responding", judged(6)),
        ("massage-responding", judged(5, visit(0))),
        ("massage-responding", judged(5, ended=day(0))),
        ("massage-responding", facts_of(course(), visit(4, pain_before=7), pains(1, 1, 1, last=1))),
        ("massage-responding", facts_of(course(), visit(20, pain_before=7), visit(4))),
        ("massage-course-late", facts_of(course(50), visit(41))),
        ("massage-course-late", facts_of(course(50), given(4, last=20), visit(45))),
        ("massage-course-late", facts_of(course(50, ended=day(0)), visit(45))),
        ("massage-course-done", facts_of(course(), given(3))),
        ("massage-course-done", facts_of(course(), given(4, last=7))),
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


def test_a_whole_course_is_spoken_of_for_a_week() -> None:
    assert look("massage-course-done", facts_of(course(), given(4, last=6)))


# What they say


@for_each(
    ("rule", "because"),
    [
        ("massage-course-progress", "Visit 1 of 4, day 3 of 42."),
        ("massage-next-due", "The last visit was 14 days ago."),
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
    for severity, rule in ((5, "massage-responding"), (6, "massage-no-response")):
        said_ids = {advice.id for advice in advise(judged(severity))}
        assert rule in said_ids
        assert "massage-course-progress" not in said_ids


def test_of_two_courses_the_one_with_the_last_visit_is_spoken_of() -> None:
    needles = Course(id="n", treatment="acupuncture", started=day(30))
    mine = [
        Visit(at=ago(9, 7), treatment="acupuncture", pain_before=6),
        Visit(at=ago(4, 7), treatment="acupuncture"),
    ]
    old = [visit(25, pain_before=6), visit(18)]
    after = pains(6, 6, 6, last=15), pains(6, 6, 6, last=1)
    facts = facts_of(course(id="m"), needles, old, mine, *after)
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
    assert advice.text.startswith(f"After {count} visits, little change in your pain.")
    assert "another therapy" in advice.text
    assert "massage-course-progress" not in {each.id for each in advise(flat(count))}


def test_visits_that_changed_nothing_are_no_response_where_no_number_says_otherwise() -> None:
    for facts in (flat(3, unanswered=True), facts_of(course(), given(3, response="unchanged"))):
        assert look("massage-no-response", facts)
    mixed = facts_of(course(), given(2, response="unchanged"), visit(1, response="relaxed"))
    assert look("massage-no-response", mixed) is None


def test_each_visit_that_is_judged_is_answered_anew() -> None:
    two, three = look("massage-no-response", flat(2)), look("massage-no-response", flat(3))
    assert two
    assert three
    assert two.event != three.event


def done(*severities: int, before: int = 7, **fields: Any) -> Advice:
    """What is said of a whole course of four, with so much pain after each visit."""
    visits = [visit(25 - 7 * n, pain_before=before if n == 0 else None) for n in range(4)]
    after = [pains(pain, pain, pain, last=22 - 7 * n) for n, pain in enumerate(severities)]
    advice = said("massage-course-done", facts_of(course(40, **fields), visits, *after))
    assert advice
    return advice


def test_a_whole_course_carries_the_verdict_by_the_days_after_its_visits() -> None:
    assert done(7, 7, 7, 7).text == (
        "Course complete. Pain 7 before the first visit, 7 in the 3 days after visit 4: less than "
        "the 2 points or 30 percent that count."
    )
    assert done(7, 7, 7, 7, ended=day(0)).text.endswith(
        "that count. It may be time to look at another therapy."
    )
    assert done(6, 6, 5, 4).text == (
        "Course complete. Pain 7 before the first visit, 4 in the 3 days after visit 4 (43% less): "
        "a change most people notice."
    )


def test_a_gain_that_came_early_and_stayed_says_so() -> None:
    assert done(6, 5, 5, 5).text.endswith(
        "a change most people notice. No further gain since visit 2."
    )
    assert "right after" not in done(6, 5, 5, 5).text
    assert "No further gain" not in done(6, 3, 3, 3).text, "mild pain has little to gain"


def test_a_whole_course_without_numbers_says_what_is_missing() -> None:
    advice = said("massage-course-done", facts_of(course(), given(4)))
    assert advice
    assert "It cannot be said from the diary" in advice.text
    assert "says whether it helped" in advice.text


def test_a_course_of_one_visit_waits_for_the_days_after_it() -> None:
    advice = said("massage-course-done", facts_of(course(planned_visits=1), visit(1)))
    assert advice
    assert advice.text.endswith("The three days after the last visit will show whether it helped.")


def test_ones_own_yes_is_not_called_a_fall_of_pain() -> None:
    own, numbers = (
        said("massage-responding", judged(6, helped="yes")),
        said("massage-responding", judged(5)),
    )
    assert own
    assert numbers
    assert "you say it helps" in own.text
    assert "your pain is easing" in numbers.text


def test_visits_without_a_course_are_asked_whether_they_help_too() -> None:
    def had(*days_ago: int, treatment: str = "acupuncture", kind: str | None = None) -> list[Visit]:
        return [
            Visit(at=ago(each, 11), treatment=treatment, kind=kind, pain_before=6)
            for each in days_ago
        ]

    six = pains(*(6,) * 40)
    for visits in (had(20, 10), had(30, 20, 10), had(28, 18, 8, treatment="massage")):
        reason = look("massage-no-response", facts_of(six, visits))
        assert reason
        assert reason.because.startswith("Pain 6 before the first visit, 6 in the 3 days after")
    for others in (
        [*six, *had(10)],
        [*six, *had(20, 10, treatment="massage", kind="self")],
        [*six, *had(90, 80)],
        [*pains(*(6,) * 20, last=20), *pains(*(3,) * 20), *had(20, 10)],
        [*six, *had(20, 10), Course(treatment="acupuncture", started=day(1))],
    ):
        assert look("massage-no-response", facts_of(others)) is None
