"""`backup`, `backups`, `restore`, `recover`: copies of the diary, and the ways back to them."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from backcare_tui.cli.asking import ask
from backcare_tui.cli.targets import refuse_to_overwrite
from backcare_tui.cli.terminal import CannotDo, columns, say, say_done, say_json
from backcare_tui.cli.unlocking import key_to
from backcare_tui.diary.safekeeping import Backup, BackupReason, Restoring
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock, read_day
from backcare_tui.files import from_home
from backcare_tui.store import safekeeping
from backcare_tui.store.locked import places_of
from backcare_tui.store.ways_back import FileSafekeeping
from backcare_tui.text import clean, say_count, say_day, sentence_case
from backcare_tui.wording.backups import (
    say_backup,
    say_difference,
    say_reason,
    say_recovery,
    say_size,
)

_OF_ANOTHER = "It is of another diary, which would take the place of this one."


def backup(args: Namespace, path: Path, clock: Clock) -> int:
    """Make a backup now, beside the others or in a file of one's own choice."""
    safe = safekeeping(path, clock, key_to(path))
    if args.file:
        target = Path(args.file)
        refuse_to_overwrite(target, path, force=args.force)
        count = safe.write_to(target)
    else:
        made = safe.back_up()
        target, count = made.path, made.entries
    say_done(clean(f"Backed up to {target}: {_entries(count)}"))
    return 0


def backups(args: Namespace, path: Path, clock: Clock) -> int:
    """The backups of this diary, newest first: day, entries, size, why it was made, and its file."""
    safe = safekeeping(path, clock)
    found = safe.backups()
    if args.json:
        say_json({"folder": str(safe.folder), "backups": [_as_json(each) for each in found]})
        return 0
    say(*columns(map(_row, found)) if found else ["There is no backup of this diary yet."])
    say(clean(f"They are in {safe.folder}"))
    return 0


def restore(args: Namespace, path: Path, clock: Clock) -> int:
    """Put a backup in the place of the diary, after it was said what that does.

    Raises:
        CannotDo: If there is no such backup, or nobody said yes.
    """
    safe, today = safekeeping(path, clock, key_to(path)), clock.today()
    chosen = _chosen(args.which, safe, clock)
    difference = safe.difference(chosen)
    named = say_backup(chosen, today)
    if not difference.entries and places_of(path).file.exists() and not safe.is_damaged():
        say(f"The diary is as {named} has it. Nothing was changed.")
        return 0
    other = (_OF_ANOTHER,) if difference.is_of_another else ()
    lines = (sentence_case(f"{named}:"), *_indented(_of(difference, today)), *other)
    if args.dry_run:
        say(*lines)
        return 0
    if not args.yes:
        what = (
            "Nothing was restored: backcare restore --dry-run says what it would do, --yes does it."
        )
        kept = "What stands there now is kept in the backups first."
        ask(
            (*lines, kept, "y restores it; anything else leaves the diary as it is."),
            "Nothing was restored",
            what,
        )
    aside = safe.restore(chosen, difference)
    say_done(
        sentence_case(f"{named}, is restored."),
        clean(f"The damaged diary is kept as {aside}")
        if aside
        else "What stood there is kept in the backups; backcare restore brings that back.",
    )
    return 0


def recover(args: Namespace, path: Path, clock: Clock) -> int:
    """Bring back what can be read in a damaged diary, joined with its newest good backup.

    Raises:
        CannotDo: If there is nothing to bring back, or nobody said yes.
    """
    safe, today, file = safekeeping(path, clock, key_to(path)), clock.today(), places_of(path).file
    found = safe.recovery()
    if found is None:
        say(clean(f"{file}: this diary is not damaged, there is nothing to recover."))
        return 0
    if not found.entries:
        raise CannotDo(
            f"Nothing in {file} can be read, and no backup has it. It was left as it is."
        )
    state = "damaged" if file.exists() else "gone"
    lines = (
        clean(f"{file}: this diary is {state}. What can be brought back:"),
        *_indented(say_recovery(found, today)),
    )
    if args.dry_run:
        say(*lines)
        return 0
    if not args.yes:
        what = "Nothing was recovered: backcare recover --dry-run says what can be, --yes does it."
        kept = "The damaged file is kept beside it under another name."
        ask(
            (*lines, kept, "y puts it in place; anything else leaves the file as it is."),
            "Nothing was recovered",
            what,
        )
    aside = safe.recover(found)
    beside = (f"The damaged file is kept as {aside}",) if aside else ()
    say_done(f"Recovered: {_entries(found.entries)}", *map(clean, beside))
    return 0


def _chosen(which: str | None, safe: FileSafekeeping, clock: Clock) -> Backup:
    """The backup that is named by a file or a day, else the newest good one."""
    if which is None:
        if newest := safe.newest_good():
            return newest
        raise CannotDo(f"There is no backup of this diary in {safe.folder}.")
    found = safe.backups()
    file = from_home(which)
    named = next((each for each in found if file in {each.path, Path(each.path.name)}), None)
    if named or file.exists():
        return named or safe.outside(file)
    try:
        day = read_day(which, clock)
    except BadValue:
        raise CannotDo(
            f'"{which}" is neither a file nor a day; backcare backups lists what there is.'
        ) from None
    return _of_day(day, found, clock)


def _of_day(day: dt.date, found: Iterable[Backup], clock: Clock) -> Backup:
    """The backup of a day: the state before its first change, else the one made last on it."""
    of = [each for each in found if each.day == day and each.is_whole]
    first = next((each for each in of if each.reason is BackupReason.DAY), None)
    if not of:
        said = say_day(day, clock.today())
        raise CannotDo(f"There is no backup of {said}; backcare backups lists what there is.")
    return first or of[0]


def _of(difference: Restoring, today: dt.date) -> Iterator[tuple[str, str]]:
    return say_difference(difference, today) if difference.entries else iter([("all", "the same")])


def _indented(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (clean(f"  {line}") for line in columns(rows))


def _entries(count: int) -> str:
    return say_count(count, "entry", "entries")


def _row(backup: Backup) -> tuple[str, ...]:
    entries = str(backup.entries) if backup.is_whole else "?"
    size = say_size(backup)
    return str(backup.day), f"{entries:>6}", f"{size:>7}", say_reason(backup), backup.path.name


def _as_json(backup: Backup) -> dict[str, object]:
    return {
        "file": backup.path.name,
        "day": str(backup.day),
        "reason": backup.reason.value,
        "entries": backup.entries if backup.is_whole else None,
        "bytes": backup.size or None,
        "generation": backup.generation,
        "whole": backup.is_whole,
        "aside": backup.is_aside,
    }


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {
    "backup": backup,
    "backups": backups,
    "restore": restore,
    "recover": recover,
}
