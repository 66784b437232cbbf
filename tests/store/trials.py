"""Each kind of change, with a fault at each call of its save: `python -m tests.store.trials`.

Prints for each kind how many calls a save has, how many faults were made, and how many states of the
disk were opened; all of them held the diary from before or from after, whole.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import msgspec

from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.repository import CannotKeep, CannotOpen, Repository
from backcare_tui.diary.safekeeping import BackupReason, CannotBackUp
from backcare_tui.exchange import bring_in
from backcare_tui.exchange.batch import Batch
from backcare_tui.store import open_repository
from backcare_tui.store.backups import Backups
from backcare_tui.store.lock import FileLock
from backcare_tui.store.migrate import migrate_file
from backcare_tui.store.reading import Tables
from backcare_tui.store.storage import FileStorage
from backcare_tui.store.ways_back import FileSafekeeping
from tests.conftest import MONDAY, FrozenClock
from tests.store.disk import Disk, Fault

Contents = dict[str, Any]
FAULTS: tuple[tuple[Fault, int], ...] = (
    ("error", errno.EIO),
    ("error", errno.ENOSPC),
    ("error", errno.EACCES),
    ("short", 0),
)
NAME = "diary.json"
FIRST = Pain(id="first", at=MONDAY, severity=4, note="before")
SECOND = Pain(id="second", at=MONDAY, severity=5)
NEW = Pain(id="new", at=MONDAY, severity=9)
MANY = Batch(
    "other",
    tuple(Meal(id=f"meal-{n}", at=MONDAY, water_ml=n + 1) for n in range(300)),
    (),
    (),
)


def _of(change: Callable[[Repository], object]) -> Callable[[Path], None]:
    """A change as it is made on the diary at a path."""

    def made(path: Path) -> None:
        change(open_repository(path, FrozenClock()))

    return made


def _migrate(path: Path) -> None:
    """To a form that does not exist: it doubles what pain there is."""

    def double(tables: Tables) -> Tables:
        pains = {
            n: {**d, "severity": min(10, 2 * d["severity"])} for n, d in tables["pain"].items()
        }
        return {**tables, "pain": pains}

    def keep(storage: FileStorage) -> None:
        Backups(path.parent / "backups").keep(storage.text(), BackupReason.MIGRATION, MONDAY)

    migrate_file(FileStorage(path), FileLock(path), keep, {1: double}, target=2)


@contextmanager
def _safe(path: Path) -> Iterator[FileSafekeeping]:
    """What is kept of the diary at a path, on the disk that it is on."""
    with mock.patch.dict(os.environ, BACKCARE_BACKUPS=str(path.parent.parent / "backups")):
        yield FileSafekeeping(path, FrozenClock())


def _restore(path: Path) -> None:
    with _safe(path) as safe:
        backup = safe.backups()[-1]
        safe.restore(backup, safe.difference(backup))


def _recover(path: Path) -> None:
    """Of a diary in which something changed an entry without saying so."""
    with _safe(path) as safe:
        recovery = safe.recovery()
        if recovery is None:
            raise CannotBackUp("There is no backup that can be read.")
        safe.recover(recovery)


CHANGES: Mapping[str, Callable[[Path], None]] = {
    "add": _of(lambda r: r.add(NEW)),
    "change": _of(lambda r: r.change(msgspec.structs.replace(FIRST, severity=8))),
    "put": _of(lambda r: r.put(NEW, msgspec.structs.replace(FIRST, severity=8))),
    "remove": _of(lambda r: r.remove("first", "second")),
    "undo": _of(lambda r: r.undo()),
    "redo": _of(lambda r: r.redo()),
    "set": _of(lambda r: r.set("theme", "dark")),
    "set all": _of(lambda r: r.set_all({"theme": "dark", "calm": True})),
    "draft": _of(lambda r: r.keep_draft("pain", {"severity": "7"})),
    "import": _of(lambda r: bring_in(r, MANY, dry_run=False)),
    "migration": _migrate,
    "restore": _restore,
    "recover": _recover,
    "first entry": _of(lambda r: r.add(NEW)),
    "after an edit by hand": _of(lambda r: r.add(NEW)),
}
"""Each kind of change there is."""


def prepare(kind: str, path: Path) -> None:
    """The diary that a change is made on; none for the first entry."""
    if kind == "first entry":
        return
    repository = open_repository(path, FrozenClock())
    repository.add(FIRST, SECOND)
    if kind in {"restore", "recover"}:
        with _safe(path) as safe:
            safe.back_up()
    if kind == "recover":
        path.write_bytes(path.read_bytes().replace(b"before", b"behind"))
        return
    repository.add(Night(id="night", night=MONDAY.date(), asleep_min=400))
    if kind == "redo":
        repository.undo()
    if kind == "after an edit by hand":
        path.write_bytes(path.read_bytes().replace(b"before", b"edited"))


def contents(path: Path) -> Contents:
    """All that a diary holds, without when and under which id of a setting it was kept."""
    if not path.exists():
        return {}
    repository = open_repository(path, FrozenClock())
    assert repository.troubles == ()
    records = [each for kind in KINDS for each in repository.entries(kind)]
    return {
        each.name if isinstance(each, Setting) else f"{each.table} {each.id}": (
            each.value if isinstance(each, Setting) else msgspec.structs.replace(each, updated=None)
        )
        for each in records
    }


@dataclass
class Trial:
    """One kind of change, and the figures of what was done to it."""

    kind: str
    folder: Path
    calls: int = 0
    errors: int = 0
    refused: int = 0
    cuts: int = 0
    states: int = 0

    def __post_init__(self) -> None:
        self._prepared = self.folder / "prepared"
        (self._prepared / "diary").mkdir(parents=True)
        with Disk(self._prepared).watched():  # it is not waited for
            prepare(self.kind, self._prepared / "diary" / NAME)
        if self.kind == "first entry":
            (self._prepared / "diary").rmdir()
        self._before = contents(self._prepared / "diary" / NAME)
        disk, _ = self._run(Disk)
        self.calls = len(disk.calls)
        self._after = contents(disk.root / "diary" / NAME)
        assert self._after != self._before
        shutil.rmtree(disk.root)

    def fail_everywhere(self) -> None:
        """Have each call fail in each way: what was said is what is there, and the next change works."""
        for at in range(self.calls):
            for fault, number in FAULTS:
                self._fail(at, fault, number)

    def _fail(self, at: int, fault: Fault, number: int) -> None:
        disk, said = self._run(partial(Disk, at=at, fault=fault, number=number))
        path = disk.root / "diary" / NAME
        self.errors += 1
        self.refused += bool(said)
        there, where = contents(path), f"{self.kind}: {disk.calls[at]} {fault} {number}: {said}"
        if not said or "stands in" in said:
            assert there == self._after, where
        else:
            assert there == self._before, where
            assert said.endswith(("Nothing was changed.", ".")), where
        left = {each.name for each in path.parent.iterdir()} if path.parent.exists() else set()
        assert f"{NAME}.new" not in left, where
        if there == self._before:
            self._change_whole(path)
            assert contents(path) == self._after, where
        shutil.rmtree(disk.root)

    def lose_power_everywhere(self) -> None:
        """Cut the power before each call and after the last: each state of the disk is whole."""
        for at in range(self.calls + 1):
            disk, said = self._run(partial(Disk, at=at, fault="power"))
            assert not said
            self.cuts += 1
            for state in _distinct(disk):
                self.states += 1
                self._look_at(state, disk)
            shutil.rmtree(disk.root)

    def _look_at(self, state: Mapping[Path, bytes], disk: Disk) -> None:
        root = self.folder / "state"
        for path, data in state.items():
            there = root / path.relative_to(disk.root)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(data)
        path = root / "diary" / NAME
        where = f"{self.kind}: power cut at call {len(disk.calls)} of {disk.calls}"
        found = contents(path)
        assert found in ([self._before, self._after] if disk.is_off else [self._after]), where
        if found == self._before:
            self._change_whole(path)
            assert contents(path) == self._after, where
        shutil.rmtree(root, ignore_errors=True)

    def _change_whole(self, path: Path) -> None:
        with Disk(path.parent.parent).watched():
            CHANGES[self.kind](path)

    def _run(self, disk_at: Callable[[Path], Disk]) -> tuple[Disk, str]:
        """Make the change on a copy; gives the disk, and the sentence where it was refused."""
        root = self.folder / "run"
        shutil.copytree(self._prepared, root)
        disk = disk_at(root)
        with disk.watched():
            try:
                CHANGES[self.kind](root / "diary" / NAME)
            except (CannotBackUp, CannotKeep, CannotOpen) as error:
                return disk, str(error)
        return disk, ""


def _distinct(disk: Disk) -> Iterator[Mapping[Path, bytes]]:
    """The states of a disk, each once."""
    seen = set()
    for state in disk.states():
        key = frozenset(state.items())
        if key not in seen:
            seen.add(key)
            yield state


def main() -> None:
    """Print the figures of each kind."""
    print("kind                     calls  failed  refused  power cuts  states opened")
    for kind in CHANGES:
        with TemporaryDirectory() as folder:
            trial = Trial(kind, Path(folder))
            trial.fail_everywhere()
            trial.lose_power_everywhere()
        print(
            f"{kind:23} {trial.calls:6} {trial.errors:7} {trial.refused:8} {trial.cuts:11} "
            f"{trial.states:14}",
            flush=True,
        )


if __name__ == "__main__":
    main()
