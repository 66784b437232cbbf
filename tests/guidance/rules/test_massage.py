"""What is said of massage."""

import pytest

from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.session import Session
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import Facts
from tests.for_each import for_each
from tests.guidance.care_of import begun, course, signs, visit
from tests.guidance.facts_of import ago, day, facts_of, look, pains


def injured(days_ago: int = 0) -> Signs:
    return signs(days_ago, "recent_injury")


UNEASY = visit(3, response="tensed")
SPEAKING = {
    "massage-postpone": facts_of(visit(1, response="painful")),
    "massage-still-off": facts_of(course(), visit(14, response="painful")),
    "massage-postponed-still": facts_of(course(), UNEASY, signs(2, "heat", "swelling")),
    "massage-resume": facts_of(course(), UNEASY, signs(1), signs(0)),
    "massage-acute-injury": facts_of(course(0), injured()),
    "massage-too-close": facts_of(visit(3), visit(1, pain_before=3, sore_next_day=5)),
    "massage-sore": facts_of(visit(1, pain_before=3, sore_next_day=5)),
    "massage-plus-active": facts_of(visit(13)),
}
RESTS = {
    "massage-postpone": None,
    "massage-still-off": 7,
    "massage-postponed-still": 1,
    "massage-resume": None,
    "massage-acute-injury": 1,
    "massage-too-close": 3,
    "massage-sore": 3,
    "massage-plus-active": 7,
}
"""Days after which each is said again; None where it is not."""


@for_each(
    ("rule", "facts"),
    [
        ("massage-postpone", facts_of(visit(1, response="unchanged"))),
        ("massage-postpone", facts_of(visit(1))),
        ("massage-postpone", facts_of(visit(7, response="tensed"))),
        ("massage-postpone", facts_of(visit(1, treatment="chiropractic", response="tensed"))),
        ("massage-postpone", facts_of(visit(2, response="tensed"), visit(1, response="relaxed"))),
        ("massage-postpone", facts_of(course(resumed=ago(1)), UNEASY)),
        ("massage-postpone", facts_of(course(resumed=UNEASY.at), UNEASY)),
        ("massage-still-off", facts_of(course(), visit(6, response="painful"))),
        ("massage-still-off", facts_of(course(resumed=ago(8)), visit(9, response="tensed"))),
        ("massage-still-off", facts_of(course(ended=day(1)), visit(50, response="tensed"))),
        ("massage-still-off", facts_of(visit(42, response="tensed"))),
        ("massage-still-off", facts_of(visit(20, response="tensed"), visit(8))),
        ("massage-still-off", facts_of(visit(20, response="tensed"), signs(9))),
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
        ("massage-too-close", facts_of([visit(n, sore_next_day=0) for n in (2, 4, 6)])),
        ("massage-too-close", facts_of([visit(n, sore_next_day=1) for n in (2, 6)])),
        ("massage-too-close", facts_of([visit(n, sore_next_day=1) for n in (2, 4, 8)])),
        (
            "massage-too-close",
            facts_of([visit(n, sore_next_day=1, kind="self") for n in (1, 2, 3)]),
        ),
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
        ("massage-plus-active", facts_of(visit(14))),
        ("massage-plus-active", facts_of(visit(1), Session(at=ago(13, 7), routine="walk"))),
        ("massage-plus-active", facts_of(visit(1, treatment="acupuncture"))),
    ],
)
def test_it_just_does_not_speak(rule: str, facts: Facts) -> None:
    assert look(rule, facts) is None


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("massage-postpone", facts_of(visit(6, response="tensed"))),
        ("massage-still-off", facts_of(course(), visit(7, response="tensed"))),
        ("massage-still-off", facts_of(course(postponed=ago(7)), visit(20))),
        ("massage-still-off", facts_of(visit(41, response="painful"))),
        ("massage-resume", facts_of(course(), UNEASY, signs(1))),
        ("massage-acute-injury", facts_of(course(-3), injured(2))),
        ("massage-acute-injury", facts_of(course(5), injured(2))),
        ("massage-too-close", facts_of([visit(n, sore_next_day=1) for n in (2, 4, 6)])),
        (
            "massage-too-close",
            facts_of(visit(2), visit(4, pain_before=3), visit(6), pains(4, last=3)),
        ),
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
        ("massage-postpone", "The massage on Sun 22 Nov: pressure was painful."),
        ("massage-still-off", "It is put off since Mon 9 Nov, 14 days ago."),
        ("massage-postponed-still", "On Sat 21 Nov: warm to touch, swelling."),
        ("massage-resume", "No signs since Fri 20 Nov, 3 days ago."),
        ("massage-acute-injury", "An injury was noted on Mon 23 Nov."),
        ("massage-sore", "Pain 3 before the massage, 5 the day after."),
        ("massage-plus-active", "1 massage and no session in the last two weeks."),
    ],
)
def test_the_reason_has_the_figures_of_the_diary(rule: str, because: str) -> None:
    reason = look(rule, SPEAKING[rule])
    assert reason
    assert reason.because == because


# What they are about


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


def test_a_massage_about_to_begin_is_a_planned_one() -> None:
    assert look("massage-acute-injury", begun(course(0), injured()))


def test_an_injury_seen_at_a_visit_counts_like_one_in_a_look() -> None:
    hurt = visit(1, inflammation=("recent_injury",))
    due = course(planned_visits=20)
    assert look("massage-acute-injury", facts_of(due, hurt))


def test_signs_seen_at_the_massage_itself_keep_it_put_off() -> None:
    seen = visit(2, response="tensed", inflammation=("throbbing",))
    reason = look("massage-postponed-still", facts_of(course(), seen))
    assert reason
    assert reason.because == "On Sat 21 Nov: throbbing at rest."


def test_five_massages_on_five_days_are_too_close_though_pain_rose_by_one() -> None:
    daily = [visit(n, pain_before=5, sore_next_day=6) for n in range(5)]
    reason = look("massage-too-close", facts_of(daily))
    assert reason
    assert reason.because == "5 massages in seven days, and sore after that of Mon 23 Nov."


def test_what_is_put_off_is_said_each_week_and_nothing_nudges_beside_it() -> None:
    said_ids = {advice.id for advice in advise(SPEAKING["massage-still-off"])}
    assert "massage-still-off" in said_ids
    assert not said_ids & {"massage-next-due", "massage-plus-active", "massage-postpone"}


def test_a_sign_of_inflammation_and_calm_days_speak_in_place_of_the_weekly_word() -> None:
    off = visit(14, response="tensed")
    for looks, instead in (
        ([signs(1, "heat")], "massage-postponed-still"),
        ([signs(1), signs(0)], "massage-resume"),
    ):
        said_ids = {advice.id for advice in advise(facts_of(course(), off, looks))}
        assert instead in said_ids
        assert "massage-still-off" not in said_ids
