"""What is said of massage and of courses."""

from typing import Any

import pytest

from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import Facts
from tests.for_each import for_each
from tests.guidance.facts_of import ago, day, facts_of, look, pains, said


def course(days_ago: int = 30, **fields: Any) -> Course:
    made = {"treatment": "massage", "started": day(days_ago), **fields}
    return Course(**made)


def visit(days_ago: int, hour: int = 7, **fields: Any) -> Visit:
    return Visit(at=ago(days_ago, hour), **{"treatment": "massage", **fields})


def signs(days_ago: int, *found: str) -> Signs:
    return Signs(at=ago(days_ago, 7), inflammation=found)


def injured(days_ago: int = 0) -> Signs:
    return signs(days_ago, "recent_injury")


def begun(of: Course, *records: Any, **settings: Any) -> Facts:
    return facts_of(*records, settings=settings, about=of)


def judged(severity: int, *records: Any, **fields: Any) -> Facts:
    """Two visits, pain 7 before the first, and so much on the three days after the second."""
    after = pains(severity, severity, severity, last=1)
    return facts_of(course(**fields), visit(20, pain_before=7), visit(4), after, records)


def given(count: int, last: int = 1, **fields: Any) -> list[Visit]:
    """So many visits, a week apart; the last one so many days ago."""
    return [visit(last + 7 * n, **fields) for n in range(count)]


UNEASY = visit(3, response="tensed")
SPEAKING = {
    "checkup-before-massage": begun(course(0, baseline=7)),
    "massage-postpone": facts_of(visit(1, response="painful")),
    "massage-postponed-still": facts_of(course(), UNEASY, signs(2, "heat", "swelling")),
    "massage-resume": facts_of(course(), UNEASY, signs(1), signs(0)),
    "massage-acute-injury": facts_of(course(0), injured()),
    "massage-course-progress": facts_of(course(), visit(2)),
    "massage-next-due": facts_of(course(), visit(29), visit(14)),
    "massage-no-response": judged(6),
    "massage-responding": judged(5),
    "massage-course-late": facts_of(course(50), visit(42)),
    "massage-course-done": facts_of(course(), given(4)),
    "massage-too-close": facts_of(visit(3), visit(1, pain_before=3, sore_next_day=5)),
    "massage-sore": facts_of(visit(1, pain_before=3, sore_next_day=5)),
    "massage-ask-first": facts_of(course(0), settings={"conditions": ["blood_thinner"]}),
    "massage-plus-active": facts_of(visit(13)),
    "care-team-share": facts_of(visit(41), visit(2, treatment="acupuncture")),
}
RESTS = {
    "checkup-before-massage": None,
    "massage-postpone": None,
    "massage-postponed-still": 1,
    "massage-resume": None,
    "massage-acute-injury": 1,
    "massage-course-progress": None,
    "massage-next-due": 3,
    "massage-no-response": None,
    "massage-responding": None,
    "massage-course-late": 7,
    "massage-course-done": None,
    "massage-too-close": 3,
    "massage-sore": 3,
    "massage-ask-first": 14,
    "massage-plus-active": 7,
    "care-team-share": 14,
}
"""Days after which each is said again; None where it is not."""


