"""How the diary is kept: one TinyDB file, whole at every moment. `open_repository` is the door."""

from pathlib import Path

from backcare_tui.diary.when import Clock
from backcare_tui.store.lock import FileLock
from backcare_tui.store.migrate import SCHEMA, migrate_file
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.tiny import TinyRepository

__all__ = ["SCHEMA", "open_repository"]


def open_repository(path: Path, clock: Clock | None = None) -> TinyRepository:
    """The diary in a file; a file that is not there is an empty diary, made with the first entry.

    The one door of this package: the app and the command line come in here, screens never. A diary
    of an older form is brought to today's after a copy of it was put beside it; one of a newer form
    opens read-only.

        repository = open_repository(diary_path())
        repository.add(Pain(at=clock.now(), severity=4))

    Raises:
        CannotOpen: If there is a file that cannot be read as a diary; it is left as it is.
    """
    storage = FileStorage(path)
    lock = FileLock(storage.path)
    storage.load()
    migrate_file(storage, lock)
    return TinyRepository(storage, clock or Clock(), lock)
