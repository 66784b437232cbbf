import datetime as dt
import math
import re
from collections import Counter

from backcare_tui.diary.records.activity import ActiveDay
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.flare import flare_days
from backcare_tui.guidance.pacing import PacingNow
from backcare_tui.insight.week.look import look_at_week
from backcare_tui.insight.week.sentences import NOTHING, details, facts, figures, lines, sentences
from backcare_tui.insight.week.summary import say_summary
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.for_each import for_each
from tests.insight.week.week_of import (
    STEADY,
    SWINGING,
    TODAY,
    WEEK,
    at,
    diary,
    look,
    pain,
    weeks_before,
    weeks_of_pain,
)

N = "2 points or 30% is what people notice."


@for_each(
    ("before", "now", "said"),
    [
        (
            SWINGING,
            2,
            f"Pain was 3 less than the week before: a change that matters. {N} Your weeks usually differ by up to 2.7.",
        ),
        (
            SWINGING,
            3,
            f"Pain was 2 less than the week before, within your usual swing. {N} Your weeks usually differ by up to 2.7.",
        ),
        (
            STEADY,
            4,
            f"Pain was 1 less than the week before, beyond your usual swing. {N} Your weeks hardly differ, as a rule.",
        ),
        (
            STEADY[-15:],
            1,
            f"Pain was 4 less than the week before. {N} Your usual swing is known after 2 more weeks.",
        ),
        (STEADY, 5, "Pain was as in the week before."),
    ],
)
def test_size_and_swing_are_said_apart(before: list[Record], now: int, said: str) -> None:
    assert lines(look(*before, *weeks_of_pain(5, now)))["Change"] == (said,)


def test_two_days_are_too_few_to_compare() -> None:
    assert lines(look(*weeks_of_pain(6, 3, days=2)))["Change"] == (
        "Too few days to compare: the week has 2 noted, and it takes 4.",
    )


def test_a_usual_week_is_named_and_where_this_one_lies() -> None:
    assert lines(look(*SWINGING, *weeks_of_pain(5, 5)))["Usual week"] == ("2.3 to 7.7.",)
    above = look(*SWINGING, *weeks_of_pain(5, 9))
    assert lines(above)["Usual week"] == ("2.3 to 7.7; this one lies above.",)
    assert "A usual week of yours: 2.3 to 7.7; this one lies above." in details(above)
    assert "Usual week" not in lines(look(*weeks_of_pain(5, 5)))


def test_visits_medicines_and_flare_ups_are_named() -> None:
    records = (
        Pain(at=at(1), severity=8, is_flare=True, medicines=(Medicine("ibuprofen", "400 mg"),)),
        Visit(at=at(2), treatment="massage", pain_before=6, pain_after=3, response="relaxed"),
        Meal(at=at(3), meal="drink", coffees=1),
    )
    repository = diary(*records)
    bad = flare_days(repository, (WEEK, WEEK + dt.timedelta(days=6)), FrozenClock())
    of_week = look_at_week(repository, WEEK, FrozenClock(), bad)
    said = details(of_week)
    assert "Flare-up days: 1 day: Tue 17 Nov." in said
    assert "Wed 18 Nov: Massage · 6 → 3 · muscle relaxed" in said
    assert "Medicine: Ibuprofen (400 mg): on 1 day" in said


def test_every_figure_of_any_week_is_finite(story_diary: TinyRepository) -> None:
    for weeks in range(20):
        day = MONDAY.date() - dt.timedelta(weeks=weeks)
        of_week = look_at_week(story_diary, day, FrozenClock())
        assert all(each.said or each.before for each in figures(of_week))
        assert not any("nan" in f"{each.said} {each.change}".split() for each in figures(of_week))
        if of_week.sleep.regularity_min is not None:
            assert math.isfinite(of_week.sleep.regularity_min)


@for_each(
    ("records", "sentence"),
    [
        ((pain(7, 4),), "The week before has no pain entries to compare it with."),
        ((Night(night=TODAY, quality=4),), "1 night noted, without the length."),
        ((Night(night=TODAY, asleep_min=400),), "You slept 6 h 40 a night; 1 night noted."),
        ((Plan(routine="r", days=("mon", "tue")),), "Stretching and exercise: 0 of 2 planned."),
        ((Session(at=MONDAY, routine="r"),), "Stretching and exercise: 1 session."),
        ((Session(at=MONDAY, routine="r"), Session(at=MONDAY, routine="r", done_s=240)),
         "Stretching and exercise: 2 sessions, 4 min in 1 of them."),
        ((Plan(routine="r", days=("mon",)), *(Session(at=MONDAY, routine="r") for _ in "123")),
         "Stretching and exercise: 1 of 1 planned and 2 more."),
        ((Visit(at=MONDAY, treatment="yoga"),), "Care: 1 visit."),
        ((Visit(at=MONDAY, treatment="massage", pain_before=4, pain_after=4),),
         "Care: 1 massage; pain afterward the same."),
        ((Meal(at=MONDAY, coffees=1),), "Drinks: 1 coffee."),
    ],
)  # fmt: skip
def test_the_week_in_a_sentence(records: tuple[Record, ...], sentence: str) -> None:
    assert sentence in sentences(look(*records, day=TODAY))


