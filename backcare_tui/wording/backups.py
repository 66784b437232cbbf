"""Backups, and what restoring and recovering would do, in words for the shell and the screens."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from backcare_tui.diary.safekeeping import Backup, BackupReason, Recovery, Restoring, Way
from backcare_tui.text import say_count, say_day, say_list

_REASONS = {
    BackupReason.DAY: "by itself",
    BackupReason.ASKED: "asked for",
    BackupReason.RESTORE: "before restoring",
    BackupReason.MIGRATION: "before a new form of the file",
    BackupReason.IMPORT: "before a large import",
    BackupReason.MERGE: "before merging",
    BackupReason.LOCK: "before encryption",
}
_WAYS: dict[Way, tuple[str, str]] = {
    "brought": ("comes back", "come back"),
    "taken": ("goes", "go"),
    "put back": ("changes back", "change back"),
}
KB, MB = 1000, 1000_000
"""Bytes, as file managers count them."""
DAYS_NAMED = 12
"""Days that are named one by one before the rest is only counted."""


def say_reason(backup: Backup) -> str:
    """Why a backup was made, or what is wrong with it."""
    if not backup.is_whole:
        return "cannot be read"
    return _REASONS[backup.reason] + (", holds far less" if backup.is_aside else "")


def say_size(backup: Backup) -> str:
    """How large its file is: `62 KB`, `1.4 MB`; empty where that is not known."""
    if not backup.size:
        return ""
    if backup.size < MB:
        return f"{-(-backup.size // KB)} KB"
    return f"{backup.size / MB:.1f} MB"


def say_backup(backup: Backup, today: dt.date) -> str:
    """One backup: `the backup of Mon 23 Nov (before merging) with 1204 entries`."""
    why = (
        "" if backup.reason is BackupReason.DAY and backup.is_whole else f" ({say_reason(backup)})"
    )
    entries = say_count(backup.entries, "entry", "entries")
    return f"the backup of {say_day(backup.day, today)}{why} with {entries}"


def say_table(table: str) -> str:
    """A kind of entries, by the name of its table."""
    return table.replace("_", " ")


def say_ways(counts: Mapping[Way, int]) -> str:
    """What happens to how many entries: `2 come back, 1 goes`."""
    return ", ".join(
        f"{counts[way]} {_WAYS[way][counts[way] != 1]}" for way in _WAYS if counts.get(way)
    )


def say_difference(difference: Restoring, today: dt.date) -> Iterator[tuple[str, str]]:
    """What restoring would do: by table, then by day, the latest first; name and words of each."""
    for table, counts in difference.by_table().items():
        yield say_table(table), say_ways(counts)
    days = list(difference.by_day().items())
    for day, counts in days[:DAYS_NAMED]:
        yield say_day(day, today), say_ways(counts)
    if rest := days[DAYS_NAMED:]:
        together = sum((counts for _, counts in rest), Counter[Way]())
        yield f"{say_count(len(rest), 'day')} more", say_ways(together)


def say_recovery(recovery: Recovery, today: dt.date) -> Iterator[tuple[str, str]]:
    """What can be brought back of a damaged diary: name and words of each line."""
    yield "the file", f"{recovery.recovered} of about {recovery.about} entries are whole"
    if recovery.backup:
        day = say_day(recovery.backup.day, today)
        yield "the backup", f"{recovery.from_backup} more, from that of {day}"
    else:
        yield "the backup", "none can be read" if recovery.unread else "there is none"
    yield "together", say_count(recovery.entries, "entry", "entries")
    if recovery.lost_days:
        yield "lost", f"something of {_say_days(recovery.lost_days, today)}"
    if recovery.cut_tables:
        since = f" after {say_day(recovery.backup.day, today)}" if recovery.backup else ""
        kinds = say_list([say_table(table) for table in recovery.cut_tables])
        yield "perhaps", f"what was taken down{since} in {kinds} is lost: the file ends too early"


def _say_days(days: Sequence[dt.date], today: dt.date) -> str:
    named = [say_day(day, today) for day in days[:DAYS_NAMED]]
    rest = len(days) - len(named)
    return say_list([*named, f"{say_count(rest, 'day')} more"] if rest else named)
