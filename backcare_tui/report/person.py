"""What somebody who lays hands on a person must know first: what was stated, asked, taken and seen."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.pain import Feeling, Pain
from backcare_tui.diary.records.visit import Visit
from backcare_tui.diary.repository import Between, Entries
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.known import MEDICINE_DAYS
from backcare_tui.guidance.profile import age_of, inflammatory_signs
from backcare_tui.guidance.red_flags import last_check
from backcare_tui.guidance.risks import STANDS_FOR
from backcare_tui.insight.medicines import MedicineDays, medicines_taken
from backcare_tui.library.medicines import sorts_of_medicine

PRIVATE_CONDITIONS = frozenset(("injected_drugs", "panic_breath_focus"))
"""Conditions that hands need not know of, and that are nobody else's business."""


class SignsSeen(msgspec.Struct, frozen=True):
    """A look for signs of inflammation, or a treatment at which some were seen."""

    day: dt.date
    found: tuple[str, ...]
    """Ids or own words; empty where it was looked, and there were none."""
    treatment: str = ""
    """The one at which they were seen, if it was at one that is told."""


class MindedMedicine(msgspec.Struct, frozen=True):
    """A medicine that pressure has to mind, as it was taken down in the last 60 days."""

    sort: str
    taken: MedicineDays


class TakeCare(msgspec.Struct, frozen=True):
    """What is known of a person, and what was never asked."""

    conditions: tuple[str, ...]
    """The ids of those that were stated and that hands have to know of."""
    asked: frozenset[str]
    """The ids of the conditions that the person was asked about."""
    for_long: tuple[str, ...]
    """The ids of the sorts of medicine that are taken for long."""
    minded: tuple[MindedMedicine, ...]
    age: int | None
    """In years, to the year."""
    signs: tuple[SignsSeen, ...]
    """Of the period, the last one first."""
    pain_since: int | None
    """The year in which the pain began."""
    inflammatory: frozenset[str] | None
    """The ids of the features of an inflammatory cause that were stated; None where they were never asked."""
    checked: dt.date | None
    """When the warning signs were last asked for, whenever that was."""


def take_care(  # noqa: PLR0913, PLR0917 - each is read by whoever asks
    diary: Entries,
    settings: Settings,
    span: Between,
    visits: Iterable[Visit],
    told: Collection[str],
    checks: Iterable[Check],
) -> TakeCare:
    """What is known of the person at the end of a time.

    Args:
        diary: As it may be told.
        settings: What was stated, which has no day.
        span: The first and the last day.
        visits: All of the time: signs at one matter, whoever saw them.
        told: The ids of the visits that may be told of.
        checks: All of them up to now.
    """
    _, last = span
    at = last_check(checks)
    return TakeCare(
        conditions=tuple(sorted(settings.conditions - PRIVATE_CONDITIONS)),
        asked=settings.conditions_asked | settings.conditions,
        for_long=tuple(sorted(settings.medicines or ())),
        minded=tuple(_minded(diary, last)),
        age=age_of(settings, last),
        pain_since=_up_to(settings.pain_since, last),
        inflammatory=None if settings.inflammatory_signs is None else inflammatory_signs(settings),
        signs=tuple(_signs(diary.entries(Signs, span), visits, told)),
        checked=at.date() if at else None,
    )


def _up_to(year: int | None, last: dt.date) -> int | None:
    return None if year is None or year > last.year else year


def _minded(diary: Entries, last: dt.date) -> Iterator[MindedMedicine]:
    since = (last - dt.timedelta(days=MEDICINE_DAYS - 1), last)
    entries: tuple[Pain | Feeling, ...] = (
        *diary.entries(Pain, since),
        *diary.entries(Feeling, since),
    )
    for taken in medicines_taken(entries):
        sorts = sorts_of_medicine(taken.name)
        yield from (MindedMedicine(sort, taken) for sort in STANDS_FOR if sort in sorts)


def _signs(
    looks: Sequence[Signs], visits: Iterable[Visit], told: Collection[str]
) -> Iterator[SignsSeen]:
    seen: list[Signs | Visit] = [*looks, *(each for each in visits if each.inflammation)]
    for each in sorted(seen, key=lambda each: each.order, reverse=True):
        treatment = each.treatment if isinstance(each, Visit) and each.id in told else ""
        yield SignsSeen(each.day, each.inflammation, treatment)
