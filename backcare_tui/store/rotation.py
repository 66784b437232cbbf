"""Which backup may go: 7 days, 4 weeks and 12 months stay, and what was made for a reason 30 days."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from backcare_tui.diary.safekeeping import Backup, BackupReason

DAYS, WEEKS, MONTHS = 7, 4, 12
REASON_KEPT = dt.timedelta(days=30)
"""How long what was made before a restore, a merge and the like stays beside the others."""

Period = Callable[[dt.date], tuple[int, ...]]
_PERIODS: tuple[tuple[Period, int], ...] = (
    (lambda day: (day.toordinal(),), DAYS),
    (lambda day: tuple(day.isocalendar()[:2]), WEEKS),
    (lambda day: (day.year, day.month), MONTHS),
)


def surplus(backups: Sequence[Backup], today: dt.date) -> Backup | None:
    """The one backup that may go now, the one made first; None where all are to stay.

    What counts is the order in which they were made, and of how many days, weeks and months they are:
    a clock that was set to another year and back lets none of them go. The newest good one stays in
    any case. Those set aside, as they hold far less, have places of their own and take none; what
    cannot be read takes none either.

    Args:
        backups: All of them, the one made last first.
        today: The day by the clock, as it is.
    """
    kept = set(_kept(backups, today))
    newest = next((each.path for each in backups if each.is_whole and not each.is_aside), None)
    return next((b for b in reversed(backups) if b.path not in kept and b.path != newest), None)


def _kept(backups: Sequence[Backup], today: dt.date) -> Iterator[Path]:
    days = [each for each in backups if each.reason is BackupReason.DAY]
    for is_aside in (False, True):
        series = [each for each in days if each.is_aside == is_aside and each.is_whole]
        for period, most in _PERIODS:
            yield from _newest_of_each(series, period, most)
    for place, each in enumerate(backups):
        if each.reason is not BackupReason.DAY or not each.is_whole:
            later = {other.day for other in backups[:place]}
            if today - each.day < REASON_KEPT or len(later) < DAYS:
                yield each.path


def _newest_of_each(series: Sequence[Backup], period: Period, most: int) -> Iterator[Path]:
    """The one made last in each of the newest days, weeks or months."""
    seen: set[tuple[int, ...]] = set()
    for each in series:
        named = period(each.day)
        if named not in seen and len(seen) < most:
            seen.add(named)
            yield each.path
