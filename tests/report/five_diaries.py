"""Five made diaries, whose figures are reckoned anew in the tests: long, short, thin, and with all that a page tells."""

import datetime as dt
import random
from collections.abc import Callable, Iterator

from backcare_tui.demo.diary import demo_diary
from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine, Pain
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.trial import Arm, Trial, TrialDay, TrialOutcomeWord
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.values import ReliefWord, Weekday
from backcare_tui.diary.when import Clock
from tests.report.page_of import ago

Make = Callable[[Clock], tuple[Record, ...]]
OWN_WORD = "the loom"
"""What set pain off in the person's own words, which no page tells by itself."""

ANSWERS: tuple[ReliefWord, ...] = ("yes", "a-little", "no")
EVERY_DAY: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PAIRS: tuple[tuple[Arm, Arm], ...] = (("with", "without"), ("without", "with"))


def a_demo(clock: Clock) -> tuple[Record, ...]:
    return demo_diary(120, 7, clock)


def a_year(clock: Clock) -> tuple[Record, ...]:
    return demo_diary(365, 11, clock)


def a_day(_clock: Clock) -> tuple[Record, ...]:
    return (Pain(at=ago(0), severity=6, medicines=(Medicine("ibuprofen", "400 mg"),)),)


def a_month(_clock: Clock) -> tuple[Record, ...]:
    chance = random.Random(3)
    return tuple(Pain(at=ago(days), severity=chance.randint(2, 7)) for days in range(30))


def with_stops(_clock: Clock) -> tuple[Record, ...]:
    """Fourteen weeks with flares, answers of good and of thin weeks, doses many a day, sessions that were stopped,
    nights of every form, visits in courses and on their own, plans, trials and drinks."""
    daily = (*_pains(), *_nights(), *_sessions(), *_drinks())
    return (*daily, *_care(), *_activities(), *_trials())


MADE: tuple[Make, ...] = (a_demo, a_year, a_day, a_month, with_stops)


def _pains() -> Iterator[Record]:
    chance, words = random.Random(5), random.Random(8)
    for days in range(100):
        if chance.random() < 0.15:
            continue
        severity = 8 if 30 <= days < 34 else chance.randint(2, 6)
        asked = Interference(enjoyment=chance.randint(0, 9), activity=chance.randint(0, 9))
        eased = {"heat": words.choice(ANSWERS)} if days % 2 else {}
        pills = {"ibuprofen": chance.choice(ANSWERS)} if days % 3 else {}
        yield Pain(
            at=ago(days),
            severity=severity,
            is_flare=days == 60,
            interference=asked if days % 7 == 3 else None,
            medicines=(Medicine("ibuprofen", "400 mg"),) * chance.randint(0, 2),
            relief=eased | pills,
            relievers=tuple(words.sample(("heat", "walking", "massage"), words.randint(0, 2))),
            areas=tuple(words.sample(("lower-back-l", "lower-back-r", "neck-back", "knee-r"), 2)),
            area_severity={"knee-r": 0, "groin": words.randint(0, 4)} if days % 3 == 0 else {},
            qualities=tuple(words.sample(("burning", "numb", "dull", "cruel"), 2)),
            triggers=tuple(words.sample(("sitting-long", "stress", "low-mood", OWN_WORD), 2)),
            stiffness_min=words.randint(0, 60) if days % 3 else None,
        )
        if days % 4 == 0:
            # Of one day the longest counts.
            later, stiff = ago(days) + dt.timedelta(hours=2), words.randint(0, 60)
            yield Pain(at=later, severity=chance.randint(0, 9), stiffness_min=stiff)
        if days % 5 == 0:
            yield Feeling(at=ago(days), medicines=(Medicine("naproxen"),))


def _nights() -> Iterator[Record]:
    """By their times, by these and what is known of lying awake, by a length alone, by no more than a word."""
    chance = random.Random(13)
    for days in range(100):
        night, up = ago(days).date(), f"06:{chance.randint(0, 59):02}"
        match chance.randint(0, 6):
            case 0:
                yield Night(night=night, bed="23:10", up=up)
            case 1:
                yield Night(night=night, asleep_min=chance.randint(200, 500))
            case 2:
                yield Night(night=night, quality=chance.randint(1, 5))
            case 3:
                yield Night(
                    night=night,
                    bed="22:40",
                    lights_out="23:15",
                    latency_min=chance.randint(5, 50),
                    awake_min=chance.randint(0, 60),
                    woke="05:50",
                    up=up,
                    quality=chance.randint(1, 5),
                )
            case 4 | 5:
                awake = chance.randint(0, 90)
                yield Night(night=night, bed="00:20", up=up, latency_min=15, awake_min=awake)


