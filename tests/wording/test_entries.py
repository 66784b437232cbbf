import datetime as dt

from hypothesis import given

from backcare_tui.customs import Customs, fixed
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Signs
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Medicine, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement, Person, Question
from backcare_tui.diary.records.trial import Trial, TrialDay
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.wording.entries import say_entry
from tests.conftest import MONDAY
from tests.diary.strategies import any_record
from tests.for_each import for_each

DAY = dt.date(2026, 11, 23)
NIGHT = Night(night=DAY, bed="23:20", up="06:45", latency_min=45, awakenings=2, quality=4)


@for_each(
    ("record", "what", "value"),
    [
        (Pain(at=MONDAY, severity=0), "Pain", "0 none"),
        (
            Trial(
                name="A walk",
                outcome="pain",
                started=DAY,
                period_days=2,
                schedule=("with", "without"),
            ),
            "Trial",
            "A walk · pain · 1 pair from Mon 23 Nov",
        ),
        (TrialDay(on=DAY, trial="walk", did=False), "Day of a trial", "not done"),
        (
            Pain(at=MONDAY, severity=4, areas=("lower-back-l",), qualities=("stiff", "My Word")),
            "Pain",
            "4 moderate · lower back left · stiff · My Word",
        ),
        (
            Pain(
                at=MONDAY,
                severity=8,
                areas=("groin", "chest"),
                area_severity={"groin": 0, "calf-l": 6},
                medicines=(Medicine("ibuprofen", "400 mg"),),
            ),
            "Pain",
            "8 severe · groin 0 · chest · left calf 6 · ibuprofen 400 mg",
        ),
        (Pain(at=MONDAY, severity=8, is_flare=True), "Pain", "8 severe · flare-up"),
        (Signs(at=MONDAY), "Signs of inflammation", "none"),
        (
            Signs(at=MONDAY, inflammation=("heat", "My Word")),
            "Signs of inflammation",
            "warm to touch · My Word",
        ),
        (NIGHT, "Night", "6 h 40 · woke twice · good"),
        (Night(night=DAY, asleep_min=0, awakenings=0), "Night", "0 min · slept through"),
        (Night(night=DAY, asleep_min=400, awakenings=1), "Night", "6 h 40 · woke once"),
        (Night(night=DAY, asleep_min=400, awakenings=5), "Night", "6 h 40 · woke 5 times"),
        (Night(night=DAY, asleep_min=400, naps_min=30), "Night", "6 h 40 · naps 30 min"),
        (Night(night=DAY, note="hot"), "Night", "hot"),
        (Session(at=MONDAY, routine="desk-break", done_s=360), "Desk Break", "6 min"),
        (
            Session(at=MONDAY, routine="r", name="Mine", pain_before=3, pain_after=5,
                    stopped="pain-up-2"),
            "Mine",
            "3 → 5 · stopped: pain rises by 2 or more points",
        ),
        (
            Visit(at=MONDAY, treatment="massage", minutes=60, pain_before=6, pain_after=3),
            "Massage",
            "60 min · 6 → 3",
        ),
        (Visit(at=MONDAY, treatment="Reiki", pain_after=0), "Reiki", "pain 0 after"),
        (Visit(at=MONDAY, treatment="cold", kind="deep-tissue", pain_before=2), "Cold",
         "pain 2 before · deep tissue"),
        (Meal(at=MONDAY, meal="lunch", text="salmon, greens"), "Lunch", "salmon, greens"),
        (Meal(at=MONDAY, tags=("oily-fish",), water_ml=250), "Meal", "oily fish · water 250 ml"),
        (Meal(at=MONDAY, meal="drink", coffees=2), "Coffee", "2"),
        (Meal(at=MONDAY, alcohol_units=1), "Alcohol", "1 drink"),
        (Meal(at=MONDAY, meal="drink", caffeine_mg=80), "Caffeine", "80 mg"),
        (
            Meal(at=MONDAY, meal="drink", water_ml=300, alcohol_units=1.5),
            "Drink",
            "water 300 ml · alcohol 1.5 drinks",
        ),
        (Feeling(at=MONDAY, mood=4, words=("tired",)), "Feeling", "mood good · tired"),
        (Feeling(at=MONDAY, note="a long day"), "Feeling", "a long day"),
        (Person(name="Ann", role="nurse"), "Ann", "nurse"),
        (
            Agreement(agreed=DAY, goals=("Garden", "Sleep")),
            "Shared plan",
            "of Mon 23 Nov · Garden · Sleep",
        ),
        (Question(at=MONDAY, text="May I lift?"), "Question", "May I lift?"),
        (
            Ability(at=MONDAY, ratings={"Put on socks": 7, "Garden": 4}),
            "My activities",
            "Put on socks 7 · Garden 4",
        ),
        (WeekPlan(week=DAY, minutes_a_day=10), "My week", "from Mon 23 Nov"),
        (WeekAnswer(week=DAY, felt="right"), "How a week was", "from Mon 23 Nov"),
    ],
)  # fmt: skip
def test_an_entry_in_words(record: Record, what: str, value: str) -> None:
    assert say_entry(record) == (what, value)


def test_when_a_medicine_was_taken_is_said_by_the_clock_of_the_place() -> None:
    taken = Pain(at=MONDAY, severity=4, medicines=(Medicine("ibuprofen", "400 mg", "07:30"),))
    with fixed(Customs(hours=12)):
        assert say_entry(taken)[1].endswith("ibuprofen 400 mg at 7:30 am")


@given(any_record)
def test_any_entry_has_words_that_are_one_line_and_safe_to_print(record: Record) -> None:
    for words in say_entry(record):
        assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in words)
        assert not set(words) & {"\u2028", "\u2029", "\u202e"}
