"""What massage is said to do: how good the evidence is, and what one's own diary shows of it.

A mean is said from four massages on; with fewer, the numbers themselves and how many it takes.
What the diary shows is never called an effect: there is no massage-free twin to hold it against.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Literal

import msgspec

from backcare_tui.diary.derived import mean
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.visit import Visit
from backcare_tui.guidance.care.course import MASSAGE
from backcare_tui.library.areas import area, area_groups
from backcare_tui.library.data_files import load
from backcare_tui.text import say_count, say_minutes, say_number

LEAST = 4
"""Massages, and nights of each group, from which on a mean is said: never a trend from fewer."""
NEAR_DAYS = 7
"""Other nights are those within a week of a massage, so that like weeks are compared (our own rule)."""
PACKAGE_DAYS = 42
RELAXING = ("swedish", "hot-stone", "chair", "partner", "device", "self", "lymphatic")
"""Kinds that mean to relax; the rest work on what is tight or tender."""

Evidence = Literal["some", "low", "little", "mixed", "none"]
EVIDENCE: Mapping[Evidence, str] = {
    "some": "some evidence",
    "low": "low to very low evidence",
    "little": "little evidence",
    "mixed": "mixed evidence",
    "none": "no trial",
}
"""How good the evidence is, in words."""


class Benefit(msgspec.Struct, frozen=True):
    """Something that massage is said to do."""

    id: str
    title: str
    says: str
    evidence: Evidence
    why: str
    """What that judgment rests on."""
    source: str


class _Benefits(msgspec.Struct, frozen=True):
    benefits: tuple[Benefit, ...]


class Given(msgspec.Struct, frozen=True):
    """What the figures are made from; entries of any order."""

    visits: tuple[Visit, ...] = ()
    """Visits of all treatments."""
    nights: Mapping[dt.date, Night] = {}
    """By the day of waking."""
    asleep: Mapping[dt.date, int] = {}
    """Minutes asleep, by the day of waking."""
    sessions: tuple[Session, ...] = ()
    today: dt.date = dt.date.min

    @property
    def massages(self) -> tuple[Visit, ...]:
        """The massages, in the order of time."""
        found = (visit for visit in self.visits if visit.treatment == MASSAGE)
        return tuple(sorted(found, key=lambda visit: visit.order))


class ComparedNights(msgspec.Struct, frozen=True):
    """A number of the nights after a massage, and of the other nights of those weeks."""

    after: tuple[float, ...]
    others: tuple[float, ...]

    @property
    def is_enough(self) -> bool:
        """Whether both groups are large enough to speak of their means."""
        return min(len(self.after), len(self.others)) >= LEAST


@cache
def benefits() -> Mapping[str, Benefit]:
    """Every benefit by its id, in the order in which they are shown."""
    found = load("guidance", "benefits", _Benefits).benefits
    return {each.id: each for each in found}


def own_figures(given: Given) -> dict[str, str]:
    """What the diary shows of each benefit, by its id, in a sentence or two.

    Every benefit that a diary can speak of is there, also where it still has nothing to say.
    """
    massages = given.massages
    return {
        "pain": _say_pairs(massages, "pain_before", "pain_after", "Pain", "of 10"),
        "bend": _say_pairs(massages, "bend_before", "bend_after", "Bending", "of 10"),
        "mood": _say_pairs(massages, "mood_before", "mood_after", "Mood", "of 5"),
        "nights": _say_nights(massages, given),
        "soreness": _say_soreness(massages),
        "kinds": _say_kinds(massages),
        "package": _say_package(massages, given),
        "where": _say_where(massages),
    }


def pairs(massages: Iterable[Visit], before: str, after: str) -> tuple[tuple[int, int], ...]:
    """The numbers before and after of the massages that state both."""
    both = ((getattr(each, before), getattr(each, after)) for each in massages)
    return tuple((a, b) for a, b in both if a is not None and b is not None)


def compare_nights(massages: Iterable[Visit], values: Mapping[dt.date, float]) -> ComparedNights:
    """A number of nights by the day of waking: those after a massage, and the others near them."""
    days = {visit.day for visit in massages}
    after = {day + dt.timedelta(days=1) for day in days}
    near = {day + dt.timedelta(days=n) for day in after for n in range(-NEAR_DAYS, NEAR_DAYS + 1)}
    return ComparedNights(_known(values, after), _known(values, near - after))


def _known(values: Mapping[dt.date, float], days: Collection[dt.date]) -> tuple[float, ...]:
    return tuple(values[day] for day in sorted(days) if day in values)


def _say_pairs(massages: Sequence[Visit], before: str, after: str, what: str, scale: str) -> str:
    found = pairs(massages, before, after)
    if not found:
        return f"{what} before and after is not noted yet; a visit has a line for it."
    if len(found) < LEAST:
        each = ", ".join(f"{a} → {b}" for a, b in found)
        return f"{what} {scale}: {each}. {_more(len(found), 'massage with both numbers')}"
    means = (mean([a for a, _ in found]), mean([b for _, b in found]))
    said = " → ".join(map(say_number, means))
    return f"{what} {scale}: {said} on average over {say_count(len(found), 'massage')}."


def _more(count: int, what: str) -> str:
    left = LEAST - count
    noun = what.replace("massage", "massages", 1) if left > 1 else what
    return f"{left} more {noun}, and a mean is said."


def _say_nights(massages: Sequence[Visit], given: Given) -> str:
    lengths = compare_nights(massages, given.asleep)
    rated = {day: night.quality for day, night in given.nights.items() if night.quality}
    quality = compare_nights(massages, rated)
    if not lengths.is_enough and not quality.is_enough:
        best = max((lengths, quality), key=lambda each: min(len(each.after), len(each.others)))
        return (
            f"{say_count(len(best.after), 'night')} after a massage and {len(best.others)} others "
            f"of those weeks are known; it takes {LEAST} of each to compare."
        )
    said = []
    if lengths.is_enough:
        said.append(f"{_against(lengths, say_minutes)} asleep")
    if quality.is_enough:
        said.append(f"quality {_against(quality, say_number)} of 5")
    return (
        f"After a massage against the other nights of those weeks: {'; '.join(said)}. "
        "Other things differ between such nights too."
    )


def _against(of: ComparedNights, say: Callable[[float], str]) -> str:
    after, others = (say(mean(group)) for group in (of.after, of.others))
    return f"{after} ({len(of.after)}) against {others} ({len(of.others)})"


def _say_soreness(massages: Sequence[Visit]) -> str:
    known = [each.sore_next_day for each in massages if each.sore_next_day is not None]
    if not known:
        return "Soreness the day after is not noted yet; Today asks for it the next morning."
    if len(known) < LEAST:
        each = ", ".join(map(str, known))
        return f"Sore the day after, of 10: {each}. {_more(len(known), 'massage with it')}"
    return (
        f"Sore the day after: {say_number(mean(known))} of 10 on average "
        f"over {say_count(len(known), 'massage')}."
    )


def _say_kinds(massages: Sequence[Visit]) -> str:
    groups: dict[bool, list[Visit]] = {True: [], False: []}
    for each in massages:
        if each.kind:
            groups[each.kind in RELAXING].append(each)
    said = [
        _say_kind(name, groups[is_relaxing])
        for name, is_relaxing in (("To relax", True), ("Therapeutic", False))
    ]
    return " ".join(said)


def _say_kind(name: str, visits: Sequence[Visit]) -> str:
    found = pairs(visits, "pain_before", "pain_after")
    if not found:
        return f"{name}: none with both numbers."
    if len(found) < LEAST:
        return f"{name}: {', '.join(f'{a} → {b}' for a, b in found)}."
    before, after = mean([a for a, _ in found]), mean([b for _, b in found])
    return f"{name}: {say_number(before)} → {say_number(after)} over {len(found)}."


def _say_package(massages: Sequence[Visit], given: Given) -> str:
    first = given.today - dt.timedelta(days=PACKAGE_DAYS - 1)
    visits = sum(first <= each.day <= given.today for each in massages)
    sessions = sum(first <= each.day <= given.today for each in given.sessions)
    return (
        f"In the last six weeks: {say_count(visits, 'massage')} and "
        f"{say_count(sessions, 'session')} of movement."
    )


def _say_where(massages: Sequence[Visit]) -> str:
    groups = {word.id: word.name for word in area_groups()}
    counted = Counter(group for each in massages for group in {*map(_group, each.areas)} if group)
    total = sum(bool(each.areas) for each in massages)
    if not total:
        return "No areas are noted yet."
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    named = ", ".join(f"{groups[group].lower()} {n}" for group, n in islice(ranked, 3))
    return f"Of {say_count(total, 'massage')} with areas: {named}."


def _group(area_id: str) -> str:
    try:
        return area(area_id).group
    except KeyError:
        return ""
