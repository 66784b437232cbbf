"""A made-up diary: four months of one person's back, with a story in it, from a seed."""

import datetime as dt
from collections.abc import Iterable

from backcare_tui.demo.care import agreed, beliefs, care
from backcare_tui.demo.movement import own_routine, plans, sessions
from backcare_tui.demo.pen import Pen
from backcare_tui.demo.story import StoryDay, story
from backcare_tui.demo.trials import trials
from backcare_tui.demo.week import weeks
from backcare_tui.demo.words import DRINKS_AT, FLARE_NOTES, MEALS, NOTES
from backcare_tui.diary.derived import LOCAL, pain_by_day
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine, Pain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.when import Clock
from backcare_tui.text import write_time


def demo_diary(days: int = 120, seed: int = 7, clock: Clock = LOCAL) -> tuple[Record, ...]:
    """A believable diary that ends now: the same for the same seed and clock.

    The courses and visits are those of the last four months, also where the daily entries are of
    fewer days.

    Args:
        days: How many days have daily entries, 14 to 3650; the last of them is today.
        seed: Where chance begins.
        clock: What day it is, and where.
    """
    pen = Pen(seed, clock)
    today = pen.now.date()
    first = today - dt.timedelta(days=days - 1)
    own = own_routine(pen)
    records = [*care(today, pen), own, *plans(today, first, own, pen)]
    for each in tuple(story(today, days, pen.chance)):
        if each.day >= first and not each.is_missed:
            records.extend(_day(each, today, own, pen))
    team = tuple(record for record in records if isinstance(record, Person))
    records.extend(agreed(today, team, pen))
    records.extend(trials(today, pain_by_day(r for r in records if isinstance(r, Pain)), pen))
    records.extend(beliefs(today, pen))
    records.extend(weeks(today, pen))
    past = (record for record in records if _is_past(record, pen.now))
    return tuple(sorted(past, key=lambda record: (record.day, record.order)))


def _is_past(record: Record, now: dt.datetime) -> bool:
    return record.at is None or record.at <= now


def _day(each: StoryDay, today: dt.date, own: Routine, pen: Pen) -> Iterable[Record]:
    """What was written on one day."""
    yield _night(each, pen)
    yield from _pains(each, pen)
    yield from sessions(each, today, own, pen)
    yield from _meals(each, pen)
    if (today - each.day).days % 8 == 5:
        mood = _mood(each.pain, pen)
        words = (
            ("hopeful", "content")
            if mood > 3
            else ("tired", pen.chance.choice(("frustrated", "worried")))
        )
        yield Feeling(id=pen.id(), at=pen.at(each.day, pen.around(820, 60)), mood=mood, words=words)


def _night(each: StoryDay, pen: Pen) -> Night:
    """The night before: times that give the minutes asleep; today's is over by now."""
    chance = pen.chance
    latency = chance.choice((10, 15, 20, 25)) + (20 if each.is_flare else 0)
    awakenings = min(max(round(chance.gauss(each.pain / 3, 0.7)), 0), 6)
    awake = awakenings * chance.choice((5, 10, 12))
    up = 6 * 60 + 40 + (45 if each.day.weekday() >= 5 else 0) + 5 * chance.randint(-4, 4)
    if each.ago == 0:
        up = min(up, pen.now.hour * 60 + pen.now.minute)
    bed = (up - each.slept_min - latency - awake) % 1440
    quality = min(max(round((each.slept_min - 215) / 75 + chance.gauss(0.6, 0.4)), 1), 5)
    return Night(
        id=pen.id(),
        night=each.day,
        bed=write_time(dt.time(*divmod(bed, 60))),
        up=write_time(dt.time(*divmod(up, 60))),
        latency_min=latency,
        awakenings=awakenings,
        awake_min=awake,
        quality=quality,
        note="Leg woke me each time I turned." if each.is_flare and awakenings > 2 else None,
    )


def _pains(each: StoryDay, pen: Pen) -> Iterable[Pain]:
    """The entries of one day; today's first is there however early it is."""
    times = [pen.around(7 * 60 + 50, 25)]
    if each.is_flare:
        times += [pen.around(14 * 60, 40)]
    if each.is_flare or pen.chance.random() < 0.45 or each.day.weekday() == 6:
        times += [pen.around(20 * 60 + 40, 45)]
    for place, minute in enumerate(times):
        at = pen.at(each.day, minute)
        if each.ago == 0 and place == 0:
            midnight = pen.at(each.day, 0)
            at = max(midnight, min(at, pen.now - dt.timedelta(minutes=4)))
        is_evening = place > 0 and place == len(times) - 1
        yield _pain(each, at, pen, is_morning=place == 0, is_evening=is_evening)