@for_each(
    ("now", "sentence"),
    [
        (4, "That is as in the week before."),
        (3, "That is 1 less than the week before, beyond your usual swing."),
        (5, "That is 1 more than the week before, beyond your usual swing."),
        (2, "That is 2 less than the week before: a change that matters."),
    ],
)
def test_a_change_is_weighed_once_both_weeks_have_four_days(now: int, sentence: str) -> None:
    week = [pain(day, now) for day in (3, 4, 5, 6)]
    before = [pain(day - 7, 4) for day in (3, 4, 5, 6)]
    steady = weeks_before(*(4,) * 12)
    assert sentences(look(*steady, *week, *before))[1] == sentence
    too_few = sentences(look(*week[:1], *before))[1]
    assert too_few == "Too few days to compare: the week has 1 noted, and it takes 4."
    too_few = sentences(look(*week, *before[:3]))[1]
    assert too_few == "Too few days to compare: the week before has 3 noted, and it takes 4."


def test_what_is_missing_is_said_to_come_only_while_the_week_has_days_for_it() -> None:
    before = [pain(day, 5) for day in range(4)]
    of_monday = sentences(look(*before, pain(7, 5), day=TODAY))
    assert of_monday[1] == "Too few days to compare yet: this week needs 3 more days."
    evening = FrozenClock(MONDAY + dt.timedelta(days=6, hours=14))
    of_sunday = look_at_week(diary(*before, pain(7, 5), pain(13, 5)), evening.today(), evening)
    assert sentences(of_sunday)[1] == (
        "Too few days to compare: the week has 2 noted, and it takes 4."
    )


def test_of_a_diary_of_bad_days_their_number_is_told() -> None:
    twice_a_week = [pain(day - 7 * back, 7) for back in range(9) for day in (1, 4)]
    of_week = look(*twice_a_week)
    assert sentences(of_week)[1] == "8 bad days in 4 weeks, 8 in the 4 before."
    assert say_summary(of_week) == "2 days noted, mostly bad ones."


def test_of_a_program_it_is_said_what_was_left_to_do_of_it() -> None:
    plan = Plan(routine="six-week-back-care", since=WEEK)
    walks = [Session(at=at(day), routine="walk") for day in range(3)]
    assert "Stretching and exercise: 3 sessions; of the program 3 of the 12 left to do." in (
        sentences(look(plan, *walks))
    )


def test_a_week_of_nothing_says_so() -> None:
    assert facts(look()) == ()
    assert sentences(look()) == (NOTHING,)


def test_what_is_said_in_two_places_names_the_same_figures(story_diary: TinyRepository) -> None:
    for weeks in range(20):
        of_week = look_at_week(story_diary, TODAY - dt.timedelta(weeks=weeks), FrozenClock())
        assert all(line.endswith(".") for line in sentences(of_week))
        for name, said in lines(of_week).items():
            shorter = " ".join(
                fact.said
                for fact in facts(of_week)
                if fact.name == name and {"sentence", "detail"} & set(fact.stands)
            )
            if name != "Care":  # the sentence counts visits, the lines tell of each
                assert _numbers(shorter) <= _numbers(" ".join(said)), name


def _numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", text))


def test_the_week_says_what_to_aim_at_and_the_days_near_it_and_nothing_of_the_others(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    today = clock.today()
    days = [
        ActiveDay(day=today - dt.timedelta(days=back), active_min=20 + 60 * (back == 0))
        for back in range(12)
    ]
    repository.add(*days, summary="")
    pacing = PacingNow(repository, today, clock).of_week
    look = look_at_week(repository, today, clock, pacing=pacing)
    assert not look.is_empty
    assert lines(look)["Active"] == (
        "Your usual day has 20 min. About 22 min is enough on each, good or bad.",
    )
    before = PacingNow(repository, today - dt.timedelta(days=1), clock).of_week
    look = look_at_week(repository, today - dt.timedelta(days=1), clock, pacing=before)
    assert lines(look)["Active"][0].endswith("Near it on 7 of 7 days that are known.")
    assert lines(look)["Diary"] == ("Something noted on 11 of the last 11 days; active on 11.",)
