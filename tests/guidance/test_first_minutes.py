"""The first questions: what each answer makes of the diary, and when the check comes first."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.reading_settings import read_settings, stored_value
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.first_minutes import (
    PLACES,
    answers_of,
    asked_conditions,
    first_questions,
    needs_check,
    pain_of,
    settings_of,
)
from backcare_tui.guidance.profile import conditions_to_ask
from backcare_tui.guidance.questions import AnswerValues, OneQuestion, leads_on, picked
from backcare_tui.guidance.week_questions import week_questions
from backcare_tui.library.areas import areas
from backcare_tui.library.routines import routines
from tests.conftest import MONDAY
from tests.for_each import for_each

TODAY = MONDAY.date()
ALL = (*first_questions(), *week_questions())


def kept(answers: AnswerValues) -> Settings:
    """The settings once these answers are kept."""
    made = settings_of(answers, Settings(), TODAY)
    return read_settings({name: stored_value(value) for name, value in made.items()})


def test_there_are_at_most_six_questions_after_the_pain() -> None:
    assert len([each for each in first_questions() if each.groups or each.line or each.marks]) <= 6


@for_each("question", ALL, ids=lambda question: question.id)
def test_every_answer_is_one_digit(question: OneQuestion) -> None:
    assert set(question.numbered) <= set(range(11))


@for_each("question", ALL, ids=lambda question: question.id)
def test_a_digit_leads_on_only_once_every_part_is_answered(question: OneQuestion) -> None:
    for number, (group, _) in question.numbered.items():
        alone = picked(question, number, {})
        others = {each.name for each in question.groups} - {group.name}
        assert not (leads_on(question, number, alone) and (group.is_many or others))


def test_one_of_many_comes_and_goes() -> None:
    where = next(each for each in first_questions() if each.id == "where")
    one = picked(where, 1, {})
    both = picked(where, 3, one)
    assert both["places"] == ["lower-back", "neck"]
    assert picked(where, 1, both)["places"] == ["neck"]


def test_nothing_answered_keeps_nothing_but_that_it_was_asked() -> None:
    settings = kept({})
    assert settings.introduced == TODAY
    assert settings.boundaries_seen
    assert settings == read_settings({"introduced": str(TODAY), "boundaries_seen": str(TODAY)})


def test_none_of_these_answers_for_every_condition_that_was_listed() -> None:
    settings = kept({"conditions": []})
    assert settings.conditions == frozenset()
    assert not [each for each in routines() if conditions_to_ask(settings, each)]


def test_what_is_marked_says_that_the_others_are_not() -> None:
    settings = kept({"conditions": ["knee_problem"]})
    assert settings.conditions == {"knee_problem"}
    assert settings.conditions_asked == set(asked_conditions())


def test_the_areas_of_each_place_are_on_the_body_map() -> None:
    known = {each.id for each in areas()}
    assert {area for place in PLACES.values() for area in place} <= known


def test_pain_is_an_entry_of_the_moment_at_which_it_was_said() -> None:
    said = {"severity": 4, "places": ["lower-back", "left-leg"]}
    pain = pain_of(said, MONDAY, "one")
    assert pain is not None
    assert (pain.at, pain.severity) == (MONDAY, 4)
    assert pain.areas == ("lower-back-c", "thigh-back-l")
    assert pain_of({"places": ["neck"]}, MONDAY, "one") is None


@for_each(
    "answers",
    [
        {"severity": 7},
        {"severity": 2, "places": ["right-leg"]},
        {"worry": "I wet myself"},
        {"worry": "my foot is numb"},
        {"goal": "feel my legs, they are tingling"},
    ],
    ids=str,
)
def test_severe_pain_a_leg_and_such_words_lead_to_the_check(answers: AnswerValues) -> None:
    assert needs_check(answers)


def test_ordinary_answers_lead_to_no_check() -> None:
    assert not needs_check({"severity": 6, "places": ["lower-back", "hips"], "worry": "my work"})


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "goal": st.sampled_from(["garden", "play with my son"]),
        "worry": st.sampled_from(["moving could do harm", "my job"]),
        "minutes_a_day": st.sampled_from(["5", "10", "20"]),
        "days_are": st.sampled_from(["sitting", "mixed"]),
        "pain_lasts": st.sampled_from(["under-6-weeks", "over-12-weeks"]),
        "bed_times": st.sampled_from(["22:00 06:00", "00:00 08:00"]),
        "course_wish": st.sampled_from(["massage", "later", "never"]),
        "conditions": st.lists(
            st.sampled_from(asked_conditions()), min_size=1, max_size=3, unique=True
        ),
    },
)


@given(ANSWERS)
def test_asked_again_the_answers_of_before_stand_there(answers: AnswerValues) -> None:
    held = answers_of(kept(answers))
    assert set(held.pop("conditions", ())) == set(answers.get("conditions", ()))
    assert held == {name: value for name, value in answers.items() if name != "conditions"}


@given(ANSWERS)
def test_what_is_left_open_later_stays_as_it_was(answers: AnswerValues) -> None:
    before = kept(answers)
    made = settings_of({}, before, TODAY + dt.timedelta(days=1))
    assert made.keys() == {"introduced", "boundaries_seen"}
