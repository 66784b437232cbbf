"""When a week is ready to be looked at, and whether it was."""

import datetime as dt

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock, week_of

EVENING = dt.time(17)
"""From when on the last evening of a week it is ready; it is offered until the end of the next day."""


def week_ready(repository: Repository, clock: Clock) -> dt.date | None:
    """The first day of the week that is ready now and holds pain or sleep; else None."""
    now = clock.now()
    begins = repository.settings().first_weekday
    first, last = week_of(now.date(), begins)
    if now.date() != last or now.time() < EVENING:
        if now.date() != first:
            return None
        first, last = first - dt.timedelta(days=7), first - dt.timedelta(days=1)
    is_kept = any(repository.entries(kind, (first, last)) for kind in (Pain, Night))
    return first if is_kept else None


def week_to_look_at(repository: Repository, clock: Clock) -> dt.date | None:
    """The first day of the week that is ready and was not looked at yet; else None."""
    first = week_ready(repository, clock)
    return None if first == repository.settings().week_looked else first
