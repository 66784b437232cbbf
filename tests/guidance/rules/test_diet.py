"""What is said of food and drink."""

import datetime as dt
from typing import Any

import pytest

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Medicine, Pain
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.advice.table import rules
from backcare_tui.guidance.facts import Facts
from tests.conftest import MONDAY
from tests.for_each import for_each
from tests.guidance.facts_of import ago, day, facts_of, look, said

BORN = MONDAY.year - 17
"""The year of birth of somebody who is not 18 yet."""
GOOD = ("vegetables", "fruit", "legumes", "olive-oil")


def meal(days_ago: int = 0, hour: int = 7, minute: int = 0, **fields: Any) -> Meal:
    return Meal(at=ago(days_ago, hour, minute), **fields)


def tagged(count: int, *tags: str, last: int = 0) -> list[Meal]:
    """A meal with these tags on so many days."""
    return [meal(last + back, tags=tags) for back in range(count)]


def night(days_ago: int = 0, bed: str = "23:00", **fields: Any) -> Night:
    """A night by the day of waking."""
    return Night(night=day(days_ago), bed=bed, up="07:00", **fields)


def drinks(days_ago: int, count: float = 1, hour: int = 20, minute: int = 0) -> Meal:
    return meal(days_ago, hour, minute, alcohol_units=count)


def took(name: str, days_ago: int = 1, time: str | None = None) -> Pain:
    return Pain(at=ago(days_ago), severity=3, medicines=(Medicine(name, None, time),))


SPEAKING = {
    "diet-pattern-low": facts_of(tagged(2, *GOOD), tagged(3, "fried", last=2)),
    "diet-pattern-good": facts_of(tagged(5, *GOOD)),
    "diet-processed": facts_of(tagged(3, "fried"), tagged(2, "sugary-drink", last=4)),
    "diet-alcohol-sleep": facts_of(drinks(1), night(0), drinks(7), night(6)),
    "diet-alcohol-meds": facts_of(drinks(1, 1.5), took("Tylenol")),
    "diet-alcohol-under-18": facts_of(drinks(6, 0.5), settings={"birth_year": BORN}),
    "diet-alcohol-high": facts_of(drinks(6, 2.5)),
    "diet-caffeine-late": facts_of(
        meal(1, 18, 30, coffees=1), night(quality=4, latency_min=45), night(1)
    ),
    "diet-caffeine-high": facts_of(meal(1, caffeine_mg=215), meal(1, 9, coffees=2)),
}
RESTS = {
    "diet-pattern-low": 7,
    "diet-pattern-good": 14,
    "diet-processed": 7,
    "diet-alcohol-sleep": 7,
    "diet-alcohol-meds": 3,
    "diet-alcohol-under-18": 7,
    "diet-alcohol-high": 7,
    "diet-caffeine-late": 3,
    "diet-caffeine-high": 7,
}
"""Days after which each is said again; None where it is not."""


@for_each(
    ("rule", "because"),
    [
        ("diet-pattern-low", "3 kinds of favored food or more on 2 of 5 logged days."),
        ("diet-pattern-good", "4 kinds of favored food or more on 5 of seven days."),
        ("diet-processed", "On 5 of seven days."),
        ("diet-alcohol-sleep", "Alcohol within 4 h of bed before 2 of the last seven nights."),
        ("diet-alcohol-meds", "On Sun 22 Nov: 1.5 drinks; Tylenol."),
        ("diet-alcohol-under-18", "0.5 drinks on Tue 17 Nov."),
        ("diet-alcohol-high", "2.5 drinks on Tue 17 Nov."),
        ("diet-caffeine-late", "Caffeine at 18:30, in bed at 23:00, asleep after 45 min."),
        ("diet-caffeine-high", "About 405 mg yesterday."),
    ],
)
def test_it_speaks_with_the_figures_of_the_diary(rule: str, because: str) -> None:
    advice = said(rule, SPEAKING[rule])
    assert advice
    assert advice.because == because
    assert "{" not in advice.text


