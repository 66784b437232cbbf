"""The routine that Move opens on: what is planned for about now, else what fits the hour and the pain."""

import datetime as dt
import re

import msgspec

from backcare_tui.diary.records.check import Check
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.agenda import agenda
from backcare_tui.guidance.agenda_item import AgendaItem
from backcare_tui.guidance.hard_day import hard_day
from backcare_tui.guidance.now import likely_now
from backcare_tui.guidance.red_flags import standing
from backcare_tui.text import with_times

ABOUT_NOW = dt.timedelta(hours=2)
"""How far its planned time may be from now for a routine to be the one to open on (our own rule)."""
_CLOCK = re.compile(r"\d\d:\d\d")


class OpensOn(msgspec.Struct, frozen=True):
    """Where the cursor stands at first."""

    id: str
    """Of the routine; empty where it is a line of the week."""
    why: str
    """Why there, in a sentence or two."""
    line: int | None = None
    """The number of the line of one's own week."""


def opens_on(repository: Repository, clock: Clock) -> OpensOn | None:
    """Where to stand: on a hard day what fits now, else what is planned, else what fits.

    What is planned by hand counts for about its time; of one's own week the first line that is due.

    None while a warning sign is marked, and where nothing fits.
    """
    if standing(repository.entries(Check)).flags:
        return None
    is_hard = hard_day(repository, clock).is_hard
    if not is_hard:
        due = [each for each in agenda(repository, clock) if each.state == "due"]
        for each in due:
            if each.id == "routine" and _is_about_now(each, clock):
                return OpensOn(each.of, _say_planned(each))
        if line := next((each for each in due if each.id == "week-line"), None):
            return OpensOn("", "", int(line.of))
    fits = likely_now(repository, clock, is_hard=is_hard)
    return OpensOn(fits.routine.id, fits.why) if fits else None


def _is_about_now(planned: AgendaItem, clock: Clock) -> bool:
    """Whether its time is near, or none was said."""
    if not _CLOCK.fullmatch(planned.when):
        return True
    at = dt.datetime.combine(clock.today(), dt.time.fromisoformat(planned.when))
    return abs(clock.local(at) - clock.now()) <= ABOUT_NOW


def _say_planned(planned: AgendaItem) -> str:
    at = f", {with_times(planned.when)}" if planned.when else ""
    return f"Planned for today{at}."
