"""What was taken down before the months that the rules look at, and may wait for an answer until today.

A warning sign stands until somebody looked at it, however long that takes. To read ten years at
each look would be slow, and nothing but signs matters of them: so only the words of entries are
looked at, and only since the last answer. What may be a sign is then read, and with a fall the
days around it, whose pain tells whether it counts.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Repository
from backcare_tui.guidance.averages import FORTNIGHT
from backcare_tui.guidance.symptoms import (
    BUTTOCKS,
    COUGHS,
    FALLS,
    ILLNESSES,
    LEG,
    NO_CONTROL,
    NUMB,
    OF_PREGNANCY,
    SADDLE,
    SEAT_WORDS,
    STRAINS,
    TEMPERATURES,
    UPPER_BACK,
    causes,
    has_word,
)

FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Pain: ("areas", "area_severity", "qualities", "triggers"),
    Feeling: ("words",),
    Session: ("stopped", "leg"),
    Visit: ("side_effects",),
}
"""The fields of each kind that may name a sign."""
THINNED = dt.timedelta(days=FORTNIGHT)
"""Of what hurts day after day, one day in so many is enough: the first of it counts (our own rule)."""
AROUND = dt.timedelta(days=FORTNIGHT)
"""Days before and after a fall whose pain tells whether it counts."""

_RARE = FALLS | ILLNESSES | TEMPERATURES | COUGHS | OF_PREGNANCY
_OFTEN = (*NUMB, *SEAT_WORDS, *SADDLE, *BUTTOCKS, *LEG, *UPPER_BACK)


def signs_before(
    repository: Repository,
    between: Between,
    answers: Collection[dt.date],
    *,
    with_strains: bool,
) -> tuple[Record, ...]:
    """What may be a warning sign in some days, and what tells whether it is one.

    Args:
        repository: The diary.
        between: The days.
        answers: The days of checks that matter; what comes after one is looked at anew.
        with_strains: Whether lifting may be one: where bones may be thin.
    """
    found: dict[str, Record] = {}
    for kind, fields in FIELDS.items():
        named = repository.named(kind, fields, between)
        for day in _days_of_signs(named, answers, with_strains=with_strains):
            found |= {each.id: each for each in repository.entries(kind, (day, day))}
    names = FALLS | STRAINS if with_strains else FALLS
    around = {
        each.day
        for each in found.values()
        if isinstance(each, Pain | Feeling) and has_word(causes(each), names)
    }
    for day in around:
        pains = repository.entries(Pain, (day - AROUND, day + AROUND))
        found |= {each.id: each for each in pains}
    return tuple(found.values())


def _days_of_signs(
    named: Iterator[tuple[dt.date, frozenset[str]]],
    answers: Collection[dt.date],
    *,
    with_strains: bool,
) -> Iterator[dt.date]:
    """The days on which a sign is named; of what is named again and again, some of them."""
    read: dict[object, dt.date] = {}
    for day, names in named:
        rare, often = _signs(names, with_strains=with_strains)
        if rare:
            yield day
        elif often:
            since = frozenset(answer for answer in answers if answer < day)
            last = read.get((often, since))
            if last is None or day in answers or day - last > THINNED:
                read[often, since] = day
                yield day


@lru_cache(maxsize=4096)  # the same few words come back in thousands of entries
def _signs(names: frozenset[str], *, with_strains: bool) -> tuple[bool, frozenset[str]]:
    """Whether one of these tells of what is rare, and those that tell of what may last for years.

    That it is a sign is for `concerns` to say: this lets pass all that may be one.
    """
    small = {name: name.casefold() for name in names}
    of_session = {"chest-pain", "leg-weak"}
    no_control = any(part in each for each in small.values() for part in NO_CONTROL)
    is_rare = no_control or has_word(names, _RARE) or not names.isdisjoint(of_session)
    often = {name for name in names if any(part in small[name] for part in _OFTEN)}
    lifted = {name for name in names if with_strains and has_word([name], STRAINS)}
    return is_rare, frozenset(often | lifted)