@for_each(
    ("rule", "facts"),
    [
        ("checkup-before-massage", begun(course(0, baseline=6))),
        ("checkup-before-massage", begun(course(0))),
        ("checkup-before-massage", begun(course(0, baseline=9, treatment="acupuncture"))),
        ("checkup-before-massage", facts_of(course(0, baseline=9))),
        (
            "checkup-before-massage",
            begun(course(0, baseline=9), Check(at=ago(41), is_check_up=True)),
        ),
        ("massage-postpone", facts_of(visit(1, response="unchanged"))),
        ("massage-postpone", facts_of(visit(1))),
        ("massage-postpone", facts_of(visit(7, response="tensed"))),
        ("massage-postpone", facts_of(visit(1, treatment="chiropractic", response="tensed"))),
        ("massage-postpone", facts_of(visit(2, response="tensed"), visit(1, response="relaxed"))),
        ("massage-postpone", facts_of(course(resumed=ago(1)), UNEASY)),
        ("massage-postpone", facts_of(course(resumed=UNEASY.at), UNEASY)),
        ("massage-postponed-still", facts_of(course(), UNEASY, signs(3, "heat"))),
        ("massage-postponed-still", facts_of(course(), UNEASY, signs(1))),
        ("massage-postponed-still", facts_of(course(), visit(3), signs(1, "heat"))),
        ("massage-postponed-still", facts_of(UNEASY, signs(1, "heat"))),
        ("massage-resume", facts_of(course(), UNEASY)),
        ("massage-resume", facts_of(course(), UNEASY, signs(2))),
        ("massage-resume", facts_of(course(), UNEASY, signs(2, "heat"), signs(0))),
        ("massage-resume", facts_of(course(), visit(2, response="tensed"), signs(0))),
        ("massage-resume", facts_of(course(), visit(3), signs(0))),
        ("massage-resume", facts_of(course(resumed=ago(1)), UNEASY, signs(0))),
        ("massage-acute-injury", facts_of(course(0), injured(3))),
        ("massage-acute-injury", facts_of(course(0), signs(0, "heat"))),
        ("massage-acute-injury", facts_of(injured())),
        ("massage-acute-injury", facts_of(course(-4), injured())),
        ("massage-acute-injury", facts_of(course(), visit(10), injured())),
        ("massage-acute-injury", facts_of(course(0, treatment="acupuncture"), injured())),
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
        ("massage-no-response", judged(6, visit(0))),
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
        ("massage-too-close", facts_of(visit(4), visit(1, pain_before=3, sore_next_day=5))),
        ("massage-too-close", facts_of(visit(3, 6), visit(1, pain_before=3, sore_next_day=5))),
        ("massage-too-close", facts_of(visit(3), visit(1, pain_before=3, sore_next_day=4))),
        ("massage-too-close", facts_of(visit(5), visit(4, pain_before=3, sore_next_day=5))),
        (
            "massage-too-close",
            facts_of(visit(2, treatment="cbt"), visit(1, pain_before=3, sore_next_day=5)),
        ),
        ("massage-sore", facts_of(visit(1, pain_before=3, sore_next_day=4))),
        ("massage-sore", facts_of(visit(1, sore_next_day=9))),
        ("massage-sore", facts_of(visit(1, pain_before=3))),
        ("massage-sore", facts_of(visit(4, pain_before=3, sore_next_day=5))),
        ("massage-sore", facts_of(visit(1, treatment="cbt", pain_before=3, sore_next_day=9))),
        ("massage-ask-first", facts_of(course(0), settings={"conditions": ["reflux"]})),
        ("massage-ask-first", facts_of(settings={"conditions": ["blood_thinner"]})),
        ("massage-ask-first", facts_of(course(), given(4), settings={"conditions": ["pregnancy"]})),
        ("massage-plus-active", facts_of(visit(14))),
        ("massage-plus-active", facts_of(visit(1), Session(at=ago(13, 7), routine="walk"))),
        ("massage-plus-active", facts_of(visit(1, treatment="acupuncture"))),
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
    ],
)
def test_it_just_does_not_speak(rule: str, facts: Facts) -> None:
    assert look(rule, facts) is None


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("massage-postpone", facts_of(visit(6, response="tensed"))),
        ("massage-resume", facts_of(course(), UNEASY, signs(1))),
        ("massage-acute-injury", facts_of(course(-3), injured(2))),
        ("massage-course-done", facts_of(course(), given(4, last=6))),
        ("massage-too-close", facts_of(visit(5), visit(3, pain_before=3, sore_next_day=5))),
        ("massage-sore", facts_of(visit(3, pain_before=3, sore_next_day=5))),
    ],
)
def test_it_just_speaks(rule: str, facts: Facts) -> None:
    assert look(rule, facts)


# What they say


