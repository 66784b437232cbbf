"""The hours of one day: when it hurt, when one slept, moved, and ate or drank."""

import datetime as dt

import msgspec

from backcare_tui.diary.here import entries_of_today
from backcare_tui.diary.night_ends import night_ends
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock

MINUTES_OF_DAY = 24 * 60


class DayHours(msgspec.Struct, frozen=True):
    """A day by the minutes since midnight, 0 to 1439, each list in the order of time."""

    pains: tuple[tuple[int, int], ...] = ()
    """Minute and severity."""
    in_bed: tuple[tuple[int, int], ...] = ()
    """First and last minute of what lies on this day of each night."""
    sessions: tuple[int, ...] = ()
    meals: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no hour of it is known."""
        return not (self.pains or self.in_bed or self.sessions or self.meals)


def hours_of_today(repository: Repository, clock: Clock) -> DayHours:
    """Today by its hours, as they were on the clock where each entry was made."""
    nights = (night_ends(each, clock) for each in entries_of_today(repository, Night, clock))
    spans = [(_minute(ends.bed), _minute(ends.up)) for ends in nights if ends]
    return DayHours(
        tuple((_minute(p.at), p.severity) for p in entries_of_today(repository, Pain, clock)),
        tuple((bed if bed < up else 0, up) for bed, up in spans),
        tuple(_minute(each.at) for each in entries_of_today(repository, Session, clock)),
        tuple(_minute(each.at) for each in entries_of_today(repository, Meal, clock)),
    )


def _minute(moment: dt.datetime) -> int:
    return moment.hour * 60 + moment.minute