def _pain(each: StoryDay, at: dt.datetime, pen: Pen, *, is_morning: bool, is_evening: bool) -> Pain:
    chance = pen.chance
    severity = min(max(round(each.pain + (chance.gauss(0.2, 0.5) if not is_morning else 0)), 0), 9)
    severity = min(max(severity, 7), 8) if each.is_flare else min(severity, 7)
    took = severity >= 6 and chance.random() < 0.8
    relievers = tuple(chance.sample(("walking", "heat", "stretching", "change-position"), 2))
    asks = is_evening and each.day.weekday() == 6
    note = None
    if chance.random() < (0.5 if each.is_flare else 0.16):
        note = chance.choice(FLARE_NOTES if each.is_flare else NOTES)
    return Pain(
        id=pen.id(),
        at=at,
        severity=severity,
        areas=_areas(each, pen),
        is_flare=each.is_flare and is_morning,
        area_severity={"lower-back-l": severity, "calf-l": severity - 2} if each.is_flare else {},
        qualities=_qualities(each, pen),
        triggers=_triggers(each, pen),
        relievers=(*relievers, "medicine") if took else relievers,
        relief={
            relievers[0]: chance.choice(("yes", "a-little", "a-little")),
            relievers[1]: chance.choice(("yes", "a-little", "no")),
        }
        | ({"ibuprofen": "a-little" if each.is_flare else "yes"} if took else {}),
        mood=_mood(each.pain, pen),
        stiffness_min=5 * round(1 + each.pain * 0.9 + chance.random()) if is_morning else None,
        medicines=(Medicine("ibuprofen", "400 mg"),) if took else (),
        interference=_interference(severity, pen) if asks else None,
        note=note,
    )


def _areas(each: StoryDay, pen: Pen) -> tuple[str, ...]:
    if each.is_flare:
        return ("lower-back-l", "lower-back-c", "buttock-l", "thigh-back-l", "calf-l")
    more = pen.chance.choice((("lower-back-c",), ("lower-back-c", "buttock-l"), ("si-l",), ()))
    return ("lower-back-l", *more)


def _qualities(each: StoryDay, pen: Pen) -> tuple[str, ...]:
    words = (
        ("sharp", "shooting", "spasm", "burning")
        if each.is_flare
        else ("stiff", "dull", "aching", "tight")
    )
    return tuple(pen.chance.sample(words, 2))


def _triggers(each: StoryDay, pen: Pen) -> tuple[str, ...]:
    words = ["poor-sleep"] if each.slept_min < 350 else []
    if each.is_desk_day:
        words += [pen.chance.choice(("sitting-long", "sitting-long", "screen-work", "stress"))]
    elif pen.chance.random() < 0.6:
        words += [pen.chance.choice(("yard-work", "housework", "driving", "lifting"))]
    return tuple(words)


def _mood(pain: float, pen: Pen) -> int:
    return min(max(round(5.2 - 0.4 * pain + pen.chance.gauss(0, 0.5)), 1), 5)


def _interference(severity: int, pen: Pen) -> Interference:
    less = pen.chance.choice((0, 1))
    return Interference(enjoyment=max(severity - less, 0), activity=max(severity - 1 + less, 0))


def _meals(each: StoryDay, pen: Pen) -> Iterable[Meal]:
    chance = pen.chance
    for meal, minute, often, dishes in MEALS:
        if chance.random() < often:
            text, tags = chance.choice(dishes)
            at = pen.at(each.day, pen.around(minute, 25))
            yield Meal(id=pen.id(), at=at, meal=meal, text=text, tags=tags)
    for minute in DRINKS_AT["water"]:
        if chance.random() < 0.75:
            at = pen.at(each.day, pen.around(minute, 30))
            yield Meal(id=pen.id(), at=at, meal="drink", water_ml=chance.choice((300, 500)))
    for minute in DRINKS_AT["coffee"]:
        if chance.random() < 0.7:
            at = pen.at(each.day, pen.around(minute, 20))
            yield Meal(id=pen.id(), at=at, meal="drink", coffees=1)
    if each.has_drunk:
        at = pen.at(each.day, pen.around(20 * 60, 40))
        yield Meal(id=pen.id(), at=at, meal="drink", alcohol_units=chance.choice((1, 2)))
