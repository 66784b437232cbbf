"""The words of the commands that are about the file: in and out, backups, other devices, the lock."""

from argparse import ArgumentParser
from typing import TYPE_CHECKING

from backcare_tui.cli.offered import export_names
from backcare_tui.cli.parser_options import add_dry_run, add_json, add_switch, add_yes
from backcare_tui.text import say_list

if TYPE_CHECKING:
    from backcare_tui.cli.parsing import Parser


def add_export(export: "Parser") -> None:
    """The words of `export`."""
    from backcare_tui.cli.export import export_formats

    formats = export_formats()
    endings = say_list([each.ending for each in formats], "or")
    explained = f"its name ends in {endings}; - is standard output"
    export.add_argument("file", metavar="FILE", help=explained)
    names = say_list([each.name for each in formats], "or")
    export.add_argument("--format", metavar="NAME", help=names)
    export.offered["format"] = export_names
    export.add_argument("--force", action="store_true", help="write over a file that is there")


def add_backup(backup: ArgumentParser) -> None:
    """The words of `backup`."""
    explained = "a file of your own choice; compressed if its name ends in .gz"
    backup.add_argument("file", metavar="FILE", nargs="?", help=explained)
    backup.add_argument("--force", action="store_true", help="write over a file that is there")


def add_restore(restore: ArgumentParser) -> None:
    """The words of `restore`."""
    explained = "a backup by its file or its day; the newest good one if not stated"
    restore.add_argument("which", metavar="FILE-OR-DAY", nargs="?", help=explained)
    add_way_back(restore)


def add_way_back(back: ArgumentParser) -> None:
    """The words of whatever puts another state in place: `restore` and `recover`."""
    add_switch(back, "--dry-run", "only say what it would do")
    add_yes(back)


def add_import(bring: ArgumentParser) -> None:
    """The words of `import`."""
    from backcare_tui.exchange.known import say_others

    explained = f"such as an export of {say_others()}; - is standard input"
    bring.add_argument("file", metavar="FILE", help=explained)
    bring.add_argument("--format", metavar="NAME", help="what wrote it, if it cannot be told")
    explained = "also take entries that read otherwise in the file"
    bring.add_argument("--take-changes", action="store_true", help=explained)
    explained = "also take in again what was removed here"
    bring.add_argument("--with-removed", action="store_true", help=explained)
    add_dry_run(bring)
    add_json(bring)


def add_merge(merge: ArgumentParser) -> None:
    """The words of `merge`."""
    merge.add_argument("file", metavar="FILE", help="another device's copy of this diary")
    add_dry_run(merge)
    add_json(merge)


def add_encrypt(lock: ArgumentParser) -> None:
    """The words of `encrypt`."""
    lock.add_argument("--sheet", metavar="FILE", help="the recovery sheet into this file")
    add_switch(lock, "--keyring", "let the keyring of this system open the diary")
    add_switch(lock, "--no-keyring", "have the keyring forget the key")
    add_switch(lock, "--new-passphrase", "of a locked diary: choose another passphrase")
    add_yes(lock)
