"""A change in words, once it is taken back or made again."""

import datetime as dt

from backcare_tui.diary.repository import Change
from backcare_tui.text import clean, say_near_day

DOING = {
    "added": "adding",
    "answered": "answering",
    "began": "beginning",
    "changed": "changing",
    "deleted": "deleting",
    "ended": "ending",
    "imported": "importing",
    "removed": "removing",
    "stated": "stating",
}
"""How a change is called of which it is not said that it holds: `undone: adding a night`."""


def say_change(change: Change) -> str:
    """What a change did, once it does not hold any more: `adding pain 7`."""
    words = clean(change.summary)
    verb = words.partition(" ")[0].rstrip(":")  # `answered: is a pool all right?`
    return f"{DOING.get(verb, verb)}{words.removeprefix(verb)}"


def say_change_day(change: Change, today: dt.date) -> str:
    """The day that a change is about: `yesterday`, `Tue 3 Mar`; empty where that is today."""
    day = change.day
    return "" if day is None or day == today else say_near_day(day, today)


def say_change_of(change: Change, today: dt.date) -> str:
    """Both: `adding pain 7 of Tue 3 Mar`."""
    return " of ".join(filter(None, (say_change(change), say_change_day(change, today))))
