"""The diary as a command opens it: unlocked where it is locked, its customs followed, what there is to know said."""

from pathlib import Path

from backcare_tui import store
from backcare_tui.cli.terminal import complain
from backcare_tui.cli.unlocking import key_to
from backcare_tui.diary.when import Clock
from backcare_tui.library.regions import follow_customs
from backcare_tui.store.keys import Key
from backcare_tui.store.tiny import TinyRepository


def open_repository(path: Path, clock: Clock) -> TinyRepository:
    """As `store.open_repository`; of a locked diary it asks for the passphrase, and takes the inbox in.

    Raises:
        CannotDo: If it is locked and nobody can be asked, or nobody knows.
        CannotOpen: If there is a file that cannot be read as a diary; it is left as it is.
    """
    return opened(path, clock, key_to(path))


def opened(path: Path, clock: Clock, key: Key | None) -> TinyRepository:
    """The diary that a key opens, with what waited for that; what there is to know is said.

    Raises:
        CannotOpen: If there is a file that cannot be read as a diary; it is left as it is.
    """
    repository = store.open_repository(path, clock, key)
    follow_customs(repository.settings())
    for notice in (*repository.notices, *settled(repository, path, key, clock)):
        complain(notice)
    return repository


def settled(
    repository: TinyRepository, path: Path, key: Key | None, clock: Clock
) -> tuple[str, ...]:
    """What waited for an unlock is done; a sentence for each thing to know. Nothing for a plain diary."""
    if key is None:
        return ()
    from backcare_tui.inbox import settle

    return settle(repository, path, key, clock)
