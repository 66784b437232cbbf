"""7 days, 4 weeks and 12 months stay, whatever the clock says; one at the most goes at a time."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.diary.safekeeping import Backup, BackupReason
from backcare_tui.store.rotation import surplus

MONDAY = dt.date(2026, 11, 23)


def made(
    number: int, day: dt.date, reason: BackupReason = BackupReason.DAY, **more: bool
) -> Backup:
    return Backup(Path(f"{number}"), day, reason, **more)


def kept(days: Iterable[dt.date], reason: BackupReason = BackupReason.DAY) -> tuple[Backup, ...]:
    """What is left where a backup is made on each of these days, and one at the most goes each time."""
    backups: tuple[Backup, ...] = ()
    for number, day in enumerate(days):
        backups = (made(number, day, reason), *backups)
        old = surplus(backups, day)
        backups = tuple(each for each in backups if each != old)
    return backups


def test_of_two_years_the_last_of_seven_days_four_weeks_and_twelve_months_stay() -> None:
    start = MONDAY - dt.timedelta(days=729)
    days = [backup.day for backup in kept(start + dt.timedelta(days=n) for n in range(730))]
    assert days[:7] == [MONDAY - dt.timedelta(days=n) for n in range(7)]
    sundays = [MONDAY - dt.timedelta(days=1 + 7 * n) for n in range(3)]
    assert set(sundays) <= set(days)
    ends = [
        dt.date(2026 - (month > 10), month, 1) - dt.timedelta(days=1) for month in (11, 10, 9, 2, 1)
    ]
    assert {dt.date(2026, 10, 31), dt.date(2026, 9, 30), dt.date(2026, 2, 28)} <= set(days), ends
    assert dt.date(2025, 12, 31) in days
    assert len(days) <= 7 + 4 + 12


def test_a_clock_in_another_century_lets_no_recent_backup_go() -> None:
    before = [MONDAY + dt.timedelta(days=n) for n in range(10)]
    astray = [dt.date(2099, 1, 1) + dt.timedelta(days=n) for n in range(3)]
    after = [MONDAY + dt.timedelta(days=n) for n in range(10, 20)]
    days = [backup.day for backup in kept([*before, *astray])]
    assert set(days) >= {*before[-4:], *astray}
    assert [backup.day for backup in kept([*before, *astray, *after])][:7] == after[:2:-1]


@given(st.lists(st.dates(), min_size=1, max_size=60))
def test_the_newest_stays_and_so_many_at_most_whatever_the_dates(days: list[dt.date]) -> None:
    backups = kept(days)
    assert backups[0].day == days[-1]
    assert len(backups) >= min(7, len(set(days)))


def test_what_was_made_for_a_reason_stays_thirty_days_and_seven_days_with_backups() -> None:
    merge = made(0, MONDAY, BackupReason.MERGE)
    late = MONDAY + dt.timedelta(days=30)
    daily = tuple(made(n, late - dt.timedelta(days=n)) for n in range(1, 8))
    assert surplus((*daily, merge), late) == merge
    assert surplus((*daily, merge), late - dt.timedelta(days=1)) is None
    assert surplus((*daily[:6], merge), late) is None


def test_what_holds_far_less_takes_no_place_of_a_better_one() -> None:
    good = tuple(made(n, MONDAY - dt.timedelta(days=n)) for n in range(7))
    worse = tuple(made(10 + n, MONDAY + dt.timedelta(days=9 - n), is_aside=True) for n in range(9))
    assert surplus((*worse, *good), MONDAY) in worse
    assert surplus((*worse[:7], *good), MONDAY) is None
    unread = tuple(msg for msg in (made(30, MONDAY + dt.timedelta(days=11), is_whole=False),))
    assert surplus((*unread, *good), MONDAY) is None