@for_each(
    ("rule", "facts"),
    [
        ("diet-pattern-low", facts_of(tagged(3, *GOOD), tagged(3, "fried", last=3))),
        ("diet-pattern-low", facts_of(tagged(3, *GOOD[:3]), tagged(3, "fried", last=3))),
        ("diet-pattern-low", facts_of(tagged(4, "fried"))),
        ("diet-pattern-low", facts_of(tagged(4, "fried"), tagged(1, "fried", last=7))),
        ("diet-pattern-low", facts_of(tagged(4, "fried"), meal(5, text="soup"))),
        ("diet-pattern-good", facts_of(tagged(4, *GOOD))),
        ("diet-pattern-good", facts_of(tagged(4, *GOOD), tagged(3, *GOOD[:3], last=4))),
        ("diet-pattern-good", facts_of(tagged(6, *GOOD[:3], "fried"))),
        ("diet-processed", facts_of(tagged(4, "fried"))),
        ("diet-processed", facts_of(tagged(4, "fried"), tagged(3, "sweets", last=4))),
        ("diet-processed", facts_of(tagged(4, "fried"), tagged(1, "fried", last=7))),
        ("diet-alcohol-sleep", facts_of(drinks(1), night(0))),
        ("diet-alcohol-sleep", facts_of(drinks(1), night(0), drinks(2, hour=18), night(1))),
        ("diet-alcohol-sleep", facts_of(drinks(1), night(0), drinks(8), night(7))),
        ("diet-alcohol-sleep", facts_of(drinks(1), night(0), drinks(2))),
        ("diet-alcohol-sleep", facts_of(drinks(1), drinks(1, hour=21), night(0))),
        ("diet-alcohol-meds", facts_of(drinks(1), took("Tylenol", 2))),
        ("diet-alcohol-meds", facts_of(drinks(1, hour=23), took("Tylenol", 1, "23:30"))),
        ("diet-alcohol-meds", facts_of(drinks(1), took("prednisone"))),
        ("diet-alcohol-meds", facts_of(drinks(1), took("my own drops"))),
        ("diet-alcohol-meds", facts_of(drinks(3), took("Tylenol", 3))),
        ("diet-alcohol-meds", facts_of(took("Tylenol"))),
        ("diet-alcohol-meds", facts_of(drinks(1), settings={"medicines": ["steroid"]})),
        ("diet-alcohol-under-18", facts_of(drinks(6), settings={"birth_year": BORN - 1})),
        ("diet-alcohol-under-18", facts_of(drinks(7), settings={"birth_year": BORN})),
        ("diet-alcohol-under-18", facts_of(drinks(6))),
        ("diet-alcohol-under-18", facts_of(settings={"birth_year": BORN})),
        ("diet-alcohol-high", facts_of(drinks(1, 2))),
        ("diet-alcohol-high", facts_of([drinks(n, 2) for n in (1, 2, 3)], drinks(4, 1))),
        ("diet-alcohol-high", facts_of(drinks(7, 9))),
        ("diet-caffeine-late", facts_of(meal(1, 17, coffees=1), night(quality=1))),
        ("diet-caffeine-late", facts_of(meal(1, 18, coffees=1), night(quality=3, latency_min=30))),
        ("diet-caffeine-late", facts_of(meal(1, 18, coffees=1), night())),
        ("diet-caffeine-late", facts_of(meal(1, 18, water_ml=1), night(quality=1))),
        ("diet-caffeine-late", facts_of(meal(1, 23, 30, coffees=1), night(quality=1))),
        ("diet-caffeine-late", facts_of(meal(3, 18, coffees=1), night(2, quality=1))),
        (
            "diet-caffeine-late",
            facts_of(meal(1, 18, coffees=1), Night(night=day(0), asleep_min=300, quality=1)),
        ),
        ("diet-caffeine-high", facts_of(meal(1, caffeine_mg=210), meal(1, 9, coffees=2))),
        ("diet-caffeine-high", facts_of(meal(1, caffeine_mg=300), meal(0, coffees=3))),
        ("diet-caffeine-high", facts_of(meal(7, caffeine_mg=900))),
    ],
)
def test_it_just_does_not_speak(rule: str, facts: Facts) -> None:
    assert look(rule, facts) is None


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("diet-pattern-low", facts_of(tagged(5, "fried"))),
        ("diet-alcohol-meds", facts_of(drinks(2), took("Tylenol", 2))),
        ("diet-alcohol-high", facts_of(drinks(6, 2.1))),
        ("diet-caffeine-late", facts_of(meal(1, 17, 1, coffees=1), night(latency_min=31))),
        ("diet-caffeine-high", facts_of(meal(6, caffeine_mg=401))),
    ],
)
def test_it_just_speaks(rule: str, facts: Facts) -> None:
    assert look(rule, facts)