def _sessions() -> Iterator[Record]:
    for days in range(100):
        stopped = {0: "pain-up-2", 10: "dizziness"}.get(days % 20)
        yield Session(at=ago(days), routine="r", done_s=300 + days, stopped=stopped)
        if days % 6 == 0:
            yield Session(at=ago(days), routine="desk-break", done_s=None if days % 12 else 240)
    yield Plan(routine="r", days=EVERY_DAY, since=ago(60).date())
    yield Plan(routine="desk-break", days=("mon", "tue"), until=ago(9).date())
    yield Plan(treatment="massage", days=("thu",))


def _drinks() -> Iterator[Record]:
    chance = random.Random(17)
    for days in range(0, 60, 2):
        tags = tuple(chance.sample(("oily-fish", "sweets", "my own"), chance.randint(0, 2)))
        yield Meal(at=ago(days), meal="lunch", text="a dish", tags=tags)
        yield Meal(at=ago(days), meal="drink", water_ml=chance.choice((250, 500)))
        yield Meal(at=ago(days), meal="drink", coffees=chance.choice((0.5, 1, 2)))
        yield Meal(at=ago(days), meal="drink", alcohol_units=chance.choice((0.5, 1.5)))


def _care() -> Iterator[Record]:
    """A course that is over and one under way; visits of these, before them, too short ones, and of no course."""
    chance = random.Random(19)
    yield Course(
        id="first",
        treatment="massage",
        started=ago(70).date(),
        planned_visits=3,
        days=30,
        ended=ago(45).date(),
    )
    yield Course(id="second", treatment="acupuncture", started=ago(40).date(), planned_visits=8)
    visits = [("massage", days) for days in (82, 69, 60, 50, 44, 20)]
    visits += [("acupuncture", days) for days in (75, 38, 33, 29, 14, 10)]
    visits += [("physical-therapy", days) for days in range(3, 80, 10)]
    for treatment, days in visits:
        rated = days % 3 > 0
        yield Visit(
            at=ago(days),
            treatment=treatment,
            course="second" if days == 33 else None,
            minutes=5 if days == 60 else 40,
            areas=tuple(chance.sample(("neck-back", "lower-back-l", "buttock-r"), 2)),
            techniques=("petrissage",) if treatment == "massage" else (),
            pain_before=chance.randint(4, 8) if rated else None,
            pain_after=chance.randint(1, 7) if rated or days % 2 else None,
        )


def _activities() -> Iterator[Record]:
    yield Ability(at=ago(90), ratings={"Lift a pot": 2, "Dance": 1})
    yield Ability(at=ago(41), ratings={"Lift a pot": 4})
    yield Ability(at=ago(12), ratings={"Lift a pot": 5, "Row": 3})
    yield Ability(at=ago(2), ratings={"Lift a pot": 6, "Dance": 3, "Row": 3, "Swim": 8})


def _trials() -> Iterator[Record]:
    """One of sleep whose first days of a period do not count, one of pain that was ended early, one too short."""
    chance = random.Random(23)
    pairs = [chance.choice(PAIRS) for _ in range(8)]
    schedule = tuple(arm for pair in pairs for arm in pair)
    of_each: tuple[tuple[str, TrialOutcomeWord, int, int, int | None], ...] = (
        ("tea", "sleep", 95, 3, None),
        ("walk", "pain", 44, 2, 15),
        ("short", "pain", 12, 1, 6),
    )
    for id_, outcome, begun, length, stopped in of_each:
        yield Trial(
            id=id_,
            name=id_,
            outcome=outcome,
            started=ago(begun).date(),
            period_days=length,
            schedule=schedule,
            stopped=ago(stopped).date() if stopped else None,
        )
        last = begun - length * len(schedule) if stopped is None else stopped
        for day in range(begun, last, -1):
            if chance.random() < 0.9:
                yield TrialDay(trial=id_, on=ago(day).date(), did=chance.random() < 0.6)
