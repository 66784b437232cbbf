"""Flare-ups: spells of days that are worse than what was usual before them.

A flare-up lasts hours to weeks and is hard to bear (Costa 2019). The person's word makes one at once. By the
numbers alone one bad day is none yet: days swing, and of people's own flares most are not their days of most
pain (Costa 2019), so it takes two noted days in a row and the person's own spread. From which pain on a day is
bad, and when a spell is over, are our own rules.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.derived import mean, pain_by_day
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Between, Entries
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.averages import DIGITS, MONTH, days_up_to, median14

LEAST_PAIN, LEAST_RISE = 4, 2
"""Of 10, and points above the usual, from which a day is a bad one (our own rule)."""
OWN_SPREADS = 2
"""Standard deviations of the days before that two bad days lie above the usual, on average, to be a flare."""
ENOUGH_DAYS = 3
"""Bad days in a row that are a flare in whoever swings widely, too.

Both our own rules: of made-up months in which nothing flares, 2 in 100 at most have three (`bench_week`).
"""
CALM_RISE = 1
"""Points above the usual up to which a day is calm again; two such in a row end it (our own rule)."""
LOOKED_BACK = dt.timedelta(days=56)
"""How far back entries are read to tell what pain was usual before a flare (our own rule)."""
SILENT_DAYS = 3
"""Days without an entry after which nobody knows whether a flare goes on (our own rule)."""
_HAIR = 10.0**-DIGITS


class Flare(msgspec.Struct, frozen=True):
    """One spell."""

    first: dt.date
    usual: float | None
    """The median of the 14 days before it, which does not creep up while it lasts.

    None where fewer than 5 of them have a value: then only the person's word says what a flare is.
    """
    last: dt.date
    """The last day with an entry that belongs to it."""
    bad: tuple[dt.date, ...]
    """The days of it that are days of a flare, by the person's word or by the pain."""
    calm: bool = False
    """Whether the last day with an entry was calm."""
    is_over: bool = False
    """Whether two calm days ended it, or a bad day passed before it was one."""
    eased: dt.date | None = None
    """The second of two calm days in a row; None where a day without an entry lies between."""
    next_from: float | None = None
    """Of bad days that may yet pass: what the pain of the second had to be for both to be a flare; else None."""

    @property
    def days(self) -> int:
        """How many days it is known to have lasted so far, the first and the last included."""
        return (self.last - self.first).days + 1

    @property
    def is_known(self) -> bool:
        """Whether the person's word, or days in a row, say that it is one; a first bad day may be its start."""
        return self.next_from is None

    def is_active(self, day: dt.date) -> bool:
        """Whether it goes on to a day: not over, and not silent for three whole days."""
        return not self.is_over and (day - self.last).days <= SILENT_DAYS

    def is_far_at(self, first: float) -> bool:
        """Whether it is known, or its first day alone, of this pain, lies beyond the person's own spread."""
        return self.next_from is None or first + _HAIR >= self.next_from

    def is_calm_at(self, pain: float) -> bool:
        """Whether a day of this pain is calm: at most 1 point above the usual."""
        return self.usual is not None and round(pain - self.usual, DIGITS) <= CALM_RISE


def flares_of(pains: Iterable[Pain], pain_by_day: Mapping[dt.date, float]) -> tuple[Flare, ...]:
    """Every spell of some time that is known to be a flare, in its order; as `spells_of` takes them."""
    return tuple(spell for spell in spells_of(pains, pain_by_day) if spell.is_known)


def spells_of(pains: Iterable[Pain], pain_by_day: Mapping[dt.date, float]) -> tuple[Flare, ...]:
    """Every flare of some time, and the bad days that did not become one, in their order.

    Args:
        pains: The entries, for which of their days the person called a flare-up.
        pain_by_day: The mean pain of each of their days, in the order of days.
    """
    marked = {entry.day for entry in pains if entry.is_flare}
    found: list[Flare] = []
    for day, pain in pain_by_day.items():
        is_marked = day in marked
        if found and found[-1].is_active(day):
            found[-1] = _with_day(found[-1], day, pain, is_marked=is_marked)
            if found[-1].last == day:
                continue
        if not is_marked and pain < LEAST_PAIN:
            continue  # whatever is usual, which takes a while to find for each day of ten years
        usual = median14(pain_by_day, day)
        if is_marked:
            found.append(Flare(day, usual, day, (day,)))
        elif usual is not None and _is_bad(pain, usual):
            both = usual + OWN_SPREADS * _spread(pain_by_day, day, found)
            found.append(Flare(day, usual, day, (day,), next_from=2 * both - pain))
    return tuple(found)


def flare_days(repository: Entries, span: Between, clock: Clock) -> tuple[dt.date, ...]:
    """The days of some time that were bad ones of a flare; what is usual is known from before it."""
    first, last = span
    entries = repository.entries(Pain, (first - LOOKED_BACK, last))
    pains = [entry for entry in entries if entry.at <= clock.now()]
    days = {day for flare in flares_of(pains, pain_by_day(pains)) for day in flare.bad}
    return tuple(sorted(day for day in days if first <= day <= last))


def flare_going_on(
    pains: Iterable[Pain], pain_by_day: Mapping[dt.date, float], today: dt.date
) -> Flare | None:
    """The flare-up that goes on today, as the rules see it; None where none does.

    Args:
        pains: The entries of the weeks up to today, as many as `LOOKED_BACK` has.
        pain_by_day: The mean pain of each of their days, in the order of days.
        today: The day.
    """
    spells = spells_of(pains, pain_by_day)
    last = spells[-1] if spells else None
    return last if last and last.is_known and last.is_active(today) else None


def _with_day(flare: Flare, day: dt.date, pain: float, *, is_marked: bool) -> Flare:
    """The spell after one more day with an entry; a bad day that no other follows is over without it."""
    is_bad = is_marked or _is_bad(pain, flare.usual)
    if flare.next_from is not None and not is_bad:
        return replace(flare, is_over=True)
    if flare.next_from is not None:
        is_known = is_marked or pain + _HAIR >= flare.next_from or len(flare.bad) + 1 >= ENOUGH_DAYS
        limit = None if is_known else flare.next_from
        return replace(flare, last=day, bad=(*flare.bad, day), next_from=limit)
    if is_bad:
        return replace(flare, last=day, bad=(*flare.bad, day), calm=False)
    # Without a usual pain to hold it against, a day that is no longer marked is the calm one.
    is_calm = flare.usual is None or flare.is_calm_at(pain)
    if not (is_calm and flare.calm):
        return replace(flare, last=day, calm=is_calm)
    in_a_row = flare.usual is not None and (day - flare.last).days == 1
    return replace(flare, last=day, is_over=True, eased=day if in_a_row else None)


def _is_bad(pain: float, usual: float | None) -> bool:
    if usual is None or pain < LEAST_PAIN:
        return False
    return round(pain - usual, DIGITS) >= LEAST_RISE


def _spread(pain_by_day: Mapping[dt.date, float], day: dt.date, found: Iterable[Flare]) -> float:
    """The standard deviation of the four weeks before a day; 0 where fewer than two of their days are known.

    Days of earlier flares are left out, else who has had one would need a worse one to be believed.
    """
    known = [flare for flare in found if flare.is_known]
    values = [
        pain_by_day[each]
        for each in days_up_to(day - dt.timedelta(days=1), MONTH)
        if each in pain_by_day and not any(flare.first <= each <= flare.last for flare in known)
    ]
    if len(values) < 2:
        return 0
    center = mean(values)
    return math.sqrt(sum((value - center) ** 2 for value in values) / (len(values) - 1))
