"""What pain cost, as the person answered week by week: days off, and what was given up."""

import datetime as dt

import msgspec

from backcare_tui.diary.records.week_plan import WeekAnswer
from backcare_tui.diary.repository import Between, Entries
from backcare_tui.guidance.privacy import is_private_word
from backcare_tui.report.own_words import own
from backcare_tui.text import say_count

MOST_GIVEN_UP = 5
"""How many things that were given up are named, the last ones (our own rule: a page is short)."""
_LAST_OF_WEEK = dt.timedelta(days=6)


class PainCost(msgspec.Struct, frozen=True):
    """The answers of some weeks together."""

    days_off: int
    """Days on which pain kept one from work or from what is one's work."""
    weeks: int
    """Of how many weeks that was answered."""
    given_up: tuple[str, ...]
    """In the person's own words, each once, the oldest first."""


def cost_of(then: Entries, span: Between, *, with_private: bool) -> PainCost | None:
    """What the weeks that lie within a time cost; None where nothing was answered.

    Of two answers for one week the one changed last counts. What names a private treatment or medicine is left
    out where such things are not told.
    """
    answers: dict[dt.date, WeekAnswer] = {}
    for each in sorted(then.entries(WeekAnswer), key=_changed):
        if span[0] <= each.week and each.week + _LAST_OF_WEEK <= span[1]:
            answers[each.week] = each
    in_order = [answers[week] for week in sorted(answers)]
    days = [each.days_off for each in in_order if each.days_off is not None]
    given = [text for each in in_order if (text := (each.given_up or "").strip())]
    told = [text for text in given if with_private or not _is_private(text)]
    if not days and not told:
        return None
    return PainCost(sum(days), len(days), tuple(dict.fromkeys(told))[-MOST_GIVEN_UP:])


def say_cost(of: PainCost) -> str:
    """Both on one line: `Days off work or own work for pain: 3 in 6 weeks that were answered. Given up for pain: …`."""
    days = ""
    if of.weeks:
        weeks = say_count(of.weeks, "week that was", "weeks that were")
        days = f"Days off work or own work for pain: {of.days_off} in {weeks} answered."
    given = f"Given up for pain: {'; '.join(map(own, of.given_up))}." if of.given_up else ""
    return " ".join(filter(None, (days, given)))


def _is_private(text: str) -> bool:
    """Whether any of the words from some word on names a private treatment or medicine."""
    words = text.split()
    return any(is_private_word(" ".join(words[at:])) for at in range(len(words)))


def _changed(answer: WeekAnswer) -> tuple[float, str]:
    return (answer.updated.timestamp() if answer.updated else 0.0), answer.id
