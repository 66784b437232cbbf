"""Whether a diary is older than its own backups: an earlier copy that was put in its place."""

from collections.abc import Callable

from backcare_tui.store.identity import Identity

BackedUp = Callable[[str], int | None]
"""Gives the generation of the newest good backup of a diary, named by its id; None where there is none."""


def nothing_backed_up(_diary: str) -> int | None:
    """There are no backups."""
    return None


def say_older(known: Identity | None, backed_up: BackedUp) -> str:
    """That a diary is older than its newest backup, as a sentence; empty where it is not.

    >>> say_older(Identity("d-1", "laptop", 7), lambda diary: 7)
    ''
    >>> say_older(Identity("d-1", "laptop", 7), lambda diary: 9)[:44]
    'This diary is older than its last backup (7 '
    """
    newest = backed_up(known.diary) if known else None
    if known is None or newest is None or newest <= known.generation:
        return ""
    return (
        f"This diary is older than its last backup ({known.generation} saves, the backup {newest}): "
        "an earlier copy was put in its place. What was taken down since then is in the backup; "
        "backcare restore --dry-run shows it."
    )