def test_kinds_of_food_are_counted_over_the_whole_day() -> None:
    one_each = [meal(back, n + 5, tags=(tag,)) for back in range(5) for n, tag in enumerate(GOOD)]
    assert look("diet-pattern-good", facts_of(one_each))
    same = [meal(back, n, tags=("fruit",)) for back in range(5) for n in range(5)]
    assert look("diet-pattern-good", facts_of(same)) is None


@pytest.mark.parametrize(
    ("hour", "minute", "speaks"), [(19, 0, True), (18, 59, False), (23, 0, True), (23, 1, False)]
)
def test_alcohol_is_near_bed_within_four_hours_before_it(
    hour: int,
    minute: int,
    speaks: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    facts = facts_of([drinks(back + 1, 1, hour, minute) for back in (0, 1)], night(0), night(1))
    assert (look("diet-alcohol-sleep", facts) is not None) is speaks


def test_a_bed_time_after_midnight_belongs_to_the_evening_before() -> None:
    late = [night(back, bed="00:30") for back in (0, 1)]
    evening = [drinks(back + 1, 1, 21) for back in (0, 1)]
    after_midnight = [drinks(back, 1, 0, 15) for back in (0, 1)]
    assert look("diet-alcohol-sleep", facts_of(late, evening))
    assert look("diet-alcohol-sleep", facts_of(late, after_midnight))
    too_early = [drinks(back + 1, 1, 20) for back in (0, 1)]
    assert look("diet-alcohol-sleep", facts_of(late, too_early)) is None


def test_hours_before_bed_are_those_that_passed_when_the_clocks_change() -> None:
    # In Berlin the hour from 2 to 3 came twice in the night to Sunday, 25 October 2026.
    now = dt.datetime.fromisoformat("2026-10-25T12:00:00+01:00")
    coffee = Meal(at=dt.datetime.fromisoformat("2026-10-24T21:30:00+02:00"), coffees=1)

    def woke(bed: str) -> Night:
        return Night(night=now.date(), bed=bed, up="09:00", quality=1)

    assert look("diet-caffeine-late", facts_of(coffee, woke("03:15"), now=now)) is None
    assert look("diet-caffeine-late", facts_of(coffee, woke("02:15"), now=now))


def test_a_medicine_taken_for_long_counts_on_every_day() -> None:
    reason = look("diet-alcohol-meds", facts_of(drinks(1), settings={"medicines": ["opioid"]}))
    assert reason
    assert reason.because == "On Sun 22 Nov: 1 drink; Opioid."


@pytest.mark.parametrize(
    "name", ["tramadol", "cyclobenzaprine", "zolpidem", "gabapentin", "paracetamol", "ibuprofen"]
)
def test_each_sort_that_does_not_go_with_alcohol_is_known(name: str) -> None:
    assert look("diet-alcohol-meds", facts_of(drinks(1), took(name)))


def test_the_word_of_a_medicine_is_safe_to_print() -> None:
    reason = look("diet-alcohol-meds", facts_of(drinks(1), took("ibuprofen \x1b[31m")))
    assert reason
    assert reason.because.isprintable()


def test_more_than_seven_drinks_in_a_week_are_counted_together() -> None:
    reason = look("diet-alcohol-high", facts_of([drinks(n, 2) for n in (1, 2, 3, 6)]))
    assert reason
    assert reason.because == "8 drinks in the last seven days."


def test_a_poor_night_after_late_caffeine_is_enough() -> None:
    reason = look("diet-caffeine-late", facts_of(meal(1, 20, caffeine_mg=40), night(quality=2)))
    assert reason
    assert reason.because == "Caffeine at 20:00, in bed at 23:00, slept poorly."


def test_of_two_late_cups_the_last_is_named() -> None:
    reason = look(
        "diet-caffeine-late",
        facts_of(meal(1, 18, coffees=1), meal(1, 21, coffees=1), night(quality=1)),
    )
    assert reason
    assert reason.because.startswith("Caffeine at 21:00")


def test_the_night_before_last_is_still_looked_at() -> None:
    assert look("diet-caffeine-late", facts_of(meal(2, 18, coffees=1), night(1, quality=1)))


@pytest.mark.parametrize(("hour", "speaks"), [(0, True), (4, True), (5, False)])
def test_a_medicine_of_the_same_night_goes_with_the_drink_over_midnight(
    hour: int,
    speaks: bool,  # noqa: FBT001 (a column of the table)
) -> None:
    tablet = Pain(at=ago(0, hour), severity=3, medicines=(Medicine("zolpidem"),))
    assert (look("diet-alcohol-meds", facts_of(drinks(1), tablet)) is not None) is speaks


def test_half_a_drink_near_bed_is_none_and_two_halves_are_one() -> None:
    half = [drinks(back + 1, 0.5) for back in (0, 1)]
    again = [drinks(back + 1, 0.5, 21) for back in (0, 1)]
    assert look("diet-alcohol-sleep", facts_of(half, night(0), night(1))) is None
    assert look("diet-alcohol-sleep", facts_of(half, again, night(0), night(1)))


def test_a_decaf_is_no_late_caffeine() -> None:
    decaf = meal(1, 20, coffees=1, caffeine_mg=3)
    assert look("diet-caffeine-late", facts_of(decaf, night(quality=1))) is None


def test_to_somebody_under_18_no_number_of_drinks_is_named() -> None:
    facts = facts_of(drinks(1, 3), night(0), drinks(2, 3), night(1), settings={"birth_year": BORN})
    said_of_drinks = [each for each in advise(facts) if each.id.startswith("diet-alcohol")]
    assert [each.id for each in said_of_drinks] == ["diet-alcohol-under-18"]
    assert "no amount of alcohol" in said_of_drinks[0].text


def test_what_a_drink_holds_is_said_in_the_measure_of_the_region() -> None:
    def text(region: str) -> str:
        advice = advise(facts_of(drinks(1, 9), settings={"region": region}))
        return next(each.text for each in advice if each.id == "diet-alcohol-high")

    assert "nearly two UK units" in text("uk")
    assert "12 fl oz of beer" in text("us")
    assert "14 g of alcohol" in text("")
    assert "limit" not in text("")


def test_nobody_is_told_to_drink_more() -> None:
    assert not [rule.id for rule in rules().values() if "fluid" in rule.id]


def test_a_medicine_with_a_time_of_its_own_counts_by_that_time() -> None:
    evening = facts_of(drinks(1), took("Tylenol", 0, "21:30"))  # told the next morning
    advice = said("diet-alcohol-meds", evening)
    assert advice
    assert advice.because == "On Sun 22 Nov: 1 drink; Tylenol."
