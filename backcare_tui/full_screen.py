"""Opens a diary, full screen, with all that is looked after while it is open."""

import gc
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from backcare_tui.app import BackcareApp
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.ending import die_of
from backcare_tui.opening import keys_beside, look_at, open_or_rescue
from backcare_tui.screens.frame.upkeep import NO_UPKEEP, Reopened, Upkeep
from backcare_tui.serving import is_served
from backcare_tui.store import safekeeping
from backcare_tui.store.copies import Copies
from backcare_tui.store.due import DueBackups
from backcare_tui.store.locked import places_of
from backcare_tui.tending import UNTENDED, Tended

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare_tui.diary.records.routine import Routine
    from backcare_tui.locksmith import FileLocksmith
    from backcare_tui.moving import Mover
    from backcare_tui.reminders.reminding import Reminding
    from backcare_tui.store.keys import Key


def run(
    path: Path,
    *,
    demo: bool = False,
    start: "Routine | None" = None,
    due: DueBackups | None = None,
    key: "Key | None" = None,
) -> int:
    """Open the diary in a file, full screen; gives the exit status.

    Args:
        path: The file.
        demo: Whether the heading says that it is made up.
        start: A routine to begin with.
        due: Knows which backups are to be made; what it has left at the end, the caller settles.
        key: What opens a locked diary; else its passphrase is asked for.

    Raises:
        CannotOpen: If the file cannot be read as a diary.
    """
    clock = Clock()
    if places_of(path).is_locked:
        from backcare_tui.unlock import ask_for_key  # noqa: PLC0415 - of a locked diary

        if (key := key or ask_for_key(path)) is None:
            return 0
    reopened: Reopened | None = None
    while True:
        locksmith = cache(partial(_locksmith, path, clock, key))
        mover = cache(partial(_mover, path))
        repository = open_or_rescue(path, clock, key)
        app = BackcareApp(
            repository,
            clock,
            "demo" if demo else "",
            start,
            upkeep=NO_UPKEEP if demo else _upkeep(path, clock, key, locksmith, mover),
            reopened=reopened,
            tended=UNTENDED if demo else _tended(repository, path, clock, due, key),
            reads_ahead=True,
            keys=keys_beside(path),
        )
        gc.freeze()  # what is there now stays: no need to walk through ten years again and again
        gc.enable()
        app.run()
        if app.ended_by is not None:
            die_of(app.ended_by)
        if app.reopening.said is None:
            return app.return_code or 0
        key, start = locksmith().key, None
        by = mover()
        is_moved = by is not None and by.path != path
        reopened = Reopened(app.reopening.said, is_moved)
        path = by.path if by else path


def _upkeep(
    path: Path,
    clock: Clock,
    key: "Key | None",
    locksmith: "Callable[[], FileLocksmith]",
    mover: "Callable[[], Mover | None]",
) -> Upkeep:
    """What a person may look after the file of a diary with."""
    return Upkeep(
        safekeeping=cache(partial(safekeeping, path, clock, key)),
        reminding=partial(_reminding, path),
        custody=partial(look_at, path, clock, key),
        locksmith=locksmith,
        mover=None if is_served() else mover,
    )


def _tended(
    repository: Repository, path: Path, clock: Clock, due: DueBackups | None, key: "Key | None"
) -> Tended:
    """What is looked after while the diary in a file is open."""
    if key is None:
        return Tended(due, Copies(path, clock))
    from backcare_tui.inbox import Settling  # noqa: PLC0415 - of a locked diary

    return Tended(due, Copies(path, clock, key=key), Settling(repository, path, key, clock))


def _locksmith(path: Path, clock: Clock, key: "Key | None") -> "FileLocksmith":
    from backcare_tui.locksmith import FileLocksmith  # noqa: PLC0415 - for the page of the lock

    return FileLocksmith(path, clock, key)


def _mover(path: Path) -> "Mover | None":
    """What moves the diary; None for one that a word or a variable names, which would name the old place for ever."""
    from backcare_tui.moving import Mover  # noqa: PLC0415 - rarely asked for
    from backcare_tui.store.moving import may_move  # noqa: PLC0415 - as above

    return Mover(path, partial(_reminding, path)) if may_move(path) else None


def _reminding(path: Path) -> "Reminding":
    from backcare_tui.reminders.reminding import Reminding  # noqa: PLC0415 - rarely asked for

    return Reminding(path)