@for_each(
    ("rule", "because"),
    [
        ("checkup-before-massage", "Pain at the start is 7 of 10."),
        ("massage-postpone", "The massage on Sun 22 Nov: pressure was painful."),
        ("massage-postponed-still", "On Sat 21 Nov: warm to touch, swelling."),
        ("massage-resume", "No signs since Fri 20 Nov, 3 days ago."),
        ("massage-acute-injury", "An injury was noted on Mon 23 Nov."),
        ("massage-course-progress", "Visit 1 of 4, day 3 of 42."),
        ("massage-next-due", "The last visit was 14 days ago."),
        ("massage-course-late", "It is day 43 of 42."),
        ("massage-sore", "Pain 3 before the massage, 5 the day after."),
        ("massage-ask-first", "You stated: Blood thinner."),
        ("massage-plus-active", "1 massage and no session in the last two weeks."),
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


def test_a_whole_course_says_how_pain_changed() -> None:
    visits = [*given(3, last=8), visit(1, pain_after=3)]
    first = visit(29, pain_before=7)
    advice = said("massage-course-done", facts_of(course(), first, visits[1:]))
    assert advice
    assert advice.text.startswith(
        "Course complete. Pain before the first visit: 7, right after the last: 3. A"
    )


def test_half_of_the_numbers_of_a_whole_course_are_not_said() -> None:
    advice = said("massage-course-done", facts_of(course(), given(3), visit(29, pain_before=7)))
    assert advice
    assert advice.text.startswith("Course complete. A drop of 2 points")


def test_a_whole_course_without_numbers_says_so_much_only() -> None:
    advice = said("massage-course-done", facts_of(course(), given(4)))
    assert advice
    assert advice.text.startswith("Course complete. A drop of 2 points")


# What they are about


def test_each_visit_of_a_course_is_spoken_of_once() -> None:
    first, second = visit(9), visit(2)
    before = look("massage-course-progress", facts_of(course(), first))
    after = look("massage-course-progress", facts_of(course(), first, second))
    assert before
    assert after
    assert (before.event, after.event) == (first.id, second.id)


def test_taking_it_up_again_is_offered_anew_after_the_next_uneasy_massage() -> None:
    of, calm, calm_again = course(), signs(10), signs(1)
    later = facts_of(of, visit(14, response="tensed"), calm, UNEASY, calm_again, signs(0))
    reason = look("massage-resume", later)
    assert reason
    assert reason.event == calm_again.id


def test_soreness_after_two_massages_within_48_hours_is_said_once() -> None:
    said_ids = {advice.id for advice in advise(SPEAKING["massage-too-close"])}
    assert "massage-too-close" in said_ids
    assert "massage-sore" not in said_ids


def test_the_next_days_entries_say_how_sore_it_was_where_nobody_answered() -> None:
    assert look("massage-sore", facts_of(visit(1, pain_before=3), pains((4, 6))))
    assert look("massage-sore", facts_of(visit(1, pain_before=3), pains((4, 5)))) is None


def test_the_persons_own_answer_stands_before_the_entries() -> None:
    mine = visit(1, pain_before=3, sore_next_day=3)
    assert look("massage-sore", facts_of(mine, pains(9))) is None


def test_a_word_of_the_person_is_a_response() -> None:
    assert look("massage-responding", judged(6, helped="yes"))
    assert look("massage-no-response", judged(6, helped="no"))
    assert look("massage-no-response", judged(6, helped="unsure"))


def test_a_response_hides_how_far_the_course_is() -> None:
    for severity, rule in ((5, "massage-responding"), (6, "massage-no-response")):
        said_ids = {advice.id for advice in advise(judged(severity))}
        assert rule in said_ids
        assert "massage-course-progress" not in said_ids


def test_a_massage_about_to_begin_is_a_planned_one() -> None:
    assert look("massage-acute-injury", begun(course(0), injured()))
    assert look("massage-ask-first", begun(course(0), conditions=["skin_wound"]))


def test_an_injury_seen_at_a_visit_counts_like_one_in_a_look() -> None:
    hurt = visit(1, inflammation=("recent_injury",))
    due = course(planned_visits=20)
    assert look("massage-acute-injury", facts_of(due, hurt))


def test_signs_seen_at_the_massage_itself_keep_it_put_off() -> None:
    seen = visit(2, response="tensed", inflammation=("throbbing",))
    reason = look("massage-postponed-still", facts_of(course(), seen))
    assert reason
    assert reason.because == "On Sat 21 Nov: throbbing at rest."


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
    assert unhelped.event == "n"
    assert going_on
    assert going_on.event == mine[-1].id
