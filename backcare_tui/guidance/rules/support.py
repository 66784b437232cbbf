"""Support: low mood, and marks of a crisis."""

from backcare_tui.diary.derived import mean
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.averages import WEEK
from backcare_tui.guidance.facts import Facts
from backcare_tui.library.taxonomy import name_within
from backcare_tui.text import say_count, say_day

CRISIS = ("self_harm", "hopeless")
LOW, LOW_DAYS = 2, 5
"""Mood of 5, a day's mean, that is low, and how many of seven days (our own rule)."""


def crisis(facts: Facts) -> Reason | None:
    """Hopelessness or thoughts of self-harm were marked, and nobody has had a look since."""
    found = [each for each in CRISIS if each in facts.flags.moods]
    if not found or facts.flags.at is None:
        return None
    marked = ", ".join(name_within("mood_flags", each) for each in found)
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
    if not facts.is_under_age:
        return None
    return Reason(f"Your year of birth is {facts.settings.birth_year}.")


LOOKS = {
    "mood-crisis": crisis,
    "mood-low": low_mood,
    "under-age": under_age,
}
