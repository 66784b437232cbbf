"""Support: low mood, and medicine taken for long."""

import datetime as dt
from itertools import takewhile

from backcare_tui.diary.derived import mean
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.taxonomy import name_of, sort_of_medicine
from backcare_tui.text import say_count, say_day

CRISIS = ("self_harm", "hopeless")
LOW, LOW_DAYS = 2, 5
"""Mood of 5, a day's mean, that is low, and how many of seven days (our own rule)."""
GROWN_UP = 18
OVER_THE_COUNTER = ("nsaid", "acetaminophen", "topical")
LONGEST_DAYS = 10
"""Days in a row of medicine without a doctor's word (US FDA label for pain relievers)."""


def crisis(facts: Facts) -> Reason | None:
    """Hopelessness or thoughts of self-harm were marked, and nobody has had a look since."""
    found = [each for each in CRISIS if each in facts.flags.moods]
    if not found or facts.flags.at is None:
        return None
    marked = ", ".join(name_of("mood_flags", each).lower() for each in found)
    return Reason(f"Marked on {say_day(facts.flags.at.date(), facts.today)}: {marked}.")


def low_mood(facts: Facts) -> Reason | None:
    """A low mood on five days of seven."""
    moods = facts.moods
    count = sum(day in moods and mean(moods[day]) <= LOW for day in facts.days(WEEK))
    if count < LOW_DAYS:
        return None
    return Reason(f"Mood was {LOW} of 5 or lower on {say_count(count, 'day')} of seven.")


def under_age(facts: Facts) -> Reason | None:
    """A person who is not grown up yet, by the year of birth."""
    if facts.age is None or facts.age >= GROWN_UP:
        return None
    return Reason(f"Your year of birth is {facts.settings.birth_year}.")


def medicine_for_long(facts: Facts) -> Reason | None:
    """Over-the-counter pain medicine on more than ten days in a row, up to today or yesterday."""
    days = {
        entry.day
        for entry in facts.pains
        if any(sort_of_medicine(each.name) in OVER_THE_COUNTER for each in entry.medicines)
    }
    before = facts.today - dt.timedelta(days=1)
    last = facts.today if facts.today in days else before
    # The first day without one ends the row; there is no row longer than there are days.
    row = list(takewhile(days.__contains__, reversed(facts.days(len(days) + 1, last))))
    if len(row) <= LONGEST_DAYS:
        return None
    return Reason(f"It was taken on {say_count(len(row), 'day')} in a row.")


LOOKS = {
    "mood-crisis": crisis,
    "mood-low": low_mood,
    "under-age": under_age,
    "meds-long": medicine_for_long,
}
