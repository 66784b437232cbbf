"""`merge`: the diary of another device comes in, entry by entry."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backcare_tui.cli.terminal import CannotDo, json_text, say, say_done
from backcare_tui.cli.unlocking import key_to
from backcare_tui.diary.when import Clock
from backcare_tui.files import from_home
from backcare_tui.store.brought import Brought
from backcare_tui.store.copies import merge_file
from backcare_tui.store.merge import CannotMerge


def merge(args: Namespace, path: Path, clock: Clock) -> int:
    """Merge another device's copy of this diary, entry by entry; the copy stays as it is.

    Raises:
        CannotDo: If there is none, or it is no copy of this diary.
        CannotKeep: If the backup or the diary could not be made durable; nothing is changed.
    """
    from backcare_tui.wording.merges import say_brought, say_counts, say_open

    file = from_home(args.file)
    try:
        brought = merge_file(path, file, clock, key=key_to(path), dry_run=args.dry_run)
    except FileNotFoundError:
        raise CannotDo(f"There is no file {file}.") from None
    except CannotMerge as error:
        raise CannotDo(str(error)) from error
    if args.json:
        tell = say if args.dry_run else say_done
        tell(json_text(_as_json(args, brought)))
    elif args.dry_run and not brought.is_nothing:
        say(f"Merging would bring: {say_counts(brought)}.", *say_open(brought, clock.today()))
    else:
        say_done(say_brought(brought, clock.today(), args.file))
    return 0


def _as_json(args: Namespace, brought: Brought) -> dict[str, Any]:
    return {
        "dry_run": args.dry_run,
        "added": brought.added,
        "changed": brought.changed,
        "removed": brought.removed,
        "others": brought.others,
        "nights_twice": [day.isoformat() for day in brought.nights],
        "ahead": brought.ahead and brought.ahead.isoformat(timespec="milliseconds"),
    }


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"merge": merge}
