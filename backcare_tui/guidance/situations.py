"""What in a diary makes a page to read timely: pure questions about the facts, one for each situation."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping

from backcare_tui.guidance.care.course import MASSAGE
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.reading import Situation
from backcare_tui.guidance.rules import (
    activity,
    belief,
    courses,
    exercise,
    flare,
    medicines,
    sleep,
    support,
    trends,
)

NEW_DAYS = 14
"""For how long a diary is new (our own rule)."""
LATELY_DAYS, OFTEN = 14, 2
"""In how many days a word that was marked so often is a subject (our own rule)."""
OLDER = 65
"""The age from which balance is trained too (WHO 2020)."""
MASSAGE_DAYS = 30
"""For how long a massage is a subject after it (our own rule)."""
NO_ILLNESS = frozenset(("floor_hard",))
"""What is stated among the conditions and is none."""
LONG = "over-12-weeks"


def first_day(facts: Facts) -> dt.date | None:
    """The first day with an entry, of the months that are looked at; None in an empty diary."""
    firsts = [of[0].day for of in (facts.moments, facts.sessions, facts.visits) if of]
    return min([*firsts, *facts.nights], default=None)


def is_new(facts: Facts) -> bool:
    """Whether the diary was begun in the last two weeks."""
    first = first_day(facts)
    return first is not None and first >= facts.since(NEW_DAYS)


def _marked(facts: Facts, ids: Collection[str], least: int = OFTEN) -> bool:
    """Whether some words were marked often lately, as what set pain off, what eased it, or how it felt."""
    lately = (entry for entry in facts.pains if entry.day >= facts.since(LATELY_DAYS))
    words = [{*entry.triggers, *entry.relievers, *entry.qualities} for entry in lately]
    return sum(not found.isdisjoint(ids) for found in words) >= least


def _says(facts: Facts, looks: Mapping[str, Callable[[Facts], object]], *rules: str) -> bool:
    return any(looks[rule](facts) for rule in rules)


def _hurts_for_long(facts: Facts) -> bool:
    since = facts.settings.pain_since
    return facts.settings.pain_lasts == LONG or (since is not None and since < facts.today.year)


def _has_massage(facts: Facts) -> bool:
    is_open = any(
        each.course.treatment == MASSAGE and each.course.ended is None for each in facts.courses
    )
    since = facts.since(MASSAGE_DAYS)
    return is_open or any(v.treatment == MASSAGE and v.day >= since for v in facts.visits)


SITUATIONS: Mapping[Situation, Callable[[Facts], bool]] = {
    "fear": belief.is_afraid,
    "flare": lambda facts: facts.flare is not None,
    "overdoing": lambda facts: (
        _says(facts, flare.LOOKS, "flare-after-routine")
        or _says(facts, exercise.LOOKS, "ex-ease-back", "ex-stop-rise")
    ),
    "setback": lambda facts: _says(facts, flare.LOOKS, "flare-often"),
    "restart": lambda facts: _says(facts, activity.LOOKS, "adhere-back"),
    "low-mood": lambda facts: _says(facts, support.LOOKS, "mood-low"),
    "short-sleep": lambda facts: _says(facts, sleep.LOOKS, "sleep-short", "sleep-under-seven"),
    "poor-sleep": lambda facts: _says(
        facts, sleep.LOOKS, "sleep-broken", "sleep-latency", "sleep-efficiency"
    ),
    "opioid": lambda facts: facts.takes_for_long("opioid"),
    "medicines": lambda facts: _says(facts, medicines.LOOKS, "meds-long", "meds-nsaid-care"),
    "impact": lambda facts: _says(facts, trends.LOOKS, "impact-high"),
    "worry": lambda facts: bool(facts.settings.worry),
    "fearful": lambda facts: _marked(facts, {"frightening"}, 1),
    "long-sitting": lambda facts: (
        facts.settings.days_are == "sitting" or _says(facts, activity.LOOKS, "activity-sitting")
    ),
    "inactive": lambda facts: _says(facts, activity.LOOKS, "adhere-low", "adhere-none"),
    "stress": lambda facts: _marked(facts, {"stress"}),
    "driving": lambda facts: _marked(facts, {"driving"}),
    "lifting": lambda facts: facts.settings.days_are == "lifting" or _marked(facts, {"lifting"}),
    "massage": _has_massage,
    "warmth": lambda facts: _marked(facts, {"heat", "cold-pack", "warm-bath"}),
    "several-carers": lambda facts: _says(facts, courses.LOOKS, "care-team-share"),
    "no-change": lambda facts: _says(facts, trends.LOOKS, "trend-no-change"),
    "new": is_new,
    "goal": lambda facts: bool(facts.settings.goal),
    "works": lambda facts: bool(facts.settings.days_are),
    "older": lambda facts: facts.age is not None and facts.age >= OLDER,
    "illness": lambda facts: bool(facts.conditions - NO_ILLNESS),
    "long-pain": _hurts_for_long,
}
"""What looks whether each situation holds, the most pressing first."""


def situations(facts: Facts) -> Iterator[Situation]:
    """The situations that hold, the most pressing first."""
    return (situation for situation, holds in SITUATIONS.items() if holds(facts))
