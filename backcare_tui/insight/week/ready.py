"""When a week is ready to be looked at, and whether it was."""

import datetime as dt

from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock, week_of

LOOKED = "week_looked"
"""The setting that holds the first day of the last week that was looked at once it was ready."""
EVENING = dt.time(17)
"""From when on the last evening of a week it is ready; it is offered until the end of the next day."""


def week_ready(repository: Repository, clock: Clock) -> dt.date | None:
    """The first day of the week that is ready now and holds pain or sleep; else None."""
    now = clock.now()
    begins = 6 if repository.settings().get("week_start") == "sun" else 0
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
    is_seen = first is not None and repository.settings().get(LOOKED) == first.isoformat()
    return None if is_seen else first
